//! How the levels of attached records are distributed. Editions, schemes, kinds of place, self-assessed and verified results never mix.

use super::Anomaly;
use super::standing::file_place;
use crate::assessment::{Assessment, Mark, View};
use crate::criteria::{CriteriaSet, UnitKind};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use crate::record::Record;
use crate::text::Text;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::Serialize;

/// The level of a place in a verified or self-assessed result of a record that holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LevelRecord {
    /// File of the record.
    pub file: String,
    /// Code of the place.
    pub unit: String,
    /// Name of the place.
    pub name: String,
    /// Kind of the place.
    pub kind: UnitKind,
    /// Set, edition, revision.
    pub set: String,
    /// Scheme.
    pub scheme: String,
    /// Day of the assessment.
    pub as_of: Date,
    /// Verified, or self-assessed.
    pub verified: bool,
    /// Parameters other than the defaults.
    pub non_default: bool,
    /// Level reached, 0 = none; none where no level is given or the source leaves it open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<u32>,
    /// How many levels there are.
    pub levels: u32,
    /// The result in the sentence that never stands bare.
    pub statement: Text,
    /// What must stand beside it.
    pub marks: Vec<Mark>,
}

impl LevelRecord {
    /// Replays a record with its set; its self-assessed level, and the verified one where there is one. A set without levels gives none.
    ///
    /// # Errors
    /// What [`Record::verify`] finds, when the record does not hold.
    pub fn of(file: &str, record: &Record, set: &CriteriaSet) -> Result<Vec<Self>, Findings> {
        record.verify(set, None)?;
        Ok(Self::of_assessment(file, &set.assess(record.data(), record.options())?))
    }

    /// The same of an assessment made just now; `file` is where its record stands.
    #[must_use]
    pub fn of_assessment(file: &str, assessment: &Assessment<'_>) -> Vec<Self> {
        let views = [Some((assessment.self_assessed(), false)), assessment.verified().map(|view| (view, true))];
        views.into_iter().flatten().filter_map(|(view, verified)| one(file, assessment, view, verified)).collect()
    }
}

fn one(file: &str, a: &Assessment<'_>, view: &View<'_>, verified: bool) -> Option<LevelRecord> {
    let said = |lang| a.level_statement(view, lang);
    let statement = Text::new(said(crate::text::Lang::Vi)?, said(crate::text::Lang::En)?);
    let unit = &a.city().unit;
    let marks = a.marks();
    Some(LevelRecord {
        file: file.into(),
        unit: unit.code.clone(),
        name: unit.name.vi.clone(),
        kind: unit.kind,
        set: a.set().id(),
        scheme: a.scheme().id.clone(),
        as_of: a.as_of(),
        verified,
        non_default: marks.iter().any(|mark| mark.code == "non_default"),
        level: view.level.reached,
        levels: view.level.of,
        statement,
        marks,
    })
}

/// Results that may be counted together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LevelGroup {
    /// Set, edition, revision.
    pub set: String,
    /// Scheme.
    pub scheme: String,
    /// Kind of place.
    pub kind: UnitKind,
    /// Verified, or self-assessed.
    pub verified: bool,
    /// Parameters other than the defaults.
    pub non_default: bool,
    /// What must stand beside the distribution: the marks of all its results.
    pub marks: Vec<Mark>,
    /// How many places have each level, from none given upwards.
    pub counts: Vec<LevelCount>,
    /// The results that are counted.
    pub results: Vec<LevelRecord>,
    /// Results of the same places that are older, or that contradict each other; not counted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_counted: Vec<LevelRecord>,
}

/// How many places have a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LevelCount {
    /// The level, 0 = none reached; none = no level given.
    pub level: Option<u32>,
    /// How many places.
    pub places: u32,
}

pub(super) fn levels(records: Vec<LevelRecord>, anomalies: &mut Vec<Anomaly>) -> Vec<LevelGroup> {
    let mut groups: BTreeMap<_, Vec<LevelRecord>> = BTreeMap::new();
    for record in records {
        let key = (record.set.clone(), record.scheme.clone(), record.kind.as_str(), record.verified, record.non_default);
        groups.entry(key).or_default().push(record);
    }
    groups.into_values().filter_map(|records| group(records, anomalies)).collect()
}

fn group(mut records: Vec<LevelRecord>, anomalies: &mut Vec<Anomaly>) -> Option<LevelGroup> {
    // Of each place the newest first.
    records.sort_by(|a, b| (&a.unit, b.as_of, &a.file, a.level).cmp(&(&b.unit, a.as_of, &b.file, b.level)));
    let (mut results, mut not_counted) = (Vec::new(), Vec::new());
    for own in records.chunk_by(|a, b| a.unit == b.unit) {
        let Some(newest) = own.first() else { continue };
        let same_day: Vec<&LevelRecord> = own.iter().filter(|record| record.as_of == newest.as_of).collect();
        if same_day.iter().any(|record| record.level != newest.level) {
            let files: Vec<&str> = same_day.iter().map(|record| record.file.as_str()).collect();
            let finding = Finding::new(Code::RoundRecordsContradict, file_place(&newest.file)).with("name", &newest.name);
            let finding = finding.with_both("day", (newest.as_of.to_vi(), newest.as_of.to_string())).with("set", &newest.set);
            anomalies.push(Anomaly { unit: Some(newest.unit.clone()), file: None, finding: finding.with("files", files.join(", ")) });
            not_counted.extend(own.iter().cloned());
            continue;
        }
        results.push(newest.clone());
        not_counted.extend(own.iter().skip(1).cloned());
    }
    let first = results.first().or(not_counted.first())?.clone();
    let mut counts: BTreeMap<Option<u32>, u32> = BTreeMap::new();
    results.iter().for_each(|record: &LevelRecord| *counts.entry(record.level).or_default() += 1);
    let mut marks: Vec<Mark> = Vec::new();
    for mark in results.iter().chain(&not_counted).flat_map(|record| &record.marks) {
        if !marks.contains(mark) {
            marks.push(mark.clone());
        }
    }
    marks.sort_by(|a, b| (a.code, &a.text.vi).cmp(&(b.code, &b.text.vi)));
    Some(LevelGroup {
        set: first.set,
        scheme: first.scheme,
        kind: first.kind,
        verified: first.verified,
        non_default: first.non_default,
        marks,
        counts: counts.into_iter().map(|(level, places)| LevelCount { level, places }).collect(),
        results,
        not_counted,
    })
}
