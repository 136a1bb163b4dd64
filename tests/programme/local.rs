//! Local reports: examples, JSON and CSV, templates, amounts.

use crate::support::{bytes, codes, file, outline, read, reports, round, whole};
use dothi::programme::{OutlineOrigin, PartRole, ReportFile, template_csv, template_json};
use dothi::{Code, CsvOptions, CsvStyle, Dec, Lang, NumberStyle, Separator, Severity, UnitKind};
use serde_json::{Value, json};

fn dong(text: &str) -> Option<Dec> {
    Some(Dec::parse(text).unwrap())
}

#[test]
fn the_outline_marks_what_is_not_its_own() {
    let outline = outline();
    assert_eq!(outline.parts.iter().map(|part| part.head.id.as_str()).collect::<Vec<_>>(), ["1", "2", "3", "4", "5", "6"]);
    let press: Vec<&str> =
        outline.leaves().filter(|(_, item)| item.origin == OutlineOrigin::Press).map(|(_, item)| item.id.as_str()).collect();
    assert_eq!(press, ["5.a", "5.b"]);
    assert_eq!(outline.categories().map(|item| item.id.as_str()).collect::<Vec<_>>(), ["4.1", "4.2", "4.3"]);
    assert!(outline.parts.iter().all(|part| !part.head.cites.is_empty()));
    assert!(outline.notes[0].vi.contains("không có trong đề cương"));
    assert_eq!(outline.leaves().filter(|(part, _)| part.role == PartRole::Proposals).count(), 1);
    for criterion in &outline.criteria {
        for edition in ["2022", "2026"] {
            let set = dothi::builtin::load(&format!("{}@{edition}", criterion.set)).unwrap();
            assert!(set.criterion(&criterion.criterion).is_some(), "{}", criterion.criterion);
        }
    }
}

#[test]
fn examples_are_read_and_their_faults_are_the_intended_ones() {
    let round = round("dot-2025.json");
    let mut found: Vec<(String, Vec<&str>)> = Vec::new();
    for report in reports("bao-cao-2025.json").iter().chain(&reports("bao-cao-2025-X-03.csv")) {
        assert!(report.fictional && report.unit.code.starts_with('X'));
        let findings = report.check(&outline(), Some((&round, &round.units)));
        found.push((report.unit.code.clone(), codes(&findings).iter().map(|code| code.as_str()).collect()));
    }
    let expected = [
        ("X-01", vec![]),
        (
            "X-02",
            vec![
                "report.disbursed_over_planned",
                "report.total_differs",
                "report.item_missing",
                "report.item_missing",
                "report.item_missing",
                "report.late",
            ],
        ),
        ("X-01-01", vec![]),
        ("X-03", vec![]),
    ];
    assert_eq!(found, expected.map(|(unit, codes)| (unit.to_string(), codes)));
}

#[test]
fn a_table_is_read_like_json() {
    let report = reports("bao-cao-2025-X-03.csv").remove(0);
    assert_eq!(report.received.unwrap().to_string(), "2026-03-30");
    let lines: Vec<_> = report
        .funding
        .iter()
        .map(|line| (line.category.as_str(), line.source.as_str(), line.planned_dong(), line.disbursed_dong()))
        .collect();
    assert_eq!(
        lines,
        [
            ("4.1", "enterprise", dong("1250750000000"), dong("310500000000")),
            ("4.2", "local_budget", dong("64200000000"), None),
            ("4.3", "local_budget", dong("1450000000"), dong("1449999999")),
        ]
    );
    let (planned, disbursed) = report.sums();
    assert_eq!((planned.dong, planned.missing), (dong("1316400000000").unwrap(), 0));
    assert_eq!((disbursed.dong, disbursed.given, disbursed.missing), (dong("311949999999").unwrap(), 2, 1));
    let text = ReportFile::new(vec![report.clone()]).to_json();
    let again = ReportFile::from_json(text.as_bytes()).unwrap().0.reports.remove(0);
    assert_eq!(again, report);
    assert_eq!(again.canonical_json(), report.canonical_json());
}

