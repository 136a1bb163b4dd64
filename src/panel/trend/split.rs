//! The difference of two scores of one tree taken apart by criterion.
//!
//! Where every node on the way adds up (sums, sums of what was scored, weighted means), the score is `Σ e·q`: `q` is what the
//! criterion gives (points, or a share), `e` how much of it reaches the root. With `e` and `q` of both periods
//!
//! `e'q' - eq = (e + e')/2 · (q' - q) + (q + q')/2 · (e' - e)`
//!
//! The first term is what the value did, the second what weights did. Weights change only where a criterion counts in one period and
//! not in the other; its own `±eq` is then part of what weights did too. In any other tree criteria are replaced one after the other.

use super::changed::{GroupPart, Presence, ScoreSplit, SplitMethod};
use crate::assessment::{Assessment, View};
use crate::criteria::{Aggregate, Scheme, ScoreOf};
use crate::number::{Dec, Exact, Number, Rounding, RoundingMode};
use crate::plan::{ChildRef, Plan};
use crate::steps::Standing;
use crate::steps::aggregate::{aggregate, score};
use crate::steps::missing::Contribution;
use alloc::vec::Vec;

/// Parts are cut here, so that they can be added without loss.
pub(super) const DIGITS: Rounding = Rounding { digits: 18, mode: RoundingMode::HalfEven };

/// What a criterion does to the score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LeafPart {
    pub(super) presence: Presence,
    pub(super) zero_for_missing: (bool, bool),
    pub(super) value: Dec,
    pub(super) weights: Dec,
}

/// Takes the difference of two results of one plan apart; none where one of them has no score.
pub(super) fn split((a, from): (&Assessment<'_>, &View<'_>), (b, to): (&Assessment<'_>, &View<'_>)) -> Option<(ScoreSplit, Vec<LeafPart>)> {
    let (plan, scheme) = (b.plan(), b.scheme());
    if !core::ptr::eq(a.plan(), plan) {
        return None;
    }
    let change = difference(from.score?.value, to.score?.value)?;
    let (old, new) = (&from.standings.low, &to.standings.low);
    let linear = || Some((coefficients(plan, scheme, old)?, coefficients(plan, scheme, new)?));
    let (how, raw) = match linear() {
        Some((old_e, new_e)) => (SplitMethod::Linear, linear_parts(&old_e, &new_e)),
        None => (SplitMethod::Sequential, sequential(plan, scheme, old, new)?),
    };
    let mut leaves = Vec::with_capacity(raw.len());
    for (at, (presence, value, weights)) in raw.into_iter().enumerate() {
        let missing = |standing: &Standing<Exact>| matches!(standing.gives.get(at), Some(Contribution::Counted { for_missing: true, .. }));
        let cut = |part: Exact| part.rounded(DIGITS).dec();
        leaves.push(LeafPart { presence, zero_for_missing: (missing(old), missing(new)), value: cut(value)?, weights: cut(weights)? });
    }
    let sum = |of: &dyn Fn(&LeafPart) -> Dec, leaves: &[LeafPart]| {
        leaves.iter().try_fold(Dec::ZERO, |sum, leaf| sum.value().checked_add(of(leaf).value()).map(Dec::from))
    };
    let (value, weights) = (sum(&|leaf| leaf.value, &leaves)?, sum(&|leaf| leaf.weights, &leaves)?);
    let rounding = difference(value, change).and_then(|rest| difference(weights, rest))?;
    let mut groups = Vec::new();
    for own in &plan.groups {
        let Some(group) = own.group.and_then(|at| b.set().header().groups.get(at)) else { continue };
        let inside = leaves.get(own.leaves.clone()).unwrap_or_default();
        groups.push(GroupPart {
            group: group.id.clone(),
            value: sum(&|leaf| leaf.value, inside)?,
            weights: sum(&|leaf| leaf.weights, inside)?,
        });
    }
    Some((ScoreSplit { change, value, weights, rounding, groups, how }, leaves))
}

/// `to - from`.
pub(super) fn difference(from: Dec, to: Dec) -> Option<Dec> {
    to.value().checked_sub(from.value()).map(Dec::from)
}

/// What of a criterion reaches the root, and how much it gives; none where it does not count.
type Reach = Option<(Exact, Exact)>;

