//! A scheme made ready for many places of a kind.

use super::input::{PanelInput, inputs};
use super::program::{Obstacle, Program};
use crate::assessment::{AssessOptions, Assessment, Mark};
use crate::city::CityData;
use crate::criteria::{CriteriaSet, Scheme, Treatment, UnitKind};
use crate::finding::Findings;
use crate::plan::Plan;
use alloc::vec::Vec;

/// A scheme of a set, ready to score many places of one kind.
///
/// Places of different kinds, editions or schemes never share a plan, so they are never put into one order.
///
/// ```
/// use dothi::{AssessOptions, Column, Date, Scores, Ties, UnitKind};
/// let set = dothi::builtin::load("dti-922").unwrap();
/// let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
/// let plan = set.panel(UnitKind::Province, &options).unwrap();
///
/// let figures = [0.5, 0.75, 0.25];
/// let columns = plan.inputs().iter().map(|input| (input.key.as_str(), Column::from(&figures[..])));
/// let columns = plan.columns(3, columns).unwrap();
/// let mut scores = Scores::default();
/// plan.score(&columns, &mut scores).unwrap();
/// assert_eq!(scores.score(), [0.5, 0.75, 0.25]);
/// assert_eq!(plan.rank(&columns, &scores, Ties::Competition).unwrap().rank(1).unwrap().to_string(), "1");
/// ```
#[derive(Debug)]
pub struct PanelPlan<'s> {
    set: &'s CriteriaSet,
    scheme: &'s Scheme,
    plan: &'s Plan,
    kind: UnitKind,
    options: AssessOptions,
    inputs: Vec<PanelInput>,
    program: Result<Program, Obstacle>,
    /// Why figures cannot be treated.
    untreatable: Option<Obstacle>,
    marks: Vec<Mark>,
}

impl CriteriaSet {
    /// Makes a scheme ready for many places of a kind.
    ///
    /// # Errors
    /// - an unknown scheme, an unknown parameter or one outside its range: the findings of [`CriteriaSet::assess`]
    /// - a kind of place that the set does not judge: `panel.kind_out_of_scope`
    pub fn panel(&self, kind: UnitKind, options: &AssessOptions) -> Result<PanelPlan<'_>, Findings> {
        let blank = CityData::blank(kind, "");
        // What is wrong with kind, scheme, day and parameters, and the marks that follow from them, an assessment says.
        let assessment = self.explained(&blank, options, self.prepare(&blank, options)?);
        if assessment.self_assessed().level.refused.iter().any(|refusal| refusal.condition == "out_of_scope") {
            return Err(super::out_of_scope(self, kind));
        }
        let marks = assessment.marks();
        let mut findings = Findings::default();
        let (scheme, plan) = self.resolve(options, kind, &mut findings)?;
        let inputs = inputs(self, plan);
        let input_of = |leaf, role| inputs.iter().position(|input| (input.leaf, input.role) == (leaf, role));
        let program = Program::compile((self, scheme, plan), kind, &input_of);
        let options = options.clone();
        let untreatable = match program.as_ref().err() {
            Some(Obstacle::Derived) => Program::follows_values((self, scheme, plan), kind).err(),
            other => other.copied(),
        };
        Ok(PanelPlan { set: self, scheme, plan, kind, options, inputs, program, untreatable, marks })
    }
}

impl<'s> PanelPlan<'s> {
    /// The criteria set.
    #[must_use]
    pub fn set(&self) -> &'s CriteriaSet {
        self.set
    }

    /// The scheme.
    #[must_use]
    pub fn scheme(&self) -> &'s Scheme {
        self.scheme
    }

    /// The kind of place.
    #[must_use]
    pub fn kind(&self) -> UnitKind {
        self.kind
    }

    /// The columns it can take, in the order of the tree.
    #[must_use]
    pub fn inputs(&self) -> &[PanelInput] {
        &self.inputs
    }

    /// Why places are judged one by one by the exact path; none when columns are scored as such.
    #[must_use]
    pub fn obstacle(&self) -> Option<Obstacle> {
        self.program.as_ref().err().copied()
    }

    /// Why figures cannot be treated; none when they can. Values made of several figures can be: the exact path finds them.
    #[must_use]
    pub fn treatment_obstacle(&self) -> Option<Obstacle> {
        self.untreatable
    }

    /// What the scheme says is done to figures; nothing for most.
    #[must_use]
    pub fn treatment(&self) -> Treatment {
        self.scheme.panel.as_ref().map(|rule| rule.treatment.clone()).unwrap_or_default()
    }

    /// The marks that stand wherever a result of this plan stands.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    pub(super) fn plan(&self) -> &'s Plan {
        self.plan
    }

    /// An assessment of a place of which nothing is known, for the words that all of this plan's results share.
    pub(super) fn with_blank<T>(&self, say: impl FnOnce(&Assessment<'_>) -> T) -> Option<T> {
        let city = CityData::blank(self.kind, "");
        let prepared = self.set.prepare(&city, &self.options).ok()?;
        Some(say(&self.set.explained(&city, &self.options, prepared)))
    }

    pub(super) fn options(&self) -> &AssessOptions {
        &self.options
    }

    pub(super) fn program(&self) -> Option<&Program> {
        self.program.as_ref().ok()
    }
}
