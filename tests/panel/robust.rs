//! Robustness of ranks and levels against answers that are known.

use crate::made::{Dice, Given, Made, columns};
use crate::made_up;
use crate::support::as_of;
use dothi::{
    Code, Column, CriteriaSet, Dec, Doubt, DoubtBy, FigureError, PanelPlan, Replication, RobustMean, RobustOptions, RobustResults,
    RobustStop, SobolOf, UnitKind, WeightDoubt,
};
use serde_json::{Value, json};
use std::ops::ControlFlow;

/// A set of criteria from 0 to 1 with these weights, or with a tree of its own.
pub fn set(weights: &[&str], more: impl FnOnce(&mut Value)) -> CriteriaSet {
    let leaf = |(i, weight): (usize, &&str)| json!({"criterion": format!("c-{i}"), "weight": weight});
    let tree = json!({"aggregate": "weighted_arithmetic", "children": weights.iter().enumerate().map(leaf).collect::<Vec<_>>()});
    let missing = made_up::missing("exclude", "0.5");
    let scheme = json!({"tree": tree, "missing": missing, "scale": "100", "score": {"of": "value"}, "levels": []});
    let criteria = (0..weights.len()).map(|i| made_up::criterion(&format!("c-{i}"), "0", "1")).collect();
    let mut set = made_up::set("test-robust", Vec::new(), criteria, scheme);
    more(&mut set);
    made_up::load(&set)
}

pub fn plan(set: &CriteriaSet) -> PanelPlan<'_> {
    set.panel(UnitKind::Province, &as_of()).unwrap()
}

