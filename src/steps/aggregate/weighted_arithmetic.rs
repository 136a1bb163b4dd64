//! `weighted_arithmetic`: the weighted mean of the children's shares.

use super::weighted::Shares;
use crate::number::{Dec, Number};

/// Σ w·share / Σ w.
pub(super) fn mean<N: Number>(shares: Shares<'_, N>) -> N {
    let mean = shares.fold(Mean::start(N::of(Dec::ZERO)), |mean, (weight, share)| mean.take(weight, weight.mul(share)));
    mean.value(N::of(Dec::ONE))
}

/// The two sums of a weighted mean.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mean<N> {
    /// Σ weight × value of what is present.
    pub(crate) sum: N,
    /// Σ weight of what is present.
    pub(crate) present: N,
}

impl<N: Number> Mean<N> {
    #[inline]
    pub(crate) fn start(zero: N) -> Self {
        Self { sum: zero, present: zero }
    }

    /// Adds a child by its weight and by its value times that weight.
    #[inline]
    pub(crate) fn take(self, weight: N, weighted: N) -> Self {
        Self { sum: self.sum.add(weighted), present: self.present.add(weight) }
    }

    /// Σ weight × value / Σ weight.
    #[inline]
    pub(crate) fn value(self, one: N) -> N {
        self.over(N::ratio(one, self.present))
    }

    /// The same where 1 / Σ weight is known.
    #[inline]
    pub(crate) fn over(self, weights: N::Ratio) -> N {
        self.sum.times(weights)
    }
}
