//! `card`, `city` and `style`: what the element `dothi-scorecard` shows.

use crate::Set;
use crate::case::Case;
use crate::fault::{Answer, refused};
use crate::options::Options;
use crate::places;
use alloc::string::String;
use wasm_bindgen::prelude::wasm_bindgen;

/// What a scorecard shows of one place, as JSON; with the option `supposed` all of it is marked as a what-if.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data.
#[wasm_bindgen]
pub fn card(set: &Set, data: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let lang = options.lang();
    let supposed = options.choice("supposed", &[("no", false), ("yes", true)]).unwrap_or_default();
    let case = Case::read(data, options)?;
    Ok(dothi_report::card(&case.assess(set)?, lang, supposed))
}

/// City data as they were understood, as JSON: every decimal a text, so that nothing is lost on the way through JavaScript.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data.
#[wasm_bindgen]
pub fn city(data: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let numbers = places::numbers(&mut options);
    let (file, _) = places::all(data, options.finish(numbers)?).map_err(|findings| refused(&findings))?;
    Ok(file.to_json())
}

/// Style sheets of charts and outcomes, for light and for dark ground.
#[wasm_bindgen]
#[must_use]
pub fn style() -> String {
    dothi_report::card_style()
}
