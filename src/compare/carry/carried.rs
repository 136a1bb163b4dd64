//! The results side by side, and every change of outcome between them.

use super::boundary::BoundaryChange;
use super::cause::{self, Cause};
use super::{Carry, CarrySide};
use crate::assessment::{Assessment, CriterionResult, Mark, Outcome, View};
use crate::compare::Aspect;
use crate::criteria::Criterion;
use crate::number::Dec;
use crate::text::{Lang, Text};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Results under both editions, and of newer data where there are any. They stand side by side; none replaces another.
pub struct Carried<'c> {
    carry: &'c Carry<'c>,
    before: Assessment<'c>,
    now: Assessment<'c>,
    newer: Option<Assessment<'c>>,
    boundary: Vec<BoundaryChange>,
    changes: Vec<OutcomeChange<'c>>,
    levels: Vec<LevelChange>,
}

/// Between which two results something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CarryStep {
    /// The same data, another edition.
    Edition,
    /// The same edition, newer data.
    Data,
}

impl CarryStep {
    /// The stable word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        if self == Self::Edition { "edition" } else { "data" }
    }
}

/// What a criterion came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reached {
    /// Its outcome.
    pub outcome: Outcome,
    /// Highest level up to which every asked level is met; none where no level is asked.
    pub met_level: Option<u32>,
    /// The value.
    pub value: Option<Dec>,
    /// The answer to a yes/no question.
    pub answer: Option<bool>,
    /// Points under a point sum.
    pub points: Option<Dec>,
    /// Share from 0 to 1 of a scored criterion.
    pub share: Option<Dec>,
}

impl Reached {
    fn of(c: &CriterionResult<'_>) -> Self {
        let met_level = (!c.levels.is_empty() && c.outcome != Outcome::NotApplicable).then_some(c.met_level);
        Self { outcome: c.outcome, met_level, value: c.value, answer: c.answer, points: c.points, share: c.share }
    }

    /// True when the same came of it, whatever the value.
    fn is_same(&self, other: &Self) -> bool {
        let came = |r: &Self| (r.outcome, r.met_level, r.points, r.share);
        came(self) == came(other)
    }
}

/// A criterion that came to something else.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct OutcomeChange<'c> {
    /// Between which results.
    pub step: CarryStep,
    /// True in the verified results.
    pub verified: bool,
    /// The criterion in the edition before; in the step of newer data the same as `now`.
    pub before: Option<&'c Criterion>,
    /// The criterion now.
    pub now: Option<&'c Criterion>,
    /// What it came to before; none = it was not asked.
    pub from: Option<Reached>,
    /// What it comes to now; none = it is not asked.
    pub to: Option<Reached>,
    /// Why; never empty.
    pub causes: Vec<Cause<'c>>,
    /// The crosswalk's remark, in English.
    pub note: Option<&'c str>,
}

impl OutcomeChange<'_> {
    /// The id now, else before.
    #[must_use]
    pub fn id(&self) -> &str {
        self.now.or(self.before).map_or("", |c| c.id.as_str())
    }
}

/// A level that is another one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LevelChange {
    /// Between which results.
    pub step: CarryStep,
    /// True in the verified results.
    pub verified: bool,
    /// Before; none = refused, or the scheme has none.
    pub from: Option<u32>,
    /// Now; none = refused, or the scheme has none.
    pub to: Option<u32>,
    /// The causes that are at work: those of its criteria, and `rule` where the rules of levels differ.
    pub causes: Vec<&'static str>,
}

impl<'c> Carried<'c> {
    pub(super) fn new(carry: &'c Carry<'c>, before: Assessment<'c>, now: Assessment<'c>, newer: Option<Assessment<'c>>) -> Self {
        let boundary = carry.boundary();
        let mut changes = Vec::new();
        for (from, to, verified) in views(&before, &now) {
            of_edition(carry, (from, to), verified, &mut changes);
        }
        if let Some(newer) = &newer {
            for (from, to, verified) in views(&now, newer) {
                of_data((from, to), verified, &boundary, &mut changes);
            }
        }
        let mut out = Self { carry, before, now, newer, boundary, changes, levels: Vec::new() };
        out.levels = out.level_changes();
        out
    }

