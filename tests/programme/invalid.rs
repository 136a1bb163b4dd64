//! One broken report for each code of local reports and rounds: the finding is made, at the place named, and nothing else is.

use crate::support::{findings, outline, whole};
use dothi::programme::{LocalReport, Round};
use dothi::{Code, Severity};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Code, where it is, what is changed in a report that has nothing wrong, other codes that come with it.
type Case = (&'static str, &'static str, fn(&mut Value), &'static [&'static str]);

fn set(value: &mut Value, pointer: &str, new: Value) {
    *value.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = new;
}

const CASES: &[Case] = &[
    ("report.other_outline", "/reports/0/outline", |r| set(r, "/outline", json!("x-2030")), &[]),
    ("report.other_round", "/reports/0/round", |r| set(r, "/round", json!("vi-du-2024")), &[]),
    ("report.unknown_item", "/reports/0/entries/0/item", |r| set(r, "/entries/0/item", json!("7")), &[]),
    ("report.unknown_item", "/reports/0/entries/0/item", |r| set(r, "/entries/0/item", json!("4.1")), &[]),
    ("report.unknown_item", "/reports/0/nothing/0/item", |r| r["nothing"] = json!([{"item": "9"}]), &[]),
    ("report.unknown_category", "/reports/0/funding/0/category", |r| set(r, "/funding/0/category", json!("4.4")), &["report.item_missing"]),
    ("report.unknown_category", "/reports/0/totals/0/category", |r| r["totals"][0]["category"] = json!("4"), &["report.total_differs"]),
    ("report.unknown_fund_source", "/reports/0/funding/0/source", |r| set(r, "/funding/0/source", json!("bonds")), &[]),
    (
        "report.negative_amount",
        "/reports/0/funding/0/disbursed",
        |r| set(r, "/funding/0/disbursed", json!("-1")),
        &["report.total_differs"],
    ),
    (
        "report.fraction_of_dong",
        "/reports/0/funding/0/disbursed",
        |r| set(r, "/funding/0/disbursed", json!("0.0000000001")),
        &["report.total_differs"],
    ),
    (
        "report.amount_too_large",
        "/reports/0/funding/0/planned",
        |r| set(r, "/funding/0/planned", json!("1000000001")),
        &["report.total_differs"],
    ),
    ("report.amount_without_unit", "/reports/0/totals/0/planned", |r| r["totals"] = json!([{"planned": "30"}]), &[]),
    ("report.part_missing", "/reports/0", |r| drop(r["entries"].as_array_mut().unwrap().remove(6)), &[]),
    ("report.item_missing", "/reports/0", |r| drop(r["entries"].as_array_mut().unwrap().remove(2)), &[]),
    ("report.nothing_but_filled", "/reports/0/nothing/0/item", |r| r["nothing"] = json!([{"item": "5.1"}]), &[]),
    ("report.late", "/reports/0/received", |r| set(r, "/received", json!("2026-03-31")), &[]),
    ("report.no_day", "/reports/0", |r| drop(r.as_object_mut().unwrap().remove("received")), &[]),
    ("report.total_differs", "/reports/0/totals/0/planned", |r| set(r, "/totals/0/planned", json!("30.000000001")), &[]),
    (
        "report.disbursed_over_planned",
        "/reports/0/funding/0/disbursed",
        |r| set(r, "/funding/0/disbursed", json!("10.1")),
        &["report.total_differs"],
    ),
    (
        "report.doubled_project",
        "/reports/0/funding/3/project",
        |r| {
            let mut line = r["funding"][0].clone();
            line["project"] = json!("dự ÁN  4.1");
            r["funding"].as_array_mut().unwrap().push(line);
        },
        &["report.total_differs"],
    ),
    ("report.replaces_unnamed", "/reports/0/replaces", |r| r["replaces"] = json!({"number": "1/BC"}), &[]),
    ("report.period_outside", "/reports/0/period", |r| set(r, "/period/from", json!("2022")), &[]),
    ("report.year_outside", "/reports/0/funding/0/year", |r| set(r, "/funding/0/year", json!(2026)), &[]),
    ("report.unit_not_listed", "/reports/0/unit/code", |r| set(r, "/unit/code", json!("X-09")), &[]),
];

#[test]
fn a_whole_report_has_no_finding() {
    let found = findings(&whole());
    assert!(found.is_empty(), "{found}");
}

