//! What was carried, as JSON: whole results side by side, with all their marks.

use super::boundary::BoundaryChange;
use super::carried::{Carried, OutcomeChange, Reached};
use super::cause::Cause;
use super::moving::CarriedCriterion;
use super::verdict::{CarryReason, Verdict};
use crate::compare::json::{change, edition};
use crate::write::object;
use alloc::string::String;
use alloc::vec::Vec;
use serde_json::Value;

/// The format of the document.
const CARRY_FORMAT: u32 = 1;

impl Carried<'_> {
    /// RFC 8785 canonical JSON: the same bytes on every platform.
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        crate::write::canonical(self.to_value())
    }

    /// Readable JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::write::pretty(&self.to_value())
    }

    fn to_value(&self) -> Value {
        let diff = self.carry().diff();
        let levels = self
            .levels()
            .iter()
            .map(|l| object! {"step": l.step.as_str(), "verified": l.verified, "from": l.from, "to": l.to, "causes": l.causes});
        object! {
            "carry_format": CARRY_FORMAT,
            "from" => edition(diff.before),
            "to" => edition(diff.now),
            "pairing": diff.pairing.as_str(),
            "unit": self.before().city().unit,
            "as_of": self.before().as_of(),
            "marks": self.marks(),
            "boundary" => self.boundary().iter().map(boundary).collect::<Vec<_>>(),
            "criteria" => self.carry().criteria().iter().map(criterion).collect::<Vec<_>>(),
            "changes" => self.changes().iter().map(outcome_change).collect::<Vec<_>>(),
            "levels" => levels.collect::<Vec<_>>(),
            "crosswalk_findings": diff.findings,
            "before" => self.before().to_value(),
            "now" => self.now().to_value(),
            "newer" => self.newer().map(crate::assessment::Assessment::to_value),
        }
    }
}

fn boundary(b: &BoundaryChange) -> Value {
    object! {"what": b.what, "before": b.before, "now": b.now}
}

fn words(reasons: impl Iterator<Item = CarryReason>) -> Vec<&'static str> {
    reasons.map(CarryReason::as_str).collect()
}

fn criterion(c: &CarriedCriterion<'_>) -> Value {
    object! {
        "before": c.before.map(|c| c.id.clone()),
        "now": c.now.map(|c| c.id.clone()),
        "kind": c.kind.as_str(),
        "holds": c.verdict.holds(),
        "reworded": matches!(c.verdict, Verdict::Holds { reworded: true }).then_some(true),
        "needs_new_data": c.needs_new_data(),
        "reasons": words(c.reasons()),
        "figures" => object! {"all": c.figures, "carried": c.figures_carried},
        "documents" => object! {"all": c.documents, "carried": c.documents_carried},
        "claimed": c.claimed.then_some(true),
        "note": c.note,
    }
}

fn outcome_change(c: &OutcomeChange<'_>) -> Value {
    object! {
        "step": c.step.as_str(),
        "state": if c.verified { "verified" } else { "self_assessed" },
        "before": c.before.map(|c| c.id.clone()),
        "now": c.now.map(|c| c.id.clone()),
        "from" => c.from.as_ref().map(reached),
        "to" => c.to.as_ref().map(reached),
        "causes" => c.causes.iter().map(cause).collect::<Vec<_>>(),
        "note": c.note,
    }
}

fn reached(r: &Reached) -> Value {
    object! {
        "outcome": r.outcome.as_str(), "met_level": r.met_level, "value": r.value, "answer": r.answer, "points": r.points, "share": r.share,
    }
}

fn cause(cause: &Cause<'_>) -> Value {
    match cause {
        Cause::Data { reasons } => object! {"cause": cause.as_str(), "reasons": words(reasons.iter().copied())},
        Cause::Rule { levels, changes, dropped } => object! {
            "cause": cause.as_str(), "thresholds": levels, "changes" => changes.iter().map(|c| change(c)).collect::<Vec<_>>(),
            "dropped": dropped.then_some(true),
        },
        Cause::Boundary { changes } => {
            object! {"cause": cause.as_str(), "changes" => changes.iter().map(boundary).collect::<Vec<_>>()}
        }
    }
}