/// Places by their figures of all criteria.
pub fn places(plan: &PanelPlan<'_>, rows: &[&[f64]]) -> dothi::Columns<'static> {
    let column = |at: usize| Column::from(rows.iter().map(|row| row[at]).collect::<Vec<f64>>());
    let all: Vec<(String, Column<'static>)> = plan.inputs().iter().enumerate().map(|(at, own)| (own.key.clone(), column(at))).collect();
    plan.columns(rows.len(), all.iter().map(|(key, column)| (key.as_str(), column.clone()))).unwrap()
}

fn run(plan: &PanelPlan<'_>, rows: &[&[f64]], options: &RobustOptions) -> RobustResults {
    let columns = places(plan, rows);
    plan.robust(&columns, options).unwrap_or_else(|findings| panic!("{findings}")).run(|_| ControlFlow::Continue(())).unwrap()
}

const DIRICHLET: WeightDoubt = WeightDoubt::Dirichlet { concentration: 3.0 };

#[test]
fn two_places_by_hand() {
    // Weights 2 and 1 under Dirichlet(3): the first is Beta(2, 1), above a half in 3 of 4 cases, with mean 2/3 and variance 1/18.
    let set = set(&["2", "1"], |_| {});
    let options = RobustOptions::new(7, 10_000).with_weights(DIRICHLET).with_pairs();
    let results = run(&plan(&set), &[&[1.0, 0.0], &[0.0, 1.0]], &options);
    let first = &results.places[0];
    let share = results.at_or_above(0, 1).unwrap();
    // Five standard errors of a share of 10 000.
    assert!((share - 0.75).abs() < 5.0 * (0.75f64 * 0.25 / 10_000.0).sqrt(), "{share}");
    assert!((results.at_or_above(1, 0).unwrap() - (1.0 - share)).abs() < 1e-12);
    assert_eq!((results.at_or_above(0, 0), results.at_or_above(2, 0), results.at_or_above(0, 2)), (Some(1.0), None, None));
    let (mean, deviation) = first.scores.unwrap();
    assert!((mean - 200.0 / 3.0).abs() < 1.2 && (deviation - 100.0 * (1.0f64 / 18.0).sqrt()).abs() < 1.2, "{mean} {deviation}");
    let ranks = first.ranks.unwrap();
    assert_eq!((ranks.low, ranks.median, ranks.high), (1, 1, 2));
    assert!((ranks.mean - (2.0 - share)).abs() < 1e-12);
    assert!((results.mean_shift - (1.0 - share)).abs() < 1e-12);
    assert_eq!(first.rank.unwrap().to_string(), "1");
}

#[test]
fn weights_are_dirichlet_or_within_their_band() {
    let set = set(&["5", "3", "2", "0"], |_| {});
    let plan = plan(&set);
    let columns = places(&plan, &[&[0.1, 0.2, 0.3, 0.4]]);
    let options = RobustOptions::new(1, 5_000).with_weights(WeightDoubt::Dirichlet { concentration: 20.0 });
    let robust = plan.robust(&columns, &options).unwrap();
    let drawn: Vec<Vec<f64>> = (0..5_000).map(|n| robust.replication(n).weights.iter().map(|own| own.weight).collect()).collect();
    for (at, weight) in [0.5, 0.3, 0.2].into_iter().enumerate() {
        let mean = drawn.iter().map(|own| own[at]).sum::<f64>() / 5_000.0;
        let variance = drawn.iter().map(|own| (own[at] - mean) * (own[at] - mean)).sum::<f64>() / 5_000.0;
        let expected = weight * (1.0 - weight) / 21.0;
        assert!((mean - weight).abs() < 5.0 * (expected / 5_000.0).sqrt(), "{mean}");
        assert!((variance / expected - 1.0).abs() < 0.12, "{variance} {expected}");
    }
    // Covariance of a Dirichlet: -w·v / (concentration + 1).
    let mean = |at: usize| drawn.iter().map(|own| own[at]).sum::<f64>() / 5_000.0;
    let together = drawn.iter().map(|own| (own[0] - mean(0)) * (own[1] - mean(1))).sum::<f64>() / 5_000.0;
    assert!((together + 0.15 / 21.0).abs() < 0.001, "{together}");
    assert!(drawn.iter().all(|own| own.len() == 3 && (own.iter().sum::<f64>() - 1.0).abs() < 1e-12), "a weight of 0 is no part of it");

    let band = plan.robust(&columns, &RobustOptions::new(1, 100).with_weights(WeightDoubt::Band { percent: 25.0 })).unwrap();
    for number in 0..2_000 {
        let own = band.replication(number).weights;
        // Before they are brought to one, 5 is within 3.75 and 6.25, 3 within 2.25 and 3.75.
        let ratio = own[0].weight / own[1].weight;
        assert!((3.75 / 3.75..=6.25 / 2.25).contains(&ratio), "{ratio}");
        assert!((own.iter().map(|own| own.weight).sum::<f64>() - 1.0).abs() < 1e-12);
    }
    let names: Vec<_> = band.replication(0).weights.into_iter().map(|own| (own.group, own.child)).collect();
    assert_eq!(names, [(None, "c-0".into()), (None, "c-1".into()), (None, "c-2".into())]);
}

#[test]
fn goalposts_and_figures_are_drawn_as_asked() {
    let set = set(&["1", "1"], |_| {});
    let plan = plan(&set);
    let columns = places(&plan, &[&[0.5, 0.25], &[0.5, 0.5]]);
    let options = RobustOptions::new(9, 4_000)
        .with_assumed(10.0)
        .with_error("c-0", FigureError::Standard(0.1))
        .with_error("c-1", FigureError::Survey { people: 100.0, whole: 1.0 });
    let robust = plan.robust(&columns, &options).unwrap();
    let all: Vec<Replication> = (0..4_000).map(|number| robust.replication(number)).collect();
    assert!(all.iter().flat_map(|own| &own.goalposts).all(|(_, worst, best)| worst.abs() <= 0.1 && (best - 1.0).abs() <= 0.1));
    for (column, row, mean, error) in [("c-0", 0, 0.5, 0.1), ("c-1", 0, 0.25, (0.25f64 * 0.75 / 100.0).sqrt()), ("c-1", 1, 0.5, 0.05)] {
        let drawn: Vec<f64> =
            all.iter().flat_map(|own| &own.figures).filter(|own| own.0 == column && own.1 == row).map(|own| own.2).collect();
        let own = drawn.iter().sum::<f64>() / 4_000.0;
        let deviation = (drawn.iter().map(|x| (x - own) * (x - own)).sum::<f64>() / 4_000.0).sqrt();
        assert!(
            (own - mean).abs() < 5.0 * error / 4_000f64.sqrt() && (deviation / error - 1.0).abs() < 0.06,
            "{column} {row} {own} {deviation}"
        );
    }
    let results = robust.run(|_| ControlFlow::Continue(())).unwrap();
    // Both shares of the second place are 0.5 in the mean.
    let (mean, deviation) = results.places[1].scores.unwrap();
    assert!((mean - 50.0).abs() < 1.0 && deviation > 5.0, "{mean} {deviation}");
}

#[test]
fn a_place_that_is_better_everywhere_is_always_first() {
    let mut dice = Dice(11);
    for round in 0..10 {
        let made = Made::random(&mut dice);
        let set = made.set(&[]);
        let plan = plan(&set);
        let mut all = made.places(&mut dice, 12);
        let posts = set.criteria().iter().map(|own| match &own.judge[0].method {
            dothi::Method::Goalposts { worst, best, .. } => Given::Figure(if best > worst { 1e9 } else { -1e9 }),
            _ => Given::Nothing,
        });
        all.push(posts.collect());
        let columns = columns(&plan, &all);
        let options = RobustOptions::new(round, 200).with_weights(WeightDoubt::Dirichlet { concentration: 5.0 }).with_assumed(20.0);
        let results = plan.robust(&columns, &options).unwrap().run(|_| ControlFlow::Continue(())).unwrap();
        let own = results.places.iter().find(|place| place.row == all.len() - 1).unwrap();
        let ranks = own.ranks.unwrap();
        assert_eq!((ranks.low, ranks.high, ranks.mean), (1, 1, 1.0));
        assert!((own.score - results.places.iter().map(|place| place.score).fold(f64::MIN, f64::max)).abs() < 1e-9);
    }
}

#[test]
fn nothing_depends_on_the_order_of_rows_but_figures_drawn_by_row() {
    let mut dice = Dice(5);
    let made = Made::random(&mut dice);
    let set = made.set(&[]);
    let plan = plan(&set);
    let all = made.places(&mut dice, 40);
    let turned: Vec<Vec<Given>> = all.iter().rev().cloned().collect();
    let options = RobustOptions::new(3, 2_000).with_weights(WeightDoubt::Band { percent: 50.0 }).with_assumed(15.0).with_pairs();
    let of = |rows: &[Vec<Given>]| {
        let columns = columns(&plan, rows);
        plan.robust(&columns, &options).unwrap().run(|_| ControlFlow::Continue(())).unwrap()
    };
    let (one, other) = (of(&all), of(&turned));
    assert_eq!(one.places.len(), other.places.len());
    for (at, (a, b)) in one.places.iter().zip(other.places.iter().rev()).enumerate() {
        assert_eq!((a.row, a.rank, a.ranks), (39 - b.row, b.rank, b.ranks));
        assert_eq!(a.scores.map(|(mean, _)| mean.to_bits()), b.scores.map(|(mean, _)| mean.to_bits()));
        let back = |place: usize| one.places.len() - 1 - place;
        for place in 0..one.places.len() {
            assert_eq!(one.at_or_above(at, place), other.at_or_above(back(at), back(place)));
        }
    }
}

#[test]
fn nothing_depends_on_threads() {
    let mut dice = Dice(8);
    let set = set(&["1", "2", "3", "4", "5"], |_| {});
    let plan = plan(&set);
    let rows: Vec<Vec<f64>> = (0..30).map(|_| (0..5).map(|_| dice.below(100) as f64 / 100.0).collect()).collect();
    let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
    let columns = places(&plan, &rows);
    let options = RobustOptions::new(3, 4_000)
        .with_weights(WeightDoubt::Dirichlet { concentration: 9.0 })
        .with_error("c-0", FigureError::Standard(0.1))
        .with_pairs();
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| plan.robust(&columns, &options).unwrap().run(|_| ControlFlow::Continue(())).unwrap())
    };
    let one = on(1);
    assert!(one.mean_shift > 0.0);
    assert_eq!([on(2), on(3)], [one.clone(), one]);
}

