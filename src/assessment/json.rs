//! The whole result as JSON: every decimal a string, only counts numbers, no prose but the sentences that must travel along.

use super::{
    Asked, Assessment, ChildResult, ConditionResult, CriterionResult, GroupResult, LevelAnswer, LevelResult, NodePossibility, PartResult,
    Possibility, View,
};
use crate::criteria::{Aggregate, Cite, Condition, Limit, ShareBand, ThresholdValue};
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
        let both = |vi: Option<String>, en: Option<String>| vi.zip(en).map(|(vi, en)| object! {"vi": vi, "en": en});
        let sentence = both(self.level_statement(view, Lang::Vi), self.level_statement(view, Lang::En));
        let has_level = view.level.of > 0 || !view.level.refused.is_empty();
        let level = has_level.then(|| {
            object! {
                "reached": view.level.reached, "of": view.level.of, "verdict": self.scheme.verdict.then_some(true),
                "refused" => refused, "statement" => sentence,
            }
        });
        let counted = both(self.count_statement(view, Lang::Vi), self.count_statement(view, Lang::En));
        object! {
            "level" => level,
            "level_range" => view.level.undecided.map(|r| object! {"low": r.low, "high": r.high}),
            "score" => view.score.map(|s| object! {"value": s.value, "unrounded": s.unrounded}),
            "score_range" => view.score_range.map(|s| object! {"low": s.low, "high": s.high}),
            "statement" => counted,
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
        "undecided": level.reached.is_none().then_some(true),
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
        Limit::Fixed(_) | Limit::Varied { .. } => None,
    });
    let inner: Vec<Value> = c.inner.iter().map(condition_value).collect();
    let of_group = match c.condition {
        Condition::ShareMet { group, .. } | Condition::CountMet { group, .. } | Condition::NodeValue { group, .. } => group.clone(),
        _ => None,
    };
    let unclear = match c.condition {
        Condition::Unclear { title, cites, .. } => Some((title.clone(), cites_value(cites))),
        _ => None,
    };
    let (title, cites) = unclear.unzip();
    object! {
        "condition": c.kind(), "holds": (!c.undecided).then_some(c.holds), "undecided": c.undecided.then_some(true),
        "vacuous": c.vacuous.then_some(true), "attribute_absent": c.attribute_absent.then_some(true), "tier": tier, "parameter": parameter,
        "group": c.group.map(|g| g.id.clone()).or(of_group), "met": c.met, "met_high": c.met_high, "asked": c.asked, "value": c.value,
        "value_range" => c.value_range.map(|(low, high)| object! {"low": low, "high": high}),
        "min": c.min, "missing": c.missing, "title": title, "cites" => cites, "of" => inner,
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
            Condition::If { .. } => "if",
            Condition::Unclear { .. } => "unclear",
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
    let met: Vec<Value> = group
        .tallies
        .iter()
        .map(|t| object! {"level": t.level, "met": t.met, "met_high": (t.met_high != t.met).then_some(t.met_high), "asked": t.asked})
        .collect();
    let in_points = matches!(group.aggregate, Aggregate::Sum | Aggregate::SumOfScored);
    let one = |p: NodePossibility<'_>| object! {"value": p.value, "share": p.share, "band" => p.band.map(band_value)};
    object! {
        "group": group.group.map(|g| g.id.clone()),
        "aggregate": group.aggregate.as_str(),
        "value": group.value,
        "unrounded": group.unrounded,
        "share": group.share,
        "band" => group.band.map(band_value),
        "low" => group.low.map(one),
        "high" => group.high.map(one),
        "present": group.present,
        "undecided": group.undecided.then_some(true),
        "exponent": group.exponent,
        "weight": group.aggregate.weighs().then_some(group.weight),
        "max_points": in_points.then_some(group.max_points),
        "met" => met,
        "children" => children,
    }
}

fn band_value(band: &ShareBand) -> Value {
    object! {"at_least": band.at_least, "title": band.title}
}

