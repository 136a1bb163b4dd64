//! The criteria of one place as a table, group by group.

use super::asked;
use super::single::views;
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::numbers;
use crate::texts::{T, fill};
use dothi::{Assessment, ChildResult, CriterionResult, Dec, GroupResult, Lang, NodePossibility, Outcome, View};

pub(super) fn blocks(a: &Assessment<'_>, lang: Lang) -> Vec<Block> {
    let mut table = Layout::new(a, lang);
    table.group(0);
    let legend = match table.asked {
        Asks::Levels(_) => T::LegendLevels,
        Asks::Once => T::LegendAsked,
        Asks::Nothing if table.scored => T::LegendPoints,
        Asks::Nothing => T::LegendShown,
    };
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

/// What the columns say of what is asked.
enum Asks {
    /// One column for each maturity level.
    Levels(Vec<u32>),
    /// What is asked once: a verdict, a target, a standard.
    Once,
    Nothing,
}

struct Layout<'v, 'a> {
    a: &'v Assessment<'a>,
    view: &'v View<'a>,
    lang: Lang,
    asked: Asks,
    scored: bool,
    /// A year stands beside the present.
    base: Option<String>,
    rows: Vec<Vec<Cell>>,
    /// Labels of criteria that are not asked of this kind of place.
    not_asked: Vec<&'v str>,
}

impl<'v, 'a> Layout<'v, 'a> {
    fn new(a: &'v Assessment<'a>, lang: Lang) -> Self {
        let view = a.self_assessed();
        let scheme = a.scheme();
        let asked = if !scheme.verdict && !scheme.levels.is_empty() {
            Asks::Levels(scheme.levels.iter().map(|l| l.level).collect())
        } else if view.criteria.iter().any(asked::asks) {
            Asks::Once
        } else {
            Asks::Nothing
        };
        let points = |c: &CriterionResult<'_>| c.points.is_some() || c.share.is_some() || c.high.is_some_and(|high| high.share.is_some());
        let scored = view.criteria.iter().any(points);
        let base = scheme.compare_with.as_ref().map(|with| numbers::date(with.year, lang));
        Self { a, view, lang, asked, scored, base, rows: Vec::new(), not_asked: Vec::new() }
    }

    fn columns(&self) -> Vec<Column> {
        let word = |key: T| key.get(self.lang);
        let mut out = vec![Column::word(""), Column::text(word(T::Criterion)), Column::number(word(T::Value))];
        if let Some(year) = &self.base {
            out.push(Column::number(&fill(T::ValueOf, self.lang, &[("year", year)])));
            out.push(Column::number(word(T::Difference)));
        }
        match &self.asked {
            Asks::Levels(levels) => {
                out.extend(levels.iter().map(|level| Column::word(&fill(T::LevelShort, self.lang, &[("level", &level.to_string())]))));
            }
            Asks::Once => out.push(Column::word(word(T::AskedOf))),
            Asks::Nothing => {}
        }
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
                        self.not_asked.push(c.criterion.short_name());
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
        let band = self.banded(group).map(|band| format!("\n→ {band}")).unwrap_or_default();
        let mut out = vec![Cell::strong(label), Cell::strong(format!("{title}{band}")), Cell::new("")];
        if self.base.is_some() {
            out.extend([Cell::new(""), Cell::new("")]);
        }
        let tallied = |t: &dothi::LevelTally| if t.asked > 0 { format!("{}/{}", t.met_text(), t.asked) } else { "–".into() };
        match self.asked {
            Asks::Levels(_) => out.extend(group.tallies.iter().map(|t| Cell::strong(tallied(t)))),
            Asks::Once => out.push(Cell::strong(group.tallies.first().filter(|t| t.asked > 0).map(tallied).unwrap_or_default())),
            Asks::Nothing => {}
        }
        if self.scored {
            out.push(Cell::strong(self.worth(group)));
        }
        out.extend(views(self.a).map(|(view, verified)| match view.groups.get(at) {
            Some(own) if verified && own.tallies != group.tallies => {
                Cell::strong(own.tallies.iter().map(tallied).collect::<Vec<_>>().join(" · "))
            }
            Some(own) if own.undecided => Cell::strong(T::Undecided.get(lang)),
            _ => Cell::new(""),
        }));
        out
    }

    /// Points of maximum points, or the weighted value; both ends where readings differ.
    fn worth(&self, group: &GroupResult<'_>) -> String {
        let shown = |v: Option<Dec>| v.map_or_else(|| "–".into(), |v| numbers::value(v, self.lang));
        let value = match (group.low, group.high) {
            (Some(low), Some(high)) => format!("{}–{}", shown(low.value), shown(high.value)),
            _ => shown(group.value),
        };
        let in_points = matches!(group.aggregate.as_str(), "sum" | "sum_of_scored");
        if in_points && (group.value.is_some() || group.low.is_some()) {
            format!("{value} / {}", numbers::exact(group.max_points, self.lang))
        } else {
            value
        }
    }

    /// The share of a node in percent with the name of its band.
    fn banded(&self, group: &GroupResult<'_>) -> Option<String> {
        let one =
            |share: Option<Dec>, band: Option<&dothi::ShareBand>| Some(format!("{}: {}", self.percent(share?), band?.title.get(self.lang)));
        match (group.low, group.high) {
            (Some(low), Some(high)) => {
                let of = |p: NodePossibility<'_>| one(p.share, p.band);
                Some(format!("{} – {}", of(low)?, of(high)?))
            }
            _ => one(group.share, group.band),
        }
    }

    fn percent(&self, share: Dec) -> String {
        let percent = share.value().checked_mul(Dec::from_count(100).value()).map(Dec::from);
        numbers::with_unit(&numbers::value(percent.unwrap_or(share), self.lang), "%")
    }

    fn criterion_row(&self, at: usize, c: &CriterionResult<'_>) -> Vec<Cell> {
        let lang = self.lang;
        let mut title = c.criterion.title.get(lang).to_string();
        for text in asked::remarks(self.a, c, lang) {
            title.push_str(&format!("\n→ {text}"));
        }
        let measured = match c.outcome {
            // What is only shown stays monitored; that there is nothing to show is said in its place.
            Outcome::Monitored if !c.has_value() => format!("{} {}", Outcome::NoData.sign(), Outcome::NoData.label(lang)),
            _ => numbers::measured(self.a.set(), c, lang),
        };
        let mut out = vec![Cell::new(c.criterion.label.as_str()), Cell::new(title), Cell::new(measured)];
        if self.base.is_some() {
            out.extend(asked::change(self.a.set(), c, lang));
        }
        match &self.asked {
            Asks::Levels(levels) => out.extend(levels.iter().map(|level| asked::at_level(c, *level, lang))),
            Asks::Once => out.push(asked::once(c, lang)),
            Asks::Nothing => {}
        }
        if self.scored {
            out.push(Cell::new(self.points(c)));
        }
        out.extend(views(self.a).map(|(view, _)| view.criteria.get(at).map_or_else(|| Cell::new(""), |c| self.outcome(c))));
        out
    }

    fn points(&self, c: &CriterionResult<'_>) -> String {
        let of = |points: String| format!("{points} / {}", numbers::exact(c.max_points, self.lang));
        let both = c.low.and_then(|low| low.points).zip(c.high.and_then(|high| high.points));
        match (c.points, both, c.share) {
            (Some(points), ..) => of(numbers::value(points, self.lang)),
            (None, Some((low, high)), _) => of(format!("{}–{}", numbers::value(low, self.lang), numbers::value(high, self.lang))),
            (None, None, Some(share)) => numbers::value(share, self.lang),
            (None, None, None) => "–".into(),
        }
    }

    fn outcome(&self, c: &CriterionResult<'_>) -> Cell {
        let mut text = format!("{} {}", c.outcome.sign(), c.outcome.label(self.lang));
        let failing = c.levels.iter().find(|l| l.outcome == c.outcome && l.outcome != Outcome::Passed);
        if let Some(level) = failing.filter(|_| c.met_level > 0) {
            let short = fill(T::LevelShort, self.lang, &[("level", &level.level.to_string())]);
            text.push_str(&format!(" {}", fill(T::FromLevel, self.lang, &[("level", &short)])));
        }
        Cell::toned(text, Tone::Of(c.outcome))
    }
}
