//! National syntheses: what is counted, what is shown beside, what is named.

use crate::support::{outline, read, reports, round, whole};
use dothi::programme::{ProvinceOutcome, Punctuality, ReportFile, Round, Standing, Submitted, Synthesis, SynthesisInput, Unreadable};
use dothi::{CsvStyle, Lang};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Every report of the examples of a year.
fn submitted(files: &[&str]) -> Vec<Submitted> {
    files.iter().flat_map(|file| reports(file).into_iter().map(|report| Submitted::new(*file, report))).collect()
}

fn of(round: &Round, reports: Vec<Submitted>) -> Synthesis {
    Synthesis::new(SynthesisInput::new(&outline(), round, &round.units, reports))
}

fn example() -> Synthesis {
    of(&round("dot-2025.json"), submitted(&["bao-cao-2025.json", "bao-cao-2025-X-03.csv"]))
}

/// A synthesis of reports that differ from a whole one.
fn made(changes: &[fn(&mut Value)]) -> Synthesis {
    let reports = changes.iter().enumerate().map(|(at, change)| {
        let mut report = whole();
        change(&mut report);
        Submitted::new(format!("{at}.json"), read(&report))
    });
    of(&round("dot-2025.json"), reports.collect())
}

fn codes(synthesis: &Synthesis) -> BTreeSet<&'static str> {
    synthesis.anomalies.iter().map(|anomaly| anomaly.finding.code().as_str()).collect()
}

#[test]
fn the_example_is_put_together() {
    let synthesis = example();
    let outcomes: Vec<_> = synthesis.provinces.iter().map(|p| (p.unit.code.as_str(), p.outcome, p.punctuality, p.complete)).collect();
    assert_eq!(
        outcomes,
        [
            ("X-01", ProvinceOutcome::Reported, Some(Punctuality::OnTime), true),
            ("X-02", ProvinceOutcome::Reported, Some(Punctuality::Late), false),
            ("X-03", ProvinceOutcome::Reported, Some(Punctuality::OnTime), true),
            ("X-04", ProvinceOutcome::Missing, None, false),
        ]
    );
    // 616.45 + 152 + 1316.4 billion; the 120 million of the commune are in no national sum.
    let total = synthesis.funding.total;
    assert_eq!((total.planned.dong.to_string(), total.planned.missing), ("2084850000000".into(), 0));
    assert_eq!(total.disbursed.missing, 2);
    assert!(synthesis.reconciliation.agrees);
    assert_eq!(synthesis.reconciliation.read.lines, total.lines + 1);
    let inside = &synthesis.provinces[0].inside;
    assert_eq!((inside.len(), inside[0].sums.planned.dong.to_string()), (1, "120000000".into()));
    let expected = [
        "report.disbursed_over_planned",
        "report.total_differs",
        "report.item_missing",
        "report.late",
        "round.report_missing",
        "round.project_of_several",
    ];
    assert_eq!(codes(&synthesis), expected.into());
    let several = synthesis.anomalies.iter().find(|a| a.finding.code().as_str() == "round.project_of_several").unwrap();
    let said = several.finding.message(Lang::Vi);
    assert!(said.contains("X-01 Tỉnh Ví Dụ Bắc, X-02 Tỉnh Ví Dụ Nam") && said.contains("59.500.000.000"), "{said}");
    assert!(synthesis.marks.iter().any(|mark| mark.code == "fictional"));
}

#[test]
fn proposals_keep_every_text_and_whose_it_is() {
    let synthesis = example();
    let proposals = synthesis.texts.iter().find(|group| group.item == "6").unwrap();
    let own: Vec<_> = proposals.texts.iter().map(|text| (text.to.as_deref(), text.unit.as_str())).collect();
    assert_eq!(own.len(), 5);
    assert!(own.contains(&(Some("Bộ Công an (ví dụ)"), "X-03")) && own.contains(&(None, "X-01-01")));
    let kinds: Vec<&str> = synthesis.texts.iter().map(|group| group.item.as_str()).collect();
    assert_eq!(kinds, ["1", "2", "3.1", "3.2", "4.1", "4.3", "5.1", "5.2", "5.3", "6"], "in the order of the outline");
}

