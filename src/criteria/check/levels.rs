//! Levels run from 1 without a gap; their conditions name things that exist; parameters are used.

use super::ids::unknown;
use crate::criteria::read::Draft;
use crate::criteria::scheme::{Child, Condition, Limit, Node, Precondition, Scheme};
use crate::finding::{Code, Finding, Findings};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;

struct Walk<'d, 'f> {
    draft: &'d Draft,
    groups: BTreeSet<&'d str>,
    criteria: BTreeSet<&'d str>,
    used: BTreeSet<&'d str>,
    findings: &'f mut Findings,
}

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let mut used = BTreeSet::new();
    for (i, scheme) in draft.schemes.iter().enumerate() {
        let (mut groups, mut criteria) = (BTreeSet::new(), BTreeSet::new());
        members(&scheme.tree, &mut groups, &mut criteria);
        let mut walk = Walk { draft, groups, criteria, used, findings };
        walk.scheme(&format!("/schemes/{i}"), scheme);
        used = walk.used;
        thresholds_within(draft, scheme, findings);
    }
    for (i, parameter) in draft.header.parameters.iter().enumerate() {
        if !used.contains(parameter.id.as_str()) {
            findings.push(Finding::at(Code::UnusedParameter, format!("/parameters/{i}")).with("id", &parameter.id));
        }
    }
}

fn members<'d>(node: &'d Node, groups: &mut BTreeSet<&'d str>, criteria: &mut BTreeSet<&'d str>) {
    groups.extend(node.group.as_deref());
    for child in &node.children {
        match child {
            Child::Group(inner) => members(inner, groups, criteria),
            Child::Leaf { criterion, .. } => {
                criteria.insert(criterion);
            }
        }
    }
}

/// A threshold of a level that the scheme does not have would never be asked.
fn thresholds_within(draft: &Draft, scheme: &Scheme, findings: &mut Findings) {
    for (i, criterion) in draft.criteria.iter().enumerate() {
        for (k, judgement) in criterion.judge.iter().enumerate() {
            if !judgement.schemes.is_empty() && !judgement.schemes.contains(&scheme.id) {
                continue;
            }
            for (m, threshold) in judgement.method.thresholds().iter().enumerate() {
                if !findings.is_full() && !scheme.levels.iter().any(|l| l.level == threshold.level) {
                    let here = format!("/criteria/{i}/judge/{k}/thresholds/{m}/level");
                    findings.push(unknown(here, ("cấp độ", "level"), &format!("{}", threshold.level)));
                }
            }
        }
    }
}

impl<'d> Walk<'d, '_> {
    fn scheme(&mut self, here: &str, scheme: &'d Scheme) {
        for (k, precondition) in scheme.preconditions.iter().enumerate() {
            let (key, limit) = match precondition {
                Precondition::MinApplicable { min, .. } => ("min", min),
                Precondition::MaxNotApplicableShare { max, .. } => ("max", max),
            };
            self.limit(&format!("{here}/preconditions/{k}/{key}"), limit, None);
        }
        for (k, level) in scheme.levels.iter().enumerate() {
            let here = format!("{here}/levels/{k}");
            if usize::try_from(level.level) != Ok(k + 1) {
                self.findings.push(Finding::at(Code::LevelGap, format!("{here}/level")).with("found", level.level));
            }
            if let Condition::All { of } = &level.conditions {
                for (m, condition) in of.iter().enumerate() {
                    self.condition(&format!("{here}/conditions/{m}"), condition, level.level);
                }
            }
        }
    }

    fn condition(&mut self, here: &str, condition: &'d Condition, level: u32) {
        match condition {
            Condition::All { of } | Condition::Any { of } | Condition::AtLeast { of, .. } => {
                for (k, inner) in of.iter().enumerate() {
                    self.condition(&format!("{here}/of/{k}"), inner, level);
                }
            }
            Condition::ShareMet { group, min, .. } | Condition::CountMet { group, min, .. } | Condition::NodeValue { group, min, .. } => {
                self.group(here, group.as_ref());
                self.limit(&format!("{here}/min"), min, Some(level));
            }
            Condition::Mandatory { criteria } => {
                for (k, id) in criteria.iter().enumerate() {
                    if !self.criteria.contains(id.as_str()) {
                        self.findings.push(unknown(format!("{here}/criteria/{k}"), ("tiêu chí", "criterion"), id));
                    }
                }
            }
            Condition::LowerLevels => {}
        }
    }

    fn group(&mut self, here: &str, group: Option<&'d String>) {
        if let Some(id) = group
            && !self.groups.contains(id.as_str())
        {
            self.findings.push(unknown(format!("{here}/group"), ("nhóm", "group"), id));
        }
    }

    fn limit(&mut self, here: &str, limit: &'d Limit, level: Option<u32>) {
        let Limit::Parameter(id) = limit else { return };
        self.used.insert(id);
        let known = self.draft.header.parameters.iter().any(|p| p.id == *id && (p.level.is_none() || p.level == level));
        if !known {
            self.findings.push(unknown(here.into(), ("tham số", "parameter"), id));
        }
    }
}
