//! Records beside reports: verified, and the levels they give.

use crate::support::{outline, read, round, whole};
use dothi::programme::{LevelRecord, Submitted, Synthesis, SynthesisInput};
use dothi::{AssessOptions, CityFile, Date, Findings, Record, sha256};
use serde_json::json;
use std::path::Path;

/// The record of a place of an example.
fn record(code: &str) -> Record {
    record_on(code, "2026-11-21")
}

fn record_on(code: &str, day: &str) -> Record {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/vi-du.json");
    let (file, _) = CityFile::from_json(&std::fs::read(path).unwrap()).unwrap();
    let set = dothi::builtin::load("vn-ssc@2026").unwrap();
    let city = file.cities.iter().find(|city| city.unit.code == code).unwrap();
    set.assess(city, &AssessOptions::new(Date::parse(day).unwrap())).unwrap().record(None).unwrap()
}

fn load(id: &str) -> Result<dothi::CriteriaSet, Findings> {
    dothi::builtin::load(id)
}

#[test]
fn attached_records_are_verified() {
    let bytes = record("X-00").to_canonical_json().into_bytes();
    let digest = sha256(&bytes);
    let mut report = whole();
    report["unit"]["code"] = json!("X-00");
    let of = |link: serde_json::Value, code: &str, bytes: &[u8]| {
        let mut report = report.clone();
        report["records"] = json!([link]);
        report["unit"]["code"] = json!(code);
        read(&report).attached(&mut |name| (name == "x.json").then(|| bytes.to_vec()), &mut load)
    };
    let good = of(json!({"file": "x.json", "sha256": digest}), "X-00", &bytes);
    assert!(good.findings.is_empty(), "{}", good.findings);
    assert_eq!((good.files.len(), good.levels.len()), (1, 1));
    assert!(good.levels.iter().all(|level| level.statement.vi.contains("không phải kết quả công nhận")));
    let code = |attached: dothi::programme::Attached| attached.findings.iter().map(|f| f.code().as_str()).collect::<Vec<_>>();
    assert_eq!(code(of(json!({"file": "y.json"}), "X-00", &bytes)), ["report.record_missing"]);
    assert_eq!(code(of(json!({"file": "x.json", "sha256": "0".repeat(64)}), "X-00", &bytes)), ["report.record_digest"]);
    assert_eq!(code(of(json!({"file": "x.json"}), "X-01", &bytes)), ["report.record_other_unit"]);
    let changed = String::from_utf8(bytes.clone()).unwrap().replacen("\"level\":", "\"level\" :", 1);
    let forged = changed.replacen("\"value\":\"", "\"value\":\"1", 1);
    assert!(!code(of(json!({"file": "x.json"}), "X-00", forged.as_bytes())).is_empty());
}

#[test]
fn levels_never_mix_states_and_keep_their_marks() {
    let set = load("vn-ssc@2026").unwrap();
    let records = ["X-00", "X-0001"].map(|code| LevelRecord::of(&format!("{code}.json"), &record(code), &set).unwrap());
    let older = LevelRecord::of("older.json", &record_on("X-00", "2026-11-20"), &set).unwrap();
    let (outline, round) = (outline(), round("dot-2025.json"));
    let mut input = SynthesisInput::new(&outline, &round, &round.units, vec![Submitted::new("a.json", read(&whole()))]);
    input.records = records.into_iter().flatten().chain(older).collect();
    let all = input.records.len();
    let synthesis = Synthesis::new(input);
    let mut seen = std::collections::BTreeSet::new();
    for group in &synthesis.levels {
        assert!(seen.insert((group.set.clone(), group.scheme.clone(), group.kind.as_str(), group.verified, group.non_default)));
        assert!(group.marks.iter().any(|mark| mark.code == "not_official") && group.marks.iter().any(|mark| mark.code == "fictional"));
        assert_eq!(group.counts.iter().map(|count| count.places as usize).sum::<usize>(), group.results.len());
        assert!(group.results.iter().all(|result| result.as_of.to_string() == "2026-11-21"));
    }
    assert_eq!(synthesis.levels.iter().map(|group| group.results.len() + group.not_counted.len()).sum::<usize>(), all);
    assert!(synthesis.levels.iter().any(|group| !group.not_counted.is_empty()));
}

#[test]
fn records_of_one_day_that_differ_are_not_counted() {
    let set = load("vn-ssc@2026").unwrap();
    let mut levels = LevelRecord::of("a.json", &record("X-00"), &set).unwrap();
    let mut other = levels[0].clone();
    other.file = "b.json".into();
    other.level = Some(other.level.unwrap_or(0) + 1);
    levels.truncate(1);
    levels.push(other);
    let (outline, round) = (outline(), round("dot-2025.json"));
    let mut input = SynthesisInput::new(&outline, &round, &round.units, Vec::new());
    input.records = levels;
    let synthesis = Synthesis::new(input);
    assert!(synthesis.levels[0].counts.is_empty() && synthesis.levels[0].not_counted.len() == 2);
    assert!(synthesis.anomalies.iter().any(|anomaly| anomaly.finding.code().as_str() == "round.records_contradict"));
}

#[test]
fn a_report_answers_the_criterion_on_yearly_reports() {
    let (outline, round) = (outline(), round("dot-2025.json"));
    let answers = |report: &serde_json::Value| -> Vec<(String, bool)> {
        let data = read(report).offered(&outline, &round, "vn-ssc", "a.json", &"0".repeat(64)).unwrap();
        let file = CityFile::new(vec![data.clone()]);
        assert!(CityFile::from_json(file.to_json().as_bytes()).is_ok());
        let answered = data.observations.iter().map(|o| (o.criterion.clone(), o.value == Some(dothi::ObsValue::Boolean(true)))).collect();
        for edition in ["vn-ssc@2022", "vn-ssc@2026"] {
            let set = load(edition).unwrap();
            let assessment = set.assess(&data, &AssessOptions::new(Date::parse("2026-11-21").unwrap())).unwrap();
            assert!(assessment.findings().iter().all(|f| f.severity() != dothi::Severity::Error));
        }
        answered
    };
    let mut report = whole();
    assert_eq!(answers(&report), [("gov-02".to_string(), true), ("fin-02".into(), true)]);
    report["received"] = json!("2026-03-31");
    assert_eq!(answers(&report)[0], ("gov-02".to_string(), false), "that day is late");
    report.as_object_mut().unwrap().remove("received");
    assert_eq!(answers(&report), [("fin-02".to_string(), true)], "not known whether it is late");
    report["funding"].as_array_mut().unwrap().pop();
    assert_eq!(answers(&report), [("gov-02".to_string(), false), ("fin-02".into(), false)], "a category is missing");
    assert!(read(&report).offered(&outline, &round, "dti-922", "a.json", "").is_none());
}
