//! Which criteria can be moved, and how far they have to go.

use super::{Fix, FixKind};
use crate::assessment::{Asked, Assessment, LevelAnswer, Outcome};
use crate::criteria::ThresholdValue;
use crate::number::{Dec, Exact, Number};
use crate::plan::level_bit;
use crate::steps::Standing;
use crate::steps::missing::Contribution;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;
use rust_decimal::Decimal;

/// A criterion that fails somewhere up to the target.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) leaf: usize,
    pub(crate) cost: Dec,
}

/// Criteria that fail at a level up to the target or have less than full points; cheapest first, ties by position.
pub(super) fn candidates(assessment: &Assessment<'_>, standing: &Standing<Exact>, target: u32, costs: &[(String, Dec)]) -> Vec<Candidate> {
    let up_to = (1..=target).fold(0, |mask, level| mask | level_bit(level));
    let mut out: Vec<Candidate> = Vec::new();
    for (leaf, plan) in assessment.plan().leaves.iter().enumerate() {
        let (Some(asked), Some(met)) = (standing.asked.get(leaf), standing.met.get(leaf)) else { continue };
        let fails = asked & !met & up_to != 0;
        let Some(result) = assessment.self_assessed().criteria.get(leaf) else { continue };
        let can_move = plan.scored && !matches!(result.outcome, Outcome::NotApplicable | Outcome::NotConsidered);
        let short = can_move && !standing.gives.get(leaf).is_some_and(is_full);
        if !fails && !short {
            continue;
        }
        let own = costs.iter().find(|(id, _)| *id == result.criterion.id).map(|(_, cost)| *cost);
        out.push(Candidate { leaf, cost: own.unwrap_or_else(|| distance(assessment, leaf, target)) });
    }
    crate::order::sort_by(&mut out, |a, b| (a.cost, a.leaf).cmp(&(b.cost, b.leaf)));
    out
}

fn is_full(gives: &Contribution<Exact>) -> bool {
    matches!(gives, Contribution::Counted { share, .. } if share.order(Exact::ONE) == Some(Ordering::Equal))
}

/// |value - threshold| / |threshold| at the target; 0 when only documents are missing, 1 when there is no value or no scale.
fn distance(assessment: &Assessment<'_>, leaf: usize, target: u32) -> Dec {
    let Some(result) = assessment.self_assessed().criteria.get(leaf) else { return Dec::ONE };
    let relative = |value: Decimal, goal: Decimal| {
        let far = value.checked_sub(goal)?.abs();
        if goal.is_zero() { Some(far) } else { far.checked_div(goal.abs()) }
    };
    let share = result.share.or_else(|| result.low.and_then(|low| low.share));
    if let (Some(share), true) = (share, result.levels.is_empty()) {
        return Dec::ONE.value().checked_sub(share.value()).map_or(Dec::ONE, Dec::from);
    }
    let Some(answer) = last(&result.levels, target) else { return Dec::ONE };
    if answer.value_passes {
        return Dec::ZERO;
    }
    let goal = match (answer.asked, result.value) {
        (Asked::Threshold { value: ThresholdValue::Number(goal), .. }, _) => Some(goal),
        (Asked::Range(range), Some(value)) => Some(if value > range.high { range.high } else { range.low }),
        _ => None,
    };
    result.value.zip(goal).and_then(|(value, goal)| relative(value.value(), goal.value())).map_or(Dec::ONE, Dec::from)
}

/// The answer at the highest level up to the target.
fn last<'l, 'a>(levels: &'l [LevelAnswer<'a>], target: u32) -> Option<&'l LevelAnswer<'a>> {
    levels.iter().rfind(|l| l.level <= target)
}

/// Says what has to be done for a candidate.
pub(super) fn fix<'a>(assessment: &Assessment<'a>, candidate: &Candidate, target: u32) -> Option<Fix<'a>> {
    let result = assessment.self_assessed().criteria.get(candidate.leaf)?;
    let failing = result.levels.iter().find(|l| l.outcome != Outcome::Passed && l.level <= target);
    let last = last(&result.levels, target);
    let at_target = last.map_or(result.outcome, |l| l.outcome);
    let kind = match at_target {
        Outcome::NoData => FixKind::BringData,
        Outcome::NoEvidence | Outcome::EvidenceRejected | Outcome::PlanOnly => FixKind::BringEvidence,
        Outcome::SurveyInconclusive => FixKind::AskMorePeople,
        _ => FixKind::ImproveResult,
    };
    let asked = last.map(|l| l.asked);
    let (reach, reach_to) = match asked {
        Some(Asked::Threshold { value, .. }) => (Some(value), None),
        Some(Asked::Range(range)) => (Some(ThresholdValue::Number(range.low)), Some(range.high)),
        _ => (super::points::full_at(result.method, result.criterion).map(ThresholdValue::Number), None),
    };
    Some(Fix {
        criterion: result.criterion,
        outcome: at_target,
        kind,
        level: failing.map_or(target, |l| l.level),
        value: result.value,
        threshold: last.and_then(LevelAnswer::threshold).map(|(threshold, _)| threshold),
        reach,
        reach_to,
        gain: super::points::gain(assessment, candidate.leaf).map(|gain| gain.gain),
        cost: candidate.cost,
    })
}
