//! Vietnamese text as it arrives: decomposed letters are composed, old encodings are recognised.

mod compose;
mod encodings;
mod legacy;
mod syllable;

pub(crate) use compose::compose;
pub(crate) use legacy::legacy;

/// Icelandic eth, which looks like `Đ` (U+0110) and is often typed for it.
pub(crate) const ETH: char = '\u{00D0}';
