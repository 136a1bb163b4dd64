//! Every number is cited or marked as an assumption with its reason; every source is cited.

use super::ids::ids;
use crate::criteria::criterion::Expr;
use crate::criteria::header::{Basis, Cite, Status};
use crate::criteria::judgement::Method;
use crate::criteria::points::Ground;
use crate::criteria::read::Draft;
use crate::criteria::scheme::{Condition, Limit, Precondition, Scheme};
use crate::finding::{Code, Finding, Findings};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;

struct Citing<'d, 'f> {
    known: BTreeSet<&'d str>,
    used: BTreeSet<&'d str>,
    findings: &'f mut Findings,
}

impl<'d> Citing<'d, '_> {
    /// Cites that only have to resolve.
    fn cites(&mut self, here: &str, cites: &'d [Cite]) {
        for (i, cite) in cites.iter().enumerate() {
            if self.known.contains(cite.source.as_str()) {
                self.used.insert(&cite.source);
            } else {
                let pointer = format!("{here}/cites/{i}/source");
                self.findings.push(super::ids::unknown(pointer, ("nguồn", "source"), &cite.source));
            }
        }
    }

    /// A number: cited, or an assumption with its reason.
    fn number(&mut self, here: &str, basis: Basis, cites: &'d [Cite], note: Option<&String>) {
        self.cites(here, cites);
        if cites.is_empty() && basis != Basis::Assumption {
            self.findings.push(Finding::at(Code::NoCitation, here));
        }
        if cites.is_empty() && basis == Basis::Assumption && note.is_none() {
            self.findings.push(Finding::at(Code::AssumptionWithoutReason, here));
        }
    }

    /// A number that no basis goes with: it is read in a source.
    fn read(&mut self, here: &str, cites: &'d [Cite]) {
        self.number(here, Basis::Source, cites, None);
    }

    fn ground(&mut self, here: &str, ground: &'d Ground) {
        self.number(here, ground.basis, &ground.cites, ground.note.as_ref());
    }

    fn limit(&mut self, here: &str, limit: &'d Limit) {
        let Limit::Varied { variants, .. } = limit else { return };
        for (k, variant) in variants.iter().enumerate() {
            self.read(&format!("{here}/variants/{k}"), &variant.cites);
        }
    }

    fn condition(&mut self, here: &str, condition: &'d Condition) {
        match condition {
            Condition::ShareMet { min, .. } | Condition::CountMet { min, .. } | Condition::NodeValue { min, .. } => {
                self.limit(&format!("{here}/min"), min);
            }
            Condition::Unclear { cites, .. } => self.read(here, cites),
            Condition::All { .. }
            | Condition::Any { .. }
            | Condition::AtLeast { .. }
            | Condition::If { .. }
            | Condition::Mandatory { .. }
            | Condition::LowerLevels => {}
        }
        for (list, k, inner) in condition.inner() {
            self.condition(&format!("{here}/{list}/{k}"), inner);
        }
    }

    fn scheme(&mut self, here: &str, scheme: &'d Scheme) {
        let missing = &scheme.missing;
        self.number(&format!("{here}/missing"), missing.basis, &missing.cites, missing.note.as_ref());
        for (k, rule) in scheme.not_considered.iter().enumerate() {
            self.read(&format!("{here}/not_considered/{k}"), &rule.cites);
        }
        if let Some(rule) = &scheme.panel {
            self.number(&format!("{here}/panel"), rule.basis, &rule.cites, rule.note.as_ref());
        }
        if let Some(compare) = &scheme.compare_with {
            self.read(&format!("{here}/compare_with"), &compare.cites);
        }
        for (k, rule) in scheme.rounding.iter().enumerate() {
            self.read(&format!("{here}/rounding/{k}"), &rule.cites);
        }
        for (k, precondition) in scheme.preconditions.iter().enumerate() {
            let (key, limit) = match precondition {
                Precondition::MinApplicable { min, .. } => ("min", min),
                Precondition::MaxNotApplicableShare { max, .. } => ("max", max),
            };
            self.limit(&format!("{here}/preconditions/{k}/{key}"), limit);
        }
        for (k, level) in scheme.levels.iter().enumerate() {
            for (_, m, condition) in level.conditions.inner() {
                self.condition(&format!("{here}/levels/{k}/conditions/{m}"), condition);
            }
        }
        if let Some(tolerance) = &scheme.published_tolerance {
            self.read(&format!("{here}/published_tolerance"), &tolerance.cites);
        }
    }

    fn expression(&mut self, here: &str, expr: &'d Expr) {
        if let Expr::Constant { cites, .. } = expr {
            self.read(here, cites);
        }
        expr.terms().iter().for_each(|e| self.expression(here, e));
    }
}

pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let header = &draft.header;
    if header.status != Status::Official && header.not_official.is_none() {
        let status = if header.status == Status::Reported { "reported" } else { "reference" };
        findings.push(Finding::at(Code::NoHonestyMark, "").with("status", status));
    }
    for (i, source) in header.sources.iter().enumerate() {
        if let Some(issued) = source.issued
            && issued.first_day() > source.retrieved.last_day()
        {
            findings.push(
                Finding::at(Code::DateOrder, format!("/sources/{i}"))
                    .with("first", "issued")
                    .with("from", issued)
                    .with("second", "retrieved")
                    .with("to", source.retrieved),
            );
        }
    }
    let known = ids(header.sources.iter().map(|s| s.id.as_str()));
    let mut citing = Citing { known, used: BTreeSet::new(), findings };
    for (i, parameter) in header.parameters.iter().enumerate() {
        citing.number(&format!("/parameters/{i}"), parameter.basis, &parameter.cites, parameter.note.as_ref());
    }
    for (i, rule) in header.rules.iter().enumerate() {
        citing.cites(&format!("/rules/{i}"), &rule.cites);
    }
    for (i, group) in header.groups.iter().enumerate() {
        citing.cites(&format!("/groups/{i}"), &group.cites);
    }
    for (i, criterion) in draft.criteria.iter().enumerate() {
        let here = format!("/criteria/{i}");
        citing.read(&here, &criterion.cites);
        for (k, point) in criterion.data_points.iter().enumerate() {
            if let Some(expr) = &point.derive {
                citing.expression(&format!("{here}/data_points/{k}/derive"), expr);
            }
        }
        for (k, judgement) in criterion.judge.iter().enumerate() {
            method(&mut citing, &format!("{here}/judge/{k}"), &judgement.method);
        }
    }
    for (i, scheme) in draft.schemes.iter().enumerate() {
        citing.scheme(&format!("/schemes/{i}"), scheme);
    }
    let used = citing.used;
    for (i, source) in header.sources.iter().enumerate() {
        if !used.contains(source.id.as_str()) {
            findings.push(Finding::at(Code::UnusedSource, format!("/sources/{i}")).with("id", &source.id));
        }
    }
}

fn method<'d>(citing: &mut Citing<'d, '_>, here: &str, method: &'d Method) {
    match method {
        Method::Goalposts { basis, cites, .. } => citing.number(here, *basis, cites, None),
        Method::Survey { cites, .. } => citing.read(here, cites),
        Method::Interpolate(i) => {
            citing.ground(here, &i.ground);
            if let Some(relief) = &i.relief {
                citing.read(&format!("{here}/relief"), &relief.cites);
            }
        }
        Method::Steps { open, ground, .. } => {
            citing.ground(here, ground);
            if let Some(open) = open {
                citing.read(&format!("{here}/open"), &open.cites);
            }
        }
        Method::TargetShare { ground, .. } => citing.ground(here, ground),
        Method::Range(range) => citing.ground(here, &range.ground),
        Method::Combine { of, .. } => {
            for (k, part) in of.iter().enumerate() {
                let here = format!("{here}/of/{k}");
                if let Some(expr) = &part.derive {
                    citing.expression(&format!("{here}/derive"), expr);
                }
                self::method(citing, &here, &part.method);
            }
        }
        Method::PassFail { .. } | Method::Monitor => {}
    }
    for (k, threshold) in method.thresholds().iter().enumerate() {
        let here = format!("{here}/thresholds/{k}");
        citing.number(&here, threshold.basis, &threshold.cites, threshold.note.as_ref());
        for (m, variant) in threshold.variants.iter().enumerate() {
            citing.number(&format!("{here}/variants/{m}"), variant.basis, &variant.cites, variant.note.as_ref());
        }
    }
}
