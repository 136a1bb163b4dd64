//! Selections and comparisons as rows, CSV and JSON, never without their marks.

use super::effect::{CriterionEffect, PilotEffect};
use super::robust::PilotRobustness;
use super::rules::{PilotGround, PilotRules};
use super::select::{ConditionAnswer, PilotCandidate, PilotSelection, ReadinessAnswer};
use crate::assessment::Mark;
use crate::city::CityData;
use crate::city::csv_table;
use crate::criteria::UnitKind;
use crate::programme::milestones::{decimal, line, sources, word};
use crate::text::{Lang, pick};
use crate::write::object;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::Value;

/// The columns of [`PilotSelection::rows`].
pub const PILOT_COLUMNS: &[&str] = &[
    "rules",
    "unit_code",
    "unit_name",
    "kind",
    "set",
    "scheme",
    "self_assessed",
    "as_of",
    "eligible",
    "score",
    "rank",
    "rank_of",
    "rank_low",
    "rank_median",
    "rank_high",
    "weights_doubted",
    "level_statement",
    "item",
    "item_kind",
    "title",
    "answer",
    "weight",
    "no_data",
    "basis",
    "confidence",
    "sources",
    "mark",
];

/// The columns of [`PilotEffect::rows`].
pub const EFFECT_COLUMNS: &[&str] = &[
    "pilot",
    "pilot_name",
    "set",
    "criterion",
    "title",
    "before",
    "after",
    "pilot_before",
    "pilot_after",
    "change",
    "comparators",
    "mean_change",
    "difference",
    "verdict",
    "without",
    "minimum",
    "mark",
];

impl PilotSelection<'_> {
    /// What must stand beside it: the marks of every result in it, and those of the rules.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let mut place = CityData::blank(UnitKind::National, "");
        place.fictional = self.fictional;
        let mut out = place.marks();
        let all = self.candidates.iter().flat_map(|own| own.assessment.marks()).chain(self.rules.marks());
        for mark in all {
            if !out.contains(&mark) {
                out.push(mark);
            }
        }
        out
    }

    /// How many candidates are ranked.
    #[must_use]
    pub fn ranked(&self) -> usize {
        self.candidates.iter().filter(|own| own.rank.is_some()).count()
    }

    /// One row of text for each condition and readiness item of each candidate, under [`PILOT_COLUMNS`].
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let mark = line(&self.marks(), lang);
        let mut out = Vec::new();
        for own in &self.candidates {
            let head = self.head(own, lang);
            for answer in &own.conditions {
                let of = [
                    answer.condition.id.clone(),
                    "eligibility".into(),
                    answer.condition.title.get(lang).into(),
                    answer.holds.as_str().into(),
                ];
                out.push(row(&head, of, [String::new(), String::new()], &answer.condition.ground, &mark));
            }
            for answer in &own.readiness {
                let of = [answer.item.id.clone(), "readiness".into(), answer.item.title.get(lang).into(), decimal(answer.share)];
                out.push(row(&head, of, [answer.item.weight.to_string(), answer.no_data.to_string()], &answer.item.ground, &mark));
            }
        }
        out
    }

    fn head(&self, own: &PilotCandidate<'_>, lang: Lang) -> Vec<String> {
        let assessment = own.assessment;
        let unit = &assessment.city().unit;
        Vec::from([
            self.rules.id.clone(),
            unit.code.clone(),
            unit.name(lang).into(),
            unit.kind.as_str().into(),
            assessment.set().id(),
            assessment.scheme().id.clone(),
            pick(lang, "tự đánh giá", "self-assessed").into(),
            assessment.as_of().to_string(),
            own.eligible.as_str().into(),
            decimal(own.score),
            own.rank.map(|rank| rank.to_string()).unwrap_or_default(),
            own.rank.map(|_| self.ranked().to_string()).unwrap_or_default(),
            own.ranks.as_ref().map(|ranks| ranks.low.to_string()).unwrap_or_default(),
            own.ranks.as_ref().map(|ranks| ranks.median.to_string()).unwrap_or_default(),
            own.ranks.as_ref().map(|ranks| ranks.high.to_string()).unwrap_or_default(),
            own.ranks.as_ref().and(self.robustness.as_ref()).map(PilotRobustness::text).unwrap_or_default(),
            assessment.level_statement(assessment.self_assessed(), lang).unwrap_or_default(),
        ])
    }

    /// The rows as CSV.
    #[must_use]
    pub fn to_csv(&self, lang: Lang) -> String {
        csv_table(PILOT_COLUMNS, self.rows(lang))
    }

    /// RFC 8785 canonical JSON; with each candidate its plan of the set's own levels.
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        let candidate = |own: &PilotCandidate<'_>| {
            let unit = &own.assessment.city().unit;
            let level = own.assessment.level_statement(own.assessment.self_assessed(), Lang::Vi);
            let english = own.assessment.level_statement(own.assessment.self_assessed(), Lang::En);
            let fixes: Vec<Value> =
                own.gap.fixes.iter().map(|fix| object! {"criterion": fix.criterion.id, "kind": fix.kind.as_str()}).collect();
            object! {
                "unit" => object! {"code": unit.code, "name": unit.name, "kind": unit.kind},
                "eligible": own.eligible.as_str(),
                "score": own.score,
                "rank": own.rank,
                "ranks": own.ranks,
                "level" => level.map(|vi| object! {"vi": vi, "en": english}),
                "conditions" => own.conditions.iter().map(condition).collect::<Vec<_>>(),
                "readiness" => own.readiness.iter().map(readiness).collect::<Vec<_>>(),
                "fixes" => fixes,
            }
        };
        let first = self.candidates.first().map(|own| own.assessment);
        crate::write::canonical(object! {
            "pilots_format": 1u32,
            "rules" => object! {"id": self.rules.id, "title": self.rules.title, "sources": self.rules.sources, "notes": self.rules.notes},
            "set": first.map(|own| own.set().id()),
            "scheme": first.map(|own| own.scheme().id.clone()),
            "as_of": first.map(crate::assessment::Assessment::as_of),
            "state": "self_assessed",
            "fictional": self.fictional,
            "marks": self.marks(),
            "ties": "competition",
            "ranked": self.ranked(),
            "robustness": self.robustness,
            "candidates" => self.candidates.iter().map(candidate).collect::<Vec<_>>(),
        })
    }
}

