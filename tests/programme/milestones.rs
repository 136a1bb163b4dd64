//! Milestones of the programme and dated targets of sets.

use crate::files::{EXAMPLES, day, read};
use dothi::programme::{Milestones, StatedProgress, TargetState, target_counts, targets_csv, targets_json};
use dothi::{AssessOptions, CityFile, Code, Dec, Lang};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn progress(milestones: &Milestones) -> StatedProgress {
    StatedProgress::from_json(&read(&format!("{EXAMPLES}/programme/tien-do-moc.json")), milestones).unwrap().0
}

#[test]
fn a_milestone_is_what_is_stated_up_to_the_day() {
    let milestones = Milestones::builtin().unwrap();
    let progress = progress(&milestones);
    let state = |id: &str, on: &str| {
        let at = milestones.at(day(on), Some(&progress));
        at.items.iter().find(|item| item.milestone.id == id).unwrap().state
    };
    for (id, on, expected) in [
        ("qd950-2020-legal", "2020-09-30", TargetState::NotMeasurable),
        ("qd950-2020-legal", "2026-11-21", TargetState::Reached),
        ("qd950-2020-prep", "2020-06-30", TargetState::UnderWay),
        ("qd950-2020-prep", "2021-01-01", TargetState::DueUnknown),
        ("qd950-2020-prep", "2026-11-21", TargetState::ReachedLate),
        ("qd950-2025-pilot", "2025-12-31", TargetState::UnderWay),
        ("qd950-2025-pilot", "2026-01-01", TargetState::DueUnknown),
        ("qd950-2025-pilot", "2026-11-21", TargetState::Overdue),
        ("qd950-2025-six", "2023-06-30", TargetState::PaceUnknown),
        ("qd950-2025-six", "2024-12-31", TargetState::Behind),
        ("qd950-2025-six", "2026-11-21", TargetState::DueUnknown),
        ("qd950-2030-chains", "2026-11-21", TargetState::OnTrack),
        ("qd950-2030-network", "2026-11-21", TargetState::NotMeasurable),
        ("qd950-2025-cert", "2030-11-21", TargetState::NotMeasurable),
        ("qd950-follow-report", "2025-06-30", TargetState::NotStarted),
        ("qd950-principles", "2026-11-21", TargetState::NotATarget),
    ] {
        assert_eq!(state(id, on), expected, "{id} on {on}");
    }
    // Two reached by 30 June 2024 after 547 days: 3 + 1 · 549 / 547 is short of six.
    let at = milestones.at(day("2024-12-31"), Some(&progress));
    let six = at.items.iter().find(|item| item.milestone.id == "qd950-2025-six").unwrap();
    assert!(six.projected.unwrap().to_string().starts_with("4.003656"), "{:?}", six.projected);
}

#[test]
fn without_statements_nothing_is_known() {
    let milestones = Milestones::builtin().unwrap();
    let at = milestones.at(day("2026-11-21"), None);
    assert_eq!(at.items.len(), 17);
    assert!(at.items.iter().all(|item| matches!(item.state, TargetState::NotMeasurable | TargetState::NotATarget)));
    assert!(at.items.windows(2).all(|pair| pair[0].milestone.horizon <= pair[1].milestone.horizon || pair[1].milestone.horizon.is_none()));
    let csv = at.to_csv(Lang::Vi);
    assert!(csv.lines().skip(1).all(|line| line.contains("chưa đối chiếu với văn bản gốc")), "{csv}");
    let json: Value = serde_json::from_str(&at.to_canonical_json()).unwrap();
    assert_eq!(at.to_canonical_json(), serde_json_canonicalizer::to_string(&json).unwrap());
}

/// The facts say the same: ids, horizons, targets, sources.
#[test]
fn the_published_milestones_cite_what_they_hold() {
    let milestones = Milestones::builtin().unwrap();
    for item in &milestones.items {
        assert!(item.cites.iter().all(|cite| milestones.sources.iter().any(|source| source.id == cite.source)), "{}", item.id);
        assert_eq!(item.confidence, dothi::Confidence::Secondary, "{}: none was read in the decision", item.id);
    }
    let six = milestones.items.iter().find(|item| item.id == "qd950-2025-six").unwrap();
    assert_eq!(six.target.as_ref().unwrap().value, Dec::from_count(6));
}

/// A made-up country with the share of urban population in several years: 45 % asked by 2025, more than 50 % by 2030.
fn country(values: &[(&str, &str)], valid_from: Option<&str>) -> CityFile {
    let observation = |(period, value): &(&str, &str)| json!({"criterion": "t1", "value": value, "period": period});
    let mut unit = json!({"code": "X", "name": {"vi": "Ví Dụ"}, "kind": "national"});
    if let Some(from) = valid_from {
        unit["valid_from"] = json!(from);
    }
    let city = json!({"unit": unit, "fictional": true, "observations": values.iter().map(observation).collect::<Vec<_>>()});
    CityFile::from_json(&serde_json::to_vec(&json!({"format": 1, "cities": [city]})).unwrap()).unwrap_or_else(|e| panic!("{e}")).0
}

fn state(values: &[(&str, &str)], valid_from: Option<&str>, scheme: &str, on: &str) -> (TargetState, Option<Dec>) {
    let set = dothi::builtin::load("nq148").unwrap();
    let file = country(values, valid_from);
    let targets = set.dated_targets(&file.cities[0], &AssessOptions::new(day(on)).with_scheme(scheme)).unwrap();
    let own = targets.targets.iter().find(|target| target.criterion.id == "t1").unwrap();
    assert_eq!(own.horizon.year().to_string(), scheme);
    (own.state, own.projected)
}

