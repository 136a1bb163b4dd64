//! Outlines, rounds and reports from files.

use super::super::judging::remark;
use crate::args::Numbers;
use crate::failure::Failure;
use crate::input::{Reader, csv_options};
use crate::settings::Settings;
use crate::texts::{T, fill};
use dothi::programme::{Outline, ReportFile, Round, RoundUnit};
use dothi::units::UnitRegistry;
use dothi::{CriteriaSet, FileKind, Findings};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The outline of a file, or the embedded one.
pub(super) fn outline(file: Option<&str>, reader: &Reader<'_>) -> Result<Outline, Failure> {
    match file {
        Some(name) => Outline::from_json(&reader.bytes(name)?).map(|(outline, _)| outline).map_err(|found| Failure::of(name, found)),
        None => Outline::builtin().map_err(|found| Failure::of("outline", found)),
    }
}

/// What was read of a file; its remarks go to the error output.
pub(super) fn remarked<T>(name: &str, read: Result<(T, Findings), Findings>, settings: &Settings) -> Result<T, Failure> {
    let (value, remarks) = read.map_err(|found| Failure::of(name, found))?;
    if !remarks.is_empty() {
        remark(&[(name.into(), remarks)], settings);
    }
    Ok(value)
}

/// A round with the units that it asks.
pub(super) struct Asking {
    pub(super) round: Round,
    pub(super) asked: Vec<RoundUnit>,
}

/// An embedded round, or that of a file; it must be of the outline.
pub(super) fn round(name: &str, outline: &Outline, reader: &Reader<'_>, settings: &Settings) -> Result<Asking, Failure> {
    let round = match Round::builtin(name) {
        Some(round) => round,
        None => Round::from_json(&reader.bytes(name)?).map(|(round, _)| round).map_err(|found| Failure::of(name, found))?,
    };
    if round.outline != outline.outline {
        let values = [("round", round.round.as_str()), ("found", &round.outline), ("expected", &outline.outline)];
        return Err(Failure::Usage(fill(T::RoundOutline, settings.lang, &values)));
    }
    let registry = UnitRegistry::builtin().map_err(|found| Failure::of("units", found))?;
    let asked = round.asked(&registry);
    Ok(Asking { round, asked })
}

/// The embedded sets that records were made with, each read once for all of them.
#[derive(Default)]
pub(super) struct Sets(BTreeMap<String, Rc<CriteriaSet>>);

impl Sets {
    pub(super) fn get(&mut self, id: &str) -> Result<Rc<CriteriaSet>, Findings> {
        if let Some(set) = self.0.get(id) {
            return Ok(Rc::clone(set));
        }
        let set = Rc::new(dothi::builtin::load(id)?);
        self.0.insert(id.into(), Rc::clone(&set));
        Ok(set)
    }
}

/// Reports of the bytes of a file.
pub(super) fn reports(bytes: &[u8], numbers: Numbers, outline: &Outline) -> Result<(ReportFile, Findings), Findings> {
    if FileKind::of(bytes) == FileKind::CityTable {
        return ReportFile::from_csv(bytes, &csv_options(numbers), outline);
    }
    ReportFile::from_json(bytes)
}

/// The one report of a file, or that of a code; it must have no errors.
pub(super) fn one(
    file: &str,
    unit: Option<&str>,
    numbers: Numbers,
    outline: &Outline,
    reader: &Reader<'_>,
    settings: &Settings,
) -> Result<(dothi::programme::LocalReport, Vec<u8>), Failure> {
    let bytes = reader.bytes(file)?;
    let (read, _) = reports(&bytes, numbers, outline).map_err(|found| Failure::of(file, found))?;
    let known: Vec<String> = read.reports.iter().map(|report| report.unit.code.clone()).collect();
    let mut found: Vec<_> = read.reports.into_iter().filter(|report| unit.is_none_or(|code| report.unit.code == code)).collect();
    let Some(report) = found.pop().filter(|_| found.is_empty()) else {
        let text = if unit.is_some() { T::NoSuchUnit } else { T::OneReport };
        return Err(Failure::Usage(fill(text, settings.lang, &[("code", unit.unwrap_or_default()), ("known", &known.join(", "))])));
    };
    let findings = report.check(outline, None);
    if findings.has_errors() {
        return Err(Failure::of(file, findings));
    }
    Ok((report, bytes))
}

/// Every file of the arguments; folders are searched for `*.json` and `*.csv`, by name.
pub(super) fn all(arguments: &[String]) -> Result<Vec<PathBuf>, Failure> {
    let mut out = Vec::new();
    for argument in arguments {
        let path = PathBuf::from(argument);
        if path.is_dir() { folder(&path, &mut out)? } else { out.push(path) }
    }
    Ok(out)
}

fn folder(path: &Path, out: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let fault = |error| Failure::File(path.display().to_string(), error);
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(path).map_err(fault)? {
        entries.push(entry.map_err(fault)?.path());
    }
    entries.sort();
    for entry in entries {
        let is_ours = entry.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json") || ending.eq_ignore_ascii_case("csv"));
        if entry.is_dir() {
            folder(&entry, out)?;
        } else if is_ours {
            out.push(entry);
        }
    }
    Ok(())
}
