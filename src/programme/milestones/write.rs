//! Milestones and dated targets as rows, CSV and JSON, never without their marks.

use super::model::{Milestone, Milestones};
use super::state::{FigureAt, TargetState};
use super::stated::MilestonesAt;
use super::targets::{CityTarget, CityTargets, TargetAsked};
use crate::assessment::Mark;
use crate::city::{CityData, csv_table};
use crate::criteria::{Basis, Cite, Confidence, ThresholdValue, UnitKind};
use crate::number::Dec;
use crate::text::{Lang, Text, pick};
use crate::write::object;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::Value;

/// The columns of [`MilestonesAt::rows`].
pub const MILESTONE_COLUMNS: &[&str] = &[
    "milestones",
    "milestone",
    "kind",
    "horizon",
    "title",
    "as_of",
    "state",
    "op",
    "target",
    "target_unit",
    "value",
    "stated_on",
    "stated_by",
    "projected",
    "confidence",
    "sources",
    "mark",
];

/// The columns of [`CityTargets::rows`].
pub const TARGET_COLUMNS: &[&str] = &[
    "unit_code",
    "unit_name",
    "set",
    "scheme",
    "self_assessed",
    "as_of",
    "horizon",
    "criterion",
    "title",
    "level",
    "op",
    "asked",
    "asked_to",
    "state",
    "value",
    "period",
    "earlier_value",
    "earlier_period",
    "projected",
    "basis",
    "use",
    "confidence",
    "sources",
    "mark",
];

impl Milestones {
    /// What must stand wherever these milestones stand.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let read = self.items.iter().any(|item| item.confidence != Confidence::Primary);
        let text = Text::new(
            "các mốc chép theo văn bản khác và báo chí nêu lại, chưa đối chiếu với văn bản gốc",
            "milestones as restated by other documents and the press, not compared with the official text",
        );
        if read { Vec::from([Mark { code: "reported", text }]) } else { Vec::new() }
    }
}

impl MilestonesAt<'_> {
    /// What must stand beside every state.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let mut place = CityData::blank(UnitKind::National, "");
        place.fictional = self.fictional;
        let mut out = place.marks();
        out.extend(self.milestones.marks());
        let text = Text::new(
            "trạng thái theo lời khai kèm nguồn của người dùng, chưa thẩm định",
            "states as the user states them, with sources, not verified",
        );
        out.push(Mark { code: "stated", text });
        out
    }

    /// One row of text for each milestone under [`MILESTONE_COLUMNS`].
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let mark = line(&self.marks(), lang);
        let row = |item: &super::MilestoneAt<'_>| {
            let own: &Milestone = item.milestone;
            let target = own.target.as_ref();
            Vec::from([
                self.milestones.id.clone(),
                own.id.clone(),
                own.kind.as_str().into(),
                own.horizon.map(|horizon| horizon.to_string()).unwrap_or_default(),
                own.title.get(lang).into(),
                self.as_of.to_string(),
                item.state.as_str().into(),
                target.map(|target| word(&target.op)).unwrap_or_default(),
                target.map(|target| target.value.to_string()).unwrap_or_default(),
                target.map(|target| target.unit.clone()).unwrap_or_default(),
                decimal(item.statement.and_then(|statement| statement.value)),
                item.statement.map(|statement| statement.date.to_string()).unwrap_or_default(),
                item.statement.map(|statement| statement.source.clone()).unwrap_or_default(),
                decimal(item.projected),
                word(&own.confidence),
                sources(&own.cites),
                mark.clone(),
            ])
        };
        self.items.iter().map(row).collect()
    }

    /// The rows as CSV.
    #[must_use]
    pub fn to_csv(&self, lang: Lang) -> String {
        csv_table(MILESTONE_COLUMNS, self.rows(lang))
    }

    /// RFC 8785 canonical JSON.
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        let item = |item: &super::MilestoneAt<'_>| {
            let own = item.milestone;
            let statement = item.statement.map(|s| object! {"date": s.date, "value": s.value, "source": s.source});
            object! {
                "milestone": own.id, "kind": own.kind.as_str(), "title": own.title, "horizon": own.horizon, "state": item.state.as_str(),
                "target" => own.target.as_ref().map(|t| object! {"op": t.op, "value": t.value, "unit": t.unit}),
                "statement" => statement, "projected": item.projected, "confidence": own.confidence, "cites": own.cites, "note": own.note,
            }
        };
        crate::write::canonical(object! {
            "milestones_format": 1u32,
            "milestones" => object! {"id": self.milestones.id, "title": self.milestones.title},
            "as_of": self.as_of,
            "fictional": self.fictional,
            "marks": self.marks(),
            "items" => self.items.iter().map(item).collect::<Vec<_>>(),
            "notes": self.milestones.notes,
        })
    }
}

