//! What the import makes of sound tables.

use super::mini::{edited, files, run};
use crate::criteria::{CriteriaSet, Method, Role};
use crate::import::import;
use crate::text::Lang;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

const PUBLISHED: &str = include_str!("../../../criteria/vn-ssc/2026-u1.json");
const PUBLISHED_BEFORE: &str = include_str!("../../../criteria/vn-ssc/2022-u1.json");

macro_rules! published_tables {
    ($edition:literal: $($name:literal,)*) => {
        [$(($name, include_bytes!(concat!("../../../criteria/tables/vn-ssc/", $edition, "/", $name)).as_slice()),)*]
    };
}

fn published() -> [(&'static str, &'static [u8]); 12] {
    published_tables![
        "2026":
        "criteria.csv",
        "crosswalk.csv",
        "edition.csv",
        "groups.csv",
        "inputs.csv",
        "levels.csv",
        "sources.csv",
        "steps.csv",
        "thresholds.csv",
        "unit-kinds.csv",
        "units.csv",
        "variants.csv",
    ]
}

#[test]
fn the_published_file_is_what_the_published_tables_say() {
    let text = import(&published()).unwrap();
    assert!(text == PUBLISHED, "criteria/vn-ssc/2026-u1.json is not what its tables give; import them again");
    let set = CriteriaSet::from_json(text.as_bytes()).unwrap();
    assert_eq!((set.id().as_str(), set.criteria().len()), ("vn-ssc@2026-u1", 65));
    let before = published_tables![
        "2022":
        "criteria.csv",
        "edition.csv",
        "groups.csv",
        "inputs.csv",
        "levels.csv",
        "sources.csv",
        "steps.csv",
        "thresholds.csv",
        "unit-kinds.csv",
        "units.csv",
        "variants.csv",
    ];
    assert!(import(&before).unwrap() == PUBLISHED_BEFORE, "criteria/vn-ssc/2022-u1.json is not what its tables give; import them again");
    assert_eq!(set.to_json(), text);
}

#[test]
fn the_order_of_the_tables_does_not_matter() {
    let mut tables = published();
    for _ in 0..3 {
        tables.rotate_left(5);
        tables.swap(0, 7);
        assert!(import(&tables).unwrap() == PUBLISHED);
    }
}

#[test]
fn columns_line_ends_and_byte_order_mark_do_not_matter() {
    let expected = run(&files()).unwrap();
    let reversed = |text: &str| -> String { text.lines().map(|line| line.split(',').rev().collect::<Vec<_>>().join(",") + "\n").collect() };
    let ways: [&dyn Fn(&str) -> String; 5] = [
        &reversed,
        &|text| text.replace('\n', "\r\n"),
        &|text| format!("\u{FEFF}{text}"),
        &|text| text.replace('\n', "\n\n,\n"),
        &|text| text.trim_end().to_string(),
    ];
    for (n, way) in ways.iter().enumerate() {
        let mut files = files();
        files.iter_mut().for_each(|(_, text)| *text = way(text));
        assert_eq!(run(&files).unwrap(), expected, "{n}");
    }
    let quoted = |ending: &str| {
        edited(&[
            ("units.csv", "ratio times 100", &format!("\"ratio{ending}\"\"x\"\"\"")),
            ("sources.csv", "Read.", &format!("\"A, b{ending}c\"")),
        ])
    };
    assert_eq!(run(&quoted("\n")).unwrap(), run(&quoted("\r\n")).unwrap());
}

fn mini() -> CriteriaSet {
    CriteriaSet::from_json(run(&files()).unwrap().as_bytes()).unwrap()
}

#[test]
fn each_kind_becomes_a_data_point_and_a_method() {
    let set = mini();
    let shown: Vec<String> = set
        .criteria()
        .iter()
        .map(|c| {
            let point = &c.data_points[0];
            let roles: Vec<_> = point.inputs.iter().map(|input| input.role.as_str()).collect();
            let ops: Vec<_> = c.judge[0].method.thresholds().iter().map(|t| t.op.sign()).collect();
            let json = serde_json::to_value(point).unwrap();
            format!("{} {} {} {} {} {}", c.id, json["type"], roles.join("+"), json["parts"], c.judge[0].method.as_str(), ops.join(""))
        })
        .collect();
    let expected = [
        "body \"boolean\" value \"single\" pass_fail ==",
        "step \"ordinal\" value \"single\" pass_fail ≥≥",
        "age \"number\" value \"each\" pass_fail ≤≤",
        "hall \"number\" value \"sum\" pass_fail ≥",
        "share \"number\" numerator+denominator \"sum\" pass_fail ≥≥",
        "liking \"number\" numerator+denominator \"sum\" survey ≥",
        "watch \"number\" numerator+denominator \"sum\" monitor ",
        "pulse \"number\" value \"sum\" monitor ",
    ];
    assert_eq!(shown, expected);
    let title = |id: &str| set.criterion(id).unwrap().data_points[0].inputs[0].title.en.clone();
    assert_eq!([title("body"), title("step"), title("age"), title("share")], ["Is there a body?", "Openness", "Years", "People with"]);
}

