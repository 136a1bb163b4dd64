//! Doubts about how figures are treated: normalisation, outliers, gaps. What comes out is held against a loop over all choices, each
//! scored by the exact path, and against figures worked by hand.

use super::made::Dice;
use super::treated::{dec, flat, leaves, missing, set_of};
use dothi::{
    Among, Centre, Code, Column, Columns, CriteriaSet, Dec, Doubt, DoubtBy, FigureError, Impute, ImputeStage, Lang, Normalise, Outliers,
    PanelPlan, Peers, Replication, RobustMean, RobustOptions, RobustResults, SobolOf, Ties, Treatment, UnitKind, WeightDoubt,
};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use serde_json::json;
use std::ops::ControlFlow;

const NAN: f64 = f64::NAN;

fn plan(set: &CriteriaSet) -> PanelPlan<'_> {
    set.panel(UnitKind::Province, &crate::support::as_of()).unwrap()
}

fn columns(plan: &PanelPlan<'_>, figures: &[Vec<f64>]) -> Columns<'static> {
    let named = plan.inputs().iter().zip(figures).map(|(input, own)| (input.key.as_str(), Column::from(own.clone())));
    plan.columns(figures[0].len(), named).unwrap_or_else(|findings| panic!("{findings}"))
}

fn run(plan: &PanelPlan<'_>, columns: &Columns<'_>, peers: &Peers<'_>, options: &RobustOptions) -> RobustResults {
    let robust = plan.robust_among(columns, peers, options).unwrap_or_else(|findings| panic!("{findings}"));
    robust.run(|_| ControlFlow::Continue(())).unwrap()
}

fn by(normalise: Normalise) -> Treatment {
    Treatment::default().with_normalise(normalise)
}

fn filled(stage: ImputeStage, among: Among, with: Centre) -> Option<Impute> {
    Some(Impute::new(stage, among, with))
}

/// Two criteria of equal weight from 0 to 10. Goalposts: 50, 30, 5. Between the worst and the best: (1 + 0) / 2, (0.4 + 1) / 2,
/// (0 + 0.5) / 2. By rank: (1 + 0) / 2, (0.5 + 1) / 2, (0 + 0.5) / 2.
#[test]
fn three_places_by_hand() {
    let set = flat("weighted_arithmetic", &["a", "b"]);
    let plan = plan(&set);
    let columns = columns(&plan, &[vec![10.0, 4.0, 0.0], vec![0.0, 2.0, 1.0]]);
    let ways = [(Normalise::Goalposts, [50.0, 30.0, 5.0]), (Normalise::MinMax, [50.0, 70.0, 25.0]), (Normalise::Rank, [50.0, 75.0, 25.0])];
    let options = RobustOptions::new(2, 3_000).with_normalise(ways.map(|(how, _)| how));
    let robust = plan.robust(&columns, &options).unwrap();
    let drawn: Vec<Normalise> = (0..3_000).map(|number| robust.replication(number).normalise.unwrap()).collect();
    let part = |how: Normalise| drawn.iter().filter(|own| **own == how).count() as f64 / 3_000.0;
    // A third each; five standard errors of a share of 3 000.
    assert!(ways.iter().all(|(how, _)| (part(*how) - 1.0 / 3.0).abs() < 0.043), "{:?}", ways.map(|(how, _)| part(how)));
    let results = robust.run(|_| ControlFlow::Continue(())).unwrap();
    for (at, place) in results.places.iter().enumerate() {
        let expected: f64 = ways.iter().map(|(how, scores)| part(*how) * scores[at]).sum();
        assert!((place.scores.unwrap().0 - expected).abs() < 1e-9, "{place:?} {expected}");
        assert_eq!(place.rank.unwrap().to_string(), (at + 1).to_string(), "as it is, by goalposts");
    }
    let ranks = |at: usize| results.places[at].ranks.unwrap();
    assert_eq!([0, 1, 2].map(|at| (ranks(at).low, ranks(at).median, ranks(at).high)), [(1, 2, 2), (1, 1, 2), (3, 3, 3)]);
    assert!((ranks(0).mean - 2.0 + part(Normalise::Goalposts)).abs() < 1e-12);
    assert!((results.mean_shift - 2.0 / 3.0 * (1.0 - part(Normalise::Goalposts))).abs() < 1e-12);
    assert_eq!(robust.levels(), 0);

    // One thing at a time: goalposts move nobody, the others two of three by one.
    let bars = robust.tornado().unwrap();
    let moved: Vec<(&str, u32)> = bars.iter().map(|bar| (bar.item.as_str(), bar.high.shift.moved)).collect();
    assert!(bars.iter().all(|bar| bar.kind == Doubt::Normalise && bar.low.is_none()));
    assert_eq!(moved, [("min_max", 2), ("rank", 2), ("goalposts", 0)]);
    // All of the spread is of the one doubt there is.
    for own in robust.sobol(DoubtBy::Item, 100, |_| ControlFlow::Continue(())).unwrap() {
        if matches!(own.of, SobolOf::Score(0)) {
            assert!(own.indices.is_empty(), "50 in all of them");
            continue;
        }
        if matches!(own.of, SobolOf::Score(_) | SobolOf::MeanShift) {
            let [index] = own.indices.as_slice() else { panic!("{own:?}") };
            assert_eq!((index.doubt.kind, index.first.value.round()), (Doubt::Normalise, 1.0));
            assert!(index.total.low < index.total.value && index.total.value < index.total.high, "never without an interval");
        }
    }
}

/// What fills the gap of the second place decides its rank: nothing (0.6 alone), the mean (0.9 + 0.1 + 0.8) / 3, the median 0.8.
#[test]
fn gaps_by_hand() {
    let set = flat("weighted_arithmetic", &["a", "b"]);
    let plan = plan(&set);
    let columns = columns(&plan, &[vec![5.0, 6.0, 7.0, 5.5], vec![9.0, NAN, 1.0, 8.0]]);
    let choices =
        [None, filled(ImputeStage::Criterion, Among::All, Centre::Mean), filled(ImputeStage::Criterion, Among::All, Centre::Median)];
    let options = RobustOptions::new(4, 900).with_impute(choices);
    let robust = plan.robust(&columns, &options).unwrap();
    assert!(robust.remarks().is_empty());
    let drawn: Vec<_> = (0..900).map(|number| robust.replication(number).impute.unwrap()).collect();
    let part = |rule: Option<Impute>| drawn.iter().filter(|own| **own == rule).count() as f64 / 900.0;
    let results = robust.run(|_| ControlFlow::Continue(())).unwrap();
    let expected = part(choices[0]) * 60.0 + part(choices[1]) * 60.0 + part(choices[2]) * 70.0;
    assert!((results.places[1].scores.unwrap().0 - expected).abs() < 1e-9);
    // 70 and 67.5 stand before 60; 40 behind.
    let ranks = results.places[1].ranks.unwrap();
    assert_eq!((ranks.low, ranks.high), (1, 3));
    assert!((ranks.mean - (3.0 - 2.0 * part(choices[2]))).abs() < 1e-12, "70 of both: they share the first rank");
    // Known figures never change: the others keep their scores.
    assert!([0, 2, 3].iter().all(|at| results.places[*at].scores.unwrap().1 < 1e-9));
}

/// A set with groups whose criteria can be left out, and everything that can be chosen.
struct Case {
    set: CriteriaSet,
    figures: Vec<Vec<f64>>,
    regions: Vec<Option<&'static str>>,
}

impl Case {
    fn random(dice: &mut Dice, policy: &str) -> Self {
        let all = ["a", "b-less", "c", "d", "e-less"];
        let node =
            |id: &str, own: &[&str]| json!({"group": id, "weight": "2", "aggregate": "weighted_arithmetic", "children": leaves(own)});
        let mut own = leaves(&all[4..]);
        own[0]["weight"] = json!("1");
        let mut children = vec![node("x", &all[..2]), node("y", &all[2..4])];
        children.append(&mut own);
        let mut missing = missing(policy);
        if policy == "exclude" {
            missing["minimum_share"] = json!(dice.of(&["0", "0.5", "0.6", "1"]));
        }
        let set = set_of(&all, json!({"aggregate": "weighted_arithmetic", "children": children}), &["x", "y"], missing);
        let units = 4 + dice.below(14) as usize;
        let figure = |dice: &mut Dice| if dice.below(5) == 0 { NAN } else { dice.below(400) as f64 / 40.0 };
        let mut figures: Vec<Vec<f64>> = all.iter().map(|_| (0..units).map(|_| figure(dice)).collect()).collect();
        if dice.below(4) == 0 {
            figures[3].fill(7.0);
        }
        if dice.below(4) == 0 {
            figures[1][0] = 4_000.0;
        }
        let regions = (0..units).map(|_| [Some("n"), Some("s"), Some("w"), None][dice.below(4) as usize]).collect();
        Self { set, figures, regions }
    }

    fn peers(&self) -> Peers<'_> {
        Peers::default().with_regions(&self.regions)
    }
}

