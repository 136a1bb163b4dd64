//! Rows as CSV: UTF-8, comma, as RFC 4180 quotes them.

use std::io::{Result, Write};

/// Writes one row.
pub(crate) fn row<S: AsRef<str>>(out: &mut dyn Write, cells: &[S]) -> Result<()> {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.write_all(b",")?;
        }
        let cell = cell.as_ref();
        if cell.contains(['"', ',', '\n', '\r']) {
            write!(out, "\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            out.write_all(cell.as_bytes())?;
        }
    }
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn cells_with_separators_are_quoted() {
        let mut out = Vec::new();
        super::row(&mut out, &["a", "b,c", "d\"e", "f\ng"]).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "a,\"b,c\",\"d\"\"e\",\"f\ng\"\n");
    }
}
