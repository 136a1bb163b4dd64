//! Local reports and the national synthesis as pages, Markdown and Word documents (feature `programme`).
//!
//! ```
//! use dothi::Lang;
//! use dothi::programme::{Outline, ReportFile, Round, Submitted, Synthesis, SynthesisInput};
//!
//! let outline = Outline::builtin().unwrap();
//! let (round, _) = Round::from_json(include_bytes!("../../../examples/programme/dot-2025.json")).unwrap();
//! let (file, _) = ReportFile::from_json(include_bytes!("../../../examples/programme/bao-cao-2025.json")).unwrap();
//! let reports = file.reports.into_iter().map(|report| Submitted::new("bao-cao-2025.json", report)).collect();
//! let synthesis = Synthesis::new(SynthesisInput::new(&outline, &round, &round.units, reports));
//! let page = dothi_report::programme::synthesis_html(&synthesis, &outline, Lang::Vi);
//! assert!(page.contains("DỮ LIỆU HƯ CẤU"));
//! ```

use crate::content::programme::{local, synthesis};
#[cfg(feature = "docx")]
use crate::{DocxError, docx};
use crate::{html, markdown};
use alloc::string::String;
use dothi::Lang;
use dothi::programme::{LocalReport, Outline, Synthesis};

/// A local report as one self-contained page in the layout of offices: number, day, signature and recipients are left blank.
#[must_use]
pub fn local_html(report: &LocalReport, outline: &Outline, lang: Lang) -> String {
    html::write(&local::document(report, outline, lang))
}

/// The same as Markdown.
#[must_use]
pub fn local_markdown(report: &LocalReport, outline: &Outline, lang: Lang) -> String {
    markdown::write(&local::document(report, outline, lang))
}

/// The same as a Word document.
///
/// # Errors
/// When the document is larger than a ZIP archive may be.
#[cfg(feature = "docx")]
pub fn local_docx(report: &LocalReport, outline: &Outline, lang: Lang) -> Result<alloc::vec::Vec<u8>, DocxError> {
    docx::write(&local::document(report, outline, lang))
}

/// The national synthesis as one self-contained page with charts, for screen and A4 paper.
#[must_use]
pub fn synthesis_html(synthesis: &Synthesis, outline: &Outline, lang: Lang) -> String {
    html::write(&synthesis::document(synthesis, outline, lang))
}

/// The same as Markdown; charts become tables.
#[must_use]
pub fn synthesis_markdown(synthesis: &Synthesis, outline: &Outline, lang: Lang) -> String {
    markdown::write(&synthesis::document(synthesis, outline, lang))
}

/// The same as a Word document.
///
/// # Errors
/// When the document is larger than a ZIP archive may be.
#[cfg(feature = "docx")]
pub fn synthesis_docx(synthesis: &Synthesis, outline: &Outline, lang: Lang) -> Result<alloc::vec::Vec<u8>, DocxError> {
    docx::write(&synthesis::document(synthesis, outline, lang))
}
