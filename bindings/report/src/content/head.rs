//! Who was assessed, by what, when; and what must be known before the result is read.

use super::Part;
use super::subject::Subject;
use crate::model::Block;
use crate::number;
use crate::words::{T, capital, fill};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Lang, Mark};

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    part.push(Block::Title {
        id: s.id.clone(),
        over: s.say(T::Report).into(),
        text: s.name().into(),
        under: s.a.set().header().title.get(s.lang).into(),
    });
    part.push(Block::Facts(facts(s)));
    part.push(Block::Marks { head: s.say(T::Marks).into(), lines: mark_sentences(s) });
    part.extend(s.a.city().notes.iter().map(|note| Block::plain(note.get(s.lang))));
}

/// What must be known before the result is read.
pub(crate) fn mark_sentences(s: &Subject<'_, '_>) -> Vec<String> {
    let mut lines: Vec<String> = s.a.marks().iter().map(|mark| sentence(mark.text.get(s.lang))).collect();
    lines.extend(changed_parameters(s));
    lines.push(s.say(if s.a.verified().is_some() { T::BothStates } else { T::OnlySelf }).into());
    let (id, date, data) = (s.a.set().id(), s.as_of(), s.data_date());
    lines.push(s.fill(T::MarkEdition, &[("set", &id), ("date", &date), ("data", &data)]));
    lines
}

/// Who was assessed, by what, when.
pub(crate) fn facts(s: &Subject<'_, '_>) -> Vec<(String, String)> {
    let city = s.a.city();
    let mut out: Vec<(String, String)> = Vec::new();
    let mut fact = |key: T, value: String| out.push((s.say(key).into(), value));
    fact(T::Place, s.full_name());
    if !city.unit.members.is_empty() {
        let names: Vec<&str> = city.unit.members.iter().map(|m| m.name.as_str()).collect();
        fact(T::Members, names.join(", "));
    }
    fact(T::Edition, s.a.set().id());
    fact(T::Scheme, s.a.scheme().title.get(s.lang).into());
    fact(T::AsOf, s.as_of());
    fact(T::DataTo, s.data_date());
    if let Some(period) = city.period {
        fact(T::Period, number::date(period, s.lang));
    }
    if let Some(who) = &city.prepared_by {
        fact(T::PreparedBy, who.clone());
    }
    out
}

fn changed_parameters(s: &Subject<'_, '_>) -> Vec<String> {
    let changed = s.a.parameters().into_iter().filter(|p| p.value != p.default);
    changed
        .map(|p| {
            let id = p.level.map_or_else(|| p.id.clone(), |level| format!("{}@{level}", p.id));
            let (value, default) = (number::exact(p.value, s.lang), number::exact(p.default, s.lang));
            sentence(&s.fill(T::ParameterChanged, &[("id", &id), ("value", &value), ("default", &default)]))
        })
        .collect()
}

/// A large first letter and a full stop.
fn sentence(text: &str) -> String {
    format!("{}.", capital(text.trim_end_matches('.')))
}

/// The marks of several results, each once with the places it is of unless it is of all; made-up data first.
fn marks_of_all(subjects: &[Subject<'_, '_>], lang: Lang) -> Vec<String> {
    let mut found: Vec<(Mark, Vec<&str>)> = Vec::new();
    for s in subjects {
        for mark in s.a.marks() {
            match found.iter_mut().find(|(known, _)| *known == mark) {
                Some((_, names)) => names.push(s.name()),
                None => found.push((mark, Vec::from([s.name()]))),
            }
        }
    }
    found.sort_by_key(|(mark, _)| mark.code != "fictional");
    let said = |(mark, names): &(Mark, Vec<&str>)| {
        let text = mark.text.get(lang).trim_end_matches('.');
        if names.len() == subjects.len() { text.into() } else { format!("{text} ({})", names.join(", ")) }
    };
    found.iter().map(said).collect()
}

/// The marks of several places in sentences.
pub(super) fn sentences(subjects: &[Subject<'_, '_>], lang: Lang) -> Vec<String> {
    marks_of_all(subjects, lang).iter().map(|mark| sentence(mark)).collect()
}

/// Title of the file, and the head of its printed pages.
pub(super) fn running(subjects: &[Subject<'_, '_>], lang: Lang) -> (String, String) {
    let (Some(first), report) = (subjects.first(), T::Report.get(lang)) else { return Default::default() };
    let what = match subjects {
        [only] => only.full_name(),
        all => fill(T::Compared, lang, &[("n", &all.len().to_string())]),
    };
    let set = first.a.set();
    (format!("{report}: {what} – {}", set.id()), format!("{report}: {what} · {}", set.header().title.get(lang)))
}

/// The foot of the printed pages.
pub(super) fn foot(subjects: &[Subject<'_, '_>], lang: Lang) -> String {
    match subjects {
        [] => String::new(),
        [only] => only.mark_line(),
        [first, ..] => {
            let marks = marks_of_all(subjects, lang);
            let verified = subjects.iter().find(|s| s.a.verified().is_some()).unwrap_or(first);
            let data = subjects.iter().filter_map(|s| s.a.data_date()).max();
            let data = data.map_or_else(|| T::NoDataDate.get(lang).into(), |date| number::date(date, lang));
            let (id, states, date) = (first.a.set().id(), verified.states(), first.as_of());
            let short = fill(T::ShortMarks, lang, &[("set", &id), ("state", &states), ("date", &date), ("data", &data)]);
            if marks.is_empty() { short } else { format!("{}. {short}", capital(&marks.join("; "))) }
        }
    }
}
