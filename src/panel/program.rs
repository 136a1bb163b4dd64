//! A scheme as a list of column operations, for the schemes that columns can follow.
//!
//! What is taken here are criteria whose one figure lies between goalposts, put together by sums and weighted means of any kind. The
//! parameters of their rules are made ready once; what the rules do with them stands in the method's steps. Every other scheme
//! is judged row by row by those steps alone, and [`Obstacle`] says why.

use super::bounds;
use crate::criteria::{Aggregate, CriteriaSet, DataKind, Expr, Method, MissingPolicy, Role, Scheme, ScoreOf, UnitKind};
use crate::number::{Dec, Exact, Number, shortest};
use crate::plan::{ChildRef, Group, Leaf, Plan};
use crate::steps::aggregate::power_mean::Curve;
use crate::steps::judge::goalposts::Posts;
use crate::text::{Lang, pick};
use alloc::vec;
use alloc::vec::Vec;
use rust_decimal::Decimal;

/// Whole numbers up to here are exact in binary floating point, and so are their sums.
const MOST_EXACT: i128 = 1 << 53;

/// Why a scheme is judged row by row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Obstacle {
    /// The scheme has no score.
    NoScore,
    /// A method other than goalposts.
    Method,
    /// A value made of several figures.
    Derived,
    /// A criterion that needs a document.
    Documents,
    /// Attributes of the place decide.
    Attributes,
    /// A way of putting criteria together other than means, the least and sums.
    Aggregate,
    /// The edition rounds on the way.
    Rounding,
    /// Weights with too many digits.
    Weights,
}

impl Obstacle {
    /// In words.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::NoScore => pick(lang, "cách đánh giá không có điểm", "the scheme has no score"),
            Self::Method => pick(lang, "có tiêu chí không chấm theo hai cột mốc", "a criterion is not judged by goalposts"),
            Self::Derived => pick(lang, "có giá trị tính từ nhiều số liệu", "a value is made of several figures"),
            Self::Documents => pick(lang, "có tiêu chí cần minh chứng", "a criterion needs a document"),
            Self::Attributes => pick(lang, "quy tắc tùy theo thuộc tính của nơi đánh giá", "rules depend on attributes of the place"),
            Self::Aggregate => {
                pick(lang, "cách tổng hợp không phải trung bình, tỷ lệ thấp nhất hay tổng", "not put together by means, the least or sums")
            }
            Self::Rounding => pick(lang, "phiên bản có làm tròn giữa chừng", "the edition rounds on the way"),
            Self::Weights => pick(lang, "trọng số có quá nhiều chữ số", "weights with too many digits"),
        }
    }
}

/// Column operations, children before parents.
#[derive(Clone, Debug)]
pub(super) struct Program {
    pub(super) ops: Vec<Op>,
    pub(super) policy: MissingPolicy,
    /// Nodes of the plan, those without a value included.
    pub(super) nodes: usize,
    /// What a full share is worth at each node.
    pub(super) full: Vec<f64>,
    /// How far a node's value may be from the exact one.
    pub(super) bounds: Vec<f64>,
    pub(super) score: ScoreOf,
    /// A value that is missing and one that does not apply give the same everywhere.
    pub(super) absent_alike: bool,
}

/// One node.
#[derive(Clone, Debug)]
pub(super) struct Op {
    pub(super) node: usize,
    pub(super) strands: Vec<Strand>,
    pub(super) join: Join,
    /// The least weight that must be present.
    pub(super) least: f64,
    /// What a full share is worth.
    pub(super) full: f64,
}

/// How a node puts its children together.
#[derive(Clone, Copy, Debug)]
pub(super) enum Join {
    /// Points added up.
    Sum,
    /// Weighted arithmetic mean.
    Mean {
        /// 1 / Σ weight.
        over: f64,
    },
    /// Geometric, harmonic or power mean.
    Curved(Curve<f64>),
    /// The least share.
    Least,
}

impl Join {
    /// `total`: Σ weight.
    fn of(group: &Group, total: f64) -> Result<Self, Obstacle> {
        Ok(match group.aggregate {
            Aggregate::Sum => Self::Sum,
            Aggregate::WeightedArithmetic => Self::Mean { over: 1.0 / total },
            Aggregate::WeightedGeometric => Self::Curved(Curve::Logarithm),
            Aggregate::WeightedHarmonic => Self::Curved(Curve::Reciprocal),
            Aggregate::PowerMean => Self::Curved(Curve::Power(f64::of(group.exponent.unwrap_or(Dec::ONE)))),
            Aggregate::Minimum => Self::Least,
            Aggregate::CountPassed | Aggregate::SumOfScored | Aggregate::None => return Err(Obstacle::Aggregate),
        })
    }
}

