//! The sources of an edition on its page, and those of many editions in one index.

use super::context::Context;
use super::markdown::{Markdown, address, code, plain};
use super::words;
use crate::criteria::{Cite, CriteriaSet, Source};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

pub(super) fn write(cx: Context<'_>, out: &mut Markdown) {
    out.anchored(2, "sources", cx.say("Nguồn", "Sources"));
    for source in &cx.set.header().sources {
        one(cx, source, out);
    }
}

fn one(cx: Context<'_>, source: &Source, out: &mut Markdown) {
    let number = source.number.as_deref().map(|number| format!("**{}**. ", plain(number))).unwrap_or_default();
    out.item(0, &format!("<a id=\"s-{}\"></a>{number}{}", source.id, cx.text(&source.title)));
    let kind = words::source_kind(&source.kind, cx.lang).map_or_else(|| code(&source.kind), String::from);
    let mut facts = Vec::from([code(&source.id), kind, cx.text(&source.issuer)]);
    facts.extend(source.issued.map(|date| format!("{} {}", cx.say("ban hành", "issued"), cx.date(date))));
    facts.extend(source.effective.map(|date| format!("{} {}", cx.say("hiệu lực từ", "in force from"), cx.date(date))));
    out.item(1, &facts.join("; "));
    let own = [Cite { source: source.id.clone(), clause: String::new() }];
    let mut reading = Vec::from([String::from(cx.confidence(source.confidence, &own))]);
    reading.push(format!("{} {}", cx.say("đọc ngày", "read on"), cx.date(source.retrieved)));
    reading.extend(source.url.as_deref().map(address));
    out.item(1, &reading.join("; "));
    if let Some(note) = &source.note {
        out.item(1, &cx.note(note));
    }
}

#[derive(Serialize)]
struct Index<'s> {
    generated: bool,
    sources: Vec<Entry<'s>>,
}

#[derive(Serialize)]
struct Entry<'s> {
    #[serde(flatten)]
    source: &'s Source,
    used_by: Vec<String>,
}

/// Every source of some editions as JSON, sorted by id, each with the editions that cite it: the file `criteria/sources.json`.
///
/// An id that two editions describe differently is listed once for each description.
///
/// ```
/// let set = dothi::builtin::load("dti-922").unwrap();
/// let index = dothi::sources_index(&[set]);
/// assert!(index.contains("\"used_by\": [\n        \"dti-922@2022-u1\"\n      ]"));
/// ```
#[must_use]
pub fn sources_index(sets: &[CriteriaSet]) -> String {
    let mut sources: Vec<Entry<'_>> = Vec::new();
    for set in sets {
        for source in &set.header().sources {
            match sources.iter_mut().find(|entry| entry.source == source) {
                Some(entry) => entry.used_by.push(set.id()),
                None => sources.push(Entry { source, used_by: Vec::from([set.id()]) }),
            }
        }
    }
    sources.sort_by(|a, b| a.source.id.cmp(&b.source.id));
    for entry in &mut sources {
        entry.used_by.sort();
        entry.used_by.dedup();
    }
    crate::write::pretty(&Index { generated: true, sources })
}
