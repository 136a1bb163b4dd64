//! The workbook as bytes.

use super::book::{Book, Content, Line, Look, Row, Table};
use super::form::yes_no;
use super::{WriteError, lists};
use crate::layout::{Column, KEY_LISTS, PRESET};
use crate::xlsx::{Area, Page, Sheet, Style, Workbook, letters};
use dothi::Lang;

/// Row of the first fact, counted from 1: title, marks, room, headings and column names stand above.
pub(super) const FIRST_ROW: usize = 6;
/// The same rows counted from 0.
const TITLE: u32 = 0;
const HINT: u32 = 1;
const HEADINGS: u32 = 3;
const NAMES: u32 = 4;
const FACTS: u32 = 5;
/// Row from which the lists stand, from 0.
const LISTS: u32 = 3;

/// Empty rows that are printed.
const PRINTED: u32 = 15;
/// Width of the instructions.
const GUIDE: u32 = 120;

const DARK: u32 = 0x1F4E5F;
const NEEDED: u32 = 0xFFF4CC;
const SHADED: u32 = 0xEEF1F4;
const ELSEWHERE: u32 = 0xD9E2EC;
const PALE: u32 = 0x8A94A0;
const LINE: u32 = 0xB8C2CC;

pub(super) fn workbook(book: &Book, lang: Lang) -> Result<Vec<u8>, WriteError> {
    let mut out = Workbook::new(&book.title, &book.mark_line(), NEEDED);
    if !book.guide.is_empty() {
        guide(out.sheet(), book)?;
    }
    for table in &book.sheets {
        draw(out.sheet(), table, book, lang)?;
    }
    if !book.lists.is_empty() {
        lists_sheet(out.sheet(), book)?;
    }
    // A fixed moment, so that the same data give the same bytes.
    Ok(out.finish("2026-01-01T00:00:00Z")?)
}

fn base() -> Style {
    Style { size: 10, lines: Some("top"), ..Style::default() }
}

fn cell() -> Style {
    Style { frame: Some(LINE), ..base() }
}

fn title() -> Style {
    Style { size: 14, bold: true, colour: Some(DARK), ..Style::default() }
}

fn hint() -> Style {
    Style { size: 9, italic: true, colour: Some(0x9C2A10), ..Style::default() }
}

fn heading() -> Style {
    Style { bold: true, colour: Some(0xFFFFFF), fill: Some(DARK), lines: Some("center"), ..cell() }
}

fn small() -> Style {
    Style { size: 7, colour: Some(PALE), fill: Some(SHADED), ..cell() }
}

/// How every sheet is printed; where the book is a form, only what is to be filled in can be changed.
fn page(name: &str, book: &Book) -> Page {
    // Spreadsheets take & for the start of a code and read at most 255 letters.
    let marks: String = book.mark_line().replace('&', "&&").chars().take(180).collect();
    let footer = format!("&L&7{marks}&R&8&A  &P/&N");
    Page { name: name.into(), footer, protected: !book.guide.is_empty(), ..Page::default() }
}

fn guide(mut sheet: Sheet<'_>, book: &Book) -> Result<(), WriteError> {
    sheet.widths([16, GUIDE]);
    sheet.row(0, None);
    sheet.text(0, &book.title, title())?;
    let section = Style { size: 11, ..title() };
    let mut row = 0;
    for line in &book.guide {
        row += 1;
        match line {
            Line::Heading(text) => {
                sheet.row(row, None);
                sheet.text(0, text, section)?;
            }
            Line::Text(text) => {
                sheet.row(row, Some(height(lines(text, GUIDE))));
                sheet.text(1, text, base())?;
            }
            Line::Colour(look, text) => {
                sheet.row(row, None);
                sheet.blank(0, filled(*look))?;
                sheet.text(1, text, base())?;
            }
            Line::Contact => {
                sheet.row(row, None);
                sheet.blank(1, Style { unlocked: true, ..cell() })?;
            }
            Line::Space => {}
        }
    }
    for (key, value) in &book.keys {
        row += 1;
        sheet.row(row, None);
        sheet.text(0, key, small())?;
        sheet.text(1, value, small())?;
    }
    sheet.finish(&Page { without_grid: true, ..page(&book.guide_name, book) });
    Ok(())
}

