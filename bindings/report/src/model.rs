//! A report before it is known how it is written: the same pieces in the same order for every format.

use crate::chart::Chart;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Lang, Outcome};

/// How a piece of text is toned.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// As it comes.
    Plain,
    /// Heads, totals, statements.
    Strong,
    /// Less important.
    Dim,
    /// An outcome: a sign and a word.
    Of(Outcome),
}

/// A line of text; it may lead to a place in the report or to an address.
#[derive(Clone)]
pub(crate) struct Line {
    pub(crate) tone: Tone,
    pub(crate) text: String,
    pub(crate) link: Option<String>,
    /// The id by which it is found.
    pub(crate) id: Option<String>,
}

/// A cell: lines below each other.
#[derive(Clone, Default)]
pub(crate) struct Cell {
    pub(crate) lines: Vec<Line>,
}

impl Cell {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self::default().and(Tone::Plain, text)
    }

    pub(crate) fn strong(text: impl Into<String>) -> Self {
        Self::default().and(Tone::Strong, text)
    }

    pub(crate) fn of(outcome: Outcome, text: impl Into<String>) -> Self {
        Self::default().and(Tone::Of(outcome), text)
    }

    /// One more line; an empty one is left out.
    pub(crate) fn and(mut self, tone: Tone, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.lines.push(Line { tone, text, link: None, id: None });
        }
        self
    }

    /// One more line that leads somewhere: `#id` in the report, or an address.
    pub(crate) fn linked(mut self, text: impl Into<String>, link: impl Into<String>) -> Self {
        self.lines.push(Line { tone: Tone::Plain, text: text.into(), link: Some(link.into()), id: None });
        self
    }

    /// One more line that links lead to.
    pub(crate) fn anchored(mut self, text: impl Into<String>, id: impl Into<String>) -> Self {
        self.lines.push(Line { tone: Tone::Plain, text: text.into(), link: None, id: Some(id.into()) });
        self
    }
}

/// How a column is set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text that may be wrapped.
    Text,
    /// What the row is about.
    Name,
    /// A short word or sign.
    Word,
    /// A number.
    Number,
}

/// A column.
#[derive(Clone)]
pub(crate) struct Column {
    pub(crate) head: String,
    pub(crate) kind: Kind,
    /// Share of the width, for formats that have to be told.
    pub(crate) weight: u32,
}

/// A row.
#[derive(Clone)]
pub(crate) enum Row {
    /// A cell for each column.
    Cells(Vec<Cell>),
    /// The head of the rows that follow: a cell for each column.
    Head(Vec<Cell>),
    /// One cell over all columns.
    Wide(Cell),
}

/// How many columns each cell of a head takes: a cell with text takes the empty ones that follow it, an empty one before it stands alone.
pub(crate) fn spans(cells: &[Cell]) -> Vec<(&Cell, usize)> {
    let mut out: Vec<(&Cell, usize)> = Vec::new();
    for cell in cells {
        match out.last_mut() {
            Some((before, span)) if cell.lines.is_empty() && !before.lines.is_empty() => *span += 1,
            _ => out.push((cell, 1)),
        }
    }
    out
}

/// A table.
#[derive(Clone)]
pub(crate) struct Table {
    pub(crate) caption: String,
    /// The caption is seen; else the heading above says the same, and it is only read aloud.
    pub(crate) shown: bool,
    /// Its rows may be longer than a page.
    pub(crate) tall: bool,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
}

impl Table {
    pub(crate) fn new(caption: impl Into<String>) -> Self {
        Self { caption: caption.into(), shown: false, tall: false, columns: Vec::new(), rows: Vec::new() }
    }

    /// With a caption that is seen.
    pub(crate) fn shown(mut self) -> Self {
        self.shown = true;
        self
    }

    /// With rows that may be longer than a page.
    pub(crate) fn tall(mut self) -> Self {
        self.tall = true;
        self
    }

    /// Widths of the columns in per cent.
    pub(crate) fn widths(&self) -> impl Iterator<Item = u32> {
        let all = self.columns.iter().map(|c| c.weight).sum::<u32>().max(1);
        self.columns.iter().map(move |c| c.weight * 100 / all)
    }

    pub(crate) fn column(mut self, kind: Kind, weight: u32, head: &str) -> Self {
        self.columns.push(Column { head: crate::words::capital(head), kind, weight });
        self
    }

    pub(crate) fn rows(mut self, rows: impl IntoIterator<Item = Vec<Cell>>) -> Self {
        self.rows.extend(rows.into_iter().map(Row::Cells));
        self
    }
}

/// One result in a box.
#[derive(Clone)]
pub(crate) struct Card {
    pub(crate) head: String,
    pub(crate) statement: String,
    pub(crate) lines: Vec<String>,
}

/// A piece of a report.
#[derive(Clone)]
pub(crate) enum Block {
    /// A part about one place, or the comparison: what it is, its title; begins a page unless it is the first.
    Title { id: String, over: String, text: String, under: String },
    /// A heading of depth 1 or 2.
    Heading { depth: u8, id: String, text: String },
    /// A paragraph.
    Text(Tone, String),
    /// What must be read before the result.
    Marks { head: String, lines: Vec<String> },
    /// Names and what they are.
    Facts(Vec<(String, String)>),
    /// Lines with a sign each, and lines below it.
    Items(Vec<Item>),
    /// Results side by side.
    Cards(Vec<Card>),
    /// A table.
    Table(Table),
    /// A chart; its id is its own in the report.
    Chart { id: String, chart: Chart },
    /// Lines in two columns, centred: the head and the foot of an official document.
    #[cfg(feature = "programme")]
    Pair(Vec<Line>, Vec<Line>),
    /// Links to the headings: id and text.
    Contents { head: String, entries: Vec<(String, String)> },
}

impl Block {
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self::Text(Tone::Plain, text.into())
    }

    pub(crate) fn dim(text: impl Into<String>) -> Self {
        Self::Text(Tone::Dim, text.into())
    }
}

/// A line of a list.
#[derive(Clone)]
pub(crate) struct Item {
    pub(crate) sign: String,
    pub(crate) text: String,
    pub(crate) below: Vec<String>,
}

impl Item {
    pub(crate) fn new(sign: &str, text: impl Into<String>) -> Self {
        Self { sign: sign.into(), text: text.into(), below: Vec::new() }
    }
}

/// How the pages look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// A report of this project.
    Report,
    /// A document as offices write it: its fonts and margins.
    #[cfg(feature = "programme")]
    Office,
}

/// A whole report.
pub(crate) struct Document {
    pub(crate) lang: Lang,
    pub(crate) look: Look,
    /// Title of the file.
    pub(crate) title: String,
    /// The head of each printed page.
    pub(crate) running_head: String,
    /// The foot of each printed page: the marks.
    pub(crate) running_foot: String,
    pub(crate) blocks: Vec<Block>,
}
