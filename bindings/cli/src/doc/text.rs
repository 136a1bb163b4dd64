//! A page as text of a terminal.

use super::{Block, Cell, Column, Paper, Table, Tone};
use comfy_table::{Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};
use dothi::Outcome;

/// Holds numbers and their units together while lines are broken; printed as a space.
pub(crate) const TIE: char = '\u{A0}';

/// Quiet tables: one line under the head, no verticals.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// Lays a page out.
pub(crate) fn render(blocks: &[Block], paper: &Paper) -> String {
    let mut out = String::new();
    for block in blocks {
        one(block, paper, &mut out);
    }
    out.replace(TIE, " ")
}

fn one(block: &Block, paper: &Paper, out: &mut String) {
    match block {
        Block::Title(text) => wrapped(text, "", "", Tone::Strong, paper, out),
        Block::Heading(text) => {
            out.push('\n');
            wrapped(text, "", "", Tone::Strong, paper, out);
        }
        Block::Text(tone, text) => wrapped(text, "", "", *tone, paper, out),
        Block::Mark(text) => wrapped(text, "! ", "  ", Tone::Warn, paper, out),
        Block::Item { sign, tone, text, below } => {
            let lead = format!("  {sign} ");
            let under = " ".repeat(lead.chars().count());
            wrapped(text, &lead, &under, *tone, paper, out);
            for line in below {
                wrapped(line, &under, &format!("{under}  "), Tone::Dim, paper, out);
            }
        }
        Block::Table(table) => out.push_str(&tabled(table, paper)),
        Block::Prose(text) => {
            for line in text.lines() {
                let indent = " ".repeat(line.len() - line.trim_start().len());
                wrapped(line.trim_start(), &indent, &format!("{indent}    "), Tone::Plain, paper, out);
            }
        }
        Block::Space => out.push('\n'),
    }
}

fn wrapped(text: &str, first: &str, rest: &str, tone: Tone, paper: &Paper, out: &mut String) {
    let options = textwrap::Options::new(paper.width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    for line in textwrap::wrap(text, options) {
        out.push_str(&painted(line.trim_end(), tone, paper));
        out.push('\n');
    }
}

fn painted(text: &str, tone: Tone, paper: &Paper) -> String {
    let code = match tone {
        _ if !paper.color || text.is_empty() => return text.into(),
        Tone::Plain => return text.into(),
        Tone::Strong => "1",
        Tone::Dim => "2",
        Tone::Warn => "33",
        Tone::Error => "31",
        Tone::Of(Outcome::Passed) => "32",
        Tone::Of(_) => "31",
    };
    format!("\u{1b}[{code}m{text}\u{1b}[0m")
}

fn tabled(table: &Table, paper: &Paper) -> String {
    let mut laid = comfy_table::Table::new();
    laid.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    laid.set_width(u16::try_from(paper.width).unwrap_or(u16::MAX));
    if paper.color {
        laid.enforce_styling();
        laid.style_text_only();
    } else {
        laid.force_no_tty();
    }
    if table.columns.iter().any(|c| !c.head.is_empty()) {
        laid.set_header(table.columns.iter().map(|c| cell(&Cell::strong(c.head.as_str()))));
    }
    for row in &table.rows {
        laid.add_row(row.iter().map(cell));
    }
    for (at, column) in table.columns.iter().enumerate() {
        let widest = widest(table, at, column);
        if let Some(laid) = laid.column_mut(at) {
            laid.set_padding((0, 2));
            if column.right {
                laid.set_cell_alignment(CellAlignment::Right);
            }
            if !column.wraps {
                laid.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(widest + 2)));
            }
        }
    }
    let mut out = String::new();
    for line in laid.lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn widest(table: &Table, at: usize, column: &Column) -> u16 {
    let cells = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.text.as_str());
    let lines = cells.flat_map(str::lines).chain(column.head.lines());
    u16::try_from(lines.map(|line| line.chars().count()).max().unwrap_or(0)).unwrap_or(u16::MAX)
}

fn cell(cell: &Cell) -> comfy_table::Cell {
    let laid = comfy_table::Cell::new(&cell.text);
    match cell.tone {
        Tone::Plain => laid,
        Tone::Strong => laid.add_attribute(Attribute::Bold),
        Tone::Dim => laid.add_attribute(Attribute::Dim),
        Tone::Warn => laid.fg(Color::DarkYellow),
        Tone::Error => laid.fg(Color::DarkRed),
        Tone::Of(outcome) => laid.fg(color(outcome)),
    }
}

/// Each outcome has a colour of its own; none is a mere shade of another.
fn color(outcome: Outcome) -> Color {
    match outcome {
        Outcome::Passed => Color::DarkGreen,
        Outcome::Scored => Color::DarkCyan,
        Outcome::BelowThreshold => Color::DarkRed,
        Outcome::SurveyInconclusive => Color::DarkYellow,
        Outcome::NoEvidence => Color::DarkMagenta,
        Outcome::PlanOnly => Color::DarkBlue,
        Outcome::EvidenceRejected => Color::Red,
        Outcome::NoData => Color::Yellow,
        Outcome::Undecided => Color::Blue,
        Outcome::NotApplicable => Color::DarkGrey,
        _ => Color::Grey,
    }
}
