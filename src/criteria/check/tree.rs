//! The tree of a scheme: references, points, weights, and which aggregate may stand under which.

use super::ids::unknown;
use crate::criteria::criterion::Criterion;
use crate::criteria::judgement::Method;
use crate::criteria::read::Draft;
use crate::criteria::scheme::{Aggregate, Child, MissingPolicy, Node, Scheme};
use crate::finding::{Code, Finding, Findings};
use crate::number::Dec;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use rust_decimal::Decimal;

struct Walk<'d> {
    draft: &'d Draft,
    scheme: &'d Scheme,
    seen: BTreeSet<String>,
    findings: &'d mut Findings,
}

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    for (i, scheme) in draft.schemes.iter().enumerate() {
        let here = format!("/schemes/{i}");
        let mut walk = Walk { draft, scheme, seen: BTreeSet::new(), findings };
        walk.node(&format!("{here}/tree"), &scheme.tree);
        policy(&here, scheme, findings);
    }
}

impl Walk<'_> {
    fn node(&mut self, here: &str, node: &Node) {
        if let Some(group) = &node.group {
            self.once(here, "group", group);
            if !self.draft.header.groups.iter().any(|g| g.id == *group) {
                self.findings.push(unknown(format!("{here}/group"), ("nhóm", "group"), group));
            }
        }
        let mut sum = Some(Decimal::ZERO);
        let mut weight = Some(Decimal::ZERO);
        let mut negative = false;
        for (k, child) in node.children.iter().enumerate() {
            let here = format!("{here}/children/{k}");
            let (child_weight, child_points) = match child {
                Child::Group(inner) => {
                    self.group_under(&here, node, inner);
                    self.node(&here, inner);
                    (inner.weight, inner.max_points)
                }
                Child::Leaf { criterion, weight, max_points } => {
                    self.leaf(&here, node, criterion);
                    (*weight, *max_points)
                }
            };
            if node.aggregate == Aggregate::Sum && child_points.is_none_or(|p| p < Dec::ZERO) {
                self.findings.push(Finding::at(Code::MissingPoints, here));
            }
            sum = sum.and_then(|s| s.checked_add(child_points.unwrap_or(Dec::ZERO).value()));
            let w = child_weight.unwrap_or(Dec::ONE);
            negative |= w < Dec::ZERO;
            weight = weight.and_then(|s| s.checked_add(w.value()));
        }
        if node.aggregate == Aggregate::WeightedArithmetic && (negative || weight.is_none_or(|w| w <= Decimal::ZERO)) {
            self.findings.push(Finding::at(Code::BadWeight, format!("{here}/children")));
        }
        if let (Aggregate::Sum, Some(declared)) = (node.aggregate, node.max_points)
            && sum.map(Dec::from) != Some(declared)
        {
            let sum = sum.map_or_else(|| "?".into(), |s| format!("{}", Dec::from(s)));
            let id = node.group.as_deref().unwrap_or("root");
            self.findings.push(Finding::at(Code::PointSum, here).with("id", id).with("declared", declared).with("sum", sum));
        }
    }

    fn once(&mut self, here: &str, what: &str, id: &str) {
        if !self.seen.insert(format!("{what} {id}")) {
            self.findings.push(Finding::at(Code::DoubledInTree, format!("{here}/{what}")).with("id", id));
        }
    }

    fn group_under(&mut self, here: &str, parent: &Node, child: &Node) {
        let fits = match parent.aggregate {
            Aggregate::CountPassed => true,
            Aggregate::Sum => child.aggregate == Aggregate::Sum,
            Aggregate::WeightedArithmetic => child.aggregate != Aggregate::CountPassed,
        };
        if !fits {
            self.mixed(here, parent, child.aggregate.as_str());
        }
    }

    fn leaf(&mut self, here: &str, parent: &Node, id: &str) {
        self.once(here, "criterion", id);
        let Some(criterion) = self.draft.criteria.iter().find(|c| c.id == *id) else {
            self.findings.push(unknown(format!("{here}/criterion"), ("tiêu chí", "criterion"), id));
            return;
        };
        match judged(criterion, self.scheme) {
            None => self.findings.push(Finding::at(Code::NoJudgement, here).with("id", id).with("scheme", &self.scheme.id)),
            Some(method @ (Method::PassFail { .. } | Method::Survey { .. })) if parent.aggregate != Aggregate::CountPassed => {
                self.mixed(here, parent, method.as_str());
            }
            Some(_) => {}
        }
    }

    fn mixed(&mut self, here: &str, parent: &Node, child: &str) {
        self.findings.push(Finding::at(Code::MixedAggregate, here).with("child", child).with("parent", parent.aggregate.as_str()));
    }
}

/// The method of a criterion in a scheme.
pub(crate) fn judged<'c>(criterion: &'c Criterion, scheme: &Scheme) -> Option<&'c Method> {
    criterion.judge.iter().find(|j| j.schemes.is_empty() || j.schemes.contains(&scheme.id)).map(|j| &j.method)
}

/// Which missing policy fits which tree.
fn policy(here: &str, scheme: &Scheme, findings: &mut Findings) {
    fn uses(node: &Node, aggregate: Aggregate) -> bool {
        node.aggregate == aggregate || node.children.iter().any(|c| matches!(c, Child::Group(inner) if uses(inner, aggregate)))
    }
    let fits = match scheme.missing.policy {
        MissingPolicy::Exclude => !uses(&scheme.tree, Aggregate::Sum) && scheme.missing.minimum_share.is_some(),
        MissingPolicy::NotMet | MissingPolicy::Zero | MissingPolicy::Undecided => true,
    };
    if !fits {
        findings.push(Finding::at(Code::MissingPolicyMismatch, format!("{here}/missing")).with("policy", scheme.missing.policy.as_str()));
    }
}
