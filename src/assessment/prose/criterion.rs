//! One criterion in words.

use super::words::{basis_text, number};
use super::{date, line, yes_no};
use crate::assessment::{Asked, Assessment, CriterionResult, LevelAnswer, Outcome, PartResult, Possibility};
use crate::city::{ObsValue, Observation};
use crate::criteria::{Combination, DataPoint, Expr, Method, ThresholdValue};
use crate::number::Dec;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl Assessment<'_> {
    pub(super) fn explain_one(&self, c: &CriterionResult<'_>, lang: Lang, out: &mut String) {
        let criterion = c.criterion;
        let outcome = format!("{} {}", c.outcome.sign(), c.outcome.label(lang));
        line(out, &format!("\n{} {} [{}] — {outcome}", criterion.label, criterion.title.get(lang), criterion.id));
        let mut say = |text: &str| line(out, &format!("  {text}"));
        if let Some((low, high)) = c.low.zip(c.high) {
            let (low, high) = (low.text(lang), high.text(lang));
            match lang {
                Lang::Vi => say(&format!("tùy cách hiểu nguồn: thấp nhất {low}; cao nhất {high}")),
                Lang::En => say(&format!("depends on how the source is read: at least {low}; at most {high}")),
            }
        }
        if let Some(reason) = c.reason {
            say(&format!("{}: {reason}", pick(lang, "lý do", "reason")));
        }
        if let Some(rule) = c.not_considered {
            let word = pick(lang, "không xét theo", "not considered under");
            say(&format!("{word} {}", self.cites_text(&rule.cites)));
        }
        c.inputs.iter().filter_map(|input| input_text(c, input, lang)).for_each(|text| say(&text));
        self.reference_texts(c, lang).iter().for_each(|text| say(text));
        if let (Some(value), true) = (c.value, c.inputs.len() > 1) {
            say(&format!("{}: {}", pick(lang, "giá trị", "value"), self.with_unit(value, c, lang)));
        }
        if let Some(text) = self.change_text(c, lang) {
            say(&text);
        }
        self.parts_texts(c, lang).iter().for_each(|text| say(text));
        self.method_texts(c, lang).iter().for_each(|text| say(text));
        if let Some(points) = c.points {
            let of = pick(lang, "trên", "of");
            say(&format!("{}: {} {of} {}", pick(lang, "điểm", "points"), number(points, lang), number(c.max_points, lang)));
        }
        let answers = c.levels.iter().filter(|l| !matches!(l.outcome, Outcome::NotApplicable | Outcome::NotConsidered));
        answers.filter_map(|level| self.level_text(c, level, lang)).for_each(|text| say(&text));
        c.survey.iter().flat_map(|survey| survey.texts(lang)).for_each(|text| say(&text));
        c.flag_texts(lang).iter().for_each(|text| say(text));
        if c.documents.all > 0 {
            let d = &c.documents;
            say(&match lang {
                Lang::Vi => format!("minh chứng: {} văn bản (kế hoạch {}, chấp nhận {}, bác {})", d.all, d.plans, d.accepted, d.rejected),
                Lang::En => format!("evidence: documents {} (plans {}, accepted {}, rejected {})", d.all, d.plans, d.accepted, d.rejected),
            });
        }
        let word = pick(lang, "định nghĩa theo", "defined by");
        let read = self.set.how_read(criterion.confidence, &criterion.cites, lang);
        say(&format!("{word}: {} ({read})", self.cites_text(&criterion.cites)));
    }

    /// The comparison values that the criterion's expressions name, each with its source.
    fn reference_texts(&self, c: &CriterionResult<'_>, lang: Lang) -> Vec<String> {
        let mut ids: Vec<&str> = Vec::new();
        c.criterion.data_points.iter().filter_map(|p| p.derive.as_ref()).for_each(|expr| references_in(expr, &mut ids));
        if let Method::Combine { of, .. } = c.method {
            of.iter().filter_map(|part| part.derive.as_ref()).for_each(|expr| references_in(expr, &mut ids));
        }
        let named = self.city.references.iter().filter(|r| ids.contains(&r.id.as_str()));
        let word = pick(lang, "giá trị so sánh", "comparison value");
        named
            .map(|r| {
                let period = r.period.map(|p| format!(" ({})", date(p, lang))).unwrap_or_default();
                format!("{word} {}: {}{period} — {}", r.id, number(r.value, lang), r.source)
            })
            .collect()
    }

    /// The value of the year that the scheme compares with, beside the present one: "năm 2015: 12 %, nay 15 %, chênh lệch 3".
    #[must_use]
    pub fn change_text(&self, c: &CriterionResult<'_>, lang: Lang) -> Option<String> {
        let (change, with) = c.change.zip(self.scheme.compare_with.as_ref())?;
        let shown = |value: Option<Dec>, answer: Option<bool>| {
            let number = value.map(|v| self.with_unit(v, c, lang));
            number.or(answer.map(|a| yes_no(a, lang).to_string())).unwrap_or_else(|| Outcome::NoData.label(lang).into())
        };
        let (then, now) = (shown(change.base_value, change.base_answer), shown(c.value, c.answer));
        let year = date(with.year, lang);
        let difference = change.difference.map(|d| number(d, lang).replacen('-', "−", 1));
        let difference = difference.map(|d| format!(", {} {d}", pick(lang, "chênh lệch", "difference"))).unwrap_or_default();
        Some(match lang {
            Lang::Vi => format!("năm {year}: {then}, nay: {now}{difference}"),
            Lang::En => format!("in {year}: {then}, now: {now}{difference}"),
        })
    }

    fn parts_texts(&self, c: &CriterionResult<'_>, lang: Lang) -> Vec<String> {
        let Method::Combine { how, of } = c.method else { return Vec::new() };
        let head = match (how, lang) {
            (Combination::Any, Lang::Vi) => "chỉ cần một trong các phần sau đạt:".to_string(),
            (Combination::Any, Lang::En) => "one of these parts is enough:".to_string(),
            (Combination::All, Lang::Vi) => "các phần sau đều phải đạt:".to_string(),
            (Combination::All, Lang::En) => "every one of these parts is needed:".to_string(),
            (Combination::AtLeast { n }, Lang::Vi) => format!("cần ít nhất {n} trong {} phần sau đạt:", of.len()),
            (Combination::AtLeast { n }, Lang::En) => format!("at least {n} of these {} parts are needed:", of.len()),
            (Combination::Readings, Lang::Vi) => {
                format!("nguồn có thể hiểu theo {} cách, chỉ xác định khi mọi cách cho cùng kết quả:", of.len())
            }
            (Combination::Readings, Lang::En) => format!("the source can be read in {} ways; decided where all of them agree:", of.len()),
            (Combination::Sum, Lang::Vi) => "điểm là tổng của các phần có số liệu:".to_string(),
            (Combination::Sum, Lang::En) => "points are the sum over the parts that have data:".to_string(),
        };
        let parts = c.parts.iter().map(|part| format!("– {}", self.part_text(c, part, lang)));
        core::iter::once(head).chain(parts).collect()
    }

    /// One part of a combination: what it is, its value, what is asked and what came of it.
    #[must_use]
    pub fn part_text(&self, c: &CriterionResult<'_>, part: &PartResult<'_>, lang: Lang) -> String {
        let input = part.data_point.inputs.first().filter(|_| c.criterion.data_points.len() > 1).map(|input| &input.title);
        let title = part.part.title.as_ref().or(part.data_point.title.as_ref()).or(input).unwrap_or(&c.criterion.title);
        let value = part.value.map(|v| self.in_unit(v, &part.data_point.unit, lang)).or(part.answer.map(|a| yes_no(a, lang).into()));
        let value = value.map(|v| format!(": {v}")).unwrap_or_default();
        let points = match part.points.zip(part.max_points) {
            Some((points, most)) => format!(", {}/{} {}", number(points, lang), number(most, lang), pick(lang, "điểm", "points")),
            None => String::new(),
        };
        let asked = self.asked_of_part(part, lang);
        let asked = if asked.is_empty() { asked } else { format!(" ({asked})") };
        format!("{}{value}{asked} — {} {}{points}", title.get(lang), part.outcome.sign(), part.outcome.label(lang))
    }

    fn asked_of_part(&self, part: &PartResult<'_>, lang: Lang) -> String {
        let unit = part.data_point.unit.as_str();
        let mut asked: Vec<String> = match &part.part.method {
            Method::Range(range) => Vec::from([self.ends_text(range, unit, lang)]),
            Method::TargetShare { target, .. } => {
                Vec::from([format!("{} {}", pick(lang, "mục tiêu", "target"), self.in_unit(*target, unit, lang))])
            }
            method => {
                let one = |t: &crate::criteria::Threshold| match t.value {
                    ThresholdValue::Yes => pick(lang, "cần trả lời có", "yes is needed").to_string(),
                    ThresholdValue::Number(n) => format!("{} {}", t.op.sign(), self.in_unit(n, unit, lang)),
                };
                method.thresholds().iter().map(one).collect()
            }
        };
        if part.part.evidence.is_some() {
            asked.push(
                pick(lang, "chỉ tính khi có văn bản công nhận của cơ quan có thẩm quyền", "counts only with a recognition by an authority")
                    .into(),
            );
        }
        let cites: Vec<String> = part.part.method.cites().into_iter().map(|cite| self.cite_text(cite)).collect();
        asked.extend((!cites.is_empty()).then(|| cites.join("; ")));
        asked.join("; ")
    }

    /// What is asked at a level and what came of it; `None` for a combination, whose parts say it.
    fn level_text(&self, c: &CriterionResult<'_>, level: &LevelAnswer<'_>, lang: Lang) -> Option<String> {
        let mut notes: Vec<String> = Vec::new();
        let (asked, cites, confidence) = match level.asked {
            Asked::Parts => return None,
            Asked::Range(range) => {
                notes.push(basis_text(range.ground.basis, lang).into());
                notes.extend(outside_text(range, lang).map(String::from));
                (self.ends_text(range, unit_of(c), lang), &range.ground.cites, range.ground.confidence)
            }
            Asked::Threshold { threshold: t, value, variant } => {
                let asked = match value {
                    ThresholdValue::Yes => pick(lang, "có", "yes").to_string(),
                    ThresholdValue::Number(n) => self.with_unit(n, c, lang),
                };
                let chosen = variant.and_then(|at| t.variants.get(at));
                let (basis, cites, confidence) =
                    chosen.map_or((t.basis, &t.cites, t.confidence), |variant| (variant.basis, &variant.cites, variant.confidence));
                notes.push(basis_text(basis, lang).into());
                if let Some(from) = t.carried_from {
                    notes.push(match lang {
                        Lang::Vi => format!("giữ nguyên từ cấp độ {from}"),
                        Lang::En => format!("carried from level {from}"),
                    });
                }
                if variant.is_some() {
                    notes.push(pick(lang, "giá trị riêng cho loại địa bàn này", "value for this kind of place").into());
                }
                (format!("{} {asked}", t.op.sign()), cites, confidence)
            }
        };
        let passes = level.value_passes && level.outcome != Outcome::Passed;
        if passes {
            notes.push(pick(lang, "số liệu đạt ngưỡng nhưng chưa được tính", "the value passes but does not count").into());
        }
        notes.push(format!("{} ({})", self.cites_text(cites), self.set.how_read(confidence, cites, lang)));
        // One level that is no maturity level is what is asked, and nothing else.
        let head = if self.scheme.verdict || self.scheme.levels.is_empty() {
            pick(lang, "yêu cầu", "asked").to_string()
        } else {
            format!("{} {}", pick(lang, "cấp độ", "level"), level.level)
        };
        Some(format!("{head} {asked}: {} {} — {}", level.outcome.sign(), level.outcome.label(lang), notes.join("; ")))
    }

    pub(super) fn with_unit(&self, value: Dec, c: &CriterionResult<'_>, lang: Lang) -> String {
        self.in_unit(value, unit_of(c), lang)
    }

    /// `11–16 %`
    fn ends_text(&self, range: &crate::criteria::Range, unit: &str, lang: Lang) -> String {
        format!("{}–{}", number(range.low, lang), self.in_unit(range.high, unit, lang))
    }
}

