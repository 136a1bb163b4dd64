//! The corpus of `fuzz/`, without a fuzzer: what was found once is found again, on every toolchain.

use crate::fuzzed::{city_csv, city_json, criteria, record, tables};
use std::fs;
use std::path::Path;

fn replay(target: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 10, "{} has {} files", folder.display(), files.len());
    for file in files {
        println!("{}", file.display());
        run(&fs::read(&file).unwrap());
    }
}

#[test]
fn criteria_files_of_the_corpus() {
    replay("criteria", criteria);
}

#[test]
fn city_json_of_the_corpus() {
    replay("city_json", city_json);
}

#[test]
fn city_csv_of_the_corpus() {
    replay("city_csv", city_csv);
}

#[test]
fn tables_of_the_corpus() {
    replay("tables", tables);
}

#[test]
fn records_of_the_corpus() {
    replay("record", record);
}
