//! `voice`: what the answers of a survey of residents come to.

use super::{Form, form};
use crate::fault::{Answer, refused_in};
use crate::options::Options;
use alloc::string::String;
use dothi::programme::{Survey, Voice};
use wasm_bindgen::prelude::wasm_bindgen;

/// The description of a survey.
pub(super) fn described(survey: &[u8]) -> Result<Survey, String> {
    Survey::from_json(survey).map(|(survey, _)| survey).map_err(|findings| refused_in("survey", &findings))
}

/// The figures of its answers.
pub(super) fn answered<'s>(survey: &'s Survey, answers: &[u8]) -> Result<Voice<'s>, String> {
    survey.voice(answers).map_err(|findings| refused_in("answers", &findings))
}

/// Shares, intervals and sample sizes; figures of few people are hidden.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the description or the answers.
#[wasm_bindgen]
pub fn voice(survey: &[u8], answers: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let (form, lang) = (form(&mut options), options.lang());
    let form = options.finish(form)?;
    let survey = described(survey)?;
    let voice = answered(&survey, answers)?;
    Ok(match form {
        Form::Json => voice.to_canonical_json(),
        Form::Csv => voice.to_csv(lang),
    })
}

/// The same figures as city data: observations of the criteria that the survey names.
///
/// # Errors
/// A JSON list of what is wrong with the description or the answers.
#[wasm_bindgen]
pub fn voice_city(survey: &[u8], answers: &[u8]) -> Answer {
    Ok(answered(&described(survey)?, answers)?.to_city().to_json())
}
