//! Keys and words of files in words for people.

use super::aspect::{Aspect, Change};
use super::thresholds::ThresholdDiff;
use super::values::Shown;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Keys of places, and words that stand as values: file, Vietnamese, English.
const WORDS: &[(&str, &str, &str)] = &[
    ("parts", "khi có nhiều phần", "several parts"),
    ("sum", "cộng lại", "summed"),
    ("each", "phần kém nhất quyết định", "the worst decides"),
    ("single", "không nhận từng phần", "parts refused"),
    ("type", "loại", "type"),
    ("number", "số", "number"),
    ("boolean", "có/không", "yes/no"),
    ("ordinal", "bậc", "steps"),
    ("unit", "đơn vị", "unit"),
    ("steps", "các bậc", "steps"),
    ("derive", "cách tính", "derivation"),
    ("title", "tên", "title"),
    ("value", "giá trị", "value"),
    ("numerator", "tử số", "numerator"),
    ("denominator", "mẫu số", "denominator"),
    ("minimum", "nhỏ nhất", "minimum"),
    ("maximum", "lớn nhất", "maximum"),
    ("required", "bắt buộc", "required"),
    ("plans_count", "kế hoạch được tính", "plans count"),
    ("weight", "trọng số", "weight"),
    ("max_points", "điểm tối đa", "most points"),
    ("group", "nhóm", "group"),
    ("status", "tình trạng", "status"),
    ("effective", "áp dụng từ", "holds from"),
    ("published", "công bố", "published"),
    ("retrospective", "hồi cứu", "retrospective"),
    ("conditions", "điều kiện", "conditions"),
    ("basis", "cơ sở", "basis"),
    ("use", "cách dùng riêng", "our use"),
    ("figure", "con số chính thức", "official figure"),
    ("horizon", "mốc năm", "horizon"),
    ("carried_from", "lấy từ cấp độ dưới", "carried from below"),
    ("printed_op", "dấu nguồn in", "operator as printed"),
    ("note", "ghi chú", "remark"),
    ("cites", "nguồn", "sources"),
    ("confidence", "độ chắc", "confidence"),
    ("basic", "cơ bản", "basic"),
    ("elective", "lựa chọn", "elective"),
    ("more", "càng nhiều càng tốt", "more is better"),
    ("less", "càng ít càng tốt", "less is better"),
    ("none", "không xét hướng", "neither"),
    ("reported", "nguồn nêu", "reported"),
    ("parameter", "bộ tiêu chí này đặt", "set here"),
    ("true", "có", "yes"),
    ("false", "không", "no"),
];

/// Steps of a path that say nothing beside the aspect.
const SILENT: &[&str] = &["data_points", "main", "inputs", "asked", "evidence", "parameters", "rules", "units", "unit_kinds", "groups"];

fn word(text: &str, lang: Lang) -> Option<&'static str> {
    WORDS.iter().find(|(file, ..)| *file == text).map(|(_, vi, en)| pick(lang, vi, en))
}

impl ThresholdDiff<'_> {
    /// The keys in which the two sides differ, in words.
    #[must_use]
    pub fn keys_text(&self, lang: Lang) -> String {
        let keys = self.keys();
        keys.iter().map(|key| word(key, lang).unwrap_or(key)).collect::<Vec<_>>().join(", ")
    }
}

impl Change {
    /// What it is about, in words: the aspect, and where in it.
    #[must_use]
    pub fn what(&self, lang: Lang) -> String {
        let aspect = self.aspect.label(lang);
        let own = |step: &&str| !SILENT.contains(step) && *step != self.aspect.as_str();
        let steps: Vec<&str> = self.path.split('/').filter(own).map(|step| word(step, lang).unwrap_or(step)).collect();
        // Title, question, tier: the path is the aspect and nothing more.
        let is_bare = !self.path.contains('/') && self.aspect != Aspect::Edition;
        if steps.is_empty() || is_bare { aspect.into() } else { format!("{aspect}, {}", steps.join(" · ")) }
    }

    /// Both sides in words; `–` where there is nothing. What only one edition has is said to be added or dropped, not spelt out.
    #[must_use]
    pub fn sides(&self, lang: Lang) -> String {
        let text = |side: &Shown| {
            let text = side.text(lang);
            word(&text, lang).map(String::from).unwrap_or(text)
        };
        match (&self.before, &self.now) {
            (Some(before), Some(now)) => format!("{} → {}", text(before), text(now)),
            (None, Some(now)) if !now.is_long() => format!("– → {}", text(now)),
            (Some(before), None) if !before.is_long() => format!("{} → –", text(before)),
            (None, _) => pick(lang, "thêm mới", "added").into(),
            (_, None) => pick(lang, "bỏ", "dropped").into(),
        }
    }
}
