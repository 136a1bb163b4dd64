//! A scheme compiled flat: leaves in tree order, groups in pre-order, each holding a contiguous run of leaves.

use crate::criteria::{
    Aggregate, Child, Combination, CombinePart, Condition, Criterion, DataKind, DataPoint, Direction, Draft, Expr, Method, Node,
    RoundingStage, Scheme, Tier, UnitKind, judged,
};
use crate::number::{Dec, Exact, Number, Rounding};
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

/// The most levels a criterion can be asked at is bounded by the bits of this mask; bit `level - 1`.
pub(crate) type LevelMask = u16;

pub(crate) fn level_bit(level: u32) -> LevelMask {
    LevelMask::try_from(1u32.checked_shl(level.saturating_sub(1)).unwrap_or(0)).unwrap_or(0)
}

/// A compiled scheme.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) leaves: Vec<Leaf>,
    /// Index 0 is the root.
    pub(crate) groups: Vec<Group>,
    /// Leaf of a criterion id, sorted by id.
    by_id: Vec<(String, usize)>,
    pub(crate) round_criterion: Option<Rounding>,
    pub(crate) round_group: Option<Rounding>,
    pub(crate) round_score: Option<Rounding>,
    /// Ids of comparison values that expressions use.
    pub(crate) references: Vec<String>,
    /// The levels something is asked at: those of the scheme, or 1 where it has none and still asks.
    pub(crate) levels: Vec<u32>,
    /// A condition of some level is left open by the source.
    pub(crate) unclear: bool,
}

/// A criterion in the tree.
#[derive(Clone, Debug)]
pub(crate) struct Leaf {
    /// The criterion's id.
    pub(crate) id: String,
    /// Index into the set's criteria.
    pub(crate) criterion: usize,
    /// Index into the criterion's judgements.
    pub(crate) judgement: usize,
    pub(crate) tier: Option<Tier>,
    pub(crate) direction: Direction,
    /// Its first data point, for nearly all criteria the only one.
    pub(crate) first: Point,
    /// The data points after the first.
    pub(crate) others: Vec<Point>,
    /// For a combination the data point of each part.
    pub(crate) parts: Vec<usize>,
    /// Attributes of the place decide whether it applies.
    pub(crate) conditional: bool,
    /// Rules of the scheme that leave it aside for some places: indices into its list.
    pub(crate) not_considered: Vec<usize>,
    /// Kinds of place it is asked of; empty = every kind that is judged.
    pub(crate) kinds: Option<Vec<UnitKind>>,
    /// Levels at which it is asked.
    pub(crate) asked: LevelMask,
    pub(crate) monitored: bool,
    pub(crate) scored: bool,
    /// Judged by the interval of a survey.
    pub(crate) survey: bool,
    /// Evidence is required.
    pub(crate) evidence: bool,
    pub(crate) plans_count: bool,
    pub(crate) weight: Dec,
    pub(crate) max_points: Dec,
    /// Points that full ones are, under a sum; elsewhere shares count.
    pub(crate) full_points: Option<Dec>,
    /// How the parent puts its children together.
    pub(crate) parent: Aggregate,
}

/// A data point of a criterion.
#[derive(Clone, Debug)]
pub(crate) struct Point {
    pub(crate) kind: DataKind,
    /// What a quotient is multiplied by.
    pub(crate) factor: Dec,
    /// The unit of each input, by role: an index into the header's units.
    pub(crate) units: [Option<usize>; 3],
    /// How many years back its expressions look, ascending, without 0.
    pub(crate) years: Vec<u32>,
}

impl Leaf {
    /// A data point, counted as in the criterion.
    pub(crate) fn point(&self, at: usize) -> Option<&Point> {
        at.checked_sub(1).map_or(Some(&self.first), |other| self.others.get(other))
    }
}

/// An inner node.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// Index into the header's groups; none for the root.
    pub(crate) group: Option<usize>,
    pub(crate) aggregate: Aggregate,
    /// Of a power mean.
    pub(crate) exponent: Option<Dec>,
    pub(crate) weight: Dec,
    /// Points that can be had: declared, or the sum of the children.
    pub(crate) max_points: Dec,
    pub(crate) children: Vec<ChildRef>,
    /// The leaves below, however deep.
    pub(crate) leaves: Range<usize>,
    /// Holds criteria directly.
    pub(crate) direct: bool,
}

/// A child in the flat lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChildRef {
    Leaf(usize),
    Group(usize),
}

