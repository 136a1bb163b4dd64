//! What kind of table a CSV text is, by its column names.

use crate::records::{Next, Records};
use crate::vietnamese::in_small_letters;
use alloc::string::String;
use alloc::vec::Vec;

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// A kind of table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A column for each figure.
    Wide,
    /// A row for each figure.
    Tidy,
    /// City data.
    Facts,
}

impl Shape {
    /// The shape, the separator and the column names in small letters; none without a header.
    pub(super) fn of(text: &str) -> Option<(Self, u8, Vec<String>)> {
        let names = |separator| {
            let mut records = Records::new(text, separator);
            let record = (records.next() == Next::Record).then(|| records.record())?;
            let names = (0..record.len()).map(|at| in_small_letters(record.cell(at))).collect::<Vec<_>>();
            Some((separator, names))
        };
        let known = |names: &[String]| {
            names.iter().filter(|name| ["unit_code", "item", "kind", "value", "period"].contains(&name.as_str())).count()
        };
        // Of equals the first, so that a table of one column is one of commas.
        let found = SEPARATORS.into_iter().rev().filter_map(names).max_by_key(|(_, names)| known(names));
        let (separator, names) = found?;
        let has = |name: &str| names.iter().any(|own| own == name);
        let shape = if has("item") {
            Self::Facts
        } else if has("criterion") && has("value") {
            Self::Tidy
        } else {
            Self::Wide
        };
        Some((shape, separator, names))
    }
}
