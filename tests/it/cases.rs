//! The language-neutral cases of `tests/cases/`: judged by the library, compared exactly with what each case expects.

use dothi::{AssessOptions, Assessment, CityFile, CriteriaSet, Date, Dec, Findings, NodePossibility, Possibility, View};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

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
    let (bytes, options) = (city_of(file, case), options_of(file, case));
    let expect = &case["expect"];
    let loaded = match CityFile::from_json(&bytes) {
        Ok((cities, _)) => cities,
        Err(findings) => return compare_errors(expect, &findings),
    };
    match set.assess(&loaded.cities[0], &options) {
        Err(findings) => compare_errors(expect, &findings),
        Ok(assessment) if expect.get("errors").is_some() => {
            vec![format!("expected errors {}, got a result with {}", expect["errors"], assessment.findings())]
        }
        Ok(assessment) => compare_result(expect, &assessment),
    }
}

fn decimal(value: &Value) -> Dec {
    let text = value.as_str().map_or_else(|| value.to_string(), String::from);
    Dec::parse(&text).unwrap()
}

fn compare_errors(expect: &Value, findings: &Findings) -> Vec<String> {
    let Some(expected) = expect.get("errors").and_then(Value::as_array) else {
        return vec![format!("refused: {findings}")];
    };
    let mut want: Vec<String> = expected.iter().map(|e| e["code"].as_str().unwrap().into()).collect();
    let errors: Vec<_> = findings.iter().filter(|f| f.severity() == dothi::Severity::Error).collect();
    let mut got: Vec<String> = errors.iter().map(|f| f.code().as_str().into()).collect();
    want.sort();
    got.sort();
    if want != got {
        return vec![format!("errors: expected {want:?}, got {got:?}\n{findings}")];
    }
    let is_there = |e: &&Value| {
        let place = e.get("pointer").map(|p| format!("/cities/0{}", p.as_str().unwrap()));
        place.is_none_or(|p| errors.iter().any(|f| e["code"] == f.code().as_str() && f.place().text(dothi::Lang::En) == p))
    };
    expected.iter().filter(|e| !is_there(e)).map(|e| format!("not at its place: {e}\n{findings}")).collect()
}

fn compare_result(expect: &Value, assessment: &Assessment<'_>) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(view) = expect.get("self_assessed") {
        compare_view("self_assessed", view, assessment.self_assessed(), &mut out);
    }
    match (expect.get("verified"), assessment.verified()) {
        (None, _) | (Some(Value::Null), None) => {}
        (Some(Value::Null), Some(_)) => out.push("verified: expected none".into()),
        (Some(_), None) => out.push("verified: there is none".into()),
        (Some(view), Some(got)) => compare_view("verified", view, got, &mut out),
    }
    if let Some(codes) = expect.get("findings") {
        let got: Vec<&str> = assessment.findings().iter().map(|f| f.code().as_str()).collect();
        same("findings", codes, &json!(got), &mut out);
    }
    out
}

fn same(what: &str, want: &Value, got: &Value, out: &mut Vec<String>) {
    if want != got {
        out.push(format!("{what}: expected {want}, got {got}"));
    }
}

/// Compares only what is listed.
fn listed(what: &str, want: &Value, got: &Value, out: &mut Vec<String>) {
    for (key, value) in want.as_object().unwrap() {
        same(&format!("{what}.{key}"), value, got.get(key).unwrap_or(&Value::Null), out);
    }
}

fn compare_view(what: &str, want: &Value, view: &View<'_>, out: &mut Vec<String>) {
    for (key, value) in want.as_object().unwrap() {
        let what = format!("{what}.{key}");
        match key.as_str() {
            "level" => same(&what, value, &json!(view.level.reached), out),
            "level_range" => same(&what, value, &json!(view.level.undecided.map(|r| json!({"low": r.low, "high": r.high}))), out),
            "refused" => {
                let got: Vec<&str> = view.level.refused.iter().map(|r| r.condition).collect();
                same(&what, value, &json!(got), out);
            }
            "score" => same(&what, value, &json!(view.score.map(|s| s.value.to_string())), out),
            "score_range" => {
                let range = view.score_range.map(|r| json!({"low": r.low.to_string(), "high": r.high.to_string()}));
                same(&what, value, &json!(range), out);
            }
            "range" => same(&what, value, &json!(view.range.map(|r| json!({"low": r.low, "high": r.high}))), out),
            "levels" => {
                for level in value.as_array().unwrap() {
                    let got = view.levels.iter().find(|l| json!(l.level.level) == level["level"]);
                    same(&format!("{what}[{}].reached", level["level"]), &level["reached"], &json!(got.map(|l| l.reached)), out);
                }
            }
            "criteria" => {
                for criterion in value.as_array().unwrap() {
                    let id = criterion["id"].as_str().unwrap();
                    let got = view.criteria.iter().find(|c| c.criterion.id == id);
                    match got {
                        Some(got) => compare_criterion(id, criterion, got, out),
                        None => out.push(format!("{what}: no {id}")),
                    }
                }
            }
            "groups" => {
                for group in value.as_array().unwrap() {
                    let id = group["id"].as_str().unwrap();
                    let got = view.groups.iter().find(|g| g.group.map_or("root", |g| g.id.as_str()) == id);
                    match got {
                        Some(got) => compare_group(id, group, got, out),
                        None => out.push(format!("{what}: no {id}")),
                    }
                }
            }
            _ => out.push(format!("{what}: the runner does not know this key")),
        }
    }
}

