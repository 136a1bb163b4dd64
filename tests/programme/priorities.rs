//! What to do next, and results by objectives.

use crate::files::{EXAMPLES, day, read};
use dothi::programme::{LocalPriorities, Objectives, PriorityKey, PriorityOptions, Survey, priorities};
use dothi::{AssessOptions, Assessment, CityFile, Code, CriteriaSet, Findings, GapOptions, Lang, Outcome};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn with<T>(take: impl FnOnce(&CriteriaSet, &Assessment<'_>) -> T) -> T {
    let set = dothi::builtin::load("vn-ssc@2026").unwrap();
    let (file, _) = CityFile::from_json(&read(&format!("{EXAMPLES}/vi-du.json"))).unwrap();
    let city = file.cities.iter().find(|city| city.unit.code == "X-00").unwrap();
    let assessment = set.assess(city, &AssessOptions::new(day("2026-11-21"))).unwrap();
    take(&set, &assessment)
}

fn survey() -> Survey {
    Survey::from_json(&read(&format!("{EXAMPLES}/programme/khao-sat/mo-ta.json"))).unwrap().0
}

fn local(assessment: &Assessment<'_>) -> LocalPriorities {
    LocalPriorities::from_json(&read(&format!("{EXAMPLES}/programme/uu-tien.json")), assessment).unwrap().0
}

#[test]
fn what_the_smallest_plan_needs_comes_first_and_every_gap_is_there() {
    with(|_, assessment| {
        let list = priorities(assessment, &PriorityOptions::new()).unwrap();
        let plan = assessment.gap(&GapOptions::new());
        assert_eq!(list.items.iter().filter(|own| own.in_plan).count(), plan.fixes.len());
        assert!(list.items.iter().take(plan.fixes.len()).all(|own| own.in_plan));
        let open: BTreeSet<&str> = list.items.iter().map(|own| own.fix.criterion.id.as_str()).collect();
        let failing: BTreeSet<&str> = assessment
            .self_assessed()
            .criteria
            .iter()
            .filter(|own| own.levels.iter().any(|answer| answer.level <= list.target && answer.outcome != Outcome::Passed))
            .filter(|own| !matches!(own.outcome, Outcome::NotApplicable | Outcome::Monitored))
            .map(|own| own.criterion.id.as_str())
            .collect();
        assert_eq!(open, failing);
        assert!(list.items.iter().all(|own| own.dissatisfaction.is_none() && own.local.is_none()));
        assert!(list.rule(Lang::Vi).contains("Không có khảo sát"));
    });
}

#[test]
fn residents_and_declared_priorities_move_the_list_and_are_said() {
    let survey = survey();
    let voice = survey.voice(&read(&format!("{EXAMPLES}/programme/khao-sat/tra-loi.csv"))).unwrap();
    with(|_, assessment| {
        let local = local(assessment);
        let options = PriorityOptions::new().with_voice(&voice).with_local(&local);
        let by_people = priorities(assessment, &options.with_keys(&[PriorityKey::Dissatisfaction])).unwrap();
        let shares: Vec<_> = by_people.items.iter().map(|own| own.dissatisfaction.as_ref().map(|(_, share)| *share)).collect();
        assert!(shares.windows(2).all(|pair| pair[0] >= pair[1]), "{shares:?}");
        let first = &by_people.items[0];
        assert!(first.fix.criterion.id.starts_with("tra-"), "six of ten are not content with public transport: {}", first.fix.criterion.id);
        let said = first.reasons(Lang::Vi).join("; ");
        assert!(
            said.contains("59,3\u{a0}% người trả lời chưa hài lòng (câu giao-thong)") && said.contains("ưu tiên thứ 1 của địa phương"),
            "{said}"
        );
        let by_local = priorities(assessment, &options.with_keys(&[PriorityKey::Local])).unwrap();
        let at: Vec<usize> = by_local.items.iter().map(|own| own.local.as_ref().map_or(9, |(at, _)| *at)).collect();
        assert!(at.windows(2).all(|pair| pair[0] <= pair[1]) && at[0] == 1, "{at:?}");

        let marks: Vec<&str> = by_local.marks().iter().map(|mark| mark.code).collect();
        assert!(marks[0] == "fictional" && marks.contains(&"not_official") && marks.contains(&"own_order"));
        assert!(
            by_local
                .to_csv(Lang::En)
                .lines()
                .skip(1)
                .all(|line| line.contains("not a recognition") || line.contains("not official") || line.contains("non-official"))
        );
        let json: Value = serde_json::from_str(&by_local.to_canonical_json()).unwrap();
        assert_eq!(by_local.to_canonical_json(), serde_json_canonicalizer::to_string(&json).unwrap());
    });
}

#[test]
fn a_scored_edition_without_levels_has_priorities_too() {
    let set = dothi::builtin::load("dti-922").unwrap();
    let (file, _) = CityFile::from_json(&read(&format!("{EXAMPLES}/dti-922-2022.json"))).unwrap();
    let assessment = set.assess(&file.cities[0], &AssessOptions::new(day("2026-11-21"))).unwrap();
    let list = priorities(&assessment, &PriorityOptions::new()).unwrap();
    let short = assessment.self_assessed().criteria.iter().filter(|own| own.share.is_some_and(|share| share != dothi::Dec::ONE)).count();
    assert!(short > 0 && list.items.len() == short, "{} of {short}", list.items.len());
}

#[test]
fn objectives_count_each_criterion_of_their_groups() {
    with(|set, assessment| {
        let objectives = Objectives::builtin(set).unwrap();
        let view = objectives.view(assessment, 1);
        assert_eq!((view.len(), view.iter().filter(|own| !own.objective.is_task).count()), (11, 5));
        for own in &view {
            assert_eq!(own.open.len(), usize::try_from(own.asked - own.met).unwrap(), "{}", own.objective.id);
        }
        // Groups eco and fin belong to the third objective alone: by hand from the result.
        let third = view.iter().find(|own| own.objective.id == "nq06-3").unwrap();
        let of = |id: &str| id.starts_with("eco-") || id.starts_with("fin-");
        let asked = assessment.self_assessed().criteria.iter().filter(|own| of(&own.criterion.id));
        let asked: Vec<_> = asked.filter_map(|own| own.levels.iter().find(|answer| answer.level == 1)).collect();
        let counted = asked.iter().filter(|answer| answer.outcome != Outcome::NotApplicable).count();
        assert_eq!(third.asked, u32::try_from(counted).unwrap());
        assert_eq!(third.met, u32::try_from(asked.iter().filter(|answer| answer.outcome == Outcome::Passed).count()).unwrap());
        let csv = objectives.to_csv(assessment, 1, Lang::Vi);
        assert!(csv.lines().skip(1).all(|line| line.contains("là của chúng tôi") && line.contains("HƯ CẤU")), "{csv}");
        let json: Value = serde_json::from_str(&objectives.to_canonical_json(assessment, 1)).unwrap();
        assert_eq!(json["mapping"]["basis"], "assumption");
    });
    let other = Objectives::builtin(&dothi::builtin::load("dti-922").unwrap()).unwrap_err();
    assert!(other.iter().any(|found| found.code() == Code::PilotOtherSet), "{other}");
}

#[test]
fn every_fault_of_priorities_has_its_finding() {
    let mut survey = survey();
    survey.unit.code = "X-99".into();
    let voice = survey.voice(&read(&format!("{EXAMPLES}/programme/khao-sat/tra-loi.csv"))).unwrap();
    with(|_, assessment| {
        let declared = |ids: &[&str]| -> Findings {
            let list: Vec<Value> = ids.iter().map(|id| json!({"of": id, "reason": "x"})).collect();
            LocalPriorities::from_json(&serde_json::to_vec(&json!({"format": 1, "priorities": list})).unwrap(), assessment).unwrap_err()
        };
        let cases = [
            (Code::PriorityOtherPlace, priorities(assessment, &PriorityOptions::new().with_voice(&voice)).err().unwrap(), "/unit/code"),
            (Code::PriorityUnknown, declared(&["x"]), "/priorities/0/of"),
            (Code::PriorityTwice, declared(&["tra", "tra"]), "/priorities/1/of"),
        ];
        for (code, found, place) in &cases {
            let places: Vec<String> = found.iter().filter(|f| f.code() == *code).map(|f| f.place().text(Lang::En)).collect();
            assert_eq!(places, [*place], "{code}: {found}");
        }
        let all: BTreeSet<Code> = Code::ALL.iter().filter(|code| code.as_str().starts_with("priority.")).copied().collect();
        assert!(all.iter().all(|code| cases.iter().any(|case| case.0 == *code)));
    });
}
