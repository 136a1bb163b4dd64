//! The criteria of a panel as the index counts them.

use super::column::Cell;
use super::columns::Columns;
use super::diagnose::full;
use super::plan::PanelPlan;
use super::program::From;
use crate::criteria::Criterion;
use alloc::vec::Vec;

impl PanelPlan<'_> {
    /// The share of each criterion on its way from worst to best, row by row; in the order of the tree. NaN where there is no figure.
    /// Empty where columns cannot follow the scheme.
    pub(super) fn shares(&self, columns: &Columns<'_>) -> Vec<(&Criterion, Vec<f64>)> {
        let strands = self.program().into_iter().flat_map(|program| program.ops.iter().flat_map(|op| &op.strands));
        let mut out: Vec<(usize, &Criterion, Vec<f64>)> = Vec::new();
        for strand in strands {
            let From::Input(input) = strand.from else { continue };
            let leaf = self.inputs().get(input).and_then(|own| self.plan().leaves.get(own.leaf));
            let Some(criterion) = leaf.and_then(|leaf| self.set().criteria().get(leaf.criterion)) else { continue };
            let whole = full(&strand.gives);
            let share = |row| match columns.cell(input, row) {
                Cell::Value(x) if whole > 0.0 => strand.gives.at(x) / whole,
                _ => f64::NAN,
            };
            out.push((input, criterion, (0..columns.units()).map(share).collect()));
        }
        out.sort_by_key(|(input, ..)| *input);
        out.into_iter().map(|(_, criterion, shares)| (criterion, shares)).collect()
    }
}
