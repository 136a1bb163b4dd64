//! The words of `tests/cases/sets/words-all.json`: how they are written, how deep they may stand in each other, all faults at once.

use crate::hostile::{codes, soon};
use dothi::{CriteriaSet, Lang};
use serde_json::{Value, json};
use std::sync::LazyLock;

static WORDS: LazyLock<Value> = LazyLock::new(|| serde_json::from_slice(include_bytes!("../cases/sets/words-all.json")).unwrap());

fn load(set: &Value) -> Result<CriteriaSet, dothi::Findings> {
    CriteriaSet::from_json(&serde_json::to_vec(set).unwrap())
}

#[test]
fn parameters_stand_beside_the_name_of_the_method() {
    let set = load(&WORDS).unwrap();
    let written: Value = serde_json::from_str(&set.to_json()).unwrap();
    for (at, keys) in [
        (0, vec!["basis", "cites", "confidence", "method", "open", "points"]),
        (1, vec!["basis", "cites", "confidence", "maximum", "method", "minimum", "note", "points_max", "points_min", "relief"]),
        (9, vec!["how", "method", "n", "of"]),
        (12, vec!["above", "basis", "below", "cites", "confidence", "high", "level", "low", "method"]),
        (15, vec!["bands", "basis", "cites", "confidence", "method", "target"]),
    ] {
        let mut found: Vec<&String> = written["criteria"][at]["judge"][0].as_object().unwrap().keys().collect();
        found.sort();
        assert_eq!(found, keys, "criterion {at}");
    }
    let part = &written["criteria"][7]["judge"][0]["of"][0];
    assert_eq!((&part["evidence"], &part["method"]), (&json!({"kind": "recognition"}), &json!("pass_fail")));
    // The method's name comes first, for whoever reads the file.
    assert!(set.to_json().contains("\"method\": \"combine\",\n          \"how\": \"at_least\",\n          \"n\": 2,\n          \"of\": ["));
}

#[test]
fn every_fault_of_the_new_words_is_found_at_once() {
    let mut set = WORDS.clone();
    for (at, value) in [
        ("/criteria/0/judge/0/points/1/points", json!("1")),
        ("/criteria/1/judge/0/minimum", json!("2000")),
        ("/criteria/1/judge/0/relief/factor", json!("0")),
        ("/criteria/4/data_points/0/derive/of", json!({"op": "at", "years_earlier": 1, "of": {"op": "input", "role": "value"}})),
        ("/criteria/7/judge/0/of/1/data_point", json!("nowhere")),
        ("/criteria/10/judge/0/level", json!(2)),
        ("/criteria/15/judge/0/bands/0/at_least", json!("40")),
        ("/schemes/0/not_considered/1/cites", json!([])),
        ("/schemes/0/levels/0/conditions/2/then/0/cites/0/source", json!("nowhere")),
        ("/schemes/2/verdict", json!(true)),
        ("/schemes/3/score", json!({"of": "value"})),
        ("/schemes/4/missing/policy", json!("not_met")),
    ] {
        let (parent, key) = at.rsplit_once('/').unwrap();
        match set.pointer_mut(parent).unwrap() {
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
            other => other[key] = value,
        }
    }
    let found = load(&set).unwrap_err();
    let mut all = codes(&found);
    all.sort_unstable();
    all.dedup();
    let expected = [
        "set.band_start",
        "set.edges_order",
        "set.ends_order",
        "set.impossible_value",
        "set.missing_policy_mismatch",
        "set.most_points",
        "set.nested_years",
        "set.no_citation",
        "set.no_result",
        "set.points_fall",
        "set.unknown_reference",
        "set.unused_data_point",
        "set.verdict_levels",
    ];
    assert_eq!(all, expected, "{found}");
}

/// `inner` as many times in each other.
fn nested(times: usize, inner: Value, wrap: fn(Value) -> Value) -> Value {
    (0..times).fold(inner, |inner, _| wrap(inner))
}

#[test]
fn words_in_each_other_are_bounded() {
    let heritage = json!([{"attribute": "heritage", "equals": true}]);
    let of_places = |inner| json!({"condition": "if", "when": [{"attribute": "heritage", "equals": true}], "then": [inner]});
    let leaf = json!({"condition": "count_met", "min": "1"});
    let with = |conditions: Value| {
        let mut set = WORDS.clone();
        set["schemes"][1]["levels"][0]["conditions"] = json!([conditions]);
        set
    };
    let deep = load(&with(nested(12, leaf.clone(), of_places))).unwrap_or_else(|e| panic!("{e}"));
    soon("twelve conditions in each other", || assert!(deep.page(Lang::Vi).contains("đô thị di sản")));
    assert_eq!(codes(&load(&with(nested(40, leaf.clone(), of_places))).unwrap_err()), ["json.depth"]);
    let wide: Vec<Value> = (0..20_000).map(|_| json!({"condition": "if", "when": heritage, "then": [leaf], "otherwise": [leaf]})).collect();
    let wide = with(
        json!({"condition": "unclear", "of": wide, "title": {"vi": "x", "en": "y"}, "cites": [{"source": "law-2026", "clause": "1"}]}),
    );
    soon("20 000 conditions for some places", || load(&wide).unwrap_or_else(|e| panic!("{e}")).page(Lang::En).len());

    let mut combined = WORDS.clone();
    let pair = |inner: Value| json!({"method": "combine", "how": "any", "of": [inner, {"method": "monitor"}]});
    combined["criteria"][9]["judge"][0] = nested(8, json!({"method": "monitor"}), pair);
    let found = load(&combined).unwrap_err();
    assert!(codes(&found).contains(&"json.method_not_a_part"), "{found}");
    let part = combined["criteria"][9]["judge"][0]["of"][1].clone();
    combined["criteria"][9]["judge"][0]["of"] = json!(vec![part; 17]);
    assert!(codes(&load(&combined).unwrap_err()).contains(&"json.list_length"));
}

#[test]
fn thousands_of_schemes_are_checked_in_time() {
    let mut set = WORDS.clone();
    let scheme = |n: usize| {
        let mut one = WORDS["schemes"][3].clone();
        one["id"] = json!(format!("shown-{n}"));
        one
    };
    let schemes = set["schemes"].as_array_mut().unwrap();
    schemes.extend((0..4_000).map(scheme));
    soon("4 000 schemes", || assert_eq!(load(&set).unwrap_or_else(|e| panic!("{e}")).schemes().len(), 4_005));
}
