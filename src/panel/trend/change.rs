//! A change of one place between two periods, and what it is made of.

use super::breaks::{self, Borders};
use super::changed::{CausePart, Change, ChangeCause, CriterionChange, MetChange, Presence, ScoreChange, Withheld};
use super::options::TrendOptions;
use super::split::{LeafPart, difference, split};
use crate::assessment::{AssessOptions, Assessment, CriterionResult, GroupResult, LevelTally, Outcome, View};
use crate::city::{CityData, ObsStatus};
use crate::compare::carry;
use crate::criteria::CriteriaSet;
use crate::finding::Findings;
use crate::number::Dec;
use crate::panel::places::{Judged, level};
use crate::plan::level_bit;
use crate::text::Text;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What changes are made of.
pub(super) struct Changes<'x, 'a> {
    pub(super) set: &'a CriteriaSet,
    pub(super) options: &'x AssessOptions,
    pub(super) asked: &'x TrendOptions<'x>,
    pub(super) borders: Borders<'x>,
}

/// The two periods of a change.
pub(super) struct Between {
    pub(super) whole: bool,
    /// Periods with results in between.
    pub(super) periods: usize,
}

impl Changes<'_, '_> {
    /// The change of one state of a place; none where it has no result in one of the periods.
    pub(super) fn of(&self, from: &Judged<'_>, to: &Judged<'_>, verified: bool, between: &Between) -> Result<Option<Change>, Findings> {
        let (Some(earlier), Some(later)) = (from.snapshot.period, to.snapshot.period) else { return Ok(None) };
        let (Some(old), Some(new)) = (from.view(verified), to.view(verified)) else { return Ok(None) };
        let breaks = breaks::between(&self.borders, from.snapshot, to.snapshot);
        let mut out = Change {
            from: earlier,
            to: later,
            between: between.periods,
            whole: between.whole,
            breaks,
            score: None,
            level: None,
            level_causes: Vec::new(),
            met: Vec::new(),
            rank: None,
            criteria: Vec::new(),
            withheld: Vec::new(),
        };
        if !out.breaks.is_empty() {
            out.withheld.push(Withheld::Boundary);
            return Ok(Some(out));
        }
        let editions = from.assessment.set().id() != to.assessment.set().id();
        // The old figures under the rules of now: between it and the old result only rules differ, between it and the new one only data.
        let middle = self.middle(from, to, editions);
        let judged = middle.as_ref().map(|(city, _)| self.set.assess(city, self.options)).transpose()?;
        let (start, base) = match &judged {
            Some(assessment) => (assessment, if verified { assessment.verified() } else { Some(assessment.self_assessed()) }),
            None => (&from.assessment, Some(old)),
        };
        let note = middle.as_ref().and_then(|(_, note)| note.clone());
        let levels = |view: &View<'_>| (view.level.of > 0).then(|| level(view));
        out.level = levels(old).zip(levels(new));
        let steps = [(ChangeCause::Rule, levels(old), base.and_then(levels)), (ChangeCause::Data, base.and_then(levels), levels(new))];
        out.level_causes = steps.into_iter().filter(|(_, a, b)| a != b).map(|(cause, ..)| cause).collect();
        let split = base.and_then(|base| split((start, base), (&to.assessment, new)));
        let same_scale = from.assessment.scheme().score == to.assessment.scheme().score
            && from.assessment.scheme().scale == to.assessment.scheme().scale;
        match (old.score, new.score) {
            (Some(a), Some(b)) if same_scale => {
                let middle = judged.as_ref().map(|_| base.and_then(|base| base.score).map(|score| score.value));
                out.score = score_change(a.value, b.value, middle, note)
                    .map(|change| ScoreChange { split: split.as_ref().map(|s| s.0.clone()), ..change });
            }
            (Some(_), Some(_)) => out.withheld.push(Withheld::ScoreScale),
            (None, None) if to.assessment.scheme().score.is_none() => {}
            _ => out.withheld.push(Withheld::NoScore),
        }
        if editions && to.assessment.scheme().score.is_some() {
            out.withheld.push(Withheld::RankAcrossEditions);
        }
        if let Some(base) = base {
            out.met = met_changes((old, from), base, (new, to), judged.is_some());
            out.criteria = criteria((start, base), (&to.assessment, new), split.as_ref().map(|(_, leaves)| leaves.as_slice()));
        }
        Ok(Some(out))
    }

    /// The old figures under the edition now and for a place of the attributes now; none where neither differs.
    fn middle(&self, from: &Judged<'_>, to: &Judged<'_>, editions: bool) -> Option<(CityData, Option<Text>)> {
        let (a, b) = (&from.snapshot.city.unit, &to.snapshot.city.unit);
        let asked_by = |unit: &crate::city::Unit| {
            (unit.urban_class.clone(), unit.centrally_run, unit.heritage, unit.special_factors, unit.declared_urban, unit.members.len() > 1)
        };
        let attributes = asked_by(a) != asked_by(b);
        if !editions && !attributes {
            return None;
        }
        let (mut city, left) = if editions {
            let carry = carry(from.assessment.set(), self.set, &from.snapshot.city);
            let left = carry.criteria().iter().filter(|item| item.has_data() && item.reasons().next().is_some()).count();
            (carry.data().clone(), left)
        } else {
            (from.snapshot.city.clone(), 0)
        };
        city.unit = b.clone();
        let note = if left > 0 {
            Some(Text::new(
                format!("gồm cả {left} tiêu chí có số liệu không chuyển được sang phiên bản này"),
                format!("{left} criteria whose data do not follow to this edition included"),
            ))
        } else if attributes {
            Some(Text::new("thuộc tính của đơn vị đã đổi nên quy tắc áp dụng khác", "attributes of the place differ, so other rules apply"))
        } else {
            None
        };
        Some((city, note))
    }
}

