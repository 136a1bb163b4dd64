//! The result told in words, Vietnamese or English: why each criterion came out as it did, and what the level rests on.

use super::{Assessment, ConditionResult, CriterionResult, LevelAnswer, Outcome, View};
use crate::criteria::{Basis, Cite, Confidence, CriteriaSet, Source, ThresholdValue};
use crate::number::Dec;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl Assessment<'_> {
    /// The whole result in words: level, conditions, then every criterion with the steps that led to its outcome.
    #[must_use]
    pub fn explain(&self, lang: Lang) -> String {
        let mut out = self.opening(lang);
        self.explain_view(&self.self_assessed, false, lang, &mut out);
        if let Some(view) = &self.verified {
            self.explain_view(view, true, lang, &mut out);
        }
        out
    }

    /// One criterion in words, self-assessed and verified. `None` when the tree does not hold it.
    #[must_use]
    pub fn explain_criterion(&self, id: &str, lang: Lang) -> Option<String> {
        let told = |view: &View<'_>| {
            let c = view.criteria.iter().find(|c| c.criterion.id == id)?;
            let mut out = String::new();
            self.explain_one(c, lang, &mut out);
            Some(out)
        };
        let own = told(&self.self_assessed)?;
        let verified = self.verified.as_ref().and_then(told);
        let state = |verified| self.state_word(verified, lang);
        let mut out = self.opening(lang);
        match verified {
            None => line(&mut out, &format!("\n[{}]{own}", state(false))),
            Some(verified) if verified == own => line(&mut out, &format!("\n[{}, {}]{own}", state(false), state(true))),
            Some(verified) => line(&mut out, &format!("\n[{}]{own}\n[{}]{verified}", state(false), state(true))),
        }
        Some(out)
    }

    fn opening(&self, lang: Lang) -> String {
        let mut out = String::new();
        line(&mut out, &format!("{} — {}", self.city.unit.name(lang), self.set.header().title.get(lang)));
        let date = if lang == Lang::Vi { self.as_of.to_vi() } else { self.as_of.to_string() };
        let words = pick(lang, "ngày đánh giá", "as of");
        let data = self.data_date().map(|d| if lang == Lang::Vi { d.to_vi() } else { d.to_string() });
        let data = data.map(|d| format!(" · {} {d}", pick(lang, "số liệu đến", "data up to"))).unwrap_or_default();
        line(&mut out, &format!("{} · {} · {words} {date}{data}", self.set.id(), self.scheme.title.get(lang)));
        for mark in self.marks() {
            line(&mut out, &format!("! {}", mark.text.get(lang)));
        }
        for note in &self.city.notes {
            line(&mut out, note.get(lang));
        }
        out
    }

    fn explain_view(&self, view: &View<'_>, verified: bool, lang: Lang, out: &mut String) {
        line(out, "");
        line(out, &format!("== {} ==", self.state_word(verified, lang)));
        if let Some(statement) = self.level_statement(view, lang) {
            line(out, &statement);
        }
        if let Some(score) = view.score {
            line(out, &format!("{}: {}", pick(lang, "điểm", "score"), number(score.value, lang)));
        }
        if let Some(range) = view.range.filter(|r| r.low != r.high) {
            let text =
                pick(lang, "nếu bổ sung các số liệu còn thiếu, cấp độ nằm trong khoảng", "with the missing data the level lies between");
            line(out, &format!("{text} {}–{}", range.low, range.high));
        }
        for level in &view.levels {
            let answer = if level.reached { pick(lang, "đạt", "reached") } else { pick(lang, "chưa đạt", "not reached") };
            line(out, &format!("\n{} {} ({}): {answer}", pick(lang, "Cấp độ", "Level"), level.level.level, level.level.title.get(lang)));
            for inner in &level.condition.inner {
                line(out, &format!("  {} {}", if inner.holds { "✓" } else { "✗" }, self.condition_text(inner, lang)));
            }
            if let Some(text) = level.deciding.text(lang) {
                line(out, &format!("  {text}"));
            }
        }
        for sensitivity in self.sensitivity(view) {
            line(out, &format!("\n{}", sensitivity_text(&sensitivity, lang)));
        }
        for c in &view.criteria {
            self.explain_one(c, lang, out);
        }
    }

    /// A condition and by how much it holds or fails.
    #[must_use]
    pub fn condition_text(&self, c: &ConditionResult<'_>, lang: Lang) -> String {
        let tier = match c.condition {
            crate::criteria::Condition::ShareMet { tier, .. } | crate::criteria::Condition::CountMet { tier, .. } => match tier {
                Some(crate::criteria::Tier::Basic) => pick(lang, "chỉ số cơ bản", "basic criteria"),
                Some(crate::criteria::Tier::Elective) => pick(lang, "chỉ số lựa chọn", "elective criteria"),
                None => pick(lang, "tiêu chí", "criteria"),
            },
            _ => "",
        };
        let group = c.group.map(|g| format!("{}: ", g.title.get(lang))).unwrap_or_default();
        let min = c.min.map(|m| number(m, lang)).unwrap_or_default();
        let missing = match c.missing {
            Some(n) if n > 0 && !c.holds => match lang {
                Lang::Vi => format!(", còn thiếu {n}"),
                Lang::En => format!(", {n} short"),
            },
            _ => String::new(),
        };
        let (met, asked) = (c.met.unwrap_or(0), c.asked.unwrap_or(0));
        match c.kind() {
            "share_met" if c.is_each_group() => {
                let failing: Vec<String> = c.inner.iter().filter(|i| !i.holds).map(|i| self.condition_text(i, lang)).collect();
                let head = match lang {
                    Lang::Vi => format!("trong từng nhóm, tỷ lệ {tier} đạt ít nhất {min}"),
                    Lang::En => format!("in each group the share of {tier} met is at least {min}"),
                };
                if failing.is_empty() { head } else { format!("{head}: {}", failing.join("; ")) }
            }
            "share_met" if c.vacuous => match lang {
                Lang::Vi => format!("{group}không có {tier} nào được hỏi (điều kiện mặc nhiên thỏa)"),
                Lang::En => format!("{group}no {tier} are asked (holds vacuously)"),
            },
            "share_met" => match lang {
                Lang::Vi => format!("{group}{met}/{asked} {tier} đạt, cần tỷ lệ ít nhất {min}{missing}"),
                Lang::En => format!("{group}{met} of {asked} {tier} met, a share of at least {min} is needed{missing}"),
            },
            "count_met" => match lang {
                Lang::Vi => format!("{group}{met}/{asked} {tier} đạt, cần ít nhất {min}{missing}"),
                Lang::En => format!("{group}{met} of {asked} {tier} met, at least {min} needed{missing}"),
            },
            "node_value" => {
                let value = c.value.map_or_else(|| pick(lang, "chưa xác định", "undecided").to_string(), |v| number(v, lang));
                match lang {
                    Lang::Vi => format!("{group}điểm {value}, cần ít nhất {min}"),
                    Lang::En => format!("{group}score {value}, at least {min} needed"),
                }
            }
            "mandatory" => pick(lang, "các tiêu chí bắt buộc đều đạt", "every mandatory criterion is met").into(),
            "lower_levels" => pick(lang, "đã đạt mọi cấp độ thấp hơn", "every lower level is reached").into(),
            _ => {
                let inner: Vec<String> = c.inner.iter().map(|i| self.condition_text(i, lang)).collect();
                let head = match lang {
                    Lang::Vi => format!("{met} điều kiện thỏa, cần {asked}"),
                    Lang::En => format!("{met} conditions hold, {asked} needed"),
                };
                format!("{head}: {}", inner.join("; "))
            }
        }
    }

    fn explain_one(&self, c: &CriterionResult<'_>, lang: Lang, out: &mut String) {
        let criterion = c.criterion;
        line(
            out,
            &format!(
                "\n{} {} [{}] — {} {}",
                criterion.label,
                criterion.title.get(lang),
                criterion.id,
                c.outcome.sign(),
                c.outcome.label(lang)
            ),
        );
        if let Some(reason) = c.reason {
            line(out, &format!("  {}: {reason}", pick(lang, "lý do", "reason")));
        }
        for input in &c.inputs {
            let value = match input.value {
                Some(crate::city::ObsValue::Number(n)) => number(n, lang),
                Some(crate::city::ObsValue::Boolean(true)) => pick(lang, "có", "yes").into(),
                Some(crate::city::ObsValue::Boolean(false)) => pick(lang, "không", "no").into(),
                None => continue,
            };
            let title =
                criterion.data_points.iter().flat_map(|p| &p.inputs).find(|i| i.role == input.role).map_or("", |i| i.title.get(lang));
            let period =
                input.period.map(|p| format!(" ({})", if lang == Lang::Vi { p.to_vi() } else { p.to_string() })).unwrap_or_default();
            let part = input.part.as_ref().map(|p| format!(" [{p}]")).unwrap_or_default();
            line(out, &format!("  {title}: {value}{part}{period}"));
        }
        if let (Some(value), true) = (c.value, c.inputs.len() > 1) {
            line(out, &format!("  {}: {}", pick(lang, "giá trị", "value"), self.with_unit(value, c, lang)));
        }
        if let Some(points) = c.points {
            let of = pick(lang, "trên", "of");
            line(out, &format!("  {}: {} {of} {}", pick(lang, "điểm", "points"), number(points, lang), number(c.max_points, lang)));
        }
        for level in c.levels.iter().filter(|l| l.outcome != Outcome::NotApplicable) {
            line(out, &format!("  {}", self.level_text(c, level, lang)));
        }
        if let Some(survey) = &c.survey {
            for text in survey_text(survey, lang) {
                line(out, &format!("  {text}"));
            }
        }
        for text in c.flag_texts(lang) {
            line(out, &format!("  {text}"));
        }
        if c.documents.all > 0 {
            let d = &c.documents;
            line(
                out,
                &match lang {
                    Lang::Vi => {
                        format!("  minh chứng: {} văn bản (kế hoạch {}, chấp nhận {}, bác {})", d.all, d.plans, d.accepted, d.rejected)
                    }
                    Lang::En => {
                        format!("  evidence: documents {} (plans {}, accepted {}, rejected {})", d.all, d.plans, d.accepted, d.rejected)
                    }
                },
            );
        }
        let word = pick(lang, "định nghĩa theo", "defined by");
        line(
            out,
            &format!(
                "  {word}: {} ({})",
                self.cites_text(&criterion.cites),
                self.set.how_read(criterion.confidence, &criterion.cites, lang)
            ),
        );
    }

    fn level_text(&self, c: &CriterionResult<'_>, level: &LevelAnswer<'_>, lang: Lang) -> String {
        let t = level.threshold;
        let asked = match level.asked {
            ThresholdValue::Yes => pick(lang, "có", "yes").to_string(),
            ThresholdValue::Number(n) => self.with_unit(n, c, lang),
        };
        let (basis, cites, confidence) = match level.variant.and_then(|at| t.variants.get(at)) {
            Some(variant) => (variant.basis, &variant.cites, variant.confidence),
            None => (t.basis, &t.cites, t.confidence),
        };
        let mut notes: Vec<String> = Vec::new();
        notes.push(basis_text(basis, lang).into());
        if let Some(from) = t.carried_from {
            notes.push(match lang {
                Lang::Vi => format!("giữ nguyên từ cấp độ {from}"),
                Lang::En => format!("carried from level {from}"),
            });
        }
        if level.variant.is_some() {
            notes.push(pick(lang, "giá trị riêng cho loại địa bàn này", "value for this kind of place").into());
        }
        let passes = level.value_passes && level.outcome != Outcome::Passed;
        if passes {
            notes.push(pick(lang, "số liệu đạt ngưỡng nhưng chưa được tính", "the value passes but does not count").into());
        }
        notes.push(format!("{} ({})", self.cites_text(cites), self.set.how_read(confidence, cites, lang)));
        format!(
            "{} {} {} {asked}: {} {} — {}",
            pick(lang, "cấp độ", "level"),
            t.level,
            t.op.sign(),
            level.outcome.sign(),
            level.outcome.label(lang),
            notes.join("; ")
        )
    }

    fn with_unit(&self, value: Dec, c: &CriterionResult<'_>, lang: Lang) -> String {
        let unit = c.criterion.data_points.first().and_then(|p| self.set.unit(&p.unit));
        let symbol = unit.map_or("", |u| u.symbol.get(lang));
        format!("{} {symbol}", number(value, lang)).trim_end().into()
    }

    fn cites_text(&self, cites: &[Cite]) -> String {
        let name = |id: &str| self.set.source(id).and_then(|s| s.number.clone()).unwrap_or_else(|| id.into());
        let all: Vec<String> = cites.iter().map(|c| format!("{}, {}", name(&c.source), c.clause)).collect();
        all.join("; ")
    }
}

