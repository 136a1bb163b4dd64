//! How fast a panel is scored. The workload, in words: N units with 60 indicators between goalposts, every third one "less is
//! better", weighted means 60 -> 12 -> 3 -> 1, all 16 nodes kept, then ranks; all figures there, and 5 % missing (left out, weights
//! rescaled). Beside each figure stands reading the same columns once, measured in turn with it.
//!
//! `cargo bench -p dothi --bench panel [-- UNITS ...]`; `benches/README.md` says how peers are run beside it. `-- memory UNITS` scores and
//! ranks the complete figures alone and says how much memory that took.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark without its input cannot go on")]

use dothi::{AssessOptions, Column, Columns, CriteriaSet, Date, PanelPlan, Scores, Ties, UnitKind};
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::{Duration, Instant};

#[path = "../tests/support/made.rs"]
mod made;

const INDICATORS: u32 = 60;
const THEMES: u32 = 12;
const DIMENSIONS: u32 = 3;
/// Interleaved rounds; medians are printed.
const ROUNDS: usize = 15;

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![10_000, 100_000, 1_000_000] } else { asked };
    let (regular, uneven) = (load(tree()), load(uneven_tree()));
    let options = AssessOptions::new(Date::parse("2026-11-21").expect("a date"));
    let plan = regular.panel(UnitKind::Province, &options).expect("a plan");
    let uneven = uneven.panel(UnitKind::Province, &options).expect("a plan");
    assert_eq!((plan.obstacle(), uneven.obstacle()), (None, None));
    if std::env::args().any(|arg| arg == "memory") {
        sizes.iter().for_each(|units| memory(&plan, *units));
        return;
    }
    println!("{} threads; medians of {ROUNDS} interleaved rounds (best in brackets)", threads());
    for units in sizes {
        for missing in [false, true] {
            measure(&plan, &uneven, units, missing);
        }
    }
    exact_rows();
}

/// One workload and nothing beside it.
fn memory(plan: &PanelPlan<'_>, units: usize) {
    let data: Vec<Vec<f64>> = (0..INDICATORS).map(|indicator| figures(indicator, units, false)).collect();
    let keys: Vec<String> = (0..INDICATORS).map(id).collect();
    let before = peak_memory();
    let columns = keys.iter().zip(&data).map(|(key, figures)| (key.as_str(), Column::from(figures.as_slice())));
    let columns = plan.columns(units, columns).expect("good columns");
    let mut scores = Scores::default();
    plan.score(&columns, &mut scores).expect("scores");
    let scored = peak_memory();
    let ranking = plan.rank(&columns, &scores, Ties::Competition).expect("ranks");
    let (input, all) = (units as f64 * f64::from(INDICATORS) * 8e-6, peak_memory());
    println!("{units} units: input {input:.0} MB; peak {before:.0} MB with it, {scored:.0} MB scored, {all:.0} MB ranked");
    assert_eq!(ranking.of(), units);
}

/// Schemes that columns cannot follow: every place goes the exact path.
fn exact_rows() {
    let options = AssessOptions::new(Date::parse("2026-11-21").expect("a date"));
    for (reference, kind) in [("vn-ssc", UnitKind::Province), ("nq111", UnitKind::Commune)] {
        let Ok(set) = dothi::builtin::load(reference) else { continue };
        let plan = set.panel(kind, &options).expect("a plan");
        let units = 1_000;
        let figure = |input: &dothi::PanelInput, row: usize| match input.kind {
            dothi::DataKind::Number if input.role == dothi::Role::Denominator => 100.0,
            dothi::DataKind::Number => (row * 37 % 100) as f64,
            _ => (row % 2) as f64,
        };
        let columns = plan.inputs().iter().map(|input| {
            let figures: Vec<f64> = (0..units).map(|row| figure(input, row)).collect();
            (input.key.as_str(), Column::from(figures))
        });
        let columns = plan.columns(units, columns).expect("good columns").with_sampling(dothi::Sampling::Probability);
        let mut scores = Scores::default();
        let mut times: Vec<Duration> = (0..5).map(|_| time(|| plan.score(black_box(&columns), &mut scores).expect("scores"))).collect();
        let middle = median(&mut times);
        println!("\n{} by the exact path: {:.0} units/s", set.id(), units as f64 / middle.as_secs_f64());
    }
}

