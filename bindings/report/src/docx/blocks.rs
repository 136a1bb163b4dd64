//! The pieces of a report as WordprocessingML.

use super::markup::{Cell, Lines, Paragraph, Row, Run, table};
use super::parts::{DECLARATION, NAMESPACES};
use crate::chart::{Chart, PlainLine};
use crate::model::{self, Block, Card, Document, Item, Kind, Look, Tone};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

const DIM: &str = "#555555";
/// Columns of the grid that a bar is drawn on.
const BAR: u32 = 40;

/// Width of an A4 sheet in twentieths of a point, and its right margin of 15 mm.
const PAPER: u32 = 11_906;
const RIGHT: u32 = 850;

/// 15 mm; offices leave 30 mm for the binding.
fn left_margin(look: Look) -> u32 {
    match look {
        Look::Report => 850,
        #[cfg(feature = "programme")]
        Look::Office => 1_701,
    }
}

pub(super) fn body(document: &Document) -> String {
    let mut out = format!("{DECLARATION}<w:document {NAMESPACES}><w:body>");
    let left = left_margin(document.look);
    for (at, block) in document.blocks.iter().enumerate() {
        let page = Page { look: document.look, first: at == 0, width: PAPER - RIGHT - left };
        one(block, page, &mut out);
    }
    out.push_str(&format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:footerReference w:type=\"default\" r:id=\"rId3\"/>\
         <w:pgSz w:w=\"{PAPER}\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"{RIGHT}\" w:bottom=\"1304\" w:left=\"{left}\" w:header=\"510\" \
         w:footer=\"454\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    ));
    out
}

/// What a piece must know of where it stands.
#[derive(Clone, Copy)]
struct Page {
    look: Look,
    /// Nothing stands before it.
    first: bool,
    /// Between the margins.
    width: u32,
}

fn one(block: &Block, page: Page, out: &mut String) {
    let Page { first, width, .. } = page;
    match block {
        #[cfg(feature = "programme")]
        Block::Title { text, under, .. } if page.look == Look::Office => {
            out.push_str(&Paragraph::styled("Title").centred().run(Run::new(text)).finish());
            out.push_str(&Paragraph::styled("").centred().run(Run::new(under).bold()).finish());
        }
        Block::Title { over, text, under, .. } => {
            let line = Paragraph::styled("").keep();
            let line = if first { line } else { line.new_page() };
            out.push_str(&line.run(Run::new(over).color(DIM)).finish());
            out.push_str(&Paragraph::styled("Title").run(Run::new(text)).finish());
            out.push_str(&Paragraph::styled("").run(Run::new(under)).finish());
        }
        Block::Heading { depth, text, .. } => {
            let style = if *depth <= 1 { "Heading1" } else { "Heading2" };
            out.push_str(&Paragraph::styled(style).run(Run::new(text)).finish());
        }
        Block::Text(tone, text) => out.push_str(&Paragraph::styled("").run(toned(*tone, text)).finish()),
        Block::Marks { head, lines } => marks(head, lines, width, out),
        Block::Facts(facts) => self::facts(facts, width, out),
        Block::Items(items) => items.iter().for_each(|one| item(one, out)),
        Block::Cards(cards) => self::cards(cards, width, out),
        Block::Table(own) => data(own, width, out),
        Block::Chart { chart, .. } => bars(chart, width, out),
        #[cfg(feature = "programme")]
        Block::Pair(left, right) => pair(left, right, width, out),
        // Word lists the headings beside the page.
        Block::Contents { .. } => {}
    }
}

fn toned(tone: Tone, text: &str) -> Run<'_> {
    match tone {
        Tone::Plain | Tone::Of(_) => Run::new(text),
        Tone::Strong => Run::new(text).bold(),
        Tone::Dim => Run::new(text).color(DIM),
    }
}

fn small(run: Run<'_>) -> String {
    Paragraph::styled("Small").run(run).finish()
}

fn cell(paragraphs: String) -> Cell {
    Cell { span: 1, shade: None, paragraphs }
}

fn row(cells: Vec<Cell>) -> Row {
    Row { cells, head: false, tall: false }
}

/// Between a table and what follows.
fn gap(out: &mut String) {
    out.push_str(&small(Run::new("")));
}

fn marks(head: &str, lines: &[String], width: u32, out: &mut String) {
    let mut text = Paragraph::styled("").run(Run::new(head).bold()).finish();
    lines.iter().for_each(|line| text.push_str(&Paragraph::styled("").run(Run::new(&format!("• {line}"))).finish()));
    let own = Cell { span: 1, shade: Some(("#fff4d6", "clear")), paragraphs: text };
    out.push_str(&table(width, head, &[1], Lines::Box, &[row([own].into())]));
    gap(out);
}

fn facts(facts: &[(String, String)], width: u32, out: &mut String) {
    let rows: Vec<Row> =
        facts.iter().map(|(name, value)| row([cell(small(Run::new(name).color(DIM))), cell(small(Run::new(value)))].into())).collect();
    out.push_str(&table(width, "", &[25, 75], Lines::None, &rows));
    gap(out);
}

#[cfg(feature = "programme")]
fn pair(left: &[model::Line], right: &[model::Line], width: u32, out: &mut String) {
    let column = |lines: &[model::Line]| {
        let own = |line: &model::Line| Paragraph::styled("").centred().run(toned(line.tone, &line.text)).finish();
        cell(lines.iter().map(own).collect())
    };
    gap(out);
    out.push_str(&table(width, "", &[38, 62], Lines::None, &[row([column(left), column(right)].into())]));
    gap(out);
}

