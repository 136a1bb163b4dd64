//! A condition of a level in words.

use super::words::number;
use crate::assessment::{Assessment, ConditionResult, Outcome};
use crate::criteria::{AttributeTest, Condition};
use crate::steps::attributes::all_hold;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl ConditionResult<'_> {
    /// The sign of its answer.
    #[must_use]
    pub fn sign(&self) -> &'static str {
        self.as_outcome().sign()
    }

    /// Its answer as an outcome: met, below, or undecided.
    #[must_use]
    pub fn as_outcome(&self) -> Outcome {
        match (self.undecided, self.holds) {
            (true, _) => Outcome::Undecided,
            (false, true) => Outcome::Passed,
            (false, false) => Outcome::BelowThreshold,
        }
    }

    /// `11/15`, or `11–13/15` where readings differ.
    fn count(&self) -> String {
        let high = self.met_high.map(|high| format!("–{high}")).unwrap_or_default();
        format!("{}{high}", self.met.unwrap_or(0))
    }
}

impl Assessment<'_> {
    /// A condition in lines, each with its depth and its own answer: what some places or some readings ask stands below.
    #[must_use]
    pub fn condition_lines<'c, 'a>(&self, c: &'c ConditionResult<'a>, lang: Lang) -> Vec<(usize, &'c ConditionResult<'a>, String)> {
        let nested = matches!(c.condition, Condition::If { .. } | Condition::Unclear { .. }) && !c.inner.is_empty();
        let text = if nested { self.head_of(c, lang) } else { self.condition_text(c, lang) };
        let mut out = Vec::from([(0, c, text)]);
        for inner in c.inner.iter().filter(|_| nested) {
            out.extend(self.condition_lines(inner, lang).into_iter().map(|(depth, c, text)| (depth + 1, c, text)));
        }
        out
    }

    /// A condition and by how much it holds or fails, in one line.
    #[must_use]
    pub fn condition_text(&self, c: &ConditionResult<'_>, lang: Lang) -> String {
        let mut out = self.plain_condition(c, lang);
        if c.attribute_absent && !matches!(c.condition, Condition::If { .. }) {
            out.push_str(pick(
                lang,
                " (chưa biết thuộc tính của nơi này nên dùng mức chung)",
                " (an attribute of the place is not known, so the limit for all places is used)",
            ));
        }
        out
    }

    fn plain_condition(&self, c: &ConditionResult<'_>, lang: Lang) -> String {
        let tier = match c.condition {
            Condition::ShareMet { tier, .. } | Condition::CountMet { tier, .. } => {
                tier.map_or(pick(lang, "tiêu chí", "criteria"), |tier| tier.label(lang))
            }
            _ => "",
        };
        let named = match c.condition {
            Condition::CountMet { group, .. } | Condition::NodeValue { group, .. } | Condition::ShareMet { group, .. } => group.as_deref(),
            _ => None,
        };
        let group = c.group.or_else(|| named.and_then(|id| self.set.group(id)));
        let group = group.map(|g| format!("{}: ", g.title.get(lang))).unwrap_or_default();
        let min = c.min.map(|m| number(m, lang)).unwrap_or_default();
        let missing = match c.missing {
            Some(n) if n > 0 && !c.holds => match lang {
                Lang::Vi => format!(", còn thiếu {n}"),
                Lang::En => format!(", {n} short"),
            },
            _ => String::new(),
        };
        let (met, asked) = (c.count(), c.asked.unwrap_or(0));
        match c.condition {
            Condition::ShareMet { .. } if c.is_each_group() => self.each_group(c, tier, &min, lang),
            Condition::ShareMet { .. } if c.vacuous => match lang {
                Lang::Vi => format!("{group}không có {tier} nào được hỏi (điều kiện mặc nhiên thỏa)"),
                Lang::En => format!("{group}no {tier} are asked (holds vacuously)"),
            },
            Condition::ShareMet { .. } => match lang {
                Lang::Vi => format!("{group}{met}/{asked} {tier} đạt, cần tỷ lệ ít nhất {min}{missing}"),
                Lang::En => format!("{group}{met} of {asked} {tier} met, a share of at least {min} is needed{missing}"),
            },
            Condition::CountMet { .. } => match lang {
                Lang::Vi => format!("{group}{met}/{asked} {tier} đạt, cần ít nhất {min}{missing}"),
                Lang::En => format!("{group}{met} of {asked} {tier} met, at least {min} needed{missing}"),
            },
            Condition::NodeValue { .. } => {
                let value = match (c.value, c.value_range) {
                    (Some(value), _) => number(value, lang),
                    (None, Some((low, high))) => format!("{}–{}", number(low, lang), number(high, lang)),
                    (None, None) => pick(lang, "chưa xác định", "undecided").to_string(),
                };
                match lang {
                    Lang::Vi => format!("{group}điểm {value}, cần ít nhất {min}"),
                    Lang::En => format!("{group}score {value}, at least {min} needed"),
                }
            }
            Condition::Mandatory { .. } => pick(lang, "các tiêu chí bắt buộc đều đạt", "every mandatory criterion is met").into(),
            Condition::LowerLevels => pick(lang, "đã đạt mọi cấp độ thấp hơn", "every lower level is reached").into(),
            Condition::If { .. } | Condition::Unclear { .. } if c.inner.is_empty() => self.head_of(c, lang),
            Condition::If { .. } | Condition::Unclear { .. } => format!("{} {}", self.head_of(c, lang), self.inner_texts(c, lang)),
            Condition::All { .. } | Condition::Any { .. } | Condition::AtLeast { .. } => {
                let inner = self.inner_texts(c, lang);
                match lang {
                    Lang::Vi => format!("{met} điều kiện thỏa, cần {asked}: {inner}"),
                    Lang::En => format!("{met} conditions hold, {asked} needed: {inner}"),
                }
            }
        }
    }

    fn inner_texts(&self, c: &ConditionResult<'_>, lang: Lang) -> String {
        let inner: Vec<String> = c.inner.iter().map(|i| self.condition_text(i, lang)).collect();
        inner.join("; ")
    }

    fn each_group(&self, c: &ConditionResult<'_>, tier: &str, min: &str, lang: Lang) -> String {
        let failing: Vec<String> = c.inner.iter().filter(|i| !i.holds).map(|i| self.condition_text(i, lang)).collect();
        let head = match lang {
            Lang::Vi => format!("trong từng nhóm, tỷ lệ {tier} đạt ít nhất {min}"),
            Lang::En => format!("in each group the share of {tier} met is at least {min}"),
        };
        if failing.is_empty() { head } else { format!("{head}: {}", failing.join("; ")) }
    }

    /// What stands before the conditions that only some places, or only some readings, ask.
    fn head_of(&self, c: &ConditionResult<'_>, lang: Lang) -> String {
        let colon = if c.inner.is_empty() { "" } else { ":" };
        match c.condition {
            Condition::Unclear { title, cites, .. } => {
                let (title, cites) = (title.get(lang).trim_end_matches('.'), self.cites_text(cites));
                let certain = pick(lang, "; chắc chắn thỏa khi:", "; holds for certain when:");
                let certain = if c.inner.is_empty() { "" } else { certain };
                match lang {
                    Lang::Vi => format!("nguồn không nêu rõ ({cites}): {title}{certain}"),
                    Lang::En => format!("the source leaves open ({cites}): {title}{certain}"),
                }
            }
            Condition::If { when, .. } => format!("{}{colon}", self.branch_text(c, when, lang)),
            _ => String::new(),
        }
    }

    /// Which places something is asked of, and whether this is one.
    fn branch_text(&self, c: &ConditionResult<'_>, when: &[AttributeTest], lang: Lang) -> String {
        let places = AttributeTest::labels(when, lang);
        let case = match (all_hold(when, &self.city.unit), lang) {
            (Some(true), Lang::Vi) => format!("nơi này thuộc trường hợp “{places}”"),
            (Some(true), Lang::En) => format!("this place is in the case “{places}”"),
            (Some(false), Lang::Vi) => format!("nơi này không thuộc trường hợp “{places}”"),
            (Some(false), Lang::En) => format!("this place is not in the case “{places}”"),
            (None, Lang::Vi) => format!("chưa biết nơi này có thuộc trường hợp “{places}” hay không, coi như không thuộc"),
            (None, Lang::En) => format!("it is not known whether this place is in the case “{places}”, taken as not"),
        };
        let nothing = if c.inner.is_empty() { pick(lang, ": không yêu cầu gì thêm", ": nothing more is asked") } else { "" };
        format!("{case}{nothing}")
    }
}