fn measure(plan: &PanelPlan<'_>, uneven: &PanelPlan<'_>, units: usize, missing: bool) {
    let data: Vec<Vec<f64>> = (0..INDICATORS).map(|indicator| figures(indicator, units, missing)).collect();
    let keys: Vec<String> = (0..INDICATORS).map(id).collect();
    let bind = |plan: &PanelPlan<'_>| -> Columns<'_> {
        let columns = keys.iter().zip(&data).map(|(key, figures)| (key.as_str(), Column::from(figures.as_slice())));
        plan.columns(units, columns).expect("good columns")
    };
    let (columns, of_uneven) = (bind(plan), bind(uneven));
    let (mut scores, mut other) = (Scores::default(), Scores::default());
    let mut times: [Vec<Duration>; 5] = Default::default();
    for _ in 0..=ROUNDS {
        times[0].push(time(|| black_box(read_once(black_box(&data)))));
        times[1].push(time(|| plan.score(black_box(&columns), &mut scores).expect("scores")));
        times[2].push(time(|| uneven.score(black_box(&of_uneven), &mut other).expect("scores")));
        times[3].push(time(|| black_box(bind(plan).units())));
        times[4].push(time(|| black_box(plan.rank(&columns, &scores, Ties::Competition).expect("ranks").of())));
    }
    let what = if missing { "5 % missing" } else { "complete" };
    println!("\n{units} units, {what}");
    let names = ["read once", "score", "score, uneven tree", "check columns", "rank"];
    let read = median(&mut times[0].clone());
    for (name, times) in names.iter().zip(&mut times) {
        // The first round touches fresh memory.
        times.remove(0);
        let (middle, best) = (median(times), times[0]);
        let rate = |time: Duration| units as f64 / time.as_secs_f64() / 1e6;
        println!(
            "  {name:<20} {:>9.3} ms {:>7.1} ({:.1}) M units/s   {:.2} x reading once",
            middle.as_secs_f64() * 1e3,
            rate(middle),
            rate(best),
            middle.as_secs_f64() / read.as_secs_f64()
        );
    }
    let score = scores.score();
    let there: Vec<f64> = score.iter().copied().filter(|score| !score.is_nan()).collect();
    let mean = there.iter().sum::<f64>() / there.len() as f64;
    println!("  check: {} scores, mean {mean:.12}, first {:.12}, last {:.12}", there.len(), score[0], score[units - 1]);
    assert!((score[0] - by_hand(&data, 0)).abs() < 1e-9 && (score[units - 1] - by_hand(&data, units - 1)).abs() < 1e-9);
}

/// The score of a row, written down plainly.
fn by_hand(data: &[Vec<f64>], row: usize) -> f64 {
    let mean = |parts: Vec<(f64, f64)>| {
        let there = parts.iter().filter(|(value, _)| !value.is_nan());
        let (sum, all) = there.fold((0.0, 0.0), |(sum, all), (value, weight)| (sum + value * weight, all + weight));
        if all > 0.0 { sum / all } else { f64::NAN }
    };
    let share = |indicator: u32| {
        let (worst, best) = posts(indicator);
        let x = data[indicator as usize][row];
        if x.is_nan() { x } else { ((x - f64::from(worst)) / f64::from(best - worst)).clamp(0.0, 1.0) }
    };
    let theme = |theme: u32| mean((theme * 5..theme * 5 + 5).map(|i| (share(i), f64::from(1 + i % 3))).collect());
    let dimension = |dimension: u32| mean((dimension * 4..dimension * 4 + 4).map(|t| (theme(t), f64::from(1 + t % 2))).collect());
    100.0 * mean((0..DIMENSIONS).map(|d| (dimension(d), f64::from(1 + d % 2))).collect())
}

fn read_once(data: &[Vec<f64>]) -> f64 {
    let mut sums = [0.0f64; 8];
    for column in data {
        for run in column.as_chunks::<8>().0 {
            sums.iter_mut().zip(run).for_each(|(sum, value)| *sum += value);
        }
    }
    sums.iter().sum()
}

