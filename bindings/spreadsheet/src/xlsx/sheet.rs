//! A sheet, row after row.

use super::Full;
use super::book::Workbook;
use super::place::{Area, Cell, inside, name};
use super::style::Style;
use super::xml::{HEAD, escape};
use std::fmt::Write;

/// Height of a row of which nothing is said, in pixels.
const USUAL: u32 = 20;

/// A sheet that is being written.
pub(crate) struct Sheet<'b> {
    pub(super) book: &'b mut Workbook,
    columns: String,
    rows: String,
    /// The row that is open.
    at: Option<u32>,
    end: Cell,
    marks: String,
    marked: usize,
    choices: String,
    chosen: usize,
}

/// How a sheet is seen and printed.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) name: String,
    /// What stands at the foot of a printed page, in the codes of a spreadsheet.
    pub(crate) footer: String,
    pub(crate) without_grid: bool,
    /// Only cells that are unlocked can be changed; anybody may lift it.
    pub(crate) protected: bool,
    /// Rows above and columns left of this cell stay in view.
    pub(crate) frozen: Option<(u32, u32)>,
    /// A table whose first row can filter the others.
    pub(crate) table: Option<Area>,
    pub(crate) printed: Option<Area>,
    /// The row that stands on every printed page.
    pub(crate) repeated: Option<u32>,
    /// Cells where digits are text on purpose.
    pub(crate) texts: Option<Area>,
}

impl<'b> Sheet<'b> {
    pub(super) fn new(book: &'b mut Workbook) -> Self {
        let text = String::new;
        Self { book, columns: text(), rows: text(), at: None, end: (0, 0), marks: text(), marked: 0, choices: text(), chosen: 0 }
    }

    /// How wide the columns are, in digits of the usual font.
    pub(crate) fn widths(&mut self, widths: impl IntoIterator<Item = u32>) {
        for (at, width) in (1..).zip(widths) {
            // A cell has five pixels beside its digits of seven.
            let _ = write!(self.columns, "<col min=\"{at}\" max=\"{at}\" width=\"{width}.7109375\" customWidth=\"1\"/>");
        }
    }

    /// Begins a row, counted from 0 and after those before it, of a height in pixels where it is not the usual one.
    pub(crate) fn row(&mut self, at: u32, pixels: Option<u32>) {
        self.close();
        let _ = write!(self.rows, "<row r=\"{}\"", at + 1);
        if let Some(pixels) = pixels.filter(|pixels| *pixels != USUAL) {
            // In points, of which three are four pixels.
            let [points, rest] = [pixels * 3 / 4, pixels * 3 % 4 * 25];
            let _ = write!(self.rows, " ht=\"{points}.{rest:02}\" customHeight=\"1\"");
        }
        self.rows.push('>');
        self.at = Some(at);
    }

    fn close(&mut self) {
        if self.at.is_some() {
            self.rows.push_str("</row>");
        }
    }

    /// Begins a cell of the open row.
    fn cell(&mut self, column: u32, style: Style) -> Result<(), Full> {
        let cell = (self.at.unwrap_or_default(), column);
        inside(cell)?;
        self.end = (cell.0, self.end.1.max(column));
        let style = self.book.style(style);
        let _ = write!(self.rows, "<c r=\"{}\" s=\"{style}\"", name(cell));
        Ok(())
    }

    /// An empty cell.
    pub(crate) fn blank(&mut self, column: u32, style: Style) -> Result<(), Full> {
        self.cell(column, style)?;
        self.rows.push_str("/>");
        Ok(())
    }

    pub(crate) fn text(&mut self, column: u32, text: &str, style: Style) -> Result<(), Full> {
        if text.is_empty() {
            return self.blank(column, style);
        }
        self.cell(column, style)?;
        let text = self.book.text(text)?;
        let _ = write!(self.rows, " t=\"s\"><v>{text}</v></c>");
        Ok(())
    }