/// A number the way people of the language read it, at most eight decimals: an explanation is read, the JSON holds every digit.
pub(crate) fn number(value: Dec, lang: Lang) -> String {
    let short = Dec::from(value.value().round_dp(8));
    if lang == Lang::Vi { short.to_vi() } else { short.to_en() }
}

impl super::Deciding {
    /// What the criteria that decide a level rest on, in words; `None` when no criterion decides it.
    #[must_use]
    pub fn text(&self, lang: Lang) -> Option<String> {
        (self.criteria > 0).then(|| deciding_text(self, lang))
    }
}

impl super::ShareSensitivity {
    /// How the level depends on the share, in words.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        sensitivity_text(self, lang)
    }
}

fn deciding_text(d: &super::Deciding, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "{} chỉ số quyết định cấp độ: {} có ngưỡng không có nguồn chính thức; {} có ngưỡng chính thức nhưng cách dùng ở đây là của bộ tiêu chí; nguồn đọc: {} văn bản gốc, {} bản chép, {} báo chí hoặc tóm tắt; {} không hỏi thêm so với cấp độ dưới",
            d.criteria, d.assumed, d.own_use, d.primary, d.mirror, d.secondary, d.repeated
        ),
        Lang::En => format!(
            "{} criteria decide the level: {} with a threshold of no official source; {} with an official figure whose use here is this set's own; sources read: {} official text, {} transcription, {} press or summary; {} ask nothing more than at the level below",
            d.criteria, d.assumed, d.own_use, d.primary, d.mirror, d.secondary, d.repeated
        ),
    }
}

