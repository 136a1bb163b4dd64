//! Laws of panels on random sets.

use super::made::{Dice, Given, Made, columns, exact};
use dothi::{Dec, PanelLevel, Ranking, Scores, Ties, UnitKind};
use proptest::prelude::*;

const TIES: [Ties; 4] = [Ties::Competition, Ties::Dense, Ties::Ordinal, Ties::Average];

fn number(dec: Dec) -> f64 {
    dec.to_string().parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn columns_and_the_exact_path_agree(seed in any::<u64>(), any_mean: bool) {
        let mut dice = Dice(seed);
        let made = if any_mean { Made::of_any_mean(&mut dice) } else { Made::random(&mut dice) };
        let places = made.places(&mut dice, 30);
        let plain = exact(&made.set(&[]), &places);
        // Levels whose limits are scores of the places themselves.
        let mut limits: Vec<Dec> = plain.iter().filter_map(|(score, _)| *score).take(5).collect();
        limits.sort_unstable();
        limits.dedup();
        let set = made.set(&limits);
        let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
        prop_assert_eq!(plan.obstacle(), None);
        let columns = columns(&plan, &places);
        let mut scores = Scores::default();
        plan.score(&columns, &mut scores).unwrap();
        let exact = exact(&set, &places);
        for (row, (score, level)) in exact.iter().enumerate() {
            let fast = scores.score()[row];
            match score {
                Some(score) => prop_assert!((fast - number(*score)).abs() < 1e-9, "row {row}: {fast} {score}"),
                None => prop_assert!(fast.is_nan(), "row {row}: {fast}"),
            }
            prop_assert_eq!(scores.level(row), *level, "row {}", row);
        }
        let scored: Vec<Option<Dec>> = exact.iter().map(|(score, _)| *score).collect();
        for ties in TIES {
            let (fast, slow) = (plan.rank(&columns, &scores, ties).unwrap(), Ranking::of_scores(&scored, ties));
            let of = |ranking: &Ranking| (0..places.len()).map(|row| ranking.text(row, dothi::Lang::Vi)).collect::<Vec<_>>();
            prop_assert_eq!(of(&fast), of(&slow));
        }
    }

    #[test]
    fn a_place_has_the_same_bits_in_any_company(seed in any::<u64>(), first in 0usize..5_000, any_mean: bool) {
        let mut dice = Dice(seed);
        let made = if any_mean { Made::of_any_mean(&mut dice) } else { Made::random(&mut dice) };
        let set = made.set(&[]);
        let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
        let few = made.places(&mut dice, 3);
        // Alone, and after others that fill a block or two; among them every figure is there, or not.
        let mut many = vec![vec![Given::Figure(2.5); made.criteria]; first];
        many.extend(few.iter().cloned());
        let score = |places: &[Vec<Given>]| {
            let mut scores = Scores::default();
            plan.score(&columns(&plan, places), &mut scores).unwrap();
            let nodes = plan.nodes().len();
            (places.len() - 3..places.len()).flat_map(|row| (0..nodes).map(|node| scores.node(node)[row].to_bits()).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        let alone: Vec<u64> = score(&few);
        prop_assert_eq!(alone, score(&many));
    }
}

#[test]
fn buffers_are_used_again_and_nothing_stays_in_them() {
    let mut dice = Dice(7);
    let (one, other) = (Made::random(&mut dice), Made::random(&mut dice));
    let mut scores = Scores::default();
    for made in [&one, &other, &one] {
        let set = made.set(&[]);
        let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
        for count in [40, 3, 40] {
            let places = made.places(&mut dice, count);
            let columns = columns(&plan, &places);
            plan.score(&columns, &mut scores).unwrap();
            let mut fresh = Scores::default();
            plan.score(&columns, &mut fresh).unwrap();
            let bits = |scores: &Scores| scores.score().iter().map(|score| score.to_bits()).collect::<Vec<_>>();
            assert_eq!(bits(&scores), bits(&fresh));
            assert_eq!((scores.units(), scores.level(0)), (count, PanelLevel::None));
        }
    }
}
