//! `units`: administrative units of a day, and what became of former ones.

mod page;
mod rows;

use super::{Answer, page as write_page};
use crate::args::{Format, Units};
use crate::doc::csv;
use crate::failure::Failure;
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, clock, numbers};
use dothi::units::{AdminUnit, UnitQuery, UnitRegistry};
use dothi::{Date, UnitKind};
use std::io::Write;

/// What is shown.
pub(super) struct Shown<'r> {
    pub(super) registry: &'r UnitRegistry,
    pub(super) on: Date,
    pub(super) units: Vec<&'r AdminUnit>,
    pub(super) title: String,
    /// Former units, and what they became, are what was asked for.
    pub(super) of_former: bool,
}

pub(super) fn run(args: &Units, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("units", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let registry = registry()?;
    let on = args.on.or_else(clock::today).ok_or_else(|| Failure::Usage(T::NoClock.get(settings.lang).into()))?;
    let shown =
        if let Some(place) = &args.former { former(&registry, place, on, settings)? } else { listed(&registry, args, on, settings)? };
    match format {
        Format::Json => writeln!(out, "{:#}", rows::json(&shown))?,
        Format::Csv => {
            csv::row(out, rows::COLUMNS)?;
            for unit in &shown.units {
                csv::row(out, &rows::row(&shown, unit, settings.lang))?;
            }
        }
        _ => write_page(&page::blocks(&shown, settings.lang), format, settings, out)?,
    }
    Ok(DONE)
}

/// The embedded lists.
pub(super) fn registry() -> Result<UnitRegistry, Failure> {
    UnitRegistry::builtin().map_err(|found| Failure::of("criteria/units", found))
}

fn listed<'r>(registry: &'r UnitRegistry, args: &Units, on: Date, settings: &Settings) -> Result<Shown<'r>, Failure> {
    let lang = settings.lang;
    let search = args.search.join(" ");
    let date = numbers::date(on, lang);
    let mut query = UnitQuery::on(on);
    let everything = search.is_empty() && args.parent.is_none();
    if let Some(kind) = args.kind.or(everything.then_some(UnitKind::Province)) {
        query = query.of_kind(kind);
    }
    let asked = args.kind.unwrap_or(if args.parent.is_some() { UnitKind::Commune } else { UnitKind::Province });
    if !registry.knows(asked, on) {
        return Err(Failure::Usage(fill(T::NoUnitList, lang, &[("kind", asked.short_label(lang)), ("date", &date)])));
    }
    if let Some(code) = &args.parent {
        if registry.code(code, on).is_none_or(|parent| parent.kind != UnitKind::Province) {
            return Err(Failure::Usage(fill(T::NoSuchProvince, lang, &[("code", code), ("date", &date)])));
        }
        query = query.within(code);
    }
    let (units, key) =
        if search.is_empty() { (registry.list(&query), T::UnitsOn) } else { (registry.search(&search, &query), T::UnitsFound) };
    let title = fill(key, lang, &[("date", &date), ("search", &search), ("n", &units.len().to_string())]);
    Ok(Shown { registry, on, units, title, of_former: false })
}

fn former<'r>(registry: &'r UnitRegistry, place: &str, on: Date, settings: &Settings) -> Result<Shown<'r>, Failure> {
    let (units, date) = (registry.former(place, on), numbers::date(on, settings.lang));
    if units.is_empty() {
        return Err(Failure::Usage(fill(T::NoSuchFormer, settings.lang, &[("place", place), ("date", &date)])));
    }
    Ok(Shown { registry, on, units, title: fill(T::UnitsBecame, settings.lang, &[("date", &date)]), of_former: true })
}
