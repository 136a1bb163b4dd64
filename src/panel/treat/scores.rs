//! What treating and scoring a panel leaves behind.

use crate::criteria::Treatment;
use crate::date::Date;
use crate::number::{Dec, shortest};
use crate::panel::plan::PanelPlan;
use crate::panel::rank::{Ranking, Ties};
use crate::panel::scores::Scores;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;
use serde_json::{Value, json};

/// Scores of a treated panel, with what was done to get them.
#[derive(Clone, Debug)]
pub struct TreatedScores {
    pub(super) treatment: Treatment,
    pub(super) scores: Scores,
    /// The score of each place as ranks are taken of it; none where it has none.
    pub(super) ranked: Vec<Option<Dec>>,
    pub(super) approximate: bool,
    pub(super) inputs: Vec<TreatedInput>,
    /// Row and note, by row.
    pub(super) notes: Vec<(usize, RowNote)>,
    /// How many places take part in what is computed from the places at hand, by sample and its period.
    pub(super) samples: Vec<(Option<Date>, usize)>,
    /// Figures that are there, and those that could be, by row.
    pub(super) figures: Vec<(usize, usize)>,
    /// Input of the plan and the shares of all places, where they are kept.
    pub(in crate::panel) shares: Vec<(usize, Vec<f64>)>,
}

/// What was done to the figures of a criterion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TreatedInput {
    /// The name of the input.
    pub input: String,
    /// The period of the sample, where each period has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Date>,
    /// Figures of places that are ranked, before anything was filled.
    pub figures: usize,
    /// Figures below the lower end, drawn in.
    pub drawn_up: usize,
    /// Figures above the upper end, drawn in.
    pub drawn_down: usize,
    /// The ends that figures were drawn in to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends: Option<(Dec, Dec)>,
    /// As long-tailed as before the most figures were drawn in.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub still_long: bool,
    /// Logarithms were judged.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub logarithm: bool,
    /// Some figure is not above 0, so that logarithms were not taken.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub not_positive: bool,
    /// Gaps filled.
    pub imputed: usize,
    /// No two places differ, so the criterion is left out everywhere.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub constant: bool,
}

/// What a result of one place rests on besides its own figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "note", rename_all = "snake_case")]
#[non_exhaustive]
pub enum RowNote {
    /// A figure was missing and filled from other places.
    ImputedFigure {
        /// The name of the input.
        input: String,
    },
    /// A group had no value and was given that of other places.
    ImputedGroup {
        /// Its id.
        group: String,
    },
    /// A figure was drawn in.
    DrawnIn {
        /// The name of the input.
        input: String,
    },
    /// A figure of a place that is not ranked, or an imputed one, lies beyond those of all places that are.
    Beyond {
        /// The name of the input.
        input: String,
    },
    /// It has too few figures to be ranked, or is not ranked by the caller's choice.
    NotRanked {
        /// Share of its figures that are there, in whole percent, cut.
        percent: u32,
    },
}

impl RowNote {
    /// The note in words.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::ImputedFigure { input }, Lang::Vi) => format!("{input}: thiếu số liệu, điền từ đơn vị khác"),
            (Self::ImputedFigure { input }, Lang::En) => format!("{input}: missing, filled from other units"),
            (Self::ImputedGroup { group }, Lang::Vi) => format!("{group}: không có giá trị, điền từ đơn vị khác"),
            (Self::ImputedGroup { group }, Lang::En) => format!("{group}: no value, filled from other units"),
            (Self::DrawnIn { input }, Lang::Vi) => format!("{input}: ngoại lai, kéo về giới hạn"),
            (Self::DrawnIn { input }, Lang::En) => format!("{input}: outlier, drawn in"),
            (Self::Beyond { input }, Lang::Vi) => format!("{input}: nằm ngoài khoảng của các đơn vị được xếp hạng"),
            (Self::Beyond { input }, Lang::En) => format!("{input}: beyond the units that are ranked"),
            (Self::NotRanked { percent }, Lang::Vi) => format!("không xếp hạng: có {percent} % số liệu"),
            (Self::NotRanked { percent }, Lang::En) => format!("not ranked: {percent} % of its figures are there"),
        }
    }
}

impl TreatedScores {
    /// What was done.
    #[must_use]
    pub fn treatment(&self) -> &Treatment {
        &self.treatment
    }

    /// The value of each node and the score of each place; they have no levels, since limits of levels are for untreated figures.
    #[must_use]
    pub fn scores(&self) -> &Scores {
        &self.scores
    }

