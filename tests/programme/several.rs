//! Several reports in one table: each keeps its own rows, also where a unit has a first and a corrected one.

use crate::support::{outline, whole};
use dothi::programme::{ReportFile, Standing, Submitted, Synthesis, SynthesisInput};
use dothi::{CsvOptions, CsvStyle, Findings, Lang, NumberStyle, Separator};
use proptest::prelude::*;
use serde_json::{Value, json};

fn from_csv(text: &str) -> Result<(ReportFile, Findings), Findings> {
    ReportFile::from_csv(text.as_bytes(), &CsvOptions::default(), &outline())
}

fn file(reports: &[Value]) -> ReportFile {
    ReportFile::from_json(json!({"format": 1, "reports": reports}).to_string().as_bytes()).unwrap().0
}

/// A report of a unit with a number or none, its lines of money as many as said.
fn report(code: &str, number: Option<&str>, lines: usize) -> Value {
    let mut out = whole();
    out["unit"]["code"] = json!(code);
    if let Some(number) = number {
        out["number"] = json!(number);
        out["date"] = json!("2026-03-20");
    }
    out["funding"].as_array_mut().unwrap().truncate(lines);
    out
}

/// Code and place of each finding.
fn said(text: &str) -> Vec<(&'static str, String)> {
    let found = from_csv(text).unwrap_err();
    assert!(found.iter().all(|f| !f.message(Lang::Vi).contains(['{', '?']) && !f.message(Lang::En).contains(['{', '?'])), "{found}");
    found.iter().map(|finding| (finding.code().as_str(), finding.place().text(Lang::En))).collect()
}

#[test]
fn a_first_and_a_corrected_report_stand_in_one_table() {
    let first = report("X-01", Some("12/BC"), 3);
    let mut second = report("X-01", Some("15/BC"), 2);
    second["replaces"] = json!({"number": "12/BC", "date": "2026-03-20"});
    let own = file(&[first, report("X-02", None, 1), second]);
    let table = own.to_csv(&outline(), &CsvStyle::default(), Lang::Vi);
    assert!(table.starts_with("unit_code,report_label,item,"), "{table}");
    let (again, remarks) = from_csv(&table).unwrap();
    assert!(remarks.is_empty(), "{remarks}");
    assert_eq!(again.reports.len(), 3);
    // By the order of their first rows, which is that of the file.
    assert_eq!(again, own);
    let round = crate::support::round("dot-2025.json");
    let submitted = again.reports.into_iter().map(|report| Submitted::new("a.csv", report)).collect();
    let synthesis = Synthesis::new(SynthesisInput::new(&outline(), &round, &round.units, submitted));
    let standings: Vec<_> = synthesis.reports.iter().filter(|row| row.unit == "X-01").map(|row| row.standing).collect();
    assert_eq!(standings.iter().filter(|standing| **standing == Standing::Counted).count(), 1, "{standings:?}");
    assert!(standings.contains(&Standing::Replaced), "{standings:?}");
}

const HEAD: &str = "unit_code;item;field;text\n";
const FIRST: &str =
    "01;report;outline;bxd-1683-2022\n01;report;unit_name;Hà Nội\n01;report;unit_kind;tỉnh\n01;report;number;12/BC\n01;mục 2;;Nội dung\n";

#[test]
fn reports_that_nothing_tells_apart_are_refused_and_not_joined() {
    // The second repeats what the first says, or says something else.
    let second = FIRST.replace("01;report;number;12/BC\n", "").replace("Nội dung", "Nội dung khác");
    let doubled = |at: usize| ("report.doubled_field", format!("row {at}, column text"));
    assert_eq!(said(&format!("{HEAD}{FIRST}{second}")), [doubled(7), doubled(8), doubled(9)]);
    let other = FIRST.replace("12/BC", "15/BC");
    let found = from_csv(&format!("{HEAD}{FIRST}{other}")).unwrap_err();
    let number = found.iter().last().unwrap();
    assert!(number.message(Lang::En).starts_with("`number` stands already at row 5, column text"), "{number}");
    assert!(number.message(Lang::Vi).contains("`report_label`"), "{number}");
    // The same without codes: two tables of one report each, one below the other.
    let bare = |rows: &str| rows.replace("01;", "");
    let two = format!("item;field;text\n{}report;unit_code;01\n{}report;unit_code;02\n", bare(FIRST), bare(&other));
    assert!(said(&two).contains(&("report.doubled_field", "row 13, column text".into())));
    // More rows of the same report are no second one.
    assert_eq!(from_csv(&format!("{HEAD}{FIRST}01;mục 6;;Thêm\n")).unwrap().0.reports[0].entries.len(), 2);
}

