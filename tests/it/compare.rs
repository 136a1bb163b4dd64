//! Two editions beside each other: what differs, and whether the crosswalk says so.

use dothi::{Aspect, CriteriaSet, CriterionDiff, CrosswalkKind, EditionDiff, Lang, Pairing, diff};
use serde_json::{Value, json};
use std::sync::LazyLock;

pub static BEFORE: LazyLock<CriteriaSet> = LazyLock::new(|| dothi::builtin::load("vn-ssc@2022").unwrap());
pub static NOW: LazyLock<CriteriaSet> = LazyLock::new(|| dothi::builtin::load("vn-ssc@2026").unwrap());

/// The small set of the level tests, changed at JSON pointers; `null` removes.
pub fn gates(changes: &[(&str, Value)]) -> CriteriaSet {
    let mut set: Value = serde_json::from_slice(include_bytes!("../cases/sets/gates.json")).unwrap();
    for (pointer, value) in changes {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match (set.pointer_mut(parent).unwrap(), value) {
            (Value::Object(members), Value::Null) => drop(members.remove(key).unwrap()),
            (Value::Object(members), value) => drop(members.insert(key.into(), value.clone())),
            (Value::Array(items), Value::Null) => drop(items.remove(key.parse().unwrap())),
            (Value::Array(items), value) => items[key.parse::<usize>().unwrap()] = value.clone(),
            _ => panic!("{pointer}"),
        }
    }
    CriteriaSet::from_json(&serde_json::to_vec(&set).unwrap()).unwrap_or_else(|e| panic!("{e}"))
}

fn of<'d>(diff: &'d EditionDiff<'_>, id: &str) -> &'d CriterionDiff<'d> {
    diff.criteria.iter().find(|c| c.id() == id).unwrap_or_else(|| panic!("{id}"))
}

fn places(c: &CriterionDiff<'_>) -> Vec<String> {
    let text = |side: &Option<dothi::Shown>| side.as_ref().map(|s| s.text(Lang::En)).unwrap_or_default();
    c.changes.iter().map(|x| format!("{} {}: {} -> {}", x.aspect.as_str(), x.path, text(&x.before), text(&x.now))).collect()
}

#[test]
fn the_crosswalk_has_the_rows_of_its_source() {
    let diff = diff(&BEFORE, &NOW);
    assert_eq!(diff.pairing, Pairing::Crosswalk);
    let counts = CrosswalkKind::WORDS.iter().map(|(word, kind)| (*word, diff.count(*kind))).collect::<Vec<_>>();
    let expected = [("same", 30), ("threshold_changed", 12), ("renamed", 2), ("merged", 1), ("dropped", 4), ("added", 20)];
    assert_eq!(counts, expected);
    assert!(diff.criteria.iter().all(|c| c.declared));
}

#[test]
fn every_row_says_what_the_files_show_but_for_two() {
    let diff = diff(&BEFORE, &NOW);
    for c in diff.criteria.iter().filter(|c| c.kind == CrosswalkKind::Same) {
        assert!(!c.asks_differ(), "{}", c.id());
        assert_eq!(c.before.unwrap().id, c.now.unwrap().id);
    }
    let found: Vec<String> = diff.findings.iter().map(|f| format!("{} {}", f.code(), f.message(Lang::En))).collect();
    assert_eq!(found.len(), 2, "{found:#?}");
    // A yes stays a yes: what has changed is the question and its source.
    assert!(found[0].starts_with("crosswalk.change_not_found") && found[0].contains("`plan-01`"), "{}", found[0]);
    // Renamed, but from yes/no to a ladder of three steps.
    assert!(found[1].starts_with("crosswalk.unsaid_change") && found[1].contains("`dat-02`"), "{}", found[1]);
}

