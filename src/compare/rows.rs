//! The differences of two editions as rows, for tables and CSV; every row carries the marks.

use super::criterion::CriterionDiff;
use super::diff::EditionDiff;
use super::thresholds::ThresholdDiff;
use super::values::Shown;
use crate::criteria::{CriteriaSet, Criterion, Threshold};
use crate::text::Lang;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The columns of a [`DiffRow`], in order.
pub const DIFF_COLUMNS: &[&str] = &[
    "before_set",
    "now_set",
    "pairing",
    "kind",
    "declared",
    "before_id",
    "now_id",
    "label",
    "title",
    "aspect",
    "place",
    "before",
    "before_source",
    "now",
    "now_source",
    "note",
    "mark",
];

/// One difference, as text cells in the order of [`DIFF_COLUMNS`].
pub type DiffRow = Vec<String>;

impl EditionDiff<'_> {
    /// One row per difference; a criterion without any has a row of its own. Differences of the whole set stand last, of kind `set`.
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<DiffRow> {
        let head = [self.before.id(), self.now.id(), self.pairing.as_str().to_string()];
        let marks: Vec<String> = self.marks().iter().map(|m| m.text.get(lang).trim_end_matches('.').to_string()).collect();
        let mark = marks.join("; ");
        let mut out = Vec::new();
        let mut push = |cells: [String; 6], difference: [String; 6], note: &str| {
            let mut row: DiffRow = head.to_vec();
            row.extend(cells);
            row.extend(difference);
            row.extend([note.to_string(), mark.clone()]);
            out.push(row);
        };
        for c in &self.criteria {
            let id = |side: Option<&Criterion>| side.map(|c| c.id.clone()).unwrap_or_default();
            let shown = c.now.or(c.before);
            let (label, title) = shown.map(|c| (c.label.clone(), c.title.get(lang).to_string())).unwrap_or_default();
            let cells = [c.kind.as_str().into(), yes(c.declared), id(c.before), id(c.now), label, title];
            for t in &c.thresholds {
                push(cells.clone(), threshold(self, c, t, lang), c.note.unwrap_or_default());
            }
            for change in &c.changes {
                let difference = cells_of(change.aspect.as_str(), &change.path, (&change.before, &change.now), lang);
                push(cells.clone(), difference, c.note.unwrap_or_default());
            }
            if c.thresholds.is_empty() && c.changes.is_empty() {
                push(cells, Default::default(), c.note.unwrap_or_default());
            }
        }
        for change in &self.set {
            let difference = cells_of(change.aspect.as_str(), &change.path, (&change.before, &change.now), lang);
            push(["set".into(), String::new(), String::new(), String::new(), String::new(), String::new()], difference, "");
        }
        out
    }
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.into()
}

fn cells_of(aspect: &str, path: &str, (before, now): (&Option<Shown>, &Option<Shown>), lang: Lang) -> [String; 6] {
    let text = |side: &Option<Shown>| side.as_ref().map(|shown| shown.text(lang)).unwrap_or_default();
    [aspect.into(), path.into(), text(before), String::new(), text(now), String::new()]
}

fn threshold(diff: &EditionDiff<'_>, c: &CriterionDiff<'_>, t: &ThresholdDiff<'_>, lang: Lang) -> [String; 6] {
    let aspect = if t.asks_differ() { "threshold" } else { "threshold_grounds" };
    let place = t.scheme.map_or_else(|| t.level.to_string(), |scheme| format!("{scheme}/{}", t.level));
    let side = |set: &CriteriaSet, c: Option<&Criterion>, t: Option<&Threshold>| {
        c.zip(t).map(|(c, t)| (set.asks(c, t, lang), set.cited(&t.cites))).unwrap_or_default()
    };
    let (before, before_source) = side(diff.before, c.before, t.before);
    let (now, now_source) = side(diff.now, c.now, t.now);
    [aspect.into(), place, before, before_source, now, now_source]
}
