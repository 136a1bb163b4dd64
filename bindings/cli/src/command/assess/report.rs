//! A report written to a file.

use crate::args::Assess;
use crate::failure::Failure;
use crate::settings::Settings;
use crate::texts::{T, fill};
use dothi::Assessment;
use std::io::Write;
use std::path::Path;

/// A report that was asked for.
pub(super) struct Report<'a> {
    path: &'a Path,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Html,
    Docx,
}

/// What `--report` asks; its file name says how it is written.
pub(super) fn asked<'a>(args: &'a Assess, settings: &Settings) -> Result<Option<Report<'a>>, Failure> {
    let Some(path) = args.report.as_deref() else { return Ok(None) };
    if let Some(format) = settings.format {
        return Err(Failure::Usage(fill(T::ReportOrFormat, settings.lang, &[("format", format.word())])));
    }
    let is = |known: &str| path.extension().is_some_and(|e| e.eq_ignore_ascii_case(known));
    let kind = if is("html") || is("htm") {
        Kind::Html
    } else if is("docx") {
        Kind::Docx
    } else {
        let path = path.display().to_string();
        return Err(Failure::Usage(fill(T::ReportEnding, settings.lang, &[("path", &path)])));
    };
    Ok(Some(Report { path, kind }))
}

impl Report<'_> {
    /// Writes the file and says where it is.
    pub(super) fn write(&self, all: &[Assessment<'_>], settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
        let name = self.path.display().to_string();
        let bytes = match self.kind {
            Kind::Html => dothi_report::html(all, settings.lang).into_bytes(),
            Kind::Docx => dothi_report::docx(all, settings.lang).map_err(|error| Failure::Usage(format!("{name}: {error}")))?,
        };
        std::fs::write(self.path, bytes).map_err(|error| Failure::File(name.clone(), error))?;
        writeln!(out, "{}", fill(T::ReportWritten, settings.lang, &[("path", &name)]))?;
        Ok(())
    }
}
