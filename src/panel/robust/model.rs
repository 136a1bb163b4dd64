//! The figures of a panel as shares under the tree of its program, ready to be put together again and again.

use super::draw::Gamma;
use super::exact::{Bounds, bounds};
use super::options::{FigureError, RobustOptions, WeightDoubt};
use crate::criteria::{Basis, Method, MissingPolicy, ScoreOf};
use crate::number::Number;
use crate::panel::column::Cell;
use crate::panel::columns::Columns;
use crate::panel::plan::PanelPlan;
use crate::panel::program::{From, Op, Program};
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
    /// Weights by strand, adding up to 1 in each node.
    pub(super) weights: Vec<f64>,
    /// Leaf after leaf; NaN where there is no figure.
    pub(super) figures: Vec<f64>,
    pub(super) shares: Vec<f64>,
    /// What a full share of the whole is worth in the score.
    pub(super) scale: f64,
    /// Of a figure that is not there.
    pub(super) absent_gives_nothing: bool,
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
    /// Every child has a value for every unit.
    pub(super) complete: bool,
    /// Units with too little under it, ascending.
    pub(super) dead: Vec<usize>,
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
            absent_gives_nothing: matches!(program.policy, MissingPolicy::NotMet | MissingPolicy::Zero),
        };
        for op in &program.ops {
            out.take(plan, op, columns, rows, options);
        }
        out.availability(program);
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
        bring_to_one(weights);
        if let Some(WeightDoubt::Dirichlet { concentration }) = options.weights
            && weights.len() > 1
        {
            for (strand, weight) in self.strands.get_mut(strands.clone()).unwrap_or_default().iter_mut().zip(weights) {
                strand.gamma = Some(Gamma::new(concentration * *weight));
            }
        }
        self.nodes.push(Node { node: op.node, strands, complete: true, dead: Vec::new() });
    }

    fn leaf(&mut self, plan: &PanelPlan<'_>, input: usize, columns: &Columns<'_>, rows: &[usize], options: &RobustOptions) {
        let cell = |row: &usize| if let Cell::Value(value) = columns.cell(input, *row) { value } else { f64::NAN };
        let figures = rows.iter().map(cell);
        let Some((worst, best, assumed)) = goalposts(plan, input) else { return };
        let error = plan.inputs().get(input).and_then(|own| options.errors.iter().find(|(name, _)| own.is_called(name)));
        let errors = error.map(|(_, error)| rows.iter().map(|row| standard_error(error, *row, cell(row))).collect());
        let posts = Posts::between(worst, best, 1.0);
        self.figures.extend(figures);
        let from = self.figures.len() - rows.len();
        let absent = if self.absent_gives_nothing { 0.0 } else { f64::NAN };
        let share = |x: &f64| if x.is_nan() { absent } else { posts.at(*x) };
        self.shares.extend(self.figures.get(from..).unwrap_or_default().iter().map(share));
        self.leaves.push(Leaf { input, worst, best, assumed, bounds: bounds(plan, input), errors });
    }

    /// Which units have a value at which node. That is decided by the weights of the edition, whatever weights are drawn later: how
    /// much has to be there is a rule about data.
    fn availability(&mut self, program: &Program) {
        let units = self.units;
        let mut absent: Vec<Vec<bool>> = Vec::with_capacity(self.nodes.len());
        for (at, op) in program.ops.iter().enumerate() {
            let Some(node) = self.nodes.get(at) else { continue };
            let strands = self.strands.get(node.strands.clone()).unwrap_or_default();
            let mut present = vec![0.0; units];
            let mut complete = true;
            for (strand, of) in strands.iter().zip(&op.strands) {
                let gone = |unit: usize| match strand.from {
                    Source::Leaf(leaf) => self.shares.get(leaf * units + unit).is_none_or(|share| share.is_nan()),
                    Source::Node(node) => absent.get(node).and_then(|own| own.get(unit)).copied().unwrap_or(true),
                };
                for (unit, present) in present.iter_mut().enumerate() {
                    if gone(unit) {
                        complete = false;
                    } else {
                        *present += of.weight;
                    }
                }
            }
            let own: Vec<bool> = present.iter().map(|present| *present < op.least).collect();
            let dead = own.iter().enumerate().filter(|(_, dead)| **dead).map(|(unit, _)| unit).collect();
            absent.push(own);
            if let Some(node) = self.nodes.get_mut(at) {
                (node.complete, node.dead) = (complete, dead);
            }
        }
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

/// Divides by the sum.
pub(super) fn bring_to_one(weights: &mut [f64]) {
    let sum: f64 = weights.iter().sum();
    weights.iter_mut().for_each(|weight| *weight /= sum);
}
