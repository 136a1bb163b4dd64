//! Figures measured by each other, outliers, gaps filled, places left unranked; and what other tools get wrong there
//! (constant indicators, NaN in a whole column, best and worst the wrong way round, weights re-scaled without a word).

use super::made::Dice;
use dothi::{
    Among, Centre, Column, CriteriaSet, CsvOptions, Dec, Impute, ImputeStage, Lang, Mask, Normalise, Outliers, PanelSheet, Peers, RowNote,
    Ties, TreatedScores, Treatment, UnitKind,
};
use serde_json::{Value, json};

const NAN: f64 = f64::NAN;
const RELATIVE: [Normalise; 4] = [Normalise::MinMax, Normalise::ZScore, Normalise::Rank, Normalise::Percentile];

/// Criteria from 0 to 10, those named `-` from 10 to 0, in a tree.
pub fn set_of(criteria: &[&str], tree: Value, groups: &[&str], missing: Value) -> CriteriaSet {
    let mut set: Value = serde_json::from_slice(include_bytes!("../cases/sets/weights.json")).unwrap();
    let template = set["criteria"][0].clone();
    let criterion = |name: &&str| {
        let mut own = template.clone();
        own["id"] = json!(name);
        own["label"] = json!(name);
        let input = own["data_points"][0]["inputs"][0].as_object_mut().unwrap();
        input.remove("minimum");
        if name.ends_with("-less") {
            own["direction"] = json!("less");
            (own["judge"][0]["worst"], own["judge"][0]["best"]) = (json!("10"), json!("0"));
        }
        own
    };
    set["criteria"] = criteria.iter().map(criterion).collect();
    let group = |id: &&str| json!({"id": id, "label": id, "title": {"vi": id, "en": id}, "cites": [{"source": "fiction-2026", "clause": "groups"}]});
    set["groups"] = groups.iter().map(group).collect();
    set["parameters"] = json!([]);
    let mut scheme = set["schemes"][1].clone();
    (scheme["tree"], scheme["missing"]) = (tree, missing);
    set["schemes"] = json!([scheme]);
    CriteriaSet::from_json(&serde_json::to_vec(&set).unwrap()).unwrap_or_else(|findings| panic!("{findings}"))
}

pub fn missing(policy: &str) -> Value {
    let mut out = json!({"policy": policy, "basis": "assumption", "cites": [{"source": "fiction-2026", "clause": "missing data"}]});
    if policy == "exclude" {
        out["minimum_share"] = json!("0");
    }
    out
}

pub fn leaves(criteria: &[&str]) -> Vec<Value> {
    criteria.iter().map(|criterion| json!({"criterion": criterion})).collect()
}

/// A mean of criteria of equal weight; what is missing is left out.
pub fn flat(aggregate: &str, criteria: &[&str]) -> CriteriaSet {
    let mut tree = json!({"aggregate": aggregate, "children": leaves(criteria)});
    if aggregate == "power_mean" {
        tree["exponent"] = json!("-0.5");
    }
    set_of(criteria, tree, &[], missing("exclude"))
}

fn try_score(set: &CriteriaSet, columns: &[&[f64]], peers: &Peers<'_>, treatment: &Treatment) -> Result<TreatedScores, dothi::Findings> {
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let named = plan.inputs().iter().zip(columns).map(|(input, figures)| (input.key.as_str(), Column::from(*figures)));
    let columns = plan.columns(columns[0].len(), named).unwrap_or_else(|findings| panic!("{findings}"));
    plan.score_treated(&columns, peers, treatment)
}

#[track_caller]
fn score(set: &CriteriaSet, columns: &[&[f64]], treatment: &Treatment) -> TreatedScores {
    try_score(set, columns, &Peers::default(), treatment).unwrap_or_else(|findings| panic!("{findings}"))
}

fn exact(treated: &TreatedScores) -> Vec<String> {
    (0..treated.scores().units()).map(|row| treated.exact(row).map_or(String::new(), |score| score.to_string())).collect()
}

fn by(normalise: Normalise) -> Treatment {
    Treatment::default().with_normalise(normalise)
}

pub fn dec(text: &str) -> Dec {
    Dec::parse(text).unwrap()
}