#[test]
fn without_anything_to_draw_it_is_the_edition() {
    let mut dice = Dice(21);
    let mut ranked = 0;
    for _ in 0..30 {
        let made = Made::of_any_mean(&mut dice);
        let set = made.set(&[]);
        let plan = plan(&set);
        let columns = columns(&plan, &made.places(&mut dice, 20));
        // An error that no figure of more than 1e-280 sees.
        let options = RobustOptions::new(1, 2).with_error("c-0", FigureError::Standard(1e-300));
        let results = plan.robust(&columns, &options).unwrap().run(|_| ControlFlow::Continue(())).unwrap();
        for place in &results.places {
            let (mean, deviation) = place.scores.unwrap();
            assert!((mean - place.score).abs() < 1e-9 && deviation < 1e-9, "{mean} {}", place.score);
            let ranks = place.ranks.unwrap();
            // The exact path tells more scores apart; these are told apart from 1e-12 of a full one on.
            let above = results.places.iter().filter(|other| other.score > place.score * (1.0 + 1e-12) + 1e-12).count();
            assert_eq!((ranks.low, ranks.high), (u32::try_from(above).unwrap() + 1, ranks.low), "{place:?}");
            ranked += 1;
        }
    }
    assert!(ranked > 200, "{ranked}");
}