/// The ranks of the places of an analysis by the exact path; those without a score come last.
fn ranks(plan: &PanelPlan<'_>, columns: &Columns<'_>, peers: &Peers<'_>, treatment: &Treatment, rows: &[usize]) -> (Vec<u32>, Vec<f64>) {
    let treated = plan.score_treated(columns, peers, treatment).unwrap_or_else(|findings| panic!("{findings}"));
    let scores: Vec<Option<Dec>> = rows.iter().map(|row| treated.exact(*row)).collect();
    let above = |own: &Option<Dec>| scores.iter().filter(|other| other.is_some() && (own.is_none() || *other > own)).count();
    let ranks = scores.iter().map(|own| u32::try_from(above(own)).unwrap() + 1).collect();
    (ranks, rows.iter().map(|row| treated.scores().score()[*row]).collect())
}

fn drawn(base: &Treatment, own: &Replication) -> Treatment {
    let mut out = base.clone();
    out.normalise = own.normalise.unwrap_or(base.normalise);
    out.outliers = own.outliers.unwrap_or(base.outliers);
    out.impute = own.impute.unwrap_or(base.impute);
    out
}

/// Every replication is the exact path with what was drawn: its choices and its figures.
#[test]
fn replications_are_the_exact_path_with_other_choices() {
    let mut dice = Dice(17);
    let (mut compared, mut lost) = (0, 0);
    for round in 0..60 {
        let policy = ["exclude", "exclude", "zero", "undecided"][round % 4];
        let case = Case::random(&mut dice, policy);
        let plan = plan(&case.set);
        let columns = columns(&plan, &case.figures);
        // The goalposts of the set are not those of logarithms.
        let logarithms = round % 5 == 4;
        let last = if logarithms { Normalise::MinMax } else { Normalise::Goalposts };
        let ways = [Normalise::Percentile, Normalise::Rank, last];
        let mut base = by(ways[dice.below(3) as usize]).with_least_data(dec(dice.of(&["0", "0.6"])));
        if round % 3 == 1 {
            base = base.with_impute(Impute::new(ImputeStage::Criterion, Among::All, Centre::Median));
        }
        let group = if policy == "exclude" { ImputeStage::Group } else { ImputeStage::Criterion };
        let mut gaps = vec![None, filled(ImputeStage::Criterion, Among::Region, Centre::Median)];
        gaps.push(filled(group, if round % 3 == 0 { Among::Region } else { Among::All }, Centre::Mean));
        let cut = Some(Outliers::Winsorise { low: dec("0.1"), high: dec("0.9") });
        let by_shape = Some(Outliers::ByShape { skewness: dec("2"), kurtosis: dec("3.5"), most: 2 });
        let other = if logarithms { Some(Outliers::Logarithm) } else { by_shape };
        let mut options = RobustOptions::new(round as u64, 40).with_treatment(base.clone()).with_impute(gaps).with_pairs();
        options = options.with_normalise(ways).with_outliers([None, cut, other]);
        if round % 2 == 0 {
            options = options.with_error("a", FigureError::Standard(1.5)).with_error("d", FigureError::Relative(20.0));
        }
        let Ok(robust) = plan.robust_among(&columns, &case.peers(), &options) else { panic!("{round}") };
        let results = robust.run(|_| ControlFlow::Continue(())).unwrap();
        let rows: Vec<usize> = results.places.iter().map(|place| place.row).collect();
        let (usual, scores) = ranks(&plan, &columns, &case.peers(), &base, &rows);
        for ((place, rank), score) in results.places.iter().zip(&usual).zip(&scores) {
            assert_eq!(place.rank.unwrap().to_string(), rank.to_string());
            assert!((place.score - score).abs() < 1e-12);
        }
        let (mut sums, mut means, mut shift) = (vec![0; rows.len()], vec![0.0; rows.len()], 0);
        for number in 0..40 {
            let own = robust.replication(number);
            let mut figures = case.figures.clone();
            for (column, row, figure) in &own.figures {
                figures[["a", "b-less", "c", "d", "e-less"].iter().position(|id| id == column).unwrap()][*row] = *figure;
            }
            let (ranks, scores) = ranks(&plan, &self::columns(&plan, &figures), &case.peers(), &drawn(&base, &own), &rows);
            for (at, rank) in ranks.iter().enumerate() {
                (sums[at], means[at]) = (sums[at] + rank, means[at] + scores[at] / 40.0);
                shift += rank.abs_diff(usual[at]);
            }
        }
        for (at, place) in results.places.iter().enumerate() {
            assert!((place.ranks.unwrap().mean - f64::from(sums[at]) / 40.0).abs() < 1e-9, "{round} {at} {:?} {}", place.ranks, sums[at]);
            match place.scores {
                Some((mean, _)) => assert!((mean - means[at]).abs() < 1e-9, "{round} {at} {mean} {}", means[at]),
                None => assert!(means[at].is_nan(), "{round} {at}: it lost its score in one of them"),
            }
            compared += 1;
            lost += usize::from(place.scores.is_none());
        }
        assert!((results.mean_shift - f64::from(shift) / 40.0 / rows.len().max(1) as f64).abs() < 1e-9);
    }
    assert!(compared > 250 && lost > 10, "{compared} {lost}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// COINr#40: imputation by group changed known figures. Whatever fills gaps, a place that has all its figures keeps its score.
    #[test]
    fn what_is_known_never_changes(seed in 0u64..1_000_000) {
        let case = Case::random(&mut Dice(seed), "exclude");
        let plan = plan(&case.set);
        let columns = columns(&plan, &case.figures);
        let base = plan.score_treated(&columns, &case.peers(), &Treatment::default()).unwrap();
        for among in [Among::All, Among::Region] {
            for stage in [ImputeStage::Criterion, ImputeStage::Group] {
                let rule = Treatment::default().with_impute(Impute::new(stage, among, Centre::Mean));
                let own = plan.score_treated(&columns, &case.peers(), &rule).unwrap();
                for row in (0..case.regions.len()).filter(|row| case.figures.iter().all(|own| !own[*row].is_nan())) {
                    prop_assert_eq!(own.exact(row), base.exact(row));
                    prop_assert_eq!(own.notes(row).count(), 0);
                }
            }
        }
    }

    /// With the only choice that is made anyway nothing changes; intervals hold the rank of every pure choice. (552935: a mean that fills a
    /// gap is the figure of another place.)
    #[test]
    fn one_choice_changes_nothing_and_intervals_hold_each(seed in proptest::prop_oneof![0u64..1_000_000, proptest::strategy::Just(552_935)]) {
        let mut dice = Dice(seed);
        let case = Case::random(&mut dice, "exclude");
        let plan = plan(&case.set);
        let columns = columns(&plan, &case.figures);
        let ways = [Normalise::MinMax, Normalise::ZScore, Normalise::Rank];
        for how in ways {
            let base = by(how).with_impute(Impute::new(ImputeStage::Criterion, Among::All, Centre::Mean));
            let options = RobustOptions::new(seed, 8).with_treatment(base.clone()).with_normalise([how]).with_impute([base.impute]).with_outliers([None]);
            for place in run(&plan, &columns, &case.peers(), &options).places {
                let (rank, ranks, (mean, deviation)) = (place.rank.unwrap().to_string(), place.ranks.unwrap(), place.scores.unwrap());
                prop_assert_eq!((ranks.low.to_string(), ranks.high), (rank, ranks.low));
                prop_assert!((mean - place.score).abs() < 1e-9 && deviation < 1e-9);
            }
        }
        let base = by(Normalise::MinMax);
        let results = run(&plan, &columns, &case.peers(), &RobustOptions::new(seed, 400).with_treatment(base.clone()).with_normalise(ways));
        let rows: Vec<usize> = results.places.iter().map(|place| place.row).collect();
        for how in ways {
            let (pure, _) = ranks(&plan, &columns, &case.peers(), &by(how), &rows);
            for (place, rank) in results.places.iter().zip(pure) {
                let own = place.ranks.unwrap();
                prop_assert!((own.low..=own.high).contains(&rank), "{:?} {} {:?}", how, rank, own);
                prop_assert!(place.scores.is_none(), "z-scores have another scale");
            }
        }
    }
}

/// COINr#63: interpolation failed with one known value. One figure fills all gaps, and then tells nobody apart.
#[test]
fn gaps_with_one_known_figure_are_filled_with_it() {
    let set = flat("weighted_arithmetic", &["a", "b"]);
    let plan = plan(&set);
    let columns = columns(&plan, &[vec![NAN, 4.0, NAN], vec![1.0, 2.0, 3.0]]);
    let mean = filled(ImputeStage::Criterion, Among::All, Centre::Mean);
    let options = RobustOptions::new(3, 200).with_normalise([Normalise::Goalposts, Normalise::MinMax]).with_impute([mean]);
    let robust = plan.robust(&columns, &options.with_treatment(by(Normalise::Goalposts).with_impute(mean.unwrap()))).unwrap();
    let part = (0..200).filter(|number| robust.replication(*number).normalise == Some(Normalise::Goalposts)).count() as f64 / 200.0;
    let results = robust.run(|_| ControlFlow::Continue(())).unwrap();
    // (4 + 1) / 2 of 10, (4 + 2) / 2, (4 + 3) / 2; between the worst and the best only the second criterion counts.
    for (place, (posts, range)) in results.places.iter().zip([(25.0, 0.0), (30.0, 50.0), (35.0, 100.0)]) {
        let expected = part * posts + (1.0 - part) * range;
        assert!((place.scores.unwrap().0 - expected).abs() < 1e-9, "{place:?} {expected}");
    }
}

#[test]
fn nothing_depends_on_threads() {
    let case = Case::random(&mut Dice(3), "exclude");
    let plan = plan(&case.set);
    let columns = columns(&plan, &case.figures);
    let options = RobustOptions::new(5, 3_000)
        .with_weights(WeightDoubt::Band { percent: 25.0 })
        .with_normalise([Normalise::MinMax, Normalise::Rank])
        .with_impute([None, filled(ImputeStage::Group, Among::All, Centre::Median)])
        .with_error("c", FigureError::Standard(0.5))
        .with_pairs();
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| run(&plan, &columns, &case.peers(), &options))
    };
    let one = on(1);
    assert!(one.mean_shift > 0.0);
    assert_eq!([on(2), on(3)], [one.clone(), one]);
}

