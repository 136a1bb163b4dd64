//! Laws of changes, on random trees, policies, weights and figures.

use super::{cities, dec, place};
use crate::made::{Dice, Given, Made};
use crate::made_up;
use dothi::{CityData, CriteriaSet, Dec, PlacePanel, Presence, SplitMethod, Trend, TrendOptions};
use proptest::prelude::*;
use serde_json::json;

const PERIODS: [&str; 3] = ["2023", "2024", "2025"];

fn city(code: usize, period: &str, given: &[Given]) -> CityData {
    let mut all = place(&format!("X-{code:02}"), period, &[]);
    let figures = given.iter().enumerate().filter_map(|(at, cell)| match cell {
        Given::Figure(x) => Some(json!({"criterion": format!("c-{at}"), "value": x.to_string(), "period": period})),
        _ => None,
    });
    let claims = given.iter().enumerate().filter(|(_, cell)| **cell == Given::Claim);
    all["observations"] = figures.collect();
    all["not_applicable"] = claims.map(|(at, _)| json!({"criterion": format!("c-{at}"), "reason": "x"})).collect();
    cities(&[all]).remove(0)
}

/// Three periods of some places; every third place stays as it was.
fn panel_of(made: &Made, dice: &mut Dice, count: usize) -> Vec<CityData> {
    let mut out = Vec::new();
    let mut last: Vec<Vec<Given>> = Vec::new();
    for period in PERIODS {
        let mut now = made.places(dice, count);
        for (at, place) in now.iter_mut().enumerate() {
            if let Some(before) = last.get(at).filter(|_| at % 3 == 0) {
                place.clone_from(before);
            }
            out.push(city(at, period, place));
        }
        last = now;
    }
    out
}

fn of(set: &CriteriaSet, all: Vec<CityData>) -> Trend {
    let panel = PlacePanel::from_cities(set, all).unwrap();
    panel.trend(set, &crate::support::as_of(), &TrendOptions::default()).unwrap_or_else(|findings| panic!("{findings}"))
}

fn add(a: Dec, b: Dec) -> Dec {
    Dec::from(a.value() + b.value())
}

