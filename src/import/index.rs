//! The lines of a table by their id, so that other tables can refer to them.

use super::table::{Line, Table};
use crate::finding::{Code, Findings};
use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::string::String;

/// Keys that may stand once, with the row they stand in.
#[derive(Default)]
pub(super) struct Once(BTreeMap<String, u32>);

impl Once {
    /// True for the first line of a key; any other is a finding.
    pub(super) fn first(&mut self, key: impl Into<String>, line: Line<'_>, column: &str, findings: &mut Findings) -> bool {
        match self.0.entry(key.into()) {
            Entry::Vacant(place) => {
                place.insert(line.number());
                true
            }
            Entry::Occupied(first) => {
                let finding = line.fault(column, Code::TableDoubledRow).with("key", first.key());
                findings.push(finding.with("first", first.get()));
                false
            }
        }
    }
}

/// Lines by id.
pub(super) struct Index<'t> {
    table: &'t Table,
    what: (&'static str, &'static str),
    lines: BTreeMap<&'t str, Line<'t>>,
}

impl<'t> Index<'t> {
    /// Gathers a table; a doubled id is a finding.
    pub(super) fn new(table: &'t Table, what: (&'static str, &'static str), findings: &mut Findings) -> Self {
        let mut once = Once::default();
        let mut lines = BTreeMap::new();
        for line in table.lines() {
            if let Some(id) = line.optional("id")
                && once.first(id, line, "id", findings)
            {
                lines.insert(id, line);
            }
        }
        Self { table, what, lines }
    }

    /// The line of an id, without a word when there is none.
    pub(super) fn get(&self, id: &str) -> Option<Line<'t>> {
        self.lines.get(id).copied()
    }

    /// The line that an id in a column of another line names.
    pub(super) fn refer(&self, from: Line<'_>, column: &str, id: &str, findings: &mut Findings) -> Option<Line<'t>> {
        let found = self.get(id);
        if found.is_none() {
            unknown(from, column, self.what, id, self.table, findings);
        }
        found
    }
}

/// What a line refers to is not in a table, unless that table could not be read.
pub(super) fn unknown(from: Line<'_>, column: &str, what: (&'static str, &'static str), id: &str, table: &Table, findings: &mut Findings) {
    if table.is_sound {
        let finding = from.fault(column, Code::TableUnknownRef).with_both("what", what).with("id", id);
        findings.push(finding.with("table", table.schema.name));
    }
}
