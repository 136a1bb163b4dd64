//! The parts of an analysis as one page, by the writer of reports.

use super::frame::mark_line;
use super::words::T;
use super::{PanelColumn, PanelPart, PanelTable, diagnosis, results};
use crate::model::{Block, Cell, Document, Kind, Look, Table, Tone};
use crate::number;
use crate::wording::capital;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Lang, PanelPlan, PanelResults, SheetDiagnosis, Ties};

/// The page of a scored table: ranks or levels with their pictures, groups, method. One self-contained file like [`crate::html`].
#[must_use]
pub fn results_html(found: &PanelResults<'_, '_>, ties: Ties, lang: Lang) -> String {
    crate::html::write(&document(
        T::Page,
        found.plan(),
        &mark_line(found.plan(), &found.mark_line(lang), None, lang),
        &results(found, ties, lang),
        lang,
    ))
}

/// The page of a diagnosis. One self-contained file like [`crate::html`].
#[must_use]
pub fn diagnosis_html(found: &SheetDiagnosis<'_, '_>, lang: Lang) -> String {
    crate::html::write(&document(
        T::PageDiagnosis,
        found.plan(),
        &mark_line(found.plan(), &found.mark_line(lang), found.period(), lang),
        &diagnosis(found, lang),
        lang,
    ))
}

fn document(what: T, plan: &PanelPlan<'_>, marks: &str, parts: &[PanelPart], lang: Lang) -> Document {
    let (title, set) = (what.get(lang), plan.set().header().title.get(lang));
    let mut blocks =
        Vec::from([Block::Title { id: "panel".into(), over: title.into(), text: set.into(), under: plan.scheme().title.get(lang).into() }]);
    let facts =
        [(T::Edition, plan.set().id()), (T::Scheme, plan.scheme().title.get(lang).into()), (T::AsOf, number::date(plan.as_of(), lang))];
    blocks.push(Block::Facts(facts.into_iter().map(|(key, value)| (key.get(lang).into(), value)).collect()));
    let sentence = |text: &str| format!("{}.", capital(text.trim_end_matches('.')));
    let mut lines: Vec<String> = plan.marks().iter().map(|mark| sentence(mark.text.get(lang))).collect();
    lines.push(T::OnlySelf.get(lang).into());
    blocks.push(Block::Marks { head: T::ReadFirst.get(lang).into(), lines });
    let headed = || parts.iter().enumerate().map(|(at, part)| (format!("panel-{}", at + 1), format!("{}. {}", at + 1, part.title)));
    blocks.push(Block::Contents { head: T::Contents.get(lang).into(), entries: headed().collect() });
    for (part, (id, text)) in parts.iter().zip(headed()) {
        blocks.push(Block::Heading { depth: 1, id: id.clone(), text });
        blocks.extend(part.notes.iter().map(Block::plain));
        blocks.extend(part.charts.iter().enumerate().map(|(at, chart)| Block::Chart { id: format!("{id}-c{at}"), chart: chart.clone() }));
        for own in &part.tables {
            blocks.push(Block::Table(table(own, &part.title)));
            blocks.extend(own.below.iter().map(Block::dim));
        }
    }
    Document {
        lang,
        look: Look::Report,
        title: format!("{title} – {}", plan.set().id()),
        running_head: format!("{title} · {set}"),
        running_foot: marks.into(),
        blocks,
    }
}

fn table(own: &PanelTable, title: &str) -> Table {
    let caption = if own.caption.is_empty() { title } else { &own.caption };
    let mut out = Table::new(caption);
    if !own.caption.is_empty() {
        out = out.shown();
    }
    for (head, kind) in &own.columns {
        let (kind, weight) = match kind {
            PanelColumn::Name => (Kind::Name, 28),
            PanelColumn::Text => (Kind::Text, 26),
            PanelColumn::Word => (Kind::Word, 12),
            PanelColumn::Number => (Kind::Number, 10),
        };
        out = out.column(kind, weight, head);
    }
    let name = |at: usize| own.columns.get(at).is_some_and(|(_, kind)| *kind == PanelColumn::Name);
    let cell =
        |(at, text): (usize, &String)| if name(at) { Cell::default().and(Tone::Strong, text.as_str()) } else { Cell::new(text.as_str()) };
    out.rows(own.rows.iter().map(|row| row.iter().enumerate().map(cell).collect()))
}
