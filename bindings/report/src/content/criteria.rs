//! Every criterion of the tree, group by group.

use super::subject::{Subject, is_not_asked};
use super::{Part, asked, groups};
use crate::model::{Block, Cell, Column, Kind, Row, Table, Tone};
use crate::number;
use crate::words::{T, capital};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{ChildResult, CriterionResult, GroupResult, Outcome};

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    part.section(s.say(T::Criteria));
    let by_level = !s.a.scheme().levels.is_empty() && !s.a.scheme().verdict;
    let legend = if by_level { T::CriteriaLegend } else { T::PointsLegend };
    part.push(Block::dim(s.say(legend)));
    let mut layout = Layout::new(s);
    layout.group(0);
    part.push(Block::Table(layout.table));
}

/// Letters of a unit that asks for a wider column.
const LONG_UNIT: usize = 20;

/// What the columns of what is asked are.
enum Asks {
    /// One for each maturity level.
    Levels(Vec<u32>),
    /// One for all.
    Once,
    /// Nothing is asked.
    Nothing,
}

struct Layout<'s, 'r, 'a> {
    s: &'s Subject<'r, 'a>,
    asks: Asks,
    scored: bool,
    /// The year that the scheme compares with.
    base: Option<String>,
    table: Table,
}

impl<'s, 'r, 'a> Layout<'s, 'r, 'a> {
    fn new(s: &'s Subject<'r, 'a>) -> Self {
        let scheme = s.a.scheme();
        let asks = if !scheme.levels.is_empty() && !scheme.verdict {
            Asks::Levels(scheme.levels.iter().map(|l| l.level).collect())
        } else if s.a.self_assessed().criteria.iter().any(asked::asks) {
            Asks::Once
        } else {
            Asks::Nothing
        };
        let base = scheme.compare_with.as_ref().map(|with| number::date(with.year, s.lang));
        let mut own = Self { s, asks, scored: groups::scored(s), base, table: Table::new(s.say(T::Criteria)) };
        own.table.columns = own.columns();
        own
    }

    fn columns(&self) -> Vec<Column> {
        let s = self.s;
        // Units of several words would break a narrow column word by word.
        let long = s.a.self_assessed().criteria.iter().any(|c| s.symbol(c.criterion).chars().count() > LONG_UNIT);
        let (name, value) = if long { (26, 18) } else { (28, 12) };
        let mut out = Table::new("").column(Kind::Word, s.label_weight(), "").column(Kind::Name, name, s.say(T::Criterion)).column(
            Kind::Number,
            value,
            s.say(T::Value),
        );
        if let Some(year) = &self.base {
            out = out.column(Kind::Number, 12, &s.fill(T::ValueOf, &[("year", year)])).column(Kind::Number, 10, s.say(T::Difference));
        }
        match &self.asks {
            Asks::Levels(levels) => {
                for level in levels {
                    out = out.column(Kind::Word, 8, &s.short_level(*level));
                }
            }
            Asks::Once => out = out.column(Kind::Text, 13, s.say(T::AskedOf)),
            Asks::Nothing => {}
        }
        if self.scored {
            out = out.column(Kind::Number, 12, s.say(T::Points));
        }
        match s.a.verified() {
            None => out = out.column(Kind::Text, 15, s.say(T::Outcome)),
            Some(_) => {
                for verified in [false, true] {
                    out = out.column(Kind::Text, 15, s.state(verified));
                }
            }
        }
        out.column(Kind::Word, 9, s.say(T::Papers)).columns
    }

    fn group(&mut self, at: usize) {
        let view = self.s.a.self_assessed();
        let Some(group) = view.groups.get(at) else { return };
        let head = self.head(at, group);
        self.table.rows.push(Row::Head(head));
        let mut not_asked: Vec<String> = Vec::new();
        for child in &group.children {
            match child {
                ChildResult::Group(at) => self.group(*at),
                ChildResult::Criterion(at) => {
                    let Some(c) = view.criteria.get(*at) else { continue };
                    if is_not_asked(c) {
                        let own = c.criterion;
                        let (title, id) = (own.title.get(self.s.lang), &own.id);
                        let number = if own.short_name() == id { String::new() } else { format!("{} ", own.label) };
                        not_asked.push(format!("{number}{title} [{id}]"));
                    } else {
                        let row = self.row(*at, c);
                        self.table.rows.push(Row::Cells(row));
                    }
                }
                _ => {}
            }
        }
        if !not_asked.is_empty() {
            let (n, names) = (not_asked.len().to_string(), not_asked.join("; "));
            let text = self.s.fill(T::NotAskedHere, &[("sign", Outcome::NotApplicable.sign()), ("n", &n), ("names", &names)]);
            self.table.rows.push(Row::Wide(Cell::default().and(Tone::Dim, text)));
        }
    }

