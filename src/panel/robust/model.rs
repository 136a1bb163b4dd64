//! The figures of a panel as shares under the tree of its program, ready to be put together again and again.

use super::draw::Gamma;
use super::exact::{Bounds, bounds};
use super::options::{FigureError, Mean, RobustOptions, WeightDoubt};
use crate::criteria::{Basis, Method, MissingPolicy, ScoreOf};
use crate::number::Number;
use crate::panel::column::Cell;
use crate::panel::columns::Columns;
use crate::panel::plan::PanelPlan;
use crate::panel::program::{self, From, Op, Program};
use crate::steps::aggregate::power_mean::Curve;
use crate::steps::judge::goalposts::Posts;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

/// Columns of shares and a tree over them.
pub(super) struct Model {
    pub(super) units: usize,
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
}

/// An inner node.
pub(super) struct Node {
    /// Index into the nodes of the plan.
    pub(super) node: usize,
    pub(super) strands: Range<usize>,
    pub(super) join: Join,
    /// Σ weight: 1, unless the edition gives a sum other points than those of its children.
    pub(super) total: f64,
    /// Every child has a value for every unit.
    pub(super) complete: bool,
    /// Units with too little under it, ascending.
    pub(super) dead: Vec<usize>,
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
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Leaf(usize),
    Node(usize),
}

impl Model {
    /// `rows`: the places taken, each with a score.
    pub(super) fn new(plan: &PanelPlan<'_>, program: &Program, columns: &Columns<'_>, rows: &[usize], options: &RobustOptions) -> Self {
        let mut out = Self {
            units: rows.len(),
            leaves: Vec::new(),
            nodes: Vec::new(),
            strands: Vec::new(),
            weights: Vec::new(),
            figures: Vec::new(),
            shares: Vec::new(),
            scale: if program.score == ScoreOf::Share { 1.0 } else { program.full.first().copied().unwrap_or(1.0) },
        };
        for op in &program.ops {
            out.take(plan, op, columns, rows, options);
        }
        out.availability(plan, program, columns, rows);
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
            self.strands.push(Strand { from, gamma: None });
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
        self.nodes.push(Node { node: op.node, strands, join, total, complete: true, dead: Vec::new() });
    }

    fn leaf(&mut self, plan: &PanelPlan<'_>, input: usize, columns: &Columns<'_>, rows: &[usize], options: &RobustOptions) {
        let cell = |row: &usize| if let Cell::Value(value) = columns.cell(input, *row) { value } else { f64::NAN };
        let Some((worst, best, assumed)) = goalposts(plan, input) else { return };
        let error = plan.inputs().get(input).and_then(|own| options.errors.iter().find(|(name, _)| own.is_called(name)));
        let errors = error.map(|(_, error)| rows.iter().map(|row| standard_error(error, *row, cell(row))).collect());
        let posts = Posts::between(worst, best, 1.0);
        self.figures.extend(rows.iter().map(cell));
        let gives_nothing = matches!(plan.scheme().missing.policy, MissingPolicy::NotMet | MissingPolicy::Zero);
        self.shares.extend(rows.iter().map(|row| match columns.cell(input, *row) {
            Cell::Value(x) => posts.at(x),
            Cell::Missing if gives_nothing => 0.0,
            // What does not apply is left out whatever the policy.
            Cell::Missing | Cell::NotApplicable => f64::NAN,
        }));
        self.leaves.push(Leaf { input, worst, best, assumed, bounds: bounds(plan, input), errors });
    }

    /// Which units have a value at which node. That is decided by the weights of the edition, whatever weights are drawn later: how
    /// much has to be there is a rule about data.
    fn availability(&mut self, plan: &PanelPlan<'_>, program: &Program, columns: &Columns<'_>, rows: &[usize]) {
        let least = plan.scheme().missing.minimum_share.map_or(0.0, f64::of);
        let mut states: Vec<Vec<State>> = Vec::with_capacity(self.nodes.len());
        for (at, op) in program.ops.iter().enumerate() {
            let Some(node) = self.nodes.get(at) else { continue };
            let strands = self.strands.get(node.strands.clone()).unwrap_or_default();
            let (mut present, mut all) = (vec![0.0; self.units], vec![0.0; self.units]);
            for (strand, of) in strands.iter().zip(&op.strands) {
                for (unit, row) in rows.iter().enumerate() {
                    let state = match strand.from {
                        Source::Leaf(leaf) => self.leaf_state(leaf, unit, *row, columns),
                        Source::Node(node) => states.get(node).and_then(|own| own.get(unit)).copied().unwrap_or(State::NoPart),
                    };
                    let add = |sums: &mut [f64]| sums.get_mut(unit).into_iter().for_each(|sum| *sum += of.weight);
                    if state != State::NoPart {
                        add(&mut all);
                    }
                    if state == State::There {
                        add(&mut present);
                    }
                }
            }
            let state = |(present, all): (&f64, &f64)| match (*present > 0.0, *all > 0.0) {
                (_, false) => State::NoPart,
                // Weights are whole numbers here, so that only the product is rounded.
                (true, true) if *present >= least * all * (1.0 - 1e-12) => State::There,
                _ => State::Left,
            };
            let own: Vec<State> = present.iter().zip(&all).map(state).collect();
            let full: f64 = op.strands.iter().map(|strand| strand.weight).sum();
            let complete = present.iter().all(|present| *present >= full);
            let dead = own.iter().enumerate().filter(|(_, state)| **state != State::There).map(|(unit, _)| unit).collect();
            states.push(own);
            if let Some(node) = self.nodes.get_mut(at) {
                (node.complete, node.dead) = (complete, dead);
            }
        }
    }

    fn leaf_state(&self, leaf: usize, unit: usize, row: usize, columns: &Columns<'_>) -> State {
        if self.shares.get(leaf * self.units + unit).is_some_and(|share| !share.is_nan()) {
            return State::There;
        }
        let claimed = self.leaves.get(leaf).is_some_and(|leaf| columns.cell(leaf.input, row) == Cell::NotApplicable);
        if claimed { State::NoPart } else { State::Left }
    }

    /// The strands of a node.
    pub(super) fn strands_of(&self, node: &Node) -> &[Strand] {
        self.strands.get(node.strands.clone()).unwrap_or_default()
    }
}

/// What a child is to a node, for a unit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    There,
    /// Missing and left out; its weight counts as one that should be there.
    Left,
    /// Does not apply; its weight does not count.
    NoPart,
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
