//! Letters without their marks, for searching; the order of a dictionary, for sorting.
//!
//! Own code for the reason of `compose.rs`: a general collator brings tables of many times this crate's size. A list that was
//! sorted by one is kept as a test.

use super::ETH;
use super::compose::{compose, decompose, pair};
use crate::text::is_combining_mark;
use alloc::string::String;
use alloc::vec::Vec;

/// The marks of tone in the order of dictionaries: huyền, hỏi, ngã, sắc, nặng.
const TONES: [char; 5] = ['\u{0300}', '\u{0309}', '\u{0303}', '\u{0301}', '\u{0323}'];

/// The letters in the order of dictionaries, those of other languages at their usual place.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Text for searching: small letters without any mark, `đ` as `d`. Folding twice changes nothing.
///
/// ```
/// use dothi::vietnamese::fold;
/// assert_eq!(fold("Đắk Lắk"), "dak lak");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let small = text.chars().flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c));
    small.map(|c| if c.is_ascii() { c } else { plain(decompose(c).0) }).collect()
}

fn plain(letter: char) -> char {
    let eth = ETH.to_lowercase().eq([letter]);
    if eth || letter == 'đ' { 'd' } else { letter }
}

/// A letter without its tone, and the tone; `ậ` is `â` and the dot below.
pub(crate) fn split_tone(letter: char) -> (char, Option<char>) {
    if letter.is_ascii() {
        return (letter, None);
    }
    let (mut base, marks) = decompose(letter);
    let mut tone = None;
    for mark in marks {
        if is_tone(mark) {
            tone = Some(mark);
        } else {
            base = pair(base, mark).unwrap_or(letter);
        }
    }
    (base, tone)
}

/// True for one of the five marks of tone.
pub(crate) fn is_tone(mark: char) -> bool {
    TONES.contains(&mark)
}

/// Compares as Vietnamese dictionaries do; see [`collation_key`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CollationKey(Vec<u32>);

/// The key that texts are sorted by: first the letters (`ă` and `â` after `a`, `đ` after `d`, and so on), then the tones
/// (none, huyền, hỏi, ngã, sắc, nặng), last small before capital letters. Spaces and punctuation come before digits, these
/// before letters. Composed and decomposed text have the same key.
///
/// ```
/// use dothi::vietnamese::collation_key;
/// let mut names = ["Điện Biên", "Hà Nội", "Đắk Lắk", "Dương", "Hạ Long"];
/// names.sort_by_key(|name| collation_key(name));
/// assert_eq!(names, ["Dương", "Đắk Lắk", "Điện Biên", "Hạ Long", "Hà Nội"]);
/// ```
#[must_use]
pub fn collation_key(text: &str) -> CollationKey {
    let composed = compose(text);
    let (mut letters, mut tones, mut cases) = (Vec::new(), Vec::new(), Vec::new());
    for c in composed.as_deref().unwrap_or(text).chars() {
        if is_combining_mark(c) {
            tones.push(tone_weight(Some(c)));
            continue;
        }
        for small in c.to_lowercase() {
            let (base, tone) = split_tone(small);
            letters.push(letter_weight(base));
            tones.push(tone_weight(tone));
            cases.push(1 + u32::from(small != c));
        }
    }
    letters.push(0);
    letters.append(&mut tones);
    letters.push(0);
    letters.append(&mut cases);
    CollationKey(letters)
}

fn letter_weight(letter: char) -> u32 {
    const DIGITS: u32 = 0x11_0001;
    const LETTERS: u32 = 0x12_0000;
    const OTHERS: u32 = 0x13_0000;
    let known = ALPHABET.chars().zip(LETTERS..).find(|(known, _)| *known == letter);
    match (known, letter.to_digit(10)) {
        (Some((_, weight)), _) => weight,
        (None, Some(digit)) => DIGITS + digit,
        (None, None) if letter.is_alphanumeric() => OTHERS + u32::from(letter),
        (None, None) => 1 + u32::from(letter),
    }
}

fn tone_weight(tone: Option<char>) -> u32 {
    let Some(tone) = tone else { return 1 };
    TONES.iter().zip(2..).find(|(known, _)| **known == tone).map_or(7, |(_, weight)| weight)
}

#[cfg(test)]
mod tests {
    use super::{collation_key, fold, split_tone};
    use alloc::string::String;
    use alloc::vec::Vec;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn words_are_folded() {
        for (text, folded) in [
            ("Thừa Thiên – Huế", "thua thien – hue"),
            ("Tha\u{300}nh pho\u{302}\u{301}", "thanh pho"),
            ("ĐỒNG NAI, Ðà Nẵng", "dong nai, da nang"),
            ("Café, São, İ", "cafe, sao, i"),
            ("x\u{301}\u{301}y", "xy"),
            ("中文 1.234", "中文 1.234"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn a_letter_gives_up_its_tone_alone() {
        for (letter, base, tone) in [
            ('ậ', 'â', Some('\u{323}')),
            ('ữ', 'ư', Some('\u{303}')),
            ('Ắ', 'Ă', Some('\u{301}')),
            ('ơ', 'ơ', None),
            ('đ', 'đ', None),
            ('k', 'k', None),
        ] {
            assert_eq!(split_tone(letter), (base, tone));
        }
    }

    #[test]
    fn the_order_is_that_of_dictionaries() {
        let ordered = [
            "",
            " ",
            "-",
            "1",
            "2",
            "a",
            "A",
            "à",
            "ả",
            "ã",
            "á",
            "ạ",
            "an",
            "ă",
            "ằ",
            "ặ",
            "ăn",
            "â",
            "b",
            "d",
            "dương",
            "Dương",
            "đ",
            "đà",
            "đi",
            "e",
            "ê",
            "hòa",
            "hoà bình",
            "hoa mai",
            "hoan",
            "n",
            "ng",
            "o",
            "ô",
            "ơ",
            "p",
            "t",
            "th",
            "u",
            "ư",
            "v",
            "y",
            "ỳ",
            "z",
            "中",
        ];
        for pair in ordered.windows(2) {
            assert!(collation_key(pair[0]) < collation_key(pair[1]), "{pair:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_form_of_the_text_does_not_matter(text in "[a-zA-ZàảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĐẶƯỢ ]{0,20}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(fold(&decomposed), fold(&text));
            prop_assert_eq!(collation_key(&decomposed), collation_key(&text));
        }

        #[test]
        fn sorting_needs_no_more_than_the_key(texts in prop::collection::vec("[aáàâăbdđeêoôơ ]{0,4}", 0..6)) {
            let mut keyed: Vec<_> = texts.iter().map(|text| (collation_key(text), text)).collect();
            keyed.sort();
            for pair in keyed.windows(2) {
                prop_assert_eq!(pair[0].0 == pair[1].0, pair[0].1 == pair[1].1);
            }
        }
    }
}
