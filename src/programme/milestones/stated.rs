//! Milestones of an instrument at a day, from what is stated about them.

use super::model::{Milestone, MilestoneKind, Milestones, StatedProgress, StatedState, Statement};
use super::state::{FigureAt, TargetState, is_past, passes, projected, when_past};
use crate::date::Date;
use crate::number::Dec;
use alloc::vec::Vec;

/// The milestones of an instrument on a day.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct MilestonesAt<'m> {
    /// The milestones.
    pub milestones: &'m Milestones,
    /// The day.
    pub as_of: Date,
    /// Some statement is made up.
    pub fictional: bool,
    /// One for each milestone, by horizon, those without one last; within a horizon in the order of the file.
    pub items: Vec<MilestoneAt<'m>>,
}

/// A milestone on a day.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct MilestoneAt<'m> {
    /// The milestone.
    pub milestone: &'m Milestone,
    /// Its state.
    pub state: TargetState,
    /// The latest statement up to the day.
    pub statement: Option<&'m Statement>,
    /// The number that the straight line through the last two statements gives for the horizon, of a quantity not reached.
    pub projected: Option<Dec>,
}

impl Milestones {
    /// The state of every milestone on a day. Only statements up to that day count; without one a milestone is not measurable, whatever
    /// the year. A quantity is reached when its number passes the target; whether it is on track is told by the straight line through
    /// its last two statements, which is our rule.
    #[must_use]
    pub fn at<'m>(&'m self, as_of: Date, progress: Option<&'m StatedProgress>) -> MilestonesAt<'m> {
        let statements = progress.map(|progress| progress.statements.as_slice()).unwrap_or_default();
        let mut items: Vec<MilestoneAt<'m>> = self.items.iter().map(|milestone| at(milestone, as_of, statements)).collect();
        crate::order::sort_by(&mut items, |a, b| {
            let key = |item: &MilestoneAt<'_>| (item.milestone.horizon.is_none(), item.milestone.horizon);
            key(a).cmp(&key(b))
        });
        MilestonesAt { milestones: self, as_of, fictional: progress.is_some_and(|progress| progress.fictional), items }
    }
}

fn at<'m>(milestone: &'m Milestone, as_of: Date, statements: &'m [Statement]) -> MilestoneAt<'m> {
    let known = |statement: &&Statement| statement.milestone == milestone.id && statement.date.last_day() <= as_of.last_day();
    let mut own: Vec<&Statement> = statements.iter().filter(known).collect();
    own.sort_by_key(|statement| statement.date.last_day());
    let last = own.last().copied();
    let line = || {
        let mut figures = own.iter().rev().filter_map(|s| Some(FigureAt { period: s.date, value: s.value? }));
        let (now, earlier) = (figures.next()?, figures.next()?);
        projected(earlier, now, milestone.horizon?)
    };
    let (state, projected) = match (milestone.kind, last) {
        (MilestoneKind::Structure, _) => (TargetState::NotATarget, None),
        (_, None) => (TargetState::NotMeasurable, None),
        (_, Some(last)) => {
            let first = own.iter().find(|statement| is_there(milestone, statement));
            let past = milestone.horizon.is_some_and(|horizon| is_past(horizon, as_of));
            match (is_there(milestone, last), first, past) {
                (true, Some(first), _) => {
                    let late = milestone.horizon.is_some_and(|horizon| is_past(horizon, first.date));
                    (if late { TargetState::ReachedLate } else { TargetState::Reached }, None)
                }
                (_, _, true) => (milestone.horizon.map_or(TargetState::DueUnknown, |horizon| when_past(horizon, last.date)), None),
                _ => match (line(), &milestone.target, last.state) {
                    (Some(there), Some(target), _) => {
                        let on_track = passes(there, target.op, target.value) == Some(true);
                        (if on_track { TargetState::OnTrack } else { TargetState::Behind }, Some(there))
                    }
                    (None, Some(_), _) => (TargetState::PaceUnknown, None),
                    (_, None, StatedState::NotStarted) => (TargetState::NotStarted, None),
                    (_, None, _) => (TargetState::UnderWay, None),
                },
            }
        }
    };
    MilestoneAt { milestone, state, statement: last, projected }
}

/// A quantity is there when its number passes, whatever word stands beside it.
fn is_there(milestone: &Milestone, statement: &Statement) -> bool {
    match (&milestone.target, statement.value) {
        (Some(target), Some(value)) => passes(value, target.op, target.value) == Some(true),
        _ => statement.state == StatedState::Done,
    }
}
