//! The cells of a sheet with what their formats say.

use crate::gate::{SheetFrame, broken, too_large};
use calamine::{CellErrorType, Data, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Style, Xlsx};
use dothi::{Date, Dec, Finding, Place};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Text of all cells together.
const MOST_TEXT: usize = 64 << 20;

/// A sheet with its cells, row by row.
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    pub(crate) frame: SheetFrame,
    /// Rows from 1, their cells by column from 1. Empty cells are left out.
    pub(crate) rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Text(String),
    /// A number as the program shows it, of at most 15 digits.
    Number {
        value: Dec,
        percent: bool,
    },
    Boolean(bool),
    /// A date, as exact as its format shows it.
    Date(Date),
    /// `#N/A` and its like.
    Error(String),
}

impl Sheet {
    pub(crate) fn cell(&self, row: u32, column: u32) -> Option<&Cell> {
        self.rows.get(&row)?.get(&column)
    }

    /// The text of a cell without the spaces around it; empty for a cell that is none.
    pub(crate) fn text(&self, row: u32, column: u32) -> &str {
        match self.cell(row, column) {
            Some(Cell::Text(text)) => text.trim(),
            _ => "",
        }
    }

    pub(crate) fn place(&self) -> Place {
        Place::sheet(&self.name, 0, 0, "")
    }
}

/// Every worksheet, in the order of the workbook.
pub(crate) fn sheets(bytes: &[u8], frames: Vec<SheetFrame>) -> Result<Vec<Sheet>, Finding> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken("xl/workbook.xml", error))?;
    let known: Vec<_> = book.sheets_metadata().iter().map(|s| (s.name.clone(), s.typ == SheetType::WorkSheet, s.visible)).collect();
    if known.len() != frames.len() {
        return Err(broken("xl/workbook.xml", known.len()));
    }
    let mut left = MOST_TEXT;
    let mut out = Vec::new();
    for ((name, has_cells, visible), frame) in known.into_iter().zip(frames) {
        if has_cells {
            let rows = cells(&mut book, &name, &mut left)?;
            out.push(Sheet { name, hidden: visible != SheetVisible::Visible, frame, rows });
        }
    }
    Ok(out)
}

fn cells(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, left: &mut usize) -> Result<BTreeMap<u32, BTreeMap<u32, Cell>>, Finding> {
    let fault = |error| broken(name, error);
    let mut reader = book.worksheet_cells_reader(name).map_err(fault)?;
    let mut rows: BTreeMap<u32, BTreeMap<u32, Cell>> = BTreeMap::new();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(fault)? {
        let (row, column) = cell.get_position();
        let format = reader.styles().get(style).map_or("", number_format);
        let Some(value) = value(cell.get_value(), format) else { continue };
        if let Cell::Text(text) = &value {
            *left =
                left.checked_sub(text.len()).ok_or_else(|| too_large(("chữ trong các ô (byte)", "bytes of text in cells"), MOST_TEXT))?;
        }
        rows.entry(row.saturating_add(1)).or_default().insert(column.saturating_add(1), value);
    }
    Ok(rows)
}

fn number_format(style: &Style) -> &str {
    style.number_format.as_ref().map_or("", |format| format.format_code.as_str())
}

fn value(cell: &DataRef<'_>, format: &str) -> Option<Cell> {
    Some(match cell {
        DataRef::Empty => return None,
        DataRef::String(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).into()),
        DataRef::Bool(flag) => Cell::Boolean(*flag),
        DataRef::Error(error) => Cell::Error(error_name(error)),
        DataRef::Int(whole) => Cell::Number { value: Dec::parse(&whole.to_string()).ok()?, percent: shows_percent(format) },
        DataRef::Float(number) => match shown(*number) {
            Ok(value) => Cell::Number { value, percent: shows_percent(format) },
            Err(text) => Cell::Text(text),
        },
        DataRef::DateTime(moment) => moment_of(moment, format),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            let day = text.split('T').next().and_then(Date::parse);
            day.map_or_else(|| Cell::Text(text.clone()), Cell::Date)
        }
    })
    .filter(|cell| !matches!(cell, Cell::Text(text) if text.trim().is_empty()))
}

fn error_name(error: &CellErrorType) -> String {
    Data::Error(error.clone()).to_string()
}

/// The number as Excel shows it: at most 15 digits of the binary one that is stored; its text where even that is too long.
fn shown(number: f64) -> Result<Dec, String> {
    let text = format!("{number:.14e}");
    Dec::parse(&text).map_err(|_| text)
}

/// A date as exact as its format: a format without a day is a month, one without a month a year. Times are no dates.
fn moment_of(moment: &ExcelDateTime, format: &str) -> Cell {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let letters = date_letters(format);
    // Built-in date formats have no code of their own; they show the day.
    let has = |letter: char| letters.is_empty() || letters.contains(letter);
    let date = match (has('d'), has('m'), has('y')) {
        (false, false, true) => Date::from_parts(year, None, None),
        (false, true, true) => Date::from_parts(year, Some(month), None),
        (false, _, false) => None,
        _ => Date::from_parts(year, Some(month), Some(day)),
    };
    match date.filter(|_| moment.is_datetime()) {
        Some(date) => Cell::Date(date),
        None if moment.is_duration() || moment.as_f64() < 1.0 => Cell::Text(format!("{hour}:{minute:02}:{second:02}")),
        None => Cell::Text(format!("{day}/{month}/{year} {hour}:{minute:02}:{second:02}")),
    }
}

/// The letters of a number format that stand for something, in small letters: no quoted text, no colours, no locale.
fn date_letters(format: &str) -> String {
    let mut out = String::new();
    let mut rest = format.split(';').next().unwrap_or_default().chars();
    while let Some(letter) = rest.next() {
        match letter {
            '\\' | '_' | '*' => drop(rest.next()),
            '"' => drop(rest.find(|c| *c == '"')),
            '[' => drop(rest.find(|c| *c == ']')),
            other => out.extend(other.to_lowercase()),
        }
    }
    out
}

/// True when the format shows a hundredth as one.
fn shows_percent(format: &str) -> bool {
    date_letters(format).contains('%')
}

#[cfg(test)]
mod tests {
    use super::{shown, shows_percent};

    #[test]
    fn numbers_are_read_as_excel_shows_them() {
        let sum = 0.1 + 0.2;
        for (number, text) in
            [(0.85, "0.85"), (sum, "0.3"), (148_327.0, "148327"), (1e-7, "0.0000001"), (-0.0, "0"), (1.0 / 3.0, "0.333333333333333")]
        {
            assert_eq!(shown(number).unwrap().to_string(), text);
        }
        assert!(shown(1e300).is_err() && shown(f64::NAN).is_err() && shown(f64::INFINITY).is_err());
    }

    #[test]
    fn a_percent_sign_counts_outside_quotes_only() {
        for format in ["0%", "0.00%", "#,##0.0 %", "[Red]0%;-0%"] {
            assert!(shows_percent(format), "{format}");
        }
        for format in ["General", "0\" %\"", "0\\%", "@", ""] {
            assert!(!shows_percent(format), "{format}");
        }
    }
}
