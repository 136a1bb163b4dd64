//! The replications, in waves: every worker one chunk, then a word about progress.

use super::Robust;
use super::design::Run;
use super::engine::{Outcome, Scratch};
use super::order::Order;
use super::results::RobustResults;
use super::tally::Tally;
use super::threads;
use crate::finding::Findings;
use crate::panel::scores::PanelLevel;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::{ControlFlow, Range};

/// How far an analysis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RobustProgress {
    /// Replications done.
    pub done: u64,
    /// Replications in all.
    pub of: u64,
}

/// Why an analysis has no results.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RobustStop {
    /// The caller cancelled it.
    Cancelled,
    /// What only the exact path could see in figures that were drawn.
    Findings(Findings),
}

/// The most replications of a chunk: few enough for a word about progress, and for 16 bits.
const CHUNK: u32 = 1_024;
/// Figures that a chunk is worth.
const WORTH: usize = 1 << 22;

/// Buffers of a worker, and its counts.
struct Worker {
    scratch: Scratch,
    order: Order,
    out: Outcome,
    tally: Tally,
}

/// An analysis on its way, for callers that cannot wait for all of it ([`Robust::begin`]).
pub struct RobustRun {
    chunks: Vec<Range<u32>>,
    /// Chunks that are done.
    done: usize,
    workers: Vec<Worker>,
    /// By place: Σ and Σ² of how far its score is from the usual one.
    sums: Vec<(f64, f64)>,
}

impl RobustRun {
    /// Every slice is done.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.done == self.chunks.len()
    }
}

impl Robust<'_, '_> {
    /// Runs all replications. `progress` is called every few thousand of them; it can end the run.
    ///
    /// # Errors
    /// - [`RobustStop::Cancelled`] when `progress` said so
    /// - [`RobustStop::Findings`] when figures that were drawn cannot be judged
    pub fn run(&self, mut progress: impl FnMut(RobustProgress) -> ControlFlow<()>) -> Result<RobustResults, RobustStop> {
        let mut run = self.begin();
        while !run.is_done() {
            if progress(self.advance(&mut run).map_err(RobustStop::Findings)?).is_break() {
                return Err(RobustStop::Cancelled);
            }
        }
        Ok(self.results(&run))
    }

    /// Begins a run that the caller moves on, slice by slice; however it is cut, the results are those of [`Robust::run`].
    #[must_use]
    pub fn begin(&self) -> RobustRun {
        let worker =
            |_| Worker { scratch: self.engine.scratch(), order: Order::new(&self.nominal), out: Outcome::default(), tally: self.tally() };
        let chunks = chunks(self.options.replications, self.engine.cost());
        let workers = (0..threads::count().min(chunks.len())).map(worker).collect();
        RobustRun { chunks, done: 0, workers, sums: vec![(0.0, 0.0); self.nominal.len()] }
    }

    /// Runs the next slice: for each thread about four million figures, at most 1 024 replications. Nothing happens once all are done.
    ///
    /// # Errors
    /// What only the exact path sees in figures that were drawn.
    pub fn advance(&self, run: &mut RobustRun) -> Result<RobustProgress, Findings> {
        let of = u64::from(self.options.replications);
        let wave = run.chunks.get(run.done..).unwrap_or_default();
        let wave = wave.get(..run.workers.len()).unwrap_or(wave);
        let active = run.workers.get_mut(..wave.len()).unwrap_or_default();
        let answers = threads::each(active, |at, worker| self.chunk(wave.get(at).cloned().unwrap_or_default(), worker));
        for answer in answers {
            run.sums.iter_mut().zip(answer?).for_each(|(own, more)| *own = (own.0 + more.0, own.1 + more.1));
        }
        let done = wave.last().map_or(of, |chunk| u64::from(chunk.end));
        run.done += wave.len();
        Ok(RobustProgress { done, of })
    }

    /// The results of a run in which every slice is done; none before.
    #[must_use]
    pub fn finish(&self, run: &RobustRun) -> Option<RobustResults> {
        run.is_done().then(|| self.results(run))
    }

    fn results(&self, run: &RobustRun) -> RobustResults {
        // Sums are of how far scores are off, which is small.
        let sums: Vec<_> = run.sums.iter().zip(&self.nominal).map(|((sum, square), usual)| (*usual, *sum, *square)).collect();
        let mut tally = self.tally();
        run.workers.iter().for_each(|worker| tally.add(&worker.tally));
        // Means of scores that have no common scale would mean nothing.
        let sums = if self.has_one_scale() { sums } else { Vec::new() };
        RobustResults::new(&self.options, self.places.clone(), tally, self.levels(), &sums)
    }

    fn tally(&self) -> Tally {
        let levels = self.levels();
        let classes = if levels == 0 { 0 } else { levels + 3 };
        Tally::new(self.places.len(), !self.nominal.is_empty(), self.options.pairs, classes)
    }

    /// Some replications; Σ and Σ² of how far each score is from the usual one.
    fn chunk(&self, replications: Range<u32>, worker: &mut Worker) -> Result<Vec<(f64, f64)>, Findings> {
        let mut sums = vec![(0.0, 0.0); self.nominal.len()];
        let top = self.plan.scheme().levels.len();
        for replication in replications {
            let run = Run::plain(self.options.seed, replication);
            self.engine.run(&self.options, &self.keys, Some(&run), &mut worker.scratch, &mut worker.out)?;
            for ((sum, square), (score, usual)) in sums.iter_mut().zip(worker.out.scores.iter().zip(&self.nominal)) {
                let off = score - usual;
                *sum += off;
                *square += off * off;
            }
            if !self.nominal.is_empty() {
                worker.order.rank(&worker.out.scores, self.near);
                worker.tally.rank(&worker.order.ranks, &self.usual);
            }
            for (unit, level) in worker.out.levels.iter().enumerate() {
                worker.tally.level(unit, class(*level, top));
            }
        }
        worker.tally.settle();
        Ok(sums)
    }
}

/// Where a level is counted: 0 to the highest, then open ones, then refused ones.
fn class(level: PanelLevel, top: usize) -> usize {
    match level {
        PanelLevel::Reached(level) => (level as usize).min(top),
        PanelLevel::Between(..) => top + 1,
        PanelLevel::Refused | PanelLevel::None => top + 2,
    }
}

/// Chunks of so many replications, whoever runs them.
pub(super) fn chunks(replications: u32, cost: usize) -> Vec<Range<u32>> {
    let size = u32::try_from(WORTH / cost.max(1)).unwrap_or(CHUNK).clamp(1, CHUNK);
    let starts = (0..replications).step_by(size as usize);
    starts.map(|from| from..from.saturating_add(size).min(replications)).collect()
}
