//! NGSI-LD entities: what the data model asks of them, in our own words, and what we ask of any output.

use crate::golden;
use crate::support::{DAY, all, assess, hostile, judged, no_bare_level};
use dothi::Outcome;
use dothi_interchange::ngsi::entities;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Members of the model that we write, with the type of their value. Of the model only `id` and `type` are required; `process` or
/// `product` must be given, and a list of categories has at least one.
const MODEL: [(&str, &str); 16] = [
    ("name", "text"),
    ("alternateName", "text"),
    ("description", "text"),
    ("organization", "text"),
    ("area", "text"),
    ("areaServed", "text"),
    ("process", "text"),
    ("category", "categories"),
    ("calculationMethod", "text"),
    ("calculationFormula", "text"),
    ("calculatedBy", "text"),
    ("calculationPeriod", "period"),
    ("aggregatedData", "aggregated"),
    ("kpiValue", "any"),
    ("seeAlso", "addresses"),
    ("source", "text"),
];

const CATEGORIES: [&str; 2] = ["quantitative", "qualitative"];

fn is_day(text: &str) -> bool {
    dothi::Date::parse(text).is_some_and(dothi::Date::is_day)
}

/// What is wrong with an entity.
fn faults(entity: &Value) -> Vec<String> {
    let mut out = Vec::new();
    let mut need = |fine: bool, what: &str| {
        if !fine {
            out.push(what.to_string());
        }
    };
    let members = entity.as_object().unwrap();
    let id = entity["id"].as_str().unwrap_or_default();
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-._@%:".contains(c);
    need(id.starts_with("urn:ngsi-ld:KeyPerformanceIndicator:") && id.chars().all(is_part), "id");
    need(entity["type"] == "KeyPerformanceIndicator", "type");
    let context = entity["@context"].as_array().unwrap();
    need(context.len() == 3 && context[0].as_str().unwrap().contains("dataModel.KeyPerformanceIndicator"), "context");
    need(members.contains_key("process"), "process");
    for (key, member) in members.iter().filter(|(key, _)| !["id", "type", "@context"].contains(&key.as_str())) {
        let own = context[1].get(key).is_some();
        let value = &member["value"];
        match member["type"].as_str().unwrap_or_default() {
            "Property" => need(!value.is_null() && value.as_str() != Some("") && member.as_object().unwrap().len() == 2, key),
            "LanguageProperty" => need(own && ["vi", "en"].iter().all(|lang| member["languageMap"][lang].is_string()), key),
            "Relationship" => need(own && member["object"].as_str().is_some_and(|object| object.starts_with("urn:")), key),
            _ => need(false, key),
        }
        let text = |value: &Value| value.as_str().is_some_and(|text| !text.is_empty());
        let Some((_, kind)) = MODEL.iter().find(|(known, _)| known == key) else {
            need(own, key);
            continue;
        };
        let fine = match *kind {
            "text" => text(value),
            "categories" => {
                value.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(|c| CATEGORIES.contains(&c.as_str().unwrap())))
            }
            "period" => is_day(value["from"].as_str().unwrap()) && is_day(value["to"].as_str().unwrap()),
            "aggregated" => value.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(|one| text(&one["entityType"]))),
            "addresses" => {
                value.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(|one| one.as_str().unwrap().starts_with("http")))
            }
            _ => true,
        };
        need(fine, key);
    }
    out
}

fn parsed(text: &str) -> Vec<Value> {
    serde_json::from_str::<Value>(text).unwrap().as_array().unwrap().clone()
}

#[test]
fn entities_of_the_fictional_city() {
    // The whole, and the first of each outcome: all of it would be two megabytes.
    let mut seen = BTreeSet::new();
    let mut shown = judged("vn-ssc", "vi-du.json", "X-0001", |assessment| parsed(&entities(&[assessment])));
    shown.retain(|entity| seen.insert((entity["state"].to_string(), entity["outcome"].to_string(), entity.get("group").is_some())));
    golden::check("vi-du.jsonld", &format!("{:#}\n", Value::from(shown)));
}

