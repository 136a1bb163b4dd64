//! A wide table as city data.

use super::{PlacePanel, attributes, cell, split};
use crate::assessment::AssessOptions;
use crate::city::CsvOptions;
use crate::criteria::CriteriaSet;
use crate::finding::Findings;
use crate::panel::PanelSheet;
use crate::panel::settle::city;
use alloc::string::String;
use alloc::vec::Vec;

pub(super) fn read(
    bytes: &[u8],
    csv: &CsvOptions,
    set: &CriteriaSet,
    options: &AssessOptions,
    own: &[&str],
) -> Result<PlacePanel, Findings> {
    let sheet = PanelSheet::from_csv_with(bytes, csv, &attributes::names(set, own))?;
    let plan = set.panel(sheet.kind(), options)?;
    let columns = sheet.columns(&plan)?;
    let mut findings = Findings::default();
    let mut places = Vec::with_capacity(sheet.places().len());
    for (row, (place, line)) in sheet.places().iter().zip(&sheet.lines).enumerate() {
        let mut city = city(&plan, &columns, row);
        (city.unit.code, city.unit.name, city.period) = (place.code.clone(), place.name.clone(), place.period);
        city.origin = cell(*line, "").into();
        for obs in &mut city.observations {
            obs.origin = cell(*line, &obs.criterion).into();
            obs.period = place.period;
        }
        let mut told: Vec<(String, String)> = Vec::new();
        for (name, texts) in &sheet.texts {
            let text = texts.get(row).map_or("", String::as_str);
            if !attributes::set(&mut city.unit, name, text, || cell(*line, name), &mut findings) {
                told.push((name.clone(), text.into()));
            }
        }
        places.push((city, told));
    }
    if findings.has_errors() { Err(findings) } else { split::split(set, places) }
}
