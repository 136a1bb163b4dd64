//! A corrected report stands in for an earlier one of its unit; what a reference does not settle settles nothing.

use crate::support::{outline, read, round, whole};
use dothi::programme::{ProvinceOutcome, Punctuality, Standing, Submitted, Synthesis, SynthesisInput};
use dothi::{CsvOptions, Lang};
use serde_json::{Value, json};

/// A report of a province with a number, planned money in its first line, and what it replaces.
fn report(code: &str, number: &str, planned: &str, replaces: Option<Value>) -> Value {
    let mut out = whole();
    out["unit"]["code"] = json!(code);
    out["number"] = json!(number);
    out["date"] = json!("2026-03-20");
    out["funding"][0]["planned"] = json!(planned);
    out["totals"] = json!([]);
    if let Some(replaces) = replaces {
        out["replaces"] = replaces;
    }
    out
}

fn by_number(number: &str) -> Option<Value> {
    Some(json!({"number": number, "date": "2026-03-20"}))
}

/// Reports as files 0.json, 1.json ...
fn made(reports: &[Value]) -> Synthesis {
    let round = round("dot-2025.json");
    let submitted = reports.iter().enumerate().map(|(at, report)| Submitted::new(format!("{at}.json"), read(report))).collect();
    let out = Synthesis::new(SynthesisInput::new(&outline(), &round, &round.units, submitted));
    assert!(out.reconciliation.agrees, "{:?}", out.reconciliation);
    assert_eq!(out.reports.len(), reports.len(), "nothing is dropped");
    out
}

fn standings(synthesis: &Synthesis) -> Vec<Standing> {
    let mut all: Vec<_> = synthesis.reports.iter().map(|report| (report.file.clone(), report.standing)).collect();
    all.sort();
    all.into_iter().map(|(_, standing)| standing).collect()
}

/// Codes of findings about references, each with its file.
fn said(synthesis: &Synthesis) -> Vec<(&'static str, String)> {
    let own = |code: &str| ["round.rep", "round.project"].iter().any(|start| code.starts_with(start)) && code != "round.report_missing";
    let all = synthesis.anomalies.iter().filter(|anomaly| own(anomaly.finding.code().as_str()));
    let mut out: Vec<_> = all.map(|a| (a.finding.code().as_str(), a.file.clone().unwrap_or_default())).collect();
    out.sort();
    for anomaly in &synthesis.anomalies {
        for lang in [Lang::Vi, Lang::En] {
            assert!(!anomaly.finding.message(lang).contains(['{', '?']), "{}", anomaly.finding.message(lang));
        }
    }
    out
}

use Standing::{Contradicting, Copy, Counted, Replaced};

#[test]
fn the_corrected_report_is_counted_and_the_earlier_one_named() {
    let first = report("X-01", "12/BC-UBND", "10", None);
    let mut second = report("X-01", "15/BC-UBND", "11", by_number("12/bc - ubnd"));
    second["received"] = json!("2026-04-20");
    let out = made(&[first.clone(), second]);
    assert_eq!(standings(&out), [Replaced, Counted]);
    assert_eq!(out.funding.total.planned.dong.to_string(), "31000000000");
    let row = out.reconciliation.rows.iter().find(|row| row.standing == Replaced).unwrap();
    assert_eq!((row.reports, row.sums.planned.dong.to_string()), (1, "30000000000".into()));
    assert_eq!(said(&out), [("round.report_replaced", "0.json".into())]);
    let province = &out.provinces[0];
    assert_eq!(
        (province.outcome, province.punctuality, province.first),
        (ProvinceOutcome::Reported, Some(Punctuality::Late), Some(Punctuality::OnTime))
    );
    assert_eq!(out.reports.iter().find(|report| report.file == "0.json").unwrap().replaced_by.as_deref(), Some("1.json"));
    let csv = out.to_csv(&dothi::CsvStyle::default(), Lang::Vi);
    assert!(csv.lines().any(|line| line.contains("replaced") && line.contains("0.json") && line.contains("1.json")), "{csv}");
}

#[test]
fn a_digest_names_a_report_whatever_file_it_came_in() {
    let mut first = report("X-01", "12/BC", "10", None);
    let digest = read(&first).digest();
    first["received"] = json!("2026-03-01");
    first["funding"].as_array_mut().unwrap().reverse();
    assert_eq!(read(&first).digest(), digest, "neither the day of receipt nor the order of lines matters");
    let out = made(&[first.clone(), report("X-01", "15/BC", "11", Some(json!({"sha256": digest})))]);
    assert_eq!(standings(&out), [Replaced, Counted]);
    // A digest with the number of another document names nothing.
    let out = made(&[first, report("X-01", "15/BC", "11", Some(json!({"sha256": digest, "number": "13/BC", "date": "2026-03-20"})))]);
    assert_eq!(standings(&out), [Contradicting, Contradicting]);
    assert!(said(&out).contains(&("round.replaces_unknown", "1.json".into())));
}

#[test]
fn a_chain_leaves_its_last_report() {
    let out = made(&[
        report("X-01", "3/BC", "12", by_number("2/BC")),
        report("X-01", "1/BC", "10", None),
        report("X-01", "2/BC", "11", by_number("1/BC")),
        report("X-01", "1/BC", "10", None),
    ]);
    assert_eq!(standings(&out), [Counted, Replaced, Replaced, Copy]);
    // A corrected print may keep the number.
    let out = made(&[report("X-01", "1/BC", "10", None), report("X-01", "1/BC", "11", by_number("1/BC"))]);
    assert_eq!(standings(&out), [Replaced, Counted]);
    assert_eq!(said(&out), [("round.report_replaced", "0.json".into())]);
}

