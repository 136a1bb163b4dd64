//! A scheme compiled flat: leaves in tree order, groups in pre-order, each holding a contiguous run of leaves.

use crate::criteria::{
    Aggregate, Child, DataKind, DataPoint, Direction, Draft, Expr, Method, Node, RoundingStage, Scheme, Tier, UnitKind, judged,
};
use crate::number::{Dec, Rounding};
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
    pub(crate) kind: DataKind,
    pub(crate) direction: Direction,
    /// Kinds of place it is asked of; empty = every kind that is judged.
    pub(crate) kinds: Option<Vec<UnitKind>>,
    /// Levels at which it is asked.
    pub(crate) asked: LevelMask,
    pub(crate) monitored: bool,
    pub(crate) scored: bool,
    /// The unit of each input, by role: an index into the header's units.
    pub(crate) units: [Option<usize>; 3],
    /// Judged by the interval of a survey.
    pub(crate) survey: bool,
    /// What a quotient is multiplied by.
    pub(crate) factor: Dec,
    /// Evidence is required.
    pub(crate) evidence: bool,
    pub(crate) plans_count: bool,
    pub(crate) weight: Dec,
    pub(crate) max_points: Dec,
    /// How the parent puts its children together.
    pub(crate) parent: Aggregate,
}

/// An inner node.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// Index into the header's groups; none for the root.
    pub(crate) group: Option<usize>,
    pub(crate) aggregate: Aggregate,
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
        };
        plan.add_group(draft, scheme, &scheme.tree);
        plan.by_id.sort();
        plan.references.sort();
        plan.references.dedup();
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
            points = max.and_then(|m| points.value().checked_add(m.value())).map_or(points, Dec::from);
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
        let point = criterion.data_points.first()?;
        if let Some(expr) = &point.derive {
            collect_references(expr, &mut self.references);
        }
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
            kind: point.kind,
            direction: criterion.direction,
            kinds,
            asked: method.thresholds().iter().fold(0, |mask, t| mask | level_bit(t.level)),
            monitored: matches!(method, Method::Monitor),
            scored: matches!(method, Method::Goalposts { .. }),
            units: input_units(draft, point),
            survey: matches!(method, Method::Survey { .. }),
            factor: factor(draft, point),
            evidence: criterion.evidence.as_ref().is_some_and(|e| e.required),
            plans_count: criterion.evidence.as_ref().is_some_and(|e| e.plans_count),
            weight: weight.unwrap_or(Dec::ONE),
            max_points: max_points.unwrap_or(Dec::ZERO),
            parent,
        });
        self.by_id.push((String::from(id), at));
        Some(at)
    }
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
