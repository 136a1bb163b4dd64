//! A set as its file.

use crate::Set;
use alloc::string::String;
use wasm_bindgen::prelude::wasm_bindgen;

/// The criteria file of a set: JSON that loads to the same set.
#[wasm_bindgen]
#[must_use]
pub fn set_file(set: &Set) -> String {
    set.0.to_json()
}
