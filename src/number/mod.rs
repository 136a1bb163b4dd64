//! Numbers: decimals as they are written, and the exact arithmetic of official results.

mod dec;
mod exact;
#[cfg(feature = "panel")]
mod fast;
mod rounding;
#[cfg(feature = "panel")]
mod transcendental;

pub(crate) use dec::Digits;
pub use dec::{Dec, DecError};
pub(crate) use exact::{Exact, Number, Poison};
#[cfg(feature = "panel")]
pub(crate) use fast::{ROUNDING_UNIT, shortest};
pub use rounding::{Rounding, RoundingMode};
