//! The description of a survey from JSON.

use super::survey::{Question, QuestionAnswer, QuestionKind, Survey, WeightColumn};
use crate::city::{Sampling, read_unit};
use crate::criteria::SCHEMA_KEY;
use crate::finding::{Code, Finding, Findings};
use crate::json::{Json, Limits, Reader};
use crate::number::Dec;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

/// A description has a few kilobytes.
const LIMITS: Limits = Limits { bytes: 1 << 20, values: 20_000 };

/// The format of descriptions.
const SURVEY_FORMAT: u32 = 1;

/// Most questions of a survey, and most answers of a question.
pub(super) const MOST_QUESTIONS: usize = 100;
const MOST_ANSWERS: usize = 50;

/// A figure of one or two people is a figure about them.
const LEAST_CELL: u32 = 3;

/// 95 %, two-sided, as criteria sets write it.
const Z_95: &str = "1.959963984540054";

impl Survey {
    /// Reads the description of a survey. With the value come remarks.
    ///
    /// # Errors
    /// Every finding at once: faults of JSON and shape, ids used twice, a question without an answer that counts or with an answer
    /// given twice (`voice.answers`), a column that has two uses (`voice.column_used_twice`), a question asked of those of a later or
    /// unknown one (`voice.asked_of`), a margin or quantile out of range (`voice.out_of_range`).
    ///
    /// ```
    /// let file = include_bytes!("../../../examples/programme/khao-sat/mo-ta.json");
    /// let (survey, _) = dothi::programme::Survey::from_json(file).unwrap();
    /// assert_eq!(survey.questions[0].column, "q1_quan_tam");
    /// ```
    pub fn from_json(bytes: &[u8]) -> Result<(Self, Findings), Findings> {
        let mut r = Reader::composing();
        let survey = r.file(bytes, LIMITS, survey);
        r.settle(survey)
    }
}

fn survey(r: &mut Reader, json: &Json) -> Option<Survey> {
    let mut o = r.object(json)?;
    let format = o.required(r, "survey_format", |r, j| r.count(j, 1, u32::MAX))?;
    if format > SURVEY_FORMAT {
        let finding = r.find(Code::NewerFormat).with("found", format).with("known", SURVEY_FORMAT);
        r.push(finding);
        return None;
    }
    o.optional(r, SCHEMA_KEY, Reader::string);
    let id = o.required(r, "id", Reader::id);
    let title = o.required(r, "title", Reader::text);
    let fictional = o.optional(r, "fictional", Reader::boolean).unwrap_or(false);
    let unit = o.required(r, "unit", read_unit);
    let period = o.optional(r, "period", Reader::date);
    let sampling = o.required(r, "sampling", |r, j| r.choice(j, Sampling::WORDS));
    let population = o.optional(r, "population", |r, j| r.count(j, 1, u32::MAX)).map(u64::from);
    let minimum_cell = o.required(r, "minimum_cell", |r, j| r.count(j, LEAST_CELL, 1_000_000));
    let z = match o.optional(r, "z", |r, j| within(r, j, &(Dec::parse("0.5").ok()?..=Dec::parse("5").ok()?))) {
        Some(z) => Some(z),
        None => Dec::parse(Z_95).ok(),
    };
    let margins = o.list(r, "margins", |r, j| within(r, j, &(Dec::parse("0.001").ok()?..=Dec::parse("0.5").ok()?)));
    let weight = o.optional(r, "weight", weight);
    let stratum = o.optional(r, "stratum", Reader::string);
    let cluster = o.optional(r, "cluster", Reader::string);
    let drafts = o.list_of(r, "questions", (1, MOST_QUESTIONS), question);
    o.finish(r);
    let questions = linked(r, drafts);
    let survey = Survey {
        id: id?,
        title: title?,
        fictional,
        unit: unit?,
        period,
        sampling: sampling?,
        population,
        minimum_cell: minimum_cell?,
        z: z?,
        margins,
        weight,
        stratum,
        cluster,
        questions,
    };
    one_use_each(r, &survey);
    Some(survey)
}

fn within(r: &mut Reader, json: &Json, range: &RangeInclusive<Dec>) -> Option<Dec> {
    let value = r.decimal(json)?;
    if range.contains(&value) {
        return Some(value);
    }
    let finding = r.find(Code::VoiceRange).with("value", value).with("least", range.start()).with("most", range.end());
    r.push(finding);
    None
}

