//! The figures of a panel as shares under the tree of its program, ready to be put together again and again.

use super::draw::Gamma;
use super::exact::{Bounds, bounds};
use super::options::{FigureError, Mean, RobustOptions, WeightDoubt};
use super::presence::{Presence, State, adds_points};
use super::treated::Treated;
use crate::criteria::{Basis, Method, MissingPolicy, Normalise, ScoreOf, Treatment};
use crate::number::Number;
use crate::panel::column::Cell;
use crate::panel::columns::Columns;
use crate::panel::plan::PanelPlan;
use crate::panel::program::{self, From, Op, Program};
use crate::steps::aggregate::power_mean::Curve;
use crate::steps::judge::goalposts::Posts;
use alloc::vec::Vec;
use core::ops::Range;

/// Columns of shares and a tree over them.
pub(super) struct Model {
    pub(super) units: usize,
    /// How many of them are ranked, the first ones; from the others figures are only computed.
    pub(super) places: usize,
    pub(super) leaves: Vec<Leaf>,
    /// Children before parents; the last is the root.
    pub(super) nodes: Vec<Node>,
    pub(super) strands: Vec<Strand>,
    /// Weights by strand, adding up to the node's [`Node::total`].
    pub(super) weights: Vec<f64>,
    /// Leaf after leaf; NaN where there is no figure.
    pub(super) figures: Vec<f64>,
    pub(super) shares: Vec<f64>,
    /// What a full share of the whole is worth in the score.
    pub(super) scale: f64,
    /// Leaf after leaf: the criterion cannot exist there.
    pub(super) claims: Vec<bool>,
    /// What is missing counts as nothing.
    pub(super) gives_nothing: bool,
    /// What is missing leaves everything above undecided.
    pub(super) undecided: bool,
    /// The least part of the weight that has to be there.
    pub(super) least: f64,
    /// The group of each unit; empty where none is known.
    pub(super) regions: Vec<Option<u32>>,
    /// By node, as it is.
    pub(super) presences: Vec<Presence>,
    /// Where figures are treated before they are judged.
    pub(super) treated: Option<Treated>,
}

/// A criterion.
pub(super) struct Leaf {
    /// Index into the plan's inputs.
    pub(super) input: usize,
    pub(super) worst: f64,
    pub(super) best: f64,
    /// Goalposts that the set marks as its assumption.
    pub(super) assumed: bool,
    /// What its figures may be.
    pub(super) bounds: Bounds,
    /// By unit, the standard error of its figure; none where figures are not doubted.
    pub(super) errors: Option<Vec<f64>>,
    /// It gives points to a sum.
    pub(super) in_sum: bool,
    /// A place that is not ranked has a figure without a logarithm.
    pub(super) no_logarithm: bool,
}

/// Figures that are treated: how, the group of each row, and rows that are not ranked.
pub(super) struct Treating<'t> {
    pub(super) base: &'t Treatment,
    pub(super) regions: &'t dyn Fn(usize) -> Option<u32>,
    /// Rows that figures are computed from though they are no places of the results.
    pub(super) others: &'t [usize],
    pub(super) unranked: &'t [usize],
}

/// An inner node.
pub(super) struct Node {
    /// Index into the nodes of the plan.
    pub(super) node: usize,
    pub(super) strands: Range<usize>,
    pub(super) join: Join,
    /// Σ weight: 1, unless the edition gives a sum other points than those of its children.
    pub(super) total: f64,
    /// It is a group, not the whole.
    pub(super) is_group: bool,
}

/// How a node puts shares together.
#[derive(Clone, Copy, Debug)]
pub(super) enum Join {
    Points,
    Mean(Mean),
    Power(Curve<f64>),
    Least,
}

impl Join {
    /// Weights count in it as parts of a mean, and another mean could stand for it.
    pub(super) fn is_mean(self) -> bool {
        matches!(self, Self::Mean(_) | Self::Power(_))
    }
}

