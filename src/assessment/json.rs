//! The whole result as JSON: every decimal a string, only counts numbers, no prose but the sentences that must travel along.

use super::{Assessment, ChildResult, ConditionResult, CriterionResult, GroupResult, LevelResult, View};
use crate::criteria::{Cite, Condition, Limit, ThresholdValue};
use crate::number::Dec;
use crate::text::Lang;
use crate::write::object;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::Value;

/// The format of the assessment document.
pub(crate) const ASSESSMENT_FORMAT: u32 = 1;

impl Assessment<'_> {
    /// RFC 8785 canonical JSON of the whole result: the same bytes on every platform.
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        crate::write::canonical(self.to_value())
    }

    /// Readable JSON of the whole result.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::write::pretty(&self.to_value())
    }

    pub(crate) fn to_value(&self) -> Value {
        let header = self.set.header();
        let parameters: Vec<Value> =
            self.parameters().iter().map(|p| object! {"id": p.id, "level": p.level, "value": p.value, "default": p.default}).collect();
        let published: Vec<Value> = self
            .published()
            .iter()
            .map(|p| {
                object! {
                    "group": p.published.group, "of": p.published.of, "published": p.published.value, "computed": p.computed,
                    "difference": p.difference, "within_tolerance": p.agrees, "source": p.published.source, "clause": p.published.clause,
                }
            })
            .collect();
        object! {
            "assessment_format": ASSESSMENT_FORMAT,
            "set" => object! {"id": header.set, "edition": header.edition, "revision": header.revision, "stage": header.stage, "status": header.status, "title": header.title},
            "scheme": self.scheme.id,
            "unit": self.city.unit,
            "fictional": self.city.fictional,
            "notes": self.city.notes,
            "as_of": self.as_of,
            "data_date": self.data_date(),
            "marks": self.marks(),
            "parameters" => parameters,
            "non_default": self.is_non_default(),
            "findings": self.findings,
            "self_assessed" => self.view_value(&self.self_assessed),
            "verified" => self.verified.as_ref().map(|view| self.view_value(view)),
            "published" => published,
        }
    }

    fn view_value(&self, view: &View<'_>) -> Value {
        let refused: Vec<Value> =
            view.level.refused.iter().map(|r| object! {"condition": r.condition, "count": r.count, "of": r.of, "limit": r.limit}).collect();
        let statement = |lang| self.level_statement(view, lang);
        let sentence = statement(Lang::Vi).zip(statement(Lang::En)).map(|(vi, en)| object! {"vi": vi, "en": en});
        let level = (view.level.of > 0 || !view.level.refused.is_empty())
            .then(|| object! {"reached": view.level.reached, "of": view.level.of, "refused" => refused, "statement" => sentence});
        object! {
            "level" => level,
            "score" => view.score.map(|s| object! {"value": s.value, "unrounded": s.unrounded}),
            "range" => view.range.map(|r| object! {"low": r.low, "high": r.high}),
            "levels" => view.levels.iter().map(level_value).collect::<Vec<_>>(),
            "sensitivity" => self.sensitivity(view).iter().map(super::ShareSensitivity::to_value).collect::<Vec<_>>(),
            "tree" => view.groups.first().map(|root| group_value(view, root)),
        }
    }
}

fn level_value(level: &LevelResult<'_>) -> Value {
    let d = &level.deciding;
    object! {
        "level": level.level.level,
        "title": level.level.title,
        "reached": level.reached,
        "condition" => condition_value(&level.condition),
        "deciding" => object! {
            "criteria": d.criteria, "assumed": d.assumed, "own_use": d.own_use, "primary": d.primary, "mirror": d.mirror,
            "secondary": d.secondary, "repeated": d.repeated,
        },
    }
}

fn condition_value(c: &ConditionResult<'_>) -> Value {
    let (tier, limit) = match c.condition {
        Condition::ShareMet { tier, min, .. } | Condition::CountMet { tier, min, .. } => (*tier, Some(min)),
        Condition::NodeValue { min, .. } => (None, Some(min)),
        _ => (None, None),
    };
    let parameter = limit.and_then(|l| match l {
        Limit::Parameter(id) => Some(id.clone()),
        Limit::Fixed(_) => None,
    });
    let inner: Vec<Value> = c.inner.iter().map(condition_value).collect();
    let of_group = match c.condition {
        Condition::ShareMet { group, .. } | Condition::CountMet { group, .. } | Condition::NodeValue { group, .. } => group.clone(),
        _ => None,
    };
    object! {
        "condition": c.kind(), "holds": c.holds, "vacuous": c.vacuous.then_some(true), "tier": tier, "parameter": parameter,
        "group": c.group.map(|g| g.id.clone()).or(of_group), "met": c.met, "asked": c.asked, "value": c.value, "min": c.min, "missing": c.missing, "of" => inner,
    }
}

