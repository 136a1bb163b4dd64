//! Values beside those of a base year. Change is shown, never judged; only where the source itself says which way is better is it
//! counted whether a value improved.

use super::breaks::{self, Borders};
use super::split::DIGITS;
use crate::criteria::{Direction, DirectionBasis};
use crate::date::Date;
use crate::number::{Dec, Exact, Number};
use crate::panel::PanelSnapshot;
use crate::panel::places::Judged;
use alloc::string::String;
use alloc::vec::Vec;

/// A criterion's value beside that of the base year.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BaseChange {
    /// Id of the criterion.
    pub criterion: String,
    /// The base year of the scheme.
    pub base_year: Date,
    /// The period compared with it.
    pub period: Date,
    /// Value of the base year.
    pub base_value: Option<Dec>,
    /// Value of the period.
    pub value: Option<Dec>,
    /// `value - base_value`; none where one is missing, and across other borders.
    pub difference: Option<Dec>,
    /// The difference in percent of a base value above zero, 18 decimals.
    pub percent: Option<Dec>,
    /// The better direction, if any is stated or inferred.
    pub direction: Direction,
    /// The direction is the encoders' inference: shown, never judged.
    pub inferred: bool,
    /// Whether the value improved; only where the source states the direction and the value changed.
    pub improved: Option<bool>,
    /// The place has other borders than in the base year.
    pub broken: bool,
}

/// How many of the values that changed in a stated direction improved: (improved, counted). None where no direction is stated.
#[must_use]
pub fn improved_of(changes: &[BaseChange], period: Date) -> Option<(usize, usize)> {
    let judged: Vec<bool> = changes.iter().filter(|change| change.period == period).filter_map(|change| change.improved).collect();
    (!judged.is_empty()).then(|| (judged.iter().filter(|improved| **improved).count(), judged.len()))
}

pub(super) fn of(borders: &Borders<'_>, judged: &Judged<'_>) -> Vec<BaseChange> {
    let (Some(with), Some(period)) = (&judged.assessment.scheme().compare_with, judged.snapshot.period) else { return Vec::new() };
    if period.first_day() <= with.year.first_day() {
        return Vec::new();
    }
    let base = PanelSnapshot { period: Some(with.year), ..judged.snapshot.clone() };
    let broken = !breaks::between(borders, &base, judged.snapshot).is_empty();
    let criteria = &judged.assessment.self_assessed().criteria;
    let one = |c: &crate::assessment::CriterionResult<'_>| {
        let change = c.change?;
        let difference = change.difference.filter(|_| !broken);
        let inferred = c.criterion.direction_basis == Some(DirectionBasis::Inferred);
        let rises = difference.filter(|difference| *difference != Dec::ZERO).map(|difference| difference > Dec::ZERO);
        let improved = rises.filter(|_| !inferred).and_then(|rises| match c.criterion.direction {
            Direction::More => Some(rises),
            Direction::Less => Some(!rises),
            Direction::None => None,
        });
        let hundred = Exact::count(100);
        let percent = difference.zip(change.base_value.filter(|base| *base > Dec::ZERO));
        Some(BaseChange {
            criterion: c.criterion.id.clone(),
            base_year: with.year,
            period,
            base_value: change.base_value,
            value: c.value,
            difference,
            percent: percent.and_then(|(d, base)| Exact::of(d).mul(hundred).div(Exact::of(base)).rounded(DIGITS).dec()),
            direction: c.criterion.direction,
            inferred,
            improved,
            broken,
        })
    };
    criteria.iter().filter_map(one).collect()
}
