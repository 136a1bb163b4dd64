//! The corpus of `fuzz/`, without a fuzzer.

use crate::fuzzed::workbook;
use std::path::Path;

#[test]
fn workbooks_of_the_corpus() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/workbook");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 10, "{} files", files.len());
    for file in files {
        println!("{}", file.display());
        workbook(&std::fs::read(&file).unwrap());
    }
}
