//! How fast a set is loaded and a city is assessed, on one core. Each figure stands beside a peer or a limit measured in the same
//! run: loading beside plain JSON parsing of the same bytes, assessing beside reading the same observations once.
//!
//! `cargo bench -p dothi` prints medians and ratios; nothing here is a test.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark without its input cannot go on")]

use dothi::{AssessOptions, CityData, CityFile, CriteriaSet, Date};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Runs for each figure; the median is printed.
const RUNS: usize = 21;

fn main() {
    let file = dothi::builtin::find("vn-ssc@2026").expect("embedded");
    let set = CriteriaSet::from_json(file.bytes).expect("loads");
    let (cities, _) = CityFile::from_json(include_bytes!("../examples/vi-du.json")).expect("loads");
    let options = AssessOptions::new(Date::parse("2026-11-21").expect("a date"));
    let city = &cities.cities[1];

    println!("{} criteria, {} observations, medians of {RUNS} runs", set.criteria().len(), city.observations.len());
    let load = median(20, || {
        black_box(CriteriaSet::from_json(black_box(file.bytes)).expect("loads"));
    });
    let json = median(20, || {
        black_box(serde_json::from_slice::<serde_json::Value>(black_box(file.bytes)).expect("is JSON"));
    });
    report("load/vn-ssc", load, &format!("{:.1} x serde_json::Value of the same bytes", ratio(load, json)));

    let tree = median(200, || {
        black_box(set.assess(black_box(city), &options).expect("valid"));
    });
    let level = median(200, || {
        black_box(set.level(black_box(city), &options).expect("valid"));
    });
    let read = median(2_000, || {
        black_box(touch(black_box(city)));
    });
    report("assess/tree", tree, &rate(tree));
    report("assess/level", level, &rate(level));
    report(
        "assess/read-once",
        read,
        &format!("tree {:.0} x, level {:.0} x reading the observations once", ratio(tree, read), ratio(level, read)),
    );

    let assessment = set.assess(city, &options).expect("valid");
    let canonical = median(50, || {
        black_box(assessment.to_canonical_json());
    });
    report("assess/canonical-json", canonical, &format!("{} bytes", assessment.to_canonical_json().len()));
    let prose = median(50, || {
        black_box(assessment.explain(dothi::Lang::Vi));
    });
    report("assess/explain-vi", prose, "");
    let gap = median(5, || {
        black_box(assessment.gap(&dothi::GapOptions::new()));
    });
    report("gap/next-level", gap, &format!("{} sets looked at", assessment.gap(&dothi::GapOptions::new()).nodes));
}

/// The least any assessment must do: look at every observation.
fn touch(city: &CityData) -> usize {
    city.observations.iter().map(|o| o.criterion.len() + usize::from(o.value.is_some())).sum()
}

/// Median time of one call, over [`RUNS`] batches of `calls`.
fn median(calls: u32, mut f: impl FnMut()) -> Duration {
    f();
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            (0..calls).for_each(|_| f());
            start.elapsed() / calls
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

fn rate(time: Duration) -> String {
    format!("{:.0} per second", 1.0 / time.as_secs_f64())
}

fn report(name: &str, time: Duration, note: &str) {
    println!("{name:<24} {time:>12.2?}  {note}");
}
