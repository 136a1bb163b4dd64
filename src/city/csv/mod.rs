//! City data from and to CSV: a table with one row for each fact.
//!
//! The columns, in any order: `unit_code`, `item`, `data_point`, `role`, `part`, `period`, `value`, `unit`, `status`,
//! `quality`, `sampling`, `source`, `note`, the `evidence_…` and `review…` columns, `not_applicable_reason`; and `title`,
//! `question`, `threshold` and their like, which a template shows and nobody reads. `item` is a criterion, or `unit` (an attribute of the
//! place: its name in `role`, its value in `value`), `reference` or `published`.

mod columns;
mod decode;
mod draft;
mod facts;
mod guard;
mod header;
mod item;
mod line;
mod numbers;
mod quote;
mod row;
mod rows;
mod style;
mod table;
mod unit;
mod words;
mod write;

use super::json::CityFile;
use crate::finding::{Code, Finding, Findings, Place};
use crate::records::{Next, Records};
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use columns::Column;
use draft::Draft;
use header::Header;
use item::Item;
use line::Line;
use numbers::{Numbers, Proofs, Style};
use row::{Row, Sink};

#[cfg(any(feature = "panel", feature = "programme"))]
pub(crate) use decode::decode;
#[cfg(any(feature = "panel", feature = "programme"))]
pub(crate) use numbers::{Numbers as CellNumbers, Proofs as NumberProofs};
#[cfg(any(feature = "panel", feature = "programme"))]
pub(crate) use words::{day_first, yes_or_no};
#[cfg(feature = "programme")]
pub(crate) use write::decimal as csv_decimal;

pub(crate) use guard::without_apostrophe as csv_text;
#[cfg(any(feature = "panel", feature = "programme"))]
pub(crate) use quote::csv_table;

pub use quote::{csv_line, csv_line_as_is};
pub use rows::csv_rows;
pub use style::{CsvStyle, Separator};
pub use table::{CellValue, FactCell, FactColumn, FactRow, FactTable};
#[cfg(feature = "schema")]
pub(crate) use unit::ROLES as ATTRIBUTES;

/// The yearly data of all communes have 300 000 rows.
const MOST_ROWS: u32 = 2_000_000;

/// Vietnam has 3 321 communes.
const MOST_PLACES: usize = 100_000;

/// How a CSV file is to be read.
///
/// ```
/// use dothi::{CsvOptions, NumberStyle};
/// let options = CsvOptions::default().with_numbers(NumberStyle::Vi);
/// assert_eq!(options.numbers, NumberStyle::Vi);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct CsvOptions {
    /// How its numbers are written.
    pub numbers: NumberStyle,
}

impl CsvOptions {
    /// The same with a declared style of numbers.
    #[must_use]
    pub fn with_numbers(mut self, numbers: NumberStyle) -> Self {
        self.numbers = numbers;
        self
    }

    /// The style declared, or the one that the cells prove.
    pub(crate) fn numbers(self, proofs: Proofs) -> Numbers {
        match self.numbers {
            NumberStyle::Auto => proofs.settle(),
            NumberStyle::Vi => Numbers { style: Some(Style::Vi), proof: None },
            NumberStyle::En => Numbers { style: Some(Style::En), proof: None },
        }
    }
}

/// How numbers are written. A whole number without separators is read in any style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum NumberStyle {
    /// What the file itself shows by numbers that can be read one way only. Where it shows nothing, a number that can be read
    /// two ways (`1.234`) is an error.
    #[default]
    Auto,
    /// `1.234,5`
    Vi,
    /// `1,234.5`
    En,
}

impl CityFile {
    /// Reads city data from CSV: UTF-8 or UTF-16, separated by comma, semicolon or tab. With the value come notes and warnings.
    ///
    /// Text is composed (NFC) and the spaces around it are dropped. Dates are `2026-12-31`, `2026-12`, `2026` or, always day
    /// first, `31/12/2026`, `12/2026`.
    ///
    /// # Errors
    /// Every finding at once, each with its row and column: an old encoding, unknown columns, text that is no number, numbers
    /// that can be read two ways, dates that do not exist, codes that lost their zeros.
    ///
    /// ```
    /// use dothi::{CityFile, CsvOptions};
    /// let file = "unit_code;item;role;period;value\n\
    ///     01;unit;name_vi;;Thành phố Ví Dụ\n\
    ///     01;unit;kind;;province\n\
    ///     01;green-area;value;12/2025;12,5\n";
    /// let (cities, _notes) = CityFile::from_csv(file.as_bytes(), &CsvOptions::default()).unwrap();
    /// assert_eq!(cities.cities[0].observations.len(), 1);
    /// ```
    pub fn from_csv(bytes: &[u8], options: &CsvOptions) -> Result<(Self, Findings), Findings> {
        let mut sink = Sink::default();
        let file = match decode::decode(bytes) {
            Ok(text) => read(&text, options, &mut sink),
            Err(finding) => {
                sink.findings.push(finding);
                None
            }
        };
        sink.settle(file, &Place::cell("", 0, ""))
    }

