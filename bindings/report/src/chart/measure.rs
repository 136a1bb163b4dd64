//! How wide a text may come out. The font is the reader's, so widths are those of the widest of the common ones.

use alloc::string::String;
use alloc::vec::Vec;

/// Widths of the characters from space to `~`, in thousandths of the font size: the largest of DejaVu Sans, Arial and Noto Sans.
const ASCII: [u16; 95] = [
    317, 400, 459, 837, 636, 950, 779, 274, 390, 390, 551, 837, 317, 360, 317, 372, 636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 336,
    336, 837, 837, 837, 556, 1015, 684, 686, 722, 770, 666, 610, 777, 751, 339, 500, 666, 557, 907, 760, 787, 666, 787, 722, 666, 610, 731,
    684, 988, 685, 666, 685, 390, 372, 390, 837, 556, 500, 612, 634, 549, 634, 615, 352, 634, 633, 277, 277, 579, 277, 974, 633, 611, 634,
    634, 413, 520, 392, 633, 591, 817, 591, 591, 524, 636, 551, 636, 837,
];

/// Bold letters are wider by at most this much on average.
const BOLD: f64 = 1.12;

fn thousandths(c: char) -> u16 {
    let ascii = usize::try_from(u32::from(c)).ok().and_then(|at| at.checked_sub(32)).and_then(|at| ASCII.get(at)).copied();
    ascii.unwrap_or_else(|| beyond_ascii(c))
}

fn beyond_ascii(c: char) -> u16 {
    match c {
        'à'..='ã' | 'ă' | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ẩ' | 'ẫ' | 'ậ' | 'ắ' | 'ằ' | 'ẳ' | 'ẵ' | 'ặ' => 615,
        'è'..='ê' | 'ẹ' | 'ẻ' | 'ẽ' | 'ế' | 'ề' | 'ể' | 'ễ' | 'ệ' => 617,
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 300,
        'ò'..='õ' | 'ọ' | 'ỏ' | 'ố' | 'ồ' | 'ổ' | 'ỗ' | 'ộ' => 613,
        'ù' | 'ú' | 'ũ' | 'ụ' | 'ủ' | 'đ' => 636,
        'ý' | 'ỳ' | 'ỵ' | 'ỷ' | 'ỹ' => 595,
        'ơ' | 'ớ' | 'ờ' | 'ở' | 'ỡ' | 'ợ' => 690,
        'ư' | 'ứ' | 'ừ' | 'ử' | 'ữ' | 'ự' => 715,
        '\u{A0}' => 317,
        '–' => 580,
        '²' | '³' | '°' | '·' => 500,
        // No letter is without width, or a line of them would have no end.
        '\u{300}'..='\u{36F}' => 50,
        // Large letters of Vietnamese, of which the widest is Ợ, and other letters of its kind.
        c if c.is_alphabetic() && c < '\u{1F00}' => 920,
        // Signs, and scripts whose letters fill a square.
        _ => 1050,
    }
}

/// The widest a text may come out at a font size.
pub(crate) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let sum: u64 = text.chars().map(|c| u64::from(thousandths(c))).sum();
    // A text of more than 2^53 thousandths does not exist.
    let sum = sum as f64;
    sum * size / 1000.0 * if bold { BOLD } else { 1.0 }
}

/// The letters of a text.
#[derive(Clone, Copy)]
pub(crate) struct Font {
    pub(crate) size: f64,
    pub(crate) bold: bool,
}

impl Font {
    pub(crate) const fn plain(size: f64) -> Self {
        Self { size, bold: false }
    }

    pub(crate) const fn bold(size: f64) -> Self {
        Self { size, bold: true }
    }

    pub(crate) fn width(self, text: &str) -> f64 {
        width(text, self.size, self.bold)
    }

    /// From one line to the next.
    pub(crate) fn line(self) -> f64 {
        self.size * 1.3
    }

    /// The text in lines no wider than `room`; a word that is wider is broken. Beyond `most` lines the last one ends in `…`.
    pub(crate) fn wrap(self, text: &str, room: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        // Counted along, so that a text without spaces takes no longer than another.
        let mut wide = 0.0;
        let space = self.width(" ");
        for word in text.split([' ', '\n', '\t']).filter(|w| !w.is_empty()) {
            let own = self.width(word);
            if !line.is_empty() && wide + space + own <= room {
                line.push(' ');
                line.push_str(word);
                wide += space + own;
                continue;
            }
            if !line.is_empty() {
                lines.push(core::mem::take(&mut line));
            }
            wide = 0.0;
            for c in word.chars() {
                let own = self.width(c.encode_utf8(&mut [0; 4]));
                if !line.is_empty() && wide + own > room {
                    lines.push(core::mem::take(&mut line));
                    wide = 0.0;
                }
                line.push(c);
                wide += own;
            }
            // What no line shows need not be measured.
            if lines.len() > most {
                break;
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                while !last.is_empty() && self.width(last) + self.width("…") > room {
                    last.pop();
                }
                last.push('…');
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::Font;

    #[test]
    fn lines_fit_and_nothing_is_lost() {
        let text = "An ninh, an toàn, cảnh báo rủi ro thiên tai";
        let font = Font::plain(12.0);
        for room in [40.0, 90.0, 150.0, 1000.0] {
            let lines = font.wrap(text, room, usize::MAX);
            assert!(lines.iter().all(|l| font.width(l) <= room), "{room}: {lines:?}");
            assert_eq!(lines.join(" "), text);
        }
    }

    #[test]
    fn a_long_word_is_broken_and_a_long_text_is_cut() {
        let font = Font::bold(12.0);
        let lines = font.wrap(&"W".repeat(500), 100.0, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…') && lines.iter().all(|l| font.width(l) <= 100.0), "{lines:?}");
        assert!(font.wrap("", 100.0, 3).is_empty());
        assert!(font.wrap(&"\u{301}".repeat(200_000), 100.0, usize::MAX).iter().all(|l| l.chars().count() < 200));
        assert_eq!(font.wrap("WW", 1.0, 9), ["W", "W"], "a letter wider than the room still has its line");
    }
}
