//! The tables given, each by its file name.

use super::schema::{self, Schema};
use super::table::Table;
use crate::finding::{Code, Finding, Findings, Place};
use alloc::vec::Vec;

pub(super) struct Tables {
    pub(super) edition: Table,
    pub(super) sources: Table,
    pub(super) levels: Table,
    pub(super) groups: Table,
    pub(super) units: Table,
    pub(super) unit_kinds: Table,
    pub(super) criteria: Table,
    pub(super) inputs: Table,
    pub(super) steps: Table,
    pub(super) thresholds: Table,
    pub(super) variants: Table,
    pub(super) crosswalk: Table,
}

impl Tables {
    /// Reads what is given; the order of the files does not matter.
    pub(super) fn read(files: &[(&str, &[u8])], findings: &mut Findings) -> Self {
        names(files, findings);
        let mut read = |schema: &'static Schema| match files.iter().find(|(name, _)| *name == schema.name) {
            Some((_, bytes)) => Table::read(schema, bytes, findings),
            None => Table::absent(schema, findings),
        };
        Self {
            edition: read(&schema::EDITION),
            sources: read(&schema::SOURCES),
            levels: read(&schema::LEVELS),
            groups: read(&schema::GROUPS),
            units: read(&schema::UNITS),
            unit_kinds: read(&schema::UNIT_KINDS),
            criteria: read(&schema::CRITERIA),
            inputs: read(&schema::INPUTS),
            steps: read(&schema::STEPS),
            thresholds: read(&schema::THRESHOLDS),
            variants: read(&schema::VARIANTS),
            crosswalk: read(&schema::CROSSWALK),
        }
    }
}

fn names(files: &[(&str, &[u8])], findings: &mut Findings) {
    let mut names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    names.sort_unstable();
    let mut before = None;
    for name in names {
        let find = |code| Finding::new(code, Place::cell(name, 0, "")).with("name", name);
        if before == Some(name) {
            findings.push(find(Code::TableDoubled));
        } else if !schema::ALL.iter().any(|schema| schema.name == name) {
            let known: Vec<_> = schema::ALL.iter().map(|schema| schema.name).collect();
            findings.push(find(Code::TableUnknown).with("known", known.join(", ")));
        }
        before = Some(name);
    }
}
