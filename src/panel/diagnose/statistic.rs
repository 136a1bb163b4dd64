//! A figure that is finite, or absent with a reason.

use crate::text::{Lang, pick};

/// Why a statistic has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Absence {
    /// Fewer places with the figures than the statistic needs.
    TooFewPlaces,
    /// All figures are the same.
    Constant,
    /// Fewer parts than the statistic needs.
    TooFewParts,
    /// The scheme gives the node no value.
    NoValue,
    /// The index is not a weighted sum of the indicators.
    NotAdditive,
    /// The parts are figures of different units.
    OtherUnits,
    /// More places than are compared with each other.
    TooManyPlaces,
    /// The iteration did not end.
    NotSolved,
}

impl Absence {
    /// The word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TooFewPlaces => "too_few_places",
            Self::Constant => "constant",
            Self::TooFewParts => "too_few_parts",
            Self::NoValue => "no_value",
            Self::NotAdditive => "not_additive",
            Self::OtherUnits => "other_units",
            Self::TooManyPlaces => "too_many_places",
            Self::NotSolved => "not_solved",
        }
    }

    /// In words.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::TooFewPlaces => pick(lang, "quá ít đơn vị có đủ số liệu", "too few units have the figures"),
            Self::Constant => pick(lang, "mọi đơn vị có cùng giá trị", "all units have the same value"),
            Self::TooFewParts => pick(lang, "quá ít thành phần", "too few parts"),
            Self::NoValue => pick(lang, "cách đánh giá không cho giá trị ở nút này", "the scheme gives this node no value"),
            Self::NotAdditive => {
                pick(lang, "chỉ số không phải tổng có trọng số của các tiêu chí", "the index is no weighted sum of the indicators")
            }
            Self::OtherUnits => pick(lang, "các thành phần có đơn vị đo khác nhau", "the parts are measured in different units"),
            Self::TooManyPlaces => pick(lang, "quá nhiều đơn vị để so từng cặp", "too many units to compare pair by pair"),
            Self::NotSolved => pick(lang, "phép lặp không hội tụ", "the iteration did not converge"),
        }
    }
}

/// A finite figure with the number of places it is of, or the reason why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Statistic {
    /// Places whose figures it is made of.
    pub places: usize,
    value: Result<f64, Absence>,
}

impl Statistic {
    pub(super) fn new(places: usize, value: Result<f64, Absence>) -> Self {
        // A figure beyond floating point is no figure.
        let value = value.and_then(|x| if x.is_finite() { Ok(x) } else { Err(Absence::NotSolved) });
        Self { places, value }
    }

    pub(super) fn absent(places: usize, why: Absence) -> Self {
        Self { places, value: Err(why) }
    }

    /// The figure, always finite.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        self.value.ok()
    }

    /// Why there is none.
    #[must_use]
    pub fn absence(&self) -> Option<Absence> {
        self.value.err()
    }
}

/// Fewer places than this always correlate perfectly, or not at all.
pub(super) const LEAST: usize = 3;

/// Rounding of computed values that are equal: relative, of the largest.
const SAME: f64 = 16.0 * f64::EPSILON;

/// Deviations from the mean as parts of the largest absolute value; the reason where all values are the same.
pub(super) struct Centred {
    pub(super) deviations: alloc::vec::Vec<f64>,
    /// What the deviations are parts of.
    pub(super) unit: f64,
    pub(super) mean: f64,
    pub(super) least: f64,
    pub(super) most: f64,
}

impl Centred {
    /// Of finite values. Dividing by the largest first keeps squares and sums within floating point.
    pub(super) fn of(values: &[f64]) -> Result<Self, Absence> {
        let unit = values.iter().fold(0.0f64, |most, x| most.max(x.abs()));
        let unit = if unit > 0.0 { unit } else { 1.0 };
        let mut deviations: alloc::vec::Vec<f64> = values.iter().map(|x| x / unit).collect();
        let least = deviations.iter().copied().fold(f64::INFINITY, f64::min);
        let most = deviations.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if deviations.len() < LEAST {
            return Err(Absence::TooFewPlaces);
        }
        let mean = deviations.iter().sum::<f64>() / deviations.len() as f64;
        // Nothing but rounding lies between values that are the same.
        if most - least <= SAME {
            return Err(Absence::Constant);
        }
        deviations.iter_mut().for_each(|x| *x -= mean);
        Ok(Self { deviations, unit, mean: mean * unit, least: least * unit, most: most * unit })
    }

    /// Sum of the squares of the deviations.
    pub(super) fn squares(&self) -> f64 {
        self.deviations.iter().map(|x| x * x).sum()
    }

    /// Standard deviation of a sample (n - 1).
    pub(super) fn deviation(&self) -> f64 {
        let free = self.deviations.len().saturating_sub(1).max(1) as f64;
        libm::sqrt(self.squares() / free) * self.unit
    }
}
