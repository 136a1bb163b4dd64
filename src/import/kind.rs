//! Kinds of criteria and what each asks of the tables.

use super::cell::choice;
use super::table::Line;
use crate::criteria::Role;
use serde::Serialize;

/// Column `kind` of `criteria.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    Boolean,
    Ratio,
    Quantity,
    Count,
    Ordinal,
    Survey,
    Monitor,
}

/// What a place enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Boolean,
    Ordinal,
    /// A number.
    Value,
    /// A numerator and a denominator.
    Ratio,
}

impl Kind {
    pub(super) const ALL: &'static [Self] =
        &[Self::Boolean, Self::Ratio, Self::Quantity, Self::Count, Self::Ordinal, Self::Survey, Self::Monitor];

    /// Kind and shape of a line of `criteria.csv`, without a word when the kind is not one.
    pub(super) fn of(line: Line<'_>) -> Option<(Self, Shape)> {
        let kind = choice(line.raw("kind"), Self::ALL)?;
        let shape = match kind {
            Self::Boolean => Shape::Boolean,
            Self::Ordinal => Shape::Ordinal,
            Self::Ratio | Self::Survey => Shape::Ratio,
            Self::Monitor if line.has("numerator") || line.has("denominator") => Shape::Ratio,
            Self::Quantity | Self::Count | Self::Monitor => Shape::Value,
        };
        Some((kind, shape))
    }
}

impl Shape {
    /// The inputs it takes from `inputs.csv`; yes/no and steps follow from the criterion alone.
    pub(super) fn inputs(self) -> &'static [Role] {
        match self {
            Self::Boolean | Self::Ordinal => &[],
            Self::Value => &[Role::Value],
            Self::Ratio => &[Role::Numerator, Role::Denominator],
        }
    }
}
