//! Reads the header.

use super::FORMAT;
use crate::criteria::header::{
    Basis, Cite, Confidence, Group, Header, Parameter, RegimeRule, Source, Stage, Status, UnitKind, UnitKindRule, UnitOfMeasure,
};
use crate::json::{Json, Object, Reader};
use crate::number::Dec;
use crate::text::Lang;

pub(in crate::criteria) const LANGS: &[(&str, Lang)] = &[("vi", Lang::Vi), ("en", Lang::En)];

pub(super) fn header(r: &mut Reader, o: &mut Object<'_>) -> Option<Header> {
    let set = o.required(r, "set", Reader::id);
    let edition = o.required(r, "edition", Reader::id);
    let revision = o.required(r, "revision", |r, j| r.count(j, 1, 9_999));
    let stage = o.required(r, "stage", |r, j| r.choice(j, Stage::WORDS));
    let status = o.required(r, "status", |r, j| r.choice(j, Status::WORDS));
    let retrospective = o.optional(r, "retrospective", Reader::boolean).unwrap_or(false);
    let title = o.required(r, "title", Reader::text);
    let issuer = o.required(r, "issuer", Reader::text);
    let authoritative = o.required(r, "authoritative", |r, j| r.choice(j, LANGS));
    let published = o.required(r, "published", Reader::date);
    let effective = o.optional(r, "effective", Reader::date);
    let supersedes = o.optional(r, "supersedes", Reader::string);
    let not_official = o.optional(r, "not_official", Reader::text);
    let missing_parts = o.list(r, "missing_parts", Reader::text);
    let notes = o.list(r, "notes", Reader::text);
    let sources = o.full_list(r, "sources", source);
    let units = o.full_list(r, "units", unit_of_measure);
    let unit_kinds = o.full_list(r, "unit_kinds", unit_kind);
    let parameters = o.list(r, "parameters", parameter);
    let rules = o.list(r, "rules", rule);
    let groups = o.list(r, "groups", group);
    let crosswalk = o.optional(r, "crosswalk", super::crosswalk::crosswalk);
    Some(Header {
        format: FORMAT,
        set: set?,
        edition: edition?,
        revision: revision?,
        stage: stage?,
        status: status?,
        retrospective,
        title: title?,
        issuer: issuer?,
        authoritative: authoritative?,
        published: published?,
        effective,
        supersedes,
        not_official,
        missing_parts,
        notes,
        sources,
        units,
        unit_kinds,
        parameters,
        rules,
        groups,
        crosswalk,
    })
}

pub(crate) fn source(r: &mut Reader, json: &Json) -> Option<Source> {
    let mut o = r.object(json)?;
    let id = o.required(r, "id", Reader::id);
    let kind = o.required(r, "kind", Reader::id);
    let number = o.optional(r, "number", Reader::string);
    let title = o.required(r, "title", Reader::text);
    let issuer = o.required(r, "issuer", Reader::text);
    let issued = o.optional(r, "issued", Reader::date);
    let effective = o.optional(r, "effective", Reader::date);
    let url = o.optional(r, "url", Reader::string);
    let retrieved = o.required(r, "retrieved", Reader::date);
    let confidence = o.required(r, "confidence", confidence);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(Source {
        id: id?,
        kind: kind?,
        number,
        title: title?,
        issuer: issuer?,
        issued,
        effective,
        url,
        retrieved: retrieved?,
        confidence: confidence?,
        note,
    })
}

fn unit_of_measure(r: &mut Reader, json: &Json) -> Option<UnitOfMeasure> {
    let mut o = r.object(json)?;
    let id = o.required(r, "id", Reader::id);
    let symbol = o.required(r, "symbol", Reader::text);
    let factor = o.optional(r, "factor", Reader::decimal).unwrap_or(Dec::ONE);
    o.finish(r);
    Some(UnitOfMeasure { id: id?, symbol: symbol?, factor })
}

fn unit_kind(r: &mut Reader, json: &Json) -> Option<UnitKindRule> {
    let mut o = r.object(json)?;
    let kind = o.required(r, "kind", |r, j| r.choice(j, UnitKind::WORDS));
    let judged_as = o.required(r, "judged_as", Reader::id);
    let title = o.optional(r, "title", Reader::text);
    let basis = o.required(r, "basis", basis);
    let level_is_reading = o.optional(r, "level_is_reading", Reader::boolean).unwrap_or(false);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(UnitKindRule { kind: kind?, judged_as: judged_as?, title, basis: basis?, level_is_reading, note })
}

fn parameter(r: &mut Reader, json: &Json) -> Option<Parameter> {
    let mut o = r.object(json)?;
    let id = o.required(r, "id", Reader::id);
    let level = o.optional(r, "level", level);
    let value = o.required(r, "value", Reader::decimal);
    let minimum = o.required(r, "minimum", Reader::decimal);
    let maximum = o.required(r, "maximum", Reader::decimal);
    let title = o.required(r, "title", Reader::text);
    let basis = o.required(r, "basis", basis);
    let confidence = o.required(r, "confidence", confidence);
    let cites = cites(r, &mut o);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(Parameter {
        id: id?,
        level,
        value: value?,
        minimum: minimum?,
        maximum: maximum?,
        title: title?,
        basis: basis?,
        confidence: confidence?,
        cites: cites?,
        note,
    })
}

fn rule(r: &mut Reader, json: &Json) -> Option<RegimeRule> {
    let mut o = r.object(json)?;
    let id = o.required(r, "id", Reader::id);
    let level = o.optional(r, "level", level);
    let value = o.required(r, "value", Reader::string);
    let status = o.required(r, "status", Reader::id);
    let confidence = o.required(r, "confidence", confidence);
    let cites = cites(r, &mut o);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(RegimeRule { id: id?, level, value: value?, status: status?, confidence: confidence?, cites: cites?, note })
}

fn group(r: &mut Reader, json: &Json) -> Option<Group> {
    let mut o = r.object(json)?;
    let id = o.required(r, "id", Reader::id);
    let label = o.required(r, "label", Reader::string);
    let title = o.required(r, "title", Reader::text);
    let cites = cites(r, &mut o);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(Group { id: id?, label: label?, title: title?, cites: cites?, note })
}

pub(crate) fn level(r: &mut Reader, json: &Json) -> Option<u32> {
    r.count(json, 1, crate::criteria::set::MOST_LEVELS)
}

pub(crate) fn confidence(r: &mut Reader, json: &Json) -> Option<Confidence> {
    r.choice(json, Confidence::WORDS)
}

pub(crate) fn basis(r: &mut Reader, json: &Json) -> Option<Basis> {
    r.choice(json, Basis::WORDS)
}

/// The `cites` of an object.
pub(crate) fn cites(r: &mut Reader, o: &mut Object<'_>) -> Option<alloc::vec::Vec<Cite>> {
    o.required(r, "cites", |r, j| r.list(j, cite))
}

fn cite(r: &mut Reader, json: &Json) -> Option<Cite> {
    let mut o = r.object(json)?;
    let source = o.required(r, "source", Reader::id);
    let clause = o.required(r, "clause", Reader::string);
    o.finish(r);
    Some(Cite { source: source?, clause: clause? })
}