impl CityTarget<'_> {
    /// The basis of the figure asked, why its use here is the set's own, how it was read, and where it stands.
    fn ground(&self) -> (Option<Basis>, String, Option<Confidence>, &[Cite]) {
        match self.asked {
            TargetAsked::Threshold(own, _) => {
                let uses: Vec<String> = own.uses.iter().map(word).collect();
                (Some(own.basis), uses.join(";"), Some(own.confidence), &own.cites)
            }
            TargetAsked::Range(own) => (Some(own.ground.basis), String::new(), Some(own.ground.confidence), &own.ground.cites),
            TargetAsked::Parts => (None, String::new(), None, &self.criterion.cites),
        }
    }

    /// Operator, what is asked, and the upper end of a range.
    fn asked_text(&self) -> [String; 3] {
        match self.asked {
            TargetAsked::Threshold(own, ThresholdValue::Number(value)) => [word(&own.op), value.to_string(), String::new()],
            TargetAsked::Threshold(own, ThresholdValue::Yes) => [word(&own.op), "yes".into(), String::new()],
            TargetAsked::Range(own) => ["range".into(), own.low.to_string(), own.high.to_string()],
            TargetAsked::Parts => ["parts".into(), String::new(), String::new()],
        }
    }
}

impl CityTargets<'_> {
    /// One row of text for each target under [`TARGET_COLUMNS`].
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let mark = line(&self.marks, lang);
        let row = |own: &CityTarget<'_>| {
            let (basis, uses, confidence, cites) = own.ground();
            let [op, asked, asked_to] = own.asked_text();
            let value = |at: Option<FigureAt>| decimal(at.map(|at| at.value));
            let period = |at: Option<FigureAt>| at.map(|at| at.period.to_string()).unwrap_or_default();
            Vec::from([
                self.city.unit.code.clone(),
                self.city.unit.name(lang).into(),
                self.set.id(),
                self.scheme.id.clone(),
                pick(lang, "tự đánh giá", "self-assessed").into(),
                self.as_of.to_string(),
                own.horizon.to_string(),
                own.criterion.id.clone(),
                own.criterion.title.get(lang).into(),
                own.level.to_string(),
                op,
                asked,
                asked_to,
                own.state.as_str().into(),
                value(own.now),
                period(own.now),
                value(own.earlier),
                period(own.earlier),
                decimal(own.projected),
                basis.map(|basis| word(&basis)).unwrap_or_default(),
                uses,
                confidence.map(|confidence| word(&confidence)).unwrap_or_default(),
                sources(cites),
                mark.clone(),
            ])
        };
        self.targets.iter().map(row).collect()
    }

    /// The targets as a JSON value, with the marks.
    fn value(&self) -> Value {
        let figure = |at: Option<FigureAt>| at.map(|at| object! {"value": at.value, "period": at.period});
        let target = |own: &CityTarget<'_>| {
            let (basis, uses, confidence, cites) = own.ground();
            let [op, asked, asked_to] = own.asked_text();
            object! {
                "criterion": own.criterion.id, "title": own.criterion.title, "level": own.level, "horizon": own.horizon,
                "asked" => object! {"op": op, "value": (!asked.is_empty()).then_some(asked), "to": (!asked_to.is_empty()).then_some(asked_to)},
                "state": own.state.as_str(), "now" => figure(own.now), "earlier" => figure(own.earlier), "projected": own.projected,
                "basis": basis, "use": (!uses.is_empty()).then_some(uses), "confidence": confidence, "cites": cites,
            }
        };
        object! {
            "unit" => object! {"code": self.city.unit.code, "name": self.city.unit.name},
            "set": self.set.id(),
            "scheme": self.scheme.id,
            "as_of": self.as_of,
            "state": "self_assessed",
            "fictional": self.city.fictional,
            "marks": self.marks,
            "targets" => self.targets.iter().map(target).collect::<Vec<_>>(),
            "undated": self.undated,
            "findings": self.findings,
        }
    }
}

