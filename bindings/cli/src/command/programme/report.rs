//! `programme report`: a local report as a document.

use super::super::Answer;
use super::files;
use crate::DONE;
use crate::args::ProgrammeReport;
use crate::failure::Failure;
use crate::input::Reader;
use crate::settings::Settings;
use crate::texts::{T, fill};
use dothi::programme::{LocalReport, Outline, ReportFile};
use dothi::{CsvStyle, Lang, NumberStyle, Separator};
use dothi_report::programme::{local_docx, local_html, local_markdown};
use std::io::Write;
use std::path::Path;

pub(super) fn run(args: &ProgrammeReport, settings: &Settings, out: &mut dyn Write) -> Answer {
    settings.no_format("programme report")?;
    let reader = Reader::new(settings);
    let outline = files::outline(args.reading.outline.as_deref(), &reader)?;
    let (report, _) = files::one(&args.file, args.unit.as_deref(), args.reading.numbers, &outline, &reader, settings)?;
    match args.output.as_deref().filter(|name| *name != "-") {
        None => out.write_all(local_markdown(&report, &outline, settings.lang).as_bytes())?,
        Some(name) => {
            let bytes = document(name, &report, &outline, settings)?;
            std::fs::write(name, bytes).map_err(|error| Failure::File(name.into(), error))?;
            writeln!(out, "{}", fill(T::ReportWritten, settings.lang, &[("path", name)]))?;
        }
    }
    Ok(DONE)
}

fn document(name: &str, report: &LocalReport, outline: &Outline, settings: &Settings) -> Result<Vec<u8>, Failure> {
    let lang = settings.lang;
    Ok(match ending(name).as_str() {
        "html" | "htm" => local_html(report, outline, lang).into_bytes(),
        "json" => ReportFile::new(vec![report.clone()]).to_json().into_bytes(),
        "csv" => table(report, outline, lang).into_bytes(),
        "md" => local_markdown(report, outline, lang).into_bytes(),
        "docx" => local_docx(report, outline, lang).map_err(|error| Failure::Usage(format!("{name}: {error}")))?,
        _ => return Err(Failure::Usage(fill(T::NoSuchEnding, lang, &[("name", name), ("known", ".csv, .docx, .html, .json, .md")]))),
    })
}

/// As spreadsheet programs of the language expect it; it is read like the template.
fn table(report: &LocalReport, outline: &Outline, lang: Lang) -> String {
    let (separator, numbers) = if lang == Lang::Vi { (Separator::Semicolon, NumberStyle::Vi) } else { (Separator::Comma, NumberStyle::En) };
    let style = CsvStyle::default().with_mark(true).with_separator(separator).with_numbers(numbers);
    ReportFile::new(vec![report.clone()]).to_csv(outline, &style, lang)
}

/// The ending of a file name in small letters.
pub(super) fn ending(name: &str) -> String {
    Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase()
}
