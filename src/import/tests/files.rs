//! Every fault is found at its place, and alone: files, headers and cells.

use super::mini::{Files, faults, files, only};
use alloc::format;
use alloc::string::String;

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
    for table in ["edition.csv", "sources.csv", "groups.csv"] {
        assert_eq!(faults(&without(table)), [format!("table.missing_table {table}")]);
    }
    assert!(faults(&without("units.csv"))[0].starts_with("table.unknown_reference criteria.csv, row 2, column unit"));
}

#[test]
fn a_needed_table_without_rows_is_a_fault() {
    let mut files = files();
    files[3].1.truncate("id,n,title_vi,title_en,source,clause,confidence,note\n".len());
    assert_eq!(faults(&files)[0], "table.no_rows groups.csv");
}

#[test]
fn the_header_has_each_column_once_and_no_other() {
    only("units.csv", "factor,note", "factor,note,colour", "table.unknown_column units.csv, row 1, column colour");
    only("units.csv", "factor,note", "factor,note,note", "csv.doubled_column units.csv, row 1, column note");
    only("sources.csv", "url,retrieved", "retrieved", "csv.missing_column sources.csv, row 1");
    only("units.csv", "times 100", "times 100,x", "csv.cell_without_column units.csv, row 2");
}

#[test]
fn what_cannot_be_read_is_named() {
    only("groups.csv", "As printed.", "\"As printed.", "csv.open_quote groups.csv, row 3");
    only("criteria.csv", "Số năm", "So\u{302}\u{301} năm", "text.not_nfc criteria.csv, row 4, column title_vi");
    only("criteria.csv", "Years,", "Ye\tars,", "text.control_character criteria.csv, row 4, column title_en");
    let mut files = files();
    files[0].1.clear();
    assert_eq!(faults(&files), ["csv.no_header edition.csv"]);
}

#[test]
fn spaces_around_text_are_a_fault() {
    only("groups.csv", "Đời sống", "Đời sống ", "table.spaces groups.csv, row 2, column title_vi");
    only("groups.csv", "plan,1", " plan,1", "table.spaces groups.csv, row 3, column id");
    only("criteria.csv", "province;commune", "province; commune", "table.spaces criteria.csv, row 2, column applies_to");
}

#[test]
fn cells_are_read_as_what_they_stand_for() {
    for (table, from, to, expected) in [
        ("groups.csv", "page 3,secondary,As", "page 3,weak,As", "json.unknown_choice groups.csv, row 3, column confidence"),
        ("sources.csv", "law,law,1/2026", "law,Law,1/2026", "json.bad_id sources.csv, row 2, column kind"),
        ("sources.csv", "2026-01-01", "2026-02-30", "json.bad_date sources.csv, row 2, column issued"),
        ("thresholds.csv", "12.5", "012.5", "json.decimal_grammar thresholds.csv, row 8, column value"),
        ("thresholds.csv", "body,1,yes", "body,1,1", "json.unknown_choice thresholds.csv, row 2, column value"),
        ("edition.csv", "revision,1", "revision,01", "json.bad_count edition.csv, row 4, column value"),
        ("inputs.csv", "years,no,0", "years,maybe,0", "json.unknown_choice inputs.csv, row 2, column whole"),
        ("inputs.csv", "hall,value,people,yes", "hall,value,people,no", "json.unknown_choice inputs.csv, row 3, column whole"),
        ("criteria.csv", "years,,,,,less", "years,,,,,none", "json.unknown_choice criteria.csv, row 4, column direction"),
        ("criteria.csv", "basic,province,,Địa chỉ", "basic,province,sum,Địa chỉ", "json.unknown_choice criteria.csv, row 3, column parts"),
        ("levels.csv", "min,0.75", "min,1.75", "set.parameter_range levels.csv, row 8, column value"),
        ("levels.csv", "1,parameter,own,rule 1", "1.5,parameter,own,rule 1", "json.bad_count levels.csv, row 9, column value"),
        ("levels.csv", "0.75,parameter", "0.75,reported", "json.unknown_choice levels.csv, row 8, column status"),
        ("crosswalk.csv", "renamed", "moved", "json.unknown_choice crosswalk.csv, row 3, column kind"),
    ] {
        only(table, from, to, expected);
    }
}

#[test]
fn a_cell_that_is_needed_must_be_filled() {
    only("groups.csv", "Quy hoạch,Planning", "Quy hoạch,", "table.missing_cell groups.csv, row 3, column title_en");
    only("criteria.csv", "Có cơ quan không?", "", "table.missing_cell criteria.csv, row 2, column question_vi");
    only("criteria.csv", "Danh mục", "", "table.missing_cell criteria.csv, row 5, column evidence_vi");
    only("criteria.csv", "Mọi người", "", "table.missing_cell criteria.csv, row 6, column denominator_vi");
    only("crosswalk.csv", "body,body", "body,", "table.missing_cell crosswalk.csv, row 2, column id_now");
}

#[test]
fn a_cell_that_means_nothing_must_be_empty() {
    only("edition.csv", "title,,", "title,x,", "csv.unused_cell edition.csv, row 8, column value");
    only("criteria.csv", "people,,,,,more", "people,,,,x,more", "csv.unused_cell criteria.csv, row 5, column denominator_en");
    only("inputs.csv", "years,no,0,,,", "years,no,0,,yes,", "csv.unused_cell inputs.csv, row 2, column within_denominator");
    only("crosswalk.csv", ",hall,added", "stall,hall,added", "csv.unused_cell crosswalk.csv, row 6, column id_before");
}

#[test]
fn lists_have_filled_and_different_items() {
    only("criteria.csv", "tag:1;tag: 2", "tag:1;", "table.empty_item criteria.csv, row 2, column related");
    only("criteria.csv", "tag:1;tag: 2", "tag:1;tag:1", "table.doubled_item criteria.csv, row 2, column related");
    only("thresholds.csv", "placement;requirement", "placement;placement", "table.doubled_item thresholds.csv, row 2, column use");
}

#[test]
fn lists_that_belong_together_are_equally_long() {
    only("criteria.csv", "art. 4;page 4", "art. 4", "table.list_length criteria.csv, row 2, column definition_clause");
    only("thresholds.csv", "art. 8;art. 1", "art. 8;art. 1;x", "table.list_length thresholds.csv, row 9, column clause");
}
