//! The national programme: local reports, their synthesis, milestones, pilots, priorities, the residents' voice.
//!
//! What other parts share with the part `programme` is an entry of the latter, and for that never inlined.

mod documents;
mod milestones;
mod outline;
mod pilots;
mod place;
mod report;
mod reports;
mod synthesis;
mod voice;

use crate::fault::refused_in;
use crate::options::Options;
use alloc::string::String;
use dothi::programme::{Outline, ReportFile};
use dothi::{CsvOptions, FileKind, Findings, NumberStyle};

/// What comes back: the document, or its rows for a spreadsheet.
#[derive(Clone, Copy)]
enum Form {
    Json,
    Csv,
}

fn form(options: &mut Options) -> Option<Form> {
    options.choice("format", &[("json", Form::Json), ("csv", Form::Csv)])
}

/// The outline of a file; that of dispatch 1683/BXD-PTDT when there are no bytes.
#[inline(never)]
fn outline_of(file: &[u8]) -> Result<Outline, String> {
    let read = if file.is_empty() { Outline::builtin() } else { Outline::from_json(file).map(|(outline, _)| outline) };
    read.map_err(|findings| refused_in("outline", &findings))
}

/// Reports as a caller has them: JSON or CSV.
#[inline(never)]
fn read(data: &[u8], numbers: NumberStyle, outline: &Outline) -> Result<(ReportFile, Findings), Findings> {
    if FileKind::of(data) == FileKind::CityTable {
        return ReportFile::from_csv(data, &CsvOptions::default().with_numbers(numbers), outline);
    }
    ReportFile::from_json(data)
}
