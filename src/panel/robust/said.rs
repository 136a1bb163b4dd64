//! What an analysis finds of a place, in words.

use super::{Robust, RobustPlace, RobustResults};
use crate::assessment::Assessment;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl Robust<'_, '_> {
    /// Rank interval and levels of each place in words, in the order of the results: "hạng 3 trong số 34 đơn vị; 90 % số lần mô phỏng:
    /// hạng 2 đến 6 (...)".
    #[must_use]
    pub fn statements(&self, results: &RobustResults, lang: Lang) -> Vec<String> {
        let said = self.plan().with_blank(|assessment| {
            let one = |place: &RobustPlace| {
                let parts = [self.rank_said(place, results.places.len(), lang), self.levels_said(place, assessment, lang)];
                assessment.never_bare(parts.into_iter().flatten().collect::<Vec<_>>().join("; "), lang)
            };
            results.places.iter().map(one).collect()
        });
        said.unwrap_or_default()
    }

    fn rank_said(&self, place: &RobustPlace, of: usize, lang: Lang) -> Option<String> {
        let (rank, ranks) = (place.rank?.text(lang), place.ranks?);
        Some(match lang {
            Lang::Vi => format!("hạng {rank} trong số {of} đơn vị; 90 % số lần mô phỏng: hạng {} đến {}", ranks.low, ranks.high),
            Lang::En => format!("rank {rank} of {of} units; 90 % of replications: rank {} to {}", ranks.low, ranks.high),
        })
    }

    fn levels_said(&self, place: &RobustPlace, assessment: &Assessment<'_>, lang: Lang) -> Option<String> {
        let (levels, scheme) = (place.levels.as_ref()?, self.plan().scheme());
        let level = |level: usize| match level {
            0 if scheme.verdict => pick(lang, "không đạt", "not met").to_string(),
            _ if scheme.verdict => pick(lang, "đạt", "met").to_string(),
            0 => pick(lang, "chưa đạt cấp độ nào", "no level reached").to_string(),
            level => format!("{} {level}/{}", assessment.set().header().level_word(lang), scheme.levels.len()),
        };
        let parts = levels.reached.iter().enumerate().map(|(at, part)| (level(at), *part));
        let others = [
            (String::from(pick(lang, "chưa xác định", "undecided")), levels.open),
            (String::from(pick(lang, "không xếp cấp độ", "no level given")), levels.refused),
        ];
        let parts = parts.chain(others).filter(|(_, part)| *part > 0.0).map(|(words, part)| format!("{words}: {}", percent(part, lang)));
        let word = pick(lang, "tỷ lệ trong các lần mô phỏng", "part of replications");
        Some(format!("{word}: {}", parts.collect::<Vec<_>>().join(", ")))
    }
}

/// One decimal, as people of a language write it.
fn percent(part: f64, lang: Lang) -> String {
    let text = format!("{:.1}", part * 100.0);
    let text = text.strip_suffix(".0").map_or(text.clone(), String::from);
    format!("{} %", if lang == Lang::Vi { text.replace('.', ",") } else { text })
}
