//! How many replications a second an uncertainty analysis makes: 51 units with 49 indicators in 8 groups, 2 dimensions and a whole
//! (the shape of COINr's ASEM example), weights drawn anew for each replication, scores, ranks, counts. Beside it, in turn with it, a
//! plain loop over the same draws written the way one would without the library: normalised once, tree walked, sorted.
//!
//! `cargo bench -p dothi --bench robust [--features parallel] [-- REPLICATIONS] [weights FILE]`; FILE gets the weights of *weights by
//! Dirichlet* and what comes of them, for `benches/peers/robust_numpy.py`.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark without its input cannot go on")]

use dothi::{
    AssessOptions, Column, Columns, CriteriaSet, Date, DoubtBy, FigureError, PanelPlan, Robust, RobustMean, RobustOptions, UnitKind,
    WeightDoubt,
};
use serde_json::{Value, json};
use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

#[path = "../tests/support/made.rs"]
mod made;

const UNITS: usize = 51;
const INDICATORS: usize = 49;
/// Indicators of each group.
const GROUPS: [usize; 8] = [5, 7, 9, 8, 6, 5, 4, 5];
/// Groups of the first dimension.
const FIRST: usize = 5;
/// Interleaved rounds; medians are printed.
const ROUNDS: usize = 9;

fn main() {
    let replications = std::env::args().find_map(|arg| arg.parse().ok()).unwrap_or(20_000u32);
    let set = load();
    let options = AssessOptions::new(Date::parse("2026-11-21").expect("a date"));
    let plan = set.panel(UnitKind::Province, &options).expect("a plan");
    assert_eq!(plan.obstacle(), None);
    let data: Vec<Vec<f64>> =
        (0..INDICATORS).map(|at| (0..UNITS).map(|row| 100.0 * uniform((row * INDICATORS + at) as u64)).collect()).collect();
    let keys: Vec<String> = (0..INDICATORS).map(id).collect();
    let columns =
        plan.columns(UNITS, keys.iter().zip(&data).map(|(key, own)| (key.as_str(), Column::from(own.as_slice())))).expect("columns");
    println!("{} threads, {replications} replications, medians of {ROUNDS} interleaved rounds (best in brackets)", threads());
    let seeded = || RobustOptions::new(1, replications);
    let dirichlet = WeightDoubt::Dirichlet { concentration: 50.0 };
    let cases = [
        ("weights within a band", seeded().with_weights(WeightDoubt::Band { percent: 25.0 })),
        ("weights by Dirichlet", seeded().with_weights(dirichlet)),
        ("the same, every two places compared", seeded().with_weights(dirichlet).with_pairs()),
        ("weights and goalposts", seeded().with_weights(dirichlet).with_assumed(10.0)),
        (
            "weights and one of three means",
            seeded().with_weights(dirichlet).with_means([RobustMean::Arithmetic, RobustMean::Geometric, RobustMean::Harmonic]),
        ),
        (
            "weights and errors of every figure",
            (0..INDICATORS).fold(seeded().with_weights(dirichlet), |own, at| own.with_error(id(at), FigureError::Relative(5.0))),
        ),
    ];
    let ready: Vec<(&str, Robust<'_, '_>)> = cases.iter().map(|(name, options)| (*name, ready(&plan, &columns, options))).collect();
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); ready.len() + 1];
    for _ in 0..=ROUNDS {
        for ((_, robust), times) in ready.iter().zip(&mut times) {
            times.push(time(|| black_box(robust.run(|_| ControlFlow::Continue(())).expect("results").mean_shift)));
        }
        // The plain loop has the same weights, drawn beforehand so that only putting together and ranking is timed.
        times[ready.len()].push(plain_loop(&data, &ready[1].1, replications.min(2_000)) * (replications / replications.min(2_000)));
    }
    for ((name, _), times) in
        ready.iter().map(|(name, robust)| (*name, Some(robust))).chain([("plain loop, weights drawn before", None)]).zip(&mut times)
    {
        times.remove(0);
        times.sort_unstable();
        let rate = |time: Duration| f64::from(replications) / time.as_secs_f64();
        println!("  {name:<38} {:>9.0} ({:.0}) replications/s", rate(times[ROUNDS / 2]), rate(times[0]));
    }
    if let Some(file) = std::env::args().skip_while(|arg| arg != "weights").nth(1) {
        std::fs::write(&file, for_peers(&ready[1].1, replications)).expect("a file to write");
    }
    let start = Instant::now();
    let sobol = ready[4].1.sobol(DoubtBy::Kind, 100, |_| ControlFlow::Continue(())).expect("indices");
    println!("  Sobol, {} results x 2 doubts, 100 resamples: {:.2} s", sobol.len(), start.elapsed().as_secs_f64());
}

