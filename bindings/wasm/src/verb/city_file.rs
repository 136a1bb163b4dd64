//! `cityFile`: city data as they were understood.

use crate::fault::{Answer, refused, text};
use crate::options::Options;
use crate::places;
use alloc::format;
use wasm_bindgen::prelude::wasm_bindgen;

/// City data format 1, the remarks made while reading, and for tables where each figure and document stood.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data.
#[wasm_bindgen]
pub fn city_file(data: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let numbers = places::numbers(&mut options);
    let (file, remarks) = places::all(data, options.finish(numbers)?).map_err(|findings| refused(&findings))?;
    let origins = text(&places::origins(&file));
    Ok(format!("{{\"file\":{},\"findings\":{},\"origins\":{origins}}}", file.to_json(), refused(&remarks)))
}
