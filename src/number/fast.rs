//! Binary floating point as an instance of [`Number`]: for columns, where speed counts and the exact path is at hand.
//!
//! A value that is not finite stands for poison. Functions beyond the four operations come from `libm`, so that every machine
//! gives the same bits.

use super::dec::Dec;
use super::exact::{Number, Poison};
use super::rounding::{Rounding, RoundingMode};
use super::transcendental;
use alloc::string::ToString;
use core::cmp::Ordering;

/// The largest relative error of one rounding to the nearest.
pub(crate) const ROUNDING_UNIT: f64 = f64::EPSILON / 2.0;

/// How far apart, as a part of the larger one, two numbers may be that would be the same without rounding.
#[cfg(feature = "panel")]
const SAME: f64 = 1e-12;

impl Number for f64 {
    const ZERO: Self = 0.0;
    fn of(dec: Dec) -> Self {
        // The parser of the standard library rounds correctly; every decimal has a finite neighbour.
        dec.to_string().parse().unwrap_or(Self::NAN)
    }
    #[inline]
    fn add(self, other: Self) -> Self {
        self + other
    }
    #[inline]
    fn sub(self, other: Self) -> Self {
        self - other
    }
    #[inline]
    fn mul(self, other: Self) -> Self {
        self * other
    }
    #[inline]
    fn div(self, other: Self) -> Self {
        self / other
    }
    type Ratio = Self;
    fn ratio(numerator: Self, denominator: Self) -> Self {
        numerator / denominator
    }
    #[inline]
    fn times(self, by: Self) -> Self {
        self * by
    }
    #[inline]
    fn order(self, other: Self) -> Option<Ordering> {
        self.partial_cmp(&other)
    }
    #[cfg(feature = "panel")]
    fn same(self, other: Self) -> bool {
        (self - other).abs() <= SAME * self.abs().max(other.abs())
    }
    fn order_quotient(self, divisor: Self, against: Self) -> Option<Ordering> {
        (self / divisor).partial_cmp(&against)
    }
    fn is_zero(self) -> bool {
        self.order(0.0) == Some(Ordering::Equal)
    }
    fn poison(self) -> Option<Poison> {
        (!self.is_finite()).then_some(Poison::Overflow)
    }
    fn dec(self) -> Option<Dec> {
        shortest(self)
    }
    fn fast(self) -> f64 {
        if self.is_finite() { self } else { Self::NAN }
    }
    #[inline]
    fn ln(self) -> Self {
        transcendental::ln(self)
    }
    #[inline]
    fn exp(self) -> Self {
        transcendental::exp(self)
    }
    #[inline]
    fn power(self, unit: Self, exponent: Self) -> Self {
        libm::pow(self / unit, exponent)
    }
    fn settle(self) -> Self {
        self
    }
    fn rounded(self, rounding: Rounding) -> Self {
        let by = libm::pow(10.0, f64::from(rounding.digits));
        let large = self * by;
        let whole = match rounding.mode {
            RoundingMode::HalfUp => libm::round(large),
            RoundingMode::HalfEven => libm::rint(large),
            RoundingMode::Down => libm::trunc(large),
        };
        whole / by
    }
    #[inline]
    fn least(self, other: Self) -> Self {
        if self > other { other } else { self }
    }
    #[inline]
    fn most(self, other: Self) -> Self {
        if self < other { other } else { self }
    }
}

/// The exact decimal that a binary number stands for: the shortest one that reads back as it. `None` when that is no [`Dec`].
pub(crate) fn shortest(x: f64) -> Option<Dec> {
    // A longer text has more digits or decimal places than a decimal keeps.
    (x.is_finite() && (x.is_zero() || (1e-28..1e29).contains(&x.abs()))).then(|| Dec::parse(&x.to_string()).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::shortest;
    use crate::number::{Dec, Exact, Number, Rounding, RoundingMode};
    use alloc::string::ToString;

    #[test]
    fn the_exact_value_is_the_shortest_decimal() {
        for (x, text) in [(0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"), (75.0, "75"), (-0.0, "0"), (1e22, "10000000000000000000000")] {
            assert_eq!(shortest(x).unwrap().to_string(), text);
        }
        for x in [f64::NAN, f64::INFINITY, 1e300, 5e-324, 1.234_567_890_123_456_7e-13] {
            assert_eq!(shortest(x), None, "{x}");
        }
    }

    proptest::proptest! {
        #[test]
        fn reads_back(mantissa in -(1i64 << 53)..(1i64 << 53), scale in 0u32..12) {
            let x = mantissa as f64 / libm::pow(10.0, f64::from(scale));
            proptest::prop_assert_eq!(f64::of(shortest(x).unwrap()).to_bits(), (x + 0.0).to_bits());
        }

        #[test]
        fn rounds_as_decimals_do(mantissa in -10_000_000i64..10_000_000, digits in 0u32..4) {
            // Not half-way: there the two may part, and the exact one is right.
            let x = (mantissa * 10 + 3) as f64 / 1e5;
            for mode in [RoundingMode::HalfUp, RoundingMode::HalfEven, RoundingMode::Down] {
                let rounding = Rounding { digits, mode };
                let exact = Exact::of(shortest(x).unwrap()).rounded(rounding).dec().unwrap();
                proptest::prop_assert!((x.rounded(rounding) - f64::of(exact)).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn a_value_that_is_not_there_is_carried() {
        assert!(f64::NAN.most(0.0).least(1.0).is_nan());
        assert!(Dec::parse("0").map(|zero| 1.0.div(f64::of(zero))).unwrap().poison().is_some());
    }
}
