//! What the words in cells mean: yes and no, dates as people write them, letters that a program lost.

use crate::date::Date;
use crate::vietnamese::in_small_letters;
use alloc::vec::Vec;

/// Yes or no in Vietnamese or English, in small or capital letters.
pub(crate) fn yes_or_no(text: &str) -> Option<bool> {
    match in_small_letters(text).as_str() {
        "có" | "yes" | "true" => Some(true),
        "không" | "no" | "false" => Some(false),
        _ => None,
    }
}

/// `31/12/2026` or `12/2026`. Never month first: what reads that way only is refused.
pub(crate) fn day_first(text: &str) -> Option<Date> {
    let number = |t: &str, widths: [usize; 2]| {
        (widths.contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit())).then(|| t.parse::<u16>().ok()).flatten()
    };
    let small = |t: &str| number(t, [1, 2]).and_then(|n| u8::try_from(n).ok());
    let parts: Vec<&str> = text.splitn(4, '/').collect();
    match parts.as_slice() {
        [day, month, year] => Date::from_parts(number(year, [4, 4])?, Some(small(month)?), Some(small(day)?)),
        [month, year] => Date::from_parts(number(year, [4, 4])?, Some(small(month)?), None),
        _ => None,
    }
}

/// A question mark between two letters is what programs write for letters that their encoding lacks.
pub(super) fn has_lost_letters(text: &str) -> bool {
    let mut pieces = text.split('?');
    let mut letter_before = pieces.next().is_some_and(|t| t.ends_with(char::is_alphabetic));
    for piece in pieces {
        if piece.is_empty() {
            continue;
        }
        if letter_before && piece.starts_with(char::is_alphabetic) {
            return true;
        }
        letter_before = piece.ends_with(char::is_alphabetic);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{day_first, has_lost_letters, yes_or_no};
    use alloc::string::ToString;

    #[test]
    fn dates_are_read_day_first_only() {
        for (text, date) in [("05/06/2026", "2026-06-05"), ("5/6/2026", "2026-06-05"), ("31/12/2025", "2025-12-31"), ("12/2025", "2025-12")]
        {
            assert_eq!(day_first(text).map(|d| d.to_string()).as_deref(), Some(date), "{text}");
        }
        for bad in ["31/02/2026", "06/25/2026", "1/2/26", "2025/12/31", "1/2/3/2026", "13/2026", "/2026", "", "+1/2/2026", "001/2/2026"] {
            assert_eq!(day_first(bad), None, "{bad}");
        }
    }

    #[test]
    fn yes_and_no_are_understood_in_both_languages() {
        assert_eq!([yes_or_no("CÓ"), yes_or_no("Yes"), yes_or_no("TRUE")], [Some(true); 3]);
        assert_eq!([yes_or_no("Không"), yes_or_no("no"), yes_or_no("False")], [Some(false); 3]);
        assert_eq!(yes_or_no("x"), None);
    }

    #[test]
    fn lost_letters_are_suspected_inside_words_only() {
        for lost in ["Ph??ng M?u", "T? l? d?t: d?t"] {
            assert!(has_lost_letters(lost), "{lost}");
        }
        for whole in ["Thế nào? Được", "a ? b", "???", "?", "", "Ai?"] {
            assert!(!has_lost_letters(whole), "{whole}");
        }
    }
}
