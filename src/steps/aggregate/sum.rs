//! `sum`: points of the children added up; never an average of averages.

use super::{NodeScore, Part};
use crate::number::{Dec, Number};
use crate::plan::Group;
use crate::steps::missing::Contribution;

/// value = Σ points; share = value / points that can be had.
pub(super) fn aggregate<N: Number>(group: &Group, parts: &[Part<N>]) -> NodeScore<N> {
    let mut sum = N::of(Dec::ZERO);
    for part in parts {
        match part.gives {
            Contribution::Counted { value, .. } => sum = sum.add(value),
            Contribution::None => {}
            Contribution::Out | Contribution::Undecided => return NodeScore { gives: Contribution::Undecided, present: None },
        }
    }
    let value = sum;
    let share = if group.max_points == Dec::ZERO { N::of(Dec::ZERO) } else { value.div(N::of(group.max_points)) };
    let gives = if value.order(value).is_some() && share.order(share).is_some() {
        Contribution::Counted { raw: value, value, share, most: N::of(group.max_points), for_missing: false }
    } else {
        Contribution::Undecided
    };
    NodeScore { gives, present: None }
}