fn row(head: &[String], of: [String; 4], more: [String; 2], ground: &PilotGround, mark: &str) -> Vec<String> {
    let mut out = head.to_vec();
    out.extend(of);
    out.extend(more);
    out.extend([
        word(&ground.basis),
        ground.confidence.map(|own| word(&own)).unwrap_or_default(),
        sources(&ground.cites),
        mark.to_string(),
    ]);
    out
}

fn condition(answer: &ConditionAnswer<'_>) -> Value {
    let own = answer.condition;
    let statement = answer.statement.map(|own| object! {"holds": own.holds, "source": own.source});
    object! {
        "id": own.id, "title": own.title, "holds": answer.holds.as_str(), "statement" => statement,
        "basis": own.ground.basis, "confidence": own.ground.confidence, "cites": own.ground.cites, "note": own.ground.note,
    }
}

fn readiness(answer: &ReadinessAnswer<'_>) -> Value {
    let own = answer.item;
    object! {
        "id": own.id, "title": own.title, "share": answer.share, "weight": own.weight, "level": own.level, "no_data": answer.no_data,
        "basis": own.ground.basis, "confidence": own.ground.confidence, "cites": own.ground.cites, "note": own.ground.note,
    }
}

impl PilotEffect<'_> {
    /// One row of text for each criterion under [`EFFECT_COLUMNS`]; comparators are named.
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let mark = line(&self.marks, lang);
        let row = |own: &CriterionEffect<'_>| {
            let named: Vec<String> =
                own.comparators.iter().map(|(code, before, after)| alloc::format!("{code}: {before} > {after}")).collect();
            Vec::from([
                self.pilot.unit.code.clone(),
                self.pilot.unit.name(lang).into(),
                self.set.id(),
                own.criterion.id.clone(),
                own.criterion.title.get(lang).into(),
                self.options.before.to_string(),
                self.options.after.to_string(),
                decimal(own.pilot.0),
                decimal(own.pilot.1),
                decimal(own.change),
                named.join("; "),
                decimal(own.mean_change),
                decimal(own.difference),
                own.verdict.as_str().into(),
                own.without.join("; "),
                self.options.minimum.to_string(),
                mark.clone(),
            ])
        };
        self.criteria.iter().map(row).collect()
    }

    /// The rows as CSV.
    #[must_use]
    pub fn to_csv(&self, lang: Lang) -> String {
        csv_table(EFFECT_COLUMNS, self.rows(lang))
    }

    /// RFC 8785 canonical JSON.
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        let named = |own: &CityData| object! {"code": own.unit.code, "name": own.unit.name};
        let criterion = |own: &CriterionEffect<'_>| {
            let others: Vec<Value> =
                own.comparators.iter().map(|(code, before, after)| object! {"code": code, "before": before, "after": after}).collect();
            object! {
                "criterion": own.criterion.id, "title": own.criterion.title, "direction": own.criterion.direction,
                "before": own.pilot.0, "after": own.pilot.1, "change": own.change, "comparators" => others, "without": own.without,
                "mean_change": own.mean_change, "difference": own.difference, "verdict": own.verdict.as_str(),
            }
        };
        crate::write::canonical(object! {
            "effect_format": 1u32,
            "set": self.set.id(),
            "as_of": self.options.assess.as_of,
            "pilot" => named(self.pilot),
            "comparators" => self.comparators.iter().map(|own| named(own)).collect::<Vec<_>>(),
            "before": self.options.before,
            "after": self.options.after,
            "minimum": self.options.minimum,
            "fictional": self.pilot.fictional || self.comparators.iter().any(|own| own.fictional),
            "state": "self_assessed",
            "marks": self.marks,
            "criteria" => self.criteria.iter().map(criterion).collect::<Vec<_>>(),
            "findings": self.findings,
        })
    }
}

impl PilotRules {
    /// The rules in words, each with what it rests on: for the head of a decision sheet.
    #[must_use]
    pub fn grounds(&self, lang: Lang) -> Vec<(String, String)> {
        let said = |ground: &PilotGround| {
            let note = ground.note.clone().unwrap_or_default();
            if ground.cites.is_empty() {
                alloc::format!("{}: {note}", pick(lang, "giả định của người dùng", "the user's assumption"))
            } else {
                sources(&ground.cites)
            }
        };
        let conditions = self.eligibility.iter().map(|own| (String::from(own.title.get(lang)), said(&own.ground)));
        conditions.chain(self.readiness.iter().map(|own| (String::from(own.title.get(lang)), said(&own.ground)))).collect()
    }
}
