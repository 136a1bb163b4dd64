//! Laws that hold for any input, tried on many.

use crate::support::{Entry, as_of, city, file};
use dothi::{CityFile, CriteriaSet, Dec, Direction, Outcome, UnitKind};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static VN_SSC: LazyLock<CriteriaSet> = LazyLock::new(|| dothi::builtin::load("vn-ssc").unwrap());
static DTI: LazyLock<CriteriaSet> = LazyLock::new(|| dothi::builtin::load("dti-922").unwrap());
static WEIGHTS: LazyLock<CriteriaSet> = LazyLock::new(|| CriteriaSet::from_json(include_bytes!("../cases/sets/weights.json")).unwrap());

fn entries(count: usize) -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec(prop::option::weighted(0.9, 0u32..=100), count)
}

fn load(cities: &[Value]) -> CityFile {
    CityFile::from_json(&file(cities)).unwrap().0
}

fn canonical(set: &CriteriaSet, data: &Value) -> String {
    let file = load(std::slice::from_ref(data));
    set.assess(&file.cities[0], &as_of()).unwrap().to_canonical_json()
}

fn level(set: &CriteriaSet, data: &Value) -> u32 {
    let file = load(std::slice::from_ref(data));
    set.assess(&file.cities[0], &as_of()).unwrap().self_assessed().level.reached.unwrap()
}

