//! Vietnamese text: folded for searching, sorted as in a dictionary; decomposed letters composed, old encodings recognised.

mod compose;
mod encodings;
mod fold;
mod legacy;
mod small;
mod syllable;

pub(crate) use compose::compose;
pub use fold::{CollationKey, collation_key, fold};
#[cfg(feature = "units")]
pub(crate) use fold::{is_tone, split_tone};
pub(crate) use legacy::legacy;
pub(crate) use small::{in_small_letters, small};

/// Icelandic eth, which looks like `Đ` (U+0110) and is often typed for it.
pub(crate) const ETH: char = '\u{00D0}';
