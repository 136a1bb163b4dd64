//! Nothing in a table is passed over in silence, and nothing makes the import panic.

use super::mini::{Files, files, run};
use crate::criteria::CriteriaSet;
use crate::import::import;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use proptest::prelude::*;

/// Cells that only serve those who edit the tables.
fn is_for_editors(table: &str, column: &str) -> bool {
    column == "note" && table == "units.csv"
}

/// The small edition with one line of a table replaced.
fn with_line(table: usize, row: usize, line: &str) -> Files {
    let mut files = files();
    let mut lines: Vec<&str> = files[table].1.lines().collect();
    lines[row] = line;
    files[table].1 = lines.join("\n");
    files
}

#[test]
fn no_cell_is_passed_over_in_silence() {
    let expected = run(&files()).unwrap();
    for (table, (name, text)) in files().iter().enumerate() {
        let columns: Vec<&str> = text.lines().next().unwrap().split(',').collect();
        for (row, line) in text.lines().enumerate().skip(1) {
            for (at, column) in columns.iter().enumerate().filter(|(_, column)| !is_for_editors(name, column)) {
                let mut cells: Vec<String> = line.split(',').map(String::from).collect();
                cells[at].push('~');
                let changed = run(&with_line(table, row, &cells.join(",")));
                assert!(changed.ok().as_ref() != Some(&expected), "{name}, row {}, column {column}", row + 1);
            }
        }
    }
}

#[test]
fn no_row_is_passed_over_in_silence() {
    let expected = run(&files()).unwrap();
    for (table, (name, text)) in files().iter().enumerate() {
        for (row, line) in text.lines().enumerate().skip(1) {
            let doubled = run(&with_line(table, row, &format!("{line}\n{line}")));
            assert!(doubled.ok().as_ref() != Some(&expected), "{name}, row {} doubled", row + 1);
            let removed = run(&with_line(table, row, ""));
            assert!(removed.ok().as_ref() != Some(&expected), "{name}, row {} removed", row + 1);
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_give_findings_and_no_panic(table in 0..12usize, at in 0..2_000usize, length in 0..40usize, put in proptest::collection::vec(any::<u8>(), 0..12)) {
        let files = files();
        let mut bytes: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, text)| (*name, text.clone().into_bytes())).collect();
        let target = &mut bytes[table].1;
        let at = at.min(target.len());
        let end = (at + length).min(target.len());
        target.splice(at..end, put);
        let slices: Vec<(&str, &[u8])> = bytes.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        if let Ok(text) = import(&slices) {
            prop_assert!(CriteriaSet::from_json(text.as_bytes()).is_ok());
        }
    }
}
