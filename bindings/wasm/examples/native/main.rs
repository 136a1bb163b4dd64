//! What the library makes of cases and examples without WebAssembly, to hold the package against.
//!
//! `native results FOLDER` writes the results of every case and example, one JSON document a line, the documents of the programme, and workbooks;
//! `native times` prints how long the parts of an assessment take, in microseconds.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a tool for tests: what is missing stops it")]

use dothi::{AssessOptions, CityFile, CriteriaSet, Date};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

#[path = "../../../../tests/support/cases.rs"]
mod cases;
mod panel;
mod programme;
mod workbooks;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["results", folder] => results(Path::new(folder)),
        ["times"] => times(),
        _ => eprintln!("usage: native results FOLDER | native times"),
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn set_of(reference: &str) -> CriteriaSet {
    CriteriaSet::from_json(&fs::read(root().join(format!("criteria/{}.json", reference.replace('@', "/")))).unwrap()).unwrap()
}

/// The canonical result, or what is wrong.
fn judged(set: &CriteriaSet, city: &Value, options: &AssessOptions) -> String {
    let bytes = serde_json::to_vec(&json!({"format": 1, "cities": [city]})).unwrap();
    let read = CityFile::from_json(&bytes);
    let judged = read.and_then(|(file, _)| set.assess(&file.cities[0], options).map(|assessment| assessment.to_canonical_json()));
    judged.unwrap_or_else(|findings| format!("{{\"refused\":{}}}", serde_json::to_string(&findings).unwrap()))
}

/// One case of so many has its record written.
const RECORDED: usize = 20;

/// The record of a case, or an empty line when it is refused.
fn recorded(set: &CriteriaSet, city: &Value, options: &AssessOptions) -> String {
    let bytes = serde_json::to_vec(&json!({"format": 1, "cities": [city]})).unwrap();
    let read = CityFile::from_json(&bytes);
    let record = read.and_then(|(file, _)| set.assess(&file.cities[0], options).and_then(|assessment| assessment.record(None)));
    record.map(|record| record.to_canonical_json()).unwrap_or_default()
}

fn results(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let (mut lines, mut records) = (String::new(), String::new());
    cases::each_case(&root(), |(_, set, at, _, data, options)| {
        let city = &data["cities"][0];
        lines += &judged(set, city, &options);
        lines += "\n";
        if at % RECORDED == 0 {
            records += &recorded(set, city, &options);
            records += "\n";
        }
    });
    fs::write(folder.join("cases.jsonl"), lines).unwrap();
    fs::write(folder.join("records.jsonl"), records).unwrap();
    let mut lines = String::new();
    for (reference, path) in EXAMPLES {
        let set = set_of(reference);
        for city in read(&root().join(path))["cities"].as_array().unwrap() {
            lines += &judged(&set, city, &as_of("2026-11-21"));
            lines += "\n";
        }
    }
    fs::write(folder.join("examples.jsonl"), lines).unwrap();
    fs::write(folder.join("panels.jsonl"), panel::panels()).unwrap();
    fs::write(folder.join("table.jsonl"), panel::table()).unwrap();
    workbooks::write(&folder.join("workbooks"));
    programme::write(&folder.join("programme"), &|name| fs::read(root().join("examples").join(name)).unwrap());
}

/// Each example with the sets it is made for.
const EXAMPLES: &[(&str, &str)] = &[("dti-922@2022-u1", "examples/dti-922-2022.json"), ("vn-ssc@2026-u1", "examples/vi-du.json")];

fn as_of(day: &str) -> AssessOptions {
    AssessOptions::new(Date::parse(day).unwrap())
}

/// The parts of an assessment as a page goes through them; the same lines as test/times.mjs prints of the package.
fn times() {
    let set_bytes = fs::read(root().join("criteria/vn-ssc/2026-u1.json")).unwrap();
    let only = serde_json::to_vec(&json!({"format": 1, "cities": [read(&root().join("examples/vi-du.json"))["cities"][0]]})).unwrap();
    let options = as_of("2026-11-21");
    let start = Instant::now();
    let set = CriteriaSet::from_json(&set_bytes).unwrap();
    let first = || {
        let (file, _) = CityFile::from_json(&only).unwrap();
        set.assess(&file.cities[0], &options).unwrap().to_canonical_json()
    };
    let length = first().len();
    println!("{:>10.0}  first: set and one assessment ({length} bytes)", micros(start));
    print("criteria set, read and checked", 15, || CriteriaSet::from_json(&set_bytes).unwrap().criteria().len());
    print("assessment: data text to result text", 101, || first().len());
    panel::times(|what, times, run| print(what, times, run));
}

fn micros(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e6
}

fn print(what: &str, times: usize, mut run: impl FnMut() -> usize) {
    for _ in 0..times {
        std::hint::black_box(run());
    }
    let mut all: Vec<f64> = (0..times)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(run());
            micros(start)
        })
        .collect();
    all.sort_by(f64::total_cmp);
    println!("{:>10.0}  {what}, fastest of {times}", all[0]);
    println!("{:>10.0}  {what}, median", all[times / 2]);
}
