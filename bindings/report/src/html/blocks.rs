//! The pieces of a report as HTML.

use super::writer::Markup;
use crate::chart::{Chart, Size, text_width};
use crate::model::{Block, Card, Cell, Column, Document, Item, Kind, Line, Row, Table, Tone, spans};
use alloc::format;
use alloc::string::{String, ToString};
use dothi::Outcome;

pub(super) fn write(document: &Document, out: &mut Markup) {
    let mut open = false;
    for block in &document.blocks {
        if let Block::Title { id, .. } = block {
            if open {
                out.close("section");
            }
            open = true;
            out.open("section", &[("id", id), ("class", "part")]);
        }
        one(block, out);
    }
    if open {
        out.close("section");
    }
}

fn one(block: &Block, out: &mut Markup) {
    match block {
        Block::Title { over, text, under, .. } => {
            out.raw("<header class=\"title\">\n");
            out.element("p", &[("class", "over")], over);
            out.element("h1", &[], text);
            out.element("p", &[("class", "under")], under);
            out.close("header");
        }
        Block::Heading { depth, id, text } => out.element(if *depth <= 1 { "h2" } else { "h3" }, &[("id", id)], text),
        Block::Text(tone, text) => out.element("p", &[("class", &class(*tone))], text),
        Block::Marks { head, lines } => {
            out.open("aside", &[("class", "marks"), ("aria-label", head)]);
            out.element("p", &[("class", "marks-head")], head);
            out.raw("<ul>\n");
            lines.iter().for_each(|line| out.element("li", &[], line));
            out.close("ul");
            out.close("aside");
        }
        Block::Facts(facts) => {
            out.raw("<dl class=\"facts\">\n");
            for (name, value) in facts {
                out.raw("<div>");
                out.element("dt", &[], name);
                out.element("dd", &[], value);
                out.close("div");
            }
            out.close("dl");
        }
        Block::Items(items) => list(items, out),
        Block::Cards(cards) => {
            out.raw("<div class=\"cards\">\n");
            cards.iter().for_each(|one| card(one, out));
            out.close("div");
        }
        Block::Table(own) => table(own, out),
        Block::Chart { id, chart } => figure(id, chart, out),
        #[cfg(feature = "programme")]
        Block::Pair(left, right) => {
            out.raw("<div class=\"pair\">\n");
            for column in [left, right] {
                out.raw("<div>\n");
                column.iter().for_each(|line| out.element("p", &[("class", &class(line.tone))], &line.text));
                out.close("div");
            }
            out.close("div");
        }
        Block::Contents { head, entries } => {
            out.open("nav", &[("class", "contents"), ("aria-label", head)]);
            out.element("p", &[("class", "contents-head")], head);
            out.raw("<ul>\n");
            for (id, text) in entries {
                out.raw("<li>");
                out.element("a", &[("href", &format!("#{id}"))], text);
                out.close("li");
            }
            out.close("ul");
            out.close("nav");
        }
    }
}

fn class(tone: Tone) -> String {
    match tone {
        Tone::Plain => String::new(),
        Tone::Strong => "strong".into(),
        Tone::Dim => "dim".into(),
        Tone::Of(outcome) => format!("o o-{}", word(outcome)),
    }
}

/// The word of an outcome in class names.
fn word(outcome: Outcome) -> &'static str {
    crate::chart::Swatch::of(outcome).word()
}

fn list(items: &[Item], out: &mut Markup) {
    out.raw("<ul class=\"items\">\n");
    for item in items {
        out.raw("<li>");
        out.element("span", &[("class", "sign")], &item.sign);
        out.raw("<div>");
        let class = if item.below.is_empty() { "" } else { "strong" };
        let foreign = out.foreign([item.text.as_str()]);
        out.element("p", &[("class", class), ("lang", foreign)], &item.text);
        item.below.iter().for_each(|line| out.element("p", &[("class", "below")], line));
        out.close("div");
        out.close("li");
    }
    out.close("ul");
}

fn card(card: &Card, out: &mut Markup) {
    out.raw("<div class=\"card\">\n");
    out.element("p", &[("class", "card-head")], &card.head);
    out.element("p", &[("class", "statement")], &card.statement);
    out.raw("<ul class=\"counts\">\n");
    card.lines.iter().for_each(|line| out.element("li", &[], line));
    out.close("ul");
    out.close("div");
}

/// Laid out twice, for wide and for narrow screens; paper takes the wide one.
fn figure(id: &str, chart: &Chart, out: &mut Markup) {
    out.raw("<figure>\n<div class=\"wide\">\n");
    out.svg(&chart.to_inline_svg(Size::Wide, id));
    out.raw("</div>\n<div class=\"narrow\">\n");
    out.svg(&chart.to_inline_svg(Size::Narrow, &format!("{id}-n")));
    out.raw("</div>\n");
    out.close("figure");
}

/// A table of so few rows is kept on one page.
const SHORT: usize = 4;

