//! SHA-256 as it is written: 64 hexadecimal digits in small letters.

use alloc::string::String;
use core::fmt::Write;
use sha2::{Digest, Sha256};

/// SHA-256 of bytes, as 64 hexadecimal digits in small letters.
///
/// ```
/// assert_eq!(&dothi::sha256(b"")[..8], "e3b0c442");
/// ```
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Hexadecimal digits in small letters.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// True for 64 hexadecimal digits in small letters.
#[cfg(feature = "record")]
pub(crate) fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}
