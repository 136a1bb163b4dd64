//! An outline from JSON.

use super::{Asks, FundSource, Outline, OutlineCriterion, OutlineItem, OutlineOrigin, OutlinePart, PartRole, Required};
use crate::criteria::{SCHEMA_KEY, read_cites, read_confidence, read_format, read_source};
use crate::finding::{Code, Findings};
use crate::json::{Json, Limits, Object, Reader};
use crate::text::Lang;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;

/// The outline of 2022 has 10 KB.
const LIMITS: Limits = Limits { bytes: 1 << 20, values: 20_000 };

const ROLES: &[(&str, PartRole)] = &[
    ("text", PartRole::Text),
    ("funding", PartRole::Funding),
    ("difficulties", PartRole::Difficulties),
    ("proposals", PartRole::Proposals),
];
const REQUIRED: &[(&str, Required)] = &[("yes", Required::Yes), ("if_any", Required::IfAny), ("no", Required::No)];
const ORIGINS: &[(&str, OutlineOrigin)] =
    &[("outline", OutlineOrigin::Outline), ("press", OutlineOrigin::Press), ("ours", OutlineOrigin::Ours)];
const ASKS: &[(&str, Asks)] = &[("on_time_and_complete", Asks::OnTimeAndComplete), ("funding_by_category", Asks::FundingByCategory)];

impl Outline {
    /// Reads an outline: `criteria/programme/README.md` says what it holds. With the value come remarks.
    ///
    /// # Errors
    /// Every finding at once: JSON faults, wrong types, unknown or doubled keys, ids that stand twice, sources that nobody lists.
    pub fn from_json(bytes: &[u8]) -> Result<(Self, Findings), Findings> {
        let mut r = Reader::new();
        let outline = r.file(bytes, LIMITS, outline);
        r.findings.settle(outline)
    }
}

/// Ids met so far with their places, and the sources that may be cited.
#[derive(Default)]
struct Known {
    ids: BTreeMap<String, String>,
    sources: BTreeSet<String>,
}

impl Known {
    fn once(&mut self, r: &mut Reader, id: &str) {
        let here = r.place().text(Lang::En);
        if let Some(first) = self.ids.get(id) {
            let finding = r.find(Code::DoubledId).with("id", id).with("first", first);
            r.push(finding);
        } else {
            self.ids.insert(id.into(), here);
        }
    }
}

fn outline(r: &mut Reader, json: &Json) -> Option<Outline> {
    let mut o = r.object(json)?;
    let format = read_format(r, &mut o)?;
    o.optional(r, SCHEMA_KEY, Reader::string);
    let id = o.required(r, "outline", Reader::id);
    let title = o.required(r, "title", Reader::text);
    let sources = o.full_list(r, "sources", read_source);
    let mut known = Known { sources: sources.iter().map(|source| source.id.clone()).collect(), ..Known::default() };
    let parts = o.full_list(r, "parts", |r, json| part(r, json, &mut known));
    let fund_sources = o.full_list(r, "fund_sources", |r, json| {
        let mut o = r.object(json)?;
        let id = o.required(r, "id", Reader::id);
        let title = o.required(r, "title", Reader::text);
        o.finish(r);
        let id = id?;
        known.once(r, &id);
        Some(FundSource { id, title: title? })
    });
    let criteria = o.list(r, "criteria", |r, json| {
        let mut o = r.object(json)?;
        let set = o.required(r, "set", Reader::id);
        let criterion = o.required(r, "criterion", Reader::id);
        let asks = o.required(r, "asks", |r, json| r.choice(json, ASKS));
        o.finish(r);
        Some(OutlineCriterion { set: set?, criterion: criterion?, asks: asks? })
    });
    let notes = o.list(r, "notes", Reader::text);
    o.finish(r);
    Some(Outline { format, outline: id?, title: title?, sources, parts, fund_sources, criteria, notes })
}

fn part(r: &mut Reader, json: &Json, known: &mut Known) -> Option<OutlinePart> {
    let mut o = r.object(json)?;
    let role = o.required(r, "role", |r, json| r.choice(json, ROLES));
    let head = item(r, &mut o, known);
    let items = o.list(r, "items", |r, json| {
        let mut o = r.object(json)?;
        let item = item(r, &mut o, known);
        o.finish(r);
        item
    });
    o.finish(r);
    Some(OutlinePart { role: role?, head: head?, items })
}

fn item(r: &mut Reader, o: &mut Object<'_>, known: &mut Known) -> Option<OutlineItem> {
    let id = o.required(r, "id", Reader::id);
    let title = o.required(r, "title", Reader::text);
    let required = o.required(r, "required", |r, json| r.choice(json, REQUIRED));
    let origin = o.required(r, "origin", |r, json| r.choice(json, ORIGINS));
    let confidence = o.required(r, "confidence", read_confidence);
    let cites = read_cites(r, o);
    let note = o.optional(r, "note", Reader::string);
    for cite in cites.iter().flatten().filter(|cite| !known.sources.contains(&cite.source)) {
        let finding = r.find(Code::UnknownRef).with_both("what", ("nguồn", "source")).with("id", &cite.source);
        r.push(finding);
    }
    let id = id?;
    known.once(r, &id);
    Some(OutlineItem { id, title: title?, required: required?, origin: origin?, confidence: confidence?, cites: cites?, note })
}
