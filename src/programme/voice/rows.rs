//! Records of a CSV that comes piece by piece, so that a file of any length costs the memory of one row.

use crate::finding::Code;
use alloc::vec;
use alloc::vec::Vec;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Most bytes of one row: longer is a quote that was never closed.
pub(super) const MOST_ROW: usize = 1 << 20;

/// Most cells of a row.
const MOST_COLUMNS: usize = 512;

/// Takes bytes, gives rows.
pub(super) struct Rows {
    reader: Reader,
    out: Vec<u8>,
    ends: Vec<usize>,
    written: usize,
    cells: usize,
    /// Row of the record at hand as a spreadsheet counts it.
    row: u32,
    /// Between two records.
    between: bool,
    /// The byte before was a carriage return that ended a row: a line feed after it is part of it.
    after_return: bool,
}

/// One row.
#[derive(Clone, Copy)]
pub(super) struct Row<'r> {
    pub(super) number: u32,
    text: &'r str,
    ends: &'r [usize],
}

impl Rows {
    pub(super) fn new(delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        let (out, ends) = (vec![0; 1024], vec![0; MOST_COLUMNS]);
        Self { reader, out, ends, written: 0, cells: 0, row: 0, between: true, after_return: false }
    }

    pub(super) fn number(&self) -> u32 {
        self.row
    }

    /// Reads on. Every row that ends in `input` is handed over.
    pub(super) fn feed(&mut self, mut input: &[u8], take: &mut dyn FnMut(Row<'_>)) -> Result<(), Code> {
        loop {
            if self.between {
                input = self.line_ends(input);
            }
            if input.is_empty() {
                return Ok(());
            }
            if core::mem::take(&mut self.between) {
                self.row = self.row.saturating_add(1);
            }
            let out = self.out.get_mut(self.written..).unwrap_or_default();
            let ends = self.ends.get_mut(self.cells..).unwrap_or_default();
            let (result, read, wrote, ended) = self.reader.read_record(input, out, ends);
            self.after_return = read.checked_sub(1).and_then(|last| input.get(last)) == Some(&b'\r');
            input = input.get(read..).unwrap_or_default();
            self.written += wrote;
            self.cells += ended;
            match result {
                ReadRecordResult::InputEmpty | ReadRecordResult::End => return Ok(()),
                ReadRecordResult::OutputFull if self.out.len() >= MOST_ROW => return Err(Code::VoiceRowTooLong),
                ReadRecordResult::OutputFull => self.out.resize(self.out.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => return Err(Code::VoiceRowTooLong),
                ReadRecordResult::Record => self.hand(take)?,
            }
        }
    }

    /// The end of the file: a last line without its end gets one; where that is taken for text, a quote is open.
    pub(super) fn finish(&mut self, take: &mut dyn FnMut(Row<'_>)) -> Result<(), Code> {
        if self.between {
            return Ok(());
        }
        self.feed(b"\n", take)?;
        if self.between { Ok(()) } else { Err(Code::CsvOpenQuote) }
    }

    fn hand(&mut self, take: &mut dyn FnMut(Row<'_>)) -> Result<(), Code> {
        let bytes = self.out.get(..self.written).unwrap_or_default();
        let text = core::str::from_utf8(bytes).map_err(|_| Code::VoiceEncoding)?;
        let ends = self.ends.get(..self.cells).unwrap_or_default();
        take(Row { number: self.row, text, ends });
        (self.written, self.cells, self.between) = (0, 0, true);
        Ok(())
    }

    /// Passes over empty lines and counts them, as a spreadsheet does.
    fn line_ends<'i>(&mut self, mut input: &'i [u8]) -> &'i [u8] {
        while let [first @ (b'\r' | b'\n'), rest @ ..] = input {
            if !(self.after_return && *first == b'\n') {
                self.row = self.row.saturating_add(1);
            }
            self.after_return = *first == b'\r';
            input = rest;
        }
        if !input.is_empty() {
            self.after_return = false;
        }
        input
    }
}

impl<'r> Row<'r> {
    pub(super) fn len(self) -> usize {
        self.ends.len()
    }

    /// A cell without the spaces around it; empty where the row has no such cell.
    pub(super) fn cell(self, at: usize) -> &'r str {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(at).and_then(|end| self.text.get(start..*end)).unwrap_or_default().trim()
    }

    pub(super) fn is_empty(self) -> bool {
        self.text.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;
    use alloc::string::String;
    use alloc::vec::Vec;

    fn rows(pieces: &[&[u8]]) -> Vec<(u32, String)> {
        let mut rows = Rows::new(b',');
        let mut out = Vec::new();
        let mut take = |row: super::Row<'_>| {
            let cells: Vec<&str> = (0..row.len()).map(|at| row.cell(at)).collect();
            out.push((row.number, cells.join("|")));
        };
        pieces.iter().for_each(|piece| rows.feed(piece, &mut take).unwrap());
        rows.finish(&mut take).unwrap();
        out
    }

    #[test]
    fn pieces_of_any_size_give_the_same_rows() {
        for ending in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "\"1\n2\", Đ ", ",", "", "\"x \"\"y\"\"\""].join(ending);
            let expected = [(1, "a|b"), (3, "1\n2|Đ"), (4, "|"), (6, "x \"y\"")];
            let expected: Vec<_> = expected.map(|(row, cells)| (row, String::from(cells))).into();
            for size in 1..text.len() {
                let pieces: Vec<&[u8]> = text.as_bytes().chunks(size).collect();
                assert_eq!(rows(&pieces), expected, "{ending:?} {size}");
            }
        }
    }
}
