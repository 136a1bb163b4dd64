//! The arithmetic of the method's steps.
//!
//! The steps are written once over [`Number`]. [`Exact`] is the instance of official results: decimal, checked, overflow
//! carried as poison, so that a step never panics and a result never lies.

use super::dec::Dec;
use super::rounding::{Rounding, RoundingMode, ceil, cut, rounded, signed, ten_to};
use core::cmp::Ordering;
use rust_decimal::{Decimal, MathematicalOps};

/// Significant digits of the working precision.
const WORKING_DIGITS: u32 = 24;

/// e to this power is less than half of the last place.
const LEAST_EXPONENT: Decimal = Decimal::from_parts(66, 0, 0, true, 0);

/// A mantissa below this has no more than the working digits.
const SHORT: u128 = 10u128.pow(WORKING_DIGITS);

/// Why a number has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Poison {
    Overflow,
    ZeroDivision,
}

/// What a step needs of a number.
pub(crate) trait Number: Copy {
    const ZERO: Self;
    /// The number of an exact decimal.
    fn of(dec: Dec) -> Self;
    fn add(self, other: Self) -> Self;
    fn sub(self, other: Self) -> Self;
    fn mul(self, other: Self) -> Self;
    /// Division; by zero it gives no value.
    fn div(self, other: Self) -> Self;
    /// What [`Number::times`] multiplies by: `numerator / denominator`, made once for many values.
    type Ratio: Copy;
    fn ratio(numerator: Self, denominator: Self) -> Self::Ratio;
    /// Multiplied by the numerator, then divided by the denominator; a fast number may have both in one factor.
    fn times(self, by: Self::Ratio) -> Self;
    /// Order at working precision, `None` when either side has no value.
    fn order(self, other: Self) -> Option<Ordering>;
    /// Whether two numbers are the same as far as these numbers can tell after a few operations.
    #[cfg(feature = "panel")]
    fn same(self, other: Self) -> bool {
        self.order(other) == Some(Ordering::Equal)
    }
    /// Orders `self / divisor` against `against`.
    fn order_quotient(self, divisor: Self, against: Self) -> Option<Ordering>;
    fn is_zero(self) -> bool;
    /// Why there is no value, if there is none.
    fn poison(self) -> Option<Poison>;
    /// The decimal to show, at working precision; `None` for poison.
    fn dec(self) -> Option<Dec>;
    /// The nearest binary number; not a number for poison.
    #[cfg(feature = "panel")]
    fn fast(self) -> f64 {
        self.dec().map_or(f64::NAN, f64::of)
    }
    /// Natural logarithm of a number above 0; else no value.
    fn ln(self) -> Self;
    /// e to this power.
    fn exp(self) -> Self;
    /// `self / unit` to a power that is not 0, of numbers above 0, or of 0 to a power above 0.
    fn power(self, unit: Self, exponent: Self) -> Self;
    /// Rounds to the working precision. Values go from step to step unrounded; only where one is compared, ranked, rounded or
    /// shown is it settled. (Settled earlier, three thirds of ten points would add up to less than ten.)
    fn settle(self) -> Self;
    /// Rounds as an edition declares.
    fn rounded(self, rounding: Rounding) -> Self;
    /// The smaller of two.
    fn least(self, other: Self) -> Self {
        if self.order(other) == Some(Ordering::Greater) { other } else { self }
    }
    /// The larger of two.
    fn most(self, other: Self) -> Self {
        if self.order(other) == Some(Ordering::Less) { other } else { self }
    }
}

/// A decimal result, or poison after an overflow or a division by zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exact(Result<Decimal, Poison>);

impl Exact {
    pub(crate) const ZERO: Self = Self(Ok(Decimal::ZERO));
    pub(crate) const ONE: Self = Self(Ok(Decimal::ONE));

    pub(crate) fn count(n: usize) -> Self {
        Self(Ok(Decimal::from(n)))
    }

    /// Applies a decimal function that may overflow.
    pub(crate) fn map(self, f: impl FnOnce(Decimal) -> Option<Decimal>) -> Self {
        Self(self.0.and_then(|d| f(d).ok_or(Poison::Overflow)))
    }

    /// The decimal with every digit, not settled.
    pub(crate) fn kept(self) -> Option<Dec> {
        self.0.ok().map(Dec::from)
    }