/// The same city with one criterion's answer moved in its better direction.
fn improved(set: &CriteriaSet, values: &[Entry], at: usize) -> Vec<Entry> {
    let mut better = values.to_vec();
    let at = at % better.len();
    let less = set.criteria()[at].direction == Direction::Less;
    better[at] = better[at].map(|v| if less { v.saturating_sub(20) / 7 * 7 } else { (v + 20).min(100) });
    // Keep the document's kind: it follows from the entry.
    if let (Some(old), Some(new)) = (values[at], better[at])
        && (old % 7 == 3) != (new % 7 == 3)
    {
        better[at] = if less { new.checked_sub(1) } else { Some((new + 1).min(100)) };
    }
    better
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_better_answer_never_lowers_the_level(values in entries(65), at in 0usize..65) {
        let better = improved(&VN_SSC, &values, at);
        let (old, new) = (city(&VN_SSC, UnitKind::Province, &values), city(&VN_SSC, UnitKind::Province, &better));
        prop_assert!(level(&VN_SSC, &new) >= level(&VN_SSC, &old));
    }

    #[test]
    fn a_better_answer_never_lowers_a_score(values in prop::collection::vec(0u32..=100, 9), at in 0usize..9, by in 0u32..50) {
        let score = |values: &[u32]| {
            let entries: Vec<Entry> = values.iter().map(|v| Some(*v)).collect();
            let file = load(&[city(&DTI, UnitKind::Province, &entries)]);
            DTI.assess(&file.cities[0], &as_of()).unwrap().self_assessed().score.unwrap().value
        };
        let mut better = values.clone();
        better[at] = (better[at] + by).min(100);
        let (old, new) = (score(&values), score(&better));
        prop_assert!(new >= old);
        prop_assert!(Dec::ZERO <= old && new <= Dec::ONE);
    }

    #[test]
    fn the_order_of_observations_does_not_matter(values in entries(65), seed in any::<u64>()) {
        let data = city(&VN_SSC, UnitKind::Commune, &values);
        let mut shuffled = data.clone();
        let list = shuffled["observations"].as_array_mut().unwrap();
        let mut state = seed;
        for i in (1..list.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            list.swap(i, (state >> 33) as usize % (i + 1));
        }
        prop_assert_eq!(canonical(&VN_SSC, &data), canonical(&VN_SSC, &shuffled));
    }

    #[test]
    fn all_views_of_one_assessment_agree(values in entries(65)) {
        let file = load(&[city(&VN_SSC, UnitKind::Province, &values)]);
        let assessment = VN_SSC.assess(&file.cities[0], &as_of()).unwrap();
        let view = assessment.self_assessed();
        let summary = assessment.summary();
        prop_assert_eq!(summary.outcomes.iter().map(|(_, n)| n).sum::<u32>() as usize, view.criteria.len());
        let column = |name: &str| dothi::ROW_COLUMNS.iter().position(|c| *c == name).unwrap();
        for row in assessment.rows(dothi::Lang::Vi) {
            prop_assert_eq!(row.len(), dothi::ROW_COLUMNS.len());
            let of = view.criteria.iter().find(|c| c.criterion.id == row[column("criterion")]).unwrap();
            prop_assert_eq!(of.outcome.as_str(), row[column("outcome")].as_str());
            prop_assert!(!row[column("mark")].is_empty());
        }
        let tree: Value = serde_json::from_str(&assessment.to_canonical_json()).unwrap();
        prop_assert_eq!(&tree["self_assessed"]["level"]["reached"], &json!(summary.level));
        prop_assert_eq!(VN_SSC.level(&file.cities[0], &as_of()).unwrap(), summary.level);
        let prose = assessment.explain(dothi::Lang::En);
        for c in &view.criteria {
            let ending = format!("[{}] — {} {}", c.criterion.id, c.outcome.sign(), c.outcome.label(dothi::Lang::En));
            prop_assert!(prose.contains(&ending), "{}", ending);
        }
    }

    #[test]
    fn fragile_says_that_one_unit_more_or_less_changes_what_is_passed(values in entries(65), at in 0usize..65) {
        let criterion = &VN_SSC.criteria()[at];
        let point = &criterion.data_points[0];
        let counted = point.inputs.iter().find(|i| i.whole && i.role.as_str() != "denominator");
        let (Some(input), Some(Some(_))) = (counted, values.get(at)) else { return Ok(()) };
        let data = city(&VN_SSC, UnitKind::Province, &values);
        let passes = |data: &Value| {
            let file = load(std::slice::from_ref(data));
            let assessment = VN_SSC.assess(&file.cities[0], &as_of()).unwrap();
            let result = &assessment.self_assessed().criteria[at];
            (result.levels.iter().map(|l| l.value_passes).collect::<Vec<_>>(), result.fragile)
        };
        let (here, fragile) = passes(&data);
        let mut flips = false;
        for by in [-1i64, 1] {
            let mut moved = data.clone();
            let list = moved["observations"].as_array_mut().unwrap();
            let is_it = |o: &&mut Value| o["criterion"] == criterion.id.as_str() && o["role"] == input.role.as_str();
            let observation = list.iter_mut().find(is_it).unwrap();
            let value = observation["value"].as_str().unwrap().parse::<i64>().unwrap() + by;
            let too_high = input.within.is_some() && value > 100;
            if value < 0 || too_high {
                continue;
            }
            observation["value"] = json!(value.to_string());
            flips |= passes(&moved).0 != here;
        }
        prop_assert_eq!(fragile, flips, "{}", criterion.id);
    }

    #[test]
    fn canonical_json_is_rfc_8785(values in entries(65)) {
        let text = canonical(&VN_SSC, &city(&VN_SSC, UnitKind::Province, &values));
        let value: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(serde_json_canonicalizer::to_string(&value).unwrap(), text);
    }

    #[test]
    fn the_level_lies_within_its_range_and_data_never_leave_it(values in entries(65)) {
        let data = city(&VN_SSC, UnitKind::Province, &values);
        let file = load(&[data]);
        let assessment = VN_SSC.assess(&file.cities[0], &as_of()).unwrap();
        let range = assessment.self_assessed().range.unwrap();
        let reached = assessment.self_assessed().level.reached.unwrap();
        prop_assert!(range.low <= reached && reached <= range.high);
        let filled: Vec<Entry> = values.iter().map(|v| v.or(Some(100))).collect();
        let filled = level(&VN_SSC, &city(&VN_SSC, UnitKind::Province, &filled));
        prop_assert!(filled <= range.high);
    }

    #[test]
    fn a_mean_lies_between_its_children(values in prop::collection::vec(0u32..=100, 20)) {
        let entries: Vec<Entry> = values.iter().map(|v| Some(*v)).collect();
        let data = city(&WEIGHTS, UnitKind::Province, &entries[..WEIGHTS.criteria().len().min(20)]);
        let file = load(&[data]);
        if let Ok(assessment) = WEIGHTS.assess(&file.cities[0], &as_of()) {
            let view = assessment.self_assessed();
            for group in view.groups.iter().filter(|g| g.value.is_some()) {
                let shares = group.children.iter().filter_map(|child| match child {
                    dothi::ChildResult::Criterion(at) => view.criteria[*at].share.filter(|_| view.criteria[*at].weight > Dec::ZERO),
                    dothi::ChildResult::Group(at) => view.groups[*at].share.filter(|_| view.groups[*at].weight > Dec::ZERO),
                    _ => None,
                });
                let shares: Vec<Dec> = shares.collect();
                // The set rounds half-up to one digit of a hundred at the group stage.
                let slack = Dec::parse("0.001").unwrap().value();
                let own = group.share.unwrap().value();
                prop_assert!(shares.iter().any(|s| s.value() - slack <= own) && shares.iter().any(|s| own <= s.value() + slack));
            }
        }
    }

    #[test]
    fn city_data_survive_printing(values in entries(65)) {
        let file = load(&[city(&VN_SSC, UnitKind::Commune, &values)]);
        prop_assert_eq!(CityFile::from_json(file.to_json().as_bytes()).unwrap().0, file);
    }

    #[test]
    fn decimals_survive_printing(mantissa in -9_999_999_999_999_999_999_999_999_999i128..9_999_999_999_999_999_999_999_999_999, scale in 0usize..=28) {
        let digits = format!("{:029}", mantissa.unsigned_abs());
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let whole = whole.trim_start_matches('0');
        let sign = if mantissa < 0 { "-" } else { "" };
        let text = format!("{sign}{}{}{fraction}", if whole.is_empty() { "0" } else { whole }, if scale > 0 { "." } else { "" });
        let dec = Dec::parse(&text).unwrap();
        prop_assert_eq!(Dec::parse(&dec.to_string()).unwrap(), dec);
    }

    #[test]
    fn loading_never_panics_on_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = CriteriaSet::from_json(&bytes);
        let _ = CityFile::from_json(&bytes);
    }

    #[test]
    fn a_mutated_file_is_loaded_or_refused_with_findings(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = include_bytes!("../cases/sets/gates.json").to_vec();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        if let Err(findings) = CriteriaSet::from_json(&bytes) {
            prop_assert!(findings.has_errors());
        }
    }
}

