//! Words for what stands beside a result: what figures rest on, how sources were read, what was done to a value.

use crate::assessment::{CriterionResult, Deciding, SharePoint, ShareSensitivity, SurveyResult};
use crate::criteria::{Basis, Cite, Confidence, CriteriaSet, Source};
use crate::number::Dec;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A number the way people of the language read it. Digits beyond the eighth decimal are cut and shown as `…`, never rounded, so that
/// a value just below a threshold does not read as if it stood on it; the JSON holds every digit.
pub(crate) fn number(value: Dec, lang: Lang) -> String {
    let short = Dec::from(value.value().trunc_with_scale(8));
    let text = if lang == Lang::Vi { short.to_vi() } else { short.to_en() };
    if short == value { text } else { format!("{text}…") }
}

impl Deciding {
    /// What the criteria that decide a level rest on, in words; `None` when no criterion decides it.
    #[must_use]
    pub fn text(&self, lang: Lang) -> Option<String> {
        (self.criteria > 0).then(|| deciding_text(self, lang))
    }
}

impl ShareSensitivity {
    /// How the level depends on the share, in words.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        sensitivity_text(self, lang)
    }
}

fn deciding_text(d: &Deciding, lang: Lang) -> String {
    let what = match (d.verdict, lang) {
        (false, Lang::Vi) => "chỉ số quyết định cấp độ",
        (false, Lang::En) => "criteria decide the level",
        (true, Lang::Vi) => "tiêu chí quyết định kết luận",
        (true, Lang::En) => "criteria decide the verdict",
    };
    let repeated = match (d.verdict, lang) {
        (true, _) => String::new(),
        (false, Lang::Vi) => format!("; {} không hỏi thêm so với cấp độ dưới", d.repeated),
        (false, Lang::En) => format!("; {} ask nothing more than at the level below", d.repeated),
    };
    match lang {
        Lang::Vi => format!(
            "{} {what}: {} có ngưỡng không có nguồn chính thức; {} có ngưỡng chính thức nhưng cách dùng ở đây là của bộ tiêu chí; nguồn đọc: {} văn bản gốc, {} bản chép, {} báo chí hoặc tóm tắt{repeated}",
            d.criteria, d.assumed, d.own_use, d.primary, d.mirror, d.secondary
        ),
        Lang::En => format!(
            "{} {what}: {} with a threshold of no official source; {} with an official figure whose use here is this set's own; sources read: {} official text, {} transcription, {} press or summary{repeated}",
            d.criteria, d.assumed, d.own_use, d.primary, d.mirror, d.secondary
        ),
    }
}

/// The sensitivity of the level to a share, in words.
fn sensitivity_text(s: &ShareSensitivity, lang: Lang) -> String {
    let point = |p: Option<SharePoint>, end: &str| p.map_or_else(|| end.to_string(), |p| format!("{}/{}", p.met, p.asked));
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

impl SurveyResult {
    /// Counts and share, the interval with the bound used, and the sample that would settle it, in words.
    #[must_use]
    pub fn texts(&self, lang: Lang) -> Vec<String> {
        survey_text(self, lang)
    }
}

fn survey_text(s: &SurveyResult, lang: Lang) -> Vec<String> {
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
            "thiếu thuộc tính của địa bàn nên dùng yêu cầu chung",
            "an attribute of the place is not known, so what is asked of all places is used",
        ),
        "clamped" => pick(lang, "giá trị nằm ngoài hai mốc, đã cắt về mốc", "the value lies outside the goalposts and was cut to the end"),
        "excluded" => pick(lang, "thiếu số liệu: không tính ở cả hai vế", "missing: left out of both sides"),
        "mixed_periods" => pick(lang, "các số liệu thuộc những kỳ khác nhau", "the figures are of different periods"),
        "left_open" => pick(lang, "nguồn không nói rõ trường hợp này", "the source does not say what holds here"),
        "relief" => pick(lang, "áp dụng mức tối thiểu đã giảm", "a lowered minimum applies"),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_just_below_a_threshold_never_reads_as_if_it_stood_on_it() {
        let shown = |text: &str, lang| number(Dec::parse(text).unwrap(), lang);
        assert_eq!(shown("74.999999999", Lang::Vi), "74,99999999…");
        assert_eq!(shown("74.99999999", Lang::Vi), "74,99999999");
        assert_eq!(shown("1234.5", Lang::Vi), "1.234,5");
        assert_eq!(shown("-0.000000001", Lang::En), "0…");
    }
}
