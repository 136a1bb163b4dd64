//! Documents of the city as resources, and as evidence of observations.

use super::ids::Ids;
use super::text::{Props, line, markup, object};
use crate::facts::{address, both};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{CityData, EvidenceDocument};
use serde_json::{Value, json};

/// Every document; names of persons and addresses that are not public stay behind.
pub(super) fn resources(ids: Ids, city: &CityData) -> Vec<Value> {
    city.evidence.iter().enumerate().map(|(at, document)| resource(ids, at, document)).collect()
}

fn resource(ids: Ids, at: usize, document: &EvidenceDocument) -> Value {
    let date = document.date.map(|date| date.to_string());
    let told: Vec<String> =
        [document.number.clone(), date, document.issuer.clone(), document.pages.clone()].into_iter().flatten().collect();
    let hashes: Vec<Value> = document.sha256.iter().map(|digest| json!({"algorithm": "SHA-256", "value": line(digest)})).collect();
    let links: Vec<Value> = address(document).map(|url| object([("href", url.into()), ("hashes", hashes.into())])).into_iter().collect();
    let documents: Vec<Value> = document.number.iter().map(|number| json!({"identifier": line(number)})).collect();
    object([
        ("uuid", ids.part("document", &at.to_string()).into()),
        ("title", markup(&document.summary).into()),
        ("description", if told.is_empty() { Value::Null } else { markup(&told.join("; ")).into() }),
        ("props", props(document).maybe("sha-256", document.sha256.as_deref()).list().into()),
        ("document-ids", documents.into()),
        ("rlinks", links.into()),
    ])
}

/// What kind of document it is and what its review came to.
fn props(document: &EvidenceDocument) -> Props {
    let review = document.review.as_ref();
    Props::default()
        .with("evidence-kind", document.kind.as_str())
        .maybe("public", document.public.map(|public| if public { "yes" } else { "no" }))
        .maybe("review", review.map(|review| review.result.as_str()))
        .maybe("review-date", review.and_then(|review| review.date).map(|date| date.to_string()))
        .maybe("review-reason", review.and_then(|review| review.reason.as_deref()))
}

/// A document as evidence of an observation.
pub(super) fn relevant(ids: Ids, at: usize, document: &EvidenceDocument) -> Value {
    let said = both(|lang| {
        let review = document.review.as_ref().map(|review| format!(", {}", review.result.label(lang))).unwrap_or_default();
        format!("{}{review}", document.kind.label(lang))
    });
    object([
        ("href", format!("#{}", ids.part("document", &at.to_string())).into()),
        ("description", format!("{} ({})", markup(&document.summary), super::text::title(&said)).into()),
        ("props", props(document).list().into()),
    ])
}
