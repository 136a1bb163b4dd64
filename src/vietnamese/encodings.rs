//! What a byte means in each encoding of before Unicode, in small letters; marks come after their letter.

use super::small as letter;
use alloc::string::String;

/// The small letter of a Latin-1 byte.
pub(super) fn small(byte: u8) -> char {
    letter::small(char::from(byte))
}

pub(super) fn windows_1258(byte: u8, out: &mut String) {
    out.push(match byte {
        0xCC => '\u{0300}',
        0xD2 => '\u{0309}',
        0xDE => '\u{0303}',
        0xEC => '\u{0301}',
        0xF2 => '\u{0323}',
        0xC3 | 0xE3 => 'ă',
        0xD0 | 0xF0 => 'đ',
        0xD5 | 0xF5 => 'ơ',
        0xDD | 0xFD => 'ư',
        _ => small(byte),
    });
}

/// TCVN 5712 VN3 from 0xA1; a point where it has no letter. Capitals are a matter of the font there.
const TCVN3: &str = "ăâêôơưđăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ.";

pub(super) fn tcvn3(byte: u8, out: &mut String) {
    out.push(match byte.checked_sub(0xA1) {
        Some(at) => TCVN3.chars().nth(usize::from(at)).unwrap_or('.'),
        None => char::from(byte),
    });
}

/// VNI writes a vowel and then, as a letter of its own, its marks.
pub(super) fn vni(byte: u8, out: &mut String) {
    out.push_str(match small(byte) {
        'ù' => "\u{0301}",
        'ø' => "\u{0300}",
        'û' => "\u{0309}",
        'õ' => "\u{0303}",
        'ï' => "\u{0323}",
        'â' => "\u{0302}",
        'á' => "\u{0302}\u{0301}",
        'à' => "\u{0302}\u{0300}",
        'å' => "\u{0302}\u{0309}",
        'ã' => "\u{0302}\u{0303}",
        'ä' => "\u{0302}\u{0323}",
        'ê' => "\u{0306}",
        'é' => "\u{0306}\u{0301}",
        'è' => "\u{0306}\u{0300}",
        'ú' => "\u{0306}\u{0309}",
        'ü' => "\u{0306}\u{0303}",
        'ë' => "\u{0306}\u{0323}",
        'ô' => "ơ",
        'ö' => "ư",
        'ñ' => "đ",
        'æ' => "ỉ",
        'ó' => "ĩ",
        'ò' => "ị",
        'î' => "ỵ",
        other => return out.push(other),
    });
}