#[test]
fn a_report_with_errors_is_replaced_and_replaces_nothing() {
    let out = made(&[report("X-01", "1/BC", "-5", None), report("X-01", "2/BC", "11", by_number("1/BC"))]);
    assert_eq!(standings(&out), [Replaced, Counted]);
    let out = made(&[report("X-01", "1/BC", "10", None), report("X-01", "2/BC", "-5", by_number("1/BC"))]);
    assert_eq!(standings(&out), [Counted, Standing::Refused]);
}

#[test]
fn without_a_reference_they_contradict_as_ever() {
    let out = made(&[report("X-01", "1/BC", "10", None), report("X-01", "2/BC", "11", None)]);
    assert_eq!(standings(&out), [Contradicting, Contradicting]);
    let out = made(&[report("X-01", "1/BC", "10", None), report("X-01", "2/BC", "11", by_number("9/BC"))]);
    assert_eq!(standings(&out), [Contradicting, Contradicting]);
    assert!(said(&out).contains(&("round.replaces_unknown", "1.json".into())));
    // Alone it is counted; what it refers to may not have been handed over.
    let out = made(&[report("X-01", "2/BC", "11", by_number("9/BC"))]);
    assert_eq!((standings(&out), said(&out)), (vec![Counted], vec![("round.replaces_unknown", "0.json".into())]));
}

#[test]
fn nobody_replaces_a_report_of_another_unit() {
    let out = made(&[report("X-02", "1/BC", "10", None), report("X-01", "2/BC", "11", by_number("1/BC"))]);
    assert_eq!(standings(&out), [Counted, Counted]);
    let other = out.anomalies.iter().find(|a| a.finding.code().as_str() == "round.replaces_other_unit").unwrap();
    assert!(other.unit.as_deref() == Some("X-01") && other.finding.message(Lang::En).contains("X-02"));
}

#[test]
fn circles_settle_nothing() {
    for circle in [2, 3] {
        let reports: Vec<Value> = (0..circle)
            .map(|at| report("X-01", &format!("{at}/BC"), &format!("1{at}"), by_number(&format!("{}/BC", (at + 1) % circle))))
            .collect();
        let out = made(&reports);
        assert_eq!(standings(&out), vec![Contradicting; circle]);
        assert_eq!(said(&out).iter().filter(|(code, _)| *code == "round.replacement_cycle").count(), circle);
        assert_eq!((out.provinces[0].outcome, out.funding.total.lines), (ProvinceOutcome::Contradictory, 0));
    }
    let out = made(&[report("X-01", "1/BC", "10", by_number("1/BC"))]);
    assert_eq!((standings(&out), said(&out)), (vec![Counted], vec![("round.replaces_unknown", "0.json".into())]));
}

#[test]
fn two_that_replace_the_same_contradict_each_other() {
    let first = report("X-01", "1/BC", "10", None);
    let digest = read(&first).digest();
    for other in [by_number("1/BC").unwrap(), json!({"sha256": digest})] {
        let out = made(&[first.clone(), report("X-01", "2/BC", "11", by_number("1/BC")), report("X-01", "3/BC", "12", Some(other))]);
        assert_eq!(standings(&out), [Replaced, Contradicting, Contradicting]);
        let twice: Vec<_> = said(&out).into_iter().filter(|(code, _)| *code == "round.replaced_twice").map(|(_, file)| file).collect();
        assert_eq!(twice, ["1.json", "2.json"]);
    }
    // Sent twice it is one report.
    let second = report("X-01", "2/BC", "11", by_number("1/BC"));
    let out = made(&[first, second.clone(), second]);
    assert_eq!(standings(&out), [Replaced, Counted, Copy]);
}

/// A hundred thousand references to one number: neither time nor memory grows with their square.
#[test]
fn many_references_to_one_number_take_linear_time() {
    let mut reports: Vec<Value> = (0..3_000).map(|at| report("X-01", "1/BC", &format!("1{at}"), by_number("1/BC"))).collect();
    reports.push(report("X-01", "2/BC", "5", None));
    let out = made(&reports);
    assert!(out.reports.iter().all(|report| report.standing == Contradicting));
    assert!(out.to_canonical_json().len() < 40_000_000);
}

#[test]
fn csv_names_what_it_replaces() {
    let text = "item;field;text\nreport;outline;bxd-1683-2022\nreport;unit_code;X-01\nreport;unit_name;Tỉnh Ví Dụ\nreport;unit_kind;Tỉnh\n\
        report;replaces_number;12/BC\nreport;replaces_date;20/3/2026\nmục 2;;x\n";
    let read = |text: &str| dothi::programme::ReportFile::from_csv(text.as_bytes(), &CsvOptions::default(), &outline());
    let own = read(text).unwrap().0.reports.remove(0).replaces.unwrap();
    assert_eq!((own.number.as_deref(), own.date.map(|date| date.to_string())), (Some("12/BC"), Some("2026-03-20".into())));
    let found = read(&text.replace("replaces_date;20/3/2026", "prepared_by;x")).unwrap_err();
    let own: Vec<_> = found.iter().map(|f| (f.code().as_str(), f.place().text(Lang::En))).collect();
    assert_eq!(own, [("report.replaces_unnamed", "row 6, column text".into())]);
}
