//! Which doubt the results owe their spread to: Sobol indices, never without an interval.
//!
//! Saltelli's scheme: two independent designs A and B, and for each factor A with this factor of B. What a factor is drawn from is an
//! address, so "of B" is a bit of it. Estimators of Jansen, as Saltelli et al., Computer Physics Communications 181 (2010) 259-270,
//! recommend them.

use super::Robust;
use super::design::Run;
use super::engine::{Outcome, Scratch};
use super::factor::{DoubtBy, DoubtOf};
use super::order::Order;
use super::run::{RobustProgress, RobustStop, chunks};
use super::stream::{Address, Purpose};
use super::{check, threads};
use crate::finding::Findings;
use crate::panel::scores::PanelLevel;
use alloc::vec::Vec;
use core::ops::{ControlFlow, Range};

/// An estimate with the 2.5 % and 97.5 % quantiles of its bootstrap.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Estimate {
    /// The estimate. With few replications it may lie outside 0 to 1, and the interval shows why.
    pub value: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
}

/// What a doubt does to a result.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SobolIndex {
    /// The doubt.
    pub doubt: DoubtOf,
    /// The part of the variance that it brings about alone.
    pub first: Estimate,
    /// The part that it has a share in, together with others or alone.
    pub total: Estimate,
}

/// A result whose spread is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SobolOf {
    /// How far ranks are from those of the edition as it is, on average over all places.
    MeanShift,
    /// The score of a place, by its place in [`RobustResults::places`](super::RobustResults::places).
    Score(usize),
    /// The level reached, on average over all places; open and refused ones count as 0.
    MeanLevel,
}

/// The indices of a result.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sobol {
    /// What is explained.
    pub of: SobolOf,
    /// Its mean.
    pub mean: f64,
    /// Its variance.
    pub variance: f64,
    /// By doubt; empty where the result does not vary.
    pub indices: Vec<SobolIndex>,
}

/// How often the bootstrap draws.
pub(super) const LEAST_RESAMPLES: u32 = 100;

struct Worker {
    scratch: Scratch,
    order: Order,
    out: Outcome,
}

impl Robust<'_, '_> {
    /// Explains the spread of ranks, scores or levels. The options' replications are the size of each design; (factors + 2) times as
    /// many are run. The bootstrap draws replications again, and takes the variance anew each time.
    ///
    /// # Errors
    /// - fewer than 100 or more than 100 000 `resamples`, too many values to keep: [`RobustStop::Findings`]
    /// - those of [`Robust::run`]
    pub fn sobol(
        &self,
        by: DoubtBy,
        resamples: u32,
        mut progress: impl FnMut(RobustProgress) -> ControlFlow<()>,
    ) -> Result<Vec<Sobol>, RobustStop> {
        let (factors, outputs) = (self.factors(by), self.outputs());
        let width = outputs.len().saturating_mul(factors.len() + 2);
        check::sobol(self.options.replications, resamples, width).map_err(RobustStop::Findings)?;
        let worker = |_| Worker { scratch: self.engine.scratch(), order: Order::new(&self.nominal), out: Outcome::default() };
        let chunks = chunks(self.options.replications, self.engine.cost() * (factors.len() + 2));
        let mut workers: Vec<Worker> = (0..threads::count().min(chunks.len())).map(worker).collect();
        // Replication after replication: A, B, then each factor; in each the outputs.
        let mut all: Vec<f64> = Vec::with_capacity(width.saturating_mul(self.options.replications as usize));
        for wave in chunks.chunks(workers.len().max(1)) {
            let active = workers.get_mut(..wave.len()).unwrap_or_default();
            let run = |at: usize, worker: &mut Worker| self.sobol_chunk(wave.get(at).cloned().unwrap_or_default(), &factors, worker);
            for answer in threads::each(active, run) {
                all.extend(answer.map_err(RobustStop::Findings)?);
            }
            let done = wave.last().map_or(0, |chunk| u64::from(chunk.end));
            if progress(RobustProgress { done, of: u64::from(self.options.replications) }).is_break() {
                return Err(RobustStop::Cancelled);
            }
        }
        let sample = Sample { width: factors.len() + 2, outputs: outputs.len(), all };
        let doubts: Vec<DoubtOf> = factors.into_iter().map(|(_, doubt)| doubt).collect();
        let indices = |(at, of): (usize, &SobolOf)| sample.sobol(at, *of, &doubts, self.options.seed, resamples);
        Ok(outputs.iter().enumerate().map(indices).collect())
    }

    fn outputs(&self) -> Vec<SobolOf> {
        if self.nominal.is_empty() {
            return Vec::from([SobolOf::MeanLevel]);
        }
        let scored = if self.has_one_scale() { self.places.len() } else { 0 };
        core::iter::once(SobolOf::MeanShift).chain((0..scored).map(SobolOf::Score)).collect()
    }

