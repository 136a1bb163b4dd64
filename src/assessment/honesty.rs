//! What every output says beside a result, so that it stays honest wherever it travels.

use super::{Assessment, LevelOutcome, View};
use crate::city::CityData;
use crate::criteria::{Header, Stage, Status};
use crate::finding::Code;
use crate::text::{Lang, Text, join, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::Serialize;

/// A sentence that must stand wherever the result stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Mark {
    /// Stable code: `fictional`, `not_official`, `reported`, `retrospective`, `draft`, `non_default`, `kind_reading`, `level_reading`.
    pub code: &'static str,
    /// The sentence.
    pub text: Text,
}

impl Header {
    /// The marks that every result of this set carries, and the set itself wherever it is shown. Empty only for an official, released set.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let mut out = Vec::new();
        let mut mark = |code, text| out.push(Mark { code, text });
        if let Some(sentence) = &self.not_official {
            mark(if self.status == Status::Reference { "not_official" } else { "reported" }, sentence.clone());
        }
        if self.retrospective {
            mark(
                "retrospective",
                Text::new(
                    "hồi cứu: cấu trúc này chưa có vào thời điểm của phiên bản",
                    "retrospective: the structure did not exist at the edition's time",
                ),
            );
        }
        if self.stage == Stage::Draft {
            mark("draft", Text::new("bản mã hóa dự thảo, còn có thể sửa", "draft encoding, may still change"));
        }
        out
    }

    /// What a level of this set is called.
    #[must_use]
    pub fn level_word(&self, lang: Lang) -> &'static str {
        match self.status {
            Status::Reference => pick(lang, "cấp độ tham khảo", "reference level"),
            Status::Official | Status::Reported => pick(lang, "cấp độ", "level"),
        }
    }

    /// What must stand beside a level of this set, asked or reached; nothing where it is official.
    #[must_use]
    pub fn level_note(&self, lang: Lang) -> Option<&'static str> {
        match self.status {
            Status::Reference => {
                Some(pick(lang, "bộ tiêu chí không chính thức; không phải kết quả công nhận", "non-official set; not a recognition"))
            }
            Status::Reported => Some(pick(
                lang,
                "bản chép chưa đối chiếu với văn bản chính thức",
                "a transcription not yet compared with the official text",
            )),
            Status::Official => None,
        }
    }
}

impl CityData {
    /// The mark of made-up data, wherever the data are shown.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let mark = Mark { code: "fictional", text: Text::new("DỮ LIỆU HƯ CẤU", "FICTIONAL DATA (DỮ LIỆU HƯ CẤU)") };
        if self.fictional { Vec::from([mark]) } else { Vec::new() }
    }
}

