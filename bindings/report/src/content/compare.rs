//! Several places side by side.

use super::head;
use super::published;
use super::result::slices;
use super::subject::Subject;
use crate::chart::{Amount, Bar, Bars, Chart, Fill, Frame, Strip, StripRow, Swatch};
use crate::model::{Block, Cell, Kind, Row, Table, Tone};
use crate::number;
use crate::words::{T, fill};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Dec, Lang, Outcome, PublishedResult, ranks};

pub(super) fn part(subjects: &[Subject<'_, '_>], lang: Lang) -> Vec<Block> {
    let mut out = Vec::new();
    let Some(first) = subjects.first() else { return out };
    let n = subjects.len().to_string();
    out.push(Block::Title {
        id: "all".into(),
        over: T::Report.get(lang).into(),
        text: fill(T::Compared, lang, &[("n", &n)]),
        under: first.a.set().header().title.get(lang).into(),
    });
    let facts = [(T::Edition, first.a.set().id()), (T::Scheme, first.a.scheme().title.get(lang).into()), (T::AsOf, first.as_of())];
    out.push(Block::Facts(facts.into_iter().map(|(key, value)| (key.get(lang).into(), value)).collect()));
    let mut lines = head::sentences(subjects, lang);
    let verified = subjects.iter().any(|s| s.a.verified().is_some());
    lines.push(if verified { T::BothStates } else { T::OnlySelf }.get(lang).into());
    out.push(Block::Marks { head: T::Marks.get(lang).into(), lines });
    let entries: Vec<(String, String)> = subjects.iter().map(|s| (s.id.clone(), s.full_name())).collect();
    let shared = (String::from("common"), format!("{}: {}", T::CommonParts.get(lang), T::Method.get(lang)));
    out.push(Block::Contents { head: T::Contents.get(lang).into(), entries: entries.into_iter().chain([shared]).collect() });
    out.push(Block::Table(table(subjects, lang)));
    out.extend(remarks(subjects, lang));
    out.extend(chart(subjects, lang).map(|chart| Block::Chart { id: "all-chart".into(), chart }));
    out.extend(notes(subjects));
    out
}

fn scored(subjects: &[Subject<'_, '_>]) -> bool {
    subjects.iter().any(|s| s.a.scheme().score.is_some())
}

/// The published result of the whole, where there is one.
fn overall<'a>(s: &Subject<'_, 'a>) -> Option<PublishedResult<'a>> {
    s.a.published().into_iter().find(|p| p.published.group.is_none())
}

fn table(subjects: &[Subject<'_, '_>], lang: Lang) -> Table {
    let ranked = scored(subjects);
    let published = subjects.iter().any(|s| overall(s).is_some());
    let scores: Vec<Option<Dec>> = subjects.iter().map(|s| s.a.self_assessed().score.map(|score| score.value)).collect();
    let places = ranks(&scores);
    let among = scores.iter().flatten().count().to_string();
    let mut table = Table::new(fill(T::Compared, lang, &[("n", &subjects.len().to_string())]))
        .column(Kind::Name, 19, T::Place.get(lang))
        .column(Kind::Text, 10, T::State.get(lang))
        .column(Kind::Text, 21, T::ReachedLevel.get(lang));
    if ranked {
        table = table.column(Kind::Number, 13, &fill(T::Rank, lang, &[("n", &among)]));
    }
    table = table.column(Kind::Text, 17, T::CriteriaWord.get(lang));
    if published {
        for (kind, weight, head) in [(Kind::Number, 12, T::PublishedValue), (Kind::Number, 13, T::Difference), (Kind::Text, 12, T::Agrees)]
        {
            table = table.column(kind, weight, head.get(lang));
        }
    }
    let mut order: Vec<(Option<u32>, &Subject<'_, '_>)> = places.into_iter().zip(subjects).collect();
    if ranked {
        order.sort_by_key(|(rank, _)| rank.unwrap_or(u32::MAX));
    }
    for (rank, s) in order {
        for (view, verified) in s.views() {
            let mut row = Vec::from([place(s), Cell::new(s.state(verified)), Cell::strong(s.statement(view))]);
            if ranked {
                // Ranks are of self-assessed scores.
                row.push(Cell::new(rank.filter(|_| !verified).map(|r| r.to_string()).unwrap_or_default()));
            }
            let counts = slices(s, view).into_iter();
            row.push(counts.fold(Cell::default(), |cell, part| {
                cell.and(Tone::Plain, format!("{} {}: {}", part.key.sign, part.key.label, part.count))
            }));
            if published {
                let found = overall(s).filter(|_| !verified);
                row.extend(found.map_or_else(|| [Cell::default(), Cell::default(), Cell::default()], |p| published::cells(s, &p)));
            }
            table.rows.push(Row::Cells(row));
        }
    }
    table
}

