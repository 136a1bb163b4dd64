//! One broken workbook for each code of a finding about workbooks, with its place.

use crate::books::{FIRST, by_hand, figure, found, found_for, plain, sheet, table, told, workbook, zip};
use dothi::{Code, Lang, Severity, UnitKind, builtin};
use dothi_spreadsheet::template;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::collections::BTreeSet;

/// What is expected: place and code of every finding.
type Case = (&'static str, Vec<u8>, Vec<&'static str>);

const GOOD: &[&[&str]] =
    &[&["item", "role", "value"], &["unit", "code", "01"], &["unit", "name_vi", "Tỉnh Mẫu"], &["unit", "kind", "province"]];

fn rows<'r>(more: &[&'r [&'r str]]) -> Vec<&'r [&'r str]> {
    GOOD.iter().copied().chain(more.iter().copied()).collect()
}

fn cases() -> Vec<Case> {
    let percent = Format::new().set_num_format("0%");
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let day = ExcelDateTime::from_ymd(2026, 2, 1).unwrap();
    vec![
        ("xlsx.not_a_workbook", b"PK\x03\x04 and so on".to_vec(), vec!["toàn tệp: xlsx.not_a_workbook"]),
        ("xlsx.not_a_workbook", zip(&[("word/document.xml", "<document/>")]), vec!["toàn tệp: xlsx.not_a_workbook"]),
        ("xlsx.old_or_locked", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on".to_vec(), vec!["toàn tệp: xlsx.old_or_locked"]),
        ("xlsx.too_large", zip(&[("a.xml", &"<a>".repeat(70))]), vec!["toàn tệp: xlsx.too_large"]),
        ("xlsx.broken_part", by_hand("<worksheet><sheetData><row>", &[]), vec!["toàn tệp: xlsx.broken_part"]),
        (
            "xlsx.no_table",
            workbook(|book| drop(book.add_worksheet().write(0, 0, "Nháp"))),
            vec!["trang tính Sheet1: xlsx.unknown_sheet", "toàn tệp: xlsx.no_table"],
        ),
        (
            "xlsx.unknown_sheet",
            workbook(|book| {
                table(book, "Nước");
                book.add_worksheet().set_name("Nháp").unwrap().write(3, 3, 5).unwrap();
                book.add_worksheet();
            }),
            vec!["trang tính Nháp: xlsx.unknown_sheet"],
        ),
        ("xlsx.tables_missing", with_keys(&[("dothi:tables", "3")]), vec!["Keys!B1: xlsx.tables_missing"]),
        ("xlsx.doubled_key", with_keys(&[("dothi:set", "a@1-u1"), ("x", "y"), ("dothi:set", "b@1-u1")]), vec!["Keys!B3: xlsx.doubled_key"]),
        (
            "xlsx.stray_cell",
            plain(|s| {
                figure(s, FIRST, "a");
                s.write(FIRST, 9, "xem lại").unwrap();
            }),
            vec!["Nước!J5: xlsx.stray_cell"],
        ),
        (
            "xlsx.error_cell",
            by_hand(&sheet(&rows(&[&["a", "", "raw:<c t=\"e\"><v>#N/A</v></c>"]]), "", ""), &[]),
            vec!["S!C5 (cột value): xlsx.error_cell"],
        ),
        (
            "xlsx.formula_without_value",
            by_hand(
                &sheet(&rows(&[&["a", "", "raw:<c><f>A1+1</f></c>"], &["b", "", "raw:<c t=\"str\"><f>\"\"</f><v></v></c>"]]), "", ""),
                &[],
            ),
            vec!["S!C5 (cột value): xlsx.formula_without_value"],
        ),
        (
            "xlsx.merged_cells",
            plain(|s| {
                figure(s, FIRST, "a");
                figure(s, FIRST + 1, "b");
                s.merge_range(FIRST, 2, FIRST + 1, 2, "5", &Format::new()).unwrap();
            }),
            vec!["Nước!C5 (cột value): xlsx.merged_cells"],
        ),
        (
            "xlsx.hidden_row",
            plain(|s| {
                figure(s, FIRST, "a");
                s.write(FIRST, 2, 5).unwrap();
                s.set_row_hidden(FIRST).unwrap();
                s.set_row_hidden(FIRST + 1).unwrap();
            }),
            vec!["Nước!5:5: xlsx.hidden_row"],
        ),
        (
            "xlsx.hidden_column",
            plain(|s| {
                figure(s, FIRST, "a");
                s.write(FIRST, 2, 5).unwrap();
                s.write(FIRST, 5, "n").unwrap();
                s.set_column_hidden(5).unwrap();
                s.set_column_hidden(4).unwrap();
            }),
            vec!["Nước!F:F (cột note): xlsx.hidden_column"],
        ),
        (
            "xlsx.hidden_sheet",
            workbook(|book| {
                book.add_worksheet();
                table(book, "Nước").set_hidden(true);
            }),
            vec!["trang tính Nước: xlsx.hidden_sheet"],
        ),
        (
            "xlsx.percent_doubt",
            plain(|s| {
                for (row, value) in [(0, 0.85), (1, 1.0), (2, 0.0), (3, 1.5)] {
                    figure(s, FIRST + row, "a");
                    s.write(FIRST + row, 2, value).unwrap().write(FIRST + row, 3, "%").unwrap();
                }
            }),
            vec!["Nước!C5 (cột value): xlsx.percent_doubt", "Nước!C6 (cột value): xlsx.percent_doubt"],
        ),
        (
            "xlsx.percent_format",
            plain(|s| {
                figure(s, FIRST, "a");
                s.write_with_format(FIRST, 2, 0.85, &percent).unwrap().write(FIRST, 3, "people").unwrap();
            }),
            vec!["Nước!C5 (cột value): xlsx.percent_format"],
        ),
        (
            "xlsx.date_for_number",
            plain(|s| {
                figure(s, FIRST, "a");
                s.write_with_format(FIRST, 2, &day, &date).unwrap();
            }),
            vec!["Nước!C5 (cột value): xlsx.date_for_number"],
        ),
        ("xlsx.contradiction", contradiction(), vec!["Nước!C5 (cột value): xlsx.contradiction"]),
    ]
}

fn with_keys(keys: &[(&str, &str)]) -> Vec<u8> {
    workbook(|book| {
        table(book, "Nước");
        let sheet = book.add_worksheet().set_name("Keys").unwrap();
        for (row, (key, value)) in (0..).zip(keys) {
            sheet.write(row, 0, *key).unwrap().write(row, 1, *value).unwrap();
        }
    })
}

/// `a` and `b` share a figure; `a` says otherwise, `b` says the same, `c` is of another year.
fn contradiction() -> Vec<u8> {
    workbook(|book| {
        let own = table(book, "Nước");
        for (row, item, value, period) in [(0, "a", 6, "2025"), (1, "b", 5, ""), (2, "c", 7, "2024")] {
            figure(own, FIRST + row, item);
            own.write(FIRST + row, 1, "denominator").unwrap().write(FIRST + row, 2, value).unwrap();
            own.write(FIRST + row, 4, period).unwrap();
        }
        shared(book, 5);
    })
}

fn shared(book: &mut Workbook, value: i32) {
    let sheet = book.add_worksheet().set_name("Chung").unwrap();
    sheet.write_row(0, 0, ["Dân số", "", "", ""]).unwrap();
    sheet.write_row(1, 0, ["value", "period", "source", "uses"]).unwrap();
    sheet.write(2, 0, value).unwrap().write(2, 1, "2025").unwrap();
    sheet.write(2, 3, "a//denominator; b//denominator; c//denominator").unwrap();
}

#[test]
fn every_broken_workbook_gets_its_finding_at_its_place() {
    for (code, bytes, expected) in cases() {
        assert_eq!(told(&found(&bytes)), expected, "{code}");
    }
    // These two need a set.
    let other = with_keys(&[("dothi:set", "vn-ssc@2022-u1"), ("dothi:format", "1")]);
    assert_eq!(told(&found_for(&other, "vn-ssc@2026")), ["Keys!B1: xlsx.other_set"]);
    let message = found_for(&other, "vn-ssc@2026").iter().next().unwrap().message(Lang::Vi);
    assert!(message.contains("vn-ssc@2022-u1") && message.contains("vn-ssc@2026-u1"), "{message}");
    let later = with_keys(&[("dothi:set", "vn-ssc@2026-u7")]);
    assert_eq!(told(&found_for(&later, "vn-ssc@2026")), ["Keys!B1: xlsx.other_revision"]);
    assert!(found(&other).is_empty(), "nothing to hold it against");
    let newer = with_keys(&[("dothi:format", "2")]);
    assert_eq!(told(&found(&newer)), ["Keys!B1: json.newer_format"]);
}

#[test]
fn every_code_of_workbooks_has_a_broken_one() {
    let tried: BTreeSet<&str> = cases().into_iter().map(|(code, ..)| code).chain(["xlsx.other_set", "xlsx.other_revision"]).collect();
    let all: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).filter(|code| code.starts_with("xlsx.")).collect();
    assert_eq!(tried, all);
}

#[test]
fn each_case_has_the_finding_it_is_named_after_and_its_weight() {
    for (code, bytes, _) in cases() {
        let findings = found(&bytes);
        let own = findings.iter().find(|f| f.code().as_str() == code).unwrap();
        assert_eq!(findings.has_errors(), findings.iter().any(|f| f.severity() == Severity::Error), "{code}");
        assert_eq!(own.severity() == Severity::Error, findings.has_errors(), "{code}");
    }
}

#[test]
fn faults_of_cells_and_of_facts_come_together() {
    let bytes = plain(|s| {
        figure(s, FIRST, "a");
        s.write(FIRST, 2, "5 ha").unwrap().write(FIRST, 9, "?").unwrap();
        figure(s, FIRST + 1, "b");
        s.write(FIRST + 1, 2, "1.234").unwrap().write(FIRST + 1, 4, "31/02/2026").unwrap();
    });
    let found = found(&bytes);
    let codes: Vec<&str> = found.iter().map(|f| f.code().as_str()).collect();
    assert_eq!(codes, ["xlsx.stray_cell", "csv.unit_in_number", "csv.ambiguous_number", "csv.bad_date"]);
}

#[test]
fn findings_name_the_heading_that_people_see() {
    let set = builtin::load("vn-ssc").unwrap();
    let bytes = template(&set, UnitKind::Commune, Lang::Vi).unwrap();
    let found = found_for(&bytes, "vn-ssc");
    assert_eq!(told(&found), ["'Địa bàn'!6:6: csv.no_unit_code"]);
}

#[test]
fn a_formula_with_its_value_is_that_value() {
    let bytes = plain(|s| {
        figure(s, FIRST, "a");
        s.write(FIRST, 2, Formula::new("=1+1").set_result("2")).unwrap();
    });
    assert!(found(&bytes).is_empty());
}
