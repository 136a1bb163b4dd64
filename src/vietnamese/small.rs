//! Small letters of Vietnamese and Western Europe.
//!
//! Own code because the standard one brings tables of every script, 5 KB (brotli) in WebAssembly; a test compares the two.

use alloc::string::String;

/// The small letter of a letter; anything else stays.
pub(crate) fn small(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\u{D7}' => c,
        'À'..='Þ' => char::from_u32(u32::from(c) + 0x20).unwrap_or(c),
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => char::from_u32(u32::from(c) + 1).unwrap_or(c),
        'Ạ'..='ỹ' if u32::from(c) % 2 == 0 => char::from_u32(u32::from(c) + 1).unwrap_or(c),
        _ => c,
    }
}

/// The text in small letters.
pub(crate) fn in_small_letters(text: &str) -> String {
    let mut out = String::new();
    text.chars().for_each(|c| out.push(small(c)));
    out
}

#[cfg(test)]
mod tests {
    use super::small;

    #[test]
    fn small_letters_are_those_of_unicode() {
        let western = '\0'..='\u{FF}';
        let vietnamese = "ĂÂÊÔƠƯĐĨŨăâêôơưđĩũ".chars().chain('\u{1EA0}'..='\u{1EF9}');
        for c in western.chain(vietnamese) {
            assert_eq!(Some(small(c)), c.to_lowercase().next(), "{c}");
        }
    }
}
