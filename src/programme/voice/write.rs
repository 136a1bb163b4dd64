//! The figures of a survey as rows, CSV and JSON, never without their marks.

use super::figure::VoiceFigure;
use super::result::{SampleNeed, Voice, VoiceCell};
use super::survey::Survey;
use crate::assessment::Mark;
use crate::city::{CityData, Sampling, csv_table};
use crate::number::Dec;
use crate::text::{Lang, Text, pick};
use crate::write::object;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::Value;

/// The format of the document.
const VOICE_FORMAT: u32 = 1;

/// The columns of [`Voice::rows`].
pub const VOICE_COLUMNS: &[&str] = &[
    "survey",
    "unit_code",
    "unit_name",
    "period",
    "sampling",
    "question",
    "kind",
    "criterion",
    "stratum",
    "shown",
    "answers",
    "positive",
    "share",
    "low",
    "high",
    "effective",
    "design_effect",
    "minimum_cell",
    "state",
    "mark",
];

impl Survey {
    /// What must stand wherever a figure of this survey stands.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let mut place = CityData::blank(self.unit.kind, "");
        place.fictional = self.fictional;
        let mut out = place.marks();
        if self.sampling == Sampling::SelfSelected {
            let text = Text::new(
                "người trả lời tự chọn tham gia: không suy rộng được cho toàn bộ người dân, không có khoảng tin cậy",
                "a self-selected poll: it speaks for those who answered, not for all residents; no interval can be given",
            );
            out.push(Mark { code: "self_selected", text });
        }
        let text = Text::new(
            "số liệu khảo sát do người tổ chức khảo sát tự khai, chưa thẩm định; không phải thống kê chính thức",
            "survey figures as given by who ran the survey, not verified; no official statistics",
        );
        out.push(Mark { code: "own_survey", text });
        out
    }

    /// The marks in one line.
    #[must_use]
    pub fn mark_line(&self, lang: Lang) -> String {
        let all: Vec<String> = self.marks().iter().map(|mark| mark.text.get(lang).to_string()).collect();
        all.join("; ")
    }
}

impl VoiceCell {
    /// Why there is no figure, in words; empty where there is one.
    #[must_use]
    pub fn reason(&self, minimum: u32, lang: Lang) -> String {
        match (self, lang) {
            (Self::Shown(_), _) => String::new(),
            (Self::Empty, _) => pick(lang, "không có câu trả lời", "no answers").into(),
            (Self::TooFew, Lang::Vi) => alloc::format!("không công bố: dưới {minimum} câu trả lời"),
            (Self::TooFew, Lang::En) => alloc::format!("not given: fewer than {minimum} answers"),
            (Self::Protects, Lang::Vi) => "không công bố: để ô ít câu trả lời không bị suy ra bằng phép trừ".into(),
            (Self::Protects, Lang::En) => "not given: a smaller cell could be had from it by subtraction".into(),
        }
    }
}

impl Voice<'_> {
    /// One row of text for each question, and for each stratum of it, under [`VOICE_COLUMNS`]. Shares are shares of 1; the row of all
    /// strata has an empty `stratum`.
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let survey = self.survey;
        let mark = survey.mark_line(lang);
        let mut out = Vec::new();
        for own in &self.questions {
            let whole = (String::new(), own.whole);
            for (stratum, cell) in core::iter::once(&whole).chain(&own.strata) {
                let named = if core::ptr::eq(stratum, &whole.0) { String::new() } else { stratum_name(stratum, lang).into() };
                let mut row = Vec::from([
                    survey.id.clone(),
                    survey.unit.code.clone(),
                    survey.unit.name(lang).into(),
                    survey.period.map(|period| period.to_string()).unwrap_or_default(),
                    survey.sampling.as_str().into(),
                    own.question.id.clone(),
                    own.question.kind.as_str().into(),
                    own.question.criterion.as_ref().map(|(criterion, _)| criterion.clone()).unwrap_or_default(),
                    named,
                    cell.as_str().into(),
                ]);
                row.extend(figures(cell.figure()));
                row.extend([survey.minimum_cell.to_string(), pick(lang, "tự đánh giá", "self-assessed").into(), mark.clone()]);
                out.push(row);
            }
        }
        out
    }

    /// The rows as CSV: comma, decimals with a point.
    #[must_use]
    pub fn to_csv(&self, lang: Lang) -> String {
        csv_table(VOICE_COLUMNS, self.rows(lang))
    }

    /// RFC 8785 canonical JSON, marks first among equals: what is hidden is said, with the reason as a word.
    #[must_use]
    pub fn to_canonical_json(&self) -> String {
        let survey = self.survey;
        let question = |own: &super::QuestionVoice<'_>| {
            let strata: Vec<Value> = own.strata.iter().map(|(name, cell)| with_name(name, cell)).collect();
            object! {
                "question": own.question.id,
                "kind": own.question.kind,
                "title": own.question.title,
                "criterion": own.question.criterion.as_ref().map(|(criterion, _)| criterion),
                "about": own.question.about,
                "whole" => cell(&own.whole),
                "strata" => strata,
                "needed" => own.needed.iter().map(need).collect::<Vec<_>>(),
            }
        };
        crate::write::canonical(object! {
            "voice_format": VOICE_FORMAT,
            "survey" => object! {"id": survey.id, "title": survey.title},
            "unit" => object! {"code": survey.unit.code, "name": survey.unit.name},
            "fictional": survey.fictional,
            "period": survey.period,
            "sampling": survey.sampling,
            "population": survey.population,
            "minimum_cell": survey.minimum_cell,
            "z": survey.z,
            "state": "self_assessed",
            "marks": survey.marks(),
            "respondents": self.respondents,
            "questions" => self.questions.iter().map(question).collect::<Vec<_>>(),
            "findings": self.findings,
        })
    }
}

/// A row whose stratum is not stated has a name all the same.
pub(super) fn stratum_name(name: &str, lang: Lang) -> &str {
    if name.is_empty() { pick(lang, "(không ghi)", "(not stated)") } else { name }
}

fn figures(figure: Option<&VoiceFigure>) -> [String; 7] {
    let text = |value: Option<Dec>| value.map(|value| value.to_string()).unwrap_or_default();
    let Some(figure) = figure else { return Default::default() };
    [
        figure.answers.to_string(),
        figure.positive.to_string(),
        figure.share.to_string(),
        text(figure.interval.map(|(low, _)| low)),
        text(figure.interval.map(|(_, high)| high)),
        text(figure.effective),
        text(figure.design_effect()),
    ]
}

fn cell(cell: &VoiceCell) -> Value {
    let figure = cell.figure();
    object! {
        "state": cell.as_str(),
        "answers": figure.map(|figure| figure.answers),
        "positive": figure.map(|figure| figure.positive),
        "share": figure.map(|figure| figure.share),
        "interval" => figure.and_then(|figure| figure.interval).map(|(low, high)| object! {"low": low, "high": high}),
        "effective": figure.and_then(|figure| figure.effective),
        "design_effect": figure.and_then(VoiceFigure::design_effect),
    }
}

fn with_name(name: &str, of: &VoiceCell) -> Value {
    object! {"stratum": name, "cell" => cell(of)}
}

fn need(need: &SampleNeed) -> Value {
    object! {"margin": need.margin, "simple": need.simple, "designed": need.designed, "reached": need.reached}
}