/// Name with a link to its part, kind and code, and that the data are made up.
fn place(s: &Subject<'_, '_>) -> Cell {
    let unit = &s.a.city().unit;
    let cell = Cell::default().linked(s.name(), format!("#{}", s.id));
    let cell = cell.and(Tone::Dim, format!("{}, {}", unit.code, unit.kind.short_label(s.lang)));
    s.a.city().marks().iter().fold(cell, |cell, mark| cell.and(Tone::Strong, mark.text.get(s.lang)))
}

fn remarks(subjects: &[Subject<'_, '_>], lang: Lang) -> Vec<Block> {
    let mut out = Vec::new();
    if scored(subjects) {
        let among = subjects.iter().filter(|s| s.a.self_assessed().score.is_some()).count().to_string();
        out.push(Block::dim(fill(T::RankNote, lang, &[("n", &among)])));
    } else {
        let levels = subjects.iter().any(|s| !s.a.scheme().levels.is_empty() && !s.a.scheme().verdict);
        out.push(Block::dim(if levels { T::NotRanked } else { T::NotRankedHere }.get(lang)));
    }
    let kinds = subjects.windows(2).any(|pair| matches!(pair, [a, b] if a.a.city().unit.kind != b.a.city().unit.kind));
    if kinds {
        out.push(Block::dim(T::OtherKinds.get(lang)));
    }
    if let Some((s, all)) = subjects.iter().map(|s| (s, s.a.published())).find(|(_, all)| !all.is_empty()) {
        out.push(Block::dim(published::tolerance(s, &all)));
    }
    out
}

/// Scores as bars, or outcomes as strips.
fn chart(subjects: &[Subject<'_, '_>], lang: Lang) -> Option<Chart> {
    let frame = |title: T| Frame::new(title.get(lang), head::foot(subjects, lang), lang);
    if scored(subjects) {
        let bar = |s: &Subject<'_, '_>| {
            let view = s.a.self_assessed();
            let top = s.top()?;
            let (end, amount) = match (view.score, view.score_range) {
                (Some(score), _) => {
                    let text = number::score(score.value, lang);
                    (text.clone(), Some(Amount::of(text, score.value, top)))
                }
                // As in the part of the place: the bar shows the lower one, both are told.
                (None, Some(range)) => {
                    let text = format!("{}–{}", number::brief(range.low, lang), number::brief(range.high, lang));
                    (text.clone(), Some(Amount::of(text, range.low, top)))
                }
                (None, None) => (T::ScoreUndecided.get(lang).into(), None),
            };
            Some(Bar::new(s.name(), end, Fill::Share(Swatch::of(Outcome::Passed), amount)))
        };
        return Some(Bars::new(frame(T::ScoreBars), subjects.iter().filter_map(bar)).into());
    }
    let rows = subjects.iter().flat_map(|s| {
        s.views().map(move |(view, verified)| StripRow::new(format!("{} – {}", s.name(), s.state(verified)), slices(s, view)))
    });
    Some(Strip::new(frame(T::OutcomeChart), rows).into())
}

/// What the data say about their places, each sentence once with the places it stands by.
fn notes(subjects: &[Subject<'_, '_>]) -> Vec<Block> {
    let mut said: Vec<(&str, Vec<&str>)> = Vec::new();
    for s in subjects {
        for note in &s.a.city().notes {
            let text = note.get(s.lang);
            match said.iter_mut().find(|(known, _)| *known == text) {
                Some((_, names)) => names.push(s.name()),
                None => said.push((text, Vec::from([s.name()]))),
            }
        }
    }
    said.into_iter().map(|(text, names)| Block::plain(format!("{}: {text}", names.join(", ")))).collect()
}
