//! Composition of letters and combining marks (Unicode NFC) for Vietnamese and the common letters of Western Europe.
//!
//! Own code because the general crate costs 48 KB (brotli) in WebAssembly, all of it tables that Vietnamese does not need; a
//! test compares the two. Marks that this table cannot compose stay, and the reader refuses the text that holds them.

use crate::text::is_combining_mark;
use alloc::string::String;
use alloc::vec::Vec;

/// A mark, its canonical combining class, the letters it joins and what they become, in the same order.
const MARKS: &[(char, u8, &str, &str)] = &[
    ('\u{0300}', 230, "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", "àằầèềìòồờùừỳÀẰẦÈỀÌÒỒỜÙỪỲ"),
    ('\u{0301}', 230, "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", "áắấéếíóốớúứýÁẮẤÉẾÍÓỐỚÚỨÝ"),
    ('\u{0302}', 230, "aạeẹoọiuAẠEẸOỌIU", "âậêệôộîûÂẬÊỆÔỘÎÛ"),
    ('\u{0303}', 230, "aăâeêioôơuưynAĂÂEÊIOÔƠUƯYN", "ãẵẫẽễĩõỗỡũữỹñÃẴẪẼỄĨÕỖỠŨỮỸÑ"),
    ('\u{0306}', 230, "aạAẠ", "ăặĂẶ"),
    ('\u{0308}', 230, "aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ"),
    ('\u{0309}', 230, "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", "ảẳẩẻểỉỏổởủửỷẢẲẨẺỂỈỎỔỞỦỬỶ"),
    ('\u{030A}', 230, "aA", "åÅ"),
    ('\u{031B}', 216, "ouOU", "ơưƠƯ"),
    ('\u{0323}', 220, "aeioơuưyAEIOƠUƯY", "ạẹịọợụựỵẠẸỊỌỢỤỰỴ"),
    ('\u{0327}', 202, "cC", "çÇ"),
];

/// The text composed; `None` when there is nothing to compose.
pub(crate) fn compose(text: &str) -> Option<String> {
    if !text.chars().any(is_combining_mark) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let after = rest.get(letter.len_utf8()..).unwrap_or("");
        let marks_end = after.find(|c| !is_combining_mark(c)).unwrap_or(after.len());
        let (marks, next) = after.split_at(marks_end);
        out.push(letter);
        if !marks.is_empty() && !join(letter, marks, &mut out) {
            out.push_str(marks);
        }
        rest = next;
    }
    (out != text).then_some(out)
}

/// A letter without its marks, and the marks in the order they stand in canonical decomposition.
pub(super) fn decompose(letter: char) -> (char, Vec<char>) {
    let mut base = letter;
    let mut marks = Vec::new();
    // No letter before À has a mark.
    while base >= 'À'
        && let Some((inner, mark)) = MARKS.iter().find_map(|(mark, _, from, to)| Some((same_place(to, from, base)?, *mark)))
    {
        base = inner;
        marks.insert(0, mark);
    }
    (base, marks)
}

/// The letter with one mark more.
pub(super) fn pair(letter: char, mark: char) -> Option<char> {
    MARKS.iter().find(|(m, ..)| *m == mark).and_then(|(_, _, from, to)| same_place(from, to, letter))
}

fn same_place(here: &str, there: &str, letter: char) -> Option<char> {
    here.chars().zip(there.chars()).find(|(c, _)| *c == letter).map(|(_, c)| c)
}

/// Replaces the letter at the end of `out` by itself with its marks, in Unicode's canonical order; false when a mark is not ours.
fn join(letter: char, marks: &str, out: &mut String) -> bool {
    let (base, inner) = decompose(letter);
    let classed = inner.into_iter().chain(marks.chars().map(modern)).map(|mark| Some((class(mark)?, mark)));
    let Some(mut all) = classed.collect::<Option<Vec<_>>>() else { return false };
    crate::order::sort_by(&mut all, |a, b| a.0.cmp(&b.0));
    let mut composed = base;
    let mut left: Vec<(u8, char)> = Vec::new();
    for (class, mark) in all {
        let blocked = left.last().is_some_and(|(last, _)| *last >= class);
        match pair(composed, mark) {
            Some(joined) if !blocked => composed = joined,
            _ => left.push((class, mark)),
        }
    }
    out.pop();
    out.push(composed);
    out.extend(left.into_iter().map(|(_, mark)| mark));
    true
}

fn class(mark: char) -> Option<u8> {
    MARKS.iter().find(|(m, ..)| *m == mark).map(|(_, class, ..)| *class)
}

/// Unicode's two withdrawn Vietnamese tone marks stand for the general ones.
fn modern(mark: char) -> char {
    match mark {
        '\u{0340}' => '\u{0300}',
        '\u{0341}' => '\u{0301}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::compose;
    use alloc::string::String;
    use alloc::vec::Vec;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    const LETTERS: &str = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";

    fn orders(marks: &[char]) -> Vec<Vec<char>> {
        if marks.is_empty() {
            return alloc::vec![Vec::new()];
        }
        let mut out = Vec::new();
        for (i, mark) in marks.iter().enumerate() {
            let others: Vec<char> = marks.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, m)| *m).collect();
            for mut rest in orders(&others) {
                rest.insert(0, *mark);
                out.push(rest);
            }
        }
        out
    }

    #[test]
    fn every_vietnamese_letter_composes_from_every_decomposition() {
        let both: Vec<char> = LETTERS.chars().chain(LETTERS.to_uppercase().chars()).collect();
        assert_eq!(both.iter().filter(|c| !c.is_ascii()).count(), 134);
        for letter in both {
            let alone = String::from(letter);
            assert_eq!(compose(&alone), None, "{letter}");
            let full: Vec<char> = alone.nfd().collect();
            // A prefix of the decomposition may already be composed: ê + acute, ạ + circumflex.
            for order in orders(&full[1..]) {
                for kept in 0..=order.len() {
                    let head: String = full[..1].iter().chain(&order[..kept]).collect::<String>().nfc().collect();
                    let text: String = head.chars().chain(order[kept..].iter().copied()).collect();
                    let expected: String = text.nfc().collect();
                    assert_eq!(compose(&text).unwrap_or(text), expected, "{letter} {order:?} {kept}");
                }
            }
            let decomposed: String = full.iter().collect();
            assert_eq!(compose(&decomposed).unwrap_or(decomposed), alone);
        }
    }

    #[test]
    fn common_western_letters_compose_and_unknown_marks_stay() {
        assert_eq!(compose("Cafe\u{301} Sa\u{303}o Mu\u{308}nchen c\u{327}a A\u{30A}").as_deref(), Some("Café São München ça Å"));
        assert_eq!(compose("\u{301}a"), None);
        assert_eq!(compose("x\u{301}"), None);
        assert_eq!(compose("a\u{340}").as_deref(), Some("à"));
        assert_eq!(compose("a\u{334}\u{301}"), None);
        assert_eq!(compose("Thành phố"), None);
    }

    proptest! {
        #[test]
        fn whatever_composes_fully_is_unicode_nfc(text in "[aeiouyđn ăâêôơưáậỡ\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31B}\u{323}]{0,12}") {
            let ours = compose(&text).unwrap_or_else(|| text.clone());
            if !ours.chars().any(crate::text::is_combining_mark) {
                prop_assert_eq!(ours, text.nfc().collect::<String>());
            }
        }
    }
}