impl Plan {
    pub(crate) fn compile(draft: &Draft, scheme: &Scheme) -> Self {
        let rounding = |stage: RoundingStage| {
            let rule = scheme.rounding.iter().find(|r| r.stage == stage)?;
            Some(Rounding { digits: rule.digits, mode: rule.mode })
        };
        let mut plan = Self {
            leaves: Vec::new(),
            groups: Vec::new(),
            by_id: Vec::new(),
            round_criterion: rounding(RoundingStage::Criterion),
            round_group: rounding(RoundingStage::Group),
            round_score: rounding(RoundingStage::Score),
            references: Vec::new(),
            levels: scheme.levels.iter().map(|l| l.level).collect(),
            unclear: scheme.levels.iter().any(|l| is_unclear(&l.conditions)),
        };
        plan.add_group(draft, scheme, &scheme.tree);
        crate::order::sort(&mut plan.by_id);
        crate::order::sort(&mut plan.references);
        plan.references.dedup();
        if plan.levels.is_empty() && plan.leaves.iter().any(|leaf| leaf.asked != 0) {
            plan.levels.push(1);
        }
        plan
    }

    /// As [`Plan::leaf_of`]; tries the leaf of the observation before and the one after it first, since data mostly follow the tree.
    pub(crate) fn leaf_near(&self, last: usize, criterion: &str) -> Option<usize> {
        let is = |at: usize| self.leaves.get(at).is_some_and(|leaf| leaf.id == criterion);
        if is(last) {
            return Some(last);
        }
        if is(last + 1) {
            return Some(last + 1);
        }
        self.leaf_of(criterion)
    }

    /// The leaf of a criterion, when the tree holds it.
    pub(crate) fn leaf_of(&self, criterion: &str) -> Option<usize> {
        let at = self.by_id.binary_search_by(|(id, _)| id.as_str().cmp(criterion)).ok()?;
        self.by_id.get(at).map(|(_, leaf)| *leaf)
    }

    /// The node of a group id; none asked = the root.
    pub(crate) fn node_of(&self, groups: &[crate::criteria::Group], id: Option<&str>) -> Option<usize> {
        let Some(id) = id else { return Some(0) };
        self.groups.iter().position(|g| g.group.and_then(|at| groups.get(at)).is_some_and(|group| group.id == id))
    }

    fn add_group(&mut self, draft: &Draft, scheme: &Scheme, node: &Node) -> usize {
        let at = self.groups.len();
        let first = self.leaves.len();
        self.groups.push(Group {
            group: node.group.as_ref().and_then(|id| draft.header.groups.iter().position(|g| g.id == *id)),
            aggregate: node.aggregate,
            exponent: node.exponent,
            weight: node.weight.unwrap_or(Dec::ONE),
            max_points: Dec::ZERO,
            children: Vec::new(),
            leaves: first..first,
            direct: false,
        });
        let mut children = Vec::with_capacity(node.children.len());
        let mut points = Dec::ZERO;
        for child in &node.children {
            let (child, max) = match child {
                Child::Group(inner) => {
                    let inner_at = self.add_group(draft, scheme, inner);
                    (Some(ChildRef::Group(inner_at)), inner.max_points)
                }
                Child::Leaf { criterion, weight, max_points } => {
                    let leaf = self.add_leaf(draft, scheme, criterion, (*weight, *max_points), node.aggregate);
                    (leaf.map(ChildRef::Leaf), *max_points)
                }
            };
            children.extend(child);
            points = max.and_then(|max| Exact::of(points).add(Exact::of(max)).kept()).unwrap_or(points);
        }
        let last = self.leaves.len();
        if let Some(group) = self.groups.get_mut(at) {
            group.direct = children.iter().any(|c| matches!(c, ChildRef::Leaf(_)));
            group.children = children;
            group.leaves = first..last;
            group.max_points = node.max_points.unwrap_or(points);
        }
        at
    }

    fn add_leaf(
        &mut self,
        draft: &Draft,
        scheme: &Scheme,
        id: &str,
        (weight, max_points): (Option<Dec>, Option<Dec>),
        parent: Aggregate,
    ) -> Option<usize> {
        let (criterion_at, criterion) = draft.criteria.iter().enumerate().find(|(_, c)| c.id == id)?;
        let method = judged(criterion, scheme)?;
        let judgement = criterion.judge.iter().position(|j| core::ptr::eq(&raw const j.method, method))?;
        let parts: &[CombinePart] = if let Method::Combine { of, .. } = method { of } else { &[] };
        let own = criterion.data_points.iter().filter_map(|point| point.derive.as_ref());
        own.chain(parts.iter().filter_map(|part| part.derive.as_ref())).for_each(|expr| collect_references(expr, &mut self.references));
        let parts: Vec<(usize, Option<&Expr>)> = parts.iter().map(|part| (point_of(criterion, part), part.derive.as_ref())).collect();
        let mut points = criterion.data_points.iter().enumerate().map(|(i, data)| {
            let own = data.derive.as_ref().into_iter();
            let exprs = own.chain(parts.iter().filter(|(at, _)| *at == i).filter_map(|(_, expr)| *expr));
            Point { kind: data.kind, factor: factor(draft, data), units: input_units(draft, data), years: years(exprs) }
        });
        let (first, others) = (points.next()?, points.collect());
        let (asked, scored) = (asked(method), is_scored(method));
        let kinds = (!criterion.applies_to.is_empty()).then(|| {
            let rules = draft.header.unit_kinds.iter();
            rules.filter(|rule| criterion.applies_to.contains(&rule.judged_as)).map(|rule| rule.kind).collect()
        });
        let at = self.leaves.len();
        self.leaves.push(Leaf {
            id: String::from(id),
            criterion: criterion_at,
            judgement,
            tier: criterion.tier,
            direction: criterion.direction,
            first,
            others,
            parts: parts.iter().map(|(at, _)| *at).collect(),
            conditional: !criterion.applies_when.is_empty(),
            not_considered: (0..scheme.not_considered.len())
                .filter(|at| scheme.not_considered.get(*at).is_some_and(|n| n.criterion == id))
                .collect(),
            kinds,
            asked,
            monitored: asked == 0 && !scored,
            scored,
            survey: matches!(method, Method::Survey { .. }),
            evidence: criterion.evidence.as_ref().is_some_and(|e| e.required),
            plans_count: criterion.evidence.as_ref().is_some_and(|e| e.plans_count),
            weight: weight.unwrap_or(Dec::ONE),
            max_points: max_points.unwrap_or(Dec::ZERO),
            full_points: match parent {
                Aggregate::Sum => max_points,
                Aggregate::SumOfScored => most_points(method).or(max_points),
                _ => None,
            },
            parent,
        });
        self.by_id.push((String::from(id), at));
        Some(at)
    }
}

