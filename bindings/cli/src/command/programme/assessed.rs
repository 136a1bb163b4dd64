//! Every place of a folder of city data, judged; a record for each place in scope.

use super::super::judging::{option_fault, progress_of};
use crate::args::Numbers;
use crate::failure::Failure;
use crate::input::city_file;
use crate::settings::Settings;
use crate::texts::T;
use dothi::programme::{LevelRecord, Unreadable};
use dothi::{AssessOptions, Assessment, CityData, CriteriaSet, Findings, Lang, Separator, csv_line};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The folder of records beside the documents of a round.
pub(super) const RECORDS: &str = "records";

/// What became of the places.
#[derive(Default)]
pub(super) struct Assessed {
    pub(super) places: Vec<Place>,
    /// Files and places with errors.
    pub(super) unread: Vec<Unreadable>,
}

/// Whether a place was judged.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Judged,
    /// The set does not judge it: a rural commune without a declared urban area, a kind of place.
    Out,
    Faulty,
}

/// A place of the files.
pub(super) struct Place {
    code: String,
    name: String,
    kind: &'static str,
    parent: String,
    pub(super) scope: Scope,
    /// Path of its record in the folder of the round.
    record: String,
    levels: Vec<LevelRecord>,
    /// Vietnamese and English.
    statement: (String, String),
    marks: (String, String),
}

/// Reads and judges on every core; the order of places is that of files and of places in them.
pub(super) fn run(
    folder: &Path,
    set: &CriteriaSet,
    options: &AssessOptions,
    numbers: Numbers,
    target: &Path,
    settings: &Settings,
) -> Result<Assessed, Failure> {
    let mut out = Assessed::default();
    if !folder.is_dir() {
        return Ok(out);
    }
    let files = files(folder)?;
    let read: Vec<_> =
        files.par_iter().map(|file| (file, std::fs::read(file).map(|bytes| city_file(&bytes, numbers, Some(set))))).collect();
    let mut cities: Vec<(String, CityData)> = Vec::new();
    for (file, read) in read {
        let name = file.display().to_string();
        match read.map_err(|error| Failure::File(name.clone(), error))? {
            Ok((read, _)) => cities.extend(read.cities.into_iter().map(|city| (name.clone(), city))),
            Err(found) => out.unread.push(Unreadable::new(name, found)),
        }
    }
    let names = record_names(&cities);
    let bar = progress_of(cities.len(), T::RoundAssessing, settings);
    let judged: Vec<Result<(Place, Option<Findings>), Failure>> = cities
        .par_iter()
        .zip(&names)
        .map(|((file, city), record)| {
            let place = one(city, set, options, record, target, settings).map_err(|error| Failure::File(file.clone(), error));
            bar.inc(1);
            place.and_then(|place| place.map_err(Failure::Usage))
        })
        .collect();
    bar.finish_and_clear();
    for (one, (file, city)) in judged.into_iter().zip(&cities) {
        let (place, faults) = one?;
        out.unread.extend(faults.map(|found| Unreadable::new(format!("{file} – {} ({})", city.unit.name.vi, city.unit.code), found)));
        out.places.push(place);
    }
    Ok(out)
}

/// City data of a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let fault = |error| Failure::File(folder.display().to_string(), error);
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
        if ["json", "csv", "xlsx"].contains(&ending.as_str()) {
            out.push(path);
        }
    }
    out.sort();
    Ok(out)
}

/// A file name of its own for the record of each place, whatever its code holds.
fn record_names(cities: &[(String, CityData)]) -> Vec<String> {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let name = |(_, city): &(String, CityData)| {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let plain: String = city.unit.code.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
        let count = taken.entry(plain.clone()).or_default();
        *count += 1;
        let more = if *count > 1 { format!("+{count}") } else { String::new() };
        format!("{plain}{more}.record.json")
    };
    cities.iter().map(name).collect()
}

/// One place judged, and its record written. The inner error is a wrong option, which is wrong for every place.
fn one(
    city: &CityData,
    set: &CriteriaSet,
    options: &AssessOptions,
    record: &str,
    target: &Path,
    settings: &Settings,
) -> std::io::Result<Result<(Place, Option<Findings>), String>> {
    let unit = &city.unit;
    let mut place = Place {
        code: unit.code.clone(),
        name: unit.name.vi.clone(),
        kind: unit.kind.as_str(),
        parent: unit.parent.clone().unwrap_or_default(),
        scope: Scope::Faulty,
        record: String::new(),
        levels: Vec::new(),
        statement: Default::default(),
        marks: Default::default(),
    };
    let assessment = match set.assess(city, options) {
        Ok(assessment) => assessment,
        Err(found) => return Ok(option_fault(&found, settings).map_or(Ok((place, Some(found))), Err)),
    };
    place.said(&assessment);
    if assessment.self_assessed().level.refused.iter().any(|refusal| refusal.condition == "out_of_scope") {
        place.scope = Scope::Out;
        return Ok(Ok((place, None)));
    }
    let text = match assessment.record(None) {
        Ok(record) => record.to_canonical_json(),
        Err(found) => return Ok(Ok((place, Some(found)))),
    };
    place.scope = Scope::Judged;
    place.record = format!("{RECORDS}/{record}");
    place.levels = LevelRecord::of_assessment(&place.record, &assessment);
    std::fs::write(target.join(&place.record), text)?;
    Ok(Ok((place, None)))
}

impl Place {
    fn said(&mut self, assessment: &Assessment<'_>) {
        let statement = |lang| assessment.level_statement(assessment.self_assessed(), lang).unwrap_or_default();
        self.statement = (statement(Lang::Vi), statement(Lang::En));
        self.marks = (assessment.mark_line(Lang::Vi), assessment.mark_line(Lang::En));
    }
}

impl Assessed {
    /// Levels of all places, for the synthesis.
    pub(super) fn levels(&self) -> Vec<LevelRecord> {
        self.places.iter().flat_map(|place| place.levels.iter().cloned()).collect()
    }

    /// A row for each place and view of it, with its marks.
    pub(super) fn to_csv(&self, lang: Lang) -> String {
        let pick = |both: &(String, String)| if lang == Lang::Vi { both.0.clone() } else { both.1.clone() };
        let mut out = String::from('\u{FEFF}');
        let mut row = |cells: [&str; 9]| csv_line(cells, Separator::Comma, &mut out);
        row(["unit_code", "unit_name", "kind", "parent", "state", "view", "result", "record", "mark"]);
        for place in &self.places {
            let state = match place.scope {
                Scope::Judged => "assessed",
                Scope::Out => "out_of_scope",
                Scope::Faulty => "errors",
            };
            let mut put = |view: &str, result: &str| {
                let (code, name, parent) = (&place.code, &place.name, &place.parent);
                row([code, name, place.kind, parent, state, view, result, &place.record, &pick(&place.marks)]);
            };
            if place.levels.is_empty() {
                put("self_assessed", &pick(&place.statement));
            }
            for level in &place.levels {
                put(if level.verified { "verified" } else { "self_assessed" }, level.statement.get(lang));
            }
        }
        out
    }
}
