//! The tree of a scheme: references, points, weights, and which aggregate may stand under which.

use super::ids::unknown;
use super::points::most_points;
use crate::criteria::criterion::Criterion;
use crate::criteria::judgement::Method;
use crate::criteria::points::Combination;
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
        named(&here, scheme, findings);
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
                    self.leaf(&here, node, criterion, *max_points);
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
        if node.aggregate.weighs() && (negative || weight.is_none_or(|w| w <= Decimal::ZERO)) {
            self.findings.push(Finding::at(Code::BadWeight, format!("{here}/children")));
        }
        if let Some(exponent) = node.exponent.filter(|exponent| !is_exponent(*exponent)) {
            let why = ("phải từ 0,1 đến 10 hoặc từ -10 đến -0,1", "it must be from 0.1 to 10 or from -10 to -0.1");
            let finding = Finding::at(Code::ImpossibleValue, format!("{here}/exponent"));
            self.findings.push(finding.with("value", exponent).with_both("why", why));
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
            Aggregate::WeightedArithmetic
            | Aggregate::WeightedGeometric
            | Aggregate::WeightedHarmonic
            | Aggregate::PowerMean
            | Aggregate::Minimum => child.aggregate == Aggregate::Sum || child.aggregate.weighs(),
            Aggregate::SumOfScored | Aggregate::None => child.aggregate == parent.aggregate,
        };
        if !fits {
            self.mixed(here, parent, child.aggregate.as_str());
        }
    }

    fn leaf(&mut self, here: &str, parent: &Node, id: &str, max_points: Option<Dec>) {
        self.once(here, "criterion", id);
        let Some(criterion) = self.draft.criteria.iter().find(|c| c.id == *id) else {
            self.findings.push(unknown(format!("{here}/criterion"), ("tiêu chí", "criterion"), id));
            return;
        };
        match judged(criterion, self.scheme) {
            None => self.findings.push(Finding::at(Code::NoJudgement, here).with("id", id).with("scheme", &self.scheme.id)),
            Some(method) if !stands_under(method, parent.aggregate) => self.mixed(here, parent, method.as_str()),
            Some(method) => {
                if let (Some(declared), Some(most)) = (max_points, most_points(method))
                    && declared != most
                {
                    let finding = Finding::at(Code::MostPoints, format!("{here}/max_points"));
                    self.findings.push(finding.with("id", id).with("declared", declared).with("most", most));
                }
            }
        }
    }

    fn mixed(&mut self, here: &str, parent: &Node, child: &str) {
        self.findings.push(Finding::at(Code::MixedAggregate, here).with("child", child).with("parent", parent.aggregate.as_str()));
    }
}

/// Exponents for which powers and roots keep their digits; nought would be the geometric mean.
fn is_exponent(exponent: Dec) -> bool {
    let size = exponent.value().abs();
    size >= Decimal::new(1, 1) && size <= Decimal::TEN
}

/// Whether an aggregate can do something with what a method gives.
fn stands_under(method: &Method, parent: Aggregate) -> bool {
    match method {
        Method::Monitor => true,
        Method::Goalposts { .. } => !matches!(parent, Aggregate::SumOfScored | Aggregate::None),
        Method::Interpolate(_) | Method::Steps { .. } => parent == Aggregate::Sum,
        Method::TargetShare { .. } | Method::Combine { how: Combination::Sum, .. } => parent == Aggregate::SumOfScored,
        Method::PassFail { .. } | Method::Survey { .. } | Method::Range(_) | Method::Combine { .. } => parent == Aggregate::CountPassed,
    }
}

/// The method of a criterion in a scheme.
pub(crate) fn judged<'c>(criterion: &'c Criterion, scheme: &Scheme) -> Option<&'c Method> {
    criterion.judge.iter().find(|j| j.schemes.is_empty() || j.schemes.contains(&scheme.id)).map(|j| &j.method)
}

pub(super) fn uses(node: &Node, wanted: fn(Aggregate) -> bool) -> bool {
    wanted(node.aggregate) || node.children.iter().any(|c| matches!(c, Child::Group(inner) if uses(inner, wanted)))
}

/// Which missing policy fits which tree.
fn policy(here: &str, scheme: &Scheme, findings: &mut Findings) {
    let sums = uses(&scheme.tree, |a| a == Aggregate::Sum);
    let scored_only = uses(&scheme.tree, |a| a == Aggregate::SumOfScored);
    let why = match scheme.missing.policy {
        MissingPolicy::Exclude if scheme.missing.minimum_share.is_none() => ("cần `minimum_share`", "it needs `minimum_share`"),
        MissingPolicy::Exclude if sums => ("cây có nhóm cộng điểm `sum`", "the tree has a `sum` group"),
        MissingPolicy::NotMet | MissingPolicy::Zero | MissingPolicy::Undecided if scored_only => (
            "`sum_of_scored` luôn bỏ chỉ số thiếu khỏi cả hai vế, hãy ghi `exclude`",
            "`sum_of_scored` leaves what is missing out of both sides, write `exclude`",
        ),
        _ => return,
    };
    let finding = Finding::at(Code::MissingPolicyMismatch, format!("{here}/missing"));
    findings.push(finding.with("policy", scheme.missing.policy.as_str()).with_both("why", why));
}

/// What names a result needs a result to name.
fn named(here: &str, scheme: &Scheme, findings: &mut Findings) {
    let mut nothing = |key: &'static str, why: (&'static str, &'static str)| {
        findings.push(Finding::at(Code::NoResult, format!("{here}/{key}")).with("key", key).with_both("why", why));
    };
    let shared = |a: Aggregate| a.weighs() || matches!(a, Aggregate::Sum | Aggregate::SumOfScored);
    if !scheme.bands.is_empty() && !uses(&scheme.tree, shared) {
        nothing("bands", ("không nhóm nào có tỷ lệ điểm", "no node of the tree has a share"));
    }
    let why = match scheme.tree.aggregate {
        Aggregate::None => ("`none` chỉ nêu giá trị, không có kết quả chung", "`none` only shows values and has no result as a whole"),
        Aggregate::CountPassed => ("`count_passed` chỉ đếm, không có điểm", "`count_passed` counts and has no points"),
        Aggregate::Sum
        | Aggregate::WeightedArithmetic
        | Aggregate::WeightedGeometric
        | Aggregate::WeightedHarmonic
        | Aggregate::PowerMean
        | Aggregate::Minimum
        | Aggregate::SumOfScored => return,
    };
    if scheme.score.is_some() {
        nothing("score", why);
    }
    if scheme.tree.aggregate == Aggregate::None && !scheme.levels.is_empty() {
        nothing("levels", why);
    }
}
