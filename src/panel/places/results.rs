//! What comes of places judged one by one: the rows of a panel, verified results beside self-assessed ones.

use super::super::objects::row_objects;
use super::judge::{Judged, judge, level};
use super::{PanelSnapshot, PlacePanel};
use crate::assessment::{AssessOptions, Assessment};
use crate::city::csv_table;
use crate::criteria::CriteriaSet;
use crate::date::Date;
use crate::finding::Findings;
use crate::number::Dec;
use crate::panel::rank::{Ranking, Ties};
use crate::panel::sheet::PANEL_COLUMNS;
use crate::text::Lang;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::{Value, json};

/// Scores, levels and ranks of places judged exactly. Ranks are taken within a period, and within a state: self-assessed and verified
/// results are never in one order.
pub struct PlaceResults<'a> {
    set: &'a CriteriaSet,
    judged: Vec<Judged<'a>>,
    /// Judged place, verified; in the order of results.
    order: Vec<(usize, bool)>,
    rankings: Vec<((Option<Date>, bool), Ranking)>,
    ties: Ties,
    findings: Findings,
}

impl PlacePanel {
    /// Judges every place in each of its periods by the exact path, as a city is, and ranks where the edition defines a score.
    ///
    /// # Errors
    /// Those of [`CriteriaSet::assess`], of all places at once; `panel.kind_out_of_scope`.
    pub fn results<'a>(&'a self, set: &'a CriteriaSet, options: &AssessOptions, ties: Ties) -> Result<PlaceResults<'a>, Findings> {
        let (judged, findings) = judge(self, set, options)?;
        let mut out = PlaceResults { set, judged, order: Vec::new(), rankings: Vec::new(), ties, findings };
        let scored = out.judged.first().is_some_and(|one| one.assessment.scheme().score.is_some());
        let mut periods: Vec<Option<Date>> = out.judged.iter().map(|one| one.snapshot.period).collect();
        periods.sort_unstable();
        periods.dedup();
        for key in periods.into_iter().flat_map(|period| [(period, false), (period, true)]).filter(|_| scored) {
            let of = |one: &Judged<'_>| one.score(key.1).filter(|_| one.snapshot.period == key.0);
            let scores: Vec<Option<Dec>> = out.judged.iter().map(of).collect();
            out.rankings.push((key, Ranking::of_scores(&scores, ties)));
        }
        out.order = out.sorted();
        Ok(out)
    }
}