fn total<'d>(parts: impl Iterator<Item = &'d Dec>) -> Dec {
    parts.fold(Dec::ZERO, |sum, part| add(sum, *part))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn parts_add_up_to_the_change(seed: u64) {
        let mut dice = Dice(seed);
        let made = Made::random(&mut dice);
        let set = made.set(&[]);
        let trend = of(&set, panel_of(&made, &mut dice, 4));
        for place in &trend.places {
            for change in &place.changes {
                let Some(score) = &change.score else { continue };
                prop_assert_eq!(add(score.from, score.change), score.to);
                prop_assert_eq!(total(score.causes.iter().map(|part| &part.change)), score.change);
                let split = score.split.as_ref().unwrap();
                prop_assert_eq!(split.how, SplitMethod::Linear);
                prop_assert_eq!(total(change.criteria.iter().map(|c| &c.value_part)), split.value);
                prop_assert_eq!(total(change.criteria.iter().map(|c| &c.weights_part)), split.weights);
                prop_assert_eq!(add(add(split.value, split.weights), split.rounding), split.change);
                // The set rounds nothing: what is left are digits beyond the eighteenth, one for each criterion.
                prop_assert!(split.rounding.value().abs() < dec("0.000000000000001").value(), "{}", split.rounding);
                // Without a criterion that comes or goes no weight changes.
                if change.criteria.iter().all(|c| matches!(c.presence, Presence::Both | Presence::Neither)) {
                    prop_assert_eq!(split.weights, Dec::ZERO);
                }
            }
        }
    }

    #[test]
    fn parts_of_trees_that_do_not_add_up_add_up_as_well(seed: u64) {
        let mut dice = Dice(seed);
        let made = Made::of_any_mean(&mut dice);
        let set = made.set(&[]);
        let trend = of(&set, panel_of(&made, &mut dice, 2));
        for split in trend.places.iter().flat_map(|place| &place.changes).filter_map(|change| Some((change, change.score.as_ref()?.split.as_ref()?))) {
            let (change, split) = split;
            prop_assert_eq!(add(total(change.criteria.iter().map(|c| &c.value_part)), total(change.criteria.iter().map(|c| &c.weights_part))), add(split.value, split.weights));
            prop_assert_eq!(add(add(split.value, split.weights), split.rounding), split.change);
            prop_assert!(split.rounding.value().abs() < dec("0.000000000000001").value(), "{}", split.rounding);
        }
    }

    #[test]
    fn a_place_that_stays_has_no_change(seed: u64) {
        let mut dice = Dice(seed);
        let made = Made::random(&mut dice);
        let set = made.set(&[dec("0.4"), dec("0.6")]);
        let trend = of(&set, panel_of(&made, &mut dice, 4));
        for place in trend.places.iter().filter(|place| place.code == "X-00" || place.code == "X-03") {
            for change in &place.changes {
                if let Some(score) = &change.score {
                    prop_assert_eq!(score.change, Dec::ZERO);
                    let split = score.split.as_ref().unwrap();
                    prop_assert_eq!((split.value, split.weights, split.rounding), (Dec::ZERO, Dec::ZERO, Dec::ZERO));
                }
                prop_assert!(change.level.is_none_or(|(from, to)| from == to));
                prop_assert!(change.met.iter().all(|met| met.change == 0));
                prop_assert!(change.criteria.iter().all(|c| c.from == c.to && c.difference.is_none_or(|d| d == Dec::ZERO)));
            }
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing(seed: u64) {
        let mut dice = Dice(seed);
        let made = Made::random(&mut dice);
        let set = made.set(&[dec("0.5")]);
        let all = panel_of(&made, &mut dice, 5);
        let mut turned = all.clone();
        turned.reverse();
        let n = turned.len();
        turned.rotate_left(dice.below(n as u64) as usize);
        let (a, b) = (of(&set, all), of(&set, turned));
        prop_assert_eq!(a.to_csv(dothi::Lang::Vi), b.to_csv(dothi::Lang::Vi));
        prop_assert_eq!(a.to_json(dothi::Lang::En), b.to_json(dothi::Lang::En));
    }

    #[test]
    fn ranks_of_a_change_are_among_the_places_of_both_periods(seed: u64) {
        let mut dice = Dice(seed);
        let made = Made::random(&mut dice);
        let set = made.set(&[]);
        // Some places miss a period.
        let all: Vec<CityData> = panel_of(&made, &mut dice, 6).into_iter().filter(|_| dice.below(5) > 0).collect();
        prop_assume!(!all.is_empty());
        let trend = of(&set, all);
        for place in &trend.places {
            for change in &place.changes {
                let Some(rank) = change.rank else { continue };
                let scored = |at| trend.places.iter().filter(|p| p.points.iter().any(|q| q.period == at && q.score.is_some())).count();
                prop_assert!(rank.of <= scored(change.from) && rank.of <= scored(change.to));
                let like = trend.like_for_like.iter().find(|l| (l.from, l.to, l.whole) == (change.from, change.to, change.whole)).unwrap();
                prop_assert!(rank.of == like.scored && like.scored <= like.places && like.places <= like.present.0.min(like.present.1));
            }
        }
    }
}

#[test]
fn weights_that_are_rescaled_have_a_part_of_their_own() {
    // Two criteria of equal weight, 0.2 and 0.8; in the second period the first has no figure. Nothing got better.
    let made = two_criteria("exclude");
    let trend = of(&made, vec![of_period("2024", &[("a", "0.2"), ("b", "0.8")]), of_period("2025", &[("b", "0.8")])]);
    let change = &trend.places[0].changes[0];
    let score = change.score.as_ref().unwrap();
    let split = score.split.as_ref().unwrap();
    assert_eq!((score.from, score.to, score.change), (dec("0.5"), dec("0.8"), dec("0.3")));
    assert_eq!((split.value, split.weights), (Dec::ZERO, dec("0.3")));
    let parts: Vec<_> = change.criteria.iter().map(|c| (c.presence, c.weights_part)).collect();
    assert_eq!(parts, [(Presence::Left, dec("-0.1")), (Presence::Both, dec("0.4"))]);
    // A policy that scores zero says so beside the part.
    let zero = two_criteria("zero");
    let trend = of(&zero, vec![of_period("2024", &[("a", "0.2"), ("b", "0.8")]), of_period("2025", &[("b", "0.8")])]);
    let change = &trend.places[0].changes[0];
    assert_eq!(change.score.as_ref().unwrap().change, dec("-0.1"));
    assert_eq!((change.criteria[0].value_part, change.criteria[0].zero_for_missing), (dec("-0.1"), (false, true)));
}

fn of_period(period: &str, figures: &[(&str, &str)]) -> CityData {
    cities(&[place("X-01", period, figures)]).remove(0)
}

/// A set of two criteria from 0 to 1, of equal weight.
fn two_criteria(policy: &str) -> CriteriaSet {
    let criteria = ["a", "b"].map(|id| made_up::criterion(id, "0", "1"));
    let tree = json!({"aggregate": "weighted_arithmetic", "children": [{"criterion": "a"}, {"criterion": "b"}]});
    let scheme = json!({"score": {"of": "value"}, "tree": tree, "missing": made_up::missing(policy, "0")});
    made_up::load(&made_up::set("test-two", Vec::new(), criteria.into(), scheme))
}
