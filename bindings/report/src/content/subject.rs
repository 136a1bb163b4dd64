//! One assessment seen in one language, with the words that every part needs.

use crate::model::Cell;
use crate::number;
use crate::words::{T, capital, fill};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Assessment, ChildResult, Criterion, CriterionResult, Dec, GroupResult, Lang, Outcome, ScoreOf, Tier, View};

/// Letters of the longest label that fits a narrow column.
const LONG_LABEL: usize = 10;

/// What a part of a report is made from.
pub(crate) struct Subject<'r, 'a> {
    pub(crate) a: &'r Assessment<'a>,
    pub(crate) lang: Lang,
    /// Begins every id of the part.
    pub(crate) id: String,
    /// The data are somebody's what-if and not those of the place.
    pub(crate) supposed: bool,
}

impl<'r, 'a> Subject<'r, 'a> {
    /// The n-th place of a report.
    pub(crate) fn new(a: &'r Assessment<'a>, lang: Lang, number: usize) -> Self {
        Self { a, lang, id: format!("p{number}"), supposed: false }
    }

    pub(crate) fn say(&self, key: T) -> &'static str {
        key.get(self.lang)
    }

    pub(crate) fn fill(&self, key: T, values: &[(&str, &str)]) -> String {
        fill(key, self.lang, values)
    }

    /// The self-assessed result, then the verified one.
    pub(crate) fn views(&self) -> impl Iterator<Item = (&'r View<'a>, bool)> {
        core::iter::once((self.a.self_assessed(), false)).chain(self.a.verified().map(|view| (view, true)))
    }

    pub(crate) fn state(&self, verified: bool) -> &'static str {
        self.a.state_word(verified, self.lang)
    }

    /// `tự đánh giá`, or both states.
    pub(crate) fn states(&self) -> String {
        match self.a.verified() {
            None => self.state(false).into(),
            Some(_) => self.fill(T::AndState, &[("one", self.state(false)), ("other", self.state(true))]),
        }
    }

    pub(crate) fn name(&self) -> &'r str {
        self.a.city().unit.name(self.lang)
    }

    /// Name, code, kind.
    pub(crate) fn full_name(&self) -> String {
        let unit = &self.a.city().unit;
        format!("{} ({}, {})", self.name(), unit.code, unit.kind.short_label(self.lang))
    }

    pub(crate) fn as_of(&self) -> String {
        number::date(self.a.as_of(), self.lang)
    }

    pub(crate) fn data_date(&self) -> String {
        self.a.data_date().map_or_else(|| self.say(T::NoDataDate).into(), |date| number::date(date, self.lang))
    }

    /// The marks of the result in a line, with edition, state and dates: what stands in every chart and on every printed page.
    pub(crate) fn mark_line(&self) -> String {
        let marks = self.a.mark_line(self.lang);
        let short = self.short_marks();
        let line = if marks.is_empty() { short } else { format!("{}. {short}", capital(&marks)) };
        if self.supposed { format!("{}. {line}", self.say(T::Supposed)) } else { line }
    }

    fn short_marks(&self) -> String {
        let (set, state, date, data) = (self.a.set().id(), self.states(), self.as_of(), self.data_date());
        self.fill(T::ShortMarks, &[("set", &set), ("state", &state), ("date", &date), ("data", &data)])
    }

    /// The score in words; none when the scheme has none.
    pub(crate) fn score(&self, view: &View<'_>) -> Option<String> {
        self.a.scheme().score?;
        if let Some(range) = view.score_range {
            let (low, high) = (number::score(range.low, self.lang), number::score(range.high, self.lang));
            return Some(self.fill(T::ScoreBetween, &[("low", &low), ("high", &high)]));
        }
        let Some(score) = view.score else { return Some(self.say(T::ScoreUndecided).into()) };
        let mut said = self.fill(T::ScoreOf, &[("score", &number::score(score.value, self.lang))]);
        if let Some(band) = view.groups.first().and_then(|root| root.band) {
            said.push_str(&format!(" – {}", band.title.get(self.lang)));
        }
        if let Some(of) = self.a.coverage_text(view, self.lang) {
            said.push_str(&format!("; {of}"));
        }
        if score.value == score.unrounded {
            return Some(said);
        }
        let unrounded = self.fill(T::Unrounded, &[("value", &number::score(score.unrounded, self.lang))]);
        Some(format!("{said} ({unrounded})"))
    }

    /// Level and score of a view with the words that belong beside them.
    pub(crate) fn statement(&self, view: &View<'_>) -> String {
        let level = self.a.level_statement(view, self.lang);
        let said = match (level, self.score(view)) {
            // The words stand beside the level already.
            (Some(level), score) => [Some(level), score].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            (None, Some(score)) => self.a.never_bare(score, self.lang),
            (None, None) => self.a.count_statement(view, self.lang).unwrap_or_default(),
        };
        if self.supposed { self.fill(T::IfSo, &[("said", &said)]) } else { capital(&said) }
    }

    /// The highest score there is; none when the scheme has none.
    pub(crate) fn top(&self) -> Option<Dec> {
        let root = self.a.self_assessed().groups.first()?;
        Some(match self.a.scheme().score? {
            ScoreOf::Share => Dec::ONE,
            _ => self.whole(root),
        })
    }

    /// The value of a node of which nothing is missing.
    pub(crate) fn whole(&self, node: &GroupResult<'_>) -> Dec {
        if is_sum(node) { node.max_points } else { self.a.scheme().scale }
    }

    /// Weight of the column of labels; long ones (`EC: ICT: ICT: 1C`) would be broken letter by letter where columns keep their weight.
    pub(crate) fn label_weight(&self) -> u32 {
        let longest = self.a.self_assessed().criteria.iter().map(|c| c.criterion.label.chars().count()).max().unwrap_or(0);
        if longest > LONG_LABEL { 13 } else { 6 }
    }

    /// `C2`
    pub(crate) fn short_level(&self, level: u32) -> String {
        self.fill(T::LevelShort, &[("level", &level.to_string())])
    }

    pub(crate) fn symbol(&self, criterion: &Criterion) -> &'r str {
        number::symbol(self.a.set(), criterion, self.lang)
    }

    /// What was measured or answered, and for which period.
    pub(crate) fn value_cell(&self, c: &CriterionResult<'_>) -> Cell {
        let period = c.inputs.iter().filter_map(|o| o.period).max();
        let period = period.map(|p| self.fill(T::OfPeriod, &[("period", &number::date(p, self.lang))]));
        let measured = number::measured(self.a.set(), c, self.lang);
        if measured.is_empty() {
            return Cell::new("–");
        }
        Cell::new(measured).and(crate::model::Tone::Dim, period.unwrap_or_default())
    }

    /// `✓ đạt`
    pub(crate) fn outcome(&self, outcome: Outcome) -> String {
        format!("{} {}", outcome.sign(), outcome.label(self.lang))
    }

    /// Title, and below it the id and whether it is a basic or a chosen one.
    pub(crate) fn name_cell(&self, criterion: &Criterion) -> Cell {
        let tier = match criterion.tier {
            Some(Tier::Basic) => format!(" · {}", self.say(T::Basic)),
            Some(Tier::Elective) => format!(" · {}", self.say(T::Elective)),
            _ => String::new(),
        };
        Cell::new(criterion.title.get(self.lang)).and(crate::model::Tone::Dim, format!("{}{tier}", criterion.id))
    }

    /// The level to look at first: the next one, or the highest.
    pub(crate) fn next_level(&self) -> Option<u32> {
        let level = &self.a.self_assessed().level;
        let reached = level.reached.or(level.undecided.map(|range| range.low)).unwrap_or(0);
        (level.of > 0).then(|| reached.saturating_add(1).min(level.of))
    }
}