    /// Rounded as it is, with more digits than the working precision has.
    pub(crate) fn unsettled(self, rounding: Rounding) -> Self {
        self.map(|d| rounded(d, rounding))
    }

    /// The smallest whole number that is not below.
    pub(crate) fn ceil(self) -> Self {
        self.map(ceil)
    }

    /// Square root of a number that is not negative, by Newton's steps: from above each is nearer, until the working precision sees no
    /// difference.
    pub(crate) fn sqrt(self) -> Self {
        if self.0.is_ok_and(|d| d.is_sign_negative() && !d.is_zero()) {
            return Self(Err(Poison::Overflow));
        }
        let two = Self::ONE.add(Self::ONE);
        let mut root = self.most(Self::ONE);
        loop {
            let next = root.add(self.div(root)).div(two);
            if next.order(root) != Some(Ordering::Less) {
                return if self.is_zero() { self } else { next };
            }
            root = next;
        }
    }

    fn zip(self, other: Self, f: impl FnOnce(Decimal, Decimal) -> Option<Decimal>) -> Self {
        Self(self.0.and_then(|a| other.0.and_then(|b| f(a, b).ok_or(Poison::Overflow))))
    }
}

/// Orders x / y against t in 128 bits, for the short decimals nearly all data are; `None` where that is not enough.
fn short_order(x: Decimal, y: Decimal, t: Decimal) -> Option<Ordering> {
    if y <= Decimal::ZERO {
        return None;
    }
    let product = y.mantissa().checked_mul(t.mantissa())?;
    let (mine, other) = (x.scale(), y.scale() + t.scale());
    let grown = |mantissa: i128, by: u32| mantissa.checked_mul(ten_to(by)?.try_into().ok()?);
    if mine >= other {
        Some(x.mantissa().cmp(&grown(product, mine - other)?))
    } else {
        Some(grown(x.mantissa(), other - mine)?.cmp(&product))
    }
}

/// Half-even to the working digits. The decimal library's own rounding to significant digits gives the same (a test compares
/// them) at many times the cost.
fn settled(d: Decimal) -> Option<Decimal> {
    let size = d.mantissa().unsigned_abs();
    // Multiplied, not divided: dividing 128 bits takes long.
    let (mut digits, mut longer) = (0, SHORT);
    while size >= longer {
        digits += 1;
        longer *= 10;
    }
    let kept = cut(size, digits, RoundingMode::HalfEven)?;
    match d.scale().checked_sub(digits) {
        Some(scale) => signed(d.is_sign_negative(), kept, scale),
        None => signed(d.is_sign_negative(), kept.checked_mul(ten_to(digits - d.scale())?)?, 0),
    }
}

/// The product when no digit is lost.
fn exact_product(a: Decimal, b: Decimal) -> Option<Decimal> {
    let mantissa = a.mantissa().checked_mul(b.mantissa())?;
    Decimal::try_from_i128_with_scale(mantissa, a.scale() + b.scale()).ok()
}

impl Number for Exact {
    const ZERO: Self = Self::ZERO;
    fn of(dec: Dec) -> Self {
        Self(Ok(dec.value()))
    }
    fn add(self, other: Self) -> Self {
        self.zip(other, Decimal::checked_add)
    }
    fn sub(self, other: Self) -> Self {
        self.add(Self(other.0.map(|d| -d)))
    }
    fn mul(self, other: Self) -> Self {
        self.zip(other, Decimal::checked_mul)
    }
    fn div(self, other: Self) -> Self {
        if self.0.is_ok() && other.0 == Ok(Decimal::ZERO) {
            return Self(Err(Poison::ZeroDivision));
        }
        self.zip(other, Decimal::checked_div)
    }
    type Ratio = (Self, Self);
    fn ratio(numerator: Self, denominator: Self) -> Self::Ratio {
        (numerator, denominator)
    }
    fn times(self, (numerator, denominator): Self::Ratio) -> Self {
        numerator.mul(self).div(denominator)
    }
    fn order(self, other: Self) -> Option<Ordering> {
        Some(self.settle().0.ok()?.cmp(&other.settle().0.ok()?))
    }
    /// Exact, without dividing, as long as the product keeps at most 28 digits; beyond that at working precision.
    fn order_quotient(self, divisor: Self, against: Self) -> Option<Ordering> {
        let (x, y, t) = (self.0.ok()?, divisor.0.ok()?, against.0.ok()?);
        if let Some(order) = short_order(x, y, t) {
            return Some(order);
        }
        match exact_product(y, t) {
            Some(product) if y > Decimal::ZERO => Some(x.cmp(&product)),
            _ => self.div(divisor).order(against),
        }
    }
    fn ln(self) -> Self {
        self.map(|d| d.checked_ln())
    }
    fn exp(self) -> Self {
        // Below this nothing is left in 28 places.
        self.map(|d| if d < LEAST_EXPONENT { Some(Decimal::ZERO) } else { d.checked_exp() })
    }
    fn power(self, unit: Self, exponent: Self) -> Self {
        if self.is_zero() { self } else { self.ln().sub(unit.ln()).mul(exponent).exp() }
    }
    fn settle(self) -> Self {
        // Most values are far shorter than the working precision.
        if self.0.is_ok_and(|d| d.mantissa().unsigned_abs() < SHORT) {
            return self;
        }
        self.map(settled)
    }
    fn is_zero(self) -> bool {
        self.0.is_ok_and(|d| d.is_zero())
    }
    fn poison(self) -> Option<Poison> {
        self.0.err()
    }
    fn dec(self) -> Option<Dec> {
        self.settle().0.ok().map(Dec::from)
    }
    fn rounded(self, rounding: Rounding) -> Self {
        self.settle().unsettled(rounding)
    }
}

