//! Figures of many places, and what has been judged of them.

use super::plan::Ready;
use super::treatment::treatment;
use crate::fault::{Answer, refused, text};
use crate::options::Options;
use alloc::rc::Rc;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use dothi::{Cell, Columns, Findings, Lang, Mask, PanelLevel, PanelPlan, Peers, RowNote, Scores, Text, Ties, TreatedInput, Treatment};
use dothi::{Ranking, TreatedScores};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// In place of a level: none is given, since a precondition fails.
const REFUSED: u32 = u32::MAX;
/// In place of a level: it depends on how the source is read.
const OPEN: u32 = u32::MAX - 1;

/// Columns held against a plan, their scores kept beside them.
#[wasm_bindgen]
pub struct Batch {
    pub(crate) plan: Rc<Ready>,
    pub(crate) columns: Columns<'static>,
    scores: Scores,
    /// The scores are those of the columns.
    fresh: bool,
    treated: Option<TreatedScores>,
    ranking: Option<Ranking>,
}

impl fmt::Debug for Batch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batch").field("units", &self.columns.units()).finish_non_exhaustive()
    }
}

impl Batch {
    pub(super) fn new(plan: Rc<Ready>, columns: Columns<'static>) -> Self {
        Self { plan, columns, scores: Scores::default(), fresh: false, treated: None, ranking: None }
    }

    fn plan(&self) -> &PanelPlan<'_> {
        self.plan.borrow_dependent()
    }

    fn scores(&self) -> &Scores {
        self.treated.as_ref().map_or(&self.scores, TreatedScores::scores)
    }

    fn judge(&mut self, asked: Option<&Treatment>, peers: &Peers<'_>, ties: Option<Ties>) -> Result<(), Findings> {
        let Self { plan, columns, scores, fresh, treated, ranking } = self;
        let plan = plan.borrow_dependent();
        (*treated, *ranking) = (None, None);
        let ranked = || if ties.is_some() { plan.has_score() } else { Ok(()) };
        if let Some(asked) = asked {
            let scores = plan.score_treated(columns, peers, asked)?;
            ranked()?;
            *ranking = ties.map(|ties| scores.rank(ties));
            *treated = Some(scores);
            return Ok(());
        }
        ranked()?;
        if !*fresh {
            plan.score(columns, scores)?;
            *fresh = true;
        }
        *ranking = ties.map(|ties| plan.rank(columns, scores, ties)).transpose()?;
        Ok(())
    }
}

#[wasm_bindgen]
impl Batch {
    /// Judges what has not been judged, and ranks if that is asked for. `unranked`: empty, or not 0 for places that are not ranked.
    ///
    /// JSON: what was done on the way.
    ///
    /// # Errors
    /// A JSON list of what is wrong with the options, or else with the figures, by column and row.
    pub fn score(&mut self, options: &str, unranked: &[u8]) -> Answer {
        let mut options = Options::read(options);
        let words: Vec<(&str, Option<Ties>)> =
            core::iter::once(("", None)).chain(Ties::WORDS.iter().map(|(word, ties)| (*word, Some(*ties)))).collect();
        let ties = options.choice("ranks", &words);
        let regions = options.texts("regions");
        let asked = treatment(&mut options);
        let ties = options.finish(ties)?;
        let asked = asked.or_else(|| self.plan().scheme().panel.as_ref().map(|rule| rule.treatment.clone()));
        let regions: Option<Vec<Option<&str>>> = regions.as_ref().map(|all| all.iter().map(Option::as_deref).collect());
        let left = unranked.iter().enumerate().filter(|(_, left)| **left != 0).map(|(row, _)| row);
        let mut peers = Peers::default().with_unranked(Mask::of_rows(self.columns.units(), left));
        if let Some(regions) = &regions {
            peers = peers.with_regions(regions);
        }
        self.judge(asked.as_ref(), &peers, ties).map_err(|findings| refused(&findings))?;
        let ranks = self.ranking.as_ref();
        Ok(text(&Judged {
            of: ranks.map(Ranking::of),
            ties: ranks.map(|ranks| ranks.ties().as_str()),
            told_apart: ranks.map(Ranking::settled),
            treatment: self.treated.as_ref().map(Treated::of),
        }))
    }

    /// Puts a figure into a row, NaN for none, and judges that row anew. `claimed`: the criterion cannot exist there.
    ///
    /// # Errors
    /// A JSON list of every finding; nothing has changed then.
    pub fn put(&mut self, input: u32, row: u32, value: f64, claimed: bool) -> Result<(), String> {
        let (input, row) = (input as usize, row as usize);
        let cell = if claimed { Cell::NotApplicable } else { Cell::Value(value) };
        let Self { plan, columns, scores, fresh, treated, ranking } = self;
        let plan = plan.borrow_dependent();
        let before = columns.cell(input, row);
        plan.put(columns, input, row, cell).map_err(|findings| refused(&findings))?;
        if *fresh && let Err(findings) = plan.score_row(columns, row, scores) {
            // What stood there was taken before.
            let _ = plan.put(columns, input, row, before);
            return Err(refused(&findings));
        }
        (*treated, *ranking) = (None, None);
        Ok(())
    }

