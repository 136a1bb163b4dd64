//! The pieces entities are made of.

use crate::facts::{NAMESPACE, address, both, cited, is_web, word};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;
use dothi::{Asked, Assessment, Cite, CriteriaSet, EvidenceDocument, LevelAnswer, Text, ThresholdValue};
use serde_json::{Map, Value, json};

/// Terms of our own, in order.
pub(super) const OWN: &[&str] = &[
    "asOf",
    "band",
    "change",
    "citations",
    "criteriaSet",
    "criterion",
    "dataDate",
    "evidence",
    "explanation",
    "flags",
    "fragile",
    "group",
    "high",
    "inputs",
    "label",
    "levels",
    "low",
    "markLine",
    "marks",
    "maxPoints",
    "method",
    "outcome",
    "outcomeText",
    "parameters",
    "partOf",
    "parts",
    "placeKind",
    "points",
    "present",
    "reason",
    "reasonText",
    "scheme",
    "share",
    "state",
    "stateText",
    "statement",
    "survey",
    "tallies",
    "tier",
    "undecided",
    "unitOfMeasure",
    "unitSymbol",
    "unrounded",
    "weight",
];

/// Model, own terms, then the core context, which decides wherever they meet.
pub(super) fn context() -> Value {
    let mut own = Map::new();
    own.insert("dothi".into(), format!("{NAMESPACE}:").into());
    for term in OWN {
        own.insert((*term).into(), format!("dothi:{term}").into());
    }
    json!([
        "https://raw.githubusercontent.com/smart-data-models/dataModel.KeyPerformanceIndicator/master/context.jsonld",
        own,
        "https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context.jsonld",
    ])
}

/// An identifier of an entity: parts that are no letters, digits, `-`, `.`, `_`, `@` are written as octets.
pub(super) fn urn(parts: &[&str]) -> String {
    let mut out = String::from("urn:ngsi-ld:KeyPerformanceIndicator");
    for part in parts {
        out.push(':');
        for byte in part.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._@".contains(&byte) {
                out.push(char::from(byte));
            } else {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

pub(super) fn property(value: impl Into<Value>) -> Value {
    json!({"type": "Property", "value": value.into()})
}

/// A day: NGSI-LD has dates as typed values.
pub(super) fn date(day: &str) -> Value {
    property(json!({"@type": "Date", "@value": day}))
}

pub(super) fn languages(text: &Text) -> Value {
    json!({"type": "LanguageProperty", "languageMap": pair(text)})
}

pub(super) fn relationship(object: &str) -> Value {
    json!({"type": "Relationship", "object": object})
}

pub(super) fn pair(text: &Text) -> Value {
    json!({"vi": text.vi, "en": text.en})
}

/// Sources with clauses, for people and programs.
pub(super) fn citations(set: &CriteriaSet, cites: &[Cite]) -> Vec<Value> {
    let one = |(source, clause): (&dothi::Source, &str)| {
        let mut out = Map::new();
        put(&mut out, "source", Some(source.id.clone()));
        put(&mut out, "number", source.number.clone());
        out.insert("title".into(), pair(&source.title));
        put(&mut out, "clause", Some(clause.to_string()));
        put(&mut out, "confidence", Some(word(serde_json::to_value(source.confidence))));
        put(&mut out, "url", source.url.clone().filter(|url| is_web(url)));
        Value::Object(out)
    };
    cited(set, cites).into_iter().map(one).collect()
}

/// The addresses of sources, each once.
pub(super) fn addresses(set: &CriteriaSet, cites: &[Cite]) -> Vec<Value> {
    let mut out: Vec<Value> = Vec::new();
    for url in cited(set, cites).into_iter().filter_map(|(source, _)| source.url.as_deref()).filter(|url| is_web(url)) {
        if !out.iter().any(|known| known == url) {
            out.push(url.into());
        }
    }
    out
}

/// A document with its review; names of persons and addresses that are not public stay behind.
pub(super) fn document(document: &EvidenceDocument) -> Value {
    let mut out = Map::new();
    put(&mut out, "number", document.number.clone());
    put(&mut out, "date", document.date.map(|date| date.to_string()));
    put(&mut out, "issuer", document.issuer.clone());
    put(&mut out, "summary", Some(document.summary.clone()));
    put(&mut out, "pages", document.pages.clone());
    put(&mut out, "url", address(document).map(String::from));
    put(&mut out, "sha256", document.sha256.clone());
    put(&mut out, "kind", Some(document.kind.as_str().into()));
    if let Some(public) = document.public {
        out.insert("public".into(), public.into());
    }
    if let Some(review) = &document.review {
        let mut told = Map::new();
        put(&mut told, "result", Some(review.result.as_str().into()));
        put(&mut told, "date", review.date.map(|date| date.to_string()));
        put(&mut told, "reason", review.reason.clone());
        out.insert("review".into(), Value::Object(told));
    }
    Value::Object(out)
}

/// What a level asks and what came of it; the level in words that never stand bare.
pub(super) fn answer(assessment: &Assessment<'_>, level: &LevelAnswer<'_>) -> Value {
    let set = assessment.set();
    let mut out = Map::new();
    if assessment.scheme().levels.is_empty() {
        out.insert("target".into(), true.into());
    } else {
        out.insert("level".into(), level.level.into());
        out.insert("levelText".into(), pair(&both(|lang| assessment.level_words(level.level, lang))));
    }
    put(&mut out, "outcome", Some(level.outcome.as_str().into()));
    out.insert("outcomeText".into(), pair(&both(|lang| level.outcome.label(lang).into())));
    match level.asked {
        Asked::Threshold { threshold, value, variant } => {
            let chosen = variant.and_then(|at| threshold.variants.get(at));
            let (basis, cites) = chosen.map_or((threshold.basis, &threshold.cites), |variant| (variant.basis, &variant.cites));
            put(&mut out, "op", Some(threshold.op.sign().into()));
            put(&mut out, "threshold", Some(asked(value)));
            put(&mut out, "basis", Some(word(serde_json::to_value(basis))));
            out.insert("citations".into(), citations(set, cites).into());
        }
        Asked::Range(range) => {
            put(&mut out, "from", Some(range.low.to_string()));
            put(&mut out, "to", Some(range.high.to_string()));
            put(&mut out, "basis", Some(word(serde_json::to_value(range.ground.basis))));
            out.insert("citations".into(), citations(set, &range.ground.cites).into());
        }
        _ => {}
    }
    Value::Object(out)
}

pub(super) fn asked(value: ThresholdValue) -> String {
    match value {
        ThresholdValue::Number(number) => number.to_string(),
        _ => "yes".into(),
    }
}

/// Sets a member that is there.
pub(super) fn put(map: &mut Map<String, Value>, key: &str, value: Option<String>) {
    if let Some(value) = value {
        map.insert(key.into(), value.into());
    }
}
