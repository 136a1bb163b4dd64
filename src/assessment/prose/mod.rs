//! The result told in words, Vietnamese or English: why each criterion came out as it did, and what the level rests on.

mod condition;
mod criterion;
mod method;
mod words;

use super::{Assessment, CriterionResult, LevelResult, View};
use crate::criteria::Cite;
use crate::date::Date;
use crate::number::Dec;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
pub(crate) use words::number;

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

    /// A criterion of one view in words: its outcome, what was measured, what is asked and why it came out so; without the marks.
    #[must_use]
    pub fn criterion_text(&self, c: &CriterionResult<'_>, lang: Lang) -> String {
        let mut out = String::new();
        self.explain_one(c, lang, &mut out);
        out.trim().into()
    }

    fn opening(&self, lang: Lang) -> String {
        let mut out = String::new();
        line(&mut out, &format!("{} — {}", self.city.unit.name(lang), self.set.header().title.get(lang)));
        let date = date(self.as_of, lang);
        let words = pick(lang, "ngày đánh giá", "as of");
        let data = self.data_date().map(|d| self::date(d, lang));
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
        for statement in [self.level_statement(view, lang), self.count_statement(view, lang)].into_iter().flatten() {
            line(out, &statement);
        }
        if let Some(score) = view.score {
            line(out, &format!("{}: {}", pick(lang, "điểm", "score"), number(score.value, lang)));
        }
        if let Some(range) = view.score_range {
            let (low, high) = (number(range.low, lang), number(range.high, lang));
            let text =
                pick(lang, "điểm chưa xác định, tùy cách hiểu nguồn", "the score is undecided and depends on how the source is read");
            line(out, &format!("{text}: {low}–{high}"));
        }
        if let Some(text) = self.range_text(view, lang) {
            line(out, &text);
        }
        for level in &view.levels {
            self.explain_level(level, lang, out);
        }
        for sensitivity in self.sensitivity(view) {
            line(out, &format!("\n{}", sensitivity.text(lang)));
        }
        for c in &view.criteria {
            self.explain_one(c, lang, out);
        }
    }

    /// What the level would be with the data still missing, in words; `None` when they would not change it.
    #[must_use]
    pub fn range_text(&self, view: &View<'_>, lang: Lang) -> Option<String> {
        let range = view.range.filter(|r| r.low != r.high && view.level.undecided != Some(*r))?;
        if self.scheme.verdict {
            let text = pick(
                lang,
                "còn tùy số liệu chưa có: có thể đạt, có thể chưa đạt",
                "depends on the data still missing: may be met, may be not met",
            );
            return Some(text.into());
        }
        let text = pick(lang, "nếu bổ sung các số liệu còn thiếu, cấp độ nằm trong khoảng", "with the missing data the level lies between");
        Some(format!("{text} {}–{}", range.low, range.high))
    }

    fn explain_level(&self, level: &LevelResult<'_>, lang: Lang, out: &mut String) {
        let answer = match level.reached {
            Some(true) => pick(lang, "đạt", "reached"),
            Some(false) => pick(lang, "chưa đạt", "not reached"),
            None => pick(lang, "chưa xác định", "undecided"),
        };
        let title = level.level.title.get(lang);
        if self.scheme.verdict {
            line(out, &format!("\n{title}: {answer}"));
        } else {
            line(out, &format!("\n{} {} ({title}): {answer}", pick(lang, "Cấp độ", "Level"), level.level.level));
        }
        for (depth, inner, text) in level.condition.inner.iter().flat_map(|inner| self.condition_lines(inner, lang)) {
            line(out, &format!("  {}{} {text}", "  ".repeat(depth), inner.sign()));
        }
        if let Some(text) = level.deciding.text(lang) {
            line(out, &format!("  {text}"));
        }
    }

    /// Citations in words: number or id of each source, then article, annex or row.
    #[must_use]
    pub fn cites_text(&self, cites: &[Cite]) -> String {
        let all: Vec<String> = cites.iter().map(|c| self.cite_text(c)).collect();
        all.join("; ")
    }

    fn cite_text(&self, cite: &Cite) -> String {
        let number = self.set.source(&cite.source).and_then(|s| s.number.clone());
        format!("{}, {}", number.unwrap_or_else(|| cite.source.clone()), cite.clause)
    }

    fn in_unit(&self, value: Dec, unit: &str, lang: Lang) -> String {
        let symbol = self.set.unit(unit).map_or("", |u| u.symbol.get(lang));
        format!("{} {symbol}", number(value, lang)).trim_end().into()
    }
}

fn date(date: Date, lang: Lang) -> String {
    if lang == Lang::Vi { date.to_vi() } else { date.to_string() }
}

fn yes_no(answer: bool, lang: Lang) -> &'static str {
    if answer { pick(lang, "có", "yes") } else { pick(lang, "không", "no") }
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}
