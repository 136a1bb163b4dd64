//! The corpus of `fuzz/` for files of the programme, without a fuzzer.

use crate::fuzzed::{reports_csv, reports_json, round, survey};
use std::path::Path;

fn replay(target: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 10, "{} has {} files", folder.display(), files.len());
    for file in files {
        println!("{}", file.display());
        run(&std::fs::read(&file).unwrap());
    }
}

#[test]
fn reports_of_the_corpus() {
    replay("reports_json", reports_json);
    replay("reports_csv", reports_csv);
}

#[test]
fn surveys_of_the_corpus() {
    replay("survey", survey);
}

#[test]
fn rounds_of_the_corpus() {
    replay("round", round);
}
