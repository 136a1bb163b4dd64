//! What is wrong with a file or with data: every fault at once, each with a stable code, a place and what to do.

mod code;

use crate::json::Writer;
use crate::text::{Lang, Text, join, pick};
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

impl Severity {
    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
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

impl Class {
    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lexical => "lexical",
            Self::Shape => "shape",
            Self::Meaning => "meaning",
        }
    }
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
    /// A cell of a workbook.
    Sheet {
        /// Name of the sheet.
        sheet: String,
        /// Row, from 1; 0 for the whole sheet.
        row: u32,
        /// Column, A being 1; 0 for the whole row.
        column: u32,
        /// The heading of the column as people see it; empty where it has none.
        header: String,
    },
}

impl Place {
    #[cfg(feature = "csv")]
    pub(crate) fn cell(table: &str, row: u32, column: &str) -> Self {
        Self::Cell { table: shorten(table.into()), row, column: shorten(column.into()) }
    }

    /// A cell of a workbook; 0 and an empty heading where a step is not known. Hostile names are cut short. A table without a sheet
    /// name comes of a text file: its cells are named by row and heading.
    #[must_use]
    pub fn sheet(sheet: &str, row: u32, column: u32, header: &str) -> Self {
        if sheet.is_empty() {
            return Self::Cell { table: String::new(), row, column: shorten(header.into()) };
        }
        Self::Sheet { sheet: shorten(sheet.into()), row, column, header: shorten(header.into()) }
    }

    /// The cell of another column in the same row of a table; any other place stays what it is.
    #[cfg(feature = "csv")]
    pub(crate) fn at_column(&self, name: &str) -> Self {
        match self {
            Self::Cell { table, row, .. } => Self::cell(table, *row, name),
            other => other.clone(),
        }
    }

    /// The place in Vietnamese and English, for a message that names a second place.
    #[must_use]
    pub fn both(&self) -> (String, String) {
        (self.text(Lang::Vi), self.text(Lang::En))
    }

    /// The pointer as it is, a cell in English.
    fn as_written(&self) -> Cow<'_, str> {
        match self {
            Self::Pointer(pointer) => Cow::Borrowed(pointer),
            cell => Cow::Owned(cell.text(Lang::En)),
        }
    }

    /// The place in words of a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Sheet { sheet, row, column, header } => sheet_text(sheet, *row, *column, header, lang),
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
                join(parts.iter().map(String::as_str), ", ")
            }
        }
    }
}

/// A cell as spreadsheet programs name it, with the heading over it: `Nước!F12 (cột Giá trị)`.
fn sheet_text(sheet: &str, row: u32, column: u32, header: &str, lang: Lang) -> String {
    // Letters of other scripts stand in quotes too, which programs read as well: the tables of all scripts are 2 KB of a web page.
    let letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ');
    let bare = sheet.chars().all(letter) && !sheet.starts_with(|c: char| c.is_ascii_digit());
    let mut name = String::new();
    for c in sheet.chars() {
        if c == '\'' {
            name.push(c);
        }
        name.push(c);
    }
    if !bare {
        name = alloc::format!("'{name}'");
    }
    let mut out = match (row, column) {
        (0, 0) => alloc::format!("{} {name}", pick(lang, "trang tính", "sheet")),
        (0, _) => alloc::format!("{name}!{0}:{0}", column_letters(column)),
        (_, 0) => alloc::format!("{name}!{row}:{row}"),
        _ => alloc::format!("{name}!{}{row}", column_letters(column)),
    };
    if !header.is_empty() {
        out.push_str(&alloc::format!(" ({} {header})", pick(lang, "cột", "column")));
    }
    out
}

