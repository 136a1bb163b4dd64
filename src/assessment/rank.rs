//! Ranks among the places at hand; nothing is said of places that are not there.

use crate::number::Dec;
use alloc::vec::Vec;

/// Ranks by score, highest first: 1 + how many scores are greater, so that equal scores share a rank and the next rank is left out.
/// A place without a score has no rank and is not counted.
///
/// ```
/// use dothi::{Dec, ranks};
/// let score = |text| Dec::parse(text).ok();
/// assert_eq!(ranks(&[score("0.7"), None, score("0.8"), score("0.70")]), [Some(2), None, Some(1), Some(2)]);
/// ```
#[must_use]
pub fn ranks(scores: &[Option<Dec>]) -> Vec<Option<u32>> {
    let mut sorted: Vec<Dec> = scores.iter().flatten().copied().collect();
    crate::order::sort_by(&mut sorted, |a, b| b.cmp(a));
    let rank = |score: &Dec| u32::try_from(sorted.partition_point(|other| other > score) + 1).unwrap_or(u32::MAX);
    scores.iter().map(|score| score.as_ref().map(rank)).collect()
}
