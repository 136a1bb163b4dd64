//! What an officer finds in the form: sheets, lists, what is locked, how it prints. Seen with another reader.

use calamine::{Reader, Xlsx};
use dothi::{Lang, UnitKind, builtin};
use dothi_spreadsheet::template;
use std::io::{Cursor, Read};

fn form(kind: UnitKind, lang: Lang) -> Vec<u8> {
    template(&builtin::load("vn-ssc").unwrap(), kind, lang).unwrap()
}

/// The XML of a sheet, by its place in the workbook.
fn xml(bytes: &[u8], at: usize) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(&format!("xl/worksheets/sheet{at}.xml")).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn book(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// Whether a cell, (row, column) from 0, is locked.
fn locked(bytes: &[u8], sheet: &str, cell: (u32, u32)) -> bool {
    let styles = book(bytes).worksheet_style(sheet).unwrap();
    styles.get(cell).and_then(|style| style.protection.as_ref()).is_none_or(|protection| protection.locked)
}

#[test]
fn every_sheet_is_there_by_its_name() {
    let names = |lang| book(&form(UnitKind::UrbanArea, lang)).sheet_names();
    let vi = names(Lang::Vi);
    assert_eq!(vi[..4], ["Hướng dẫn", "Địa bàn", "Số liệu chung", "Quy hoạch và quản lý xây dựng"]);
    assert_eq!(vi[vi.len() - 2..], ["Minh chứng", "Danh mục"]);
    let set = builtin::load("vn-ssc").unwrap();
    assert_eq!(vi.len(), set.form(UnitKind::UrbanArea, Lang::Vi).groups.len() + 5);
    for name in vi.iter().chain(&names(Lang::En)) {
        assert!((1..=31).contains(&name.encode_utf16().count()) && !name.contains(['[', ']', ':', '*', '?', '/', '\\']), "{name}");
    }
}

#[test]
fn ids_are_locked_and_what_is_filled_in_is_not() {
    let bytes = form(UnitKind::UrbanArea, Lang::Vi);
    let range = book(&bytes).worksheet_range("Nước").unwrap();
    let at =
        |name: &str| (0..range.width() as u32).find(|c| range.get_value((4, *c)).unwrap() == &calamine::Data::String(name.into())).unwrap();
    for name in ["item", "title", "threshold", "role", "unit", "data_point"] {
        assert!(locked(&bytes, "Nước", (5, at(name))), "{name}");
    }
    for name in ["value", "period", "source", "note", "status", "responsible", "not_applicable_reason"] {
        assert!(!locked(&bytes, "Nước", (5, at(name))), "{name}");
    }
    assert!(locked(&bytes, "Nước", (4, 0)) && locked(&bytes, "Nước", (3, 0)), "names and headings");
    // A document names the criteria that it supports: whoever fills it in must be able to write them.
    assert!((0..8).all(|column| !locked(&bytes, "Minh chứng", (5, column))));
    assert!(!locked(&bytes, "Địa bàn", (5, 1)) && locked(&bytes, "Địa bàn", (8, 1)), "the kind is filled in");
}

#[test]
fn sheets_are_protected_without_a_password_and_print_on_a4() {
    let bytes = form(UnitKind::UrbanArea, Lang::Vi);
    let sheets = book(&bytes).sheet_names().len();
    for at in 1..=sheets {
        let xml = xml(&bytes, at);
        let protection = xml.split("<sheetProtection").nth(1).unwrap().split("/>").next().unwrap();
        assert!(!protection.contains("password") && !protection.contains("hashValue"), "{protection}");
        assert!(xml.contains("paperSize=\"9\"") && xml.contains("orientation=\"landscape\"") && xml.contains("fitToHeight=\"0\""));
        assert!(xml.contains("không phải kết quả công nhận"), "the mark stands at the foot of every page");
        assert_eq!(xml.contains("state=\"frozen\""), (2..sheets).contains(&at), "{at}");
    }
}

#[test]
fn answers_steps_and_status_are_chosen_from_lists() {
    let bytes = form(UnitKind::UrbanArea, Lang::Vi);
    let plan = xml(&bytes, 4);
    assert!(plan.contains("<formula1>&quot;Có,Không&quot;</formula1>"), "yes and no");
    assert!(plan.contains("'Danh mục'!$I$4:$I$7"), "the steps of plan-04");
    assert!(plan.contains("'Danh mục'!$A$4:$A$11"), "status");
    assert!(plan.contains("<conditionalFormatting"), "what is needed is coloured");
    let lists = book(&bytes).worksheet_range("Danh mục").unwrap();
    assert_eq!(lists.get_value((3, 8)).unwrap().to_string().split(" – ").next(), Some("0"));
    assert!(xml(&bytes, 8).contains("type=\"decimal\""), "numbers are expected as numbers");
}

#[test]
fn a_shared_figure_is_asked_once_and_its_criteria_say_where() {
    let bytes = form(UnitKind::UrbanArea, Lang::Vi);
    let mut book = book(&bytes);
    let common = book.worksheet_range("Số liệu chung").unwrap();
    let rows: Vec<String> = common.rows().skip(5).map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|")).collect();
    assert!(rows.iter().any(|row| row.starts_with("Dân số đô thị (người)|4.1 wat-01 (mẫu số); 7.1 env-01 (mẫu số)|người|")), "{rows:#?}");
    assert!(rows.iter().all(|row| !row.contains("soc-0")), "the sizes of samples are each survey's own");
    let water = book.worksheet_range("Nước").unwrap();
    assert!(water.rows().any(|row| row.iter().any(|cell| cell.to_string().contains("Nhập ở trang 'Số liệu chung', dòng"))));
}
