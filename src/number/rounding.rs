//! Rounding as an edition declares it.

use rust_decimal::Decimal;
use serde::Serialize;

/// How a value half-way between two neighbours is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RoundingMode {
    /// 0.125 to two digits is 0.13; -0.125 is -0.13.
    HalfUp,
    /// 0.125 to two digits is 0.12, 0.135 is 0.14.
    HalfEven,
    /// 0.129 to two digits is 0.12; towards zero.
    Down,
}

/// Digits after the point and the mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Rounding {
    /// Digits kept after the decimal point.
    pub digits: u32,
    /// What happens half-way.
    pub mode: RoundingMode,
}

/// A power of ten; `None` where 128 bits do not hold it with a sign. Compiled once, as is all that many steps of a module for the web need.
#[inline(never)]
pub(super) fn ten_to(power: u32) -> Option<u128> {
    if power > 38 {
        return None;
    }
    Some((0..power).fold(1, |unit, _| unit * 10))
}

/// A mantissa without its last digits, rounded.
#[inline(never)]
pub(super) fn cut(size: u128, digits: u32, mode: RoundingMode) -> Option<u128> {
    let unit = ten_to(digits)?;
    let kept = size / unit;
    let rest = size - kept * unit;
    let up = match mode {
        RoundingMode::HalfUp => rest >= unit - rest,
        RoundingMode::HalfEven => rest > unit - rest || (rest == unit - rest && kept % 2 == 1),
        RoundingMode::Down => false,
    };
    Some(kept + u128::from(up))
}

/// The number of a sign, a mantissa and a scale.
#[inline(never)]
pub(super) fn signed(negative: bool, mantissa: u128, scale: u32) -> Option<Decimal> {
    let mantissa = i128::try_from(mantissa).ok()?;
    Decimal::try_from_i128_with_scale(if negative { -mantissa } else { mantissa }, scale).ok()
}

/// At most so many digits after the point. What the decimal library gives (a law below), without its six ways of rounding.
pub(crate) fn rounded(number: Decimal, rounding: Rounding) -> Option<Decimal> {
    let Some(digits) = number.scale().checked_sub(rounding.digits) else { return Some(number) };
    signed(number.is_sign_negative(), cut(number.mantissa().unsigned_abs(), digits, rounding.mode)?, rounding.digits)
}

/// The smallest whole number that is not below.
pub(crate) fn ceil(number: Decimal) -> Option<Decimal> {
    let size = number.mantissa().unsigned_abs();
    let down = cut(size, number.scale(), RoundingMode::Down)?;
    let whole = down * ten_to(number.scale())? == size;
    signed(number.is_sign_negative(), down + u128::from(!whole && number.is_sign_positive()), 0)
}

#[cfg(test)]
mod tests {
    use super::{Rounding, RoundingMode, ceil, rounded};
    use rust_decimal::{Decimal, RoundingStrategy};

    proptest::proptest! {
        #[test]
        fn rounding_is_that_of_the_decimal_library(mantissa in 0u128..(1 << 96), short in 0u128..100_000, scale in 0u32..=28, digits in 0u32..=28, negative: bool) {
            for mantissa in [mantissa, short] {
                let signed = i128::try_from(mantissa).unwrap() * if negative { -1 } else { 1 };
                let number = Decimal::from_i128_with_scale(signed, scale);
                let modes = [
                    (RoundingMode::HalfUp, RoundingStrategy::MidpointAwayFromZero),
                    (RoundingMode::HalfEven, RoundingStrategy::MidpointNearestEven),
                    (RoundingMode::Down, RoundingStrategy::ToZero),
                ];
                for (mode, peer) in modes {
                    proptest::prop_assert_eq!(rounded(number, Rounding { digits, mode }), Some(number.round_dp_with_strategy(digits, peer)));
                }
                proptest::prop_assert_eq!(ceil(number), Some(number.ceil()));
            }
        }
    }
}