/// The sensitivity of the level to a share, in words.
fn sensitivity_text(s: &super::ShareSensitivity, lang: Lang) -> String {
    let point = |p: Option<super::SharePoint>, end: &str| p.map_or_else(|| end.to_string(), |p| format!("{}/{}", p.met, p.asked));
    let (above, up_to) = (point(s.above, "0"), point(s.up_to, "1"));
    let value = number(s.value, lang);
    let read = confidence_text(s.confidence, lang);
    match lang {
        Lang::Vi => format!(
            "{} = {value} ({read}): cấp độ không đổi khi tham số lớn hơn {above} và không quá {up_to}; nếu hiểu là tỷ lệ trong từng nhóm: cấp độ {}; nếu hiểu là tỷ lệ chung của các cấp độ: cấp độ {}",
            s.parameter, s.per_group, s.overall
        ),
        Lang::En => format!(
            "{} = {value} ({read}): the level stays the same above {above} and up to {up_to}; read per group: level {}; read over all levels together: level {}",
            s.parameter, s.per_group, s.overall
        ),
    }
}

fn survey_text(s: &super::SurveyResult, lang: Lang) -> Vec<String> {
    let mut out = Vec::new();
    let share = s.positive.value().checked_div(s.asked.value()).map(Dec::from);
    let share = share.map(|p| number(p, lang)).unwrap_or_default();
    let sampling = match s.sampling {
        Some(crate::city::Sampling::FullCount) => pick(lang, "hỏi toàn bộ", "everybody was asked"),
        Some(crate::city::Sampling::SelfSelected) => {
            pick(lang, "mẫu tự chọn: không tính được khoảng tin cậy", "self-selected: no interval can be given")
        }
        _ => pick(lang, "mẫu ngẫu nhiên", "probability sample"),
    };
    out.push(match lang {
        Lang::Vi => format!("khảo sát: {}/{} người, tỷ lệ {share}; {sampling}", number(s.positive, lang), number(s.asked, lang)),
        Lang::En => format!("survey: {} of {} people, share {share}; {sampling}", number(s.positive, lang), number(s.asked, lang)),
    });
    if let Some((low, high)) = s.interval {
        let words = pick(lang, "khoảng Wilson 95 %; dùng cận dưới", "95 % Wilson interval; the lower bound is used");
        out.push(format!("{words}: {} – {}", number(low, lang), number(high, lang)));
    }
    if let Some(need) = s.sample_to_settle {
        out.push(match lang {
            Lang::Vi => format!("tỷ lệ đạt ngưỡng nhưng cận dưới chưa đạt; với tỷ lệ này cần hỏi ít nhất {} người", number(need, lang)),
            Lang::En => {
                format!("the share passes, its lower bound does not; at this share at least {} people must be asked", number(need, lang))
            }
        });
    }
    out
}

