//! Rounding as an edition declares it.

use rust_decimal::RoundingStrategy;
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

impl RoundingMode {
    pub(super) fn strategy(self) -> RoundingStrategy {
        match self {
            Self::HalfUp => RoundingStrategy::MidpointAwayFromZero,
            Self::HalfEven => RoundingStrategy::MidpointNearestEven,
            Self::Down => RoundingStrategy::ToZero,
        }
    }
}