/// The letters of a column: 1 is A, 27 is AA.
fn column_letters(column: u32) -> String {
    let mut letters = String::new();
    let mut rest = column;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters
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
            cell => cell,
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
    /// A finding of a reader: its wording says which values it names.
    #[must_use]
    #[inline(never)]
    pub fn new(code: Code, place: Place) -> Self {
        Self { code, place, args: Vec::new() }
    }

    pub(crate) fn at(code: Code, pointer: impl Into<String>) -> Self {
        Self::new(code, Place::Pointer(pointer.into()))
    }

    /// A value that the wording names in braces; long or invisible text is cut.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl fmt::Display) -> Self {
        self.put(key, &value);
        self
    }

    /// One function for values of all types: findings are named in many places.
    #[inline(never)]
    fn put(&mut self, key: &'static str, value: &dyn fmt::Display) {
        self.args.push((key, Arg::Input(shorten(value.to_string()))));
    }

    /// A value that has its own word in each language: (Vietnamese, English).
    #[must_use]
    pub fn with_both(mut self, key: &'static str, words: (impl Into<Cow<'static, str>>, impl Into<Cow<'static, str>>)) -> Self {
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

    /// A value that the wording names in braces; none under another name.
    #[must_use]
    pub fn value(&self, key: &str, lang: Lang) -> Option<&str> {
        self.args.iter().find(|(own, _)| *own == key).map(|(_, value)| value.get(lang))
    }

    /// As canonical JSON.
    pub(crate) fn write(w: &mut Writer, finding: &Self) {
        if let Place::Sheet { sheet, row, column, header } = &finding.place {
            w.inner("cell", |w| {
                w.text("column", &column_letters(*column));
                w.text("header", header);
                w.count("row", *row);
                w.text("sheet", sheet);
            });
        }
        w.text("class", finding.code.class().as_str());
        w.text("code", finding.code.as_str());
        w.both("message", Some(&finding.both()));
        w.text("place", &finding.place.as_written());
        w.text("severity", finding.severity().as_str());
    }

    /// The message in both languages.
    #[must_use]
    pub fn both(&self) -> Text {
        Text::new(self.message(Lang::Vi), self.message(Lang::En))
    }

    /// What is wrong, why, and what to do, in a language; without the place.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let mut out = String::new();
        let mut rest = self.code.template(lang);
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((key, tail)) = after.split_once('}') else { break };
            out.push_str(self.value(key, lang).unwrap_or("?"));
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
    let mut out = String::new();
    for (at, c) in text.chars().enumerate() {
        if at == MOST {
            out.push('…');
            break;
        }
        out.push(clean(c));
    }
    out
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
        let mut s = serializer.serialize_struct("Finding", 6)?;
        s.serialize_field("code", self.code.as_str())?;
        s.serialize_field("severity", &self.severity())?;
        s.serialize_field("class", &self.code.class())?;
        s.serialize_field("place", &self.place.as_written())?;
        if let Place::Sheet { sheet, row, column, header } = &self.place {
            let cell = SheetCell { sheet, row: *row, column: column_letters(*column), header };
            s.serialize_field("cell", &cell)?;
        }
        s.serialize_field("message", &self.both())?;
        s.end()
    }
}

/// A cell of a workbook for programs.
#[derive(Serialize)]
struct SheetCell<'a> {
    sheet: &'a str,
    row: u32,
    column: String,
    header: &'a str,
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
    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        let error = finding.severity() == Severity::Error;
        let (count, last) = if error { (&mut self.errors, Code::TooManyFindings) } else { (&mut self.remarks, Code::MoreRemarks) };
        *count += 1;
        match (*count).cmp(&(MOST_FINDINGS + 1)) {
            core::cmp::Ordering::Less => self.list.push(finding),
            core::cmp::Ordering::Equal => self.list.push(Finding::at(last, "").with("most", MOST_FINDINGS)),
            core::cmp::Ordering::Greater => {}
        }
    }

    /// Adds those of another step of the same load.
    pub fn append(&mut self, other: Self) {
        // What the other one counted but did not keep makes this one overflow too: its last finding says that there are more.
        for finding in other.list {
            self.push(finding);
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

    /// `Err` with all findings when one is an error or there is no value, else the value with the remaining remarks.
    ///
    /// # Errors
    /// All findings, when one of them is an error.
    pub fn settle<T>(self, value: Option<T>) -> Result<(T, Findings), Findings> {
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
    use super::{Code, Finding, Findings, Place};
    use crate::json::Writer;
    use crate::text::Lang;
    use alloc::string::ToString;

    #[test]
    fn a_message_names_its_values_in_both_languages() {
        let finding = Finding::at(Code::DecimalGrammar, "/a/0").with("value", "1_0");
        assert_eq!(finding.to_string(), "/a/0: `1_0` is not a decimal number; write digits with a point, like 12.5 [json.decimal_grammar]");
        assert!(finding.message(Lang::Vi).contains("`1_0`"));
    }

    #[test]
    fn a_cell_of_a_workbook_is_named_as_spreadsheets_do() {
        let text = |place: Place| place.text(Lang::Vi);
        assert_eq!(text(Place::sheet("Nước", 12, 6, "Giá trị")), "Nước!F12 (cột Giá trị)");
        assert_eq!(text(Place::sheet("Số liệu chung", 7, 28, "")), "'Số liệu chung'!AB7");
        assert_eq!(text(Place::sheet("L'an 1", 0, 702, "")), "'L''an 1'!ZZ:ZZ");
        assert_eq!((text(Place::sheet("A", 3, 0, "")), text(Place::sheet("A", 0, 0, ""))), ("A!3:3".into(), "trang tính A".into()));
        assert_eq!(text(Place::sheet("", 3, 2, "OBS_VALUE")), "dòng 3, cột OBS_VALUE");
        let finding = Finding::new(Code::DecimalGrammar, Place::sheet("Nước", 12, 6, "Giá trị")).with("value", "x");
        let json = serde_json::to_value(&finding).unwrap();
        assert_eq!(json["place"], "Nước!F12 (column Giá trị)");
        assert_eq!(json["cell"], serde_json::json!({"sheet": "Nước", "row": 12, "column": "F", "header": "Giá trị"}));
        let written = Writer::object(|w| Finding::write(w, &finding));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), json);
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