/// The data point of a part; the first where it names none.
fn point_of(criterion: &Criterion, part: &CombinePart) -> usize {
    let named = part.data_point.as_ref().and_then(|id| criterion.data_points.iter().position(|point| point.id == *id));
    named.unwrap_or(0)
}

/// The levels a method asks at.
fn asked(method: &Method) -> LevelMask {
    match method {
        Method::Range(range) => level_bit(range.level),
        Method::Combine { how, of } if *how != Combination::Sum => of.iter().fold(0, |mask, part| mask | asked(&part.method)),
        other => other.thresholds().iter().fold(0, |mask, t| mask | level_bit(t.level)),
    }
}

fn is_scored(method: &Method) -> bool {
    match method {
        Method::Goalposts { .. } | Method::Interpolate(_) | Method::Steps { .. } | Method::TargetShare { .. } => true,
        Method::Combine { how, of } => *how == Combination::Sum && of.iter().any(|part| is_scored(&part.method)),
        Method::PassFail { .. } | Method::Survey { .. } | Method::Range(_) | Method::Monitor => false,
    }
}

/// The most points a method gives. Never inlined: only sums of what is scored ask.
#[inline(never)]
fn most_points(method: &Method) -> Option<Dec> {
    match method {
        Method::Interpolate(rule) => Some(rule.points_max),
        Method::Steps { points, .. } | Method::TargetShare { bands: points, .. } => points.last().map(|band| band.points),
        Method::Combine { how: Combination::Sum, of } => {
            let parts = of.iter().filter_map(|part| most_points(&part.method));
            parts.reduce(|a, b| Exact::of(a).add(Exact::of(b)).kept().unwrap_or(a))
        }
        _ => None,
    }
}

fn is_unclear(condition: &Condition) -> bool {
    match condition {
        Condition::Unclear { .. } => true,
        Condition::All { of } | Condition::Any { of } | Condition::AtLeast { of, .. } => of.iter().any(is_unclear),
        Condition::If { then, otherwise, .. } => then.iter().chain(otherwise).any(is_unclear),
        _ => false,
    }
}

/// How many years back expressions look.
fn years<'e>(exprs: impl Iterator<Item = &'e Expr>) -> Vec<u32> {
    fn collect(expr: &Expr, out: &mut Vec<u32>) {
        match expr {
            Expr::At { years_earlier, .. } => out.push(*years_earlier),
            Expr::Window { years, .. } => out.extend(1..*years),
            _ => {}
        }
        expr.terms().iter().for_each(|e| collect(e, out));
    }
    let mut out = Vec::new();
    exprs.for_each(|expr| collect(expr, &mut out));
    crate::order::sort(&mut out);
    out.dedup();
    out
}

fn factor(draft: &Draft, point: &DataPoint) -> Dec {
    draft.header.units.iter().find(|u| u.id == point.unit).map_or(Dec::ONE, |u| u.factor)
}

fn input_units(draft: &Draft, point: &DataPoint) -> [Option<usize>; 3] {
    let mut out = [None; 3];
    for input in &point.inputs {
        if let Some(slot) = out.get_mut(input.role as usize) {
            *slot = draft.header.units.iter().position(|u| u.id == input.unit);
        }
    }
    out
}

fn collect_references(expr: &Expr, out: &mut Vec<String>) {
    if let Expr::Reference { id } = expr {
        out.push(id.clone());
    }
    expr.terms().iter().for_each(|e| collect_references(e, out));
}
