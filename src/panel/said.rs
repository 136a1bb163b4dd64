//! What all results of a plan say of themselves.

use super::plan::PanelPlan;
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
