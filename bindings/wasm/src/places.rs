//! City data as a caller has them: the bytes of a JSON or CSV file.

use crate::Set;
use crate::fault::{Told, refused};
use crate::options::Options;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{AssessOptions, Assessment, CityData, CityFile, CsvOptions, FileKind, Findings, NumberStyle};

/// How CSV numbers are written, as the caller says.
pub(crate) fn numbers(options: &mut Options<'_>) -> Option<NumberStyle> {
    options.choice("numbers", &[("auto", NumberStyle::Auto), ("vi", NumberStyle::Vi), ("en", NumberStyle::En)])
}

/// Every place of a file, and remarks.
pub(crate) fn all(data: &[u8], numbers: NumberStyle) -> Result<(CityFile, Findings), Findings> {
    match FileKind::of(data) {
        FileKind::CityTable => CityFile::from_csv(data, &CsvOptions::default().with_numbers(numbers)),
        _ => CityFile::from_json(data),
    }
}

/// One place, and how it is to be judged.
pub(crate) struct Case {
    city: CityData,
    judging: AssessOptions,
}

impl Case {
    /// Takes the options of every verb that assesses, and with them every fault of the options; then reads the place.
    pub(crate) fn read(data: &[u8], mut options: Options<'_>) -> Result<Self, String> {
        let (numbers, unit, judging) = (numbers(&mut options), options.text("unit"), options.assess());
        let (numbers, judging) = options.finish(numbers.zip(judging))?;
        let (file, _) = all(data, numbers).map_err(|findings| refused(&findings))?;
        Ok(Self { city: place(file.cities, unit.as_deref())?, judging })
    }

    pub(crate) fn assess<'a>(&'a self, set: &'a Set) -> Result<Assessment<'a>, String> {
        set.0.assess(&self.city, &self.judging).map_err(|findings| refused(&findings))
    }
}

/// The place of the code asked for; without one the only place there is.
fn place(mut places: Vec<CityData>, unit: Option<&str>) -> Result<CityData, String> {
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
