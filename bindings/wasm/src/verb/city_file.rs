//! `cityFile`: city data from JSON or CSV, as they were understood.

use crate::fault::{Answer, refused, text, told};
use crate::options::Options;
use crate::places;
use alloc::format;
use wasm_bindgen::prelude::wasm_bindgen;

/// City data format 1 and the remarks made while reading.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data.
#[wasm_bindgen]
pub fn city_file(data: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let numbers = places::numbers(&mut options);
    let (file, remarks) = places::all(data, options.finish(numbers)?).map_err(|findings| refused(&findings))?;
    Ok(format!("{{\"file\":{},\"findings\":{}}}", file.to_json(), text(&told(&remarks))))
}
