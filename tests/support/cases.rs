//! The language-neutral cases of `tests/cases`, for everything in Rust that judges them. Included by path: it belongs to no crate.

use dothi::{AssessOptions, CriteriaSet, Date, Dec};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// One case: where its file is, its set, its number in the file, the case, its data as a city file, and day, scheme and parameters.
pub type Case<'c> = (&'c Path, &'static CriteriaSet, usize, &'c Value, Value, AssessOptions);

/// Gives every case, file by file in the order of their names.
pub fn each_case(repository: &Path, mut see: impl FnMut(Case<'_>)) {
    let mut files = Vec::new();
    below(&repository.join("tests/cases"), &mut files);
    let mut sets: BTreeMap<String, &'static CriteriaSet> = BTreeMap::new();
    for path in files {
        let file: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let named = file["set"].as_str().unwrap();
        // A test runs once; what it keeps of a case may refer to the set.
        let set = *sets.entry(named.to_string()).or_insert_with(|| Box::leak(Box::new(load(repository, named))));
        for (at, case) in file["cases"].as_array().unwrap().iter().enumerate() {
            see((&path, set, at, case, data(&file, case), options(&file, case)));
        }
    }
}

fn below(folder: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() && !path.ends_with("sets") {
            below(&path, out);
        } else if path.extension().is_some_and(|ending| ending == "json") {
            out.push(path);
        }
    }
}

/// A published set by name, or one that was written for the cases.
fn load(repository: &Path, named: &str) -> CriteriaSet {
    let path =
        named.split_once('@').map_or_else(|| format!("tests/cases/{named}"), |(set, edition)| format!("criteria/{set}/{edition}.json"));
    CriteriaSet::from_json(&fs::read(repository.join(&path)).unwrap()).unwrap()
}

fn data(file: &Value, case: &Value) -> Value {
    let mut city = json!({"unit": case.get("unit").unwrap_or(&file["unit"]), "observations": []});
    for key in ["observations", "evidence", "not_applicable", "references", "published"] {
        if let Some(value) = case.get(key) {
            city[key] = value.clone();
        }
    }
    json!({"format": 1, "cities": [city]})
}

fn options(file: &Value, case: &Value) -> AssessOptions {
    let mut out = AssessOptions::new(Date::parse(file["as_of"].as_str().unwrap()).unwrap());
    if let Some(scheme) = file.get("scheme").and_then(Value::as_str) {
        out = out.with_scheme(scheme);
    }
    for parameter in case.get("parameters").and_then(Value::as_array).into_iter().flatten() {
        let level = parameter.get("level").and_then(Value::as_u64).map(|level| u32::try_from(level).unwrap());
        let value = parameter["value"].as_str().map_or_else(|| parameter["value"].to_string(), String::from);
        out = out.with_parameter(parameter["id"].as_str().unwrap(), level, Dec::parse(&value).unwrap());
    }
    out
}