#[test]
fn evidence_follows_the_rules() {
    let rules = |set: &CriteriaSet| {
        let rule = |id: &str| set.criterion(id).unwrap().evidence.as_ref().map(|e| (e.required, e.plans_count));
        [rule("body"), rule("watch"), rule("pulse")]
    };
    assert_eq!(rules(&mini()), [Some((true, false)), None, Some((false, false))]);
    let without = [
        ("levels.csv", "all,no_evidence,not_met,reported,law,art. 3,primary,\n", ""),
        ("levels.csv", "all,plans_without_results,not_met,reported,law,art. 3,primary,\n", ""),
    ];
    let set = CriteriaSet::from_json(run(&edited(&without)).unwrap().as_bytes()).unwrap();
    assert_eq!(rules(&set), [Some((false, true)), None, Some((false, true))]);
}

#[test]
fn thresholds_are_put_in_order_and_keep_their_variants() {
    let set = mini();
    let Method::PassFail { thresholds } = &set.criterion("share").unwrap().judge[0].method else { panic!() };
    let [first, second] = thresholds.as_slice() else { panic!() };
    assert_eq!((first.level, first.variants.len(), second.level, second.variants.len()), (1, 0, 2, 2));
    assert_eq!(serde_json::to_value(second.confidence).unwrap(), "mirror");
    assert_eq!(
        serde_json::to_value(&second.variants[0].when).unwrap().to_string(),
        r#"[{"attribute":"urban_class","in":["special","1"]},{"attribute":"heritage","equals":false}]"#
    );
    let Method::PassFail { thresholds } = &set.criterion("body").unwrap().judge[0].method else { panic!() };
    assert_eq!(thresholds[1].carried_from, Some(1));
}

#[test]
fn groups_stand_in_the_order_of_their_numbers_and_levels_by_their_rules() {
    let set = mini();
    let groups: Vec<_> = set.header().groups.iter().map(|group| format!("{} {}", group.label, group.id)).collect();
    assert_eq!(groups, ["1 plan", "2 life"]);
    let scheme = serde_json::to_value(&set.schemes()[0]).unwrap();
    assert_eq!(scheme["tree"]["children"][1]["children"][0]["criterion"], "hall");
    let names = |level: usize| -> Vec<String> {
        let conditions = scheme["levels"][level]["conditions"].as_array().unwrap();
        conditions.iter().map(|c| c["min"]["parameter"].as_str().or(c["condition"].as_str()).unwrap().to_string()).collect()
    };
    assert_eq!(names(0), ["basic_share_min", "elective_min_met"]);
    assert_eq!(names(1), ["basic_share_min", "elective_min_met", "group_share_min", "lower_levels"]);
    assert_eq!(scheme["missing"]["note"], "Missing data is not met.");
}

#[test]
fn parameters_rest_on_a_source_or_on_the_sets_own_rule() {
    let parameters = serde_json::to_value(&mini().header().parameters).unwrap();
    let shown: Vec<String> =
        parameters.as_array().unwrap().iter().map(|p| format!("{} {} {} {}", p["id"], p["level"], p["basis"], p["maximum"])).collect();
    assert_eq!(shown[0], r#""basic_share_min" 1 "derived" "1""#);
    assert_eq!(shown[2], r#""elective_min_met" null "assumption" "1000""#);
}

#[test]
fn remarks_on_inputs_go_to_the_criterion() {
    let set = mini();
    let share = set.criterion("share").unwrap();
    assert_eq!(share.note.as_deref(), Some("Input numerator: Residents only. Input denominator: Base year 2020."));
    assert_eq!(share.data_points[0].inputs[0].within, Some(Role::Denominator));
    assert!(share.data_points[0].inputs[1].own_period);
}

#[test]
fn an_edition_may_call_its_places_by_other_words() {
    let set = CriteriaSet::from_json(run(&files()).unwrap().as_bytes()).unwrap();
    let words = ["province", "commune"].map(String::from);
    assert_eq!(set.header().places(&words, Lang::En), ["province or centrally-run city", "town of a province"]);
    assert_eq!(set.header().places(&words[1..], Lang::Vi), ["đô thị dưới tỉnh"]);
    let plain = edited(&[
        ("unit-kinds.csv", "title_vi,title_en,", ""),
        ("unit-kinds.csv", "province,province,,,", "province,province,"),
        ("unit-kinds.csv", "đô thị dưới tỉnh,town of a province,", ""),
    ]);
    let set = CriteriaSet::from_json(run(&plain).unwrap().as_bytes()).unwrap();
    assert_eq!(set.header().places(&words[1..], Lang::Vi), ["đô thị"]);
}

#[test]
fn without_a_table_the_kinds_of_place_are_those_that_criteria_name() {
    let mut files = edited(&[("criteria.csv", "province;commune", "urban_area;province")]);
    files.retain(|(name, _)| *name != "unit-kinds.csv");
    let set = CriteriaSet::from_json(run(&files).unwrap().as_bytes()).unwrap();
    let kinds: Vec<_> = set.header().unit_kinds.iter().map(|rule| (rule.kind.as_str(), rule.judged_as.as_str())).collect();
    assert_eq!(kinds, [("province", "province"), ("urban_area", "urban_area")]);
}