/// Worked by hand on 1, 3, 3, 5, -: the scale of the set is 100.
#[test]
fn each_normalisation_by_hand() {
    let (more, less) = (flat("weighted_arithmetic", &["a"]), flat("weighted_arithmetic", &["a-less"]));
    let figures: [&[f64]; 1] = [&[1.0, 3.0, 3.0, 5.0, NAN]];
    for (normalise, up, down) in [
        (Normalise::MinMax, ["0", "50", "50", "100", ""], ["100", "50", "50", "0", ""]),
        (Normalise::Rank, ["0", "50", "50", "100", ""], ["100", "50", "50", "0", ""]),
        (Normalise::Percentile, ["12.5", "50", "50", "87.5", ""], ["87.5", "50", "50", "12.5", ""]),
        // Mean 3, deviations -2, 0, 0, 2, variance 8/3: -2 / 1.632993161855452065464856...
        (
            Normalise::ZScore,
            ["-1.22474487139158904909864", "0", "0", "1.22474487139158904909864", ""],
            ["1.22474487139158904909864", "0", "0", "-1.22474487139158904909864", ""],
        ),
    ] {
        assert_eq!(exact(&score(&more, &figures, &by(normalise))), up, "{normalise:?}");
        assert_eq!(exact(&score(&less, &figures, &by(normalise))), down, "{normalise:?}");
    }
}

/// mcdm 0.4.0 puts the best of everything last.
#[test]
fn the_best_on_everything_is_first_and_the_worst_last() {
    let criteria = ["a", "b-less", "c"];
    let columns: [&[f64]; 3] = [&[2.0, 9.0, 5.0], &[8.0, 1.0, 5.0], &[3.0, 7.0, 5.0]];
    for aggregate in ["weighted_arithmetic", "weighted_geometric", "weighted_harmonic", "power_mean", "minimum"] {
        let set = flat(aggregate, &criteria);
        for normalise in [Normalise::Goalposts].into_iter().chain(RELATIVE) {
            let curved = !matches!(aggregate, "weighted_arithmetic" | "minimum");
            if curved && normalise == Normalise::ZScore {
                continue;
            }
            let ranking = score(&set, &columns, &by(normalise)).rank(Ties::Competition);
            let ranks = [0, 1, 2].map(|row| ranking.rank(row).unwrap().to_string());
            assert_eq!(ranks, ["3", "1", "2"], "{aggregate} {normalise:?}");
        }
    }
}

/// COINr gives NaN for a constant indicator, scikit-criteria breaks on one.
#[test]
fn an_indicator_that_is_the_same_everywhere_is_left_out_and_said() {
    let set = flat("weighted_arithmetic", &["a", "same"]);
    for normalise in RELATIVE {
        let with = score(&set, &[&[1.0, 2.0, 4.0], &[7.0, 7.0, 7.0]], &by(normalise));
        let without = score(&flat("weighted_arithmetic", &["a"]), &[&[1.0, 2.0, 4.0]], &by(normalise));
        assert_eq!(exact(&with), exact(&without), "{normalise:?}");
        assert_eq!(with.inputs().iter().map(|input| input.constant).collect::<Vec<_>>(), [false, true]);
        // One figure tells nothing apart either; with nothing left there is no score, and no rank.
        let nothing = score(&set, &[&[NAN, 2.0, NAN], &[7.0, 7.0, 7.0]], &by(normalise));
        assert_eq!(exact(&nothing), ["", "", ""]);
        assert_eq!(nothing.rank(Ties::Dense).of(), 0);
        assert!(nothing.inputs().iter().all(|input| input.constant));
    }
}

