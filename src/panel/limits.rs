//! Step 7 over columns: the level conditions of the method on each row, and the rows too close to a limit to trust them.

use super::mask::Mask;
use super::plan::PanelPlan;
use super::program::Program;
use super::scores::{PanelLevel, Scores};
use crate::city::{CityData, Unit};
use crate::criteria::{Condition, ScoreOf};
use crate::number::{Dec, Number, ROUNDING_UNIT};
use crate::steps::Standing;
use crate::steps::aggregate::NodeScore;
use crate::steps::level::{Rules, levels};
use crate::steps::missing::Contribution;
use alloc::vec::Vec;

/// The numbers that values of nodes are held against.
pub(super) struct Limits {
    /// Node, what of it, limit.
    all: Vec<(usize, ScoreOf, f64)>,
    parameters: Vec<Dec>,
    /// A condition looks at more than values of nodes.
    other: bool,
}

impl Limits {
    pub(super) fn of(plan: &PanelPlan<'_>) -> Self {
        let mut out = Self { all: Vec::new(), parameters: Vec::new(), other: !plan.scheme().preconditions.is_empty() };
        if plan.scheme().levels.is_empty() {
            return out;
        }
        let city = CityData::blank(plan.kind(), "");
        let Ok(prepared) = plan.set().prepare(&city, plan.options()) else { return out };
        out.parameters = prepared.parameters;
        let parameters = core::mem::take(&mut out.parameters);
        let rules =
            Rules { set: plan.set(), scheme: plan.scheme(), plan: plan.plan(), unit: &city.unit, parameters: &parameters, reading: None };
        for level in &plan.scheme().levels {
            out.collect(&rules, &level.conditions, level.level);
        }
        out.parameters = parameters;
        out
    }

    fn collect(&mut self, rules: &Rules<'_, '_>, condition: &Condition, level: u32) {
        match condition {
            Condition::All { of } | Condition::Any { of } | Condition::AtLeast { of, .. } => {
                of.iter().for_each(|inner| self.collect(rules, inner, level));
            }
            Condition::NodeValue { group, of, min, .. } => {
                if let Some(node) = rules.plan.node_of(&rules.set.header().groups, group.as_deref()) {
                    self.all.push((node, *of, f64::of(rules.limit(min, Some(level)))));
                }
            }
            Condition::LowerLevels => {}
            _ => self.other = true,
        }
    }

    /// Whether values of nodes are all that levels depend on.
    pub(super) fn by_values(&self) -> bool {
        !self.other
    }

    /// The level of a place from the values of its nodes, in `standing`, which is used again. Values within `near` (a part of a full
    /// share) of a limit are taken to be at it.
    pub(super) fn level(
        &self,
        (plan, program, place): (&PanelPlan<'_>, &Program, &CityData),
        value: impl Fn(usize) -> Option<f64>,
        near: f64,
        standing: &mut Standing<f64>,
    ) -> u32 {
        standing.nodes.clear();
        standing.nodes.extend(program.full.iter().enumerate().map(|(node, full)| score(value(node), *full)));
        for (node, of, limit) in &self.all {
            let full = program.full.get(*node).copied().unwrap_or(1.0);
            let Some(NodeScore { gives: Contribution::Counted { value, share, .. }, .. }) = standing.nodes.get_mut(*node) else { continue };
            let (own, unit) = if *of == ScoreOf::Share { (share, 1.0) } else { (value, full) };
            if (*own - limit).abs() <= near * unit {
                *own = *limit;
            }
        }
        levels(&self.rules(plan, &place.unit), standing).1
    }

    fn rules<'a, 'p>(&'p self, plan: &'a PanelPlan<'_>, unit: &'a Unit) -> Rules<'a, 'p> {
        Rules { set: plan.set(), scheme: plan.scheme(), plan: plan.plan(), unit, parameters: &self.parameters, reading: None }
    }

    /// A standing to begin with.
    pub(super) fn standing(plan: &PanelPlan<'_>) -> Standing<f64> {
        let leaves = plan.plan().leaves.len();
        Standing { met: alloc::vec![0; leaves], asked: alloc::vec![0; leaves], nodes: Vec::new(), gives: Vec::new(), high: false }
    }

    /// Fills in the levels; gives the rows that the exact path has to decide.
    pub(super) fn levels(&self, plan: &PanelPlan<'_>, program: &Program, scores: &mut Scores) -> Mask<'static> {
        let units = scores.units();
        if plan.scheme().levels.is_empty() {
            return Mask::default();
        }
        if self.other {
            return Mask::of_rows(units, 0..units);
        }
        let city = CityData::blank(plan.kind(), "");
        let rules = self.rules(plan, &city.unit);
        let mut standing = Self::standing(plan);
        let mut reached = Vec::with_capacity(units);
        let mut open = Vec::new();
        for row in 0..units {
            let value = |node: usize| scores.node(node).get(row).copied();
            standing.nodes.clear();
            standing.nodes.extend(program.full.iter().enumerate().map(|(node, full)| score(value(node), *full)));
            if self.all.iter().any(|limit| is_near(program, &standing, limit)) {
                open.push(row);
            }
            reached.push(PanelLevel::Reached(levels(&rules, &standing).1));
        }
        scores.levels = reached;
        Mask::of_rows(units, open)
    }
}

fn score(value: Option<f64>, full: f64) -> NodeScore<f64> {
    let gives = match value {
        Some(value) if !value.is_nan() => Contribution::Counted { raw: value, value, share: value / full, most: full, for_missing: false },
        _ => Contribution::Out,
    };
    NodeScore { gives, present: None }
}

/// Within the error of its limit.
fn is_near(program: &Program, standing: &Standing<f64>, (node, of, limit): &(usize, ScoreOf, f64)) -> bool {
    let Some((own, bound)) = standing.nodes.get(*node).zip(program.bounds.get(*node)) else { return false };
    let full = program.full.get(*node).copied().unwrap_or(1.0);
    let bound = if *of == ScoreOf::Share { bound / full } else { *bound };
    own.of(*of).is_some_and(|value| (value - limit).abs() <= bound + 4.0 * ROUNDING_UNIT * (limit.abs() + value.abs()))
}
