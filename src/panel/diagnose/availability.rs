//! How much of what is asked is there.

use super::table::Table;
use crate::panel::column::Cell;
use crate::panel::columns::Columns;
use crate::panel::plan::PanelPlan;
use alloc::vec;
use alloc::vec::Vec;

/// Figures that are there, of those that can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coverage {
    /// Columns with a figure.
    pub present: u32,
    /// Columns that apply.
    pub asked: u32,
}

impl Coverage {
    /// Present as a part of asked; none where nothing is asked.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.asked > 0).then(|| f64::from(self.present) / f64::from(self.asked))
    }
}

/// The data of a unit.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Availability {
    /// The row of the table.
    pub row: usize,
    /// Of all columns.
    pub all: Coverage,
    /// By group of [`super::Diagnosis::groups`], the whole first.
    pub groups: Vec<Coverage>,
}

/// One for each chosen row. Columns that have no part in the index are not asked, where it is known which those are.
pub(super) fn availability(plan: &PanelPlan<'_>, columns: &Columns<'_>, table: &Table) -> Vec<Availability> {
    // The node that holds each input, and the nodes around it.
    let mut around: Vec<(usize, Vec<usize>)> = Vec::with_capacity(plan.inputs().len());
    for (at, input) in plan.inputs().iter().enumerate() {
        if plan.obstacle().is_none() && table.indicators.iter().all(|own| own.input != at) {
            continue;
        }
        let holds = |node: usize| plan.plan().groups.get(node).is_some_and(|group| group.leaves.contains(&input.leaf));
        around.push((at, (0..table.nodes.len()).filter(|at| table.nodes.get(*at).is_some_and(|own| holds(own.node))).collect()));
    }
    let one = |row: &usize| {
        let mut out = Availability { row: *row, all: Coverage::default(), groups: vec![Coverage::default(); table.nodes.len()] };
        for (input, nodes) in &around {
            let (present, asked) = match columns.cell(*input, *row) {
                Cell::Value(_) => (1, 1),
                Cell::Missing => (0, 1),
                Cell::NotApplicable => (0, 0),
            };
            let add = |coverage: &mut Coverage| {
                coverage.present += present;
                coverage.asked += asked;
            };
            add(&mut out.all);
            nodes.iter().for_each(|at| out.groups.get_mut(*at).into_iter().for_each(add));
        }
        out
    };
    table.rows.iter().map(one).collect()
}