fn table(table: &Table, out: &mut Markup) {
    // A few numbers stay side by side on a telephone; what holds text is stacked.
    let narrow = table.columns.len() <= 6 && table.columns.iter().all(|c| c.kind != Kind::Text) || table.columns.len() <= 3;
    let narrow = narrow && !is_wide(table);
    let mut class = String::from(if narrow { "" } else { "stack" });
    class.push_str(if table.tall { " tall" } else { "" });
    class.push_str(if table.rows.len() <= SHORT { " short" } else { "" });
    out.open("table", &[("class", class.trim())]);
    out.element("caption", &[("class", if table.shown { "" } else { "aloud" })], &table.caption);
    out.raw("<colgroup>");
    for width in table.widths() {
        out.open("col", &[("style", &format!("width:{width}%"))]);
    }
    out.raw("</colgroup>\n<thead>\n<tr>");
    for column in &table.columns {
        // A column of numbers and labels has no head; a header cell has to have a text.
        let tag = if column.head.is_empty() { "td" } else { "th" };
        let scope = if column.head.is_empty() { "" } else { "col" };
        out.element(tag, &[("scope", scope), ("class", kind(column))], &column.head);
    }
    out.raw("</tr>\n</thead>\n<tbody>\n");
    for (at, row) in table.rows.iter().enumerate() {
        match row {
            Row::Cells(cells) => cells_of(table, cells, "row", "", out),
            Row::Head(cells) => {
                if at > 0 {
                    out.raw("</tbody>\n<tbody>\n");
                }
                cells_of(table, cells, "rowgroup", "group", out);
            }
            Row::Wide(cell) => {
                out.raw("<tr>");
                out.open("td", &[("colspan", &table.columns.len().to_string()), ("class", "all")]);
                lines(cell, out);
                out.raw("</td></tr>\n");
            }
        }
    }
    out.raw("</tbody>\n");
    out.close("table");
}

fn kind(column: &Column) -> &'static str {
    match column.kind {
        Kind::Text => "",
        Kind::Name => "name",
        Kind::Word => "word",
        Kind::Number => "number",
    }
}

fn cells_of(table: &Table, cells: &[Cell], scope: &str, class: &str, out: &mut Markup) {
    out.open("tr", &[("class", class)]);
    let spans = if class.is_empty() { cells.iter().map(|cell| (cell, 1)).collect() } else { spans(cells) };
    let mut at = 0;
    for (cell, span) in spans {
        let Some(column) = table.columns.get(at) else { break };
        at += span;
        let name = column.kind == Kind::Name;
        let tag = if name { "th" } else { "td" };
        let mut class = String::from(kind(column));
        class.push_str(if cell.lines.is_empty() { " none" } else { "" });
        class.push_str(if column.head.is_empty() { " label" } else { "" });
        let label = if name { "" } else { &column.head };
        let over = if span > 1 { span.to_string() } else { String::new() };
        let foreign = out.foreign(cell.lines.iter().map(|line| line.text.as_str()));
        let (scope, class) = (if name { scope } else { "" }, class.trim());
        out.open(tag, &[("scope", scope), ("colspan", &over), ("class", class), ("data-label", label), ("lang", foreign)]);
        lines(cell, out);
        out.close(tag);
    }
    out.close("tr");
}

/// Text of a phone's width in pixels, and what a cell needs besides its text.
const PHONE: f64 = 350.0;
const PADDING: f64 = 10.0;

/// Whether the longest words of all columns side by side are wider than a phone.
fn is_wide(table: &Table) -> bool {
    let word = |text: &str| text.split(' ').map(|word| text_width(word, 14.0, false)).fold(0.0, f64::max);
    let column = |at: usize| {
        let cells = table.rows.iter().filter_map(|row| if let Row::Cells(cells) = row { cells.get(at) } else { None });
        let widest = cells.flat_map(|cell| &cell.lines).map(|line| word(&line.text)).fold(0.0, f64::max);
        // A head of more than four lines is no longer read.
        let head = table.columns.get(at).map_or(0.0, |column| word(&column.head).max(text_width(&column.head, 14.0, true) / 4.0));
        widest.max(head) + PADDING
    };
    (0..table.columns.len()).map(column).sum::<f64>() > PHONE
}

fn lines(cell: &Cell, out: &mut Markup) {
    if let [Line { tone: Tone::Plain, text, link: None, id: None }] = cell.lines.as_slice() {
        return out.text(text);
    }
    for line in &cell.lines {
        let id = line.id.as_deref().unwrap_or_default();
        out.open("div", &[("class", &class(line.tone)), ("id", id)]);
        match line.link.as_deref().filter(|link| leads(link)) {
            Some(link) => {
                let rel = if link.starts_with('#') { "" } else { "noopener noreferrer" };
                out.element("a", &[("href", link), ("rel", rel)], &line.text);
            }
            None => out.text(&line.text),
        }
        out.raw("</div>");
    }
}

/// Only places of the report and web addresses are links.
fn leads(link: &str) -> bool {
    link.starts_with('#') || link.starts_with("https://") || link.starts_with("http://")
}
