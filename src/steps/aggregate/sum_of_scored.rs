//! `sum_of_scored`: points of what was scored, over the most points that could have been had; never an average of averages.

use super::{NodeScore, Part};
use crate::number::{Dec, Number};
use crate::steps::missing::Contribution;
use core::cmp::Ordering;

/// value = Σ points; share = value / Σ most points. What has no data, no benchmark or does not apply is in neither sum.
pub(super) fn aggregate<N: Number>(parts: &[Part<N>]) -> NodeScore<N> {
    let zero = N::of(Dec::ZERO);
    let (mut value, mut most) = (zero, zero);
    let (mut scored, mut missing) = (false, false);
    let give = |gives| NodeScore { gives, present: None };
    for part in parts {
        match part.gives {
            Contribution::Counted { value: own, most: could, .. } => {
                (value, most) = (value.add(own), most.add(could));
                scored = true;
            }
            Contribution::Out => missing = true,
            Contribution::None => {}
            Contribution::Undecided => return give(Contribution::Undecided),
        }
    }
    if !scored {
        return give(if missing { Contribution::Out } else { Contribution::None });
    }
    let share = if most.order(zero) == Some(Ordering::Equal) { zero } else { value.div(most) };
    if value.order(share).is_none() {
        return give(Contribution::Undecided);
    }
    give(Contribution::Counted { raw: value, value, share, most, for_missing: false })
}