/// pymcdm, pyDecision and pyrepo-mcda: one NaN anywhere, every score NaN.
#[test]
fn a_missing_figure_touches_its_own_place_alone() {
    let full: [&[f64]; 2] = [&[1.0, 2.0, 4.0, 8.0], &[5.0, 4.0, 2.0, 3.0]];
    let gap: [&[f64]; 2] = [&[1.0, 2.0, 4.0, 8.0], &[5.0, NAN, 2.0, 3.0]];
    let none: [&[f64]; 2] = [&[1.0, NAN, 4.0, 8.0], &[5.0, NAN, 2.0, 3.0]];
    for (aggregate, normalise) in
        [("weighted_arithmetic", Normalise::ZScore), ("weighted_geometric", Normalise::Percentile), ("power_mean", Normalise::MinMax)]
    {
        let set = flat(aggregate, &["a", "b"]);
        let scores = |columns: &[&[f64]]| score(&set, columns, &by(normalise));
        assert!(exact(&scores(&full)).iter().all(|score| !score.is_empty()));
        let with_gap = scores(&gap);
        // Left out, never silently: the row says how many figures it rests on.
        assert!(exact(&with_gap).iter().all(|score| !score.is_empty()), "{aggregate}");
        assert_eq!((0..4).map(|row| with_gap.figures(row)).collect::<Vec<_>>(), [(2, 2), (1, 2), (2, 2), (2, 2)]);
        let empty = scores(&none);
        assert_eq!(exact(&empty).iter().map(String::is_empty).collect::<Vec<_>>(), [false, true, false, false]);
        assert!(empty.scores().score()[1].is_nan() && empty.rank(Ties::Competition).rank(1).is_none());
    }
}

/// COINr#50: found out after months. Everything that does not go together is said at once, before anything is computed.
#[test]
fn what_does_not_go_together_is_refused_before_the_run() {
    let places =
        |findings: &dothi::Findings| findings.iter().map(|f| format!("{} {}", f.place().text(Lang::En), f.code())).collect::<Vec<_>>();
    let columns: [&[f64]; 1] = [&[1.0, 2.0]];
    let geometric = flat("weighted_geometric", &["a"]);
    let wrong = by(Normalise::ZScore)
        .with_outliers(Outliers::Winsorise { low: dec("0.9"), high: dec("0.1") })
        .with_impute(Impute::new(ImputeStage::Group, Among::Region, Centre::Mean))
        .with_least_data(dec("2"));
    let findings = try_score(&geometric, &columns, &Peers::default(), &wrong).unwrap_err();
    assert_eq!(
        places(&findings),
        ["/normalise panel.treatment", "/outliers panel.treatment", "/least_data panel.treatment", "/impute/among panel.treatment"]
    );
    let zero = set_of(&["a"], json!({"aggregate": "weighted_arithmetic", "children": leaves(&["a"])}), &[], missing("zero"));
    let grouped = wrong.with_least_data(dec("1")).with_outliers(Outliers::Logarithm);
    let findings = try_score(&zero, &columns, &Peers::default().with_regions(&[None]), &grouped).unwrap_err();
    assert_eq!(places(&findings), ["/normalise panel.treatment", "/impute/stage panel.treatment", "/groups panel.column_length"]);
    let plain = Treatment::default().with_outliers(Outliers::Logarithm);
    assert_eq!(places(&try_score(&geometric, &columns, &Peers::default(), &plain).unwrap_err()), ["/outliers panel.treatment"]);
    let sum = json!({"aggregate": "sum", "children": [{"criterion": "a", "max_points": "5"}]});
    let sum = set_of(&["a"], sum, &[], missing("zero"));
    assert_eq!(places(&try_score(&sum, &columns, &Peers::default(), &by(Normalise::Rank)).unwrap_err()), ["/normalise panel.treatment"]);
    let vn_ssc = dothi::builtin::load("vn-ssc").unwrap();
    let plan = vn_ssc.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let findings = plan.score_treated(&plan.columns(1, []).unwrap(), &Peers::default(), &Treatment::default()).unwrap_err();
    assert!(findings.to_string().contains("the scheme has no score"), "{findings}");
}