    fn head(&self, at: usize, group: &GroupResult<'_>) -> Vec<Cell> {
        let (label, title) = match group.group {
            Some(own) => (own.label.as_str(), own.title.get(self.s.lang)),
            None => ("", self.s.say(T::Total)),
        };
        let band = groups::banded(self.s, group).map(|band| format!("→ {band}")).unwrap_or_default();
        let mut out = Vec::from([Cell::new(label), Cell::new(title).and(Tone::Plain, band), Cell::default()]);
        if self.base.is_some() {
            out.extend([Cell::default(), Cell::default()]);
        }
        match self.asks {
            Asks::Levels(_) => out.extend(group.tallies.iter().map(|t| Cell::new(groups::tally(t)))),
            Asks::Once => out.push(Cell::new(group.tallies.first().filter(|t| t.asked > 0).map(groups::tally).unwrap_or_default())),
            Asks::Nothing => {}
        }
        if self.scored {
            out.push(Cell::new(groups::worth(self.s, group)));
        }
        for (view, verified) in self.s.views() {
            let own = view.groups.get(at).filter(|own| verified && own.tallies != group.tallies);
            let tallies: Vec<String> = own.iter().flat_map(|g| &g.tallies).map(groups::tally).collect();
            let undecided = if group.undecided { self.s.say(T::Undecided) } else { "" };
            out.push(if tallies.is_empty() { Cell::new(undecided) } else { Cell::new(tallies.join(" · ")) });
        }
        out.push(Cell::default());
        out
    }

    fn row(&self, at: usize, c: &CriterionResult<'_>) -> Vec<Cell> {
        let s = self.s;
        let name = s.remarks(c).into_iter().fold(s.name_cell(c.criterion), |cell, text| cell.and(Tone::Plain, format!("→ {text}")));
        let mut out = Vec::from([Cell::new(c.criterion.label.as_str()), name, s.value_cell(c)]);
        if self.base.is_some() {
            out.extend(s.change(c));
        }
        match &self.asks {
            Asks::Levels(levels) => out.extend(levels.iter().map(|level| s.at_level(c, *level))),
            Asks::Once => out.push(s.once(c)),
            Asks::Nothing => {}
        }
        if self.scored {
            out.push(Cell::new(groups::points_of(s, c)));
        }
        out.extend(s.views().map(|(view, _)| view.criteria.get(at).map_or_else(Cell::default, |c| self.outcome(c))));
        out.push(self.documents(&c.criterion.id));
        out
    }

    fn outcome(&self, c: &CriterionResult<'_>) -> Cell {
        Cell::of(c.outcome, capital(&format!("{} {}", c.outcome.sign(), outcome_text(self.s, c))))
    }

    /// The documents of a criterion by their numbers.
    fn documents(&self, id: &str) -> Cell {
        let all = self.s.a.city().evidence.iter().enumerate().filter(|(_, d)| d.criteria.iter().any(|c| c == id));
        all.fold(Cell::default(), |cell, (at, _)| cell.linked(format!("[{}]", at + 1), format!("#{}-d{}", self.s.id, at + 1)))
    }
}

/// `Chưa đạt ngưỡng từ C2`
pub(crate) fn outcome_text(s: &Subject<'_, '_>, c: &CriterionResult<'_>) -> String {
    let word = c.outcome.label(s.lang);
    let failing = c.levels.iter().find(|l| l.outcome == c.outcome && l.outcome != Outcome::Passed);
    match failing.filter(|_| c.met_level > 0) {
        Some(level) => format!("{word} {}", s.fill(T::FromLevel, &[("level", &s.short_level(level.level))])),
        None if c.outcome == Outcome::Monitored && !c.has_value() => format!("{word}; {}", s.outcome(Outcome::NoData)),
        None => word.into(),
    }
}
