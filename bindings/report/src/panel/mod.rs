//! What is said of a panel, in order: words, tables, charts, the same for a terminal, a picture and a page.

mod components;
mod diagnosis;
mod frame;
mod levels;
mod page;
mod pictures;
mod reasons;
mod results;
mod robust;
mod scores;
mod standing;
mod trend;
mod units;
mod words;

use crate::chart::Chart;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub use diagnosis::diagnosis;
pub use page::{diagnosis_html, results_html};
pub use pictures::diagnosis_picture;
pub use results::{results, results_picture};
pub use robust::{RobustFound, robust, robust_html};
pub use standing::standing;
pub use trend::{trend, trend_html, trend_picture};

/// One part: a heading, sentences, tables, charts.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PanelPart {
    /// A word of letters and `-` for it, the same in both languages: the name of its pictures.
    pub id: &'static str,
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
    pub(crate) fn new(id: &'static str, title: impl Into<String>) -> Self {
        Self { id, title: title.into(), ..Self::default() }
    }

    /// Whether it says nothing but its heading.
    pub(crate) fn is_empty(&self) -> bool {
        self.notes.is_empty() && self.tables.is_empty() && self.charts.is_empty()
    }

    pub(crate) fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    pub(crate) fn table(mut self, table: PanelTable) -> Self {
        self.tables.push(table);
        self
    }

    pub(crate) fn chart(mut self, chart: impl Into<Chart>) -> Self {
        self.charts.push(chart.into());
        self
    }
}

/// Every picture of some parts with its name, such as `ranking` and `ranking-2`.
#[must_use]
pub fn pictures(parts: &[PanelPart]) -> Vec<(String, &Chart)> {
    let name = |id: &str, at: usize| if at == 0 { id.into() } else { format!("{id}-{}", at + 1) };
    let mut out = Vec::new();
    for part in parts {
        out.extend(part.charts.iter().enumerate().map(|(at, chart)| (name(part.id, at), chart)));
    }
    out
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
    /// A number with its interval, kept on one line.
    Interval,
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

    pub(crate) fn below(mut self, text: impl Into<String>) -> Self {
        self.below.push(text.into());
        self
    }

    pub(crate) fn rows(mut self, rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        self.rows.extend(rows);
        self
    }
}
