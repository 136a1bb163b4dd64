//! The language-neutral cases of `tests/cases/`: judged by the library, compared exactly with what each case expects.

use dothi::{AssessOptions, CityFile, CriteriaSet, Date, Dec};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "../../examples/conform/answer.rs"]
mod answer;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn case_files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && path.file_name().is_some_and(|n| n != "sets") {
            case_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "json") {
            out.push(path);
        }
    }
}

pub fn load_set(reference: &str) -> CriteriaSet {
    if reference.contains('@') {
        return dothi::builtin::load(reference).unwrap_or_else(|e| panic!("{reference}: {e}"));
    }
    let path = root().join("sets").join(reference.rsplit('/').next().unwrap());
    CriteriaSet::from_json(&fs::read(&path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Every case file, in order.
pub fn all_files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    case_files(&root(), &mut files);
    files.sort();
    files
}

#[test]
fn every_case_gets_exactly_what_it_expects() {
    let files = all_files();
    let mut sets: BTreeMap<String, CriteriaSet> = BTreeMap::new();
    let (mut passed, mut failures) = (0, Vec::new());
    for path in &files {
        let file: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let reference = file["set"].as_str().unwrap();
        let set = sets.entry(reference.into()).or_insert_with(|| load_set(reference));
        for case in file["cases"].as_array().unwrap() {
            let differences = run(set, &file, case);
            if differences.is_empty() {
                passed += 1;
            } else {
                failures.push(format!("{}: {}\n  why: {}\n  {}", path.display(), case["name"], case["why"], differences.join("\n  ")));
            }
        }
    }
    assert!(failures.is_empty(), "{} of {} cases differ:\n{}", failures.len(), passed + failures.len(), failures.join("\n"));
    assert!(passed > 100, "only {passed} cases were found");
    println!("{passed} cases agree");
}

/// The city of a case as a file.
pub fn city_of(file: &Value, case: &Value) -> Vec<u8> {
    let mut city = Map::new();
    city.insert("unit".into(), case.get("unit").unwrap_or(&file["unit"]).clone());
    city.insert("observations".into(), json!([]));
    for key in ["observations", "evidence", "not_applicable", "references", "published"] {
        if let Some(value) = case.get(key) {
            city.insert(key.into(), value.clone());
        }
    }
    serde_json::to_vec(&json!({"format": 1, "cities": [city]})).unwrap()
}

/// Day, scheme and parameters of a case.
pub fn options_of(file: &Value, case: &Value) -> AssessOptions {
    let mut options = AssessOptions::new(Date::parse(file["as_of"].as_str().unwrap()).unwrap());
    if let Some(scheme) = file.get("scheme").and_then(Value::as_str) {
        options = options.with_scheme(scheme);
    }
    for parameter in case.get("parameters").and_then(Value::as_array).into_iter().flatten() {
        let level = parameter.get("level").and_then(Value::as_u64).map(|l| u32::try_from(l).unwrap());
        options = options.with_parameter(parameter["id"].as_str().unwrap(), level, decimal(&parameter["value"]));
    }
    options
}

fn run(set: &CriteriaSet, file: &Value, case: &Value) -> Vec<String> {
    let read = CityFile::from_json(&city_of(file, case));
    let answer = read.and_then(|(cities, _)| Ok(answer::result(&set.assess(&cities.cities[0], &options_of(file, case))?)));
    differences(&case["expect"], &answer.unwrap_or_else(|findings| answer::errors(&findings)))
}

/// The place itself, or the entry that it lies in.
fn is_place(expected: &Value, answered: &Value) -> bool {
    let (expected, answered) = (expected.as_str().unwrap(), answered.as_str().unwrap());
    answered.matches('/').count() > 1 && format!("{expected}/").starts_with(&format!("{answered}/"))
}

fn decimal(value: &Value) -> Dec {
    let text = value.as_str().map_or_else(|| value.to_string(), String::from);
    Dec::parse(&text).unwrap()
}

/// The rules of `tests/cases/README.md`, as `tests/conformance/compare.py` has them.
fn differences(expect: &Value, answer: &Value) -> Vec<String> {
    let mut out = Vec::new();
    if expect.get("errors").is_some() || answer.get("errors").is_some() {
        let codes = |of: &Value| {
            let mut codes: Vec<String> = of["errors"].as_array().into_iter().flatten().map(|e| e["code"].to_string()).collect();
            codes.sort();
            codes
        };
        if codes(expect) != codes(answer) {
            out.push(format!("errors: expected {}, got {}", expect["errors"], answer["errors"]));
            return out;
        }
        let found = answer["errors"].as_array().unwrap();
        let is_there =
            |e: &&Value| found.iter().any(|f| f["code"] == e["code"] && e.get("pointer").is_none_or(|p| is_place(p, &f["pointer"])));
        out.extend(expect["errors"].as_array().unwrap().iter().filter(|e| !is_there(e)).map(|e| format!("not at its place: {e}")));
        return out;
    }
    for (key, want) in expect.as_object().unwrap() {
        if key == "findings" {
            let among = |code: &&Value| answer[key].as_array().unwrap().contains(code);
            out.extend(want.as_array().unwrap().iter().filter(|code| !among(code)).map(|code| format!("findings: no {code}")));
        } else {
            compare(key, want, &answer[key], key, &mut out);
        }
    }
    out
}

/// Compares only what is listed.
fn compare(key: &str, want: &Value, got: &Value, place: &str, out: &mut Vec<String>) {
    let id = match key {
        "criteria" | "groups" => Some("id"),
        "levels" | "met" => Some("level"),
        _ => None,
    };
    match (want, got, id) {
        (Value::Object(want), Value::Object(got), _) => {
            for (key, want) in want {
                compare(key, want, got.get(key).unwrap_or(&Value::Null), &format!("{place}.{key}"), out);
            }
        }
        (Value::Array(want), Value::Array(got), Some(id)) => {
            for want in want {
                let found = got.iter().find(|got| got[id] == want[id]).unwrap_or(&Value::Null);
                compare("", want, found, &format!("{place}[{}]", want[id]), out);
            }
        }
        (Value::Array(want), Value::Array(got), None) if key == "parts" && want.len() == got.len() => {
            for (at, (want, got)) in want.iter().zip(got).enumerate() {
                compare("", want, got, &format!("{place}[{at}]"), out);
            }
        }
        _ if want == got => {}
        _ => out.push(format!("{place}: expected {want}, got {got}")),
    }
}
