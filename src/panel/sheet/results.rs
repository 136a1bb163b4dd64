//! What a scored table says of each place, never without its marks.

use super::super::objects::row_objects;
use super::{PanelPlace, PanelSheet};
use crate::city::csv_table;
use crate::criteria::{Criterion, Treatment};
use crate::date::Date;
use crate::finding::Findings;
use crate::panel::columns::Columns;
use crate::panel::plan::PanelPlan;
use crate::panel::rank::{Ranking, Ties};
use crate::panel::scores::Scores;
use crate::panel::treat::TreatedScores;
use crate::text::Lang;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::{Value, json};

/// The columns of [`PanelResults::rows`], in order; after them one for each group of the tree, by its id.
pub const PANEL_COLUMNS: &[&str] = &[
    "unit_code",
    "unit_name",
    "kind",
    "period",
    "set",
    "scheme",
    "state",
    "as_of",
    "score",
    "rank",
    "rank_of",
    "ties",
    "level",
    "statement",
    "mark",
];

/// The columns that results of treated figures have between [`PANEL_COLUMNS`] and the groups: what was done, how many figures the place
/// has of those that apply to it, what its result rests on besides.
pub const TREATED_COLUMNS: &[&str] = &["treatment", "figures", "notes"];

/// Scores, levels and ranks of a table; ranks are taken within each period.
pub struct PanelResults<'r, 's> {
    plan: &'r PanelPlan<'s>,
    sheet: &'r PanelSheet,
    scores: Scores,
    /// One for each period; none where the edition defines no score.
    rankings: Vec<Ranking>,
    ties: Ties,
    pub(super) treated: Option<TreatedScores>,
}

impl PanelSheet {
    /// Scores the table by a plan, as its scheme says where it treats figures, and ranks its places within each period where the edition defines a score.
    ///
    /// # Errors
    /// Those of [`PanelPlan::columns`] and [`PanelPlan::score`].
    pub fn results<'r, 's>(&'r self, plan: &'r PanelPlan<'s>, ties: Ties) -> Result<PanelResults<'r, 's>, Findings> {
        if plan.scheme().panel.is_some() {
            return self.treated_results(plan, &plan.treatment(), ties);
        }
        let columns = self.columns(plan)?;
        let mut scores = Scores::default();
        plan.score(&columns, &mut scores)?;
        let rankings = if plan.scheme().score.is_some() { self.rankings(plan, &columns, &scores, ties)? } else { Vec::new() };
        Ok(PanelResults { plan, sheet: self, scores, rankings, ties, treated: None })
    }

    /// Treats the figures of the table, scores it by a plan and ranks the places that may be, within each period. The groups of places are
    /// their regions. Places are measured by those of their own period, or by all rows of the table where the treatment says so
    /// ([`Treatment::with_pooled_periods`]).
    ///
    /// # Errors
    /// Those of [`PanelPlan::columns`] and [`PanelPlan::score_treated`]; a scheme without a score: `panel.no_score`.
    pub fn treated_results<'r, 's>(
        &'r self,
        plan: &'r PanelPlan<'s>,
        treatment: &Treatment,
        ties: Ties,
    ) -> Result<PanelResults<'r, 's>, Findings> {
        plan.has_score()?;
        let columns = self.columns(plan)?;
        let (periods, regions) = (self.periods(), self.regions());
        let treated = if treatment.pooled || periods.len() < 2 {
            plan.score_treated(&columns, &self.peers(&regions), treatment)?
        } else {
            let mut parts = Vec::with_capacity(periods.len());
            for period in &periods {
                let rows: Vec<usize> = (0..self.places.len()).filter(|row| self.is_of(*row, *period)).collect();
                let own: Vec<Option<&str>> = rows.iter().map(|row| regions.get(*row).copied().flatten()).collect();
                let peers = self.peers(&regions).of_rows(&rows, &own);
                let scores = plan.score_treated(&columns.select(&rows), &peers, treatment)?;
                parts.push((*period, rows, scores));
            }
            let nothing = || plan.score_treated(&columns, &self.peers(&regions), treatment);
            TreatedScores::together(plan, self.places.len(), parts).map_or_else(nothing, Ok)?
        };
        let of = |period: &Option<Date>| treated.rank_some(ties, |row| self.is_of(row, *period));
        let (scores, rankings) = (treated.scores().clone(), periods.iter().map(of).collect());
        Ok(PanelResults { plan, sheet: self, scores, rankings, ties, treated: Some(treated) })
    }

    fn rankings(&self, plan: &PanelPlan<'_>, columns: &Columns<'_>, scores: &Scores, ties: Ties) -> Result<Vec<Ranking>, Findings> {
        let of = |period| plan.rank_some(columns, scores, ties, |row| self.is_of(row, period));
        self.periods().into_iter().map(of).collect()
    }
}

