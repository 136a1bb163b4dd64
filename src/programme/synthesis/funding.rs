//! Sums of the counted reports by category, year, source of funds and province.

use super::standing::{Standing, Taken};
use crate::programme::money::Money;
use crate::programme::report::FundingLine;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::Serialize;

/// Planned and disbursed amounts together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Sums {
    /// How many lines.
    pub lines: u32,
    /// Planned.
    pub planned: Money,
    /// Disbursed.
    pub disbursed: Money,
}

impl Sums {
    /// With one more line.
    #[must_use]
    pub fn with(self, line: &FundingLine) -> Self {
        let planned = Money::default().with(line.planned_dong());
        self.and(Self { lines: 1, planned, disbursed: Money::default().with(line.disbursed_dong()) })
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            lines: self.lines.saturating_add(other.lines),
            planned: self.planned.and(other.planned),
            disbursed: self.disbursed.and(other.disbursed),
        }
    }
}

/// The sums of what has one key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FundingRow {
    /// Number of the category, year, class of funds or code of the province.
    pub key: String,
    /// The second key of a table of two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The sums.
    #[serde(flatten)]
    pub sums: Sums,
}

/// National sums. They add reports of provinces only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Funding {
    /// All.
    pub total: Sums,
    /// By category of the outline.
    pub by_category: Vec<FundingRow>,
    /// By year.
    pub by_year: Vec<FundingRow>,
    /// By class of funds.
    pub by_source: Vec<FundingRow>,
    /// By province.
    pub by_province: Vec<FundingRow>,
    /// By category, and year in `of`.
    pub by_category_and_year: Vec<FundingRow>,
    /// By province, and category in `of`.
    pub by_province_and_category: Vec<FundingRow>,
}

impl Funding {
    /// The tables with their names, each of which adds up to the total.
    #[must_use]
    pub fn tables(&self) -> [(&'static str, &[FundingRow]); 6] {
        [
            ("by_category", &self.by_category),
            ("by_year", &self.by_year),
            ("by_source", &self.by_source),
            ("by_province", &self.by_province),
            ("by_category_and_year", &self.by_category_and_year),
            ("by_province_and_category", &self.by_province_and_category),
        ]
    }
}

/// The key of a row, and the second one.
type Key = (String, Option<String>);

pub(super) fn funding(taken: &[Taken]) -> Funding {
    let counted = || taken.iter().filter(|one| one.is(Standing::Counted));
    let table = |key: &dyn Fn(&Taken, &FundingLine) -> Key| {
        let mut rows: BTreeMap<Key, Sums> = BTreeMap::new();
        for one in counted() {
            for line in &one.report.funding {
                let sums = rows.entry(key(one, line)).or_default();
                *sums = sums.with(line);
            }
        }
        rows.into_iter().map(|((key, of), sums)| FundingRow { key, of, sums }).collect::<Vec<_>>()
    };
    let total = counted().flat_map(|one| &one.report.funding).fold(Sums::default(), Sums::with);
    Funding {
        total,
        by_category: table(&|_, line| (line.category.clone(), None)),
        by_year: table(&|_, line| (line.year.to_string(), None)),
        by_source: table(&|_, line| (line.source.clone(), None)),
        by_province: table(&|one, _| (one.report.unit.code.clone(), None)),
        by_category_and_year: table(&|_, line| (line.category.clone(), Some(line.year.to_string()))),
        by_province_and_category: table(&|one, line| (one.report.unit.code.clone(), Some(line.category.clone()))),
    }
}
