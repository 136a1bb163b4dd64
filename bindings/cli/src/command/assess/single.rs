//! One place in full.

use super::{conditions, criteria, published};
use crate::command::findings;
use crate::doc::text::TIE;
use crate::doc::{Block, Tone};
use crate::texts::{T, capital, fill};
use crate::{marks, numbers, place};
use dothi::{Assessment, Lang, View};

pub(super) fn blocks(a: &Assessment<'_>, lang: Lang) -> Vec<Block> {
    let mut out = head(a, lang);
    out.push(Block::Space);
    for (view, verified) in views(a) {
        out.extend(stated(a, view, verified, lang));
    }
    out.extend(conditions::blocks(a, lang));
    out.extend(criteria::blocks(a, lang));
    out.extend(published::blocks(a, lang));
    let all = a.marks();
    out.extend(findings::of_place(a, lang));
    out.push(Block::Space);
    out.extend(marks::blocks(&all, lang));
    marks::frame(&all, lang, out)
}

/// The self-assessed result, then the verified one.
pub(super) fn views<'v, 'a>(a: &'v Assessment<'a>) -> impl Iterator<Item = (&'v View<'a>, bool)> {
    std::iter::once((a.self_assessed(), false)).chain(a.verified().map(|view| (view, true)))
}

fn head(a: &Assessment<'_>, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Title(place::full(&a.city().unit, lang))];
    out.push(Block::plain(a.set().header().title.get(lang)));
    let mut facts = vec![a.set().id(), fill(T::Scheme, lang, &[("title", a.scheme().title.get(lang))])];
    facts.push(fill(T::AsOf, lang, &[("date", &numbers::date(a.as_of(), lang))]));
    facts.extend(a.data_date().map(|date| fill(T::DataTo, lang, &[("date", &numbers::date(date, lang))])));
    facts.extend(a.city().prepared_by.as_ref().map(|who| fill(T::PreparedBy, lang, &[("who", who)])));
    out.push(Block::plain(facts.join(" · ")));
    out.extend(marks::blocks(&a.marks(), lang));
    for p in a.parameters().iter().filter(|p| p.value != p.default) {
        let id = p.level.map_or_else(|| p.id.clone(), |level| format!("{}@{level}", p.id));
        let (value, default) = (numbers::exact(p.value, lang), numbers::exact(p.default, lang));
        out.push(Block::Mark(capital(&fill(T::ParameterChanged, lang, &[("id", &id), ("value", &value), ("default", &default)]))));
    }
    out.extend(a.city().notes.iter().map(|note| Block::plain(note.get(lang))));
    out
}

/// Level and score of one view, and how many criteria came to what.
fn stated(a: &Assessment<'_>, view: &View<'_>, verified: bool, lang: Lang) -> Vec<Block> {
    let mut said: Vec<String> = a.level_statement(view, lang).into_iter().collect();
    said.extend(score(a, view, lang));
    said.extend(a.count_statement(view, lang));
    let state = a.state_word(verified, lang);
    let mut out = vec![Block::Text(Tone::Strong, format!("{}: {}", capital(state), said.join(" · ")))];
    if a.scheme().verdict {
        out.extend(a.range_text(view, lang).map(Block::Under));
    } else if let Some(range) = view.range.filter(|r| r.low != r.high && view.level.undecided != Some(*r)) {
        let values = [("low", range.low.to_string()), ("high", range.high.to_string())];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        out.push(Block::Under(fill(T::Range, lang, &values)));
    }
    out.push(Block::Under(counted(view, lang)));
    out
}

/// The score in words; none when the scheme has none.
pub(super) fn score(a: &Assessment<'_>, view: &View<'_>, lang: Lang) -> Option<String> {
    a.scheme().score?;
    if let Some(range) = view.score_range {
        let (low, high) = (numbers::score(range.low, lang), numbers::score(range.high, lang));
        return Some(fill(T::ScoreBetween, lang, &[("low", &low), ("high", &high)]));
    }
    let Some(score) = view.score else { return Some(T::ScoreUndecided.get(lang).into()) };
    let mut said = fill(T::ScoreOf, lang, &[("score", &numbers::score(score.value, lang))]);
    if let Some(band) = view.groups.first().and_then(|root| root.band) {
        said.push_str(&format!(" – {}", band.title.get(lang)));
    }
    if let Some(of) = a.coverage_text(view, lang) {
        said.push_str(&format!("; {of}"));
    }
    if score.value == score.unrounded {
        return Some(said);
    }
    let unrounded = fill(T::Unrounded, lang, &[("value", &numbers::score(score.unrounded, lang))]);
    Some(format!("{said} ({unrounded})"))
}

/// Kept on one line.
pub(super) fn tied(text: &str) -> String {
    text.replace(' ', &TIE.to_string())
}

/// `✓ đạt 40 · ✗ chưa đạt ngưỡng 5`
pub(super) fn counted(view: &View<'_>, lang: Lang) -> String {
    let summary = view.summary();
    let mut parts: Vec<String> = summary.outcomes.iter().map(|(o, n)| tied(&format!("{} {} {n}", o.sign(), o.label(lang)))).collect();
    if summary.fragile > 0 {
        let key = if summary.fragile == 1 { T::FragileOne } else { T::Fragile };
        parts.push(tied(&fill(key, lang, &[("n", &summary.fragile.to_string())])));
    }
    parts.join(" · ")
}
