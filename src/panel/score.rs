//! Scoring: columns where the scheme allows it, then the exact path for every row that columns cannot decide.

use super::columns::Columns;
use super::limits::Limits;
use super::plan::PanelPlan;
use super::program::Program;
use super::run::{Feed, run};
use super::scores::{PanelLevel, Scores};
use super::settle::{Settled, city, settle};
use crate::criteria::ScoreOf;
use crate::finding::{Code, Finding, Findings};
use crate::steps::Eye;
use alloc::vec::Vec;

impl PanelPlan<'_> {
    /// Scores every place: the value of each node, the score, the level.
    ///
    /// A scheme that columns can follow is computed in `f64`, with an error that is known beforehand; a place that lies within it of
    /// anything that decides is judged by the exact path, and so is every place of any other scheme ([`PanelPlan::obstacle`]).
    /// Levels are therefore always the exact ones, and values agree with them to the last digits of `f64`.
    ///
    /// # Errors
    /// - columns of another plan: `panel.other_columns`
    /// - a scheme that says figures are treated ([`PanelPlan::treatment`]): `panel.treatment`; [`PanelPlan::score_treated`] scores it
    /// - what only the exact path can see in the figures of a place, such as a numerator above its denominator
    pub fn score(&self, columns: &Columns<'_>, scores: &mut Scores) -> Result<(), Findings> {
        self.can_score(columns)?;
        let units = columns.units();
        scores.resize(self, units);
        if !self.scheme().levels.is_empty() {
            scores.levels.resize(units, PanelLevel::None);
        }
        let Some(program) = self.program() else { return self.settle_rows(columns, (0..units).collect(), scores) };
        let delicate = run(program, &Feed { columns: &columns.columns, complete: &columns.complete }, units, &mut scores.values);
        share_of_root(program, scores);
        let limits = Limits::of(self);
        let mut open = limits.levels(self, program, scores);
        if !program.absent_alike {
            open.unite(&columns.not_applicable);
        }
        open.unite(&delicate);
        self.settle_rows(columns, open.rows(0..units).collect(), scores)
    }

    /// Judges one row anew, after [`PanelPlan::put`]; a row has the same score in any company. Ranks have to be taken again. Where the
    /// scores are not of these columns, all rows are scored.
    ///
    /// # Errors
    /// Those of [`PanelPlan::score`]; the scores are then as they were.
    pub fn score_row(&self, columns: &Columns<'_>, row: usize, scores: &mut Scores) -> Result<(), Findings> {
        if !scores.fits(self, columns.units()) {
            return self.score(columns, scores);
        }
        self.can_score(columns)?;
        let mut one = Scores::default();
        if let Err(found) = self.score(&columns.select(&[row]), &mut one) {
            // Said again with the row where it stands.
            return Err(self.settle(columns, row).err().unwrap_or(found));
        }
        if row < columns.units() {
            scores.take_row(row, &one);
        }
        Ok(())
    }

    fn can_score(&self, columns: &Columns<'_>) -> Result<(), Findings> {
        if columns.columns.len() != self.inputs().len() {
            let mut findings = Findings::default();
            findings.push(Finding::at(Code::PanelOtherColumns, ""));
            return Err(findings);
        }
        if self.scheme().panel.is_some() {
            let mut findings = Findings::default();
            let why = ("cách đánh giá này xử lý số liệu trước khi chấm", "this scheme treats figures before they are judged");
            findings.push(Finding::at(Code::PanelTreatment, "").with_both("why", why));
            return Err(findings);
        }
        Ok(())
    }

    /// Judges rows exactly and takes the answers over.
    fn settle_rows(&self, columns: &Columns<'_>, rows: Vec<usize>, scores: &mut Scores) -> Result<(), Findings> {
        let mut findings = Findings::default();
        for (row, settled) in self.settled(columns, rows) {
            match settled {
                Ok(settled) => scores.take(row, &settled),
                Err(found) => found.iter().for_each(|finding| findings.push(finding.clone())),
            }
        }
        if findings.has_errors() { Err(findings) } else { Ok(()) }
    }

    #[cfg(feature = "parallel")]
    fn settled(&self, columns: &Columns<'_>, rows: Vec<usize>) -> Vec<(usize, Result<Settled, Findings>)> {
        use rayon::iter::{IntoParallelIterator, ParallelIterator};
        rows.into_par_iter().map(|row| (row, self.settle(columns, row))).collect()
    }

    #[cfg(not(feature = "parallel"))]
    fn settled<'x>(&'x self, columns: &'x Columns<'_>, rows: Vec<usize>) -> impl Iterator<Item = (usize, Result<Settled, Findings>)> + 'x {
        rows.into_iter().map(|row| (row, self.settle(columns, row)))
    }

    /// The exact answer for a row.
    pub(super) fn settle(&self, columns: &Columns<'_>, row: usize) -> Result<Settled, Findings> {
        settle(self, &city(self, columns, row), Eye::SelfAssessed)
    }
}

/// Where the score is a share, it is the root's value as a part of the full one.
fn share_of_root(program: &Program, scores: &mut Scores) {
    if program.score != ScoreOf::Share {
        return;
    }
    let full = program.full.first().copied().unwrap_or(f64::NAN);
    if let Some(score) = &mut scores.score {
        score.iter_mut().zip(&scores.values).for_each(|(share, value)| *share = value / full);
    }
}
