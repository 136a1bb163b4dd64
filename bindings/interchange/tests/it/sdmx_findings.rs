//! One broken file for each finding of SDMX-CSV, with its place and both wordings.

use crate::support::cities;
use dothi::{CityFile, Code, CsvOptions, Findings, Lang};
use dothi_interchange::sdmx::{read, write};
use std::collections::BTreeSet;

const HEAD: &str =
    "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,PLACE_NAME_VI,PLACE_KIND,SEX\n";
const PLACE: &str = "dataflow,DOTHI:CITY_OBSERVATIONS(1.0.0),R,01,,,,,,Hà Nội,province,\n";

/// Fields from the structure to the last column; rows begin in row 3.
fn file(rows: &[&str]) -> String {
    format!("{HEAD}{PLACE}{}", rows.iter().map(|row| format!("{row}\n")).collect::<String>())
}

fn found(text: &str) -> Findings {
    match read(text.as_bytes(), &CsvOptions::default()) {
        Ok((_, found)) | Err(found) => found,
    }
}

/// `own` stands for the start of a row.
fn cases() -> Vec<(String, Vec<&'static str>)> {
    let own = "dataflow,DOTHI:CITY_OBSERVATIONS(1.0.0)";
    let row = |rest: &str| file(&[&format!("{own},{rest}")]);
    let unread = "row 1, column SEX: sdmx.unknown_column";
    vec![
        ("STRUCTURE,REF_AREA\n".into(), vec!["row 1: sdmx.header"]),
        ("unit_code,item\n".into(), vec!["row 1: sdmx.header"]),
        ("STRUCTURE,STRUCTURE_ID,REF_AREA\n".into(), vec!["row 1: csv.missing_column", "row 1: csv.missing_column"]),
        (
            "STRUCTURE,STRUCTURE_ID,REF_AREA,INDICATOR,OBS_VALUE,OBS_VALUE\n".into(),
            vec!["row 1, column OBS_VALUE: csv.doubled_column"],
        ),
        (
            "STRUCTURE[;],STRUCTURE_ID,REF_AREA,INDICATOR,OBS_VALUE,COMMENT_OBS[en;fr]\n".into(),
            vec!["row 1, column COMMENT_OBS: sdmx.many_values"],
        ),
        (file(&["table,A:B(1.0),R,01,a,2025,1,A,,,,"]), vec![unread, "row 3, column STRUCTURE: sdmx.unknown_structure", "row 3, column STRUCTURE_ID: sdmx.foreign_structure"]),
        (row("X,01,a,2025,1,A,,,,"), vec![unread, "row 3, column ACTION: sdmx.unknown_action"]),
        (row("D,01,a,2025,1,A,,,,"), vec![unread, "row 3, column ACTION: sdmx.delete"]),
        (row("R,01,a,2025,1,D,,,,"), vec![unread, "row 3, column OBS_STATUS: sdmx.unknown_status"]),
        (row("R,01,a,2025,,Q,,,,"), vec![unread, "row 3, column OBS_STATUS: sdmx.status_read"]),
        (row("R,01,a,2025,NaN,,,,,"), vec![unread, "row 3, column OBS_VALUE: sdmx.missing_value"]),
        (row("R,01,a,2025-Q1,1,,,,,"), vec![unread, "row 3, column TIME_PERIOD: sdmx.period"]),
        (row("R,01,a,2025,1,,3,,,"), vec![unread, "row 3, column UNIT_MULT: sdmx.multiplier"]),
        (row("R,79,a,2025,1,,,,,"), vec![unread, "row 3, column REF_AREA: sdmx.no_place"]),
        (
            file(&[&format!("{own},R,01,a,2025,1,A,,,,F"), &format!("{own},R,01,a,2025,2,A,,,,M")]),
            vec![unread, "row 4, column SEX: sdmx.unknown_dimension"],
        ),
        (
            "STRUCTURE,STRUCTURE_ID,REF_AREA: Area,INDICATOR,OBS_VALUE,PLACE_KIND\ndataflow,DOTHI:CITY_OBSERVATIONS(1.0.0),01: Hà Nội,a,1,province\n".into(),
            vec!["row 2, column REF_AREA: sdmx.name_of_label"],
        ),
        // Faults of the rows themselves are those of any table, with the names that this file has.
        (row("R,01,a,2025,1%,,,,,"), vec![unread, "row 3, column OBS_VALUE: csv.percent_sign"]),
        (row("R,01,,2025,1,,,,,"), vec![unread, "row 3, column INDICATOR: csv.missing_cell"]),
        (row("R,01,a,2025,1,,,Hà Tây,,"), vec![unread, "row 3, column PLACE_NAME_VI: csv.doubled_attribute"]),
        (row("R,,a,2025,1,,,,,"), vec![unread, "row 3, column REF_AREA: csv.no_unit_code"]),
    ]
}

fn written() -> Findings {
    let json = r#"{"format":1,"cities":[{"unit":{"code":"01","name":{"vi":"=A"},"kind":"province"},
        "observations":[{"criterion":"a","value":1,"part":"_T"},{"criterion":"a","value":1}]}]}"#;
    let mut found = write(&CityFile::from_json(json.as_bytes()).unwrap().0).1;
    found.append(write(&cities("vi-du.json")).1);
    found
}

#[test]
fn each_is_found_where_it_is_and_all_at_once() {
    for (text, expected) in cases() {
        let found: Vec<String> = found(&text).iter().map(|f| format!("{}: {}", f.place().text(Lang::En), f.code())).collect();
        assert_eq!(found, expected, "{text}");
    }
    let own = "dataflow,DOTHI:CITY_OBSERVATIONS(1.0.0)";
    let all = file(&[&format!("{own},X,01,a,2025-W1,x%,G,2,,,"), "x,y,D,79,a,2025,1,A,,,,"]);
    let codes: BTreeSet<&str> = found(&all).iter().map(|f| f.code().as_str()).collect();
    assert!(codes.len() >= 9, "{codes:?}");
}

#[test]
fn none_is_left_out_and_each_says_what_to_do_in_both_languages() {
    let mut all: Findings = written();
    all.extend(cases().iter().flat_map(|(text, _)| found(text).iter().cloned().collect::<Vec<_>>()));
    let codes: BTreeSet<Code> = all.iter().map(dothi::Finding::code).collect();
    for code in Code::ALL.iter().filter(|code| code.as_str().starts_with("sdmx.")) {
        assert!(codes.contains(code), "{code} has no file");
    }
    for finding in &all {
        let (vi, en) = (finding.message(Lang::Vi), finding.message(Lang::En));
        assert!(vi != en && !vi.contains('?') && !en.contains('?') && !en.contains('{'), "{}: {vi} | {en}", finding.code());
    }
}