#[test]
fn every_entity_is_one_of_the_model() {
    let mut used = BTreeSet::new();
    all(|assessment| {
        let written = parsed(&entities(&[assessment]));
        let ids: BTreeSet<&str> = written.iter().map(|entity| entity["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), written.len(), "identifiers are unique");
        for entity in &written {
            assert_eq!(faults(entity), Vec::<String>::new(), "{entity:#}");
            if let Some(parent) = entity["partOf"]["object"].as_str() {
                assert!(ids.contains(parent));
            }
            used.extend(entity.as_object().unwrap().keys().cloned());
        }
    });
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let file = crate::support::cities("vi-du.json");
    let minimum = dothi::Dec::parse("0.6").unwrap();
    let options = dothi::AssessOptions::new(dothi::Date::parse(DAY).unwrap()).with_parameter("basic_share_min", None, minimum);
    let other = parsed(&entities(&[set.assess(&file.cities[0], &options).unwrap()]));
    assert!(other.iter().all(|entity| entity["parameters"]["value"][0]["value"] == "0.6"));
    used.insert("parameters".into());
    // No term is declared that nothing uses.
    let declared: Vec<String> = judged("vn-ssc", "vi-du.json", "X-0001", |assessment| {
        parsed(&entities(&[assessment]))[0]["@context"][1].as_object().unwrap().keys().filter(|key| *key != "dothi").cloned().collect()
    });
    let unused: Vec<&String> = declared.iter().filter(|term| !used.contains(*term)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn outcome_reason_sources_and_both_states_are_those_of_the_result() {
    judged("vn-ssc", "vi-du.json", "X-0001", |assessment| {
        let views = [("self_assessed", assessment.self_assessed().clone()), ("verified", assessment.verified().unwrap().clone())];
        let written = parsed(&entities(&[assessment]));
        for (state, view) in views {
            let of = |id: &str| written.iter().find(|e| e["criterion"]["value"] == id && e["state"]["value"] == state).unwrap();
            for c in &view.criteria {
                let entity = of(&c.criterion.id);
                assert_eq!(entity["outcome"]["value"], c.outcome.as_str());
                assert_eq!(entity["outcomeText"]["languageMap"]["vi"], c.outcome.label(dothi::Lang::Vi));
                assert_eq!(entity["reason"]["value"].as_str(), c.reason);
                let told = entity["reason"].is_object() || entity["reasonText"].is_object();
                assert_eq!(told, matches!(c.outcome, Outcome::NotApplicable | Outcome::NotConsidered), "{}", c.criterion.id);
                let value = &entity["kpiValue"]["value"];
                assert_eq!(value.as_bool(), c.answer);
                assert_eq!(value.as_str().map(String::from), c.value.filter(|_| c.answer.is_none()).map(|v| v.to_string()));
                assert_eq!(entity["levels"]["value"].as_array().map_or(0, Vec::len), c.levels.len());
                assert!(!entity["citations"]["value"].as_array().unwrap().is_empty());
                assert_eq!(entity["evidence"]["value"].as_array().map_or(0, Vec::len), c.documents.all as usize);
            }
            let outcomes: BTreeMap<Outcome, usize> = view.criteria.iter().fold(BTreeMap::new(), |mut all, c| {
                *all.entry(c.outcome).or_default() += 1;
                all
            });
            assert!(outcomes.len() > 3, "the example shows several outcomes");
        }
    });
}

#[test]
fn every_entity_carries_the_marks_of_its_result() {
    let mut seen = BTreeSet::new();
    all(|assessment| {
        let expected: Vec<&str> = assessment.marks().iter().map(|mark| mark.code).collect();
        seen.extend(expected.clone());
        for entity in parsed(&entities(&[assessment])) {
            let codes = entity["marks"]["value"].as_array().cloned().unwrap_or_default();
            let codes: Vec<&str> = codes.iter().map(|mark| mark["code"].as_str().unwrap()).collect();
            assert_eq!(codes, expected);
        }
    });
    for code in ["fictional", "not_official", "reported", "retrospective", "draft", "kind_reading"] {
        assert!(seen.contains(code), "{code} is not tried");
    }
}

#[test]
fn the_marks_are_told_in_words_and_no_level_is_bare() {
    judged("vn-ssc", "vi-du.json", "X-0001", |assessment| {
        let text = entities(&[assessment]);
        for entity in parsed(&text) {
            let said = entity["description"]["value"].as_str().unwrap();
            assert!(said.contains("HƯ CẤU") && said.contains("không phải kết quả công nhận"));
            assert!(entity["stateText"]["languageMap"]["en"].is_string() && entity["asOf"]["value"]["@value"] == DAY);
        }
        no_bare_level(&text);
    });
}

#[test]
fn hostile_text_stays_text() {
    let (set, file) = hostile();
    let assessment = assess(&set, &file.cities[0]);
    let written = parsed(&entities(&[assessment]));
    for entity in &written {
        assert_eq!(faults(entity), Vec::<String>::new());
        assert!(!entity["id"].as_str().unwrap().contains(['<', ' ', '/', '"']));
    }
    let evidence = |entity: &Value| entity["evidence"]["value"].as_array().cloned().unwrap_or_default();
    let links: Vec<String> = written.iter().flat_map(evidence).filter_map(|d| d["url"].as_str().map(String::from)).collect();
    assert!(!links.is_empty() && links.iter().all(|link| link == "https://example.vn/a"), "{links:?}");
    let text = serde_json::to_string(&written).unwrap();
    assert!(!text.contains("internal.example") && !text.contains("Người Thẩm Định"));
}
