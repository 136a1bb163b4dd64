//! `levels.csv`: what the source says of judging. Every row is kept under `rules`; some of them compute.

use super::importer::Importer;
use super::index::Once;
use super::table::Line;
use crate::criteria::{Cite, Confidence, RegimeRule};
use crate::finding::Code;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

/// Column `level` of a rule that stands for all of them.
const ALL: &str = "all";

/// Highest level of any criteria set.
const MOST_LEVELS: u32 = 16;

pub(super) const LEVEL_COUNT: &str = "level_count";
pub(super) const NAME: &str = "name";
pub(super) const SURVEY_Z: &str = "survey_z";
pub(super) const CUMULATIVE: &str = "cumulative";
pub(super) const NO_EVIDENCE: &str = "no_evidence";
pub(super) const PLANS: &str = "plans_without_results";
pub(super) const NOT_APPLICABLE: &str = "not_applicable";
pub(super) const BASIC_SHARE: &str = "basic_share_min";
pub(super) const ELECTIVES: &str = "elective_min_met";
pub(super) const GROUP_SHARE: &str = "group_share_min";
pub(super) const MIN_APPLICABLE: &str = "min_applicable_basic";
pub(super) const MAX_NOT_APPLICABLE: &str = "max_not_applicable_share";

/// Rules that stand once for all levels.
const OF_ALL: &[&str] = &[LEVEL_COUNT, SURVEY_Z, CUMULATIVE, NO_EVIDENCE, PLANS, NOT_APPLICABLE, MIN_APPLICABLE, MAX_NOT_APPLICABLE];

/// Rules that stand for one level.
const OF_ONE: &[&str] = &["name_vi", "name_en"];

/// Rules that are carried out in one way only; another value would be said and not done.
const VALUES: &[(&str, &str)] = &[
    (CUMULATIVE, "all_lower_levels"),
    (NO_EVIDENCE, "not_met"),
    (PLANS, "not_met"),
    (NOT_APPLICABLE, "left_out_of_both"),
    ("monitor_criteria", "not_counted"),
    ("comparison", "at_least_or_at_most"),
    ("survey_compare", "lower_bound"),
];

/// A rule with its line.
pub(super) struct Rule<'t> {
    pub(super) line: Line<'t>,
    pub(super) key: &'t str,
    /// None = all levels.
    pub(super) level: Option<u32>,
    pub(super) cites: Vec<Cite>,
    pub(super) confidence: Confidence,
    pub(super) is_own: bool,
}

pub(super) struct Rules<'t> {
    /// In the order of the file.
    pub(super) list: Vec<Rule<'t>>,
    places: BTreeMap<(&'t str, Option<u32>), usize>,
    /// The highest level; none when it could not be read.
    pub(super) last_level: Option<u32>,
}

impl<'t> Rules<'t> {
    /// The rule of one level, or with `None` the rule of all.
    pub(super) fn get(&self, key: &str, level: Option<u32>) -> Option<&Rule<'t>> {
        self.places.get(&(key, level)).and_then(|at| self.list.get(*at))
    }

    /// True when the rule holds at a level, be it as a rule of all.
    pub(super) fn holds_at(&self, key: &str, level: u32) -> bool {
        self.get(key, Some(level)).is_some() || self.get(key, None).is_some()
    }

    /// The rows as a file keeps them.
    pub(super) fn kept(&self) -> Vec<RegimeRule> {
        let keep = |rule: &Rule<'_>| RegimeRule {
            id: rule.key.into(),
            level: rule.level,
            value: rule.line.raw("value").into(),
            status: rule.line.raw("status").into(),
            confidence: rule.confidence,
            cites: rule.cites.clone(),
            note: rule.line.note(),
        };
        self.list.iter().map(keep).collect()
    }
}

impl<'t> Importer<'t> {
    pub(super) fn rules(&mut self) -> Rules<'t> {
        let mut once = Once::default();
        let mut rules = Rules { list: Vec::new(), places: BTreeMap::new(), last_level: None };
        for line in self.tables.levels.lines() {
            let Some(rule) = self.rule(line) else { continue };
            let shown = format!("{}, {}", line.raw("level"), rule.key);
            if once.first(shown, line, "key", &mut self.findings) {
                rules.places.insert((rule.key, rule.level), rules.list.len());
                rules.list.push(rule);
            }
        }
        self.level_count(&mut rules);
        rules
    }

    fn rule(&mut self, line: Line<'t>) -> Option<Rule<'t>> {
        let f = &mut self.findings;
        let key = line.id(f, "key");
        let value = line.filled(f, "value");
        let status = line.id(f, "status");
        let level = if line.raw("level") == ALL { Some(None) } else { line.count(f, "level", 1, MOST_LEVELS).map(Some) };
        if let (Some(key), Some(level)) = (key, level) {
            self.check_level(line, key, level);
        }
        if let (Some(key), Some(value)) = (key, value) {
            self.check_value(line, key, value);
        }
        let cited = self.cited(line, "source", "clause");
        let confidence = self.confidence(line, cited.as_ref().and_then(|cited| cited.weakest));
        let (cited, level) = (cited?, level?);
        value?;
        status?;
        Some(Rule { line, key: key?, level, cites: cited.cites, confidence: confidence?, is_own: cited.is_own_rule })
    }

    fn check_level(&mut self, line: Line<'_>, key: &str, level: Option<u32>) {
        let expected = match level {
            Some(_) if OF_ALL.contains(&key) => ("của mọi cấp độ (`all`)", "of all levels (`all`)"),
            None if OF_ONE.contains(&key) => ("của một cấp độ (ghi số)", "of one level (give its number)"),
            _ => return,
        };
        self.findings.push(line.fault("level", Code::TableRuleLevel).with("key", key).with_both("expected", expected));
    }

    fn check_value(&mut self, line: Line<'_>, key: &str, value: &str) {
        if let Some((_, expected)) = VALUES.iter().find(|(known, expected)| *known == key && *expected != value) {
            let finding = line.fault("value", Code::TableRuleValue).with("key", key);
            self.findings.push(finding.with("expected", expected).with("found", value));
        }
    }

    fn level_count(&mut self, rules: &mut Rules<'t>) {
        let Some(line) = rules.get(LEVEL_COUNT, None).map(|rule| rule.line) else {
            self.missing_rule(None, LEVEL_COUNT, ("phải biết có mấy cấp độ", "the number of levels must be known"));
            return;
        };
        let Some(last) = line.count(&mut self.findings, "value", 1, MOST_LEVELS) else { return };
        rules.last_level = Some(last);
        for rule in rules.list.iter().filter(|rule| rule.level.is_some_and(|level| level > last)) {
            self.unused_row(rule.line, "level", ("cấp độ này lớn hơn `level_count`", "its level is above `level_count`"));
        }
    }

    /// A rule that something needs is not there, not even with a fault of its own.
    pub(super) fn missing_rule(&mut self, level: Option<u32>, key: &str, why: (&'static str, &'static str)) {
        let table = &self.tables.levels;
        let level = level.map_or_else(|| ALL.into(), |level| level.to_string());
        if !table.lines().any(|line| line.raw("key") == key && line.raw("level") == level) {
            let here = table.fault("key", Code::TableMissingRow);
            self.missing_row(here, table, &format!("{level}, {key}"), why);
        }
    }

    /// A row that would have no effect.
    pub(super) fn unused_row(&mut self, line: Line<'_>, column: &str, why: (&'static str, &'static str)) {
        self.findings.push(line.fault(column, Code::TableUnusedRow).with_both("why", why));
    }
}
