//! Thresholds and citations in words.

use crate::criteria::{Cite, CriteriaSet, Criterion, Threshold};
use crate::render::{Context, variant_places};
use crate::text::Lang;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl CriteriaSet {
    /// What a threshold of one of its criteria asks, with its unit and the values for other places: `≥ 50 %; urban class III: ≥ 20 %`.
    #[must_use]
    pub fn asks(&self, criterion: &Criterion, threshold: &Threshold, lang: Lang) -> String {
        let Some(point) = criterion.data_points.first() else { return String::new() };
        let cx = Context { set: self, lang };
        let mut parts = Vec::from([cx.asked(threshold.op, threshold.value, point)]);
        let variants = threshold.variants.iter();
        parts.extend(variants.map(|v| format!("{}: {}", variant_places(&v.when, lang), cx.asked(threshold.op, v.value, point))));
        parts.join("; ")
    }

    /// Where something is read: number of the source, or its id, and the clause.
    #[must_use]
    pub fn cited(&self, cites: &[Cite]) -> String {
        let name = |id: &str| self.source(id).and_then(|s| s.number.clone()).unwrap_or_else(|| id.to_string());
        let all: Vec<String> = cites.iter().map(|c| format!("{}, {}", name(&c.source), c.clause)).collect();
        all.join("; ")
    }
}