#[test]
fn outliers_are_drawn_in_and_recorded() {
    let set = flat("weighted_arithmetic", &["a"]);
    let figures: [&[f64]; 1] = [&[1.0, 2.0, 3.0, 4.0, 100.0]];
    // Quantiles at (n - 1)q: 0.4 between 1 and 2, 3.6 between 4 and 100.
    let treated = score(&set, &figures, &by(Normalise::MinMax).with_outliers(Outliers::Winsorise { low: dec("0.1"), high: dec("0.9") }));
    let record = &treated.inputs()[0];
    assert_eq!((record.ends, record.drawn_up, record.drawn_down), (Some((dec("1.4"), dec("61.6"))), 1, 1));
    let drawn: Vec<usize> = (0..5).filter(|row| treated.notes(*row).any(|note| matches!(note, RowNote::DrawnIn { .. }))).collect();
    assert_eq!(drawn, [0, 4]);
    assert_eq!((exact(&treated)[0].as_str(), exact(&treated)[4].as_str()), ("0", "100"));
    // (2 - 1.4) / 60.2
    assert_eq!(exact(&treated)[1], "0.996677740863787375415282");

    let by_shape = |most| by(Normalise::MinMax).with_outliers(Outliers::ByShape { skewness: dec("2"), kurtosis: dec("3.5"), most });
    let treated = score(&set, &figures, &by_shape(5));
    assert_eq!(
        (treated.inputs()[0].ends, treated.inputs()[0].drawn_down, treated.inputs()[0].still_long),
        (Some((dec("1"), dec("4"))), 1, false)
    );
    assert!(score(&set, &figures, &by_shape(0)).inputs()[0].still_long);
    assert_eq!(score(&set, &[&[1.0, 2.0, 3.0, 4.0, 5.0]], &by_shape(5)).inputs()[0].ends, None);

    let logs = by(Normalise::MinMax).with_outliers(Outliers::Logarithm);
    let treated = score(&set, &[&[1.0, 10.0, 100.0]], &logs);
    assert_eq!((exact(&treated), treated.inputs()[0].logarithm), (["0", "50", "100"].map(String::from).to_vec(), true));
    let treated = score(&set, &[&[0.0, 10.0, 100.0]], &logs);
    assert_eq!((exact(&treated), treated.inputs()[0].not_positive), (["0", "10", "100"].map(String::from).to_vec(), true));
}

/// COINr#40: imputation by group changed figures that were known.
#[test]
fn gaps_are_filled_from_the_group_and_nothing_else_changes() {
    let set = flat("weighted_arithmetic", &["a"]);
    let figures = [2.0, 4.0, 9.0, NAN, 6.0, NAN, NAN];
    let groups = ["n", "n", "n", "n", "s", "s", "w"].map(Some);
    let peers = Peers::default().with_regions(&groups);
    for (among, with, filled) in [
        (Among::Region, Centre::Mean, ["20", "40", "90", "50", "60", "60", ""]),
        (Among::Region, Centre::Median, ["20", "40", "90", "40", "60", "60", ""]),
        (Among::All, Centre::Mean, ["20", "40", "90", "52.5", "60", "52.5", "52.5"]),
        (Among::All, Centre::Median, ["20", "40", "90", "50", "60", "50", "50"]),
    ] {
        let rule = Treatment::default().with_impute(Impute::new(ImputeStage::Criterion, among, with));
        let treated = try_score(&set, &[&figures], &peers, &rule).unwrap();
        assert_eq!(exact(&treated), filled, "{among:?} {with:?}");
        let flagged: Vec<bool> =
            (0..7).map(|row| treated.notes(row).any(|note| matches!(note, RowNote::ImputedFigure { input } if input == "a"))).collect();
        assert_eq!(flagged, [false, false, false, true, false, true, among == Among::All]);
        assert_eq!(treated.inputs()[0].imputed, flagged.iter().filter(|flag| **flag).count());
        assert_eq!(treated.figures(3), (0, 1));
    }
}

#[test]
fn groups_without_a_value_take_that_of_their_peers() {
    let node = |id: &str, criteria: &[&str]| json!({"group": id, "aggregate": "weighted_arithmetic", "children": leaves(criteria)});
    let tree = json!({"aggregate": "weighted_geometric", "children": [node("x", &["a", "b"]), node("y", &["c"])]});
    let set = set_of(&["a", "b", "c"], tree, &["x", "y"], missing("exclude"));
    let groups = ["n", "n", "s"].map(Some);
    let rule = Treatment::default().with_impute(Impute::new(ImputeStage::Group, Among::Region, Centre::Mean));
    let columns: [&[f64]; 3] = [&[4.0, NAN, NAN], &[NAN, NAN, NAN], &[9.0, 1.0, 5.0]];
    let treated = try_score(&set, &columns, &Peers::default().with_regions(&groups), &rule).unwrap();
    // sqrt(0.4 x 0.9), sqrt(0.4 x 0.1) with 0.4 of the first, and 0.5 alone.
    assert_eq!(exact(&treated), ["60", "20", "50"]);
    assert_eq!(treated.notes(1).map(|note| note.text(Lang::En)).collect::<Vec<_>>(), ["x: no value, filled from other units"]);
    assert_eq!(treated.notes(0).count() + treated.notes(2).count(), 0);
}

