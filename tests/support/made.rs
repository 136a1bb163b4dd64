//! What made-up criteria sets have in common: criteria of one figure between goalposts, groups, all that stands around them. For tests
//! and benchmarks, by `#[path]`.

use dothi::CriteriaSet;
use serde_json::{Value, json};

fn text(words: &str) -> Value {
    json!({"vi": words, "en": words})
}

pub fn cites() -> Value {
    json!([{"source": "made-up", "clause": "all"}])
}

/// A criterion of one figure, judged from the worst to the best.
pub fn criterion(id: &str, worst: &str, best: &str) -> Value {
    let number = |post: &str| post.parse::<f64>().ok();
    json!({
        "id": id, "label": id, "title": text(id), "direction": if number(worst) > number(best) { "less" } else { "more" },
        "data_points": [{
            "id": "main", "type": "number", "unit": "mark",
            "inputs": [{"role": "value", "title": text("Value"), "unit": "mark"}],
            "derive": {"op": "input", "role": "value"}
        }],
        "judge": [{
            "method": "goalposts", "worst": worst, "best": best, "outside": "clamp",
            "basis": "assumption", "confidence": "primary", "cites": cites()
        }],
        "cites": cites(), "confidence": "primary"
    })
}

pub fn group(id: &str) -> Value {
    json!({"id": id, "label": id, "title": text(id), "cites": cites()})
}

/// A policy for missing data; the least share is that of `exclude`.
pub fn missing(policy: &str, least: &str) -> Value {
    let mut out = json!({"policy": policy, "basis": "assumption", "cites": cites()});
    if policy == "exclude" {
        out["minimum_share"] = json!(least);
    }
    out
}

/// A set for provinces with one scheme, of which `scheme` says tree, missing data, score, levels.
pub fn set(id: &str, groups: Vec<Value>, criteria: Vec<Value>, mut scheme: Value) -> Value {
    scheme["id"] = json!("main");
    scheme["title"] = text("Main");
    json!({
        "format": 1, "set": id, "edition": "2026", "revision": 1, "stage": "draft", "status": "reference",
        "title": text("Made up"), "issuer": text("Tests"), "authoritative": "vi", "published": "2026-01-01",
        "not_official": {"vi": "Bộ tiêu chí hư cấu để thử; không phải kết quả công nhận.", "en": "Made up for tests; not a recognition."},
        "missing_parts": [],
        "sources": [{
            "id": "made-up", "kind": "set_rule", "title": text("Made up"), "issuer": text("Tests"), "retrieved": "2026-01-01",
            "confidence": "primary", "note": "Describes no real place."
        }],
        "units": [{"id": "mark", "symbol": text("mark"), "factor": "1"}],
        "unit_kinds": [{"kind": "province", "judged_as": "province", "basis": "assumption", "note": "Made up."}],
        "groups": groups, "criteria": criteria, "schemes": [scheme]
    })
}

/// The set, loaded.
pub fn load(set: &Value) -> CriteriaSet {
    CriteriaSet::from_json(set.to_string().as_bytes()).expect("a set without faults")
}
