//! Columns on their way in.

use crate::options::Options;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Column, Mask};

/// Columns by name: NaN where there is no figure, and 0 in each row where the criterion cannot exist, or nothing.
pub(crate) type Figures = Vec<(String, Vec<f64>, Vec<u8>)>;

/// Cuts numbers that came one column after the other, as the option `columns` says.
pub(crate) fn figures(options: &mut Options, mut numbers: &[f64], mut applies: &[u8]) -> Figures {
    options.list("columns", |own| {
        let (name, rows, masked) = (own.required("name"), own.needed_count("rows"), own.flag("applies"));
        let (values, others) = numbers.split_at_checked(rows?)?;
        let (mask, rest) = applies.split_at_checked(if masked { values.len() } else { 0 })?;
        (numbers, applies) = (others, rest);
        Some((name?, values.to_vec(), mask.to_vec()))
    })
}

/// The columns as a plan takes them.
pub(super) fn columns(figures: Figures) -> Vec<(String, Column<'static>)> {
    let column = |(name, values, applies): (String, Vec<f64>, Vec<u8>)| {
        let units = values.len();
        let mut column = Column::from(values);
        let claimed = |(row, applies): (usize, &u8)| (*applies == 0).then_some(row);
        if applies.contains(&0) {
            column = column.with_not_applicable(Mask::of_rows(units, applies.iter().enumerate().filter_map(claimed)));
        }
        (name, column)
    };
    figures.into_iter().map(column).collect()
}
