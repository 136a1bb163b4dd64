//! Expressions use what is there; `at` and `window` stand alone.

use crate::criteria::criterion::{Criterion, DataPoint, Direction, Expr, WindowHow};
use crate::finding::{Code, Finding, Findings};
use alloc::format;

/// The `derive` of a data point, or of a part of a combination in its place.
pub(super) fn check(here: &str, expr: &Expr, criterion: &Criterion, findings: &mut Findings) {
    years(here, expr, criterion, false, findings);
}

/// Every input that the expression names belongs to the data point.
pub(super) fn inputs_known(expr: &Expr, point: &DataPoint) -> bool {
    let own = match expr {
        Expr::Input { role } => point.inputs.iter().any(|i| i.role == *role),
        _ => true,
    };
    own && expr.terms().iter().all(|e| inputs_known(e, point))
}

fn years(here: &str, expr: &Expr, criterion: &Criterion, inside: bool, findings: &mut Findings) {
    let op = match expr {
        Expr::At { .. } => Some("at"),
        Expr::Window { how, .. } => {
            if *how == WindowHow::Worst && criterion.direction == Direction::None {
                let why = ("tiêu chí không có chiều nên không có năm kém nhất", "without a direction no year is the worst");
                let finding = Finding::at(Code::ImpossibleValue, format!("{here}/how"));
                findings.push(finding.with("value", "worst").with_both("why", why));
            }
            Some("window")
        }
        _ => None,
    };
    if let Some(op) = op.filter(|_| inside) {
        findings.push(Finding::at(Code::NestedYears, here).with("op", op));
    }
    let inside = inside || op.is_some();
    match expr.terms() {
        [only] if op.is_some() => years(&format!("{here}/of"), only, criterion, inside, findings),
        terms => {
            for (k, term) in terms.iter().enumerate() {
                years(&format!("{here}/of/{k}"), term, criterion, inside, findings);
            }
        }
    }
}
