//! A plan as JSON; it carries the marks of the result it was made from.

use super::{Fix, Gap, PointGain, PointNeed};
use crate::assessment::Assessment;
use crate::text::Lang;
use crate::write::object;
use alloc::string::String;
use alloc::vec::Vec;
use serde_json::Value;

/// The format of the plan document.
const GAP_FORMAT: u32 = 1;

impl Gap<'_> {
    /// RFC 8785 canonical JSON of the plan, with the marks and the place of the assessment it was made from.
    #[must_use]
    pub fn to_canonical_json(&self, of: &Assessment<'_>) -> String {
        let header = of.set().header();
        let fixes: Vec<Value> = self.fixes.iter().map(fix).collect();
        let need = |n: &PointNeed<'_>| object! {"group": n.group.map(|g| g.id.clone()), "value": n.value, "min": n.min, "short": n.short};
        let gain = |g: &PointGain<'_>| {
            object! {
                "criterion": g.criterion.id, "outcome": g.outcome.as_str(), "value": g.value, "points": g.points, "max_points": g.max_points,
                "gain": g.gain, "full_at": g.full_at,
                "next" => g.next.map(|(at, gain)| object! {"at": at, "gain": gain}),
            }
        };
        let target = self.target.map(|level| {
            let statement = object! {"vi": of.level_words(level, Lang::Vi), "en": of.level_words(level, Lang::En)};
            object! {"level": level, "statement" => statement}
        });
        crate::write::canonical(object! {
            "gap_format": GAP_FORMAT,
            "set" => object! {"id": header.set, "edition": header.edition, "revision": header.revision, "stage": header.stage, "status": header.status},
            "scheme": of.scheme().id,
            "unit" => object! {"code": of.city().unit.code, "name": of.city().unit.name},
            "fictional": of.city().fictional,
            "as_of": of.as_of(),
            "data_date": of.data_date(),
            "state": "self_assessed",
            "marks": of.marks(),
            "target" => target,
            "outcome": self.outcome.as_str(),
            "proven_minimal": self.proven_minimal,
            "fixes" => fixes,
            "needs" => self.needs.iter().map(need).collect::<Vec<_>>(),
            "gains" => self.gains.iter().map(gain).collect::<Vec<_>>(),
        })
    }
}

fn fix(fix: &Fix<'_>) -> Value {
    object! {
        "criterion": fix.criterion.id,
        "kind": fix.kind.as_str(),
        "outcome": fix.outcome.as_str(),
        "level": fix.level,
        "value": fix.value,
        "op": fix.threshold.map(|t| t.op),
        "reach": fix.reach,
        "reach_to": fix.reach_to,
        "gain": fix.gain,
        "unit": fix.criterion.data_points.first().map(|p| p.unit.clone()),
        "cost": fix.cost,
    }
}
