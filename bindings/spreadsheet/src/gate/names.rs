//! Names of cells and ranges: `B7`, `A1:F12`.

/// Most rows of a sheet.
pub(super) const ROWS: u32 = 1_048_576;
/// Most columns of a sheet.
pub(super) const COLUMNS: u32 = 16_384;

/// A cell as (row, column), both from 1.
pub(super) fn cell(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let (letters, digits) = name.split_at(letters);
    let column = letters.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((row(digits)?, Some(column).filter(|column| *column <= COLUMNS)?))
}

/// The number of a row.
pub(super) fn row(digits: &str) -> Option<u32> {
    let plain = (1..=7).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten().filter(|row| (1..=ROWS).contains(row))
}

/// A range as its first and last cell, in this order.
pub(super) fn range(name: &str) -> Option<[(u32, u32); 2]> {
    let (first, last) = name.split_once(':').map_or((name, name), |(first, last)| (first, last));
    let (first, last) = (cell(first)?, cell(last)?);
    (first.0 <= last.0 && first.1 <= last.1).then_some([first, last])
}

#[cfg(test)]
mod tests {
    use super::{cell, range, row};

    #[test]
    fn only_real_cells_have_names() {
        assert_eq!(cell("A1"), Some((1, 1)));
        assert_eq!(cell("xfd1048576"), Some((1_048_576, 16_384)));
        for bad in ["", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A1B", "$A$1", "A-1", "A12345678", "Đ1"] {
            assert_eq!(cell(bad), None, "{bad}");
        }
        assert_eq!(range("B2:C3"), Some([(2, 2), (3, 3)]));
        assert_eq!(range("B2"), Some([(2, 2), (2, 2)]));
        for bad in ["C3:B2", "A1:", ":A1", "A1:B2:C3", "A:B"] {
            assert_eq!(range(bad), None, "{bad}");
        }
        assert_eq!((row("12"), row("+1"), row("")), (Some(12), None, None));
    }
}
