//! `goalposts`: a share from 0 at the worst value to 1 at the best.

use super::Judged;
use crate::criteria::Outside;
use crate::finding::{Code, Finding, Place};
use crate::number::{Dec, Number};
use crate::steps::bind::Flags;
use crate::steps::derive::Derived;
use core::cmp::Ordering;

/// share = (x - worst) / (best - worst); the direction follows from the order of the two.
pub(super) fn judge<N: Number>(worst: Dec, best: Dec, outside: Outside, max_points: Dec, derived: &Derived<N>) -> Judged<N> {
    let mut out = Judged::default();
    let Some(x) = derived.value() else { return out };
    let shares = Posts::new(worst, best, N::of(Dec::ONE));
    if shares.leaves_out(x) {
        if outside == Outside::Refuse {
            out.refused = true;
            return out;
        }
        out.flags.set(Flags::CLAMPED);
    }
    let share = shares.at(x);
    out.undecided = share.order(share).is_none();
    out.low.share = Some(share);
    out.low.points = Some(Posts::new(worst, best, N::of(max_points)).at(x));
    out
}

/// The finding on a value that the goalposts refuse.
pub(crate) fn refusal(worst: Dec, best: Dec, value: Dec, criterion: &str, place: Place) -> Finding {
    let finding = Finding::new(Code::CityOutsideGoalposts, place).with("value", value);
    finding.with("worst", worst).with("best", best).with("id", criterion)
}

/// Two goalposts and what the better one gives, made ready for many values.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posts<N: Number> {
    low: N,
    high: N,
    worst: N,
    rise: N::Ratio,
    full: N,
}

impl<N: Number> Posts<N> {
    /// `full`: what the best value gives: 1 for a share, or points.
    pub(crate) fn new(worst: Dec, best: Dec, full: N) -> Self {
        Self::between(N::of(worst), N::of(best), full)
    }

    /// Between figures at hand.
    pub(crate) fn between(worst: N, best: N, full: N) -> Self {
        Self { low: worst.least(best), high: worst.most(best), worst, rise: N::ratio(full, best.sub(worst)), full }
    }

    /// full × (x - worst) / (best - worst), cut to what lies from 0 to full.
    #[inline]
    pub(crate) fn at(&self, x: N) -> N {
        // A value far outside would be too long for a decimal on the way.
        self.cut(x.most(self.low).least(self.high))
    }

    /// The same of any value that the difference can be taken of, in fewer steps.
    #[inline]
    pub(crate) fn cut(&self, x: N) -> N {
        x.sub(self.worst).times(self.rise).most(N::ZERO).least(self.full)
    }

    /// The same, and 0 where there is no value.
    #[cfg(feature = "panel")]
    #[inline]
    pub(crate) fn or_nothing(&self, x: N) -> N {
        N::ZERO.most(x.sub(self.worst).times(self.rise)).least(self.full)
    }

    /// The same of a value that is measured from 0 and never outside.
    #[cfg(feature = "panel")]
    #[inline]
    pub(crate) fn inside(&self, x: N) -> N {
        x.times(self.rise)
    }

    /// Whether cutting changes the value.
    pub(crate) fn leaves_out(&self, x: N) -> bool {
        x.order(self.low) == Some(Ordering::Less) || x.order(self.high) == Some(Ordering::Greater)
    }
}
