//! Assessments: one result, many views.

mod assess;
mod conditions;
mod criteria;
mod deciding;
mod explain;
mod fragile;
mod groups;
mod honesty;
mod json;
mod options;
mod outcome;
mod prose;
mod rank;
mod result;
mod rows;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod sensitivity;
mod summary;

use crate::city::CityData;
use crate::criteria::{CriteriaSet, Scheme};
use crate::date::Date;
use crate::finding::Findings;
use crate::number::Dec;
use crate::plan::Plan;
use crate::steps::level::Rules;
use alloc::vec::Vec;

pub use honesty::Mark;
pub use options::AssessOptions;
pub use outcome::Outcome;
pub use rank::ranks;
pub use result::{
    Asked, ChildResult, ConditionResult, CriterionResult, Deciding, Documents, GroupResult, LevelAnswer, LevelOutcome, LevelRange,
    LevelResult, LevelTally, NodePossibility, ParameterUsed, PartResult, Possibility, PublishedResult, Refusal, ScoreRange, ScoreResult,
    SurveyResult, ValueChange, View,
};
pub use rows::{ROW_COLUMNS, Row};
pub use sensitivity::{SharePoint, ShareSensitivity};
pub use summary::Summary;

/// The result of judging one place by one scheme of a set.
///
/// Self-assessed and verified results stand side by side; neither replaces the other.
pub struct Assessment<'a> {
    set: &'a CriteriaSet,
    scheme: &'a Scheme,
    plan: &'a Plan,
    city: &'a CityData,
    as_of: Date,
    parameters: Vec<Dec>,
    findings: Findings,
    self_assessed: View<'a>,
    verified: Option<View<'a>>,
}

impl<'a> Assessment<'a> {
    /// The criteria set.
    #[must_use]
    pub fn set(&self) -> &'a CriteriaSet {
        self.set
    }

    /// The scheme.
    #[must_use]
    pub fn scheme(&self) -> &'a Scheme {
        self.scheme
    }

    /// The city data.
    #[must_use]
    pub fn city(&self) -> &'a CityData {
        self.city
    }

    /// The assessment date.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// Warnings and notes; errors would have prevented the assessment.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// As the city claims: reviews are ignored.
    #[must_use]
    pub fn self_assessed(&self) -> &View<'a> {
        &self.self_assessed
    }

    /// As reviewed: only accepted documents count. None when no document was reviewed.
    #[must_use]
    pub fn verified(&self) -> Option<&View<'a>> {
        self.verified.as_ref()
    }

    /// Parameters as used.
    #[must_use]
    pub fn parameters(&self) -> Vec<ParameterUsed> {
        let all = self.set.header().parameters.iter().zip(&self.parameters);
        all.map(|(p, value)| ParameterUsed { id: p.id.clone(), level: p.level, default: p.value, value: *value }).collect()
    }

    /// True when a parameter was overridden.
    #[must_use]
    pub fn is_non_default(&self) -> bool {
        self.set.header().parameters.iter().zip(&self.parameters).any(|(p, value)| p.value != *value)
    }

    pub(crate) fn rules(&self) -> Rules<'a, '_> {
        Rules { set: self.set, scheme: self.scheme, plan: self.plan, unit: &self.city.unit, parameters: &self.parameters, reading: None }
    }

    pub(crate) fn plan(&self) -> &'a Plan {
        self.plan
    }
}

#[cfg(feature = "panel")]
pub(crate) use explain::gates;
pub(crate) use explain::{holds, moved};
pub(crate) use json::{edition, threshold_text};
pub(crate) use prose::number;