fn fragile_text(lang: Lang) -> &'static str {
    pick(lang, "sát ngưỡng: hơn hoặc kém một đơn vị thì kết quả đổi", "fragile: one unit more or less would change an outcome")
}

fn flag_text(flag: &str, lang: Lang) -> &'static str {
    match flag {
        "attribute_absent" => pick(
            lang,
            "thiếu thuộc tính của địa bàn nên dùng ngưỡng chung",
            "an attribute of the place is not known, so the main threshold is used",
        ),
        "clamped" => pick(lang, "giá trị nằm ngoài hai mốc, đã cắt về mốc", "the value lies outside the goalposts and was cut to the end"),
        "excluded" => pick(lang, "thiếu số liệu: không tính ở cả hai vế", "missing: left out of both sides"),
        "mixed_periods" => pick(lang, "các số liệu thuộc những kỳ khác nhau", "the figures are of different periods"),
        "parts_summed" => pick(lang, "cộng từ nhiều phần", "summed over several parts"),
        "self_selected" => pick(lang, "khảo sát tự chọn", "self-selected poll"),
        "worst_part" => pick(lang, "lấy phần kém nhất trong các phần", "the worst of several parts decides"),
        _ => pick(lang, "thiếu số liệu: tính 0 điểm", "missing: counts as zero"),
    }
}

