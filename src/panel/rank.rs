//! Ranks of places by score, highest first.

use super::column::Cell;
use super::columns::Columns;
use super::plan::PanelPlan;
use super::scores::Scores;
use crate::criteria::ScoreOf;
use crate::finding::{Code, Finding, Findings};
use crate::number::Dec;
use crate::text::{Lang, pick};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Which ranks places with equal scores get.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ties {
    /// 1, 2, 2, 4: one more than places above.
    #[default]
    Competition,
    /// 1, 2, 2, 3: one more than scores above.
    Dense,
    /// 1, 2, 3, 4: equal scores in the order of the rows.
    Ordinal,
    /// 1, 2.5, 2.5, 4: the mean of the places taken together.
    Average,
}

impl Ties {
    /// The words of files and commands.
    pub const WORDS: &'static [(&'static str, Self)] =
        &[("competition", Self::Competition), ("dense", Self::Dense), ("ordinal", Self::Ordinal), ("average", Self::Average)];

    /// The word of files and commands.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, own)| *own == self).map_or("", |(word, _)| word)
    }

    /// The words for people, with an example.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Competition => pick(lang, "cùng hạng, hạng sau bỏ trống (1, 2, 2, 4)", "share a rank, the next is left out (1, 2, 2, 4)"),
            Self::Dense => pick(lang, "cùng hạng, không bỏ trống hạng (1, 2, 2, 3)", "share a rank, none is left out (1, 2, 2, 3)"),
            Self::Ordinal => pick(lang, "theo thứ tự dòng trong bảng (1, 2, 3, 4)", "in the order of the rows (1, 2, 3, 4)"),
            Self::Average => pick(lang, "cùng hạng trung bình (1; 2,5; 2,5; 4)", "share the mean rank (1, 2.5, 2.5, 4)"),
        }
    }
}

/// A rank; only [`Ties::Average`] gives halves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rank {
    halves: u32,
}

impl Rank {
    /// The rank as people of a language write it.
    #[must_use]
    pub fn text(self, lang: Lang) -> String {
        let point = if lang == Lang::Vi { ',' } else { '.' };
        if self.halves.is_multiple_of(2) { format!("{}", self.halves / 2) } else { format!("{}{point}5", self.halves / 2) }
    }
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

/// Ranks of the places at hand; nothing is said of places that are not.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// In halves; 0 = none.
    ranks: Vec<u32>,
    of: usize,
    settled: usize,
    ties: Ties,
}

impl Ranking {
    /// The rank of a place; none without a score.
    #[must_use]
    pub fn rank(&self, row: usize) -> Option<Rank> {
        self.ranks.get(row).copied().filter(|halves| *halves > 0).map(|halves| Rank { halves })
    }

    /// How many places have a rank.
    #[must_use]
    pub fn of(&self) -> usize {
        self.of
    }

    /// How many places lay so close to another that the exact path put them in order.
    #[must_use]
    pub fn settled(&self) -> usize {
        self.settled
    }

    /// What equal scores get.
    #[must_use]
    pub fn ties(&self) -> Ties {
        self.ties
    }

    /// The rank with the number of places it is among, which is never left out: "hạng 3 trong số 34 đơn vị".
    #[must_use]
    pub fn text(&self, row: usize, lang: Lang) -> Option<String> {
        let rank = self.rank(row)?.text(lang);
        Some(match lang {
            Lang::Vi => format!("hạng {rank} trong số {} đơn vị", self.of),
            Lang::En => format!("rank {rank} of {} units", self.of),
        })
    }

    /// Ranks of exact scores, for places assessed one by one. Places come in the order of their rows where scores are equal.
    #[must_use]
    pub fn of_scores(scores: &[Option<Dec>], ties: Ties) -> Self {
        let mut order: Vec<(Dec, usize)> = scores.iter().enumerate().filter_map(|(row, score)| Some(((*score)?, row))).collect();
        order.sort_unstable_by(|(a, at), (b, other)| b.cmp(a).then(at.cmp(other)));
        let same = order.iter().zip(order.iter().skip(1)).map(|((a, _), (b, _))| a == b);
        let same: Vec<bool> = core::iter::once(false).chain(same).collect();
        Self { ranks: ranks(order.iter().map(|(_, row)| *row), &same, ties, scores.len()), of: order.len(), settled: 0, ties }
    }
}

