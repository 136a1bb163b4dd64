//! Which criteria can be moved, and how far they have to go.

use super::{Fix, FixKind};
use crate::assessment::{Assessment, Outcome};
use crate::criteria::{Method, ThresholdValue};
use crate::number::Dec;
use crate::plan::level_bit;
use alloc::string::String;
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// A criterion that fails somewhere up to the target.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) leaf: usize,
    pub(crate) cost: Dec,
}

/// Criteria that fail at a level up to the target or have less than full points; cheapest first, ties by position.
pub(super) fn candidates(assessment: &Assessment<'_>, target: u32, costs: &[(String, Dec)]) -> Vec<Candidate> {
    let standing = &assessment.self_assessed().standing;
    let up_to = (1..=target).fold(0, |mask, level| mask | level_bit(level));
    let mut out: Vec<Candidate> = Vec::new();
    for (leaf, plan) in assessment.plan().leaves.iter().enumerate() {
        let (Some(asked), Some(met)) = (standing.asked.get(leaf), standing.met.get(leaf)) else { continue };
        let fails = asked & !met & up_to != 0;
        let Some(result) = assessment.self_assessed().criteria.get(leaf) else { continue };
        let short = plan.scored && result.outcome != Outcome::NotApplicable && result.share != Some(Dec::ONE);
        if !fails && !short {
            continue;
        }
        let own = costs.iter().find(|(id, _)| *id == result.criterion.id).map(|(_, cost)| *cost);
        out.push(Candidate { leaf, cost: own.unwrap_or_else(|| distance(assessment, leaf, target)) });
    }
    out.sort_by_key(|a| (a.cost, a.leaf));
    out
}

/// |value - threshold| / |threshold| at the target; 0 when only documents are missing, 1 when there is no value or no scale.
fn distance(assessment: &Assessment<'_>, leaf: usize, target: u32) -> Dec {
    let Some(result) = assessment.self_assessed().criteria.get(leaf) else { return Dec::ONE };
    let relative = |value: Decimal, goal: Decimal| {
        let far = value.checked_sub(goal)?.abs();
        if goal.is_zero() { Some(far) } else { far.checked_div(goal.abs()) }
    };
    if let (Some(share), true) = (result.share, result.levels.is_empty()) {
        return Dec::ONE.value().checked_sub(share.value()).map_or(Dec::ONE, Dec::from);
    }
    let Some(answer) = result.levels.iter().rfind(|l| l.threshold.level <= target) else { return Dec::ONE };
    if answer.value_passes {
        return Dec::ZERO;
    }
    match (result.value, answer.asked) {
        (Some(value), ThresholdValue::Number(goal)) => relative(value.value(), goal.value()).map_or(Dec::ONE, Dec::from),
        _ => Dec::ONE,
    }
}

/// Says what has to be done for a candidate.
pub(super) fn fix<'a>(assessment: &Assessment<'a>, candidate: &Candidate, target: u32) -> Option<Fix<'a>> {
    let result = assessment.self_assessed().criteria.get(candidate.leaf)?;
    let failing = result.levels.iter().find(|l| l.outcome != Outcome::Passed && l.threshold.level <= target);
    let last = result.levels.iter().rfind(|l| l.threshold.level <= target);
    let at_target = last.map_or(result.outcome, |l| l.outcome);
    let kind = match at_target {
        Outcome::NoData => FixKind::BringData,
        Outcome::NoEvidence | Outcome::EvidenceRejected | Outcome::PlanOnly => FixKind::BringEvidence,
        Outcome::SurveyInconclusive => FixKind::AskMorePeople,
        _ => FixKind::ImproveResult,
    };
    let best = || {
        let plan = assessment.plan().leaves.get(candidate.leaf)?;
        match &result.criterion.judge.get(plan.judgement)?.method {
            Method::Goalposts { best, .. } => Some(ThresholdValue::Number(*best)),
            _ => None,
        }
    };
    Some(Fix {
        criterion: result.criterion,
        outcome: at_target,
        kind,
        level: failing.map_or(target, |l| l.threshold.level),
        value: result.value,
        threshold: last.map(|l| l.threshold),
        reach: last.map(|l| l.asked).or_else(best),
        cost: candidate.cost,
    })
}
