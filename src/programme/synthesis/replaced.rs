//! Reports that say which earlier report of their unit they stand in for. The later one is counted, the earlier one is kept and named. What a
//! reference does not settle (nobody by that name, a circle, two that differ) settles nothing: the reports then contradict each other as
//! any others.

use super::circles::circles;
use super::standing::{Standing, Taken, anomaly, file_place, listed};
use super::{Anomaly, Sums};
use crate::criteria::UnitKind;
use crate::date::Date;
use crate::finding::{Code, Finding};
use crate::programme::report::{LocalReport, document_number};
use crate::text::Lang;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// By what a report is named.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Name {
    Digest(String),
    Document(String, Date),
}

impl Name {
    fn of_document(report: &LocalReport) -> Option<Self> {
        Some(Self::Document(document_number(report.number.as_ref()?), report.date?))
    }

    /// What the reference of a report names.
    fn referred(report: &LocalReport) -> Option<Self> {
        let own = report.replaces.as_ref()?;
        match (&own.sha256, &own.number, own.date) {
            (Some(sha256), ..) => Some(Self::Digest(sha256.clone())),
            (None, Some(number), Some(date)) => Some(Self::Document(document_number(number), date)),
            _ => None,
        }
    }
}

/// Reports of one unit under one name.
#[derive(Default)]
struct Class {
    members: Vec<usize>,
    /// Reports that refer to it and whose reference counts.
    claims: Vec<usize>,
}

/// Classes by name and unit. A class is few numbers however many reports refer to it, so that time grows with the reports.
#[derive(Default)]
struct Classes {
    all: Vec<Class>,
    by_name: BTreeMap<Name, BTreeMap<(String, &'static str), usize>>,
}

fn unit_of(report: &LocalReport) -> (String, &'static str) {
    (report.unit.code.clone(), UnitKind::as_str(report.unit.kind))
}

impl Classes {
    fn put(&mut self, name: Name, report: &LocalReport, at: usize) {
        let next = self.all.len();
        let class = *self.by_name.entry(name).or_default().entry(unit_of(report)).or_insert(next);
        if class == next {
            self.all.push(Class::default());
        }
        if let Some(class) = self.all.get_mut(class) {
            class.members.push(at);
        }
    }

    /// Classes that the reports can be found in. Digests are computed only where somebody refers to one.
    fn of(keyed: &[(String, Taken)]) -> Self {
        let mut out = Self::default();
        let by_digest = keyed.iter().any(|(_, taken)| taken.report.replaces.as_ref().is_some_and(|own| own.sha256.is_some()));
        for (at, (sent, Taken { report, .. })) in keyed.iter().enumerate().filter(|(_, (_, taken))| !taken.is(Standing::Copy)) {
            if by_digest {
                out.put(Name::Digest(crate::digest::sha256(sent.as_bytes())), report, at);
            }
            if let Some(name) = Name::of_document(report) {
                out.put(name, report, at);
            }
        }
        out
    }
}

/// Gives every report that is stood in for its standing.
pub(super) fn settle(keyed: &mut [(String, Taken)], anomalies: &mut Vec<Anomaly>) {
    if keyed.iter().all(|(_, taken)| taken.report.replaces.is_none()) {
        return;
    }
    let mut classes = Classes::of(keyed);
    let claims = claims(keyed, &classes, anomalies);
    let claims = without_circles(keyed, &classes, claims, anomalies);
    for (by, class) in claims {
        if let Some(class) = classes.all.get_mut(class) {
            class.claims.push(by);
        }
    }
    let mut by: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for class in &classes.all {
        let Some(first) = class.claims.first() else { continue };
        // The one report that refers to its own number stands in for the others of that number.
        let of = |member: &&usize| class.claims.len() > 1 || *member != first;
        class.members.iter().filter(of).for_each(|member| {
            by.entry(*member).or_default().extend(class.claims.iter().filter(|claim| *claim != member).take(2));
        });
    }
    twice(keyed, &classes, &by, anomalies);
    for (at, others) in by {
        let file = |at: &usize| keyed.get(*at).map(|(_, taken)| taken.file.clone());
        let files: Vec<String> = others.iter().filter_map(file).collect();
        let Some((_, taken)) = keyed.get_mut(at) else { continue };
        let sums = taken.report.funding.iter().fold(Sums::default(), Sums::with);
        let finding = Finding::new(Code::RoundReplaced, file_place(&taken.file)).with("name", &taken.report.unit.name);
        let finding = finding.with("lines", sums.lines).with("by", listed(&files));
        let finding = finding.with_both("planned", (sums.planned.dong.to_vi(), sums.planned.dong.to_en()));
        anomalies.push(anomaly(taken, finding.with_both("disbursed", (sums.disbursed.dong.to_vi(), sums.disbursed.dong.to_en()))));
        taken.standing = Standing::Replaced;
        taken.replaced_by = files.into_iter().next();
    }
}

/// Usable reports with the class that they refer to; what is found nowhere, or only of another unit, is said.
fn claims(keyed: &[(String, Taken)], classes: &Classes, anomalies: &mut Vec<Anomaly>) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for (at, (_, taken)) in keyed.iter().enumerate().filter(|(_, (_, taken))| taken.is_usable()) {
        let report = &taken.report;
        let Some((name, own)) = Name::referred(report).zip(report.replaces.as_ref()) else { continue };
        let found = classes.by_name.get(&name);
        let is_there = |class: &usize| {
            let other = classes.all.get(*class).and_then(|class| class.members.iter().find(|member| **member != at));
            // Reports of one digest are the same, so that one of them answers for all; of a name alone all of it was asked already.
            other.and_then(|other| keyed.get(*other)).is_some_and(|(_, other)| own.sha256.is_none() || own.names(&other.report))
        };
        match found.and_then(|units| units.get(&unit_of(report))).filter(|class| is_there(class)) {
            Some(class) => out.push((at, *class)),
            None => {
                let mut others = found.into_iter().flat_map(|units| units.keys()).filter(|unit| **unit != unit_of(report));
                let what = (own.text(Lang::Vi), own.text(Lang::En));
                let find = |code| Finding::new(code, file_place(&taken.file)).with("name", &report.unit.name).with_both("what", what);
                let finding = match others.next() {
                    Some((code, _)) => find(Code::RoundReplacesOther).with("other", code),
                    None => find(Code::RoundReplacesUnknown),
                };
                anomalies.push(anomaly(taken, finding));
            }
        }
    }
    out
}

