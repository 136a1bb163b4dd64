//! An assessment of one edition carried to the other.

mod boundary;
mod carried;
mod cause;
mod json;
mod moving;
mod prose;
mod rows;
mod verdict;
mod words;

use super::diff::{EditionDiff, diff};
use crate::assessment::{AssessOptions, Assessment};
use crate::city::CityData;
use crate::criteria::CriteriaSet;
use crate::finding::Findings;
use crate::text::{Lang, pick};
use alloc::vec::Vec;
use core::fmt;

pub use boundary::BoundaryChange;
pub use carried::{Carried, CarryStep, LevelChange, OutcomeChange, Reached};
pub use cause::Cause;
pub use moving::CarriedCriterion;
pub use rows::{CARRY_COLUMNS, CarryRow};
pub use verdict::{CarryReason, Verdict};

/// City data of one edition put under the criteria of another, and what became of each criterion's data.
///
/// Nothing is converted: a figure follows as it is or not at all.
#[derive(Clone, Debug)]
pub struct Carry<'a> {
    diff: EditionDiff<'a>,
    city: &'a CityData,
    newer: Option<&'a CityData>,
    data: CityData,
    criteria: Vec<CarriedCriterion<'a>>,
}

/// Puts city data of the edition `before` under the criteria of the edition `now`, along the crosswalk.
///
/// Figures, documents and claims follow where both editions ask for the same data: same data point, type, unit, inputs and steps, and
/// not merged with other matter. A question that is worded differently is the same only where the crosswalk says `same` or `renamed`.
/// What does not follow is listed with its reasons.
///
/// ```
/// use dothi::{AssessOptions, CityFile, Date};
/// let before = dothi::builtin::load("vn-ssc@2026").unwrap();
/// let now = dothi::builtin::load("vn-ssc@2022").unwrap();
/// let (file, _) = CityFile::from_json(include_bytes!("../../../examples/vi-du.json")).unwrap();
/// let carry = dothi::carry(&before, &now, &file.cities[0]);
/// let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
/// let carried = carry.assess(&options).unwrap();
/// assert_eq!(carried.before().self_assessed().level.reached, Some(1));
/// assert!(carried.changes().iter().all(|change| !change.causes.is_empty()));
/// ```
#[must_use]
pub fn carry<'a>(before: &'a CriteriaSet, now: &'a CriteriaSet, city: &'a CityData) -> Carry<'a> {
    let diff = diff(before, now);
    let (data, criteria) = moving::moved(&diff.criteria, (before, now), city);
    Carry { diff, city, newer: None, data, criteria }
}

impl<'a> Carry<'a> {
    /// Adds newer data of the same place, made for the edition `now`. Whether it is still the same place within the same borders is
    /// looked at, and a place that is not is a break in series.
    #[must_use]
    pub fn with_newer(mut self, newer: &'a CityData) -> Self {
        self.newer = Some(newer);
        self
    }

    /// How the two editions differ.
    #[must_use]
    pub fn diff(&self) -> &EditionDiff<'a> {
        &self.diff
    }

    /// The data under the criteria of the edition `now`.
    #[must_use]
    pub fn data(&self) -> &CityData {
        &self.data
    }

    /// What became of the data of each criterion.
    #[must_use]
    pub fn criteria(&self) -> &[CarriedCriterion<'a>] {
        &self.criteria
    }

    /// What of the place differs in the newer data; empty when nothing does or there are none.
    #[must_use]
    pub fn boundary(&self) -> Vec<BoundaryChange> {
        self.newer.map(|newer| boundary::changes(self.city, newer)).unwrap_or_default()
    }

    /// Judges the data by both editions, and the newer data where there are any, and names every change of outcome with its causes.
    ///
    /// # Errors
    /// The findings of the first data that are refused, and which they are.
    pub fn assess(&self, options: &AssessOptions) -> Result<Carried<'_>, CarryFault> {
        let judged = |side, set: &'a CriteriaSet, city| set.assess(city, options).map_err(|findings| CarryFault { side, findings });
        let before: Assessment<'_> = judged(CarrySide::Before, self.diff.before, self.city)?;
        let now: Assessment<'_> =
            self.diff.now.assess(&self.data, options).map_err(|findings| CarryFault { side: CarrySide::Now, findings })?;
        let newer = self.newer.map(|newer| judged(CarrySide::Newer, self.diff.now, newer)).transpose()?;
        Ok(Carried::new(self, before, now, newer))
    }
}

/// One of the results that stand side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CarrySide {
    /// The data under the edition before.
    Before,
    /// The same data under the edition now.
    Now,
    /// The newer data under the edition now.
    Newer,
}

impl CarrySide {
    /// The stable word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Now => "now",
            Self::Newer => "newer",
        }
    }

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Before => pick(lang, "số liệu theo phiên bản trước", "the data under the edition before"),
            Self::Now => pick(lang, "cùng số liệu, chuyển sang phiên bản này", "the same data, carried to the edition now"),
            Self::Newer => pick(lang, "số liệu mới hơn theo phiên bản này", "newer data under the edition now"),
        }
    }
}

/// Data that an edition refuses.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CarryFault {
    /// Which data.
    pub side: CarrySide,
    /// Why.
    pub findings: Findings,
}

impl fmt::Display for CarryFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:\n{}", self.side.label(Lang::En), self.findings)
    }
}

impl core::error::Error for CarryFault {}
