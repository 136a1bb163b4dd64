//! The shortest view: level, score, how many criteria came to what.

use super::{Assessment, Outcome, View};
use alloc::vec::Vec;

/// Level, score and outcomes counted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// Highest level reached, 0 = none; absent when refused, when the source leaves it open or when there are no levels.
    pub level: Option<u32>,
    /// The lowest and the highest level that the source allows, where they differ.
    pub level_range: Option<super::LevelRange>,
    /// How many levels there are.
    pub levels: u32,
    /// The score, rounded as the edition says.
    pub score: Option<crate::number::Dec>,
    /// The lowest and the highest score that the source allows, where they differ.
    pub score_range: Option<super::ScoreRange>,
    /// Criteria by outcome, in the order of [`Outcome::ALL`], those that occur.
    pub outcomes: Vec<(Outcome, u32)>,
    /// Criteria for which one unit more or less would change an outcome.
    pub fragile: u32,
}

impl View<'_> {
    /// The shortest view of this result.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let of = |outcome: Outcome| count(self.criteria.iter().filter(|c| c.outcome == outcome).count());
        Summary {
            level: self.level.reached,
            level_range: self.level.undecided,
            levels: self.level.of,
            score: self.score.map(|s| s.value),
            score_range: self.score_range,
            outcomes: Outcome::ALL.iter().map(|o| (*o, of(*o))).filter(|(_, n)| *n > 0).collect(),
            fragile: count(self.criteria.iter().filter(|c| c.fragile).count()),
        }
    }
}

impl Assessment<'_> {
    /// The self-assessed summary.
    #[must_use]
    pub fn summary(&self) -> Summary {
        self.self_assessed.summary()
    }
}
