//! What stops a call: findings of the library, or a call that asks for something that cannot be done.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::json::Writer;
use dothi::{Class, Finding, Findings, Lang, Place, Severity, Text};
use serde::Serialize;
use serde_json::value::RawValue;

/// What a verb gives: JSON text (or a table), or a JSON list of findings.
pub(crate) type Answer = Result<String, String>;

/// A finding with the members that the library gives one, or a fault of the call itself in the same shape.
///
/// A place is a JSON pointer into the data, or into the options for a fault of the call, or a cell in words; then it also stands there
/// in its parts, for those who show it in their own words.
#[derive(Debug)]
pub(crate) struct Told {
    code: &'static str,
    severity: Severity,
    class: Class,
    place: String,
    place_words: Option<Text>,
    cell: Option<Cell>,
    pub(crate) unit: Option<String>,
    pub(crate) file: Option<String>,
    message: Text,
}

#[derive(Debug)]
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
            class: Class::Shape,
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

    /// Its members.
    pub(crate) fn write(w: &mut Writer, told: &Self) {
        w.text("code", told.code);
        w.text("severity", told.severity.as_str());
        w.text("class", told.class.as_str());
        w.text("place", &told.place);
        if let Some(place) = &told.place_words {
            languages(w, "place_words", place);
        }
        if let Some(cell) = &told.cell {
            w.inner("cell", |w| {
                w.text("table", &cell.table);
                w.count("row", cell.row);
                w.text("column", &cell.column);
            });
        }
        w.text_if("unit", told.unit.as_deref());
        w.text_if("file", told.file.as_deref());
        languages(w, "message", &told.message);
    }
}

fn languages(w: &mut Writer, key: &str, said: &Text) {
    w.inner(key, |w| {
        w.text("vi", &said.vi);
        w.text("en", &said.en);
    });
}

impl From<&Finding> for Told {
    fn from(finding: &Finding) -> Self {
        let (place, place_words, cell) = match finding.place() {
            Place::Pointer(pointer) => (pointer.clone(), None, None),
            other => (other.text(Lang::En), Some(words(other)), Cell::of(other)),
        };
        let code = finding.code();
        Self {
            code: code.as_str(),
            severity: code.severity(),
            class: code.class(),
            place,
            place_words,
            cell,
            unit: None,
            file: None,
            message: finding.both(),
        }
    }
}

/// One fault as the error of a call.
impl From<Told> for String {
    fn from(fault: Told) -> Self {
        list(&[fault])
    }
}

/// A JSON list of them.
pub(crate) fn list(faults: &[Told]) -> String {
    Writer::array(faults, Told::write)
}

/// Every finding.
pub(crate) fn told(findings: &Findings) -> Vec<Told> {
    findings.iter().map(Told::from).collect()
}

/// Every finding as a member of what a part answers.
pub(crate) fn inside(findings: &Findings) -> Option<Box<RawValue>> {
    RawValue::from_string(refused(findings)).ok()
}

/// Findings as a JSON list: the error of a call, or remarks.
pub(crate) fn refused(findings: &Findings) -> String {
    list(&told(findings))
}

/// Every finding of one of several inputs, which each names; an input alone has no name.
pub(crate) fn told_in(input: &str, findings: &Findings) -> Vec<Told> {
    let mut all = told(findings);
    for finding in all.iter_mut().filter(|_| !input.is_empty()) {
        finding.file = Some(input.into());
    }
    all
}

/// The same as the error of a call.
pub(crate) fn refused_in(input: &str, findings: &Findings) -> String {
    list(&told_in(input, findings))
}

/// JSON text of something that always has one; for parts alone, since the core writes its own.
pub(crate) fn text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Text of the caller, cut so that it cannot flood a message.
pub(crate) fn quoted(text: &str) -> String {
    const MOST: usize = 80;
    let cut: String = text.chars().take(MOST).filter(|c| !c.is_control()).collect();
    if text.chars().count() > MOST { cut + "…" } else { cut }
}
