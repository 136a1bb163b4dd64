//! The workbook as bytes.

use super::book::{Book, Content, Line, Look, Row, Table};
use super::form::yes_no;
use super::{WriteError, lists};
use crate::layout::{Column, KEY_LISTS, PRESET};
use dothi::Lang;
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, Format, FormatAlign,
    FormatBorder, Formula, ProtectionOptions, Workbook, Worksheet,
};

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
const GUIDE: f64 = 120.0;

const DARK: u32 = 0x1F4E5F;
const NEEDED: u32 = 0xFFF4CC;
const SHADED: u32 = 0xEEF1F4;
const ELSEWHERE: u32 = 0xD9E2EC;
const PALE: u32 = 0x8A94A0;
const LINE: u32 = 0xB8C2CC;

pub(super) fn workbook(book: &Book, lang: Lang) -> Result<Vec<u8>, WriteError> {
    let mut out = Workbook::new();
    // A fixed moment, so that the same data give the same bytes.
    let born = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 1, 1)?;
    out.set_properties(&DocProperties::new().set_title(&*book.title).set_comment(book.mark_line()).set_creation_datetime(&born));
    if !book.guide.is_empty() {
        guide(out.add_worksheet(), book)?;
    }
    for table in &book.sheets {
        let sheet = out.add_worksheet();
        draw(sheet, table, book, lang)?;
    }
    if !book.lists.is_empty() {
        lists_sheet(out.add_worksheet(), book)?;
    }
    Ok(out.save_to_buffer()?)
}

fn base() -> Format {
    Format::new().set_font_name("Arial").set_font_size(10).set_align(FormatAlign::Top).set_text_wrap()
}

fn cell() -> Format {
    base().set_border(FormatBorder::Thin).set_border_color(LINE)
}

fn title() -> Format {
    Format::new().set_font_name("Arial").set_font_size(14).set_bold().set_font_color(DARK)
}

fn hint() -> Format {
    Format::new().set_font_name("Arial").set_font_size(9).set_italic().set_font_color(0x9C2A10)
}

fn heading() -> Format {
    cell().set_bold().set_font_color(0xFFFFFF).set_background_color(DARK).set_align(FormatAlign::VerticalCenter)
}

fn small() -> Format {
    cell().set_font_size(7).set_font_color(PALE).set_background_color(SHADED).set_text_wrap()
}

fn page(sheet: &mut Worksheet, book: &Book) {
    // A4; pages as wide as the table, as many as it takes.
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    // Excel takes & for the start of a code and reads at most 255 letters.
    let marks: String = book.mark_line().replace('&', "&&").chars().take(180).collect();
    sheet.set_footer(format!("&L&7{marks}&R&8&A  &P/&N"));
}

fn protect(sheet: &mut Worksheet) {
    let options = ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    };
    sheet.protect_with_options(&options);
}

fn guide(sheet: &mut Worksheet, book: &Book) -> Result<(), WriteError> {
    sheet.set_name(&*book.guide_name)?;
    sheet.set_column_width(0, 16)?.set_column_width(1, GUIDE)?;
    sheet.set_screen_gridlines(false);
    page(sheet, book);
    sheet.write_with_format(0, 0, &*book.title, &title())?;
    let section = Format::new().set_font_name("Arial").set_font_size(11).set_bold().set_font_color(DARK);
    let mut row = 0;
    for line in &book.guide {
        row += 1;
        match line {
            Line::Heading(text) => sheet.write_with_format(row, 0, text, &section)?,
            Line::Text(text) => {
                sheet.set_row_height(row, height(lines(text, GUIDE)))?;
                sheet.write_with_format(row, 1, text, &base())?
            }
            Line::Colour(look, text) => {
                sheet.write_blank(row, 0, &filled(*look))?;
                sheet.write_with_format(row, 1, text, &base())?
            }
            Line::Contact => sheet.write_blank(row, 1, &cell().set_unlocked())?,
            Line::Space => sheet,
        };
    }
    for (key, value) in &book.keys {
        row += 1;
        sheet.write_string_with_format(row, 0, *key, &small())?;
        sheet.write_string_with_format(row, 1, value, &small())?;
    }
    protect(sheet);
    Ok(())
}

