//! The lists together, by code and by day.

use super::lists;
use super::model::{AdminType, AdminUnit, Alias, AliasKind, ListSource, SuccessionKind, holds};
use super::query::UnitQuery;
use crate::assessment::Mark;
use crate::criteria::{Confidence, UnitKind};
use crate::date::Date;
use crate::finding::Findings;
use crate::text::Text;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

/// Units with the dates they hold for, their successors and their other names. See the [module](super) for an example.
#[derive(Clone, Debug, Default)]
pub struct UnitRegistry {
    pub(super) units: Vec<AdminUnit>,
    pub(super) aliases: Vec<Alias>,
    pub(super) successions: Vec<Step>,
    pub(super) sources: Vec<ListSource>,
    /// Places in `units` by code.
    pub(super) codes: BTreeMap<String, Vec<usize>>,
    /// Places in `units` by the code of the draft.
    pub(super) drafts: BTreeMap<String, Vec<usize>>,
    /// Whose name a key is.
    pub(super) names: BTreeMap<String, Vec<Named>>,
    /// What is searched, in the order of `units`.
    pub(super) searched: Vec<super::search::Searched>,
}

/// Who has a name.
#[derive(Clone, Copy, Debug)]
pub(super) enum Named {
    /// The unit at this place, by the name it is listed with.
    Unit(usize),
    /// The alias at this place; what it says before its name, if anything.
    Alias(usize, Option<super::model::AdminType>),
}

/// A line of the table of successors, by places in `units`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) kind: SuccessionKind,
    pub(super) date: Date,
}

/// What a unit became.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Succession<'r> {
    /// The unit before.
    pub former: &'r AdminUnit,
    /// The unit after.
    pub unit: &'r AdminUnit,
    /// Whether others were merged in.
    pub kind: SuccessionKind,
    /// First day of the unit after.
    pub date: Date,
}

impl UnitRegistry {
    /// The registry of the embedded tables; communes only with feature `communes`. It is read anew each time: keep it.
    ///
    /// # Errors
    /// None in a published version: a test reads the tables. The type is that of [`UnitRegistry::from_tables`].
    pub fn builtin() -> Result<Self, Findings> {
        let tables: Vec<(&str, &[u8])> = lists::TABLES.iter().chain(lists::COMMUNES).copied().collect();
        Self::from_tables(&tables)
    }

    /// The unit that has the code on the day. Codes of provinces have two digits, codes of communes five.
    ///
    /// ```
    /// # use dothi::{Date, units::UnitRegistry};
    /// let registry = UnitRegistry::builtin().unwrap();
    /// let name = |date| registry.code("15", Date::parse(date).unwrap()).map(|unit| unit.name.as_str());
    /// assert_eq!((name("2024-12-31"), name("2025-07-01")), (Some("Yên Bái"), Some("Lào Cai")));
    /// ```
    #[must_use]
    pub fn code(&self, code: &str, on: Date) -> Option<&AdminUnit> {
        self.versions(code).find(|unit| unit.is_valid(on))
    }

    /// Every unit that ever had the code, oldest first.
    pub fn versions(&self, code: &str) -> impl Iterator<Item = &AdminUnit> {
        self.codes.get(code).into_iter().flatten().filter_map(|at| self.units.get(*at))
    }

    /// The name in law of a unit on a day, with what it is called before it: that of a list that was right for most of its time is put right by
    /// the other names that held then.
    ///
    /// ```
    /// # use dothi::{Date, units::UnitRegistry};
    /// let registry = UnitRegistry::builtin().unwrap();
    /// let name = |date| registry.code("46", Date::parse(date).unwrap()).map(|unit| registry.name_on(unit, Date::parse(date).unwrap()));
    /// assert_eq!(name("2022-05-30").unwrap(), "Tỉnh Thừa Thiên Huế");
    /// assert_eq!(name("2025-01-01").unwrap(), "Thành phố Huế");
    /// ```
    #[must_use]
    pub fn name_on(&self, unit: &AdminUnit, on: Date) -> String {
        let was = |alias: &&Alias| alias.code == unit.code && alias.kind == AliasKind::FormerName && alias.valid_to.is_some();
        let held = self.aliases.iter().filter(was).filter(|alias| holds(alias.valid_from, alias.valid_to, on) && unit.is_valid(on));
        let with_type = |alias: &&Alias| AdminType::BEFORE.iter().any(|(_, before)| alias.name.starts_with(before));
        held.filter(with_type).map(|alias| alias.name.clone()).next().unwrap_or_else(|| unit.full_name())
    }

    /// The units asked for, by code.
    #[must_use]
    pub fn list(&self, query: &UnitQuery<'_>) -> Vec<&AdminUnit> {
        let mut out: Vec<&AdminUnit> = self.units.iter().filter(|unit| query.holds(unit)).collect();
        out.sort_by(|a, b| (a.code.len(), &a.code).cmp(&(b.code.len(), &b.code)));
        out
    }

    /// Provinces that ended before the day and had this code or this name.
    #[must_use]
    pub fn former(&self, asked: &str, on: Date) -> Vec<&AdminUnit> {
        let ended = |unit: &&AdminUnit| unit.valid_to.is_some_and(|end| end.last_day() < on.last_day()) && unit.kind == UnitKind::Province;
        self.units.iter().filter(ended).filter(|unit| unit.code == asked.trim() || self.is_called(unit, asked)).collect()
    }

    /// True when there is a list of the kind that holds on the day.
    #[must_use]
    pub fn knows(&self, kind: UnitKind, on: Date) -> bool {
        self.units.iter().any(|unit| unit.kind == kind && unit.is_valid(on))
    }

    /// What a unit of this registry became; empty when it still stands.
    #[must_use]
    pub fn successors(&self, unit: &AdminUnit) -> Vec<Succession<'_>> {
        self.steps(|step| step.from == unit.at)
    }

    /// The units that a unit of this registry was made of.
    #[must_use]
    pub fn predecessors(&self, unit: &AdminUnit) -> Vec<Succession<'_>> {
        self.steps(|step| step.to == unit.at)
    }

    fn steps(&self, wanted: impl Fn(&Step) -> bool) -> Vec<Succession<'_>> {
        let steps = self.successions.iter().filter(|step| wanted(step));
        steps
            .filter_map(|step| {
                let (former, unit) = (self.units.get(step.from)?, self.units.get(step.to)?);
                Some(Succession { former, unit, kind: step.kind, date: step.date })
            })
            .collect()
    }

    /// The unit that a former one is part of on a later day. Dates ascend from step to step, so the walk ends.
    pub(super) fn part_of(&self, unit: &AdminUnit, on: Date) -> Option<&AdminUnit> {
        let mut at = unit.at;
        loop {
            let here = self.units.get(at)?;
            if here.is_valid(on) {
                return Some(here);
            }
            let next = self.successions.iter().find(|step| step.from == at && step.date.first_day() <= on.last_day())?;
            at = next.to;
        }
    }

    /// Where the lists were read.
    #[must_use]
    pub fn sources(&self) -> &[ListSource] {
        &self.sources
    }

    /// What must stand wherever a unit is shown. Empty only when every source is the official text.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        if !self.sources.is_empty() && self.sources.iter().all(|source| source.confidence == Confidence::Primary) {
            return Vec::new();
        }
        let text = Text::new(
            "danh mục đơn vị hành chính là bản chép, chưa đối chiếu với văn bản chính thức",
            "the list of administrative units is a transcription not yet compared with the official texts",
        );
        Vec::from([Mark { code: "reported", text }])
    }
}
