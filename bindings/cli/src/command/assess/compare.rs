//! Several places side by side.

use super::published;
use super::single::{score, tied, views};
use crate::command::findings;
use crate::doc::text::TIE;
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::texts::{T, capital, fill};
use crate::{marks, numbers};
use dothi::{Assessment, Dec, Finding, Lang, Outcome, ranks};

pub(super) fn blocks(all: &[Assessment<'_>], lang: Lang) -> Vec<Block> {
    let own_marks = marks::of_all(all);
    let mut out = head(all, lang);
    out.extend(marks::blocks(&own_marks, lang));
    out.push(Block::Space);
    out.push(Block::Table(table(all, lang)));
    out.extend(footer(all, lang));
    out.extend(notes(all, lang));
    out.extend(warnings(all, lang));
    marks::frame(&own_marks, lang, out)
}

fn head(all: &[Assessment<'_>], lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Title(fill(T::Compared, lang, &[("n", &all.len().to_string())]))];
    let Some(first) = all.first() else { return out };
    out.push(Block::plain(first.set().header().title.get(lang)));
    let mut facts = vec![first.set().id(), fill(T::Scheme, lang, &[("title", first.scheme().title.get(lang))])];
    facts.push(fill(T::AsOf, lang, &[("date", &numbers::date(first.as_of(), lang))]));
    let latest = all.iter().filter_map(Assessment::data_date).max();
    facts.extend(latest.map(|date| fill(T::DataTo, lang, &[("date", &numbers::date(date, lang))])));
    out.push(Block::plain(facts.join(" · ")));
    out
}

fn table(all: &[Assessment<'_>], lang: Lang) -> Table {
    let shape = Shape {
        scored: all.iter().any(|a| a.scheme().score.is_some()),
        result: if all.iter().any(|a| a.scheme().verdict || a.scheme().levels.is_empty()) { T::Result } else { T::ReachedLevel },
        states: all.iter().any(|a| a.verified().is_some()),
        verdict: all.iter().any(|a| a.scheme().score.is_some() && a.scheme().verdict),
        published: all.iter().any(|a| overall(a).is_some()),
        kinds: all.windows(2).any(|pair| matches!(pair, [a, b] if a.city().unit.kind != b.city().unit.kind)),
    };
    let scores: Vec<Option<Dec>> = all.iter().map(|a| a.self_assessed().score.filter(|_| shape.scored).map(|s| s.value)).collect();
    let ranked = ranks(&scores);
    let mut order: Vec<(Option<u32>, &Assessment<'_>)> = ranked.into_iter().zip(all).collect();
    if shape.scored {
        order.sort_by_key(|(rank, _)| rank.unwrap_or(u32::MAX));
    }
    let among = scores.iter().flatten().count();
    let rows = order.into_iter().flat_map(|(rank, a)| shape.rows(a, rank, lang));
    Table { columns: shape.columns(among, lang), rows: rows.collect() }
}

/// Which columns the places at hand call for.
struct Shape {
    scored: bool,
    /// What a column without scores is called.
    result: T,
    /// A verdict stands beside the score.
    verdict: bool,
    states: bool,
    published: bool,
    kinds: bool,
}

impl Shape {
    fn columns(&self, among: usize, lang: Lang) -> Vec<Column> {
        let mut out = vec![Column::word(T::UnitCode.get(lang)), Column::word(T::City.get(lang))];
        if self.states {
            out.push(Column::text(T::State.get(lang)));
        }
        out.push(if self.scored { Column::number(T::Score.get(lang)) } else { Column::text(self.result.get(lang)) });
        if self.verdict {
            out.push(Column::text(T::Result.get(lang)));
        }
        if self.scored {
            out.push(Column::number_under(&fill(T::RankAmong, lang, &[("n", &among.to_string())])));
        }
        out.push(Column::text(T::Outcomes.get(lang)));
        if self.published {
            out.extend([T::PublishedValue, T::Difference].map(|head| Column::number(head.get(lang))));
            out.push(Column::text(T::Agrees.get(lang)));
        }
        out
    }

    /// One row, and a second one where there is a verified result; ranks are of self-assessed scores.
    fn rows(&self, a: &Assessment<'_>, rank: Option<u32>, lang: Lang) -> Vec<Vec<Cell>> {
        let views = views(a);
        views
            .map(|(view, verified)| {
                let unit = if verified {
                    [Cell::new(""), Cell::new("")]
                } else {
                    [Cell::new(a.city().unit.code.as_str()), Cell::strong(self.named(a, lang))]
                };
                let mut row = unit.to_vec();
                if self.states {
                    row.push(Cell::new(a.state_word(verified, lang)));
                }
                let level = a.level_statement(view, lang);
                row.push(match view.score.filter(|_| self.scored) {
                    Some(score) => Cell::new(numbers::score(score.value, lang)),
                    None => {
                        let level = level.clone().filter(|_| !self.verdict);
                        let said = level.or_else(|| score(a, view, lang)).or_else(|| a.count_statement(view, lang));
                        Cell::new(said.unwrap_or_default())
                    }
                });
                if self.verdict {
                    row.push(Cell::new(level.unwrap_or_default()));
                }
                if self.scored {
                    row.push(Cell::strong(rank.filter(|_| !verified).map(|r| r.to_string()).unwrap_or_default()));
                }
                let counts = view.summary().outcomes;
                let counts: Vec<String> = counts.iter().map(|(o, n)| format!("{}{TIE}{n}", o.sign())).collect();
                row.push(Cell::new(counts.join("  ")));
                if self.published {
                    let found = overall(a).filter(|_| !verified);
                    row.extend(found.map_or_else(|| ["", "", ""].map(Cell::new), |p| published::cells(&p, lang)));
                }
                row
            })
            .collect()
    }

    /// Name, kind where kinds differ, and that the data are made up.
    fn named(&self, a: &Assessment<'_>, lang: Lang) -> String {
        let unit = &a.city().unit;
        let mut out = unit.name(lang).to_string();
        if self.kinds {
            out.push_str(&format!(" ({})", unit.kind.short_label(lang)));
        }
        out.extend(a.city().marks().iter().map(|m| format!("\n{}", m.text.get(lang))));
        out
    }
}

/// The published result of the whole, where there is one.
fn overall<'a>(a: &Assessment<'a>) -> Option<dothi::PublishedResult<'a>> {
    a.published().into_iter().find(|p| p.published.group.is_none())
}

fn footer(all: &[Assessment<'_>], lang: Lang) -> Vec<Block> {
    let found: Vec<Outcome> = all.iter().flat_map(|a| views(a).flat_map(|(view, _)| view.summary().outcomes)).map(|(o, _)| o).collect();
    let signs = Outcome::ALL.iter().filter(|o| found.contains(o));
    let legend: Vec<String> = signs.map(|o| tied(&format!("{} {}", o.sign(), o.label(lang)))).collect();
    let mut out = vec![Block::Text(Tone::Dim, format!("{}: {}", capital(T::Outcomes.get(lang)), legend.join(" · ")))];
    if all.iter().any(|a| overall(a).is_some()) {
        out.push(Block::Text(Tone::Dim, published::footer(&all.iter().collect::<Vec<_>>(), lang)));
    }
    let among = all.iter().filter(|a| a.self_assessed().score.is_some()).count();
    if all.iter().any(|a| a.scheme().score.is_some()) {
        out.push(Block::Text(Tone::Dim, fill(T::RankNote, lang, &[("n", &among.to_string())])));
    }
    if all.iter().all(|a| a.verified().is_none()) {
        out.push(Block::Text(Tone::Dim, T::AllSelfAssessed.get(lang).into()));
    }
    out
}

/// What the data say about their places, each sentence once with the places it stands by.
fn notes(all: &[Assessment<'_>], lang: Lang) -> Vec<Block> {
    let mut said: Vec<(&str, Vec<&str>)> = Vec::new();
    for a in all {
        for note in &a.city().notes {
            let (text, name) = (note.get(lang), a.city().unit.name(lang));
            match said.iter_mut().find(|(known, _)| *known == text) {
                Some((_, names)) => names.push(name),
                None => said.push((text, vec![name])),
            }
        }
    }
    let mut out = Vec::new();
    if !said.is_empty() {
        out.push(Block::Heading(T::NotesOfCities.get(lang).into()));
    }
    out.extend(said.into_iter().map(|(text, names)| {
        let whose = if names.len() == all.len() { T::AllPlaces.get(lang).to_string() } else { names.join(", ") };
        Block::item("–", Tone::Plain, format!("{text} ({whose})"))
    }));
    out
}

/// So many warnings are read; the rest is counted.
const MOST_WARNINGS: usize = 20;

fn warnings(all: &[Assessment<'_>], lang: Lang) -> Vec<Block> {
    let found: Vec<(&str, &Finding)> =
        all.iter().flat_map(|a| findings::beyond_marks(a, lang).map(|f| (a.city().unit.name(lang), f))).collect();
    let mut out = Vec::new();
    if !found.is_empty() {
        out.push(Block::Heading(T::Warnings.get(lang).into()));
    }
    let line = |(name, f): &(&str, &Finding)| Block::item("!", Tone::Plain, format!("{name}: {} [{}]", f.message(lang), f.code()));
    out.extend(found.iter().take(MOST_WARNINGS).map(line));
    if let Some(more) = found.len().checked_sub(MOST_WARNINGS).filter(|n| *n > 0) {
        out.push(Block::plain(fill(T::MoreWarnings, lang, &[("n", &more.to_string())])));
    }
    out
}
