//! Step 2, derive: the value of a data point from its inputs.

use super::bind::PartInputs;
use crate::city::{ObsValue, Reference};
use crate::criteria::{DataKind, DataPoint, Direction, Expr, Parts, Role};
use crate::number::{Dec, Number, Poison};
use crate::plan::Leaf;

/// The derived value of a criterion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Derived<N> {
    /// No data.
    Missing,
    Yes,
    No,
    /// The number of a step.
    Step(N),
    /// A number; a quotient keeps its two sides for comparing without division.
    Number(N),
    /// A quotient, kept as its two sides: it is compared without dividing, and divided only to be shown.
    Quotient(N, N),
}

impl<N: Number> Derived<N> {
    /// Orders the value against a threshold.
    pub(crate) fn order(&self, threshold: N) -> Option<core::cmp::Ordering> {
        match self {
            Self::Quotient(a, b) => a.order_quotient(*b, threshold),
            Self::Number(value) | Self::Step(value) => value.order(threshold),
            Self::Missing | Self::Yes | Self::No => None,
        }
    }

    /// Why the value does not exist, if it does not.
    pub(crate) fn fault(&self) -> Option<Poison> {
        match self {
            Self::Number(value) | Self::Step(value) => value.poison(),
            Self::Quotient(_, b) if b.is_zero() => Some(Poison::ZeroDivision),
            Self::Quotient(a, b) => a.poison().or_else(|| b.poison()),
            Self::Missing | Self::Yes | Self::No => None,
        }
    }

    /// The number to show.
    pub(crate) fn value(&self) -> Option<N> {
        match self {
            Self::Number(value) | Self::Step(value) => Some(*value),
            Self::Quotient(a, b) => Some(a.div(*b)),
            Self::Missing | Self::Yes | Self::No => None,
        }
    }
}

/// The inputs of one evaluation, by role.
pub(crate) type Inputs<N> = [Option<N>; 3];

/// Derives a leaf's value; with several parts their inputs are summed, or the worst part counts.
pub(crate) fn derive<N: Number>(leaf: &Leaf, point: &DataPoint, parts: &[PartInputs<'_>], references: &[Reference]) -> Derived<N> {
    let Some(first) = parts.first() else { return Derived::Missing };
    match leaf.kind {
        DataKind::Boolean => match first.get(Role::Value).and_then(|o| o.value) {
            Some(ObsValue::Boolean(true)) => Derived::Yes,
            Some(ObsValue::Boolean(false)) => Derived::No,
            _ => Derived::Missing,
        },
        DataKind::Ordinal => match first.get(Role::Value).and_then(|o| o.value) {
            Some(ObsValue::Number(step)) => Derived::Step(N::of(step)),
            _ => Derived::Missing,
        },
        DataKind::Number => {
            let Some(expr) = &point.derive else { return Derived::Missing };
            if parts.len() > 1 && point.parts == Parts::Each {
                let each = parts.iter().map(|part| number(leaf, expr, &inputs::<N>(part), references));
                return each.reduce(|a, b| worse(leaf.direction, a, b)).unwrap_or(Derived::Missing);
            }
            number(leaf, expr, &summed(parts), references)
        }
    }
}

fn inputs<N: Number>(part: &PartInputs<'_>) -> Inputs<N> {
    part.by_role.map(|obs| match obs.and_then(|o| o.value) {
        Some(ObsValue::Number(n)) => Some(N::of(n)),
        _ => None,
    })
}

pub(crate) fn summed<N: Number>(parts: &[PartInputs<'_>]) -> Inputs<N> {
    let add = |a: Inputs<N>, b: Inputs<N>| {
        let [a0, a1, a2] = a;
        let [b0, b1, b2] = b;
        let sum = |x: Option<N>, y: Option<N>| x.zip(y).map(|(x, y)| x.add(y));
        [sum(a0, b0), sum(a1, b1), sum(a2, b2)]
    };
    parts.iter().map(inputs).reduce(add).unwrap_or([None; 3])
}

/// The part that decides when each part is judged: the smaller where more is better, the larger where less is.
fn worse<N: Number>(direction: Direction, a: Derived<N>, b: Derived<N>) -> Derived<N> {
    let (Some(x), Some(y)) = (a.value(), b.value()) else { return Derived::Missing };
    let second_is_larger = y.order(x).is_some_and(core::cmp::Ordering::is_gt);
    let take_second = if direction == Direction::Less { second_is_larger } else { !second_is_larger };
    if take_second { b } else { a }
}

/// The number that an expression makes of inputs.
pub(crate) fn number<N: Number>(leaf: &Leaf, expr: &Expr, inputs: &Inputs<N>, references: &[Reference]) -> Derived<N> {
    if let Expr::Ratio { of } = expr {
        let [a, b] = of.as_ref();
        let sides = evaluate(leaf, a, inputs, references).zip(evaluate(leaf, b, inputs, references));
        return sides.map_or(Derived::Missing, |(a, b)| Derived::Quotient(a.mul(N::of(leaf.factor)), b));
    }
    evaluate(leaf, expr, inputs, references).map_or(Derived::Missing, Derived::Number)
}

/// Evaluates a closed expression; `None` when an input or a comparison value is not there.
fn evaluate<N: Number>(leaf: &Leaf, expr: &Expr, inputs: &Inputs<N>, references: &[Reference]) -> Option<N> {
    let fold = |of: &[Expr], f: fn(N, N) -> N| -> Option<N> {
        let mut terms = of.iter().map(|e| evaluate(leaf, e, inputs, references));
        let first = terms.next()??;
        terms.try_fold(first, |acc, term| term.map(|t| f(acc, t)))
    };
    match expr {
        Expr::Input { role } => inputs.get(*role as usize).copied().flatten(),
        Expr::Constant { value, .. } => Some(N::of(*value)),
        Expr::Reference { id } => references.iter().find(|r| r.id == *id).map(|r| N::of(r.value)),
        Expr::Ratio { of } => {
            let [a, b] = of.as_ref();
            let (a, b) = evaluate(leaf, a, inputs, references).zip(evaluate(leaf, b, inputs, references))?;
            Some(a.mul(N::of(leaf.factor)).div(b))
        }
        Expr::Add { of } => fold(of, N::add),
        Expr::Sub { of } => fold(of, N::sub),
        Expr::Mul { of } => fold(of, N::mul),
        Expr::Div { of } => fold(of, N::div),
        Expr::Mean { of } => fold(of, N::add).map(|sum| sum.div(N::of(Dec::from_count(of.len() as u64)))),
        Expr::Min { of } => fold(of, N::least),
        Expr::Max { of } => fold(of, N::most),
    }
}
