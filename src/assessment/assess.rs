//! The driver: steps 1 to 7 on a city, then the explaining pass.

use super::explain::view;
use super::{AssessOptions, Assessment, PublishedResult};
use crate::city::CityData;
use crate::criteria::{CriteriaSet, Scheme, UnitKind};
use crate::finding::{Code, Finding, Findings};
use crate::number::{Dec, Exact, Number};
use crate::plan::Plan;
use crate::steps::level::{Rules, levels};
use crate::steps::{Eye, LeafScore, bind, score, stand};
use crate::text::join;
use alloc::format;
use alloc::vec::Vec;

impl CriteriaSet {
    /// Judges a place.
    ///
    /// # Errors
    /// Every fault of the data against the set at once: unknown ids, wrong units, values outside their domain, conflicting
    /// values, periods after the assessment date, unknown schemes and parameters.
    ///
    /// ```
    /// use dothi::{AssessOptions, CityFile, Date};
    /// let set = dothi::builtin::load("dti-922").unwrap();
    /// let (file, _) = CityFile::from_json(include_bytes!("../../examples/dti-922-2022.json")).unwrap();
    /// let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
    /// let assessment = set.assess(&file.cities[0], &options).unwrap();
    /// assert_eq!(assessment.self_assessed().score.unwrap().value.to_string(), "0.800175");
    /// ```
    pub fn assess<'a>(&'a self, city: &'a CityData, options: &AssessOptions) -> Result<Assessment<'a>, Findings> {
        Ok(self.explained(city, options, self.prepare_alone(city, options)?))
    }

    /// Steps 4 to 8.
    pub(crate) fn explained<'a>(&'a self, city: &'a CityData, options: &AssessOptions, prepared: Prepared<'a>) -> Assessment<'a> {
        let Prepared { scheme, plan, parameters, bound, scores, findings } = prepared;
        let rules = Rules { set: self, scheme, plan, unit: &city.unit, parameters: &parameters, reading: None };
        let seen = |eye| view(&rules, city, &bound, &scores, stand((self, scheme, plan), &bound, &scores, eye), eye);
        let self_assessed = seen(Eye::SelfAssessed);
        let verified = bound.reviewed.then(|| seen(Eye::Verified));
        let (set, as_of) = (self, options.as_of);
        Assessment { set, scheme, plan, city, as_of, parameters, findings, self_assessed, verified }
    }

    /// The self-assessed level alone, without explanation: the fast path for many places.
    ///
    /// `None` when a level is refused, when the source leaves it open or when the scheme has none.
    ///
    /// # Errors
    /// As [`CriteriaSet::assess`].
    pub fn level(&self, city: &CityData, options: &AssessOptions) -> Result<Option<u32>, Findings> {
        let Prepared { scheme, plan, parameters, bound, scores, .. } = self.prepare_alone(city, options)?;
        let rules = Rules { set: self, scheme, plan, unit: &city.unit, parameters: &parameters, reading: None };
        let standings = stand((self, scheme, plan), &bound, &scores, Eye::SelfAssessed);
        let refused = bound.out_of_scope || super::explain::gates(&rules, &bound, &standings.low).iter().any(|gate| !gate.holds);
        if refused || scheme.levels.is_empty() {
            return Ok(None);
        }
        let low = levels(&rules, &standings.low).1;
        Ok(Some(low).filter(|_| standings.high.is_none_or(|high| levels(&rules, &high).1 == low)))
    }

    /// As [`CriteriaSet::prepare`]; refused where the scheme needs many places.
    fn prepare_alone<'a>(&'a self, city: &'a CityData, options: &AssessOptions) -> Result<Prepared<'a>, Findings> {
        let prepared = self.prepare(city, options);
        let scheme = self.resolve(options, city.unit.kind, &mut Findings::default()).map(|(scheme, _)| scheme);
        let Some(scheme) = scheme.ok().filter(|scheme| scheme.panel.is_some()) else { return prepared };
        let mut findings = prepared.map_or_else(|findings| findings, |prepared| prepared.findings);
        findings.push(Finding::at(Code::CityPanelOnly, "").with("scheme", &scheme.id));
        Err(findings)
    }

    /// Steps 1 to 3 with everything the later steps need, or every finding.
    pub(crate) fn prepare<'a>(&'a self, city: &'a CityData, options: &AssessOptions) -> Result<Prepared<'a>, Findings> {
        let mut findings = Findings::default();
        let (scheme, plan) = self.resolve(options, city.unit.kind, &mut findings)?;
        let parameters = parameters(self, options, &mut findings);
        let bound = bind::bind((self, scheme, plan), city, options.as_of, &mut findings);
        published_exist(self, plan, city, &mut findings);
        if findings.has_errors() {
            return Err(findings);
        }
        let scores = score::<Exact>((self, scheme, plan), city, &bound, &mut findings);
        if findings.has_errors() {
            return Err(findings);
        }
        Ok(Prepared { scheme, plan, parameters, bound, scores, findings })
    }

    pub(crate) fn resolve(&self, options: &AssessOptions, kind: UnitKind, findings: &mut Findings) -> Result<(&Scheme, &Plan), Findings> {
        let default = || self.default_scheme(kind).map(|s| s.id.as_str());
        options.scheme.as_deref().or_else(default).and_then(|id| self.scheme(id)).ok_or_else(|| {
            let known = self.schemes().iter().map(|s| s.id.as_str());
            let id = options.scheme.as_deref().unwrap_or_default();
            findings.push(Finding::at(Code::CityUnknownScheme, "").with("id", id).with("known", join(known, ", ")));
            core::mem::take(findings)
        })
    }
}

