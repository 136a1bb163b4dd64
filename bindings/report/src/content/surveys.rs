//! Surveys with their intervals.

use super::Part;
use super::subject::Subject;
use crate::model::{Block, Cell, Kind, Table, Tone};
use crate::words::{T, capital};
use alloc::format;
use alloc::vec::Vec;

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    let surveys: Vec<_> = s.a.self_assessed().criteria.iter().filter_map(|c| Some((c, c.survey.as_ref()?))).collect();
    if surveys.is_empty() {
        return;
    }
    part.section(s.say(T::Surveys));
    let rows = surveys.into_iter().map(|(c, survey)| {
        let told = survey.texts(s.lang).iter().fold(Cell::default(), |cell, text| cell.and(Tone::Plain, capital(text)));
        let levels = c.levels.iter().fold(Cell::default(), |cell, l| {
            let text = format!("{}: {} {}", s.short_level(l.level), s.asked(c, l), l.outcome.sign());
            cell.and(Tone::Of(l.outcome), text)
        });
        Vec::from([
            Cell::new(c.criterion.label.as_str()),
            s.name_cell(c.criterion),
            told,
            levels,
            Cell::of(c.outcome, s.outcome(c.outcome)),
        ])
    });
    let table = Table::new(s.say(T::Surveys))
        .column(Kind::Word, 6, "")
        .column(Kind::Name, 28, s.say(T::Criterion))
        .column(Kind::Text, 34, s.say(T::Survey))
        .column(Kind::Text, 16, s.say(T::ToReach))
        .column(Kind::Text, 16, s.say(T::Outcome))
        .rows(rows);
    part.push(Block::Table(table));
}
