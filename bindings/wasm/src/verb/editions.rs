//! `diff` and `carry`: two editions beside each other, and a place judged by both.

use crate::Set;
use crate::case::Case;
use crate::fault::{Answer, refused};
use crate::options::Options;
use alloc::string::String;
use wasm_bindgen::prelude::wasm_bindgen;

/// Canonical JSON of what differs between two editions.
#[wasm_bindgen]
#[must_use]
pub fn diff(before: &Set, now: &Set) -> String {
    dothi::diff(&before.0, &now.0).to_canonical_json()
}

/// Canonical JSON of a place judged by the edition before and, with the same data, by the edition now; and with newer data where there
/// are any (no bytes for none).
///
/// # Errors
/// A JSON list of what is wrong with the options, or else with the data.
#[wasm_bindgen]
pub fn carry(before: &Set, now: &Set, data: &[u8], newer: &[u8], options: &str) -> Answer {
    let case = Case::read(data, Options::read(options))?;
    let newer = if newer.is_empty() { None } else { Some(Case::read(newer, Options::read(options))?) };
    let mut carry = dothi::carry(&before.0, &now.0, &case.city);
    if let Some(newer) = &newer {
        carry = carry.with_newer(&newer.city);
    }
    let carried = carry.assess(&case.judging).map_err(|fault| refused(&fault.findings))?;
    Ok(carried.to_canonical_json())
}