#[test]
fn a_dated_target_is_reached_on_track_behind_or_overdue() {
    use TargetState::{Behind, DueUnknown, NotMeasurable, OnTrack, Overdue, PaceUnknown, Reached};
    let d = |text: &str| Dec::parse(text).ok();
    for (values, from, scheme, on, expected) in [
        (&[("2024", "45")][..], None, "2025", "2025-06-30", (Reached, None)),
        (&[("2024", "44.9")], None, "2025", "2025-06-30", (PaceUnknown, None)),
        (&[("2024", "44.9")], None, "2025", "2026-01-01", (DueUnknown, None)),
        (&[("2025", "44.9")], None, "2025", "2026-01-01", (Overdue, None)),
        (&[("2022", "40"), ("2024", "44")], None, "2025", "2025-06-30", (OnTrack, d("45.9972640218878248974008"))),
        (&[("2022", "42"), ("2024", "43")], None, "2025", "2025-06-30", (Behind, d("43.4993160054719562243502"))),
        // Figures that begin after the day are not known yet.
        (&[("2022", "40"), ("2024", "46")], None, "2025", "2023-06-30", (PaceUnknown, None)),
        // Another place before 1 July 2025: no line across new borders.
        (&[("2024", "44"), ("2026", "46")], Some("2025-07-01"), "2030", "2027-01-31", (PaceUnknown, None)),
        (&[], None, "2025", "2026-01-01", (NotMeasurable, None)),
    ] {
        assert_eq!(state(values, from, scheme, on), expected, "{values:?} {on}");
    }
}

#[test]
fn targets_of_several_places_are_counted_and_marked() {
    let set = dothi::builtin::load("vn-ssc@2026").unwrap();
    let (file, _) = CityFile::from_json(&read(&format!("{EXAMPLES}/programme/thi-diem/do-thi.json"))).unwrap();
    let options = AssessOptions::new(day("2026-11-21"));
    let all: Vec<_> = file.cities.iter().map(|city| set.dated_targets(city, &options).unwrap()).collect();
    for place in &all {
        assert!(place.undated > 0 && !place.targets.is_empty());
        assert!(place.targets.windows(2).all(|pair| pair[0].horizon.last_day() <= pair[1].horizon.last_day()));
    }
    let counts = target_counts(&all);
    assert!(counts.iter().all(|count| count.counts.iter().sum::<u32>() == 5));
    let states: BTreeSet<TargetState> = all.iter().flat_map(|place| place.targets.iter().map(|target| target.state)).collect();
    for state in [TargetState::Reached, TargetState::Overdue, TargetState::Behind, TargetState::NotMeasurable] {
        assert!(states.contains(&state), "{state:?}: {states:?}");
    }
    let csv = targets_csv(&all, Lang::Vi);
    assert!(csv.lines().skip(1).all(|line| line.contains("HƯ CẤU") && line.contains("không chính thức") && line.contains("tự đánh giá")));
    let json: Value = serde_json::from_str(&targets_json(&all)).unwrap();
    assert_eq!(targets_json(&all), serde_json_canonicalizer::to_string(&json).unwrap());
    assert_eq!(json["places"][0]["marks"][0]["code"], "fictional");
}

#[test]
fn every_fault_of_milestones_has_its_finding() {
    let milestones = Milestones::builtin().unwrap();
    let item = |edit: fn(&mut Value)| {
        let mut file: Value =
            serde_json::from_slice(&read(concat!(env!("CARGO_MANIFEST_DIR"), "/criteria/programme/milestones-qd950-2018.json"))).unwrap();
        edit(&mut file);
        Milestones::from_json(&serde_json::to_vec(&file).unwrap()).unwrap_err()
    };
    let stated = |statements: Value| {
        StatedProgress::from_json(&serde_json::to_vec(&json!({"format": 1, "statements": statements})).unwrap(), &milestones).unwrap_err()
    };
    let one = |id: &str| json!({"milestone": id, "state": "done", "date": "2024", "source": "x"});
    let cases = [
        (Code::MilestoneTarget, item(|file| file["items"][0]["kind"] = json!("quantity")), "/items/0"),
        (Code::DoubledId, item(|file| file["items"][1]["id"] = file["items"][0]["id"].clone()), "/items/1/id"),
        (Code::UnknownRef, item(|file| file["items"][0]["cites"][0]["source"] = json!("x")), "/items/0/cites"),
        (Code::NoCitation, item(|file| file["items"][0]["cites"] = json!([])), "/items/0"),
        (Code::MilestoneUnknown, stated(json!([one("x")])), "/statements/0"),
        (Code::MilestoneNoValue, stated(json!([one("qd950-2025-six")])), "/statements/0"),
        (Code::MilestoneTwice, stated(json!([one("qd950-2020-legal"), one("qd950-2020-legal")])), "/statements/1"),
    ];
    for (code, found, place) in &cases {
        let places: Vec<String> = found.iter().filter(|f| f.code() == *code).map(|f| f.place().text(Lang::En)).collect();
        assert_eq!(places, [*place], "{code}: {found}");
        assert!(found.iter().all(|f| !f.message(Lang::Vi).contains(['?', '{'])), "{found}");
    }
    let all: BTreeSet<Code> = Code::ALL.iter().filter(|code| code.as_str().starts_with("milestone.")).copied().collect();
    assert!(all.iter().all(|code| cases.iter().any(|case| case.0 == *code)));
}
