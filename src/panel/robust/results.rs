//! What an analysis finds of each place.

use super::options::RobustOptions;
use super::tally::Tally;
use crate::panel::rank::Rank;
use crate::panel::scores::PanelLevel;
use alloc::vec::Vec;

/// Where a place ranks over all replications. A quantile is the smallest rank that so many replications do not exceed.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct RankInterval {
    /// 5 of 100 replications are at or before this rank.
    pub low: u32,
    /// The median.
    pub median: u32,
    /// 95 of 100 replications are at or before this rank.
    pub high: u32,
    /// The mean rank.
    pub mean: f64,
}

/// How often a place reaches each level, as parts of all replications.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LevelShares {
    /// By level, from 0 for none.
    pub reached: Vec<f64>,
    /// It depended on how the source is read.
    pub open: f64,
    /// No level was given.
    pub refused: f64,
}

/// What is found of a place.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RobustPlace {
    /// Its row.
    pub row: usize,
    /// Its score by the edition as it is; NaN where the edition defines none.
    pub score: f64,
    /// Its rank by the edition as it is.
    pub rank: Option<Rank>,
    /// Its level by the edition as it is.
    pub level: PanelLevel,
    /// Its ranks over all replications; none without a score.
    pub ranks: Option<RankInterval>,
    /// Mean and standard deviation of its score over all replications; none where it had no score in one of them.
    pub scores: Option<(f64, f64)>,
    /// Its levels over all replications; none without levels.
    pub levels: Option<LevelShares>,
}

/// What an analysis finds, with the options that make it again.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RobustResults {
    /// The options, the seed among them.
    pub options: RobustOptions,
    /// The places, in the order of their rows. They are the ones that are ranked: each has a score where the edition defines one.
    pub places: Vec<RobustPlace>,
    /// Over all replications and places, how far ranks are from those of the edition as it is; 0 without ranks.
    pub mean_shift: f64,
    /// Place after place: counts of ranking at or above.
    pairs: Vec<u32>,
}

impl RobustResults {
    /// The part of all replications in which a place ranks at or above another, by their places in `places`; none unless
    /// [`RobustOptions::with_pairs`] asked for it.
    #[must_use]
    pub fn at_or_above(&self, place: usize, other: usize) -> Option<f64> {
        let count = self.pairs.get(place.checked_mul(self.places.len())?.checked_add(other)?)?;
        (other < self.places.len()).then(|| f64::from(*count) / f64::from(self.options.replications))
    }

    pub(super) fn new(
        options: &RobustOptions,
        mut places: Vec<RobustPlace>,
        tally: Tally,
        levels: usize,
        sums: &[(f64, f64, f64)],
    ) -> Self {
        let count = f64::from(options.replications);
        let part = |count_of: &u32| f64::from(*count_of) / count;
        let units = places.len();
        for (at, place) in places.iter_mut().enumerate() {
            let own = |all: &'_ [u32], width: usize| all.get(at * width..(at + 1) * width).map(<[u32]>::to_vec);
            place.ranks = own(&tally.ranks, units).filter(|ranks| !ranks.is_empty()).map(|ranks| interval(&ranks, options.replications));
            place.scores = sums.get(at).filter(|(_, sum, _)| sum.is_finite()).map(|(usual, sum, square)| {
                let off = sum / count;
                (usual + off, libm::sqrt((square / count - off * off).max(0.0)))
            });
            place.levels = own(&tally.levels, levels + 3).filter(|_| levels > 0).map(|levels_of| LevelShares {
                reached: levels_of.iter().take(levels + 1).map(part).collect(),
                open: levels_of.get(levels + 1).map_or(0.0, part),
                refused: levels_of.get(levels + 2).map_or(0.0, part),
            });
        }
        let mean_shift = if units == 0 { 0.0 } else { tally.shift as f64 / count / units as f64 };
        Self { options: options.clone(), places, mean_shift, pairs: tally.pairs }
    }
}

/// `counts`: how often each rank, from 1.
fn interval(counts: &[u32], replications: u32) -> RankInterval {
    let all = u64::from(replications);
    let quantile = |hundredths: u64| {
        let mut sum = 0u64;
        let at = counts.iter().position(|count| {
            sum += u64::from(*count);
            sum * 100 >= all * hundredths
        });
        at.and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(0)
    };
    let sum: u64 = counts.iter().zip(1u64..).map(|(count, rank)| u64::from(*count) * rank).sum();
    let mean = sum as f64 / all as f64;
    RankInterval { low: quantile(5), median: quantile(50), high: quantile(95), mean }
}

#[cfg(test)]
mod tests {
    use super::interval;

    #[test]
    fn quantiles_by_hand() {
        // 100 replications: 4 times rank 1, once 2, 45 times 3, 45 times 4, 5 times 5.
        let interval = interval(&[4, 1, 45, 45, 5], 100);
        assert_eq!((interval.low, interval.median, interval.high), (2, 3, 4));
        assert!((interval.mean - 3.46).abs() < 1e-12);
    }
}
