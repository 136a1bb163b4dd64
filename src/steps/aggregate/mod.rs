//! Steps 5 and 6, aggregate and round: up the tree, each node from what its children give. One file per aggregate; this file is
//! the registry.

mod minimum;
pub(crate) mod power_mean;
mod sum;
mod sum_of_scored;
mod weighted;
pub(crate) mod weighted_arithmetic;

use super::missing::Contribution;
use crate::criteria::{Aggregate, Scheme, ScoreOf};
use crate::number::{Dec, Number};
use crate::plan::{ChildRef, Group, Plan};
use alloc::vec;
use alloc::vec::Vec;
use power_mean::Curve;

/// What a node of the tree amounts to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NodeScore<N> {
    /// What it gives to its parent, after rounding.
    pub(crate) gives: Contribution<N>,
    /// Share of the weight that was present, for weighted nodes.
    pub(crate) present: Option<N>,
}

impl<N: Copy> NodeScore<N> {
    pub(crate) fn value(&self) -> Option<N> {
        match self.gives {
            Contribution::Counted { value, .. } => Some(value),
            _ => None,
        }
    }

    pub(crate) fn share(&self) -> Option<N> {
        match self.gives {
            Contribution::Counted { share, .. } => Some(share),
            _ => None,
        }
    }

    pub(crate) fn of(&self, what: ScoreOf) -> Option<N> {
        match what {
            ScoreOf::Value => self.value(),
            ScoreOf::Share => self.share(),
        }
    }
}

/// A child as its parent sees it.
pub(crate) struct Part<N> {
    pub(crate) weight: N,
    pub(crate) gives: Contribution<N>,
}

/// Aggregates the whole tree, children before parents.
pub(crate) fn aggregate<N: Number>(plan: &Plan, scheme: &Scheme, leaves: &[Contribution<N>]) -> Vec<NodeScore<N>> {
    let mut nodes = vec![NodeScore { gives: Contribution::None, present: None }; plan.groups.len()];
    for (at, group) in plan.groups.iter().enumerate().rev() {
        let parts: Vec<Part<N>> = group.children.iter().filter_map(|child| part(plan, leaves, &nodes, *child)).collect();
        if let Some(node) = nodes.get_mut(at) {
            *node = join(plan, scheme, group, &parts);
        }
    }
    nodes
}

/// What a node's children come to, by its aggregate and after rounding.
pub(crate) fn join<N: Number>(plan: &Plan, scheme: &Scheme, group: &Group, parts: &[Part<N>]) -> NodeScore<N> {
    match group.aggregate {
        Aggregate::CountPassed | Aggregate::None => NodeScore { gives: Contribution::None, present: None },
        _ => scored(plan, scheme, group, parts),
    }
}

/// A node that has a score. Never inlined: a set that only counts does without.
#[inline(never)]
fn scored<N: Number>(plan: &Plan, scheme: &Scheme, group: &Group, parts: &[Part<N>]) -> NodeScore<N> {
    let node = match group.aggregate {
        Aggregate::Sum => sum::aggregate(group, parts),
        Aggregate::SumOfScored => sum_of_scored::aggregate(parts),
        _ => weigh(scheme, group, parts),
    };
    round(plan, scheme, group, node)
}

/// What the children of a node that weighs come to. Never inlined: no published set weighs.
#[inline(never)]
fn weigh<N: Number>(scheme: &Scheme, group: &Group, parts: &[Part<N>]) -> NodeScore<N> {
    let curve = match group.aggregate {
        Aggregate::Minimum => return weighted::aggregate(scheme, parts, minimum::least),
        Aggregate::WeightedGeometric => Curve::Logarithm,
        Aggregate::WeightedHarmonic => Curve::Reciprocal,
        Aggregate::PowerMean => Curve::Power(N::of(group.exponent.unwrap_or(Dec::ONE))),
        _ => return weighted::aggregate(scheme, parts, weighted_arithmetic::mean),
    };
    weighted::aggregate(scheme, parts, |shares| curve.mean(shares))
}

fn part<N: Number>(plan: &Plan, leaves: &[Contribution<N>], nodes: &[NodeScore<N>], child: ChildRef) -> Option<Part<N>> {
    let (weight, gives) = match child {
        ChildRef::Leaf(at) => (plan.leaves.get(at)?.weight, *leaves.get(at)?),
        ChildRef::Group(at) => (plan.groups.get(at)?.weight, nodes.get(at)?.gives),
    };
    Some(Part { weight: N::of(weight), gives })
}

/// Rounds a group's value where the edition says so; the rounded value goes up.
fn round<N: Number>(plan: &Plan, scheme: &Scheme, group: &Group, node: NodeScore<N>) -> NodeScore<N> {
    let (Some(rounding), Some(_)) = (plan.round_group, group.group) else { return node };
    let Contribution::Counted { raw, value, share, most, for_missing } = node.gives else { return node };
    let value = value.rounded(rounding);
    let full = match group.aggregate {
        Aggregate::Sum | Aggregate::SumOfScored => most,
        _ => N::of(scheme.scale),
    };
    let share = if full.is_zero() { share } else { value.div(full) };
    NodeScore { gives: Contribution::Counted { raw, value, share, most, for_missing }, ..node }
}

/// The score of the root: what the scheme says it is, before and after rounding.
pub(crate) fn score<N: Number>(plan: &Plan, scheme: &Scheme, nodes: &[NodeScore<N>]) -> Option<(N, N)> {
    let raw = nodes.first()?.of(scheme.score?)?;
    Some((raw, plan.round_score.map_or(raw, |rounding| raw.rounded(rounding))))
}
