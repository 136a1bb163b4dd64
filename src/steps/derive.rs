//! Step 2, derive: the value of a data point from its inputs.

use super::bind::{BoundPoint, PartInputs, References};
use crate::city::ObsValue;
use crate::criteria::{DataKind, DataPoint, Direction, Expr, Parts, Role, WindowHow};
use crate::date::Date;
use crate::number::{Dec, Number, Poison};
use crate::plan::Point;
use core::cell::Cell;

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

    /// The answer to a yes/no question.
    pub(crate) fn answer(&self) -> Option<bool> {
        match self {
            Self::Yes => Some(true),
            Self::No => Some(false),
            Self::Missing | Self::Step(_) | Self::Number(_) | Self::Quotient(..) => None,
        }
    }
}

/// The inputs of one evaluation, by role.
pub(crate) type Inputs<N> = [Option<N>; 3];

/// A data point with all that its value follows from.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'x, 'c> {
    pub(crate) data: &'x DataPoint,
    pub(crate) point: &'x Point,
    pub(crate) bound: &'x BoundPoint<'c>,
    pub(crate) references: &'x References<'c>,
    pub(crate) direction: Direction,
}

impl Subject<'_, '_> {
    /// The value by an expression, the data point's own where none is given; and whether a comparison value is of another period.
    pub(crate) fn value<N: Number>(&self, expr: Option<&Expr>) -> (Derived<N>, bool) {
        self.value_of(expr, &self.bound.parts, self.bound.period)
    }

    /// The value in another period; missing when an input is not there.
    pub(crate) fn value_at<N: Number>(&self, period: Date) -> Derived<N> {
        self.bound.at(period).map_or(Derived::Missing, |parts| self.value_of(None, parts, Some(period)).0)
    }

    /// The value that an expression makes of these inputs of the period judged.
    pub(crate) fn with_inputs<N: Number>(&self, expr: &Expr, inputs: Inputs<N>) -> Derived<N> {
        self.scene(Over::Sum, inputs, self.bound.period).number(expr)
    }

    fn value_of<N: Number>(&self, expr: Option<&Expr>, parts: &[PartInputs<'_>], period: Option<Date>) -> (Derived<N>, bool) {
        let Some(first) = parts.first() else { return (Derived::Missing, false) };
        let value = match self.point.kind {
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
                let Some(expr) = expr.or(self.data.derive.as_ref()) else { return (Derived::Missing, false) };
                return self.numbers(expr, parts, period);
            }
        };
        (value, false)
    }

    /// A number of inputs that are summed over the parts, or that of the worst part.
    fn numbers<N: Number>(&self, expr: &Expr, parts: &[PartInputs<'_>], period: Option<Date>) -> (Derived<N>, bool) {
        if parts.len() == 1 || self.data.parts != Parts::Each {
            let scene = self.scene(Over::Sum, summed(parts), period);
            return (scene.number(expr), scene.mixed.get());
        }
        let mut mixed = false;
        let each = parts.iter().enumerate().map(|(at, part)| {
            let scene = self.scene(Over::Part(at), inputs::<N>(part), period);
            let value = scene.number(expr);
            mixed |= scene.mixed.get();
            value
        });
        let worst = each.reduce(|a, b| worse(self.direction, a, b)).unwrap_or(Derived::Missing);
        (worst, mixed)
    }

    fn scene<N: Number>(&self, over: Over, now: Inputs<N>, period: Option<Date>) -> Scene<'_, N> {
        Scene { subject: self, over, now, period, mixed: Cell::new(false) }
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

/// Whose inputs are evaluated.
#[derive(Clone, Copy)]
enum Over {
    /// Those of all parts, summed.
    Sum,
    /// Those of one part.
    Part(usize),
}

/// One evaluation.
struct Scene<'x, N> {
    subject: &'x Subject<'x, 'x>,
    over: Over,
    now: Inputs<N>,
    period: Option<Date>,
    /// A comparison value of another period was taken.
    mixed: Cell<bool>,
}

impl<N: Number> Scene<'_, N> {
    /// The number that an expression makes of the inputs.
    fn number(&self, expr: &Expr) -> Derived<N> {
        if let Expr::Ratio { of } = expr {
            let [a, b] = of.as_ref();
            let sides = self.evaluate(a, None).zip(self.evaluate(b, None));
            return sides.map_or(Derived::Missing, |(a, b)| Derived::Quotient(a.mul(N::of(self.subject.point.factor)), b));
        }
        self.evaluate(expr, None).map_or(Derived::Missing, Derived::Number)
    }

