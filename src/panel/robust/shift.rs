//! How far one other design moves ranks and levels.

use super::Robust;
use super::engine::{Outcome, Scratch};
use super::order::Order;
use super::run::RobustStop;
use super::sobol::mean_shift;
use crate::finding::{Code, Finding, Findings};
use alloc::vec::Vec;

/// What another design does to the places, beside the edition as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Shift {
    /// How far ranks are moved, on average over all places.
    pub mean: f64,
    /// The farthest.
    pub most: u32,
    /// Places that change their rank.
    pub moved: u32,
    /// Places that change their level.
    pub levels: u32,
    /// Places that lose their score; they rank last.
    pub lost: u32,
}

/// Buffers for designs that are tried one by one.
pub(super) struct Trial {
    pub(super) scratch: Scratch,
    pub(super) out: Outcome,
    pub(super) order: Order,
}

impl Robust<'_, '_> {
    pub(super) fn trial(&self) -> Trial {
        Trial { scratch: self.engine.scratch(), out: Outcome::default(), order: Order::new(&self.nominal) }
    }

    /// Judges the design in the scratch; ranks stay in the order.
    pub(super) fn shift(&self, trial: &mut Trial) -> Result<Shift, RobustStop> {
        let Trial { scratch, out, order } = trial;
        self.engine.run(&self.options, &self.keys, None, scratch, out).map_err(RobustStop::Findings)?;
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let changed = out.levels.iter().zip(&self.places).filter(|(level, place)| **level != place.level);
        let mut shift = Shift { levels: count(changed.count()), ..Shift::default() };
        if self.nominal.is_empty() {
            return Ok(shift);
        }
        for score in &mut out.scores {
            if score.is_nan() {
                *score = f64::NEG_INFINITY;
            }
            shift.lost += u32::from(score.is_infinite());
        }
        order.rank(&out.scores, self.near);
        let moves = || order.ranks.iter().zip(&self.usual).map(|(rank, usual)| rank.abs_diff(*usual));
        shift.mean = mean_shift(&order.ranks, &self.usual);
        shift.most = moves().max().unwrap_or(0);
        shift.moved = count(moves().filter(|by| *by > 0).count());
        Ok(shift)
    }

    /// What has no meaning where places are judged one by one.
    pub(super) fn needs_columns(&self, what: &'static str) -> Result<&super::engine::ByColumn<'_, '_>, Findings> {
        self.engine.columns().ok_or_else(|| {
            let why = ("không có trọng số để thay đổi", "there are no weights to change");
            let mut findings = Findings::default();
            findings.push(Finding::at(Code::RobustDoesNotFit, alloc::format!("/{what}")).with("option", what).with_both("why", why));
            findings
        })
    }
}

/// Ranks by place, as they are after [`Robust::shift`].
pub(super) fn ranks(trial: &Trial) -> Vec<u32> {
    trial.order.ranks.clone()
}