impl Assessment<'_> {
    /// The marks of this result, most important first. Empty only for an official, released set with default parameters.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let mut out = self.city.marks();
        out.extend(self.set.header().marks());
        if self.is_non_default() {
            out.push(Mark { code: "non_default", text: Text::new("tham số khác mặc định", "non-default parameters") });
        }
        for (found, code) in [(Code::CityKindReading, "kind_reading"), (Code::CityLevelReading, "level_reading")] {
            let finding = self.findings.iter().find(|f| f.code() == found);
            out.extend(finding.map(|f| Mark { code, text: Text::new(f.message(Lang::Vi), f.message(Lang::En)) }));
        }
        out
    }

    /// The marks in one line.
    #[must_use]
    pub fn mark_line(&self, lang: Lang) -> String {
        let all: Vec<String> = self.marks().iter().map(|m| m.text.get(lang).trim_end_matches('.').to_string()).collect();
        join(all.iter().map(String::as_str), "; ")
    }

    /// The level in a sentence that never stands bare: "cấp độ tham khảo 2/3 (bộ tiêu chí không chính thức; không phải kết quả công
    /// nhận)", of a verdict "Đạt – …". What the source leaves open is said with both outcomes. `None` when the scheme has no levels.
    #[must_use]
    pub fn level_statement(&self, view: &View<'_>, lang: Lang) -> Option<String> {
        self.level_said(&view.level, lang)
    }

    /// The same of a level that stands outside a view.
    pub(crate) fn level_said(&self, level: &LevelOutcome, lang: Lang) -> Option<String> {
        if level.of == 0 && level.refused.is_empty() {
            return None;
        }
        let said = match (level.reached, level.undecided) {
            (Some(reached), _) if self.scheme.verdict => {
                format!("{} – {}", verdict_word(Some(reached > 0), lang), self.verdict_title(lang))
            }
            (Some(0), _) => format!("{} (0/{})", pick(lang, "chưa đạt cấp độ nào", "no level reached"), level.of),
            (Some(reached), _) => format!("{} {reached}/{}", self.set.header().level_word(lang), level.of),
            (None, Some(_)) if self.scheme.verdict => {
                let open =
                    pick(lang, "tùy cách hiểu nguồn, có thể đạt hoặc chưa đạt", "met or not met, depending on how the source is read");
                format!("{} – {}: {open}", verdict_word(None, lang), self.verdict_title(lang))
            }
            (None, Some(range)) => {
                let word = pick(lang, "chưa xác định, tùy cách hiểu nguồn", "undecided, depending on how the source is read");
                format!("{word}: {} {}–{}/{}", self.set.header().level_word(lang), range.low, range.high, level.of)
            }
            (None, None) => {
                let reasons: Vec<String> = level.refused.iter().map(|r| r.text(lang)).collect();
                let word = if self.scheme.verdict {
                    pick(lang, "không kết luận", "no verdict given")
                } else {
                    pick(lang, "không xếp cấp độ", "no level given")
                };
                format!("{word}: {}", join(reasons.iter().map(String::as_str), "; "))
            }
        };
        Some(self.never_bare(said, lang))
    }

    /// What a scheme without levels and without a score comes to: "đạt 3/8 chỉ tiêu (…)", or that nothing is judged. `None` for
    /// other schemes, and for a place out of scope.
    #[must_use]
    pub fn count_statement(&self, view: &View<'_>, lang: Lang) -> Option<String> {
        if !self.scheme.levels.is_empty() || self.scheme.score.is_some() || !view.level.refused.is_empty() {
            return None;
        }
        let said = match (view.groups.first().and_then(|root| root.tallies.first()), lang) {
            (None, _) => {
                let (given, all) = view.given();
                match lang {
                    Lang::Vi => format!("chỉ theo dõi, không chấm; {given}/{all} tiêu chí có số liệu"),
                    Lang::En => format!("shown, not judged; {given} of {all} have a value"),
                }
            }
            (Some(tally), _) if tally.asked == 0 => {
                pick(lang, "không có chỉ tiêu nào áp dụng cho nơi này", "no target applies to this place").into()
            }
            (Some(tally), Lang::Vi) => format!("đạt {}/{} chỉ tiêu", tally.met_text(), tally.asked),
            (Some(tally), Lang::En) => format!("{} of {} targets met", tally.met_text(), tally.asked),
        };
        Some(self.never_bare(said, lang))
    }

    /// How many criteria a score rests on, where a scheme adds up only what could be scored: a high share of few criteria says little.
    /// `None` for other schemes.
    #[must_use]
    pub fn coverage_text(&self, view: &View<'_>, lang: Lang) -> Option<String> {
        view.groups.first().filter(|root| root.aggregate.as_str() == "sum_of_scored")?;
        let scored = view.criteria.iter().filter(|c| c.outcome == super::Outcome::Scored).count();
        let (_, apply) = view.given();
        Some(match lang {
            Lang::Vi => format!("chấm {scored}/{apply} tiêu chí, còn lại không chấm"),
            Lang::En => format!("{scored} of {apply} criteria scored, the rest are not"),
        })
    }

    /// A level in the words that go with it, reached or not: "cấp độ tham khảo 3/3 (bộ tiêu chí không chính thức; ...)"; of a
    /// verdict what it is about.
    #[must_use]
    pub fn level_words(&self, level: u32, lang: Lang) -> String {
        let said = if self.scheme.verdict {
            format!("“{}”", self.verdict_title(lang))
        } else {
            format!("{} {level}/{}", self.set.header().level_word(lang), self.scheme.levels.len())
        };
        self.never_bare(said, lang)
    }

    fn verdict_title(&self, lang: Lang) -> &str {
        self.scheme.levels.first().map_or("", |level| level.title.get(lang))
    }

    /// Adds in brackets what must stand beside a level, or beside a score that is told in one line.
    #[must_use]
    pub fn never_bare(&self, said: String, lang: Lang) -> String {
        let mut notes: Vec<String> = self.set.header().level_note(lang).map(String::from).into_iter().collect();
        let marks = self.marks();
        for code in ["retrospective", "non_default", "level_reading", "fictional"] {
            if marks.iter().any(|m| m.code == code) {
                let short = match code {
                    "retrospective" => pick(lang, "hồi cứu", "retrospective"),
                    "non_default" => pick(lang, "tham số khác mặc định", "non-default parameters"),
                    "level_reading" => pick(lang, "cấp độ theo cách hiểu riêng của bộ tiêu chí", "level by this set's own reading"),
                    _ => pick(lang, "DỮ LIỆU HƯ CẤU", "FICTIONAL DATA (DỮ LIỆU HƯ CẤU)"),
                };
                notes.push(short.into());
            }
        }
        if notes.is_empty() { said } else { format!("{said} ({})", join(notes.iter().map(String::as_str), "; ")) }
    }

    /// `tự đánh giá` or `đã thẩm định`.
    #[must_use]
    pub fn state_word(&self, verified: bool, lang: Lang) -> &'static str {
        if verified { pick(lang, "đã thẩm định", "verified") } else { pick(lang, "tự đánh giá", "self-assessed") }
    }

    /// The latest period of the figures used, for the line "số liệu đến …".
    #[must_use]
    pub fn data_date(&self) -> Option<crate::date::Date> {
        self.self_assessed.criteria.iter().flat_map(|c| &c.inputs).filter_map(|o| o.period).max()
    }
}