#[cfg(test)]
mod tests {
    use super::{Exact, Number, Poison, Rounding, RoundingMode};
    use crate::number::Dec;
    use core::cmp::Ordering;
    use rust_decimal::{Decimal, MathematicalOps, RoundingStrategy};

    fn n(text: &str) -> Exact {
        Exact::of(Dec::parse(text).unwrap())
    }

    #[test]
    fn three_thirds_are_one() {
        let third = Exact::ONE.div(n("3")).settle();
        assert_eq!(third.dec(), Dec::parse("0.333333333333333333333333").ok());
        let sum = n("25").div(n("3")).add(n("50").div(n("3"))).settle();
        assert_eq!(sum.dec(), Dec::parse("25").ok());
    }

    #[test]
    fn quotients_are_compared_without_dividing() {
        assert_eq!(n("1").order_quotient(n("3"), n("0.3333333333333333333333333333")), Some(Ordering::Greater));
        assert_eq!(n("75").order_quotient(n("100"), n("0.75")), Some(Ordering::Equal));
        let huge = n("9999999999999999999999999999");
        // Beyond 28 digits both sides are taken at working precision.
        assert_eq!(huge.order_quotient(huge, n("1.000000000000000000000000001")), Some(Ordering::Equal));
        assert_eq!(huge.order_quotient(huge, n("1.00000000000000000000001")), Some(Ordering::Less));
    }

    proptest::proptest! {
        #[test]
        fn settling_is_rounding_to_significant_digits(mantissa in 0u128..(1 << 96), scale in 0u32..=28, negative: bool) {
            let signed = i128::try_from(mantissa).unwrap() * if negative { -1 } else { 1 };
            let number = Decimal::from_i128_with_scale(signed, scale);
            let peer = number.round_sf_with_strategy(super::WORKING_DIGITS, RoundingStrategy::MidpointNearestEven);
            proptest::prop_assert_eq!(Exact(Ok(number)).settle().0.ok(), peer);
        }
    }

    proptest::proptest! {
        #[test]
        fn the_root_is_that_of_the_decimal_library(mantissa in 0i128..(1 << 96), short in 0i128..1_000_000, scale in 0u32..=28) {
            for mantissa in [mantissa, short] {
                let number = Decimal::from_i128_with_scale(mantissa, scale);
                let (own, peer) = (Exact(Ok(number)).sqrt(), Exact(number.sqrt().ok_or(Poison::Overflow)));
                let twelve = |x: Exact| x.rounded(Rounding { digits: 12, mode: RoundingMode::HalfEven }).dec();
                proptest::prop_assert_eq!(twelve(own), twelve(peer));
            }
        }
    }

    #[test]
    fn overflow_and_division_by_zero_are_poison() {
        let huge = n("9999999999999999999999999999");
        assert_eq!(huge.mul(huge).add(Exact::ONE).poison(), Some(Poison::Overflow));
        assert_eq!(Exact::ONE.div(Exact::ZERO).add(Exact::ONE).settle().poison(), Some(Poison::ZeroDivision));
        assert_eq!(huge.mul(huge).order(Exact::ONE), None);
    }
}
