//! One criterion in full.

use super::figures::{self, Figure};
use super::set::tier;
use super::words;
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::texts::{T, capital, fill};
use crate::{marks, numbers};
use dothi::{CriteriaSet, Criterion, Input, Lang, Method};

pub(super) fn blocks(set: &CriteriaSet, c: &Criterion, lang: Lang) -> Vec<Block> {
    let unread = if c.provenance.is_empty() { "" } else { "†" };
    let mut out = vec![Block::Title(format!("{} {}{unread}", c.label, c.title.get(lang)))];
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
    if !c.applies_when.is_empty() {
        say(T::OnlyWhere, words::places(&c.applies_when, lang));
    }
    if c.direction_basis.is_some() {
        say(T::DirectionIs, fill(T::InferredDirection, lang, &[("direction", words::direction(c.direction, lang))]));
    }
    say(T::DefinedBy, format!("{} ({})", words::cites(set, &c.cites), set.how_read(c.confidence, &c.cites, lang)));
    if let Some(note) = &c.note {
        say(T::EncoderNote, note.clone());
    }
    let provenance: Vec<String> = c.provenance.iter().map(|p| format!("{}: {}", p.field, p.from)).collect();
    if !provenance.is_empty() {
        out.push(Block::plain(format!("{}: {}", T::NotReadInSource.get(lang), provenance.join("; "))));
    }
    out.extend(inputs(set, c, lang));
    out.extend(judged(set, c, lang));
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
        let several = if c.data_points.len() > 1 { format!("{}: ", point.id) } else { String::new() };
        let title = point.title.as_ref().map_or("", |title| title.get(lang));
        if !several.is_empty() || !title.is_empty() {
            out.push(Block::Text(Tone::Strong, format!("{several}{title}").trim_end_matches(": ").into()));
        }
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

fn judged(set: &CriteriaSet, c: &Criterion, lang: Lang) -> Vec<Block> {
    let figures: &[Figure] = &figures::figures(set, c, lang);
    let mut out = vec![Block::Heading(T::Judged.get(lang).into())];
    out.extend(figures::combinations(set, c, lang).iter().map(|text| Block::plain(capital(text))));
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
    for (what, note) in figures::notes(c, lang) {
        out.push(Block::Text(Tone::Dim, format!("{what}{}: {note}", T::EncoderNote.get(lang))));
    }
    out
}
