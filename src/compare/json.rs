//! The differences of two editions as JSON.

use super::aspect::Change;
use super::criterion::CriterionDiff;
use super::diff::EditionDiff;
use super::thresholds::ThresholdDiff;
use crate::criteria::{CriteriaSet, Criterion, CrosswalkKind};
use crate::write::object;
use alloc::string::String;
use alloc::vec::Vec;
use serde_json::{Map, Value};

/// The format of the document.
const DIFF_FORMAT: u32 = 1;

impl EditionDiff<'_> {
    /// RFC 8785 canonical JSON of the differences: the same bytes on every platform.
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        crate::write::canonical(self.to_value())
    }

    /// Readable JSON of the differences.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::write::pretty(&self.to_value())
    }

    pub(crate) fn to_value(&self) -> Value {
        let counts: Map<String, Value> =
            CrosswalkKind::WORDS.iter().map(|(word, kind)| ((*word).into(), self.count(*kind).into())).collect();
        object! {
            "diff_format": DIFF_FORMAT,
            "before" => edition(self.before),
            "now" => edition(self.now),
            "marks": self.marks(),
            "pairing": self.pairing.as_str(),
            "counts" => Value::Object(counts),
            "findings": self.findings,
            "criteria" => self.criteria.iter().map(criterion).collect::<Vec<_>>(),
            "set" => self.set.iter().map(change).collect::<Vec<_>>(),
        }
    }
}

/// Who is compared.
pub(super) fn edition(set: &CriteriaSet) -> Value {
    let h = set.header();
    object! {
        "id": h.set, "edition": h.edition, "revision": h.revision, "stage": h.stage, "status": h.status,
        "retrospective": h.retrospective.then_some(true), "title": h.title,
    }
}

fn criterion(c: &CriterionDiff<'_>) -> Value {
    object! {
        "kind": c.kind.as_str(),
        "declared": c.declared,
        "before" => c.before.map(named),
        "now" => c.now.map(named),
        "note": c.note,
        "thresholds" => c.thresholds.iter().map(threshold).collect::<Vec<_>>(),
        "changes" => c.changes.iter().map(change).collect::<Vec<_>>(),
    }
}

pub(super) fn named(c: &Criterion) -> Value {
    object! {"id": c.id, "label": c.label, "title": c.title, "cites": c.cites, "confidence": c.confidence}
}

fn threshold(t: &ThresholdDiff<'_>) -> Value {
    object! {
        "scheme": t.scheme, "level": t.level, "asks_differ": t.asks_differ(), "differ": t.keys(), "before": t.before, "now": t.now,
    }
}

pub(super) fn change(change: &Change) -> Value {
    object! {"aspect": change.aspect.as_str(), "path": change.path, "before": change.before, "now": change.now}
}
