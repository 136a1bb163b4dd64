//! Texts in XML.

use std::fmt::Write;

pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Adds a text as it may stand in an element or an attribute. Characters that XML does not have are written as spreadsheets write them.
pub(super) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(out, "_x{:04X}_", u32::from(c));
            }
            _ => out.push(c),
        }
    }
}

/// Adds the text of a cell: one that looks like such a character (`_x000D_`) stays what it is.
pub(super) fn escape_cell(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, after) = rest.split_at(at);
        escape(out, before);
        out.push_str(if is_character(after) { "_x005F_" } else { "_" });
        rest = after.get(1..).unwrap_or_default();
    }
    escape(out, rest);
}

/// Whether a text begins with a character written by its number.
fn is_character(text: &str) -> bool {
    match text.as_bytes() {
        [b'_', b'x', digits @ ..] => {
            digits.get(..4).is_some_and(|four| four.iter().all(u8::is_ascii_hexdigit)) && digits.get(4) == Some(&b'_')
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{escape, escape_cell};

    fn written(how: fn(&mut String, &str), text: &str) -> String {
        let mut out = String::new();
        how(&mut out, text);
        out
    }

    #[test]
    fn texts_stay_texts() {
        assert_eq!(written(escape, "a<b> & \"c\"\n\t"), "a&lt;b&gt; &amp; &quot;c&quot;\n\t");
        assert_eq!(written(escape, "\r\0\u{1f}\u{ffff}"), "_x000D__x0000__x001F__xFFFF_");
        assert_eq!(written(escape, "_x000D_"), "_x000D_");
    }

    #[test]
    fn a_text_that_looks_like_a_character_is_none() {
        assert_eq!(written(escape_cell, "_x000D_"), "_x005F_x000D_");
        assert_eq!(written(escape_cell, "a_x_xABcd__x0041_b"), "a_x_x005F_xABcd__x005F_x0041_b");
        for same in ["_x", "_x00", "_x00G0_", "_x000D", "_X000D_", "x000D_", "_xđđ_"] {
            assert_eq!(written(escape_cell, same), same);
        }
    }
}
