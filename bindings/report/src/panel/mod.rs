//! What is said of a panel, in order: words, tables, charts, the same for a terminal, a picture and a page.

mod components;
mod diagnosis;
mod frame;
mod over;
mod page;
mod pictures;
mod reasons;
mod results;
mod scores;
mod units;
mod words;

use crate::chart::Chart;
use alloc::string::String;
use alloc::vec::Vec;

pub use diagnosis::diagnosis;
pub use over::{robust_picture, trend_picture};
pub use page::{diagnosis_html, results_html};
pub use pictures::diagnosis_picture;
pub use results::{results, results_picture};

/// One part: a heading, sentences, tables, charts.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PanelPart {
    /// Heading.
    pub title: String,
    /// Sentences before the tables.
    pub notes: Vec<String>,
    /// Tables.
    pub tables: Vec<PanelTable>,
    /// Charts of the same figures.
    pub charts: Vec<Chart>,
}

impl PanelPart {
    pub(crate) fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    pub(crate) fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    pub(crate) fn table(mut self, table: PanelTable) -> Self {
        self.tables.push(table);
        self
    }
}

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PanelColumn {
    /// What the row is about; may be wrapped.
    Name,
    /// Text; may be wrapped.
    Text,
    /// A short word or code.
    Word,
    /// A number.
    Number,
}

/// A table.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PanelTable {
    /// What it shows; empty where the heading says it.
    pub caption: String,
    /// Heads and kinds of the columns.
    pub columns: Vec<(String, PanelColumn)>,
    /// A cell for each column.
    pub rows: Vec<Vec<String>>,
    /// What signs in its cells mean.
    pub below: Vec<String>,
}

impl PanelTable {
    pub(crate) fn new(caption: impl Into<String>) -> Self {
        Self { caption: caption.into(), ..Self::default() }
    }

    pub(crate) fn column(mut self, kind: PanelColumn, head: &str) -> Self {
        self.columns.push((crate::wording::capital(head), kind));
        self
    }

    pub(crate) fn rows(mut self, rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        self.rows.extend(rows);
        self
    }
}
