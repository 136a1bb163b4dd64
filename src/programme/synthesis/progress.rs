//! A round against the one before it.

use super::funding::{FundingRow, Sums};
use super::projects::Project;
use super::standing::Standing;
use super::{Anomaly, ProvinceOutcome, Synthesis};
use crate::finding::{Code, Finding, Place};
use crate::number::Dec;
use crate::text::Text;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// What changed since the round before. Sums of two rounds are compared as they are: a difference is progress only where both are of the same
/// units and their periods begin alike.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Progress {
    /// Id of the round before.
    pub round: String,
    /// Title of the round before.
    pub title: Text,
    /// Whether both rounds asked the same units.
    pub same_units: bool,
    /// How many units were asked, before and now.
    pub asked: (u32, u32),
    /// How many reports are counted, before and now.
    pub reported: (u32, u32),
    /// All amounts.
    pub total: ProgressRow,
    /// By category.
    pub by_category: Vec<ProgressRow>,
    /// By year.
    pub by_year: Vec<ProgressRow>,
    /// By class of funds.
    pub by_source: Vec<ProgressRow>,
    /// By province; only those that both rounds asked under the same code and name.
    pub by_province: Vec<ProgressRow>,
    /// How many texts stand under each item, before and now.
    pub texts: Vec<(String, u32, u32)>,
}

/// Sums before and now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProgressRow {
    /// Key; `total` for all.
    pub key: String,
    /// Before; none where the round before has no line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Sums>,
    /// Now; none where this round has no line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<Sums>,
    /// Planned now less planned before; none where one of them is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<Dec>,
    /// The same of disbursed amounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disbursed: Option<Dec>,
}

impl ProgressRow {
    fn of(key: &str, before: Option<Sums>, now: Option<Sums>) -> Self {
        let difference = |amount: fn(Sums) -> Option<Dec>| {
            let (before, now) = (amount(before?)?, amount(now?)?);
            Some(Dec::from(now.value().saturating_sub(before.value())))
        };
        let planned = difference(|sums| sums.planned.known());
        Self { key: key.into(), before, now, planned, disbursed: difference(|sums| sums.disbursed.known()) }
    }
}

fn rows(before: &[FundingRow], now: &[FundingRow]) -> Vec<ProgressRow> {
    let mut keys: BTreeMap<&str, (Option<Sums>, Option<Sums>)> = BTreeMap::new();
    before.iter().for_each(|row| keys.entry(&row.key).or_default().0 = Some(row.sums));
    now.iter().for_each(|row| keys.entry(&row.key).or_default().1 = Some(row.sums));
    keys.into_iter().map(|(key, (before, now))| ProgressRow::of(key, before, now)).collect()
}

pub(super) fn progress(before: &Synthesis, now: &Synthesis) -> Progress {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let units = |synthesis: &Synthesis| -> Vec<(String, String)> {
        synthesis.provinces.iter().map(|province| (province.unit.code.clone(), province.unit.name.clone())).collect()
    };
    let (units_before, units_now) = (units(before), units(now));
    let is_same = |key: &str| {
        let of = |units: &[(String, String)]| units.iter().find(|(code, _)| code == key).map(|(_, name)| name.clone());
        of(&units_before).is_some() && of(&units_before) == of(&units_now)
    };
    let mut by_province = rows(&before.funding.by_province, &now.funding.by_province);
    by_province.retain(|row| is_same(&row.key));
    let mut items: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    before.texts.iter().for_each(|group| items.entry(&group.item).or_default().0 = count(group.texts.len()));
    now.texts.iter().for_each(|group| items.entry(&group.item).or_default().1 = count(group.texts.len()));
    Progress {
        round: before.round.clone(),
        title: before.title.clone(),
        same_units: units_before == units_now,
        asked: (count(units_before.len()), count(units_now.len())),
        reported: (count(before.count(ProvinceOutcome::Reported)), count(now.count(ProvinceOutcome::Reported))),
        total: ProgressRow::of("total", Some(before.funding.total), Some(now.funding.total)),
        by_category: rows(&before.funding.by_category, &now.funding.by_category),
        by_year: rows(&before.funding.by_year, &now.funding.by_year),
        by_source: rows(&before.funding.by_source, &now.funding.by_source),
        by_province,
        texts: items.into_iter().map(|(item, (before, now))| (item.into(), before, now)).collect(),
    }
}

/// What was disbursed in a year for a project cannot be less than the round before said.
pub(super) fn fallen(before: &Synthesis, now: &Synthesis, anomalies: &mut Vec<Anomaly>) {
    let earlier = disbursed(before);
    let names: BTreeMap<&str, &str> = now.reports.iter().map(|report| (report.unit.as_str(), report.name.as_str())).collect();
    for (key, (project, sum)) in disbursed(now) {
        let Some((_, was)) = earlier.get(&key).filter(|(_, was)| *was > sum) else { continue };
        let finding = Finding::new(Code::RoundDisbursedFell, Place::cell(&project.file, 0, ""))
            .with("project", &project.project)
            .with("year", key.2)
            .with("name", names.get(project.unit.as_str()).copied().unwrap_or_default())
            .with("round", &before.round)
            .with_both("now", (sum.to_vi(), sum.to_en()))
            .with_both("before", (was.to_vi(), was.to_en()));
        anomalies.push(Anomaly { unit: Some(project.unit.clone()), file: Some(project.file.clone()), finding });
    }
}

/// Known disbursed amounts by unit, project, year, class of funds.
type Disbursed<'s> = BTreeMap<(&'s str, String, u16, &'s str), (&'s Project, Dec)>;

fn disbursed(synthesis: &Synthesis) -> Disbursed<'_> {
    let mut out = Disbursed::new();
    for project in synthesis.projects.iter().filter(|project| matches!(project.standing, Standing::Counted | Standing::Inside)) {
        let key = project.key();
        for line in &project.lines {
            let Some(dong) = line.disbursed else { continue };
            let (_, sum) = out.entry((&project.unit, key.clone(), line.year, &line.source)).or_insert((project, Dec::ZERO));
            *sum = Dec::from(sum.value().saturating_add(dong.value()));
        }
    }
    out
}
