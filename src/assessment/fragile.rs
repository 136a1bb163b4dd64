//! Whether one unit more or less of a counted input would change what came of a criterion.

use crate::criteria::{Expr, Method, Role, ThresholdValue};
use crate::number::{Dec, Exact, Number};
use crate::plan::LevelMask;
use crate::steps::derive::{Derived, Subject, summed};
use crate::steps::judge::{Answer, Given, Judged, choose, judge};
use crate::steps::{LeafScore, LeafState};
use core::cmp::Ordering;

use super::criteria::Case;

/// What must not change: levels passed, and for steps the points, in both readings.
#[derive(PartialEq)]
struct Told {
    passes: [LevelMask; 2],
    below: [bool; 2],
    step: Option<Dec>,
}

impl Told {
    fn of(method: &Method, low: &Answer<Exact>, high: Option<&Answer<Exact>>) -> Self {
        let high = high.unwrap_or(low);
        let stepped = matches!(method, Method::Steps { .. });
        let step = low.points.filter(|_| stepped).and_then(Exact::dec);
        Self { passes: [low.passes, high.passes], below: [low.below, high.below], step }
    }
}

/// Only criteria of one data point in one part are tried.
pub(super) fn fragile(case: &Case<'_, '_, '_>, score: &LeafScore<Exact>) -> bool {
    let Case { criterion, method, leaf, bound, city, .. } = *case;
    if matches!(method, Method::Combine { .. }) {
        return false;
    }
    let Some(data) = criterion.data_points.first() else { return false };
    let counted = data.inputs.iter().find(|i| i.whole && i.role != Role::Denominator);
    let Some((input, expr)) = counted.zip(data.derive.as_ref()) else { return false };
    if score.state != LeafState::Judged || bound.first.parts.len() != 1 {
        return false;
    }
    if matches!(method, Method::PassFail { .. } | Method::Goalposts { .. }) && far(case, expr, input.role, score) {
        return false;
    }
    let subject = Subject { data, point: &leaf.first, bound: &bound.first, references: case.references, direction: leaf.direction };
    let given = Given { inputs: summed::<Exact>(&bound.first.parts), sampling: bound.sampling };
    let value = |role: Role| given.inputs.get(role as usize).copied().flatten();
    let Some(number) = value(input.role) else { return false };
    let here = Told::of(method, &score.low, score.high());
    let changes = |moved: Exact| {
        let below = |limit: Option<Dec>| limit.and_then(|l| moved.order(Exact::of(l))).is_some_and(Ordering::is_lt);
        let at_or_below = |limit: Option<Dec>| limit.and_then(|l| moved.order(Exact::of(l))).is_some_and(Ordering::is_le);
        let over = input.within.and_then(value).and_then(|w| moved.order(w)).is_some_and(Ordering::is_gt);
        if below(input.minimum) || at_or_below(input.above) || over {
            return false;
        }
        let mut given = given;
        if let Some(slot) = given.inputs.get_mut(input.role as usize) {
            *slot = Some(moved);
        }
        let derived = subject.with_inputs(expr, given.inputs);
        let Judged { low, high, .. } = judge(method, leaf, &given, &derived, &city.unit);
        Told::of(method, &low, high.as_ref()) != here
    };
    changes(number.add(Exact::ONE)) || changes(number.sub(Exact::ONE))
}

/// True when a plain count or ratio is more than one unit of its input away from every threshold: most are, and need no trial.
fn far(case: &Case<'_, '_, '_>, expr: &Expr, moved: Role, score: &LeafScore<Exact>) -> bool {
    let step = match expr {
        Expr::Input { .. } => Exact::ONE,
        Expr::Ratio { of } if matches!(of.first(), Some(Expr::Input { role }) if *role == moved) => Exact::of(case.leaf.first.factor),
        _ => return false,
    };
    let distance = |t: Dec| match score.derived {
        Derived::Quotient(a, b) => Some(a.sub(Exact::of(t).mul(b))),
        Derived::Number(value) => Some(value.sub(Exact::of(t))),
        _ => None,
    };
    case.method.thresholds().iter().all(|threshold| {
        let ThresholdValue::Number(t) = choose(threshold, &case.city.unit).value else { return false };
        let Some(d) = distance(t) else { return false };
        d.order(step) == Some(Ordering::Greater) || Exact::ZERO.sub(d).order(step) == Some(Ordering::Greater)
    })
}