/// Lines that a text takes in a column of a width; programs other than Excel do not fit the rows by themselves.
fn lines(text: &str, width: u32) -> u32 {
    // A letter of the font is somewhat narrower than the digit by which widths are measured.
    let letters = (width as usize * 108 / 100).max(1);
    let of = |line: &str| line.chars().count().div_ceil(letters).max(1);
    u32::try_from(text.split('\n').map(of).sum::<usize>()).unwrap_or(u32::MAX)
}

/// The height of so many lines, in pixels; Excel allows 545.
fn height(lines: u32) -> u32 {
    if lines < 32 { 17 * lines + 3 } else { 545 }
}

/// The style of a cell to fill in.
fn filled(look: Look) -> Style {
    let fill = match look {
        Look::Needed => Some(NEEDED),
        Look::Optional => None,
        Look::Elsewhere => Some(ELSEWHERE),
        Look::Locked => Some(SHADED),
    };
    Style { fill, ..cell() }
}

/// Columns whose cells are text, so that codes keep their zeros and dates stay as they are typed.
fn is_text(column: &Column) -> bool {
    !["value", "title", "question", "threshold", "evidence_asked", "used_by"].contains(&column.name)
}

/// The style of a cell of a table.
fn style(table: &Table, column: &Column, row: &Row) -> Style {
    let text = is_text(column) || row.text("item") == "unit";
    if table.is_open(column) && row.look != Look::Locked {
        // What is needed is coloured by a rule, and loses its colour once it is there.
        let look = if column.name == "value" && row.look == Look::Elsewhere { Look::Elsewhere } else { Look::Optional };
        return Style { text, unlocked: true, ..filled(look) };
    }
    if PRESET.contains(&column.name) && column.name != "item" {
        return Style { text, ..small() };
    }
    Style { text, ..filled(Look::Locked) }
}

fn draw(mut sheet: Sheet<'_>, table: &Table, book: &Book, lang: Lang) -> Result<(), WriteError> {
    sheet.widths(table.columns.iter().map(|column| table.width(column)));
    for (at, text, style) in [(TITLE, &table.title, title()), (HINT, &table.hint, hint())] {
        if !text.is_empty() {
            sheet.row(at, None);
            sheet.text(0, text, style)?;
        }
    }
    sheet.row(HEADINGS, Some(40));
    for (at, column) in (0..).zip(&table.columns) {
        sheet.text(at, column.heading(lang), heading())?;
    }
    sheet.row(NAMES, Some(15));
    for (at, column) in (0..).zip(&table.columns) {
        sheet.text(at, column.name, small())?;
    }
    for (at, row) in (FACTS..).zip(&table.rows) {
        // What stands there for programs is small and may be cut.
        let read = table.columns.iter().filter(|column| table.is_open(column) || !PRESET.contains(&column.name));
        let lines = read.map(|column| lines(row.text(column.name), table.width(column))).max().unwrap_or(1);
        sheet.row(at, Some(height(lines)));
        cells(&mut sheet, table, row)?;
    }
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX - FACTS - table.spare);
    let end = FACTS + rows + table.spare;
    let empty = Row { look: Look::Optional, ..Row::default() };
    for at in FACTS + rows..end {
        sheet.row(at, None);
        cells(&mut sheet, table, &empty)?;
    }
    expectations(&mut sheet, table, book, lang);
    let mut page = page(&table.name, book);
    let width = u32::try_from(table.columns.len()).unwrap_or(u32::MAX);
    if end > FACTS && width > 0 {
        page.table = Some(Area { first: (NAMES, 0), last: (end - 1, width - 1) });
        // Empty rows are for the screen; a page of them would only be paper.
        let printed = (end - 1 - table.spare + table.spare.min(PRINTED), u32::from(table.printed).clamp(1, width) - 1);
        page.printed = Some(Area { first: (0, 0), last: printed });
        // Codes and dates are text on purpose.
        page.texts = Some(Area { first: (FACTS, 0), last: (end - 1, width - 1) });
    }
    page.repeated = Some(HEADINGS);
    page.frozen = Some((FACTS, table.frozen.into()));
    sheet.finish(&page);
    Ok(())
}

