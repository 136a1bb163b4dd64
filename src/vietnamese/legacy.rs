//! Recognises Vietnamese in the encodings of before Unicode, also where it was converted to UTF-8 as if it were Western.
//!
//! A word speaks for an encoding when it is a Vietnamese syllable in it but not as it stands; a word that is none in that
//! encoding speaks against it. Text with one letter that only Unicode Vietnamese has is never suspected.

use super::compose::compose;
use super::encodings::{small, tcvn3, vni, windows_1258};
use super::syllable::is_syllable;
use alloc::string::String;
use alloc::vec::Vec;

/// Words that are enough to judge a whole file; it keeps the work on a hostile one small.
const MOST_WORDS: usize = 5_000;
/// The longest syllable, `nghiêng`, has at most this many bytes in any of the encodings.
const MOST_BYTES: usize = 12;

/// An encoding of before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Legacy {
    Windows1258,
    Tcvn3,
    Vni,
}

impl Legacy {
    const ALL: [Self; 3] = [Self::Windows1258, Self::Tcvn3, Self::Vni];

    /// The name people know it by.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Windows1258 => "Windows-1258",
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
        }
    }

    fn decode(self, word: &[u8]) -> String {
        let mut out = String::new();
        for byte in word {
            match self {
                Self::Windows1258 => windows_1258(*byte, &mut out),
                Self::Tcvn3 => tcvn3(*byte, &mut out),
                Self::Vni => vni(*byte, &mut out),
            }
        }
        compose(&out).unwrap_or(out)
    }
}

/// The encoding of before Unicode that the bytes are in, where that is beyond doubt.
pub(crate) fn legacy(bytes: &[u8]) -> Option<Legacy> {
    match core::str::from_utf8(bytes) {
        Ok(text) if text.chars().any(is_unicode_vietnamese) => None,
        Ok(text) => judge(&mut text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(NO_LETTER))),
        Err(_) => judge(&mut bytes.iter().copied()),
    }
}

/// Ends a word.
const NO_LETTER: u8 = 0;

fn judge(bytes: &mut dyn Iterator<Item = u8>) -> Option<Legacy> {
    let mut tallies: [Tally; 3] = Default::default();
    let mut word: Vec<u8> = Vec::new();
    let mut words = 0;
    for byte in bytes.chain([NO_LETTER]) {
        if is_letter(byte) {
            // One byte more than fits is kept, so that an overlong word is known as such.
            if word.len() <= MOST_BYTES {
                word.push(byte.to_ascii_lowercase());
            }
            continue;
        }
        let high = word.iter().filter(|b| !b.is_ascii()).count();
        if high > 1 || (high == 1 && word.len() > 1) {
            words += 1;
            weigh(&word, high, &mut tallies);
        }
        word.clear();
        if words >= MOST_WORDS {
            break;
        }
    }
    let best = Legacy::ALL.into_iter().zip(&tallies).filter(|(_, t)| t.convinces()).max_by_key(|(_, t)| t.evidence);
    best.map(|(encoding, _)| encoding)
}

#[derive(Default)]
struct Tally {
    /// Words with high bytes that are syllables in this encoding, and those that are not.
    sound: usize,
    unsound: usize,
    /// High bytes of different words that are syllables in this encoding.
    high: usize,
    /// Those of them in words that are syllables in this encoding only, a sign after a letter (`Thµnh`) counted twice.
    evidence: usize,
    /// In order.
    seen: Vec<Vec<u8>>,
}

impl Tally {
    fn convinces(&self) -> bool {
        self.evidence >= 2 && self.high >= 3 && self.unsound * 4 <= self.sound
    }
}

fn weigh(word: &[u8], high: usize, tallies: &mut [Tally; 3]) {
    let as_it_stands: String = word.iter().map(|b| small(*b)).collect();
    let plain = is_syllable(&as_it_stands);
    let signs = word.iter().skip(1).filter(|b| (0xA1..0xC0).contains(*b)).count();
    for (encoding, tally) in Legacy::ALL.into_iter().zip(tallies) {
        if word.len() > MOST_BYTES || !is_syllable(&encoding.decode(word)) {
            tally.unsound += 1;
            continue;
        }
        tally.sound += 1;
        if let Err(at) = tally.seen.binary_search_by(|seen| seen.as_slice().cmp(word)) {
            tally.seen.insert(at, word.into());
            tally.high += high;
            tally.evidence += if plain { 0 } else { high + signs };
        }
    }
}

