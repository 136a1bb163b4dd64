//! Whether a word is built like a Vietnamese syllable. Text read in the wrong encoding hardly ever is.

use super::compose::{decompose, pair};
use alloc::string::String;

/// Each of these lists is one text: a list of texts is a table of addresses as well.
const INITIALS: &str = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";

/// Vowels that end a syllable.
const OPEN: &str = "a e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu oa oe oi ôi ơi ua uê ui uơ uy ưa ưi ưu iêu oai oao oay oeo uây uôi uya uyu \
                    ươi ươu yêu";

/// Vowels before `c`, `m`, `n`, `ng`, `p`, `t`.
const CLOSED: &str = "a ă â e ê i o ô ơ u ư iê oa oă oe oo uâ uê uô uy uyê ươ yê";

/// Vowels before `ch`, `nh`.
const FRONT: &str = "a ê i oa uê uy y";

const FINALS: &[(&str, &str, bool)] = &[
    ("", OPEN, false),
    ("c", CLOSED, true),
    ("m", CLOSED, false),
    ("n", CLOSED, false),
    ("ng", CLOSED, false),
    ("p", CLOSED, true),
    ("t", CLOSED, true),
    ("ch", FRONT, true),
    ("nh", FRONT, false),
];

/// True for a word, in small letters, that has the structure of a Vietnamese syllable.
pub(super) fn is_syllable(word: &str) -> bool {
    let mut letters = String::new();
    let (mut tone, mut tone_at, mut shape_at) = (None, None, None);
    for (i, c) in word.chars().enumerate() {
        let (mut letter, marks) = decompose(c);
        for mark in marks {
            if matches!(mark, '\u{0302}' | '\u{0306}' | '\u{031B}') {
                letter = pair(letter, mark).unwrap_or(c);
                shape_at = Some(i);
            } else if !is_tone(mark) || letter == 'n' || tone.replace(mark).is_some() {
                return false;
            } else {
                tone_at = Some(i);
            }
        }
        letters.push(letter);
    }
    // The tone stands on the last of ă â ê ô ơ ư where there is one.
    if tone_at.is_some() && shape_at.is_some() && tone_at != shape_at {
        return false;
    }
    // A syllable that a stop ends is spoken in two tones only.
    let stop_ok = matches!(tone, Some('\u{0301}' | '\u{0323}'));
    FINALS.iter().any(|(end, vowels, stop)| {
        let Some(front) = letters.strip_suffix(end) else { return false };
        (stop_ok || !stop)
            && listed(INITIALS).any(|initial| front.strip_prefix(initial).is_some_and(|vowel| listed(vowels).any(|own| own == vowel)))
    })
}

fn listed(words: &str) -> impl Iterator<Item = &str> {
    words.split(' ')
}

fn is_tone(mark: char) -> bool {
    matches!(mark, '\u{0300}' | '\u{0301}' | '\u{0303}' | '\u{0309}' | '\u{0323}')
}

#[cfg(test)]
mod tests {
    use super::is_syllable;

    #[test]
    fn vietnamese_words_are_syllables_and_others_are_not() {
        for word in
            "thành phố ví dụ tỷ lệ đất giao thông dân số đô thị phường mẫu nghiêng quốc huỳnh khuỷu gì giữ quyết hoà ước uống yên đường"
                .split(' ')
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["thµnh", "phöôøng", "été", "für", "què's", "bỡnh", "làt", "phôì", "ắ", "trốs", "số1", "duï", "ña", ""]
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
