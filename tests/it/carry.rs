//! An assessment of one edition carried to the other: what follows, what does not, and why an outcome is another one.

use crate::compare::{BEFORE, NOW, gates};
use crate::support::{Entry, as_of, city, file};
use dothi::{
    CarriedCriterion, CarryReason, CarrySide, CarryStep, Cause, CityData, CityFile, CriteriaSet, Lang, OutcomeChange, UnitKind, Verdict,
    carry,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn load(city: &Value) -> CityData {
    CityFile::from_json(&file(std::slice::from_ref(city))).unwrap_or_else(|e| panic!("{e}")).0.cities.remove(0)
}

fn example(name: &str, at: usize) -> CityData {
    let path = format!("{}/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    CityFile::from_json(&std::fs::read(path).unwrap()).unwrap().0.cities.remove(at)
}

fn item<'i>(items: &'i [CarriedCriterion<'_>], id: &str) -> &'i CarriedCriterion<'i> {
    items.iter().find(|i| i.id() == id).unwrap_or_else(|| panic!("{id}"))
}

fn change<'c>(changes: &'c [OutcomeChange<'_>], step: CarryStep, id: &str) -> &'c OutcomeChange<'c> {
    changes.iter().find(|c| c.step == step && !c.verified && c.id() == id).unwrap_or_else(|| panic!("{id}"))
}

fn causes(change: &OutcomeChange<'_>) -> Vec<&'static str> {
    change.causes.iter().map(Cause::as_str).collect()
}

/// The small set before, with a crosswalk in the set now.
fn pair(before: &[(&str, Value)], now: &[(&str, Value)], rows: &[Value]) -> (CriteriaSet, CriteriaSet) {
    let mut old = vec![("/edition", json!("2000"))];
    old.extend_from_slice(before);
    let crosswalk = [("/crosswalk", json!({"from": "test-gates@2000-u1", "rows": rows}))];
    (gates(&old), gates(&[now, &crosswalk].concat()))
}

const IDS: [&str; 10] = ["charter", "tap", "shade", "hub", "noise", "voice", "count", "plaza", "form", "light"];

/// Every criterion the same, but for one row.
fn same_but(id: &str, row: Value) -> Vec<Value> {
    IDS.iter().map(|own| if *own == id { row.clone() } else { json!({"before": own, "now": own, "kind": "same"}) }).collect()
}

fn place(observations: Value) -> CityData {
    load(&json!({
        "unit": {"code": "X", "name": {"vi": "Ví Dụ"}, "kind": "province"}, "observations": observations,
        "evidence": [{"criteria": IDS, "summary": "x"}],
    }))
}

fn water() -> CityData {
    place(json!([
        {"criterion": "tap", "role": "numerator", "value": "52", "period": "2025"},
        {"criterion": "tap", "role": "denominator", "value": "100", "period": "2025"},
        {"criterion": "charter", "value": "yes", "period": "2025"},
    ]))
}

#[test]
fn what_the_notes_say_is_never_pretended() {
    let data = example("vi-du-2022", 0);
    let carry = carry(&BEFORE, &NOW, &data);
    let reasons = |id: &str| item(carry.criteria(), id).reasons().collect::<Vec<_>>();
    // A yes on a connected database is no step of the ladder; an evaluation is no disclosure.
    assert_eq!(reasons("dat-02"), [CarryReason::DataType, CarryReason::Unit, CarryReason::Steps]);
    assert!(reasons("gov-03").contains(&CarryReason::Merged) && reasons("gov-03").contains(&CarryReason::DataType));
    // The required contents came later, so an old yes answers another question.
    assert_eq!(reasons("plan-01"), [CarryReason::Question]);
    // The crosswalk says that the coordinating body is the same under another name.
    assert_eq!(item(carry.criteria(), "gov-01").verdict, Verdict::Holds { reworded: true });
    assert_eq!(reasons("tra-02"), [CarryReason::Added]);
    assert_eq!(reasons("sew-04"), [CarryReason::Dropped]);
    for (id, gone) in [("dat-02", "dat-06"), ("gov-03", "gov-06"), ("plan-01", "plan-01")] {
        let data = carry.data();
        assert!(data.observations.iter().all(|o| o.criterion != id && o.criterion != gone), "{id}");
        assert!(data.evidence.iter().flat_map(|e| &e.criteria).all(|c| c != id && c != gone), "{id}");
    }
    assert!(carry.data().notes.iter().any(|note| note.vi.contains("không phải số liệu mới thu thập")));
}

#[test]
fn every_figure_follows_as_it_is_or_is_listed() {
    let data = example("vi-du-2022", 0);
    let carry = carry(&BEFORE, &NOW, &data);
    let (all, carried): (usize, usize) =
        carry.criteria().iter().fold((0, 0), |(all, carried), i| (all + i.figures, carried + i.figures_carried));
    assert_eq!((all, carried), (data.observations.len(), carry.data().observations.len()));
    for moved in &carry.data().observations {
        let own = data.observations.iter().filter(|o| {
            let same = (o.role, o.value, &o.unit, o.period, o.status, &o.source)
                == (moved.role, moved.value, &moved.unit, moved.period, moved.status, &moved.source);
            same && o.criterion == moved.criterion
        });
        assert_eq!(own.count(), 1, "{moved:?}");
    }
    for item in carry.criteria() {
        assert!(item.figures == item.figures_carried || item.reasons().next().is_some(), "{} is silent", item.id());
    }
}

#[test]
fn every_change_has_its_cause() {
    let (data, newer) = (example("vi-du-2022", 0), example("vi-du", 1));
    let carry = carry(&BEFORE, &NOW, &data).with_newer(&newer);
    let carried = carry.assess(&as_of()).unwrap_or_else(|e| panic!("{e}"));
    let edition = |id: &str| causes(change(carried.changes(), CarryStep::Edition, id));
    assert_eq!(edition("soc-04"), ["rule"], "its level 3 has risen");
    assert_eq!(edition("swm-01"), ["rule"], "the sum over parts is no matter where there are no parts");
    assert_eq!(edition("plan-01"), ["data"]);
    assert_eq!(edition("tra-02"), ["data"]);
    assert_eq!(edition("plan-06"), ["rule"], "no longer asked");
    let levels: Vec<_> = carried.levels().iter().map(|l| (l.step, l.from, l.to, l.causes.as_slice())).collect();
    assert_eq!(
        levels,
        [(CarryStep::Edition, Some(1), Some(0), ["data", "rule"].as_slice()), (CarryStep::Data, Some(0), Some(1), ["boundary"].as_slice())]
    );
}

#[test]
fn a_boundary_change_is_a_break_and_no_trend() {
    let (data, newer) = (example("vi-du-2022", 0), example("vi-du", 1));
    let with = |newer: &CityData, check: &dyn Fn(&dothi::Carried<'_>)| {
        let carry = carry(&BEFORE, &NOW, &data).with_newer(newer);
        check(&carry.assess(&as_of()).unwrap_or_else(|e| panic!("{e}")));
    };
    with(&newer, &|carried| {
        assert_eq!(carried.boundary().iter().map(|b| b.what).collect::<Vec<_>>(), ["valid_from"]);
        let newer: Vec<_> = carried.changes().iter().filter(|c| c.step == CarryStep::Data).collect();
        assert!(newer.len() > 20 && newer.iter().all(|c| causes(c) == ["boundary"]));
        assert!(carried.marks().iter().any(|m| m.code == "break_in_series"));
        assert!(carried.explain(Lang::Vi).contains("không phải xu hướng"));
    });
    // Within the same borders the newer figures are the cause.
    let mut same = newer.clone();
    same.unit.valid_from = data.unit.valid_from;
    with(&same, &|carried| {
        assert!(carried.boundary().is_empty() && carried.marks().iter().all(|m| m.code != "break_in_series"));
        assert!(carried.changes().iter().filter(|c| c.step == CarryStep::Data).all(|c| causes(c) == ["data"]));
    });
    let mut other = newer.clone();
    other.unit.code = "Y-00".into();
    other.unit.valid_from = None;
    with(&other, &|carried| assert_eq!(carried.boundary().iter().map(|b| b.what).collect::<Vec<_>>(), ["code"]));
}

#[test]
fn a_start_that_only_newer_data_state_counts_when_it_is_later_than_the_figures() {
    let (mut data, mut newer) = (water(), water());
    newer.unit.valid_from = dothi::Date::parse("2025-07-01");
    let set = gates(&[]);
    let boundary = |data: &CityData| carry(&set, &set, data).with_newer(&newer).boundary().len();
    assert_eq!(boundary(&data), 1, "the figures are of 2025, which began before");
    for observation in &mut data.observations {
        observation.period = dothi::Date::parse("2026");
    }
    assert_eq!(boundary(&data), 0);
}

/// A criterion, what is changed in the set now, what its row says beside, and why its data do not follow.
type ReasonCase<'c> = (&'c str, Vec<(&'c str, Value)>, Value, Vec<CarryReason>);

#[test]
fn each_reason_is_found() {
    let cases: Vec<ReasonCase> = vec![
        ("tap", vec![("/criteria/1/data_points/0/unit", json!("mark"))], json!({}), vec![CarryReason::Unit]),
        ("tap", vec![("/criteria/1/data_points/0/inputs/0/title/en", json!("Households"))], json!({}), vec![CarryReason::Inputs]),
        ("tap", vec![("/criteria/1/data_points/0/inputs/0/minimum", json!("1"))], json!({}), vec![CarryReason::Inputs]),
        ("tap", vec![("/criteria/1/data_points/0/id", json!("other"))], json!({}), vec![CarryReason::Inputs]),
        (
            "tap",
            vec![(
                "/criteria/1/data_points/0/derive",
                json!({"op": "div", "of": [{"op": "input", "role": "numerator"}, {"op": "input", "role": "denominator"}]}),
            )],
            json!({}),
            vec![CarryReason::Derivation],
        ),
        ("tap", vec![], json!({"kind": "merged"}), vec![CarryReason::Merged]),
        (
            "charter",
            vec![("/criteria/0/question", json!({"vi": "Khác?", "en": "Other?"}))],
            json!({"kind": "threshold_changed"}),
            vec![CarryReason::Question],
        ),
        ("charter", vec![("/criteria/0/question", json!({"vi": "Khác?", "en": "Other?"}))], json!({"kind": "same"}), vec![]),
    ];
    let data = water();
    for (id, now, row, expected) in cases {
        let mut full = json!({"before": id, "now": id, "kind": "threshold_changed"});
        for (key, value) in row.as_object().unwrap() {
            full[key] = value.clone();
        }
        let (before, now) = pair(&[], &now, &same_but(id, full));
        let carry = carry(&before, &now, &data);
        let item = item(carry.criteria(), id);
        assert_eq!(item.reasons().collect::<Vec<_>>(), expected, "{id}");
        assert_eq!(item.verdict.holds(), expected.is_empty());
        let carried = carry.data().observations.iter().filter(|o| o.criterion == id).count();
        assert_eq!(carried > 0, expected.is_empty(), "{id}");
    }
}

#[test]
fn documents_follow_only_where_the_same_is_asked() {
    let asked = json!({"vi": "Văn bản khác", "en": "Another document"});
    let (before, now) = pair(&[], &[("/criteria/1/evidence/asked", asked)], &same_but("", json!({})));
    let data = water();
    let carry = carry(&before, &now, &data);
    let tap = item(carry.criteria(), "tap");
    assert_eq!((tap.figures_carried, tap.documents, tap.documents_carried), (2, 1, 0));
    assert_eq!(tap.reasons().collect::<Vec<_>>(), [CarryReason::Evidence]);
    let carried = carry.assess(&as_of()).unwrap();
    assert_eq!(causes(change(carried.changes(), CarryStep::Edition, "tap")), ["data"]);
    assert!(carried.changes().iter().all(|c| c.id() == "tap"));
}

#[test]
fn whether_a_criterion_is_asked_of_the_place_is_a_rule() {
    let (before, now) = pair(&[], &[("/criteria/1/applies_to", json!(["commune"]))], &same_but("", json!({})));
    let data = water();
    let carry = carry(&before, &now, &data);
    let carried = carry.assess(&as_of()).unwrap();
    let tap = change(carried.changes(), CarryStep::Edition, "tap");
    assert_eq!(causes(tap), ["rule"]);
    assert_eq!(tap.causes[0].text(Lang::En), "rule: places it is asked of");
    assert!(!item(carry.criteria(), "tap").needs_new_data());
}

#[test]
fn parts_follow_only_where_parts_are_taken() {
    let (before, now) = pair(&[], &[("/criteria/1/data_points/0/parts", json!("single"))], &same_but("", json!({})));
    let data = place(json!([
        {"criterion": "tap", "role": "numerator", "value": "52", "period": "2025", "part": "A"},
        {"criterion": "tap", "role": "denominator", "value": "100", "period": "2025", "part": "A"},
    ]));
    let carry = carry(&before, &now, &data);
    assert_eq!(item(carry.criteria(), "tap").reasons().collect::<Vec<_>>(), [CarryReason::Parts]);
    assert!(carry.assess(&as_of()).is_ok(), "a part that is refused would have been an error");
}

#[test]
fn a_fault_says_whose_data_they_are() {
    let wrong = place(json!([{"criterion": "no-such", "value": "1"}]));
    let good = water();
    let set = gates(&[]);
    let side = |fault: Result<_, dothi::CarryFault>| fault.err().map(|f| (f.side, f.findings.has_errors()));
    assert_eq!(side(carry(&set, &set, &wrong).assess(&as_of()).map(|_| ())), Some((CarrySide::Before, true)));
    assert_eq!(side(carry(&set, &set, &good).with_newer(&wrong).assess(&as_of()).map(|_| ())), Some((CarrySide::Newer, true)));
}

#[test]
fn the_marks_and_the_levels_stand_everywhere() {
    let (data, newer) = (example("vi-du-2022", 0), example("vi-du", 1));
    let carry = carry(&BEFORE, &NOW, &data).with_newer(&newer);
    let carried = carry.assess(&as_of()).unwrap();
    let codes: Vec<_> = carried.marks().iter().map(|m| m.code).collect();
    assert_eq!(codes, ["fictional", "not_official", "retrospective", "carried", "break_in_series"]);
    let statement = |side| carried.statement(side, false, Lang::Vi).unwrap();
    assert!(statement(CarrySide::Before).contains("hồi cứu") && !statement(CarrySide::Before).contains("số liệu chuyển từ"));
    assert!(
        statement(CarrySide::Now).ends_with("[số liệu chuyển từ vn-ssc@2022-u1 sang, không phải số liệu mới thu thập cho phiên bản này]")
    );
    assert!(!statement(CarrySide::Newer).contains("số liệu chuyển từ"));
    for row in carried.rows(Lang::Vi) {
        assert_eq!(row.len(), dothi::CARRY_COLUMNS.len());
        let mark = row.last().unwrap();
        for said in ["DỮ LIỆU HƯ CẤU", "không phải kết quả công nhận", "hồi cứu", "số liệu chuyển từ", "gián đoạn chuỗi số liệu"]
        {
            assert!(mark.contains(said), "{said}: {mark}");
        }
    }
    let json: Value = serde_json::from_str(&carried.to_canonical_json()).unwrap();
    assert_eq!(json["marks"].as_array().unwrap().len(), 5);
    for side in ["before", "now", "newer"] {
        assert!(!json[side]["marks"].as_array().unwrap().is_empty(), "{side}");
    }
    let (vi, en) = (carried.explain(Lang::Vi), carried.explain(Lang::En));
    assert!(vi.contains("! số liệu chuyển từ") && en.contains("! figures carried over from vn-ssc@2022-u1"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn carrying_to_the_same_edition_changes_nothing(values in prop::collection::vec(prop::option::weighted(0.9, 0u32..=100), 65)) {
        let data = load(&city(&NOW, UnitKind::Province, &values));
        let carry = carry(&NOW, &NOW, &data);
        prop_assert_eq!(carry.data(), &data);
        let carried = carry.with_newer(&data);
        let carried = carried.assess(&as_of()).unwrap();
        prop_assert!(carried.changes().is_empty() && carried.levels().is_empty() && carried.boundary().is_empty());
        prop_assert!(carried.marks().iter().all(|m| m.code != "carried"));
    }

    #[test]
    fn every_change_between_editions_has_a_cause_and_nothing_is_refused(
        values in prop::collection::vec(prop::option::weighted(0.8, 0u32..=100), 49), kind in 0usize..3,
    ) {
        let kind = [UnitKind::Province, UnitKind::Commune, UnitKind::NewUrbanArea][kind];
        let entries: Vec<Entry> = values;
        let data = load(&city(&BEFORE, kind, &entries));
        let carry = carry(&BEFORE, &NOW, &data);
        let carried = carry.assess(&as_of());
        prop_assert!(carried.is_ok());
        for change in carried.unwrap().changes() {
            prop_assert!(!change.causes.is_empty() && change.from != change.to);
        }
    }
}
