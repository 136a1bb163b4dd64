//! What can only be done with many places at hand: figures measured by each other, outliers drawn in, gaps filled from the others,
//! places with too little data left unranked. All of it is recorded.

mod check;
mod impute;
mod lane;
mod normalise;
mod outliers;
mod peers;
mod run;
mod sample;
mod scores;
mod values;

pub(super) use impute::Filler;
pub(super) use lane::{Held, Places, treat};
pub use peers::Peers;
pub use scores::{RowNote, TreatedInput, TreatedScores};

/// Up to here results are exact; of more places they are computed in binary floating point, and marked `approximate`.
const MOST_EXACT_UNITS: usize = 10_000;
