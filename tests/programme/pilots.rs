//! Pilots: rules, selection, and what a pilot brought.

use crate::files::{EXAMPLES, day, read};
use dothi::programme::{EffectOptions, EffectVerdict, Eligible, PilotRules, PilotStatements};
use dothi::{AssessOptions, Assessment, CityData, CityFile, Code, CriteriaSet, Dec, Findings, Lang};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn set() -> CriteriaSet {
    dothi::builtin::load("vn-ssc@2026").unwrap()
}

fn options() -> AssessOptions {
    AssessOptions::new(day("2026-11-21"))
}

fn example(name: &str) -> Vec<u8> {
    read(&format!("{EXAMPLES}/programme/thi-diem/{name}.json"))
}

fn places() -> CityFile {
    CityFile::from_json(&example("do-thi")).unwrap().0
}

#[test]
fn candidates_are_held_against_rules_and_ranked_among_the_eligible() {
    let (set, file) = (set(), places());
    let rules = PilotRules::from_json(&example("quy-tac"), &set).unwrap().0;
    let statements = PilotStatements::from_json(&example("khai"), &rules).unwrap().0;
    let assessments: Vec<Assessment<'_>> = file.cities.iter().map(|city| set.assess(city, &options()).unwrap()).collect();
    let selection = rules.select(&assessments, Some(&statements));
    let of = |code: &str| selection.candidates.iter().find(|own| own.assessment.city().unit.code == code).unwrap();
    assert_eq!(of("X-20003").eligible, Eligible::No, "its area is stated not to be approved");
    assert_ne!(of("X-20004").eligible, Eligible::Yes, "its plan is not stated");
    for own in &selection.candidates {
        assert_eq!(own.rank.is_some(), own.eligible == Eligible::Yes && own.score.is_some());
        // Σ w·s / Σ w over the items that apply.
        let ten = |text: &str| Dec::parse(text).unwrap().value();
        let (sum, weights) = own
            .readiness
            .iter()
            .filter_map(|answer| Some((answer.share?, answer.item.weight)))
            .fold((ten("0"), ten("0")), |(sum, weights), (share, weight)| (sum + share.value() * weight.value(), weights + weight.value()));
        assert!((own.score.unwrap().value() - sum / weights).abs() < ten("0.000000000001"));
    }
    let ranks: Vec<u32> = selection.candidates.iter().filter_map(|own| own.rank).collect();
    assert!(!ranks.is_empty() && ranks[0] == 1 && ranks.windows(2).all(|pair| pair[0] <= pair[1]), "{ranks:?}");
    let order: Vec<Eligible> = selection.candidates.iter().map(|own| own.eligible).collect();
    assert!(order.windows(2).all(|pair| pair[0] <= pair[1]), "{order:?}");

    let marks: Vec<&str> = selection.marks().iter().map(|mark| mark.code).collect();
    assert!(
        marks[0] == "fictional" && marks.contains(&"not_official") && marks.contains(&"no_decision") && marks.contains(&"assumed_rules")
    );
    let csv = selection.to_csv(Lang::Vi);
    assert_eq!(csv.lines().count(), 1 + 5 * 10);
    assert!(csv.lines().skip(1).all(|line| line.contains("HƯ CẤU") && line.contains("không phải quyết định")));
    let json: Value = serde_json::from_str(&selection.to_canonical_json()).unwrap();
    assert_eq!(selection.to_canonical_json(), serde_json_canonicalizer::to_string(&json).unwrap());
    assert_eq!(json["candidates"][0]["conditions"][0]["cites"][0]["source"], "daklak-2018-09");
    assert_eq!(json["rules"]["sources"][0]["id"], "daklak-2018-09", "what a cite names can be looked up in the same document");
}

