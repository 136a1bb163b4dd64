//! The schema of city data for one edition against [`CriteriaSet::assess`].
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails by panicking, helpers included"
)]

use dothi::{AssessOptions, CityFile, Code, CriteriaSet, Date, Severity};
use dothi_schema_tests::{each_case, read, root};
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Faults that stand in one place of the data: the schema sees them.
const SEEN: &[Code] = &[
    Code::CityUnknownCriterion,
    Code::CityUnknownRole,
    Code::CityUnknownDataPoint,
    Code::CityWrongUnit,
    Code::CityNotWhole,
    Code::CityTooSmall,
    Code::CityWrongValue,
    Code::CityValueWithStatus,
    Code::CityNoValue,
    Code::CityPartsRefused,
    Code::CityUnknownReference,
];

/// Of [`SEEN`], those that no case has.
const WITHOUT_CASE: Code = Code::CityUnknownReference;

struct Edition<'s> {
    set: &'s CriteriaSet,
    validator: Validator,
}

fn edition(set: &CriteriaSet) -> Edition<'_> {
    let validator = jsonschema::draft202012::new(set.city_schema().as_value()).unwrap_or_else(|e| panic!("{}: {e}", set.id()));
    Edition { set, validator }
}

/// The errors that some scheme finds whichever it is: a fault of one scheme only is one of place or method.
fn errors(set: &CriteriaSet, file: &Value, as_of: Date) -> Option<BTreeSet<Code>> {
    let options = AssessOptions::new(as_of);
    let (cities, _) = match CityFile::from_json(&serde_json::to_vec(file).unwrap()) {
        Ok(read) => read,
        Err(_) => return None,
    };
    let mut out = BTreeSet::new();
    for scheme in set.schemes() {
        let options = options.clone().with_scheme(&scheme.id);
        for city in &cities.cities {
            if let Err(findings) = set.assess(city, &options) {
                out.extend(findings.iter().map(dothi::Finding::code).filter(|code| code.severity() == Severity::Error));
            }
        }
    }
    Some(out)
}

/// Whether the data use a habit that the schema does not know: a printed label for an id.
fn by_label(set: &CriteriaSet, city: &Value) -> bool {
    let known: BTreeSet<&str> = set.criteria().iter().map(|c| c.id.as_str()).collect();
    let named = |list: &str| city[list].as_array().cloned().unwrap_or_default();
    let mut names: Vec<Value> = [named("observations"), named("not_applicable")].concat().iter().map(|o| o["criterion"].clone()).collect();
    names.extend(named("evidence").iter().flat_map(|e| e["criteria"].as_array().unwrap().clone()));
    names.iter().any(|name| !known.contains(name.as_str().unwrap()))
}

fn compare(edition: &Edition<'_>, file: &Value, as_of: Date, seen: &mut BTreeSet<Code>) -> Result<(), String> {
    let Some(errors) = errors(edition.set, file, as_of) else { return Ok(()) };
    let valid = edition.validator.is_valid(file);
    let known: Vec<Code> = errors.iter().copied().filter(|code| SEEN.contains(code)).collect();
    if valid && !known.is_empty() {
        return Err(format!("the schema takes it, assess finds {known:?}"));
    }
    if !valid && errors.is_empty() && !by_label(edition.set, &file["cities"][0]) {
        let says: Vec<String> = edition.validator.iter_errors(file).map(|e| format!("{}: {e}", e.instance_path())).take(2).collect();
        return Err(format!("only the schema refuses: {says:?}"));
    }
    seen.extend(known);
    Ok(())
}

#[test]
fn the_cases_get_the_same_verdict() {
    let mut editions = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut count = 0;
    each_case(|(path, set, _, case, data, options)| {
        let edition = editions.entry(set.id()).or_insert_with(|| edition(set));
        compare(edition, &data, options.as_of, &mut seen).unwrap_or_else(|e| panic!("{} {}: {e}", path.display(), case["name"]));
        count += 1;
    });
    assert!(count > 1_000, "{count}");
    let missing: Vec<&Code> = SEEN.iter().filter(|code| !seen.contains(code) && **code != WITHOUT_CASE).collect();
    assert!(missing.is_empty(), "no case has {missing:?}");
}

#[test]
fn examples_and_filled_templates_are_valid() {
    for (name, example) in
        [("vn-ssc@2026", "examples/vi-du.json"), ("vn-ssc@2022", "examples/vi-du-2022.json"), ("dti-922", "examples/dti-922-2022.json")]
    {
        let set = dothi::builtin::load(name).unwrap();
        let edition = edition(&set);
        let file = read(&root().join(example));
        let errors: Vec<String> = edition.validator.iter_errors(&file).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{example}: {errors:?}");
    }
    for file in dothi::builtin::FILES {
        let set = dothi::builtin::load(&format!("{}@{}-u{}", file.set, file.edition, file.revision)).unwrap();
        let edition = edition(&set);
        for kind in edition.set.header().unit_kinds.iter().map(|rule| rule.kind) {
            let filled = filled(edition.set, &edition.set.template_json(kind));
            let errors: Vec<String> = edition.validator.iter_errors(&filled).map(|e| format!("{}: {e}", e.instance_path())).collect();
            assert!(errors.is_empty(), "{} {}: {errors:?}", edition.set.id(), kind.as_str());
            assert_eq!(errors_of_values(edition.set, &filled), BTreeSet::new(), "{} {}", edition.set.id(), kind.as_str());
        }
    }
}

