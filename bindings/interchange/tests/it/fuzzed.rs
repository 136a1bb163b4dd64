//! What is done with bytes of a stranger. The target of `fuzz/` calls it with bytes that libFuzzer makes, a test here with the files of
//! `fuzz/corpus/sdmx`.

#[path = "../../../../tests/support/said.rs"]
mod said;

use dothi::{CsvOptions, NumberStyle};
use dothi_interchange::sdmx::{read, write};
use said::said;

/// SDMX-CSV: what can be read is the same when what is carried of it is written and read again.
pub fn sdmx(bytes: &[u8]) {
    for style in [NumberStyle::Auto, NumberStyle::Vi] {
        let (file, findings) = match read(bytes, &CsvOptions::default().with_numbers(style)) {
            Ok(read) => read,
            Err(findings) => {
                said(&findings);
                continue;
            }
        };
        said(&findings);
        let (text, left_out) = write(&file);
        said(&left_out);
        let (again, _) = match read(text.as_bytes(), &CsvOptions::default().with_numbers(NumberStyle::En)) {
            Ok(read) => read,
            // Letters of a stranger may look like an old encoding once they stand in one text.
            Err(found) if found.iter().any(|finding| finding.code() == dothi::Code::LegacyEncoding) => continue,
            Err(found) => panic!("it does not read what it wrote: {found}"),
        };
        let (twice, _) = write(&again);
        assert_eq!(twice, text);
    }
}

#[cfg(test)]
#[test]
fn files_of_the_corpus() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/sdmx");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 10, "{} has {} files", folder.display(), files.len());
    files.iter().for_each(|file| sdmx(&std::fs::read(file).unwrap()));
}