/// Lines that a text takes in a column of a width; programs other than Excel do not fit the rows by themselves.
fn lines(text: &str, width: f64) -> u32 {
    // A letter of the font is somewhat narrower than the digit by which widths are measured.
    let letters = (width * 1.08).max(1.0) as usize;
    let of = |line: &str| line.chars().count().div_ceil(letters).max(1);
    u32::try_from(text.split('\n').map(of).sum::<usize>()).unwrap_or(u32::MAX)
}

/// The height of so many lines, in points; Excel allows 409.
fn height(lines: u32) -> f64 {
    (f64::from(lines) * 12.75 + 2.5).min(409.0)
}

/// The format of a cell to fill in.
fn filled(look: Look) -> Format {
    match look {
        Look::Needed => cell().set_background_color(NEEDED),
        Look::Optional => cell(),
        Look::Elsewhere => cell().set_background_color(ELSEWHERE),
        Look::Locked => cell().set_background_color(SHADED),
    }
}

/// Columns whose cells are text, so that codes keep their zeros and dates stay as they are typed.
fn is_text(column: &Column) -> bool {
    !["value", "title", "question", "threshold", "evidence_asked", "used_by"].contains(&column.name)
}

/// The format of a cell of a table.
fn format(table: &Table, column: &Column, row: &Row) -> Format {
    let attribute = row.text("item") == "unit";
    let text = |format: Format| if is_text(column) || attribute { format.set_num_format("@") } else { format };
    if table.is_open(column) && row.look != Look::Locked {
        // What is needed is coloured by a rule, and loses its colour once it is there.
        let look = if column.name == "value" && row.look == Look::Elsewhere { Look::Elsewhere } else { Look::Optional };
        return text(filled(look)).set_unlocked();
    }
    if PRESET.contains(&column.name) && column.name != "item" {
        return text(small());
    }
    text(filled(Look::Locked))
}

fn draw(sheet: &mut Worksheet, table: &Table, book: &Book, lang: Lang) -> Result<(), WriteError> {
    sheet.set_name(&*table.name)?;
    page(sheet, book);
    sheet.write_string_with_format(TITLE, 0, &*table.title, &title())?;
    if !table.hint.is_empty() {
        sheet.write_string_with_format(HINT, 0, &*table.hint, &hint())?;
    }
    sheet.set_row_height(HEADINGS, 30)?.set_row_height(NAMES, 11)?;
    for (at, column) in (0_u16..).zip(&table.columns) {
        sheet.set_column_width(at, table.width(column))?;
        sheet.write_string_with_format(HEADINGS, at, column.heading(lang), &heading())?;
        sheet.write_string_with_format(NAMES, at, column.name, &small())?;
    }
    let empty = Row { look: Look::Optional, ..Row::default() };
    let spare = (0..table.spare).map(|_| &empty);
    for (at, row) in (FACTS..).zip(table.rows.iter().chain(spare)) {
        for (to, column) in (0_u16..).zip(&table.columns) {
            let mut format = format(table, column, row);
            match row.cells.get(column.name) {
                Some(Content::Number(number)) => {
                    // Numbers stay numbers, also in columns of text.
                    format = format.set_num_format("General");
                    sheet.write_number_with_format(at, to, *number, &format)?
                }
                Some(Content::Text(text)) => sheet.write_string_with_format(at, to, text, &format)?,
                None => sheet.write_blank(at, to, &format)?,
            };
        }
    }
    for (at, row) in (FACTS..).zip(&table.rows) {
        // What stands there for programs is small and may be cut.
        let read = table.columns.iter().filter(|column| table.is_open(column) || !PRESET.contains(&column.name));
        let lines = read.map(|column| lines(row.text(column.name), table.width(column))).max().unwrap_or(1);
        if lines > 1 {
            sheet.set_row_height(at, height(lines))?;
        }
    }
    validations(sheet, table, book, lang)?;
    let last = FACTS + u32::try_from(table.rows.len()).unwrap_or(u32::MAX - FACTS) + table.spare;
    let width = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
    if last > FACTS && width > 0 {
        sheet.autofilter(NAMES, 0, last - 1, width - 1)?;
        // Empty rows are for the screen; a page of them would only be paper.
        sheet.set_print_area(0, 0, last - 1 - table.spare + table.spare.min(PRINTED), table.printed.clamp(1, width) - 1)?;
        // Codes and dates are text on purpose.
        sheet.ignore_error_range(FACTS, 0, last - 1, width - 1, rust_xlsxwriter::IgnoreError::NumberStoredAsText)?;
    }
    sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
    sheet.set_freeze_panes(FACTS, table.frozen)?;
    if !book.guide.is_empty() {
        protect(sheet);
    }
    Ok(())
}

