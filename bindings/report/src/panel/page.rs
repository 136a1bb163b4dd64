//! The parts of an analysis as one page, by the writer of reports.

use super::frame::mark_line;
use super::words::T;
use super::{PanelColumn, PanelPart, PanelTable, diagnosis};
use crate::chart::Chart;
use crate::model::{Block, Cell, Document, Kind, Look, Table, Tone};
use crate::number;
use crate::wording::capital;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Lang, Mark, PanelPlan, PanelResults, SheetDiagnosis};

/// The page of a scored table, of [`results`](super::results) and what is put between them. One self-contained file like [`crate::html`].
#[must_use]
pub fn results_html(found: &PanelResults<'_, '_>, parts: &[PanelPart], lang: Lang) -> String {
    let foot = mark_line(found.plan(), &found.mark_line(lang), None, lang);
    Page::of_plan(T::Page.get(lang), found.plan(), foot, lang).html(parts, lang)
}

/// The page of a diagnosis. One self-contained file like [`crate::html`].
#[must_use]
pub fn diagnosis_html(found: &SheetDiagnosis<'_, '_>, lang: Lang) -> String {
    let foot = mark_line(found.plan(), &found.mark_line(lang), found.period(), lang);
    Page::of_plan(T::PageDiagnosis.get(lang), found.plan(), foot, lang).html(&diagnosis(found, lang), lang)
}

/// What stands around the parts of a page.
pub(super) struct Page {
    /// What is looked at.
    pub(super) what: String,
    /// Title of the set, and its edition.
    pub(super) set: (String, String),
    /// What stands below the title.
    pub(super) under: String,
    /// Names and what they are.
    pub(super) facts: Vec<(String, String)>,
    /// What must be read first.
    pub(super) marks: Vec<String>,
    /// The marks in one line.
    pub(super) foot: String,
}

impl Page {
    pub(super) fn of_plan(what: &str, plan: &PanelPlan<'_>, foot: String, lang: Lang) -> Self {
        let scheme = plan.scheme().title.get(lang);
        let facts = [(T::Edition, plan.set().id()), (T::Scheme, scheme.into()), (T::AsOf, number::date(plan.as_of(), lang))];
        let mut marks = sentences(plan.marks(), lang);
        marks.push(T::OnlySelf.get(lang).into());
        Self {
            what: what.into(),
            set: (plan.set().header().title.get(lang).into(), plan.set().id()),
            under: scheme.into(),
            facts: facts.into_iter().map(|(key, value)| (key.get(lang).into(), value)).collect(),
            marks,
            foot,
        }
    }

    pub(super) fn html(self, parts: &[PanelPart], lang: Lang) -> String {
        let (title, edition) = self.set;
        let over = self.what.clone();
        let mut blocks = Vec::from([Block::Title { id: "panel".into(), over, text: title.clone(), under: self.under }]);
        blocks.push(Block::Facts(self.facts));
        blocks.push(Block::Marks { head: T::ReadFirst.get(lang).into(), lines: self.marks });
        let headed = || parts.iter().enumerate().map(|(at, part)| (format!("panel-{}", at + 1), format!("{}. {}", at + 1, part.title)));
        blocks.push(Block::Contents { head: T::Contents.get(lang).into(), entries: headed().collect() });
        for (part, (id, text)) in parts.iter().zip(headed()) {
            blocks.push(Block::Heading { depth: 1, id: id.clone(), text });
            blocks.extend(part.notes.iter().map(Block::plain));
            let chart = |(at, chart): (usize, &Chart)| Block::Chart { id: format!("{id}-c{at}"), chart: chart.clone() };
            blocks.extend(part.charts.iter().enumerate().map(chart));
            for own in &part.tables {
                blocks.push(Block::Table(table(own, &part.title)));
                blocks.extend(own.below.iter().map(Block::dim));
            }
        }
        crate::html::write(&Document {
            lang,
            look: Look::Report,
            title: format!("{} – {edition}", self.what),
            running_head: format!("{} · {title}", self.what),
            running_foot: self.foot,
            blocks,
        })
    }
}

/// Marks as sentences.
pub(super) fn sentences(marks: &[Mark], lang: Lang) -> Vec<String> {
    marks.iter().map(|mark| format!("{}.", capital(mark.text.get(lang).trim_end_matches('.')))).collect()
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
            PanelColumn::Interval => (Kind::Number, 20),
        };
        out = out.column(kind, weight, head);
    }
    let name = |at: usize| own.columns.get(at).is_some_and(|(_, kind)| *kind == PanelColumn::Name);
    let cell =
        |(at, text): (usize, &String)| if name(at) { Cell::default().and(Tone::Strong, text.as_str()) } else { Cell::new(text.as_str()) };
    out.rows(own.rows.iter().map(|row| row.iter().enumerate().map(cell).collect()))
}
