//! Priorities and objectives as rows, CSV and JSON, never without their marks.

use super::objectives::{ObjectiveResult, Objectives};
use super::order::{Priorities, Priority};
use crate::assessment::{Assessment, Mark};
use crate::city::CityData;
use crate::city::csv_table;
use crate::programme::milestones::{decimal, line, sources, word};
use crate::text::{Lang, Text, pick};
use crate::write::object;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::Value;

/// The columns of [`Priorities::rows`].
pub const PRIORITY_COLUMNS: &[&str] = &[
    "unit_code",
    "unit_name",
    "set",
    "scheme",
    "self_assessed",
    "as_of",
    "target",
    "place",
    "criterion",
    "title",
    "outcome",
    "to_do",
    "in_plan",
    "decides_level",
    "levels_short",
    "gain",
    "dissatisfied",
    "question",
    "local",
    "distance",
    "reasons",
    "keys",
    "mark",
];

/// The columns of [`Objectives::rows`].
pub const OBJECTIVE_COLUMNS: &[&str] = &[
    "objectives",
    "unit_code",
    "unit_name",
    "set",
    "scheme",
    "self_assessed",
    "as_of",
    "objective",
    "kind",
    "title",
    "groups",
    "level",
    "asked",
    "met",
    "no_data",
    "undecided",
    "open",
    "confidence",
    "sources",
    "mark",
];

impl Priorities<'_> {
    /// What must stand beside the list.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let mut place = CityData::blank(self.assessment.city().unit.kind, "");
        place.fictional = self.fictional;
        let mut out = place.marks();
        for mark in self.assessment.marks() {
            if !out.contains(&mark) {
                out.push(mark);
            }
        }
        let text = Text::new(
            "thứ tự theo quy tắc nêu kèm, là quy tắc tham khảo; việc chọn thuộc về địa phương",
            "the order follows the rule given beside it, a reference; what to choose is the place's own",
        );
        out.push(Mark { code: "own_order", text });
        if self.self_selected {
            let text = Text::new(
                "tỷ lệ chưa hài lòng lấy từ cuộc hỏi ý kiến tự chọn tham gia, không suy rộng được",
                "dissatisfaction is of a self-selected poll and speaks for those who answered only",
            );
            out.push(Mark { code: "self_selected", text });
        }
        out
    }

    /// The rule of the order in a sentence.
    #[must_use]
    pub fn rule(&self, lang: Lang) -> String {
        let keys: Vec<&str> = self.keys.iter().map(|key| key.label(lang)).collect();
        let keys = keys.join("; ");
        let unasked = if self.asked_residents {
            ""
        } else {
            pick(lang, " Không có khảo sát người dân.", " No survey of residents was given.")
        };
        match lang {
            Lang::Vi => alloc::format!(
                "Xếp lần lượt theo: {keys}. Bằng nhau ở mọi khóa thì theo khoảng cách, rồi theo thứ tự của bộ tiêu chí.{unasked}"
            ),
            Lang::En => alloc::format!(
                "Ordered by, one after the other: {keys}. What is equal in all of them stands by distance, then in the order of the set.{unasked}"
            ),
        }
    }

    /// One row of text for each thing to do under [`PRIORITY_COLUMNS`].
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let (mark, keys) = (line(&self.marks(), lang), self.keys.iter().map(|key| key.as_str()).collect::<Vec<_>>().join(" "));
        let unit = &self.assessment.city().unit;
        let yes = |flag: bool| String::from(if flag { "yes" } else { "no" });
        let row = |(at, own): (usize, &Priority<'_>)| {
            Vec::from([
                unit.code.clone(),
                unit.name(lang).into(),
                self.assessment.set().id(),
                self.assessment.scheme().id.clone(),
                pick(lang, "tự đánh giá", "self-assessed").into(),
                self.assessment.as_of().to_string(),
                self.target.to_string(),
                (at + 1).to_string(),
                own.fix.criterion.id.clone(),
                own.fix.criterion.title.get(lang).into(),
                own.fix.outcome.as_str().into(),
                own.fix.kind.as_str().into(),
                yes(own.in_plan),
                yes(own.decides),
                own.levels_short.to_string(),
                decimal(own.fix.gain),
                decimal(own.dissatisfaction.as_ref().map(|(_, share)| *share)),
                own.dissatisfaction.as_ref().map(|(question, _)| question.clone()).unwrap_or_default(),
                own.local.as_ref().map(|(at, _)| at.to_string()).unwrap_or_default(),
                own.fix.cost.to_string(),
                own.reasons(lang).join("; "),
                keys.clone(),
                mark.clone(),
            ])
        };
        self.items.iter().enumerate().map(row).collect()
    }

    /// The rows as CSV.
    #[must_use]
    pub fn to_csv(&self, lang: Lang) -> String {
        csv_table(PRIORITY_COLUMNS, self.rows(lang))
    }

    /// RFC 8785 canonical JSON.
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        let unit = &self.assessment.city().unit;
        let item = |own: &Priority<'_>| {
            let local = own.local.as_ref().map(|(at, local)| object! {"at": at, "of": local.of, "reason": local.reason});
            object! {
                "criterion": own.fix.criterion.id, "title": own.fix.criterion.title, "outcome": own.fix.outcome.as_str(), "to_do": own.fix.kind.as_str(),
                "value": own.fix.value, "reach": own.fix.reach, "in_plan": own.in_plan, "decides_level": own.decides, "levels_short": own.levels_short,
                "gain": own.fix.gain, "distance": own.fix.cost, "local" => local,
                "dissatisfied" => own.dissatisfaction.as_ref().map(|(question, share)| object! {"question": question, "share": share}),
                "reasons" => object! {"vi": own.reasons(Lang::Vi), "en": own.reasons(Lang::En)},
            }
        };
        crate::write::canonical(object! {
            "priorities_format": 1u32,
            "set": self.assessment.set().id(),
            "scheme": self.assessment.scheme().id,
            "unit" => object! {"code": unit.code, "name": unit.name},
            "as_of": self.assessment.as_of(),
            "state": "self_assessed",
            "fictional": self.fictional || self.assessment.city().fictional,
            "marks": self.marks(),
            "target": self.target,
            "keys": self.keys.iter().map(|key| key.as_str()).collect::<Vec<_>>(),
            "rule" => object! {"vi": self.rule(Lang::Vi), "en": self.rule(Lang::En)},
            "items" => self.items.iter().map(item).collect::<Vec<_>>(),
        })
    }
}