    /// A figure by its digits, with a point.
    pub(crate) fn number(&mut self, column: u32, digits: &str, style: Style) -> Result<(), Full> {
        self.cell(column, style)?;
        for piece in ["><v>", digits, "</v></c>"] {
            self.rows.push_str(piece);
        }
        Ok(())
    }

    /// Marks a cell for as long as a formula holds.
    pub(crate) fn mark(&mut self, cell: (u32, u32), formula: impl FnOnce(&str) -> String) {
        self.marked += 1;
        let cell = name(cell);
        let _ = write!(
            self.marks,
            "<conditionalFormatting sqref=\"{cell}\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"{}\"><formula>{}</formula>\
             </cfRule></conditionalFormatting>",
            self.marked,
            formula(&cell)
        );
    }

    /// Says what belongs into cells: the kind of rule as its attributes, its formula, and the title and text of what is said of anything else.
    pub(crate) fn expect(&mut self, area: Area, kind: &str, formula: &str, title: &str, message: &str) {
        self.chosen += 1;
        let out = &mut self.choices;
        let _ = write!(out, "<dataValidation {kind} allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" errorTitle=\"");
        escape(out, title);
        out.push_str("\" error=\"");
        escape(out, message);
        let _ = write!(out, "\" sqref=\"{}\"><formula1>", area.text());
        escape(out, formula);
        out.push_str("</formula1></dataValidation>");
    }

    /// Puts the sheet into its workbook.
    pub(crate) fn finish(mut self, page: &Page) {
        self.close();
        let mut out = format!(
            "{HEAD}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr \
             fitToPage=\"1\"/></sheetPr><dimension ref=\"{}\"/><sheetViews><sheetView",
            Area { first: (0, 0), last: self.end }.text()
        );
        out.push_str(if page.without_grid { " showGridLines=\"0\"" } else { "" });
        out.push_str(if self.book.is_empty() { " tabSelected=\"1\"" } else { "" });
        out.push_str(" workbookViewId=\"0\">");
        if let Some(cell) = page.frozen {
            frozen(&mut out, cell);
        }
        out.push_str("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
        let list = |out: &mut String, tag: &str, content: &str| {
            if !content.is_empty() {
                let _ = write!(out, "<{tag}>{content}</{tag}>");
            }
        };
        list(&mut out, "cols", &self.columns);
        let _ = write!(out, "<sheetData>{}</sheetData>", self.rows);
        if page.protected {
            out.push_str(
                "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatCells=\"0\" formatColumns=\"0\" formatRows=\"0\" \
                 sort=\"0\" autoFilter=\"0\"/>",
            );
        }
        if let Some(table) = page.table {
            let _ = write!(out, "<autoFilter ref=\"{}\"/>", table.text());
        }
        out.push_str(&self.marks);
        if self.chosen > 0 {
            let _ = write!(out, "<dataValidations count=\"{}\">{}</dataValidations>", self.chosen, self.choices);
        }
        // A4 across; pages as wide as the table, as many as it takes.
        out.push_str(
            "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup \
             paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/><headerFooter><oddFooter>",
        );
        escape(&mut out, &page.footer);
        out.push_str("</oddFooter></headerFooter>");
        if let Some(texts) = page.texts {
            let _ = write!(out, "<ignoredErrors><ignoredError sqref=\"{}\" numberStoredAsText=\"1\"/></ignoredErrors>", texts.text());
        }
        out.push_str("</worksheet>");
        self.book.put(page, out);
    }
}

/// What stays in view, and which cell is chosen in each part.
fn frozen(out: &mut String, (row, column): Cell) {
    let [corner, right, below] = [(row, column), (0, column), (row, 0)].map(name);
    let _ = write!(
        out,
        "<pane xSplit=\"{column}\" ySplit=\"{row}\" topLeftCell=\"{corner}\" activePane=\"bottomRight\" state=\"frozen\"/><selection \
         pane=\"topRight\" activeCell=\"{right}\" sqref=\"{right}\"/><selection pane=\"bottomLeft\" activeCell=\"{below}\" \
         sqref=\"{below}\"/><selection pane=\"bottomRight\"/>"
    );
}