#[test]
fn means_are_drawn_evenly_and_are_what_they_say() {
    let set = set(&["1", "3"], |_| {});
    let plan = plan(&set);
    let columns = places(&plan, &[&[0.25, 0.81], &[0.5, 0.0]]);
    let options = RobustOptions::new(6, 3_000).with_means([RobustMean::Arithmetic, RobustMean::Geometric, RobustMean::Harmonic]);
    let robust = plan.robust(&columns, &options).unwrap();
    let drawn: Vec<_> = (0..3_000).map(|number| robust.replication(number).mean.unwrap()).collect();
    for own in [RobustMean::Arithmetic, RobustMean::Geometric, RobustMean::Harmonic] {
        let count = drawn.iter().filter(|other| **other == own).count();
        assert!(count.abs_diff(1_000) < 130, "{own:?} {count}");
    }
    let results = robust.run(|_| ControlFlow::Continue(())).unwrap();
    let part = |own: RobustMean| drawn.iter().filter(|other| **other == own).count() as f64 / 3_000.0;
    // (0.25 + 3·0.81) / 4; the fourth root of 0.25 · 0.81³; 4 / (1 / 0.25 + 3 / 0.81).
    let by_hand = [(RobustMean::Arithmetic, 67.0), (RobustMean::Geometric, 60.373_8), (RobustMean::Harmonic, 51.923_1)];
    let expected: f64 = by_hand.iter().map(|(own, score)| part(*own) * score).sum();
    assert!((results.places[0].scores.unwrap().0 - expected).abs() < 1e-3, "{:?} {expected}", results.places[0].scores);
    // A share of nothing: 0 by two of three.
    assert!((results.places[1].scores.unwrap().0 - 12.5 * part(RobustMean::Arithmetic)).abs() < 1e-9);
    let twice = RobustOptions::new(6, 3).with_means([RobustMean::Geometric, RobustMean::Geometric]);
    assert!(plan.robust(&columns, &twice).err().unwrap().iter().all(|own| own.code() == Code::RobustDoesNotFit));
}

/// The numbers of this very run, written down: any machine, thread count and instruction set gives them.
#[test]
fn the_same_bits_everywhere() {
    let rows: Vec<Vec<f64>> = (0..9).map(|row| (0..4).map(|at| f64::from((row * 7 + at * 5) % 11) / 10.0).collect()).collect();
    let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
    let set = set(&["4", "3", "2", "1"], |_| {});
    let options = RobustOptions::new(20_261_122, 5_000)
        .with_weights(WeightDoubt::Dirichlet { concentration: 8.0 })
        .with_assumed(10.0)
        .with_error("c-1", FigureError::Relative(10.0))
        .with_pairs();
    let results = run(&plan(&set), &rows, &options);
    let mut digest = 0xcbf2_9ce4_8422_2325u64;
    let mut take = |bits: u64| digest = (digest ^ bits).wrapping_mul(0x0100_0000_01b3);
    for (at, place) in results.places.iter().enumerate() {
        let (ranks, (mean, deviation)) = (place.ranks.unwrap(), place.scores.unwrap());
        [ranks.mean, mean, deviation, f64::from(ranks.low), f64::from(ranks.high)].map(f64::to_bits).into_iter().for_each(&mut take);
        (0..results.places.len()).for_each(|other| take(results.at_or_above(at, other).unwrap().to_bits()));
    }
    assert_eq!(digest, 0xec63_620c_232e_7a2f, "{digest:#x}");
}

