//! Data of one place from several files: what agrees is joined, what differs is named side by side, nothing is picked.

mod documents;
mod entry;
mod figures;
mod place;
mod sides;

use crate::city::CityData;
use crate::criteria::CriteriaSet;
use alloc::vec::Vec;

pub use entry::{MergeEntry, MergeKind, MergeSide, MergeSubject};

/// One file's data of the place.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct MergePart<'c> {
    /// Name of the file, as the entries give it.
    pub file: &'c str,
    /// What it says.
    pub city: &'c CityData,
}

impl<'c> MergePart<'c> {
    /// A file with its data.
    #[must_use]
    pub fn new(file: &'c str, city: &'c CityData) -> Self {
        Self { file, city }
    }
}

/// What came of joining.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Merge {
    /// The joined data; none where something contradicts.
    pub city: Option<CityData>,
    /// Everything that more than one file says, in the order of the data: contradictions, agreements, and what was put together.
    pub entries: Vec<MergeEntry>,
}

impl Merge {
    /// The contradictions.
    pub fn conflicts(&self) -> impl Iterator<Item = &MergeEntry> {
        self.entries.iter().filter(|entry| entry.kind == MergeKind::Conflict)
    }
}

/// Joins the data of one place.
///
/// A figure is the same when criterion, data point, role, period and part are; one without a period is held against that of
/// another file with one. What only one file says is taken; what several say alike stands once; what differs in any field (value,
/// status, unit, source, ...) is a contradiction, and then nothing is joined. A figure that is only said to be missing (status `O`)
/// gives way to one that is there. Who prepared the data is joined into one list. With a set, an id and a symbol of one unit are
/// the same unit.
///
/// ```
/// use dothi::{CityFile, MergeKind, MergePart, merge};
/// let read = |value: &str| {
///     let place = r#"{"code":"01","name":{"vi":"Hà Nội"},"kind":"province"}"#;
///     let text = format!(r#"{{"format":1,"cities":[{{"unit":{place},"observations":[{{"criterion":"a","value":{value}}}]}}]}}"#);
///     CityFile::from_json(text.as_bytes()).unwrap().0.cities.remove(0)
/// };
/// let (health, transport) = (read("5"), read("6"));
/// let merged = merge(&[MergePart::new("y-te.xlsx", &health), MergePart::new("giao-thong.csv", &transport)], None);
/// assert!(merged.city.is_none());
/// let conflict = merged.conflicts().next().unwrap();
/// assert_eq!((conflict.field, conflict.sides.len()), ("value", 2));
/// ```
#[must_use]
pub fn merge(parts: &[MergePart<'_>], set: Option<&CriteriaSet>) -> Merge {
    let mut entries = Vec::new();
    let Some(mut city) = place::merged(parts, &mut entries) else { return Merge { city: None, entries } };
    city.observations = figures::merged(parts, set, &mut entries);
    city.evidence = documents::merged(parts, &mut entries);
    city.not_applicable = documents::claims(parts, &mut entries);
    city.references = figures::references(parts, &mut entries);
    city.published = figures::published(parts, &mut entries);
    let whole = entries.iter().all(|entry| entry.kind != MergeKind::Conflict);
    Merge { city: whole.then_some(city), entries }
}

#[cfg(test)]
mod tests;