/// Met, not met or undecided, as a verdict.
fn verdict_word(met: Option<bool>, lang: Lang) -> &'static str {
    match met {
        Some(true) => pick(lang, "Đạt", "Met"),
        Some(false) => pick(lang, "Chưa đạt", "Not met"),
        None => pick(lang, "Chưa xác định", "Undecided"),
    }
}

impl View<'_> {
    /// How many criteria that apply have a value, and how many apply.
    fn given(&self) -> (usize, usize) {
        let apply = self.criteria.iter().filter(|c| c.outcome != super::Outcome::NotApplicable);
        (apply.clone().filter(|c| c.has_value()).count(), apply.count())
    }
}

impl super::CriterionResult<'_> {
    /// True when the criterion, or a part of it, has a value or an answer. One that is only shown may lack it and is still `monitored`.
    #[must_use]
    pub fn has_value(&self) -> bool {
        let known = |value: Option<crate::number::Dec>, answer: Option<bool>| value.is_some() || answer.is_some();
        known(self.value, self.answer) || self.parts.iter().any(|part| known(part.value, part.answer))
    }
}

impl super::LevelTally {
    /// How many are met; from the fewest to the most where readings differ.
    #[must_use]
    pub fn met_text(&self) -> String {
        if self.met == self.met_high { self.met.to_string() } else { format!("{}–{}", self.met, self.met_high) }
    }
}

impl super::Refusal {
    /// Why, in words.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let limit = self.limit.map(|l| if lang == Lang::Vi { l.to_vi() } else { l.to_en() }).unwrap_or_default();
        match (self.condition, lang) {
            ("min_applicable", Lang::Vi) => format!("chỉ có {} chỉ số cơ bản áp dụng được, cần ít nhất {limit}", self.count),
            ("min_applicable", Lang::En) => format!("only {} basic criteria apply, at least {limit} are needed", self.count),
            ("max_not_applicable_share", Lang::Vi) => {
                format!("khai không áp dụng {} trên {} chỉ số cơ bản, tỷ lệ cho phép tối đa là {limit}", self.count, self.of)
            }
            ("max_not_applicable_share", Lang::En) => {
                format!("{} of {} basic criteria are claimed not applicable, the largest share allowed is {limit}", self.count, self.of)
            }
            (_, Lang::Vi) => "ngoài phạm vi của bộ tiêu chí".into(),
            (_, Lang::En) => "out of the set's scope".into(),
        }
    }
}
