//! Fields of one thing, as several files give them.

use super::entry::{MergeEntry, MergeKind, MergeSide, MergeSubject};
use crate::finding::Place;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// One file's word on a thing.
pub(super) struct Side<'c, T> {
    pub(super) file: &'c str,
    pub(super) place: Place,
    pub(super) item: T,
}

impl<T: Clone> Clone for Side<'_, T> {
    fn clone(&self) -> Self {
        Self { file: self.file, place: self.place.clone(), item: self.item.clone() }
    }
}

impl<T> Side<'_, T> {
    pub(super) fn says(&self, value: impl ToString) -> MergeSide {
        MergeSide { file: self.file.into(), place: self.place.clone(), value: value.to_string() }
    }
}

/// Names of fields and how each is read as text; none = nothing is said.
pub(super) type Fields<T> = [(&'static str, fn(&T) -> Option<String>)];

/// Compares the fields of one thing; contradictions become entries. True when there is none.
pub(super) fn compare<T>(
    subject: &MergeSubject,
    sides: &[Side<'_, &T>],
    fields: &Fields<T>,
    same: impl Fn(&str, &str, &str) -> bool,
    entries: &mut Vec<MergeEntry>,
) -> bool {
    let mut agree = true;
    for (field, read) in fields {
        let said: Vec<(&Side<'_, &T>, String)> = sides.iter().filter_map(|side| Some((side, read(side.item)?))).collect();
        let Some((_, first)) = said.first() else { continue };
        if said.iter().all(|(_, value)| value == first || same(field, value, first)) {
            continue;
        }
        agree = false;
        let sides = said.iter().map(|(side, value)| side.says(value)).collect();
        entries.push(MergeEntry { kind: MergeKind::Conflict, subject: subject.clone(), field, sides });
    }
    agree
}

/// Says that several files have the same, and what.
pub(super) fn agreed<T>(
    subject: &MergeSubject,
    sides: &[Side<'_, &T>],
    field: &'static str,
    read: impl Fn(&T) -> String,
    entries: &mut Vec<MergeEntry>,
) {
    if sides.len() > 1 {
        let sides = sides.iter().map(|side| side.says(read(side.item))).collect();
        entries.push(MergeEntry { kind: MergeKind::Same, subject: subject.clone(), field, sides });
    }
}

/// Groups things by a key, in the order in which they are first named.
pub(super) fn groups<'c, T, K: Ord + Clone>(all: Vec<Side<'c, T>>, key: impl Fn(&T) -> K) -> Vec<Vec<Side<'c, T>>> {
    let mut order: alloc::collections::BTreeMap<K, usize> = alloc::collections::BTreeMap::new();
    let mut out: Vec<Vec<Side<'c, T>>> = Vec::new();
    for side in all {
        let next = out.len();
        let at = *order.entry(key(&side.item)).or_insert(next);
        match out.get_mut(at) {
            Some(group) => group.push(side),
            None => out.push(Vec::from([side])),
        }
    }
    out
}