    fn sobol_chunk(
        &self,
        samples: Range<u32>,
        factors: &[(super::design::Factor, DoubtOf)],
        worker: &mut Worker,
    ) -> Result<Vec<f64>, Findings> {
        let mut out = Vec::new();
        for replication in samples {
            let plain = Run::plain(self.options.seed, replication);
            let runs = [plain, Run { second: true, ..plain }].into_iter();
            for run in runs.chain(factors.iter().map(|(factor, _)| Run { swapped: Some(*factor), ..plain })) {
                self.engine.run(&self.options, &self.keys, Some(&run), &mut worker.scratch, &mut worker.out)?;
                if self.nominal.is_empty() {
                    out.push(mean_level(&worker.out.levels));
                    continue;
                }
                worker.order.rank(&worker.out.scores, self.near);
                out.push(mean_shift(&worker.order.ranks, &self.usual));
                if self.has_one_scale() {
                    out.extend(worker.out.scores.iter());
                }
            }
        }
        Ok(out)
    }
}

pub(super) fn mean_shift(ranks: &[u32], usual: &[u32]) -> f64 {
    let sum: u64 = ranks.iter().zip(usual).map(|(rank, usual)| u64::from(rank.abs_diff(*usual))).sum();
    sum as f64 / ranks.len().max(1) as f64
}

fn mean_level(levels: &[PanelLevel]) -> f64 {
    let sum: u64 = levels.iter().map(|level| u64::from(level.reached().unwrap_or(0))).sum();
    sum as f64 / levels.len().max(1) as f64
}

/// Values of all runs.
struct Sample {
    /// Runs of a replication: A, B, and each factor.
    width: usize,
    outputs: usize,
    all: Vec<f64>,
}

impl Sample {
    fn sobol(&self, output: usize, of: SobolOf, doubts: &[DoubtOf], seed: u64, resamples: u32) -> Sobol {
        let column = |run: usize| -> Vec<f64> {
            self.all.iter().skip(run * self.outputs + output).step_by(self.width * self.outputs).copied().collect()
        };
        let runs = Runs { a: column(0), b: column(1), swapped: (2..self.width).map(column).collect() };
        let (mean, variance) = runs.spread(None);
        // A place that loses its score in some runs has no mean.
        let (mean, variance) = if mean.is_finite() { (mean, variance) } else { (f64::NAN, f64::NAN) };
        let varies = variance.is_finite() && variance > 1e-24 * (1.0 + mean * mean);
        let indices = if varies { runs.indices(seed, resamples) } else { Vec::new() };
        let named = doubts.iter().zip(indices).map(|(doubt, (first, total))| SobolIndex { doubt: doubt.clone(), first, total });
        Sobol { of, mean, variance, indices: named.collect() }
    }
}

/// The values of a result in the designs A, B, and A with one factor of B.
struct Runs {
    a: Vec<f64>,
    b: Vec<f64>,
    swapped: Vec<Vec<f64>>,
}

impl Runs {
    /// Mean and variance over A and B, of all replications or of those drawn.
    fn spread(&self, drawn: Option<&[usize]>) -> (f64, f64) {
        let each = |f: &mut dyn FnMut(f64)| match drawn {
            None => self.a.iter().chain(&self.b).for_each(|x| f(*x)),
            Some(rows) => rows.iter().for_each(|row| {
                self.a.get(*row).into_iter().chain(self.b.get(*row)).for_each(|x| f(*x));
            }),
        };
        let count = 2.0 * drawn.map_or(self.a.len(), <[usize]>::len) as f64;
        let (mut sum, mut square) = (0.0, 0.0);
        each(&mut |x| sum += x);
        let mean = sum / count;
        each(&mut |x| square += (x - mean) * (x - mean));
        (mean, square / (count - 1.0))
    }

    /// Jansen: first-order 1 - Σ(b - s)² / 2nV, total Σ(a - s)² / 2nV.
    fn jansen(&self, drawn: Option<&[usize]>) -> Vec<(f64, f64)> {
        let variance = self.spread(drawn).1;
        let of = |swapped: &Vec<f64>| {
            let (mut first, mut total) = (0.0, 0.0);
            let mut take = |(a, b, s): (f64, f64, f64)| {
                first += (b - s) * (b - s);
                total += (a - s) * (a - s);
            };
            let count = match drawn {
                None => {
                    self.a.iter().zip(&self.b).zip(swapped).for_each(|((a, b), s)| take((*a, *b, *s)));
                    self.a.len()
                }
                Some(rows) => {
                    let at = |row: &usize| Some((*self.a.get(*row)?, *self.b.get(*row)?, *swapped.get(*row)?));
                    rows.iter().filter_map(at).for_each(&mut take);
                    rows.len()
                }
            };
            let whole = 2.0 * count as f64 * variance;
            (1.0 - first / whole, total / whole)
        };
        self.swapped.iter().map(of).collect()
    }