/// Faults of single values; the filled figures say nothing sensible together.
fn errors_of_values(set: &CriteriaSet, file: &Value) -> BTreeSet<Code> {
    errors(set, file, Date::parse("2026-11-21").unwrap()).unwrap().into_iter().filter(|code| SEEN.contains(code)).collect()
}

/// A template with a code, a name and a value in every row.
fn filled(set: &CriteriaSet, template: &str) -> Value {
    let mut file: Value = serde_json::from_str(template).unwrap();
    let city = &mut file["cities"][0];
    city["unit"]["code"] = json!("00004");
    city["unit"]["name"] = json!({"vi": "Phường Thử"});
    for observation in city["observations"].as_array_mut().unwrap() {
        let criterion = set.criterion(observation["criterion"].as_str().unwrap()).unwrap();
        let point = observation.get("data_point").and_then(Value::as_str);
        let point = criterion.data_points.iter().find(|p| point.is_none_or(|id| p.id == id)).unwrap();
        let role = observation.get("role").and_then(Value::as_str).unwrap_or("value");
        let input = point.inputs.iter().find(|input| input.role.as_str() == role).unwrap();
        observation["period"] = json!("2025");
        observation["value"] = match point.kind {
            dothi::DataKind::Boolean => json!("yes"),
            dothi::DataKind::Ordinal => json!("1"),
            _ => json!(
                input
                    .minimum
                    .map_or_else(|| "1".to_string(), |least| if least.to_string() == "0" { "1".into() } else { least.to_string() })
            ),
        };
        observation.as_object_mut().unwrap().remove("status");
    }
    file
}

#[test]
fn a_wrong_id_unit_domain_or_step_is_refused_by_both() {
    let set = dothi::builtin::load("vn-ssc@2026").unwrap();
    let (edition, day) = (edition(&set), Date::parse("2026-11-21").unwrap());
    let base = read(&root().join("examples/vi-du.json"))["cities"][0].clone();
    let observations = base["observations"].as_array().unwrap().clone();
    let mut seen = BTreeSet::new();
    for (at, observation) in observations.iter().enumerate() {
        let wrong = [
            ("criterion", json!("sew-99")),
            ("unit", json!("light-years")),
            ("value", json!("-1")),
            ("value", json!(-1)),
            ("value", json!("0.5e0x")),
            ("data_point", json!("other")),
            ("status", json!("M")),
        ];
        for (key, value) in wrong {
            let mut city = base.clone();
            city["observations"][at][key] = value.clone();
            let file = json!({"format": 1, "cities": [city]});
            let found = errors(edition.set, &file, day);
            let refused = found.as_ref().is_none_or(|errors| !errors.is_empty());
            assert_eq!(edition.validator.is_valid(&file), !refused, "{observation} with {key} {value}: {found:?}");
            seen.extend(found.unwrap_or_default());
        }
    }
    let mut city = base;
    city["references"] = json!([{"id": "nowhere", "value": "1", "source": "x"}]);
    compare(&edition, &json!({"format": 1, "cities": [city]}), day, &mut seen).unwrap();
    for code in [
        Code::CityUnknownReference,
        Code::CityUnknownCriterion,
        Code::CityWrongUnit,
        Code::CityTooSmall,
        Code::CityWrongValue,
        Code::CityUnknownDataPoint,
    ] {
        assert!(seen.contains(&code), "{code}");
    }
}

/// What a Table Schema finds in a table: columns in its order, words of its lists.
fn faults(schema: &Value, text: &str) -> Vec<String> {
    let separator = if text.lines().next().unwrap().contains(';') { ';' } else { ',' };
    let rows = cells(text.trim_start_matches('\u{feff}'), separator);
    let fields = schema["fields"].as_array().unwrap();
    let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
    let mut out = Vec::new();
    if rows[0] != names {
        out.push(format!("columns {:?}", rows[0]));
    }
    for (at, row) in rows.iter().enumerate().skip(1) {
        for (cell, field) in row.iter().zip(fields).filter(|(cell, _)| !cell.is_empty()) {
            if let Some(words) = field["constraints"]["enum"].as_array()
                && !words.iter().any(|word| word == cell)
            {
                out.push(format!("row {at}, {}: {cell}", field["name"]));
            }
        }
    }
    out
}

fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => rows.push(vec![String::new()]),
            c if c == separator && !quoted => rows.last_mut().unwrap().push(String::new()),
            c => rows.last_mut().unwrap().last_mut().unwrap().push(c),
        }
    }
    rows.pop();
    rows
}

#[test]
fn templates_follow_the_table_schema_and_a_wrong_word_does_not() {
    for file in dothi::builtin::FILES {
        let set = dothi::builtin::load(&format!("{}@{}-u{}", file.set, file.edition, file.revision)).unwrap();
        let schema = set.table_schema();
        for field in schema["fields"].as_array().unwrap() {
            assert!(
                !field["description"].as_str().unwrap().is_empty() && !field["x-description-vi"].as_str().unwrap().is_empty(),
                "{field}"
            );
        }
        for kind in set.header().unit_kinds.iter().map(|rule| rule.kind) {
            for lang in [dothi::Lang::Vi, dothi::Lang::En] {
                let text = set.template_csv(kind, lang);
                assert_eq!(faults(&schema, &text), Vec::<String>::new(), "{} {}", set.id(), kind.as_str());
                let item = set.criteria()[0].id.as_str();
                let wrong = text.replacen(&format!(";{item};"), ";nowhere-99;", 1).replacen(&format!(",{item},"), ",nowhere-99,", 1);
                if wrong != text {
                    assert_eq!(faults(&schema, &wrong).len(), 1, "{}", set.id());
                }
            }
        }
    }
}
