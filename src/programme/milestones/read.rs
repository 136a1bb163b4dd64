//! Milestones, and what is stated about them, from JSON.

use super::model::{Milestone, MilestoneKind, MilestoneTarget, Milestones, StatedProgress, StatedState, Statement};
use crate::criteria::{Op, SCHEMA_KEY, read_cites, read_confidence, read_format, read_source};
use crate::finding::{Code, Finding, Findings};
use crate::json::{Json, Limits, Reader};
use alloc::collections::BTreeMap;
use alloc::string::String;

/// The published file has 20 KB.
const LIMITS: Limits = Limits { bytes: 4 << 20, values: 200_000 };

impl Milestones {
    /// Reads milestones. With the value come remarks.
    ///
    /// # Errors
    /// Every finding at once: JSON faults, ids used twice (`set.doubled_id`), sources that are not listed (`set.unknown_reference`), a
    /// number without a quantity or the other way round (`milestone.target`).
    pub fn from_json(bytes: &[u8]) -> Result<(Self, Findings), Findings> {
        read(bytes, milestones)
    }
}

impl StatedProgress {
    /// Reads what is stated about milestones; each statement names its source. With the value come remarks.
    ///
    /// # Errors
    /// Every finding at once: JSON faults, a milestone that is not there (`milestone.unknown`), two statements of one milestone and day
    /// (`milestone.stated_twice`), a quantity stated without its number (`milestone.no_value`).
    pub fn from_json(bytes: &[u8], milestones: &Milestones) -> Result<(Self, Findings), Findings> {
        read(bytes, |r, json| progress(r, json, milestones))
    }
}

/// Parses and walks a file.
pub(in crate::programme) fn read<T>(bytes: &[u8], walk: impl FnOnce(&mut Reader, &Json) -> Option<T>) -> Result<(T, Findings), Findings> {
    let mut r = Reader::composing();
    let value = r.file(bytes, LIMITS, walk);
    r.settle(value)
}

fn milestones(r: &mut Reader, json: &Json) -> Option<Milestones> {
    let mut o = r.object(json)?;
    read_format(r, &mut o)?;
    o.optional(r, SCHEMA_KEY, Reader::string);
    let id = o.required(r, "milestones", Reader::id);
    let title = o.required(r, "title", Reader::text);
    let sources = o.full_list(r, "sources", read_source);
    let items = o.full_list(r, "items", milestone);
    let notes = o.list(r, "notes", Reader::text);
    o.finish(r);
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        if let Some(earlier) = first.insert(&item.id, at) {
            let place = alloc::format!("/items/{at}/id");
            r.push(Finding::at(Code::DoubledId, place).with("id", &item.id).with("first", alloc::format!("/items/{earlier}")));
        }
        for cite in item.cites.iter().filter(|cite| !sources.iter().any(|source| source.id == cite.source)) {
            let place = alloc::format!("/items/{at}/cites");
            r.push(Finding::at(Code::UnknownRef, place).with_both("what", ("nguồn", "source")).with("id", &cite.source));
        }
    }
    Some(Milestones { id: id?, title: title?, sources, items, notes })
}

fn milestone(r: &mut Reader, json: &Json) -> Option<Milestone> {
    let mut o = r.object(json)?;
    let id = o.required(r, "id", Reader::id);
    let kind = o.required(r, "kind", |r, j| r.choice(j, MilestoneKind::WORDS));
    let title = o.required(r, "title", Reader::text);
    let horizon = o.optional(r, "horizon", Reader::date);
    let target = o.optional(r, "target", |r, j| {
        let mut o = r.object(j)?;
        let op = o.required(r, "op", |r, j| r.choice(j, Op::WORDS));
        let value = o.required(r, "value", Reader::decimal);
        let unit = o.required(r, "unit", Reader::string);
        o.finish(r);
        Some(MilestoneTarget { op: op?, value: value?, unit: unit? })
    });
    let confidence = o.required(r, "confidence", read_confidence);
    let cites = read_cites(r, &mut o);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    if kind.is_some_and(|kind| (kind == MilestoneKind::Quantity) != target.is_some() && kind != MilestoneKind::Structure) {
        let finding = r.find(Code::MilestoneTarget);
        r.push(finding);
    }
    if cites.as_ref().is_some_and(alloc::vec::Vec::is_empty) {
        let finding = r.find(Code::NoCitation);
        r.push(finding);
    }
    Some(Milestone { id: id?, kind: kind?, title: title?, horizon, target, confidence: confidence?, cites: cites?, note })
}

fn progress(r: &mut Reader, json: &Json, milestones: &Milestones) -> Option<StatedProgress> {
    let mut o = r.object(json)?;
    read_format(r, &mut o)?;
    o.optional(r, SCHEMA_KEY, Reader::string);
    let fictional = o.optional(r, "fictional", Reader::boolean).unwrap_or(false);
    let statements = o.full_list(r, "statements", |r, j| statement(r, j, milestones));
    o.finish(r);
    let mut seen: BTreeMap<(String, crate::date::Date), usize> = BTreeMap::new();
    for (at, statement) in statements.iter().enumerate() {
        if seen.insert((statement.milestone.clone(), statement.date), at).is_some() {
            let place = alloc::format!("/statements/{at}");
            r.push(Finding::at(Code::MilestoneTwice, place).with("id", &statement.milestone).with("date", statement.date));
        }
    }
    Some(StatedProgress { fictional, statements })
}

fn statement(r: &mut Reader, json: &Json, milestones: &Milestones) -> Option<Statement> {
    let mut o = r.object(json)?;
    let milestone = o.required(r, "milestone", Reader::id);
    let state = o.required(r, "state", |r, j| r.choice(j, StatedState::WORDS));
    let date = o.required(r, "date", Reader::date);
    let value = o.optional(r, "value", Reader::decimal);
    let source = o.required(r, "source", Reader::string);
    o.finish(r);
    let milestone = milestone?;
    match milestones.items.iter().find(|item| item.id == milestone) {
        None => {
            let finding = r.find(Code::MilestoneUnknown).with("id", &milestone);
            r.push(finding);
        }
        Some(item) if item.target.is_some() && value.is_none() => {
            let finding = r.find(Code::MilestoneNoValue).with("id", &milestone);
            r.push(finding);
        }
        Some(_) => {}
    }
    Some(Statement { milestone, state: state?, date: date?, value, source: source? })
}