/// COINr#50: z-scores under a geometric mean are found out at the end; here before anything runs, all at once.
#[test]
fn what_does_not_go_together_is_refused_before_the_run() {
    let set = flat("weighted_geometric", &["a", "b"]);
    let refused = |set: &CriteriaSet, options: &RobustOptions| -> Vec<String> {
        let plan = plan(set);
        let columns = columns(&plan, &[vec![1.0, 2.0], vec![3.0, 1.0]]);
        let findings = plan.robust(&columns, options).err().unwrap();
        assert!(findings.iter().all(|own| own.code() == Code::RobustDoesNotFit), "{findings}");
        findings.iter().map(|own| own.place().text(Lang::En)).collect()
    };
    let options = RobustOptions::new(1, 10)
        .with_normalise([Normalise::MinMax, Normalise::ZScore, Normalise::MinMax])
        .with_outliers([None, Some(Outliers::Winsorise { low: dec("0.9"), high: dec("0.1") }), Some(Outliers::Logarithm)])
        .with_impute([None, filled(ImputeStage::Criterion, Among::Region, Centre::Mean)]);
    // Logarithms beside the goalposts of the treatment as it is.
    let expected = ["/normalise min_max", "/outliers winsorise:0.9:0.1", "/normalise z_score", "/outliers logarithm"];
    let mut found = refused(&set, &options);
    let region = found.iter().position(|own| own == "/impute criterion:region:mean").unwrap();
    found.remove(region);
    found.sort_unstable();
    let mut expected = expected.map(String::from).to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected);
    let arithmetic = flat("weighted_arithmetic", &["a", "b"]);
    let means = RobustOptions::new(1, 10).with_normalise([Normalise::ZScore]).with_means([RobustMean::Geometric]);
    assert_eq!(refused(&arithmetic, &means), ["/normalise z_score"]);
    let assumed = RobustOptions::new(1, 10).with_treatment(by(Normalise::Rank)).with_assumed(10.0);
    assert!(refused(&arithmetic, &assumed).contains(&"/assumed".to_string()));
    // What columns cannot follow has no treatment.
    let vn_ssc = dothi::builtin::load("vn-ssc").unwrap();
    let own = self::plan(&vn_ssc);
    let held = own.columns(1, []).unwrap();
    let findings = own.robust(&held, &RobustOptions::new(1, 10).with_normalise([Normalise::Rank])).err().unwrap();
    assert!(findings.to_string().contains("the scheme has no score"), "{findings}");
    // A treatment alone varies nothing.
    let plain = self::plan(&arithmetic);
    let held = columns(&plain, &[vec![1.0, 2.0], vec![3.0, 1.0]]);
    let findings = plain.robust(&held, &RobustOptions::new(1, 10).with_treatment(by(Normalise::Rank))).err().unwrap();
    assert_eq!(findings.iter().map(dothi::Finding::code).collect::<Vec<_>>(), [Code::RobustNothingVaries]);
}