#[test]
fn levels_are_counted_and_limits_reached_exactly_are_reached() {
    // One criterion, so that its weight is always all: the score is its share. The first place sits on the limit.
    let limits = ["50", "80"];
    let set = set(&["1", "1"], |set| {
        let level = |(at, min): (usize, &&str)| json!({"level": at + 1, "title": {"vi": "Cấp độ", "en": "Level"}, "conditions": [{"condition": "node_value", "of": "value", "op": "ge", "min": min}]});
        set["schemes"][0]["levels"] = limits.iter().enumerate().map(level).collect();
    });
    let plan = plan(&set);
    let options = RobustOptions::new(2, 10_000).with_weights(WeightDoubt::Dirichlet { concentration: 2.0 });
    let results = run(&plan, &[&[0.5, 0.5], &[1.0, 0.0], &[0.0, f64::NAN]], &options);
    let reached = |place: usize| results.places[place].levels.as_ref().unwrap().reached.clone();
    assert_eq!(reached(0), [0.0, 1.0, 0.0]);
    // Even on 0 to 1: half below 50, three tenths below 80, two tenths above.
    for (own, expected) in reached(1).into_iter().zip([0.5, 0.3, 0.2]) {
        assert!((own - expected).abs() < 0.025, "{own} {expected}");
    }
    assert_eq!(reached(2), [1.0, 0.0, 0.0]);
}

#[test]
fn an_edition_without_a_score_has_levels_and_no_ranks() {
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let plan = plan(&set);
    let rows = 2;
    let figure = |input: &dothi::PanelInput| match (input.kind, input.role) {
        (dothi::DataKind::Number, dothi::Role::Denominator) => 100.0,
        (dothi::DataKind::Number, _) => 75.0,
        _ => 1.0,
    };
    let all = plan.inputs().iter().map(|input| (input.key.as_str(), Column::from(vec![figure(input); rows])));
    let columns = plan.columns(rows, all).unwrap().with_sampling(dothi::Sampling::Probability);
    let is_count = |own: &&dothi::PanelInput| {
        let criterion = set.criterion(&own.criterion).unwrap();
        own.role == dothi::Role::Numerator && matches!(criterion.judge[0].method, dothi::Method::Survey { .. })
    };
    let counted = plan.inputs().iter().find(is_count).unwrap().key.clone();
    let options = RobustOptions::new(4, 12).with_assumed(20.0).with_error(counted.as_str(), FigureError::Counted);
    let robust = plan.robust(&columns, &options).unwrap_or_else(|findings| panic!("{findings}"));
    let design = robust.replication(3);
    assert!(!design.thresholds.is_empty() && !design.parameters.is_empty() && design.weights.is_empty());
    assert_eq!(design.figures.len(), 2);
    let (key, _, drawn) = &design.figures[0];
    assert!(*key == counted && (drawn - 75.0).abs() > 0.5 && drawn.fract().abs() < 1e-9 && *drawn <= 100.0, "{drawn}");
    let basic = |design: &Replication| design.parameters.iter().map(|(id, level, value)| (id.clone(), *level, *value)).collect::<Vec<_>>();
    assert_eq!(basic(&design), basic(&robust.replication(3)));
    let away = |(id, level, value): &(String, Option<u32>, Dec)| {
        let own = set.header().parameters.iter().find(|own| (&own.id, own.level) == (id, *level)).unwrap();
        own.value == Dec::ZERO || own.value != *value
    };
    assert!(design.parameters.iter().all(away));
    let results = robust.run(|_| ControlFlow::Continue(())).unwrap();
    for place in &results.places {
        let levels = place.levels.as_ref().unwrap();
        assert!(place.rank.is_none() && place.ranks.is_none() && place.scores.is_none());
        assert!((levels.reached.iter().sum::<f64>() + levels.open + levels.refused - 1.0).abs() < 1e-12);
    }
    // Weights are no part of such an edition.
    let findings = plan.robust(&columns, &RobustOptions::new(4, 12).with_weights(DIRICHLET)).err().unwrap();
    assert_eq!(findings.iter().map(dothi::Finding::code).collect::<Vec<_>>(), [Code::RobustDoesNotFit]);
}