#[test]
fn a_label_tells_them_apart_in_all_rows_or_none() {
    let label = |rows: &str, label: &str| rows.replace("01;", &format!("01;{label};"));
    let head = HEAD.replace("unit_code;", "unit_code;report_label;");
    let other = FIRST.replace("12/BC", "15/BC").replace("Nội dung", "Nội dung khác");
    let (both, _) = from_csv(&format!("{head}{}{}", label(FIRST, "12/BC"), label(&other, "15/BC"))).unwrap();
    let numbers: Vec<_> = both.reports.iter().map(|report| (report.number.as_deref().unwrap(), report.entries[0].text.as_str())).collect();
    assert_eq!(numbers, [("12/BC", "Nội dung"), ("15/BC", "Nội dung khác")]);
    // Rows of both may stand in any order, and other units need no label.
    let mixed: String = label(FIRST, "1").lines().zip(label(&other, "2").lines()).map(|(a, b)| format!("{a}\n{b}\n")).collect();
    let third = FIRST.replace("01;", "02;;");
    assert_eq!(from_csv(&format!("{head}{mixed}{third}")).unwrap().0.reports.len(), 3);
    // A row without one belongs to neither.
    let stray = "01;;mục 6;;Của báo cáo nào\n";
    let found = said(&format!("{head}{}{}{stray}", label(FIRST, "1"), label(&other, "2")));
    assert_eq!(found, [("report.no_label", "row 12, column report_label".into())]);
    // Nor is an unlabelled report taken for the other one beside it.
    let found = said(&format!("{head}{}{}", FIRST.replace("01;", "01;;"), label(&other, "2")));
    assert_eq!(found.len(), 5);
    assert!(found.iter().all(|(code, _)| *code == "report.no_label"), "{found:?}");
    // Labels alone, where the code is a row of the report.
    let bare = |rows: &str, label: &str| format!("{}{label};report;unit_code;01\n", rows.replace("01;", &format!("{label};")));
    let (both, _) = from_csv(&format!("report_label;item;field;text\n{}{}", bare(FIRST, "a"), bare(&other, "b"))).unwrap();
    assert_eq!(both.reports.iter().map(|report| report.unit.code.as_str()).collect::<Vec<_>>(), ["01", "01"]);
}

#[test]
fn a_table_with_one_report_of_each_unit_needs_no_label() {
    let table = file(&[report("X-01", None, 1), report("X-02", None, 1)]).to_csv(&outline(), &CsvStyle::default(), Lang::En);
    assert!(table.starts_with("unit_code,item,"), "{table}");
    assert!(!table.contains("report_label"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_reports_are_read_from_the_table_they_are_written_as(
        parts in prop::collection::vec((0usize..3, prop::option::of(0usize..3), 0usize..4), 1..8),
        vi in any::<bool>(),
    ) {
        let reports: Vec<Value> = parts.iter().map(|(unit, number, lines)| {
            report(["X-01", "X-02", "X-03"][*unit], number.map(|at| ["1/BC", "2/BC", "3/BC"][at]), *lines)
        }).collect();
        let own = file(&reports);
        let (style, lang) = match vi {
            true => (CsvStyle::default().with_separator(Separator::Semicolon).with_numbers(NumberStyle::Vi), Lang::Vi),
            false => (CsvStyle::default(), Lang::En),
        };
        let (again, _) = from_csv(&own.to_csv(&outline(), &style, lang)).unwrap();
        prop_assert_eq!(again, own);
    }
}
