//! A loaded criteria set, kept inside the module between calls.

use crate::fault::refused;
use crate::options::Options;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::CriteriaSet;
use wasm_bindgen::prelude::wasm_bindgen;

/// A criteria set, checked, ready to judge.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Set(pub(crate) Rc<CriteriaSet>);

#[wasm_bindgen]
impl Set {
    /// Reads and checks the bytes of a criteria file.
    ///
    /// # Errors
    /// A JSON list of every finding.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Set, String> {
        CriteriaSet::from_json(bytes).map(|set| Set(Rc::new(set))).map_err(|findings| refused(&findings))
    }

    /// Reads a criteria file that was checked before: one of the package, or one that was read here once.
    ///
    /// # Errors
    /// A JSON list of every finding.
    pub fn checked(bytes: &[u8]) -> Result<Set, String> {
        CriteriaSet::from_checked_json(bytes).map(|set| Set(Rc::new(set))).map_err(|findings| refused(&findings))
    }
}

impl Set {
    /// The kind of place that a form is asked for.
    pub(crate) fn kind(&self, options: &mut Options<'_>) -> Option<dothi::UnitKind> {
        let asked = options.required("kind")?;
        let rules = &self.0.header().unit_kinds;
        let kind = rules.iter().map(|rule| rule.kind).find(|kind| kind.as_str() == asked);
        if kind.is_none() {
            let known: Vec<&str> = rules.iter().map(|rule| rule.kind.as_str()).collect();
            options.unknown("call.kind_not_judged", "kind", &asked, &known.join(", "));
        }
        kind
    }
}
