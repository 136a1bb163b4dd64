//! `weighted_arithmetic`: the weighted mean of the children's shares; weight 0 is shown, not counted.

use super::{NodeScore, Part};
use crate::criteria::Scheme;
use crate::number::{Dec, Number};
use crate::steps::missing::Contribution;
use core::cmp::Ordering;

/// share = Σ w·share / Σ w over the children present; value = scale × share.
pub(super) fn aggregate<N: Number>(scheme: &Scheme, parts: &[Part<N>]) -> NodeScore<N> {
    let zero = N::of(Dec::ZERO);
    let (mut mean, mut all) = (Mean::start(zero), zero);
    let undecided = |present| NodeScore { gives: Contribution::Undecided, present };
    for part in parts {
        match part.gives {
            Contribution::Counted { share, .. } => {
                mean = mean.take(part.weight, part.weight.mul(share));
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
    let presence = mean.present.div(all);
    if mean.present.order(zero) != Some(Ordering::Greater) {
        return NodeScore { gives: Contribution::Out, present: Some(presence) };
    }
    let least = scheme.missing.minimum_share.unwrap_or(Dec::ZERO);
    if presence.order(N::of(least)).is_none_or(Ordering::is_lt) {
        // Too little is present: for the parent this node is a missing child like any other.
        return NodeScore { gives: Contribution::Out, present: Some(presence) };
    }
    let share = mean.value(N::of(Dec::ONE));
    let value = N::of(scheme.scale).mul(share);
    if value.order(value).is_none() {
        return undecided(Some(presence));
    }
    NodeScore {
        gives: Contribution::Counted { raw: value, value, share, most: N::of(scheme.scale), for_missing: false },
        present: Some(presence),
    }
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