/// Numbers rows in their order; `same`: whether a row's score is that of the row before.
fn ranks(mut order: impl ExactSizeIterator<Item = usize>, same: &[bool], ties: Ties, units: usize) -> Vec<u32> {
    let mut out = alloc::vec![0u32; units];
    let halves = |rank: usize| u32::try_from(rank.saturating_mul(2)).unwrap_or(u32::MAX);
    let (mut above, mut scores) = (0, 0);
    while order.len() > 0 {
        let after = same.get(above + 1..).unwrap_or_default();
        let tied = 1 + after.iter().take_while(|same| **same).count();
        scores += 1;
        for (at, row) in order.by_ref().take(tied).enumerate() {
            let rank = match ties {
                Ties::Competition => halves(above + 1),
                Ties::Dense => halves(scores),
                Ties::Ordinal => halves(above + 1 + at),
                Ties::Average => halves(above + 1).saturating_add(u32::try_from(tied - 1).unwrap_or(u32::MAX)),
            };
            if let Some(slot) = out.get_mut(row) {
                *slot = rank;
            }
        }
        above += tied;
    }
    out
}

impl PanelPlan<'_> {
    /// Ranks the places of a scored panel. Scores that lie within their error of each other are compared by the exact path, so the
    /// ranks are those of the exact scores.
    ///
    /// # Errors
    /// - the edition defines no score: `panel.no_score`; [`PanelPlan::by_level`] groups such places
    pub fn rank(&self, columns: &Columns<'_>, scores: &Scores, ties: Ties) -> Result<Ranking, Findings> {
        self.has_score()?;
        self.rank_some(columns, scores, ties, |_| true)
    }

    /// Whether places can be ranked at all.
    ///
    /// # Errors
    /// - the edition defines no score: `panel.no_score`
    pub fn has_score(&self) -> Result<(), Findings> {
        if self.scheme().score.is_some() {
            return Ok(());
        }
        let mut findings = Findings::default();
        findings.push(Finding::at(Code::PanelNoScore, "").with("set", self.set().id()).with("scheme", &self.scheme().id));
        Err(findings)
    }

    /// Ranks among some of the rows.
    pub(super) fn rank_some(
        &self,
        columns: &Columns<'_>,
        scores: &Scores,
        ties: Ties,
        among: impl Fn(usize) -> bool,
    ) -> Result<Ranking, Findings> {
        let all = || scores.score().iter().zip(0u32..).filter(|(score, row)| !score.is_nan() && among(*row as usize));
        // Counted first: a list that grows takes half as much again.
        let mut order: Vec<Standing> = Vec::with_capacity(all().count());
        order.extend(all().map(Standing::of));
        sort(&mut order);
        let near = self.nearness(scores);
        let close = |a: &Standing, b: &Standing| (a.score() - b.score()).abs() <= near;
        let mut same = alloc::vec![false; order.len()];
        let (mut from, mut settled) = (0, 0);
        let mut known = BTreeMap::new();
        for run in order.chunk_by_mut(close) {
            if run.len() > 1 {
                settled += run.len();
                self.order(columns, run, same.get_mut(from..).unwrap_or_default(), &mut known)?;
            }
            from += run.len();
        }
        let of = order.len();
        let ranks = ranks(order.iter().map(|place| place.row as usize), &same, ties, scores.units());
        Ok(Ranking { ranks, of, settled, ties })
    }

    /// How close two scores must be for their order to be in doubt.
    fn nearness(&self, scores: &Scores) -> f64 {
        let Some(program) = self.program() else { return 0.0 };
        let (bound, full) = (program.bounds.first(), program.full.first());
        let bound = bound.copied().unwrap_or(f64::INFINITY) / full.filter(|_| program.score == ScoreOf::Share).copied().unwrap_or(1.0);
        let largest = scores.score().iter().fold(0.0f64, |most, score| most.max(score.abs()));
        2.0 * bound + f64::EPSILON * largest
    }

    /// Puts places whose scores are too close into their exact order; says which have the score of the one before.
    fn order(
        &self,
        columns: &Columns<'_>,
        run: &mut [Standing],
        same: &mut [bool],
        known: &mut BTreeMap<Vec<u64>, Option<Dec>>,
    ) -> Result<(), Findings> {
        let figures = |place: &Standing| {
            let row = place.row as usize;
            // Of a place with more than figures nobody else has all.
            let own = columns.cities.is_some().then_some(row as u64);
            (0..self.inputs().len()).map(move |input| bits(columns.cell(input, row))).chain(own)
        };
        // Equal figures, equal scores; they already come in the order of their rows.
        if run.split_first().is_some_and(|(first, others)| others.iter().all(|place| figures(place).eq(figures(first)))) {
            same.iter_mut().skip(1).take(run.len() - 1).for_each(|slot| *slot = true);
            return Ok(());
        }
        let mut exact = Vec::with_capacity(run.len());
        for place in run.iter() {
            let row = place.row as usize;
            let figures = figures(place).collect();
            let score = match known.get(&figures) {
                Some(score) => *score,
                None => {
                    let score = self.settle(columns, row)?.score;
                    known.insert(figures, score);
                    score
                }
            };
            exact.push((score, *place));
        }
        exact.sort_unstable_by(|(a, x), (b, y)| b.cmp(a).then(x.row.cmp(&y.row)));
        for (slot, (_, place)) in run.iter_mut().zip(&exact) {
            *slot = *place;
        }
        let equal = exact.iter().zip(exact.iter().skip(1)).map(|((a, _), (b, _))| a == b);
        same.iter_mut().skip(1).zip(equal).for_each(|(slot, equal)| *slot = equal);
        Ok(())
    }
}