fn criterion_value(c: &CriterionResult<'_>) -> Value {
    let inputs: Vec<Value> = c
        .inputs
        .iter()
        .map(|o| {
            object! {
                "data_point": o.data_point, "role": o.role, "part": o.part, "value": o.value, "unit": o.unit, "period": o.period,
                "status": o.status, "quality": o.quality, "source": o.source,
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
    let documents = |d: &super::Documents| {
        let recognitions = (d.recognitions > 0).then_some(d.recognitions);
        object! {"all": d.all, "plans": d.plans, "accepted": d.accepted, "rejected": d.rejected, "recognitions": recognitions}
    };
    let not_considered = c.not_considered.map(|rule| object! {"cites" => cites_value(&rule.cites), "note": rule.note});
    let one = |p: Possibility| {
        object! {
            "outcome": p.outcome.as_str(), "met_level": (!c.levels.is_empty()).then_some(p.met_level), "points": p.points, "share": p.share,
        }
    };
    let change = c.change.map(|change| {
        let base_answer = change.base_answer.map(|yes| if yes { "yes" } else { "no" });
        object! {"base_value": change.base_value.map(|v| v.to_string()).or(base_answer.map(String::from)), "difference": change.difference}
    });
    let counted = c.points.is_some() || c.high.is_some_and(|high| high.points.is_some());
    object! {
        "criterion": c.criterion.id,
        "outcome": c.outcome.as_str(),
        "low" => c.low.map(one),
        "high" => c.high.map(one),
        "method": c.method.as_str(),
        "tier": c.criterion.tier,
        "met_level": (!c.levels.is_empty() && c.low.is_none() && c.outcome != super::Outcome::NotApplicable).then_some(c.met_level),
        "value": c.value,
        "answer": c.answer,
        "unit": c.criterion.data_points.first().map(|p| p.unit.clone()),
        "change" => change,
        "parts" => c.parts.iter().map(part_value).collect::<Vec<_>>(),
        "share": c.share,
        "points": c.points,
        "unrounded": c.unrounded,
        "weight": (c.levels.is_empty() && !counted && c.share.is_some()).then_some(c.weight),
        "max_points": counted.then_some(c.max_points),
        "levels" => c.levels.iter().map(answer_value).collect::<Vec<_>>(),
        "inputs" => inputs,
        "flags": c.flags,
        "fragile": c.fragile.then_some(true),
        "survey" => survey,
        "reason": c.reason,
        "not_considered" => not_considered,
        "documents" => (c.documents.all > 0).then(|| documents(&c.documents)),
        "cites" => cites_value(&c.criterion.cites),
        "confidence": c.criterion.confidence,
    }
}

fn answer_value(l: &LevelAnswer<'_>) -> Value {
    let outcome = l.outcome.as_str();
    match l.asked {
        Asked::Threshold { threshold, value, variant } => {
            let chosen = variant.and_then(|at| threshold.variants.get(at));
            let (basis, confidence, cites) =
                chosen.map_or((threshold.basis, threshold.confidence, &threshold.cites), |v| (v.basis, v.confidence, &v.cites));
            object! {
                "level": l.level, "outcome": outcome, "op": threshold.op, "threshold": threshold_text(value),
                "printed_op": threshold.printed_op, "variant": variant, "value_passes": l.value_passes, "basis": basis,
                "use": threshold.uses, "confidence": confidence, "carried_from": threshold.carried_from, "cites" => cites_value(cites),
            }
        }
        Asked::Range(range) => object! {
            "level": l.level, "outcome": outcome, "from": range.low, "to": range.high, "below": range.below, "above": range.above,
            "printed": range.printed, "value_passes": l.value_passes, "basis": range.ground.basis, "confidence": range.ground.confidence,
            "cites" => cites_value(&range.ground.cites),
        },
        Asked::Parts => object! {"level": l.level, "outcome": outcome, "value_passes": l.value_passes},
    }
}

fn part_value(p: &PartResult<'_>) -> Value {
    object! {
        "data_point": p.data_point.id, "title": p.part.title, "method": p.part.method.as_str(), "outcome": p.outcome.as_str(),
        "value": p.value, "answer": p.answer, "unit": p.data_point.unit, "points": p.points, "max_points": p.max_points,
        "evidence": p.part.evidence.map(|e| e.kind), "cites" => p.part.method.cites().into_iter().map(cite_value).collect::<Value>(),
    }
}

pub(super) fn threshold_text(value: ThresholdValue) -> String {
    match value {
        ThresholdValue::Yes => "yes".into(),
        ThresholdValue::Number(n) => Dec::to_string(&n),
    }
}

fn cites_value(cites: &[Cite]) -> Value {
    cites.iter().map(cite_value).collect()
}

fn cite_value(cite: &Cite) -> Value {
    object! {"source": cite.source, "clause": cite.clause}
}
