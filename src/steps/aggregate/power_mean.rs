//! `weighted_geometric`, `weighted_harmonic`, `power_mean`: each is an arithmetic mean of the shares seen through a curve, and seen
//! back. None of them falls when a share rises.

use super::weighted::Shares;
use super::weighted_arithmetic::Mean;
use crate::number::{Dec, Number};
use core::cmp::Ordering;

/// What a share is seen through.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Curve<N> {
    /// ln s: the geometric mean.
    Logarithm,
    /// 1 / s: the harmonic mean.
    Reciprocal,
    /// s to this power, which is not 0.
    Power(N),
}

impl<N: Number> Curve<N> {
    /// A share above 0, measured by `unit`, through the curve.
    #[inline]
    pub(crate) fn bend(self, share: N, unit: N) -> N {
        match self {
            Self::Logarithm => share.ln(),
            Self::Reciprocal => unit.div(share),
            Self::Power(exponent) => share.power(unit, exponent),
        }
    }

    /// The mean of what came through the curve as a share again.
    #[inline]
    pub(crate) fn back(self, mean: N, unit: N) -> N {
        match self {
            Self::Logarithm => mean.exp(),
            Self::Reciprocal => unit.div(mean),
            Self::Power(exponent) => {
                let one = N::of(Dec::ONE);
                unit.mul(mean.power(one, one.div(exponent)))
            }
        }
    }

    /// The mean of shares. Where one of them is 0 the geometric and harmonic means, and power means of a negative exponent, are 0: what
    /// they come close to when a share comes close to 0.
    pub(super) fn mean(self, shares: Shares<'_, N>) -> N {
        let (zero, one) = (N::of(Dec::ZERO), N::of(Dec::ONE));
        let rises = matches!(self, Self::Power(exponent) if exponent.order(zero) == Some(Ordering::Greater));
        if !rises && shares.clone().any(|(_, share)| share.is_zero()) {
            return zero;
        }
        let all = shares.clone().map(|(_, share)| share);
        let unit = match self {
            Self::Logarithm | Self::Reciprocal => one,
            // So that no power is above 1, and the largest is 1.
            Self::Power(_) if rises => all.reduce(N::most).unwrap_or(one),
            Self::Power(_) => all.reduce(N::least).unwrap_or(one),
        };
        if unit.is_zero() {
            return zero;
        }
        let mean = shares.fold(Mean::start(zero), |mean, (weight, share)| mean.take(weight, weight.mul(self.bend(share, unit))));
        self.back(mean.value(one), unit)
    }
}
