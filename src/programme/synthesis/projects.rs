//! Every project of every report, and those that more than one unit reports.

use super::Anomaly;
use super::standing::{Standing, Taken, listed};
use crate::finding::{Code, Finding, Place};
use crate::number::Dec;
use crate::programme::money::MoneyUnit;
use crate::programme::report::{FundingLine, project_key};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::Serialize;

/// A project of one report.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Project {
    /// Code of the unit.
    pub unit: String,
    /// Code of the province that the unit is or lies in, as the report says.
    pub province: String,
    /// File of the report.
    pub file: String,
    /// What became of the report.
    pub standing: Standing,
    /// Name as written first.
    pub project: String,
    /// Code of the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Its lines.
    pub lines: Vec<ProjectLine>,
}

/// Money of a project in a year from a source.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ProjectLine {
    /// Category.
    pub category: String,
    /// Year.
    pub year: u16,
    /// Class of funds.
    pub source: String,
    /// Planned, in đồng.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<Dec>,
    /// Disbursed, in đồng.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disbursed: Option<Dec>,
    /// Amounts that are none, as written: planned, disbursed, unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<(Option<Dec>, Option<Dec>, Option<MoneyUnit>)>,
    /// Another writing of the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// Remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Project {
    /// What it is told apart by: see [`FundingLine::project_key`].
    pub(super) fn key(&self) -> String {
        project_key(self.code.as_deref(), &self.project)
    }
}

pub(super) fn projects(taken: &[Taken]) -> Vec<Project> {
    let mut out = Vec::new();
    for one in taken {
        let mut own: BTreeMap<String, Project> = BTreeMap::new();
        for line in &one.report.funding {
            let project = own.entry(line.project_key()).or_insert_with(|| Project {
                unit: one.report.unit.code.clone(),
                province: one.province().to_string(),
                file: one.file.clone(),
                standing: one.standing,
                project: line.project.clone(),
                code: line.code.clone(),
                lines: Vec::new(),
            });
            let another = (project.project != line.project).then(|| line.project.clone());
            project.lines.push(of(line, another));
        }
        for mut project in own.into_values() {
            project.lines.sort_by(|a, b| order(a).cmp(&order(b)));
            out.push(project);
        }
    }
    out
}

fn order(line: &ProjectLine) -> impl Ord + '_ {
    (line.year, &line.category, &line.source, line.planned, line.disbursed, &line.project, &line.note)
}

fn of(line: &FundingLine, project: Option<String>) -> ProjectLine {
    let (planned, disbursed) = (line.planned_dong(), line.disbursed_dong());
    let is_kept = line.planned.is_some() == planned.is_some() && line.disbursed.is_some() == disbursed.is_some();
    ProjectLine {
        category: line.category.clone(),
        year: line.year,
        source: line.source.clone(),
        planned,
        disbursed,
        written: (!is_kept).then_some((line.planned, line.disbursed, line.unit)),
        project,
        note: line.note.clone(),
    }
}

/// The same project in reports of several units. A province and one commune of it may both report a project: only one of them is added.
pub(super) fn of_several(taken: &[Taken], anomalies: &mut Vec<Anomaly>) {
    let mut by_key: BTreeMap<String, Vec<(&Taken, &FundingLine)>> = BTreeMap::new();
    for one in taken.iter().filter(|one| one.is_usable()) {
        for line in &one.report.funding {
            by_key.entry(line.project_key()).or_default().push((one, line));
        }
    }
    for lines in by_key.values() {
        let provinces: BTreeSet<&str> = lines.iter().map(|(one, _)| one.province()).collect();
        let parts: BTreeSet<&str> =
            lines.iter().filter(|(one, _)| one.is(Standing::Inside)).map(|(one, _)| one.report.unit.code.as_str()).collect();
        let of_province = lines.iter().any(|(one, _)| one.is(Standing::Counted));
        let is_twice = provinces.len() > 1 || parts.len() > 1;
        let Some((_, first)) = lines.first().filter(|_| is_twice || (of_province && !parts.is_empty())) else { continue };
        let units: BTreeSet<String> = lines.iter().map(|(one, _)| unit_of(one)).collect();
        let counted: Vec<&&FundingLine> = lines.iter().filter(|(one, _)| one.is(Standing::Counted)).map(|(_, line)| line).collect();
        let planned = counted
            .iter()
            .filter_map(|line| line.planned_dong())
            .fold(Dec::ZERO, |sum, dong| Dec::from(sum.value().saturating_add(dong.value())));
        let how = if first.code.is_some() { ("cùng mã", "the same code") } else { ("cùng tên", "the same name") };
        let finding =
            Finding::new(if is_twice { Code::RoundProjectOfSeveral } else { Code::RoundProjectInProvince }, Place::cell("", 0, ""))
                .with("project", &first.project)
                .with_both("how", how)
                .with("units", listed(&units.into_iter().collect::<Vec<_>>()))
                .with_both("planned", (planned.to_vi(), planned.to_en()));
        anomalies.push(Anomaly { unit: None, file: None, finding });
    }
}

fn unit_of(one: &Taken) -> String {
    let mut out = one.report.unit.code.to_string();
    out.push(' ');
    out.push_str(&one.report.unit.name);
    out
}
