//! Workbooks for tests: made by a library, or written by hand where no library writes such a thing.

use dothi::{Code, Findings, Lang, builtin};
use dothi_spreadsheet::{ReadOptions, read};
use rust_xlsxwriter::{Workbook, Worksheet};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// Column names of a plain table, and the place that every test is about.
pub const HEADER: [&str; 6] = ["item", "role", "value", "unit", "period", "note"];
pub const PLACE: [[&str; 3]; 3] = [["unit", "code", "01"], ["unit", "name_vi", "Tỉnh Mẫu"], ["unit", "kind", "province"]];
/// Row of the first figure, from 0.
pub const FIRST: u32 = 4;

/// A sheet with a plain table; the figures are for `fill`.
pub fn plain(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    workbook(|book| fill(table(book, "Nước")))
}

pub fn workbook(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

pub fn table<'b>(book: &'b mut Workbook, name: &str) -> &'b mut Worksheet {
    let sheet = book.add_worksheet();
    sheet.set_name(name).unwrap();
    sheet.write_row(0, 0, HEADER).unwrap();
    for (row, cells) in (1..).zip(PLACE) {
        sheet.write_row(row, 0, cells).unwrap();
    }
    sheet
}

/// A figure of a criterion that needs no unit.
pub fn figure(sheet: &mut Worksheet, row: u32, item: &str) {
    sheet.write(row, 0, item).unwrap();
}

/// A zip of parts.
pub fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(content.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

pub const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
pub const BOOK_RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
pub const BOOK: &str = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;

/// The smallest workbook, with a sheet and further parts written by hand.
pub fn by_hand(sheet: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    for part in more {
        parts.retain(|(name, _)| name != &part.0);
        parts.push(*part);
    }
    zip(&parts)
}

/// A sheet of inline texts, one row after another, then whatever else.
pub fn sheet(rows: &[&[&str]], before: &str, after: &str) -> String {
    let mut out = format!("<worksheet>{before}<sheetData>");
    for row in rows {
        out.push_str("<row>");
        for cell in *row {
            match cell.strip_prefix("raw:") {
                Some(raw) => out.push_str(raw),
                None if cell.is_empty() => out.push_str("<c/>"),
                None => out.push_str(&format!("<c t=\"inlineStr\"><is><t>{cell}</t></is></c>")),
            }
        }
        out.push_str("</row>");
    }
    out + "</sheetData>" + after + "</worksheet>"
}

/// The findings of a workbook, whether it is refused or not.
pub fn found(bytes: &[u8]) -> Findings {
    read(bytes, &ReadOptions::default()).map_or_else(|found| found, |(_, found)| found)
}

/// The same, held against a set.
pub fn found_for(bytes: &[u8], set: &str) -> Findings {
    let set = builtin::load(set).unwrap();
    read(bytes, &ReadOptions::default().with_set(&set)).map_or_else(|found| found, |(_, found)| found)
}

/// Findings as `place: code`, in Vietnamese; their wording is checked on the way.
pub fn told(findings: &Findings) -> Vec<String> {
    for finding in findings {
        for lang in [Lang::Vi, Lang::En] {
            let message = finding.message(lang);
            let sound = !message.contains(['{', '}', '?']) && message.chars().count() < 2_000 && !message.chars().any(char::is_control);
            assert!(sound || finding.code() == Code::CsvLostLetters, "{message}");
        }
        assert_ne!(finding.message(Lang::Vi), finding.message(Lang::En));
    }
    findings.iter().map(|f| format!("{}: {}", f.place().text(Lang::Vi), f.code())).collect()
}