/// Ranks of the rules stay; intervals hold them together, are the same for the same seed, and are one rank without rivals.
#[cfg(feature = "panel")]
#[test]
fn intervals_of_ranks_follow_from_seed_and_doubt() {
    use core::ops::ControlFlow;
    use dothi::{RobustStop, WeightDoubt};
    let (set, file) = (set(), places());
    let rules = PilotRules::from_json(&example("quy-tac"), &set).unwrap().0;
    let assessments: Vec<Assessment<'_>> = file.cities.iter().map(|city| set.assess(city, &options()).unwrap()).collect();
    // Everybody is eligible, so that there is something to rank.
    let mut open = rules.clone();
    open.eligibility.clear();
    // An item for each group: in those of the example one candidate is ahead of the next in every item.
    let item = |(at, group): (usize, &dothi::Group)| {
        let mut item = rules.readiness[0].clone();
        (item.id, item.of) = (format!("g{at}"), dothi::programme::ReadinessOf::Group(group.id.clone()));
        item
    };
    open.readiness = set.header().groups.iter().enumerate().map(item).collect();
    let go_on = |_| ControlFlow::Continue(());
    let run = |rules: &PilotRules, seed: u64, doubt: WeightDoubt| {
        let mut selection = rules.select(&assessments, None);
        let ranks: Vec<Option<u32>> = selection.candidates.iter().map(|own| own.rank).collect();
        selection.with_robustness(doubt, seed, 2_000, go_on).map(|()| {
            assert_eq!(ranks, selection.candidates.iter().map(|own| own.rank).collect::<Vec<_>>());
            selection.candidates.iter().map(|own| own.ranks.clone().unwrap()).zip(ranks).collect::<Vec<_>>()
        })
    };
    let wide = run(&open, 7, WeightDoubt::Dirichlet { concentration: 3.0 }).unwrap();
    assert_eq!(wide.len(), 5);
    for (own, rank) in &wide {
        assert!(own.low <= own.median && own.median <= own.high && own.high <= 5 && rank.is_some(), "{own:?}");
    }
    assert_eq!(wide, run(&open, 7, WeightDoubt::Dirichlet { concentration: 3.0 }).unwrap());
    assert!(wide.iter().any(|(own, _)| own.low < own.high), "{wide:?}");
    // Weights that hardly move leave every rank where it is.
    for (own, rank) in run(&open, 7, WeightDoubt::Band { percent: 0.001 }).unwrap() {
        assert_eq!((own.low, own.median, own.high), (rank.unwrap(), rank.unwrap(), rank.unwrap()));
    }
    let mut selection = open.select(&assessments, None);
    selection.with_robustness(WeightDoubt::Band { percent: 25.0 }, 1, 100, go_on).unwrap();
    let csv = selection.to_csv(Lang::Vi);
    assert!(csv.lines().skip(1).all(|line| line.contains("seed 1")), "{csv}");
    let json: Value = serde_json::from_str(&selection.to_canonical_json()).unwrap();
    assert!(json["candidates"][0]["ranks"]["low"].is_u64() && json["robustness"]["seed"] == 1);
    // Nothing to vary: said, not guessed.
    let mut single = open.clone();
    single.readiness.truncate(1);
    for rules in [&single, &PilotRules::builtin(&set).unwrap()] {
        let RobustStop::Findings(found) = run(rules, 7, WeightDoubt::Band { percent: 25.0 }).unwrap_err() else { panic!() };
        assert_eq!(found.iter().map(|f| f.code()).collect::<Vec<_>>(), [Code::PilotNotRobust]);
        assert!(!found.to_string().contains(['{', '?']));
    }
    let cancelled =
        open.select(&assessments, None).with_robustness(WeightDoubt::Band { percent: 25.0 }, 1, 100, |_| ControlFlow::Break(()));
    assert_eq!(cancelled, Err(RobustStop::Cancelled));
}

/// What sources say is all there is: nothing is scored by the published rules, and without statements nobody is known to be eligible.
#[test]
fn the_published_rules_have_conditions_only() {
    let (set, file) = (set(), places());
    let rules = PilotRules::builtin(&set).unwrap();
    assert!(rules.readiness.is_empty() && rules.eligibility.iter().all(|own| !own.ground.cites.is_empty()));
    let assessments: Vec<Assessment<'_>> = file.cities.iter().map(|city| set.assess(city, &options()).unwrap()).collect();
    let selection = rules.select(&assessments, None);
    for own in &selection.candidates {
        assert_eq!((own.eligible, own.score, own.rank), (Eligible::Unknown, None, None));
        assert_eq!(own.conditions[0].holds, Eligible::Yes);
    }
}

