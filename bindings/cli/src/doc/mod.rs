//! What a command says, before it is known how it is written.

pub(crate) mod csv;
pub(crate) mod markdown;
mod table;
pub(crate) mod text;

use crate::texts::capital;
use dothi::Outcome;

/// The paper that text is laid out on.
#[derive(Clone, Copy)]
pub(crate) struct Paper {
    /// Characters in a line.
    pub(crate) width: usize,
    /// Whether colour is used; what colour says is always said in words too.
    pub(crate) color: bool,
}

/// How a piece of text is toned.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// As it comes.
    Plain,
    /// Heads and totals.
    Strong,
    /// Less important.
    Dim,
    /// A sentence of honesty, a warning.
    Warn,
    /// An error.
    Error,
    /// By outcome, each its own.
    Of(Outcome),
}

/// A cell of a table.
#[derive(Clone)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) tone: Tone,
}

impl Cell {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Plain)
    }

    pub(crate) fn strong(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Strong)
    }

    pub(crate) fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone }
    }
}

/// A column. Numbers and short words keep the width of their longest line; text is wrapped.
#[derive(Clone)]
pub(crate) struct Column {
    pub(crate) head: String,
    /// Stands at the right.
    pub(crate) right: bool,
    /// Takes part in wrapping.
    pub(crate) wraps: bool,
    /// On narrow paper its cells stand below the first column that wraps, each in a row of its own.
    pub(crate) folds: bool,
}

impl Column {
    /// Text that may be wrapped.
    pub(crate) fn text(head: &str) -> Self {
        Self { head: capital(head), right: false, wraps: true, folds: false }
    }

    /// Words that may stand below the row.
    pub(crate) fn folding(head: &str) -> Self {
        Self { folds: true, ..Self::text(head) }
    }

    /// A short word or sign.
    pub(crate) fn word(head: &str) -> Self {
        Self { wraps: false, ..Self::text(head) }
    }

    /// A number.
    pub(crate) fn number(head: &str) -> Self {
        Self { right: true, ..Self::word(head) }
    }

    /// A number under a long head.
    pub(crate) fn number_under(head: &str) -> Self {
        Self { right: true, ..Self::text(head) }
    }
}

/// A table; every row has as many cells as there are columns.
#[derive(Clone)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// A piece of a page.
#[derive(Clone)]
pub(crate) enum Block {
    /// The title of the page.
    Title(String),
    /// The title of a part.
    Heading(String),
    /// A paragraph.
    Text(Tone, String),
    /// A line below a paragraph, set in.
    Under(String),
    /// A sentence that must stand beside the result.
    Mark(String),
    /// A line of a list, with its sign, and lines below it.
    Item { sign: String, tone: Tone, text: String, below: Vec<String> },
    /// A table.
    Table(Table),
    /// Lines that are laid out already; long ones are wrapped under their own indent.
    Prose(String),
    /// An empty line.
    Space,
}

impl Block {
    /// A plain paragraph.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self::Text(Tone::Plain, text.into())
    }

    /// A line of a list.
    pub(crate) fn item(sign: &str, tone: Tone, text: impl Into<String>) -> Self {
        Self::Item { sign: sign.into(), tone, text: text.into(), below: Vec::new() }
    }
}