#[test]
fn everything_wrong_is_said_at_once() {
    let set = set(&["1", "1"], |_| {});
    let plan = plan(&set);
    let columns = places(&plan, &[&[0.5, 0.25], &[0.5, 0.5]]);
    let codes = |options: RobustOptions| -> Vec<Code> {
        plan.robust(&columns, &options).err().map(|all| all.iter().map(dothi::Finding::code).collect()).unwrap_or_default()
    };
    assert_eq!(codes(RobustOptions::new(0, 10)), [Code::RobustNothingVaries]);
    let wrong = RobustOptions::new(0, 0)
        .with_weights(WeightDoubt::Dirichlet { concentration: f64::NAN })
        .with_assumed(-1.0)
        .with_error("nowhere", FigureError::Relative(5.0))
        .with_error("c-0", FigureError::Counted)
        .with_error("c-0", FigureError::Places(vec![1.0, -1.0, 2.0]));
    let expected = [
        Code::RobustOutOfRange,
        Code::RobustOutOfRange,
        Code::RobustOutOfRange,
        Code::PanelUnknownColumn,
        Code::RobustDoesNotFit,
        Code::PanelColumnLength,
        Code::RobustOutOfRange,
        Code::PanelDoubledColumn,
    ];
    assert_eq!(codes(wrong), expected);
    let own = dothi::builtin::load("dti-922").unwrap();
    let derived = own.panel(UnitKind::Province, &as_of()).unwrap();
    let columns = derived.columns(0, []).unwrap();
    let findings = derived.robust(&columns, &RobustOptions::new(0, 1).with_assumed(5.0)).err().unwrap();
    assert_eq!(findings.iter().map(dothi::Finding::code).collect::<Vec<_>>(), [Code::RobustDoesNotFit]);
    let figures = vec![0.5; 4_097];
    let many = derived.columns(4_097, derived.inputs().iter().map(|own| (own.key.as_str(), Column::from(figures.as_slice())))).unwrap();
    let findings = derived.robust(&many, &RobustOptions::new(0, 1).with_weights(DIRICHLET)).err().unwrap();
    assert_eq!(findings.iter().map(dothi::Finding::code).collect::<Vec<_>>(), [Code::RobustTooMuch]);
    for finding in &findings {
        assert!(finding.message(dothi::Lang::Vi).contains("4097 đơn vị, giới hạn là 4096"), "{}", finding.message(dothi::Lang::Vi));
    }
}

