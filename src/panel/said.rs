//! What all results of a plan say of themselves.

use super::plan::PanelPlan;
use super::scores::PanelLevel;
use crate::assessment::{LevelOutcome, LevelRange};
use crate::criteria::{Aggregate, ScoreOf};
use crate::date::Date;
use crate::number::{Dec, Number};
use crate::plan::ChildRef;
use crate::text::Lang;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl PanelPlan<'_> {
    /// The marks in one line.
    #[must_use]
    pub fn mark_line(&self, lang: Lang) -> String {
        let all: Vec<&str> = self.marks().iter().map(|mark| mark.text.get(lang).trim_end_matches('.')).collect();
        all.join("; ")
    }

    /// That results are self-assessed, in the words of the set.
    #[must_use]
    pub fn state_text(&self, lang: Lang) -> String {
        self.with_blank(|assessment| assessment.state_word(false, lang).to_string()).unwrap_or_default()
    }

    /// Level and rank of a place in words that never stand bare; empty where it has neither.
    #[must_use]
    pub fn statement(&self, level: PanelLevel, rank: Option<String>, lang: Lang) -> String {
        self.statements([(level, rank)], lang).into_iter().next().unwrap_or_default()
    }

    pub(super) fn statements(&self, of: impl IntoIterator<Item = (PanelLevel, Option<String>)>, lang: Lang) -> Vec<String> {
        let levels = u32::try_from(self.scheme().levels.len()).unwrap_or(u32::MAX);
        let said = self.with_blank(|assessment| {
            let one = |(level, rank): (PanelLevel, Option<String>)| {
                let level = assessment.level_said(&outcome(level, levels), lang);
                let rank = rank.map(|rank| if level.is_none() { assessment.never_bare(rank, lang) } else { rank });
                [level, rank].into_iter().flatten().collect::<Vec<_>>().join("; ")
            };
            of.into_iter().map(one).collect()
        });
        said.unwrap_or_default()
    }

    /// The day that places are judged for.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.options().as_of
    }

    /// The value of a node of which nothing is missing, counted as in [`PanelPlan::nodes`].
    #[must_use]
    pub fn full_value(&self, node: usize) -> Option<f64> {
        let own = self.plan().groups.get(node)?;
        let full = f64::of(if own.aggregate == Aggregate::Sum { own.max_points } else { self.scheme().scale });
        (full > 0.0).then_some(full)
    }

    /// Whether a node is held by the root itself.
    #[must_use]
    pub fn is_below_root(&self, node: usize) -> bool {
        self.plan().groups.first().is_some_and(|root| root.children.contains(&ChildRef::Group(node)))
    }

    /// The highest score there is; none where the scheme has none.
    #[must_use]
    pub fn top_score(&self) -> Option<Dec> {
        let root = self.plan().groups.first()?;
        Some(match self.scheme().score? {
            ScoreOf::Share => Dec::ONE,
            ScoreOf::Value if root.aggregate == Aggregate::Sum => root.max_points,
            ScoreOf::Value => self.scheme().scale,
        })
    }
}

fn outcome(level: PanelLevel, of: u32) -> LevelOutcome {
    let undecided = if let PanelLevel::Between(low, high) = level { Some(LevelRange { low, high }) } else { None };
    let of = if level == PanelLevel::None { 0 } else { of };
    LevelOutcome { reached: level.reached(), undecided, of, refused: Vec::new() }
}
