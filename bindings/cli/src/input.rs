//! Files in: criteria sets, city data, standard input.

use crate::args::{Judging, Numbers, Reading};
use crate::clock;
use crate::failure::Failure;
use crate::settings::Settings;
use crate::texts::{T, fill};
use dothi::{AssessOptions, CityData, CityFile, CriteriaSet, CsvOptions, FileKind, Findings, NumberStyle};
use std::cell::Cell;
use std::io::Read;

/// Reads files; standard input once at most.
pub(crate) struct Reader<'s> {
    settings: &'s Settings,
    taken: Cell<bool>,
}

/// What was found, by file or place.
pub(crate) type Found = Vec<(String, Findings)>;

/// A place, with the file it was read from.
pub(crate) struct Placed {
    pub(crate) file: String,
    pub(crate) city: CityData,
}

impl<'s> Reader<'s> {
    pub(crate) fn new(settings: &'s Settings) -> Self {
        Self { settings, taken: Cell::new(false) }
    }

    /// The bytes of a file, or of standard input for `-`.
    pub(crate) fn bytes(&self, name: &str) -> Result<Vec<u8>, Failure> {
        let fault = |error| Failure::File(name.into(), error);
        if name != "-" {
            return std::fs::read(name).map_err(fault);
        }
        if self.taken.replace(true) {
            return Err(Failure::Usage(T::InputTwice.get(self.settings.lang).into()));
        }
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(fault)?;
        Ok(bytes)
    }

    /// An embedded set with the bytes of its file, or those of a path.
    pub(crate) fn set(&self, name: &str) -> Result<(CriteriaSet, Vec<u8>), Failure> {
        if let Some(file) = dothi::builtin::find(name) {
            let set = CriteriaSet::from_json(file.bytes).map_err(|found| Failure::of(name, found))?;
            return Ok((set, file.bytes.into()));
        }
        let is_path = name == "-" || name.contains(['/', '\\']) || std::path::Path::new(name).exists();
        if !is_path && !name.ends_with(".json") {
            return Err(unknown_set(name, self.settings));
        }
        let bytes = self.bytes(name)?;
        let set = CriteriaSet::from_json(&bytes).map_err(|found| Failure::of(name, found))?;
        Ok((set, bytes))
    }

    /// Every place of the files, or the one of the code asked for. Warnings go to the error output.
    /// A workbook made for another set than the one given is refused.
    pub(crate) fn cities(&self, files: &[&str], options: &Reading, set: Option<&CriteriaSet>) -> Result<(Vec<Placed>, Found), Failure> {
        let (mut places, mut faults, mut remarks) = (Vec::new(), Vec::new(), Vec::new());
        for name in files {
            match city_file(&self.bytes(name)?, options.numbers, set) {
                Ok((file, found)) => {
                    places.extend(file.cities.into_iter().map(|city| Placed { file: (*name).into(), city }));
                    if !found.is_empty() {
                        remarks.push(((*name).into(), found));
                    }
                }
                Err(found) => faults.push(((*name).into(), found)),
            }
        }
        if !faults.is_empty() {
            return Err(Failure::Findings(faults));
        }
        if places.is_empty() {
            return Err(Failure::Usage(T::NoCities.get(self.settings.lang).into()));
        }
        let Some(code) = &options.unit else { return Ok((places, remarks)) };
        let known: Vec<String> = places.iter().take(30).map(|p| p.city.unit.code.clone()).collect();
        places.retain(|p| p.city.unit.code == *code);
        if places.is_empty() {
            let values = [("code", code.as_str()), ("known", &known.join(", "))];
            return Err(Failure::Usage(fill(T::NoSuchUnit, self.settings.lang, &values)));
        }
        Ok((places, remarks))
    }
}

fn unknown_set(name: &str, settings: &Settings) -> Failure {
    let found = dothi::builtin::load(name).err().unwrap_or_default();
    let said: Vec<String> = found.iter().map(|f| f.message(settings.lang)).collect();
    Failure::Usage(said.join("; "))
}

/// City data, JSON, CSV, SDMX-CSV or a workbook, seen from the content.
pub(crate) fn city_file(bytes: &[u8], numbers: Numbers, set: Option<&CriteriaSet>) -> Result<(CityFile, Findings), Findings> {
    if FileKind::of(bytes) != FileKind::CityTable {
        return CityFile::from_json(bytes);
    }
    let csv = csv_options(numbers);
    if dothi_interchange::sdmx::is_sdmx_csv(bytes) {
        return dothi_interchange::sdmx::read(bytes, &csv);
    }
    if !dothi_spreadsheet::is_workbook(bytes) {
        return CityFile::from_csv(bytes, &csv);
    }
    let options = dothi_spreadsheet::ReadOptions::default().with_csv(csv);
    dothi_spreadsheet::read(bytes, &set.map_or(options, |set| options.with_set(set)))
}

/// How a CSV file is read.
pub(crate) fn csv_options(numbers: Numbers) -> CsvOptions {
    CsvOptions::default().with_numbers(match numbers {
        Numbers::Auto => NumberStyle::Auto,
        Numbers::Vi => NumberStyle::Vi,
        Numbers::En => NumberStyle::En,
    })
}

/// The library's options.
pub(crate) fn assess_options(options: &Judging, settings: &Settings) -> Result<AssessOptions, Failure> {
    let day = options.as_of.or_else(clock::today).ok_or_else(|| Failure::Usage(T::NoClock.get(settings.lang).into()))?;
    let mut out = AssessOptions::new(day);
    if let Some(scheme) = &options.scheme {
        out = out.with_scheme(scheme.as_str());
    }
    for (id, level, value) in &options.parameters {
        out = out.with_parameter(id.as_str(), *level, *value);
    }
    Ok(out)
}
