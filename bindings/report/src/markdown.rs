//! A report as Markdown: headings, lists and tables; nothing of the data can become markup.

use crate::model::{Block, Cell, Document, Kind, Line, Row, Table};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(crate) fn write(document: &Document) -> String {
    let mut out = String::new();
    document.blocks.iter().for_each(|block| one(block, &mut out));
    out.push_str(&format!("---\n\n{}\n", escape(&document.running_foot)));
    out
}

fn one(block: &Block, out: &mut String) {
    match block {
        Block::Title { over, text, under, .. } => {
            out.push_str(&format!("{}\n\n# {}\n\n", escape(over), escape(text)));
            paragraph(under, out);
        }
        Block::Heading { depth, text, .. } => out.push_str(&format!("{} {}\n\n", if *depth <= 1 { "##" } else { "###" }, escape(text))),
        Block::Text(_, text) => paragraph(text, out),
        Block::Marks { head, lines } => {
            out.push_str(&format!("> **{}**\n", escape(head)));
            lines.iter().for_each(|line| out.push_str(&format!(">\n> {}\n", escape(line))));
            out.push('\n');
        }
        Block::Facts(facts) => {
            facts.iter().for_each(|(name, value)| out.push_str(&format!("- {}: {}\n", escape(name), escape(value))));
            out.push('\n');
        }
        Block::Items(items) => {
            for item in items {
                out.push_str(&format!("- {}\n", escape(format!("{} {}", item.sign, item.text).trim_start())));
                item.below.iter().for_each(|below| out.push_str(&format!("  - {}\n", escape(below))));
            }
            out.push('\n');
        }
        Block::Cards(cards) => {
            for card in cards {
                out.push_str(&format!("**{}**: {}\n\n", escape(&card.head), escape(&card.statement)));
                card.lines.iter().for_each(|line| out.push_str(&format!("- {}\n", escape(line))));
                out.push('\n');
            }
        }
        Block::Table(own) => table(own, out),
        Block::Pair(left, right) => {
            let text =
                |lines: &[Line]| -> Vec<String> { lines.iter().map(|line| escape(&line.text)).filter(|line| !line.is_empty()).collect() };
            text(left).into_iter().chain(text(right)).for_each(|line| out.push_str(&format!("{line}  \n")));
            out.push('\n');
        }
        // A chart says no more than the table beside it.
        Block::Chart { .. } | Block::Contents { .. } => {}
    }
}

fn paragraph(text: &str, out: &mut String) {
    if !text.is_empty() {
        out.push_str(&format!("{}\n\n", escape(text)));
    }
}

fn table(own: &Table, out: &mut String) {
    if own.shown {
        out.push_str(&format!("**{}**\n\n", escape(&own.caption)));
    }
    let line = |cells: Vec<String>, out: &mut String| out.push_str(&format!("| {} |\n", cells.join(" | ")));
    line(own.columns.iter().map(|column| escape(&column.head)).collect(), out);
    line(own.columns.iter().map(|column| if column.kind == Kind::Number { "---:" } else { "---" }.to_string()).collect(), out);
    for row in &own.rows {
        match row {
            Row::Cells(cells) | Row::Head(cells) => line(cells.iter().map(cell).collect(), out),
            Row::Wide(wide) => {
                let mut cells = Vec::from([cell(wide)]);
                cells.resize(own.columns.len(), String::new());
                line(cells, out);
            }
        }
    }
    out.push('\n');
}

fn cell(cell: &Cell) -> String {
    let lines: Vec<String> = cell.lines.iter().map(|line| escape(&line.text)).collect();
    lines.join("<br>")
}

/// Text on one line; what Markdown or HTML would take for markup is escaped.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(['\n', '\r', '\t']).filter(|word| !word.is_empty()) {
        out.push_str(if out.is_empty() { "" } else { " " });
        for c in word.chars() {
            if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}
