//! Vietnamese text as it arrives: decomposed letters are composed, old encodings are recognised.

mod compose;
#[cfg(feature = "csv")]
mod encodings;
#[cfg(feature = "csv")]
mod legacy;
#[cfg(feature = "csv")]
mod syllable;

pub(crate) use compose::compose;
#[cfg(feature = "csv")]
pub(crate) use legacy::legacy;

/// Icelandic eth, which looks like `Đ` (U+0110) and is often typed for it.
pub(crate) const ETH: char = '\u{00D0}';
