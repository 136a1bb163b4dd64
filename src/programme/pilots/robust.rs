//! What an analysis of how ranks hold comes to; it is made in `weights`.

use alloc::string::String;
use serde::Serialize;

/// What weights were doubted by, and how far ranks moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PilotRobustness {
    /// The caller's seed.
    pub seed: u64,
    /// How often weights were drawn.
    pub replications: u32,
    /// `weights=dirichlet:50` or `weights=band:25%`.
    pub doubt: String,
    /// How many places a rank moved, on average; three decimals.
    pub mean_shift: String,
}

impl PilotRobustness {
    /// All that makes the same intervals again: `weights=dirichlet:50, seed 7, 10000`.
    #[must_use]
    pub fn text(&self) -> String {
        alloc::format!("{}, seed {}, {}", self.doubt, self.seed, self.replications)
    }
}

/// Where a candidate ranks over all drawn weights. 5 and 95 of 100 draws are at or before `low` and `high`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PilotRanks {
    /// First end.
    pub low: u32,
    /// The median.
    pub median: u32,
    /// Last end.
    pub high: u32,
    /// The mean; three decimals.
    pub mean: String,
}
