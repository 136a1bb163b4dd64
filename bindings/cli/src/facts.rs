//! A set in a few words and counts.

use crate::texts::{T, fill};
use dothi::{Basis, Confidence, CriteriaSet, Lang, Method, Stage, Status, Tier};
use serde_json::json;

/// What a list of sets says of each.
pub(crate) struct Facts<'s> {
    set: &'s CriteriaSet,
    pub(crate) all: usize,
    pub(crate) basic: usize,
    pub(crate) elective: usize,
    core: usize,
    advanced: usize,
    pub(crate) primary: usize,
    pub(crate) mirror: usize,
    pub(crate) secondary: usize,
}

impl<'s> Facts<'s> {
    pub(crate) fn of(set: &'s CriteriaSet) -> Self {
        let tier = |tier| set.criteria().iter().filter(|c| c.tier == Some(tier)).count();
        let read = |how| set.header().sources.iter().filter(|s| s.confidence == how).count();
        Self {
            set,
            all: set.criteria().len(),
            basic: tier(Tier::Basic),
            elective: tier(Tier::Elective),
            core: tier(Tier::Core),
            advanced: tier(Tier::Advanced),
            primary: read(Confidence::Primary),
            mirror: read(Confidence::Mirror),
            secondary: read(Confidence::Secondary),
        }
    }

    pub(crate) fn status(&self, lang: Lang) -> &'static str {
        match self.set.header().status {
            Status::Official => T::Official.get(lang),
            Status::Reported => T::Reported.get(lang),
            _ => T::Reference.get(lang),
        }
    }

    pub(crate) fn stage(&self, lang: Lang) -> &'static str {
        if self.set.header().stage == Stage::Released { T::Released.get(lang) } else { T::Draft.get(lang) }
    }

    /// The words of files.
    pub(crate) fn status_word(&self) -> String {
        word(&json!(self.set.header().status))
    }

    pub(crate) fn stage_word(&self) -> String {
        word(&json!(self.set.header().stage))
    }

    pub(crate) fn criteria(&self, lang: Lang) -> String {
        let (all, basic, elective) = (self.all.to_string(), self.basic.to_string(), self.elective.to_string());
        if self.core + self.advanced > 0 {
            let (core, advanced) = (self.core.to_string(), self.advanced.to_string());
            return fill(T::TierCountCore, lang, &[("all", &all), ("core", &core), ("advanced", &advanced)]);
        }
        if self.basic + self.elective == 0 {
            return all;
        }
        fill(T::TierCount, lang, &[("all", &all), ("basic", &basic), ("elective", &elective)])
    }

    pub(crate) fn sources(&self, lang: Lang) -> String {
        let all = (self.primary + self.mirror + self.secondary).to_string();
        let (primary, mirror, secondary) = (self.primary.to_string(), self.mirror.to_string(), self.secondary.to_string());
        let values = [("all", all.as_str()), ("primary", &primary), ("mirror", &mirror), ("secondary", &secondary)];
        fill(T::SourceCount, lang, &values)
    }

    /// Thresholds, and how many of them are the set's own choice or use.
    pub(crate) fn thresholds(&self, lang: Lang) -> Option<String> {
        let mut all = Vec::new();
        for method in self.set.criteria().iter().flat_map(|c| &c.judge).map(|j| &j.method) {
            all.extend(method.thresholds());
            if let Method::Combine { of, .. } = method {
                all.extend(of.iter().flat_map(|part| part.method.thresholds()));
            }
        }
        let assumed = all.iter().filter(|t| t.basis == Basis::Assumption).count();
        let own = all.iter().filter(|t| t.basis != Basis::Assumption && !t.uses.is_empty()).count();
        let (count, assumed, own) = (all.len().to_string(), assumed.to_string(), own.to_string());
        (!all.is_empty()).then(|| fill(T::ThresholdCount, lang, &[("all", &count), ("assumed", &assumed), ("own", &own)]))
    }
}

fn word(value: &serde_json::Value) -> String {
    value.as_str().unwrap_or_default().into()
}