#[test]
fn a_project_of_a_province_and_a_unit_inside_it_is_named() {
    let synthesis = made(&[|_| {}, |r| r["unit"] = json!({"code": "X-01-09", "name": "Phường Một", "kind": "commune", "parent": "X-01"})]);
    let own: Vec<_> = synthesis.anomalies.iter().filter(|a| a.finding.code().as_str() == "round.project_in_province").collect();
    assert_eq!(own.len(), 3);
    let said = own[0].finding.message(Lang::En);
    assert!(said.contains("X-01-09 Phường Một") && said.contains("10,000,000,000"), "{said}");
    assert!(synthesis.projects.iter().all(|project| project.province == "X-01"));
}

#[test]
fn a_file_that_cannot_be_read_still_tells_who_sent_it() {
    let round = round("dot-2025.json");
    let outline = outline();
    let mut input = SynthesisInput::new(&outline, &round, &round.units, Vec::new());
    let broken = br#"{"format":1,"reports":[{"unit":{"code":"X-02"},"surprise":1}]}"#;
    let found = ReportFile::from_json(broken).unwrap_err();
    let table = "unit_code;item;text\nX-03;mục 2;x\nX-03;report;\n";
    input.unreadable = vec![
        Unreadable::new("a.json", found.clone()).with_units(ReportFile::named_units(broken)),
        Unreadable::new("b.csv", found.clone()).with_units(ReportFile::named_units(table.as_bytes())),
        Unreadable::new("c.json", found).with_units(ReportFile::named_units(b"{\"format\"")),
    ];
    let synthesis = Synthesis::new(input);
    let outcomes: Vec<_> = synthesis.provinces.iter().map(|province| province.outcome).collect();
    use ProvinceOutcome::{Missing, Refused};
    assert_eq!(outcomes, [Missing, Refused, Refused, Missing]);
    let unread = synthesis.anomalies.iter().filter(|a| a.finding.code().as_str() == "round.file_unreadable");
    assert_eq!(unread.map(|a| a.unit.as_deref()).collect::<Vec<_>>(), [None, Some("X-02"), Some("X-03")]);
}

#[test]
fn a_copy_is_counted_once_and_a_contradiction_not_at_all() {
    let once = made(&[|_| {}]);
    let copied = made(&[|_| {}, |r| r["received"] = json!("2026-03-29"), |r| r["entries"].as_array_mut().unwrap().reverse()]);
    assert_eq!(copied.funding, once.funding);
    assert_eq!(copied.reports.iter().filter(|report| report.standing == Standing::Copy).count(), 2);
    assert_eq!(codes(&copied), ["round.report_copied", "round.report_missing"].into());
    assert!(copied.reconciliation.agrees);
    let differing = made(&[|_| {}, |r| r["funding"][0]["planned"] = json!("11")]);
    assert_eq!(differing.provinces[0].outcome, ProvinceOutcome::Contradictory);
    assert_eq!(differing.funding.total.lines, 0);
    assert!(codes(&differing).contains("round.reports_contradict") && differing.reconciliation.agrees);
    assert_eq!(differing.reconciliation.rows[0].standing, Standing::Contradicting);
    assert_eq!(differing.reconciliation.read.planned.dong.to_string(), "61000000000");
}

