//! City data as a caller has them: the bytes of a JSON or CSV file.

use crate::fault::Told;
use crate::options::Options;
#[cfg(any(feature = "core", feature = "xlsx", feature = "form", feature = "card"))]
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{CityData, CityFile, Findings};

/// How CSV numbers are written, as the caller says; nothing to say where no CSV is read.
#[cfg(any(feature = "core", feature = "xlsx", feature = "form", feature = "card"))]
pub(crate) type Numbers = dothi::NumberStyle;
#[cfg(not(any(feature = "core", feature = "xlsx", feature = "form", feature = "card")))]
#[derive(Clone, Copy)]
pub(crate) struct Numbers;

#[cfg(any(feature = "core", feature = "xlsx", feature = "form", feature = "card"))]
pub(crate) fn numbers(options: &mut Options<'_>) -> Option<Numbers> {
    options.choice("numbers", &[("auto", Numbers::Auto), ("vi", Numbers::Vi), ("en", Numbers::En)])
}

#[cfg(not(any(feature = "core", feature = "xlsx", feature = "form", feature = "card")))]
#[expect(clippy::unnecessary_wraps, reason = "as where CSV is read")]
pub(crate) fn numbers(_: &mut Options<'_>) -> Option<Numbers> {
    Some(Numbers)
}

/// Every place of a file, and remarks.
pub(crate) fn all(data: &[u8], numbers: Numbers) -> Result<(CityFile, Findings), Findings> {
    #[cfg(any(feature = "core", feature = "xlsx", feature = "form", feature = "card"))]
    {
        let csv = dothi::CsvOptions::default().with_numbers(numbers);
        #[cfg(feature = "xlsx")]
        if dothi_spreadsheet::is_workbook(data) {
            return dothi_spreadsheet::read(data, &dothi_spreadsheet::ReadOptions::default().with_csv(csv));
        }
        if dothi::FileKind::of(data) == dothi::FileKind::CityTable {
            return CityFile::from_csv(data, &csv);
        }
    }
    // Other modules are given JSON only.
    #[cfg(not(any(feature = "core", feature = "xlsx", feature = "form", feature = "card")))]
    let Numbers = numbers;
    CityFile::from_json(data)
}

/// Where each item of a table stood, by its pointer; nothing for items of JSON, whose pointer says it.
#[cfg(any(feature = "core", feature = "xlsx", feature = "form", feature = "card"))]
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
