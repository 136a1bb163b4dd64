//! What was carried, told in words.

use super::carried::{Carried, CarryStep, LevelChange, OutcomeChange};
use super::moving::CarriedCriterion;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl Carried<'_> {
    /// The results side by side with their marks, every change with its causes, and what needs new data, in words.
    #[must_use]
    pub fn explain(&self, lang: Lang) -> String {
        let mut out = String::new();
        let mut line = |text: &str| {
            out.push_str(text);
            out.push('\n');
        };
        let unit = &self.before().city().unit;
        let arrow = format!("{} → {}", self.before().set().id(), self.now().set().id());
        line(&format!("{} — {}: {arrow}", unit.name(lang), pick(lang, "chuyển kết quả sang phiên bản khác", "carried to another edition")));
        let as_of = self.before().as_of();
        let as_of = if lang == Lang::Vi { as_of.to_vi() } else { as_of.to_string() };
        line(&format!("{} {as_of} · {}", pick(lang, "ngày đánh giá", "as of"), self.carry().diff().pairing.label(lang)));
        for mark in self.marks() {
            line(&format!("! {}", mark.text.get(lang)));
        }
        for text in self.side_texts(lang) {
            line(&text);
        }
        for change in self.levels() {
            line(&change.text(lang));
        }
        for change in self.boundary() {
            line(&format!("{}: {}", pick(lang, "địa giới đã đổi", "the place itself has changed"), change.text(lang)));
        }
        for (step, verified) in [CarryStep::Edition, CarryStep::Data].into_iter().flat_map(|step| [(step, false), (step, true)]) {
            let mine: Vec<&OutcomeChange<'_>> = self.changes().iter().filter(|c| (c.step, c.verified) == (step, verified)).collect();
            if !mine.is_empty() {
                line(&format!("\n{} ({})", self.step_title(step, verified, lang), mine.len()));
            }
            mine.iter().for_each(|change| line(&change.text(lang)));
        }
        let left: Vec<&CarriedCriterion<'_>> = self.left().collect();
        if !left.is_empty() {
            let title = pick(lang, "Kết quả như cũ nhưng cần số liệu mới", "Same outcome, but new data are needed");
            line(&format!("\n{title} ({})", left.len()));
        }
        for item in left {
            line(&format!("  {} — {}{}", named(item.before.or(item.now), item.now, lang), item.text(lang), note(item.note, lang)));
        }
        out
    }

    /// The level of each result, one line each.
    #[must_use]
    pub fn side_texts(&self, lang: Lang) -> Vec<String> {
        let mut out = Vec::new();
        for (side, a) in self.sides() {
            for verified in [false, true] {
                if let Some(statement) = self.statement(side, verified, lang) {
                    out.push(format!("{} ({}, {}): {statement}", side.label(lang), a.set().id(), a.state_word(verified, lang)));
                }
            }
        }
        out
    }

    /// The heading of a step.
    #[must_use]
    pub fn step_title(&self, step: CarryStep, verified: bool, lang: Lang) -> String {
        let title = match step {
            CarryStep::Edition => pick(lang, "Cùng số liệu, phiên bản khác", "Same data, another edition"),
            CarryStep::Data if self.boundary().is_empty() => pick(lang, "Cùng phiên bản, số liệu mới hơn", "Same edition, newer data"),
            CarryStep::Data => {
                pick(lang, "Cùng phiên bản, nơi đã đổi địa giới: không phải xu hướng", "Same edition, a place of other borders: no trend")
            }
        };
        format!("{title}, {}", self.before().state_word(verified, lang))
    }
}

impl LevelChange {
    /// The change in words; the levels themselves are told by [`Carried::side_texts`].
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let cause = |word: &&str| match *word {
            "data" => pick(lang, "số liệu", "data"),
            "rule" => pick(lang, "quy tắc", "rule"),
            _ => pick(lang, "địa giới", "boundary"),
        };
        let causes: Vec<&str> = self.causes.iter().map(cause).collect();
        let state =
            if self.verified { pick(lang, "đã thẩm định", "verified") } else { pick(lang, "tự đánh giá", "self-assessed") };
        let step = match self.step {
            CarryStep::Edition => pick(lang, "giữa hai phiên bản", "between the two editions"),
            CarryStep::Data => pick(lang, "với số liệu mới hơn", "with the newer data"),
        };
        let causes = if causes.is_empty() { pick(lang, "không rõ", "not known").to_string() } else { causes.join(", ") };
        match lang {
            Lang::Vi => format!("Cấp độ khác nhau {step} ({state}); nguyên nhân: {causes}"),
            Lang::En => format!("The level differs {step} ({state}); causes: {causes}"),
        }
    }
}

impl OutcomeChange<'_> {
    /// The change in words: criterion, before, now, causes, remark.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let side = |side: &Option<super::Reached>| {
            side.as_ref().map_or_else(|| pick(lang, "không hỏi", "not asked").to_string(), |reached| reached.text(lang))
        };
        let causes: Vec<String> = self.causes.iter().map(|cause| cause.text(lang)).collect();
        let arrow = format!("{} → {}", side(&self.from), side(&self.to));
        format!("  {}: {arrow} — {}{}", named(self.before.or(self.now), self.now, lang), causes.join("; "), note(self.note, lang))
    }
}

/// Number, title and id; both ids where they differ.
fn named(before: Option<&crate::criteria::Criterion>, now: Option<&crate::criteria::Criterion>, lang: Lang) -> String {
    let Some(shown) = now.or(before) else { return String::new() };
    let other = before.filter(|before| before.id != shown.id).map(|before| format!("{} → ", before.id)).unwrap_or_default();
    format!("{} {} [{other}{}]", shown.label, shown.title.get(lang), shown.id)
}

fn note(note: Option<&str>, lang: Lang) -> String {
    match (note, lang) {
        (None, _) => String::new(),
        (Some(note), Lang::Vi) => format!(" ({note} [ghi chú tiếng Anh])"),
        (Some(note), Lang::En) => format!(" ({note})"),
    }
}
