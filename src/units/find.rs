//! Units by name.

use super::model::{AdminUnit, Alias, holds};
use super::name::readings;
use super::query::UnitQuery;
use super::registry::{Named, UnitRegistry};
use crate::date::Date;
use alloc::vec::Vec;

/// What a name leads to.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Found<'r> {
    /// One unit.
    One(UnitMatch<'r>),
    /// Several units of that name, by code; nothing is chosen.
    Several(Vec<UnitMatch<'r>>),
    /// None.
    None,
}

impl<'r> Found<'r> {
    /// The units: none, one or several.
    #[must_use]
    pub fn all(&self) -> &[UnitMatch<'r>] {
        match self {
            Self::One(one) => core::slice::from_ref(one),
            Self::Several(all) => all,
            Self::None => &[],
        }
    }
}

/// A unit and how it was found.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct UnitMatch<'r> {
    /// The unit that stands on the day asked for.
    pub unit: &'r AdminUnit,
    /// How the name was recognised.
    pub how: How<'r>,
    /// The unit that had the name before: `unit` is what it became, or is part of.
    pub former: Option<&'r AdminUnit>,
}

/// How a name was recognised.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum How<'r> {
    /// Letter by letter as listed.
    Name,
    /// The same name written otherwise: decomposed letters, the place of the tone, capitals, dashes, spaces, words before it.
    Spelling,
    /// Another name of the unit.
    Alias(&'r Alias),
}

impl UnitRegistry {
    /// The units of that name on the day. When none has it, the units that those became which had it before.
    ///
    /// Letters and tones must agree; see [`search`](Self::search) for text without diacritics. Text longer than any name finds
    /// nothing, at no cost.
    ///
    /// ```
    /// # use dothi::{Date, units::{Found, UnitQuery, UnitRegistry}};
    /// let registry = UnitRegistry::builtin().unwrap();
    /// let query = UnitQuery::on(Date::parse("2026-11-21").unwrap());
    /// assert!(matches!(registry.find("TP. Hồ Chí Minh", &query), Found::One(found) if found.unit.code == "79"));
    /// assert!(matches!(registry.find("Tân Tiến", &query), Found::Several(_)));
    /// assert!(matches!(registry.find("Ha Noi", &query), Found::None));
    /// ```
    #[must_use]
    pub fn find(&self, name: &str, query: &UnitQuery<'_>) -> Found<'_> {
        let called = self.called(name);
        let now = called.iter().filter(|found| query.holds(found.unit) && found.stands(query.on));
        let mut all: Vec<UnitMatch<'_>> = now.copied().collect();
        if all.is_empty() {
            let before = called.iter().filter(|found| found.stood(query.on));
            let became = before.filter_map(|found| {
                let unit = self.part_of(found.unit, query.on).filter(|unit| query.holds(unit))?;
                Some(UnitMatch { unit, former: Some(found.unit).filter(|former| former.at != unit.at), ..*found })
            });
            all = became.collect();
        }
        all.sort_by(|a, b| (&a.unit.code, a.how.rank()).cmp(&(&b.unit.code, b.how.rank())));
        all.dedup_by_key(|found| found.unit.at);
        match all.as_slice() {
            [] => Found::None,
            [one] => Found::One(*one),
            _ => Found::Several(all),
        }
    }

    /// True when the unit has that name, whatever the day.
    pub(super) fn is_called(&self, unit: &AdminUnit, name: &str) -> bool {
        self.called(name).iter().any(|found| found.unit.at == unit.at)
    }

    /// Every unit that has or had the name.
    fn called(&self, name: &str) -> Vec<UnitMatch<'_>> {
        let mut out = Vec::new();
        for reading in readings(name) {
            for named in self.names.get(&reading.key).into_iter().flatten() {
                match *named {
                    Named::Unit(at) => {
                        let unit = self.units.get(at).filter(|unit| reading.admin_type.is_none_or(|said| said == unit.admin_type));
                        out.extend(unit.map(|unit| {
                            let exact = name == unit.name || name == unit.full_name();
                            UnitMatch { unit, how: if exact { How::Name } else { How::Spelling }, former: None }
                        }));
                    }
                    Named::Alias(at, says) => {
                        let Some(alias) = self.aliases.get(at) else { continue };
                        let units = self.versions(&alias.code).filter(|unit| alias.is_of(unit));
                        let fits = |unit: &&AdminUnit| match (reading.admin_type, says) {
                            (said, Some(_)) => said == says,
                            (said, None) => said.is_none_or(|said| said == unit.admin_type),
                        };
                        out.extend(units.filter(fits).map(|unit| UnitMatch { unit, how: How::Alias(alias), former: None }));
                    }
                }
            }
        }
        out
    }
}

impl Alias {
    /// True when the unit stood at some time for which the name holds.
    pub(super) fn is_of(&self, unit: &AdminUnit) -> bool {
        let starts_before_end = self.valid_from.is_none_or(|from| unit.valid_to.is_none_or(|to| from <= to));
        starts_before_end && self.valid_to.is_none_or(|to| unit.valid_from <= to)
    }
}

impl UnitMatch<'_> {
    /// True when the name holds on the day.
    fn stands(&self, on: Date) -> bool {
        match self.how {
            How::Alias(alias) => holds(alias.valid_from, alias.valid_to, on),
            How::Name | How::Spelling => true,
        }
    }

    /// True when the name has held on the day or before.
    fn stood(&self, on: Date) -> bool {
        match self.how {
            How::Alias(alias) => holds(alias.valid_from, None, on),
            How::Name | How::Spelling => true,
        }
    }
}

impl How<'_> {
    fn rank(&self) -> u8 {
        match self {
            Self::Name => 0,
            Self::Spelling => 1,
            Self::Alias(_) => 2,
        }
    }
}
