//! `merge`: the files of several departments become one, or every contradiction is named.

use crate::fault::{Answer, Told, list, text, told};
use crate::options::Options;
use crate::places;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::json::Writer;
use dothi::{CityData, Findings, Mark, MergeEntry, MergePart, NumberStyle};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// Files that are to be merged, taken in one by one.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Files {
    numbers: NumberStyle,
    places: Vec<(String, CityData)>,
    findings: Vec<Told>,
    refused: bool,
}

#[wasm_bindgen]
impl Files {
    /// No files yet.
    ///
    /// # Errors
    /// A JSON list of what is wrong with the options.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &str) -> Result<Files, String> {
        let mut options = Options::read(options);
        let numbers = places::numbers(&mut options);
        Ok(Self { numbers: options.finish(numbers)?, places: Vec::new(), findings: Vec::new(), refused: false })
    }

    /// Takes in a file under the name that findings and contradictions are to give it.
    pub fn add(&mut self, name: &str, data: &[u8]) {
        match places::all(data, self.numbers) {
            Ok((file, findings)) => {
                self.find(name, &findings);
                self.places.extend(file.cities.into_iter().map(|city| (name.into(), city)));
            }
            Err(findings) => {
                self.refused = true;
                self.find(name, &findings);
            }
        }
    }

    fn find(&mut self, name: &str, findings: &Findings) {
        for mut finding in told(findings) {
            finding.file = Some(name.into());
            self.findings.push(finding);
        }
    }

    /// What came of it.
    ///
    /// # Errors
    /// A JSON list of the findings of all files, when one of them cannot be read.
    pub fn merge(self) -> Answer {
        if self.refused {
            return Err(list(&self.findings));
        }
        let mut order: Vec<Vec<MergePart<'_>>> = Vec::new();
        let mut by_code: BTreeMap<&str, usize> = BTreeMap::new();
        for (name, city) in &self.places {
            let next = order.len();
            let at = *by_code.entry(&city.unit.code).or_insert(next);
            let part = MergePart::new(name, city);
            match order.get_mut(at) {
                Some(parts) => parts.push(part),
                None => order.push(Vec::from([part])),
            }
        }
        let places: Vec<Joined<'_>> = order.iter().map(|parts| Joined::of(parts)).collect();
        Ok(Writer::object(|w| {
            w.flag("ok", places.iter().all(|place| place.city.is_some()));
            w.raw("places", &text(&places));
            w.raw("findings", &list(&self.findings));
        }))
    }
}

/// One place and what came of it.
#[derive(Serialize)]
struct Joined<'m> {
    unit: &'m str,
    files: Vec<&'m str>,
    marks: Vec<Mark>,
    #[serde(skip_serializing_if = "Option::is_none")]
    city: Option<CityData>,
    entries: Vec<MergeEntry>,
}

impl<'m> Joined<'m> {
    fn of(parts: &[MergePart<'m>]) -> Self {
        let mut marks: Vec<Mark> = Vec::new();
        for mark in parts.iter().flat_map(|part| part.city.marks()) {
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        let merge = dothi::merge(parts, None);
        let unit = parts.first().map_or("", |part| &part.city.unit.code);
        Self { unit, files: parts.iter().map(|part| part.file).collect(), marks, city: merge.city, entries: merge.entries }
    }
}
