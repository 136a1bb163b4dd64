//! Joining: what agrees, what differs, what complements.

use super::{Merge, MergeKind, MergePart, merge};
use crate::city::{CityData, CityFile};
use crate::text::Lang;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

fn city(members: &str) -> CityData {
    with_place(r#""code":"01","name":{"vi":"Hà Nội"},"kind":"province""#, members)
}

fn with_place(place: &str, members: &str) -> CityData {
    let text = format!(r#"{{"format":1,"cities":[{{"unit":{{{place}}},{members}}}]}}"#);
    CityFile::from_json(text.as_bytes()).unwrap_or_else(|e| panic!("{e}")).0.cities.remove(0)
}

fn observations(list: &str) -> CityData {
    city(&format!(r#""observations":[{list}]"#))
}

fn join(cities: &[&CityData]) -> Merge {
    let names = ["a.xlsx", "b.csv", "c.json"];
    let parts: Vec<_> = cities.iter().zip(names).map(|(city, name)| MergePart::new(name, city)).collect();
    merge(&parts, None)
}

/// Entries as `kind subject field: file place value | ...`.
fn told(merged: &Merge) -> Vec<String> {
    let one = |entry: &super::MergeEntry| {
        let sides: Vec<_> = entry.sides.iter().map(|s| format!("{} {} {}", s.file, s.place.text(Lang::En), s.value)).collect();
        format!("{} {} {}: {}", entry.kind.label(Lang::En), entry.subject.text(), entry.field, sides.join(" | "))
    };
    merged.entries.iter().map(one).collect()
}

#[test]
fn departments_are_joined_and_what_they_share_is_listed() {
    let a = observations(r#"{"criterion":"x","value":"1","period":"2025","source":"Sở A"},{"criterion":"y","status":"O"}"#);
    let b = observations(r#"{"criterion":"y","value":"2"},{"criterion":"x","value":1.0,"period":"2025","unit":"%"}"#);
    let merged = join(&[&a, &b]);
    assert_eq!(
        told(&merged),
        [
            "the same x · value · 2025 value: a.xlsx /cities/0/observations/0 1 | b.csv /cities/0/observations/1 1",
            "put together y · value value: b.csv /cities/0/observations/0 2 | a.xlsx /cities/0/observations/1 O",
        ]
    );
    let expected =
        observations(r#"{"criterion":"x","value":"1","period":"2025","source":"Sở A","unit":"%"},{"criterion":"y","value":"2"}"#);
    assert_eq!(merged.city.unwrap().canonical_json(), expected.canonical_json());
}

#[test]
fn every_contradiction_is_named_with_all_its_sides() {
    let a = observations(r#"{"criterion":"x","value":"1"},{"criterion":"y","value":true,"period":"2025"},{"criterion":"z","value":"1"}"#);
    let b = observations(r#"{"criterion":"x","value":"2","source":"s"},{"criterion":"y","value":false}"#);
    let c = observations(r#"{"criterion":"x","value":"1","status":"E"},{"criterion":"z","value":"1","period":"2024"}"#);
    let merged = join(&[&a, &b, &c]);
    assert!(merged.city.is_none());
    let conflicts: Vec<_> = merged.conflicts().map(|entry| (entry.subject.text(), entry.field, entry.sides.len())).collect();
    let text = |t: &str| t.to_string();
    assert_eq!(conflicts, [(text("x · value"), "value", 3), (text("x · value"), "status", 3), (text("y · value · 2025"), "value", 2)]);
}

#[test]
fn other_periods_and_parts_are_other_figures() {
    let a = observations(r#"{"criterion":"x","value":"1","period":"2024"},{"criterion":"x","value":"3","part":"Đông"}"#);
    let b = observations(r#"{"criterion":"x","value":"2","period":"2025"},{"criterion":"x","value":"4","part":"Tây"}"#);
    let merged = join(&[&a, &b]);
    assert_eq!(merged.entries, []);
    assert_eq!(merged.city.unwrap().observations.len(), 4);
}

#[test]
fn documents_claims_and_the_place_are_held_against_each_other() {
    let a = city(
        r#""prepared_by":"Sở A","observations":[],"evidence":[{"criteria":["x"],"number":"1","summary":"s","pages":"3"},{"criteria":["z"],"summary":"t"}],
        "not_applicable":[{"criterion":"n","reason":"không có"}]"#,
    );
    let b = city(
        r#""prepared_by":"Sở B","fictional":true,"observations":[],"evidence":[{"criteria":["y"],"number":"1","summary":"s","url":"u"},
        {"criteria":["z"],"summary":"t","kind":"plan"}],"not_applicable":[{"criterion":"n","reason":"khác"}]"#,
    );
    let merged = join(&[&a, &b]);
    let fields: Vec<_> = merged.entries.iter().map(|entry| (entry.kind, entry.field)).collect();
    assert_eq!(
        fields,
        [
            (MergeKind::Joined, "prepared_by"),
            (MergeKind::Joined, "fictional"),
            (MergeKind::Same, "item"),
            (MergeKind::Conflict, "evidence_kind"),
            (MergeKind::Conflict, "not_applicable_reason"),
        ]
    );
    let other = with_place(r#""code":"02","name":{"vi":"Hà Nội"},"kind":"province","heritage":true"#, r#""observations":[]"#);
    let merged = join(&[&a, &other]);
    assert_eq!(merged.conflicts().map(|entry| entry.field).collect::<Vec<_>>(), ["code"]);
}

#[test]
fn an_order_of_files_changes_no_fact() {
    let a = city(r#""observations":[{"criterion":"x","value":"1"}],"evidence":[{"criteria":["x"],"summary":"s"}]"#);
    let b = city(r#""observations":[{"criterion":"x","value":"1","note":"n"}],"evidence":[{"criteria":["y"],"summary":"s","pages":"2"}]"#);
    let (one, two) = (join(&[&a, &b]).city.unwrap(), join(&[&b, &a]).city.unwrap());
    assert_eq!(one.canonical_json(), two.canonical_json());
    assert_eq!(join(&[&a]).city.unwrap().canonical_json(), a.canonical_json());
    assert!(join(&[]).city.is_none());
}

#[cfg(feature = "builtin")]
#[test]
fn with_a_set_an_id_and_a_symbol_are_one_unit() {
    let set = crate::builtin::load("vn-ssc").unwrap();
    let of = |unit: &str| observations(&format!(r#"{{"criterion":"wat-01","role":"denominator","value":"5","unit":"{unit}"}}"#));
    let (a, b, c) = (of("people"), of("người"), of("km"));
    let with_set = |x, y| merge(&[MergePart::new("a", x), MergePart::new("b", y)], Some(&set)).city.is_some();
    assert!(with_set(&a, &b) && !with_set(&a, &c));
    assert!(join(&[&a, &b]).city.is_none());
}
