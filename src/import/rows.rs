//! Rows of a CSV text, numbered as a spreadsheet numbers them: a row with line breaks in a cell is one, empty lines count.

use alloc::string::String;
use alloc::vec::Vec;
use csv_core::{ReadFieldResult, Reader};

pub(super) struct Rows<'t> {
    rest: &'t [u8],
    last: u8,
    number: u32,
    reader: Reader,
}

#[derive(Debug, PartialEq)]
pub(super) enum Next {
    Row(u32, Vec<String>),
    /// The text ends inside quotes that this row opened.
    OpenQuote(u32),
    End,
}

impl<'t> Rows<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { rest: text.as_bytes(), last: b'\n', number: 0, reader: Reader::new() }
    }

    pub(super) fn next(&mut self) -> Next {
        self.pass_line_ends();
        if self.rest.is_empty() {
            return Next::End;
        }
        self.number += 1;
        let mut cells = Vec::new();
        loop {
            let Some((cell, is_last)) = self.cell() else { return Next::OpenQuote(self.number) };
            cells.push(cell);
            if is_last {
                return Next::Row(self.number, cells);
            }
        }
    }

    /// The CSV reader passes over empty lines without counting them.
    fn pass_line_ends(&mut self) {
        while let [first @ (b'\r' | b'\n'), after @ ..] = self.rest {
            let belongs_to_the_row_before = self.last == b'\r' && *first == b'\n';
            let is_empty_line = !belongs_to_the_row_before;
            (self.rest, self.last) = (after, *first);
            self.number += u32::from(is_empty_line);
        }
    }

    /// The next cell, and whether it is the last of its row; `None` when the text ends inside quotes.
    fn cell(&mut self) -> Option<(String, bool)> {
        let mut cell = Vec::new();
        let mut buffer = [0; 1024];
        loop {
            // After the end of the text a line end closes the cell, unless it stands inside quotes.
            let is_over = self.rest.is_empty();
            let input = if is_over { b"\n" } else { self.rest };
            let (result, read, wrote) = self.reader.read_field(input, &mut buffer);
            cell.extend_from_slice(buffer.get(..wrote).unwrap_or_default());
            if !is_over && let Some((taken, rest)) = self.rest.split_at_checked(read) {
                self.last = taken.last().copied().unwrap_or(self.last);
                self.rest = rest;
            }
            match result {
                ReadFieldResult::InputEmpty if is_over => return None,
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
                // Line ends inside a cell are the same text whichever way the file was saved.
                ReadFieldResult::Field { record_end } => return Some((text(cell).replace("\r\n", "\n"), record_end)),
                ReadFieldResult::End => return Some((text(cell), true)),
            }
        }
    }
}

/// Cells are cut at ASCII characters of a valid text, hence valid.
fn text(cell: Vec<u8>) -> String {
    String::from_utf8(cell).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Next, Rows};
    use alloc::string::String;
    use alloc::vec::Vec;

    fn all(text: &str) -> (Vec<(u32, String)>, Next) {
        let mut rows = Rows::new(text);
        let mut out = Vec::new();
        loop {
            match rows.next() {
                Next::Row(number, cells) => out.push((number, cells.join("|"))),
                end => return (out, end),
            }
        }
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
        for ending in ["\n", "\r\n"] {
            let text = ["a,b", "", "\"1", "2\",c", ",", "", "\"x \"\"y\"\"\",đ"].join(ending);
            let expected = [(1, "a|b"), (3, "1\n2|c"), (4, "|"), (6, "x \"y\"|đ")];
            assert_eq!(all(&text).0, expected.map(|(number, cells)| (number, String::from(cells))), "{ending:?}");
        }
    }

    #[test]
    fn an_open_quote_is_told_from_a_closed_one() {
        for (text, row) in [("a\n\"b", 2), ("a\n\n\"b\n", 3), ("a,\"b\"\"\n", 1), ("\"", 1)] {
            assert_eq!(all(text).1, Next::OpenQuote(row), "{text:?}");
        }
        for text in ["", "a", "a\n", "a,\"b\"", "a,\"b\"\n", "a,", "a\n\n\n", "5\" x", "\"b\n\"\n"] {
            assert_eq!(all(text).1, Next::End, "{text:?}");
        }
    }

    #[test]
    fn a_long_cell_is_read_whole() {
        let long = "đ".repeat(100_000);
        assert_eq!(all(&long).0, [(1, long)]);
    }
}