/// The references that are in no circle.
fn without_circles(
    keyed: &[(String, Taken)],
    classes: &Classes,
    claims: Vec<(usize, usize)>,
    anomalies: &mut Vec<Anomaly>,
) -> Vec<(usize, usize)> {
    // Reports lead to the class that they refer to, classes to their members.
    let mut edges: Vec<Vec<usize>> = vec![Vec::new(); keyed.len()];
    for (by, class) in &claims {
        if let Some(own) = edges.get_mut(*by) {
            own.push(keyed.len() + class);
        }
    }
    edges.extend(classes.all.iter().map(|class| class.members.clone()));
    let found = circles(&edges);
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (by, _) in &claims {
        if let Some(circle) = found.get(*by) {
            members.entry(*circle).or_default().push(*by);
        }
    }
    // A report that refers to its own number reaches itself alone; that is no circle.
    members.retain(|_, own| own.len() > 1);
    let mut bad = BTreeSet::new();
    for own in members.into_values() {
        let reports: Vec<&Taken> = own.iter().filter_map(|at| keyed.get(*at)).map(|(_, taken)| taken).collect();
        let files = listed(&reports.iter().map(|taken| taken.file.clone()).collect::<Vec<_>>());
        for taken in reports {
            let finding = Finding::new(Code::RoundReplacementCycle, file_place(&taken.file)).with("name", &taken.report.unit.name);
            anomalies.push(anomaly(taken, finding.with("files", &files)));
        }
        bad.extend(own);
    }
    claims.into_iter().filter(|(by, _)| !bad.contains(by)).collect()
}

/// Reports that stand in for the same one and for none of each other: they are left to contradict each other.
fn twice(keyed: &[(String, Taken)], classes: &Classes, by: &BTreeMap<usize, BTreeSet<usize>>, anomalies: &mut Vec<Anomaly>) {
    let is_left = |at: &&usize| !by.contains_key(at);
    let mut rivals: Vec<(usize, BTreeSet<usize>)> = Vec::new();
    for class in &classes.all {
        let left: BTreeSet<usize> = class.claims.iter().filter(is_left).copied().collect();
        if let Some(of) = class.members.iter().find(|member| !left.contains(member)).filter(|_| left.len() > 1) {
            rivals.push((*of, left));
        }
    }
    // One by number, the other by digest.
    for (of, claims) in by {
        let left: BTreeSet<usize> = claims.iter().filter(is_left).copied().collect();
        if left.len() > 1 && !rivals.iter().any(|(_, known)| left.is_subset(known)) {
            rivals.push((*of, left));
        }
    }
    for (of, left) in rivals {
        let Some((_, of)) = keyed.get(of) else { continue };
        let own: Vec<&Taken> = left.iter().filter_map(|at| keyed.get(*at)).map(|(_, taken)| taken).collect();
        let files = listed(&own.iter().map(|taken| taken.file.clone()).collect::<Vec<_>>());
        for taken in own {
            let finding = Finding::new(Code::RoundReplacedTwice, file_place(&taken.file)).with("name", &taken.report.unit.name);
            anomalies.push(anomaly(taken, finding.with("of", &of.file).with("files", &files)));
        }
    }
}
