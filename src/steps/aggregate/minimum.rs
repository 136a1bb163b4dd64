//! `minimum`: the least of the children's shares; weights say only what is present.

use super::weighted::Shares;
use crate::number::{Dec, Number};

/// The least share of the children present.
pub(super) fn least<N: Number>(shares: Shares<'_, N>) -> N {
    shares.map(|(_, share)| share).reduce(N::least).unwrap_or(N::of(Dec::ZERO))
}
