//! Sources as resources, citations as links to them.

use super::ids::Ids;
use super::text::{Props, line, markup, object, title};
use crate::facts::{cited, is_web, word};
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;
use dothi::{Cite, CriteriaSet, Source};
use serde_json::{Value, json};

/// Every source of the set.
pub(super) fn resources(ids: Ids, set: &CriteriaSet) -> Vec<Value> {
    set.header().sources.iter().map(|source| resource(ids, source)).collect()
}

fn resource(ids: Ids, source: &Source) -> Value {
    let number = source.number.as_deref();
    let citation = [number.unwrap_or(&source.id), &source.title.vi, &source.issuer.vi].join(", ");
    let props = Props::default()
        .with("source", &source.id)
        .with("source-kind", &source.kind)
        .with("confidence", &word(serde_json::to_value(source.confidence)))
        .maybe("issued", source.issued.map(|date| date.to_string()))
        .with("retrieved", &source.retrieved.to_string());
    let links: Vec<Value> = source.url.iter().filter(|url| is_web(url)).map(|url| json!({"href": url})).collect();
    let documents: Vec<Value> = number.map(|number| json!({"identifier": line(number)})).into_iter().collect();
    object([
        ("uuid", ids.part("source", &source.id).into()),
        ("title", title(&source.title).into()),
        ("description", title(&source.issuer).into()),
        ("props", props.list().into()),
        ("document-ids", documents.into()),
        ("citation", json!({"text": markup(&citation)})),
        ("rlinks", links.into()),
    ])
}

/// Citations as links to the resources of their sources, the clause as text.
pub(super) fn links(ids: Ids, set: &CriteriaSet, cites: &[Cite]) -> Vec<Value> {
    let one = |(source, clause): (&Source, &str)| {
        let text = format!("{}, {}", source.number.as_deref().unwrap_or(&source.id), clause);
        json!({"href": format!("#{}", ids.part("source", &source.id)), "rel": "reference", "text": markup(&text)})
    };
    cited(set, cites).into_iter().map(one).collect()
}