#[test]
fn places_with_too_few_figures_are_shown_without_a_rank_and_move_nobody() {
    let set = flat("weighted_arithmetic", &["a", "b", "c", "d", "e"]);
    let same: &[f64] = &[1.0, 2.0, 4.0, 9.0];
    let gap: &[f64] = &[1.0, 2.0, 4.0, NAN];
    let treated = score(&set, &[same, same, same, same, gap], &by(Normalise::MinMax).with_least_data(dec("0.8")));
    assert_eq!(treated.sample(), 4);
    let treated = score(&set, &[same, same, same, gap, gap], &by(Normalise::MinMax).with_least_data(dec("0.8")));
    assert_eq!(treated.sample(), 3);
    // The ends are 1 and 4 without the fourth, whose 9 is cut to them, and says so.
    assert_eq!(exact(&treated), ["0", "33.3333333333333333333333", "100", "100"]);
    let ranking = treated.rank(Ties::Competition);
    assert_eq!((ranking.of(), ranking.rank(3), ranking.text(2, Lang::Vi).unwrap()), (3, None, "hạng 1 trong số 3 đơn vị".into()));
    let notes: Vec<String> = treated.notes(3).map(|note| note.text(Lang::Vi)).collect();
    assert_eq!(notes[0], "không xếp hạng: có 60 % số liệu");
    assert_eq!(notes.len(), 4, "{notes:?}");
    let chosen = Peers::default().with_unranked(Mask::of_rows(4, [3]));
    let by_choice = try_score(&set, &[same, same, same, gap, gap], &chosen, &by(Normalise::MinMax)).unwrap();
    assert_eq!(exact(&by_choice), exact(&treated));
}

/// With goalposts and nothing else a treated panel is the panel.
#[test]
fn without_treatment_scores_are_those_of_the_panel() {
    let mut dice = Dice(11);
    let set = flat("power_mean", &["a", "b-less", "c"]);
    let columns: Vec<Vec<f64>> =
        (0..3).map(|_| (0..200).map(|_| if dice.below(9) == 0 { NAN } else { dice.below(1_200) as f64 / 100.0 - 1.0 }).collect()).collect();
    let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let treated = score(&set, &columns, &Treatment::default());
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let named = plan.inputs().iter().zip(&columns).map(|(input, figures)| (input.key.as_str(), Column::from(*figures)));
    let held = plan.columns(200, named).unwrap();
    let mut plain = dothi::Scores::default();
    plan.score(&held, &mut plain).unwrap();
    for row in 0..200 {
        let (one, other) = (treated.scores().score()[row], plain.score()[row]);
        assert!((one - other).abs() < 1e-9 || (one.is_nan() && other.is_nan()), "{row}: {one} {other}");
    }
    let (one, other) = (treated.rank(Ties::Average), plan.rank(&held, &plain, Ties::Average).unwrap());
    assert!((0..200).all(|row| one.rank(row) == other.rank(row)));
}

/// Of more than 10 000 places results are marked; they are the same to 1e-9 all the same.
#[test]
fn many_places_are_approximate_and_say_so() {
    let mut dice = Dice(5);
    let figures: Vec<Vec<f64>> = (0..2).map(|_| (0..10_001).map(|_| dice.below(100_000) as f64 / 1e3).collect()).collect();
    let set = flat("weighted_arithmetic", &["a", "b-less"]);
    let part = |units: usize| -> Vec<&[f64]> { figures.iter().map(|column| &column[..units]).collect() };
    for normalise in [Normalise::ZScore, Normalise::Rank] {
        // The last place is ranked in neither, so both are measured by the same places.
        let last = Peers::default().with_unranked(Mask::of_rows(10_001, [10_000]));
        let many = try_score(&set, &part(10_001), &last, &by(normalise)).unwrap();
        let few = score(&set, &part(10_000), &by(normalise));
        assert!(many.is_approximate() && many.exact(0).is_none() && many.mark(Lang::Vi).ends_with("tính gần đúng"));
        assert!(!few.is_approximate() && few.exact(0).is_some());
        let (one, other) = (few.scores().score(), many.scores().score());
        assert!(one.iter().zip(other).all(|(one, other)| (one - other).abs() < 1e-9));
    }
}