    /// Whether there are more places than are computed exactly; then places whose scores differ by less than about 1e-12 may be in either
    /// order.
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.approximate
    }

    /// What was done to each criterion, in the order of the plan's inputs.
    #[must_use]
    pub fn inputs(&self) -> &[TreatedInput] {
        &self.inputs
    }

    /// How many places take part in what is computed from the places at hand; of several samples all together.
    #[must_use]
    pub fn sample(&self) -> usize {
        self.samples.iter().map(|(_, units)| units).sum()
    }

    /// Rows of a table in samples of their own, each by its period and rows, put together.
    pub(in crate::panel) fn together(plan: &PanelPlan<'_>, units: usize, parts: Vec<(Option<Date>, Vec<usize>, Self)>) -> Option<Self> {
        let mut scores = Scores::default();
        scores.resize(plan, units);
        let mut out = Self {
            treatment: parts.first()?.2.treatment.clone(),
            scores,
            ranked: alloc::vec![None; units],
            approximate: false,
            inputs: Vec::new(),
            notes: Vec::new(),
            samples: Vec::new(),
            figures: alloc::vec![(0, 0); units],
            shares: Vec::new(),
        };
        for (period, rows, own) in parts {
            out.scores.spread(&rows, &own.scores);
            for (at, row) in rows.iter().enumerate() {
                out.ranked.get_mut(*row).into_iter().for_each(|slot| *slot = own.ranked.get(at).copied().flatten());
                out.figures.get_mut(*row).into_iter().for_each(|slot| *slot = own.figures(at));
                out.notes.extend(own.notes(at).map(|note| (*row, note.clone())));
            }
            out.approximate |= own.approximate;
            out.samples.push((period, own.sample()));
            out.inputs.extend(own.inputs.into_iter().map(|input| TreatedInput { period, ..input }));
        }
        out.notes.sort_by_key(|(row, _)| *row);
        Some(out)
    }

    /// How many figures of a place are there, of how many that apply to it. Weights of those that are not there are re-scaled where the
    /// scheme leaves them out.
    #[must_use]
    pub fn figures(&self, row: usize) -> (usize, usize) {
        self.figures.get(row).copied().unwrap_or_default()
    }

    /// What a place's result rests on besides its own figures.
    pub fn notes(&self, row: usize) -> impl Iterator<Item = &RowNote> {
        let from = self.notes.partition_point(|(own, _)| *own < row);
        self.notes.get(from..).unwrap_or_default().iter().take_while(move |(own, _)| *own == row).map(|(_, note)| note)
    }

    /// The exact score of a place; none where it has none, or where results are approximate.
    #[must_use]
    pub fn exact(&self, row: usize) -> Option<Dec> {
        if self.approximate {
            return None;
        }
        self.scores.score().get(row).filter(|score| !score.is_nan())?;
        self.ranked.get(row).copied().flatten()
    }

    /// What every result says of it: that places are measured by each other, and whether they are computed exactly.
    #[must_use]
    pub fn mark(&self, lang: Lang) -> String {
        let n = self.sample();
        let by_period =
            self.samples.iter().map(|(period, units)| format!("{}: {units}", period.map_or("—".into(), |own| format!("{own}"))));
        let by_period = by_period.collect::<Vec<_>>().join(", ");
        let mut out = match (self.treatment.normalise.is_relative(), self.samples.len() > 1, lang) {
            (true, false, Lang::Vi) => format!("điểm so giữa {n} đơn vị trong bảng, thêm hay bớt một đơn vị là đổi"),
            (true, false, Lang::En) => format!("scores measure the {n} units by each other, one more or less changes them"),
            (true, true, Lang::Vi) => {
                format!("điểm so giữa các đơn vị cùng kỳ ({by_period}), thêm hay bớt một đơn vị là đổi; không so điểm giữa các kỳ")
            }
            (true, true, Lang::En) => {
                format!(
                    "scores measure the units of a period by each other ({by_period}), one more or less changes them; not to be compared between periods"
                )
            }
            (false, false, Lang::Vi) => format!("số liệu đã được xử lý theo {n} đơn vị trong bảng"),
            (false, false, Lang::En) => format!("figures are treated by the {n} units of the table"),
            (false, true, Lang::Vi) => format!("số liệu đã được xử lý theo các đơn vị cùng kỳ ({by_period})"),
            (false, true, Lang::En) => format!("figures are treated by the units of their period ({by_period})"),
        };
        if self.approximate {
            out.push_str(pick(lang, "; tính gần đúng", "; approximate"));
        }
        out
    }

    /// What was done, to the whole and to each criterion, as JSON.
    pub(in crate::panel) fn to_value(&self) -> Value {
        json!({
            "asked": serde_json::to_value(&self.treatment).unwrap_or_default(),
            "sample": self.sample(),
            "approximate": self.approximate,
            "inputs": serde_json::to_value(&self.inputs).unwrap_or_default(),
        })
    }

    /// Ranks of the places that may be ranked.
    #[must_use]
    pub fn rank(&self, ties: Ties) -> Ranking {
        self.rank_some(ties, |_| true)
    }

    /// Whether a place may be ranked, and takes part in what is computed from the places at hand.
    pub(in crate::panel) fn is_ranked(&self, row: usize) -> bool {
        !self.notes(row).any(|note| matches!(note, RowNote::NotRanked { .. }))
    }

    /// Ranks among some of the rows.
    pub(in crate::panel) fn rank_some(&self, ties: Ties, among: impl Fn(usize) -> bool) -> Ranking {
        let ranked = |row: usize| among(row) && self.is_ranked(row);
        let scores: Vec<Option<Dec>> = self.ranked.iter().enumerate().map(|(row, score)| score.filter(|_| ranked(row))).collect();
        Ranking::of_scores(&scores, ties)
    }

    /// A score of binary floating point as ranks are taken of it.
    pub(super) fn rankable(score: f64) -> Option<Dec> {
        shortest(score)
    }
}