fn item(item: &Item, out: &mut String) {
    let text = format!("{} {}", item.sign, item.text);
    let line = Run::new(&text);
    let line = if item.below.is_empty() { line } else { line.bold() };
    out.push_str(&Paragraph::styled("").indented(200).run(line).finish());
    item.below.iter().for_each(|below| out.push_str(&Paragraph::styled("").indented(600).run(Run::new(below)).finish()));
}

fn cards(cards: &[Card], width: u32, out: &mut String) {
    let own = |card: &Card| {
        let mut text = Paragraph::styled("").run(Run::new(&card.head).color(DIM)).finish();
        text.push_str(&Paragraph::styled("").run(Run::new(&card.statement).bold()).finish());
        card.lines.iter().for_each(|line| text.push_str(&small(Run::new(line))));
        Cell { span: 1, shade: Some(("#f3f5f8", "clear")), paragraphs: text }
    };
    let shares: Vec<u32> = cards.iter().map(|_| 1).collect();
    out.push_str(&table(width, "", &shares, Lines::Box, &[row(cards.iter().map(own).collect())]));
    gap(out);
}

fn data(own: &model::Table, width: u32, out: &mut String) {
    if own.shown {
        out.push_str(&Paragraph::styled("Caption").run(Run::new(&own.caption)).finish());
    }
    let head = own.columns.iter().map(|c| cell(aligned(c.kind).run(Run::new(&c.head).bold()).finish())).collect();
    let mut rows = Vec::from([Row { cells: head, head: true, tall: false }]);
    for one in &own.rows {
        rows.push(match one {
            model::Row::Cells(cells) => Row { tall: own.tall, ..row(cells_of(own, cells, false)) },
            model::Row::Head(cells) => row(cells_of(own, cells, true)),
            model::Row::Wide(wide) => {
                let span = u32::try_from(own.columns.len()).unwrap_or(1);
                row([Cell { span, ..cell(lines(wide, Kind::Text, false)) }].into())
            }
        });
    }
    let shares: Vec<u32> = own.columns.iter().map(|c| c.weight).collect();
    out.push_str(&table(width, &own.caption, &shares, Lines::Between, &rows));
    gap(out);
}

fn aligned(kind: Kind) -> Paragraph {
    let own = Paragraph::styled("Small");
    if kind == Kind::Number { own.right() } else { own }
}

fn cells_of(own: &model::Table, cells: &[model::Cell], group: bool) -> Vec<Cell> {
    let shade = group.then_some(("#e6eaf0", "clear"));
    let spans = if group { model::spans(cells) } else { cells.iter().map(|cell| (cell, 1)).collect() };
    let mut at = 0;
    let mut out = Vec::new();
    for (text, span) in spans {
        let Some(column) = own.columns.get(at) else { break };
        at += span;
        out.push(Cell { shade, span: u32::try_from(span).unwrap_or(1), ..cell(lines(text, column.kind, group)) });
    }
    out
}

fn lines(own: &model::Cell, kind: Kind, bold: bool) -> String {
    let mut out = String::new();
    for line in &own.lines {
        let run = toned(line.tone, &line.text);
        let mut paragraph = aligned(kind);
        // The colour stands before the words: some colours are too light for text.
        if let Tone::Of(outcome) = line.tone {
            paragraph = paragraph.run(Run::new("▌").color(crate::chart::Swatch::of(outcome).ink()));
        }
        out.push_str(&paragraph.run(if bold { run.bold() } else { run }).finish());
    }
    // A cell holds a paragraph at least.
    if out.is_empty() { small(Run::new("")) } else { out }
}

/// A chart as bars of shaded cells; its marks stand below it, as in every picture.
fn bars(chart: &Chart, width: u32, out: &mut String) {
    let frame = chart.frame();
    let plain = chart.plain();
    out.push_str(&Paragraph::styled("Caption").run(Run::new(&frame.title)).finish());
    let mut shares = Vec::from([BAR * 2]);
    shares.extend((0..BAR).map(|_| 2));
    shares.push(BAR + 4);
    let rows: Vec<Row> = plain.lines.iter().map(bar).collect();
    out.push_str(&table(width, &frame.title, &shares, Lines::Gaps, &rows));
    if !plain.keys.is_empty() {
        let line = plain.keys.iter().fold(Paragraph::styled("Small"), |line, (swatch, words)| {
            line.run(Run::new("■ ").color(swatch.ink())).run(Run::new(&format!("{words}   ")))
        });
        out.push_str(&line.finish());
    }
    out.push_str(&small(Run::new(&frame.marks).color(DIM)));
    gap(out);
}

fn bar(line: &PlainLine) -> Row {
    let label = Run::new(&line.label);
    let label = if line.strong { label.bold() } else { label };
    if line.parts.is_empty() {
        let text = format!("{} {}", line.label, line.end);
        let run = Run::new(text.trim_end());
        return row([Cell { span: BAR + 2, ..cell(small(if line.strong { run.bold() } else { run })) }].into());
    }
    let mut cells = Vec::from([cell(small(label))]);
    let (mut used, mut reached) = (0, 0.0);
    for (swatch, share) in &line.parts {
        reached += share;
        // Nothing that is there vanishes, nothing goes beyond the end.
        let end = (libm::round(reached * f64::from(BAR)) as u32).max(used + u32::from(*share > 0.0)).min(BAR);
        if end > used {
            cells.push(Cell { span: end - used, shade: Some((swatch.ink(), swatch.word_pattern())), paragraphs: small(Run::new("")) });
            used = end;
        }
    }
    if used < BAR {
        cells.push(Cell { span: BAR - used, shade: Some(("#ececec", "clear")), paragraphs: small(Run::new("")) });
    }
    cells.push(cell(small(Run::new(&line.end))));
    row(cells)
}
