//! Every result of the cases follows the schema of results, and the schema has no key that no result has.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails by panicking, helpers included"
)]

use dothi::schema::Document;
use dothi::{AssessOptions, CityFile, Date};
use dothi_schema_tests::{each_case, root, validator};
use serde_json::Value;
use std::collections::BTreeSet;

fn keys(value: &Value, out: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| keys(item, out)),
        Value::Object(members) => members.iter().for_each(|(key, member)| {
            out.insert(key.clone());
            keys(member, out);
        }),
        _ => {}
    }
}

/// Keys of a city or of a workbook that no case has.
const WITHOUT_CASE: &[&str] = &["cell", "sheet", "row", "column", "header", "region", "valid_from", "en", "url", "quality"];

#[test]
fn results_follow_their_schema() {
    let validator = validator(Document::Assessment);
    let mut used = BTreeSet::new();
    let mut count = 0;
    each_case(|(path, set, _, case, data, options)| {
        let Ok((cities, _)) = CityFile::from_json(&serde_json::to_vec(&data).unwrap()) else { return };
        let Ok(assessment) = set.assess(&cities.cities[0], &options) else { return };
        let result: Value = serde_json::from_str(&assessment.to_canonical_json()).unwrap();
        if !validator.is_valid(&result) {
            let errors: Vec<String> =
                validator.iter_errors(&result).map(|e| format!("{}: {}", e.instance_path(), e.schema_path())).collect();
            panic!("{} {}: {errors:#?}", path.display(), case["name"]);
        }
        keys(&result, &mut used);
        count += 1;
    });
    let example = std::fs::read(root().join("examples/vi-du.json")).unwrap();
    for city in CityFile::from_json(&example).unwrap().0.cities {
        let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
        let set = dothi::builtin::load("vn-ssc@2026").unwrap();
        let result: Value = serde_json::from_str(&set.assess(&city, &options).unwrap().to_json()).unwrap();
        assert!(validator.is_valid(&result));
        keys(&result, &mut used);
    }
    assert!(count > 1_000, "{count}");
    let schema = Document::Assessment.schema();
    let mut unused = Vec::new();
    for definition in schema.get("$defs").unwrap().as_object().unwrap().values().chain([schema.as_value()]) {
        for key in definition.get("properties").and_then(Value::as_object).into_iter().flatten().map(|(key, _)| key) {
            if !used.contains(key) && !WITHOUT_CASE.contains(&key.as_str()) {
                unused.push(key.clone());
            }
        }
    }
    assert!(unused.is_empty(), "no result has {unused:?}");
}

/// The form for makers of types: draft 07, every link leads somewhere, no choice left to `if`.
#[test]
fn the_form_for_types_is_whole() {
    for document in Document::ALL {
        let schema = document.draft07().to_value();
        assert!(jsonschema::draft7::meta::is_valid(&schema), "{}", document.name());
        let text = schema.to_string();
        for gone in ["\"if\":", "x-description-vi", "$defs", "enumDescriptions"] {
            assert!(!text.contains(gone), "{} has {gone}", document.name());
        }
        let definitions = schema["definitions"].as_object().unwrap();
        let mut titles = BTreeSet::new();
        let second = |name: &String| definitions.keys().any(|first| first == name.trim_end_matches(char::is_numeric) && first != name);
        assert!(!definitions.keys().any(second), "two concepts of one name");
        for (name, definition) in definitions {
            assert!(titles.insert(definition["title"].as_str().unwrap()), "{name}: two types of one name");
        }
        for link in text.split("\"$ref\":\"#/definitions/").skip(1) {
            let name = link.split('"').next().unwrap();
            assert!(definitions.contains_key(name), "{name}");
        }
        let published = document.schema().to_value();
        assert!(jsonschema::draft202012::meta::is_valid(&published), "{}", document.name());
    }
}