impl ConditionResult<'_> {
    /// Asked of every group that holds criteria directly, and not the answer of one of them.
    pub(super) fn is_each_group(&self) -> bool {
        self.group.is_none() && matches!(self.condition, Condition::ShareMet { each_group: true, .. })
    }

    /// The word of the condition in files.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.condition {
            Condition::All { .. } => "all",
            Condition::Any { .. } => "any",
            Condition::AtLeast { .. } => "at_least",
            Condition::ShareMet { .. } => "share_met",
            Condition::CountMet { .. } => "count_met",
            Condition::NodeValue { .. } => "node_value",
            Condition::Mandatory { .. } => "mandatory",
            Condition::LowerLevels => "lower_levels",
        }
    }
}

fn group_value(view: &View<'_>, group: &GroupResult<'_>) -> Value {
    let children: Vec<Value> = group
        .children
        .iter()
        .filter_map(|child| match child {
            ChildResult::Criterion(at) => view.criteria.get(*at).map(criterion_value),
            ChildResult::Group(at) => view.groups.get(*at).map(|inner| group_value(view, inner)),
        })
        .collect();
    let met: Vec<Value> = group.tallies.iter().map(|t| object! {"level": t.level, "met": t.met, "asked": t.asked}).collect();
    let scored = group.aggregate != crate::criteria::Aggregate::CountPassed;
    let sum = group.aggregate == crate::criteria::Aggregate::Sum;
    object! {
        "group": group.group.map(|g| g.id.clone()),
        "aggregate": group.aggregate.as_str(),
        "value": group.value,
        "unrounded": group.unrounded,
        "share": group.share,
        "present": group.present,
        "undecided": group.undecided.then_some(true),
        "weight": (scored && !sum).then_some(group.weight),
        "max_points": sum.then_some(group.max_points),
        "met" => met,
        "children" => children,
    }
}

fn criterion_value(c: &CriterionResult<'_>) -> Value {
    let levels: Vec<Value> = c
        .levels
        .iter()
        .map(|l| {
            let variant = l.variant.and_then(|at| l.threshold.variants.get(at));
            let (basis, confidence, cites) =
                variant.map_or((l.threshold.basis, l.threshold.confidence, &l.threshold.cites), |v| (v.basis, v.confidence, &v.cites));
            object! {
                "level": l.threshold.level, "outcome": l.outcome.as_str(), "op": l.threshold.op, "threshold": threshold_text(l.asked),
                "printed_op": l.threshold.printed_op, "variant": l.variant, "value_passes": l.value_passes, "basis": basis,
                "use": l.threshold.uses, "confidence": confidence, "carried_from": l.threshold.carried_from, "cites" => cites_value(cites),
            }
        })
        .collect();
    let inputs: Vec<Value> = c
        .inputs
        .iter()
        .map(|o| {
            object! {
                "role": o.role, "part": o.part, "value": o.value, "unit": o.unit, "period": o.period, "status": o.status,
                "quality": o.quality, "source": o.source,
            }
        })
        .collect();
    let survey = c.survey.map(|s| {
        object! {
            "sampling": s.sampling, "positive": s.positive, "asked": s.asked,
            "interval" => s.interval.map(|(low, high)| object! {"low": low, "high": high}),
            "sample_to_settle": s.sample_to_settle, "plain_share_passes": s.plain_share_passes,
        }
    });
    let d = &c.documents;
    let method = c.criterion.judge.first().map(|j| j.method.as_str());
    object! {
        "criterion": c.criterion.id,
        "outcome": c.outcome.as_str(),
        "method": method,
        "tier": c.criterion.tier,
        "met_level": (!c.levels.is_empty() && c.outcome != super::Outcome::NotApplicable).then_some(c.met_level),
        "value": c.value,
        "answer": c.answer,
        "unit": c.criterion.data_points.first().map(|p| p.unit.clone()),
        "share": c.share,
        "points": c.points,
        "unrounded": c.unrounded,
        "weight": (c.levels.is_empty() && c.points.is_none() && c.share.is_some()).then_some(c.weight),
        "max_points": c.points.map(|_| c.max_points),
        "levels" => levels,
        "inputs" => inputs,
        "flags": c.flags,
        "fragile": c.fragile.then_some(true),
        "survey" => survey,
        "reason": c.reason,
        "documents" => (d.all > 0).then(|| object! {"all": d.all, "plans": d.plans, "accepted": d.accepted, "rejected": d.rejected}),
        "cites" => cites_value(&c.criterion.cites),
        "confidence": c.criterion.confidence,
    }
}

pub(super) fn threshold_text(value: ThresholdValue) -> String {
    match value {
        ThresholdValue::Yes => "yes".into(),
        ThresholdValue::Number(n) => Dec::to_string(&n),
    }
}

fn cites_value(cites: &[Cite]) -> Value {
    cites.iter().map(|c| object! {"source": c.source, "clause": c.clause}).collect()
}
