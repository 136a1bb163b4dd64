//! A result in the words of `criteria/FORMAT.md` §4, complete: what a case lists is looked up in it.

use dothi::{
    Assessment, CriterionResult, Dec, Finding, Findings, GroupResult, LevelAnswer, LevelRange, NodePossibility, Place, Possibility,
    Severity, ThresholdValue, View,
};
use serde_json::{Value, json};

/// Both results, and the codes of what was remarked.
pub fn result(assessment: &Assessment<'_>) -> Value {
    let remarks: Vec<&str> = assessment.findings().iter().map(|finding| finding.code().as_str()).collect();
    json!({"self_assessed": view(assessment.self_assessed()), "verified": assessment.verified().map(view), "findings": remarks})
}

/// Data that are refused.
pub fn errors(findings: &Findings) -> Value {
    let errors = findings.iter().filter(|finding| finding.severity() == Severity::Error);
    json!({"errors": errors.map(error).collect::<Vec<_>>()})
}

/// Code and pointer; the city is the first of its file.
fn error(finding: &Finding) -> Value {
    let pointer = match finding.place() {
        Place::Pointer(pointer) => pointer.strip_prefix("/cities/0").unwrap_or(pointer),
        _ => "",
    };
    json!({"code": finding.code().as_str(), "pointer": pointer})
}

fn text(value: Option<Dec>) -> Value {
    value.map(|value| value.to_string()).into()
}

/// A number, a step, or the answer to a yes/no.
fn shown(value: Option<Dec>, answer: Option<bool>) -> Value {
    answer.map_or_else(|| text(value), |yes| if yes { "yes" } else { "no" }.into())
}

fn range(range: LevelRange) -> Value {
    json!({"low": range.low, "high": range.high})
}

fn view(view: &View<'_>) -> Value {
    let levels = view.levels.iter().map(|level| json!({"level": level.level.level, "reached": level.reached}));
    json!({
        "level": view.level.reached,
        "level_range": view.level.undecided.map(range),
        "refused": view.level.refused.iter().map(|refusal| refusal.condition).collect::<Vec<_>>(),
        "score": text(view.score.map(|score| score.value)),
        "score_range": view.score_range.map(|range| json!({"low": range.low.to_string(), "high": range.high.to_string()})),
        "range": view.range.map(range),
        "levels": levels.collect::<Vec<_>>(),
        "criteria": view.criteria.iter().map(criterion).collect::<Vec<_>>(),
        "groups": view.groups.iter().map(group).collect::<Vec<_>>(),
    })
}

fn criterion(got: &CriterionResult<'_>) -> Value {
    let parts = got.parts.iter().map(|part| {
        let value = shown(part.value, part.answer);
        json!({"data_point": part.data_point.id, "outcome": part.outcome.as_str(), "value": value, "points": text(part.points)})
    });
    let change = got.change.map(|change| {
        let base = shown(change.base_value, change.base_answer);
        json!({"base_value": base, "difference": text(change.difference)})
    });
    let interval = got.survey.and_then(|survey| survey.interval);
    json!({
        "id": got.criterion.id,
        "outcome": got.outcome.as_str(),
        "met_level": got.low.is_none().then_some(got.met_level),
        "value": shown(got.value, got.answer),
        "share": text(got.share),
        "points": text(got.points),
        "levels": got.levels.iter().map(level).collect::<Vec<_>>(),
        "sample_to_settle": text(got.survey.and_then(|survey| survey.sample_to_settle)),
        "interval": interval.map(|(low, high)| json!({"low": low.to_string(), "high": high.to_string()})),
        "flags": got.flags,
        "low": got.low.map(possibility),
        "high": got.high.map(possibility),
        "change": change,
        "parts": parts.collect::<Vec<_>>(),
    })
}

fn level(got: &LevelAnswer<'_>) -> Value {
    let threshold = got.threshold().map(|(_, value)| match value {
        ThresholdValue::Number(number) => number.to_string(),
        _ => "yes".into(),
    });
    json!({"level": got.level, "outcome": got.outcome.as_str(), "threshold": threshold})
}

fn possibility(got: Possibility) -> Value {
    json!({"outcome": got.outcome.as_str(), "met_level": got.met_level, "points": text(got.points), "share": text(got.share)})
}

fn group(got: &GroupResult<'_>) -> Value {
    let met = got.tallies.iter().map(|t| json!({"level": t.level, "met": t.met, "met_high": t.met_high, "asked": t.asked}));
    json!({
        "id": got.group.map_or("root", |group| group.id.as_str()),
        "value": text(got.value),
        "share": text(got.share),
        "band": text(got.band.map(|band| band.at_least)),
        "low": got.low.map(node),
        "high": got.high.map(node),
        "met": met.collect::<Vec<_>>(),
    })
}

fn node(got: NodePossibility<'_>) -> Value {
    json!({"value": text(got.value), "share": text(got.share), "band": text(got.band.map(|band| band.at_least))})
}
