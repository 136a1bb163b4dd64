//! What is diagnosed: the indicators and the groups of a scheme with their values in some of the rows.

use super::treated::Treated;
use crate::criteria::{Direction, ScoreOf};
use crate::panel::column::Cell;
use crate::panel::columns::Columns;
use crate::panel::plan::PanelPlan;
use crate::panel::program::{From, Program, Strand};
use crate::panel::scores::Scores;
use crate::plan::ChildRef;
use crate::text::Text;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What an item of a diagnosis is called.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ItemName {
    /// The key of the column, the id of the group, or the id of the scheme for the whole.
    pub id: String,
    /// The title of the criterion, the group or the scheme.
    pub title: Text,
}

/// An indicator: a column as the index sees it.
pub(super) struct Indicator {
    pub(super) name: ItemName,
    /// Index of the input.
    pub(super) input: usize,
    /// The node that holds it.
    pub(super) parent: usize,
    /// What a full share of it is worth in its parent, as a part of all of it; none where the parent is no weighted sum.
    pub(super) part: Option<f64>,
    /// By chosen row; NaN where there is none. More is better.
    pub(super) values: Vec<f64>,
}

/// A node of the tree.
pub(super) struct NodeItem {
    pub(super) name: ItemName,
    /// Its number in the plan.
    pub(super) node: usize,
    pub(super) parent: Option<usize>,
    /// As [`Indicator::part`].
    pub(super) part: Option<f64>,
    /// By chosen row, 1 being full where columns follow the scheme; NaN where there is none.
    pub(super) values: Vec<f64>,
}

pub(super) struct Table {
    pub(super) rows: Vec<usize>,
    pub(super) indicators: Vec<Indicator>,
    /// The root first.
    pub(super) nodes: Vec<NodeItem>,
    /// Columns that are no indicator by themselves, since a value is made of several.
    pub(super) left_out: Vec<String>,
}

impl Table {
    /// `treated`: shares by input and row of the whole table, where figures are treated.
    pub(super) fn of(plan: &PanelPlan<'_>, columns: &Columns<'_>, scores: &Scores, rows: Vec<usize>, treated: Option<&Treated>) -> Self {
        let parents = parents(plan);
        let name_of = |node: usize| {
            let groups = &plan.set().header().groups;
            let own = plan.plan().groups.get(node).and_then(|own| groups.get(own.group?));
            match own {
                Some(group) => ItemName { id: group.id.clone(), title: group.title.clone() },
                None => ItemName { id: plan.scheme().id.clone(), title: plan.scheme().title.clone() },
            }
        };
        let parts = plan.program().map(parts).unwrap_or_default();
        let full_of = |node: usize| match plan.program() {
            // Deviations are on no scale.
            _ if treated.is_some_and(|own| own.unbounded) => 1.0,
            Some(program) if node > 0 || program.score == ScoreOf::Value => program.full.get(node).copied().unwrap_or(f64::NAN),
            _ => 1.0,
        };
        let at = |node: usize, figures: &[f64]| {
            let full = full_of(node);
            rows.iter().map(|row| figures.get(*row).map_or(f64::NAN, |x| x / full)).collect::<Vec<_>>()
        };
        let node = |node: usize| NodeItem {
            name: name_of(node),
            node,
            parent: parents.get(node).copied().flatten(),
            part: parts.nodes.get(&node).copied(),
            values: at(node, if node == 0 { scores.score() } else { scores.node(node) }),
        };
        let nodes = (0..plan.plan().groups.len()).map(node).collect();
        let (indicators, left_out) = match plan.program() {
            Some(program) => (followed(plan, program, &share_of(columns, treated), &rows, &parts), Vec::new()),
            None => figures(plan, columns, &rows),
        };
        Self { rows, indicators, nodes, left_out }
    }

    /// Indicators that a node holds directly.
    pub(super) fn held_by(&self, node: usize) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |indicator| indicator.parent == node)
    }

    /// Nodes that a node holds directly.
    pub(super) fn below(&self, node: usize) -> impl Iterator<Item = &NodeItem> {
        self.nodes.iter().filter(move |own| own.parent == Some(node))
    }

    /// Whether a node lies in another, or is it.
    pub(super) fn within(&self, node: usize, other: usize) -> bool {
        let mut at = Some(node);
        while let Some(own) = at {
            if own == other {
                return true;
            }
            at = self.nodes.iter().find(|item| item.node == own).and_then(|item| item.parent);
        }
        false
    }
}

