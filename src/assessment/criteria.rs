//! What came of each criterion, in the reading that gives least and in the one that gives most.

use super::fragile::fragile;
use super::outcome::Outcome;
use super::result::{Asked, CriterionResult, Documents, LevelAnswer, PartResult, Possibility, SurveyResult, ValueChange};
use crate::city::{CityData, Observation, Sampling};
use crate::criteria::{Aggregate, Combination, CombinePart, Criterion, Method, ThresholdValue};
use crate::number::{Dec, Exact, Number};
use crate::plan::{Leaf, LevelMask, level_bit};
use crate::steps::bind::{Applies, Bound, BoundLeaf, References};
use crate::steps::derive::Derived;
use crate::steps::judge::{Answer, Given, choose, survey};
use crate::steps::level::Rules;
use crate::steps::missing::{Contribution, Support};
use crate::steps::{Eye, LeafScore, LeafState, PartScore, Standings, recognised};
use alloc::vec::Vec;
use core::cmp::Ordering;

pub(super) fn criteria<'a>(
    rules: &Rules<'a, '_>,
    city: &'a CityData,
    bound: &Bound<'a>,
    scores: &[LeafScore<Exact>],
    standings: &Standings<Exact>,
    eye: Eye,
) -> Vec<CriterionResult<'a>> {
    let leaves = rules.plan.leaves.iter().zip(&bound.leaves).zip(scores).enumerate();
    let mut out = Vec::with_capacity(scores.len());
    out.extend(leaves.filter_map(|(at, ((leaf, own), score))| {
        let criterion = rules.set.criteria().get(leaf.criterion)?;
        let method = rules.method(leaf)?;
        let case = Case { criterion, method, leaf, bound: own, references: &bound.references, city, eye };
        let low = standings.low.gives.get(at)?;
        let gives = (low, standings.high.as_ref().and_then(|high| high.gives.get(at)).filter(|high| !same(low, high)));
        Some(case.result(rules, score, gives))
    }));
    out
}

/// One criterion of one place under one eye.
#[derive(Clone, Copy)]
pub(super) struct Case<'x, 'a, 'p> {
    pub(super) criterion: &'a Criterion,
    pub(super) method: &'a Method,
    pub(super) leaf: &'p Leaf,
    pub(super) bound: &'x BoundLeaf<'a>,
    pub(super) references: &'x References<'a>,
    pub(super) city: &'a CityData,
    pub(super) eye: Eye,
}

/// The answer of one reading.
struct Told<'n> {
    answer: &'n Answer<Exact>,
    /// Of the reading that gives most.
    high: bool,
    gives: &'n Contribution<Exact>,
}