#[test]
fn a_report_is_written_as_the_table_it_is_read_from() {
    let mut whole = whole();
    whole["entries"][1]["text"] = json!("Dòng một; có \"ngoặc\"\nDòng hai, hết");
    whole["funding"][0]["planned"] = json!("1.234");
    whole["funding"][1]["code"] = json!("DA-02");
    whole["funding"][2].as_object_mut().unwrap().remove("disbursed");
    whole["totals"] = json!([{"category": "4.2", "year": 2025, "source": "local_budget", "planned": "10", "unit": "ty_dong"}]);
    whole["nothing"] = json!([{"item": "5.3", "reason": "Không có"}]);
    whole["records"] = json!([{"file": "X-01.record.json", "sha256": "0".repeat(64)}]);
    whole["fictional"] = json!(true);
    let one = read(&whole);
    let examples = reports("bao-cao-2025.json");
    for reports in [Vec::from([one]), examples, reports("bao-cao-2025-X-03.csv")] {
        let file = ReportFile::new(reports);
        for (style, lang) in [
            (CsvStyle::default(), Lang::En),
            (CsvStyle::default().with_mark(true).with_separator(Separator::Semicolon).with_numbers(NumberStyle::Vi), Lang::Vi),
        ] {
            let table = file.to_csv(&outline(), &style, lang);
            let (again, notes) = ReportFile::from_csv(table.as_bytes(), &CsvOptions::default(), &outline()).unwrap();
            assert!(notes.is_empty(), "{notes}");
            assert_eq!(again, file);
        }
    }
}

#[test]
fn faults_of_a_table_stand_at_their_cells() {
    let head = "item;field;text;project;year;fund_source;planned;disbursed;unit;date\nreport;outline;bxd-1683-2022\nreport;unit_code;1\nreport;unit_kind;province\n";
    let text = format!(
        "{head}4.1;;;Một;hai nghìn;local_budget;1.234;12,5;cân;\n2;;;;;;;;;\nmục 2;;Đã có;;;;;;;31/02/2025\nreport;colour;red\n4.2;;;Hai;2024;local_budget;12 tỷ;;tỷ đồng;\n"
    );
    let found = ReportFile::from_csv(text.as_bytes(), &CsvOptions::default(), &outline()).unwrap_err();
    let all: Vec<_> = found.iter().map(|f| (f.code().as_str(), f.place().text(Lang::En))).collect();
    let expected = [
        ("json.unknown_choice", "row 8, column field"),
        ("csv.unit_in_number", "row 9, column planned"),
        ("json.missing_key", "row 2"),
        ("city.zeros_lost", "row 3, column text"),
        ("json.bad_date", "row 7, column date"),
        ("json.wrong_type", "row 5, column year"),
        ("json.unknown_choice", "row 5, column unit"),
    ];
    for (code, place) in expected {
        assert!(all.iter().any(|(c, p)| *c == code && p == place), "{code} {place}: {all:?}");
    }
    assert_eq!(all.len(), expected.len(), "{all:?}");
}

#[test]
fn a_line_read_from_a_table_is_checked_at_its_row() {
    let text = "item;field;text;project;year;fund_source;planned;unit\nreport;outline;bxd-1683-2022\nreport;unit_code;01\nreport;unit_name;Hà Nội\n\
        report;unit_kind;province\n4,1;;;Một;2024;Nguồn vốn khác;-5;đồng\n";
    let (file, _) = ReportFile::from_csv(text.as_bytes(), &CsvOptions::default(), &outline()).unwrap();
    let findings = file.reports[0].check(&outline(), None);
    let negative = findings.iter().find(|f| f.code() == Code::ReportNegative).unwrap();
    assert_eq!(negative.place().text(Lang::En), "row 6, column planned");
}