/// Letters that no other language and no wrong conversion brings.
fn is_unicode_vietnamese(c: char) -> bool {
    matches!(c, '\u{0102}' | '\u{0103}' | '\u{0110}' | '\u{0111}' | '\u{01A0}' | '\u{01A1}' | '\u{01AF}' | '\u{01B0}')
        || matches!(c, '\u{0128}' | '\u{0129}' | '\u{0168}' | '\u{0169}' | '\u{1EA0}'..='\u{1EF9}')
        || crate::text::is_combining_mark(c)
}

/// Bytes that make words: ASCII letters, and high bytes but for `°`, `²`, `³`, which none of the encodings uses as letters.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || (byte > 0xA0 && !matches!(byte, 0xB0 | 0xB2 | 0xB3))
}

#[cfg(test)]
mod tests {
    use super::{Legacy, legacy};
    use alloc::vec::Vec;

    /// Real phrases in each encoding, read as Latin-1.
    const PHRASES: &[(Legacy, &[&str])] = &[
        (
            Legacy::Windows1258,
            &[
                "Thành phôì Ví Duò",
                "TyÒ lêò ðâìt giao thông",
                "Dân sôì ðô thiò",
                "PhýõÌng MâÞu",
                "UÒy ban nhân dân xaÞ Tân Lâòp",
                "SÔì LIÊòU NÃM 2025",
                "ÐýõÌng thuyÒ nôòi ðiòa, km²",
            ],
        ),
        (
            Legacy::Tcvn3,
            &[
                "Thµnh phè VÝ Dô",
                "Tû lÖ ®Êt giao th«ng",
                "D©n sè ®« thÞ",
                "Ph\u{AD}êng MÉu",
                "ñy ban nh©n d©n x· T©n LËp",
                "Së Th«ng tin vµ TruyÒn th«ng",
                "®\u{AD}êng thuû néi ®Þa, km²",
            ],
        ),
        (
            Legacy::Vni,
            &[
                "Thaønh phoá Ví Duï",
                "Tyû leä ñaát giao thoâng",
                "Daân soá ñoâ thò",
                "Phöôøng Maãu",
                "UÛy ban nhaân daân xaõ Taân Laäp",
                "SOÁ LIEÄU NAÊM 2025",
                "Ñöôøng thuyû noäi ñòa, km²",
            ],
        ),
    ];

    #[test]
    fn phrases_are_recognised_as_bytes_and_as_wrongly_converted_text() {
        for (encoding, phrases) in PHRASES {
            for phrase in *phrases {
                let bytes: Vec<u8> = phrase.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
                assert_eq!(legacy(&bytes), Some(*encoding), "{phrase}");
                assert_eq!(legacy(phrase.as_bytes()), Some(*encoding), "{phrase}");
            }
        }
    }

    #[test]
    fn unicode_vietnamese_is_never_suspected() {
        for text in [
            "Thành phố Ví Dụ",
            "Tỷ lệ đất giao thông",
            "Sông Mã có cá, Hà Nam, Lê Lý, khô, trí, Tân Bình, quá trình công tác",
            "Sông Mã có cá",
            "HÀ NAM, THÔNG TIN, KHÁNH HÒA",
            "Krông Pa, Ea Kar, Chư Sê, Kon Plông, Móng Cái",
            "Tha\u{300}nh pho\u{302}\u{301}",
            "Ghi chú: cá, ô tô, xí nghiệp",
            "ôtô, điôxít, xi-măng, m², 5 µm, 12 °C, 3×4",
        ] {
            assert_eq!(legacy(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn other_languages_are_never_suspected() {
        for text in [
            "",
            "plain ASCII text of a report, 12 % of 5 km2",
            "Café, naïve, résumé: 5 µm, 3 N·m, 2 µg/m³, “quoted” – and ½ £ © ®",
            "Thé: 5 µm",
            "L'été à Orléans, où la bibliothèque a été rénovée; né à Sète, il a dû goûter le thé très tôt à l'hôtel",
            "Où dû là né thé",
            "«né» «où» dû",
            "Tür für die schöne Höhe, Köln, München, Größe, Straße, Bäche, nötig, Gäste, Fußgänger, Öl, Ämter",
            "Bürgermeister Müller grüßt höflich aus Würzburg",
            "El niño comió piñas en España; José llegó después",
            "A população não está à espera de informações",
            "La città è più bella; perché però può",
        ] {
            assert_eq!(legacy(text.as_bytes()), None, "{text}");
            let bytes: Vec<u8> = text.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect();
            assert_eq!(legacy(&bytes), None, "{text} as Latin-1");
        }
    }

    #[test]
    fn a_long_hostile_text_is_read_once() {
        let text = "µµµ ".repeat(200_000);
        assert_eq!(legacy(text.as_bytes()), None);
        assert_eq!(legacy("é".repeat(1_000_000).as_bytes()), None);
    }
}
