//! `milestones`: the milestones of Decision 950 on a day.

use super::{Form, form};
use crate::fault::{Answer, refused_in};
use crate::options::Options;
use dothi::programme::{Milestones, StatedProgress};
use wasm_bindgen::prelude::wasm_bindgen;

/// Every milestone with its state, from what is stated about them (no bytes for nothing); without it none is measurable.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the statements.
#[wasm_bindgen]
pub fn milestones(progress: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let (form, lang, day) = (form(&mut options), options.lang(), options.day("asOf"));
    let (form, day) = options.finish(form.zip(day))?;
    let milestones = Milestones::builtin().map_err(|findings| refused_in("milestones", &findings))?;
    let stated = if progress.is_empty() { None } else { Some(StatedProgress::from_json(progress, &milestones).map(|(stated, _)| stated)) };
    let stated = stated.transpose().map_err(|findings| refused_in("progress", &findings))?;
    let at = milestones.at(day, stated.as_ref());
    Ok(match form {
        Form::Json => at.to_canonical_json(),
        Form::Csv => at.to_csv(lang),
    })
}
