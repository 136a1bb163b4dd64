//! One figure changed, one row judged anew; an analysis moved on slice by slice.

use crate::made::{Dice, Given, Made, columns, exact};
use crate::robust::{places, plan, set};
use crate::support::as_of;
use dothi::{Cell, Code, Dec, RobustOptions, Scores, UnitKind, WeightDoubt};
use proptest::prelude::*;
use std::ops::ControlFlow;

fn bits(scores: &Scores, nodes: usize) -> Vec<u64> {
    (0..nodes).flat_map(|node| scores.node(node)).chain(scores.score()).map(|score| score.to_bits()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_row_is_what_scoring_all_would_give(seed in any::<u64>(), any_mean: bool) {
        let mut dice = Dice(seed);
        let made = if any_mean { Made::of_any_mean(&mut dice) } else { Made::random(&mut dice) };
        let mut places = made.places(&mut dice, 20);
        let mut limits: Vec<Dec> = exact(&made.set(&[]), &places).iter().filter_map(|(score, _)| *score).take(3).collect();
        limits.sort_unstable();
        limits.dedup();
        let set = made.set(&limits);
        let plan = set.panel(UnitKind::Province, &as_of()).unwrap();
        let mut held = columns(&plan, &places);
        let mut scores = Scores::default();
        plan.score(&held, &mut scores).unwrap();
        for _ in 0..30 {
            let (row, at) = (dice.below(20) as usize, dice.below(made.criteria as u64) as usize);
            let given = [Given::Figure(dice.below(100) as f64 / 10.0), Given::Nothing, Given::Claim][dice.below(3) as usize];
            places[row][at] = given;
            let cell = match given {
                Given::Figure(x) => Cell::Value(x),
                Given::Nothing => Cell::Value(f64::NAN),
                Given::Claim => Cell::NotApplicable,
            };
            let input = plan.inputs().iter().position(|input| input.criterion == format!("c-{at}")).unwrap();
            plan.put(&mut held, input, row, cell).unwrap();
            plan.score_row(&held, row, &mut scores).unwrap();
        }
        let mut fresh = Scores::default();
        plan.score(&columns(&plan, &places), &mut fresh).unwrap();
        let nodes = plan.nodes().len();
        prop_assert_eq!(bits(&scores, nodes), bits(&fresh, nodes));
        prop_assert_eq!(scores.settled(), fresh.settled());
        prop_assert!((0..20).all(|row| scores.level(row) == fresh.level(row)));
    }
}

#[test]
fn what_is_refused_changes_nothing() {
    let set = dothi::builtin::load("dti-922").unwrap();
    let plan = set.panel(UnitKind::Province, &as_of()).unwrap();
    let columns = |of: usize| plan.inputs().iter().take(of).map(|input| (input.key.as_str(), dothi::Column::from(vec![0.5; 3])));
    let mut held = plan.columns(3, columns(1)).unwrap();
    let code = |found: Result<(), dothi::Findings>| {
        let found = found.unwrap_err();
        let first = found.iter().next().unwrap();
        (first.code(), first.place().text(dothi::Lang::En))
    };
    let key = plan.inputs()[0].key.clone();
    assert_eq!(code(plan.put(&mut held, 0, 3, Cell::Missing)), (Code::PanelColumnLength, format!("/{key}/3")));
    assert_eq!(code(plan.put(&mut held, plan.inputs().len(), 0, Cell::Missing)).0, Code::PanelOtherColumns);
    assert_eq!(code(plan.put(&mut held, 0, 2, Cell::Value(f64::INFINITY))), (Code::PanelNotExact, format!("/{key}/2")));
    assert_eq!(held.cell(0, 2), Cell::Value(0.5));
    // An input that had no column gets one.
    plan.put(&mut held, 1, 2, Cell::Value(0.25)).unwrap();
    assert_eq!((held.cell(1, 1), held.cell(1, 2)), (Cell::Missing, Cell::Value(0.25)));
    // Scores of nothing yet: all rows are scored.
    let (mut one, mut all) = (Scores::default(), Scores::default());
    plan.score_row(&held, 2, &mut one).unwrap();
    plan.score(&held, &mut all).unwrap();
    assert_eq!(bits(&one, 1), bits(&all, 1));
}

#[test]
fn slices_add_up_to_the_run() {
    let set = set(&["1", "2", "1"], |_| {});
    let plan = plan(&set);
    let rows: Vec<[f64; 3]> = (0..40).map(|row| [0, 1, 2].map(|at| f64::from((row * 37 + at * 11) % 50) / 50.0)).collect();
    let rows: Vec<&[f64]> = rows.iter().map(|row| &row[..]).collect();
    let columns = places(&plan, &rows);
    let options = RobustOptions::new(7, 5_000).with_weights(WeightDoubt::Dirichlet { concentration: 20.0 }).with_pairs();
    let robust = plan.robust(&columns, &options).unwrap();
    let mut run = robust.begin();
    assert!(robust.finish(&run).is_none());
    let mut seen = Vec::new();
    while !run.is_done() {
        let progress = robust.advance(&mut run).unwrap();
        assert_eq!(progress.of, 5_000);
        seen.push(progress.done);
    }
    assert!(seen.is_sorted() && seen.len() > 1 && seen.last() == Some(&5_000), "{seen:?}");
    assert_eq!(robust.advance(&mut run).unwrap().done, 5_000);
    assert_eq!(robust.finish(&run).unwrap(), robust.run(|_| ControlFlow::Continue(())).unwrap());
}
