//! The result in a sentence for each state, and how many criteria came to what.

use super::Part;
use super::subject::{Subject, is_not_asked};
use crate::chart::{Chart, Frame, Key, Part as Slice, Strip, StripRow};
use crate::model::{Block, Card};
use crate::words::{T, capital};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Outcome, View};

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    part.section(s.say(T::Result));
    let card = |(view, verified)| {
        let view: &View<'_> = view;
        Card { head: capital(s.state(verified)), statement: s.statement(view), lines: counted(s, view) }
    };
    part.push(Block::Cards(s.views().map(card).collect()));
    part.push(Block::Chart { id: format!("{}-strip", s.id), chart: strip(s) });
}

/// `✓ đạt: 40`, one line for each outcome that occurs; what is not asked of the kind of place is counted apart.
fn counted(s: &Subject<'_, '_>, view: &View<'_>) -> Vec<String> {
    let (slices, also) = counts(s, view);
    slices.iter().map(|part| format!("{} {}: {}", part.key.sign, part.key.label, part.count)).chain(also).collect()
}

/// The same as amounts, and what has to be said beside them.
pub(crate) fn counts(s: &Subject<'_, '_>, view: &View<'_>) -> (Vec<Slice>, Vec<String>) {
    let mut also = Vec::new();
    let fragile = view.summary().fragile;
    let not_asked = view.criteria.iter().filter(|c| is_not_asked(c)).count();
    if fragile > 0 {
        also.push(s.fill(if fragile == 1 { T::FragileOne } else { T::Fragile }, &[("n", &fragile.to_string())]));
    }
    if not_asked > 0 {
        also.push(s.fill(T::NotAskedCount, &[("n", &not_asked.to_string())]));
    }
    (slices(s, view), also)
}

/// Criteria that are asked, by outcome.
pub(super) fn slices(s: &Subject<'_, '_>, view: &View<'_>) -> Vec<Slice> {
    let count = |outcome: Outcome| view.criteria.iter().filter(|c| c.outcome == outcome && !is_not_asked(c)).count();
    let all = Outcome::ALL.iter().map(|o| (*o, u32::try_from(count(*o)).unwrap_or(u32::MAX)));
    all.filter(|(_, n)| *n > 0).map(|(o, n)| Slice::new(Key::of(o, s.lang), n)).collect()
}

/// All criteria that are asked, by outcome, one bar for each state.
pub(crate) fn strip(s: &Subject<'_, '_>) -> Chart {
    let rows = s.views().map(|(view, verified)| StripRow::new(capital(s.state(verified)), slices(s, view)));
    Strip::new(Frame::new(s.say(T::OutcomeChart), s.mark_line(), s.lang), rows).into()
}