fn weight(r: &mut Reader, json: &Json) -> Option<WeightColumn> {
    let mut o = r.object(json)?;
    let column = o.required(r, "column", Reader::string);
    let comma = o.required(r, "decimal", |r, j| r.choice(j, &[("comma", true), ("point", false)]));
    o.finish(r);
    Some(WeightColumn { column: column?, comma: comma? })
}

/// A question whose `asked_of` is still an id, and where it stands.
type Draft = (Question, Option<String>, String);

fn question(r: &mut Reader, json: &Json) -> Option<Draft> {
    let at = r.place().text(crate::text::Lang::En);
    let mut o = r.object(json)?;
    let id = o.required(r, "id", Reader::id);
    let kind = o.required(r, "kind", |r, j| r.choice(j, QuestionKind::WORDS));
    let column = o.required(r, "column", Reader::string);
    let title = o.required(r, "title", Reader::text);
    let answers = o.list_of(r, "answers", (2, MOST_ANSWERS), answer);
    let no_answer = o.list(r, "no_answer", Reader::string);
    let asked_of = o.optional(r, "asked_of", Reader::id);
    let criterion = o.optional(r, "criterion", Reader::id);
    let data_point = o.optional(r, "data_point", Reader::id);
    let about = o.list(r, "about", Reader::id);
    o.finish(r);
    let words = answers.iter().map(|a| &a.answer).chain(&no_answer);
    let mut seen = Vec::new();
    let doubled = words.into_iter().find(|word| {
        let word = super::header::key(word);
        let again = seen.contains(&word);
        seen.push(word);
        again
    });
    let counting = answers.iter().filter(|a| a.counts).count();
    if doubled.is_some() || (answers.len() > 1 && (counting == 0 || counting == answers.len())) {
        let finding = r.find(Code::VoiceAnswers);
        r.push(finding);
    }
    let criterion = criterion.map(|criterion| (criterion, data_point));
    let question = Question { id: id?, kind: kind?, column: column?, title: title?, answers, no_answer, asked_of: None, criterion, about };
    Some((question, asked_of, at))
}

fn answer(r: &mut Reader, json: &Json) -> Option<QuestionAnswer> {
    let mut o = r.object(json)?;
    let answer = o.required(r, "answer", Reader::string);
    let title = o.required(r, "title", Reader::text);
    let counts = o.optional(r, "counts", Reader::boolean).unwrap_or(false);
    o.finish(r);
    Some(QuestionAnswer { answer: answer?, title: title?, counts })
}

/// Ids used once; `asked_of` leads to an earlier question, so that no chain of questions is a ring.
fn linked(r: &mut Reader, drafts: Vec<Draft>) -> Vec<Question> {
    let mut first: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut out = Vec::with_capacity(drafts.len());
    for (number, (mut question, asked_of, at)) in drafts.into_iter().enumerate() {
        if let Some(of) = asked_of {
            question.asked_of = first.get(&of).map(|(earlier, _)| *earlier);
            if question.asked_of.is_none() {
                r.push(Finding::at(Code::VoiceAskedOf, alloc::format!("{at}/asked_of")).with("id", of));
            }
        }
        if let Some((_, earlier)) = first.get(&question.id) {
            r.push(Finding::at(Code::DoubledId, alloc::format!("{at}/id")).with("id", &question.id).with("first", earlier));
        } else {
            first.insert(question.id.clone(), (number, at));
        }
        out.push(question);
    }
    out
}

fn one_use_each(r: &mut Reader, survey: &Survey) {
    let mut seen: Vec<String> = Vec::new();
    for column in survey.columns() {
        let key = super::header::key(column);
        if seen.contains(&key) {
            r.push(Finding::at(Code::VoiceColumnTwice, "").with("name", column));
        }
        seen.push(key);
    }
}

impl Survey {
    /// The columns that are read: what answers need besides, they do not need.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        let questions = self.questions.iter().map(|question| question.column.as_str());
        let own = [self.weight.as_ref().map(|weight| &weight.column), self.stratum.as_ref(), self.cluster.as_ref()];
        questions.chain(own.into_iter().flatten().map(String::as_str))
    }
}
