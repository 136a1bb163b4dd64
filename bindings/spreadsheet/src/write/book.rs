//! What a workbook is to show, before it is drawn.

use crate::layout::Column;
use std::collections::BTreeMap;

/// A workbook.
#[derive(Default)]
pub(super) struct Book {
    pub(super) title: String,
    /// Lines of the first sheet; none in a plain table.
    pub(super) guide: Vec<Line>,
    pub(super) guide_name: String,
    /// Name and value of what programs need to know.
    pub(super) keys: Vec<(&'static str, String)>,
    pub(super) sheets: Vec<Table>,
    pub(super) lists_name: String,
    /// Lists to choose from, each with its heading.
    pub(super) lists: Vec<(String, Vec<String>)>,
    /// What stands on every sheet and at the foot of every printed page.
    pub(super) marks: Vec<String>,
}

/// A line of the instructions.
pub(super) enum Line {
    Heading(String),
    Text(String),
    /// A sample of a colour and what it means.
    Colour(Look, String),
    /// Room for whoever sends the form.
    Contact,
    Space,
}

/// A sheet with a table.
pub(super) struct Table {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) hint: String,
    pub(super) columns: Vec<&'static Column>,
    pub(super) rows: Vec<Row>,
    /// Empty rows to fill in below.
    pub(super) spare: u32,
    /// How many columns stay in view.
    pub(super) frozen: u16,
    /// Columns that are wider than usual.
    pub(super) widths: &'static [(&'static str, u32)],
    /// Columns that are printed.
    pub(super) printed: u16,
}

/// A row: what stands in it, by the name of the column.
#[derive(Clone, Default)]
pub(super) struct Row {
    pub(super) cells: BTreeMap<&'static str, Content>,
    pub(super) look: Look,
    /// The list to choose the value from, as its place among the lists of the book.
    pub(super) list: Option<usize>,
    /// The value is a figure.
    pub(super) numeric: bool,
}

/// How a row looks.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Look {
    /// To be filled in.
    #[default]
    Needed,
    /// May be filled in.
    Optional,
    /// Entered elsewhere.
    Elsewhere,
    /// Filled in and not to be changed.
    Locked,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    Text(String),
    /// A figure by its digits.
    Number(String),
}

impl Book {
    /// The marks in one line.
    pub(super) fn mark_line(&self) -> String {
        self.marks.join("; ")
    }
}

impl Table {
    /// Whether people fill a column in; of a document they name the criteria, too.
    pub(super) fn is_open(&self, column: &Column) -> bool {
        let has = |name: &str| self.columns.iter().any(|column| column.name == name);
        column.open || (column.name == "item" && has("evidence_summary") && !has("value"))
    }

    pub(super) fn width(&self, column: &Column) -> u32 {
        self.widths.iter().find(|(name, _)| *name == column.name).map_or(column.width, |(_, width)| *width)
    }
}

impl Row {
    pub(super) fn with(mut self, column: &'static str, text: impl Into<String>) -> Self {
        self.put(column, Content::Text(text.into()));
        self
    }

    /// Sets a cell; an empty text empties it.
    pub(super) fn put(&mut self, column: &'static str, content: Content) {
        if content == Content::Text(String::new()) {
            self.cells.remove(column);
        } else {
            self.cells.insert(column, content);
        }
    }

    pub(super) fn text(&self, column: &str) -> &str {
        match self.cells.get(column) {
            Some(Content::Text(text)) => text,
            _ => "",
        }
    }
}
