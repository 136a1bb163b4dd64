//! Why an outcome is another one.

use super::boundary::BoundaryChange;
use super::moving::CarriedCriterion;
use super::verdict::CarryReason;
use crate::assessment::{CriterionResult, Outcome};
use crate::compare::{Aspect, Change, CriterionDiff};
use crate::text::{Lang, pick};
use alloc::vec::Vec;

/// Why an outcome or a level is another one.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Cause<'a> {
    /// The figures are others, or are missing.
    Data {
        /// Why they did not follow from the edition before; empty for newer figures.
        reasons: Vec<CarryReason>,
    },
    /// The edition asks something else.
    Rule {
        /// Levels whose thresholds ask something else.
        levels: Vec<u32>,
        /// What else of its rules differs.
        changes: Vec<&'a Change>,
        /// True when it is no longer asked at all.
        dropped: bool,
    },
    /// The place itself is another one: a break in series, never a trend.
    Boundary {
        /// What of it differs.
        changes: Vec<BoundaryChange>,
    },
}

impl Cause<'_> {
    /// The stable word of files.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Data { .. } => "data",
            Self::Rule { .. } => "rule",
            Self::Boundary { .. } => "boundary",
        }
    }

    /// The word for people.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &'static str {
        match self {
            Self::Data { .. } => pick(lang, "số liệu", "data"),
            Self::Rule { .. } => pick(lang, "quy tắc", "rule"),
            Self::Boundary { .. } => pick(lang, "địa giới", "boundary"),
        }
    }
}

/// Why the same data come to another outcome of a criterion under the other edition.
pub(super) fn of_edition<'d>(
    pair: &'d CriterionDiff<'_>,
    item: &CarriedCriterion<'_>,
    before: Option<&CriterionResult<'_>>,
    now: Option<&CriterionResult<'_>>,
) -> Vec<Cause<'d>> {
    let Some(now) = now else {
        return Vec::from([Cause::Rule { levels: Vec::new(), changes: Vec::new(), dropped: true }]);
    };
    let mut causes = Vec::new();
    let lost = pair.before.is_none() || (item.has_data() && item.reasons().next().is_some());
    if lost && now.outcome != Outcome::NotApplicable {
        causes.push(Cause::Data { reasons: item.reasons().collect() });
    }
    let levels: Vec<u32> = pair.thresholds.iter().filter(|t| t.asks_differ()).map(|t| t.level).collect();
    let changes: Vec<&Change> = pair.changes.iter().filter(|change| can_matter(change, item)).collect();
    // Where no figure followed, no rule has judged one; but whether it is asked of the place is a rule all the same.
    let is_asked = |c: &CriterionResult<'_>| c.outcome != Outcome::NotApplicable || c.reason.is_some();
    let asked_otherwise = before.is_some_and(|before| is_asked(before) != is_asked(now));
    let judged = pair.before.is_some() && item.verdict.holds() && !(levels.is_empty() && changes.is_empty());
    if judged || asked_otherwise || causes.is_empty() {
        causes.push(Cause::Rule { levels, changes, dropped: false });
    }
    causes
}

/// True for a difference by which the same figures of this place can come to another outcome.
fn can_matter(change: &Change, item: &CarriedCriterion<'_>) -> bool {
    let ends = |ends: &[&str]| ends.iter().any(|end| change.path.ends_with(end));
    match change.aspect {
        Aspect::AppliesTo | Aspect::Direction | Aspect::Method => true,
        Aspect::Data => item.in_parts && ends(&["/parts"]),
        Aspect::Evidence => ends(&["/required", "/plans_count"]) || change.path == "evidence",
        Aspect::Place => ends(&["/weight", "/max_points"]),
        _ => false,
    }
}