#[test]
fn tables_carry_what_was_done_in_every_row() {
    let text = "unit_code;name_vi;kind;region;period;a;b\n\
        01;Một;province;Bắc;2025;1;5\n02;Hai;province;Bắc;2025;4;\n03;Ba;province;Nam;2025;;\n";
    let sheet = PanelSheet::from_csv(text.as_bytes(), &CsvOptions::default()).unwrap();
    assert_eq!(sheet.places()[2].region.as_deref(), Some("Nam"));
    let set = flat("weighted_arithmetic", &["a", "b"]);
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let rule =
        Treatment::default().with_impute(Impute::new(ImputeStage::Criterion, Among::Region, Centre::Mean)).with_least_data(dec("0.5"));
    let results = sheet.treated_results(&plan, &rule, Ties::Competition).unwrap();
    let names = results.columns();
    let at = |name: &str| names.iter().position(|own| own == name).unwrap();
    let rows = results.rows(Lang::Vi);
    let cells = |name: &str| rows.iter().map(|row| row[at(name)].as_str()).collect::<Vec<_>>();
    assert_eq!((cells("unit_code"), cells("score")), (vec!["02", "01", "03"], vec!["45", "30", ""]));
    assert_eq!((cells("rank"), cells("figures")), (vec!["1", "2", ""], vec!["1/2", "2/2", "0/2"]));
    assert_eq!(cells("notes"), ["b: thiếu số liệu, điền từ đơn vị khác", "", "không xếp hạng: có 0 % số liệu"]);
    assert!(cells("treatment").iter().all(|said| said.contains("điền bằng trung bình của các đơn vị cùng vùng")));
    assert!(cells("mark").iter().all(|said| said.ends_with("số liệu đã được xử lý theo 2 đơn vị trong bảng")));
    let json: Value = serde_json::from_str(&results.to_json(Lang::En)).unwrap();
    assert_eq!(json["treatment"]["asked"]["impute"], json!({"stage": "criterion", "among": "region", "with": "mean"}));
    assert_eq!(json["treatment"]["inputs"][1]["imputed"], json!(1));
}

