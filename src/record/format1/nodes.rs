//! Groups and criteria with what came of them.

use crate::assessment::{Asked, CriterionResult, GroupResult, LevelAnswer, NodePossibility, Outcome, PartResult, Possibility};
use crate::city::Observation;
use crate::criteria::{Aggregate, ThresholdValue};
use crate::number::Dec;
use crate::write::{canonical, object};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::Value;

pub(super) fn group(g: &GroupResult<'_>) -> Value {
    let tally = |t: &crate::assessment::LevelTally| {
        let met_high = (t.met_high != t.met).then_some(t.met_high);
        object! {"level": t.level, "met": t.met, "met_high": met_high, "asked": t.asked}
    };
    let one = |p: NodePossibility<'_>| object! {"value": p.value, "share": p.share, "band": p.band.map(|b| b.at_least)};
    let in_points = matches!(g.aggregate, Aggregate::Sum | Aggregate::SumOfScored);
    object! {
        "id": g.group.map_or("root", |group| &group.id),
        "aggregate": g.aggregate.as_str(),
        "value": g.value,
        "unrounded": g.unrounded,
        "share": g.share,
        "band": g.band.map(|b| b.at_least),
        "low" => g.low.map(one),
        "high" => g.high.map(one),
        "present": g.present,
        "undecided": g.undecided.then_some(true),
        "exponent": g.exponent,
        "weight": g.aggregate.weighs().then_some(g.weight),
        "max_points": in_points.then_some(g.max_points),
        "met" => g.tallies.iter().map(tally).collect::<Vec<_>>(),
    }
}

pub(super) fn criterion(c: &CriterionResult<'_>) -> Value {
    let leveled = !c.levels.is_empty();
    let one = |p: Possibility| {
        object! {"outcome": p.outcome.as_str(), "met_level": leveled.then_some(p.met_level), "points": p.points, "share": p.share}
    };
    let counted = c.points.is_some() || c.high.is_some_and(|high| high.points.is_some());
    let own_level = leveled && c.low.is_none() && c.outcome != Outcome::NotApplicable;
    let change = c.change.map(|change| {
        object! {"base_value": said(change.base_value, change.base_answer), "difference": change.difference}
    });
    let survey = c.survey.map(|s| {
        object! {
            "sampling": s.sampling, "positive": s.positive, "asked": s.asked,
            "interval" => s.interval.map(|(low, high)| object! {"low": low, "high": high}),
            "sample_to_settle": s.sample_to_settle,
        }
    });
    let d = &c.documents;
    let documents = (d.all > 0).then(|| {
        object! {"all": d.all, "plans": d.plans, "accepted": d.accepted, "rejected": d.rejected, "recognitions": d.recognitions}
    });
    object! {
        "id": c.criterion.id,
        "outcome": c.outcome.as_str(),
        "method": c.method.as_str(),
        "met_level": own_level.then_some(c.met_level),
        "value": said(c.value, c.answer),
        "share": c.share,
        "points": c.points,
        "unrounded": c.unrounded,
        "weight": (!leveled && !counted && c.share.is_some()).then_some(c.weight),
        "max_points": counted.then_some(c.max_points),
        "levels" => c.levels.iter().map(answer).collect::<Vec<_>>(),
        "parts" => c.parts.iter().map(part).collect::<Vec<_>>(),
        "change" => change,
        "low" => c.low.map(one),
        "high" => c.high.map(one),
        "inputs" => inputs(&c.inputs),
        "flags": c.flags,
        "survey" => survey,
        "documents" => documents,
    }
}

/// A number, or the answer to a yes/no question.
fn said(value: Option<Dec>, answer: Option<bool>) -> Option<String> {
    value.map(|value| value.to_string()).or_else(|| answer.map(|yes| if yes { "yes" } else { "no" }.into()))
}

fn answer(l: &LevelAnswer<'_>) -> Value {
    let (level, outcome, value_passes) = (l.level, l.outcome.as_str(), l.value_passes);
    match l.asked {
        Asked::Threshold { threshold, value, variant } => {
            let value = match value {
                ThresholdValue::Yes => String::from("yes"),
                ThresholdValue::Number(number) => number.to_string(),
            };
            object! {
                "level": level, "outcome": outcome, "value_passes": value_passes, "op": threshold.op, "threshold": value,
                "variant": variant,
            }
        }
        Asked::Range(range) => {
            object! {"level": level, "outcome": outcome, "value_passes": value_passes, "from": range.low, "to": range.high}
        }
        Asked::Parts => object! {"level": level, "outcome": outcome, "value_passes": value_passes},
    }
}

fn part(p: &PartResult<'_>) -> Value {
    object! {
        "data_point": p.data_point.id, "method": p.part.method.as_str(), "outcome": p.outcome.as_str(),
        "value": said(p.value, p.answer), "points": p.points, "max_points": p.max_points,
    }
}

/// In the order of their text, so that it does not matter how they stood in the data.
fn inputs(observations: &[&Observation]) -> Vec<Value> {
    let one = |o: &&Observation| {
        object! {
            "data_point": o.data_point, "role": o.role.as_str(), "part": o.part, "period": o.period, "status": o.status, "value": o.value,
        }
    };
    let mut out: Vec<Value> = observations.iter().map(one).collect();
    crate::order::sort_by_text(&mut out, |input| canonical(input.clone()));
    out.dedup();
    out
}