/// What a number rests on, in words.
pub(crate) fn basis_text(basis: Basis, lang: Lang) -> &'static str {
    match basis {
        Basis::OfficialTarget => pick(lang, "chỉ tiêu chính thức", "official target"),
        Basis::OfficialBand => pick(lang, "khung phân loại đô thị", "official band"),
        Basis::Derived => pick(lang, "suy ra", "derived"),
        Basis::Assumption => pick(lang, "giả định của bộ tiêu chí", "assumption of this set"),
        Basis::Definition => pick(lang, "theo định nghĩa", "by definition"),
        Basis::Source => pick(lang, "theo nguồn", "stated by the source"),
    }
}

impl Basis {
    /// What a number rests on, in words.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        basis_text(self, lang)
    }
}

impl Source {
    /// How it was read, in words; a convention of the set is no document.
    #[must_use]
    pub fn how_read(&self, lang: Lang) -> &'static str {
        if self.is_convention() {
            pick(lang, "quy ước của nhóm biên soạn", "own convention")
        } else {
            confidence_text(self.confidence, lang)
        }
    }

    fn is_convention(&self) -> bool {
        self.confidence == Confidence::Primary && self.kind == "set_rule"
    }
}

impl CriteriaSet {
    /// How the sources of a figure were read, in words. What rests on no official document but a convention of the set says so.
    #[must_use]
    pub fn how_read(&self, confidence: Confidence, cites: &[Cite], lang: Lang) -> &'static str {
        let official = |s: &Source| s.confidence == Confidence::Primary && !s.is_convention();
        if confidence == Confidence::Primary && !cites.iter().filter_map(|cite| self.source(&cite.source)).any(official) {
            return pick(lang, "quy ước của nhóm biên soạn", "own convention");
        }
        confidence_text(confidence, lang)
    }
}

impl CriterionResult<'_> {
    /// What was done to the value on its way, and whether it is fragile, in words.
    #[must_use]
    pub fn flag_texts(&self, lang: Lang) -> Vec<&'static str> {
        let fragile = self.fragile.then(|| fragile_text(lang));
        fragile.into_iter().chain(self.flags.iter().map(|flag| flag_text(flag, lang))).collect()
    }
}

/// How a source was read, in words.
pub(crate) fn confidence_text(confidence: Confidence, lang: Lang) -> &'static str {
    match confidence {
        Confidence::Primary => pick(lang, "đọc văn bản gốc", "official text read"),
        Confidence::Mirror => pick(lang, "đọc bản chép", "transcription read"),
        Confidence::Secondary => pick(lang, "theo báo chí, tóm tắt", "press or summary"),
    }
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}