/// One place with the share of people with clean water in two periods, of 1 000.
fn place(code: &str, class: &str, before: Option<&str>, after: Option<&str>) -> Value {
    let pair = |period: &str, value: Option<&str>| {
        value
            .into_iter()
            .flat_map(|value| {
                [("numerator", value), ("denominator", "1000")]
                    .map(|(role, value)| json!({"criterion": "wat-01", "role": role, "value": value, "period": period}))
            })
            .collect::<Vec<_>>()
    };
    let observations = [pair("2024", before), pair("2025", after)].concat();
    json!({"unit": {"code": code, "name": {"vi": "Ví Dụ"}, "kind": "commune", "urban_class": class}, "fictional": true, "observations": observations})
}

fn effect(places: &[Value], minimum: usize) -> (EffectVerdict, [Option<String>; 3], Vec<String>) {
    let set = set();
    let bytes = serde_json::to_vec(&json!({"format": 1, "cities": places})).unwrap();
    let (file, _) = CityFile::from_json(&bytes).unwrap_or_else(|e| panic!("{e}"));
    let others: Vec<&CityData> = file.cities.iter().skip(1).collect();
    let options = EffectOptions::new(options(), day("2024"), day("2025")).with_minimum(minimum);
    let effect = set.pilot_effect(&file.cities[0], &others, &options).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(effect.criteria.len(), 1);
    let own = &effect.criteria[0];
    let show = |value: Option<Dec>| value.map(|value| value.to_string());
    (own.verdict, [show(own.change), show(own.mean_change), show(own.difference)], own.without.clone())
}

#[test]
fn a_pilot_is_compared_by_difference_in_differences() {
    let others = |last: Option<&str>| {
        vec![place("B", "3", Some("800"), Some("820")), place("C", "3", Some("700"), Some("730")), place("D", "3", Some("900"), last)]
    };
    let with = |own: Value, last: Option<&str>, minimum: usize| {
        let mut all = vec![own];
        all.extend(others(last));
        effect(&all, minimum)
    };
    let some = |a: &str, b: &str, c: &str| [Some(a.into()), Some(b.into()), Some(c.into())];
    // +9 points beside +2, +3, +1: 9 - 2 = 7, above every one.
    let (verdict, numbers, without) = with(place("A", "3", Some("800"), Some("890")), Some("910"), 3);
    assert_eq!((verdict, numbers, without), (EffectVerdict::AboveAll, some("9", "2", "7"), vec![]));
    let (verdict, ..) = with(place("A", "3", Some("800"), Some("825")), Some("910"), 3);
    assert_eq!(verdict, EffectVerdict::AboveMean);
    let (verdict, ..) = with(place("A", "3", Some("800"), Some("820")), Some("910"), 3);
    assert_eq!(verdict, EffectVerdict::Same);
    let (verdict, ..) = with(place("A", "3", Some("800"), Some("790")), Some("910"), 3);
    assert_eq!(verdict, EffectVerdict::BelowAll);
    // A place without a figure is named and not counted; then there are too few.
    let (verdict, numbers, without) = with(place("A", "3", Some("800"), Some("890")), None, 3);
    assert_eq!((verdict, &numbers[2], without), (EffectVerdict::TooFew, &None, vec![String::from("D")]));
    let (verdict, numbers, _) = with(place("A", "3", Some("800"), Some("890")), None, 2);
    assert_eq!((verdict, numbers), (EffectVerdict::AboveAll, some("9", "2.5", "6.5")));
    let (verdict, ..) = with(place("A", "3", None, Some("890")), Some("910"), 3);
    assert_eq!(verdict, EffectVerdict::NotMeasurable);
}

#[test]
fn comparisons_name_their_places_and_carry_the_marks() {
    let (set, file) = (set(), places());
    let (pilot, others) = file.cities.split_first().unwrap();
    let others: Vec<&CityData> = others.iter().collect();
    let effect = set.pilot_effect(pilot, &others, &EffectOptions::new(options(), day("2024"), day("2025"))).unwrap();
    assert!(effect.findings.iter().all(|found| found.code() == Code::PilotOtherClass) && effect.findings.len() == 4);
    let csv = effect.to_csv(Lang::En);
    assert!(csv.lines().skip(1).all(|line| line.contains("X-20002") && line.contains("no statistical test") && line.contains("FICTIONAL")));
    let json: Value = serde_json::from_str(&effect.to_canonical_json()).unwrap();
    assert_eq!(effect.to_canonical_json(), serde_json_canonicalizer::to_string(&json).unwrap());
    let lacking = effect.criteria.iter().find(|own| own.criterion.id == "edu-03").unwrap();
    assert_eq!(lacking.without, ["X-20005"]);
}

