//! Changes in words that never stand bare.

use super::breaks::TrendBreak;
use super::changed::Change;
use super::model::{LikeForLike, PlaceTrend, TrendPoint};
use crate::assessment::number;
use crate::date::Date;
use crate::number::Dec;
use crate::panel::{PanelLevel, Rank};
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn day(date: Date, lang: Lang) -> String {
    if lang == Lang::Vi { date.to_vi() } else { date.to_string() }
}

/// A difference with its sign.
pub(super) fn signed(value: Dec, lang: Lang) -> String {
    let text = number(value, lang);
    if value > Dec::ZERO { format!("+{text}") } else { text }
}

fn rank_of(rank: Rank, of: usize, lang: Lang) -> String {
    let rank = rank.text(lang);
    match lang {
        Lang::Vi => format!("hạng {rank} trong số {of} đơn vị"),
        Lang::En => format!("rank {rank} of {of} units"),
    }
}

impl PlaceTrend {
    /// Adds what must stand beside a sentence on this place.
    #[must_use]
    pub fn never_bare(&self, said: String, lang: Lang) -> String {
        let note = self.note.get(lang);
        if note.is_empty() { said } else { format!("{said} {note}") }
    }

    /// A level in the words of its edition, with how many there are ("cấp độ tham khảo 1/3"); a verdict as met or not. What must stand
    /// beside it is [`PlaceTrend::note`].
    #[must_use]
    pub fn level_text(&self, level: PanelLevel, lang: Lang) -> String {
        let of = |text: String| match &self.level_word {
            Some(word) => format!("{} {text}/{}", word.get(lang), self.levels),
            None => text,
        };
        match level {
            PanelLevel::None => String::new(),
            PanelLevel::Refused => pick(lang, "không xếp cấp độ", "no level given").into(),
            PanelLevel::Reached(0) if self.level_word.is_none() => pick(lang, "chưa đạt", "not met").into(),
            PanelLevel::Reached(_) if self.level_word.is_none() => pick(lang, "đạt", "met").into(),
            PanelLevel::Reached(level) => of(level.to_string()),
            PanelLevel::Between(..) if self.level_word.is_none() => pick(lang, "chưa xác định", "undecided").into(),
            PanelLevel::Between(low, high) => of(format!("{low}–{high}")),
        }
    }

    /// A change in words: what changed, over which periods, and why; or why nothing is said.
    #[must_use]
    pub fn change_text(&self, change: &Change, lang: Lang) -> String {
        let mut said = Vec::new();
        if !change.breaks.is_empty() {
            let why: Vec<&str> = change.breaks.iter().map(|own: &TrendBreak| own.why.get(lang)).collect();
            let head = pick(lang, "đứt đoạn chuỗi số liệu, không so sánh", "break in series, not compared");
            said.push(format!("{head}: {}", why.join("; ")));
        }
        if let Some(score) = &change.score {
            let of = |value| number(value, lang);
            said.push(format!("{} → {} ({})", of(score.from), of(score.to), signed(score.change, lang)));
            for part in score.causes.iter().filter(|_| score.causes.len() > 1) {
                said.push(format!("{} {}", part.cause.label(lang), signed(part.change, lang)));
            }
        }
        if let Some((from, to)) = change.level {
            let causes: Vec<&str> = change.level_causes.iter().map(|cause| cause.label(lang)).collect();
            let causes = if from == to { String::new() } else { format!(" ({})", causes.join(", ")) };
            said.push(format!("{} → {}{causes}", self.level_text(from, lang), self.level_text(to, lang)));
        }
        for met in &change.met {
            // A scheme without levels, and one with a verdict, asks once.
            let once = change.level.is_none() || self.level_word.is_none();
            let head = match lang {
                _ if once => pick(lang, "đạt", "met").to_string(),
                Lang::Vi => format!("đạt ở cấp độ {}", met.level),
                Lang::En => format!("met at level {}", met.level),
            };
            said.push(format!("{head}: {}/{} → {}/{}", met.from.0, met.from.1, met.to.0, met.to.1));
        }
        if let Some(rank) = change.rank {
            let (from, to) = (rank.from.text(lang), rank_of(rank.to, rank.of, lang));
            said.push(match lang {
                Lang::Vi => format!("từ hạng {from} đến {to} có mặt ở cả hai kỳ"),
                Lang::En => format!("from rank {from} to {to} present in both periods"),
            });
        }
        if change.between > 0 {
            said.push(match lang {
                Lang::Vi => format!("so kỳ đầu với kỳ cuối, {} kỳ ở giữa không tính đến", change.between),
                Lang::En => format!("first against last period, {} in between play no part", change.between),
            });
        }
        said.extend(change.withheld.iter().filter(|_| change.breaks.is_empty()).map(|w| w.label(lang).to_string()));
        self.never_bare(said.join("; "), lang)
    }

    /// A point in words: the level or what is met, and the rank with the number of places it is among.
    #[must_use]
    pub fn point_text(&self, point: &TrendPoint, lang: Lang) -> String {
        let said = point.statement.as_ref().map(|said| said.get(lang).to_string());
        let rank = point.rank.map(|rank| rank_of(rank, point.of, lang));
        let rank = rank.map(|rank| if said.is_none() { self.never_bare(rank, lang) } else { rank });
        [said, rank].into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}

impl LikeForLike {
    /// Which places are compared, in words.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let (n, (from, to)) = (self.places, self.present);
        let mut out = match lang {
            Lang::Vi => format!("so trên {n} đơn vị có kết quả ở cả hai kỳ, cùng địa giới ({from} đơn vị ở kỳ đầu, {to} ở kỳ sau)"),
            Lang::En => format!(
                "over the {n} units with a result in both periods, within the same borders ({from} in the first, {to} in the second)"
            ),
        };
        if self.mean.is_some() && self.scored < self.places {
            out.push_str(&match lang {
                Lang::Vi => format!("; điểm trung bình là của {} đơn vị có điểm ở cả hai kỳ", self.scored),
                Lang::En => format!("; the mean is of the {} with a score in both", self.scored),
            });
        }
        if self.broken > 0 {
            out.push_str(&match lang {
                Lang::Vi => format!("; bỏ {} đơn vị có địa giới thay đổi", self.broken),
                Lang::En => format!("; {} left out whose borders changed", self.broken),
            });
        }
        out
    }
}
