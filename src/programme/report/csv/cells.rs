//! Which cell of the table a value of the tree was.

use super::super::keys::FIELDS;
use crate::finding::Place;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

/// Rows of the reports in the order of the tree.
#[derive(Default)]
pub(super) struct Cells {
    reports: Vec<ReportRows>,
}

/// Rows of one report.
#[derive(Default)]
pub(super) struct ReportRows {
    /// First row.
    first: u32,
    /// Row of each field, by its path.
    fields: BTreeMap<String, u32>,
    /// Rows of the items of each list.
    lists: BTreeMap<&'static str, Vec<u32>>,
}

impl ReportRows {
    pub(super) fn new(first: u32) -> Self {
        Self { first, ..Self::default() }
    }

    /// Row of a field that is there already.
    pub(super) fn field(&self, path: &str) -> Option<u32> {
        self.fields.get(path).copied()
    }

    pub(super) fn set(&mut self, path: String, row: u32) {
        self.fields.insert(path, row);
    }

    pub(super) fn push(&mut self, list: &'static str, row: u32) {
        self.lists.entry(list).or_default().push(row);
    }
}

impl Cells {
    pub(super) fn push(&mut self, rows: ReportRows) {
        self.reports.push(rows);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.reports.is_empty()
    }

    /// The place of a pointer; the whole table where nothing nearer is known.
    pub(super) fn place(&self, pointer: &str) -> Place {
        let mut steps = pointer.split('/').skip(1);
        let report = steps.next().filter(|step| *step == "reports").and(steps.next()).and_then(|at| at.parse::<usize>().ok());
        let Some(rows) = report.and_then(|at| self.reports.get(at)) else { return Place::cell("", 0, "") };
        let inside: Vec<&str> = steps.collect();
        match inside.as_slice() {
            [list, at, rest @ ..] if rows.lists.contains_key(list) => {
                let row = at.parse::<usize>().ok().and_then(|at| rows.lists.get(list)?.get(at)).copied().unwrap_or(rows.first);
                Place::cell("", row, rest.first().map_or("", |key| column(list, key)))
            }
            path => match rows.fields.get(&path.join("/")) {
                Some(row) => Place::cell("", *row, "text"),
                // Of what is replaced only its own rows say something.
                None => {
                    let inside = path.join("/") + "/";
                    let row = rows.fields.iter().find(|(known, _)| path == ["replaces"] && known.starts_with(&inside));
                    row.map_or_else(|| Place::cell("", rows.first, ""), |(_, row)| Place::cell("", *row, "text"))
                }
            },
        }
    }
}

/// The column that a key of a list's items stands in.
fn column<'k>(list: &str, key: &'k str) -> &'k str {
    match (list, key) {
        ("funding", "category") => "item",
        ("totals", "category") | ("nothing", "item") => "field",
        (_, "code") => "project_code",
        (_, "source") => "fund_source",
        (_, "reason" | "file") => "text",
        (_, key) => key,
    }
}

/// The path of a field in the tree.
pub(super) fn path_of(field: &str) -> Option<&'static [&'static str]> {
    FIELDS.iter().find(|(name, _)| *name == field).map(|(_, path)| *path)
}
