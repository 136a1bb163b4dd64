//! Step 7, level: conditions over what the earlier steps left behind.

use super::attributes::{all_hold, first_that_holds};
use super::{Standing, aggregate};
use crate::city::Unit;
use crate::criteria::{AttributeTest, Condition, CriteriaSet, Limit, Method, Op, Precondition, Scheme, Tier};
use crate::number::{Dec, Exact, Number};
use crate::plan::{Leaf, LevelMask, Plan, level_bit};
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::ops::Range;

/// The rules of a scheme with the caller's parameters in place.
#[derive(Clone, Copy)]
pub(crate) struct Rules<'a, 'p> {
    pub(crate) set: &'a CriteriaSet,
    pub(crate) scheme: &'a Scheme,
    pub(crate) plan: &'a Plan,
    /// The place, for rules that depend on it.
    pub(crate) unit: &'a Unit,
    /// Values of the set's parameters, in their order.
    pub(crate) parameters: &'p [Dec],
    /// Another reading of the shares that use a parameter.
    pub(crate) reading: Option<(Reading, &'p str)>,
}

/// Readings of a share whose source does not say over what it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// In every group of the level.
    PerGroup,
    /// Over all levels up to this one together.
    Overall,
}

impl<'a> Rules<'a, '_> {
    /// The number behind a limit at a level: the parameter of this level, else the one without a level.
    pub(crate) fn limit(&self, limit: &Limit, level: Option<u32>) -> Dec {
        match limit {
            Limit::Fixed(value) => *value,
            Limit::Varied { value, variants } => {
                let (found, _) = first_that_holds(variants.iter().map(|v| v.when.as_slice()), self.unit);
                found.and_then(|at| variants.get(at)).map_or(*value, |variant| variant.value)
            }
            Limit::Parameter(id) => {
                let all = || self.set.header().parameters.iter().zip(self.parameters).filter(|(p, _)| p.id == *id);
                let exact = all().find(|(p, _)| p.level.is_some() && p.level == level);
                exact.or_else(|| all().find(|(p, _)| p.level.is_none())).map_or(Dec::ZERO, |(_, value)| *value)
            }
        }
    }

    /// How a criterion is judged.
    pub(crate) fn method(&self, leaf: &Leaf) -> Option<&'a Method> {
        Some(&self.set.criteria().get(leaf.criterion)?.judge.get(leaf.judgement)?.method)
    }

    /// A limit for some places was passed over because an attribute of this one is not known.
    fn limit_in_doubt(&self, limit: &Limit) -> bool {
        let Limit::Varied { variants, .. } = limit else { return false };
        first_that_holds(variants.iter().map(|v| v.when.as_slice()), self.unit).1
    }

    /// What an `if` asks of this place, and whether an attribute it depends on is not known.
    pub(crate) fn branch<'b>(&self, when: &[AttributeTest], then: &'b [Condition], otherwise: &'b [Condition]) -> (&'b [Condition], bool) {
        match all_hold(when, self.unit) {
            Some(true) => (then, false),
            known => (otherwise, known.is_none()),
        }
    }

    pub(crate) fn leaves_of(&self, group: Option<&str>) -> Range<usize> {
        let node = self.plan.node_of(&self.set.header().groups, group);
        node.and_then(|at| self.plan.groups.get(at)).map_or(0..0, |g| g.leaves.clone())
    }
}

/// Criteria met of criteria asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) met: u32,
    pub(crate) asked: u32,
}

/// What a condition asks and finds.
#[derive(Clone, Debug)]
pub(crate) enum Found<N> {
    /// Met of asked against a share.
    Share { tally: Tally, min: Dec },
    /// Number met against a number.
    Count { tally: Tally, min: Dec },
    /// A node's value against a number; `None` = undecided.
    Value { value: Option<N>, min: Dec },
    /// Children hold.
    Children { holding: u32, needed: u32 },
    /// Lower levels or mandatory criteria.
    Plain,
}

impl Tally {
    fn plus(self, other: Self) -> Self {
        Self { met: self.met + other.met, asked: self.asked + other.asked }
    }
}

pub(crate) fn is_parameter(limit: &Limit, id: &str) -> bool {
    matches!(limit, Limit::Parameter(own) if own == id)
}

/// A condition with its answer.
#[derive(Clone, Debug)]
pub(crate) struct Checked<N> {
    pub(crate) holds: bool,
    /// Over zero criteria; it holds and says so.
    pub(crate) vacuous: bool,
    /// An attribute of the place that decides what is asked is not known.
    pub(crate) attribute_absent: bool,
    pub(crate) found: Found<N>,
    /// For an `each_group` condition one entry per group (index into the plan's groups), else one per inner condition.
    pub(crate) inner: Vec<(Option<usize>, Checked<N>)>,
}