#[test]
fn what_cannot_be_added_stands_beside() {
    let synthesis = made(&[
        |_| {},
        |r| {
            r["unit"] = json!({"code": "X-02", "name": "Tỉnh Ví Dụ Nam", "kind": "province"});
            r["funding"][0]["planned"] = json!("-5");
        },
        |r| {
            r["unit"] = json!({"code": "X-03", "name": "Thành phố Ví Dụ Biển", "kind": "province"});
            r["round"] = json!("vi-du-2024");
        },
        |r| r["unit"] = json!({"code": "X-77", "name": "Tỉnh Không Có", "kind": "province"}),
        |r| r["unit"] = json!({"code": "X-01-09", "name": "Xã Lạc", "kind": "commune", "parent": "X-88"}),
    ]);
    let standings: Vec<_> = synthesis.reports.iter().map(|report| (report.unit.as_str(), report.standing)).collect();
    assert_eq!(
        standings,
        [
            ("X-01", Standing::Counted),
            ("X-01-09", Standing::Inside),
            ("X-02", Standing::Refused),
            ("X-03", Standing::OtherRound),
            ("X-77", Standing::NotListed),
        ]
    );
    assert_eq!(synthesis.funding.total.lines, 3);
    assert!(synthesis.reconciliation.agrees);
    let expected =
        ["round.report_refused", "report.negative_amount", "report.other_round", "report.unit_not_listed", "round.unknown_parent"];
    assert!(codes(&synthesis).is_superset(&expected.into()), "{:?}", codes(&synthesis));
    // The amount that is none is still there, as it was written.
    assert!(synthesis.to_canonical_json().contains(r#""written":["-5","4.5","ty_dong"]"#));
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let round = round("dot-2025.json");
    let outline = outline();
    let mut input = SynthesisInput::new(&outline, &round, &round.units, Vec::new());
    let findings = dothi::programme::ReportFile::from_json(b"{").unwrap_err();
    input.unreadable.push(Unreadable::new("hong.json", findings));
    let synthesis = Synthesis::new(input);
    assert!(codes(&synthesis).contains("round.file_unreadable"));
    assert_eq!(synthesis.count(ProvinceOutcome::Missing), 4);
    assert!(synthesis.reconciliation.agrees);
}

#[test]
fn a_project_of_a_commune_and_its_province_is_no_double() {
    let commune: fn(&mut Value) = |r| r["unit"] = json!({"code": "X-01-01", "name": "Phường Ví Dụ", "kind": "commune", "parent": "X-01"});
    assert!(!codes(&made(&[|_| {}, commune])).contains("round.project_of_several"));
    let another: fn(&mut Value) = |r| r["unit"] = json!({"code": "X-01-02", "name": "Xã Ví Dụ", "kind": "commune", "parent": "X-01"});
    assert!(codes(&made(&[commune, another])).contains("round.project_of_several"));
}

#[test]
fn a_round_is_compared_with_the_one_before() {
    let before = of(&round("dot-2024.json"), submitted(&["bao-cao-2024.json"]));
    let (outline, now) = (outline(), round("dot-2025.json"));
    let mut input = SynthesisInput::new(&outline, &now, &now.units, submitted(&["bao-cao-2025.json", "bao-cao-2025-X-03.csv"]));
    input.previous = Some(&before);
    let synthesis = Synthesis::new(input);
    let progress = synthesis.progress.as_ref().unwrap();
    assert!(progress.same_units);
    assert_eq!((progress.asked, progress.reported), ((4, 4), (2, 3)));
    assert_eq!(progress.total.planned.unwrap().to_string(), "1668650000000");
    let third = progress.by_province.iter().find(|row| row.key == "X-03").unwrap();
    assert!(third.before.is_none() && third.planned.is_none());
    assert!(!codes(&synthesis).contains("round.disbursed_fell"));
    // The same the other way round: what was disbursed for 2024 has shrunk.
    let mut input = SynthesisInput::new(&outline, &now, &now.units, Vec::new());
    let mut shrunk = reports("bao-cao-2025.json").remove(1);
    shrunk.funding[0].disbursed = Some(dothi::Dec::parse("19").unwrap());
    input.reports = vec![Submitted::new("x.json", shrunk)];
    input.previous = Some(&before);
    assert!(codes(&Synthesis::new(input)).contains("round.disbursed_fell"));
}

#[test]
fn provinces_of_two_lists_are_not_compared() {
    let mut before = round("dot-2024.json");
    before.units[0].name = "Tỉnh Cũ".into();
    before.units.pop();
    let before = of(&before, submitted(&["bao-cao-2024.json"]));
    let (outline, now) = (outline(), round("dot-2025.json"));
    let mut input = SynthesisInput::new(&outline, &now, &now.units, submitted(&["bao-cao-2025.json"]));
    input.previous = Some(&before);
    let progress = Synthesis::new(input).progress.unwrap();
    assert!(!progress.same_units && progress.asked == (3, 4));
    assert_eq!(progress.by_province.iter().map(|row| row.key.as_str()).collect::<Vec<_>>(), ["X-02"]);
}

#[test]
fn a_table_of_everything_can_be_added_up() {
    let synthesis = example();
    let text = synthesis.to_csv(&CsvStyle::default(), Lang::Vi);
    let sum: u64 = text
        .lines()
        .map(|line| line.split(',').collect::<Vec<_>>())
        .filter(|cells| cells[0] == "by_year" && cells[8] == "planned")
        .map(|cells| cells[9].parse::<u64>().unwrap())
        .sum();
    assert_eq!(sum.to_string(), synthesis.funding.total.planned.dong.to_string());
    for table in ["total", "by_category", "reconciliation", "inside", "unit", "report", "project", "text", "anomaly", "mark"] {
        assert!(text.contains(&format!("\n{table},")), "{table}");
    }
}