fn time<T>(f: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(f());
    start.elapsed()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn threads() -> usize {
    if cfg!(feature = "parallel") { std::thread::available_parallelism().map_or(1, usize::from) } else { 1 }
}

/// The most memory the process has held, in MB, where the system says.
fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<f64>().ok()).unwrap_or(0.0) * 1.024e-3
}

// The workload; `benches/peers` makes the same one from the same numbers.

fn id(indicator: u32) -> String {
    format!("i-{indicator:02}")
}

/// Worst and best; every third indicator is better when it is less.
fn posts(indicator: u32) -> (i32, i32) {
    let (low, high) = (i32::try_from(indicator).expect("small"), i32::try_from(indicator).expect("small") + 100);
    if indicator % 3 == 2 { (high, low) } else { (low, high) }
}

/// A column: uniform from 10 below the lower goalpost to 10 above the upper one.
fn figures(indicator: u32, units: usize, missing: bool) -> Vec<f64> {
    let one = |row: usize| {
        let counter = (row as u64) * u64::from(INDICATORS) + u64::from(indicator);
        if missing && uniform(counter ^ (1 << 40)) < 0.05 { f64::NAN } else { f64::from(indicator) - 10.0 + 120.0 * uniform(counter) }
    };
    (0..units).map(one).collect()
}

/// The finaliser of SplitMix64, as a number from 0 to 1.
fn uniform(counter: u64) -> f64 {
    let mut z = counter.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
}

/// 60 indicators in 12 themes in 3 dimensions.
fn tree() -> Value {
    let leaf = |i: u32| json!({"criterion": id(i), "weight": (1 + i % 3).to_string()});
    let theme = |t: u32| {
        let children: Vec<Value> = (t * 5..t * 5 + 5).map(leaf).collect();
        json!({"group": format!("t-{t:02}"), "weight": (1 + t % 2).to_string(), "aggregate": "weighted_arithmetic", "children": children})
    };
    let dimension = |d: u32| {
        let children: Vec<Value> = (d * 4..d * 4 + 4).map(theme).collect();
        json!({"group": format!("d-{d}"), "weight": (1 + d % 2).to_string(), "aggregate": "weighted_arithmetic", "children": children})
    };
    json!({"aggregate": "weighted_arithmetic", "children": (0..DIMENSIONS).map(dimension).collect::<Vec<_>>()})
}

/// The same indicators in themes of 1 to 13, three of them without weight, dimensions of 1, 3 and 8 themes, the second of them a
/// geometric mean, two indicators right under the root.
fn uneven_tree() -> Value {
    let leaf = |i: u32| json!({"criterion": id(i), "weight": if i % 20 == 7 { "0".into() } else { format!("0.{}", 1 + i % 7) }});
    let sizes = [13, 1, 2, 9, 3, 7, 5, 1, 4, 6, 5, 2];
    let mut next = 0;
    let themes = sizes.iter().enumerate().map(|(t, size)| {
        let children: Vec<Value> = (next..next + size).map(leaf).collect();
        next += size;
        json!({"group": format!("t-{t:02}"), "weight": format!("0.{}", 1 + t), "aggregate": "weighted_arithmetic", "children": children})
    });
    let mut themes: Vec<Value> = themes.collect();
    let mut children = vec![leaf(58), leaf(59)];
    for (d, size) in [1, 3, 8].into_iter().enumerate() {
        let own: Vec<Value> = themes.drain(..size).collect();
        let aggregate = if d == 1 { "weighted_geometric" } else { "weighted_arithmetic" };
        children.push(json!({"group": format!("d-{d}"), "weight": (1 + d).to_string(), "aggregate": aggregate, "children": own}));
    }
    json!({"aggregate": "weighted_arithmetic", "children": children})
}

fn load(tree: Value) -> CriteriaSet {
    let criterion = |i: u32| {
        let (worst, best) = posts(i);
        made::criterion(&id(i), &worst.to_string(), &best.to_string())
    };
    let groups = (0..DIMENSIONS).map(|d| format!("d-{d}")).chain((0..THEMES).map(|t| format!("t-{t:02}")));
    let groups = groups.map(|id| made::group(&id)).collect();
    let scheme = json!({"tree": tree, "missing": made::missing("exclude", "0"), "scale": "100", "score": {"of": "value"}});
    made::load(&made::set("test-panel", groups, (0..INDICATORS).map(criterion).collect(), scheme))
}
