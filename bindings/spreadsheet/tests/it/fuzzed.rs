//! What is done with bytes of a stranger. The target of `fuzz/` calls it with bytes that libFuzzer makes, `replay.rs` with the
//! files of `fuzz/corpus/workbook`.

use dothi::{CityFile, Findings, Lang};
use dothi_spreadsheet::{ReadOptions, is_workbook, read, write_table};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A workbook as it is, or its parts as text (`=== name`, then the part): a fuzzer would not get past the checksums of a zip.
pub fn workbook(bytes: &[u8]) {
    if is_workbook(bytes) {
        return exercise(bytes);
    }
    if let Some(packed) = packed(bytes) {
        exercise(&packed);
    }
}

/// What can be read is the same when it is written and read again.
fn exercise(bytes: &[u8]) {
    let (file, findings) = match read(bytes, &ReadOptions::default()) {
        Ok(read) => read,
        Err(findings) => return said(&findings),
    };
    said(&findings);
    // A cell of a workbook holds less text than city data may.
    let Ok(written) = write_table(&file, Lang::Vi) else { return };
    let (back, _) = read(&written, &ReadOptions::default()).unwrap_or_else(|e| panic!("it does not read what it wrote: {e}"));
    let facts = |file: &CityFile| file.cities.iter().map(dothi::CityData::canonical_json).collect::<Vec<_>>();
    assert_eq!(facts(&back), facts(&file));
}

fn said(findings: &Findings) {
    for finding in findings.iter().take(100) {
        for lang in [Lang::Vi, Lang::En] {
            let message = finding.message(lang);
            assert!(!message.trim().is_empty() && message.chars().count() < 2_000 && !message.chars().any(char::is_control), "{message:?}");
        }
    }
}

/// The parts of a text in a zip; none where a zip cannot hold them.
fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Some(name) = line.strip_prefix(b"=== ") {
            let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
            out.start_file(String::from_utf8_lossy(name).trim(), stored).ok()?;
        } else {
            out.write_all(line).ok()?;
        }
    }
    Some(out.finish().ok()?.into_inner())
}
