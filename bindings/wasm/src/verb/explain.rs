//! `explain`: a result in words.

use crate::Set;
use crate::case::Case;
use crate::fault::{Answer, Told};
use crate::options::Options;
use alloc::format;
use wasm_bindgen::prelude::wasm_bindgen;

/// The result of one place in words, or one criterion of it (by id, or as printed).
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data.
#[wasm_bindgen]
pub fn explain(set: &Set, data: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let (lang, asked) = (options.lang(), options.text("criterion"));
    let all = set.0.criteria();
    let criterion = asked.as_ref().and_then(|asked| all.iter().find(|c| c.id == *asked).or_else(|| all.iter().find(|c| c.label == *asked)));
    if let (Some(asked), None) = (&asked, criterion) {
        options.unknown("call.unknown_criterion", "criterion", asked, &set.0.id());
    }
    let case = Case::read(data, options)?;
    let assessment = case.assess(set)?;
    let Some(criterion) = criterion else { return Ok(assessment.explain(lang)) };
    assessment.explain_criterion(&criterion.id, lang).ok_or_else(|| {
        let (id, scheme) = (&criterion.id, &assessment.scheme().id);
        let (vi, en) = (format!("`{id}` không thuộc phương án `{scheme}`"), format!("`{id}` is not part of scheme `{scheme}`"));
        Told::new("call.not_in_scheme", "/criterion", vi, en).into()
    })
}