impl<'a> Case<'_, 'a, '_> {
    fn result(
        &self,
        rules: &Rules<'a, '_>,
        score: &LeafScore<Exact>,
        (low_gives, high_gives): (&Contribution<Exact>, Option<&Contribution<Exact>>),
    ) -> CriterionResult<'a> {
        let combined = recognised(rules.set, self.leaf, score, self.bound, self.eye);
        let (low, high) = combined.as_ref().map_or_else(|| (&score.low, score.high()), |(low, high)| (low, high.as_ref()));
        let told = [
            Told { answer: low, high: false, gives: low_gives },
            Told { answer: high.unwrap_or(low), high: true, gives: high_gives.unwrap_or(low_gives) },
        ];
        let [low, high] = &told;
        // Nearly always there is one reading.
        let one = score.more.is_none() && high_gives.is_none();
        let levels = self.levels(score, &told, one);
        let lowest = self.possibility(score, low, &levels, one);
        let highest = if one { lowest } else { self.possibility(score, high, &levels, one) };
        let differ = (lowest.outcome, lowest.met_level) != (highest.outcome, highest.met_level) || high_gives.is_some();
        let (unrounded, most) = match low_gives {
            Contribution::Counted { raw, most, .. } => (raw.dec().filter(|_| !differ), most.dec()),
            _ => (None, score.most_of_parts().and_then(Exact::dec).or(self.leaf.full_points)),
        };
        let asked_at_all = score.state.is_asked();
        CriterionResult {
            criterion: self.criterion,
            method: self.method,
            outcome: if differ { Outcome::Undecided } else { lowest.outcome },
            low: differ.then_some(lowest),
            high: differ.then_some(highest),
            met_level: lowest.met_level,
            value: score.derived.value().and_then(Exact::dec),
            answer: score.derived.answer(),
            parts: self.parts(score),
            change: rules.scheme.compare_with.as_ref().and_then(|_| change(score)),
            share: lowest.share.filter(|_| !differ),
            points: lowest.points.filter(|_| !differ),
            unrounded,
            weight: self.leaf.weight,
            max_points: most.filter(|_| self.leaf.parent == Aggregate::SumOfScored).unwrap_or(self.leaf.max_points),
            inputs: self.inputs(),
            flags: flags(score, low_gives),
            fragile: asked_at_all && fragile(self, score),
            survey: self.survey(&levels),
            levels,
            reason: match self.bound.applies {
                Applies::Claimed(reason) => Some(reason),
                _ => None,
            },
            not_considered: match self.bound.applies {
                Applies::NotConsidered(rule) => rules.scheme.not_considered.get(rule),
                _ => None,
            },
            documents: self.documents(),
        }
    }

    /// What is asked at each level, and what came of it.
    fn levels(&self, score: &LeafScore<Exact>, [low, high]: &[Told<'_>; 2], one: bool) -> Vec<LevelAnswer<'a>> {
        let answer = |level: u32, asked: Asked<'a>| {
            let bit = level_bit(level);
            let outcome = self.at_level(score, low, bit);
            let open = !one && self.at_level(score, high, bit) != outcome;
            let outcome = if open { Outcome::Undecided } else { outcome };
            LevelAnswer { level, asked, outcome, value_passes: score.low.passes & bit != 0 }
        };
        match self.method {
            Method::Range(range) => Vec::from([answer(range.level, Asked::Range(range))]),
            Method::Combine { .. } => levels_of(self.leaf.asked).map(|level| answer(level, Asked::Parts)).collect(),
            method => {
                let thresholds = method.thresholds().iter();
                let asked = thresholds.map(|threshold| {
                    let chosen = choose(threshold, &self.city.unit);
                    answer(threshold.level, Asked::Threshold { threshold, value: chosen.value, variant: chosen.variant })
                });
                asked.collect()
            }
        }
    }

    /// What comes of the criterion as a whole in one reading.
    fn possibility(&self, score: &LeafScore<Exact>, told: &Told<'_>, levels: &[LevelAnswer<'a>], one: bool) -> Possibility {
        let outcomes = || levels.iter().map(|l| (l.level, if one { l.outcome } else { self.at_level(score, told, level_bit(l.level)) }));
        let by_level = || outcomes().map(|(_, outcome)| outcome).find(|outcome| *outcome != Outcome::Passed).unwrap_or(Outcome::Passed);
        let outcome = match score.state {
            LeafState::NotForKind | LeafState::Claimed => Outcome::NotApplicable,
            LeafState::NotConsidered => Outcome::NotConsidered,
            LeafState::Monitored => Outcome::Monitored,
            LeafState::NoData => Outcome::NoData,
            LeafState::Undecided => Outcome::Undecided,
            LeafState::Judged if self.leaf.scored && told.answer.below => Outcome::BelowThreshold,
            LeafState::Judged if self.leaf.scored => unsupported(self.support()).unwrap_or(Outcome::Scored),
            LeafState::Judged => by_level(),
        };
        let met_level = outcomes().take_while(|(_, outcome)| *outcome == Outcome::Passed).last().map_or(0, |(level, _)| level);
        let (value, share) = match told.gives {
            Contribution::Counted { value, share, .. } => (value.dec(), share.dec()),
            _ => (None, None),
        };
        let in_points = matches!(self.leaf.parent, Aggregate::Sum | Aggregate::SumOfScored);
        Possibility { outcome, met_level, points: value.filter(|_| in_points), share }
    }

    fn support(&self) -> Support {
        Support::of(self.leaf, &self.bound.evidence, self.eye)
    }

    fn recognised(&self) -> Support {
        Support::by_recognition(&self.bound.evidence, self.eye)
    }

    /// What comes of it at a level in one reading.
    fn at_level(&self, score: &LeafScore<Exact>, told: &Told<'_>, bit: LevelMask) -> Outcome {
        match score.state {
            LeafState::NotForKind | LeafState::Claimed => Outcome::NotApplicable,
            LeafState::NotConsidered => Outcome::NotConsidered,
            LeafState::NoData => Outcome::NoData,
            LeafState::Undecided => Outcome::Undecided,
            _ if told.answer.inconclusive & bit != 0 => Outcome::SurveyInconclusive,
            _ if told.answer.passes & bit == 0 => match self.method {
                Method::Combine { how, .. } => failing(*how, score.parts().iter().map(|part| self.part_at(part, told.high, bit))),
                _ => Outcome::BelowThreshold,
            },
            _ => unsupported(self.support()).unwrap_or(Outcome::Passed),
        }
    }

    /// What comes of a part at a level in one reading.
    fn part_at(&self, part: &PartScore<Exact>, high: bool, bit: LevelMask) -> Outcome {
        let answer = if high { part.high() } else { &part.low };
        match part.state {
            LeafState::Monitored => Outcome::Monitored,
            LeafState::NoData => Outcome::NoData,
            LeafState::Undecided => Outcome::Undecided,
            _ if answer.passes & bit == 0 => Outcome::BelowThreshold,
            _ => self.unrecognised(part).unwrap_or(Outcome::Passed),
        }
    }

    /// Why a part does not count although its value passes.
    fn unrecognised(&self, part: &PartScore<Exact>) -> Option<Outcome> {
        if part.recognition { unsupported(self.recognised()) } else { None }
    }

    fn parts(&self, score: &LeafScore<Exact>) -> Vec<PartResult<'a>> {
        let Method::Combine { of, .. } = self.method else { return Vec::new() };
        self.each_part(of, score)
    }

    /// Never inlined: few sets have combinations.
    #[inline(never)]
    fn each_part(&self, of: &'a [CombinePart], score: &LeafScore<Exact>) -> Vec<PartResult<'a>> {
        let parts = of.iter().zip(&self.leaf.parts).zip(score.parts());
        parts.filter_map(|((part, at), scored)| self.part(part, *at, scored)).collect()
    }

    fn part(&self, part: &'a CombinePart, at: usize, scored: &PartScore<Exact>) -> Option<PartResult<'a>> {
        let of = |high| {
            let failing = levels_of(self.leaf.asked).map(|level| self.part_at(scored, high, level_bit(level)));
            failing.into_iter().find(|outcome| *outcome != Outcome::Passed).unwrap_or(Outcome::Passed)
        };
        let in_points = matches!(part.method, Method::TargetShare { .. });
        let outcome = match scored.state {
            LeafState::Judged if in_points => self.unrecognised(scored).unwrap_or(Outcome::Scored),
            LeafState::NoData => Outcome::NoData,
            LeafState::Monitored => Outcome::Monitored,
            _ if of(false) == of(true) => of(false),
            _ => Outcome::Undecided,
        };
        let points = scored.low.points.and_then(Exact::dec);
        Some(PartResult {
            part,
            data_point: self.criterion.data_points.get(at)?,
            outcome,
            value: scored.derived.value().and_then(Exact::dec),
            answer: scored.derived.answer(),
            points: if outcome == Outcome::Scored { points } else { points.map(|_| Dec::ZERO) },
            max_points: scored.most.and_then(Exact::dec),
        })
    }

    /// The observations the value follows from, those of earlier years last.
    fn inputs(&self) -> Vec<&'a Observation> {
        let mut out: Vec<&'a Observation> = Vec::new();
        for part in self.bound.points().flat_map(|point| point.parts.iter()) {
            out.extend(part.by_role.iter().flatten());
        }
        for (at, bound) in self.bound.points().enumerate().filter(|(_, bound)| !bound.years.is_empty()) {
            let (Some(point), Some(period)) = (self.leaf.point(at), bound.period) else { continue };
            let earlier = point.years.iter().filter_map(|n| bound.at(period.years_earlier(*n)?));
            out.extend(earlier.flat_map(|parts| parts.iter()).flat_map(|part| part.by_role).flatten());
        }
        out
    }

    fn documents(&self) -> Documents {
        let tally = &self.bound.evidence;
        Documents {
            all: tally.results + tally.plans,
            plans: tally.plans,
            accepted: tally.accepted_results + tally.accepted_plans,
            rejected: tally.rejected,
            recognitions: tally.recognitions,
        }
    }

    fn survey(&self, levels: &[LevelAnswer<'_>]) -> Option<SurveyResult> {
        let Method::Survey { z, .. } = self.method else { return None };
        let (x, n) = survey::counts(&Given::<Exact>::of(self.leaf, self.bound))?;
        let drawn = self.bound.sampling == Some(Sampling::Probability);
        let open = levels.iter().find(|l| l.outcome == Outcome::SurveyInconclusive);
        let sample_to_settle = open.filter(|_| drawn).and_then(|l| match l.threshold()?.1 {
            ThresholdValue::Number(t) => survey::sample_to_settle(*z, x, n, Exact::of(t).div(Exact::of(self.leaf.first.factor))),
            ThresholdValue::Yes => None,
        });
        Some(SurveyResult {
            sampling: self.bound.sampling,
            positive: x.dec()?,
            asked: n.dec()?,
            interval: if drawn { survey::interval(*z, x, n) } else { None },
            sample_to_settle,
            plain_share_passes: open.is_some() || levels.iter().all(|l| l.value_passes),
        })
    }
}

/// The levels of a mask, lowest first.
fn levels_of(mask: LevelMask) -> impl Iterator<Item = u32> {
    (1..=LevelMask::BITS).filter(move |level| mask & level_bit(*level) != 0)
}

/// Why a combination is not met: the first part that could have made it so and did not.
fn failing(how: Combination, parts: impl Iterator<Item = Outcome>) -> Outcome {
    let mut not_met = parts.filter(|outcome| !matches!(outcome, Outcome::Passed | Outcome::Monitored));
    let found = match how {
        Combination::Any | Combination::AtLeast { .. } => not_met.find(|outcome| *outcome != Outcome::NoData),
        Combination::All | Combination::Readings | Combination::Sum => not_met.next(),
    };
    found.unwrap_or(Outcome::NoData)
}

fn unsupported(support: Support) -> Option<Outcome> {
    match support {
        Support::Good => None,
        Support::Rejected => Some(Outcome::EvidenceRejected),
        Support::PlanOnly => Some(Outcome::PlanOnly),
        Support::Absent => Some(Outcome::NoEvidence),
    }
}

fn flags(score: &LeafScore<Exact>, gives: &Contribution<Exact>) -> Vec<&'static str> {
    let mut out: Vec<&'static str> = score.flags.names().collect();
    match gives {
        Contribution::Counted { for_missing: true, .. } => out.push("zero_for_missing"),
        Contribution::Out if score.state == LeafState::NoData => out.push("excluded"),
        _ => {}
    }
    crate::order::sort(&mut out);
    out
}

fn change(score: &LeafScore<Exact>) -> Option<ValueChange> {
    let known = score.more.as_ref().map(|more| more.base).filter(|base| !matches!(base, Derived::Missing))?;
    let base = known.value();
    let difference = score.derived.value().zip(base).map(|(now, base)| now.sub(base));
    Some(ValueChange { base_value: base.and_then(Exact::dec), base_answer: known.answer(), difference: difference.and_then(Exact::dec) })
}

/// Whether two readings give a parent the same.
pub(super) fn same(a: &Contribution<Exact>, b: &Contribution<Exact>) -> bool {
    let equal = |a: Exact, b: Exact| a.order(b) == Some(Ordering::Equal);
    match (a, b) {
        (Contribution::Counted { value: v, share: s, .. }, Contribution::Counted { value: w, share: t, .. }) => {
            equal(*v, *w) && equal(*s, *t)
        }
        _ => core::mem::discriminant(a) == core::mem::discriminant(b),
    }
}
