//! Reads a criterion and its data points.

use super::expression::expr;
use super::header::{cites, confidence};
use super::judgement::{attribute_test, judgement};
use crate::criteria::criterion::{
    Criterion, DataKind, DataPoint, Direction, DirectionBasis, EvidenceRule, Input, Parts, Provenance, Role, Step, Tier,
};
use crate::json::{Json, Reader};

pub(in crate::criteria) const DIRECTIONS: &[(&str, Direction)] =
    &[("more", Direction::More), ("less", Direction::Less), ("none", Direction::None)];
pub(in crate::criteria) const KINDS: &[(&str, DataKind)] =
    &[("number", DataKind::Number), ("boolean", DataKind::Boolean), ("ordinal", DataKind::Ordinal)];
pub(in crate::criteria) const PARTS: &[(&str, Parts)] = &[("sum", Parts::Sum), ("each", Parts::Each), ("single", Parts::Single)];

pub(super) fn tier(r: &mut Reader, json: &Json) -> Option<Tier> {
    r.choice(json, Tier::WORDS)
}

pub(super) fn criterion(r: &mut Reader, json: &Json) -> Option<Criterion> {
    let mut o = r.object(json)?;
    let id = o.required(r, "id", Reader::id);
    let label = o.required(r, "label", Reader::string);
    let title = o.required(r, "title", Reader::text);
    let question = o.optional(r, "question", Reader::text);
    let tier = o.optional(r, "tier", tier);
    let applies_to = o.list(r, "applies_to", Reader::id);
    let applies_when = o.list(r, "applies_when", attribute_test);
    let direction = o.required(r, "direction", |r, j| r.choice(j, DIRECTIONS));
    let direction_basis = o.optional(r, "direction_basis", |r, j| r.choice(j, &[("inferred", DirectionBasis::Inferred)]));
    let data_points = o.full_list(r, "data_points", data_point);
    let judge = o.full_list(r, "judge", judgement);
    let evidence = o.optional(r, "evidence", evidence);
    let cites = cites(r, &mut o);
    let confidence = o.required(r, "confidence", confidence);
    let provenance = o.list(r, "provenance", provenance);
    let related = o.list(r, "related", Reader::string);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    Some(Criterion {
        id: id?,
        label: label?,
        title: title?,
        question,
        tier,
        applies_to,
        applies_when,
        direction: direction?,
        direction_basis,
        data_points,
        judge,
        evidence,
        cites: cites?,
        confidence: confidence?,
        provenance,
        related,
        note,
    })
}

fn provenance(r: &mut Reader, json: &Json) -> Option<Provenance> {
    let mut o = r.object(json)?;
    let field = o.required(r, "field", Reader::id);
    let from = o.required(r, "from", Reader::id);
    o.finish(r);
    Some(Provenance { field: field?, from: from? })
}

fn evidence(r: &mut Reader, json: &Json) -> Option<EvidenceRule> {
    let mut o = r.object(json)?;
    let required = o.required(r, "required", Reader::boolean);
    let asked = o.required(r, "asked", Reader::text);
    let plans_count = o.optional(r, "plans_count", Reader::boolean).unwrap_or(false);
    o.finish(r);
    Some(EvidenceRule { required: required?, asked: asked?, plans_count })
}

fn data_point(r: &mut Reader, json: &Json) -> Option<DataPoint> {
    let mut o = r.object(json)?;
    let id = o.required(r, "id", Reader::id);
    let title = o.optional(r, "title", Reader::text);
    let kind = o.required(r, "type", |r, j| r.choice(j, KINDS));
    let unit = o.required(r, "unit", Reader::id);
    let inputs = o.full_list(r, "inputs", input);
    let derive = o.optional(r, "derive", expr);
    let steps = o.list(r, "steps", step);
    let parts = o.optional(r, "parts", |r, j| r.choice(j, PARTS));
    o.finish(r);
    let kind = kind?;
    let default = if kind == DataKind::Number { Parts::Sum } else { Parts::Single };
    Some(DataPoint { id: id?, title, kind, unit: unit?, inputs, derive, steps, parts: parts.unwrap_or(default) })
}

fn input(r: &mut Reader, json: &Json) -> Option<Input> {
    let mut o = r.object(json)?;
    let role = o.required(r, "role", |r, j| r.choice(j, Role::WORDS));
    let title = o.required(r, "title", Reader::text);
    let unit = o.required(r, "unit", Reader::id);
    let whole = o.optional(r, "whole", Reader::boolean).unwrap_or(false);
    let minimum = o.optional(r, "minimum", Reader::decimal);
    let above = o.optional(r, "above", Reader::decimal);
    let within = o.optional(r, "within", |r, j| r.choice(j, Role::WORDS));
    let own_period = o.optional(r, "own_period", Reader::boolean).unwrap_or(false);
    o.finish(r);
    Some(Input { role: role?, title: title?, unit: unit?, whole, minimum, above, within, own_period })
}

fn step(r: &mut Reader, json: &Json) -> Option<Step> {
    let mut o = r.object(json)?;
    let step = o.required(r, "step", |r, j| r.count(j, 0, 100));
    let label = o.required(r, "label", Reader::text);
    o.finish(r);
    Some(Step { step: step?, label: label? })
}