/// Drop-down lists, limits of numbers, and the colour of what is still needed.
fn validations(sheet: &mut Worksheet, table: &Table, book: &Book, lang: Lang) -> Result<(), WriteError> {
    let say = |vi: &'static str, en: &'static str| if lang == Lang::Vi { vi } else { en };
    let rows = u32::try_from(table.rows.len()).unwrap_or(0) + table.spare;
    let last = FACTS + rows.max(1) - 1;
    for (to, column) in (0_u16..).zip(&table.columns) {
        if let Some(list) = lists::of(column.name).filter(|_| !book.lists.is_empty()) {
            sheet.add_data_validation(FACTS, to, last, to, &choice(list, book, lang)?)?;
        }
        if column.name != "value" || book.lists.is_empty() {
            continue;
        }
        let needed = Format::new().set_background_color(NEEDED);
        for (at, row) in (FACTS..).zip(&table.rows).filter(|(_, row)| row.look != Look::Locked) {
            if let Some(list) = row.list {
                sheet.add_data_validation(at, to, at, to, &choice(list, book, lang)?)?;
            } else if row.numeric {
                let rule = DataValidation::new()
                    .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(-1e15))
                    .set_error_title(say("Không phải số", "Not a number"))?
                    .set_error_message(say(
                        "Ô này cần một số, không kèm đơn vị hay dấu %.",
                        "A number belongs here, without a unit or percent sign.",
                    ))?
                    .set_error_style(DataValidationErrorStyle::Warning);
                sheet.add_data_validation(at, to, at, to, &rule)?;
            }
            if row.look == Look::Needed {
                let name = rust_xlsxwriter::utility::row_col_to_cell(at, to);
                let rule = ConditionalFormatFormula::new().set_rule(format!("=LEN({name})=0").as_str()).set_format(&needed);
                sheet.add_conditional_format(at, to, at, to, &rule)?;
            }
        }
    }
    Ok(())
}

/// A drop-down list: the two answers inside the cell, any other from the sheet of lists.
fn choice(list: usize, book: &Book, lang: Lang) -> Result<DataValidation, WriteError> {
    let say = |vi: &'static str, en: &'static str| if lang == Lang::Vi { vi } else { en };
    let rule = DataValidation::new();
    let rule = if lists::of("yes_no") == Some(list) {
        rule.allow_list_strings(&yes_no(lang))?
    } else {
        let size = book.lists.get(list).map_or(1, |(_, words)| words.len().max(1));
        let column = rust_xlsxwriter::utility::column_number_to_name(u16::try_from(list).unwrap_or(u16::MAX));
        let range = format!("='{}'!${column}${}:${column}${}", book.lists_name.replace('\'', "''"), LISTS + 1, LISTS as usize + size);
        rule.allow_list_formula(Formula::new(range))
    };
    Ok(rule
        .set_error_title(say("Không có trong danh sách", "Not in the list"))?
        .set_error_message(say("Hãy chọn một mục trong danh sách thả xuống.", "Choose one of the drop-down list."))?)
}

fn lists_sheet(sheet: &mut Worksheet, book: &Book) -> Result<(), WriteError> {
    sheet.set_name(&*book.lists_name)?;
    sheet.write_string_with_format(0, 0, KEY_LISTS, &small())?;
    for (at, (name, words)) in (0_u16..).zip(&book.lists) {
        sheet.set_column_width(at, 30)?;
        sheet.write_string_with_format(LISTS - 1, at, name, &heading())?;
        for (row, word) in (LISTS..).zip(words) {
            sheet.write_string_with_format(row, at, word, &filled(Look::Locked))?;
        }
    }
    page(sheet, book);
    protect(sheet);
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
