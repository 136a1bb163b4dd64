//! A plan in words.

use super::{Gap, GapOutcome};
use crate::assessment::Assessment;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::String;

impl Gap<'_> {
    /// What came of planning, in a sentence; a level stands in it with the words that belong beside it.
    ///
    /// `assessment` is the one that was planned from.
    #[must_use]
    pub fn text(&self, assessment: &Assessment<'_>, lang: Lang) -> String {
        let most = assessment.self_assessed().level.of;
        let level = self.target.map(|level| assessment.level_words(level, lang)).unwrap_or_default();
        let fixes = self.fixes.len();
        match (self.outcome, lang) {
            (GapOutcome::Reachable, Lang::Vi) if !self.needs.is_empty() => {
                format!("Ít nhất phải nâng điểm của {fixes} tiêu chí để đạt {level}.")
            }
            (GapOutcome::Reachable, Lang::En) if !self.needs.is_empty() => {
                format!("Points of at least {fixes} {} must rise to reach {level}.", criteria(fixes))
            }
            (GapOutcome::Reachable, Lang::Vi) => format!("Cần đạt thêm {fixes} tiêu chí để đạt {level}."),
            (GapOutcome::Reachable, Lang::En) => format!("{fixes} more {} must be met to reach {level}.", criteria(fixes)),
            (GapOutcome::PossiblyReachable, Lang::Vi) => {
                let best = if fixes == 0 { "thì đã đạt".into() } else { format!("cần đạt thêm {fixes} tiêu chí") };
                format!(
                    "Nguồn để ngỏ việc có đạt {level} hay không, và không kế hoạch nào làm rõ được. Theo cách hiểu thuận lợi nhất {best}; xem các điều kiện trong kết quả đánh giá."
                )
            }
            (GapOutcome::PossiblyReachable, Lang::En) => {
                let best =
                    if fixes == 0 { "it is reached already".into() } else { format!("{fixes} more {} must be met", criteria(fixes)) };
                format!(
                    "The source leaves open whether {level} is reached, and no plan can settle it. In the most favourable reading {best}; see the conditions in the assessment."
                )
            }
            (GapOutcome::NoWay, _) if self.target.is_some_and(|target| target > most) => {
                let target = self.target.unwrap_or_default();
                match lang {
                    Lang::Vi => format!("Không có cấp độ {target}; cấp độ cao nhất là {most}."),
                    Lang::En => format!("There is no level {target}; the highest is {most}."),
                }
            }
            (GapOutcome::NoWay, Lang::Vi) => format!("Không có cách nào: dù mọi tiêu chí đều đạt vẫn không đạt {level}."),
            (GapOutcome::NoWay, Lang::En) => format!("No way: even with every criterion met, {level} is not reached."),
            (GapOutcome::AlreadyReached, _) if self.target.is_none() && assessment.scheme().verdict => {
                pick(lang, "Đã đạt.", "Met already.").into()
            }
            (GapOutcome::AlreadyReached, _) if self.target.is_none() => {
                pick(lang, "Đã đạt cấp độ cao nhất.", "The highest level is reached already.").into()
            }
            (GapOutcome::AlreadyReached, Lang::Vi) => format!("Đã đạt: {level}."),
            (GapOutcome::AlreadyReached, Lang::En) => format!("Already reached: {level}."),
            (GapOutcome::NoLevels, _) => {
                let refused = assessment.level_statement(assessment.self_assessed(), lang);
                let why = refused.unwrap_or_else(|| pick(lang, "cách đánh giá này không có cấp độ", "this scheme has no levels").into());
                format!("{}: {why}.", pick(lang, "Không lập được kế hoạch", "Nothing can be planned"))
            }
        }
    }

    /// Whether a smaller set of criteria could do, and from which result the plan was made.
    #[must_use]
    pub fn basis_text(&self, lang: Lang) -> &'static str {
        if self.proven_minimal {
            pick(
                lang,
                "Đã chứng minh: không có tập nào ít tiêu chí hơn. Tính từ kết quả tự đánh giá.",
                "Proven: no smaller set of criteria reaches it. Planned from the self-assessed result.",
            )
        } else {
            pick(
                lang,
                "Chưa chứng minh được là ít nhất: có thể có tập ít tiêu chí hơn. Tính từ kết quả tự đánh giá.",
                "Not proven minimal: a smaller set of criteria may exist. Planned from the self-assessed result.",
            )
        }
    }
}

fn criteria(count: usize) -> &'static str {
    if count == 1 { "criterion" } else { "criteria" }
}
