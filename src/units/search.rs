//! Searching without diacritics.

use super::model::AdminUnit;
use super::name::{Reading, readings};
use super::query::UnitQuery;
use super::registry::UnitRegistry;
use crate::vietnamese::{CollationKey, collation_key, fold};
use alloc::string::String;
use alloc::vec::Vec;

/// What of a unit is searched.
#[derive(Clone, Debug)]
pub(super) struct Searched {
    /// Its name without the words that say what it is: the key, and the key folded.
    pub(super) key: String,
    pub(super) name: String,
    /// The full name, folded.
    pub(super) full: String,
    /// Its other names, folded.
    pub(super) aliases: Vec<String>,
}

/// How well a unit fits, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Its code, or its name letter by letter.
    Whole,
    /// Its name but for the diacritics.
    Folded,
    Alias,
    /// Its name begins so.
    Start,
    /// A word inside begins so.
    Inside,
}

impl UnitRegistry {
    /// Units whose name has a word beginning with the text, whatever its diacritics; also by code and by other names. The best
    /// come first, then the order of Vietnamese dictionaries. Text that says nothing, or is longer than any name, finds nothing.
    #[must_use]
    pub fn search(&self, text: &str, query: &UnitQuery<'_>) -> Vec<&AdminUnit> {
        let asked: Vec<(Reading, String)> = readings(text).into_iter().map(with_folded).collect();
        let units = self.units.iter().zip(&self.searched).filter(|(unit, _)| query.holds(unit));
        let mut found: Vec<(Fit, CollationKey, &AdminUnit)> = units
            .filter_map(|(unit, searched)| {
                let own = asked.iter().filter(|(reading, _)| reading.admin_type.is_none_or(|said| said == unit.admin_type));
                let by_name = own.filter_map(|(reading, folded)| fit(searched, &reading.key, folded)).min();
                let fit = if unit.code == text.trim() { Some(Fit::Whole) } else { by_name };
                Some((fit?, collation_key(&unit.name), unit))
            })
            .collect();
        found.sort_by(|a, b| (a.0, &a.1, &a.2.code).cmp(&(b.0, &b.1, &b.2.code)));
        found.into_iter().map(|(.., unit)| unit).collect()
    }
}

fn with_folded(reading: Reading) -> (Reading, String) {
    let folded = fold(&reading.key);
    (reading, folded)
}

fn fit(searched: &Searched, key: &str, asked: &str) -> Option<Fit> {
    // Of text that is marks only nothing is left.
    if asked.is_empty() {
        return None;
    }
    if searched.key == key {
        return Some(Fit::Whole);
    }
    if searched.name == asked || searched.full == asked {
        return Some(Fit::Folded);
    }
    if searched.aliases.iter().any(|alias| alias == asked) {
        return Some(Fit::Alias);
    }
    if searched.name.starts_with(asked) {
        return Some(Fit::Start);
    }
    let texts = searched.aliases.iter().chain([&searched.full]);
    let inside =
        |text: &String| text.match_indices(asked).any(|(at, _)| at == 0 || text.get(..at).is_some_and(|before| before.ends_with(' ')));
    texts.into_iter().any(inside).then_some(Fit::Inside)
}
