//! A loaded criteria set, kept inside the module between calls.

use crate::fault::{Told, refused};
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

    /// A set of the package, as it was packed when that was built.
    ///
    /// # Errors
    /// A JSON list that says that it is none.
    pub fn packed(text: &str) -> Result<Set, String> {
        let not = || Told::new("call.not_a_set", "/set", "đây không phải bộ tiêu chí của gói này", "this is no set of this package").into();
        CriteriaSet::from_packed(text).map(|set| Set(Rc::new(set))).ok_or_else(not)
    }
}

impl Set {
    /// The kind of place that a form is asked for.
    pub(crate) fn kind(&self, options: &mut Options) -> Option<dothi::UnitKind> {
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