/// Places are measured by those of their own period, or by all rows of the table where that is asked; ranks stay within a period.
#[test]
fn several_periods_are_samples_of_their_own_or_one() {
    let text = "unit_code;name_vi;kind;region;period;a\n01;Một;province;N;2024;1\n02;Hai;province;N;2024;4\n03;Ba;province;S;2024;\n\
        01;Một;province;N;2025;2\n02;Hai;province;N;2025;10\n03;Ba;province;S;2025;6\n";
    let sheet = PanelSheet::from_csv(text.as_bytes(), &CsvOptions::default()).unwrap();
    let set = flat("weighted_arithmetic", &["a"]);
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let rule = by(Normalise::MinMax).with_impute(Impute::new(ImputeStage::Criterion, Among::All, Centre::Mean));
    let apart = sheet.treated_results(&plan, &rule, Ties::Competition).unwrap();
    // 1 to 4 with 2.5 in the gap; 2 to 10.
    assert_eq!(exact(apart.treated().unwrap()), ["0", "100", "50", "0", "100", "50"]);
    assert_eq!(apart.treated().unwrap().sample(), 6);
    let ranks = |results: &dothi::PanelResults<'_, '_>| -> Vec<String> {
        (0..6).map(|row| results.ranking(row).map(|own| format!("{}/{}", own.rank(row).unwrap(), own.of())).unwrap_or_default()).collect()
    };
    assert_eq!(ranks(&apart), ["3/3", "1/3", "2/3", "3/3", "1/3", "2/3"]);
    let mark = apart.treated().unwrap().mark(Lang::En);
    assert!(mark.contains("(2024: 3, 2025: 3)") && mark.contains("not to be compared between periods"), "{mark}");
    let json: Value = serde_json::from_str(&apart.to_json(Lang::En)).unwrap();
    let inputs = json["treatment"]["inputs"].as_array().unwrap();
    assert_eq!(
        inputs.iter().map(|own| (own["period"].as_str().unwrap(), own["imputed"].as_u64().unwrap())).collect::<Vec<_>>(),
        [("2024", 1), ("2025", 0)]
    );

    let pooled = sheet.treated_results(&plan, &rule.clone().with_pooled_periods(), Ties::Competition).unwrap();
    // 1 to 10 with (1 + 4 + 2 + 10 + 6) / 5 = 4.6 in the gap.
    let expected = ["0", "33.3333333333333333333333", "40", "11.1111111111111111111111", "100", "55.5555555555555555555556"];
    assert_eq!(exact(pooled.treated().unwrap()), expected);
    assert_eq!(ranks(&pooled), ["3/3", "2/3", "1/3", "3/3", "1/3", "2/3"]);
    let names = pooled.columns();
    let at = names.iter().position(|own| own == "treatment").unwrap();
    assert!(pooled.rows(Lang::Vi).iter().all(|row| row[at].ends_with("mọi kỳ chung một mẫu")));

    // The same figures in an analysis: as they are, and in replications of the one choice.
    for results in [&apart, &pooled] {
        let treatment = results.treated().unwrap().treatment().clone();
        let options = dothi::RobustOptions::new(1, 5).with_treatment(treatment).with_normalise([Normalise::MinMax]);
        let columns = sheet.columns(&plan).unwrap();
        for period in sheet.robust(&plan, &columns, &options).unwrap() {
            let own = period.robust.run(|_| std::ops::ControlFlow::Continue(())).unwrap();
            assert_eq!(own.places.len(), 3);
            for place in own.places {
                let score = results.scores().score()[place.row];
                assert_eq!(place.rank, results.ranking(place.row).unwrap().rank(place.row));
                assert!((place.score - score).abs() < 1e-12 && (place.scores.unwrap().0 - score).abs() < 1e-9);
            }
        }
    }
}

/// A scheme that treats figures is scored as it says, in a table, and nowhere else.
#[test]
fn a_scheme_says_what_is_done_and_nothing_scores_it_otherwise() {
    let set = CriteriaSet::from_json(include_bytes!("../cases/sets/means.json")).unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of().with_scheme("many")).unwrap();
    assert_eq!((plan.obstacle(), plan.treatment().normalise, plan.treatment().least_data), (None, Normalise::Percentile, Some(dec("0.8"))));
    let keys: Vec<&str> = plan.inputs().iter().map(|input| input.key.as_str()).collect();
    let row =
        |code: &str, region: &str, value: &str| format!("{code};{code};province;{region};2025{}\n", format!(";{value}").repeat(keys.len()));
    let text = format!("unit_code;name_vi;kind;region;period;{}\n", keys.join(";"))
        + &row("01", "B", "2,5")
        + &row("02", "N", "7,5")
        + &row("03", "N", "");
    let sheet = PanelSheet::from_csv(text.as_bytes(), &CsvOptions::default()).unwrap();
    let results = sheet.results(&plan, Ties::Competition).unwrap();
    assert_eq!(results.treated().unwrap().treatment(), &plan.treatment());
    assert_eq!(results.treated().unwrap().sample(), 2);
    // Two places: the one behind has the percentile 1/4, the other 3/4.
    assert_eq!(exact(results.treated().unwrap())[..2], ["25", "75"]);
    assert_eq!(results.ranking(2).map(|ranking| ranking.of()), None);
    let columns = sheet.columns(&plan).unwrap();
    let findings = plan.score(&columns, &mut dothi::Scores::default()).unwrap_err();
    assert!(findings.to_string().contains("panel.treatment"), "{findings}");
    let city = dothi::CityData::blank(UnitKind::Province, "Ví Dụ");
    let alone = set.assess(&city, &crate::support::as_of().with_scheme("many")).map(|_| ()).unwrap_err();
    assert_eq!(alone.iter().map(|f| f.code().as_str()).collect::<Vec<_>>(), ["city.kind_is_our_reading", "city.panel_only"]);
}

