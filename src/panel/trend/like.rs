//! Like for like: means and ranks of two periods over the places that are present in both, within the same borders.

use super::changed::{RankChange, Withheld};
use super::model::{LikeForLike, PlaceTrend};
use super::split::DIGITS;
use crate::date::Date;
use crate::number::{Dec, Exact, Number};
use crate::panel::{PanelLevel, Ranking, Ties};
use alloc::vec::Vec;

/// Compares two periods over all places of a state; fills in the ranks of the changes between them.
pub(super) fn compare(places: &mut [PlaceTrend], verified: bool, (from, to, whole): (Date, Date, bool), ties: Ties) -> Option<LikeForLike> {
    let mut present = (0, 0);
    let (mut broken, mut both) = (0, Vec::new());
    for (row, place) in places.iter().enumerate().filter(|(_, place)| place.verified == verified) {
        let point = |period| place.points.iter().find(|point| point.period == period);
        let (a, b) = (point(from), point(to));
        present.0 += usize::from(a.is_some());
        present.1 += usize::from(b.is_some());
        let Some((a, b)) = a.zip(b) else { continue };
        let Some(at) = place.changes.iter().position(|change| (change.from, change.to, change.whole) == (from, to, whole)) else {
            continue;
        };
        let change = place.changes.get(at)?;
        if change.withheld.contains(&Withheld::Boundary) {
            broken += 1;
            continue;
        }
        let ranked = !change.withheld.contains(&Withheld::RankAcrossEditions) && !change.withheld.contains(&Withheld::ScoreScale);
        both.push((row, at, a.score.zip(b.score).filter(|_| ranked), a.level, b.level));
    }
    if present == (0, 0) {
        return None;
    }
    let scored: Vec<(usize, usize, (Dec, Dec))> = both.iter().filter_map(|(row, at, scores, ..)| Some((*row, *at, (*scores)?))).collect();
    let ranking = |of: fn(&(Dec, Dec)) -> Dec| {
        let scores: Vec<Option<Dec>> = scored.iter().map(|(_, _, scores)| Some(of(scores))).collect();
        Ranking::of_scores(&scores, ties)
    };
    let (before, now) = (ranking(|scores| scores.0), ranking(|scores| scores.1));
    for (n, (row, at, _)) in scored.iter().enumerate() {
        let Some((from, to)) = before.rank(n).zip(now.rank(n)) else { continue };
        if let Some(change) = places.get_mut(*row).and_then(|place| place.changes.get_mut(*at)) {
            change.rank = Some(RankChange { from, to, of: before.of() });
        }
    }
    let mean = |of: fn(&(Dec, Dec)) -> Dec| {
        let sum = scored.iter().fold(Exact::ZERO, |sum, (_, _, scores)| sum.add(Exact::of(of(scores))));
        sum.div(Exact::count(scored.len())).rounded(DIGITS).dec()
    };
    let mut levels: Vec<u32> = both.iter().flat_map(|(_, _, _, a, b)| [a.reached(), b.reached()]).flatten().collect();
    levels.sort_unstable();
    levels.dedup();
    let count = |level: u32, of: fn(&(PanelLevel, PanelLevel)) -> PanelLevel| {
        both.iter().filter(|(_, _, _, a, b)| of(&(*a, *b)).reached() == Some(level)).count()
    };
    Some(LikeForLike {
        verified,
        from,
        to,
        whole,
        places: both.len(),
        present,
        broken,
        scored: scored.len(),
        mean: if scored.is_empty() { None } else { mean(|scores| scores.0).zip(mean(|scores| scores.1)) },
        by_level: levels.into_iter().map(|level| (level, count(level, |pair| pair.0), count(level, |pair| pair.1))).collect(),
    })
}
