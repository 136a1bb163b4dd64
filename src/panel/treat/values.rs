//! Values that are made of several figures, found by the exact path.

use crate::criteria::{DataKind, Expr};
use crate::finding::Findings;
use crate::number::{Exact, Number};
use crate::panel::columns::Columns;
use crate::panel::plan::PanelPlan;
use crate::panel::settle::city;
use crate::steps::bind::Applies;
use alloc::vec::Vec;

/// What a place has of a criterion.
#[derive(Clone, Copy)]
pub(super) enum Value {
    Known(Exact),
    Missing,
    NotApplicable,
}

/// By leaf of the plan and row; none for a leaf whose one figure is its value.
pub(super) type Values = Vec<Option<Vec<Value>>>;

/// # Errors
/// What only the exact path sees in the figures of a place, such as a numerator above its denominator.
pub(super) fn values(plan: &PanelPlan<'_>, columns: &Columns<'_>) -> Result<Values, Findings> {
    let leaves = &plan.plan().leaves;
    let is_made = |leaf: usize| {
        let criterion = leaves.get(leaf).and_then(|own| plan.set().criteria().get(own.criterion));
        let Some([data]) = criterion.map(|criterion| criterion.data_points.as_slice()) else { return true };
        data.kind != DataKind::Number || data.inputs.len() != 1 || !matches!(data.derive, Some(Expr::Input { .. }))
    };
    if plan.obstacle().is_none() {
        return Ok(leaves.iter().map(|_| None).collect());
    }
    let mut out: Values = (0..leaves.len()).map(|leaf| is_made(leaf).then(|| Vec::with_capacity(columns.units()))).collect();
    let mut findings = Findings::default();
    for row in 0..columns.units() {
        let place = city(plan, columns, row);
        let prepared = match plan.set().prepare(&place, plan.options()) {
            Ok(prepared) => prepared,
            Err(found) => {
                findings.append(found);
                continue;
            }
        };
        for ((own, bound), scored) in out.iter_mut().zip(&prepared.bound.leaves).zip(&prepared.scores) {
            let value = match (&bound.applies, scored.derived.value()) {
                (Applies::Claimed(_) | Applies::NotForKind, _) => Value::NotApplicable,
                (_, Some(x)) if x.poison().is_none() => Value::Known(x),
                _ => Value::Missing,
            };
            own.iter_mut().for_each(|own| own.push(value));
        }
    }
    if findings.has_errors() { Err(findings) } else { Ok(out) }
}
