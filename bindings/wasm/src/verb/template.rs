//! `template`: an empty city file.

use crate::Set;
use crate::fault::Answer;
use crate::options::Options;
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
    let kind = set.kind(&mut options);
    let (as_csv, kind) = options.finish(as_csv.zip(kind))?;
    Ok(if as_csv { set.0.template_csv(kind, lang) } else { set.0.template_json(kind) })
}