#[test]
fn weight_zero_is_shown_and_not_counted() {
    let bytes = include_bytes!("../cases/sets/weights.json");
    let set = CriteriaSet::from_json(bytes).unwrap();
    let full: Vec<Entry> = vec![Some(5); set.criteria().len()];
    let root = |entries: &[Entry]| {
        let file = load(&[city(&set, UnitKind::Province, entries)]);
        set.assess(&file.cities[0], &as_of()).unwrap().self_assessed().groups[0].value
    };
    let weights: Vec<Dec> = {
        let file = load(&[city(&set, UnitKind::Province, &full)]);
        let assessment = set.assess(&file.cities[0], &as_of()).unwrap();
        assessment.self_assessed().criteria.iter().map(|c| c.weight).collect()
    };
    let zero = weights.iter().position(|w| *w == Dec::ZERO).expect("the set has a weight of zero");
    let mut changed = full.clone();
    changed[zero] = Some(7);
    assert_eq!(root(&full), root(&changed));
}

#[test]
fn every_set_survives_printing() {
    for file in dothi::builtin::FILES {
        let set = CriteriaSet::from_json(file.bytes).unwrap();
        assert_eq!(CriteriaSet::from_json(set.to_json().as_bytes()).unwrap(), set, "{}", file.id());
    }
}

/// The same keys and values, whatever the order of keys; what the model adds is a default of the format.
fn assert_holds(written: &Value, read: &Value, place: &str) {
    match (written, read) {
        (Value::Object(all), Value::Object(some)) => {
            for (key, value) in some {
                assert_holds(all.get(key).unwrap_or(&Value::Null), value, &format!("{place}/{key}"));
            }
        }
        (Value::Array(all), Value::Array(some)) => {
            assert_eq!(all.len(), some.len(), "{place}");
            for (i, (written, read)) in all.iter().zip(some).enumerate() {
                assert_holds(written, read, &format!("{place}/{i}"));
            }
        }
        _ => assert_eq!(written, read, "{place}"),
    }
}

#[test]
fn every_word_of_the_format_survives_printing() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/sets");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let bytes = std::fs::read(&path).unwrap();
        let set = CriteriaSet::from_json(&bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let text = set.to_json();
        let again = CriteriaSet::from_json(text.as_bytes()).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert_eq!(again, set, "{}", path.display());
        assert_eq!(again.to_json(), text, "{}", path.display());
        // Nothing that the file says is lost in what is written of it, empty lists apart.
        let mut read: Value = serde_json::from_slice(&bytes).unwrap();
        without_empty_lists(&mut read);
        assert_holds(&serde_json::from_str(&text).unwrap(), &read, "");
    }
}

fn without_empty_lists(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|_, value| value.as_array().is_none_or(|list| !list.is_empty()));
            members.values_mut().for_each(without_empty_lists);
        }
        Value::Array(items) => items.iter_mut().for_each(without_empty_lists),
        _ => {}
    }
}

#[test]
fn outcomes_have_distinct_words_and_signs() {
    let mut words: Vec<_> = Outcome::ALL.iter().flat_map(|o| [o.as_str(), o.label(dothi::Lang::Vi), o.sign()]).collect();
    let count = words.len();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), count);
}