/// One child of a node.
#[derive(Clone, Debug)]
pub(super) struct Strand {
    pub(super) from: From,
    /// Under a sum or an arithmetic mean: weight × value.
    pub(super) gives: Posts<f64>,
    /// The share of the value.
    pub(super) share: Posts<f64>,
    /// Where the share is 0, it is exactly 0.
    pub(super) sure: bool,
    /// A whole number, so that sums of weights are exact.
    pub(super) weight: f64,
}

/// Where a child's values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// Index into the plan's inputs.
    Input(usize),
    /// Index of a node.
    Node(usize),
}

impl Program {
    /// `input_of`: the place of a leaf's first figure among the panel's inputs.
    pub(super) fn compile(
        rules: (&CriteriaSet, &Scheme, &Plan),
        kind: UnitKind,
        input_of: &dyn Fn(usize, Role) -> Option<usize>,
    ) -> Result<Self, Obstacle> {
        Self::compile_with(rules, kind, input_of, false)
    }

    /// Whether columns could follow if the value of each criterion were one figure, which the exact path can find.
    pub(super) fn follows_values(rules: (&CriteriaSet, &Scheme, &Plan), kind: UnitKind) -> Result<(), Obstacle> {
        Self::compile_with(rules, kind, &|_, _| Some(0), true).map(|_| ())
    }

    /// `derived`: values of several figures are taken for one.
    fn compile_with(
        (set, scheme, plan): (&CriteriaSet, &Scheme, &Plan),
        kind: UnitKind,
        input_of: &dyn Fn(usize, Role) -> Option<usize>,
        derived: bool,
    ) -> Result<Self, Obstacle> {
        let score = scheme.score.ok_or(Obstacle::NoScore)?;
        if plan.round_criterion.or(plan.round_group).or(plan.round_score).is_some() {
            return Err(Obstacle::Rounding);
        }
        let count = plan.groups.len();
        let mut out = Self {
            ops: Vec::with_capacity(count),
            policy: scheme.missing.policy,
            nodes: count,
            full: vec![0.0; count],
            bounds: vec![0.0; count],
            score,
            absent_alike: scheme.missing.policy == MissingPolicy::Exclude && scheme.missing.minimum_share.is_none_or(|m| m == Dec::ZERO),
        };
        let mut alive = vec![false; count];
        for (at, group) in plan.groups.iter().enumerate().rev() {
            let mut children = Vec::with_capacity(group.children.len());
            for child in &group.children {
                let found = match *child {
                    ChildRef::Leaf(leaf) => {
                        plan.leaves.get(leaf).map(|own| leaf_child(set, own, kind, &|role| input_of(leaf, role), derived))
                    }
                    ChildRef::Group(node) => Some(Ok(alive.get(node).filter(|alive| **alive).and_then(|_| {
                        let inner = plan.groups.get(node)?;
                        let full = full_of(scheme, inner);
                        let sure = out.op(node).is_some_and(|op| op.strands.iter().all(|strand| strand.sure));
                        Some(Source { from: From::Node(node), worst: Dec::ZERO, best: full, weight: inner.weight, points: full, sure })
                    }))),
                };
                children.extend(found.transpose()?.flatten());
            }
            let (op, bound) = node(scheme, at, group, &children, &out)?;
            let full = full_of(scheme, group);
            if full <= Dec::ZERO {
                return Err(Obstacle::Aggregate);
            }
            if let Some(op) = op
                && let (Some(full_slot), Some(bound_slot), Some(alive)) = (out.full.get_mut(at), out.bounds.get_mut(at), alive.get_mut(at))
            {
                (*full_slot, *bound_slot, *alive) = (f64::of(full), bound, true);
                out.ops.push(op);
            }
        }
        Ok(out)
    }

    fn op(&self, node: usize) -> Option<&Op> {
        self.ops.iter().find(|op| op.node == node)
    }
}

fn full_of(scheme: &Scheme, group: &Group) -> Dec {
    if group.aggregate == Aggregate::Sum { group.max_points } else { scheme.scale }
}

/// A child before its weight is known as a part of all.
pub(super) struct Source {
    pub(super) from: From,
    pub(super) worst: Dec,
    pub(super) best: Dec,
    weight: Dec,
    /// What the best value gives under a sum.
    points: Dec,
    sure: bool,
}

