//! Tables of a terminal: one line under the head, no verticals, nothing wider than the paper.

use super::text::color;
use super::{Cell, Column, Paper, Table, Tone};
use comfy_table::{Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};

const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));
/// Space after a cell; one more separates the columns.
const PADDING: u16 = 1;
const GAP: u16 = PADDING + 1;

/// Characters a column of text needs to be read with ease.
const ROOM: u16 = 40;

/// Words and numbers longer than this are wrapped all the same.
const MOST: u16 = 20;

/// Lays a table out.
pub(super) fn lay(table: &Table, paper: &Paper) -> String {
    let wanted = table.columns.iter().enumerate().map(|(at, column)| {
        let widest = widest(table, at);
        usize::from(GAP + if column.wraps && !column.folds { widest.min(ROOM) } else { widest })
    });
    let folded = (wanted.sum::<usize>() > paper.width).then(|| fold(table));
    set(folded.as_ref().unwrap_or(table), paper)
}

fn set(table: &Table, paper: &Paper) -> String {
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
        let widest = widest(table, at);
        if let Some(laid) = laid.column_mut(at) {
            laid.set_padding((0, PADDING));
            if column.right {
                laid.set_cell_alignment(CellAlignment::Right);
            }
            let whole = Width::Fixed(widest.min(MOST) + PADDING);
            laid.set_constraint(if column.wraps {
                ColumnConstraint::LowerBoundary(Width::Fixed(longest_word(table, at).min(MOST) + PADDING))
            } else {
                ColumnConstraint::Boundaries { lower: whole, upper: whole }
            });
        }
    }
    let mut out = String::new();
    for line in laid.lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// Puts the cells of folding columns below the first column that wraps. Cells that say the same stand once; else each is named by the
/// head of its column.
fn fold(table: &Table) -> Table {
    let kept = |cells: &[Cell]| -> Vec<Cell> {
        cells.iter().zip(&table.columns).filter(|(_, column)| !column.folds).map(|(cell, _)| cell.clone()).collect()
    };
    let columns: Vec<Column> = table.columns.iter().filter(|c| !c.folds).cloned().collect();
    let Some(under) = columns.iter().position(|c| c.wraps) else { return table.clone() };
    let folding = table.columns.len() - columns.len();
    let mut rows = Vec::new();
    for row in &table.rows {
        rows.push(kept(row));
        let all: Vec<(&str, &Cell)> =
            row.iter().zip(&table.columns).filter(|(_, c)| c.folds).map(|(cell, c)| (c.head.as_str(), cell)).collect();
        let said: Vec<&(&str, &Cell)> = all.iter().filter(|(_, cell)| !cell.text.is_empty()).collect();
        let same = said.len() == folding && said.windows(2).all(|pair| matches!(pair, [a, b] if a.1.text == b.1.text));
        for (head, cell) in said.into_iter().take(if same { 1 } else { usize::MAX }) {
            let text = if same { cell.text.clone() } else { format!("{head}: {}", cell.text) };
            rows.push(
                (0..columns.len()).map(|at| if at == under { Cell::toned(text.as_str(), cell.tone) } else { Cell::new("") }).collect(),
            );
        }
    }
    Table { columns, rows }
}

fn widest(table: &Table, at: usize) -> u16 {
    longest(texts(table, at).flat_map(str::lines))
}

/// No word is broken.
fn longest_word(table: &Table, at: usize) -> u16 {
    longest(texts(table, at).flat_map(|text| text.split([' ', '\n'])))
}

fn texts(table: &Table, at: usize) -> impl Iterator<Item = &str> {
    let cells = table.rows.iter().filter_map(move |row| row.get(at)).map(|cell| cell.text.as_str());
    cells.chain(table.columns.get(at).map(|c| c.head.as_str()))
}

fn longest<'t>(texts: impl Iterator<Item = &'t str>) -> u16 {
    u16::try_from(texts.map(|text| text.chars().count()).max().unwrap_or(0)).unwrap_or(u16::MAX)
}

fn cell(cell: &Cell) -> comfy_table::Cell {
    let laid = comfy_table::Cell::new(&cell.text);
    match cell.tone {
        Tone::Plain => laid,
        Tone::Strong => laid.add_attribute(Attribute::Bold),
        Tone::Dim => laid.add_attribute(Attribute::Dim),
        Tone::Warn => laid.fg(Color::AnsiValue(3)),
        Tone::Error => laid.fg(Color::AnsiValue(1)),
        Tone::Of(outcome) => laid.fg(Color::AnsiValue(color(outcome))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Cell, Column, Paper, Table};

    #[test]
    fn narrow_paper_folds_columns_below_and_says_the_same_once() {
        let columns = vec![Column::word("#"), Column::text("title"), Column::folding("a"), Column::folding("b")];
        let row = |cells: [&str; 4]| cells.map(Cell::new).to_vec();
        let table = Table { columns, rows: vec![row(["1", "one", "met", "met"]), row(["2", "two", "met", "no"])] };
        let lay = |width| super::lay(&table, &Paper { width, color: false });
        assert_eq!(lay(30), "#  Title  A    B\n───────────────────\n1  one    met  met\n2  two    met  no\n");
        assert_eq!(lay(18), "#  Title\n──────────\n1  one\n   met\n2  two\n   A: met\n   B: no\n");
    }
}
