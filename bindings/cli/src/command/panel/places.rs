//! Files of places as a panel: tidy and wide tables, city data in every format; and what `score` and `rank` say of places judged one by one.

use super::super::judging::{option_fault, remark};
use super::super::{Answer, page};
use super::{files, trend};
use crate::args::{Format, Numbers, Panel};
use crate::failure::Failure;
use crate::input::{Reader, city_file, csv_options};
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, marks};
use dothi::units::UnitRegistry;
use dothi::{
    AssessOptions, CityData, Code, CriteriaSet, FileKind, Finding, Findings, PanelSheet, Place, PlacePanel, TrendOptions, UnitKind,
};
use std::io::Write;

/// Whether a file is no plain wide table.
pub(super) fn is_needed(bytes: &[u8]) -> bool {
    is_city_data(bytes) || PlacePanel::is_needed(bytes)
}

fn is_city_data(bytes: &[u8]) -> bool {
    FileKind::of(bytes) != FileKind::CityTable || dothi_spreadsheet::is_workbook(bytes) || dothi_interchange::sdmx::is_sdmx_csv(bytes)
}

/// How files are read.
pub(super) struct Asked<'x> {
    pub(super) numbers: Numbers,
    /// Columns of text for peer groups.
    pub(super) columns: &'x [&'x str],
    /// Only places of this kind.
    pub(super) kind: Option<UnitKind>,
}

/// One table, or the places of all files together; remarks go to the error output.
pub(super) fn read(
    files: &[(&str, &[u8])],
    set: &CriteriaSet,
    options: &AssessOptions,
    asked: &Asked<'_>,
    settings: &Settings,
) -> Result<PlacePanel, Failure> {
    let Asked { numbers, columns, kind } = *asked;
    let fault = |name: &str, found: Findings| match option_fault(&found, settings) {
        Some(said) => Failure::Usage(said),
        None => Failure::of(name, found),
    };
    if let [(name, bytes)] = files
        && !is_city_data(bytes)
    {
        return PlacePanel::from_csv(bytes, &csv_options(numbers), set, options, columns).map_err(|found| fault(name, found));
    }
    let (mut cities, mut faults, mut remarks): (Vec<CityData>, _, _) = (Vec::new(), Vec::new(), Vec::new());
    for (name, bytes) in files {
        match city_file(bytes, numbers, Some(set)) {
            Ok((file, found)) => {
                cities.extend(file.cities);
                if !found.is_empty() {
                    remarks.push(((*name).to_string(), found));
                }
            }
            Err(found) => faults.push(((*name).to_string(), found)),
        }
    }
    if !faults.is_empty() {
        return Err(Failure::Findings(faults));
    }
    remark(&remarks, settings);
    cities.retain(|city| kind.is_none_or(|kind| city.unit.kind == kind));
    if cities.is_empty() {
        return Err(Failure::Usage(T::NoCities.get(settings.lang).into()));
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    PlacePanel::from_cities(set, cities).map_err(|found| fault(&names.join(", "), found))
}

/// A file, or several of city data, as a table for the set.
pub(super) fn table(
    files: &[(&str, &[u8])],
    set: &CriteriaSet,
    options: &AssessOptions,
    asked: &Asked<'_>,
    settings: &Settings,
) -> Result<PanelSheet, Failure> {
    if let [(name, bytes)] = files
        && !is_needed(bytes)
    {
        return PanelSheet::from_csv(bytes, &csv_options(asked.numbers)).map_err(|found| Failure::of(*name, found));
    }
    let panel = read(files, set, options, asked, settings)?;
    let names = || files.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let fault = |found| match option_fault(&found, settings) {
        Some(said) => Failure::Usage(said),
        None => Failure::of(names(), found),
    };
    let plan = set.panel(panel.kind(), options).map_err(fault)?;
    PanelSheet::from_places(&panel, &plan).map_err(fault)
}

/// The bytes of a file and of more.
pub(super) fn bytes<'f>(reader: &Reader<'_>, first: &'f str, more: &'f [String]) -> Result<Vec<(&'f str, Vec<u8>)>, Failure> {
    core::iter::once(first).chain(more.iter().map(String::as_str)).map(|name| Ok((name, reader.bytes(name)?))).collect()
}

/// `score` and `rank` of places judged one by one.
pub(super) fn run(
    args: &Panel,
    ranked: bool,
    (set, bytes, options): (&CriteriaSet, &[u8], &AssessOptions),
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
) -> Answer {
    let panel = read(&[(&args.file, bytes)], set, options, &Asked { numbers: args.numbers, columns: &[], kind: None }, settings)?;
    let in_file = |found| match option_fault(&found, settings) {
        Some(said) => Failure::Usage(said),
        None => Failure::of(&args.file, found),
    };
    let scheme = options.scheme.as_deref().and_then(|id| set.schemes().iter().find(|scheme| scheme.id == id));
    let results = panel.results(set, options, args.ties).map_err(in_file)?;
    let scheme = scheme.or_else(|| set.default_scheme(panel.kind()));
    let Some(scheme) = scheme else { return Ok(DONE) };
    if ranked && scheme.score.is_none() {
        let mut found = Findings::default();
        found.push(Finding::new(Code::PanelNoScore, Place::Pointer(String::new())).with("set", set.id()).with("scheme", &scheme.id));
        return Err(in_file(found));
    }
    if files::asked(&args.files, settings)? {
        let registry = UnitRegistry::builtin().map_err(in_file)?;
        let asked = TrendOptions::default().with_ties(args.ties).with_breaks(registry.breaks(), registry.marks());
        let mut trend = panel.trend(set, options, &asked).map_err(in_file)?;
        trend.places.retain(|place| args.unit.as_ref().is_none_or(|code| place.code == *code));
        if let Some(code) = args.unit.as_ref().filter(|_| trend.places.is_empty()) {
            return Err(Failure::Usage(fill(T::PanelNoStanding, settings.lang, &[("code", code)])));
        }
        trend::write(&args.files, &trend, settings, out)?;
        return Ok(DONE);
    }
    match format {
        Format::Json => out.write_all(results.to_json(settings.lang).as_bytes())?,
        Format::Csv => out.write_all(results.to_csv(settings.lang).as_bytes())?,
        _ => {
            let all = results.marks();
            let blocks = super::blocks(args, (set, scheme, &all), None, &results.rows(settings.lang), options, settings.lang);
            page(&marks::frame(&all, settings.lang, blocks), format, settings, out)?;
        }
    }
    Ok(DONE)
}
