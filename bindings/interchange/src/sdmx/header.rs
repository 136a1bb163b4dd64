//! The first row: which column is which, and how labels are given.

use super::columns::INDICATOR;
use super::columns::{Column, MARK, OBS_VALUE, OBSERVATION, PLACE, REF_AREA};
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Code, Finding, Findings, Place};

/// A column that is not read.
pub(super) struct Unknown {
    pub(super) at: usize,
    pub(super) name: String,
}

/// Where everything stands.
pub(super) struct Header {
    /// By the order of [`OBSERVATION`].
    pub(super) observation: [Option<usize>; OBSERVATION.len()],
    /// By the order of [`PLACE`].
    pub(super) place: [Option<usize>; PLACE.len()],
    pub(super) action: Option<usize>,
    pub(super) multiplier: Option<usize>,
    pub(super) unknown: Vec<Unknown>,
    /// Codes are followed by `: label`.
    pub(super) labels: bool,
}

/// The place of a cell; columns are counted from 0.
pub(super) fn cell(row: u32, at: Option<usize>, name: &str) -> Place {
    let column = at.and_then(|at| u32::try_from(at).ok()).map_or(0, |at| at.saturating_add(1));
    Place::sheet("", row, column, name)
}

impl Header {
    /// Reads the header; none when the rows below it cannot be understood.
    pub(super) fn read(row: u32, cells: &[&str], findings: &mut Findings) -> Option<Self> {
        if cells.get(1).is_none_or(|second| id_of(second) != "STRUCTURE_ID") {
            findings.push(Finding::new(Code::SdmxHeader, cell(row, None, "")));
            return None;
        }
        let mut out = Self {
            observation: [None; OBSERVATION.len()],
            place: [None; PLACE.len()],
            action: None,
            multiplier: None,
            unknown: Vec::new(),
            labels: cells.iter().any(|name| name.contains(": ")),
        };
        let names_follow = cells.contains(&"STRUCTURE_NAME");
        let (mut seen, mut after_component, mut fine) = (BTreeSet::new(), false, true);
        for (at, name) in cells.iter().enumerate().skip(2) {
            let id = id_of(name);
            let follows = core::mem::replace(&mut after_component, false);
            let slot = out.slot(id);
            if slot.is_none() && (name.is_empty() || [MARK, "STRUCTURE_NAME", "SERIES_KEY", "OBS_KEY"].contains(&id)) {
                continue;
            }
            match slot {
                Some(slot) => *slot = Some(at),
                // The name of the value before it.
                None if names_follow && follows => continue,
                None => {
                    if let Some((known, _)) = id.split_once('[').filter(|(known, _)| out.slot(known).is_some()) {
                        findings.push(Finding::new(Code::SdmxManyValues, cell(row, Some(at), known)).with("name", id));
                        fine = false;
                        continue;
                    }
                    out.unknown.push(Unknown { at, name: id.into() });
                }
            }
            after_component = id != "ACTION";
            if !seen.insert(id) {
                findings.push(Finding::new(Code::CsvDoubledColumn, cell(row, Some(at), id)).with("name", id));
                fine = false;
            }
        }
        for needed in [REF_AREA, INDICATOR, OBS_VALUE] {
            if let (Some(None), Some(column)) = (out.observation.get(needed), OBSERVATION.get(needed)) {
                findings.push(Finding::new(Code::CsvMissingColumn, cell(row, None, "")).with("name", column.id));
                fine = false;
            }
        }
        for unknown in &out.unknown {
            findings.push(Finding::new(Code::SdmxUnknownColumn, cell(row, Some(unknown.at), &unknown.name)).with("name", &unknown.name));
        }
        fine.then_some(out)
    }

    /// Where the column of a component is kept.
    fn slot(&mut self, id: &str) -> Option<&mut Option<usize>> {
        let of = |columns: &[Column]| columns.iter().position(|column| column.id == id);
        match id {
            "ACTION" => Some(&mut self.action),
            "UNIT_MULT" => Some(&mut self.multiplier),
            _ => match of(&OBSERVATION) {
                Some(at) => self.observation.get_mut(at),
                None => of(&PLACE).and_then(|at| self.place.get_mut(at)),
            },
        }
    }
}

/// The id of a component, without the label behind it.
fn id_of(name: &str) -> &str {
    name.split_once(": ").map_or(name, |(id, _)| id)
}
