//! Step 8, explain: turns what the steps left behind into a result in which every node tells how it came about.

use super::outcome::Outcome;
use super::result::{
    ChildResult, ConditionResult, CriterionResult, Deciding, Documents, GroupResult, LevelAnswer, LevelOutcome, LevelRange, LevelResult,
    LevelTally, Refusal, ScoreResult, SurveyResult, View,
};
use crate::city::{CityData, Sampling};
use crate::criteria::{Basis, Condition, Confidence, Expr, Method, Role, Threshold, ThresholdValue, Tier};
use crate::number::{Dec, Exact, Number};
use crate::plan::{ChildRef, Leaf, level_bit};
use crate::steps::bind::{Applies, Bound, BoundLeaf};
use crate::steps::derive::{self, Derived, summed};
use crate::steps::judge::{Given, choose, judge, survey};
use crate::steps::level::{Checked, Found, Gate, Rules, check, levels, tally};
use crate::steps::missing::{Contribution, Support};
use crate::steps::{Eye, LeafScore, LeafState, Standing, aggregate};
use alloc::vec::Vec;
use core::cmp::Ordering;
use rust_decimal::Decimal;

/// Builds the view of one eye.
pub(super) fn view<'a>(
    rules: &Rules<'a, '_>,
    city: &'a CityData,
    bound: &Bound<'a>,
    scores: &[LeafScore<Exact>],
    standing: Standing<Exact>,
    eye: Eye,
) -> View<'a> {
    let (checked, reached) = levels(rules, &standing);
    let refused = refusals(rules, bound, &standing);
    let has_level = refused.is_empty() && !rules.scheme.levels.is_empty();
    let level = LevelOutcome {
        reached: has_level.then_some(reached),
        of: u32::try_from(rules.scheme.levels.len()).unwrap_or(u32::MAX),
        refused: if rules.scheme.levels.is_empty() && !bound.out_of_scope { Vec::new() } else { refused },
    };
    let score = aggregate::score(rules.plan, rules.scheme, &standing.nodes);
    let score = score.and_then(|(raw, value)| Some(ScoreResult { unrounded: raw.dec()?, value: value.dec()? }));
    let results = rules.scheme.levels.iter().zip(checked);
    View {
        level,
        score: score.filter(|_| !bound.out_of_scope),
        range: has_level.then(|| range(rules, scores, &standing, reached)),
        levels: results
            .map(|(level, checked)| LevelResult {
                level,
                reached: checked.holds && !bound.out_of_scope,
                deciding: deciding(rules, &standing, level.level, &level.conditions),
                condition: condition(rules, &level.conditions, checked, None),
            })
            .collect(),
        criteria: criteria(rules, city, bound, scores, &standing, eye),
        groups: groups(rules, &standing),
        standing,
    }
}

/// Preconditions of a level.
pub(super) fn gates(rules: &Rules<'_, '_>, bound: &Bound<'_>, standing: &Standing<Exact>) -> Vec<Gate> {
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

/// The level with every criterion without data failed, and with every one met.
fn range(rules: &Rules<'_, '_>, scores: &[LeafScore<Exact>], standing: &Standing<Exact>, reached: u32) -> LevelRange {
    if scores.iter().all(|score| score.state != LeafState::NoData) {
        return LevelRange { low: reached, high: reached };
    }
    let missing = || scores.iter().enumerate().filter(|(_, score)| score.state == LeafState::NoData).map(|(at, _)| at);
    let with = |met: bool| levels(rules, &moved(rules, standing, missing(), met)).1;
    LevelRange { low: with(false), high: with(true) }
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
    let top = if leaf.parent == crate::criteria::Aggregate::Sum { leaf.max_points } else { rules.scheme.scale };
    let (value, share) = if met { (Exact::of(top), Exact::ONE) } else { (Exact::ZERO, Exact::ZERO) };
    Contribution::Counted { raw: value, value, share, for_missing: false }
}

fn condition<'a>(
    rules: &Rules<'a, '_>,
    own: &'a Condition,
    checked: Checked<Exact>,
    group: Option<&'a crate::criteria::Group>,
) -> ConditionResult<'a> {
    let mut out = ConditionResult {
        condition: own,
        group,
        holds: checked.holds,
        vacuous: checked.vacuous,
        met: None,
        asked: None,
        value: None,
        min: None,
        missing: None,
        inner: Vec::new(),
    };
    match checked.found {
        Found::Share { tally, min } => {
            let needed = min.value().checked_mul(Decimal::from(tally.asked)).map_or(tally.asked, |n| whole(n.ceil()));
            out.met = Some(tally.met);
            out.asked = Some(tally.asked);
            out.min = Some(min);
            out.missing = Some(needed.saturating_sub(tally.met));
        }
        Found::Count { tally, min } => {
            out.met = Some(tally.met);
            out.asked = Some(tally.asked);
            out.min = Some(min);
            out.missing = Some(whole(min.value().ceil()).saturating_sub(tally.met));
        }
        Found::Value { value, min } => {
            out.value = value.and_then(Exact::dec);
            out.min = Some(min);
        }
        Found::Children { holding, needed } => {
            out.met = Some(holding);
            out.asked = Some(needed);
        }
        Found::Plain => {}
    }
    let of: &'a [Condition] = match own {
        Condition::All { of } | Condition::Any { of } | Condition::AtLeast { of, .. } => of,
        _ => &[],
    };
    let mut children = of.iter();
    for (at, inner) in checked.inner {
        let group = at.and_then(|at| rules.plan.groups.get(at)?.group).and_then(|g| rules.set.header().groups.get(g));
        let condition_of = if at.is_some() { own } else { children.next().unwrap_or(own) };
        out.inner.push(condition(rules, condition_of, inner, group));
    }
    out
}