#[test]
fn a_run_can_be_cancelled_and_says_how_far_it_is() {
    let set = set(&["1", "1"], |_| {});
    let plan = plan(&set);
    let columns = places(&plan, &[&[0.5, 0.25], &[0.5, 0.5]]);
    let robust = plan.robust(&columns, &RobustOptions::new(0, 50_000).with_weights(DIRICHLET)).unwrap();
    let mut seen = Vec::new();
    let stopped = robust.run(|progress| {
        seen.push(progress.done);
        if progress.done > 10_000 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(stopped.err(), Some(RobustStop::Cancelled));
    assert!(seen.is_sorted() && seen.len() > 1 && *seen.last().unwrap() < 50_000, "{seen:?}");
    robust
        .run(|progress| {
            assert_eq!(progress.of, 50_000);
            ControlFlow::Continue(())
        })
        .unwrap();
}

#[test]
fn too_little_there_is_decided_by_the_weights_of_the_edition() {
    let set = set(&["1", "1", "2"], |_| {});
    let options = RobustOptions::new(0, 500).with_weights(WeightDoubt::Dirichlet { concentration: 2.0 });
    // A half of the weight is enough, whatever is drawn; a quarter is not.
    let results = run(&plan(&set), &[&[1.0, 1.0, f64::NAN], &[f64::NAN, 0.5, f64::NAN], &[0.0, 0.0, 0.0]], &options);
    assert_eq!(results.places.iter().map(|place| place.row).collect::<Vec<_>>(), [0, 2]);
    let (mean, deviation) = results.places[0].scores.unwrap();
    assert!((mean - 100.0).abs() < 1e-9 && deviation < 1e-9);
}

#[test]
fn variance_is_explained_by_what_brings_it_about() {
    // Only the first criterion has an error, so all of the spread of scores is its own; weights add theirs to ranks and scores.
    let set = set(&["1", "1"], |_| {});
    let plan = plan(&set);
    let columns = places(&plan, &[&[0.5, 0.25], &[0.25, 0.45]]);
    let figures = RobustOptions::new(1, 400).with_error("c-0", FigureError::Standard(0.05));
    let robust = plan.robust(&columns, &figures).unwrap();
    for own in robust.sobol(DoubtBy::Item, 100, |_| ControlFlow::Continue(())).unwrap() {
        let [index] = own.indices.as_slice() else { panic!("{own:?}") };
        assert_eq!((index.doubt.kind, index.doubt.item.as_deref()), (Doubt::Figures, Some("c-0")));
        // All in all: with one factor, A with it from B is B.
        assert!((index.first.value - 1.0).abs() < 1e-12 && (index.total.value - 1.0).abs() < 0.2, "{own:?}");
        assert!(index.total.low < index.total.value && index.total.value < index.total.high);
    }
    let both = figures.with_weights(WeightDoubt::Band { percent: 40.0 });
    let robust = plan.robust(&columns, &both).unwrap();
    let all = robust.sobol(DoubtBy::Kind, 100, |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(all.iter().map(|own| own.of).collect::<Vec<_>>(), [SobolOf::MeanShift, SobolOf::Score(0), SobolOf::Score(1)]);
    for own in &all[1..] {
        let kinds: Vec<Doubt> = own.indices.iter().map(|index| index.doubt.kind).collect();
        assert_eq!(kinds, [Doubt::Weights, Doubt::Figures]);
        let sum: f64 = own.indices.iter().map(|index| index.first.value).sum();
        // A weighted mean of a drawn figure: next to nothing is brought about by both together.
        assert!((sum - 1.0).abs() < 0.25, "{own:?}");
        assert!(own.indices.iter().all(|index| index.total.value > 0.1), "{own:?}");
    }
    let stopped = robust.sobol(DoubtBy::Kind, 5, |_| ControlFlow::Continue(()));
    assert!(matches!(stopped, Err(RobustStop::Findings(found)) if found.iter().all(|own| own.code() == Code::RobustOutOfRange)));
}

#[test]
fn the_weight_that_turns_an_order_round_by_hand() {
    // 0.6·x + 0.4·y: 0.56 against 0.5. With weight w of the first, 0.8w + 0.2(1 - w) = 0.2w + 0.95(1 - w) at w = 0.75 / 1.35.
    let set = set(&["3", "2"], |_| {});
    let plan = plan(&set);
    let columns = places(&plan, &[&[0.8, 0.2], &[0.2, 0.95], &[0.1, 0.1], &[0.2, 0.95]]);
    let robust = plan.robust(&columns, &RobustOptions::new(1, 1).with_weights(DIRICHLET)).unwrap();
    let flips = robust.flips(0, 1).unwrap();
    assert_eq!(flips.iter().map(|own| own.child.as_str()).collect::<Vec<_>>(), ["c-0", "c-1"]);
    for (own, to) in flips.iter().zip([0.75 / 1.35, 0.6 / 1.35]) {
        assert!(own.closed_form && own.group.is_none() && (own.to - to).abs() < 1e-12, "{own:?}");
    }
    assert!((flips[0].from - 0.6).abs() < 1e-12);
    assert!(robust.flips(0, 2).unwrap().is_empty(), "better everywhere");
    assert!(robust.flips(1, 3).unwrap().is_empty(), "equal already");
    assert!(robust.flips(0, 9).unwrap().is_empty());
}

#[test]
fn a_weight_found_by_bisection_makes_scores_equal() {
    let geometric = set(&["3", "2"], |set| set["schemes"][0]["tree"]["aggregate"] = json!("weighted_geometric"));
    let plan = plan(&geometric);
    let columns = places(&plan, &[&[0.8, 0.2], &[0.2, 0.95]]);
    let robust = plan.robust(&columns, &RobustOptions::new(1, 1).with_weights(DIRICHLET)).unwrap();
    let flips = robust.flips(0, 1).unwrap();
    // w ln 0.8 + (1 - w) ln 0.2 = w ln 0.2 + (1 - w) ln 0.95.
    let (a, b, c) = (-0.223_143_551_314_209_76, -1.609_437_912_434_100_3, -0.051_293_294_387_550_58);
    let to: f64 = (c - b) / (a - b - b + c);
    let own = flips.iter().find(|own| own.child == "c-0").unwrap();
    assert!(!own.closed_form && (own.to - to).abs() < 1e-12, "{flips:?} {to}");
}

#[test]
fn a_tornado_by_hand() {
    // Only the third place can pass the second: by the weight of the first criterion.
    let set = set(&["1", "1"], |_| {});
    let plan = plan(&set);
    let columns = places(&plan, &[&[1.0, 1.0], &[0.5, 0.5], &[0.9, 0.08]]);
    let options =
        RobustOptions::new(1, 1).with_weights(WeightDoubt::Band { percent: 20.0 }).with_assumed(5.0).with_means([RobustMean::Harmonic]);
    let bars = plan.robust(&columns, &options).unwrap().tornado().unwrap();
    assert_eq!(bars.len(), 5);
    let weight = bars.iter().find(|own| (own.kind, own.item.as_str()) == (Doubt::Weights, "c-0")).unwrap();
    let (low, high) = (weight.low.unwrap(), weight.high);
    assert!((low.at - 0.4 / 0.9).abs() < 1e-12 && (high.at - 0.6 / 1.1).abs() < 1e-12, "{weight:?}");
    // 0.08 + 0.82·0.545 > 0.5: the two change places.
    assert_eq!((low.shift.moved, high.shift.moved, high.shift.most), (0, 2, 1));
    assert!((high.shift.mean - 2.0 / 3.0).abs() < 1e-12);
    let harmonic = bars.iter().find(|own| own.kind == Doubt::Means).unwrap();
    assert_eq!((harmonic.item.as_str(), harmonic.low, harmonic.high.shift.moved), ("harmonic", None, 0));
    assert!(bars.windows(2).all(|pair| {
        let size = |bar: &dothi::TornadoBar| bar.low.map_or(0.0, |end| end.shift.mean).max(bar.high.shift.mean);
        size(&pair[0]) >= size(&pair[1])
    }));
}

#[test]
fn a_criterion_left_out_by_hand() {
    let text = |words: &str| json!({"vi": words, "en": words});
    let cites = json!([{"source": "made-up", "clause": "all"}]);
    let set = set(&["1", "1", "1"], |set| {
        set["groups"] = json!([{"id": "alone", "label": "a", "title": text("Alone"), "cites": cites}]);
        let inner =
            json!({"group": "alone", "weight": "2", "aggregate": "weighted_arithmetic", "children": [{"criterion": "c-2", "weight": "1"}]});
        set["schemes"][0]["tree"]["children"][2] = inner;
    });
    let plan = plan(&set);
    // (x + y + 2z) / 4: 0.5, 0.45, 0.4 and one that has only the third.
    let columns = places(&plan, &[&[0.0, 0.0, 1.0], &[0.8, 1.0, 0.0], &[0.4, 0.4, 0.4], &[f64::NAN, f64::NAN, 0.1]]);
    let robust = plan.robust(&columns, &RobustOptions::new(1, 1).with_weights(DIRICHLET)).unwrap();
    let out = robust.leave_one_out().unwrap();
    assert_eq!(out.len(), 3);
    let without = |id: &str| out.iter().find(|own| own.criterion == id).unwrap();
    // Without the third only x and y count, and the last place has nothing.
    assert_eq!((without("c-2").ranks.clone(), without("c-2").shift.lost), (vec![3, 1, 2, 4], 1));
    // (y + 2z) / 3: 0.667, 0.333, 0.4, 0.1.
    assert_eq!((without("c-0").ranks.clone(), without("c-0").shift.moved), (vec![1, 3, 2, 4], 2));
    assert_eq!(out[0].criterion, "c-2");
    // Where everything is judged place by place there are no weights.
    let own = dothi::builtin::load("vn-ssc").unwrap();
    let plan = own.panel(UnitKind::Province, &as_of()).unwrap();
    let columns = plan.columns(1, []).unwrap();
    let robust = plan.robust(&columns, &RobustOptions::new(1, 1).with_assumed(5.0)).unwrap();
    assert!(robust.leave_one_out().is_err() && robust.flips(0, 0).is_err());
    let bars = robust.tornado().unwrap();
    assert!(bars.iter().any(|own| own.kind == Doubt::Parameters) && bars.iter().any(|own| own.kind == Doubt::Thresholds));
}
