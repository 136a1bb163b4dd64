//! A page as Markdown.

use super::text::TIE;
use super::{Block, Table, Tone};

/// Writes a page.
pub(crate) fn render(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        one(block, &mut out);
    }
    out.replace(TIE, " ")
}

fn one(block: &Block, out: &mut String) {
    // A list goes on line by line; everything else stands apart.
    let goes_on = out.is_empty() || (matches!(block, Block::Item { .. }) && in_list(out));
    if !goes_on {
        out.push('\n');
    }
    match block {
        Block::Title(text) => line(out, "# ", &safe(text)),
        Block::Heading(text) => line(out, "## ", &safe(text)),
        Block::Text(Tone::Strong, text) => line(out, "", &format!("**{}**", safe(text))),
        Block::Text(_, text) | Block::Under(text) => line(out, "", &safe(text)),
        Block::Mark(text) => line(out, "> ", &format!("**{}**", safe(text))),
        Block::Item { sign, text, below, .. } => {
            let sign = if sign == "–" { "" } else { sign.as_str() };
            line(out, "- ", format!("{sign} {}", safe(text)).trim_start());
            for text in below {
                line(out, "  - ", &safe(text));
            }
        }
        Block::Table(table) => tabled(table, out),
        Block::Prose(text) => {
            line(out, "```", "text");
            line(out, "", &text.replace("```", "'''"));
            line(out, "```", "");
        }
        Block::Space => {
            out.pop();
        }
    }
}

fn in_list(out: &str) -> bool {
    out.lines().last().is_some_and(|last| last.starts_with("- ") || last.starts_with("  - "))
}

fn line(out: &mut String, lead: &str, text: &str) {
    out.push_str(lead);
    out.push_str(text);
    out.push('\n');
}

/// Text of files may hold signs that Markdown or HTML would read.
fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '|' | '*' | '`' | '_' | '[' | ']' | '\\' => out.extend(['\\', c]),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\n' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

fn tabled(table: &Table, out: &mut String) {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    line(out, "", &row(table.columns.iter().map(|c| safe(&c.head)).collect()));
    line(out, "", &row(table.columns.iter().map(|c| if c.right { "---:" } else { "---" }.to_string()).collect()));
    for cells in &table.rows {
        let texts = cells.iter().map(|cell| {
            let lines: Vec<String> = cell.text.lines().map(safe).collect();
            let text = lines.join("<br>");
            if cell.tone == Tone::Strong && !text.is_empty() { format!("**{text}**") } else { text }
        });
        line(out, "", &row(texts.collect()));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Cell, Column};
    use super::*;

    #[test]
    fn text_of_files_cannot_break_a_table() {
        let table = Table { columns: vec![Column::text("a|b")], rows: vec![vec![Cell::new("<b>|x\ny")]] };
        assert_eq!(render(&[Block::Table(table)]), "| A\\|b |\n| --- |\n| &lt;b>\\|x<br>y |\n");
    }
}
