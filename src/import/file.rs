//! The parts of a criteria file, each from its tables.

use super::criteria::Gathered;
use super::importer::Importer;
use super::kind::Kind;
use super::rules::{Rules, SURVEY_Z};
use crate::criteria::{Cite, Criterion, FORMAT, Header, Scheme};
use crate::number::Dec;
use alloc::vec::Vec;

pub(super) struct File {
    pub(super) header: Header,
    pub(super) criteria: Vec<Criterion>,
    pub(super) scheme: Scheme,
}

impl<'t> Importer<'t> {
    /// The file; what is wrong on the way is among the findings.
    pub(super) fn file(&mut self) -> Option<File> {
        let edition = self.edition();
        let sources = self.sources();
        let units = self.units();
        let unit_kinds = self.unit_kinds();
        let groups = self.groups();
        let rules = self.rules();
        let parameters = self.parameters(&rules);
        let mut thresholds = self.thresholds(&rules);
        self.variants(&rules, &mut thresholds);
        let from = Gathered {
            rules: &rules,
            kinds: &unit_kinds,
            z: self.survey_z(&rules),
            thresholds,
            inputs: self.input_lines(),
            steps: self.steps(),
        };
        let criteria = self.criteria(&from);
        let scheme = self.scheme(&rules, &groups);
        let crosswalk = self.crosswalk();
        self.unused_sources();
        let edition = edition?;
        let header = Header {
            format: FORMAT,
            set: edition.set,
            edition: edition.edition,
            revision: edition.revision,
            stage: edition.stage,
            status: edition.status,
            retrospective: edition.retrospective,
            title: edition.title,
            issuer: edition.issuer,
            authoritative: edition.authoritative,
            published: edition.published,
            effective: edition.effective,
            supersedes: edition.supersedes,
            not_official: edition.not_official,
            missing_parts: edition.missing_parts,
            notes: edition.notes,
            sources,
            units,
            unit_kinds,
            parameters,
            groups,
            rules: rules.kept(),
            crosswalk,
        };
        Some(File { header, criteria, scheme: scheme? })
    }

    /// The quantile for surveys and where it is read.
    fn survey_z(&mut self, rules: &Rules<'t>) -> Option<(Dec, Vec<Cite>)> {
        if let Some(rule) = rules.get(SURVEY_Z, None) {
            return rule.line.decimal(&mut self.findings, "value").map(|z| (z, rule.cites.clone()));
        }
        if self.tables.criteria.lines().any(|line| Kind::of(line).is_some_and(|(kind, _)| kind == Kind::Survey)) {
            self.missing_rule(None, SURVEY_Z, ("khảo sát cần phân vị của khoảng tin cậy", "a survey needs the quantile of its interval"));
        }
        None
    }
}