    /// First-order and total index of each factor.
    fn indices(&self, seed: u64, resamples: u32) -> Vec<(Estimate, Estimate)> {
        let values = self.jansen(None);
        let mut again: Vec<(Vec<f64>, Vec<f64>)> = values.iter().map(|_| Default::default()).collect();
        let count = self.a.len();
        let mut rows = Vec::with_capacity(count);
        for resample in 0..resamples {
            let mut stream = Address { seed, replication: resample, second: false }.stream(Purpose::Resample, 0, 0);
            rows.clear();
            rows.extend((0..count).map(|_| stream.below(count)));
            for ((first, total), (own_first, own_total)) in again.iter_mut().zip(self.jansen(Some(&rows))) {
                first.push(own_first);
                total.push(own_total);
            }
        }
        let both = |((first, total), (mut firsts, mut totals)): ((f64, f64), (Vec<f64>, Vec<f64>))| {
            (estimate(first, &mut firsts), estimate(total, &mut totals))
        };
        values.into_iter().zip(again).map(both).collect()
    }
}

fn estimate(value: f64, again: &mut [f64]) -> Estimate {
    again.sort_unstable_by(f64::total_cmp);
    let last = again.len().saturating_sub(1);
    // The smallest value that so many are not above.
    let at = |per_mille: usize| again.get((again.len() * per_mille).div_ceil(1_000).saturating_sub(1).min(last)).copied();
    Estimate { value, low: at(25).unwrap_or(f64::NAN), high: at(975).unwrap_or(f64::NAN) }
}

#[cfg(test)]
mod tests {
    use super::super::stream::{Address, Purpose};
    use super::Runs;
    use alloc::vec::Vec;
    use core::f64::consts::PI;

    /// sin x + 7 sin² y + 0.1 z⁴ sin x, each evenly from -π to π.
    fn ishigami([x, y, z]: [f64; 3]) -> f64 {
        libm::sin(x) + 7.0 * libm::sin(y) * libm::sin(y) + 0.1 * z * z * z * z * libm::sin(x)
    }

    fn runs(count: u32) -> Runs {
        let point = |replication: u32, second: bool, swapped: Option<usize>| {
            let mut point = [0.0; 3];
            for (at, x) in point.iter_mut().enumerate() {
                let address = Address { seed: 5, replication, second: second != (swapped == Some(at)) };
                *x = PI * address.stream(Purpose::Weights, at, 0).sway();
            }
            ishigami(point)
        };
        let column = |second, swapped| (0..count).map(|replication| point(replication, second, swapped)).collect::<Vec<f64>>();
        Runs { a: column(false, None), b: column(true, None), swapped: (0..3).map(|at| column(false, Some(at))).collect() }
    }

    /// Ishigami and Homma (1990); the indices in closed form.
    #[test]
    fn ishigami_known_answers() {
        let own = runs(16_384);
        let (a, b) = (7.0, 0.1);
        let pi4 = PI * PI * PI * PI;
        let first = 0.5 * (1.0 + b * pi4 / 5.0) * (1.0 + b * pi4 / 5.0);
        let both = b * b * pi4 * pi4 * (1.0 / 18.0 - 1.0 / 50.0);
        let variance = first + a * a / 8.0 + both;
        let (mean, spread) = own.spread(None);
        assert!((mean - a / 2.0).abs() < 0.1 && (spread / variance - 1.0).abs() < 0.03, "{mean} {spread} {variance}");
        let expected = [(first, first + both), (a * a / 8.0, a * a / 8.0), (0.0, both)];
        for ((own_first, own_total), (first, total)) in own.indices(1, 200).into_iter().zip(expected) {
            for (own, exact) in [(own_first, first / variance), (own_total, total / variance)] {
                assert!((own.value - exact).abs() < 0.03, "{own:?} {exact}");
                assert!(own.low <= own.value && own.value <= own.high && own.high - own.low < 0.1, "{own:?}");
                // The interval is of 95 in 100; twice its width holds the exact value here.
                let slack = (own.high - own.low) / 2.0;
                assert!((own.low - slack..=own.high + slack).contains(&exact), "{own:?} {exact}");
            }
        }
    }

    #[test]
    fn few_replications_have_wide_intervals() {
        let width = |count| runs(count).indices(1, 200).iter().map(|(first, _)| first.high - first.low).sum::<f64>();
        let (few, many) = (width(64), width(4_096));
        // The width falls with the root of the count, here 8.
        assert!(few > 4.0 * many && few < 16.0 * many, "{few} {many}");
    }
}
