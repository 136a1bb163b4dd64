//! Places over periods.

mod base;
mod boundary;
mod laws;
mod peers;
mod states;
mod targets;

use dothi::{CityData, CityFile, CriteriaSet, CsvOptions, Dec, Findings, PlacePanel, Trend, TrendOptions};
use serde_json::{Value, json};

pub fn dec(text: &str) -> Dec {
    Dec::parse(text).unwrap()
}

pub fn cities(all: &[Value]) -> Vec<CityData> {
    CityFile::from_json(&crate::support::file(all)).unwrap_or_else(|findings| panic!("{findings}")).0.cities
}

pub fn codes(findings: &Findings) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code().as_str()).collect()
}

/// A wide table of the index of digital transformation: the same figure for every criterion.
pub fn dti(extra: &str, rows: &[(&str, &str, &str, &str)]) -> String {
    let set = dti_set();
    let plan = set.panel(dothi::UnitKind::Province, &crate::support::as_of()).unwrap();
    let keys: Vec<&str> = plan.inputs().iter().map(|input| input.key.as_str()).collect();
    let mut text = format!("unit_code,name_vi,kind,period{extra},{}\n", keys.join(","));
    for (code, period, told, value) in rows {
        text.push_str(&format!("{code},Tỉnh {code},province,{period}{told}{}\n", format!(",{value}").repeat(keys.len())));
    }
    text
}

pub fn dti_set() -> CriteriaSet {
    dothi::builtin::load("dti-922").unwrap()
}

pub fn read(set: &CriteriaSet, text: &str, columns: &[&str]) -> Result<PlacePanel, Findings> {
    PlacePanel::from_csv(text.as_bytes(), &CsvOptions::default(), set, &crate::support::as_of(), columns)
}

#[track_caller]
pub fn trend(set: &CriteriaSet, text: &str, asked: &TrendOptions<'_>) -> Trend {
    let panel = read(set, text, &["population"]).unwrap_or_else(|findings| panic!("{findings}"));
    panel.trend(set, &crate::support::as_of(), asked).unwrap_or_else(|findings| panic!("{findings}"))
}

/// The registry's breaks with their marks.
pub fn with_breaks<'b>() -> TrendOptions<'b> {
    let registry = dothi::units::UnitRegistry::builtin().unwrap();
    TrendOptions::default().with_breaks(registry.breaks(), registry.marks())
}

/// Data of one place, all figures of a period.
pub fn place(code: &str, period: &str, figures: &[(&str, &str)]) -> Value {
    let observation = |(criterion, value): &(&str, &str)| json!({"criterion": criterion, "value": value, "period": period});
    json!({
        "unit": {"code": code, "name": {"vi": format!("Nơi {code}")}, "kind": "province"}, "fictional": true, "period": period,
        "observations": figures.iter().map(observation).collect::<Vec<_>>()
    })
}
