//! Records of a CSV text one by one, with the row that a spreadsheet shows for each.

use crate::finding::{Code, Finding, Place};
use alloc::vec;
use alloc::vec::Vec;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Most cells of a row; no table of ours has more than 30 columns.
const MOST_CELLS: usize = 512;

/// Walks the records; the cells of the last one read are kept.
pub(crate) struct Records<'t> {
    input: &'t [u8],
    at: usize,
    row: u32,
    reader: Reader,
    out: Vec<u8>,
    ends: Vec<usize>,
    cells: usize,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    Record,
    /// A record with far more cells than there are columns; its cells are not kept.
    TooWide,
    /// The text ends inside quotes.
    OpenQuote,
    End,
}

/// A row that cannot be read.
pub(crate) struct BadRow {
    pub(crate) finding: Finding,
    /// The rows below it can.
    pub(crate) goes_on: bool,
}

/// The cells of one record.
#[derive(Clone, Copy)]
pub(crate) struct Record<'r> {
    pub(crate) row: u32,
    out: &'r [u8],
    ends: &'r [usize],
}

impl<'t> Records<'t> {
    pub(crate) fn new(text: &'t str, delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { input: text.as_bytes(), at: 0, row: 0, reader, out: vec![0; 1024], ends: vec![0; MOST_CELLS], cells: 0 }
    }

    /// Row of the record at hand, the first row of the file being 1. Empty lines count, as they do in a spreadsheet.
    pub(crate) fn row(&self) -> u32 {
        self.row
    }

    pub(crate) fn record(&self) -> Record<'_> {
        Record { row: self.row, out: &self.out, ends: self.ends.get(..self.cells).unwrap_or_default() }
    }

    pub(crate) fn next(&mut self) -> Next {
        // The CSV reader would pass over empty lines without counting them.
        while let Some(length) = line_end(self.rest()) {
            self.at += length;
            self.row += 1;
        }
        self.cells = 0;
        if self.rest().is_empty() {
            return Next::End;
        }
        self.row += 1;
        let (mut written, mut too_wide) = (0, false);
        loop {
            // A last line without its end gets one; where that is taken for text, a quote is open.
            let at_end = self.at >= self.input.len();
            let input = if at_end { b"\n" } else { self.input.get(self.at..).unwrap_or_default() };
            let out = self.out.get_mut(written..).unwrap_or_default();
            let ends = self.ends.get_mut(self.cells..).unwrap_or_default();
            let (result, read, wrote, ended) = self.reader.read_record(input, out, ends);
            self.at += if at_end { 0 } else { read };
            written += wrote;
            self.cells += ended;
            match result {
                ReadRecordResult::InputEmpty if at_end => return Next::OpenQuote,
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.out.resize(self.out.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => (written, self.cells, too_wide) = (0, 0, true),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Next::End,
            }
        }
        let ended_by_return = self.at.checked_sub(1).and_then(|last| self.input.get(last)) == Some(&b'\r');
        if ended_by_return && self.rest().first() == Some(&b'\n') {
            self.at += 1;
        }
        if too_wide {
            self.cells = 0;
            return Next::TooWide;
        }
        Next::Record
    }

    /// The next record, or what is wrong with the row; none at the end of the text. `most`: how many rows are read.
    pub(crate) fn next_row(&mut self, most: u32) -> Option<Result<Record<'_>, BadRow>> {
        let next = self.next();
        let code = match next {
            Next::End => return None,
            _ if self.row > most => Code::CsvTooManyRows,
            Next::OpenQuote => Code::CsvOpenQuote,
            Next::TooWide => Code::CsvCellWithoutColumn,
            Next::Record => return Some(Ok(self.record())),
        };
        let finding = Finding::new(code, Place::cell("", self.row, "")).with("most", most).with("value", "…");
        Some(Err(BadRow { finding, goes_on: code == Code::CsvCellWithoutColumn }))
    }

    fn rest(&self) -> &[u8] {
        self.input.get(self.at..).unwrap_or_default()
    }
}

impl<'r> Record<'r> {
    pub(crate) fn len(self) -> usize {
        self.ends.len()
    }

    /// The text of a cell: without the spaces around it and the apostrophe that keeps it from being a formula; empty where the record has no
    /// such cell.
    pub(crate) fn cell(self, at: usize) -> &'r str {
        crate::city::csv_text(self.raw(at).trim())
    }

    /// A cell as it stands.
    pub(crate) fn raw(self, at: usize) -> &'r str {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let bytes = self.ends.get(at).and_then(|end| self.out.get(start..*end)).unwrap_or_default();
        // Cells are cut at ASCII characters of a valid text, hence valid.
        core::str::from_utf8(bytes).unwrap_or_default()
    }
}

fn line_end(rest: &[u8]) -> Option<usize> {
    match rest {
        [b'\r', b'\n', ..] => Some(2),
        [b'\r' | b'\n', ..] => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Next, Records};
    use alloc::string::String;
    use alloc::vec::Vec;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut records = Records::new(text, b',');
        let mut out = Vec::new();
        while records.next() == Next::Record {
            let record = records.record();
            out.push((record.row, (0..record.len()).map(|i| record.cell(i).into()).collect()));
        }
        out
    }

    fn last(text: &str) -> Next {
        let mut records = Records::new(text, b',');
        loop {
            match records.next() {
                Next::Record => {}
                other => return other,
            }
        }
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_shows_them() {
        for ending in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "\"1\n2\", c ", ",", "", "\"x \"\"y\"\"\""].join(ending);
            let found = rows(&text);
            let shown: Vec<_> = found.iter().map(|(row, cells)| (*row, cells.join("|"))).collect();
            let expected = [(1, "a|b"), (3, "1\n2|c"), (4, "|"), (6, "x \"y\"")];
            assert_eq!(shown, expected.map(|(row, cells)| (row, String::from(cells))), "{ending:?}");
        }
    }

    #[test]
    fn an_open_quote_is_noticed_and_a_closed_one_is_not() {
        for text in ["a\n\"b", "a\n\"b\n", "a,\"b\"\"\n", "\""] {
            assert_eq!(last(text), Next::OpenQuote, "{text:?}");
        }
        for (text, row) in [("a\n\"b", 2), ("a\n\n\"b\n", 3), ("a,\"b\"\"\n", 1), ("\"", 1)] {
            let mut records = Records::new(text, b',');
            while records.next() == Next::Record {}
            assert_eq!(records.row(), row, "{text:?}");
        }
        for text in ["", "a", "a\n", "a,\"b\"", "a,\"b\"\n", "a,", "a\n\n\n", "5\" x", "\"b\n\"\n"] {
            assert_eq!(last(text), Next::End, "{text:?}");
        }
    }

    #[test]
    fn a_hostile_row_costs_bounded_memory() {
        assert_eq!(last(&",".repeat(1_000_000)), Next::TooWide);
        let mut records = Records::new("\"", b',');
        assert_eq!(records.next(), Next::OpenQuote);
        let long = "x".repeat(1_000_000);
        assert_eq!(rows(&long)[0].1[0].len(), 1_000_000);
        let letters = "đ".repeat(100_000);
        assert_eq!(rows(&letters)[0].1, [letters]);
    }
}
