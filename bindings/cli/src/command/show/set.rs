//! A whole set on a page: header, what is missing, schemes, criteria by group.

use super::{figures, words};
use crate::doc::{Block, Tone};
use crate::facts::Facts;
use crate::texts::{T, capital, fill};
use crate::{marks, numbers};
use dothi::{Child, Cite, Condition, CriteriaSet, Criterion, Dec, Lang, Method, Node, Parameter, Scheme, Status, Tier};

/// The page; `name` is what the set was asked for by.
pub(super) fn blocks(set: &CriteriaSet, name: &str, lang: Lang) -> Vec<Block> {
    let mut out = head(set, lang);
    for scheme in set.schemes() {
        out.extend(of_scheme(set, scheme, lang));
    }
    out.extend(parameters(set, lang));
    let mut shown = Vec::new();
    for (at, scheme) in set.schemes().iter().enumerate() {
        // A later scheme shows what the ones before it do not hold.
        if at == 0 || has_more(&scheme.tree, &shown) {
            node(set, &scheme.tree, lang, &mut out, &mut shown);
        }
    }
    let left: Vec<&Criterion> = set.criteria().iter().filter(|c| !shown.contains(&c.id)).collect();
    if !left.is_empty() {
        out.push(Block::Heading(T::OtherCriteria.get(lang).into()));
        out.extend(left.into_iter().map(|c| entry(set, c, None, None, lang)));
    }
    if set.criteria().iter().any(|c| !c.provenance.is_empty()) {
        out.extend([Block::Space, Block::Text(Tone::Dim, T::NotReadLegend.get(lang).into())]);
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

fn of_scheme(set: &CriteriaSet, scheme: &Scheme, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Heading(fill(T::SchemeHead, lang, &[("title", scheme.title.get(lang)), ("id", &scheme.id)]))];
    if scheme.levels.is_empty() {
        out.push(Block::plain(T::NoLevels.get(lang)));
    }
    if scheme.verdict {
        out.push(Block::plain(T::SchemeVerdict.get(lang)));
    }
    for level in &scheme.levels {
        let level_no = level.level.to_string();
        let values = [("level", level_no.as_str()), ("title", level.title.get(lang))];
        let head = if scheme.verdict { fill(T::SchemeVerdictHead, lang, &values) } else { fill(T::LevelHead, lang, &values) };
        let mut below = Vec::new();
        unclear(set, &level.conditions, lang, &mut below);
        out.push(Block::Item { sign: "–".into(), tone: Tone::Plain, text: head, below });
    }
    out.extend(besides(set, scheme, lang));
    out
}

/// What the source leaves open about the conditions of a level.
fn unclear(set: &CriteriaSet, condition: &Condition, lang: Lang, out: &mut Vec<String>) {
    if let Condition::Unclear { title, cites, .. } = condition {
        out.push(sourced(set, &fill(T::SchemeUnclear, lang, &[("title", title.get(lang))]), cites));
    }
    condition.inner().for_each(|(_, _, inner)| unclear(set, inner, lang, out));
}

fn sourced(set: &CriteriaSet, text: &str, cites: &[Cite]) -> String {
    format!("{text} – {}", words::cites(set, cites))
}

/// Places, another year, bands and criteria that are not looked at.
fn besides(set: &CriteriaSet, scheme: &Scheme, lang: Lang) -> Vec<Block> {
    let mut out = Vec::new();
    if !scheme.unit_kinds.is_empty() {
        let kinds: Vec<&str> = scheme.unit_kinds.iter().map(|kind| kind.label(lang)).collect();
        out.push(capital(&fill(T::SchemeJudgesOnly, lang, &[("kinds", &kinds.join("; "))])));
    }
    if let Some(compare) = &scheme.compare_with {
        let year = numbers::date(compare.year, lang);
        out.push(sourced(set, &capital(&fill(T::SchemeComparesWith, lang, &[("year", &year)])), &compare.cites));
    }
    out.extend(scheme.bands.iter().map(|band| {
        let edge = numbers::exact(band.at_least, lang);
        capital(&fill(T::SchemeBand, lang, &[("edge", &edge), ("title", band.title.get(lang))]))
    }));
    out.extend(scheme.not_considered.iter().map(|rule| {
        let criterion = set.criterion(&rule.criterion).map_or(rule.criterion.as_str(), |c| c.label.as_str());
        let places = words::places(&rule.when, lang);
        sourced(set, &capital(&fill(T::SchemeNotConsidered, lang, &[("criterion", criterion), ("places", &places)])), &rule.cites)
    }));
    out.into_iter().map(|text| Block::item("–", Tone::Plain, text)).collect()
}

fn has_more(node: &Node, shown: &[String]) -> bool {
    node.children.iter().any(|child| match child {
        Child::Group(inner) => has_more(inner, shown),
        Child::Leaf { criterion, .. } => !shown.contains(criterion),
        _ => false,
    })
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
            Child::Group(inner) if has_more(inner, shown) => node(set, inner, lang, out, shown),
            Child::Leaf { criterion, weight, max_points } if !shown.contains(criterion) => {
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
    let mut below: Vec<String> = figures::combinations(set, c, lang).iter().map(|text| capital(text)).collect();
    below.extend(figures::figures(set, c, lang).iter().map(figures::Figure::line));
    if below.is_empty() {
        below.push(format!("{}: {} ({})", T::DefinedBy.get(lang), words::cites(set, &c.cites), set.how_read(c.confidence, &c.cites, lang)));
    }
    let mark = if c.provenance.is_empty() { "" } else { "†" };
    Block::Item { sign: c.label.clone(), tone: Tone::Plain, text: format!("{}{mark} [{}]", c.title.get(lang), facts.join(" · ")), below }
}

/// Basic or elective, core or advanced.
pub(super) fn tier(c: &Criterion, lang: Lang) -> Option<&'static str> {
    Some(match c.tier? {
        Tier::Basic => T::Basic.get(lang),
        Tier::Core => T::Core.get(lang),
        Tier::Advanced => T::Advanced.get(lang),
        _ => T::Elective.get(lang),
    })
}
