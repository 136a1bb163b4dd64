//! What one place should do: dated targets, priorities, and its result by objectives.

use super::{Form, form, voice};
use crate::Set;
use crate::case::Case;
use crate::fault::{Answer, refused, refused_in};
use crate::options::Options;
use alloc::vec::Vec;
use dothi::programme::{LocalPriorities, Objectives, PriorityKey, PriorityOptions, Survey, targets_csv, targets_json};
use wasm_bindgen::prelude::wasm_bindgen;

/// The dated targets of a set for one place.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data.
#[wasm_bindgen]
pub fn targets(set: &Set, data: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let (form, lang) = (form(&mut options), options.lang());
    let case = Case::read(data, options)?;
    let all = [set.0.dated_targets(&case.city, &case.judging).map_err(|findings| refused(&findings))?];
    Ok(match form {
        Some(Form::Csv) => targets_csv(&all, lang),
        _ => targets_json(&all),
    })
}

/// The five objectives of Resolution 06-NQ/TW for one place.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data; objectives are those of `vn-ssc`.
#[wasm_bindgen]
pub fn objectives(set: &Set, data: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let (form, lang, level) = (form(&mut options), options.lang(), options.level("level").unwrap_or(1));
    let case = Case::read(data, options)?;
    let objectives = Objectives::builtin(&set.0).map_err(|findings| refused_in("objectives", &findings))?;
    let assessment = case.assess(set)?;
    Ok(match form {
        Some(Form::Csv) => objectives.to_csv(&assessment, level, lang),
        _ => objectives.to_canonical_json(&assessment, level),
    })
}

/// What one place should do next, in order, with the reasons; beside a survey with its answers, and what the place declares (no bytes for
/// none).
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with a file.
#[wasm_bindgen]
pub fn priorities(set: &Set, data: &[u8], survey: &[u8], answers: &[u8], local: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let (form, lang, target, keys) = (form(&mut options), options.lang(), options.level("target"), keys(&mut options));
    let case = Case::read(data, options)?;
    let survey: Option<Survey> = if survey.is_empty() { None } else { Some(voice::described(survey)?) };
    let voice = survey.as_ref().map(|survey| voice::answered(survey, answers)).transpose()?;
    let assessment = case.assess(set)?;
    let declared = if local.is_empty() { None } else { Some(LocalPriorities::from_json(local, &assessment).map(|(declared, _)| declared)) };
    let declared = declared.transpose().map_err(|findings| refused_in("local", &findings))?;
    let mut asked = PriorityOptions::new().with_keys(&keys);
    asked = target.map_or(asked, |level| asked.with_target(level));
    asked = voice.as_ref().map_or(asked, |voice| asked.with_voice(voice));
    asked = declared.as_ref().map_or(asked, |declared| asked.with_local(declared));
    let list = dothi::programme::priorities(&assessment, &asked).map_err(|findings| refused_in("survey", &findings))?;
    Ok(match form {
        Some(Form::Csv) => list.to_csv(lang),
        _ => list.to_canonical_json(),
    })
}

/// By what to order, the first first.
fn keys(options: &mut Options) -> Vec<PriorityKey> {
    let known: Vec<&str> = PriorityKey::DEFAULT.iter().map(|key| key.as_str()).collect();
    let known = known.join(", ");
    options.list("by", |one| {
        let word = one.required("key")?;
        let key = PriorityKey::of(&word);
        if key.is_none() {
            one.unknown("call.unknown_choice", "key", &word, &known);
        }
        key
    })
}
