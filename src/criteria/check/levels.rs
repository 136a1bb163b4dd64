//! Levels run from 1 without a gap; their conditions name things that exist; parameters are used.

use super::ids::unknown;
use crate::criteria::judgement::Method;
use crate::criteria::read::Draft;
use crate::criteria::scheme::{Aggregate, Child, Condition, Limit, Node, Precondition, Scheme};
use crate::finding::{Code, Finding, Findings};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

struct Walk<'d, 'f> {
    draft: &'d Draft,
    /// The groups of the tree with how they put their children together.
    groups: BTreeMap<&'d str, Aggregate>,
    root: Aggregate,
    criteria: BTreeSet<&'d str>,
    used: BTreeSet<&'d str>,
    findings: &'f mut Findings,
}

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let mut used = BTreeSet::new();
    let mut by_id: BTreeMap<&str, usize> = BTreeMap::new();
    by_id.extend(draft.criteria.iter().enumerate().map(|(i, c)| (c.id.as_str(), i)));
    for (i, scheme) in draft.schemes.iter().enumerate() {
        let (mut groups, mut criteria) = (BTreeMap::new(), BTreeSet::new());
        members(&scheme.tree, &mut groups, &mut criteria);
        let mut in_tree: Vec<usize> = criteria.iter().filter_map(|id| by_id.get(id).copied()).collect();
        crate::order::sort(&mut in_tree);
        let mut walk = Walk { draft, groups, root: scheme.tree.aggregate, criteria, used, findings };
        walk.scheme(&format!("/schemes/{i}"), scheme);
        used = walk.used;
        asked_within(draft, &in_tree, scheme, findings);
    }
    for (i, parameter) in draft.header.parameters.iter().enumerate() {
        if !used.contains(parameter.id.as_str()) {
            findings.push(Finding::at(Code::UnusedParameter, format!("/parameters/{i}")).with("id", &parameter.id));
        }
    }
}

fn members<'d>(node: &'d Node, groups: &mut BTreeMap<&'d str, Aggregate>, criteria: &mut BTreeSet<&'d str>) {
    groups.extend(node.group.as_deref().map(|id| (id, node.aggregate)));
    for child in &node.children {
        match child {
            Child::Group(inner) => members(inner, groups, criteria),
            Child::Leaf { criterion, .. } => {
                criteria.insert(criterion);
            }
        }
    }
}

/// What is asked at a level that the scheme does not have would never be asked. A scheme without levels asks at level 1.
fn asked_within(draft: &Draft, in_tree: &[usize], scheme: &Scheme, findings: &mut Findings) {
    let known = |level: u32| scheme.levels.iter().any(|l| l.level == level) || (scheme.levels.is_empty() && level == 1);
    let mut missing = |here: &str, key: &str, level: u32| {
        if !findings.is_full() && !known(level) {
            findings.push(unknown(format!("{here}/{key}"), ("cấp độ", "level"), &format!("{level}")));
        }
    };
    for (i, criterion) in in_tree.iter().filter_map(|i| draft.criteria.get(*i).map(|c| (i, c))) {
        let Some(k) = criterion.judge.iter().position(|j| j.schemes.is_empty() || j.schemes.contains(&scheme.id)) else { continue };
        let Some(judgement) = criterion.judge.get(k) else { continue };
        asked(&format!("/criteria/{i}/judge/{k}"), &judgement.method, &mut missing);
    }
}

fn asked(here: &str, method: &Method, at: &mut dyn FnMut(&str, &str, u32)) {
    match method {
        Method::Range(range) => at(here, "level", range.level),
        Method::Combine { of, .. } => {
            for (k, part) in of.iter().enumerate() {
                asked(&format!("{here}/of/{k}"), &part.method, at);
            }
        }
        other => {
            for (m, threshold) in other.thresholds().iter().enumerate() {
                at(here, &format!("thresholds/{m}/level"), threshold.level);
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
            for (_, m, condition) in level.conditions.inner() {
                self.condition(&format!("{here}/conditions/{m}"), condition, level.level);
            }
        }
    }

    fn condition(&mut self, here: &str, condition: &'d Condition, level: u32) {
        if let Condition::NodeValue { group, .. } = condition {
            self.has_value(here, group.as_deref());
        }
        match condition {
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
            Condition::All { .. }
            | Condition::Any { .. }
            | Condition::AtLeast { .. }
            | Condition::If { .. }
            | Condition::Unclear { .. }
            | Condition::LowerLevels => {}
        }
        for (list, k, inner) in condition.inner() {
            self.condition(&format!("{here}/{list}/{k}"), inner, level);
        }
    }

    /// A node that only counts or shows has neither value nor share.
    fn has_value(&mut self, here: &str, group: Option<&str>) {
        let aggregate = group.map_or(Some(self.root), |id| self.groups.get(id).copied());
        if let Some(aggregate @ (Aggregate::CountPassed | Aggregate::None)) = aggregate {
            let why = match aggregate {
                Aggregate::None => ("`none` không có giá trị chung", "`none` has no value as a whole"),
                _ => ("`count_passed` chỉ đếm, không có điểm", "`count_passed` counts and has no points"),
            };
            self.findings.push(Finding::at(Code::NoResult, here).with("key", "node_value").with_both("why", why));
        }
    }

    fn group(&mut self, here: &str, group: Option<&'d String>) {
        if let Some(id) = group
            && !self.groups.contains_key(id.as_str())
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