    /// What was carried, and what was not.
    #[must_use]
    pub fn carry(&self) -> &'c Carry<'c> {
        self.carry
    }

    /// The data under the edition before.
    #[must_use]
    pub fn before(&self) -> &Assessment<'c> {
        &self.before
    }

    /// The same data under the edition now.
    #[must_use]
    pub fn now(&self) -> &Assessment<'c> {
        &self.now
    }

    /// The newer data under the edition now.
    #[must_use]
    pub fn newer(&self) -> Option<&Assessment<'c>> {
        self.newer.as_ref()
    }

    /// What of the place differs in the newer data; then no difference from the older data is a trend.
    #[must_use]
    pub fn boundary(&self) -> &[BoundaryChange] {
        &self.boundary
    }

    /// Every criterion that came to something else, with its causes. Criteria that are only shown, and those that neither edition
    /// asks of this kind of place, come to nothing and are left out.
    #[must_use]
    pub fn changes(&self) -> &[OutcomeChange<'c>] {
        &self.changes
    }

    /// Every level that is another one.
    #[must_use]
    pub fn levels(&self) -> &[LevelChange] {
        &self.levels
    }

    /// The results there are, in order.
    pub fn sides(&self) -> impl Iterator<Item = (CarrySide, &Assessment<'c>)> {
        let both = [(CarrySide::Before, &self.before), (CarrySide::Now, &self.now)];
        both.into_iter().chain(self.newer.iter().map(|newer| (CarrySide::Newer, newer)))
    }

    /// The marks of all results; one that not all of them carry names its edition. Then that figures were carried, and a break in
    /// series.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let all: Vec<(String, Vec<Mark>)> = self.sides().map(|(_, a)| (a.set().id(), a.marks())).collect();
        let mut out: Vec<Mark> = Vec::new();
        for (id, mark) in all.iter().flat_map(|(id, marks)| marks.iter().map(move |mark| (id, mark))) {
            let everywhere = all.iter().all(|(_, marks)| marks.contains(mark));
            let text = |text: &str| format!("{} ({id})", text.trim_end_matches('.'));
            let named = Mark { code: mark.code, text: Text::new(text(&mark.text.vi), text(&mark.text.en)) };
            let mark = if everywhere { mark.clone() } else { named };
            if !out.contains(&mark) {
                out.push(mark);
            }
        }
        out.extend(self.carried_mark());
        if !self.boundary.is_empty() {
            let text = Text::new(
                "gián đoạn chuỗi số liệu: địa giới của nơi này đã đổi, nên khác biệt với số liệu mới hơn không phải xu hướng",
                "break in series: the boundary of the place has changed, so a difference from the newer data is no trend",
            );
            out.push(Mark { code: "break_in_series", text });
        }
        out
    }

    fn carried_mark(&self) -> Option<Mark> {
        let from = self.before.set().id();
        let text = super::moving::note(&from);
        let lower = |text: &str| text.trim_end_matches('.').replacen(['S', 'F'], if text.starts_with('S') { "s" } else { "f" }, 1);
        let text = Text::new(lower(&text.vi), lower(&text.en));
        (from != self.now.set().id()).then_some(Mark { code: "carried", text })
    }

    /// The level of a result in a sentence that is never bare and says where carried figures come from. `None` when the scheme has no
    /// levels.
    #[must_use]
    pub fn statement(&self, side: CarrySide, verified: bool, lang: Lang) -> Option<String> {
        let (_, a) = self.sides().find(|(at, _)| *at == side)?;
        let view = if verified { a.verified()? } else { a.self_assessed() };
        let said = a.level_statement(view, lang)?;
        let mark = if side == CarrySide::Now { self.carried_mark() } else { None };
        Some(mark.map_or_else(|| said.clone(), |mark| format!("{said} [{}]", mark.text.get(lang))))
    }

    fn level_changes(&self) -> Vec<LevelChange> {
        let mut out = Vec::new();
        let mut compare = |step, a: &Assessment<'_>, b: &Assessment<'_>| {
            for (from, to, verified) in views(a, b) {
                let (from, to) = (from.level.reached, to.level.reached);
                if from != to {
                    out.push(LevelChange { step, verified, from, to, causes: self.at_work(step, verified) });
                }
            }
        };
        compare(CarryStep::Edition, &self.before, &self.now);
        if let Some(newer) = &self.newer {
            compare(CarryStep::Data, &self.now, newer);
        }
        out
    }

    fn at_work(&self, step: CarryStep, verified: bool) -> Vec<&'static str> {
        let mine = self.changes.iter().filter(|c| c.step == step && c.verified == verified);
        let mut causes: Vec<&'static str> = mine.flat_map(|c| &c.causes).map(Cause::as_str).collect();
        let diff = self.carry.diff();
        let rules = diff.rules().next().is_some() || diff.criteria.iter().any(|c| c.has(Aspect::Tier));
        if step == CarryStep::Edition && rules {
            causes.push("rule");
        }
        crate::order::sort(&mut causes);
        causes.dedup();
        causes
    }
}