/// The difference by cause; `middle`: the score of the old figures by the rules of now, where that is another result.
fn score_change(from: Dec, to: Dec, middle: Option<Option<Dec>>, note: Option<Text>) -> Option<ScoreChange> {
    let change = difference(from, to)?;
    let part = |cause, change, note| CausePart { cause, change, note };
    let causes = match middle {
        None => Vec::from([part(ChangeCause::Data, change, None)]),
        Some(Some(middle)) => {
            Vec::from([part(ChangeCause::Rule, difference(from, middle)?, note), part(ChangeCause::Data, difference(middle, to)?, None)])
        }
        // What of it is rule cannot be told.
        Some(None) => Vec::new(),
    };
    Some(ScoreChange { from, to, change, causes, split: None })
}

fn met_changes(
    (old, from): (&View<'_>, &Judged<'_>),
    middle: &View<'_>,
    (new, to): (&View<'_>, &Judged<'_>),
    has_middle: bool,
) -> Vec<MetChange> {
    let tallies = |view: &View<'_>| view.groups.first().map(|root| root.tallies.clone()).unwrap_or_default();
    let (old_all, middle_all) = (tallies(old), tallies(middle));
    // Levels of two editions are the same levels only where both have as many.
    if old_all.len() != tallies(new).len() || from.assessment.scheme().verdict != to.assessment.scheme().verdict {
        return Vec::new();
    }
    let step = |a: u32, b: u32| i64::from(b) - i64::from(a);
    let one = |now: LevelTally| {
        let find = |all: &[LevelTally]| all.iter().find(|tally| tally.level == now.level).copied();
        let (before, between) = (find(&old_all)?, find(&middle_all)?);
        let causes = if has_middle {
            Vec::from([(ChangeCause::Rule, step(before.met, between.met)), (ChangeCause::Data, step(between.met, now.met))])
        } else {
            Vec::from([(ChangeCause::Data, step(before.met, now.met))])
        };
        let change = step(before.met, now.met);
        let groups = by_group(middle, new, now.level);
        Some(MetChange { level: now.level, from: (before.met, before.asked), to: (now.met, now.asked), change, causes, groups })
    };
    tallies(new).into_iter().filter_map(one).collect()
}

/// What two results of one tree differ in at a level, by group.
fn by_group(from: &View<'_>, to: &View<'_>, level: u32) -> Vec<(String, i64)> {
    let met = |group: &GroupResult<'_>| group.tallies.iter().find(|tally| tally.level == level).map(|tally| tally.met);
    let change = |(a, b): (&GroupResult<'_>, &GroupResult<'_>)| {
        let change = i64::from(met(b)?) - i64::from(met(a)?);
        Some((b.group?.id.clone(), change)).filter(|(_, change)| *change != 0)
    };
    from.groups.iter().zip(&to.groups).filter_map(change).collect()
}

/// Whether a figure of a criterion is marked as a break in its series.
pub(super) fn is_broken(c: &CriterionResult<'_>) -> bool {
    c.inputs.iter().any(|obs| obs.status == ObsStatus::B)
}

/// Every criterion with a value or an outcome in one of the two results.
fn criteria(
    (a, from): (&Assessment<'_>, &View<'_>),
    (b, to): (&Assessment<'_>, &View<'_>),
    parts: Option<&[LeafPart]>,
) -> Vec<CriterionChange> {
    if !core::ptr::eq(a.plan(), b.plan()) {
        return Vec::new();
    }
    let (old, new) = (&from.standings.low, &to.standings.low);
    let one = |(at, (before, now)): (usize, (&CriterionResult<'_>, &CriterionResult<'_>))| {
        let is_nothing = |c: &CriterionResult<'_>| !c.has_value() && matches!(c.outcome, Outcome::NotApplicable | Outcome::Monitored);
        if is_nothing(before) && is_nothing(now) {
            return None;
        }
        let bit = |list: &[u16], level| list.get(at).is_some_and(|mask| mask & level_bit(level) != 0);
        let met = b.plan().levels.iter().filter_map(|level| {
            let change = i64::from(bit(&new.met, *level)) - i64::from(bit(&old.met, *level));
            (change != 0).then_some((*level, change))
        });
        let series_break = is_broken(now);
        let part = parts.and_then(|parts| parts.get(at));
        let both = before.value.zip(now.value).filter(|_| !series_break);
        Some(CriterionChange {
            criterion: now.criterion.id.clone(),
            from: before.outcome,
            to: now.outcome,
            value_from: before.value,
            value_to: now.value,
            difference: both.and_then(|(before, now)| difference(before, now)),
            series_break,
            met: met.collect(),
            presence: part.map_or(Presence::Neither, |part| part.presence),
            zero_for_missing: part.map_or((false, false), |part| part.zero_for_missing),
            value_part: part.map_or(Dec::ZERO, |part| part.value),
            weights_part: part.map_or(Dec::ZERO, |part| part.weights),
        })
    };
    from.criteria.iter().zip(&to.criteria).enumerate().filter_map(one).collect()
}
