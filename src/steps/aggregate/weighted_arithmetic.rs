//! `weighted_arithmetic`: the weighted mean of the children's shares; weight 0 is shown, not counted.

use super::{NodeScore, Part};
use crate::criteria::Scheme;
use crate::number::{Dec, Number};
use crate::steps::missing::Contribution;
use core::cmp::Ordering;

/// share = Σ w·share / Σ w over the children present; value = scale × share.
pub(super) fn aggregate<N: Number>(scheme: &Scheme, parts: &[Part<N>]) -> NodeScore<N> {
    let zero = N::of(Dec::ZERO);
    let (mut sum, mut present, mut all) = (zero, zero, zero);
    let undecided = |present| NodeScore { gives: Contribution::Undecided, present };
    for part in parts {
        match part.gives {
            Contribution::Counted { share, .. } => {
                sum = sum.add(part.weight.mul(share));
                present = present.add(part.weight);
                all = all.add(part.weight);
            }
            Contribution::Out => all = all.add(part.weight),
            Contribution::None => {}
            Contribution::Undecided if part.weight.order(zero) == Some(Ordering::Equal) => {}
            Contribution::Undecided => return undecided(None),
        }
    }
    if all.order(zero) != Some(Ordering::Greater) {
        return NodeScore { gives: Contribution::None, present: None };
    }
    let presence = present.div(all);
    if present.order(zero) != Some(Ordering::Greater) {
        return NodeScore { gives: Contribution::Out, present: Some(presence) };
    }
    let least = scheme.missing.minimum_share.unwrap_or(Dec::ZERO);
    if presence.order(N::of(least)).is_none_or(Ordering::is_lt) {
        // Too little is present: for the parent this node is a missing child like any other.
        return NodeScore { gives: Contribution::Out, present: Some(presence) };
    }
    let share = sum.div(present);
    let value = N::of(scheme.scale).mul(share);
    if value.order(value).is_none() {
        return undecided(Some(presence));
    }
    NodeScore {
        gives: Contribution::Counted { raw: value, value, share, most: N::of(scheme.scale), for_missing: false },
        present: Some(presence),
    }
}