impl PanelResults<'_, '_> {
    /// The plan it was scored by.
    #[must_use]
    pub fn plan(&self) -> &PanelPlan<'_> {
        self.plan
    }

    /// The place of a row.
    #[must_use]
    pub fn place(&self, row: usize) -> Option<&PanelPlace> {
        self.sheet.places.get(row)
    }

    /// The scores, by row of the table.
    #[must_use]
    pub fn scores(&self) -> &Scores {
        &self.scores
    }

    /// What was done to the figures, where something was.
    #[must_use]
    pub fn treated(&self) -> Option<&TreatedScores> {
        self.treated.as_ref()
    }

    /// The ranking that a row is part of; none without a score.
    #[must_use]
    pub fn ranking(&self, row: usize) -> Option<&Ranking> {
        self.rankings.iter().find(|ranking| ranking.rank(row).is_some())
    }

    /// The share of each criterion on its way from worst to best, by row, as the index counts it; NaN where there is no figure. Empty
    /// where columns cannot follow the scheme, and of treated figures.
    #[must_use]
    pub fn shares(&self) -> Vec<(&Criterion, Vec<f64>)> {
        match self.sheet.columns(self.plan) {
            Ok(columns) if self.treated.is_none() => self.plan.shares(&columns),
            _ => Vec::new(),
        }
    }

    /// The marks in one line.
    #[must_use]
    pub fn mark_line(&self, lang: Lang) -> String {
        let treated = self.treated.as_ref().map(|treated| treated.mark(lang));
        [self.plan.mark_line(lang)].into_iter().filter(|line| !line.is_empty()).chain(treated).collect::<Vec<_>>().join("; ")
    }

    /// The rows in the order of results: by period, then by rank, or by level and code where there are no ranks.
    #[must_use]
    pub fn order(&self) -> Vec<usize> {
        let mut rows: Vec<usize> = (0..self.sheet.places.len()).collect();
        let rank = |row: usize| self.ranking(row).and_then(|ranking| ranking.rank(row)).map_or((1, None), |rank| (0, Some(rank)));
        let level = |row: usize| core::cmp::Reverse(self.scores.level(row).height());
        let place = |row: usize| self.sheet.places.get(row).map(|place| (place.period, place.code.as_str()));
        rows.sort_by_key(|row| {
            (place(*row).and_then(|(period, _)| period), rank(*row), level(*row), place(*row).map(|(_, code)| code), *row)
        });
        rows
    }

    /// One row of text for each place, in the order of results, under [`PANEL_COLUMNS`] and the ids of the groups. Scores have at most
    /// nine decimals; `statement` says level and rank in words that never stand bare.
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let (set, scheme, as_of) = (self.plan.set().id(), self.plan.scheme().id.clone(), self.plan.options().as_of.to_string());
        let (state, mark) = (self.plan.state_text(lang), self.mark_line(lang));
        let statements = self.statements(lang);
        let row = |row: usize| {
            let place = self.sheet.places.get(row)?;
            let ranking = self.ranking(row);
            let of = |figures: &[f64]| figures.get(row).copied().map_or(String::new(), number);
            let mut out = Vec::from([
                place.code.clone(),
                place.name_in(lang).into(),
                self.sheet.kind.as_str().into(),
                place.period.map(|period| period.to_string()).unwrap_or_default(),
                set.clone(),
                scheme.clone(),
                state.clone(),
                as_of.clone(),
                if self.plan.scheme().score.is_some() { of(self.scores.score()) } else { String::new() },
                ranking.and_then(|ranking| ranking.rank(row)).map(|rank| rank.to_string()).unwrap_or_default(),
                ranking.map(|ranking| ranking.of().to_string()).unwrap_or_default(),
                ranking.map(|ranking| ranking.ties().as_str().into()).unwrap_or_default(),
                self.scores.level(row).reached().map(|level| level.to_string()).unwrap_or_default(),
                statements.get(row).cloned().unwrap_or_default(),
                mark.clone(),
            ]);
            if let Some(treated) = &self.treated {
                let notes: Vec<String> = treated.notes(row).map(|note| note.text(lang)).collect();
                let (there, asked) = treated.figures(row);
                out.extend([treated.treatment().text(lang), format!("{there}/{asked}"), notes.join("; ")]);
            }
            out.extend((1..self.plan.nodes().len()).map(|node| of(self.scores.node(node))));
            Some(out)
        };
        self.order().into_iter().filter_map(row).collect()
    }

    /// The names of the columns of [`PanelResults::rows`].
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        let groups = self.plan.nodes().into_iter().skip(1).map(|node| node.group.map(|group| group.id.clone()).unwrap_or_default());
        let treated = if self.treated.is_some() { TREATED_COLUMNS } else { &[] };
        PANEL_COLUMNS.iter().chain(treated).map(|name| String::from(*name)).chain(groups).collect()
    }

    /// The rows as CSV: comma, decimals with a point.
    #[must_use]
    pub fn to_csv(&self, lang: Lang) -> String {
        csv_table(&self.columns(), self.rows(lang))
    }

    /// The rows as JSON, with marks and how ties are ranked beside them.
    #[must_use]
    pub fn to_json(&self, lang: Lang) -> String {
        let rows = row_objects(&self.columns(), self.rows(lang));
        let marks = serde_json::to_value(self.plan.marks()).unwrap_or_default();
        let ties = if self.rankings.is_empty() { Value::Null } else { self.ties.as_str().into() };
        let mut out = json!({"marks": marks, "set": self.plan.set().id(), "ties": ties, "units": rows});
        if let (Some(treated), Some(members)) = (&self.treated, out.as_object_mut()) {
            members.insert("treatment".into(), treated.to_value());
        }
        crate::write::pretty(&out)
    }

    /// Level and rank of each row in words.
    fn statements(&self, lang: Lang) -> Vec<String> {
        let one = |row: usize| {
            let rank = self.ranking(row).and_then(|ranking| ranking.text(row, lang));
            (self.scores.level(row), rank)
        };
        self.plan.statements((0..self.sheet.places.len()).map(one), lang)
    }
}

/// At most nine decimals: as many as columns and the exact path are sure to agree on.
pub(super) fn number(x: f64) -> String {
    if x.is_nan() {
        return String::new();
    }
    let text = format!("{x:.9}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".into() } else { short.into() }
}
