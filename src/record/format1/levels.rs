//! Levels and their conditions.

use crate::assessment::{ConditionResult, LevelResult};
use crate::criteria::{Condition, Limit};
use crate::write::object;
use alloc::vec::Vec;
use serde_json::Value;

pub(super) fn level(level: &LevelResult<'_>) -> Value {
    object! {"level": level.level.level, "reached": level.reached, "condition" => condition(&level.condition)}
}

fn condition(c: &ConditionResult<'_>) -> Value {
    let (tier, limit, group) = match c.condition {
        Condition::ShareMet { tier, group, min, .. } | Condition::CountMet { tier, group, min, .. } => (*tier, Some(min), group.as_ref()),
        Condition::NodeValue { group, min, .. } => (None, Some(min), group.as_ref()),
        _ => (None, None, None),
    };
    let parameter = limit.and_then(|limit| match limit {
        Limit::Parameter(id) => Some(id),
        Limit::Fixed(_) | Limit::Varied { .. } => None,
    });
    object! {
        "condition": c.kind(), "holds": (!c.undecided).then_some(c.holds), "undecided": c.undecided.then_some(true),
        "vacuous": c.vacuous.then_some(true), "attribute_absent": c.attribute_absent.then_some(true),
        "group": c.group.map(|g| &g.id).or(group), "tier": tier, "parameter": parameter, "met": c.met, "met_high": c.met_high,
        "asked": c.asked, "value": c.value,
        "value_range" => c.value_range.map(|(low, high)| object! {"low": low, "high": high}),
        "min": c.min, "missing": c.missing, "of" => c.inner.iter().map(condition).collect::<Vec<_>>(),
    }
}