/// A criterion as a child; none where it is no part of the score.
fn leaf_child(
    set: &CriteriaSet,
    leaf: &Leaf,
    kind: UnitKind,
    input_of: &dyn Fn(Role) -> Option<usize>,
    derived: bool,
) -> Result<Option<Source>, Obstacle> {
    let in_sum = leaf.parent == Aggregate::Sum;
    let for_kind = leaf.kinds.as_ref().is_none_or(|kinds| kinds.contains(&kind));
    if !leaf.scored || (in_sum && leaf.max_points == Dec::ZERO) || (!for_kind && !in_sum) {
        return Ok(None);
    }
    if leaf.evidence {
        return Err(Obstacle::Documents);
    }
    if leaf.conditional || !leaf.not_considered.is_empty() || !for_kind {
        return Err(Obstacle::Attributes);
    }
    let criterion = set.criteria().get(leaf.criterion).ok_or(Obstacle::Method)?;
    let judgement = criterion.judge.get(leaf.judgement).ok_or(Obstacle::Method)?;
    // Values that goalposts refuse are found when columns are checked.
    let Method::Goalposts { worst, best, .. } = judgement.method else { return Err(Obstacle::Method) };
    let from = match (criterion.data_points.as_slice(), derived) {
        ([data, ..], true) if data.kind == DataKind::Number => 0,
        ([data], _) if data.kind == DataKind::Number => match (&data.derive, data.inputs.as_slice()) {
            (Some(Expr::Input { role }), [_]) => input_of(*role).ok_or(Obstacle::Derived)?,
            _ => return Err(Obstacle::Derived),
        },
        _ => return Err(Obstacle::Derived),
    };
    let from = From::Input(from);
    // A figure that reads as the worst value is the worst value, where the latter has few enough digits.
    let sure = shortest(f64::of(worst)) == Some(worst);
    Ok(Some(Source { from, worst, best, weight: leaf.weight, points: leaf.max_points, sure }))
}

/// A node and the bound of its error; none where nothing in it counts.
fn node(scheme: &Scheme, at: usize, group: &Group, children: &[Source], done: &Program) -> Result<(Option<Op>, f64), Obstacle> {
    let sum = group.aggregate == Aggregate::Sum;
    if !sum && !group.aggregate.weighs() {
        return Err(Obstacle::Aggregate);
    }
    // What a sum makes of a value that is left out, no column says.
    if sum && (scheme.missing.policy == MissingPolicy::Exclude || children.is_empty()) {
        return Err(Obstacle::Aggregate);
    }
    let children: Vec<&Source> = children.iter().filter(|child| sum || child.weight > Dec::ZERO).collect();
    if children.is_empty() {
        return Ok((None, 0.0));
    }
    let weights = if sum { vec![1; children.len()] } else { whole(children.iter().map(|child| child.weight))? };
    let total: i128 = weights.iter().sum();
    let mut strands = Vec::with_capacity(children.len());
    for (child, weight) in children.iter().zip(&weights) {
        let weight = exact(*weight)?;
        let full = if sum { Exact::of(child.points) } else { Exact::of(weight).mul(Exact::of(scheme.scale)) };
        let full = full.dec().ok_or(Obstacle::Weights)?;
        let posts = |full| Posts::new(child.worst, child.best, full);
        let (gives, share) = (posts(f64::of(full)), posts(1.0));
        strands.push(Strand { from: child.from, gives, share, sure: child.sure, weight: f64::of(weight) });
    }
    let least = least_weight(scheme, total)?;
    let join = Join::of(group, f64::of(Dec::from_count(u64::try_from(total).unwrap_or(u64::MAX))))?;
    let (errors, full) = (children.iter().map(|child| bounds::share(child, done)), f64::of(full_of(scheme, group)));
    let bound = match join {
        Join::Sum => bounds::sum(errors.zip(children.iter().map(|c| f64::of(c.points)))),
        Join::Mean { .. } | Join::Least => bounds::mean(errors, full),
        Join::Curved(_) => bounds::curved(errors, full),
    };
    Ok((Some(Op { node: at, strands, join, least, full }), bound))
}

fn exact(weight: i128) -> Result<Dec, Obstacle> {
    Decimal::try_from_i128_with_scale(weight, 0).map(Dec::from).map_err(|_| Obstacle::Weights)
}

/// Weights as whole numbers in the same proportions.
fn whole(weights: impl Iterator<Item = Dec> + Clone) -> Result<Vec<i128>, Obstacle> {
    let digits = weights.clone().map(|weight| weight.value().scale()).max().unwrap_or(0);
    let grown = |weight: Dec| weight.value().mantissa().checked_mul(10i128.checked_pow(digits - weight.value().scale())?);
    let all: Option<Vec<i128>> = weights.map(grown).collect();
    let all = all.ok_or(Obstacle::Weights)?;
    let total = all.iter().try_fold(0i128, |sum, weight| sum.checked_add(*weight)).ok_or(Obstacle::Weights)?;
    if total < MOST_EXACT { Ok(all) } else { Err(Obstacle::Weights) }
}

/// The smallest whole weight that is enough: at least one, and the policy's share of all.
fn least_weight(scheme: &Scheme, total: i128) -> Result<f64, Obstacle> {
    let share = scheme.missing.minimum_share.unwrap_or(Dec::ZERO);
    let least = exact(total)?.value().checked_mul(share.value()).ok_or(Obstacle::Weights)?;
    Ok(f64::of(Dec::from(least.ceil())).max(1.0))
}
