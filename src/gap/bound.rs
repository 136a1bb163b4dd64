//! A lower bound on the number of fixes: one fix moves one criterion, so it closes a count by at most one.

use crate::criteria::{Aggregate, Condition};
use crate::number::{Dec, Exact, Number};
use crate::order;
use crate::steps::Standing;
use crate::steps::level::{Checked, Found, Rules, check};
use crate::steps::missing::Contribution;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::ops::Range;

/// No fewer fixes than this reach the level.
pub(super) fn least_fixes(rules: &Rules<'_, '_>, standing: &Standing<Exact>, level: u32) -> usize {
    let Some(own) = rules.scheme.levels.iter().find(|l| l.level == level) else { return 0 };
    let checked = check(rules, standing, &own.conditions, level, u16::MAX);
    need(rules, standing, &own.conditions, &checked, level)
}

fn need(rules: &Rules<'_, '_>, standing: &Standing<Exact>, condition: &Condition, checked: &Checked<Exact>, level: u32) -> usize {
    let inner = |of: &[Condition]| -> Vec<usize> {
        let pairs = of.iter().zip(&checked.inner);
        let mut needs: Vec<usize> = pairs.map(|(c, (_, found))| need(rules, standing, c, found, level)).collect();
        order::sort(&mut needs);
        needs
    };
    let all = |of: &[Condition]| {
        let pairs = of.iter().zip(&checked.inner);
        let by_group = pairs.filter_map(|(c, (_, found))| Some((own_leaves(rules, c)?, need(rules, standing, c, found, level))));
        let apart = sum_apart(by_group.filter(|(_, need)| *need > 0).collect());
        inner(of).last().copied().unwrap_or(0).max(apart)
    };
    match condition {
        // In the reading that gives most, what is unclear holds.
        Condition::Unclear { .. } if checked.holds => 0,
        Condition::All { of } | Condition::Unclear { of, .. } => all(of),
        Condition::If { when, then, otherwise } => all(rules.branch(when, then, otherwise).0),
        Condition::Any { of } => inner(of).first().copied().unwrap_or(0),
        Condition::AtLeast { n, of } => {
            let at = usize::try_from(*n).unwrap_or(usize::MAX).saturating_sub(1);
            inner(of).get(at).copied().unwrap_or(0)
        }
        // Groups that hold criteria directly are disjoint, so their needs add up.
        Condition::ShareMet { .. } if !checked.inner.is_empty() => checked.inner.iter().map(|(_, c)| short(c)).sum(),
        Condition::ShareMet { .. } | Condition::CountMet { .. } => short(checked),
        Condition::NodeValue { group, .. } => {
            if checked.holds {
                return 0;
            }
            let node = rules.plan.node_of(&rules.set.header().groups, group.as_deref()).unwrap_or(0);
            points(rules, standing, node, checked).max(1)
        }
        Condition::Mandatory { .. } => usize::from(!checked.holds),
        Condition::LowerLevels => (1..level).map(|lower| least_fixes(rules, standing, lower)).max().unwrap_or(0),
    }
}

/// The leaves of a condition that asks something of one group.
fn own_leaves(rules: &Rules<'_, '_>, condition: &Condition) -> Option<Range<usize>> {
    match condition {
        Condition::ShareMet { group: Some(group), .. }
        | Condition::CountMet { group: Some(group), .. }
        | Condition::NodeValue { group: Some(group), .. } => Some(rules.leaves_of(Some(group))),
        _ => None,
    }
}

/// One fix lies in one group, so needs of groups that share no criterion add up; where groups overlap the larger need counts.
fn sum_apart(mut needs: Vec<(Range<usize>, usize)>) -> usize {
    order::sort_by(&mut needs, |(a, _), (b, _)| (a.start, a.end).cmp(&(b.start, b.end)));
    let mut apart: Vec<(Range<usize>, usize)> = Vec::new();
    for (leaves, need) in needs {
        match apart.last_mut() {
            Some((last, most)) if leaves.start < last.end => {
                last.end = last.end.max(leaves.end);
                *most = need.max(*most);
            }
            _ => apart.push((leaves, need)),
        }
    }
    apart.iter().map(|(_, need)| need).sum()
}

/// How many more criteria a share or a count asks for.
fn short(checked: &Checked<Exact>) -> usize {
    if checked.holds {
        return 0;
    }
    let (met, needed) = match checked.found {
        Found::Share { tally, min } => {
            let needed = min.value().checked_mul(rust_decimal::Decimal::from(tally.asked));
            (tally.met, needed)
        }
        Found::Count { tally, min } => (tally.met, Some(min.value())),
        _ => return 1,
    };
    let needed = needed.and_then(|n| usize::try_from(n.ceil()).ok()).unwrap_or(0);
    needed.saturating_sub(usize::try_from(met).unwrap_or(0)).max(1)
}

/// How many of the largest gains a point sum needs to close its distance.
fn points(rules: &Rules<'_, '_>, standing: &Standing<Exact>, node: usize, checked: &Checked<Exact>) -> usize {
    let Some(group) = rules.plan.groups.get(node).filter(|g| g.aggregate == Aggregate::Sum) else { return 1 };
    let Some(value) = standing.nodes.get(node).and_then(|n| n.value()) else { return 1 };
    let Found::Value { value: compared, min } = checked.found else { return 1 };
    // A condition on the share asks for share × points.
    let on_share = compared.and_then(|c| c.order(value)).is_none_or(Ordering::is_ne);
    let goal = if on_share { Exact::of(min).mul(Exact::of(group.max_points)) } else { Exact::of(min) };
    let leaves = rules.plan.leaves.iter().zip(&standing.gives).skip(group.leaves.start).take(group.leaves.len());
    let mut gains: Vec<Dec> = leaves
        .filter_map(|(leaf, gives)| match gives {
            Contribution::Counted { value, .. } => Exact::of(leaf.max_points).sub(*value).dec(),
            _ => Some(leaf.max_points),
        })
        .collect();
    order::sort_by(&mut gains, |a, b| b.cmp(a));
    let mut sum = value;
    for (count, gain) in gains.iter().enumerate() {
        if sum.order(goal).is_some_and(Ordering::is_ge) {
            return count;
        }
        sum = sum.add(Exact::of(*gain));
    }
    gains.len()
}