fn whole(n: Decimal) -> u32 {
    u32::try_from(n).unwrap_or(0)
}

/// What the criteria that decide a level rest on: those of the tiers that a condition with a limit above zero counts.
fn deciding(rules: &Rules<'_, '_>, standing: &Standing<Exact>, level: u32, condition: &Condition) -> Deciding {
    let mut out = Deciding::default();
    let mut counted = Counted::default();
    counted.add(rules, condition, level);
    for (at, leaf) in rules.plan.leaves.iter().enumerate() {
        let asked = standing.asked.get(at).is_some_and(|mask| mask & level_bit(level) != 0);
        if !asked || !counted.holds(leaf) {
            continue;
        }
        let thresholds = thresholds(rules, leaf);
        let Some(threshold) = thresholds.iter().find(|t| t.level == level) else { continue };
        out.criteria += 1;
        if threshold.basis == Basis::Assumption {
            out.assumed += 1;
        } else if !threshold.uses.is_empty() {
            out.own_use += 1;
        }
        match threshold.confidence {
            Confidence::Primary => out.primary += 1,
            Confidence::Mirror => out.mirror += 1,
            Confidence::Secondary => out.secondary += 1,
        }
        let below = thresholds.iter().find(|t| t.level + 1 == level);
        out.repeated += u32::from(below.is_some_and(|b| b.value == threshold.value && b.op == threshold.op));
    }
    out
}

pub(super) fn thresholds<'a>(rules: &Rules<'a, '_>, leaf: &Leaf) -> &'a [Threshold] {
    let criterion = rules.set.criteria().get(leaf.criterion);
    criterion.and_then(|c| c.judge.get(leaf.judgement)).map_or(&[], |j| j.method.thresholds())
}

/// Which criteria the conditions of a level count.
#[derive(Default)]
struct Counted<'a> {
    tiers: Vec<Option<Tier>>,
    scored: bool,
    named: Vec<&'a str>,
}

impl<'a> Counted<'a> {
    fn add(&mut self, rules: &Rules<'_, '_>, condition: &'a Condition, level: u32) {
        match condition {
            Condition::All { of } | Condition::Any { of } | Condition::AtLeast { of, .. } => {
                of.iter().for_each(|c| self.add(rules, c, level));
            }
            Condition::ShareMet { tier, min, .. } | Condition::CountMet { tier, min, .. } => {
                if rules.limit(min, Some(level)) > Dec::ZERO {
                    self.tiers.push(*tier);
                }
            }
            Condition::NodeValue { .. } => self.scored = true,
            Condition::Mandatory { criteria } => self.named.extend(criteria.iter().map(alloc::string::String::as_str)),
            Condition::LowerLevels => {}
        }
    }

    fn holds(&self, leaf: &Leaf) -> bool {
        let by_tier = self.tiers.iter().any(|tier| tier.is_none() || *tier == leaf.tier);
        by_tier || (self.scored && leaf.scored) || self.named.contains(&leaf.id.as_str())
    }
}

fn criteria<'a>(
    rules: &Rules<'a, '_>,
    city: &'a CityData,
    bound: &Bound<'a>,
    scores: &[LeafScore<Exact>],
    standing: &Standing<Exact>,
    eye: Eye,
) -> Vec<CriterionResult<'a>> {
    let leaves = rules.plan.leaves.iter().zip(&bound.leaves).zip(scores.iter().zip(&standing.gives));
    let mut out = Vec::with_capacity(scores.len());
    out.extend(leaves.filter_map(|((leaf, bound), (score, gives))| criterion(rules, city, leaf, bound, score, gives, eye)));
    out
}

