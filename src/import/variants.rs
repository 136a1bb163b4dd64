//! `variants.csv`: values that depend on the place.

use super::importer::{BASES, Importer};
use super::index::unknown;
use super::rules::Rules;
use super::table::Line;
use super::thresholds::Thresholds;
use crate::city::URBAN_CLASSES;
use crate::criteria::{AttributeTest, Variant};
use crate::finding::Code;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

type BuildTest = fn(bool) -> AttributeTest;

const FLAGS: &[(&str, BuildTest)] = &[
    ("centrally_run", AttributeTest::CentrallyRun),
    ("heritage", AttributeTest::Heritage),
    ("special_factors", AttributeTest::SpecialFactors),
];

impl<'t> Importer<'t> {
    /// Hangs every variant on its threshold, in the order of the file.
    pub(super) fn variants(&mut self, rules: &Rules<'t>, thresholds: &mut Thresholds<'t>) {
        for line in self.tables.variants.lines() {
            let owner = self.owner(line);
            let level = self.level(line, rules);
            let variant = self.variant(line, owner);
            let (Some(owner), Some(level)) = (owner, level) else { continue };
            let id = owner.raw("id");
            let mut lines = self.tables.thresholds.lines();
            if !lines.any(|base| base.raw("id") == id && base.raw("level") == line.raw("level")) {
                let key = format!("{id}, {level}");
                unknown(line, "level", ("ngưỡng", "threshold"), &key, &self.tables.thresholds, &mut self.findings);
            } else if let Some(threshold) = thresholds.get(id, level) {
                threshold.variants.extend(variant);
            }
        }
    }

    fn variant(&mut self, line: Line<'t>, owner: Option<Line<'t>>) -> Option<Variant> {
        let when = self.when(line);
        let value = self.threshold_value(line, owner);
        let basis = line.choice(&mut self.findings, "basis", BASES);
        let cited = self.cited(line, "source", "clause");
        let confidence = self.confidence(line, cited.as_ref().and_then(|cited| cited.weakest));
        Some(Variant { when, value: value?, basis: basis?, confidence: confidence?, cites: cited?.cites, note: line.note() })
    }

    fn when(&mut self, line: Line<'_>) -> Vec<AttributeTest> {
        let mut seen = BTreeSet::new();
        let mut tests = Vec::new();
        line.filled(&mut self.findings, "when");
        for item in line.items(&mut self.findings, "when").into_iter().filter(|item| !item.is_empty()) {
            let (attribute, value) = item.split_once('=').unwrap_or((item, ""));
            match test(attribute, value).filter(|_| seen.insert(attribute)) {
                Some(test) => tests.push(test),
                None => self.findings.push(line.fault("when", Code::TableBadCondition).with("value", item)),
            }
        }
        tests
    }
}

fn test(attribute: &str, value: &str) -> Option<AttributeTest> {
    if attribute == "urban_class" {
        let is_class = |text: &str| URBAN_CLASSES.iter().any(|(class, _)| *class == text);
        let classes: BTreeSet<&str> = value.split('|').collect();
        let is_sound = classes.iter().all(|class| is_class(class)) && classes.len() == value.split('|').count();
        return is_sound.then(|| AttributeTest::UrbanClass(value.split('|').map(String::from).collect()));
    }
    let (_, build) = FLAGS.iter().find(|(name, _)| *name == attribute)?;
    value.parse().ok().map(build)
}
