//! Causes and outcomes in words.

use super::boundary::BoundaryChange;
use super::carried::Reached;
use super::cause::Cause;
use super::moving::CarriedCriterion;
use super::verdict::{CarryReason, Verdict};
use crate::assessment::number;
use crate::date::Date;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl Reached {
    /// The outcome in words, with the highest level met.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let mut out = format!("{} {}", self.outcome.sign(), self.outcome.label(lang));
        let has_value = self.value.is_some() || self.answer.is_some();
        out.push_str(&match (self.met_level, lang) {
            (None, _) => String::new(),
            (Some(0), _) if !has_value => String::new(),
            (Some(0), Lang::Vi) => " (không cấp độ nào)".into(),
            (Some(0), Lang::En) => " (at no level)".into(),
            (Some(level), Lang::Vi) => format!(" (đến cấp độ {level})"),
            (Some(level), Lang::En) => format!(" (up to level {level})"),
        });
        if let Some(points) = self.points {
            out.push_str(&format!(" ({} {})", number(points, lang), pick(lang, "điểm", "points")));
        }
        out
    }
}

impl Cause<'_> {
    /// The cause in words: what of the data, the rules or the place is another one.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let details = match self {
            Self::Data { reasons } if reasons.is_empty() => pick(lang, "số liệu mới hơn", "newer figures").to_string(),
            Self::Data { reasons } => reasons_text(reasons.iter().copied(), lang),
            Self::Rule { dropped: true, .. } => CarryReason::Dropped.label(lang).to_string(),
            Self::Rule { levels, changes, .. } => {
                let mut parts = Vec::new();
                if !levels.is_empty() {
                    let levels: Vec<String> = levels.iter().map(ToString::to_string).collect();
                    parts.push(format!("{} {}", pick(lang, "ngưỡng cấp độ", "thresholds of level"), levels.join(", ")));
                }
                for change in changes {
                    let word = change.aspect.label(lang).to_string();
                    if !parts.contains(&word) {
                        parts.push(word);
                    }
                }
                if parts.is_empty() {
                    pick(lang, "quy tắc của phiên bản", "rules of the edition").to_string()
                } else {
                    parts.join("; ")
                }
            }
            Self::Boundary { changes } => changes.iter().map(|change| change.text(lang)).collect::<Vec<_>>().join("; "),
        };
        format!("{}: {details}", self.label(lang))
    }
}

impl BoundaryChange {
    /// What differs, in words.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let what = match self.what {
            "code" => pick(lang, "mã", "code"),
            "kind" => pick(lang, "loại địa bàn", "kind of place"),
            "valid_from" => pick(lang, "có địa giới này từ", "within these borders since"),
            _ => pick(lang, "đơn vị thành viên", "members"),
        };
        let side = |side: &Option<String>| match side {
            None => pick(lang, "không rõ", "not known").into(),
            Some(text) => Date::parse(text).filter(|_| lang == Lang::Vi).map_or_else(|| text.clone(), Date::to_vi),
        };
        format!("{what}: {} → {}", side(&self.before), side(&self.now))
    }
}

impl CarriedCriterion<'_> {
    /// True when the edition now asks the place for data that did not follow, or followed in part.
    #[must_use]
    pub fn needs_new_data(&self) -> bool {
        self.asked_now && self.reasons().next().is_some()
    }

    /// What became of its data, in words.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let reasons = reasons_text(self.reasons(), lang);
        if self.now.is_some() && !self.asked_now {
            return pick(lang, "không hỏi ở loại địa bàn này", "not asked of this kind of place").into();
        }
        match (&self.verdict, self.now.is_some(), self.has_data()) {
            (_, false, _) => pick(lang, "không còn hỏi", "no longer asked").into(),
            (Verdict::DoesNotHold(_), true, _) => format!("{}: {reasons}", pick(lang, "cần số liệu mới", "needs new data")),
            (_, true, _) if !reasons.is_empty() => format!("{}: {reasons}", pick(lang, "chuyển một phần", "carried in part")),
            (_, true, false) => pick(lang, "không có gì để chuyển", "nothing to carry").into(),
            (Verdict::Holds { reworded: true }, true, true) => {
                pick(lang, "chuyển sang; câu hỏi viết khác, cùng nghĩa", "carried; the question is worded differently, same meaning").into()
            }
            (Verdict::Holds { .. }, true, true) => pick(lang, "chuyển sang", "carried").into(),
        }
    }
}

fn reasons_text(reasons: impl Iterator<Item = CarryReason>, lang: Lang) -> String {
    reasons.map(|reason| reason.label(lang)).collect::<Vec<_>>().join("; ")
}