#[test]
fn every_fault_is_found_at_its_place() {
    for (code, place, change, also) in CASES {
        let mut report = whole();
        change(&mut report);
        let found = findings(&report);
        let own: Vec<_> = found.iter().filter(|finding| finding.code().as_str() == *code).collect();
        assert!(!own.is_empty(), "{code}: {found}");
        assert_eq!(own[0].place().text(dothi::Lang::En), *place, "{code}");
        for lang in [dothi::Lang::Vi, dothi::Lang::En] {
            assert!(!own[0].message(lang).contains(['{', '?']), "{code}: {}", own[0].message(lang));
        }
        let others: BTreeSet<&str> = found.iter().map(|finding| finding.code().as_str()).filter(|other| other != code).collect();
        assert_eq!(others, also.iter().copied().collect(), "{code}");
    }
}

#[test]
fn all_faults_are_found_at_once() {
    let mut report = whole();
    for code in ["report.late", "report.negative_amount", "report.unknown_item"] {
        let (_, _, change, _) = CASES.iter().find(|(known, ..)| *known == code).unwrap();
        change(&mut report);
    }
    report["surprise"] = json!(1);
    assert_eq!(findings(&report).iter().filter(|finding| finding.severity() == Severity::Error).count(), 1, "shape first");
    report.as_object_mut().unwrap().remove("surprise");
    let found: BTreeSet<&str> = findings(&report).iter().map(|finding| finding.code().as_str()).collect();
    assert!(found.is_superset(&["report.late", "report.negative_amount", "report.unknown_item"].into()), "{found:?}");
}

#[test]
fn a_deadline_must_be_what_its_words_say() {
    let round = |rule: &str, wording: &str| {
        let round = json!({"format": 1, "round": "r", "title": {"vi": "Đợt", "en": "Round"}, "outline": "bxd-1683-2022",
            "deadline": {"day": "2022-05-30", "rule": rule, "wording": wording}, "units_on": "2022-05-30"});
        Round::from_json(round.to_string().as_bytes())
    };
    let found = round("by", "Trước ngày 30/5/2022").unwrap_err();
    assert_eq!(
        found.iter().map(|f| (f.code().as_str(), f.place().text(dothi::Lang::En))).collect::<Vec<_>>(),
        [("round.deadline_wording", "/deadline".into())]
    );
    assert!(round("before", "chậm nhất ngày 30/5/2022").is_err());
    for (rule, wording) in
        [("before", "trước ngày 30/5/2022"), ("by", "chậm nhất ngày 30/5/2022"), ("by", "đến hết ngày 30/5/2022"), ("by", "30/5")]
    {
        assert!(round(rule, wording).is_ok(), "{wording}");
    }
}

/// Codes whose fault only a table can have; tested in `several.rs`.
const OF_TABLES: &[&str] = &["report.doubled_field", "report.no_label"];

/// Codes whose fault needs more than one report; tested where syntheses are.
const OF_SYNTHESES: &[&str] = &[
    "report.record_missing",
    "report.record_digest",
    "report.record_other_unit",
    "round.report_missing",
    "round.file_unreadable",
    "round.report_refused",
    "round.report_copied",
    "round.reports_contradict",
    "round.unknown_parent",
    "round.project_of_several",
    "round.project_in_province",
    "round.report_replaced",
    "round.replaces_unknown",
    "round.replaces_other_unit",
    "round.replaced_twice",
    "round.replacement_cycle",
    "round.disbursed_fell",
    "round.records_contradict",
];

#[test]
fn every_code_of_reports_and_rounds_is_tested() {
    let tested: BTreeSet<&str> =
        CASES.iter().map(|(code, ..)| *code).chain(["round.deadline_wording"]).chain(OF_TABLES.iter().copied()).collect();
    let all = Code::ALL.iter().map(|code| code.as_str()).filter(|code| code.starts_with("report.") || code.starts_with("round."));
    for code in all {
        assert!(tested.contains(code) != OF_SYNTHESES.contains(&code), "{code}");
    }
}

#[test]
fn only_what_the_outline_asks_decides_completeness() {
    let complete = |change: fn(&mut Value)| -> bool {
        let mut report = whole();
        change(&mut report);
        let report: LocalReport = crate::support::read(&report);
        report.is_complete(&outline())
    };
    assert!(complete(|_| {}));
    assert!(complete(|r| drop(r["entries"].as_array_mut().unwrap().remove(0))), "part 1 is asked if any");
    assert!(!complete(|r| drop(r["entries"].as_array_mut().unwrap().remove(1))));
    assert!(!complete(|r| r["funding"] = json!([])));
    assert!(complete(|r| {
        r["funding"] = json!([]);
        r["nothing"] = json!([{"item": "4", "reason": "Không bố trí vốn."}]);
    }));
}