/// The reach of every leaf; none where a node on the way does not add up.
fn coefficients(plan: &Plan, scheme: &Scheme, standing: &Standing<Exact>) -> Option<Vec<Reach>> {
    let mut out = alloc::vec![None; plan.leaves.len()];
    let (zero, one) = (Exact::ZERO, Exact::ONE);
    // By node: how much of its value and of its share reaches the root.
    let mut reach: Vec<Option<(Exact, Exact)>> = alloc::vec![None; plan.groups.len()];
    let root = match scheme.score? {
        ScoreOf::Value => (one, zero),
        ScoreOf::Share => (zero, one),
    };
    *reach.first_mut()? = Some(root);
    // Groups stand in pre-order, so a parent comes before its children.
    for (at, group) in plan.groups.iter().enumerate() {
        let Some(Some((value, share))) = reach.get(at).copied() else { continue };
        let Contribution::Counted { most, .. } = standing.nodes.get(at)?.gives else { continue };
        let gives = |child: ChildRef| match child {
            ChildRef::Leaf(leaf) => standing.gives.get(leaf).copied(),
            ChildRef::Group(node) => standing.nodes.get(node).map(|node| node.gives),
        };
        let weight = |child: ChildRef| match child {
            ChildRef::Leaf(leaf) => plan.leaves.get(leaf).map(|leaf| leaf.weight),
            ChildRef::Group(node) => plan.groups.get(node).map(|group| group.weight),
        };
        let counted = |child: &ChildRef| gives(*child).is_some_and(|gives| gives.counts());
        let present = group.children.iter().filter(|child| counted(child)).filter_map(|child| weight(*child));
        let present = present.fold(zero, |sum, weight| sum.add(Exact::of(weight)));
        for child in group.children.iter().filter(|child| counted(child)) {
            let down = match group.aggregate {
                Aggregate::Sum | Aggregate::SumOfScored => {
                    let of_share = if most.is_zero() { zero } else { share.div(most) };
                    (value.add(of_share), zero)
                }
                Aggregate::WeightedArithmetic => {
                    let full = value.mul(Exact::of(scheme.scale)).add(share);
                    (zero, full.mul(Exact::of(weight(*child)?)).div(present))
                }
                _ => return None,
            };
            match child {
                ChildRef::Group(node) => *reach.get_mut(*node)? = Some(down),
                ChildRef::Leaf(leaf) => {
                    let Contribution::Counted { value, share, .. } = gives(*child)? else { continue };
                    let of_sum = !matches!(group.aggregate, Aggregate::WeightedArithmetic);
                    *out.get_mut(*leaf)? = Some(if of_sum { (down.0, value) } else { (down.1, share) });
                }
            }
        }
    }
    Some(out)
}

fn linear_parts(old: &[Reach], new: &[Reach]) -> Vec<(Presence, Exact, Exact)> {
    let two = Exact::ONE.add(Exact::ONE);
    let part = |(old, new): (&Reach, &Reach)| match (*old, *new) {
        (None, None) => (Presence::Neither, Exact::ZERO, Exact::ZERO),
        (None, Some((e, q))) => (Presence::Entered, Exact::ZERO, e.mul(q)),
        (Some((e, q)), None) => (Presence::Left, Exact::ZERO, Exact::ZERO.sub(e.mul(q))),
        (Some((e, q)), Some((e2, q2))) => {
            let value = e.add(e2).mul(q2.sub(q)).div(two);
            (Presence::Both, value, q.add(q2).mul(e2.sub(e)).div(two))
        }
    };
    old.iter().zip(new).map(part).collect()
}

/// Criteria replaced one after the other, in the order of the tree and backwards; the mean of what each does then.
fn sequential(plan: &Plan, scheme: &Scheme, old: &Standing<Exact>, new: &Standing<Exact>) -> Option<Vec<(Presence, Exact, Exact)>> {
    let of = |leaves: &[Contribution<Exact>]| score(plan, scheme, &aggregate(plan, scheme, leaves)).map(|(_, score)| score);
    let count = plan.leaves.len();
    let mut steps = alloc::vec![Exact::ZERO; count];
    for backwards in [false, true] {
        let mut leaves = old.gives.clone();
        let mut last = of(&leaves)?;
        for step in 0..count {
            let at = if backwards { count - 1 - step } else { step };
            *leaves.get_mut(at)? = *new.gives.get(at)?;
            let next = of(&leaves)?;
            let slot = steps.get_mut(at)?;
            *slot = slot.add(next.sub(last));
            last = next;
        }
    }
    let two = Exact::ONE.add(Exact::ONE);
    let part = |(at, step): (usize, Exact)| {
        let counts = |standing: &Standing<Exact>| standing.gives.get(at).is_some_and(Contribution::counts);
        let mean = step.div(two);
        match (counts(old), counts(new)) {
            (true, true) => (Presence::Both, mean, Exact::ZERO),
            (false, true) => (Presence::Entered, Exact::ZERO, mean),
            (true, false) => (Presence::Left, Exact::ZERO, mean),
            (false, false) => (Presence::Neither, Exact::ZERO, mean),
        }
    };
    Some(steps.into_iter().enumerate().map(part).collect())
}
