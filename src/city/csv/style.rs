//! How CSV is written.

use super::NumberStyle;

/// What stands between two cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Separator {
    /// `,`
    #[default]
    Comma,
    /// `;`, which spreadsheet programs set to Vietnamese expect.
    Semicolon,
    /// A tab.
    Tab,
}

impl Separator {
    /// The sign itself.
    #[must_use]
    pub fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }
}

/// How CSV is written; the default is for programs.
///
/// ```
/// use dothi::{CsvStyle, NumberStyle, Separator};
/// let for_excel = CsvStyle::default().with_mark(true).with_separator(Separator::Semicolon).with_numbers(NumberStyle::Vi);
/// assert!(for_excel.mark);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct CsvStyle {
    /// What stands between two cells.
    pub separator: Separator,
    /// A byte order mark, by which spreadsheet programs know that the text is UTF-8.
    pub mark: bool,
    /// How decimals are written: with a comma for [`NumberStyle::Vi`], else with a point.
    pub numbers: NumberStyle,
}

impl CsvStyle {
    /// The same with another separator.
    #[must_use]
    pub fn with_separator(mut self, separator: Separator) -> Self {
        self.separator = separator;
        self
    }

    /// The same with or without a byte order mark.
    #[must_use]
    pub fn with_mark(mut self, mark: bool) -> Self {
        self.mark = mark;
        self
    }

    /// The same with another style of numbers.
    #[must_use]
    pub fn with_numbers(mut self, numbers: NumberStyle) -> Self {
        self.numbers = numbers;
        self
    }
}
