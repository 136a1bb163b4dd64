//! `gaps`: what to fix first.

use crate::Set;
use crate::case::Case;
use crate::fault::Answer;
use crate::options::Options;
use dothi::GapOptions;
use wasm_bindgen::prelude::wasm_bindgen;

/// Canonical JSON of the smallest set of criteria to fix so that a level is reached.
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data.
#[wasm_bindgen]
pub fn gaps(set: &Set, data: &[u8], options: &str) -> Answer {
    let mut options = Options::read(options);
    let mut asked = GapOptions::new();
    asked.target = options.level("target");
    asked.costs = options.list("costs", |one| {
        let (id, cost) = (one.required("criterion"), one.decimal("cost"));
        let (id, cost) = id.zip(cost)?;
        if set.0.criterion(&id).is_none() {
            one.unknown("call.unknown_criterion", "criterion", &id, &set.0.id());
        }
        Some((id, cost))
    });
    let case = Case::read(data, options)?;
    let assessment = case.assess(set)?;
    Ok(assessment.gap(&asked).to_canonical_json(&assessment))
}
