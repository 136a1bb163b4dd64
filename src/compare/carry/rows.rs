//! What was carried, as rows; every row carries the marks.

use super::carried::{Carried, CarryStep, OutcomeChange, Reached};
use super::moving::CarriedCriterion;
use crate::assessment::Assessment;
use crate::criteria::Criterion;
use crate::text::Lang;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The columns of a [`CarryRow`], in order.
pub const CARRY_COLUMNS: &[&str] = &[
    "unit_code",
    "unit_name",
    "before_set",
    "now_set",
    "scheme",
    "as_of",
    "data_date",
    "step",
    "state",
    "before_id",
    "now_id",
    "label",
    "title",
    "kind",
    "data",
    "reasons",
    "from_outcome",
    "from_level",
    "from_value",
    "to_outcome",
    "to_level",
    "to_value",
    "cause",
    "why",
    "note",
    "mark",
];

/// One criterion between two results, or one level, as text cells in the order of [`CARRY_COLUMNS`].
pub type CarryRow = Vec<String>;

impl Carried<'_> {
    /// First the level of each result (`step` `level`, the sentence in `title`, the result in `kind`), then one row per criterion that
    /// comes to something else (`step` `edition` for the same data under both editions, `data` for newer data), then those that need
    /// new data and come to the same.
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<CarryRow> {
        let mut out = self.level_rows(lang);
        out.extend(self.changes().iter().map(|change| self.change_row(change, lang)));
        out.extend(self.left().map(|item| self.left_row(item, lang)));
        let marks: Vec<String> = self.marks().iter().map(|m| m.text.get(lang).trim_end_matches('.').to_string()).collect();
        let mark = marks.join("; ");
        out.iter_mut().for_each(|row| row.push(mark.clone()));
        out
    }

    /// Criteria whose data did not follow and which come to the same all the same: they are in no change.
    pub fn left(&self) -> impl Iterator<Item = &CarriedCriterion<'_>> {
        let said = |id: &str| self.changes().iter().any(|c| c.step == CarryStep::Edition && !c.verified && c.id() == id);
        self.carry().criteria().iter().filter(move |item| item.needs_new_data() && !said(item.id()))
    }

    fn head(&self, of: &Assessment<'_>, step: &str, verified: bool, lang: Lang) -> CarryRow {
        let unit = &of.city().unit;
        [
            unit.code.clone(),
            unit.name(lang).into(),
            self.before().set().id(),
            self.now().set().id(),
            of.scheme().id.clone(),
            of.as_of().to_string(),
            of.data_date().map(|d| d.to_string()).unwrap_or_default(),
            step.into(),
            if verified { "verified" } else { "self_assessed" }.into(),
        ]
        .into()
    }

    fn level_rows(&self, lang: Lang) -> Vec<CarryRow> {
        let mut out = Vec::new();
        for (side, assessment) in self.sides() {
            for verified in [false, true] {
                let Some(statement) = self.statement(side, verified, lang) else { continue };
                let mut row = self.head(assessment, "level", verified, lang);
                row.extend([String::new(), String::new(), String::new(), statement, side.as_str().into()]);
                row.resize(CARRY_COLUMNS.len() - 1, String::new());
                out.push(row);
            }
        }
        out
    }

    fn change_row(&self, c: &OutcomeChange<'_>, lang: Lang) -> CarryRow {
        let of = if c.step == CarryStep::Edition { self.now() } else { self.newer().unwrap_or(self.now()) };
        let mut row = self.head(of, c.step.as_str(), c.verified, lang);
        row.extend(named(c.before, c.now, lang));
        let same = |a: Option<&Criterion>, b: Option<&Criterion>| a.map(|c| &c.id) == b.map(|c| &c.id);
        let item = self.carry().criteria().iter().find(|i| same(i.before, c.before) && same(i.now, c.now));
        row.extend(item.filter(|_| c.step == CarryStep::Edition).map(|item| data(item, lang)).unwrap_or_default());
        for side in [&c.from, &c.to] {
            row.extend(side.as_ref().map(reached).unwrap_or_default());
        }
        row.push(c.causes.iter().map(super::Cause::as_str).collect::<Vec<_>>().join(" "));
        row.push(c.causes.iter().map(|cause| cause.text(lang)).collect::<Vec<_>>().join("; "));
        row.push(c.note.unwrap_or_default().into());
        row
    }

    fn left_row(&self, item: &CarriedCriterion<'_>, lang: Lang) -> CarryRow {
        let mut row = self.head(self.now(), CarryStep::Edition.as_str(), false, lang);
        row.extend(named(item.before, item.now, lang));
        row.extend(data(item, lang));
        row.resize(CARRY_COLUMNS.len() - 2, String::new());
        row.push(item.note.unwrap_or_default().into());
        row
    }
}

/// Ids of both sides, number and title.
fn named(before: Option<&Criterion>, now: Option<&Criterion>, lang: Lang) -> [String; 4] {
    let id = |side: Option<&Criterion>| side.map(|c| c.id.clone()).unwrap_or_default();
    let (label, title) = now.or(before).map(|c| (c.label.clone(), c.title.get(lang).to_string())).unwrap_or_default();
    [id(before), id(now), label, title]
}

/// What became of the criterion and of its data.
fn data(item: &CarriedCriterion<'_>, lang: Lang) -> [String; 3] {
    let reasons: Vec<&str> = item.reasons().map(super::CarryReason::as_str).collect();
    [item.kind.as_str().into(), item.text(lang), reasons.join(" ")]
}

fn reached(reached: &Reached) -> [String; 3] {
    let answer = reached.answer.map(|a| if a { "yes" } else { "no" }.to_string());
    let value = reached.points.or(reached.value).map(|v| v.to_string()).or(answer);
    [reached.outcome.as_str().into(), reached.met_level.map(|l| l.to_string()).unwrap_or_default(), value.unwrap_or_default()]
}
