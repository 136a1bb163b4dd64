//! One row of CSV as text.

use super::guard::needs_apostrophe;
use super::style::Separator;
use alloc::string::String;

/// Writes one row at the end of a text, as RFC 4180 quotes it; the row ends with a line feed.
///
/// A cell that a spreadsheet program would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return and is no number)
/// gets an apostrophe before it, which every reader of this library takes off again; so does one that begins with apostrophes and goes on
/// like that.
///
/// ```
/// let mut out = String::new();
/// dothi::csv_line(["a", "b,c", "d\"e", "-5", "- x", "=1+1"], dothi::Separator::Comma, &mut out);
/// assert_eq!(out, "a,\"b,c\",\"d\"\"e\",-5,'- x,'=1+1\n");
/// ```
pub fn csv_line<'c>(cells: impl IntoIterator<Item = &'c str>, separator: Separator, out: &mut String) {
    line(cells.into_iter().map(|cell| (needs_apostrophe(cell), cell)), separator, out);
}

/// The same with every cell as it is, for formats that programs exchange: there an apostrophe would be other data.
///
/// ```
/// let mut out = String::new();
/// dothi::csv_line_as_is(["- x", "b,c"], dothi::Separator::Comma, &mut out);
/// assert_eq!(out, "- x,\"b,c\"\n");
/// ```
pub fn csv_line_as_is<'c>(cells: impl IntoIterator<Item = &'c str>, separator: Separator, out: &mut String) {
    line(cells.into_iter().map(|cell| (false, cell)), separator, out);
}

fn line<'c>(cells: impl Iterator<Item = (bool, &'c str)>, separator: Separator, out: &mut String) {
    let sign = separator.sign();
    for (at, (apostrophe, cell)) in cells.enumerate() {
        let mark = if apostrophe { "'" } else { "" };
        if at > 0 {
            out.push(sign);
        }
        if cell.contains([sign, '"', '\n', '\r']) {
            out.push('"');
            out.push_str(mark);
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(mark);
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
