//! Workbooks: the form of a set, empty or filled, and a plain table.

use crate::Set;
use crate::fault::{Told, refused};
use crate::options::Options;
use crate::places;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi_spreadsheet::WriteError;
use wasm_bindgen::prelude::wasm_bindgen;

type Bytes = Result<Vec<u8>, String>;

/// The form of a set for one place of a kind, empty.
///
/// # Errors
/// A JSON list of what is wrong with the options.
#[wasm_bindgen]
pub fn form(set: &Set, options: &str) -> Bytes {
    let mut options = Options::read(options);
    let lang = options.lang();
    let kind = set.kind(&mut options);
    let kind = options.finish(kind)?;
    dothi_spreadsheet::template(&set.0, kind, lang).map_err(|error| too_much(&error))
}

/// The form of a set, filled with the data of a place.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data.
#[wasm_bindgen]
pub fn filled(set: &Set, data: &[u8], options: &str) -> Bytes {
    let mut options = Options::read(options);
    let (lang, unit, numbers) = (options.lang(), options.text("unit"), places::numbers(&mut options));
    let numbers = options.finish(numbers)?;
    let (file, _) = places::all(data, numbers).map_err(|findings| refused(&findings))?;
    let city = places::place(file.cities, unit.as_deref())?;
    dothi_spreadsheet::write(&set.0, &city, lang).map_err(|error| too_much(&error))
}

/// One table of all places, in the columns of CSV, without any set.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data.
#[wasm_bindgen]
pub fn table(data: &[u8], options: &str) -> Bytes {
    let mut options = Options::read(options);
    let (lang, numbers) = (options.lang(), places::numbers(&mut options));
    let numbers = options.finish(numbers)?;
    let (file, _) = places::all(data, numbers).map_err(|findings| refused(&findings))?;
    dothi_spreadsheet::write_table(&file, lang).map_err(|error| too_much(&error))
}

fn too_much(error: &WriteError) -> String {
    let vi = "số liệu nhiều hơn sức chứa của một bảng tính";
    Told::new("call.too_much", "/data", vi, error.to_string()).into()
}
