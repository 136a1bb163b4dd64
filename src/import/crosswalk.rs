//! `crosswalk.csv`: what became of the criteria of the edition before. It is checked here and is no part of the file.

use super::importer::Importer;
use super::index::Once;
use alloc::format;

const KINDS: &[&str] = &["same", "threshold_changed", "renamed", "merged", DROPPED, ADDED];
const DROPPED: &str = "dropped";
const ADDED: &str = "added";

impl Importer<'_> {
    pub(super) fn crosswalk(&mut self) {
        let mut once = Once::default();
        for line in self.tables.crosswalk.lines() {
            let f = &mut self.findings;
            let Some(kind) = line.choice(f, "kind", KINDS) else { continue };
            if kind == ADDED {
                line.unused(f, "id_before", kind);
            } else {
                line.id(f, "id_before");
            }
            if kind == DROPPED {
                line.unused(f, "id_now", kind);
            } else if let Some(id) = line.id(f, "id_now") {
                self.criteria.refer(line, "id_now", id, f);
            }
            let key = format!("{} → {}", line.raw("id_before"), line.raw("id_now"));
            once.first(key, line, "id_before", f);
        }
    }
}
