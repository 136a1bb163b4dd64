//! The rows of any CSV text as they stand, for readers of formats whose columns are not ours.

use super::decode::decode;
use super::style::Separator;
use crate::finding::Findings;
use crate::records::Records;
use alloc::vec::Vec;

/// Walks the rows of a CSV text, the header first: each with its row as a spreadsheet counts it and its cells without the spaces
/// around them, apostrophes of [`csv_line`](super::csv_line) included. Bytes, old encodings, open quotes and too wide rows are checked as by [`CityFile::from_csv`](super::CityFile::from_csv);
/// what the cells mean is left to the caller.
///
/// # Errors
/// Every finding at once. After too many rows or an open quote nothing more is read.
///
/// ```
/// let mut cells = Vec::new();
/// let text = "REF_AREA,OBS_VALUE\n01,\"1,5\"\n";
/// dothi::csv_rows(text.as_bytes(), dothi::Separator::Comma, 10, &mut |row, found| {
///     cells.push((row, found.join("|")));
/// })
/// .unwrap();
/// assert_eq!(cells, [(1, "REF_AREA|OBS_VALUE".into()), (2, "01|1,5".into())]);
/// ```
pub fn csv_rows(bytes: &[u8], separator: Separator, most_rows: u32, row: &mut dyn FnMut(u32, &[&str])) -> Result<(), Findings> {
    let mut findings = Findings::default();
    match decode(bytes) {
        Ok(text) => {
            let sign = u8::try_from(separator.sign()).unwrap_or(b',');
            walk(&text, sign, most_rows, row, &mut findings);
        }
        Err(finding) => findings.push(finding),
    }
    if findings.has_errors() { Err(findings) } else { Ok(()) }
}

fn walk(text: &str, separator: u8, most_rows: u32, row: &mut dyn FnMut(u32, &[&str]), findings: &mut Findings) {
    let mut records = Records::new(text, separator);
    while let Some(next) = records.next_row(most_rows) {
        match next {
            Ok(record) => {
                let cells: Vec<&str> = (0..record.len()).map(|at| record.raw(at).trim()).collect();
                row(record.row, &cells);
            }
            Err(bad) => {
                findings.push(bad.finding);
                if !bad.goes_on {
                    return;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::csv_rows;
    use crate::city::Separator;
    use crate::finding::Code;
    use alloc::vec::Vec;

    fn codes(text: &str, most: u32) -> Vec<Code> {
        let found = csv_rows(text.as_bytes(), Separator::Semicolon, most, &mut |_, _| {});
        found.err().map(|found| found.iter().map(|f| f.code()).collect()).unwrap_or_default()
    }

    #[test]
    fn only_what_breaks_the_text_is_a_fault() {
        assert_eq!(codes("a;b\n1;2;3\n", 2), []);
        assert_eq!(codes("a;b\n1;2\n3;4\n", 2), [Code::CsvTooManyRows]);
        assert_eq!(codes("a;b\n\"1;2\n", 9), [Code::CsvOpenQuote]);
        let wide = ";".repeat(600);
        assert_eq!(codes(&alloc::format!("a\n{wide}\n{wide}\n1\n"), 9), [Code::CsvCellWithoutColumn, Code::CsvCellWithoutColumn]);
        assert_eq!(codes("PK\u{3}\u{4}", 9), [Code::CsvWorkbook]);
    }
}
