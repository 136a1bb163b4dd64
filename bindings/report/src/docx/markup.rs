//! WordprocessingML: runs, paragraphs, cells, tables.

use crate::chart::escape;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Text of one look.
pub(super) struct Run<'t> {
    text: &'t str,
    bold: bool,
    color: Option<&'t str>,
}

impl<'t> Run<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, bold: false, color: None }
    }

    pub(super) fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    /// A colour like `#1b1b1b`.
    pub(super) fn color(mut self, color: &'t str) -> Self {
        self.color = Some(color);
        self
    }
}

/// A paragraph that is being written.
pub(super) struct Paragraph {
    properties: String,
    runs: String,
}

impl Paragraph {
    pub(super) fn styled(style: &str) -> Self {
        let properties = if style.is_empty() { String::new() } else { format!("<w:pStyle w:val=\"{style}\"/>") };
        Self { properties, runs: String::new() }
    }

    /// Stays on the page of what follows.
    pub(super) fn keep(mut self) -> Self {
        self.properties.push_str("<w:keepNext/>");
        self
    }

    pub(super) fn new_page(mut self) -> Self {
        self.properties.push_str("<w:pageBreakBefore/>");
        self
    }

    pub(super) fn indented(mut self, twips: u32) -> Self {
        self.properties.push_str(&format!("<w:ind w:left=\"{twips}\"/>"));
        self
    }

    #[cfg(feature = "programme")]
    pub(super) fn centred(mut self) -> Self {
        self.properties.push_str("<w:jc w:val=\"center\"/>");
        self
    }

    pub(super) fn right(mut self) -> Self {
        self.properties.push_str("<w:jc w:val=\"right\"/>");
        self
    }

    pub(super) fn run(mut self, run: Run<'_>) -> Self {
        let bold = if run.bold { "<w:b/>" } else { "" };
        let color = run.color.map(|c| format!("<w:color w:val=\"{}\"/>", hex(c))).unwrap_or_default();
        let text = escape(run.text);
        self.runs.push_str(&format!("<w:r><w:rPr>{bold}{color}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>"));
        self
    }

    /// A piece of markup of the program's own.
    pub(super) fn raw(mut self, markup: &str) -> Self {
        self.runs.push_str(markup);
        self
    }

    pub(super) fn finish(self) -> String {
        format!("<w:p><w:pPr>{}</w:pPr>{}</w:p>", self.properties, self.runs)
    }
}

/// A number that the reader's program fills in.
pub(super) fn page_field(name: &str) -> String {
    format!("<w:fldSimple w:instr=\"{name}\"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
}

fn hex(color: &str) -> &str {
    color.trim_start_matches('#')
}

/// A cell over one or more columns of the grid.
pub(super) struct Cell {
    pub(super) span: u32,
    /// Ground colour, and the name of the pattern over it.
    pub(super) shade: Option<(&'static str, &'static str)>,
    pub(super) paragraphs: String,
}

/// A row.
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// Repeated on every page of the table.
    pub(super) head: bool,
    /// May go over the end of a page.
    pub(super) tall: bool,
}

/// Which lines a table has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    None,
    Between,
    Box,
    /// White ones, which keep bars apart.
    Gaps,
}

/// A table of a width in twentieths of a point, whose columns have these shares of it. Word wants a paragraph after it.
pub(super) fn table(width: u32, caption: &str, shares: &[u32], lines: Lines, rows: &[Row]) -> String {
    let all = shares.iter().sum::<u32>().max(1);
    let widths: Vec<u32> = shares.iter().map(|share| width * share / all).collect();
    let (sides, look): (&[&str], &str) = match lines {
        Lines::None => (&[], ""),
        Lines::Between => (&["top", "bottom", "insideH"], "w:sz=\"4\" w:space=\"0\" w:color=\"9AA1AB\""),
        Lines::Box => (&["top", "left", "bottom", "right", "insideV"], "w:sz=\"4\" w:space=\"0\" w:color=\"9AA1AB\""),
        Lines::Gaps => (&["insideH"], "w:sz=\"24\" w:space=\"0\" w:color=\"FFFFFF\""),
    };
    let borders: String = sides.iter().map(|side| format!("<w:{side} w:val=\"single\" {look}/>")).collect();
    let mut out = format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:top w:w=\"30\" w:type=\"dxa\"/><w:left w:w=\"70\" w:type=\"dxa\"/><w:bottom w:w=\"30\" w:type=\"dxa\"/>\
         <w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>",
        escape(caption)
    );
    for width in &widths {
        out.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    out.push_str("</w:tblGrid>");
    for row in rows {
        let split = if row.tall { "" } else { "<w:cantSplit/>" };
        let head = if row.head { "<w:tblHeader/>" } else { "" };
        out.push_str(&format!("<w:tr><w:trPr>{split}{head}</w:trPr>"));
        let mut rest = widths.iter();
        for cell in &row.cells {
            let width: u32 = rest.by_ref().take(usize::try_from(cell.span).unwrap_or(1)).sum();
            let span = if cell.span > 1 { format!("<w:gridSpan w:val=\"{}\"/>", cell.span) } else { String::new() };
            let shade = |(fill, pattern): (&str, &str)| format!("<w:shd w:val=\"{pattern}\" w:color=\"FFFFFF\" w:fill=\"{}\"/>", hex(fill));
            let shade = cell.shade.map(shade).unwrap_or_default();
            out.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}{shade}</w:tcPr>{}</w:tc>", cell.paragraphs));
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
    out
}