#[test]
fn every_fault_of_pilots_has_its_finding() {
    let set = set();
    let rules = |edit: fn(&mut Value)| -> Findings {
        let mut file: Value = serde_json::from_slice(&example("quy-tac")).unwrap();
        edit(&mut file);
        PilotRules::from_json(&serde_json::to_vec(&file).unwrap(), &set).err().unwrap()
    };
    let own = PilotRules::from_json(&example("quy-tac"), &set).unwrap().0;
    let stated = |statements: Value| -> Findings {
        PilotStatements::from_json(&serde_json::to_vec(&json!({"format": 1, "statements": statements})).unwrap(), &own).unwrap_err()
    };
    let compared = |others: Vec<Value>, before: &str, after: &str| -> Findings {
        let places = [vec![place("A", "3", Some("1"), Some("2"))], others].concat();
        let bytes = serde_json::to_vec(&json!({"format": 1, "cities": places})).unwrap();
        let (file, _) = CityFile::from_json(&bytes).unwrap();
        let others: Vec<&CityData> = file.cities.iter().skip(1).chain([&file.cities[0]]).collect();
        let others = if before == "2024" { &others[..others.len() - 1] } else { &others[..] };
        match set.pilot_effect(&file.cities[0], others, &EffectOptions::new(options(), day(before), day(after))) {
            Ok(effect) => effect.findings,
            Err(found) => found,
        }
    };
    let with = |key: &str, value: &str| {
        let mut out = place("B", "3", Some("1"), Some("2"));
        out["unit"][key] = json!(value);
        vec![out]
    };
    let one = |condition: &str| json!({"unit": "X", "condition": condition, "holds": true, "source": "x"});
    let cases = [
        (Code::PilotOtherSet, rules(|file| file["set"] = json!("dti-922")), "/set"),
        (Code::PilotLevel, rules(|file| file["readiness"][0]["level"] = json!(4)), "/readiness/0/level"),
        (Code::PilotRange, rules(|file| file["readiness"][0]["weight"] = json!("0")), "/readiness/0/weight"),
        (Code::NoCitation, rules(|file| file["eligibility"][0]["cites"] = json!([])), "/eligibility/0"),
        (
            Code::AssumptionWithoutReason,
            rules(|file| {
                file["readiness"][0].as_object_mut().unwrap().remove("note");
            }),
            "/readiness/0",
        ),
        (Code::UnknownRef, rules(|file| file["readiness"][0]["group"] = json!("x")), "/readiness/0/group"),
        (Code::DoubledId, rules(|file| file["readiness"][1]["id"] = json!("services")), "/readiness/1/id"),
        (Code::PilotCondition, stated(json!([one("level-of-place")])), "/statements/0"),
        (Code::PilotTwice, stated(json!([one("reviewed"), one("reviewed")])), "/statements/1"),
        (Code::PilotPeriods, compared(vec![], "2025", "2025-06"), "whole file"),
        (Code::PilotOwnComparator, compared(vec![], "2023", "2025"), "/cities/0"),
        (Code::PilotOtherKind, compared(with("kind", "province"), "2024", "2025"), "/cities/1"),
        (Code::PilotOtherClass, compared(with("urban_class", "2"), "2024", "2025"), "/cities/1"),
        (Code::PilotBorders, compared(with("valid_from", "2025-07-01"), "2024", "2025"), "/cities/1"),
    ];
    for (code, found, place) in &cases {
        let places: Vec<String> = found.iter().filter(|f| f.code() == *code).map(|f| f.place().text(Lang::En)).collect();
        assert_eq!(places, [*place], "{code}: {found}");
        assert!(found.iter().all(|f| !f.message(Lang::Vi).contains(['?', '{'])), "{found}");
    }
    let all: BTreeSet<Code> = Code::ALL.iter().filter(|code| code.as_str().starts_with("pilot.")).copied().collect();
    assert!(all.iter().filter(|code| **code != Code::PilotNotRobust).all(|code| cases.iter().any(|case| case.0 == *code)));
}