impl<N> Checked<N> {
    fn plain(holds: bool) -> Self {
        Self { holds, vacuous: false, attribute_absent: false, found: Found::Plain, inner: Vec::new() }
    }
}

/// Counts met and asked criteria of a run of leaves at a level.
pub(crate) fn tally<N>(rules: &Rules<'_, '_>, standing: &Standing<N>, leaves: Range<usize>, tier: Option<Tier>, level: u32) -> Tally {
    let bit = level_bit(level);
    let mut out = Tally::default();
    let plan = rules.plan.leaves.get(leaves.clone()).unwrap_or_default();
    let asked = standing.asked.get(leaves.clone()).unwrap_or_default();
    let met = standing.met.get(leaves).unwrap_or_default();
    for (leaf, (asked, met)) in plan.iter().zip(asked.iter().zip(met)) {
        if asked & bit != 0 && (tier.is_none() || leaf.tier == tier) {
            out.asked += 1;
            out.met += u32::from(met & bit != 0);
        }
    }
    out
}

/// met ≥ min × asked, without dividing.
fn share_holds<N: Number>(tally: Tally, min: Dec) -> bool {
    if tally.met == tally.asked || min <= Dec::ZERO {
        return min <= Dec::ONE;
    }
    let needed = N::of(min).mul(N::of(Dec::from_count(u64::from(tally.asked))));
    N::of(Dec::from_count(u64::from(tally.met))).order(needed).is_some_and(Ordering::is_ge)
}

/// Checks one condition at a level; `reached` has the lower levels already reached.
pub(crate) fn check<N: Number>(
    rules: &Rules<'_, '_>,
    standing: &Standing<N>,
    condition: &Condition,
    level: u32,
    reached: LevelMask,
) -> Checked<N> {
    match condition {
        Condition::All { of } => many(rules, standing, of, level, reached, of.len()),
        Condition::ShareMet { tier, group, each_group, min: limit } => {
            let min = rules.limit(limit, Some(level));
            let reading = rules.reading.filter(|(_, id)| is_parameter(limit, id)).map(|(reading, _)| reading);
            let one = |leaves: Range<usize>| {
                let lowest = if reading == Some(Reading::Overall) { 1 } else { level };
                let tally = (lowest..=level).map(|l| tally(rules, standing, leaves.clone(), *tier, l)).fold(Tally::default(), Tally::plus);
                let vacuous = tally.asked == 0;
                let holds = vacuous || share_holds::<N>(tally, min);
                Checked { vacuous, found: Found::Share { tally, min }, ..Checked::plain(holds) }
            };
            let mut out = one(rules.leaves_of(group.as_deref()));
            out.attribute_absent = rules.limit_in_doubt(limit);
            // A share of nothing holds in every group, whatever the data.
            if min > Dec::ZERO && (*each_group || reading == Some(Reading::PerGroup)) {
                let direct = rules.plan.groups.iter().enumerate().filter(|(_, g)| g.direct);
                out.inner = direct.map(|(at, g)| (Some(at), one(g.leaves.clone()))).collect();
                out.holds = out.inner.iter().all(|(_, c)| c.holds);
            }
            out
        }
        Condition::CountMet { tier, group, min: limit } => {
            let min = rules.limit(limit, Some(level));
            let tally = tally(rules, standing, rules.leaves_of(group.as_deref()), *tier, level);
            let holds = N::of(Dec::from_count(u64::from(tally.met))).order(N::of(min)).is_some_and(Ordering::is_ge);
            Checked { attribute_absent: rules.limit_in_doubt(limit), found: Found::Count { tally, min }, ..Checked::plain(holds) }
        }
        Condition::LowerLevels => {
            let below = level_bit(level).wrapping_sub(1);
            Checked::plain(reached & below == below)
        }
        _ => check_other(rules, standing, condition, level, reached),
    }
}