/// A child of a node.
#[derive(Clone, Copy)]
pub(super) struct Strand {
    pub(super) from: Source,
    /// Under a Dirichlet doubt.
    pub(super) gamma: Option<Gamma>,
    /// Its weight by the edition, a whole number.
    pub(super) counts: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Leaf(usize),
    Node(usize),
}

impl Model {
    /// `rows`: the places taken, each with a score.
    pub(super) fn new(
        plan: &PanelPlan<'_>,
        program: &Program,
        columns: &Columns<'_>,
        rows: &[usize],
        options: &RobustOptions,
        treating: Option<&Treating<'_>>,
    ) -> Self {
        let scale = if program.score == ScoreOf::Share { 1.0 } else { program.full.first().copied().unwrap_or(1.0) };
        let is_z = treating.is_some_and(|treating| treating.base.normalise == Normalise::ZScore);
        let policy = plan.scheme().missing.policy;
        let all: Vec<usize> = rows.iter().chain(treating.map_or(&[][..], |treating| treating.others)).copied().collect();
        let mut out = Self {
            units: all.len(),
            places: rows.len(),
            leaves: Vec::new(),
            nodes: Vec::new(),
            strands: Vec::new(),
            weights: Vec::new(),
            figures: Vec::new(),
            shares: Vec::new(),
            scale: if is_z { 1.0 } else { scale },
            claims: Vec::new(),
            gives_nothing: matches!(policy, MissingPolicy::NotMet | MissingPolicy::Zero),
            undecided: policy == MissingPolicy::Undecided,
            least: plan.scheme().missing.minimum_share.map_or(0.0, f64::of),
            regions: treating.map(|treating| all.iter().map(|row| (treating.regions)(*row)).collect()).unwrap_or_default(),
            presences: Vec::new(),
            treated: None,
        };
        for op in &program.ops {
            out.take(plan, op, columns, &all, options);
        }
        if let Some(treating) = treating {
            let not_above =
                |input: usize| treating.unranked.iter().any(|row| matches!(columns.cell(input, *row), Cell::Value(x) if x <= 0.0));
            out.leaves.iter_mut().for_each(|leaf| leaf.no_logarithm = not_above(leaf.input));
            let treated = Treated::new(&mut out, treating.base, options);
            out.presences = treated.presence(0).to_vec();
            out.treated = Some(treated);
        } else {
            let there = |leaf: usize, unit: usize| out.shares.get(leaf * out.units + unit).is_some_and(|share| !share.is_nan());
            out.presences = out.presence(|leaf, unit| if there(leaf, unit) { State::There } else { out.absent(leaf, unit) }, None);
        }
        out
    }

    fn take(&mut self, plan: &PanelPlan<'_>, op: &Op, columns: &Columns<'_>, rows: &[usize], options: &RobustOptions) {
        let first = self.strands.len();
        for strand in &op.strands {
            let from = match strand.from {
                From::Input(at) => {
                    self.leaf(plan, at, columns, rows, options);
                    Source::Leaf(self.leaves.len() - 1)
                }
                From::Node(node) => match self.nodes.iter().position(|own| own.node == node) {
                    Some(at) => Source::Node(at),
                    None => continue,
                },
            };
            self.strands.push(Strand { from, gamma: None, counts: strand.weight });
            self.weights.push(full(&strand.gives));
        }
        let strands = first..self.strands.len();
        let weights = self.weights.get_mut(strands.clone()).unwrap_or_default();
        let points: f64 = weights.iter().sum();
        let total = if matches!(op.join, program::Join::Sum) { points / op.full } else { 1.0 };
        bring_to(total, weights);
        if let Some(WeightDoubt::Dirichlet { concentration }) = options.weights
            && weights.len() > 1
        {
            for (strand, weight) in self.strands.get_mut(strands.clone()).unwrap_or_default().iter_mut().zip(weights) {
                strand.gamma = Some(Gamma::new(concentration * *weight / total));
            }
        }
        let join = match op.join {
            // In shares, points added up are a mean weighted by points.
            program::Join::Sum => Join::Points,
            program::Join::Mean { .. } => Join::Mean(Mean::Arithmetic),
            program::Join::Curved(Curve::Logarithm) => Join::Mean(Mean::Geometric),
            program::Join::Curved(Curve::Reciprocal) => Join::Mean(Mean::Harmonic),
            program::Join::Curved(curve) => Join::Power(curve),
            program::Join::Least => Join::Least,
        };
        let is_group = plan.plan().groups.get(op.node).is_some_and(|group| group.group.is_some());
        let node = Node { node: op.node, strands, join, total, is_group };
        let own: Vec<Source> = self.strands_of(&node).iter().map(|strand| strand.from).collect();
        for source in own {
            if let Source::Leaf(at) = source {
                self.leaves.get_mut(at).into_iter().for_each(|leaf| leaf.in_sum = adds_points(&node));
            }
        }
        self.nodes.push(node);
    }

