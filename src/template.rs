//! Templates of city data for a kind of place: what a set asks of it, ready to be filled in.

#[cfg(feature = "csv")]
mod form;
#[cfg(feature = "csv")]
pub(crate) mod table;
#[cfg(test)]
#[cfg(feature = "builtin")]
mod tests;

use crate::city::{CityData, CityFile, ObsStatus, Observation};
use crate::criteria::{CriteriaSet, Criterion, UnitKind};
use crate::finding::Origin;
use alloc::string::String;
use alloc::vec::Vec;

#[cfg(feature = "csv")]
pub use form::{Form, FormAttribute, FormGroup, FormRow};

/// Stands for what is not known yet: a code and a name may not be empty.
const UNKNOWN: &str = "?";

impl CriteriaSet {
    /// City data format 1 for one place of a kind, with every figure that the set asks of it marked as missing.
    ///
    /// It loads and assesses as it is. Whoever fills it in replaces the `?` of code and name and, for each figure, the
    /// status `O` by a `value`. For a kind that the set does not judge it asks nothing.
    ///
    /// ```
    /// use dothi::{CityFile, UnitKind};
    /// let set = dothi::builtin::load("dti-922").unwrap();
    /// let template = set.template_json(UnitKind::Province);
    /// let (file, _) = CityFile::from_json(template.as_bytes()).unwrap();
    /// assert_eq!(file.cities[0].observations.len(), 9);
    /// ```
    #[must_use]
    pub fn template_json(&self, kind: UnitKind) -> String {
        let observations = asked(self, kind).into_iter().flat_map(observations).collect();
        let city = CityData { observations, ..CityData::blank(kind, UNKNOWN) };
        CityFile::new(Vec::from([city])).to_json()
    }
}

/// The criteria that a set asks of a kind of place, whatever the scheme.
fn asked(set: &CriteriaSet, kind: UnitKind) -> Vec<&Criterion> {
    let Some(rule) = set.header().unit_kinds.iter().find(|rule| rule.kind == kind) else { return Vec::new() };
    let applies = |c: &&Criterion| c.applies_to.is_empty() || c.applies_to.contains(&rule.judged_as);
    // What only schemes for other kinds hold is not asked.
    let judged = |c: &&Criterion| {
        let mut holding = set.schemes().iter().filter(|scheme| scheme.tree.holds(&c.id)).peekable();
        holding.peek().is_none() || holding.any(|scheme| scheme.unit_kinds.is_empty() || scheme.unit_kinds.contains(&kind))
    };
    set.criteria().iter().filter(applies).filter(judged).collect()
}

fn observations(criterion: &Criterion) -> impl Iterator<Item = Observation> + '_ {
    let several = criterion.data_points.len() > 1;
    let inputs = criterion.data_points.iter().flat_map(|point| point.inputs.iter().map(move |input| (point, input)));
    inputs.map(move |(point, input)| Observation {
        criterion: criterion.id.clone(),
        data_point: several.then(|| point.id.clone()),
        role: input.role,
        value: None,
        unit: Some(input.unit.clone()),
        period: None,
        part: None,
        status: ObsStatus::O,
        quality: None,
        sampling: None,
        source: None,
        note: None,
        origin: Origin::default(),
    })
}
