//! A reporting round as data: who is asked, by which outline, for which time, until when.

mod read;
#[cfg(feature = "schema")]
mod schema;

use crate::criteria::{Cite, Source};
use crate::date::Date;
use crate::finding::Findings;
use crate::programme::report::{LocalReport, ReportPeriod};
use crate::text::{Lang, Text, pick};
use crate::units::{UnitQuery, UnitRegistry};
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;

/// How a deadline is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DeadlineRule {
    /// "trước ngày": the day itself is late.
    Before,
    /// "chậm nhất ngày", "đến hết ngày": the day itself is on time.
    By,
}

/// The deadline of a round.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Deadline {
    /// The day that the wording names.
    pub day: Date,
    /// Whether that day counts.
    pub rule: DeadlineRule,
    /// The words of the instrument.
    pub wording: String,
}

/// Whether a report came in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Punctuality {
    /// On the last day or before it.
    OnTime,
    /// After the last day.
    Late,
    /// Neither day of receipt nor day of the document is given, or the round has no deadline.
    Unknown,
}

/// A unit that is asked to report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RoundUnit {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
}

impl RoundUnit {
    /// A unit of a list of the caller's own.
    #[must_use]
    pub fn new(code: impl Into<String>, name: impl Into<String>) -> Self {
        Self { code: code.into(), name: name.into() }
    }
}

/// A reporting round.
///
/// ```
/// use dothi::programme::Round;
/// let round = Round::builtin("bxd-1683-2022").unwrap();
/// // "trước ngày 30/5/2022": the 29th is the last day on time.
/// assert_eq!(round.deadline.unwrap().last_day().to_string(), "2022-05-29");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Round {
    /// Format of the file.
    pub format: u32,
    /// Id.
    pub round: String,
    /// Title.
    pub title: Text,
    /// Id of the outline.
    pub outline: String,
    /// Made up; every output says so.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub fictional: bool,
    /// The texts it was read in; none for a round of the caller's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<Cite>,
    /// The time that reports are about; none where nobody says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<ReportPeriod>,
    /// Until when to report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// Day whose list of provinces is asked.
    pub units_on: Date,
    /// A list of the round's own instead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<RoundUnit>,
    /// Remarks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Text>,
}

impl Round {
    /// An embedded round; there is `bxd-1683-2022`. None for any other id.
    #[must_use]
    pub fn builtin(id: &str) -> Option<Self> {
        let bytes = include_bytes!("../../../criteria/programme/round-bxd-1683-2022.json");
        Self::from_json(bytes).ok().map(|(round, _): (Self, Findings)| round).filter(|round| round.round == id)
    }

    /// Who is asked: the round's own list, else the provinces of its day (63 until 2025-06-30, 34 since), by code.
    #[must_use]
    pub fn asked(&self, registry: &UnitRegistry) -> Vec<RoundUnit> {
        let mut out = if self.units.is_empty() {
            let listed = registry.list(&UnitQuery::on(self.units_on).provinces());
            listed.into_iter().map(|unit| RoundUnit { code: unit.code.clone(), name: registry.name_on(unit, self.units_on) }).collect()
        } else {
            self.units.clone()
        };
        crate::order::sort_by(&mut out, |a, b| a.code.cmp(&b.code));
        out
    }

    /// Whether a report came in time.
    #[must_use]
    pub fn punctuality(&self, report: &LocalReport) -> Punctuality {
        match (&self.deadline, report.day()) {
            (Some(deadline), Some(day)) if day <= deadline.last_day() => Punctuality::OnTime,
            (Some(_), Some(_)) => Punctuality::Late,
            _ => Punctuality::Unknown,
        }
    }
}

impl Deadline {
    /// The last day that is on time.
    #[must_use]
    pub fn last_day(&self) -> Date {
        match self.rule {
            DeadlineRule::By => self.day,
            DeadlineRule::Before => day_before(self.day).unwrap_or(self.day),
        }
    }
}

impl Punctuality {
    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::OnTime => pick(lang, "đúng hạn", "on time"),
            Self::Late => pick(lang, "muộn", "late"),
            Self::Unknown => pick(lang, "chưa rõ ngày", "day not known"),
        }
    }
}

fn day_before(day: Date) -> Option<Date> {
    let (year, month, number) = day.first_day();
    if number > 1 {
        return Date::from_parts(year, Some(month), Some(number - 1));
    }
    let (year, month) = if month > 1 { (year, month - 1) } else { (year.checked_sub(1)?, 12) };
    let (year, month, last) = Date::from_parts(year, Some(month), None)?.last_day();
    Date::from_parts(year, Some(month), Some(last))
}

#[cfg(test)]
mod tests {
    use super::{Deadline, DeadlineRule};
    use crate::date::Date;
    use alloc::string::{String, ToString};

    #[test]
    fn the_wording_decides_the_last_day() {
        let last = |day: &str, rule| {
            let deadline = Deadline { day: Date::parse(day).unwrap(), rule, wording: String::new() };
            deadline.last_day().to_string()
        };
        assert_eq!(last("2022-05-30", DeadlineRule::Before), "2022-05-29");
        assert_eq!(last("2022-05-30", DeadlineRule::By), "2022-05-30");
        assert_eq!(last("2024-03-01", DeadlineRule::Before), "2024-02-29");
        assert_eq!(last("2025-01-01", DeadlineRule::Before), "2024-12-31");
    }
}
