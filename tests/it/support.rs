//! What several test modules need.

use dothi::{AssessOptions, CriteriaSet, DataKind, Date, UnitKind};
use serde_json::{Value, json};

pub fn as_of() -> AssessOptions {
    AssessOptions::new(Date::parse("2026-11-21").unwrap())
}

/// What to enter for a criterion: an index into what its inputs allow, `None` = nothing.
pub type Entry = Option<u32>;

/// The entry that passes every threshold of a criterion where more is better.
pub const BEST: u32 = 1_000;

/// City data that answers the set's criteria from a list of entries; a higher entry is never a lower value.
pub fn city(set: &CriteriaSet, kind: UnitKind, entries: &[Entry]) -> Value {
    let mut observations = Vec::new();
    let mut evidence = Vec::new();
    for (criterion, entry) in set.criteria().iter().zip(entries) {
        let Some(entry) = entry else { continue };
        let point = &criterion.data_points[0];
        evidence.push(json!({"criteria": [criterion.id], "summary": "x", "kind": if entry % 7 == 3 { "plan" } else { "result" }}));
        for input in &point.inputs {
            let value = match (point.kind, input.role.as_str()) {
                (DataKind::Boolean, _) => json!(entry >= &50),
                (DataKind::Ordinal, _) if *entry == BEST => json!((point.steps.len() - 1).to_string()),
                (DataKind::Number, "numerator") if *entry == BEST && input.within.is_some() => json!("100"),
                (DataKind::Number, "numerator" | "value") if *entry == BEST && set.header().set == "vn-ssc" => json!("1000000"),
                (DataKind::Number, "value") if *entry == BEST => json!("100"),
                (DataKind::Ordinal, _) => json!((*entry as usize * point.steps.len() / 101).to_string()),
                (_, "denominator") => json!("100"),
                (_, "numerator") => json!(entry.to_string()),
                _ if set.header().set == "dti-922" => json!(format!("{}.{:02}", entry / 100, entry % 100)),
                _ => json!(entry.to_string()),
            };
            let survey = matches!(criterion.judge[0].method, dothi::Method::Survey { .. });
            let mut observation = json!({"criterion": criterion.id, "role": input.role.as_str(), "value": value, "period": "2025"});
            if survey {
                observation["sampling"] = json!("probability");
            }
            observations.push(observation);
        }
    }
    json!({
        "unit": {"code": "X", "name": {"vi": "Ví Dụ"}, "kind": kind.as_str()},
        "observations": observations,
        "evidence": evidence,
    })
}

pub fn file(cities: &[Value]) -> Vec<u8> {
    serde_json::to_vec(&json!({"format": 1, "cities": cities})).unwrap()
}