/// A figure as a key; what is no figure differs from every figure.
fn bits(cell: Cell) -> u64 {
    match cell {
        Cell::Value(value) => value.to_bits(),
        Cell::Missing => f64::NAN.to_bits(),
        Cell::NotApplicable => u64::MAX,
    }
}

const SIGN: u64 = 1 << 63;

/// A place and its score, in 12 bytes.
#[derive(Clone, Copy)]
struct Standing {
    /// The halves of a whole number that falls as the score rises, for sorting.
    key: [u32; 2],
    row: u32,
}

impl Standing {
    fn of((score, row): (&f64, u32)) -> Self {
        let bits = score.to_bits();
        let rising = if bits & SIGN == 0 { bits | SIGN } else { !bits };
        Self { key: [(!rising) as u32, (!rising >> 32) as u32], row }
    }

    fn order(&self) -> (u64, u32) {
        let [low, high] = self.key;
        (u64::from(high) << 32 | u64::from(low), self.row)
    }

    fn score(&self) -> f64 {
        let rising = !self.order().0;
        f64::from_bits(if rising & SIGN == 0 { !rising } else { rising & !SIGN })
    }
}

#[cfg(feature = "parallel")]
fn sort(order: &mut [Standing]) {
    rayon::slice::ParallelSliceMut::par_sort_unstable_by_key(order, Standing::order);
}

#[cfg(not(feature = "parallel"))]
fn sort(order: &mut [Standing]) {
    order.sort_unstable_by_key(Standing::order);
}

#[cfg(test)]
mod tests {
    use super::{Ranking, Standing, Ties};
    use crate::number::Dec;
    use crate::text::Lang;
    use alloc::string::String;
    use alloc::vec::Vec;

    #[test]
    fn equal_scores_get_what_the_rule_says() {
        let scores = ["7", "9", "7", "", "7.0", "1"].map(|text| Dec::parse(text).ok());
        let all = |ties| -> Vec<String> {
            let ranking = Ranking::of_scores(&scores, ties);
            (0..6).map(|row| ranking.rank(row).map_or(String::new(), |rank| rank.text(Lang::Vi))).collect()
        };
        assert_eq!(all(Ties::Competition), ["2", "1", "2", "", "2", "5"]);
        assert_eq!(all(Ties::Dense), ["2", "1", "2", "", "2", "3"]);
        assert_eq!(all(Ties::Ordinal), ["2", "1", "3", "", "4", "5"]);
        assert_eq!(all(Ties::Average), ["3", "1", "3", "", "3", "5"]);
        assert_eq!(Ranking::of_scores(&[Dec::parse("1").ok(); 2], Ties::Average).rank(0).unwrap().text(Lang::Vi), "1,5");
        assert_eq!(Ranking::of_scores(&scores, Ties::Dense).text(5, Lang::Vi).unwrap(), "hạng 3 trong số 5 đơn vị");
    }

    #[test]
    fn keys_sort_scores_downwards() {
        let scores = [f64::INFINITY, 75.5, 1e-300, 0.0, -0.0, -2.0, -1e9];
        let places = scores.map(|score| Standing::of((&score, 7)));
        assert!(places.iter().map(Standing::order).is_sorted());
        assert!(places.iter().zip(scores).all(|(place, score)| (place.score().to_bits(), place.row) == (score.to_bits(), 7)));
    }
}
