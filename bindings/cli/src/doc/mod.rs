//! What a command says, before it is known how it is written.

pub(crate) mod csv;
pub(crate) mod markdown;
pub(crate) mod text;

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

/// A column.
#[derive(Clone)]
pub(crate) struct Column {
    pub(crate) head: String,
    /// Numbers stand at the right.
    pub(crate) right: bool,
    /// Takes part in wrapping; others keep the width of their longest line.
    pub(crate) wraps: bool,
}

impl Column {
    /// Text that may be wrapped.
    pub(crate) fn text(head: impl Into<String>) -> Self {
        Self { head: head.into(), right: false, wraps: true }
    }

    /// A short word or sign.
    pub(crate) fn word(head: impl Into<String>) -> Self {
        Self { head: head.into(), right: false, wraps: false }
    }

    /// A number.
    pub(crate) fn number(head: impl Into<String>) -> Self {
        Self { head: head.into(), right: true, wraps: false }
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
