//! The criteria of one place as a table, group by group.

use super::single::views;
use crate::doc::text::TIE;
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::numbers;
use crate::texts::{T, fill};
use dothi::{Assessment, ChildResult, CriterionResult, GroupResult, Lang, Outcome, ThresholdValue, View};

pub(super) fn blocks(a: &Assessment<'_>, lang: Lang) -> Vec<Block> {
    let mut table = Layout::new(a, lang);
    table.group(0);
    let legend = if a.scheme().levels.is_empty() { T::LegendPoints } else { T::LegendLevels };
    let mut out =
        vec![Block::Heading(T::CriteriaHead.get(lang).into()), Block::Table(Table { columns: table.columns(), rows: table.rows })];
    if !table.not_asked.is_empty() {
        let outcome = format!("{} {}", Outcome::NotApplicable.sign(), Outcome::NotApplicable.label(lang));
        let values = [("outcome", outcome.as_str()), ("n", &table.not_asked.len().to_string()), ("labels", &table.not_asked.join(" · "))];
        out.push(Block::Text(Tone::Of(Outcome::NotApplicable), fill(T::NotAskedHere, lang, &values)));
    }
    out.push(Block::Text(Tone::Dim, legend.get(lang).into()));
    if a.verified().is_some() {
        out.push(Block::Text(Tone::Dim, T::LegendStates.get(lang).into()));
    }
    out
}

struct Layout<'v, 'a> {
    a: &'v Assessment<'a>,
    view: &'v View<'a>,
    lang: Lang,
    levels: Vec<u32>,
    scored: bool,
    rows: Vec<Vec<Cell>>,
    /// Labels of criteria that are not asked of this kind of place.
    not_asked: Vec<&'v str>,
}

impl<'v, 'a> Layout<'v, 'a> {
    fn new(a: &'v Assessment<'a>, lang: Lang) -> Self {
        let view = a.self_assessed();
        let levels = a.scheme().levels.iter().map(|l| l.level).collect();
        let scored = view.criteria.iter().any(|c| c.points.is_some() || c.share.is_some());
        Self { a, view, lang, levels, scored, rows: Vec::new(), not_asked: Vec::new() }
    }

    fn columns(&self) -> Vec<Column> {
        let word = |key: T| key.get(self.lang);
        let mut out = vec![Column::word(""), Column::text(word(T::Criterion)), Column::number(word(T::Value))];
        out.extend(self.levels.iter().map(|level| Column::word(&fill(T::LevelShort, self.lang, &[("level", &level.to_string())]))));
        if self.scored {
            out.push(Column::number(word(T::Points)));
        }
        match self.a.verified() {
            None => out.push(Column::folding(word(T::Outcome))),
            Some(_) => out.extend([false, true].map(|verified| Column::folding(self.a.state_word(verified, self.lang)))),
        }
        out
    }

    fn group(&mut self, at: usize) {
        let view = self.view;
        let Some(group) = view.groups.get(at) else { return };
        let row = self.group_row(at, group);
        self.rows.push(row);
        for child in &group.children {
            match child {
                ChildResult::Group(at) => self.group(*at),
                ChildResult::Criterion(at) => {
                    let Some(c) = view.criteria.get(*at) else { continue };
                    if c.outcome == Outcome::NotApplicable && c.reason.is_none() {
                        self.not_asked.push(c.criterion.label.as_str());
                    } else {
                        let row = self.criterion_row(*at, c);
                        self.rows.push(row);
                    }
                }
                _ => {}
            }
        }
    }

    fn group_row(&self, at: usize, group: &GroupResult<'_>) -> Vec<Cell> {
        let lang = self.lang;
        let (label, title) = match group.group {
            Some(own) => (own.label.as_str(), own.title.get(lang)),
            None => ("", T::Total.get(lang)),
        };
        let mut out = vec![Cell::strong(label), Cell::strong(title), Cell::new("")];
        out.extend(group.tallies.iter().map(|t| Cell::strong(if t.asked > 0 { format!("{}/{}", t.met, t.asked) } else { "–".into() })));
        if self.scored {
            out.push(Cell::strong(self.worth(group)));
        }
        out.extend(views(self.a).map(|(view, verified)| match view.groups.get(at) {
            Some(own) if verified && own.tallies != group.tallies => Cell::strong(tallied(own)),
            Some(own) if own.undecided => Cell::strong(T::Undecided.get(lang)),
            _ => Cell::new(""),
        }));
        out
    }

    /// Points of maximum points, or the weighted value.
    fn worth(&self, group: &GroupResult<'_>) -> String {
        let value = group.value.map_or_else(|| "–".into(), |v| numbers::value(v, self.lang));
        if group.aggregate.as_str() == "sum" { format!("{value} / {}", numbers::exact(group.max_points, self.lang)) } else { value }
    }

    fn criterion_row(&self, at: usize, c: &CriterionResult<'_>) -> Vec<Cell> {
        let lang = self.lang;
        let mut title = c.criterion.title.get(lang).to_string();
        for text in c.flag_texts(lang).into_iter().chain(c.reason) {
            title.push_str(&format!("\n→ {text}"));
        }
        let measured = numbers::measured(self.a.set(), c, lang);
        let mut out = vec![Cell::new(c.criterion.label.as_str()), Cell::new(title), Cell::new(measured)];
        out.extend(self.levels.iter().map(|level| threshold(c, *level, lang)));
        if self.scored {
            out.push(Cell::new(self.points(c)));
        }
        out.extend(views(self.a).map(|(view, _)| view.criteria.get(at).map_or_else(|| Cell::new(""), |c| self.outcome(c))));
        out
    }

    fn points(&self, c: &CriterionResult<'_>) -> String {
        match (c.points, c.share) {
            (Some(points), _) => format!("{} / {}", numbers::value(points, self.lang), numbers::exact(c.max_points, self.lang)),
            (None, Some(share)) => numbers::value(share, self.lang),
            (None, None) => "–".into(),
        }
    }

    fn outcome(&self, c: &CriterionResult<'_>) -> Cell {
        let mut text = format!("{} {}", c.outcome.sign(), c.outcome.label(self.lang));
        let failing = c.levels.iter().find(|l| l.outcome == c.outcome && l.outcome != Outcome::Passed);
        if let Some(level) = failing.filter(|_| c.met_level > 0) {
            let short = fill(T::LevelShort, self.lang, &[("level", &level.threshold.level.to_string())]);
            text.push_str(&format!(" {}", fill(T::FromLevel, self.lang, &[("level", &short)])));
        }
        Cell::toned(text, Tone::Of(c.outcome))
    }
}

/// `≥ 50 ✓`
fn threshold(c: &CriterionResult<'_>, level: u32, lang: Lang) -> Cell {
    let Some(answer) = c.levels.iter().find(|l| l.threshold.level == level) else { return Cell::new("") };
    let asked = match answer.asked {
        ThresholdValue::Number(n) => format!("{}{TIE}{}", answer.threshold.op.sign(), numbers::exact(n, lang)),
        other => numbers::asked(c.criterion, other, lang),
    };
    Cell::toned(format!("{asked}{TIE}{}", answer.outcome.sign()), Tone::Of(answer.outcome))
}

fn tallied(group: &GroupResult<'_>) -> String {
    let all: Vec<String> = group.tallies.iter().map(|t| format!("{}/{}", t.met, t.asked)).collect();
    all.join(" · ")
}
