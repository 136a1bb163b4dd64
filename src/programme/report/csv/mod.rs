//! Local reports from CSV: one row for each text, amount, total, record or field. Rows become the tree that JSON is read from, so
//! that one reader finds the faults of both; findings are then led back to their cells.

mod cells;
mod header;
mod tree;
mod whose;
mod write;

use super::json::{self, ReportFile};
use super::keys::REPORT;
use crate::city::{CsvOptions, NumberProofs, decode};
use crate::finding::{Code, Finding, Findings, Place};
use crate::json::{Json, Reader};
use crate::programme::outline::Outline;
use crate::records::Records;
use alloc::string::String;
use cells::Cells;
use header::Header;
use tree::Tree;
use whose::Whose;

/// The reports of all communes with twenty lines each have a tenth of this.
const MOST_ROWS: u32 = 1_000_000;

impl ReportFile {
    /// Reads local reports from CSV: UTF-8 or UTF-16, separated by comma, semicolon or tab; numbers, dates and old encodings as in
    /// [`CityFile::from_csv`](crate::CityFile::from_csv). `item` says what a row is: a number of the outline (also `mục 4.1`, which no spreadsheet program takes
    /// for a date), `report` (a field in `field`, its value in `text`), `nothing`, `total` or `record` (also `không có`, `tổng`, `hồ sơ`).
    ///
    /// Several units stand in one table by `unit_code` in every row; several reports of one unit, say a first and a corrected one, by
    /// `report_label` beside it: any text (`1` and `2`, the numbers of their documents) that all rows of one report have and that is no part of it.
    ///
    /// An empty amount, or `chưa có số liệu`, is not known; it is never 0. `fund_source` is an id of the outline or its title.
    ///
    /// # Errors
    /// Every finding at once, each with its row and column.
    ///
    /// ```
    /// use dothi::{CsvOptions, programme::{Outline, ReportFile}};
    /// let text = "item;field;text;project;year;fund_source;planned;disbursed;unit\n\
    ///     report;outline;bxd-1683-2022\nreport;unit_code;01\nreport;unit_name;Hà Nội\nreport;unit_kind;province\n\
    ///     mục 4.1;;;Trung tâm điều hành;2021;Ngân sách địa phương;12,5;;tỷ đồng\n";
    /// let (file, _) = ReportFile::from_csv(text.as_bytes(), &CsvOptions::default(), &Outline::builtin().unwrap()).unwrap();
    /// assert_eq!(file.reports[0].funding[0].planned_dong().unwrap().to_string(), "12500000000");
    /// ```
    pub fn from_csv(bytes: &[u8], options: &CsvOptions, outline: &Outline) -> Result<(Self, Findings), Findings> {
        let mut findings = Findings::default();
        let read = match decode(bytes) {
            Ok(text) => rows(&text, options, outline, &mut findings),
            Err(finding) => {
                findings.push(finding);
                None
            }
        };
        let Some((tree, cells)) = read else { return Err(findings) };
        if cells.is_empty() && !findings.has_errors() {
            findings.push(Finding::new(Code::CsvNoRows, Place::cell("", 0, "")));
            return Err(findings);
        }
        let mut r = Reader::composing();
        r.cells = Some(alloc::boxed::Box::new(move |pointer: &str| cells.place(pointer)));
        let file = json::file(&mut r, &tree);
        let mut found = core::mem::take(&mut r.findings);
        findings.append(core::mem::take(&mut found));
        r.findings = findings;
        r.settle(file)
    }
}

/// The tree of the rows, and which cell each of its values was.
fn rows(text: &str, options: &CsvOptions, outline: &Outline, findings: &mut Findings) -> Option<(Json, Cells)> {
    let header = Header::read(text, findings)?;
    let (mut proofs, mut whose) = (NumberProofs::default(), Whose::default());
    let sound = walk(text, &header, findings, &mut |row| {
        whose.look(row);
        for column in ["planned", "disbursed"] {
            proofs.weigh(row.cell(column), || row.place(column));
        }
    });
    let mut tree = Tree::new(outline, options.numbers(proofs), whose);
    let mut quiet = Findings::default();
    walk(text, &header, &mut quiet, &mut |row| tree.row(row, findings));
    sound.then(|| tree.finish())
}

/// Codes of units that a table names, whatever else is wrong with it.
pub(super) fn named_units(bytes: &[u8]) -> alloc::vec::Vec<String> {
    let mut out = alloc::collections::BTreeSet::new();
    let mut quiet = Findings::default();
    let Ok(text) = decode(bytes) else { return alloc::vec::Vec::new() };
    let Some(header) = Header::read(&text, &mut quiet) else { return alloc::vec::Vec::new() };
    walk(&text, &header, &mut quiet, &mut |row| {
        let own = tree::item_of(row.cell("item")) == REPORT && row.cell("field") == "unit_code";
        let code = if own { row.cell("text") } else { row.cell("unit_code") };
        if !code.is_empty() {
            out.insert(String::from(code));
        }
    });
    out.into_iter().collect()
}

/// Every row below the header; false when the text breaks off.
fn walk(text: &str, header: &Header, findings: &mut Findings, each: &mut dyn FnMut(header::Row<'_>)) -> bool {
    let mut records = Records::new(text, header.separator);
    records.next();
    while let Some(next) = records.next_row(MOST_ROWS) {
        match next {
            Ok(record) => {
                let row = header.row(record);
                if let Some(stray) = row.stray() {
                    findings.push(Finding::new(Code::CsvCellWithoutColumn, row.place("")).with("value", stray));
                }
                each(row);
            }
            Err(bad) => {
                findings.push(bad.finding);
                if !bad.goes_on {
                    return false;
                }
            }
        }
    }
    true
}

/// The word of a kind of place as people write it.
fn kind_word(text: &str) -> String {
    let small = crate::vietnamese::in_small_letters(text);
    let word = match small.as_str() {
        "tỉnh" | "thành phố" | "thành phố trực thuộc trung ương" => "province",
        "xã" | "phường" | "đặc khu" => "commune",
        "đô thị" => "urban_area",
        "khu đô thị mới" => "new_urban_area",
        other => other,
    };
    word.into()
}

/// The word of a unit of money as people write it.
fn money_word(text: &str) -> String {
    let small = crate::vietnamese::in_small_letters(text);
    let word = match small.as_str() {
        "đồng" | "đ" | "vnd" | "vnđ" => "dong",
        "triệu đồng" | "triệu" | "tr.đồng" | "trđ" => "trieu_dong",
        "tỷ đồng" | "tỉ đồng" | "tỷ" | "tỉ" => "ty_dong",
        other => other,
    };
    word.into()
}
