//! The body of assessment format 1, which never changes: what a later format says otherwise is written by its own module.

mod levels;
mod nodes;
mod shape;

use crate::assessment::{Assessment, View};
use crate::write::object;
use alloc::vec::Vec;
use serde_json::Value;

pub(super) use shape::BODY;

/// The number of this format.
pub(super) const FORMAT: u32 = 1;

/// What is replayed.
pub(super) fn body(assessment: &Assessment<'_>, data_digest: &str) -> Value {
    let header = assessment.set().header();
    let marks: Vec<&str> = assessment.marks().iter().map(|mark| mark.code).collect();
    let parameters: Vec<Value> = assessment.parameters().iter().map(|p| object! {"id": p.id, "level": p.level, "value": p.value}).collect();
    let unit = &assessment.city().unit;
    object! {
        "assessment_format": FORMAT,
        "set" => object! {
            "id": assessment.set().id(), "sha256": assessment.set().file_digest(), "stage": header.stage, "status": header.status,
            "retrospective": header.retrospective.then_some(true), "not_official": header.not_official,
        },
        "scheme": assessment.scheme().id,
        "as_of": assessment.as_of(),
        "parameters" => parameters,
        "unit" => object! {"code": unit.code, "kind": unit.kind},
        "data_sha256": data_digest,
        "data_date": assessment.data_date(),
        "marks": marks,
        "self_assessed" => view(assessment, assessment.self_assessed(), &marks),
        "verified" => assessment.verified().map(|verified| view(assessment, verified, &marks)),
    }
}

/// The marks stand in every object that says a level or a score: no part of a record shows one bare.
fn view(assessment: &Assessment<'_>, view: &View<'_>, marks: &[&str]) -> Value {
    let verdict = assessment.scheme().verdict.then_some(true);
    let of = view.level.of;
    let level = view.level.reached.filter(|_| of > 0 && view.level.refused.is_empty());
    let refused: Vec<Value> =
        view.level.refused.iter().map(|r| object! {"condition": r.condition, "count": r.count, "of": r.of, "limit": r.limit}).collect();
    object! {
        "level" => level.map(|reached| object! {"reached": reached, "of": of, "marks": marks, "verdict": verdict}),
        "level_range" => view.level.undecided.map(|r| object! {"low": r.low, "high": r.high, "of": of, "marks": marks, "verdict": verdict}),
        "refused" => refused,
        "score" => view.score.map(|s| object! {"value": s.value, "unrounded": s.unrounded, "marks": marks}),
        "score_range" => view.score_range.map(|s| object! {"low": s.low, "high": s.high, "marks": marks}),
        "range" => view.range.map(|r| object! {"low": r.low, "high": r.high}),
        "levels" => view.levels.iter().map(levels::level).collect::<Vec<_>>(),
        "groups" => view.groups.iter().map(nodes::group).collect::<Vec<_>>(),
        "criteria" => view.criteria.iter().map(nodes::criterion).collect::<Vec<_>>(),
    }
}