    /// CSV that [`CityFile::from_csv`] reads back to the same data: UTF-8, comma, decimals with a point, every column.
    ///
    /// A text that a spreadsheet program would run as a formula has an apostrophe before it ([`csv_line`]), which reading takes off. Documents and claims that are the same in everything but their criteria become one when they are read back.
    #[must_use]
    pub fn to_csv(&self) -> String {
        self.to_csv_with(&CsvStyle::default())
    }

    /// The same in another style: [`CityFile::from_csv`] reads each of them back to the same data.
    #[must_use]
    pub fn to_csv_with(&self, style: &CsvStyle) -> String {
        write::csv(self, style)
    }
}

fn read(text: &str, options: &CsvOptions, sink: &mut Sink) -> Option<CityFile> {
    let header = Header::read(text, &mut sink.findings)?;
    let survey = survey(text, &header);
    sink.numbers = options.numbers(survey.proofs);
    let mut drafts = Drafts::default();
    let mut records = Records::new(text, header.separator);
    records.next();
    while let Some(next) = records.next_row(MOST_ROWS) {
        match next {
            Ok(record) => {
                if let Some(stray) = header.stray(record) {
                    let finding = Finding::new(Code::CsvCellWithoutColumn, Place::cell("", record.row, "")).with("value", stray);
                    sink.findings.push(finding);
                }
                one(Line::Text { record, columns: &header.columns }, survey.has_codes, &mut drafts, sink);
            }
            Err(bad) => {
                sink.findings.push(bad.finding);
                // What follows is not read, so what is missing is not known.
                if !bad.goes_on {
                    return None;
                }
            }
        }
    }
    drafts.finish(sink, &Place::cell("", 0, ""))
}

/// What must be known of the whole file before its rows are read.
#[derive(Default)]
struct Survey {
    has_codes: bool,
    proofs: Proofs,
}

impl Survey {
    fn look(&mut self, line: Line<'_>) {
        self.has_codes |= !line.cell(Column::UnitCode).is_empty() && !line.cell(Column::Item).is_empty();
        let is_text = line.value(Column::Value).is_none_or(|value| *value == CellValue::Text);
        if is_text && Item::of(line.cell(Column::Item)) != Item::Unit {
            self.proofs.weigh(line.cell(Column::Value), || line.place(Column::Value));
        }
    }
}

fn survey(text: &str, header: &Header) -> Survey {
    let mut survey = Survey::default();
    let mut records = Records::new(text, header.separator);
    records.next();
    loop {
        match records.next() {
            Next::Record if records.row() <= MOST_ROWS => {
                survey.look(Line::Text { record: records.record(), columns: &header.columns });
            }
            Next::TooWide => {}
            _ => return survey,
        }
    }
}

/// Places in the order in which the file first names them.
#[derive(Default)]
struct Drafts {
    list: Vec<Draft>,
    by_code: BTreeMap<String, usize>,
}

impl Drafts {
    fn of(&mut self, code: String, row: Place) -> Option<&mut Draft> {
        let next = self.list.len();
        let at = match self.by_code.get(&code) {
            Some(at) => *at,
            None if next < MOST_PLACES => {
                self.by_code.insert(code.clone(), next);
                self.list.push(Draft::new(code, row));
                next
            }
            None => return None,
        };
        self.list.get_mut(at)
    }

    /// The places with their facts; none when one lacks its code, name or kind.
    fn finish(self, sink: &mut Sink, whole: &Place) -> Option<CityFile> {
        if self.list.is_empty() && !sink.findings.has_errors() {
            sink.findings.push(Finding::new(Code::CsvNoRows, whole.clone()));
        }
        let finished: Vec<_> = self.list.into_iter().map(|draft| draft.finish(sink)).collect();
        Some(CityFile::new(finished.into_iter().collect::<Option<_>>()?))
    }
}

fn one(line: Line<'_>, has_codes: bool, drafts: &mut Drafts, sink: &mut Sink) {
    let mut row = Row { line, sink, asked: [false; Column::COUNT] };
    // Empty rows and headings of a template.
    if !Column::ALL.iter().any(|(_, column)| *column != Column::UnitCode && row.has(*column)) {
        return;
    }
    let code = row.text(Column::UnitCode);
    let Some(name) = row.required(Column::Item) else { return };
    // Facts of nobody are still checked, then dropped.
    let mut nobody = Draft::new(String::new(), line.row_place());
    let draft = match code {
        None if has_codes => {
            if !row.has(Column::UnitCode) {
                let finding = row.find(Code::CsvNoUnitCode, Column::UnitCode);
                row.push(finding);
            }
            &mut nobody
        }
        code => match drafts.of(code.unwrap_or_default(), line.row_place()) {
            Some(draft) => draft,
            None => {
                row.push(Finding::new(Code::CsvTooManyPlaces, line.row_place()).with("most", MOST_PLACES));
                return;
            }
        },
    };
    match Item::of(&name) {
        Item::Unit => draft.attributes.read(&mut row),
        Item::Reference => draft.references.extend(facts::reference(&mut row)),
        Item::Published => draft.published.extend(facts::published(&mut row)),
        Item::Criterion(id) => facts::criterion(&mut row, id, draft),
    }
    row.finish(&name);
}

#[cfg(test)]
mod tests;
