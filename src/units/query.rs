//! Which units are asked for.

use super::model::AdminUnit;
use crate::criteria::UnitKind;
use crate::date::Date;

/// A day, and optionally the kind of unit and the province it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct UnitQuery<'q> {
    pub(super) on: Date,
    pub(super) kind: Option<UnitKind>,
    pub(super) parent: Option<&'q str>,
}

impl<'q> UnitQuery<'q> {
    /// Units of a day; a month or a year stands for its last day.
    #[must_use]
    pub fn on(date: Date) -> Self {
        Self { on: date, kind: None, parent: None }
    }

    /// Only provinces and centrally-run cities.
    #[must_use]
    pub fn provinces(self) -> Self {
        self.of_kind(UnitKind::Province)
    }

    /// Only communes, wards and special zones.
    #[must_use]
    pub fn communes(self) -> Self {
        self.of_kind(UnitKind::Commune)
    }

    /// Only units of a kind. There are lists of `province` and `commune`; of other kinds nothing is found.
    #[must_use]
    pub fn of_kind(self, kind: UnitKind) -> Self {
        Self { kind: Some(kind), ..self }
    }

    /// Only units of the province of this code.
    #[must_use]
    pub fn within(self, province: &'q str) -> Self {
        Self { parent: Some(province), ..self }
    }

    /// True when a unit is of the kind and the province asked for, on whatever day.
    pub(super) fn fits(&self, unit: &AdminUnit) -> bool {
        self.kind.is_none_or(|kind| kind == unit.kind) && self.parent.is_none_or(|parent| unit.parent.as_deref() == Some(parent))
    }

    pub(super) fn holds(&self, unit: &AdminUnit) -> bool {
        self.fits(unit) && unit.is_valid(self.on)
    }
}
