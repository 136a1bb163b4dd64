//! Rows as CSV: UTF-8, comma, as RFC 4180 quotes them.

use dothi::{Separator, csv_line};
use std::io::{Result, Write};

/// Writes one row.
pub(crate) fn row<S: AsRef<str>>(out: &mut dyn Write, cells: &[S]) -> Result<()> {
    let mut line = String::new();
    csv_line(cells.iter().map(AsRef::as_ref), Separator::Comma, &mut line);
    out.write_all(line.as_bytes())
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