/// A city after steps 1 to 3.
pub(crate) struct Prepared<'a> {
    pub(crate) scheme: &'a Scheme,
    pub(crate) plan: &'a Plan,
    pub(crate) parameters: Vec<Dec>,
    pub(crate) bound: bind::Bound<'a>,
    pub(crate) scores: Vec<LeafScore<Exact>>,
    pub(crate) findings: Findings,
}

/// The set's parameters with the caller's values in place.
fn parameters(set: &CriteriaSet, options: &AssessOptions, findings: &mut Findings) -> Vec<Dec> {
    let all = &set.header().parameters;
    let mut values: Vec<Dec> = all.iter().map(|p| p.value).collect();
    for (id, level, value) in &options.parameters {
        let mut known = false;
        for (parameter, slot) in all.iter().zip(&mut values) {
            if parameter.id != *id || (level.is_some() && parameter.level != *level) {
                continue;
            }
            known = true;
            if *value < parameter.minimum || *value > parameter.maximum {
                findings.push(
                    Finding::at(Code::ParameterRange, "")
                        .with("id", id)
                        .with("value", value)
                        .with("minimum", parameter.minimum)
                        .with("maximum", parameter.maximum),
                );
            }
            *slot = *value;
        }
        if !known {
            let mut names: Vec<&str> = all.iter().map(|p| p.id.as_str()).collect();
            names.dedup();
            findings.push(Finding::at(Code::CityUnknownParameter, "").with("id", id).with("known", join(names, ", ")));
        }
    }
    values
}

fn published_exist(set: &CriteriaSet, plan: &Plan, city: &CityData, findings: &mut Findings) {
    for (i, published) in city.published.iter().enumerate() {
        let here = |key: &str| city.origin.within(&format!("/published/{i}/{key}"));
        if let Some(id) = published.scheme.as_ref().filter(|id| !set.schemes().iter().any(|s| s.id == **id)) {
            let known = set.schemes().iter().map(|s| s.id.as_str());
            findings.push(Finding::new(Code::CityUnknownScheme, here("scheme")).with("id", id).with("known", join(known, ", ")));
        }
        if plan.node_of(&set.header().groups, published.group.as_deref()).is_none() {
            let id = published.group.as_deref().unwrap_or_default();
            findings.push(Finding::new(Code::CityUnknownNode, here("group")).with("id", id));
        }
    }
}

impl<'a> Assessment<'a> {
    /// Published results of this scheme beside the recomputed ones.
    #[must_use]
    pub fn published(&self) -> Vec<PublishedResult<'a>> {
        let default = self.set.default_scheme(self.city.unit.kind).map(|s| s.id.as_str());
        let mine = |scheme: Option<&str>| scheme.or(default) == Some(self.scheme.id.as_str());
        let tolerance = self.scheme.published_tolerance.as_ref().map_or(Dec::ZERO, |t| t.value);
        let published = self.city.published.iter().filter(|p| mine(p.scheme.as_deref()));
        published
            .map(|published| {
                let node = self.plan.node_of(&self.set.header().groups, published.group.as_deref());
                let node = node.and_then(|at| self.self_assessed.groups.get(at));
                let computed = node.and_then(|node| match published.of {
                    crate::criteria::ScoreOf::Value => node.value,
                    crate::criteria::ScoreOf::Share => node.share,
                });
                let difference = computed.and_then(|c| Exact::of(c).sub(Exact::of(published.value)).kept());
                let agrees = difference.map(|d| d.value().abs() <= tolerance.value());
                PublishedResult { published, computed, difference, agrees }
            })
            .collect()
    }
}
