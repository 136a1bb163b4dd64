//! `crosswalk.csv`: what became of the criteria of the edition before.

use super::importer::Importer;
use super::index::Once;
use crate::criteria::{Crosswalk, CrosswalkKind, CrosswalkRow};
use crate::finding::Code;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

const KINDS: &[CrosswalkKind] = &[
    CrosswalkKind::Same,
    CrosswalkKind::ThresholdChanged,
    CrosswalkKind::Renamed,
    CrosswalkKind::Merged,
    CrosswalkKind::Dropped,
    CrosswalkKind::Added,
];

impl Importer<'_> {
    /// The crosswalk from the edition that this one supersedes; none when there is no table.
    pub(super) fn crosswalk(&mut self) -> Option<Crosswalk> {
        if !self.tables.crosswalk.is_given || !self.tables.crosswalk.is_sound {
            return None;
        }
        let faults = self.findings.len();
        let rows = self.crosswalk_rows();
        if self.findings.len() == faults {
            self.unnamed(&rows);
        }
        let supersedes = self.tables.edition.lines().find(|line| line.raw("key") == "supersedes").map(|line| line.raw("value"));
        if supersedes.is_none() {
            let here = self.tables.crosswalk.fault("", Code::TableMissingRow);
            let why = ("bảng đối chiếu cần biết phiên bản trước", "a crosswalk has to know the edition before");
            self.missing_row(here, &self.tables.edition, "supersedes", why);
        }
        Some(Crosswalk { from: supersedes?.into(), rows })
    }

    /// Criteria that no row names; said only of rows that could be read.
    fn unnamed(&mut self, rows: &[CrosswalkRow]) {
        let named: BTreeSet<&str> = rows.iter().filter_map(|row| row.now.as_deref()).collect();
        let ids = self.tables.criteria.lines().filter_map(|line| line.optional("id"));
        for id in ids.filter(|id| !named.contains(id)) {
            self.findings.push(self.tables.crosswalk.fault("id_now", Code::CrosswalkIncomplete).with("id", id));
        }
    }

    fn crosswalk_rows(&mut self) -> Vec<CrosswalkRow> {
        let (mut before_once, mut now_once) = (Once::default(), Once::default());
        let mut rows = Vec::new();
        for line in self.tables.crosswalk.lines() {
            let f = &mut self.findings;
            let Some(kind) = line.choice(f, "kind", KINDS) else { continue };
            let mut side = |column: &str, is_there: bool| {
                if !is_there {
                    line.unused(f, column, kind.as_str());
                    return None;
                }
                line.id(f, column)
            };
            let (before, now) = (side("id_before", kind.has_before()), side("id_now", kind.has_now()));
            if let Some(id) = now {
                self.criteria.refer(line, "id_now", id, f);
            }
            let first = before.is_none_or(|id| before_once.first(id, line, "id_before", f));
            // Several criteria may have become one.
            if let Some(id) = now.filter(|_| first && kind != CrosswalkKind::Merged) {
                now_once.first(id, line, "id_now", f);
            }
            rows.push(CrosswalkRow { before: before.map(Into::into), now: now.map(Into::into), kind, note: line.note() });
        }
        rows
    }
}
