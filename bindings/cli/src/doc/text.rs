//! A page as text of a terminal.

use super::{Block, Paper, Tone, table};
use dothi::Outcome;

/// Holds numbers and their units together while lines are broken; printed as a space.
pub(crate) const TIE: char = '\u{A0}';

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
        Block::Under(text) => wrapped(text, "  ", "    ", Tone::Plain, paper, out),
        Block::Mark(text) => wrapped(text, "! ", "  ", Tone::Warn, paper, out),
        Block::Item { sign, tone, text, below } => {
            let lead = format!("  {sign} ");
            let under = " ".repeat(lead.chars().count());
            wrapped(text, &lead, &under, *tone, paper, out);
            for line in below {
                wrapped(line, &under, &format!("{under}  "), Tone::Dim, paper, out);
            }
        }
        Block::Table(table) => out.push_str(&table::lay(table, paper)),
        Block::Prose(text) => {
            for line in text.lines() {
                let indent = " ".repeat(line.len() - line.trim_start().len());
                let tone = match line {
                    _ if line.starts_with("! ") => Tone::Warn,
                    _ if line.starts_with("== ") || (indent.is_empty() && line.contains("] — ")) => Tone::Strong,
                    _ => Tone::Plain,
                };
                wrapped(line.trim_start(), &indent, &format!("{indent}    "), tone, paper, out);
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
        Tone::Strong => "1".into(),
        Tone::Dim => "2".into(),
        Tone::Warn => "38;5;3".into(),
        Tone::Error => "38;5;1".into(),
        Tone::Of(outcome) => format!("38;5;{}", color(outcome)),
    };
    format!("\u{1b}[{code}m{text}\u{1b}[0m")
}

/// Each outcome has one of the sixteen colours of a terminal for its own.
pub(super) fn color(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Passed => 2,
        Outcome::Scored => 6,
        Outcome::BelowThreshold => 1,
        Outcome::SurveyInconclusive => 3,
        Outcome::NoEvidence => 5,
        Outcome::PlanOnly => 4,
        Outcome::EvidenceRejected => 9,
        Outcome::NoData => 11,
        Outcome::Undecided => 12,
        Outcome::NotApplicable => 8,
        _ => 7,
    }
}
