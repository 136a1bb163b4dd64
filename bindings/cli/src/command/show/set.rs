//! A whole set on a page: header, what is missing, schemes, criteria by group.

use super::words;
use crate::doc::{Block, Tone};
use crate::facts::Facts;
use crate::texts::{T, capital, fill};
use crate::{marks, numbers};
use dothi::{Child, CriteriaSet, Criterion, Dec, Lang, Method, Node, Parameter, Scheme, Status, Tier};

/// The page; `name` is what the set was asked for by.
pub(super) fn blocks(set: &CriteriaSet, name: &str, lang: Lang) -> Vec<Block> {
    let mut out = head(set, lang);
    for scheme in set.schemes() {
        out.extend(of_scheme(scheme, lang));
    }
    out.extend(parameters(set, lang));
    let mut shown = Vec::new();
    if let Some(scheme) = set.schemes().first() {
        node(set, &scheme.tree, lang, &mut out, &mut shown);
    }
    let left: Vec<&Criterion> = set.criteria().iter().filter(|c| !shown.contains(&c.id)).collect();
    if !left.is_empty() {
        out.push(Block::Heading(T::OtherCriteria.get(lang).into()));
        out.extend(left.into_iter().map(|c| entry(set, c, None, None, lang)));
    }
    out.extend(sources(set, lang));
    out.push(Block::Space);
    out.push(Block::Text(Tone::Dim, fill(T::SetFooter, lang, &[("set", name)])));
    out
}

fn head(set: &CriteriaSet, lang: Lang) -> Vec<Block> {
    let (header, facts) = (set.header(), Facts::of(set));
    let mut out = vec![Block::Title(header.title.get(lang).into())];
    out.push(Block::plain(format!("{} · {} · {}", set.id(), facts.status(lang), facts.stage(lang))));
    out.extend(marks::blocks(&header.marks(), lang));
    out.push(Block::Space);
    let since = if header.status == Status::Reference { T::AppliesFrom } else { T::Effective };
    let effective = header.effective.map(|d| format!(" · {} {}", since.get(lang), numbers::date(d, lang))).unwrap_or_default();
    let published = format!("{}{effective}", numbers::date(header.published, lang));
    let values = [
        (T::Issuer, header.issuer.get(lang).to_string()),
        (T::Published, published),
        (T::Kinds, words::kinds(set, &[], lang)),
        (T::Criteria, facts.criteria(lang)),
        (T::Sources, facts.sources(lang)),
    ];
    out.extend(values.map(|(name, value)| Block::plain(format!("{}: {value}", capital(name.get(lang))))));
    out.extend(facts.thresholds(lang).map(Block::plain));
    for (title, texts) in [(T::MissingParts, &header.missing_parts), (T::Notes, &header.notes)] {
        if !texts.is_empty() {
            out.push(Block::Heading(title.get(lang).into()));
            out.extend(texts.iter().map(|t| Block::item("–", Tone::Plain, t.get(lang))));
        }
    }
    out
}

fn of_scheme(scheme: &Scheme, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Heading(fill(T::SchemeHead, lang, &[("title", scheme.title.get(lang)), ("id", &scheme.id)]))];
    if scheme.levels.is_empty() {
        out.push(Block::plain(T::NoLevels.get(lang)));
    }
    for level in &scheme.levels {
        let level_no = level.level.to_string();
        out.push(Block::item("–", Tone::Plain, fill(T::LevelHead, lang, &[("level", &level_no), ("title", level.title.get(lang))])));
    }
    out
}

