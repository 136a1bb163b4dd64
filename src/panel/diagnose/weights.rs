//! Weights as they are declared, and as they work out.
//!
//! The index of a row is the sum of what its indicators contribute: each share times its part of the weights that count in that row, down the
//! tree. So the variance of the index is the sum of the covariances of contributions and index, and the share of an indicator in it
//! is its effective weight: Cov(contribution, index) / Var(index). All of them add up to 1.

use super::statistic::{Absence, Centred, LEAST, Statistic};
use super::table::{Table, full};
use crate::criteria::{Aggregate, MissingPolicy};
use crate::panel::column::Cell;
use crate::panel::columns::Columns;
use crate::panel::plan::PanelPlan;
use crate::panel::program::{From, Op, Program};
use alloc::vec;
use alloc::vec::Vec;

/// By indicator of the table: its declared part of the whole; none where the scheme is no tree of weighted sums.
pub(super) fn nominal(table: &Table) -> Vec<Option<f64>> {
    table.indicators.iter().map(|indicator| Some(indicator.part? * nominal_of_node(table, indicator.parent)?)).collect()
}

/// What a node is worth in the whole.
pub(super) fn nominal_of_node(table: &Table, node: usize) -> Option<f64> {
    let (mut at, mut out) = (node, 1.0);
    while let Some(own) = table.nodes.iter().find(|own| own.node == at) {
        let Some(parent) = own.parent else { return Some(out) };
        out *= own.part?;
        at = parent;
    }
    None
}

/// How far contributions may be from the index, of which 1 is full, before a row counts as not added up.
const NEAR: f64 = 1e-9;

/// By indicator of the table. Rows whose index is not the sum of the contributions are left out.
pub(super) fn effective(plan: &PanelPlan<'_>, columns: &Columns<'_>, table: &Table) -> Vec<Statistic> {
    let count = table.indicators.len();
    let none = |places, why| vec![Statistic::absent(places, why); count];
    let adds = |op: &Op| matches!(aggregate(plan, op.node), Aggregate::Sum | Aggregate::WeightedArithmetic);
    let program = plan.program().filter(|program| program.ops.iter().all(adds));
    let Some((program, index)) = program.zip(table.nodes.first()) else { return none(0, Absence::NotAdditive) };
    let walk = Walk::of(plan, columns, table, program);
    let mut contributions: Vec<Vec<f64>> = vec![Vec::new(); count];
    let (mut indices, mut scored) = (Vec::new(), 0usize);
    let mut row_of = vec![0.0; count];
    for (row, value) in index.values.iter().enumerate().filter(|(_, x)| x.is_finite()) {
        scored += 1;
        walk.contribute(row, &mut row_of);
        let sum: f64 = row_of.iter().sum();
        if (sum - value).abs() <= NEAR {
            indices.push(*value);
            contributions.iter_mut().zip(&row_of).for_each(|(column, own)| column.push(*own));
        }
    }
    let places = indices.len();
    if places < LEAST {
        return none(places, if scored >= LEAST { Absence::NotAdditive } else { Absence::TooFewPlaces });
    }
    let index = match Centred::of(&indices) {
        Ok(index) => index,
        Err(why) => return none(places, why),
    };
    let per_unit = 1.0 / index.unit / index.squares();
    let covariance = |own: Vec<f64>| own.iter().zip(&index.deviations).map(|(own, index)| own * index).sum::<f64>();
    contributions.into_iter().map(|own| Statistic::new(places, Ok(covariance(own) * per_unit))).collect()
}

fn aggregate(plan: &PanelPlan<'_>, node: usize) -> Aggregate {
    plan.plan().groups.get(node).map_or(Aggregate::None, |group| group.aggregate)
}

/// The tree as contributions go through it.
struct Walk<'w> {
    plan: &'w PanelPlan<'w>,
    columns: &'w Columns<'w>,
    table: &'w Table,
    program: &'w Program,
    /// By input of the plan: the indicator of the table.
    indicators: Vec<Option<usize>>,
    /// By node of the plan: the node of the table.
    nodes: Vec<Option<usize>>,
}

impl<'w> Walk<'w> {
    fn of(plan: &'w PanelPlan<'w>, columns: &'w Columns<'w>, table: &'w Table, program: &'w Program) -> Self {
        let inputs = table.indicators.iter().map(|own| own.input + 1).max().unwrap_or(0);
        let place = |at: usize| table.indicators.iter().position(|own| own.input == at);
        let node = |at: usize| table.nodes.iter().position(|own| own.node == at);
        let (indicators, nodes) = ((0..inputs).map(place).collect(), (0..program.nodes).map(node).collect());
        Self { plan, columns, table, program, indicators, nodes }
    }

    /// What each indicator gives of the whole in a row, 1 being all of it.
    fn contribute(&self, row: usize, out: &mut [f64]) {
        out.fill(0.0);
        let mut factors = vec![0.0; self.program.nodes];
        if let Some(root) = factors.first_mut() {
            *root = 1.0;
        }
        // Parents come after their children.
        for op in self.program.ops.iter().rev() {
            let factor = factors.get(op.node).copied().unwrap_or(0.0);
            let all: f64 = op.strands.iter().filter(|strand| self.counts(op, strand.from, row)).map(|strand| full(&strand.gives)).sum();
            for strand in &op.strands {
                let x = self.value(strand.from, row);
                if x.is_nan() || all <= 0.0 {
                    continue;
                }
                let worth = factor * full(&strand.gives) / all;
                let (slot, given) = match strand.from {
                    From::Input(at) => (self.indicators.get(at).copied().flatten().and_then(|at| out.get_mut(at)), worth * x),
                    From::Node(at) => (factors.get_mut(at), worth),
                };
                slot.into_iter().for_each(|slot| *slot = given);
            }
        }
    }

    fn value(&self, from: From, row: usize) -> f64 {
        let values = match from {
            From::Input(at) => {
                self.indicators.get(at).copied().flatten().and_then(|at| self.table.indicators.get(at)).map(|own| &own.values)
            }
            From::Node(at) => self.nodes.get(at).copied().flatten().and_then(|at| self.table.nodes.get(at)).map(|own| &own.values),
        };
        values.and_then(|values| values.get(row)).copied().unwrap_or(f64::NAN)
    }

    /// Whether the weight of a child counts in a row: all of a sum; in a mean what has a value, or lacks one that counts as nothing.
    fn counts(&self, op: &Op, from: From, row: usize) -> bool {
        if aggregate(self.plan, op.node) == Aggregate::Sum || !self.value(from, row).is_nan() {
            return true;
        }
        let nothing = matches!(self.program.policy, MissingPolicy::NotMet | MissingPolicy::Zero);
        let missing = |at| self.table.rows.get(row).is_some_and(|row| self.columns.cell(at, *row) == Cell::Missing);
        matches!(from, From::Input(at) if nothing && missing(at))
    }
}
