//! The pieces of a report as JSON.

use crate::chart::{Chart, Size, Swatch};
use crate::model::{Block, Cell, Item, Kind, Line, Row, Table, Tone};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// A piece.
#[derive(Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(super) enum Shown {
    Heading {
        text: String,
    },
    Text {
        tone: &'static str,
        text: String,
    },
    Items {
        items: Vec<ShownItem>,
    },
    Table(ShownTable),
    /// SVG text for wide and for narrow screens.
    Chart {
        id: String,
        title: String,
        table: Vec<Vec<String>>,
        wide: String,
        narrow: String,
    },
}

#[derive(Serialize)]
pub(super) struct ShownItem {
    sign: String,
    text: String,
    below: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct ShownTable {
    caption: String,
    caption_shown: bool,
    columns: Vec<(String, &'static str)>,
    rows: Vec<ShownRow>,
}

#[derive(Serialize)]
struct ShownRow {
    is: &'static str,
    cells: Vec<Vec<ShownLine>>,
}

/// A line of a cell.
#[derive(Serialize)]
pub(super) struct ShownLine {
    text: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    tone: &'static str,
    /// The word of an outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

impl Shown {
    /// A piece; none for those that a scorecard has in another form.
    pub(super) fn of(block: &Block) -> Option<Self> {
        Some(match block {
            Block::Heading { text, .. } => Self::Heading { text: text.clone() },
            Block::Text(tone, text) => Self::Text { tone: word(*tone), text: text.clone() },
            Block::Items(items) => Self::Items { items: items.iter().map(item).collect() },
            Block::Table(own) => Self::Table(table(own)),
            Block::Chart { id, chart } => self::chart(id, chart),
            #[cfg(feature = "programme")]
            Block::Pair(..) => return None,
            Block::Title { .. } | Block::Marks { .. } | Block::Facts(_) | Block::Cards(_) | Block::Contents { .. } => return None,
        })
    }
}

fn chart(id: &str, chart: &Chart) -> Shown {
    let svg = |size, name| chart.to_inline_svg(size, &format!("{id}-{name}"));
    Shown::Chart {
        id: id.into(),
        title: chart.frame().title.clone(),
        table: chart.table(),
        wide: svg(Size::Wide, "w"),
        narrow: svg(Size::Narrow, "n"),
    }
}

fn item(item: &Item) -> ShownItem {
    ShownItem { sign: item.sign.clone(), text: item.text.clone(), below: item.below.clone() }
}

fn table(table: &Table) -> ShownTable {
    let kind = |kind: Kind| match kind {
        Kind::Text => "text",
        Kind::Name => "name",
        Kind::Word => "word",
        Kind::Number => "number",
    };
    let row = |row: &Row| match row {
        Row::Cells(cells) => ShownRow { is: "cells", cells: cells.iter().map(lines).collect() },
        Row::Head(cells) => ShownRow { is: "head", cells: cells.iter().map(lines).collect() },
        Row::Wide(cell) => ShownRow { is: "wide", cells: Vec::from([lines(cell)]) },
    };
    ShownTable {
        caption: table.caption.clone(),
        caption_shown: table.shown,
        columns: table.columns.iter().map(|c| (c.head.clone(), kind(c.kind))).collect(),
        rows: table.rows.iter().map(row).collect(),
    }
}

/// The lines of a cell.
pub(super) fn lines(cell: &Cell) -> Vec<ShownLine> {
    cell.lines.iter().map(line).collect()
}

fn line(line: &Line) -> ShownLine {
    let outcome = match line.tone {
        Tone::Of(outcome) => Some(Swatch::of(outcome).word()),
        _ => None,
    };
    ShownLine { text: line.text.clone(), tone: word(line.tone), outcome, link: line.link.clone(), id: line.id.clone() }
}

fn word(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain | Tone::Of(_) => "",
        Tone::Strong => "strong",
        Tone::Dim => "dim",
    }
}
