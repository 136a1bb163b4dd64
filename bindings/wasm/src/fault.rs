//! What stops a call: findings of the library, or a call that asks for something that cannot be done.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Finding, Findings, Lang, Place, Severity, Text};
use serde::Serialize;

/// What a verb gives: JSON text (or a table), or a JSON list of findings.
pub(crate) type Answer = Result<String, String>;

/// A finding as the library writes it, or a fault of the call itself in the same shape.
///
/// A place is a JSON pointer into the data, or into the options for a fault of the call, or a cell in words; then it also stands there
/// in its parts, for those who show it in their own words.
#[derive(Debug, Serialize)]
pub(crate) struct Told {
    code: &'static str,
    severity: Severity,
    class: dothi::Class,
    place: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    place_words: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) file: Option<String>,
    message: Text,
}

#[derive(Debug, Serialize)]
struct Cell {
    table: String,
    row: u32,
    column: String,
}

impl Cell {
    fn of(place: &Place) -> Option<Self> {
        match place {
            Place::Cell { table, row, column } => Some(Self { table: table.clone(), row: *row, column: column.clone() }),
            Place::Sheet { sheet, row, header, .. } => Some(Self { table: sheet.clone(), row: *row, column: header.clone() }),
            _ => None,
        }
    }
}

/// A place in both languages.
pub(crate) fn words(place: &Place) -> Text {
    Text::new(place.text(Lang::Vi), place.text(Lang::En))
}

impl Told {
    /// The two wordings are Vietnamese and English.
    pub(crate) fn new(code: &'static str, place: impl Into<String>, vi: impl Into<String>, en: impl Into<String>) -> Self {
        let message = Text::new(vi, en);
        Self {
            code,
            severity: Severity::Error,
            class: dothi::Class::Shape,
            place: place.into(),
            place_words: None,
            cell: None,
            unit: None,
            file: None,
            message,
        }
    }

    /// A word of the caller that is none of those known.
    pub(crate) fn unknown(code: &'static str, place: impl Into<String>, asked: &str, known: &str) -> Self {
        let asked = quoted(asked);
        Self::new(code, place, format!("`{asked}` không phải một trong: {known}"), format!("`{asked}` is none of: {known}"))
    }
}

impl From<&Finding> for Told {
    fn from(finding: &Finding) -> Self {
        let (place, place_words, cell) = match finding.place() {
            Place::Pointer(pointer) => (pointer.clone(), None, None),
            other => (other.text(Lang::En), Some(words(other)), Cell::of(other)),
        };
        let code = finding.code();
        let message = Text::new(finding.message(Lang::Vi), finding.message(Lang::En));
        Self {
            code: code.as_str(),
            severity: code.severity(),
            class: code.class(),
            place,
            place_words,
            cell,
            unit: None,
            file: None,
            message,
        }
    }
}

/// One fault as the error of a call.
impl From<Told> for String {
    fn from(fault: Told) -> Self {
        text(&Vec::from([fault]))
    }
}

/// Every finding.
pub(crate) fn told(findings: &Findings) -> Vec<Told> {
    findings.iter().map(Told::from).collect()
}

/// Findings as the error of a call.
pub(crate) fn refused(findings: &Findings) -> String {
    text(&told(findings))
}

/// The same of one of several inputs, which each finding names.
pub(crate) fn refused_in(input: &str, findings: &Findings) -> String {
    let named = |mut finding: Told| {
        finding.file = Some(input.into());
        finding
    };
    text(&told(findings).into_iter().map(named).collect::<Vec<_>>())
}

/// JSON text of something that always has one.
pub(crate) fn text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Text of the caller, cut so that it cannot flood a message.
pub(crate) fn quoted(text: &str) -> String {
    const MOST: usize = 80;
    let cut: String = text.chars().take(MOST).filter(|c| !c.is_control()).collect();
    if text.chars().count() > MOST { cut + "…" } else { cut }
}
