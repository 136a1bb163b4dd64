//! A worksheet, walked once: what its cells do not tell.

use super::names::{cell, range, row};
use super::part::attributes;
use super::{broken, too_large};
use dothi::Finding;
use quick_xml::events::BytesStart;
use std::collections::BTreeSet;

/// Cells of all sheets together.
const CELLS: u32 = 1_500_000;
/// Merged ranges, hidden rows and the like of one sheet.
const MARKS: usize = 200_000;

/// What a sheet has beside its cells. Rows and columns count from 1.
#[derive(Debug, Default)]
pub(crate) struct SheetFrame {
    pub(crate) hidden_rows: BTreeSet<u32>,
    /// First and last of each run.
    hidden_columns: Vec<(u32, u32)>,
    /// First and last cell of each, as (row, column).
    pub(crate) merged: Vec<[(u32, u32); 2]>,
    /// Cells with a formula for which no value is stored.
    pub(crate) without_value: BTreeSet<(u32, u32)>,
}

impl SheetFrame {
    pub(crate) fn is_column_hidden(&self, column: u32) -> bool {
        self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }

    fn marks(&self) -> usize {
        self.hidden_rows.len() + self.hidden_columns.len() + self.merged.len() + self.without_value.len()
    }
}

/// The frame while the sheet is walked.
#[derive(Default)]
pub(super) struct SheetWalk {
    pub(super) frame: SheetFrame,
    row: u32,
    column: u32,
    /// Whether the cell at hand has a formula, and whether it has a value.
    formula: bool,
    value: bool,
    is_text: bool,
    in_value: bool,
}

impl SheetWalk {
    pub(super) fn open(&mut self, part: &str, element: &BytesStart<'_>, cells: &mut u32) -> Result<(), Finding> {
        let local = element.local_name();
        let local = local.as_ref();
        let bad = |value: &str| broken(part, format!("<{local}> {value}"));
        match local {
            "row" => {
                (self.row, self.column) = (self.row + 1, 0);
                for (key, value) in attributes(part, element)? {
                    match key {
                        "r" => self.row = row(&value).ok_or_else(|| bad(&value))?,
                        "hidden" if is_true(&value) => {
                            self.frame.hidden_rows.insert(self.row);
                        }
                        _ => {}
                    }
                }
            }
            "c" => {
                *cells += 1;
                if *cells > CELLS {
                    return Err(too_large(("số ô", "cells"), CELLS));
                }
                self.column += 1;
                (self.formula, self.value, self.is_text) = (false, false, false);
                for (key, value) in attributes(part, element)? {
                    match key {
                        "r" => (self.row, self.column) = cell(&value).ok_or_else(|| bad(&value))?,
                        "t" => self.is_text = value == "str",
                        _ => {}
                    }
                }
            }
            "f" => {
                self.formula = true;
                for (_, value) in attributes(part, element)?.filter(|(key, _)| *key == "ref") {
                    range(&value).ok_or_else(|| bad(&value))?;
                }
            }
            "v" | "is" => {
                self.in_value = true;
                // An empty text is what a formula may well give.
                self.value |= self.is_text;
            }
            "col" => self.columns(part, element)?,
            "dimension" | "mergeCell" => {
                for (_, value) in attributes(part, element)?.filter(|(key, _)| *key == "ref") {
                    let range = range(&value).ok_or_else(|| bad(&value))?;
                    if local == "mergeCell" {
                        self.frame.merged.push(range);
                    }
                }
            }
            _ => {}
        }
        if self.frame.marks() > MARKS {
            return Err(too_large(("số vùng gộp, dòng ẩn, công thức trống", "merged ranges, hidden rows, empty formulas"), MARKS));
        }
        Ok(())
    }

    fn columns(&mut self, part: &str, element: &BytesStart<'_>) -> Result<(), Finding> {
        let (mut first, mut last, mut hidden) = (0, 0, false);
        for (key, value) in attributes(part, element)? {
            match key {
                "min" => first = value.parse().unwrap_or(0),
                "max" => last = value.parse().unwrap_or(0),
                "hidden" => hidden = is_true(&value),
                _ => {}
            }
        }
        if hidden {
            self.frame.hidden_columns.push((first, last));
        }
        Ok(())
    }

    pub(super) fn text(&mut self, text: &str) {
        self.value |= self.in_value && !text.is_empty();
    }

    pub(super) fn close(&mut self, local: &str) {
        match local {
            "v" | "is" => self.in_value = false,
            "c" if self.formula && !self.value => {
                self.frame.without_value.insert((self.row, self.column));
            }
            _ => {}
        }
    }
}

/// A boolean of XML Schema.
fn is_true(text: &str) -> bool {
    matches!(text.trim(), "1" | "true")
}
