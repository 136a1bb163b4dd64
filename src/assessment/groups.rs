//! The nodes of the tree as results.

use super::criteria::same;
use super::result::{ChildResult, GroupResult, LevelTally, NodePossibility};
use crate::criteria::{Aggregate, ShareBand};
use crate::number::{Dec, Exact, Number};
use crate::plan::{ChildRef, Group};
use crate::steps::Standings;
use crate::steps::aggregate::NodeScore;
use crate::steps::level::{Rules, tally};
use crate::steps::missing::Contribution;
use alloc::vec::Vec;

pub(super) fn groups<'a>(rules: &Rules<'a, '_>, standings: &Standings<Exact>) -> Vec<GroupResult<'a>> {
    let nodes = rules.plan.groups.iter().zip(&standings.low.nodes);
    let result = |(at, (group, low)): (usize, (&Group, &NodeScore<Exact>))| {
        let high = standings.high().nodes.get(at).unwrap_or(low);
        let open = !same(&low.gives, &high.gives);
        let (unrounded, value, share, most) = match low.gives {
            Contribution::Counted { raw, value, share, most, .. } if !open => (raw.dec(), value.dec(), share.dec(), most.dec()),
            Contribution::Counted { most, .. } => (None, None, None, most.dec()),
            _ => (None, None, None, None),
        };
        let level_tally = |level: &u32| {
            let met = |standing| tally(rules, standing, group.leaves.clone(), None, *level);
            let low = met(&standings.low);
            let high = standings.high.as_ref().map_or(low, met);
            LevelTally { level: *level, met: low.met, met_high: high.met, asked: low.asked }
        };
        GroupResult {
            group: group.group.and_then(|at| rules.set.header().groups.get(at)),
            aggregate: group.aggregate,
            exponent: group.exponent,
            value,
            unrounded,
            share,
            band: share.and_then(|share| band(rules, share)),
            low: open.then(|| possibility(rules, low)),
            high: open.then(|| possibility(rules, high)),
            present: low.present.and_then(Exact::dec),
            undecided: open || matches!(low.gives, Contribution::Undecided),
            weight: group.weight,
            max_points: most.filter(|_| group.aggregate == Aggregate::SumOfScored).unwrap_or(group.max_points),
            tallies: rules.plan.levels.iter().map(level_tally).collect(),
            children: group.children.iter().map(child).collect(),
        }
    };
    nodes.enumerate().map(result).collect()
}

fn child(child: &ChildRef) -> ChildResult {
    match child {
        ChildRef::Leaf(at) => ChildResult::Criterion(*at),
        ChildRef::Group(at) => ChildResult::Group(*at),
    }
}

fn possibility<'a>(rules: &Rules<'a, '_>, node: &NodeScore<Exact>) -> NodePossibility<'a> {
    let share = node.share().and_then(Exact::dec);
    NodePossibility { value: node.value().and_then(Exact::dec), share, band: share.and_then(|share| band(rules, share)) }
}

/// The highest band whose lower edge the share reaches; the edge belongs to the band.
fn band<'a>(rules: &Rules<'a, '_>, share: Dec) -> Option<&'a ShareBand> {
    rules.scheme.bands.iter().rfind(|band| band.at_least <= share)
}