/// The views of two results that answer each other.
fn views<'v, 'c>(a: &'v Assessment<'c>, b: &'v Assessment<'c>) -> impl Iterator<Item = (&'v View<'c>, &'v View<'c>, bool)> {
    let verified = a.verified().zip(b.verified()).map(|(a, b)| (a, b, true));
    core::iter::once((a.self_assessed(), b.self_assessed(), false)).chain(verified)
}

fn find<'v, 'c>(view: &'v View<'c>, criterion: Option<&Criterion>) -> Option<&'v CriterionResult<'c>> {
    let id = criterion?.id.as_str();
    view.criteria.iter().find(|c| c.criterion.id == id)
}

/// True for a criterion that comes to nothing: only shown, or not asked of this kind of place.
fn is_nothing(c: Option<&CriterionResult<'_>>) -> bool {
    c.is_none_or(|c| c.outcome == Outcome::Monitored || (c.outcome == Outcome::NotApplicable && c.reason.is_none()))
}

fn of_edition<'c>(carry: &'c Carry<'c>, (from, to): (&View<'_>, &View<'_>), verified: bool, out: &mut Vec<OutcomeChange<'c>>) {
    for (pair, item) in carry.diff.criteria.iter().zip(&carry.criteria) {
        let (before, now) = (find(from, pair.before), find(to, pair.now));
        if is_nothing(before) && is_nothing(now) {
            continue;
        }
        let (from, to) = (before.map(Reached::of), now.map(Reached::of));
        if from.zip(to).is_some_and(|(from, to)| from.is_same(&to)) {
            continue;
        }
        let causes = cause::of_edition(pair, item, before, now);
        out.push(OutcomeChange {
            step: CarryStep::Edition,
            verified,
            before: pair.before,
            now: pair.now,
            from,
            to,
            causes,
            note: pair.note,
        });
    }
}

fn of_data<'c>((from, to): (&View<'c>, &View<'c>), verified: bool, boundary: &[BoundaryChange], out: &mut Vec<OutcomeChange<'c>>) {
    for before in &from.criteria {
        let criterion = Some(before.criterion);
        let Some(now) = find(to, criterion).filter(|now| !(is_nothing(Some(before)) && is_nothing(Some(now)))) else { continue };
        let (from, to) = (Reached::of(before), Reached::of(now));
        if from.is_same(&to) {
            continue;
        }
        let cause = if boundary.is_empty() { Cause::Data { reasons: Vec::new() } } else { Cause::Boundary { changes: boundary.to_vec() } };
        out.push(OutcomeChange {
            step: CarryStep::Data,
            verified,
            before: criterion,
            now: criterion,
            from: Some(from),
            to: Some(to),
            causes: Vec::from([cause]),
            note: None,
        });
    }
}
