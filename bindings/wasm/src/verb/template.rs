//! `template`: an empty city file.

use crate::Set;
use crate::fault::Answer;
use crate::options::Options;
use alloc::vec::Vec;
use wasm_bindgen::prelude::wasm_bindgen;

/// City data to fill in for a kind of place: JSON, or CSV with headings in a language.
///
/// # Errors
/// A JSON list of what is wrong with the options.
#[wasm_bindgen]
pub fn template(set: &Set, options: &str) -> Answer {
    let mut options = Options::read(options);
    let as_csv = options.choice("format", &[("json", false), ("csv", true)]);
    let lang = options.lang();
    let asked = options.required("kind").unwrap_or_default();
    let rules = &set.0.header().unit_kinds;
    let kind = rules.iter().map(|rule| rule.kind).find(|kind| kind.as_str() == asked);
    if kind.is_none() && !asked.is_empty() {
        let known: Vec<&str> = rules.iter().map(|rule| rule.kind.as_str()).collect();
        options.unknown("call.kind_not_judged", "kind", &asked, &known.join(", "));
    }
    let (as_csv, kind) = options.finish(as_csv.zip(kind))?;
    Ok(if as_csv { set.0.template_csv(kind, lang) } else { set.0.template_json(kind) })
}
