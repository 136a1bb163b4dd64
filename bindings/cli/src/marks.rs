//! What must stand beside every answer.

use crate::doc::Block;
use crate::texts::capital;
use dothi::{Assessment, Lang, Mark};

const FICTIONAL: &str = "fictional";

/// The marks of several results, each once, made-up data first.
pub(crate) fn of_all(assessments: &[Assessment<'_>]) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    for mark in assessments.iter().flat_map(Assessment::marks) {
        if !out.contains(&mark) {
            out.push(mark);
        }
    }
    out.sort_by_key(|mark| mark.code != FICTIONAL);
    out
}

/// The marks but that of made-up data, which frames the page.
pub(crate) fn blocks(marks: &[Mark], lang: Lang) -> Vec<Block> {
    let own = marks.iter().filter(|m| m.code != FICTIONAL);
    own.map(|m| Block::Mark(capital(m.text.get(lang)))).collect()
}

/// Puts the mark of made-up data first and last.
pub(crate) fn frame(marks: &[Mark], lang: Lang, page: Vec<Block>) -> Vec<Block> {
    let Some(mark) = marks.iter().find(|m| m.code == FICTIONAL) else { return page };
    let mark = Block::Mark(mark.text.get(lang).into());
    let mut out = vec![mark.clone()];
    out.extend(page);
    out.extend([Block::Space, mark]);
    out
}

/// The marks in one line, for rows.
pub(crate) fn line(marks: &[Mark], lang: Lang) -> String {
    let all: Vec<&str> = marks.iter().map(|m| m.text.get(lang).trim_end_matches('.')).collect();
    all.join("; ")
}
