#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;
#[cfg(any(test, feature = "docx"))]
extern crate std;

mod card;
pub mod chart;
mod charts;
mod content;
#[cfg(feature = "docx")]
mod docx;
mod html;
#[cfg(feature = "programme")]
mod markdown;
mod model;
pub mod number;
#[cfg(feature = "panel")]
pub mod panel;
#[cfg(feature = "programme")]
pub mod programme;
pub mod wording;
mod words;

pub use card::{card, card_style};
pub use charts::Charts;
#[cfg(feature = "docx")]
pub use docx::DocxError;

use alloc::string::String;
use dothi::{Assessment, Lang};

/// The report of one place, or of several: first a comparison, then a part for each place, in one self-contained HTML file.
///
/// Places of one report are judged by the same set, scheme and parameters, on the same day. The file needs no network, runs no script,
/// prints on A4 with the marks of honesty on every page, and is the same for the same results, byte for byte.
///
/// ```
/// use dothi::{AssessOptions, CityFile, Date, Lang};
///
/// let set = dothi::builtin::load("dti-922").unwrap();
/// let (file, _) = CityFile::from_json(include_bytes!("../../../examples/dti-922-2022.json")).unwrap();
/// let assessment = set.assess(&file.cities[0], &AssessOptions::new(Date::parse("2026-11-21").unwrap())).unwrap();
/// let page = dothi_report::html(&[assessment], Lang::Vi);
/// assert!(page.starts_with("<!DOCTYPE html>") && page.contains("0,800175"));
/// ```
#[must_use]
pub fn html(assessments: &[Assessment<'_>], lang: Lang) -> String {
    html::write(&content::document(assessments, lang))
}

/// The same report as a Word document: headings, tables and the marks on every page; charts are bars of shaded cells.
///
/// # Errors
/// When the document is larger than a ZIP archive may be.
///
/// ```
/// use dothi::{AssessOptions, CityFile, Date, Lang};
///
/// let set = dothi::builtin::load("dti-922").unwrap();
/// let (file, _) = CityFile::from_json(include_bytes!("../../../examples/dti-922-2022.json")).unwrap();
/// let assessment = set.assess(&file.cities[0], &AssessOptions::new(Date::parse("2026-11-21").unwrap())).unwrap();
/// assert!(dothi_report::docx(&[assessment], Lang::Vi).unwrap().starts_with(b"PK"));
/// ```
#[cfg(feature = "docx")]
pub fn docx(assessments: &[Assessment<'_>], lang: Lang) -> Result<alloc::vec::Vec<u8>, DocxError> {
    docx::write(&content::document(assessments, lang))
}