#[test]
fn a_changed_threshold_has_both_values_and_both_sources() {
    let diff = diff(&BEFORE, &NOW);
    let c = of(&diff, "wat-01");
    let shown: Vec<_> = c
        .thresholds
        .iter()
        .map(|t| {
            let side = |set: &CriteriaSet, t: &dothi::Threshold| (set.asks(c.now.unwrap(), t, Lang::Vi), set.cited(&t.cites));
            (t.level, t.asks_differ(), side(&BEFORE, t.before.unwrap()), side(&NOW, t.now.unwrap()))
        })
        .collect();
    let class = |which: &str| format!("111/2025/UBTVQH15, Annex II, Table 2A, standard 2A.III.08, class {which}");
    let expected = [
        (1, true, ("≥ 90 %", "1929/QĐ-TTg, objectives to 2020".into()), ("≥ 85 %", class("III minimum"))),
        (2, true, ("≥ 97 %", "bxd-2024-plan, 2024 targets".into()), ("≥ 95 %", class("III maximum"))),
        (3, false, ("≥ 100 %", "1929/QĐ-TTg, objectives to 2025".into()), ("≥ 100 %", class("II maximum"))),
    ];
    let expected = expected.map(|(level, asks, b, n): (u32, bool, (&str, String), (&str, String))| {
        (level, asks, (b.0.to_string(), b.1), (n.0.to_string(), n.1))
    });
    assert_eq!(shown, expected);
    assert!(places(c).contains(&"data data_points/main/parts: sum -> each".into()), "{:?}", places(c));
    // A value that depends on the place is part of what is asked.
    assert_eq!(of(&diff, "sew-01").thresholds.iter().filter(|t| t.asks_differ()).map(|t| t.level).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn an_edition_does_not_differ_from_itself() {
    for set in dothi::builtin::FILES {
        let set = CriteriaSet::from_json(set.bytes).unwrap();
        let diff = diff(&set, &set);
        assert!(diff.is_empty() && diff.findings.is_empty(), "{}", set.id());
        assert_eq!((diff.pairing, diff.count(CrosswalkKind::Same)), (Pairing::EqualIds, set.criteria().len()));
        assert!(diff.rows(Lang::Vi).iter().all(|row| row[9].is_empty()), "no row names a difference");
    }
}

#[test]
fn backwards_is_the_mirror_image() {
    let (there, back) = (diff(&BEFORE, &NOW), diff(&NOW, &BEFORE));
    assert_eq!(back.pairing, Pairing::CrosswalkBackwards);
    assert_eq!(there.criteria.len(), back.criteria.len());
    let turned = |kind| match kind {
        CrosswalkKind::Added => CrosswalkKind::Dropped,
        CrosswalkKind::Dropped => CrosswalkKind::Added,
        other => other,
    };
    let id = |c: Option<&dothi::Criterion>| c.map(|c| c.id.clone());
    for (a, b) in there.criteria.iter().zip(&back.criteria) {
        assert_eq!((id(a.before), id(a.now), turned(a.kind)), (id(b.now), id(b.before), b.kind));
        assert_eq!(a.thresholds.len(), b.thresholds.len());
        for (x, y) in a.changes.iter().zip(&b.changes) {
            assert_eq!((x.aspect, &x.path, &x.before, &x.now), (y.aspect, &y.path, &y.now, &y.before));
        }
    }
    assert_eq!(there.set.len(), back.set.len());
    for (x, y) in there.set.iter().zip(&back.set) {
        assert_eq!((x.aspect, &x.path, &x.before, &x.now), (y.aspect, &y.path, &y.now, &y.before));
    }
}

#[test]
fn without_a_crosswalk_equal_ids_are_compared() {
    let before = gates(&[
        ("/edition", json!("2000")),
        ("/criteria/1/title/en", json!("Water")),
        ("/schemes/0/tree/children/0/children/2", Value::Null),
        ("/criteria/2", Value::Null),
    ]);
    let now = gates(&[("/criteria/1/judge/0/thresholds/0/value", json!("55"))]);
    let diff = diff(&before, &now);
    assert_eq!((diff.pairing, diff.findings.len()), (Pairing::EqualIds, 0));
    assert_eq!((of(&diff, "tap").kind, of(&diff, "tap").declared), (CrosswalkKind::ThresholdChanged, false));
    assert_eq!(places(of(&diff, "tap")), ["title title: Water -> People with water"]);
    assert_eq!(of(&diff, now.criteria()[2].id.as_str()).kind, CrosswalkKind::Added);
    assert_eq!(of(&diff, "charter").kind, CrosswalkKind::Same);
}

#[test]
fn every_aspect_is_found() {
    let now = gates(&[
        ("/edition", json!("2027")),
        ("/criteria/0/tier", json!("elective")),
        ("/criteria/0/applies_to", json!(["province"])),
        ("/criteria/0/evidence/required", json!(false)),
        ("/criteria/0/label", json!("9.9")),
        ("/criteria/1/data_points/0/inputs/0/minimum", json!("1")),
        ("/parameters/0/value", json!("0.8")),
        ("/units/4/symbol/en", json!("persons")),
        ("/unit_kinds/1/note", json!("Another.")),
        ("/schemes/0/levels/0/title/en", json!("First")),
        ("/title/en", json!("Another title")),
    ]);
    let before = gates(&[]);
    let diff = diff(&before, &now);
    let expected = [
        "applies_to applies_to:  -> province",
        "evidence evidence/required: true -> false",
        "label label: 1.1 -> 9.9",
        "tier tier: basic -> elective",
    ];
    assert_eq!(places(of(&diff, "charter")), expected);
    assert_eq!(places(of(&diff, "tap")), ["data data_points/main/inputs/numerator/minimum: 0 -> 1"]);
    let set: Vec<String> = diff.set.iter().map(|c| format!("{} {}", c.aspect.as_str(), c.path)).collect();
    let expected = [
        "parameters parameters/basic-share/value",
        "edition title",
        "unit_kinds unit_kinds/commune/note",
        "units units/people/symbol",
        "levels main/levels/1/title",
    ];
    assert_eq!(set, expected);
    assert!(of(&diff, "charter").has(Aspect::Tier) && !diff.is_empty());
}

/// The first criterion of a tree that has a weight, with it.
fn weighted_leaf(node: &mut Value) -> Option<&mut Value> {
    node["children"].as_array_mut().unwrap().iter_mut().find_map(|child| {
        let has = |key: &str| child.get(key).is_some();
        if has("children") { weighted_leaf(child) } else { (has("criterion") && has("weight")).then_some(child) }
    })
}

#[test]
fn what_counts_and_where_it_stands_is_compared_too() {
    let weights: Value = serde_json::from_slice(include_bytes!("../cases/sets/weights.json")).unwrap();
    let set = |value: &Value| CriteriaSet::from_json(&serde_json::to_vec(value).unwrap()).unwrap_or_else(|e| panic!("{e}"));
    let mut other = weights.clone();
    other["edition"] = json!("2027");
    let scheme = other["schemes"][0]["id"].as_str().unwrap().to_string();
    let leaf = weighted_leaf(&mut other["schemes"][0]["tree"]).unwrap();
    leaf["weight"] = json!("99");
    let id = leaf["criterion"].as_str().unwrap().to_string();
    let judged = other["criteria"].as_array_mut().unwrap().iter_mut().find(|c| c["id"] == id.as_str()).unwrap();
    judged["judge"][0]["best"] = json!("123456");
    let (before, now) = (set(&weights), set(&other));
    let found = places(of(&diff(&before, &now), &id));
    assert!(found[0].starts_with("method best: ") && found[0].ends_with(" -> 123456"), "{found:?}");
    assert!(found[1].starts_with(&format!("place {scheme}/weight: ")) && found[1].ends_with(" -> 99"), "{found:?}");
    assert_eq!(found.len(), 2);
}

#[test]
fn every_row_and_the_json_carry_the_marks() {
    let diff = diff(&BEFORE, &NOW);
    let marks: Vec<&str> = diff.marks().iter().map(|m| m.code).collect();
    assert_eq!(marks, ["not_official", "retrospective"]);
    for row in diff.rows(Lang::Vi) {
        assert_eq!(row.len(), dothi::DIFF_COLUMNS.len());
        let mark = row.last().unwrap();
        assert!(mark.contains("không phải kết quả công nhận") && mark.contains("phiên bản (vn-ssc@2022-u1)"), "{mark}");
    }
    let json: Value = serde_json::from_str(&diff.to_canonical_json()).unwrap();
    assert_eq!(serde_json::to_string(&json).unwrap(), diff.to_canonical_json(), "sorted and compact");
    assert_eq!((json["counts"]["added"].as_u64(), json["marks"].as_array().unwrap().len()), (Some(20), 2));
    assert_eq!(json["criteria"].as_array().unwrap().len(), 69);
}