/// How many places are in each state, for one target.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct TargetCount<'a> {
    /// A target, of the first place that has it.
    pub target: CityTarget<'a>,
    /// Places in each state, in the order of [`TargetState::ALL`].
    pub counts: [u32; 14],
}

/// The targets of several places, each with how many places are in which state. A national figure is a place of the kind `national`; the
/// count of places is none.
#[must_use]
pub fn target_counts<'a>(places: &[CityTargets<'a>]) -> Vec<TargetCount<'a>> {
    let mut out: Vec<TargetCount<'a>> = Vec::new();
    for own in places.iter().filter(|place| place.city.unit.kind != UnitKind::National).flat_map(|place| &place.targets) {
        let same = |count: &&mut TargetCount<'_>| {
            count.target.criterion.id == own.criterion.id && count.target.level == own.level && count.target.horizon == own.horizon
        };
        let at = TargetState::ALL.iter().position(|state| *state == own.state);
        if out.iter_mut().find(same).is_none() {
            out.push(TargetCount { target: own.clone(), counts: [0; 14] });
        }
        if let Some(count) = out.iter_mut().find(same).zip(at).and_then(|(count, at)| count.counts.get_mut(at)) {
            *count += 1;
        }
    }
    out
}

/// The targets of several places as CSV.
#[must_use]
pub fn targets_csv(places: &[CityTargets<'_>], lang: Lang) -> String {
    csv_table(TARGET_COLUMNS, places.iter().flat_map(|place| place.rows(lang)))
}

/// The targets of several places as canonical JSON, with the counts.
#[must_use]
pub fn targets_json(places: &[CityTargets<'_>]) -> String {
    let count = |count: &TargetCount<'_>| {
        let states: Vec<Value> = TargetState::ALL
            .iter()
            .zip(count.counts)
            .filter(|(_, n)| *n > 0)
            .map(|(state, n)| object! {"state": state.as_str(), "places": n})
            .collect();
        object! {"criterion": count.target.criterion.id, "level": count.target.level, "horizon": count.target.horizon, "states" => states}
    };
    crate::write::canonical(object! {
        "targets_format": 1u32,
        "places" => places.iter().map(CityTargets::value).collect::<Vec<_>>(),
        "counts" => target_counts(places).iter().map(count).collect::<Vec<_>>(),
    })
}

/// Marks in one line.
pub(in crate::programme) fn line(marks: &[Mark], lang: Lang) -> String {
    let all: Vec<&str> = marks.iter().map(|mark| mark.text.get(lang).trim_end_matches('.')).collect();
    all.join("; ")
}

/// The word that files use for a value of a closed list.
pub(in crate::programme) fn word<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(String::from)).unwrap_or_default()
}

pub(in crate::programme) fn decimal(value: Option<Dec>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

pub(in crate::programme) fn sources(cites: &[Cite]) -> String {
    let all: Vec<String> = cites.iter().map(|cite| alloc::format!("{}: {}", cite.source, cite.clause)).collect();
    all.join("; ")
}
