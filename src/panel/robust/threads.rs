//! Work shared out, in an order that does not depend on how many share it.

use alloc::vec::Vec;

/// How many work at once.
#[cfg(feature = "parallel")]
pub(super) fn count() -> usize {
    rayon::current_num_threads().max(1)
}

/// How many work at once.
#[cfg(not(feature = "parallel"))]
pub(super) fn count() -> usize {
    1
}

/// Each worker does its part; answers in the order of the workers.
#[cfg(feature = "parallel")]
pub(super) fn each<W: Send, R: Send>(workers: &mut [W], run: impl Fn(usize, &mut W) -> R + Sync) -> Vec<R> {
    use rayon::iter::{IndexedParallelIterator, IntoParallelRefMutIterator, ParallelIterator};
    workers.par_iter_mut().enumerate().map(|(at, worker)| run(at, worker)).collect()
}

/// Each worker does its part; answers in the order of the workers.
#[cfg(not(feature = "parallel"))]
pub(super) fn each<W, R>(workers: &mut [W], run: impl Fn(usize, &mut W) -> R) -> Vec<R> {
    workers.iter_mut().enumerate().map(|(at, worker)| run(at, worker)).collect()
}
