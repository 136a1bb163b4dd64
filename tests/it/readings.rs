//! Laws of points, of several data points and of what a source leaves open.

use crate::fuzzed::everything;
use crate::support::as_of;
use dothi::{Assessment, CityFile, CriteriaSet, Dec, GapOptions, GapOutcome, Outcome};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static POINTS: LazyLock<CriteriaSet> = LazyLock::new(|| set(include_bytes!("../cases/sets/engine-points.json")));
static COUNT: LazyLock<CriteriaSet> = LazyLock::new(|| set(include_bytes!("../cases/sets/engine-count.json")));
static TARGETS: LazyLock<CriteriaSet> = LazyLock::new(|| set(include_bytes!("../cases/sets/engine-targets.json")));
static SCORED: LazyLock<CriteriaSet> = LazyLock::new(|| set(include_bytes!("../cases/sets/engine-scored.json")));

fn set(bytes: &[u8]) -> CriteriaSet {
    CriteriaSet::from_json(bytes).unwrap_or_else(|e| panic!("{e}"))
}

fn dec(text: impl ToString) -> Dec {
    Dec::parse(&text.to_string()).unwrap()
}

/// A place, by what is known of it: of heritage or not, made of how many communes.
fn place(kind: &str, heritage: Option<bool>, members: usize) -> Value {
    let names: Vec<Value> = (0..members).map(|n| json!({"code": format!("0000{n}"), "name": "Phường Thử"})).collect();
    let mut unit = json!({"code": "X", "name": {"vi": "Nơi Thử"}, "kind": kind, "members": names});
    if let Some(heritage) = heritage {
        unit["heritage"] = json!(heritage);
    }
    unit
}

fn load(unit: &Value, observations: &[Value]) -> CityFile {
    load_with(unit, observations, &json!([]))
}

fn load_with(unit: &Value, observations: &[Value], references: &Value) -> CityFile {
    let city = json!({"unit": unit, "observations": observations, "references": references});
    CityFile::from_json(&serde_json::to_vec(&json!({"format": 1, "cities": [city]})).unwrap()).unwrap().0
}