fn criterion<'a>(
    rules: &Rules<'a, '_>,
    city: &'a CityData,
    leaf: &Leaf,
    bound: &BoundLeaf<'a>,
    score: &LeafScore<Exact>,
    gives: &Contribution<Exact>,
    eye: Eye,
) -> Option<CriterionResult<'a>> {
    let criterion = rules.set.criteria().get(leaf.criterion)?;
    let support = Support::of(leaf, &bound.evidence, eye);
    let asked_at_all = !matches!(score.state, LeafState::NotForKind | LeafState::Claimed | LeafState::Monitored);
    let answer = |threshold: &'a Threshold| {
        let chosen = choose(threshold, &city.unit);
        let bit = level_bit(threshold.level);
        let outcome = at_level(score, bit, support);
        LevelAnswer { threshold, asked: chosen.value, variant: chosen.variant, outcome, value_passes: score.passes & bit != 0 }
    };
    let levels: Vec<LevelAnswer<'a>> = thresholds(rules, leaf).iter().map(answer).collect();
    let failing = levels.iter().find(|l| l.outcome != Outcome::Passed);
    let outcome = match score.state {
        LeafState::NotForKind | LeafState::Claimed => Outcome::NotApplicable,
        LeafState::Monitored => Outcome::Monitored,
        LeafState::NoData => Outcome::NoData,
        LeafState::Undecided => Outcome::Undecided,
        LeafState::Judged if leaf.scored => unsupported(support).unwrap_or(Outcome::Scored),
        LeafState::Judged => failing.map_or(Outcome::Passed, |l| l.outcome),
    };
    let met_level = levels.iter().take_while(|l| l.outcome == Outcome::Passed).last().map_or(0, |l| l.threshold.level);
    let (unrounded, value_up, share) = match gives {
        Contribution::Counted { raw, value, share, .. } => (raw.dec(), value.dec(), share.dec()),
        _ => (None, None, None),
    };
    let mut flags: Vec<&'static str> = score.flags.names().collect();
    match gives {
        Contribution::Counted { for_missing: true, .. } => flags.push("zero_for_missing"),
        Contribution::Out if score.state == LeafState::NoData => flags.push("excluded"),
        _ => {}
    }
    flags.sort_unstable();
    let tally = bound.evidence;
    Some(CriterionResult {
        criterion,
        outcome,
        met_level,
        value: score.derived.value().and_then(Exact::dec),
        answer: match score.derived {
            Derived::Yes => Some(true),
            Derived::No => Some(false),
            _ => None,
        },
        share,
        points: value_up.filter(|_| leaf.parent == crate::criteria::Aggregate::Sum),
        unrounded,
        weight: leaf.weight,
        max_points: leaf.max_points,
        inputs: bound.parts.iter().flat_map(|p| p.by_role).flatten().collect(),
        flags,
        fragile: asked_at_all && fragile(rules, city, leaf, bound, score),
        survey: survey_result(rules, leaf, bound, &levels),
        levels,
        reason: match bound.applies {
            Applies::Claimed(reason) => Some(reason),
            _ => None,
        },
        documents: Documents {
            all: tally.results + tally.plans,
            plans: tally.plans,
            accepted: tally.accepted_results + tally.accepted_plans,
            rejected: tally.rejected,
        },
    })
}

fn unsupported(support: Support) -> Option<Outcome> {
    match support {
        Support::Good => None,
        Support::Rejected => Some(Outcome::EvidenceRejected),
        Support::PlanOnly => Some(Outcome::PlanOnly),
        Support::Absent => Some(Outcome::NoEvidence),
    }
}

fn at_level(score: &LeafScore<Exact>, bit: u16, support: Support) -> Outcome {
    match score.state {
        LeafState::NotForKind | LeafState::Claimed => Outcome::NotApplicable,
        LeafState::NoData => Outcome::NoData,
        LeafState::Undecided => Outcome::Undecided,
        _ if score.inconclusive & bit != 0 => Outcome::SurveyInconclusive,
        _ if score.passes & bit == 0 => Outcome::BelowThreshold,
        _ => unsupported(support).unwrap_or(Outcome::Passed),
    }
}

