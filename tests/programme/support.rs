//! What the tests share: the outline, the examples.

use dothi::programme::{LocalReport, Outline, ReportFile, Round};
use dothi::{Code, CsvOptions, Findings};
use serde_json::{Value, json};
use std::path::Path;

pub fn bytes(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/programme").join(name);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

pub fn outline() -> Outline {
    Outline::builtin().unwrap()
}

pub fn round(name: &str) -> Round {
    Round::from_json(&bytes(name)).unwrap().0
}

/// The reports of an example, JSON or CSV.
pub fn reports(name: &str) -> Vec<LocalReport> {
    let bytes = bytes(name);
    let read = if name.ends_with(".csv") {
        ReportFile::from_csv(&bytes, &CsvOptions::default(), &outline())
    } else {
        ReportFile::from_json(&bytes)
    };
    let (file, notes) = read.unwrap_or_else(|e| panic!("{name}: {e}"));
    assert!(notes.is_empty(), "{name}: {notes}");
    file.reports
}

/// A small whole report of a province, complete and without a remark, as JSON.
pub fn whole() -> Value {
    let entries = ["1", "2", "3.1", "3.2", "5.1", "5.2", "6"].map(|item| json!({"item": item, "text": format!("Nội dung {item}")}));
    let line = |category: &str, year: u16| {
        json!({"category": category, "project": format!("Dự án {category}"), "year": year, "source": "local_budget",
            "planned": "10", "disbursed": "4.5", "unit": "ty_dong"})
    };
    json!({
        "outline": "bxd-1683-2022",
        "round": "vi-du-2025",
        "unit": {"code": "X-01", "name": "Tỉnh Ví Dụ Bắc", "kind": "province"},
        "period": {"from": "2023", "to": "2025"},
        "received": "2026-03-30",
        "entries": entries,
        "funding": [line("4.1", 2024), line("4.2", 2025), line("4.3", 2025)],
        "totals": [{"planned": "30", "disbursed": "13.5", "unit": "ty_dong"}],
    })
}

pub fn file(report: &Value) -> Vec<u8> {
    json!({"format": 1, "reports": [report]}).to_string().into_bytes()
}

/// The one report of a text.
pub fn read(report: &Value) -> LocalReport {
    ReportFile::from_json(&file(report)).unwrap_or_else(|e| panic!("{e}")).0.reports.remove(0)
}

/// Reading and checking against the example's round.
pub fn findings(report: &Value) -> Findings {
    match ReportFile::from_json(&file(report)) {
        Ok((file, mut found)) => {
            let round = round("dot-2025.json");
            found.append(file.reports[0].check(&outline(), Some((&round, &round.units))));
            found
        }
        Err(found) => found,
    }
}

pub fn codes(findings: &Findings) -> Vec<Code> {
    findings.iter().map(dothi::Finding::code).collect()
}
