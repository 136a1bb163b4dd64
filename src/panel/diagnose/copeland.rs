//! Copeland's order: each unit against each other, the indicators voting with their weights.

use super::statistic::Absence;
use super::table::Table;
use crate::number::Dec;
use crate::panel::rank::{Ranking, Ties};
use alloc::vec;
use alloc::vec::Vec;

/// Units that are compared pair by pair; the 3 321 communes fit.
const MOST_PLACES: usize = 5_000;

/// How a unit does against the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Outranking {
    /// The row of the table.
    pub row: usize,
    /// Units over which more weight is for it than against it.
    pub wins: u32,
    /// Units the other way round.
    pub losses: u32,
    /// Units with as much for as against, or with no indicator in common.
    pub draws: u32,
}

impl Outranking {
    /// Wins less losses.
    #[must_use]
    pub fn score(&self) -> i64 {
        i64::from(self.wins) - i64::from(self.losses)
    }
}

/// Copeland's order of the units.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Copeland {
    /// In the order of the rows chosen; units without any figure are not among them.
    pub units: Vec<Outranking>,
    /// Ranks by wins less losses, by row of the table.
    pub ranking: Ranking,
    /// Indicators vote with their declared weights; else each with one.
    pub weighted: bool,
}

/// Sums of weights that differ by rounding are the same.
const NEAR: f64 = 1e-12;

/// `all`: rows of the whole table, for ranks by row.
pub(super) fn copeland(table: &Table, nominal: &[Option<f64>], all: usize) -> Result<Copeland, Absence> {
    let count = table.indicators.len();
    let weighted = !nominal.is_empty() && nominal.iter().all(Option::is_some);
    let weights: Vec<f64> = nominal.iter().map(|weight| if weighted { weight.unwrap_or(0.0) } else { 1.0 }).collect();
    // Row by row, so that two units are two runs of memory.
    let figures = |at: usize| table.indicators.iter().map(move |own| own.values.get(at).copied().unwrap_or(f64::NAN));
    let known: Vec<usize> = (0..table.rows.len()).filter(|at| figures(*at).any(|x| x.is_finite())).collect();
    if known.len() < 2 {
        return Err(Absence::TooFewPlaces);
    }
    if known.len() > MOST_PLACES {
        return Err(Absence::TooManyPlaces);
    }
    let cells: Vec<f64> = known.iter().flat_map(|at| figures(*at)).collect();
    let runs: Vec<&[f64]> = cells.chunks(count.max(1)).collect();
    let mut wins = vec![0u32; known.len()];
    let mut losses = vec![0u32; known.len()];
    for (at, own) in runs.iter().enumerate() {
        for (other, their) in runs.iter().enumerate().skip(at + 1) {
            let vote = votes(own, their, &weights);
            if vote.abs() <= NEAR {
                continue;
            }
            let (winner, loser) = if vote > 0.0 { (at, other) } else { (other, at) };
            wins.get_mut(winner).into_iter().for_each(|n| *n += 1);
            losses.get_mut(loser).into_iter().for_each(|n| *n += 1);
        }
    }
    let others = u32::try_from(known.len() - 1).unwrap_or(u32::MAX);
    let units: Vec<Outranking> = known
        .iter()
        .zip(wins.into_iter().zip(losses))
        .filter_map(|(at, (wins, losses))| Some(Outranking { row: *table.rows.get(*at)?, wins, losses, draws: others - wins - losses }))
        .collect();
    let mut scores = vec![None; all];
    for unit in &units {
        if let Some(slot) = scores.get_mut(unit.row) {
            // Above 0, since a decimal is made of a count.
            *slot = Some(Dec::from_count(u64::try_from(unit.score() + i64::from(others)).unwrap_or(0)));
        }
    }
    Ok(Copeland { units, ranking: Ranking::of_scores(&scores, Ties::Competition), weighted })
}

/// Weight for less weight against; an indicator that one of them lacks does not vote.
fn votes(own: &[f64], their: &[f64], weights: &[f64]) -> f64 {
    own.iter().zip(their).zip(weights).fold(0.0, |sum, ((own, their), weight)| {
        let vote = f64::from(u8::from(own > their)) - f64::from(u8::from(own < their));
        sum + weight * vote
    })
}
