//! The salt of a record.

use crate::digest::{hex, is_sha256};
use alloc::string::String;
use core::fmt;

/// 32 random bytes that keep sealed texts from being guessed. The library draws none: the caller gives them.
///
/// ```
/// let salt = dothi::Salt::new([7; 32]);
/// assert_eq!(dothi::Salt::parse(&salt.to_hex()), Some(salt));
/// assert_eq!(dothi::Salt::parse("07"), None);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Salt([u8; 32]);

impl Salt {
    /// Takes random bytes.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads 64 hexadecimal digits in small letters.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if !is_sha256(text) {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, at) in bytes.iter_mut().zip((0..).step_by(2)) {
            *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// As it is written.
    #[must_use]
    pub fn to_hex(&self) -> String {
        hex(&self.0)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// A salt is a secret; it does not stand in logs.
impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(..)")
    }
}