impl Possibility {
    /// The outcome of one reading, with its points.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let points = self.points.map(|p| format!(" ({} {})", number(p, lang), pick(lang, "điểm", "points"))).unwrap_or_default();
        format!("{} {}{points}", self.outcome.sign(), self.outcome.label(lang))
    }
}

fn references_in<'e>(expr: &'e Expr, out: &mut Vec<&'e str>) {
    if let Expr::Reference { id } = expr {
        out.push(id);
    }
    expr.terms().iter().for_each(|term| references_in(term, out));
}

/// The unit of a criterion's value.
pub(super) fn unit_of<'c>(c: &CriterionResult<'c>) -> &'c str {
    c.criterion.data_points.first().map_or("", |p| p.unit.as_str())
}

/// What the source leaves open about a value outside a range.
fn outside_text(range: &crate::criteria::Range, lang: Lang) -> Option<&'static str> {
    use crate::criteria::OutsideRange::Unclear;
    match (range.below, range.above) {
        (Unclear, Unclear) => {
            Some(pick(lang, "nguồn không nêu giá trị ngoài khoảng là gì", "the source does not say what a value outside means"))
        }
        (Unclear, _) => Some(pick(lang, "nguồn không nêu giá trị dưới khoảng là gì", "the source does not say what a value below means")),
        (_, Unclear) => Some(pick(lang, "nguồn không nêu giá trị trên khoảng là gì", "the source does not say what a value above means")),
        _ => None,
    }
}

fn input_text(c: &CriterionResult<'_>, input: &Observation, lang: Lang) -> Option<String> {
    let value = match input.value? {
        ObsValue::Number(n) => number(n, lang),
        ObsValue::Boolean(answer) => yes_no(answer, lang).into(),
    };
    let points = &c.criterion.data_points;
    let point: Option<&DataPoint> = match &input.data_point {
        Some(id) => points.iter().find(|p| p.id == *id),
        None => points.first(),
    };
    let title = point.and_then(|p| p.inputs.iter().find(|i| i.role == input.role)).map_or("", |i| i.title.get(lang));
    let of = point.filter(|_| points.len() > 1).and_then(|p| p.title.as_ref()).map(|t| format!("{} – ", t.get(lang))).unwrap_or_default();
    let period = input.period.map(|p| format!(" ({})", date(p, lang))).unwrap_or_default();
    let part = input.part.as_ref().map(|p| format!(" [{p}]")).unwrap_or_default();
    Some(format!("{of}{title}: {value}{part}{period}"))
}
