//! One row of CSV as text.

use super::style::Separator;
use alloc::string::String;

/// Writes one row at the end of a text, as RFC 4180 quotes it; the row ends with a line feed.
///
/// ```
/// let mut out = String::new();
/// dothi::csv_line(["a", "b,c", "d\"e"], dothi::Separator::Comma, &mut out);
/// assert_eq!(out, "a,\"b,c\",\"d\"\"e\"\n");
/// ```
pub fn csv_line<'c>(cells: impl IntoIterator<Item = &'c str>, separator: Separator, out: &mut String) {
    let sign = separator.sign();
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(sign);
        }
        if cell.contains([sign, '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push('\n');
}

/// A table as CSV: comma, the names of the columns first.
#[cfg(any(feature = "panel", feature = "programme"))]
pub(crate) fn csv_table<C: AsRef<str>>(columns: &[C], rows: impl IntoIterator<Item = impl AsRef<[String]>>) -> String {
    let mut out = String::new();
    csv_line(columns.iter().map(C::as_ref), Separator::Comma, &mut out);
    for row in rows {
        csv_line(row.as_ref().iter().map(String::as_str), Separator::Comma, &mut out);
    }
    out
}
