//! Names made comparable, so that every usual way to write one gives the same key.
//!
//! The key has small letters composed, the tone of each syllable at its end (`hòa` and `hoà` are one word), single spaces, no
//! dashes and points, and straight apostrophes. It keeps every letter and tone: what differs in one is another name.

use super::model::AdminType;
use crate::vietnamese::{compose, is_tone, split_tone};
use alloc::string::String;
use alloc::vec::Vec;

/// The longest name, decomposed and with everything before it, has less than half of this. Longer text is no name.
pub(super) const MOST_BYTES: usize = 400;

/// Words before a name, the key they have, and what they say of the unit.
const BEFORE: &[(&str, &str, AdminType)] = &[
    ("thành phố", "thanh\u{300} phô\u{301}", AdminType::City),
    ("TP", "tp", AdminType::City),
    ("tỉnh", "tinh\u{309}", AdminType::Province),
    ("phường", "phương\u{300}", AdminType::Ward),
    ("P", "p", AdminType::Ward),
    ("xã", "xa\u{303}", AdminType::Commune),
    ("đặc khu", "đăc\u{323} khu", AdminType::SpecialZone),
];

/// The words before a full name, folded.
pub(super) fn before(admin_type: AdminType) -> &'static str {
    match admin_type {
        AdminType::City => "thanh pho",
        AdminType::Province => "tinh",
        AdminType::Ward => "phuong",
        AdminType::Commune => "xa",
        AdminType::SpecialZone => "dac khu",
    }
}

/// One way to read a name: what the words before it say, if there are any, and the key of the rest.
pub(super) struct Reading {
    pub(super) admin_type: Option<AdminType>,
    pub(super) key: String,
}

/// Every way to read a name; none when the text is too long or says nothing.
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let Some(key) = key(text) else { return Vec::new() };
    let stripped = BEFORE.iter().filter_map(|(_, before, admin_type)| {
        let rest = key.strip_prefix(before)?.strip_prefix(' ')?;
        Some(Reading { admin_type: Some(*admin_type), key: rest.into() })
    });
    let stripped: Vec<Reading> = stripped.collect();
    let mut out = Vec::from([Reading { admin_type: None, key }]);
    out.extend(stripped);
    out
}

/// The reading of a listed name: without the words that say what it is.
pub(super) fn listed(name: &str, admin_type: AdminType) -> Option<String> {
    let mut all = readings(name);
    let stripped = all.iter().position(|reading| reading.admin_type == Some(admin_type));
    let at = stripped.unwrap_or(0);
    (at < all.len()).then(|| all.swap_remove(at).key)
}

/// The key; none when the text is too long or says nothing.
pub(super) fn key(text: &str) -> Option<String> {
    if text.len() > MOST_BYTES {
        return None;
    }
    let composed = compose(text);
    let mut out = String::with_capacity(text.len());
    let mut tones = String::new();
    for c in composed.as_deref().unwrap_or(text).chars().flat_map(char::to_lowercase) {
        if is_separator(c) {
            end_word(&mut out, &mut tones);
            continue;
        }
        let (letter, tone) = match c {
            '’' | '‘' | 'ʼ' | '´' | '`' => ('\'', None),
            mark if is_tone(mark) => (' ', Some(mark)),
            other => split_tone(other),
        };
        if letter != ' ' {
            out.push(letter);
        }
        tones.extend(tone);
    }
    end_word(&mut out, &mut tones);
    let trimmed = out.trim_end().len();
    out.truncate(trimmed);
    (!out.is_empty()).then_some(out)
}

/// Puts the tone at the end of the word, and one space.
fn end_word(out: &mut String, tones: &mut String) {
    out.push_str(tones);
    tones.clear();
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−' | '.' | ',')
}

#[cfg(test)]
mod tests {
    use super::{AdminType, MOST_BYTES, before, key, listed, readings};
    use crate::vietnamese::fold;
    use alloc::string::String;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn ways_to_write_one_name_have_one_key() {
        for ways in [
            &["Hòa Bình", "Hoà Bình", "HOÀ BÌNH", " hoà  bình ", "Hòa\u{A0}Bình", "Ho\u{300}a Bi\u{300}nh", "Hoa\u{300} Binh\u{300}"][..],
            &["Thuỷ Nguyên", "Thủy Nguyên"],
            &["Quảng Nam - Khoẻ", "Quảng Nam–Khỏe", "Quảng Nam Khoẻ", "Quảng Nam — Khoẻ"],
            &["M'Drắk", "M’Drắk", "M`DRẮK"],
            &["TP. Hồ Chí Minh", "TP.Hồ Chí Minh", "tp Hồ Chí Minh"],
        ] {
            let first = key(ways[0]);
            assert!(first.is_some());
            for way in ways {
                assert_eq!(key(way), first, "{way}");
                assert_eq!(key(&way.nfd().collect::<String>()), first, "{way}");
            }
        }
    }

    #[test]
    fn another_letter_or_tone_is_another_name() {
        for (one, other) in
            [("Đắk", "Đăk"), ("Đắk", "Đắc"), ("Hòa", "Hóa"), ("Mỹ", "Mĩ"), ("Đồng", "Dồng"), ("Hoà", "Hoa"), ("Kon Tum", "Kontum")]
        {
            assert_ne!(key(one), key(other), "{one} {other}");
        }
    }

    #[test]
    fn words_before_a_name_are_read() {
        let types = |text| readings(text).into_iter().map(|r| r.admin_type).collect::<alloc::vec::Vec<_>>();
        assert_eq!(types("Thành phố Huế"), [None, Some(AdminType::City)]);
        assert_eq!(types("TP.HCM"), [None, Some(AdminType::City)]);
        assert_eq!(types("P. Ba Đình"), [None, Some(AdminType::Ward)]);
        assert_eq!(types("Đặc Khu Phú Quốc"), [None, Some(AdminType::SpecialZone)]);
        assert_eq!(types("Phú Thọ"), [None]);
        assert_eq!(types("Xã"), [None]);
        assert_eq!(listed("Phường 1 Bảo Lộc", AdminType::Ward), key("1 Bảo Lộc"));
        assert_eq!(listed("Huế", AdminType::City), key("Huế"));
        for (words, its_key, admin_type) in super::BEFORE {
            assert_eq!(key(words).as_deref(), Some(*its_key));
            assert!(before(*admin_type).starts_with(&fold(words)) || words.len() < 3, "{words}");
        }
    }

    #[test]
    fn text_that_is_no_name_has_no_key() {
        for text in ["", " ", "- . –", &"a".repeat(MOST_BYTES + 1), &"\u{301}".repeat(MOST_BYTES)] {
            assert_eq!(key(text), None, "{text}");
        }
    }
}