/// Whether one unit more or less of a counted input would change what the value passes.
fn fragile(rules: &Rules<'_, '_>, city: &CityData, leaf: &Leaf, bound: &BoundLeaf<'_>, score: &LeafScore<Exact>) -> bool {
    let Some(criterion) = rules.set.criteria().get(leaf.criterion) else { return false };
    let Some((point, judgement)) = criterion.data_points.first().zip(criterion.judge.get(leaf.judgement)) else { return false };
    let counted = point.inputs.iter().find(|i| i.whole && i.role != Role::Denominator);
    let Some((input, expr)) = counted.zip(point.derive.as_ref()) else { return false };
    if score.state != LeafState::Judged || bound.parts.len() != 1 {
        return false;
    }
    if !leaf.survey && far(rules, city, leaf, expr, input.role, score) {
        return false;
    }
    let given = Given { inputs: summed::<Exact>(&bound.parts), sampling: bound.sampling };
    let value = |role: Role| given.inputs.get(role as usize).copied().flatten();
    let Some(number) = value(input.role) else { return false };
    let moved_passes = |moved: Exact| {
        let below = |limit: Option<Dec>| limit.and_then(|l| moved.order(Exact::of(l))).is_some_and(Ordering::is_lt);
        let at_or_below = |limit: Option<Dec>| limit.and_then(|l| moved.order(Exact::of(l))).is_some_and(Ordering::is_le);
        let over = input.within.and_then(value).and_then(|w| moved.order(w)).is_some_and(Ordering::is_gt);
        if below(input.minimum) || at_or_below(input.above) || over {
            return score.passes;
        }
        let mut given = given;
        if let Some(slot) = given.inputs.get_mut(input.role as usize) {
            *slot = Some(moved);
        }
        let derived = derive::number(leaf, expr, &given.inputs, &city.references);
        judge(&judgement.method, leaf, &given, &derived, &city.unit).met
    };
    moved_passes(number.add(Exact::ONE)) != score.passes || moved_passes(number.sub(Exact::ONE)) != score.passes
}

/// True when a plain count or ratio is more than one unit of its input away from every threshold: most are, and need no trial.
fn far(rules: &Rules<'_, '_>, city: &CityData, leaf: &Leaf, expr: &Expr, moved: Role, score: &LeafScore<Exact>) -> bool {
    let step = match expr {
        Expr::Input { .. } => Exact::ONE,
        Expr::Ratio { of } if matches!(of.first(), Some(Expr::Input { role }) if *role == moved) => Exact::of(leaf.factor),
        _ => return false,
    };
    let distance = |t: Dec| match score.derived {
        Derived::Quotient(a, b) => Some(a.sub(Exact::of(t).mul(b))),
        Derived::Number(value) => Some(value.sub(Exact::of(t))),
        _ => None,
    };
    thresholds(rules, leaf).iter().all(|threshold| {
        let ThresholdValue::Number(t) = choose(threshold, &city.unit).value else { return false };
        let Some(d) = distance(t) else { return false };
        d.order(step) == Some(Ordering::Greater) || Exact::ZERO.sub(d).order(step) == Some(Ordering::Greater)
    })
}

fn survey_result(rules: &Rules<'_, '_>, leaf: &Leaf, bound: &BoundLeaf<'_>, levels: &[LevelAnswer<'_>]) -> Option<SurveyResult> {
    let criterion = rules.set.criteria().get(leaf.criterion)?;
    let Method::Survey { z, .. } = &criterion.judge.get(leaf.judgement)?.method else { return None };
    let (x, n) = survey::counts(&Given::<Exact>::of(leaf, bound))?;
    let drawn = bound.sampling == Some(Sampling::Probability);
    let open = levels.iter().find(|l| l.outcome == Outcome::SurveyInconclusive);
    let sample_to_settle = open.filter(|_| drawn).and_then(|l| match l.asked {
        ThresholdValue::Number(t) => survey::sample_to_settle(*z, x, n, Exact::of(t).div(Exact::of(leaf.factor))),
        ThresholdValue::Yes => None,
    });
    Some(SurveyResult {
        sampling: bound.sampling,
        positive: x.dec()?,
        asked: n.dec()?,
        interval: if drawn { survey::interval(*z, x, n) } else { None },
        sample_to_settle,
        plain_share_passes: open.is_some() || levels.iter().all(|l| l.value_passes),
    })
}

fn groups<'a>(rules: &Rules<'a, '_>, standing: &Standing<Exact>) -> Vec<GroupResult<'a>> {
    let nodes = rules.plan.groups.iter().zip(&standing.nodes);
    nodes
        .map(|(group, node)| {
            let (unrounded, value, share) = match node.gives {
                Contribution::Counted { raw, value, share, .. } => (raw.dec(), value.dec(), share.dec()),
                _ => (None, None, None),
            };
            let level_tally = |level: u32| {
                let found = tally(rules, standing, group.leaves.clone(), None, level);
                LevelTally { level, met: found.met, asked: found.asked }
            };
            GroupResult {
                group: group.group.and_then(|at| rules.set.header().groups.get(at)),
                aggregate: group.aggregate,
                value,
                unrounded,
                share,
                present: node.present.and_then(Exact::dec),
                undecided: matches!(node.gives, Contribution::Undecided),
                weight: group.weight,
                max_points: group.max_points,
                tallies: rules.scheme.levels.iter().map(|l| level_tally(l.level)).collect(),
                children: group
                    .children
                    .iter()
                    .map(|child| match child {
                        ChildRef::Leaf(at) => ChildResult::Criterion(*at),
                        ChildRef::Group(at) => ChildResult::Group(*at),
                    })
                    .collect(),
            }
        })
        .collect()
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
