//! `synthesis`: the reports and records of a round as one national report.

use super::reports::{Reports, take};
use super::{Form, form};
use crate::fault::{Answer, Told};
use crate::options::Options;
use alloc::string::String;
use dothi::CsvStyle;
use dothi::programme::{Outline, Synthesis, SynthesisInput};
use wasm_bindgen::prelude::wasm_bindgen;

/// A synthesis, kept while it is written in its forms.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Gathered {
    pub(super) synthesis: Synthesis,
    pub(super) outline: Outline,
}

#[wasm_bindgen]
impl Gathered {
    /// Puts the files of a round together, beside those of the round before where they are given.
    ///
    /// # Errors
    /// A JSON list with what is missing: a round.
    #[wasm_bindgen(constructor)]
    pub fn new(files: Reports, previous: Option<Reports>) -> Result<Gathered, String> {
        let before = previous.map(|files| gather(files, None)).transpose()?;
        gather(files, before.as_ref().map(|before| &before.synthesis))
    }

    /// The document as canonical JSON, or everything as one CSV table.
    ///
    /// # Errors
    /// A JSON list of what is wrong with the options.
    pub fn write(&self, options: &str) -> Answer {
        let mut options = Options::read(options);
        let (form, lang) = (form(&mut options), options.lang());
        Ok(match options.finish(form)? {
            Form::Json => self.synthesis.to_canonical_json(),
            // A file for Excel: it knows UTF-8 by the mark.
            Form::Csv => self.synthesis.to_csv(&CsvStyle::default().with_mark(true), lang),
        })
    }
}

fn gather(files: Reports, previous: Option<&Synthesis>) -> Result<Gathered, String> {
    let taken = take(&files);
    let Reports { outline, asking, .. } = files;
    let Some(asking) = asking else {
        let (vi, en) = ("cần một đợt báo cáo; hãy ghi `round`", "a round is needed; give `round`");
        return Err(Told::new("call.missing_option", "/round", vi, en).into());
    };
    let mut input = SynthesisInput::new(&outline, &asking.round, &asking.asked, taken.reports);
    input.unreadable = taken.unreadable;
    input.records = taken.levels;
    input.previous = previous;
    let synthesis = Synthesis::new(input);
    Ok(Gathered { synthesis, outline })
}