/// True when the value of a node is in points.
pub(crate) fn is_sum(node: &GroupResult<'_>) -> bool {
    matches!(node.aggregate.as_str(), "sum" | "sum_of_scored")
}

/// True when a criterion is not asked of this kind of place; one that is claimed not to exist has a reason.
pub(crate) fn is_not_asked(c: &CriterionResult<'_>) -> bool {
    c.outcome == Outcome::NotApplicable && c.reason.is_none()
}

/// True when something is judged; a set may only show values.
pub(crate) fn is_judged(view: &View<'_>) -> bool {
    view.criteria.iter().any(|c| !matches!(c.outcome, Outcome::Monitored | Outcome::NotApplicable))
}

/// True when nothing has to be done about an outcome. An outcome that is not known here counts as one that fails: it is shown.
pub(crate) fn is_fine(outcome: Outcome) -> bool {
    ["passed", "scored", "monitored", "not_applicable", "not_considered"].contains(&outcome.as_str())
}

/// The criteria that stand directly in a group, with their places in the view.
pub(crate) fn own_criteria<'v, 'a>(
    view: &'v View<'a>,
    group: &'v GroupResult<'a>,
) -> impl Iterator<Item = (usize, &'v CriterionResult<'a>)> {
    group.children.iter().filter_map(|child| match child {
        ChildResult::Criterion(at) => view.criteria.get(*at).map(|c| (*at, c)),
        _ => None,
    })
}
