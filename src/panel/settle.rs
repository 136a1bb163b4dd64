//! The exact path for single rows: a row is made a city, and the method's steps judge it. Whatever columns say, this decides.

use super::column::Cell;
use super::columns::{Columns, meant, observation};
use super::plan::PanelPlan;
use super::scores::PanelLevel;
use crate::assessment::AssessOptions;
use crate::city::{CityData, NotApplicable};
use crate::criteria::CriteriaSet;
use crate::finding::{Findings, Origin, Place};
use crate::number::{Dec, Exact, Number, shortest};
use crate::steps::level::{Rules, levels};
use crate::steps::{Eye, Standing, aggregate, stand};
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

/// A place judged exactly.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Settled {
    /// By node of the plan.
    pub(super) values: Vec<Option<Dec>>,
    pub(super) score: Option<Dec>,
    pub(super) level: PanelLevel,
}

/// The city of a row.
pub(super) fn city(plan: &PanelPlan<'_>, columns: &Columns<'_>, row: usize) -> CityData {
    if let Some(own) = columns.cities.as_ref().and_then(|cities| cities.get(row)) {
        return own.clone();
    }
    let mut city = CityData::blank(plan.kind(), &(row + 1).to_string());
    city.origin = Origin::from(Place::Pointer(format!("/{row}")));
    for (at, input) in plan.inputs().iter().enumerate() {
        let place = || Place::Pointer(format!("/{}/{row}", input.key));
        match columns.cell(at, row) {
            Cell::Value(value) => {
                let Some(exact) = shortest(value) else { continue };
                let mut figure = observation(input, meant(input.kind, exact), place());
                figure.sampling = columns.sampling;
                city.observations.push(figure);
            }
            Cell::NotApplicable if city.not_applicable.last().is_none_or(|claim| claim.criterion != input.criterion) => {
                let (criterion, reason) = (input.criterion.clone(), "—".to_string());
                city.not_applicable.push(NotApplicable { criterion, reason, origin: Origin::from(place()) });
            }
            Cell::NotApplicable | Cell::Missing => {}
        }
    }
    city
}

/// Judges a place exactly, by the documents that an eye counts.
pub(super) fn settle(plan: &PanelPlan<'_>, city: &CityData, eye: Eye) -> Result<Settled, Findings> {
    settle_by((plan.set(), plan.options(), None), city, eye)
}

/// The same by a set and by values of its parameters.
pub(super) fn settle_by(
    (set, options, parameters): (&CriteriaSet, &AssessOptions, Option<&[Dec]>),
    city: &CityData,
    eye: Eye,
) -> Result<Settled, Findings> {
    let prepared = set.prepare(city, options)?;
    let (scheme, own) = (prepared.scheme, prepared.plan);
    let standings = stand((set, scheme, own), &prepared.bound, &prepared.scores, eye);
    let parameters = parameters.unwrap_or(&prepared.parameters);
    let rules = Rules { set, scheme, plan: own, unit: &city.unit, parameters, reading: None };
    let refused = prepared.bound.out_of_scope || crate::assessment::gates(&rules, &prepared.bound, &standings.low).iter().any(|g| !g.holds);
    let level = if scheme.levels.is_empty() {
        PanelLevel::None
    } else if refused {
        PanelLevel::Refused
    } else {
        PanelLevel::between(levels(&rules, &standings.low).1, standings.high.as_ref().map(|high| levels(&rules, high).1))
    };
    let of = |standing: &Standing<Exact>| {
        let score = aggregate::score(own, scheme, &standing.nodes).and_then(|(_, score)| score.dec());
        let values: Vec<Option<Dec>> = standing.nodes.iter().map(|node| node.value().and_then(Number::dec)).collect();
        (score.filter(|_| !prepared.bound.out_of_scope), values)
    };
    let ((score, values), high) = (of(&standings.low), standings.high.as_ref().map(of));
    let Some((high_score, high_values)) = high else { return Ok(Settled { values, score, level }) };
    // What the source leaves open has no one value.
    let same = |(low, high): (Option<Dec>, Option<Dec>)| low.filter(|_| low == high);
    let values = values.into_iter().zip(high_values).map(same).collect();
    Ok(Settled { values, score: same((score, high_score)), level })
}