fn compare_criterion(id: &str, want: &Value, got: &dothi::CriterionResult<'_>, out: &mut Vec<String>) {
    let levels = |got: &dothi::LevelAnswer<'_>| {
        let threshold = got.threshold().map(|(_, value)| match value {
            dothi::ThresholdValue::Number(n) => n.to_string(),
            _ => "yes".into(),
        });
        json!({"level": got.level, "outcome": got.outcome.as_str(), "threshold": threshold})
    };
    for (key, value) in want.as_object().unwrap() {
        let what = format!("{id}.{key}");
        let text = |d: Option<Dec>| json!(d.map(|d| d.to_string()));
        match key.as_str() {
            "id" => {}
            "outcome" => same(&what, value, &json!(got.outcome.as_str()), out),
            "met_level" => same(&what, value, &json!(got.low.is_none().then_some(got.met_level)), out),
            "value" => same(&what, value, &value_or_answer(got.value, got.answer), out),
            "low" => compare_possibility(&what, value, got.low, out),
            "high" => compare_possibility(&what, value, got.high, out),
            "change" => {
                let change = got.change.map(|c| {
                    let base = value_or_answer(c.base_value, c.base_answer);
                    json!({"base_value": base, "difference": c.difference.map(|d| d.to_string())})
                });
                match (value.as_object(), change) {
                    (Some(_), Some(change)) => listed(&what, value, &change, out),
                    (_, change) => same(&what, value, &json!(change), out),
                }
            }
            "parts" => {
                let parts = value.as_array().unwrap();
                if parts.len() != got.parts.len() {
                    out.push(format!("{what}: expected {} parts, got {}", parts.len(), got.parts.len()));
                }
                for (k, (part, got)) in parts.iter().zip(&got.parts).enumerate() {
                    let found = json!({
                        "data_point": got.data_point.id, "outcome": got.outcome.as_str(), "value": value_or_answer(got.value, got.answer),
                        "points": got.points.map(|p| p.to_string()),
                    });
                    listed(&format!("{what}[{k}]"), part, &found, out);
                }
            }
            "share" => same(&what, value, &text(got.share), out),
            "points" => same(&what, value, &text(got.points), out),
            "flags" => same(&what, value, &json!(got.flags), out),
            "sample_to_settle" => same(&what, value, &text(got.survey.and_then(|s| s.sample_to_settle)), out),
            "interval" => {
                let interval = got.survey.and_then(|s| s.interval);
                let shown = interval.map(|(low, high)| json!({"low": low.to_string(), "high": high.to_string()}));
                same(&what, value, &json!(shown), out);
            }
            "levels" => {
                for level in value.as_array().unwrap() {
                    let found = got.levels.iter().find(|l| json!(l.level) == level["level"]);
                    let found = found.map_or(Value::Null, levels);
                    listed(&format!("{what}[{}]", level["level"]), level, &found, out);
                }
            }
            _ => out.push(format!("{what}: the runner does not know this key")),
        }
    }
}

fn value_or_answer(value: Option<Dec>, answer: Option<bool>) -> Value {
    let answer = answer.map(|a| if a { "yes" } else { "no" });
    value.map_or(json!(answer), |v| json!(v.to_string()))
}

fn compare_possibility(what: &str, want: &Value, got: Option<Possibility>, out: &mut Vec<String>) {
    let got = got.map(|p| {
        let text = |d: Option<Dec>| d.map(|d| d.to_string());
        json!({"outcome": p.outcome.as_str(), "met_level": p.met_level, "points": text(p.points), "share": text(p.share)})
    });
    match (want.as_object(), got) {
        (Some(_), Some(got)) => listed(what, want, &got, out),
        (_, got) => same(what, want, &json!(got), out),
    }
}

fn compare_node(what: &str, want: &Value, got: Option<NodePossibility<'_>>, out: &mut Vec<String>) {
    let got = got.map(|p| {
        let text = |d: Option<Dec>| d.map(|d| d.to_string());
        json!({"value": text(p.value), "share": text(p.share), "band": text(p.band.map(|b| b.at_least))})
    });
    match (want.as_object(), got) {
        (Some(_), Some(got)) => listed(what, want, &got, out),
        (_, got) => same(what, want, &json!(got), out),
    }
}

fn compare_group(id: &str, want: &Value, got: &dothi::GroupResult<'_>, out: &mut Vec<String>) {
    for (key, value) in want.as_object().unwrap() {
        let what = format!("{id}.{key}");
        let text = |d: Option<Dec>| json!(d.map(|d| d.to_string()));
        match key.as_str() {
            "id" => {}
            "value" => same(&what, value, &text(got.value), out),
            "share" => same(&what, value, &text(got.share), out),
            "band" => same(&what, value, &text(got.band.map(|band| band.at_least)), out),
            "low" => compare_node(&what, value, got.low, out),
            "high" => compare_node(&what, value, got.high, out),
            "met" => {
                for tally in value.as_array().unwrap() {
                    let found = got.tallies.iter().find(|t| json!(t.level) == tally["level"]);
                    let found = found.map(|t| json!({"level": t.level, "met": t.met, "met_high": t.met_high, "asked": t.asked}));
                    listed(&format!("{what}[{}]", tally["level"]), tally, &json!(found), out);
                }
            }
            _ => out.push(format!("{what}: the runner does not know this key")),
        }
    }
}