#[test]
fn templates_are_read_once_filled_in() {
    for lang in [Lang::Vi, Lang::En] {
        let table = template_csv(&outline(), Some("vi-du-2025"), UnitKind::Province, lang);
        let found = ReportFile::from_csv(table.as_bytes(), &CsvOptions::default(), &outline()).unwrap_err();
        let missing: Vec<_> = found.iter().map(|f| f.message(Lang::En)).collect();
        assert!(missing.iter().all(|message| message.contains("missing")), "{missing:?}");
        let separator = if lang == Lang::Vi { ';' } else { ',' };
        let filled: String = table
            .lines()
            .map(|line| {
                let mut cells: Vec<&str> = line.split(separator).collect();
                match cells[4] {
                    "unit_code" => cells[5] = "01",
                    "unit_name" => cells[5] = "Hà Nội",
                    _ => {}
                }
                cells.join(&separator.to_string()) + "\n"
            })
            .collect();
        // Titles with a separator inside are quoted and not cut: only rows of fields were changed.
        let (file, _) =
            ReportFile::from_csv(filled.as_bytes(), &CsvOptions::default(), &outline()).unwrap_or_else(|e| panic!("{lang:?} {e}"));
        assert!(file.reports[0].funding.is_empty() && file.reports[0].entries.is_empty());
    }
    let template: Value = serde_json::from_str(&template_json(&outline(), None, UnitKind::Province)).unwrap();
    let items: Vec<&str> =
        template["reports"][0]["entries"].as_array().unwrap().iter().map(|entry| entry["item"].as_str().unwrap()).collect();
    assert_eq!(items, ["1", "2", "3.1", "3.2", "5.1", "5.2", "5.3", "6"]);
    let found = ReportFile::from_json(template.to_string().as_bytes()).unwrap_err();
    assert!(found.iter().all(|f| f.severity() == Severity::Error && f.code() != Code::UnknownKey), "{found}");
}

#[test]
fn what_is_not_known_is_not_zero() {
    let mut report = whole();
    report["funding"][0].as_object_mut().unwrap().remove("disbursed");
    report["funding"][1]["disbursed"] = json!("0");
    let (_, disbursed) = read(&report).sums();
    assert_eq!((disbursed.dong, disbursed.given, disbursed.missing), (dong("4500000000").unwrap(), 2, 1));
}

#[test]
fn hostile_files_are_refused() {
    for text in ["", "{}", "[]", "{\"format\":2}", "{\"format\":1,\"reports\":[]}", "{\"format\":1,\"reports\":[null]}"] {
        assert!(ReportFile::from_json(text.as_bytes()).is_err(), "{text}");
    }
    for text in ["", "\u{FEFF}", "item\n", "item,text\n", "item,text\n\"2", "a,b\n1,2\n", &format!("item,text\n{}\n", ",".repeat(2_000))] {
        assert!(ReportFile::from_csv(text.as_bytes(), &CsvOptions::default(), &outline()).is_err(), "{text:?}");
    }
    let mut report = whole();
    report["entries"] = (0..3_000).map(|_| json!({"item": "7", "text": "x"})).collect();
    let (own, _) = ReportFile::from_json(&file(&report)).unwrap();
    assert!(own.reports[0].check(&outline(), None).len() <= 1_010);
}

#[test]
fn examples_say_that_they_are_made_up() {
    for name in ["dot-2024.json", "dot-2025.json", "bao-cao-2024.json", "bao-cao-2025.json"] {
        let value: Value = serde_json::from_slice(&bytes(name)).unwrap();
        let all = value["reports"].as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
        assert!(all.iter().all(|one| one["fictional"] == true), "{name}");
    }
}

#[test]
fn tables_take_the_words_of_people_and_say_which_they_know() {
    let head = "item;field;text;project;year;fund_source;planned;unit\nbáo cáo;outline;bxd-1683-2022\nreport;unit_code;00004\n\
        report;unit_name;Phường Một\nreport;unit_kind;Phường\n";
    let read = |rows: &str| ReportFile::from_csv(format!("{head}{rows}").as_bytes(), &CsvOptions::default(), &outline());
    let report = read("tổng;;;;;;30;triệu đồng\nkhông có;mục 5.1;không vướng mắc\nhồ sơ;;x.json\n").unwrap().0.reports.remove(0);
    assert_eq!((report.unit.kind.as_str(), report.totals.len(), report.nothing.len(), report.records.len()), ("commune", 1, 1, 1));
    let found = read("mục 4.1;;;A;2021;Nguồn lạ;1;đồng\nphần bảy;;x\n").unwrap_err();
    let said: Vec<_> = found.iter().map(|f| (f.code().as_str(), f.place().text(Lang::En))).collect();
    assert_eq!(
        said,
        [("report.unknown_fund_source", "row 6, column fund_source".into()), ("report.unknown_item", "row 7, column item".into())]
    );
    assert!(found.iter().next().unwrap().message(Lang::Vi).contains("Ngân sách địa phương; Vốn ODA"), "{found}");
}
