//! Numbers: decimals as they are written, and the exact arithmetic of official results.

mod dec;
mod exact;
mod rounding;

pub use dec::{Dec, DecError};
pub(crate) use exact::{Exact, Number, Poison};
pub use rounding::{Rounding, RoundingMode};
