//! Places grouped by level, for editions that define no score.

use super::plan::PanelPlan;
use super::scores::{PanelLevel, Scores};
use alloc::vec::Vec;

/// Places of one level.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LevelGroup {
    /// The level that they have in common.
    pub level: PanelLevel,
    /// Their rows, in administrative order.
    pub rows: Vec<usize>,
}

impl PanelPlan<'_> {
    /// Groups the places of a scored panel by level, the highest first; inside a group in administrative order, that is by `code`.
    /// Nothing says that one place of a group is before another. Empty where the scheme has no levels.
    #[must_use]
    pub fn by_level<'c>(&self, scores: &Scores, code: impl Fn(usize) -> &'c str) -> Vec<LevelGroup> {
        group((0..scores.units()).map(|row| (scores.level(row), row)).collect(), code)
    }
}

pub(super) fn group<'c>(mut places: Vec<(PanelLevel, usize)>, code: impl Fn(usize) -> &'c str) -> Vec<LevelGroup> {
    places.retain(|(level, _)| *level != PanelLevel::None);
    places.sort_by(|(a, x), (b, y)| b.height().cmp(&a.height()).then_with(|| code(*x).cmp(code(*y))).then(x.cmp(y)));
    let groups = places.chunk_by(|(a, _), (b, _)| a == b);
    groups.filter_map(|run| Some(LevelGroup { level: run.first()?.0, rows: run.iter().map(|(_, row)| *row).collect() })).collect()
}

impl PanelLevel {
    /// Levels reached are highest, then what is open, then what is refused.
    pub(super) fn height(self) -> (u8, u32, u32) {
        match self {
            Self::Reached(level) => (2, level, level),
            Self::Between(low, high) => (1, low, high),
            Self::Refused | Self::None => (0, 0, 0),
        }
    }
}
