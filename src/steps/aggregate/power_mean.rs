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

#[cfg(test)]
mod tests {
    use super::Curve;
    use crate::number::{Dec, Exact, Number, Poison};
    use crate::steps::aggregate::Part;
    use crate::steps::aggregate::weighted::Shares;
    use crate::steps::missing::Contribution;
    use alloc::string::ToString;
    use alloc::vec::Vec;

    fn n(text: &str) -> Exact {
        Exact::of(Dec::parse(text).unwrap())
    }

    fn parts(rows: &[(&str, Exact)]) -> Vec<Part<Exact>> {
        let gives = |share| Contribution::Counted { raw: share, value: share, share, most: share, for_missing: false };
        rows.iter().map(|(weight, share)| Part { weight: n(weight), gives: gives(*share) }).collect()
    }

    fn mean(curve: Curve<Exact>, rows: &[(&str, Exact)]) -> Exact {
        curve.mean(Shares::of(&parts(rows)))
    }

    #[test]
    fn short_results_are_short_at_working_precision() {
        for (curve, rows, result) in [
            (Curve::Logarithm, [("1", n("0.04")), ("1", n("0.25"))], "0.1"),
            (Curve::Logarithm, [("2", n("0.001")), ("1", n("1"))], "0.01"),
            (Curve::Reciprocal, [("1", n("0.3")), ("1", n("0.6"))], "0.4"),
            (Curve::Power(n("2")), [("1", n("0.1")), ("1", n("0.7"))], "0.5"),
            (Curve::Power(n("-10")), [("1", n("0.00001")), ("3", n("0.00001"))], "0.00001"),
            (Curve::Power(n("10")), [("1", n("0.00001")), ("3", n("0.00001"))], "0.00001"),
            (Curve::Power(n("0.1")), [("1", Exact::ONE.div(n("3"))), ("3", Exact::ONE.div(n("3")))], "0.333333333333333333333333"),
        ] {
            assert_eq!(mean(curve, &rows).dec().unwrap().to_string(), result, "{curve:?}");
        }
    }

    #[test]
    fn a_share_of_nought_has_a_mean_and_a_negative_one_none() {
        let rows = [("1", n("0")), ("1", n("0.5"))];
        for curve in [Curve::Logarithm, Curve::Reciprocal, Curve::Power(n("-0.1"))] {
            assert!(mean(curve, &rows).is_zero(), "{curve:?}");
        }
        assert_eq!(mean(Curve::Power(n("2")), &[("1", n("0")), ("3", n("0"))]).dec(), Some(Dec::ZERO));
        // Goalposts and points give none; if one came, there would be no value, never a wrong one.
        assert_eq!(mean(Curve::Logarithm, &[("1", n("-0.5")), ("1", n("0.5"))]).poison(), Some(Poison::Overflow));
    }

    proptest::proptest! {
        #[test]
        fn means_keep_their_order_and_rise_with_every_share(
            rows in proptest::collection::vec((1u32..100, 1u32..=10_000), 1..6), more in 1u32..1_000, at in 0usize..6,
        ) {
            let weights: Vec<_> = rows.iter().map(|(weight, _)| weight.to_string()).collect();
            let share = |tenths: u32| Exact::of(Dec::from_count(u64::from(tenths))).div(n("10000"));
            let of = |more: u32| -> Vec<(&str, Exact)> {
                let each = weights.iter().zip(&rows).enumerate();
                each.map(|(i, (weight, (_, own)))| (weight.as_str(), share(own + if i == at { more } else { 0 }))).collect()
            };
            let (low, high) = (of(0), of(more));
            let curves = [Curve::Power(n("-10")), Curve::Reciprocal, Curve::Logarithm, Curve::Power(n("0.5")), Curve::Power(n("2")), Curve::Power(n("10"))];
            let means: Vec<Dec> = curves.iter().map(|curve| mean(*curve, &low).dec().unwrap()).collect();
            proptest::prop_assert!(means.is_sorted(), "{means:?}");
            for curve in curves {
                proptest::prop_assert!(mean(curve, &low).dec() <= mean(curve, &high).dec());
            }
        }
    }
}
