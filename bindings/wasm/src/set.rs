//! A loaded criteria set, kept inside the module between calls.

use crate::fault::refused;
use alloc::string::String;
use dothi::CriteriaSet;
use wasm_bindgen::prelude::wasm_bindgen;

/// A criteria set, checked, ready to judge.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Set(pub(crate) CriteriaSet);

#[wasm_bindgen]
impl Set {
    /// Reads and checks the bytes of a criteria file.
    ///
    /// # Errors
    /// A JSON list of every finding.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Set, String> {
        CriteriaSet::from_json(bytes).map(Set).map_err(|findings| refused(&findings))
    }
}
