//! One criterion in full.

use super::set::tier;
use super::words::{self, Figure};
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::texts::{T, capital, fill};
use crate::{marks, numbers};
use dothi::{CriteriaSet, Criterion, Input, Lang, Method};

pub(super) fn blocks(set: &CriteriaSet, c: &Criterion, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Title(format!("{} {}", c.label, c.title.get(lang)))];
    let mut facts = vec![c.id.clone(), set.id()];
    facts.extend(tier(c, lang).map(Into::into));
    out.push(Block::plain(facts.join(" · ")));
    out.extend(marks::blocks(&set.header().marks(), lang));
    out.push(Block::Space);
    let mut say = |name: T, text: String| out.push(Block::plain(format!("{}: {text}", capital(name.get(lang)))));
    if let Some(question) = &c.question {
        say(T::Question, question.get(lang).into());
    }
    say(T::AppliesTo, words::kinds(set, &c.applies_to, lang));
    say(T::DefinedBy, format!("{} ({})", words::cites(set, &c.cites), set.how_read(c.confidence, &c.cites, lang)));
    if let Some(note) = &c.note {
        say(T::EncoderNote, note.clone());
    }
    out.extend(inputs(set, c, lang));
    out.extend(figures(&words::figures(set, c, lang), c, lang));
    if let Some(evidence) = &c.evidence {
        out.push(Block::Heading(T::Evidence.get(lang).into()));
        let required = if evidence.required { format!(" ({})", T::Required.get(lang)) } else { String::new() };
        out.push(Block::plain(format!("{}{required}", evidence.asked.get(lang))));
    }
    out
}

fn inputs(set: &CriteriaSet, c: &Criterion, lang: Lang) -> Vec<Block> {
    let heads = [T::Role, T::Title, T::UnitOfMeasure, T::Domain];
    let mut out = vec![Block::Heading(T::Inputs.get(lang).into())];
    for point in &c.data_points {
        out.extend(point.title.as_ref().map(|t| Block::Text(Tone::Strong, t.get(lang).into())));
        let rows = point.inputs.iter().map(|input| {
            let symbol = set.unit(&input.unit).map_or("", |u| u.symbol.get(lang));
            let role = words::role(input.role, lang);
            [role.as_str(), input.title.get(lang), symbol, &domain(input, lang)].map(Cell::new).to_vec()
        });
        let columns = heads.map(|head| Column::text(head.get(lang))).to_vec();
        out.push(Block::Table(Table { columns, rows: rows.collect() }));
        if !point.steps.is_empty() {
            out.push(Block::Heading(T::Steps.get(lang).into()));
        }
        out.extend(point.steps.iter().map(|s| Block::item(&s.step.to_string(), Tone::Plain, s.label.get(lang))));
    }
    out
}

/// Which numbers are accepted.
fn domain(input: &Input, lang: Lang) -> String {
    let mut out = Vec::new();
    if input.whole {
        out.push(T::WholeNumber.get(lang).to_string());
    }
    out.extend(input.minimum.map(|m| format!("≥ {}", numbers::exact(m, lang))));
    out.extend(input.above.map(|m| format!("> {}", numbers::exact(m, lang))));
    out.extend(input.within.map(|role| fill(T::Within, lang, &[("role", &words::role(role, lang))])));
    if input.own_period {
        out.push(T::OwnPeriod.get(lang).into());
    }
    out.join(", ")
}

fn figures(figures: &[Figure], c: &Criterion, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Heading(T::Judged.get(lang).into())];
    if c.judge.iter().any(|j| matches!(j.method, Method::Monitor)) {
        out.push(Block::plain(T::MonitorOnly.get(lang)));
    }
    if figures.is_empty() {
        return out;
    }
    let columns = [
        Column::word(T::Asked.get(lang)),
        Column::text(T::RestsOn.get(lang)),
        Column::text(T::Source.get(lang)),
        Column::text(T::HowRead.get(lang)),
    ];
    let rows = figures.iter().map(|f| [f.asks.as_str(), &f.rests, &f.source, f.read].map(Cell::new).to_vec());
    out.push(Block::Table(Table { columns: columns.to_vec(), rows: rows.collect() }));
    let notes = c.judge.iter().flat_map(|j| j.method.thresholds()).filter_map(|t| t.note.as_ref().map(|note| (t.level, note)));
    for (level, note) in notes {
        let level = fill(T::Level, lang, &[("level", &level.to_string())]);
        out.push(Block::Text(Tone::Dim, format!("{level} – {}: {note}", T::EncoderNote.get(lang))));
    }
    out
}