/// Parameters; those of several levels that say the same stand once.
fn parameters(set: &CriteriaSet, lang: Lang) -> Vec<Block> {
    let mut merged: Vec<(&Parameter, Vec<String>)> = Vec::new();
    for p in &set.header().parameters {
        let level = p.level.map(|l| format!("@{l}"));
        let same = |(q, _): &&mut (&Parameter, Vec<String>)| (&q.id, q.value, &q.cites, &q.title) == (&p.id, p.value, &p.cites, &p.title);
        match merged.iter_mut().find(same) {
            Some((_, levels)) => levels.extend(level),
            None => merged.push((p, level.into_iter().collect())),
        }
    }
    let mut out = Vec::new();
    if !merged.is_empty() {
        out.push(Block::Heading(T::Parameters.get(lang).into()));
    }
    out.extend(merged.into_iter().map(|(p, levels)| {
        let grounds = format!("{} – {} ({})", p.basis.label(lang), words::cites(set, &p.cites), set.how_read(p.confidence, &p.cites, lang));
        let text = format!("{} {} = {}: {}", p.id, levels.join(" "), numbers::exact(p.value, lang), p.title.get(lang));
        Block::Item { sign: "–".into(), tone: Tone::Plain, text: text.replace("  ", " "), below: vec![grounds] }
    }));
    out
}

fn sources(set: &CriteriaSet, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Heading(capital(T::Sources.get(lang)))];
    out.extend(set.header().sources.iter().map(|s| {
        let mut facts = vec![s.issuer.get(lang).to_string()];
        facts.extend(s.issued.map(|d| numbers::date(d, lang)));
        facts.push(s.how_read(lang).into());
        facts.extend(s.url.clone());
        let name = s.number.as_deref().unwrap_or(&s.id);
        Block::Item {
            sign: "–".into(), tone: Tone::Plain, text: format!("{name}: {}", s.title.get(lang)), below: vec![facts.join(" · ")]
        }
    }));
    out
}

fn node(set: &CriteriaSet, node_at: &Node, lang: Lang, out: &mut Vec<Block>, shown: &mut Vec<String>) {
    if let Some(group) = node_at.group.as_deref().and_then(|id| set.group(id)) {
        let points = node_at.max_points.map(|max| format!(" ({})", of_points(max, lang))).unwrap_or_default();
        out.push(Block::Heading(format!("{} {}{points}", group.label, group.title.get(lang))));
        out.push(Block::Text(Tone::Dim, words::cites(set, &group.cites)));
    }
    for child in &node_at.children {
        match child {
            Child::Group(inner) => node(set, inner, lang, out, shown),
            Child::Leaf { criterion, weight, max_points } => {
                shown.push(criterion.clone());
                out.extend(set.criterion(criterion).map(|c| entry(set, c, *weight, *max_points, lang)));
            }
            _ => {}
        }
    }
}

fn of_points(max: Dec, lang: Lang) -> String {
    fill(T::OfPoints, lang, &[("max", &numbers::exact(max, lang))])
}

fn entry(set: &CriteriaSet, c: &Criterion, weight: Option<Dec>, max_points: Option<Dec>, lang: Lang) -> Block {
    let mut facts = vec![c.id.clone()];
    facts.extend(tier(c, lang).map(Into::into));
    facts.extend(max_points.map(|max| of_points(max, lang)));
    facts.extend(weight.map(|w| fill(T::Weight, lang, &[("weight", &numbers::exact(w, lang))])));
    if c.judge.iter().any(|j| matches!(j.method, Method::Monitor)) {
        facts.push(T::MonitorOnly.get(lang).into());
    }
    let mut below: Vec<String> = words::figures(set, c, lang).iter().map(words::Figure::line).collect();
    if below.is_empty() {
        below.push(format!("{}: {} ({})", T::DefinedBy.get(lang), words::cites(set, &c.cites), set.how_read(c.confidence, &c.cites, lang)));
    }
    Block::Item { sign: c.label.clone(), tone: Tone::Plain, text: format!("{} [{}]", c.title.get(lang), facts.join(" · ")), below }
}

/// Basic or elective.
pub(super) fn tier(c: &Criterion, lang: Lang) -> Option<&'static str> {
    Some(match c.tier? {
        Tier::Basic => T::Basic.get(lang),
        _ => T::Elective.get(lang),
    })
}
