//! Points still to be had: what a total or a floor is short of, and which criteria can give how much.

use super::{PointGain, PointNeed};
use crate::assessment::{Assessment, Outcome};
use crate::criteria::{Aggregate, Condition, Criterion, Direction, Method, ScoreOf};
use crate::number::{Dec, Exact, Number};
use crate::steps::level::Rules;
use crate::steps::missing::Contribution;
use alloc::vec::Vec;

/// Every total and floor that a level asks in points, with the points of the reading that gives least.
pub(super) fn needs<'a>(assessment: &Assessment<'a>, target: u32) -> Vec<PointNeed<'a>> {
    let rules = assessment.rules();
    let mut out = Vec::new();
    if let Some(level) = rules.scheme.levels.iter().find(|l| l.level == target) {
        collect(assessment, &rules, &level.conditions, target, &mut out);
    }
    out
}

fn collect<'a>(assessment: &Assessment<'a>, rules: &Rules<'a, '_>, condition: &Condition, level: u32, out: &mut Vec<PointNeed<'a>>) {
    let of: &[Condition] = match condition {
        Condition::All { of } | Condition::Any { of } | Condition::AtLeast { of, .. } | Condition::Unclear { of, .. } => of,
        Condition::If { when, then, otherwise } => rules.branch(when, then, otherwise).0,
        Condition::NodeValue { group, of, min, .. } => {
            out.extend(need(assessment, rules, group.as_deref(), *of, rules.limit(min, Some(level))));
            &[]
        }
        _ => &[],
    };
    of.iter().for_each(|inner| collect(assessment, rules, inner, level, out));
}

fn need<'a>(assessment: &Assessment<'a>, rules: &Rules<'a, '_>, group: Option<&str>, of: ScoreOf, min: Dec) -> Option<PointNeed<'a>> {
    let at = rules.plan.node_of(&rules.set.header().groups, group)?;
    let node = rules.plan.groups.get(at).filter(|g| g.aggregate == Aggregate::Sum)?;
    let value = assessment.self_assessed().standings.low.nodes.get(at)?.value()?;
    let min = if of == ScoreOf::Share { Exact::of(min).mul(Exact::of(node.max_points)) } else { Exact::of(min) };
    let short = min.sub(value).most(Exact::ZERO);
    let group = node.group.and_then(|at| rules.set.header().groups.get(at));
    Some(PointNeed { group, value: value.dec()?, min: min.dec()?, short: short.dec()? })
}

/// Criteria of point sums that are below their most points, the largest gain first.
pub(super) fn gains<'a>(assessment: &Assessment<'a>) -> Vec<PointGain<'a>> {
    let mut out: Vec<PointGain<'a>> = (0..assessment.plan().leaves.len()).filter_map(|leaf| gain(assessment, leaf)).collect();
    crate::order::sort_by(&mut out, |a, b| b.gain.cmp(&a.gain));
    out
}

/// What a criterion could still give, in the reading that gives least.
pub(super) fn gain<'a>(assessment: &Assessment<'a>, leaf: usize) -> Option<PointGain<'a>> {
    let plan = assessment.plan().leaves.get(leaf).filter(|l| l.parent == Aggregate::Sum)?;
    let view = assessment.self_assessed();
    let result = view.criteria.get(leaf)?;
    if matches!(result.outcome, Outcome::NotApplicable | Outcome::NotConsidered) {
        return None;
    }
    let points = match view.standings.low.gives.get(leaf)? {
        Contribution::Counted { value, .. } => value.dec()?,
        Contribution::Undecided if result.outcome == Outcome::NoData => Dec::ZERO,
        _ => return None,
    };
    let gain = Exact::of(plan.max_points).sub(Exact::of(points)).dec().filter(|gain| *gain > Dec::ZERO)?;
    Some(PointGain {
        criterion: result.criterion,
        outcome: result.outcome,
        value: result.value,
        points,
        max_points: plan.max_points,
        gain,
        full_at: full_at(result.method, result.criterion),
        next: next(result.method, points),
    })
}

/// The value from which on there are full points.
pub(super) fn full_at(method: &Method, criterion: &Criterion) -> Option<Dec> {
    match method {
        Method::Goalposts { best, .. } => Some(*best),
        Method::Interpolate(rule) => Some(rule.maximum),
        Method::Steps { points, .. } => points.last().map(|step| step.at_least),
        Method::TargetShare { target, .. } if criterion.direction != Direction::Less => Some(*target),
        _ => None,
    }
}

/// The nearest value that brings more points at once, and how many more.
fn next(method: &Method, points: Dec) -> Option<(Dec, Dec)> {
    let (at, worth) = match method {
        Method::Interpolate(rule) => (rule.minimum, rule.points_min),
        Method::Steps { points: steps, .. } => steps.iter().find(|step| step.points > points).map(|step| (step.at_least, step.points))?,
        _ => return None,
    };
    let more = Exact::of(worth).sub(Exact::of(points)).dec().filter(|more| *more > Dec::ZERO)?;
    Some((at, more))
}
