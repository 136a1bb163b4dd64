//! The sources that criteria, thresholds, parameters and groups cite, with the clauses.

use super::Part;
use super::subject::Subject;
use crate::model::{Block, Cell, Kind, Table, Tone};
use crate::number;
use crate::words::T;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Cite, Source};

/// For each source its clauses, and for each clause what cites it; in the order of first use.
type Clauses<'s> = BTreeMap<&'s str, Vec<(&'s str, Vec<String>)>>;

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    let clauses = clauses(s);
    let sources = &s.a.set().header().sources;
    part.under(s.say(T::SourceList));
    let table = Table::new(s.say(T::SourceList))
        .tall()
        .column(Kind::Name, 42, s.say(T::Source))
        .column(Kind::Text, 14, s.say(T::HowRead))
        .column(Kind::Text, 44, s.say(T::Clauses))
        .rows(sources.iter().filter_map(|source| Some(row(s, source, clauses.get(source.id.as_str())?))));
    part.push(Block::Table(table));
}

fn row(s: &Subject<'_, '_>, source: &Source, clauses: &[(&str, Vec<String>)]) -> Vec<Cell> {
    let number = source.number.as_deref().unwrap_or(&source.id);
    let issued = source.issued.map(|date| s.fill(T::Issued, &[("date", &number::date(date, s.lang))]));
    let issuer: Vec<String> = [Some(String::from(source.issuer.get(s.lang))), issued].into_iter().flatten().collect();
    let mut name = Cell::strong(number).and(Tone::Plain, source.title.get(s.lang)).and(Tone::Dim, issuer.join("; "));
    if let Some(url) = &source.url {
        name = name.linked(url.as_str(), url.as_str());
    }
    let clauses: Vec<String> = clauses.iter().map(|(clause, users)| format!("{clause} ({})", users.join(", "))).collect();
    Vec::from([name, Cell::new(source.how_read(s.lang)), Cell::new(clauses.join("; "))])
}

fn clauses<'s>(s: &Subject<'s, '_>) -> Clauses<'s> {
    let set = s.a.set();
    let mut out = Clauses::new();
    let mut add = |cites: &'s [Cite], user: &str| {
        for cite in cites {
            let own = out.entry(cite.source.as_str()).or_default();
            let users = match own.iter_mut().find(|(clause, _)| *clause == cite.clause) {
                Some((_, users)) => users,
                None => {
                    own.push((cite.clause.as_str(), Vec::new()));
                    match own.last_mut() {
                        Some((_, users)) => users,
                        None => continue,
                    }
                }
            };
            if !users.iter().any(|known| known == user) {
                users.push(user.into());
            }
        }
    };
    for group in &set.header().groups {
        add(&group.cites, &format!("{} {}", s.say(T::Group), group.label));
    }
    for result in &s.a.self_assessed().criteria {
        let criterion = result.criterion;
        add(&criterion.cites, criterion.short_name());
        for judgement in &criterion.judge {
            for cite in judgement.method.cites() {
                add(core::slice::from_ref(cite), criterion.short_name());
            }
            for threshold in judgement.method.thresholds() {
                threshold.variants.iter().for_each(|variant| add(&variant.cites, criterion.short_name()));
            }
        }
    }
    for parameter in &set.header().parameters {
        add(&parameter.cites, s.say(T::ForParameters));
    }
    out
}
