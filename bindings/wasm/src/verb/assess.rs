//! `assess`: the result of one place.

use crate::Set;
use crate::case::Case;
use crate::fault::Answer;
use crate::options::Options;
use wasm_bindgen::prelude::wasm_bindgen;

/// JSON of the assessment of one place, which tells once what both views have alike.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data.
#[wasm_bindgen]
pub fn assess(set: &Set, data: &[u8], options: &str) -> Answer {
    let case = Case::read(data, Options::read(options))?;
    Ok(case.assess(set)?.to_json_once())
}