/// Numbers of 64 bits: replications, weights of each, units; the weights, replication after replication; by unit the mean of its scores;
/// by unit its mean rank.
fn for_peers(robust: &Robust<'_, '_>, replications: u32) -> Vec<u8> {
    let results = robust.run(|_| ControlFlow::Continue(())).expect("results");
    let of = |number: u32| robust.replication(number).weights.into_iter().map(|own| own.weight);
    let mut all = vec![f64::from(replications), of(0).count() as f64, UNITS as f64];
    all.extend((0..replications).flat_map(of));
    all.extend(results.places.iter().map(|place| place.scores.expect("scores").0));
    all.extend(results.places.iter().map(|place| place.ranks.expect("ranks").mean));
    all.iter().flat_map(|x| x.to_le_bytes()).collect()
}

fn ready<'r, 's>(plan: &'r PanelPlan<'s>, columns: &'r Columns<'_>, options: &RobustOptions) -> Robust<'r, 's> {
    plan.robust(columns, options).expect("good options")
}

/// Scores and order of replications, written down plainly: no ties, nothing counted.
fn plain_loop(data: &[Vec<f64>], robust: &Robust<'_, '_>, replications: u32) -> Duration {
    let shares: Vec<Vec<f64>> = (0..UNITS).map(|row| (0..INDICATORS).map(|at| share(at, data[at][row])).collect()).collect();
    let drawn: Vec<Vec<f64>> =
        (0..replications).map(|number| robust.replication(number).weights.iter().map(|own| own.weight).collect()).collect();
    time(|| {
        let mut sum = 0usize;
        for number in 0..replications as usize {
            // By node, children before parents: dimensions after their groups, the whole last.
            let weights = &drawn[number % drawn.len()];
            let scores: Vec<f64> = shares.iter().map(|own| score(own, weights)).collect();
            let mut order: Vec<usize> = (0..UNITS).collect();
            order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
            sum += order[0];
        }
        sum
    })
}

/// A tree walked: the weights stand node after node, as [`Robust::replication`] gives them.
fn score(shares: &[f64], weights: &[f64]) -> f64 {
    // Nodes come from the last to the first: groups of the second dimension, the second dimension, and so on.
    let mut at = 0;
    let mut values = [0.0; 8];
    let mut dimensions = [0.0; 2];
    for dimension in [1, 0] {
        let groups = if dimension == 1 { FIRST..8 } else { 0..FIRST };
        for group in groups.clone().rev() {
            let first: usize = GROUPS[..group].iter().sum();
            values[group] = (0..GROUPS[group]).map(|i| weights[at + i] * shares[first + i]).sum();
            at += GROUPS[group];
        }
        dimensions[dimension] = groups.clone().enumerate().map(|(i, group)| weights[at + i] * values[group]).sum();
        at += groups.len();
    }
    weights[at] * dimensions[0] + weights[at + 1] * dimensions[1]
}

fn share(indicator: usize, x: f64) -> f64 {
    let share = (x / 100.0).clamp(0.0, 1.0);
    if indicator % 3 == 2 { 1.0 - share } else { share }
}

fn time<T>(f: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(f());
    start.elapsed()
}

fn threads() -> usize {
    if cfg!(feature = "parallel") { std::thread::available_parallelism().map_or(1, usize::from) } else { 1 }
}

fn id(indicator: usize) -> String {
    format!("i-{indicator:02}")
}

/// The finaliser of SplitMix64, as a number from 0 to 1.
fn uniform(counter: u64) -> f64 {
    let mut z = counter.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
}

fn load() -> CriteriaSet {
    let criterion = |i: usize| {
        let (worst, best) = if i % 3 == 2 { ("100", "0") } else { ("0", "100") };
        made::criterion(&id(i), worst, best)
    };
    let group = |at: usize| {
        let first: usize = GROUPS[..at].iter().sum();
        let children: Vec<Value> =
            (first..first + GROUPS[at]).map(|i| json!({"criterion": id(i), "weight": (1 + i % 3).to_string()})).collect();
        json!({"group": format!("g-{at}"), "weight": (1 + at % 2).to_string(), "aggregate": "weighted_arithmetic", "children": children})
    };
    let dimension = |at: usize| {
        let groups = if at == 0 { 0..FIRST } else { FIRST..8 };
        json!({"group": format!("d-{at}"), "weight": "1", "aggregate": "weighted_arithmetic", "children": groups.map(group).collect::<Vec<_>>()})
    };
    let tree = json!({"aggregate": "weighted_arithmetic", "children": [dimension(0), dimension(1)]});
    let groups = (0..2).map(|d| format!("d-{d}")).chain((0..8).map(|g| format!("g-{g}"))).map(|id| made::group(&id)).collect();
    let scheme = json!({"tree": tree, "missing": made::missing("exclude", "0"), "scale": "100", "score": {"of": "value"}});
    made::load(&made::set("test-robust", groups, (0..INDICATORS).map(criterion).collect(), scheme))
}
