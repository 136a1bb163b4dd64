//! What the parts of a group have in common.

use super::statistic::{Absence, Centred, LEAST, Statistic};
use super::table::Table;
use alloc::vec::Vec;

/// The parts of a node: what it holds directly, indicators and groups, each with its values.
pub(super) fn parts(table: &Table, node: usize) -> Vec<&[f64]> {
    let indicators = table.held_by(node).map(|own| own.values.as_slice());
    indicators.chain(table.below(node).map(|own| own.values.as_slice())).collect()
}

/// Rows in which every column has a figure.
pub(super) fn complete(columns: &[&[f64]]) -> Vec<usize> {
    let rows = columns.iter().map(|column| column.len()).min().unwrap_or(0);
    (0..rows).filter(|row| columns.iter().all(|column| column.get(*row).is_some_and(|x| x.is_finite()))).collect()
}

/// Cronbach's alpha of columns on one scale, over the rows where all have a figure: k/(k-1) · (1 - Σ Var(part) / Var(sum)).
pub(super) fn alpha(columns: &[&[f64]]) -> Statistic {
    let rows = complete(columns);
    if columns.len() < 2 {
        return Statistic::absent(rows.len(), Absence::TooFewParts);
    }
    let at = |column: &[f64], row: usize| column.get(row).copied().unwrap_or(f64::NAN);
    let value = || -> Result<f64, Absence> {
        if rows.len() < LEAST {
            return Err(Absence::TooFewPlaces);
        }
        let sums: Vec<f64> = rows.iter().map(|row| columns.iter().map(|column| at(column, *row)).sum()).collect();
        let whole = Centred::of(&sums)?;
        // In the unit of the sums, so that no square leaves floating point.
        let mut single = 0.0;
        for column in columns {
            let own: Vec<f64> = rows.iter().map(|row| at(column, *row)).collect();
            match Centred::of(&own) {
                Ok(own) => single += own.squares() * (own.unit / whole.unit) * (own.unit / whole.unit),
                Err(Absence::Constant) => {}
                Err(why) => return Err(why),
            }
        }
        let count = columns.len() as f64;
        Ok(count / (count - 1.0) * (1.0 - single / whole.squares()))
    };
    Statistic::new(rows.len(), value())
}