    fn leaf(&mut self, plan: &PanelPlan<'_>, input: usize, columns: &Columns<'_>, rows: &[usize], options: &RobustOptions) {
        let cell = |row: &usize| if let Cell::Value(value) = columns.cell(input, *row) { value } else { f64::NAN };
        let Some((worst, best, assumed)) = goalposts(plan, input) else { return };
        let error = plan.inputs().get(input).and_then(|own| options.errors.iter().find(|(name, _)| own.is_called(name)));
        let errors = error.map(|(_, error)| rows.iter().map(|row| standard_error(error, *row, cell(row))).collect());
        let posts = Posts::between(worst, best, 1.0);
        self.figures.extend(rows.iter().map(cell));
        self.claims.extend(rows.iter().map(|row| columns.cell(input, *row) == Cell::NotApplicable));
        let gives_nothing = self.gives_nothing;
        self.shares.extend(rows.iter().map(|row| match columns.cell(input, *row) {
            Cell::Value(x) => posts.at(x),
            Cell::Missing if gives_nothing => 0.0,
            // What does not apply is left out whatever the policy.
            Cell::Missing | Cell::NotApplicable => f64::NAN,
        }));
        let (in_sum, no_logarithm) = (false, false);
        self.leaves.push(Leaf { input, worst, best, assumed, bounds: bounds(plan, input), errors, in_sum, no_logarithm });
    }

    /// The strands of a node.
    pub(super) fn strands_of(&self, node: &Node) -> &[Strand] {
        self.strands.get(node.strands.clone()).unwrap_or_default()
    }
}

/// What the better goalpost gives: the part of a child in its node.
fn full(gives: &Posts<f64>) -> f64 {
    gives.at(f64::MAX).most(gives.at(f64::MIN))
}

/// Worst, best, and whether the set marks them as its assumption.
fn goalposts(plan: &PanelPlan<'_>, input: usize) -> Option<(f64, f64, bool)> {
    let leaf = plan.plan().leaves.get(plan.inputs().get(input)?.leaf)?;
    let judgement = plan.set().criteria().get(leaf.criterion)?.judge.get(leaf.judgement)?;
    let Method::Goalposts { worst, best, basis, .. } = &judgement.method else { return None };
    Some((f64::of(*worst), f64::of(*best), *basis == Basis::Assumption))
}

/// The standard error of a figure; 0 where it is not doubted.
pub(super) fn standard_error(error: &FigureError, row: usize, figure: f64) -> f64 {
    let given = |errors: &[f64]| errors.get(row).copied().filter(|error| !error.is_nan()).unwrap_or(0.0);
    match error {
        FigureError::Standard(error) => *error,
        FigureError::Relative(percent) => figure.abs() * percent / 100.0,
        FigureError::Places(errors) => given(errors),
        FigureError::RelativePlaces(percents) => figure.abs() * given(percents) / 100.0,
        FigureError::Survey { people, whole } => {
            let share = (figure / whole).most(0.0).least(1.0);
            whole * libm::sqrt(share * (1.0 - share) / people)
        }
        FigureError::Counted => 0.0,
    }
}

/// Brings weights to this sum.
pub(super) fn bring_to(total: f64, weights: &mut [f64]) {
    let by = total / weights.iter().sum::<f64>();
    weights.iter_mut().for_each(|weight| *weight *= by);
}
