//! What becomes of each report: one standing each, whatever the order in which they came.

use super::{Anomaly, Submitted};
use crate::criteria::UnitKind;
use crate::finding::{Code, Finding, Findings, Place};
use crate::programme::outline::Outline;
use crate::programme::report::LocalReport;
use crate::programme::round::{Punctuality, Round, RoundUnit};
use crate::text::{Lang, pick};
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::Serialize;

/// What becomes of a report in a synthesis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Standing {
    /// Its amounts are in the national sums.
    Counted,
    /// Of a commune or urban area: shown inside its province, in no national sum.
    Inside,
    /// The same as another report of the unit, which stands for both.
    Copy,
    /// Another report of the unit says something else; none of them is counted.
    Contradicting,
    /// It has errors.
    Refused,
    /// It says that it is of another round.
    OtherRound,
    /// The unit is not asked.
    NotListed,
}

impl Standing {
    /// Every standing, in the order of tables.
    pub const ALL: &'static [Self] =
        &[Self::Counted, Self::Inside, Self::Copy, Self::Contradicting, Self::Refused, Self::OtherRound, Self::NotListed];

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Counted => pick(lang, "cộng vào số cả nước", "in the national sums"),
            Self::Inside => pick(lang, "nêu trong tỉnh, không cộng vào số cả nước", "shown inside the province, in no national sum"),
            Self::Copy => pick(lang, "bản trùng, không cộng lại", "a copy, not added again"),
            Self::Contradicting => {
                pick(lang, "mâu thuẫn với báo cáo khác của cùng đơn vị, chưa cộng", "contradicts another report of the unit, not added")
            }
            Self::Refused => pick(lang, "có lỗi, chưa cộng", "has errors, not added"),
            Self::OtherRound => pick(lang, "của đợt khác, không cộng", "of another round, not added"),
            Self::NotListed => pick(lang, "đơn vị không có trong danh sách, không cộng", "the unit is not asked, not added"),
        }
    }
}

/// A report on its way through a synthesis.
pub(super) struct Taken {
    pub(super) file: String,
    pub(super) report: LocalReport,
    pub(super) standing: Standing,
    pub(super) punctuality: Punctuality,
    pub(super) complete: bool,
    pub(super) findings: Findings,
}

impl Taken {
    pub(super) fn is(&self, standing: Standing) -> bool {
        self.standing == standing
    }

    /// Code of the province it belongs to.
    pub(super) fn province(&self) -> &str {
        match &self.report.unit.parent {
            Some(parent) if self.report.unit.kind != UnitKind::Province => parent,
            _ => &self.report.unit.code,
        }
    }
}

/// Every report with its standing, in an order that does not depend on how they came.
pub(super) fn take(
    reports: Vec<Submitted>,
    outline: &Outline,
    round: &Round,
    asked: &[RoundUnit],
    anomalies: &mut Vec<Anomaly>,
) -> Vec<Taken> {
    let mut keyed: Vec<(String, Taken)> = reports.into_iter().map(|one| one_report(one, outline, round, asked)).collect();
    keyed.sort_by(|(a_key, a), (b_key, b)| {
        let unit = |taken: &Taken| (taken.report.unit.code.clone(), taken.report.unit.kind.as_str());
        (unit(a), a.report.day(), a_key, &a.file).cmp(&(unit(b), b.report.day(), b_key, &b.file))
    });
    doubled(&mut keyed, anomalies);
    keyed.into_iter().map(|(_, taken)| taken).collect()
}

fn one_report(submitted: Submitted, outline: &Outline, round: &Round, asked: &[RoundUnit]) -> (String, Taken) {
    let Submitted { file, report, mut findings } = submitted;
    findings.append(report.check(outline, Some((round, asked))));
    let is_part = matches!(report.unit.kind, UnitKind::Commune | UnitKind::UrbanArea | UnitKind::NewUrbanArea);
    let standing = if findings.has_errors() {
        Standing::Refused
    } else if report.round.as_ref().is_some_and(|own| *own != round.round) {
        Standing::OtherRound
    } else if is_part {
        Standing::Inside
    } else if asked.iter().any(|unit| unit.code == report.unit.code) {
        Standing::Counted
    } else {
        Standing::NotListed
    };
    let (punctuality, complete) = (round.punctuality(&report), report.is_complete(outline));
    (content(&report), Taken { file, report, standing, punctuality, complete, findings })
}

/// What a report says: all of it but the day on which somebody received it.
fn content(report: &LocalReport) -> String {
    LocalReport { received: None, ..report.clone() }.canonical_json()
}

/// Reports of one unit: equal ones are one, others contradict each other.
fn doubled(keyed: &mut [(String, Taken)], anomalies: &mut Vec<Anomaly>) {
    let same_unit = |(_, a): &(String, Taken), (_, b): &(String, Taken)| {
        (&a.report.unit.code, a.report.unit.kind) == (&b.report.unit.code, b.report.unit.kind)
    };
    for group in keyed.chunk_by_mut(same_unit) {
        let mut versions: BTreeMap<String, String> = BTreeMap::new();
        for (key, taken) in group.iter_mut().filter(|(_, taken)| matches!(taken.standing, Standing::Counted | Standing::Inside)) {
            match versions.get(key) {
                Some(first) => {
                    let finding = Finding::new(Code::RoundCopy, file_place(&taken.file)).with("first", first);
                    anomalies.push(anomaly(taken, finding.with("name", &taken.report.unit.name)));
                    taken.standing = Standing::Copy;
                }
                None => {
                    versions.insert(key.clone(), taken.file.clone());
                }
            }
        }
        if versions.len() < 2 {
            continue;
        }
        let files: Vec<String> = versions.into_values().collect();
        for (_, taken) in group.iter_mut().filter(|(_, taken)| matches!(taken.standing, Standing::Counted | Standing::Inside)) {
            let (planned, disbursed) = taken.report.sums();
            let finding = Finding::new(Code::RoundContradict, file_place(&taken.file)).with("name", &taken.report.unit.name);
            let finding = finding.with("count", files.len()).with("files", files.join(", ")).with("lines", taken.report.funding.len());
            let finding = finding.with_both("planned", (planned.dong.to_vi(), planned.dong.to_en()));
            anomalies.push(anomaly(taken, finding.with_both("disbursed", (disbursed.dong.to_vi(), disbursed.dong.to_en()))));
            taken.standing = Standing::Contradicting;
        }
    }
}

/// A whole file as a place.
pub(super) fn file_place(file: &str) -> Place {
    Place::cell(file, 0, "")
}

/// Something found about a report.
pub(super) fn anomaly(taken: &Taken, finding: Finding) -> Anomaly {
    Anomaly { unit: Some(taken.report.unit.code.to_string()), file: Some(taken.file.clone()), finding }
}
