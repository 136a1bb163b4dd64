//! What the criteria that decide a level rest on.

use super::Assessment;
use super::result::Deciding;
use crate::criteria::{Basis, Condition, Confidence, Ground, Method, Threshold, Tier};
use crate::number::{Dec, Exact};
use crate::plan::{Leaf, level_bit};
use crate::steps::Standing;
use crate::steps::level::Rules;
use alloc::string::String;
use alloc::vec::Vec;

/// Those of the tiers that a condition with a limit above zero counts, and those whose points a condition looks at.
pub(super) fn deciding(rules: &Rules<'_, '_>, standing: &Standing<Exact>, level: u32, condition: &Condition) -> Deciding {
    let mut out = Deciding { verdict: rules.scheme.verdict, ..Deciding::default() };
    let mut counted = Counted::default();
    counted.add(rules, condition, level);
    for (at, leaf) in rules.plan.leaves.iter().enumerate() {
        let asked = standing.asked.get(at).is_some_and(|mask| mask & level_bit(level) != 0);
        let gives = standing.gives.get(at).is_some_and(|gives| gives.counts());
        if !(asked || leaf.scored && gives) || !counted.holds(leaf) {
            continue;
        }
        let Some(method) = rules.method(leaf) else { continue };
        let thresholds = method.thresholds();
        let own = thresholds.iter().find(|t| t.level == level);
        let mut grounds = Grounds::default();
        match own {
            Some(own) => grounds.threshold(own),
            None => grounds.add(method, level),
        }
        let Some(confidence) = grounds.confidence else { continue };
        out.criteria += 1;
        if grounds.assumed {
            out.assumed += 1;
        } else if grounds.own_use {
            out.own_use += 1;
        }
        match confidence {
            Confidence::Primary => out.primary += 1,
            Confidence::Mirror => out.mirror += 1,
            Confidence::Secondary => out.secondary += 1,
        }
        if let Some(own) = own.filter(|_| level > 1) {
            let below = thresholds.iter().find(|t| t.level + 1 == level);
            out.repeated += u32::from(below.is_some_and(|below| below.value == own.value && below.op == own.op));
        }
    }
    out
}

impl Assessment<'_> {
    /// Whether what comes of a criterion can have a part in a level: a condition with a limit above zero counts its tier, its points or
    /// itself. With the default parameters of `vn-ssc` electives do not. False where the scheme has no levels.
    ///
    /// ```
    /// use dothi::{AssessOptions, CityFile, Date};
    /// let set = dothi::builtin::load("vn-ssc@2026").unwrap();
    /// let (file, _) = CityFile::from_json(include_bytes!("../../examples/vi-du.json")).unwrap();
    /// let assessment = set.assess(&file.cities[0], &AssessOptions::new(Date::parse("2026-11-21").unwrap())).unwrap();
    /// let of = |tier| set.criteria().iter().find(|c| c.tier == Some(tier)).unwrap().id.as_str();
    /// assert!(assessment.decides_level(of(dothi::Tier::Basic)));
    /// assert!(!assessment.decides_level(of(dothi::Tier::Elective)));
    /// ```
    #[must_use]
    pub fn decides_level(&self, criterion: &str) -> bool {
        let rules = self.rules();
        let Some(leaf) = self.plan().leaves.iter().find(|leaf| leaf.id == criterion) else { return false };
        self.scheme().levels.iter().any(|level| {
            let mut counted = Counted::default();
            counted.add(&rules, &level.conditions, level.level);
            counted.holds(leaf)
        })
    }
}

/// What the figures of one criterion rest on, the weakest of them.
#[derive(Default)]
struct Grounds {
    assumed: bool,
    own_use: bool,
    confidence: Option<Confidence>,
}

impl Grounds {
    fn add(&mut self, method: &Method, level: u32) {
        match method {
            Method::PassFail { thresholds } | Method::Survey { thresholds, .. } => {
                thresholds.iter().filter(|t| t.level == level).for_each(|threshold| self.threshold(threshold));
            }
            Method::Goalposts { basis, confidence, .. } => self.figure(*basis, *confidence),
            Method::Interpolate(rule) => self.ground(&rule.ground),
            Method::Steps { ground, .. } | Method::TargetShare { ground, .. } => self.ground(ground),
            Method::Range(range) => self.ground(&range.ground),
            Method::Combine { of, .. } => of.iter().for_each(|part| self.add(&part.method, level)),
            Method::Monitor => {}
        }
    }

    fn threshold(&mut self, threshold: &Threshold) {
        self.own_use |= !threshold.uses.is_empty();
        self.figure(threshold.basis, threshold.confidence);
    }

    fn ground(&mut self, ground: &Ground) {
        self.figure(ground.basis, ground.confidence);
    }

    fn figure(&mut self, basis: Basis, confidence: Confidence) {
        self.assumed |= basis == Basis::Assumption;
        self.confidence = self.confidence.max(Some(confidence));
    }
}

/// Which criteria the conditions of a level count.
#[derive(Default)]
struct Counted<'a> {
    tiers: Vec<Option<Tier>>,
    scored: bool,
    named: Vec<&'a str>,
}

impl<'a> Counted<'a> {
    fn add(&mut self, rules: &Rules<'_, '_>, condition: &'a Condition, level: u32) {
        match condition {
            Condition::All { of } | Condition::Any { of } | Condition::AtLeast { of, .. } | Condition::Unclear { of, .. } => {
                of.iter().for_each(|c| self.add(rules, c, level));
            }
            Condition::If { when, then, otherwise } => {
                rules.branch(when, then, otherwise).0.iter().for_each(|c| self.add(rules, c, level));
            }
            Condition::ShareMet { tier, min, .. } | Condition::CountMet { tier, min, .. } => {
                if rules.limit(min, Some(level)) > Dec::ZERO {
                    self.tiers.push(*tier);
                }
            }
            Condition::NodeValue { .. } => self.scored = true,
            Condition::Mandatory { criteria } => self.named.extend(criteria.iter().map(String::as_str)),
            Condition::LowerLevels => {}
        }
    }

    fn holds(&self, leaf: &Leaf) -> bool {
        let by_tier = self.tiers.iter().any(|tier| tier.is_none() || *tier == leaf.tier);
        by_tier || (self.scored && leaf.scored) || self.named.contains(&leaf.id.as_str())
    }
}
