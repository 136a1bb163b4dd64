//! Tables with a row for each place, and their results with ranks and marks.

use dothi::{CsvOptions, Findings, Lang, PanelSheet, Ties, UnitKind};

fn read(text: &str) -> Result<PanelSheet, Findings> {
    PanelSheet::from_csv(text.as_bytes(), &CsvOptions::default())
}

fn dti(rows: &[(&str, &str, &str, &str)]) -> PanelSheet {
    let set = dothi::builtin::load("dti-922").unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let keys: Vec<&str> = plan.inputs().iter().map(|input| input.key.as_str()).collect();
    let mut text = format!("unit_code,name_vi,name_en,kind,period,{}\n", keys.join(","));
    for (code, name, period, value) in rows {
        text.push_str(&format!("{code},{name},,province,{period}{}\n", format!(",{value}").repeat(keys.len())));
    }
    read(&text).unwrap_or_else(|findings| panic!("{findings}"))
}

#[test]
fn ranks_stay_within_a_period_and_name_how_many_they_are_among() {
    let sheet = dti(&[
        ("01", "Một", "2024", "0.5"),
        ("02", "Hai", "2024", "0.75"),
        ("01", "Một", "2025", "0.25"),
        ("02", "Hai", "2025", "0.25"),
        ("03", "Ba", "2025", ""),
    ]);
    let set = dothi::builtin::load("dti-922").unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let results = sheet.results(&plan, Ties::Average).unwrap();
    let names = results.columns();
    let at = |name: &str| names.iter().position(|own| own == name).unwrap();
    let found: Vec<String> = results
        .rows(Lang::Vi)
        .iter()
        .map(|row| ["unit_code", "period", "score", "rank", "rank_of"].map(|name| row[at(name)].clone()).join(" "))
        .collect();
    assert_eq!(found, ["02 2024 0.75 1 2", "01 2024 0.5 2 2", "01 2025 0.25 1.5 2", "02 2025 0.25 1.5 2", "03 2025   "]);
    let rows = results.rows(Lang::Vi);
    assert!(rows[2][at("statement")].starts_with("hạng 1,5 trong số 2 đơn vị ("), "{}", rows[2][at("statement")]);
    // A rank never stands bare.
    for lang in [Lang::Vi, Lang::En] {
        assert!(results.rows(lang).iter().all(|row| !row[at("mark")].is_empty() && !row[at("state")].is_empty()));
    }
}

#[test]
fn every_row_of_every_format_carries_the_marks() {
    let sheet = dti(&[("01", "\"Một, hai\"", "2025", "0.5"), ("02", "\"Ba\"\"\"", "2025", "1")]);
    let set = dothi::builtin::load("dti-922").unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    assert_eq!(sheet.places().len(), 2);
    let results = sheet.results(&plan, Ties::Competition).unwrap();
    for lang in [Lang::Vi, Lang::En] {
        let mark = results.mark_line(lang);
        assert!(!mark.is_empty());
        let csv = results.to_csv(lang);
        assert_eq!(csv.lines().count(), 3);
        assert!(csv.lines().skip(1).all(|line| line.contains(mark.split(',').next().unwrap())), "{csv}");
        let json: serde_json::Value = serde_json::from_str(&results.to_json(lang)).unwrap();
        assert_eq!(json["units"].as_array().unwrap().len(), 2);
        assert!(json["units"].as_array().unwrap().iter().all(|unit| unit["mark"].as_str() == Some(mark.as_str())));
        assert!(!json["marks"].as_array().unwrap().is_empty());
    }
}

#[test]
fn editions_without_a_score_come_by_level_without_ranks() {
    let text = "unit_code,name_vi,kind\n48,Bốn mươi tám,province\n01,Một,province\n";
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let sheet = read(text).unwrap();
    let results = sheet.results(&plan, Ties::Competition).unwrap();
    let names = results.columns();
    let at = |name: &str| names.iter().position(|own| own == name).unwrap();
    let rows = results.rows(Lang::Vi);
    assert_eq!(rows.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["01", "48"]);
    assert!(rows.iter().all(|row| row[at("rank")].is_empty() && row[at("score")].is_empty()));
    assert!(rows[0][at("statement")].starts_with("chưa đạt cấp độ nào (0/3) ("), "{}", rows[0][at("statement")]);
}

#[test]
fn all_faults_of_a_table_at_once() {
    let text = "unit_code,name_vi,kind,period,a,b\n\
        01,Một,province,2025,1.5,có\n\
        01,Một,province,2025,M,O\n\
        02,,commune,31/02/2025,abc,1.2345678901234567890\n\
        ,Ba,planet,2025,1,\n";
    let findings = read(text).unwrap_err();
    let found: Vec<String> = findings.iter().map(|f| format!("{} {}", f.place().text(Lang::En), f.code())).collect();
    assert_eq!(
        found,
        [
            "row 3, column unit_code panel.doubled_place",
            "row 4, column name_vi csv.missing_cell",
            "row 4, column kind panel.mixed_kinds",
            "row 4, column period csv.bad_date",
            "row 4, column a csv.not_a_number",
            "row 4, column b panel.too_many_digits",
            "row 5, column unit_code csv.missing_cell",
            "row 5, column kind json.unknown_choice",
        ]
    );
    for (text, code) in [
        ("", "csv.no_header"),
        ("unit_code,kind\n", "csv.missing_column"),
        ("unit_code,name_vi,kind,a,a\n01,X,province,1,2\n", "csv.doubled_column"),
        ("unit_code,name_vi,kind\n", "csv.no_rows"),
        ("unit_code,name_vi,kind\n01,\"X,province\n", "csv.open_quote"),
        ("unit_code,name_vi,kind\n01,X,province,7\n", "csv.cell_without_column"),
    ] {
        let findings = read(text).unwrap_err();
        assert!(findings.iter().any(|f| f.code().as_str() == code), "{text:?}: {findings}");
    }
    assert!(PanelSheet::from_csv(b"PK\x03\x04", &CsvOptions::default()).is_err());
}

#[test]
fn a_table_as_excel_writes_it() {
    let text = "\u{feff}unit_code;name_vi;kind;air;water\r\n01;Vi\u{301} Du\u{323};province;1.234,5;M\r\n02;B;province;;không\r\n";
    let sheet = read(text).unwrap();
    assert_eq!(sheet.places()[0].name.vi, "Ví Dụ");
    assert_eq!((sheet.kind(), sheet.places().len()), (UnitKind::Province, 2));
    // Unknown columns are a fault of the plan they are held against, not of the table.
    let set = dothi::builtin::load("dti-922").unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let findings = sheet.columns(&plan).unwrap_err();
    assert_eq!(findings.iter().map(|f| f.code().as_str()).collect::<Vec<_>>(), ["panel.unknown_column", "panel.unknown_column"]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 128, ..proptest::prelude::ProptestConfig::default() })]

    #[test]
    fn no_text_makes_the_reader_panic(text in "(unit_code|name_vi|kind|period|a|province|01|M|O|,|;|\t|\n|\"|1.5|1,5|\\PC){0,60}") {
        let _ = read(&text);
        let _ = read(&format!("unit_code,name_vi,kind,a\n{text}"));
    }
}
