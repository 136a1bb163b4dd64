//! What is wrong with a file or with data: every fault at once, each with a stable code, a place and what to do.

mod code;

use crate::text::{Lang, pick};
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use serde::{Serialize, Serializer, ser::SerializeStruct};

pub use code::Code;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Severity {
    /// Said for completeness; nothing is in doubt.
    Note,
    /// Worth a look; the file is used.
    Warning,
    /// The file is refused.
    Error,
}

/// The stage of loading at which a finding is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Class {
    /// Bytes, JSON or CSV grammar, number text.
    Lexical,
    /// A key, a type or a choice is wrong.
    Shape,
    /// Each value is well formed, together they are not.
    Meaning,
}

/// Where in the input a finding is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// JSON pointer (RFC 6901); empty for the whole document.
    Pointer(String),
    /// A cell of a table: table name (may be empty), row as a spreadsheet counts it, column name (may be empty).
    Cell {
        /// Table or file name; empty when there is only one.
        table: String,
        /// Row, the header being row 1; 0 for the whole table.
        row: u32,
        /// Column header; empty for the whole row.
        column: String,
    },
}

impl Place {
    #[cfg(feature = "csv")]
    pub(crate) fn cell(table: &str, row: u32, column: &str) -> Self {
        Self::Cell { table: shorten(table.into()), row, column: shorten(column.into()) }
    }

    /// The place in words of a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Pointer(pointer) if pointer.is_empty() => pick(lang, "toàn tệp", "whole file").into(),
            Self::Pointer(pointer) => pointer.clone(),
            Self::Cell { table, row, column } => {
                let mut parts: Vec<String> = Vec::new();
                if !table.is_empty() {
                    parts.push(table.clone());
                }
                if *row > 0 {
                    parts.push(alloc::format!("{} {row}", pick(lang, "dòng", "row")));
                }
                if !column.is_empty() {
                    parts.push(alloc::format!("{} {column}", pick(lang, "cột", "column")));
                }
                if parts.is_empty() {
                    parts.push(pick(lang, "toàn tệp", "whole file").into());
                }
                parts.join(", ")
            }
        }
    }
}

/// Where a piece of data stood in its input. It is no part of the data: any two are equal and it is never printed.
#[derive(Clone, Default)]
pub struct Origin(Option<Place>);

impl Origin {
    /// The place; the whole file when it is not known.
    #[must_use]
    pub fn place(&self) -> Place {
        self.0.clone().unwrap_or_else(|| Place::Pointer(String::new()))
    }

    /// The place of something inside: a JSON pointer grows by the step, a table cell stays what it is.
    pub(crate) fn within(&self, step: &str) -> Place {
        match self.place() {
            Place::Pointer(pointer) => Place::Pointer(pointer + step),
            cell @ Place::Cell { .. } => cell,
        }
    }
}

impl From<Place> for Origin {
    fn from(place: Place) -> Self {
        Self(Some(place))
    }
}

impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Origin")
    }
}

/// One fault or remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    code: Code,
    place: Place,
    args: Vec<(&'static str, Arg)>,
}

impl Finding {
    pub(crate) fn new(code: Code, place: Place) -> Self {
        Self { code, place, args: Vec::new() }
    }

    pub(crate) fn at(code: Code, pointer: impl Into<String>) -> Self {
        Self::new(code, Place::Pointer(pointer.into()))
    }

    #[must_use]
    pub(crate) fn with(mut self, key: &'static str, value: impl ToString) -> Self {
        self.args.push((key, Arg::Input(shorten(value.to_string()))));
        self
    }

