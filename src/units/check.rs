//! City data held against the lists: is the place what its code and its name say, and on the date of its figures?

use super::describe::{date, day, name_kind};
use super::find::{Found, How, UnitMatch};
use super::model::{AdminUnit, SuccessionKind};
use super::query::UnitQuery;
use super::registry::UnitRegistry;
use crate::city::{CityData, Unit};
use crate::criteria::UnitKind;
use crate::date::Date;
use crate::finding::{Code, Finding, Findings, Place};
use alloc::format;

/// A unit as data name it.
struct Asked<'c> {
    code: &'c str,
    name: &'c str,
    kind: UnitKind,
    /// The day it must stand on.
    on: Date,
    /// Where its code and its name stand.
    at_code: Place,
    at_name: Place,
}

impl UnitRegistry {
    /// What the lists say of the place that data are of, as findings with codes `unit.…`: what was matched and how, and what does
    /// not fit. Only a code and a name of two different units are an error; the lists are transcriptions, so all else are
    /// warnings and notes.
    ///
    /// The place must stand on the last day of the data's period, else of their latest figure, else on `as_of`; or on its own
    /// `valid_from`, where that is later. Provinces and communes are looked up; of an urban area its members and its province.
    /// Made-up places (`fictional`, or a code that begins with X) never are.
    ///
    /// ```
    /// # use dothi::{CityFile, Date, Lang, units::UnitRegistry};
    /// let file = r#"{"format":1,"cities":[{"unit":{"code":"36","name":{"vi":"Nam Định"},"kind":"province"},"period":"2026","observations":[]}]}"#;
    /// let (cities, _) = CityFile::from_json(file.as_bytes()).unwrap();
    /// let findings = UnitRegistry::builtin().unwrap().check(&cities.cities[0], Date::parse("2026-11-21").unwrap());
    /// let former = findings.iter().next().unwrap();
    /// assert_eq!(former.code().as_str(), "unit.former");
    /// assert!(former.message(Lang::Vi).contains("37 Ninh Bình"));
    /// ```
    #[must_use]
    pub fn check(&self, city: &CityData, as_of: Date) -> Findings {
        let mut out = Findings::default();
        let unit = &city.unit;
        if city.fictional || is_made_up(&unit.code) {
            return out;
        }
        let figures = city.period.or_else(|| latest(city)).unwrap_or(as_of);
        let on = unit.valid_from.filter(|from| from.last_day() > figures.last_day()).unwrap_or(figures);
        let at = |key: &str| city.origin.within(&format!("/unit{key}"));
        match unit.kind {
            UnitKind::Province | UnitKind::Commune => {
                let asked =
                    Asked { code: &unit.code, name: &unit.name.vi, kind: unit.kind, on, at_code: at("/code"), at_name: at("/name/vi") };
                if let Some(found) = self.judge(&asked, &mut out) {
                    self.since(found, unit, figures, &at, &mut out);
                    if let (Some(parent), UnitKind::Commune) = (&unit.parent, unit.kind) {
                        self.parent(found, parent, on, at("/parent"), &mut out);
                    }
                }
            }
            UnitKind::UrbanArea | UnitKind::NewUrbanArea => self.area(unit, on, &at, &mut out),
            UnitKind::National => {}
        }
        out
    }

    /// An urban area: its province and its members. Of the members only what is worth a look.
    fn area(&self, unit: &Unit, on: Date, at: &impl Fn(&str) -> Place, out: &mut Findings) {
        if let Some(code) = unit.parent.as_deref().filter(|code| !is_made_up(code)) {
            let by_code = self.code(code, on).filter(|parent| parent.kind == UnitKind::Province);
            let former = self.versions(code).filter(|parent| parent.kind == UnitKind::Province).last();
            if by_code.is_none() {
                match former {
                    Some(former) => self.not_on_day(former, on, at("/parent"), out),
                    None => out.push(Finding::new(Code::UnitUnknownParent, at("/parent")).with("code", code).with_both("date", day(on))),
                }
            }
        }
        let listed = self.knows(UnitKind::Commune, on);
        if let (false, Some(first)) = (listed || unit.members.is_empty(), unit.members.first()) {
            out.push(list_not_known(&first.code, UnitKind::Commune, on, at("/members")));
            return;
        }
        for (n, member) in unit.members.iter().enumerate().filter(|(_, member)| !is_made_up(&member.code)) {
            let place = |key: &str| at(&format!("/members/{n}{key}"));
            let kind = UnitKind::Commune;
            let asked = Asked { code: &member.code, name: &member.name, kind, on, at_code: place("/code"), at_name: place("/name") };
            let mut found = Findings::default();
            let judged = self.judge(&asked, &mut found);
            found.iter().filter(|finding| finding.code() != Code::UnitMatched).for_each(|finding| out.push(finding.clone()));
            if let (Some(judged), Some(parent)) = (judged, &unit.parent) {
                self.parent(judged, parent, on, place("/code"), out);
            }
        }
    }

