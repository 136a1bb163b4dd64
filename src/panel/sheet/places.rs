//! Places over periods as a table: a column for each figure, each place's own data kept for what columns cannot say of it.

use super::{PanelPlace, PanelSheet};
use crate::city::{CityData, ObsValue, Observation, Quality};
use crate::finding::{Code, Finding, Findings};
use crate::number::{Dec, Number, shortest};
use crate::panel::column::Column;
use crate::panel::mask::Mask;
use crate::panel::places::{PanelSnapshot, PlacePanel};
use crate::panel::plan::PanelPlan;
use crate::steps::bind::{Applies, Bound};
use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// What a place has of an input.
enum Own<'c> {
    Figure(f64, &'c Observation),
    Missing,
    NotApplicable,
}

impl PanelSheet {
    /// A table of places over periods, as a plan takes their figures: a row for each place and period. Documents and attributes stay with
    /// the place wherever it is judged by itself, and so do figures that are no column's: those of several parts of a place, and older
    /// ones.
    ///
    /// # Errors
    /// Every finding at once: those of [`CriteriaSet::assess`](crate::CriteriaSet::assess), more digits than `f64` keeps
    /// (`panel.too_many_digits`), and, where columns are scored as such, a criterion with figures of several parts of the place
    /// (`panel.several_parts`).
    pub fn from_places(panel: &PlacePanel, plan: &PanelPlan<'_>) -> Result<Self, Findings> {
        let mut findings = Findings::default();
        let inputs = plan.inputs().len();
        let (mut cells, mut claims, mut qualities) = (Vec::new(), Vec::new(), Vec::new());
        cells.resize_with(inputs, Vec::new);
        claims.resize_with(inputs, Vec::new);
        qualities.resize_with(inputs, Vec::new);
        let (mut places, mut cities) = (Vec::new(), Vec::new());
        for (row, snapshot) in panel.snapshots().iter().enumerate() {
            let bound = match plan.set().prepare(&snapshot.city, plan.options()) {
                Ok(prepared) => prepared.bound,
                Err(found) => {
                    // Older figures stand in several periods; what is wrong with one is said once.
                    let new: Vec<Finding> = found.iter().filter(|own| !findings.iter().any(|known| known == *own)).cloned().collect();
                    findings.extend(new);
                    continue;
                }
            };
            let mut chosen = Vec::new();
            for at in 0..inputs {
                let own = own(plan, &bound, at).unwrap_or_else(|finding| {
                    findings.push(finding.with("code", &snapshot.city.unit.code));
                    Own::Missing
                });
                let (value, quality) = match own {
                    Own::Figure(value, obs) => {
                        chosen.push((at, obs));
                        (value, obs.quality)
                    }
                    Own::Missing => (f64::NAN, None),
                    Own::NotApplicable => {
                        claims.get_mut(at).into_iter().for_each(|rows: &mut Vec<usize>| rows.push(row));
                        (f64::NAN, None)
                    }
                };
                cells.get_mut(at).into_iter().for_each(|cells: &mut Vec<f64>| cells.push(value));
                qualities.get_mut(at).into_iter().for_each(|all: &mut Vec<Option<Quality>>| all.push(quality));
            }
            cities.push(named(plan, snapshot, &chosen));
            places.push(place(snapshot));
        }
        if findings.has_errors() {
            return Err(findings);
        }
        let units = places.len();
        let keys = || plan.inputs().iter().map(|input| input.key.clone());
        let columns = cells.into_iter().zip(claims);
        let columns = columns.map(|(values, claims)| Column::from(values).with_not_applicable(Mask::of_rows(units, claims)));
        Ok(Self {
            kind: panel.kind(),
            places,
            columns: keys().zip(columns).collect(),
            texts: Vec::new(),
            lines: Vec::new(),
            cities: Some(Arc::new(cities)),
            qualities: keys().zip(qualities).collect(),
        })
    }
}

fn place(snapshot: &PanelSnapshot) -> PanelPlace {
    let unit = &snapshot.city.unit;
    PanelPlace { code: unit.code.clone(), name: unit.name.clone(), period: snapshot.period, region: unit.region.clone() }
}

fn own<'c>(plan: &PanelPlan<'_>, bound: &Bound<'c>, at: usize) -> Result<Own<'c>, Finding> {
    let Some((input, leaf)) = plan.inputs().get(at).and_then(|input| Some((input, bound.leaves.get(input.leaf)?))) else {
        return Ok(Own::Missing);
    };
    if matches!(leaf.applies, Applies::Claimed(_)) {
        return Ok(Own::NotApplicable);
    }
    let parts = leaf.point(input.at.0).map(|point| &*point.parts).unwrap_or_default();
    let [part] = parts else {
        let first = parts.iter().flat_map(|part| part.by_role).flatten().next();
        return match first.filter(|_| plan.obstacle().is_none()) {
            Some(first) => Err(Finding::new(Code::PanelSeveralParts, first.origin.place()).with("id", &input.criterion)),
            None => Ok(Own::Missing),
        };
    };
    let Some((obs, value)) = part.get(input.role).and_then(|obs| Some((obs, obs.value?))) else { return Ok(Own::Missing) };
    let exact = match value {
        ObsValue::Boolean(yes) => return Ok(Own::Figure(f64::from(u8::from(yes)), obs)),
        ObsValue::Number(exact) => exact,
    };
    let value = f64::of(exact);
    if shortest(value).map(Dec::value) == Some(exact.value()) {
        return Ok(Own::Figure(value, obs));
    }
    Err(Finding::new(Code::PanelTooManyDigits, obs.origin.place()).with("value", exact.to_string()))
}

/// The data of a place with the figures of the columns first, each under the names of its input.
fn named(plan: &PanelPlan<'_>, snapshot: &PanelSnapshot, chosen: &[(usize, &Observation)]) -> CityData {
    let is_chosen = |obs: &Observation| chosen.iter().any(|(_, own)| core::ptr::eq(*own, obs));
    let own = chosen.iter().filter_map(|(at, obs)| {
        let input = plan.inputs().get(*at)?;
        let data_point = Some(input.data_point.clone());
        Some(Observation { criterion: input.criterion.clone(), data_point, ..(*obs).clone() })
    });
    let others = snapshot.city.observations.iter().filter(|obs| !is_chosen(obs)).cloned();
    let observations = own.chain(others).collect();
    CityData { observations, ..snapshot.city.clone() }
}