    /// Numbers by row, NaN for none: the score; the rank, empty where none was asked for; the value of a node; the level or what stands in
    /// place of one, empty where there are no levels. Or row, lowest and highest of each level that is open; rows that the exact path
    /// decided; of one row score, level (lowest, highest), value of each node.
    #[must_use]
    pub fn numbers(&self, what: u32, at: u32) -> Vec<f64> {
        let scores = self.scores();
        let levels = || (0u32..).take(scores.units()).map(|row| (row, scores.level(row as usize)));
        match what {
            0 => scores.score().to_vec(),
            1 => self.ranks(),
            2 => scores.node(at as usize).to_vec(),
            3 if scores.level(0) == PanelLevel::None => Vec::new(),
            3 => levels().map(|(_, level)| f64::from(coded(level))).collect(),
            4 => levels().filter_map(|(row, level)| Some([row, between(level)?.0, between(level)?.1])).flatten().map(f64::from).collect(),
            5 => scores.settled().iter().filter_map(|row| u32::try_from(*row).ok()).map(f64::from).collect(),
            _ => self.row(at as usize),
        }
    }

    /// JSON: level and rank of a place in words that never stand bare, and what its result rests on besides its own figures.
    #[must_use]
    pub fn said(&self, row: u32) -> String {
        let (plan, at) = (self.plan(), row as usize);
        let statement = |lang| {
            let rank = self.ranking.as_ref().and_then(|ranking| ranking.text(at, lang));
            plan.statement(self.scores().level(at), rank, lang)
        };
        let notes = self.treated.iter().flat_map(|treated| treated.notes(at));
        text(&Said {
            statement: Text::new(statement(Lang::Vi), statement(Lang::En)),
            marks: Text::new(self.mark_line(Lang::Vi), self.mark_line(Lang::En)),
            notes: notes.map(|note| Noted { note, text: Text::new(note.text(Lang::Vi), note.text(Lang::En)) }).collect(),
        })
    }
}

impl Batch {
    fn ranks(&self) -> Vec<f64> {
        let Some(ranking) = &self.ranking else { return Vec::new() };
        let of = |row| ranking.rank(row).and_then(|rank| rank.to_string().parse().ok()).unwrap_or(f64::NAN);
        (0..self.scores().units()).map(of).collect()
    }

    fn row(&self, row: usize) -> Vec<f64> {
        let scores = self.scores();
        let level = scores.level(row);
        let (low, high) = between(level).unwrap_or_default();
        let of = |numbers: &[f64]| numbers.get(row).copied().unwrap_or(f64::NAN);
        let coded = if level == PanelLevel::None { f64::NAN } else { f64::from(coded(level)) };
        let head = [of(scores.score()), coded, f64::from(low), f64::from(high)];
        head.into_iter().chain((0..self.plan().nodes().len()).map(|node| of(scores.node(node)))).collect()
    }

    fn mark_line(&self, lang: Lang) -> String {
        let treated = self.treated.as_ref().map(|treated| treated.mark(lang));
        let own = Some(self.plan().mark_line(lang)).filter(|line| !line.is_empty());
        own.into_iter().chain(treated).collect::<Vec<_>>().join("; ")
    }
}

fn between(level: PanelLevel) -> Option<(u32, u32)> {
    if let PanelLevel::Between(low, high) = level { Some((low, high)) } else { None }
}

fn coded(level: PanelLevel) -> u32 {
    match level {
        PanelLevel::Reached(level) => level,
        PanelLevel::Between(..) => OPEN,
        _ => REFUSED,
    }
}

#[derive(Serialize)]
struct Judged<'b> {
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ties: Option<&'static str>,
    /// Places so close to another that the exact path put them in order.
    #[serde(skip_serializing_if = "Option::is_none")]
    told_apart: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    treatment: Option<Treated<'b>>,
}

#[derive(Serialize)]
struct Treated<'b> {
    asked: &'b Treatment,
    text: Text,
    mark: Text,
    sample: usize,
    approximate: bool,
    inputs: &'b [TreatedInput],
}

impl<'b> Treated<'b> {
    fn of(scores: &'b TreatedScores) -> Self {
        let asked = scores.treatment();
        Self {
            asked,
            text: Text::new(asked.text(Lang::Vi), asked.text(Lang::En)),
            mark: Text::new(scores.mark(Lang::Vi), scores.mark(Lang::En)),
            sample: scores.sample(),
            approximate: scores.is_approximate(),
            inputs: scores.inputs(),
        }
    }
}

#[derive(Serialize)]
struct Said<'b> {
    statement: Text,
    marks: Text,
    notes: Vec<Noted<'b>>,
}

#[derive(Serialize)]
struct Noted<'b> {
    #[serde(flatten)]
    note: &'b RowNote,
    text: Text,
}