/// What is allowed and yet should be known is said: gaps to fill where there are none, one choice only, z-scores beside shares.
#[test]
fn doubts_that_change_nothing_are_said() {
    let set = flat("weighted_arithmetic", &["a", "b"]);
    let plan = plan(&set);
    let columns = columns(&plan, &[vec![1.0, 2.0], vec![3.0, 1.0]]);
    let said = |options: RobustOptions| -> Vec<String> {
        let robust = plan.robust(&columns, &options).unwrap();
        assert!(!robust.remarks().has_errors());
        robust.remarks().iter().map(|own| format!("{} {}", own.code(), own.place().text(Lang::En))).collect()
    };
    let options = RobustOptions::new(1, 10);
    let mean = filled(ImputeStage::Criterion, Among::All, Centre::Mean);
    assert_eq!(said(options.clone().with_impute([None, mean])), ["robust.remark /impute"]);
    assert_eq!(said(options.clone().with_outliers([None])), ["robust.remark /outliers"]);
    assert_eq!(said(options.clone().with_normalise([Normalise::Rank, Normalise::ZScore])), ["robust.remark /normalise"]);
    assert!(said(options.with_normalise([Normalise::Rank, Normalise::MinMax])).is_empty());
}

/// A scheme that says its figures are treated has its robustness, and the ranks as it is are those of the treated panel.
#[test]
fn schemes_that_treat_figures_are_analysed_as_they_say() {
    let set = CriteriaSet::from_json(include_bytes!("../cases/sets/means.json")).unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of().with_scheme("many")).unwrap();
    let mut dice = Dice(4);
    let mut figure = || if dice.below(12) == 0 { NAN } else { dice.below(100) as f64 / 10.0 };
    let figures: Vec<Vec<f64>> = plan.inputs().iter().map(|_| (0..30).map(|_| figure()).collect()).collect();
    let columns = columns(&plan, &figures);
    // The scheme fills gaps from the same region where it says so.
    let regions: Vec<Option<&str>> = (0..30).map(|at| Some(["b", "n"][at % 2])).collect();
    let peers = Peers::default().with_regions(&regions);
    let options = RobustOptions::new(1, 500).with_weights(WeightDoubt::Dirichlet { concentration: 30.0 });
    let results = run(&plan, &columns, &peers, &options);
    let treated = plan.score_treated(&columns, &peers, &plan.treatment()).unwrap();
    let ranking = treated.rank(Ties::Competition);
    assert_eq!(results.places.len(), ranking.of());
    assert!(results.places.len() > 10 && results.mean_shift > 0.0);
    for place in &results.places {
        assert_eq!(place.rank, ranking.rank(place.row));
        assert!((place.scores.unwrap().0 - place.score).abs() < 10.0);
    }
    let robust = plan.robust_among(&columns, &peers, &options).unwrap();
    assert_eq!(robust.treated().unwrap().treatment(), &plan.treatment());
    assert!(robust.leave_one_out().unwrap().len() > 10);
}