    /// A value that has its own word in each language: (Vietnamese, English).
    #[must_use]
    pub(crate) fn with_both(mut self, key: &'static str, words: (impl Into<Cow<'static, str>>, impl Into<Cow<'static, str>>)) -> Self {
        self.args.push((key, Arg::Words(words.0.into(), words.1.into())));
        self
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// How much it weighs.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// What is wrong, why, and what to do, in a language; without the place.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let mut out = String::new();
        let mut rest = self.code.template(lang);
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((key, tail)) = after.split_once('}') else { break };
            let value = self.args.iter().find(|(k, _)| *k == key).map_or("?", |(_, v)| v.get(lang));
            out.push_str(value);
            rest = tail;
        }
        out.push_str(rest);
        out
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Arg {
    Input(String),
    Words(Cow<'static, str>, Cow<'static, str>),
}

impl Arg {
    fn get(&self, lang: Lang) -> &str {
        match self {
            Self::Input(text) => text,
            Self::Words(vi, en) => match lang {
                Lang::Vi => vi,
                Lang::En => en,
            },
        }
    }
}

/// Input text quoted in a message is cut so that hostile input cannot flood a screen.
fn shorten(text: String) -> String {
    const MOST: usize = 160;
    let clean = |c: char| if c.is_control() || is_invisible(c) { '\u{FFFD}' } else { c };
    if text.chars().count() <= MOST {
        return text.chars().map(clean).collect();
    }
    text.chars().take(MOST).map(clean).chain(core::iter::once('…')).collect()
}

/// Characters without width and marks of writing direction: they would make a message read as something else.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} [{}]", self.place.text(Lang::En), self.message(Lang::En), self.code)
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Finding", 5)?;
        s.serialize_field("code", self.code.as_str())?;
        s.serialize_field("severity", &self.severity())?;
        s.serialize_field("class", &self.code.class())?;
        let place: Cow<'_, str> = match &self.place {
            Place::Pointer(pointer) => Cow::Borrowed(pointer),
            cell @ Place::Cell { .. } => Cow::Owned(cell.text(Lang::En)),
        };
        s.serialize_field("place", &place)?;
        s.serialize_field("message", &crate::text::Text::new(self.message(Lang::Vi), self.message(Lang::En)))?;
        s.end()
    }
}

/// All findings of one load, in the order of the input.
///
/// At most a thousand errors and a thousand remarks are kept; then one more says that there are more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    list: Vec<Finding>,
    errors: usize,
    remarks: usize,
}

/// More findings than this say no more to anybody.
const MOST_FINDINGS: usize = 1_000;

impl Serialize for Findings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.list.serialize(serializer)
    }
}

impl Findings {
    pub(crate) fn push(&mut self, finding: Finding) {
        let error = finding.severity() == Severity::Error;
        let (count, last) = if error { (&mut self.errors, Code::TooManyFindings) } else { (&mut self.remarks, Code::MoreRemarks) };
        *count += 1;
        match (*count).cmp(&(MOST_FINDINGS + 1)) {
            core::cmp::Ordering::Less => self.list.push(finding),
            core::cmp::Ordering::Equal => self.list.push(Finding::at(last, "").with("most", MOST_FINDINGS)),
            core::cmp::Ordering::Greater => {}
        }
    }

    /// True when further errors are only counted.
    pub(crate) fn is_full(&self) -> bool {
        self.errors > MOST_FINDINGS
    }

    /// The findings.
    pub fn iter(&self) -> core::slice::Iter<'_, Finding> {
        self.list.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// True when nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// True when at least one is an error, so that the input is refused.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// `Err` with all findings when one is an error, else the value with the remaining remarks.
    pub(crate) fn settle<T>(self, value: Option<T>) -> Result<(T, Findings), Findings> {
        match value {
            Some(value) if !self.has_errors() => Ok((value, self)),
            _ => Err(self),
        }
    }
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter = core::slice::Iter<'a, Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, finding) in self.list.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{}. {finding}", i + 1)?;
        }
        Ok(())
    }
}

impl core::error::Error for Findings {}

#[cfg(test)]
mod tests {
    use super::{Code, Finding, Findings};
    use crate::text::Lang;
    use alloc::string::ToString;

    #[test]
    fn a_message_names_its_values_in_both_languages() {
        let finding = Finding::at(Code::DecimalGrammar, "/a/0").with("value", "1_0");
        assert_eq!(finding.to_string(), "/a/0: `1_0` is not a decimal number; write digits with a point, like 12.5 [json.decimal_grammar]");
        assert!(finding.message(Lang::Vi).contains("`1_0`"));
    }

    #[test]
    fn hostile_text_is_cut_and_findings_are_counted() {
        let long = "x\n".repeat(10_000);
        let finding = Finding::at(Code::DecimalGrammar, "").with("value", long);
        assert!(finding.to_string().chars().count() < 400);
        let mut all = Findings::default();
        for _ in 0..5_000 {
            all.push(finding.clone());
        }
        assert_eq!(all.len(), 1_001);
        assert!(all.has_errors());
        let mut remarks = Findings::default();
        for _ in 0..5_000 {
            remarks.push(Finding::at(Code::CityUnfinished, ""));
        }
        assert_eq!(remarks.len(), 1_001);
        assert!(!remarks.has_errors(), "remarks never refuse a file, however many");
    }
}
