//! The proof of the sums: every line that was read is in one row, the rows add up to all lines, and every table adds up to the national sum.

use super::Submitted;
use super::funding::{Funding, FundingRow, Sums};
use super::standing::{Standing, Taken};
use crate::number::Dec;
use alloc::vec::Vec;
use rust_decimal::Decimal;
use serde::Serialize;

/// The lines of all reports of one standing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ReconciliationRow {
    /// What became of the reports.
    pub standing: Standing,
    /// How many reports.
    pub reports: u32,
    /// Their sums.
    #[serde(flatten)]
    pub sums: Sums,
}

/// Whether a table adds up to the national sums.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TableProof {
    /// Name of the table.
    pub table: &'static str,
    /// Sum of its rows.
    #[serde(flatten)]
    pub sums: Sums,
    /// True when it is the national sum to the đồng.
    pub agrees: bool,
}

/// The proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Reconciliation {
    /// All lines that were read, added up before anything was done with them.
    pub read: Sums,
    /// The lines by what became of their report.
    pub rows: Vec<ReconciliationRow>,
    /// The tables.
    pub tables: Vec<TableProof>,
    /// What the rows lack against all lines, planned: 0 when nothing was lost or added twice.
    pub planned_difference: Dec,
    /// The same of disbursed amounts.
    pub disbursed_difference: Dec,
    /// True when every difference is 0, every line is in a row and every table agrees.
    pub agrees: bool,
}

/// Straight from the input, by integer arithmetic of its own, so that an error of the sums cannot prove itself.
pub(super) fn read(reports: &[Submitted]) -> (Sums, [i128; 2]) {
    let lines = || reports.iter().flat_map(|one| &one.report.funding);
    let whole = |amount: Option<Dec>| amount.map_or(0, |dong| dong.value().normalize().mantissa());
    let planned = lines().map(|line| whole(line.planned_dong())).sum();
    let disbursed = lines().map(|line| whole(line.disbursed_dong())).sum();
    (lines().fold(Sums::default(), Sums::with), [planned, disbursed])
}

pub(super) fn reconcile((read, whole): (Sums, [i128; 2]), taken: &[Taken], funding: &Funding) -> Reconciliation {
    let row = |standing: &Standing| {
        let own = || taken.iter().filter(|one| one.is(*standing));
        let reports = u32::try_from(own().count()).unwrap_or(u32::MAX);
        let sums = own().flat_map(|one| &one.report.funding).fold(Sums::default(), Sums::with);
        ReconciliationRow { standing: *standing, reports, sums }
    };
    let rows: Vec<ReconciliationRow> = Standing::ALL.iter().map(row).filter(|row| row.reports > 0).collect();
    let add = |rows: &[FundingRow]| rows.iter().fold(Sums::default(), |sum, row| sum.and(row.sums));
    let proof = |(table, rows): (&'static str, &[FundingRow])| {
        let sums = add(rows);
        TableProof { table, sums, agrees: sums == funding.total }
    };
    let tables: Vec<TableProof> = funding.tables().into_iter().map(proof).collect();
    let all = rows.iter().fold(Sums::default(), |sum, row| sum.and(row.sums));
    let [planned, disbursed] = whole.map(|sum| Decimal::try_from_i128_with_scale(sum, 0).unwrap_or(Decimal::MAX));
    let planned_difference = Dec::from(planned.saturating_sub(all.planned.dong.value()));
    let disbursed_difference = Dec::from(disbursed.saturating_sub(all.disbursed.dong.value()));
    let nothing_lost = planned_difference == Dec::ZERO && disbursed_difference == Dec::ZERO && all == read;
    let agrees = nothing_lost && tables.iter().all(|table| table.agrees);
    Reconciliation { read, rows, tables, planned_difference, disbursed_difference, agrees }
}
