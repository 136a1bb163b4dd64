//! Places by level in each period, as one picture.

use super::words::T;
use crate::chart::{Frame, Key, Part, Strip, StripRow, Swatch};
use crate::number;
use alloc::collections::BTreeMap;
use alloc::string::ToString;
use alloc::vec::Vec;
use dothi::{Date, Lang, Outcome, PanelLevel};

/// One bar for each period. `word`: what a level is called; none where the one level is a verdict.
pub(super) fn strip(frame: Frame, word: Option<&str>, places: impl IntoIterator<Item = (Option<Date>, PanelLevel)>, lang: Lang) -> Strip {
    let mut periods: BTreeMap<Option<Date>, Vec<(PanelLevel, u32)>> = BTreeMap::new();
    for (period, level) in places {
        let counts = periods.entry(period).or_default();
        match counts.iter_mut().find(|(own, _)| *own == level) {
            Some((_, count)) => *count += 1,
            None => counts.push((level, 1)),
        }
    }
    let rows = periods.into_iter().map(|(period, mut counts)| {
        counts.sort_by_key(|(level, _)| match level {
            PanelLevel::Reached(level) => (0, *level),
            PanelLevel::Refused => (2, 0),
            _ => (1, 0),
        });
        let label = period.map(|period| number::date(period, lang)).unwrap_or_default();
        let mut parts: Vec<Part> = Vec::new();
        for (level, count) in counts {
            let key = key(level, word, lang);
            // Places that are open in different ways are one part.
            match parts.iter_mut().find(|part| part.key == key) {
                Some(part) => part.count += count,
                None => parts.push(Part::new(key, count)),
            }
        }
        StripRow::new(label, parts)
    });
    Strip::new(frame, rows)
}

/// What a level looks like.
pub(super) fn key(level: PanelLevel, word: Option<&str>, lang: Lang) -> Key {
    match (level, word) {
        (PanelLevel::Reached(0), Some(_)) => Key::new(Swatch::of_level(0), "0", T::LevelNone.get(lang)),
        (PanelLevel::Reached(level), Some(word)) => Key::new(Swatch::of_level(level), level.to_string(), word),
        (PanelLevel::Reached(0), None) => Key::new(Swatch::of(Outcome::BelowThreshold), "✗", T::VerdictNot.get(lang)),
        (PanelLevel::Reached(_), None) => Key::new(Swatch::of(Outcome::Passed), "✓", T::Verdict.get(lang)),
        (PanelLevel::Refused, _) => Key::new(Swatch::of(Outcome::NotApplicable), "–", T::LevelRefused.get(lang)),
        _ => Key::new(Swatch::of(Outcome::Undecided), "?", T::LevelOpen.get(lang)),
    }
}
