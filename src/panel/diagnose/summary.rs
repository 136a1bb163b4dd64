//! One line for each indicator, group and pair.

use super::correlation::{Correlation, Ranked};
use super::groups::{alpha, parts};
use super::statistic::{Absence, Centred, Statistic};
use super::table::{ItemName, Table};
use super::weights;
use crate::panel::column::Cell;
use crate::panel::columns::Columns;
use alloc::vec::Vec;

/// Where figures lie.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Spread {
    /// Arithmetic mean.
    pub mean: f64,
    /// Standard deviation of a sample (n - 1).
    pub deviation: f64,
    /// The smallest.
    pub least: f64,
    /// The largest.
    pub most: f64,
}

/// An indicator.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IndicatorSummary {
    /// What it is called.
    pub name: ItemName,
    /// The group that holds it: an index into [`super::Diagnosis::groups`].
    pub group: usize,
    /// Units with a figure.
    pub present: usize,
    /// Units without a figure.
    pub missing: usize,
    /// Units in which it cannot exist.
    pub not_applicable: usize,
    /// Where the figures lie, or why that is not said.
    pub spread: Result<Spread, Absence>,
    /// With the value of the group that holds it.
    pub with_parent: Correlation,
    /// Its declared part of the whole.
    pub nominal: Option<f64>,
    /// Its part of the variance of the index: Cov(contribution, index) / Var(index). All indicators together have 1; below 0 it works against the index.
    pub effective: Statistic,
}

/// A group, or the whole.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GroupSummary {
    /// What it is called.
    pub name: ItemName,
    /// The group that holds it; none for the whole.
    pub group: Option<usize>,
    /// Indicators and groups that it holds directly.
    pub parts: usize,
    /// Units with a value.
    pub present: usize,
    /// Cronbach's alpha of its parts.
    pub alpha: Statistic,
    /// Where the values lie, 1 being full where columns follow the scheme.
    pub spread: Result<Spread, Absence>,
    /// With the value of the group that holds it; none for the whole.
    pub with_parent: Option<Correlation>,
    /// Its declared part of the whole.
    pub nominal: Option<f64>,
    /// The effective weights of its indicators together.
    pub effective: Statistic,
}

/// Two indicators, or two groups of one group.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PairSummary {
    /// Two groups, else two indicators.
    pub of_groups: bool,
    /// Indices into [`super::Diagnosis::indicators`] or [`super::Diagnosis::groups`].
    pub items: [usize; 2],
    /// Both are held by the same group.
    pub within: bool,
    /// How they go together.
    pub correlation: Correlation,
}

fn spread(values: &[f64]) -> Result<Spread, Absence> {
    let known: Vec<f64> = values.iter().copied().filter(|x| x.is_finite()).collect();
    let own = Centred::of(&known)?;
    Ok(Spread { mean: own.mean, deviation: own.deviation(), least: own.least, most: own.most })
}

pub(super) fn indicators(
    table: &Table,
    columns: &Columns<'_>,
    (ranked, nodes): (&[Ranked], &[Ranked]),
    (nominal, effective): (&[Option<f64>], &[Statistic]),
) -> Vec<IndicatorSummary> {
    let each = table.indicators.iter().zip(ranked).zip(nominal.iter().zip(effective));
    let one = |((own, ranked), (nominal, effective)): ((&super::table::Indicator, &Ranked), (&Option<f64>, &Statistic))| {
        let group = table.nodes.iter().position(|node| node.node == own.parent)?;
        let not_applicable = table.rows.iter().filter(|row| columns.cell(own.input, **row) == Cell::NotApplicable).count();
        Some(IndicatorSummary {
            name: own.name.clone(),
            group,
            present: ranked.count(),
            missing: table.rows.len() - ranked.count() - not_applicable,
            not_applicable,
            spread: spread(ranked.values()),
            with_parent: with_parent(ranked, nodes.get(group)?),
            nominal: *nominal,
            effective: *effective,
        })
    };
    each.filter_map(one).collect()
}

/// A parent without any value is a reason of its own.
fn with_parent(own: &Ranked, parent: &Ranked) -> Correlation {
    if own.count() > 0 && parent.count() == 0 {
        let absent = Statistic::absent(0, Absence::NoValue);
        return Correlation { pearson: absent, spearman: absent };
    }
    own.with(parent)
}

pub(super) fn groups(table: &Table, nodes: &[Ranked], effective: &[Statistic], one_scale: bool) -> Vec<GroupSummary> {
    let each = table.nodes.iter().zip(nodes);
    let one = |(own, ranked): (&super::table::NodeItem, &Ranked)| {
        let group = own.parent.and_then(|parent| table.nodes.iter().position(|node| node.node == parent));
        let parts = parts(table, own.node);
        GroupSummary {
            name: own.name.clone(),
            group,
            parts: parts.len(),
            present: ranked.count(),
            alpha: if one_scale || parts.len() < 2 { alpha(&parts) } else { Statistic::absent(0, Absence::OtherUnits) },
            spread: if ranked.count() == 0 { Err(Absence::NoValue) } else { spread(ranked.values()) },
            with_parent: group.and_then(|at| nodes.get(at)).map(|parent| with_parent(ranked, parent)),
            nominal: weights::nominal_of_node(table, own.node),
            effective: together(table, own.node, effective),
        }
    };
    each.map(one).collect()
}

/// The effective weights of the indicators in a node, however deep.
fn together(table: &Table, node: usize, effective: &[Statistic]) -> Statistic {
    let own = table.indicators.iter().zip(effective).filter(|(indicator, _)| table.within(indicator.parent, node));
    let mut out = Statistic::absent(0, Absence::TooFewParts);
    let mut sum = 0.0;
    for (_, effective) in own {
        match effective.value() {
            Some(x) => sum += x,
            None => return *effective,
        }
        out = Statistic::new(effective.places, Ok(sum));
    }
    out
}

pub(super) fn pairs(table: &Table, ranked: &[Ranked], nodes: &[Ranked]) -> Vec<PairSummary> {
    let mut out = Vec::new();
    for (at, (own, x)) in table.indicators.iter().zip(ranked).enumerate() {
        for (other, (their, y)) in table.indicators.iter().zip(ranked).enumerate().skip(at + 1) {
            let within = own.parent == their.parent;
            out.push(PairSummary { of_groups: false, items: [at, other], within, correlation: x.with(y) });
        }
    }
    for (at, (own, x)) in table.nodes.iter().zip(nodes).enumerate() {
        for (other, (their, y)) in table.nodes.iter().zip(nodes).enumerate().skip(at + 1) {
            if own.parent.is_some() && own.parent == their.parent {
                out.push(PairSummary { of_groups: true, items: [at, other], within: true, correlation: x.with(y) });
            }
        }
    }
    out
}
