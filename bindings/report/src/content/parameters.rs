//! Parameters as used, and how the level depends on the shares among them.

use super::Part;
use super::subject::Subject;
use crate::model::{Block, Cell, Item, Kind, Table, Tone};
use crate::number;
use crate::words::{T, capital};
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;
use dothi::{Parameter, ParameterUsed};

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    let set = s.a.set();
    if set.header().parameters.is_empty() {
        return;
    }
    part.section(s.say(T::Parameters));
    let used = s.a.parameters();
    let row = |(p, used): (&Parameter, &ParameterUsed)| {
        let level = p.level.map_or_else(|| s.say(T::AllLevels).to_string(), |level| s.short_level(level));
        let tone = if used.value == used.default { Tone::Plain } else { Tone::Strong };
        let read = set.how_read(p.confidence, &p.cites, s.lang);
        let basis = format!("{}; {} ({read})", p.basis.label(s.lang), s.a.cites_text(&p.cites));
        Vec::from([
            Cell::new(capital(p.title.get(s.lang))).and(Tone::Dim, p.id.as_str()),
            Cell::new(level),
            Cell::default().and(tone, number::exact(used.value, s.lang)),
            Cell::new(number::exact(used.default, s.lang)),
            Cell::default().and(Tone::Dim, basis),
        ])
    };
    let table = Table::new(s.say(T::Parameters))
        .column(Kind::Name, 38, s.say(T::Parameter))
        .column(Kind::Word, 12, s.say(T::Level))
        .column(Kind::Number, 10, s.say(T::Used))
        .column(Kind::Number, 10, s.say(T::Default))
        .column(Kind::Text, 30, s.say(T::Basis))
        .rows(set.header().parameters.iter().zip(&used).map(row));
    part.push(Block::Table(table));
    let items: Vec<Item> = s
        .views()
        .flat_map(|(view, verified)| {
            let state = capital(s.state(verified));
            s.a.sensitivity(view).into_iter().map(move |one| Item::new("–", format!("{state}: {}.", one.text(s.lang))))
        })
        .collect();
    if !items.is_empty() {
        part.under(s.say(T::Sensitivity));
        part.push(Block::Items(items));
    }
}
