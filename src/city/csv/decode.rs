//! From the bytes of a file to its text: UTF-8 or UTF-16; whatever else it seems to be is named in the refusal.

use crate::finding::{Code, Finding, Place};
use crate::vietnamese::legacy;
use alloc::borrow::Cow;
use alloc::string::String;

/// The yearly data of all 3 321 communes for 65 criteria have about 30 MiB.
const MOST_BYTES: usize = 64 << 20;

/// How files of Excel begin: the zip of `.xlsx`, the container of `.xls`.
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];

pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Finding> {
    let find = |code| Finding::new(code, Place::cell("", 0, ""));
    if bytes.len() > MOST_BYTES {
        return Err(find(Code::TooLarge).with("size", bytes.len()).with("most", MOST_BYTES));
    }
    if WORKBOOKS.iter().any(|start| bytes.starts_with(start)) {
        return Err(find(Code::CsvWorkbook));
    }
    let text = if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        Cow::Owned(utf_16(rest, u16::from_le_bytes).ok_or_else(|| find(Code::CsvBadUtf16))?)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        Cow::Owned(utf_16(rest, u16::from_be_bytes).ok_or_else(|| find(Code::CsvBadUtf16))?)
    } else {
        let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        match core::str::from_utf8(rest) {
            Ok(text) => Cow::Borrowed(text),
            Err(error) => {
                return Err(match legacy(rest) {
                    Some(encoding) => find(Code::LegacyEncoding).with("name", encoding.name()),
                    None => find(Code::NotUtf8).with("at", error.valid_up_to()),
                });
            }
        }
    };
    match legacy(text.as_bytes()) {
        Some(encoding) => Err(find(Code::LegacyEncoding).with("name", encoding.name())),
        None => Ok(text),
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return None;
    }
    char::decode_utf16(pairs.filter_map(|pair| pair.try_into().ok()).map(unit)).collect::<Result<_, _>>().ok()
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::finding::Code;
    use crate::text::Lang;
    use alloc::vec::Vec;

    fn code(bytes: &[u8]) -> Code {
        decode(bytes).unwrap_err().code()
    }

    #[test]
    fn utf_8_and_utf_16_give_the_same_text() {
        let text = "item,value\nĐường 😀,1\n";
        let (mut little, mut big) = (Vec::from(b"\xFF\xFE"), Vec::from(b"\xFE\xFF"));
        for unit in text.encode_utf16() {
            little.extend(unit.to_le_bytes());
            big.extend(unit.to_be_bytes());
        }
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        for bytes in [text.as_bytes(), &marked, &little, &big] {
            assert_eq!(decode(bytes).unwrap(), text);
        }
    }

    #[test]
    fn other_files_are_refused_by_name() {
        assert_eq!(code(b"PK\x03\x04rest"), Code::CsvWorkbook);
        assert_eq!(code(b"\xFF\xFEa"), Code::CsvBadUtf16);
        assert_eq!(code(b"\xFE\xFF\xD8\x00"), Code::CsvBadUtf16);
        assert_eq!(code(b"item\n\xFF\xFF"), Code::NotUtf8);
        let tcvn3 = decode(b"item,value\nunit,Th\xB5nh ph\xE8 V\xDD D\xF4\n").unwrap_err();
        assert_eq!(tcvn3.code(), Code::LegacyEncoding);
        assert!(tcvn3.message(Lang::En).contains("TCVN3 (ABC)"));
        assert_eq!(code("item,value\nunit,Daân soá ñoâ thò\n".as_bytes()), Code::LegacyEncoding);
    }
}