impl PlaceResults<'_> {
    /// Remarks on the data, each once; errors would have prevented the results.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    fn one(&self, at: usize) -> Option<&Judged<'_>> {
        self.judged.get(at)
    }

    fn ranking(&self, at: usize, verified: bool) -> Option<&Ranking> {
        let period = self.one(at)?.snapshot.period;
        self.rankings.iter().find(|(key, _)| *key == (period, verified)).map(|(_, ranking)| ranking)
    }

    /// By period, state, then by rank, or by level and code where there are no ranks.
    fn sorted(&self) -> Vec<(usize, bool)> {
        let both = (0..self.judged.len()).flat_map(|at| [(at, false), (at, true)]);
        let mut rows: Vec<(usize, bool)> =
            both.filter(|(at, verified)| self.one(*at).is_some_and(|one| one.view(*verified).is_some())).collect();
        rows.sort_by_key(|(at, verified)| {
            let one = self.one(*at);
            let rank = self.ranking(*at, *verified).and_then(|ranking| ranking.rank(*at)).map_or((1, None), |rank| (0, Some(rank)));
            let height = one.and_then(|one| one.view(*verified)).map(|view| level(view).height());
            (one.and_then(|one| one.snapshot.period), *verified, rank, core::cmp::Reverse(height), *at)
        });
        rows
    }

    /// One row of text for each place, period and state, under [`PlaceResults::columns`]. Scores are exact; `state` says whether a
    /// row is self-assessed or verified, `statement` level and rank in words that never stand bare.
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<Vec<String>> {
        self.order.iter().filter_map(|(at, verified)| self.row(*at, *verified, lang)).collect()
    }

    fn row(&self, at: usize, verified: bool, lang: Lang) -> Option<Vec<String>> {
        let one = self.one(at)?;
        let (assessment, view) = (&one.assessment, one.view(verified)?);
        let ranking = self.ranking(at, verified);
        let rank = ranking.and_then(|ranking| ranking.rank(at));
        let decimal = |value: Option<Dec>| value.map(|value| value.to_string()).unwrap_or_default();
        let unit = &assessment.city().unit;
        let mut out = Vec::from([
            unit.code.clone(),
            unit.name(lang).into(),
            unit.kind.as_str().into(),
            one.snapshot.period.map(|period| period.to_string()).unwrap_or_default(),
            self.set.id(),
            assessment.scheme().id.clone(),
            assessment.state_word(verified, lang).into(),
            assessment.as_of().to_string(),
            decimal(one.score(verified)),
            rank.map(|rank| rank.to_string()).unwrap_or_default(),
            rank.and(ranking).map(|ranking| ranking.of().to_string()).unwrap_or_default(),
            rank.map(|_| self.ties.as_str().into()).unwrap_or_default(),
            level(view).reached().map(|level| level.to_string()).unwrap_or_default(),
            self.statement(one, at, verified, lang),
            assessment.mark_line(lang),
        ]);
        out.extend(view.groups.iter().skip(1).map(|group| decimal(group.value)));
        Some(out)
    }

    fn statement(&self, one: &Judged<'_>, at: usize, verified: bool, lang: Lang) -> String {
        let Some(view) = one.view(verified) else { return String::new() };
        let said = one.assessment.level_statement(view, lang).or_else(|| one.assessment.count_statement(view, lang));
        let rank = self.ranking(at, verified).and_then(|ranking| ranking.text(at, lang));
        let rank = rank.map(|rank| if said.is_none() { one.assessment.never_bare(rank, lang) } else { rank });
        [said, rank].into_iter().flatten().collect::<Vec<_>>().join("; ")
    }

    /// The names of the columns: [`PANEL_COLUMNS`], then the groups of the tree.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        let groups = self.judged.first().map(|one| one.assessment.self_assessed().groups.iter().skip(1)).into_iter().flatten();
        let groups = groups.map(|node| node.group.map(|group| group.id.clone()).unwrap_or_default());
        PANEL_COLUMNS.iter().map(|name| String::from(*name)).chain(groups).collect()
    }

    /// The rows as CSV: comma, decimals with a point.
    #[must_use]
    pub fn to_csv(&self, lang: Lang) -> String {
        csv_table(&self.columns(), self.rows(lang))
    }

    /// The rows as JSON, each with its marks.
    #[must_use]
    pub fn to_json(&self, lang: Lang) -> String {
        let rows = row_objects(&self.columns(), self.rows(lang));
        let ties = if self.rankings.is_empty() { Value::Null } else { self.ties.as_str().into() };
        let marks = serde_json::to_value(self.marks()).unwrap_or_default();
        crate::write::pretty(&json!({"marks": marks, "set": self.set.id(), "ties": ties, "units": rows}))
    }

    /// The marks of all places, each once.
    #[must_use]
    pub fn marks(&self) -> Vec<crate::assessment::Mark> {
        all_marks(self.judged.iter().map(|one| &one.assessment))
    }

    /// The places, in the order of the panel.
    pub fn snapshots(&self) -> impl Iterator<Item = &PanelSnapshot> {
        self.judged.iter().map(|one| one.snapshot)
    }
}

pub(in crate::panel) fn all_marks<'x, 'a: 'x>(assessments: impl Iterator<Item = &'x Assessment<'a>>) -> Vec<crate::assessment::Mark> {
    let mut out = Vec::new();
    for mark in assessments.flat_map(Assessment::marks) {
        if !out.contains(&mark) {
            out.push(mark);
        }
    }
    out
}
