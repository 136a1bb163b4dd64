//! City data as a caller has them: the bytes of a JSON or CSV file.

use crate::fault::Told;
use crate::lazy;
use crate::options::Options;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{CityData, CityFile, CsvOptions, FileKind, Findings, NumberStyle};

/// How CSV numbers are written, as the caller says.
pub(crate) fn numbers(options: &mut Options) -> Option<NumberStyle> {
    options.choice("numbers", &[("auto", NumberStyle::Auto), ("vi", NumberStyle::Vi), ("en", NumberStyle::En)])
}

/// Every place of a file, and remarks.
pub(crate) fn all(data: &[u8], numbers: NumberStyle) -> Result<(CityFile, Findings), Findings> {
    let csv = CsvOptions::default().with_numbers(numbers);
    if dothi_spreadsheet::is_workbook(data) {
        return lazy::xlsx(data, csv);
    }
    if FileKind::of(data) == FileKind::CityTable {
        return lazy::csv(data, csv);
    }
    CityFile::from_json(data)
}

/// Where each item of a table stood, by its pointer; nothing for items of JSON, whose pointer says it.
pub(crate) fn origins(file: &CityFile) -> BTreeMap<String, dothi::Text> {
    let mut out = BTreeMap::new();
    for (i, city) in file.cities.iter().enumerate() {
        let mut add = |list: &str, j: usize, origin: &dothi::Origin| {
            let place = origin.place();
            if !matches!(place, dothi::Place::Pointer(_)) {
                out.insert(format!("/cities/{i}/{list}/{j}"), crate::fault::words(&place));
            }
        };
        city.observations.iter().enumerate().for_each(|(j, one)| add("observations", j, &one.origin));
        city.evidence.iter().enumerate().for_each(|(j, one)| add("evidence", j, &one.origin));
        city.not_applicable.iter().enumerate().for_each(|(j, one)| add("not_applicable", j, &one.origin));
    }
    out
}

/// The place of the code asked for; without one the only place there is.
pub(crate) fn place(mut places: Vec<CityData>, unit: Option<&str>) -> Result<CityData, String> {
    let codes: Vec<&str> = places.iter().take(30).map(|city| city.unit.code.as_str()).collect();
    let known = codes.join(", ");
    if unit.is_none() && places.len() > 1 {
        let vi = format!("có nhiều địa phương; hãy chọn một mã: {known}");
        let en = format!("there are several places; choose a code: {known}");
        return Err(Told::new("call.several_places", "/unit", vi, en).into());
    }
    let wanted = |city: &CityData| unit.is_none_or(|code| city.unit.code == code);
    match places.iter().position(wanted) {
        Some(at) => Ok(places.swap_remove(at)),
        None => Err(Told::unknown("call.unknown_place", "/unit", unit.unwrap_or_default(), &known).into()),
    }
}
