//! Gaps: proven against brute force on small sets, and tried out on the large one.

use crate::support::{BEST, Entry, as_of, city, file};
use dothi::{CityFile, CriteriaSet, Dec, Direction, Gap, GapOptions, GapOutcome, UnitKind};
use proptest::prelude::*;
use std::sync::LazyLock;

static GATES: LazyLock<CriteriaSet> = LazyLock::new(|| CriteriaSet::from_json(include_bytes!("../cases/sets/gates.json")).unwrap());
static VN_SSC: LazyLock<CriteriaSet> = LazyLock::new(|| dothi::builtin::load("vn-ssc").unwrap());

/// The level of a city in which the criteria of `fixed` got their best answer.
fn level(set: &CriteriaSet, kind: UnitKind, entries: &[Entry], fixed: impl Fn(usize) -> bool) -> Option<u32> {
    let answer = |(at, entry): (usize, &Entry)| match (fixed(at), set.criteria()[at].direction) {
        (true, Direction::Less) => Some(0),
        (true, _) => Some(BEST),
        (false, _) => *entry,
    };
    let entries: Vec<Entry> = entries.iter().enumerate().map(answer).collect();
    let (file, _) = CityFile::from_json(&file(&[city(set, kind, &entries)])).unwrap();
    set.assess(&file.cities[0], &as_of()).unwrap().self_assessed().level.reached
}

fn with_gap<T>(set: &CriteriaSet, kind: UnitKind, entries: &[Entry], options: &GapOptions, f: impl Fn(&Gap<'_>) -> T) -> T {
    let (file, _) = CityFile::from_json(&file(&[city(set, kind, entries)])).unwrap();
    f(&set.assess(&file.cities[0], &as_of()).unwrap().gap(options))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn no_smaller_set_of_fixes_reaches_the_level(entries in prop::collection::vec(prop::option::weighted(0.8, 0u32..=100), GATES.criteria().len()), target in 1u32..=3) {
        let reached = level(&GATES, UnitKind::Province, &entries, |_| false);
        let options = GapOptions::new().with_target(target);
        let (outcome, fixes, proven) = with_gap(&GATES, UnitKind::Province, &entries, &options, |gap| {
            let ids: Vec<String> = gap.fixes.iter().map(|f| f.criterion.id.clone()).collect();
            (gap.outcome, ids, gap.proven_minimal)
        });
        let count = GATES.criteria().len();
        let sizes = (0u32..1 << count)
            .filter(|set| level(&GATES, UnitKind::Province, &entries, |at| set & (1 << at) != 0) >= Some(target))
            .map(u32::count_ones);
        let smallest = if reached.is_none() { None } else { sizes.min() };
        match outcome {
            GapOutcome::Reachable => {
                prop_assert!(proven);
                prop_assert_eq!(Some(u32::try_from(fixes.len()).unwrap()), smallest);
                let fixed = |at: usize| fixes.contains(&GATES.criteria()[at].id);
                prop_assert!(level(&GATES, UnitKind::Province, &entries, fixed) >= Some(target));
            }
            GapOutcome::AlreadyReached => prop_assert!(reached >= Some(target)),
            GapOutcome::NoWay => prop_assert_eq!(smallest, None),
            _ => prop_assert_eq!(reached, None),
        }
    }

    #[test]
    fn the_fixes_of_a_large_set_reach_the_next_level(entries in prop::collection::vec(prop::option::weighted(0.9, 0u32..=100), 65)) {
        let reached = level(&VN_SSC, UnitKind::Commune, &entries, |_| false).unwrap();
        let (outcome, fixes, proven) = with_gap(&VN_SSC, UnitKind::Commune, &entries, &GapOptions::new(), |gap| {
            let ids: Vec<String> = gap.fixes.iter().map(|f| f.criterion.id.clone()).collect();
            (gap.outcome, ids, gap.proven_minimal)
        });
        if outcome == GapOutcome::Reachable {
            prop_assert!(proven, "{} fixes", fixes.len());
            let fixed = |at: usize| fixes.contains(&VN_SSC.criteria()[at].id);
            prop_assert!(level(&VN_SSC, UnitKind::Commune, &entries, fixed).unwrap() > reached);
        } else {
            prop_assert_eq!(outcome, GapOutcome::AlreadyReached);
            prop_assert_eq!(reached, 3);
        }
    }
}

#[test]
fn a_cost_the_caller_gives_changes_which_criteria_are_chosen() {
    let entries = vec![Some(0); 65];
    let first = with_gap(&VN_SSC, UnitKind::Province, &entries, &GapOptions::new(), |gap| gap.fixes[0].criterion.id.clone());
    let dear = GapOptions::new().with_cost(first.clone(), Dec::parse("1000").unwrap());
    let chosen = with_gap(&VN_SSC, UnitKind::Province, &entries, &dear, |gap| gap.fixes.iter().any(|f| f.criterion.id == first));
    assert!(!chosen, "{first} costs 1000 and others are left");
}

#[test]
fn a_level_above_the_highest_cannot_be_reached() {
    let entries = vec![Some(100); 65];
    let outcome = with_gap(&VN_SSC, UnitKind::Province, &entries, &GapOptions::new().with_target(9), |gap| gap.outcome);
    assert_eq!(outcome, GapOutcome::NoWay);
}