/// A ratio is normalised as the exact path finds it, with both figures; a scheme of columns that hold the ratio gives the same.
#[test]
fn values_of_several_figures_are_normalised() {
    let ratio = |own: &mut Value| {
        let text = |words: &str| json!({"vi": words, "en": words});
        let point = &mut own["data_points"][0];
        let unit = point["inputs"][0]["unit"].clone();
        point["inputs"] = json!([
            {"role": "numerator", "title": text("Above"), "unit": unit, "minimum": "0", "within": "denominator"},
            {"role": "denominator", "title": text("Below"), "unit": unit, "above": "0"}
        ]);
        point["derive"] = json!({"op": "ratio", "of": [{"op": "input", "role": "numerator"}, {"op": "input", "role": "denominator"}]});
    };
    let mut made: Value = serde_json::from_slice(include_bytes!("../cases/sets/weights.json")).unwrap();
    let template = made["criteria"][0].clone();
    let criterion = |name: &str| {
        let mut own = template.clone();
        (own["id"], own["label"]) = (json!(name), json!(name));
        own
    };
    let mut first = criterion("a");
    ratio(&mut first);
    made["criteria"] = json!([first, criterion("b")]);
    (made["groups"], made["parameters"]) = (json!([]), json!([]));
    let mut scheme = made["schemes"][1].clone();
    (scheme["tree"], scheme["missing"]) =
        (json!({"aggregate": "weighted_arithmetic", "children": leaves(&["a", "b"])}), missing("exclude"));
    made["schemes"] = json!([scheme]);
    let set = CriteriaSet::from_json(&serde_json::to_vec(&made).unwrap()).unwrap_or_else(|findings| panic!("{findings}"));
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    assert_eq!((plan.obstacle(), plan.treatment_obstacle()), (Some(dothi::Obstacle::Derived), None));
    let (above, below, other): (&[f64], &[f64], &[f64]) = (&[1.0, 2.0, 3.0, NAN], &[4.0, 4.0, 3.0, 5.0], &[5.0, 1.0, 2.0, 3.0]);
    let named = |above| [("a/numerator", Column::from(above)), ("a/denominator", Column::from(below)), ("b", Column::from(other))];
    let columns = plan.columns(4, named(above)).unwrap_or_else(|findings| panic!("{findings}"));
    // The plain scheme of the quotients 1/4, 1/2, 1.
    let plain = flat("weighted_arithmetic", &["a", "b"]);
    for rule in RELATIVE.map(by).into_iter().chain([by(Normalise::MinMax).with_least_data(dec("0.9"))]) {
        let own = plan.score_treated(&columns, &Peers::default(), &rule).unwrap_or_else(|findings| panic!("{findings}"));
        let expected = score(&plain, &[&[0.25, 0.5, 1.0, NAN], other], &rule);
        assert_eq!(exact(&own), exact(&expected), "{rule:?}");
        assert_eq!((0..4).map(|row| own.figures(row)).collect::<Vec<_>>(), [(2, 2), (2, 2), (2, 2), (1, 2)]);
    }
    let mean = by(Normalise::MinMax).with_impute(Impute::new(ImputeStage::Criterion, Among::All, Centre::Median));
    let own = plan.score_treated(&columns, &Peers::default(), &mean).unwrap();
    assert_eq!(own.notes(3).map(|note| note.text(Lang::En)).collect::<Vec<_>>(), ["a: missing, filled from other units"]);
    // What only the exact path sees; and what needs columns is refused with its reason.
    let wrong = plan.columns(4, named(&[1.0, 2.0, 4.0, NAN])).unwrap();
    let findings = plan.score_treated(&wrong, &Peers::default(), &mean).unwrap_err();
    assert_eq!(
        findings.iter().filter(|own| own.severity() == dothi::Severity::Error).map(|own| own.code().as_str()).collect::<Vec<_>>(),
        ["city.above_denominator"]
    );
    let options = dothi::RobustOptions::new(1, 10).with_normalise([Normalise::MinMax, Normalise::Rank]);
    assert!(plan.robust(&columns, &options).err().unwrap().to_string().contains("made of several figures"));
    let looked = dothi::DiagnoseOptions::default().with_treatment(mean);
    assert!(plan.diagnose(&columns, &looked, |_| true).unwrap_err().to_string().contains("made of several figures"));
}
