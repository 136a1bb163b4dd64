//! What becomes of each report: one standing each, whatever the order in which they came.

use super::{Anomaly, Submitted};
use crate::criteria::UnitKind;
use crate::finding::{Code, Finding, Findings, Place};
use crate::programme::outline::Outline;
use crate::programme::report::LocalReport;
use crate::programme::round::{Punctuality, Round, RoundUnit};
use crate::text::{Lang, pick};
use alloc::collections::{BTreeMap, BTreeSet};
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
    /// Another report of the unit stands in for it and says so.
    Replaced,
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
        &[Self::Counted, Self::Inside, Self::Copy, Self::Replaced, Self::Contradicting, Self::Refused, Self::OtherRound, Self::NotListed];

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Counted => pick(lang, "cộng vào số cả nước", "in the national sums"),
            Self::Inside => pick(lang, "nêu trong tỉnh, không cộng vào số cả nước", "shown inside the province, in no national sum"),
            Self::Copy => pick(lang, "bản trùng, không cộng lại", "a copy, not added again"),
            Self::Replaced => pick(lang, "đã có báo cáo khác thay thế, không cộng", "replaced by another report of the unit, not added"),
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
    /// File of the report that stands in for it.
    pub(super) replaced_by: Option<String>,
    pub(super) punctuality: Punctuality,
    pub(super) complete: bool,
    pub(super) findings: Findings,
}

impl Taken {
    pub(super) fn is(&self, standing: Standing) -> bool {
        self.standing == standing
    }

    /// Counted or shown, as long as no other report of the unit says something else.
    pub(super) fn is_usable(&self) -> bool {
        matches!(self.standing, Standing::Counted | Standing::Inside)
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
    keyed.chunk_by_mut(same_unit).for_each(|group| copies(group, anomalies));
    super::replaced::settle(&mut keyed, anomalies);
    keyed.chunk_by_mut(same_unit).for_each(|group| contradictions(group, anomalies));
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
    (report.sent(), Taken { file, report, standing, replaced_by: None, punctuality, complete, findings })
}

fn same_unit((_, a): &(String, Taken), (_, b): &(String, Taken)) -> bool {
    (&a.report.unit.code, a.report.unit.kind) == (&b.report.unit.code, b.report.unit.kind)
}

/// Equal reports of one unit are one, whatever day somebody received them.
fn copies(group: &mut [(String, Taken)], anomalies: &mut Vec<Anomaly>) {
    let mut versions: BTreeMap<&String, String> = BTreeMap::new();
    for (sent, taken) in group.iter_mut().filter(|(_, taken)| taken.is_usable()) {
        match versions.get(sent) {
            Some(first) => {
                let finding = Finding::new(Code::RoundCopy, file_place(&taken.file)).with("first", first);
                anomalies.push(anomaly(taken, finding.with("name", &taken.report.unit.name)));
                taken.standing = Standing::Copy;
            }
            None => drop(versions.insert(sent, taken.file.clone())),
        }
    }
}

/// What is left of one unit contradicts each other.
fn contradictions(group: &mut [(String, Taken)], anomalies: &mut Vec<Anomaly>) {
    let files: Vec<String> = group.iter().filter(|(_, taken)| taken.is_usable()).map(|(_, taken)| taken.file.clone()).collect();
    if files.len() < 2 {
        return;
    }
    for (_, taken) in group.iter_mut().filter(|(_, taken)| taken.is_usable()) {
        let (planned, disbursed) = taken.report.sums();
        let finding = Finding::new(Code::RoundContradict, file_place(&taken.file)).with("name", &taken.report.unit.name);
        let finding = finding.with("count", files.len()).with("files", listed(&files)).with("lines", taken.report.funding.len());
        let finding = finding.with_both("planned", (planned.dong.to_vi(), planned.dong.to_en()));
        anomalies.push(anomaly(taken, finding.with_both("disbursed", (disbursed.dong.to_vi(), disbursed.dong.to_en()))));
        taken.standing = Standing::Contradicting;
    }
}

/// The first few files by name; each of the others has a finding of its own.
pub(super) fn listed(files: &[String]) -> String {
    const SHOWN: usize = 10;
    let known: BTreeSet<&str> = files.iter().map(String::as_str).collect();
    let mut out = known.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    if known.len() > SHOWN {
        out.push_str(", …");
    }
    out
}

/// A whole file as a place.
pub(super) fn file_place(file: &str) -> Place {
    Place::cell(file, 0, "")
}

/// Something found about a report.
pub(super) fn anomaly(taken: &Taken, finding: Finding) -> Anomaly {
    Anomaly { unit: Some(taken.report.unit.code.to_string()), file: Some(taken.file.clone()), finding }
}
