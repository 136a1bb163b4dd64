//! The language-neutral cases of `tests/cases/`: judged by the library, compared exactly with what each case expects.

use dothi::CityFile;
use serde_json::Value;
use std::path::Path;

#[path = "../../examples/conform/answer.rs"]
mod answer;
#[path = "../support/cases.rs"]
mod read;

pub fn each_case(see: impl FnMut(read::Case<'_>)) {
    read::each_case(Path::new(env!("CARGO_MANIFEST_DIR")), see);
}

#[test]
fn every_case_gets_exactly_what_it_expects() {
    let (mut passed, mut failures) = (0, Vec::new());
    each_case(|(path, set, _, case, data, options)| {
        let read = CityFile::from_json(&serde_json::to_vec(&data).unwrap());
        let answer = read.and_then(|(cities, _)| Ok(answer::result(&set.assess(&cities.cities[0], &options)?)));
        let differences = differences(&case["expect"], &answer.unwrap_or_else(|findings| answer::errors(&findings)));
        if differences.is_empty() {
            passed += 1;
        } else {
            failures.push(format!("{}: {}\n  why: {}\n  {}", path.display(), case["name"], case["why"], differences.join("\n  ")));
        }
    });
    assert!(failures.is_empty(), "{} of {} cases differ:\n{}", failures.len(), passed + failures.len(), failures.join("\n"));
    assert!(passed > 100, "only {passed} cases were found");
    println!("{passed} cases agree");
}

#[test]
fn what_both_views_say_is_found_again_where_it_is_told_once() {
    fn put_back(node: &mut Value, other: &Value) -> usize {
        let Some(children) = node.get_mut("children").and_then(Value::as_array_mut) else { return 0 };
        let mut back = 0;
        for (child, other) in children.iter_mut().zip(other["children"].as_array().unwrap()) {
            if child.as_object().unwrap().is_empty() {
                *child = other.clone();
                back += 1;
            } else {
                back += put_back(child, other);
            }
        }
        back
    }
    let (mut back, mut changed) = (0, 0);
    each_case(|(_, set, _, _, data, options)| {
        let Ok((cities, _)) = CityFile::from_json(&serde_json::to_vec(&data).unwrap()) else { return };
        let Ok(assessment) = set.assess(&cities.cities[0], &options) else { return };
        if assessment.verified().is_none() {
            return;
        }
        let mut once: Value = serde_json::from_str(&assessment.to_json_once()).unwrap();
        let first = once["self_assessed"]["tree"].clone();
        let tree = &mut once["verified"]["tree"];
        back += put_back(tree, &first);
        changed += usize::from(*tree != first);
        let full: Value = serde_json::from_str(&assessment.to_canonical_json()).unwrap();
        assert_eq!(once, full);
    });
    assert!(back > 1_000 && changed > 50, "{back} criteria were left out, {changed} places differ by view");
}

/// The place itself, or the entry that it lies in.
fn is_place(expected: &Value, answered: &Value) -> bool {
    let (expected, answered) = (expected.as_str().unwrap(), answered.as_str().unwrap());
    answered.matches('/').count() > 1 && format!("{expected}/").starts_with(&format!("{answered}/"))
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
