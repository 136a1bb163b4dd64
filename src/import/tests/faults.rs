//! Every fault is found at its place, alone.

use super::mini::{Files, edited, faults, files};
use alloc::string::String;

/// The only finding after edits.
fn only(edits: &[(&str, &str, &str)], expected: &str) {
    assert_eq!(faults(&edited(edits)), [expected]);
}

fn without(table: &str) -> Files {
    let mut files = files();
    files.retain(|(name, _)| *name != table);
    files
}

#[test]
fn a_file_that_is_no_table_is_named() {
    let mut files = files();
    files.push(("kriteria.csv", String::new()));
    assert_eq!(faults(&files), ["table.unknown_table kriteria.csv"]);
}

#[test]
fn a_table_given_twice_is_named() {
    let mut files = files();
    files.push(files[3].clone());
    assert_eq!(faults(&files), ["table.doubled_table groups.csv"]);
}

#[test]
fn a_needed_table_that_is_missing_is_the_only_fault() {
    for table in ["sources.csv", "groups.csv"] {
        assert_eq!(faults(&without(table)), [alloc::format!("table.missing_table {table}")]);
    }
    let found = faults(&without("criteria.csv"));
    assert_eq!(found[0], "table.missing_table criteria.csv");
}

#[test]
fn a_needed_table_without_rows_is_a_fault() {
    let mut files = files();
    files[3].1.truncate("id,n,title_vi,title_en,source,clause,confidence,note\n".len());
    assert_eq!(faults(&files)[0], "table.no_rows groups.csv");
}

#[test]
fn the_header_has_each_column_once_and_no_other() {
    only(&[("units.csv", "factor,note", "factor,note,colour")], "table.unknown_column units.csv, row 1, column colour");
    only(&[("units.csv", "factor,note", "factor,symbol_en")], "csv.doubled_column units.csv, row 1, column symbol_en");
    only(&[("sources.csv", "url,retrieved", "retrieved")], "csv.missing_column sources.csv, row 1");
    only(&[("units.csv", "100,ratio times 100", "100,ratio times 100,x")], "csv.cell_without_column units.csv, row 2");
}

#[test]
fn what_cannot_be_read_is_named() {
    only(&[("units.csv", "step,1,", "step,1,\"")], "csv.open_quote units.csv, row 4");
    only(&[("criteria.csv", "Số năm", "So\u{302}\u{301} năm")], "text.not_nfc criteria.csv, row 4, column title_vi");
    only(&[("criteria.csv", "Years,", "Ye\tars,")], "csv.control_character criteria.csv, row 4, column title_en");
    let mut files = files();
    files[4].1.clear();
    assert_eq!(faults(&files)[0], "csv.no_header units.csv");
}

#[test]
fn spaces_around_text_are_a_fault() {
    only(&[("groups.csv", "Đời sống", "Đời sống ")], "table.spaces groups.csv, row 2, column title_vi");
    only(&[("criteria.csv", "province;commune", "province; commune")], "table.spaces criteria.csv, row 2, column applies_to");
}

#[test]
fn cells_are_read_as_what_they_stand_for() {
    for (table, from, to, expected) in [
        ("criteria.csv", "age,plan,1.3", "Age,plan,1.3", "json.bad_id criteria.csv, row 4, column id"),
        ("criteria.csv", "1.3,quantity", "1.3,quantum", "json.unknown_choice criteria.csv, row 4, column kind"),
        ("thresholds.csv", "12.5", "12,5", "json.decimal_grammar thresholds.csv, row 8, column value"),
        ("sources.csv", "2026-01-01", "2026-02-30", "json.bad_date sources.csv, row 2, column issued"),
        ("edition.csv", "revision,1", "revision,01", "json.bad_count edition.csv, row 4, column value"),
        ("inputs.csv", "years,no,0", "years,maybe,0", "json.unknown_choice inputs.csv, row 2, column whole"),
        ("inputs.csv", "hall,value,people,yes", "hall,value,people,no", "json.unknown_choice inputs.csv, row 3, column whole"),
        ("criteria.csv", "art. 11,,mirror", "art. 11,,mirrored", "json.unknown_choice criteria.csv, row 9, column confidence"),
        ("levels.csv", "min,0.75", "min,1.75", "set.parameter_range levels.csv, row 8, column value"),
        ("levels.csv", "1,parameter,own,rule 1", "1.5,parameter,own,rule 1", "json.bad_count levels.csv, row 9, column value"),
        ("levels.csv", "0.75,parameter", "0.75,reported", "json.unknown_choice levels.csv, row 8, column status"),
    ] {
        let found = faults(&edited(&[(table, from, to)]));
        assert!(found.iter().any(|fault| fault == expected), "{expected}: {found:?}");
    }
}

#[test]
fn a_cell_that_is_needed_must_be_filled() {
    only(&[("groups.csv", "Quy hoạch,Planning", "Quy hoạch,")], "table.missing_cell groups.csv, row 3, column title_en");
    only(&[("criteria.csv", "Có cơ quan không?", "")], "table.missing_cell criteria.csv, row 2, column question_vi");
}
