//! What a report says, in order; how it is written is decided elsewhere.

mod asked;
mod compare;
mod criteria;
mod documents;
mod failing;
mod findings;
mod groups;
mod head;
mod levels;
mod method;
mod parameters;
mod plan;
#[cfg(feature = "programme")]
pub(crate) mod programme;
mod published;
mod result;
mod sources;
mod subject;
mod surveys;
mod unsure;

use crate::model::{Block, Document, Look};
use crate::words::T;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Assessment, Lang};

pub(crate) use asked::asks;
pub(crate) use criteria::outcome_text;
pub(crate) use groups::{banded, charts as group_charts, points_of, scored, tally, worth};
pub(crate) use head::{facts, mark_sentences};
pub(crate) use levels::charts as level_charts;
pub(crate) use plan::reach;
pub(crate) use result::{counts, strip};
pub(crate) use subject::{Subject, is_fine, is_judged, is_not_asked, own_criteria};

/// Blocks of one part with numbered headings.
pub(crate) struct Part {
    id: String,
    blocks: Vec<Block>,
    headings: Vec<(String, String)>,
    /// Where the list of headings goes.
    contents_at: usize,
}

impl Part {
    fn new(id: &str) -> Self {
        Self { id: id.into(), blocks: Vec::new(), headings: Vec::new(), contents_at: 0 }
    }

    fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    fn extend(&mut self, blocks: impl IntoIterator<Item = Block>) {
        self.blocks.extend(blocks);
    }

    /// A numbered heading.
    fn section(&mut self, title: &str) {
        let number = self.headings.len() + 1;
        let id = format!("{}-{number}", self.id);
        let text = format!("{number}. {title}");
        self.headings.push((id.clone(), text.clone()));
        self.push(Block::Heading { depth: 1, id, text });
    }

    /// A heading below a numbered one.
    fn under(&mut self, title: impl Into<String>) {
        self.push(Block::Heading { depth: 2, id: String::new(), text: title.into() });
    }

    fn finish(mut self, lang: Lang) -> Vec<Block> {
        let head = T::Contents.get(lang).into();
        let contents = Block::Contents { head, entries: self.headings };
        self.blocks.insert(self.contents_at.min(self.blocks.len()), contents);
        self.blocks
    }
}

/// The report of one place, or of several: a comparison, then a part for each, then what they share.
pub(crate) fn document(all: &[Assessment<'_>], lang: Lang) -> Document {
    let mut blocks = Vec::new();
    let subjects: Vec<Subject<'_, '_>> = all.iter().enumerate().map(|(at, a)| Subject::new(a, lang, at + 1)).collect();
    if let [only] = subjects.as_slice() {
        blocks.extend(place(only, true));
    } else {
        blocks.extend(compare::part(&subjects, lang));
        for subject in &subjects {
            blocks.extend(place(subject, false));
        }
        blocks.extend(common(&subjects));
    }
    let (title, running_head) = head::running(&subjects, lang);
    Document { lang, look: Look::Report, title, running_head, running_foot: head::foot(&subjects, lang), blocks }
}

/// A part of a report under one heading, without the heading's number.
pub(crate) struct Section {
    pub(crate) id: &'static str,
    pub(crate) title: String,
    pub(crate) blocks: Vec<Block>,
}

/// Writes what stands under one heading.
type Writer = fn(&Subject<'_, '_>, &mut Part);

/// The sections of one place in the order of a report, for those who show them one by one; those that do not occur are left out. The plan
/// and the table of criteria are not among them.
pub(crate) fn sections(s: &Subject<'_, '_>) -> Vec<Section> {
    const ALL: &[(&str, Writer)] = &[
        ("result", result::write),
        ("levels", levels::write),
        ("unsure", unsure::write),
        ("groups", groups::write),
        ("published", published::write),
        ("failing", failing::write),
        ("documents", documents::write),
        ("surveys", surveys::write),
        ("parameters", parameters::write),
        ("method", |s, part| {
            method::write(s, part);
            sources::write(s, part);
        }),
        ("findings", findings::write),
        ("software", |s, part| method::software(core::slice::from_ref(s), part)),
    ];
    let section = |(id, write): &(&'static str, Writer)| {
        let mut part = Part::new(&s.id);
        write(s, &mut part);
        let (_, head) = part.headings.first()?;
        let title = head.split_once(". ").map_or(head.as_str(), |(_, title)| title).into();
        // Where there are two headings, the second stands between the blocks.
        let mut first = true;
        part.blocks.retain(|block| !(core::mem::take(&mut first) && matches!(block, Block::Heading { .. })));
        for block in &mut part.blocks {
            if let Block::Heading { depth: 1, text, .. } = block {
                *text = text.split_once(". ").map_or_else(|| text.clone(), |(_, title)| title.into());
            }
        }
        Some(Section { id, title, blocks: part.blocks })
    };
    ALL.iter().filter_map(section).collect()
}

/// The part of one place; `whole` when the report is about it alone.
fn place(subject: &Subject<'_, '_>, whole: bool) -> Vec<Block> {
    let mut part = Part::new(&subject.id);
    head::write(subject, &mut part);
    part.contents_at = part.blocks.len();
    result::write(subject, &mut part);
    levels::write(subject, &mut part);
    unsure::write(subject, &mut part);
    groups::write(subject, &mut part);
    published::write(subject, &mut part);
    failing::write(subject, &mut part);
    plan::write(subject, &mut part);
    criteria::write(subject, &mut part);
    documents::write(subject, &mut part);
    surveys::write(subject, &mut part);
    parameters::write(subject, &mut part);
    if whole {
        method::write(subject, &mut part);
        sources::write(subject, &mut part);
    }
    findings::write(subject, &mut part);
    if whole {
        method::software(core::slice::from_ref(subject), &mut part);
    }
    part.finish(subject.lang)
}

/// What is the same for every place of the report.
fn common(subjects: &[Subject<'_, '_>]) -> Vec<Block> {
    let Some(subject) = subjects.first() else { return Vec::new() };
    let mut part = Part::new("common");
    let under = subject.a.set().header().title.get(subject.lang).into();
    let text = T::Method.get(subject.lang).into();
    part.push(Block::Title { id: "common".into(), over: T::CommonParts.get(subject.lang).into(), text, under });
    method::write(subject, &mut part);
    sources::write(subject, &mut part);
    method::software(subjects, &mut part);
    part.blocks
}