/// By node: the node that holds it.
fn parents(plan: &PanelPlan<'_>) -> Vec<Option<usize>> {
    let mut out = alloc::vec![None; plan.plan().groups.len()];
    for (at, group) in plan.plan().groups.iter().enumerate() {
        for child in &group.children {
            if let ChildRef::Group(child) = child
                && let Some(slot) = out.get_mut(*child)
            {
                *slot = Some(at);
            }
        }
    }
    out
}

/// What full shares are worth in their parents, as parts of all of it.
#[derive(Default)]
struct Parts {
    inputs: BTreeMap<usize, f64>,
    nodes: BTreeMap<usize, f64>,
}

fn parts(program: &Program) -> Parts {
    let mut out = Parts::default();
    for op in &program.ops {
        let full: Vec<f64> = op.strands.iter().map(|strand| full(&strand.gives)).collect();
        let all: f64 = full.iter().sum();
        for (strand, own) in op.strands.iter().zip(full) {
            match strand.from {
                From::Input(at) => out.inputs.insert(at, own / all),
                From::Node(at) => out.nodes.insert(at, own / all),
            };
        }
    }
    out
}

/// What the better goalpost gives.
pub(in crate::panel) fn full(posts: &crate::steps::judge::goalposts::Posts<f64>) -> f64 {
    posts.at(f64::INFINITY).max(posts.at(f64::NEG_INFINITY))
}

/// What gives the share of an input in a row, by its strand.
type ShareOf<'t> = dyn Fn(usize, usize, &Strand) -> f64 + 't;

/// Shares as they are treated, or between goalposts.
fn share_of<'t>(columns: &'t Columns<'_>, treated: Option<&'t Treated>) -> Box<ShareOf<'t>> {
    match treated {
        Some(treated) => Box::new(|input, row, _| {
            let own = treated.shares.iter().find(|(own, _)| *own == input).and_then(|(_, own)| own.get(row));
            own.copied().unwrap_or(f64::NAN)
        }),
        None => Box::new(|input, row, strand| match columns.cell(input, row) {
            Cell::Value(x) => strand.gives.at(x) / full(&strand.gives),
            Cell::Missing | Cell::NotApplicable => f64::NAN,
        }),
    }
}

/// The indicators of a scheme that columns follow.
fn followed(plan: &PanelPlan<'_>, program: &Program, share: &ShareOf<'_>, rows: &[usize], parts: &Parts) -> Vec<Indicator> {
    let mut out = Vec::new();
    for op in &program.ops {
        for strand in &op.strands {
            let From::Input(input) = strand.from else { continue };
            out.push(Indicator {
                name: name(plan, input),
                input,
                parent: op.node,
                part: parts.inputs.get(&input).copied(),
                values: rows.iter().map(|row| share(input, *row, strand)).collect(),
            });
        }
    }
    out.sort_by_key(|indicator| indicator.input);
    out
}

/// The figures themselves, turned so that more is better, where columns cannot follow the scheme.
fn figures(plan: &PanelPlan<'_>, columns: &Columns<'_>, rows: &[usize]) -> (Vec<Indicator>, Vec<String>) {
    let mut holders = BTreeMap::new();
    for (at, group) in plan.plan().groups.iter().enumerate() {
        for child in &group.children {
            if let ChildRef::Leaf(leaf) = child {
                holders.insert(*leaf, at);
            }
        }
    }
    let (mut out, mut left_out) = (Vec::new(), Vec::new());
    for (at, input) in plan.inputs().iter().enumerate() {
        let alone = plan.inputs().iter().filter(|own| own.leaf == input.leaf).count() == 1;
        let direction = plan.plan().leaves.get(input.leaf).map_or(Direction::None, |leaf| leaf.direction);
        let Some(parent) = holders.get(&input.leaf).copied().filter(|_| alone) else {
            left_out.push(input.key.clone());
            continue;
        };
        let figure = |row: &usize| match columns.cell(at, *row) {
            Cell::Value(x) if direction == Direction::Less => -x,
            Cell::Value(x) => x,
            Cell::Missing | Cell::NotApplicable => f64::NAN,
        };
        out.push(Indicator { name: name(plan, at), input: at, parent, part: None, values: rows.iter().map(figure).collect() });
    }
    (out, left_out)
}

fn name(plan: &PanelPlan<'_>, input: usize) -> ItemName {
    let own = plan.inputs().get(input);
    let id = own.map_or_else(|| input.to_string(), |own| own.key.clone());
    let title = own.and_then(|own| plan.set().criterion(&own.criterion)).map_or_else(|| Text::new(&id, &id), |c| c.title.clone());
    ItemName { id, title }
}
