//! `check`: every finding of a file.

use crate::Set;
use crate::fault::{Answer, Told, list, text, told};
use crate::options::Options;
use crate::places;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::json::Writer;
use dothi::{AssessOptions, CityFile, Code, CriteriaSet, FileKind, Finding, Findings, Mark, Place};
use wasm_bindgen::prelude::wasm_bindgen;

/// What a file is, seen from its content, and every finding in it.
///
/// # Errors
/// A JSON list of what is wrong with the options; what is wrong with the file is the answer.
#[wasm_bindgen]
pub fn check(data: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let numbers = places::numbers(&mut options);
    let numbers = options.finish(numbers)?;
    let mut report = Report::of(data);
    if report.kind == "criteria" {
        report.criteria(data);
    } else {
        report.cities(places::all(data, numbers));
    }
    Ok(report.written())
}

/// The same for city data, held against a set.
///
/// # Errors
/// A JSON list of what is wrong with the options; what is wrong with the data is the answer.
#[wasm_bindgen]
pub fn check_against(set: &Set, data: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let (numbers, judging) = (places::numbers(&mut options), options.assess());
    let (numbers, judging) = options.finish(numbers.zip(judging))?;
    let mut report = Report::of(data);
    if report.kind == "criteria" {
        report.criteria(data);
    } else if let Some(file) = report.cities(places::all(data, numbers)) {
        report.against(&set.0, &file, &judging)?;
    }
    Ok(report.written())
}

/// A file and what was found in it.
struct Report {
    kind: &'static str,
    ok: bool,
    set: Option<String>,
    places: Option<u32>,
    marks: Vec<Mark>,
    findings: Vec<Told>,
}

impl Report {
    fn of(data: &[u8]) -> Self {
        let kind = if FileKind::of(data) == FileKind::Criteria { "criteria" } else { "cities" };
        Self { kind, ok: true, set: None, places: None, marks: Vec::new(), findings: Vec::new() }
    }

    fn written(&self) -> String {
        Writer::object(|w| {
            w.text("kind", self.kind);
            w.flag("ok", self.ok);
            w.text_if("set", self.set.as_deref());
            w.count("places", self.places);
            w.raw("marks", &text(&self.marks));
            w.raw("findings", &list(&self.findings));
        })
    }

    fn criteria(&mut self, data: &[u8]) {
        match CriteriaSet::from_json(data) {
            Ok(set) => {
                self.mark(set.header().marks());
                self.set = Some(set.id());
            }
            Err(found) => self.find(&found, None),
        }
    }

    fn cities(&mut self, read: Result<(CityFile, Findings), Findings>) -> Option<CityFile> {
        match read {
            Ok((file, found)) => {
                self.find(&found, None);
                self.places = u32::try_from(file.cities.len()).ok();
                file.cities.iter().for_each(|city| self.mark(city.marks()));
                Some(file)
            }
            Err(found) => {
                self.find(&found, None);
                None
            }
        }
    }

    /// What is wrong with the options is wrong for every place, and no finding of the file.
    fn against(&mut self, set: &CriteriaSet, file: &CityFile, judging: &AssessOptions) -> Result<(), String> {
        self.set = Some(set.id());
        self.mark(set.header().marks());
        for city in &file.cities {
            let found = set.assess(city, judging).map_or_else(|found| found, |assessment| assessment.findings().clone());
            let faults: Vec<Told> = found.iter().filter(of_options).map(Told::from).collect();
            if !faults.is_empty() {
                return Err(list(&faults));
            }
            self.find(&found, Some(&city.unit.code));
        }
        Ok(())
    }

    fn mark(&mut self, marks: Vec<Mark>) {
        let new: Vec<Mark> = marks.into_iter().filter(|mark| !self.marks.contains(mark)).collect();
        self.marks.extend(new);
    }

    /// Adds findings, with the code of the place they are of.
    fn find(&mut self, found: &Findings, unit: Option<&str>) {
        self.ok &= !found.has_errors();
        for mut finding in told(found) {
            finding.unit = unit.map(String::from);
            self.findings.push(finding);
        }
    }
}

fn of_options(finding: &&Finding) -> bool {
    let codes = [Code::CityUnknownScheme, Code::CityUnknownParameter, Code::ParameterRange];
    codes.contains(&finding.code()) && matches!(finding.place(), Place::Pointer(at) if at.is_empty())
}
