//! What a spreadsheet program makes of a table.

use dothi::{Separator, csv_rows};

/// The first cell that is run as a formula; numbers below zero are none.
pub fn run(table: &str, separator: Separator) -> Option<String> {
    let mut found = None;
    csv_rows(table.as_bytes(), separator, 100_000, &mut |_, row| {
        found = found.take().or_else(|| row.iter().find(|cell| runs(cell)).map(|cell| String::from(*cell)));
    })
    .unwrap();
    found
}

fn runs(cell: &str) -> bool {
    let is_number = || cell.strip_prefix('-').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b','));
    cell.starts_with(['=', '+', '@']) || (cell.starts_with('-') && !is_number())
}