impl Priority<'_> {
    /// Why it stands where it stands, in words.
    #[must_use]
    pub fn reasons(&self, lang: Lang) -> Vec<String> {
        let mut out = Vec::from([String::from(self.fix.kind.label(lang))]);
        if self.in_plan {
            out.push(pick(lang, "thuộc kế hoạch ít việc nhất", "in the smallest plan").into());
        }
        match (self.decides, self.levels_short, lang) {
            (true, short, Lang::Vi) if short > 0 => out.push(alloc::format!("quyết định cấp độ, đang làm hụt {short} cấp độ")),
            (true, short, Lang::En) if short > 0 => out.push(alloc::format!("counts for the level, falls short of {short}")),
            (true, ..) => out.push(pick(lang, "quyết định cấp độ", "counts for the level").into()),
            (false, ..) => out.push(pick(lang, "không quyết định cấp độ", "does not count for the level").into()),
        }
        if let Some(gain) = self.fix.gain {
            out.push(match lang {
                Lang::Vi => alloc::format!("còn có thể tăng {} điểm", gain.to_vi()),
                Lang::En => alloc::format!("{} points to gain", gain.to_en()),
            });
        }
        if let Some((question, share)) = &self.dissatisfaction {
            let percent = crate::programme::percent(*share, lang);
            out.push(match lang {
                Lang::Vi => alloc::format!("{percent} người trả lời chưa hài lòng (câu {question})"),
                Lang::En => alloc::format!("{percent} of those asked are not satisfied (question {question})"),
            });
        }
        if let Some((at, local)) = &self.local {
            out.push(match lang {
                Lang::Vi => alloc::format!("ưu tiên thứ {at} của địa phương: {}", local.reason),
                Lang::En => alloc::format!("local priority {at}: {}", local.reason),
            });
        }
        out
    }
}

impl Objectives {
    /// One row of text for each objective under [`OBJECTIVE_COLUMNS`].
    #[must_use]
    pub fn rows(&self, assessment: &Assessment<'_>, level: u32, lang: Lang) -> Vec<Vec<String>> {
        let mut marks = assessment.marks();
        marks.extend(self.marks());
        let mark = line(&marks, lang);
        let unit = &assessment.city().unit;
        let row = |own: &ObjectiveResult<'_>| {
            Vec::from([
                self.id.clone(),
                unit.code.clone(),
                unit.name(lang).into(),
                assessment.set().id(),
                assessment.scheme().id.clone(),
                pick(lang, "tự đánh giá", "self-assessed").into(),
                assessment.as_of().to_string(),
                own.objective.id.clone(),
                if own.objective.is_task { "task" } else { "objective" }.into(),
                own.objective.title.get(lang).into(),
                own.objective.groups.join(" "),
                level.to_string(),
                own.asked.to_string(),
                own.met.to_string(),
                own.no_data.to_string(),
                own.undecided.to_string(),
                own.open.join(" "),
                word(&own.objective.confidence),
                sources(&own.objective.cites),
                mark.clone(),
            ])
        };
        self.view(assessment, level).iter().map(row).collect()
    }

    /// The rows as CSV.
    #[must_use]
    pub fn to_csv(&self, assessment: &Assessment<'_>, level: u32, lang: Lang) -> String {
        csv_table(OBJECTIVE_COLUMNS, self.rows(assessment, level, lang))
    }

    /// RFC 8785 canonical JSON.
    #[must_use]
    pub fn to_canonical_json(&self, assessment: &Assessment<'_>, level: u32) -> String {
        let mut marks = assessment.marks();
        marks.extend(self.marks());
        let unit = &assessment.city().unit;
        let item = |own: &ObjectiveResult<'_>| -> Value {
            object! {
                "objective": own.objective.id, "task": own.objective.is_task, "title": own.objective.title, "groups": own.objective.groups,
                "asked": own.asked, "met": own.met, "no_data": own.no_data, "undecided": own.undecided, "open": own.open,
                "confidence": own.objective.confidence, "cites": own.objective.cites, "note": own.objective.note,
            }
        };
        crate::write::canonical(object! {
            "objectives_format": 1u32,
            "objectives" => object! {"id": self.id, "title": self.title},
            "mapping" => object! {"basis": self.basis, "note": self.mapping},
            "set": assessment.set().id(),
            "scheme": assessment.scheme().id,
            "unit" => object! {"code": unit.code, "name": unit.name},
            "as_of": assessment.as_of(),
            "state": "self_assessed",
            "fictional": assessment.city().fictional,
            "level": level,
            "marks": marks,
            "items" => self.view(assessment, level).iter().map(item).collect::<Vec<_>>(),
        })
    }
}