fn judged<T>(set: &CriteriaSet, file: &CityFile, f: impl FnOnce(&Assessment<'_>) -> T) -> T {
    f(&set.assess(&file.cities[0], &as_of()).unwrap_or_else(|e| panic!("{e}")))
}

/// Answers to the criteria of `engine-points.json`, in their order; none = no data.
type Answers = [Option<u32>; 5];

fn point_observations(answers: &Answers) -> Vec<Value> {
    let mut out = Vec::new();
    for (criterion, answer) in POINTS.criteria().iter().zip(answers) {
        let Some(answer) = answer else { continue };
        let mut say = |role: &str, value: u32| {
            out.push(json!({"criterion": criterion.id, "role": role, "value": value.to_string(), "period": "2025"}));
        };
        match criterion.id.as_str() {
            "seat" => say("value", answer % 3),
            "people" => say("value", answer * 5_000),
            "density" => {
                say("numerator", answer * 50);
                say("denominator", 3);
            }
            _ => say("value", answer / 9),
        }
    }
    out
}

fn answers() -> impl Strategy<Value = Answers> {
    prop::array::uniform5(prop::option::weighted(0.9, 0u32..=120))
}

/// Nothing of the high reading is below the low one, and every answer that is given is one both give.
fn low_is_below_high(assessment: &Assessment<'_>) -> Result<(), TestCaseError> {
    let view = assessment.self_assessed();
    for c in &view.criteria {
        prop_assert_eq!(c.low.is_some(), c.high.is_some());
        if let (Some(low), Some(high)) = (c.low, c.high) {
            prop_assert_eq!(c.outcome, Outcome::Undecided);
            prop_assert!(low.met_level <= high.met_level && low.points <= high.points && low.share <= high.share, "{}", c.criterion.id);
            prop_assert!(low != high);
            prop_assert_eq!((c.points, c.share, c.met_level), (None, None, low.met_level));
        }
    }
    for g in &view.groups {
        if let (Some(low), Some(high)) = (g.low, g.high) {
            prop_assert!(low.value <= high.value && low.share <= high.share && g.value.is_none() && g.undecided);
        }
        prop_assert!(g.tallies.iter().all(|t| t.met <= t.met_high && t.met_high <= t.asked));
    }
    prop_assert!(view.score_range.is_none_or(|range| range.low < range.high && view.score.is_none()));
    let lowest = view.level.reached.or(view.level.undecided.map(|range| range.low));
    let highest = view.level.reached.or(view.level.undecided.map(|range| range.high));
    prop_assert!(view.level.undecided.is_none_or(|range| range.low < range.high && view.level.reached.is_none()));
    if let Some(range) = view.range {
        prop_assert!(Some(range.low) <= lowest && lowest <= highest && highest <= Some(range.high));
    }
    Ok(())
}

/// The lowest and the highest level.
fn levels(set: &CriteriaSet, file: &CityFile) -> (u32, u32) {
    judged(set, file, |a| {
        let level = &a.self_assessed().level;
        level.undecided.map_or_else(|| (level.reached.unwrap(), level.reached.unwrap()), |range| (range.low, range.high))
    })
}

fn heritage() -> impl Strategy<Value = Option<bool>> {
    prop::option::of(any::<bool>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn the_low_reading_is_never_above_the_high_one(answers in answers(), heritage in heritage(), members in 0usize..3, shares in prop::collection::vec(0u32..=40, 3)) {
        let file = load(&place("urban_area", heritage, members), &point_observations(&answers));
        judged(&POINTS, &file, |a| { everything(a); low_is_below_high(a) })?;
        let roads = [("numerator", shares[0]), ("denominator", 100)].map(|(role, v)| json!({"criterion": "roads", "role": role, "value": v.to_string(), "period": "2025"}));
        let others = [("fibre", shares[1] * 3), ("digital", shares[2])].map(|(id, v)| json!({"criterion": id, "value": v.to_string(), "period": "2025"}));
        let file = load(&place("urban_area", heritage, members), &[roads, others].concat());
        judged(&TARGETS, &file, |a| { everything(a); low_is_below_high(a) })?;
    }

    #[test]
    fn readings_of_a_window_lie_between_its_years(incomes in prop::collection::vec(70u32..130, 3), nation in prop::collection::vec(90u32..110, 3), heritage in heritage()) {
        let observation = |(at, value): (usize, &u32)| json!({"criterion": "income", "value": value.to_string(), "period": (2025 - at).to_string()});
        let reference = |(at, value): (usize, &u32)| json!({"id": "national-income", "value": value.to_string(), "period": (2025 - at).to_string(), "source": "x"});
        let references: Vec<Value> = nation.iter().enumerate().map(reference).collect();
        let observations: Vec<Value> = incomes.iter().enumerate().map(observation).collect();
        let file = load_with(&place("province", heritage, 0), &observations, &json!(references));
        judged(&COUNT, &file, |a| {
            everything(a);
            low_is_below_high(a)?;
            let years: Vec<i64> = incomes.iter().zip(&nation).map(|(own, all)| i64::from(*own) - i64::from(*all)).collect();
            let (every, mean) = (years.iter().all(|d| *d > 0), years.iter().sum::<i64>() > 0);
            let expected = match (every, mean) {
                (true, _) => Outcome::Passed,
                (false, true) => Outcome::Undecided,
                (false, false) => Outcome::BelowThreshold,
            };
            prop_assert_eq!(a.self_assessed().criteria[0].outcome, expected);
            Ok(())
        })?;
    }

    #[test]
    fn more_points_never_lower_a_verdict(answers in answers(), at in 0usize..5, by in 1u32..60, heritage in heritage(), members in 0usize..3) {
        let unit = place("urban_area", heritage, members);
        let mut better = answers;
        better[at] = Some(answers[at].map_or(by, |v| if at == 0 { (v % 3 + 1).min(2) } else { v + by }));
        let old = levels(&POINTS, &load(&unit, &point_observations(&answers)));
        let new = levels(&POINTS, &load(&unit, &point_observations(&better)));
        prop_assert!(old.0 <= new.0 && old.1 <= new.1, "{:?} became {:?}", old, new);
    }

    #[test]
    fn the_order_of_observations_does_not_matter_with_several_data_points(values in prop::collection::vec(prop::option::weighted(0.8, 0u32..120), 6), seed in any::<u64>()) {
        let points = [("net", Some("homes")), ("net", Some("speed")), ("net", Some("plain")), ("air", None), ("trees", None), ("net", Some("homes"))];
        let mut observations = Vec::new();
        for (at, ((criterion, point), value)) in points.iter().zip(&values).enumerate() {
            let Some(value) = value else { continue };
            let mut one = json!({"criterion": criterion, "value": value.to_string(), "period": (2020 + at).to_string()});
            if let Some(point) = point { one["data_point"] = json!(point); }
            observations.push(one);
        }
        let unit = place("urban_area", None, 0);
        let canonical = |list: &[Value]| judged(&SCORED, &load(&unit, list), |a| { everything(a); a.to_canonical_json() });
        let straight = canonical(&observations);
        let mut state = seed;
        for i in (1..observations.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            observations.swap(i, (state >> 33) as usize % (i + 1));
        }
        prop_assert_eq!(straight, canonical(&observations));
    }

    #[test]
    fn interpolated_points_rise_with_the_value_and_are_exact_at_both_ends(a in 0u32..120, b in 0u32..120) {
        let points = |answer: u32| {
            let file = load(&place("urban_area", Some(false), 1), &point_observations(&[None, Some(answer), None, None, None]));
            judged(&POINTS, &file, |a| a.self_assessed().criteria[1].points.unwrap())
        };
        let (low, high) = (points(a.min(b)), points(a.max(b)));
        prop_assert!(low <= high);
        for (answer, at) in [(a, points(a)), (b, points(b))] {
            match answer {
                0..40 => prop_assert_eq!(at, Dec::ZERO),
                40 => prop_assert_eq!(at, dec("5.5")),
                41..100 => prop_assert!(dec("5.5") < at && at < dec(7)),
                _ => prop_assert_eq!(at, dec(7)),
            }
        }
    }

    /// Minimums, maximums and points as they come: an area exactly at every minimum has exactly the sum of the minimum points.
    #[test]
    fn an_area_at_every_minimum_is_at_the_sum_of_the_minimum_points(standards in prop::collection::vec((1u32..9_000, 1u32..9_000, 1u32..999, 0u32..999), 4)) {
        let mut raw: Value = serde_json::from_slice(include_bytes!("../cases/sets/engine-points.json")).unwrap();
        let hundredths = |n: u32| format!("{}.{:02}", n / 100, n % 100);
        let mut observations = vec![json!({"criterion": "seat", "value": "1", "period": "2025"})];
        let mut sums = [dec("5.5").value(), dec(0).value()];
        let mut most = [dec(7).value(), dec(0).value()];
        for (at, (minimum, more, least, over)) in standards.iter().enumerate() {
            let criterion = &mut raw["criteria"][at + 1];
            let rule = &mut criterion["judge"][0];
            rule["minimum"] = json!(minimum.to_string());
            rule["maximum"] = json!((minimum + more).to_string());
            rule["points_min"] = json!(hundredths(*least));
            rule["points_max"] = json!(hundredths(least + over));
            let id = criterion["id"].as_str().unwrap().to_string();
            let part = usize::from(at > 0);
            sums[part] += dec(hundredths(*least)).value();
            most[part] += dec(hundredths(least + over)).value();
            let leaf = if at == 0 { "/schemes/0/tree/children/0/children/1".into() } else { format!("/schemes/0/tree/children/1/children/{}", at - 1) };
            raw.pointer_mut(&leaf).unwrap()["max_points"] = json!(hundredths(least + over));
            if id == "density" {
                // As a quotient that has no end in decimals.
                observations.push(json!({"criterion": id, "role": "numerator", "value": (minimum * 7).to_string(), "period": "2025"}));
                observations.push(json!({"criterion": id, "role": "denominator", "value": "7", "period": "2025"}));
            } else {
                observations.push(json!({"criterion": id, "value": minimum.to_string(), "period": "2025"}));
            }
        }
        for (at, sum) in most.iter().enumerate() {
            raw["schemes"][0]["tree"]["children"][at]["max_points"] = json!(sum.to_string());
        }
        let asked = [sums[0] + sums[1], sums[0], sums[1]];
        for (at, sum) in asked.iter().enumerate() {
            raw["schemes"][0]["levels"][0]["conditions"][0]["then"][at]["min"] = json!(sum.to_string());
        }
        let set = set(&serde_json::to_vec(&raw).unwrap());
        let file = load(&place("urban_area", Some(false), 1), &observations);
        judged(&set, &file, |a| {
            let view = a.self_assessed();
            prop_assert_eq!(view.score.unwrap().value.value(), asked[0]);
            prop_assert_eq!(view.level.reached, Some(1));
            Ok(())
        })?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_fewer_criteria_at_their_most_points_reach_the_verdict(answers in answers(), heritage in heritage(), members in 0usize..3) {
        let unit = place("urban_area", heritage, members);
        let best: Answers = [Some(2), Some(120), Some(120), Some(120), Some(120)];
        let with = |fixed: u32| {
            let moved: Vec<Option<u32>> = (0..5).map(|at| if fixed & (1 << at) != 0 { best[at] } else { answers[at] }).collect();
            levels(&POINTS, &load(&unit, &point_observations(&moved.try_into().unwrap())))
        };
        let file = load(&unit, &point_observations(&answers));
        judged(&POINTS, &file, |a| {
            let gap = a.gap(&GapOptions::new());
            let smallest = |high: bool| (0u32..32).filter(|fixed| (if high { with(*fixed).1 } else { with(*fixed).0 }) == 1).map(u32::count_ones).min();
            let reached = a.self_assessed().level.reached;
            let fixes = u32::try_from(gap.fixes.len()).unwrap();
            prop_assert!(gap.proven_minimal);
            match gap.outcome {
                GapOutcome::AlreadyReached => prop_assert_eq!(reached, Some(1)),
                GapOutcome::Reachable => prop_assert_eq!(Some(fixes), smallest(false)),
                GapOutcome::PossiblyReachable => {
                    prop_assert_eq!(smallest(false), None);
                    prop_assert_eq!(Some(fixes), smallest(true));
                }
                other => prop_assert!(false, "{:?}", other),
            }
            // What is short of a total is never more than what can still be gained.
            let gains = gap.gains.iter().fold(Dec::ZERO.value(), |sum, gain| sum + gain.gain.value());
            prop_assert!(gap.needs.iter().all(|need| need.short.value() <= gains));
            Ok(())
        })?;
    }
}
