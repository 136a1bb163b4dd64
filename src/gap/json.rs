//! A plan as JSON; it carries the marks of the result it was made from.

use super::{Fix, Gap, PointGain, PointNeed};
use crate::assessment::{Assessment, Mark, edition, threshold_text};
use crate::json::Writer;
use crate::text::{Lang, Text};
use crate::write::in_order;
use alloc::string::String;

/// The format of the plan document.
const GAP_FORMAT: u32 = 1;

impl Gap<'_> {
    /// RFC 8785 canonical JSON of the plan, with the marks and the place of the assessment it was made from.
    #[must_use]
    pub fn to_canonical_json(&self, of: &Assessment<'_>) -> String {
        in_order(Writer::object(|w| self.write(w, of)))
    }

    fn write(&self, w: &mut Writer, of: &Assessment<'_>) {
        w.date("as_of", Some(of.as_of()));
        w.date("data_date", of.data_date());
        w.flag("fictional", of.city().fictional);
        w.list("fixes", &self.fixes, fix);
        w.list("gains", &self.gains, gain);
        w.count("gap_format", GAP_FORMAT);
        w.list("marks", &of.marks(), Mark::write);
        w.list("needs", &self.needs, need);
        w.text("outcome", self.outcome.as_str());
        w.flag("proven_minimal", self.proven_minimal);
        w.text("scheme", &of.scheme().id);
        w.inner("set", |w| edition(w, of.set().header()));
        w.text("state", "self_assessed");
        if let Some(level) = self.target {
            w.inner("target", |w| {
                w.count("level", level);
                w.both("statement", Some(&Text::new(of.level_words(level, Lang::Vi), of.level_words(level, Lang::En))));
            });
        }
        w.inner("unit", |w| {
            w.text("code", &of.city().unit.code);
            of.city().unit.name.write(w);
        });
    }
}

fn need(w: &mut Writer, n: &PointNeed<'_>) {
    w.text_if("group", n.group.map(|g| g.id.as_str()));
    w.decimal("min", n.min);
    w.decimal("short", n.short);
    w.decimal("value", n.value);
}

fn gain(w: &mut Writer, g: &PointGain<'_>) {
    w.text("criterion", &g.criterion.id);
    w.decimal("full_at", g.full_at);
    w.decimal("gain", g.gain);
    w.decimal("max_points", g.max_points);
    if let Some((at, gain)) = g.next {
        w.inner("next", |w| {
            w.decimal("at", at);
            w.decimal("gain", gain);
        });
    }
    w.text("outcome", g.outcome.as_str());
    w.decimal("points", g.points);
    w.decimal("value", g.value);
}

fn fix(w: &mut Writer, fix: &Fix<'_>) {
    w.decimal("cost", fix.cost);
    w.text("criterion", &fix.criterion.id);
    w.decimal("gain", fix.gain);
    w.text("kind", fix.kind.as_str());
    w.count("level", fix.level);
    w.text_if("op", fix.threshold.map(|t| t.op.as_str()));
    w.text("outcome", fix.outcome.as_str());
    w.text_if("reach", fix.reach.map(threshold_text).as_deref());
    w.decimal("reach_to", fix.reach_to);
    w.text_if("unit", fix.criterion.data_points.first().map(|p| p.unit.as_str()));
    w.decimal("value", fix.value);
}
