//! Ids are unique, references resolve.

use super::expressions;
use crate::criteria::criterion::{Criterion, DataKind};
use crate::criteria::read::Draft;
use crate::finding::{Code, Finding, Findings};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let header = &draft.header;
    unique("/sources", header.sources.iter().map(|s| s.id.clone()), findings);
    unique("/units", header.units.iter().map(|u| u.id.clone()), findings);
    unique("/unit_kinds", header.unit_kinds.iter().map(|k| k.kind.as_str().to_string()), findings);
    unique("/groups", header.groups.iter().map(|g| g.id.clone()), findings);
    unique("/criteria", draft.criteria.iter().map(|c| c.id.clone()), findings);
    unique("/schemes", draft.schemes.iter().map(|s| s.id.clone()), findings);
    let with_level = |id: &str, level: Option<u32>| level.map_or_else(|| id.to_string(), |l| format!("{id}@{l}"));
    unique("/parameters", header.parameters.iter().map(|p| with_level(&p.id, p.level)), findings);
    unique("/rules", header.rules.iter().map(|r| with_level(&r.id, r.level)), findings);

    let units = ids(header.units.iter().map(|u| u.id.as_str()));
    let words = ids(header.unit_kinds.iter().map(|k| k.judged_as.as_str()));
    let schemes = ids(draft.schemes.iter().map(|s| s.id.as_str()));
    for (i, criterion) in draft.criteria.iter().enumerate() {
        let here = format!("/criteria/{i}");
        for (k, word) in criterion.applies_to.iter().enumerate() {
            if !words.contains(word.as_str()) {
                findings.push(unknown(format!("{here}/applies_to/{k}"), ("loại địa bàn", "kind of place"), word));
            }
        }
        for (k, judgement) in criterion.judge.iter().enumerate() {
            for (m, id) in judgement.schemes.iter().enumerate() {
                if !schemes.contains(id.as_str()) {
                    findings.push(unknown(format!("{here}/judge/{k}/schemes/{m}"), ("phương án", "scheme"), id));
                }
            }
        }
        unique(&format!("{here}/provenance"), criterion.provenance.iter().map(|p| p.field.clone()), findings);
        data_points(&here, criterion, &units, findings);
    }
    for (i, parameter) in header.parameters.iter().enumerate() {
        if parameter.value < parameter.minimum || parameter.value > parameter.maximum {
            findings.push(
                Finding::at(Code::ParameterRange, format!("/parameters/{i}"))
                    .with("id", &parameter.id)
                    .with("value", parameter.value)
                    .with("minimum", parameter.minimum)
                    .with("maximum", parameter.maximum),
            );
        }
    }
}

fn data_points(here: &str, criterion: &Criterion, units: &BTreeSet<&str>, findings: &mut Findings) {
    unique(&format!("{here}/data_points"), criterion.data_points.iter().map(|d| d.id.clone()), findings);
    for (k, point) in criterion.data_points.iter().enumerate() {
        let here = format!("{here}/data_points/{k}");
        if !units.contains(point.unit.as_str()) {
            findings.push(unknown(format!("{here}/unit"), ("đơn vị", "unit"), &point.unit));
        }
        unique(&format!("{here}/inputs"), point.inputs.iter().map(|i| i.role.as_str().to_string()), findings);
        for (m, input) in point.inputs.iter().enumerate() {
            if !units.contains(input.unit.as_str()) {
                findings.push(unknown(format!("{here}/inputs/{m}/unit"), ("đơn vị", "unit"), &input.unit));
            }
            if input.within.is_some_and(|w| w == input.role || !point.inputs.iter().any(|i| i.role == w)) {
                let why = ("`within` phải chỉ một đầu vào khác", "`within` must name another input");
                findings.push(Finding::at(Code::InputsMismatch, format!("{here}/inputs/{m}/within")).with_both("why", why));
            }
        }
        let mut mismatch = |vi, en| findings.push(Finding::at(Code::InputsMismatch, here.clone()).with_both("why", (vi, en)));
        match (point.kind, &point.derive) {
            (DataKind::Number, None) => mismatch("dữ liệu số cần `derive`", "a number needs `derive`"),
            (DataKind::Number, Some(expr)) => {
                if !expressions::inputs_known(expr, point) {
                    mismatch("`derive` dùng đầu vào không có", "`derive` uses an input that is not there");
                }
            }
            (_, Some(_)) => mismatch("chỉ dữ liệu số có `derive`", "only a number has `derive`"),
            (_, None) => {
                if point.inputs.len() != 1 || point.inputs.iter().any(|i| i.role.as_str() != "value") {
                    mismatch("cần đúng một đầu vào `value`", "exactly one input `value` is needed");
                }
            }
        }
        if let Some(expr) = &point.derive {
            expressions::check(&format!("{here}/derive"), expr, criterion, findings);
        }
        let in_order = point.steps.iter().enumerate().all(|(at, step)| usize::try_from(step.step) == Ok(at));
        let fits = if point.kind == DataKind::Ordinal { point.steps.len() >= 2 } else { point.steps.is_empty() };
        if !in_order || !fits {
            findings.push(Finding::at(Code::StepsBroken, format!("{here}/steps")));
        }
    }
}

pub(super) fn unknown(pointer: String, what: (&'static str, &'static str), id: &str) -> Finding {
    Finding::at(Code::UnknownRef, pointer).with_both("what", what).with("id", id)
}

/// Ids to look up. Inserted one by one: collecting sorts first, and the sort is compiled anew for each type.
pub(super) fn ids<'d>(all: impl Iterator<Item = &'d str>) -> BTreeSet<&'d str> {
    let mut out = BTreeSet::new();
    out.extend(all);
    out
}

pub(super) fn unique(list: &str, each: impl Iterator<Item = String>, findings: &mut Findings) {
    once(list, each.collect(), findings);
}

fn once(list: &str, all: Vec<String>, findings: &mut Findings) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for (i, id) in all.into_iter().enumerate() {
        if let Some(earlier) = first.get(&id) {
            findings.push(Finding::at(Code::DoubledId, format!("{list}/{i}")).with("id", &id).with("first", format!("{list}/{earlier}")));
        } else {
            first.insert(id, i);
        }
    }
}