/// The cells of a row of facts.
fn cells(sheet: &mut Sheet<'_>, table: &Table, row: &Row) -> Result<(), WriteError> {
    for (at, column) in (0..).zip(&table.columns) {
        let style = style(table, column, row);
        match row.cells.get(column.name) {
            // Numbers stay numbers, also in columns of text.
            Some(Content::Number(digits)) => sheet.number(at, digits, Style { text: false, ..style })?,
            Some(Content::Text(text)) => sheet.text(at, text, style)?,
            None => sheet.blank(at, style)?,
        }
    }
    Ok(())
}

/// Drop-down lists, limits of numbers, and the colour of what is still needed.
fn expectations(sheet: &mut Sheet<'_>, table: &Table, book: &Book, lang: Lang) {
    let say = |vi: &'static str, en: &'static str| if lang == Lang::Vi { vi } else { en };
    let rows = u32::try_from(table.rows.len()).unwrap_or(0) + table.spare;
    let last = FACTS + rows.max(1) - 1;
    for (to, column) in (0..).zip(&table.columns) {
        if let Some(list) = lists::of(column.name).filter(|_| !book.lists.is_empty()) {
            choice(sheet, Area { first: (FACTS, to), last: (last, to) }, list, book, lang);
        }
        if column.name != "value" || book.lists.is_empty() {
            continue;
        }
        for (at, row) in (FACTS..).zip(&table.rows).filter(|(_, row)| row.look != Look::Locked) {
            let area = Area::of((at, to));
            if let Some(list) = row.list {
                choice(sheet, area, list, book, lang);
            } else if row.numeric {
                let message =
                    say("Ô này cần một số, không kèm đơn vị hay dấu %.", "A number belongs here, without a unit or percent sign.");
                let number = "type=\"decimal\" errorStyle=\"warning\" operator=\"greaterThanOrEqual\"";
                sheet.expect(area, number, "-1000000000000000", say("Không phải số", "Not a number"), message);
            }
            if row.look == Look::Needed {
                sheet.mark((at, to), |cell| format!("LEN({cell})=0"));
            }
        }
    }
}

/// A drop-down list: the two answers inside the cell, any other from the sheet of lists.
fn choice(sheet: &mut Sheet<'_>, area: Area, list: usize, book: &Book, lang: Lang) {
    let say = |vi: &'static str, en: &'static str| if lang == Lang::Vi { vi } else { en };
    let formula = if lists::of("yes_no") == Some(list) {
        format!("\"{}\"", yes_no(lang).join(","))
    } else {
        let size = book.lists.get(list).map_or(1, |(_, words)| words.len().max(1));
        let column = letters(u32::try_from(list).unwrap_or_default());
        format!("'{}'!${column}${}:${column}${}", book.lists_name.replace('\'', "''"), LISTS + 1, LISTS as usize + size)
    };
    let message = say("Hãy chọn một mục trong danh sách thả xuống.", "Choose one of the drop-down list.");
    sheet.expect(area, "type=\"list\"", &formula, say("Không có trong danh sách", "Not in the list"), message);
}

fn lists_sheet(mut sheet: Sheet<'_>, book: &Book) -> Result<(), WriteError> {
    sheet.widths(book.lists.iter().map(|_| 30));
    sheet.row(0, None);
    sheet.text(0, KEY_LISTS, small())?;
    sheet.row(LISTS - 1, None);
    for (at, (name, _)) in (0..).zip(&book.lists) {
        sheet.text(at, name, heading())?;
    }
    let longest = book.lists.iter().map(|(_, words)| words.len()).max().unwrap_or_default();
    for (row, place) in (LISTS..).zip(0..longest) {
        sheet.row(row, None);
        for (at, (_, words)) in (0..).zip(&book.lists) {
            if let Some(word) = words.get(place) {
                sheet.text(at, word, filled(Look::Locked))?;
            }
        }
    }
    sheet.finish(&Page { protected: true, ..page(&book.lists_name, book) });
    Ok(())
}

/// Columns that people read and nobody fills in are locked; this holds for every table.
#[cfg(test)]
mod tests {
    use crate::layout::{SHOWN, column};

    #[test]
    fn shown_columns_are_locked_but_for_who_is_responsible() {
        for name in SHOWN.iter().filter_map(|name| column(name)) {
            assert_eq!(name.open, name.name == "responsible", "{}", name.name);
        }
    }
}