    /// Evaluates a closed expression; `None` when an input or a comparison value is not there. `back`: inside `at` or `window`, how
    /// many years earlier.
    fn evaluate(&self, expr: &Expr, back: Option<u32>) -> Option<N> {
        match (expr, back) {
            (Expr::Input { role }, None) => self.now.get(*role as usize).copied().flatten(),
            _ => self.compute(expr, back),
        }
    }

    /// Evaluates what is more than an input of the period judged. Never inlined: a set whose figures are inputs and their quotients does
    /// without.
    #[inline(never)]
    fn compute(&self, expr: &Expr, back: Option<u32>) -> Option<N> {
        let fold = |of: &[Expr], f: fn(N, N) -> N| -> Option<N> {
            let mut terms = of.iter().map(|e| self.evaluate(e, back));
            let first = terms.next()??;
            terms.try_fold(first, |acc, term| term.map(|t| f(acc, t)))
        };
        match expr {
            Expr::Input { role } => self.inputs(back.unwrap_or(0))?.get(*role as usize).copied().flatten(),
            Expr::Constant { value, .. } => Some(N::of(*value)),
            Expr::Reference { id } => {
                let (value, mixed) = self.subject.references.of(id, self.when(back.unwrap_or(0)), back.is_some())?;
                self.mixed.set(self.mixed.get() || mixed);
                Some(value)
            }
            Expr::Ratio { of } => {
                let [a, b] = of.as_ref();
                let (a, b) = self.evaluate(a, back).zip(self.evaluate(b, back))?;
                Some(a.mul(N::of(self.subject.point.factor)).div(b))
            }
            Expr::Add { of } => fold(of, N::add),
            Expr::Sub { of } => fold(of, N::sub),
            Expr::Mul { of } => fold(of, N::mul),
            Expr::Div { of } => fold(of, N::div),
            Expr::Mean { of } => fold(of, N::add).map(|sum| sum.div(N::of(Dec::from_count(of.len() as u64)))),
            Expr::Min { of } => fold(of, N::least),
            Expr::Max { of } => fold(of, N::most),
            Expr::At { years_earlier, of } => self.evaluate(of, Some(back.unwrap_or(0) + years_earlier)),
            Expr::Window { years, how, of } => {
                let worst = if self.subject.direction == Direction::Less { N::most } else { N::least };
                let join = if *how == WindowHow::Mean { N::add } else { worst };
                let mut all = (0..*years).map(|n| self.evaluate(of, Some(back.unwrap_or(0) + n)));
                let first = all.next()??;
                let joined = all.try_fold(first, |acc, value| value.map(|v| join(acc, v)))?;
                Some(if *how == WindowHow::Mean { joined.div(N::of(Dec::from_count(u64::from(*years)))) } else { joined })
            }
        }
    }

    /// The period some years back.
    fn when(&self, back: u32) -> Option<Date> {
        self.period.and_then(|period| if back == 0 { Some(period) } else { period.years_earlier(back) })
    }

    /// The inputs of some years back.
    fn inputs(&self, back: u32) -> Option<Inputs<N>> {
        if back == 0 {
            return Some(self.now);
        }
        let parts = self.subject.bound.at(self.when(back)?)?;
        match self.over {
            Over::Sum => Some(summed(parts)),
            Over::Part(at) => parts.get(at).map(inputs),
        }
    }
}
