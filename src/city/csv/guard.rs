//! Texts that a spreadsheet program would run as a formula: an apostrophe before them keeps them texts, and readers take it off again.

/// Signs that a formula begins with.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// Signs that some programs drop before they look.
const DROPPED: [char; 2] = ['\t', '\r'];

/// Whether a cell is written with an apostrophe before it. Numbers below zero are not: nothing can be run in them, and they are to stay numbers.
pub(crate) fn needs_apostrophe(cell: &str) -> bool {
    looks_run(cell) && !is_negative_number(cell)
}

/// The text of a cell: without the apostrophe that [`needs_apostrophe`] put there. Any other apostrophe stays.
pub(crate) fn without_apostrophe(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| looks_run(text)).unwrap_or(cell)
}

/// Whether a formula may begin behind spaces and apostrophes. Apostrophes are passed over so that a text which has one of its own gets another,
/// and comes back with its own.
fn looks_run(cell: &str) -> bool {
    let bare = cell.trim_start_matches(|c: char| c == '\'' || c.is_whitespace());
    let before = cell.len() - bare.len();
    bare.starts_with(FORMULA) || (!bare.is_empty() && cell.get(..before).is_some_and(|before| before.contains(DROPPED)))
}

/// `-5`, `-0.50`, `-1.234,5`.
fn is_negative_number(text: &str) -> bool {
    let Some(digits) = text.strip_prefix('-') else { return false };
    digits.split(['.', ',']).all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{needs_apostrophe, without_apostrophe};
    use alloc::string::String;
    use alloc::vec::Vec;

    /// Every text of up to five of these signs.
    fn texts() -> Vec<String> {
        let mut all = Vec::from([String::new()]);
        let mut from = 0;
        for _ in 0..5 {
            let until = all.len();
            for at in from..until {
                for sign in ['\'', '=', '-', ' ', '\t', '5', ',', 'x'] {
                    let mut text = all.get(at).cloned().unwrap_or_default();
                    text.push(sign);
                    all.push(text);
                }
            }
            from = until;
        }
        all
    }

    #[test]
    fn every_text_comes_back_and_no_formula_does() {
        for text in texts() {
            let written = if needs_apostrophe(&text) { alloc::format!("'{text}") } else { text.clone() };
            let first = written.trim_start().chars().next();
            let is_number = super::is_negative_number(&written);
            assert!(is_number || !first.is_some_and(|sign| "=+-@".contains(sign)), "{text:?} is written {written:?}");
            let says_something = text.contains(|c: char| c != '\'' && !c.is_whitespace());
            assert!(!says_something || !written.starts_with(['\t', '\r']), "{text:?} is written {written:?}");
            // Readers look at cells without the spaces around them.
            let read = without_apostrophe(written.trim());
            assert_eq!(read.trim(), text.trim(), "{written:?}");
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        for number in ["-5", "-0.50", "-1.234,5", "5", "-1,234.5"] {
            assert!(!needs_apostrophe(number), "{number}");
        }
        for text in ["-", "- 5", "-5x", "-5-3", "-.5", "+5", "+84912345678", "=1", "@x", "\tx", "\rx", " =1", "'=1", "'-5", "- Một"] {
            assert!(needs_apostrophe(text), "{text}");
        }
        for text in ["", "'", "'x", "x=1", "—", "−5"] {
            assert!(!needs_apostrophe(text) && without_apostrophe(text) == text, "{text}");
        }
    }
}
