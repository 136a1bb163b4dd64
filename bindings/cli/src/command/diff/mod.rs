//! `diff`: two editions beside each other.

mod lines;

use super::{Answer, page};
use crate::args::{Diff, Format};
use crate::doc::{Block, Tone, csv};
use crate::input::Reader;
use crate::settings::Settings;
use crate::texts::{T, capital, fill};
use crate::{DONE, marks};
use dothi::{CriterionDiff, CrosswalkKind, DIFF_COLUMNS, EditionDiff, Lang};
use std::io::Write;

pub(super) fn run(args: &Diff, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("diff", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let reader = Reader::new(settings);
    let ((before, _), (now, _)) = (reader.set(&args.before)?, reader.set(&args.now)?);
    let diff = dothi::diff(&before, &now);
    match format {
        Format::Json => writeln!(out, "{}", diff.to_canonical_json())?,
        Format::Csv => {
            csv::row(out, DIFF_COLUMNS)?;
            for row in diff.rows(settings.lang) {
                csv::row(out, &row)?;
            }
        }
        _ => page(&blocks(&diff, settings.lang), format, settings, out)?,
    }
    Ok(DONE)
}

/// The kinds in the order people ask for them.
const ORDER: &[CrosswalkKind] = &[
    CrosswalkKind::ThresholdChanged,
    CrosswalkKind::Renamed,
    CrosswalkKind::Merged,
    CrosswalkKind::Dropped,
    CrosswalkKind::Added,
    CrosswalkKind::Same,
];

fn blocks(diff: &EditionDiff<'_>, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Title(format!("{}: {} → {}", T::DiffHead.get(lang), diff.before.id(), diff.now.id()))];
    for set in [diff.before, diff.now] {
        out.push(Block::plain(format!("{}: {}", set.id(), set.header().title.get(lang))));
    }
    out.extend(marks::blocks(&diff.marks(), lang));
    out.push(Block::Space);
    out.push(Block::plain(fill(T::DiffPaired, lang, &[("how", diff.pairing.label(lang))])));
    let counts = ORDER.iter().map(|kind| (diff.count(*kind), kind.label(lang))).filter(|(n, _)| *n > 0);
    let counts: Vec<String> = counts.map(|(n, word)| format!("{word} {n}")).collect();
    out.push(Block::Text(Tone::Strong, format!("{}: {}", capital(T::Criteria.get(lang)), counts.join(" · "))));
    if diff.is_empty() {
        out.push(Block::plain(T::DiffNothing.get(lang)));
    }
    for kind in ORDER {
        out.extend(of_kind(diff, *kind, lang));
    }
    out.extend(of_set(diff, lang));
    out.extend(findings(diff, lang));
    out.extend([Block::Space, Block::Text(Tone::Dim, T::DiffFooter.get(lang).into())]);
    out
}

/// The criteria of a kind that differ; those that do not are counted.
fn of_kind(diff: &EditionDiff<'_>, kind: CrosswalkKind, lang: Lang) -> Vec<Block> {
    let all: Vec<&CriterionDiff<'_>> = diff.criteria.iter().filter(|c| c.kind == kind).collect();
    let shown: Vec<(&CriterionDiff<'_>, Vec<String>)> = all
        .iter()
        .map(|c| (*c, lines::of(diff, c, lang)))
        .filter(|(c, lines)| kind != CrosswalkKind::Same || c.differs() && !lines.is_empty())
        .collect();
    let mut out = Vec::new();
    if all.is_empty() {
        return out;
    }
    out.push(Block::Heading(format!("{} ({})", capital(kind.label(lang)), all.len())));
    out.extend(shown.iter().map(|(c, below)| Block::Item {
        sign: c.now.or(c.before).map(|c| c.label.clone()).unwrap_or_default(),
        tone: Tone::Plain,
        text: lines::name(c, lang),
        below: below.clone(),
    }));
    let quiet: Vec<&str> = all.iter().filter(|c| !shown.iter().any(|(s, _)| core::ptr::eq(*s, **c))).map(|c| c.id()).collect();
    if !quiet.is_empty() {
        out.push(Block::plain(format!("{} ({}): {}", capital(T::DiffQuiet.get(lang)), quiet.len(), quiet.join(", "))));
    }
    out
}

fn of_set(diff: &EditionDiff<'_>, lang: Lang) -> Vec<Block> {
    let shown = diff.set.iter().filter(|change| !change.path.ends_with("/note"));
    let items: Vec<Block> = shown.map(|change| Block::item("–", Tone::Plain, lines::change(change, lang))).collect();
    let mut out = Vec::new();
    if !items.is_empty() {
        out.push(Block::Heading(T::DiffOfSet.get(lang).into()));
    }
    out.extend(items);
    out
}

fn findings(diff: &EditionDiff<'_>, lang: Lang) -> Vec<Block> {
    let mut out = Vec::new();
    if !diff.findings.is_empty() {
        out.push(Block::Heading(T::DiffDisagrees.get(lang).into()));
    }
    out.extend(diff.findings.iter().map(|f| Block::item("!", Tone::Warn, format!("{} [{}]", f.message(lang), f.code()))));
    out
}
