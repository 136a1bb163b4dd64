//! `goalposts`: a share from 0 at the worst value to 1 at the best.

use super::Judged;
use crate::criteria::Outside;
use crate::number::{Dec, Number};
use crate::steps::bind::Flags;
use crate::steps::derive::Derived;
use core::cmp::Ordering;

/// share = (x - worst) / (best - worst); the direction follows from the order of the two.
pub(super) fn judge<N: Number>(worst: Dec, best: Dec, outside: Outside, max_points: Dec, derived: &Derived<N>) -> Judged<N> {
    let mut out = Judged::default();
    let Some(value) = derived.value() else { return out };
    let (x, clamped) = clamp(worst, best, value);
    if clamped && outside == Outside::Refuse {
        out.refused = true;
        return out;
    }
    if clamped {
        out.flags.set(Flags::CLAMPED);
    }
    let share = scaled(worst, best, N::of(Dec::ONE), x);
    out.undecided = share.order(share).is_none();
    out.low.share = Some(share);
    out.low.points = Some(scaled(worst, best, N::of(max_points), x));
    out
}

/// full × (x - worst) / (best - worst), multiplied before dividing.
pub(crate) fn scaled<N: Number>(worst: Dec, best: Dec, full: N, x: N) -> N {
    let span = N::of(best).sub(N::of(worst));
    full.mul(x.sub(N::of(worst))).div(span)
}

/// The value cut to the goalposts, and whether that changed it.
pub(crate) fn clamp<N: Number>(worst: Dec, best: Dec, x: N) -> (N, bool) {
    let (low, high) = (N::of(worst.min(best)), N::of(worst.max(best)));
    if x.order(low) == Some(Ordering::Less) {
        (low, true)
    } else if x.order(high) == Some(Ordering::Greater) {
        (high, true)
    } else {
        (x, false)
    }
}