    /// The unit that code and name lead to, by code first.
    fn judge(&self, asked: &Asked<'_>, out: &mut Findings) -> Option<&AdminUnit> {
        if !self.knows(asked.kind, asked.on) {
            out.push(list_not_known(asked.code, asked.kind, asked.on, asked.at_code.clone()));
            return None;
        }
        let query = UnitQuery::on(asked.on).of_kind(asked.kind);
        let by_name = self.find(asked.name, &query);
        let by_code = self.code(asked.code, asked.on).filter(|unit| unit.kind == asked.kind);
        if let Some(unit) = by_code
            && let Some(found) = by_name.all().iter().find(|found| found.unit.at == unit.at)
        {
            self.matched(found, asked, out);
            return Some(unit);
        }
        // The same code on another day, or the code of the draft, where the name says so.
        let versions = || self.versions(asked.code).filter(|unit| unit.kind == asked.kind);
        if let Some(unit) = versions().find(|unit| self.is_called(unit, asked.name)) {
            self.not_on_day(unit, asked.on, asked.at_code.clone(), out);
            return None;
        }
        let drafts = self.drafts.get(asked.code).into_iter().flatten().filter_map(|at| self.units.get(*at));
        if let Some(unit) = drafts.into_iter().find(|unit| query.holds(unit) && self.is_called(unit, asked.name)) {
            let finding = Finding::new(Code::UnitDraftCode, asked.at_code.clone()).with("code", asked.code);
            out.push(finding.with_both("unit", self.describe(unit)));
            return Some(unit);
        }
        self.at_odds(asked, by_code, versions().last(), &by_name, out)
    }