/// Conditions that are more than shares and counts. Never inlined: a set that has none of them does without.
#[inline(never)]
fn check_other<N: Number>(
    rules: &Rules<'_, '_>,
    standing: &Standing<N>,
    condition: &Condition,
    level: u32,
    reached: LevelMask,
) -> Checked<N> {
    match condition {
        Condition::Any { of } => many(rules, standing, of, level, reached, 1),
        Condition::AtLeast { n, of } => many(rules, standing, of, level, reached, usize::try_from(*n).unwrap_or(usize::MAX)),
        Condition::NodeValue { group, of, op, min: limit } => {
            let min = rules.limit(limit, Some(level));
            let node = rules.plan.node_of(&rules.set.header().groups, group.as_deref());
            let value = match rules.scheme.score {
                // The score of the whole is compared as the edition rounds it.
                Some(score) if group.is_none() && score == *of => aggregate::score(rules.plan, rules.scheme, &standing.nodes).map(|s| s.1),
                _ => node.and_then(|at| standing.nodes.get(at)).and_then(|n| n.of(*of)),
            };
            let passes = |order: Ordering| if *op == Op::Gt { order.is_gt() } else { order.is_ge() };
            let holds = value.and_then(|v| v.order(N::of(min))).is_some_and(passes);
            Checked { attribute_absent: rules.limit_in_doubt(limit), found: Found::Value { value, min }, ..Checked::plain(holds) }
        }
        Condition::Mandatory { criteria } => {
            let bit = level_bit(level);
            let met = |id: &alloc::string::String| {
                let leaf = rules.plan.leaf_of(id)?;
                let (asked, met) = standing.asked.get(leaf).zip(standing.met.get(leaf))?;
                Some(asked & bit == 0 || met & bit != 0)
            };
            Checked::plain(criteria.iter().all(|id| met(id).unwrap_or(false)))
        }
        Condition::If { when, then, otherwise } => {
            let (asked, attribute_absent) = rules.branch(when, then, otherwise);
            Checked { attribute_absent, ..many(rules, standing, asked, level, reached, asked.len()) }
        }
        // Nobody knows unless all of `of` hold: not in the lowest reading, in the highest one yes.
        Condition::Unclear { of, .. } => {
            let inner = many(rules, standing, of, level, reached, of.len());
            Checked { holds: standing.high || (!of.is_empty() && inner.holds), ..inner }
        }
        Condition::All { .. } | Condition::ShareMet { .. } | Condition::CountMet { .. } | Condition::LowerLevels => Checked::plain(false),
    }
}

fn many<N: Number>(
    rules: &Rules<'_, '_>,
    standing: &Standing<N>,
    of: &[Condition],
    level: u32,
    reached: LevelMask,
    needed: usize,
) -> Checked<N> {
    let inner: Vec<_> = of.iter().map(|c| (None, check(rules, standing, c, level, reached))).collect();
    let holding = inner.iter().filter(|(_, c)| c.holds).count();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let found = Found::Children { holding: count(holding), needed: count(needed) };
    Checked { holds: holding >= needed, vacuous: false, attribute_absent: false, found, inner }
}

/// All levels, lowest first, and the highest reached (0 = none).
pub(crate) fn levels<N: Number>(rules: &Rules<'_, '_>, standing: &Standing<N>) -> (Vec<Checked<N>>, u32) {
    let mut reached: LevelMask = 0;
    let mut highest = 0;
    let mut out = Vec::with_capacity(rules.scheme.levels.len());
    for level in &rules.scheme.levels {
        let checked = check(rules, standing, &level.conditions, level.level, reached);
        if checked.holds {
            reached |= level_bit(level.level);
            highest = level.level;
        }
        out.push(checked);
    }
    (out, highest)
}

/// A precondition with its answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gate {
    pub(crate) holds: bool,
    pub(crate) name: &'static str,
    /// Criteria counted, and of how many.
    pub(crate) count: u32,
    pub(crate) of: u32,
    pub(crate) limit: Dec,
}

/// Whether a level can be given at all. `claimed` says of each leaf that only a claim takes it out.
pub(crate) fn gates<N>(rules: &Rules<'_, '_>, standing: &Standing<N>, claimed: &[bool]) -> Vec<Gate> {
    let count = |tier: Option<Tier>, take: &dyn Fn(usize) -> bool| {
        let leaves = rules.plan.leaves.iter().enumerate();
        let n = leaves.filter(|(at, l)| l.asked != 0 && !l.monitored && (tier.is_none() || l.tier == tier) && take(*at)).count();
        u32::try_from(n).unwrap_or(u32::MAX)
    };
    let asked = |at: usize| standing.asked.get(at).is_some_and(|mask| *mask != 0);
    let is_claimed = |at: usize| claimed.get(at).copied().unwrap_or(false);
    let gate = |precondition: &Precondition| match precondition {
        Precondition::MinApplicable { tier, min } => {
            let limit = rules.limit(min, None);
            let applicable = count(*tier, &asked);
            let of = count(*tier, &|at| asked(at) || is_claimed(at));
            Gate { holds: Dec::from_count(u64::from(applicable)) >= limit, name: "min_applicable", count: applicable, of, limit }
        }
        Precondition::MaxNotApplicableShare { tier, max } => {
            let limit = rules.limit(max, None);
            let claims = count(*tier, &is_claimed);
            let of = count(*tier, &|at| asked(at) || is_claimed(at));
            let allowed = Exact::of(limit).mul(Exact::of(Dec::from_count(of.into())));
            let holds = allowed.kept().is_some_and(|allowed| Dec::from_count(claims.into()) <= allowed);
            Gate { holds, name: "max_not_applicable_share", count: claims, of, limit }
        }
    };
    rules.scheme.preconditions.iter().map(gate).collect()
}
