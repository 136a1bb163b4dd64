//! Step 8, explain: turns what the steps left behind into a result in which every node tells how it came about.

use super::conditions::condition;
use super::criteria::criteria;
use super::deciding::deciding;
use super::groups::groups;
use super::outcome::Outcome;
use super::result::{CriterionResult, LevelOutcome, LevelRange, LevelResult, Refusal, ScoreRange, ScoreResult, View};
use crate::city::CityData;
use crate::number::{Exact, Number};
use crate::plan::{Leaf, level_bit};
use crate::steps::bind::{Applies, Bound};
use crate::steps::level::{Checked, Gate, Rules, check, levels};
use crate::steps::missing::Contribution;
use crate::steps::{Eye, LeafScore, Standing, Standings, aggregate};
use alloc::vec::Vec;

/// Builds the view of one eye.
pub(super) fn view<'a>(
    rules: &Rules<'a, '_>,
    city: &'a CityData,
    bound: &Bound<'a>,
    scores: &[LeafScore<Exact>],
    standings: Standings<Exact>,
    eye: Eye,
) -> View<'a> {
    let low = levels(rules, &standings.low);
    let high = standings.high.as_ref().map(|high| levels(rules, high));
    let refused = refusals(rules, bound, &standings.low);
    let has_level = refused.is_empty() && !rules.scheme.levels.is_empty();
    let reached = LevelRange { low: low.1, high: high.as_ref().map_or(low.1, |high| high.1) };
    let criteria = criteria(rules, city, bound, scores, &standings, eye);
    let level = LevelOutcome {
        reached: (has_level && reached.low == reached.high).then_some(reached.low),
        undecided: (has_level && reached.low != reached.high).then_some(reached),
        of: u32::try_from(rules.scheme.levels.len()).unwrap_or(u32::MAX),
        refused: if rules.scheme.levels.is_empty() && !bound.out_of_scope { Vec::new() } else { refused },
    };
    let (score, score_range) = if bound.out_of_scope { (None, None) } else { score(rules, &standings) };
    View {
        level,
        score,
        score_range,
        range: has_level.then(|| range(rules, &criteria, &standings, reached)),
        levels: level_results(rules, &standings, low.0, high.map(|high| high.0), bound.out_of_scope),
        criteria,
        groups: groups(rules, &standings),
        standings,
    }
}

fn level_results<'a>(
    rules: &Rules<'a, '_>,
    standings: &Standings<Exact>,
    low: Vec<Checked<Exact>>,
    high: Option<Vec<Checked<Exact>>>,
    out_of_scope: bool,
) -> Vec<LevelResult<'a>> {
    let mut highest = high.into_iter().flatten();
    let results = rules.scheme.levels.iter().zip(low);
    results
        .map(|(level, low)| {
            let high = highest.next();
            let may = high.as_ref().map_or(low.holds, |high| high.holds);
            LevelResult {
                level,
                reached: if out_of_scope { Some(false) } else { (low.holds == may).then_some(low.holds) },
                deciding: deciding(rules, &standings.low, level.level, &level.conditions),
                condition: condition(rules, &level.conditions, low, high, None),
            }
        })
        .collect()
}

/// The score, or its lowest and highest value.
fn score(rules: &Rules<'_, '_>, standings: &Standings<Exact>) -> (Option<ScoreResult>, Option<ScoreRange>) {
    let of = |standing: &Standing<Exact>| {
        let (raw, value) = aggregate::score(rules.plan, rules.scheme, &standing.nodes)?;
        Some(ScoreResult { unrounded: raw.dec()?, value: value.dec()? })
    };
    let (low, high) = (of(&standings.low), standings.high.as_ref().map_or_else(|| of(&standings.low), of));
    match low.zip(high) {
        Some((low, high)) if low == high => (Some(low), None),
        Some((low, high)) => (None, Some(ScoreRange { low: low.value, high: high.value })),
        None => (None, None),
    }
}

/// Preconditions of a level.
pub(crate) fn gates(rules: &Rules<'_, '_>, bound: &Bound<'_>, standing: &Standing<Exact>) -> Vec<Gate> {
    let claimed: Vec<bool> = bound.leaves.iter().map(|l| matches!(l.applies, Applies::Claimed(_))).collect();
    crate::steps::level::gates(rules, standing, &claimed)
}

fn refusals(rules: &Rules<'_, '_>, bound: &Bound<'_>, standing: &Standing<Exact>) -> Vec<Refusal> {
    if bound.out_of_scope {
        return alloc::vec![Refusal { condition: "out_of_scope", count: 0, of: 0, limit: None }];
    }
    let failed = gates(rules, bound, standing).into_iter().filter(|gate| !gate.holds);
    failed.map(|g| Refusal { condition: g.name, count: g.count, of: g.of, limit: Some(g.limit) }).collect()
}

/// The level with every criterion without data failed, in the lowest reading, and with every one met, in the highest.
fn range(rules: &Rules<'_, '_>, criteria: &[CriterionResult<'_>], standings: &Standings<Exact>, reached: LevelRange) -> LevelRange {
    let missing = || criteria.iter().enumerate().filter(|(_, c)| c.outcome == Outcome::NoData).map(|(at, _)| at);
    if missing().next().is_none() {
        return reached;
    }
    let with = |standing, met| levels(rules, &moved(rules, standing, missing(), met)).1;
    LevelRange { low: with(&standings.low, false), high: with(standings.high(), true) }
}

/// The standing with some leaves fully met, or failed.
pub(crate) fn moved(
    rules: &Rules<'_, '_>,
    standing: &Standing<Exact>,
    leaves: impl IntoIterator<Item = usize>,
    met: bool,
) -> Standing<Exact> {
    let mut other = standing.clone();
    for at in leaves {
        set_leaf(rules, &mut other, at, met);
    }
    other.nodes = aggregate::aggregate(rules.plan, rules.scheme, &other.gives);
    other
}

/// Sets a leaf to fully met or failed; the nodes above must then be aggregated again.
fn set_leaf(rules: &Rules<'_, '_>, standing: &mut Standing<Exact>, at: usize, met: bool) {
    let asked = standing.asked.get(at).copied().unwrap_or(0);
    if let Some(slot) = standing.met.get_mut(at) {
        *slot = if met { asked } else { 0 };
    }
    let Some(leaf) = rules.plan.leaves.get(at).filter(|l| l.scored) else { return };
    if let Some(slot) = standing.gives.get_mut(at) {
        *slot = full(rules, leaf, met);
    }
}

/// What a scored leaf gives when it has full points, or none.
fn full(rules: &Rules<'_, '_>, leaf: &Leaf, met: bool) -> Contribution<Exact> {
    let most = Exact::of(leaf.full_points.unwrap_or(rules.scheme.scale));
    let (value, share) = if met { (most, Exact::ONE) } else { (Exact::ZERO, Exact::ZERO) };
    Contribution::Counted { raw: value, value, share, most, for_missing: false }
}

/// The level reached by a standing whose nodes are up to date.
pub(crate) fn holds(rules: &Rules<'_, '_>, standing: &Standing<Exact>, level: u32) -> bool {
    let mut reached = 0;
    for own in &rules.scheme.levels {
        if check(rules, standing, &own.conditions, own.level, reached).holds {
            reached |= level_bit(own.level);
        }
        if own.level == level {
            return reached & level_bit(level) != 0;
        }
    }
    false
}