    /// Code and name do not lead to one unit.
    fn at_odds<'r>(
        &'r self,
        asked: &Asked<'_>,
        by_code: Option<&'r AdminUnit>,
        other_day: Option<&'r AdminUnit>,
        by_name: &Found<'r>,
        out: &mut Findings,
    ) -> Option<&'r AdminUnit> {
        let names = by_name.all();
        let find = |code, at: &Place| Finding::new(code, at.clone()).with("code", asked.code).with("name", asked.name);
        match (by_code.or(other_day), by_name) {
            (Some(unit), Found::One(_) | Found::Several(_)) => {
                let finding = find(Code::UnitDisagree, &asked.at_name).with_both("unit", self.describe(unit));
                out.push(finding.with_both("other", self.describe_all(names.iter().map(|found| found.former.unwrap_or(found.unit)))));
                None
            }
            (Some(unit), Found::None) => {
                out.push(find(Code::UnitUnknownName, &asked.at_name).with_both("unit", self.describe(unit)));
                if by_code.is_none() {
                    self.not_on_day(unit, asked.on, asked.at_code.clone(), out);
                }
                by_code
            }
            (None, Found::One(found)) => {
                let finding = find(Code::UnitUnknownCode, &asked.at_code).with_both("date", day(asked.on));
                out.push(finding.with_both("unit", self.describe(found.former.unwrap_or(found.unit))));
                Some(found.unit)
            }
            (None, Found::Several(all)) => {
                let units = self.describe_all(all.iter().map(|found| found.unit));
                out.push(find(Code::UnitAmbiguous, &asked.at_code).with("count", all.len()).with_both("units", units));
                None
            }
            (None, Found::None) => {
                out.push(find(Code::UnitNotFound, &asked.at_code).with_both("date", day(asked.on)));
                None
            }
        }
    }

    /// Code and name lead to one unit; says how.
    fn matched(&self, found: &UnitMatch<'_>, asked: &Asked<'_>, out: &mut Findings) {
        // The name of a unit that was merged into this one: it is open which of the two the figures are of.
        if let Some(former) = found.former.filter(|former| self.was_merged(former)) {
            self.not_on_day(former, asked.on, asked.at_name.clone(), out);
            return;
        }
        let (code, at) = match found.how {
            How::Name => (Code::UnitMatched, &asked.at_code),
            How::Spelling => (Code::UnitVariant, &asked.at_name),
            How::Alias(_) => (Code::UnitAlias, &asked.at_name),
        };
        let finding = Finding::new(code, at.clone()).with("name", asked.name).with_both("kind", name_kind(found));
        out.push(finding.with_both("unit", self.describe(found.unit)));
    }

    /// A unit that does not stand on the day: it ended before, or begins later.
    fn not_on_day(&self, unit: &AdminUnit, on: Date, at: Place, out: &mut Findings) {
        if unit.valid_from.first_day() > on.last_day() {
            out.push(self.not_yet(unit, on, at));
            return;
        }
        let became = self.part_of(unit, on);
        let (vi, en) = became.map_or_else(|| ("không rõ".into(), "not known".into()), |unit| self.describe(unit));
        let how = if self.was_merged(unit) { SuccessionKind::Merged } else { SuccessionKind::Same };
        let finding = Finding::new(Code::UnitFormer, at).with_both("unit", self.describe(unit)).with_both("date", day(on));
        out.push(finding.with_both("successor", (vi, en)).with_both("how", how.words()));
    }

    fn was_merged(&self, unit: &AdminUnit) -> bool {
        self.successors(unit).iter().any(|step| step.kind == SuccessionKind::Merged)
    }

    fn not_yet(&self, unit: &AdminUnit, on: Date, at: Place) -> Finding {
        let finding = Finding::new(Code::UnitNotYet, at).with_both("unit", self.describe(unit)).with_both("date", date(on));
        finding.with_both("before", self.made_of(unit))
    }

    /// Figures, or a first day, from before the unit had these borders.
    fn since(&self, found: &AdminUnit, unit: &Unit, figures: Date, at: &impl Fn(&str) -> Place, out: &mut Findings) {
        if self.predecessors(found).iter().all(|step| step.kind == SuccessionKind::Same) {
            return;
        }
        let starts_later = |day: &Date| day.last_day() < found.valid_from.first_day();
        if starts_later(&figures) {
            out.push(self.not_yet(found, figures, at("")));
        }
        if let Some(from) = unit.valid_from.filter(starts_later) {
            out.push(self.not_yet(found, from, at("/valid_from")));
        }
    }

    /// Whether a commune is of the province that data name.
    fn parent(&self, unit: &AdminUnit, parent: &str, on: Date, at: Place, out: &mut Findings) {
        if unit.parent.as_deref().is_none_or(|own| own == parent) {
            return;
        }
        let former = self.versions(parent).filter(|before| before.kind == UnitKind::Province).find(|before| {
            let now = self.part_of(before, on);
            !before.is_valid(on) && now.is_some_and(|now| unit.parent.as_ref() == Some(&now.code))
        });
        if let Some(former) = former {
            return self.not_on_day(former, on, at, out);
        }
        out.push(Finding::new(Code::UnitParent, at).with_both("unit", self.describe(unit)).with("parent", parent));
    }
}

fn list_not_known(code: &str, kind: UnitKind, on: Date, at: Place) -> Finding {
    Finding::new(Code::UnitListNotKnown, at).with("code", code).with_both("kind", kind.words()).with_both("date", day(on))
}

/// Codes of made-up places begin with X.
fn is_made_up(code: &str) -> bool {
    code.starts_with(['X', 'x'])
}

/// The latest period that a figure stands for.
fn latest(city: &CityData) -> Option<Date> {
    city.observations.iter().filter_map(|observation| observation.period).max_by_key(|period| period.last_day())
}
