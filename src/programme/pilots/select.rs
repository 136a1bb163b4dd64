//! Candidates held against rules: eligibility, readiness, rank.

use super::robust::{PilotRanks, PilotRobustness};
use super::rules::{PilotCondition, PilotRules, PilotStatement, PilotStatements, PilotTest, ReadinessItem, ReadinessOf};
use crate::assessment::{Assessment, Mark, Outcome, View, ranks};
use crate::gap::{Gap, GapOptions};
use crate::number::{Dec, Exact, Number, Rounding, RoundingMode};
use crate::text::{Lang, Text, pick};
use alloc::vec::Vec;

/// Readiness is shown with so many decimals; ranks are taken from what is shown.
const SHOWN: Rounding = Rounding { digits: 12, mode: RoundingMode::HalfEven };

/// Candidates, best first.
#[derive(Clone)]
#[non_exhaustive]
pub struct PilotSelection<'a> {
    /// The rules.
    pub rules: &'a PilotRules,
    /// Something in rules or statements is made up.
    pub fictional: bool,
    /// Candidates: eligible ones by rank, then those of whom it is not known, then the others; each by code. Their readiness items are the
    /// matrix (candidates × items) that weights can be varied over.
    pub candidates: Vec<PilotCandidate<'a>>,
    /// What weights were doubted by; none until [`PilotSelection::with_robustness`] is asked.
    pub robustness: Option<PilotRobustness>,
}

/// A candidate.
#[derive(Clone)]
#[non_exhaustive]
pub struct PilotCandidate<'a> {
    /// Its assessment; the self-assessed result is looked at.
    pub assessment: &'a Assessment<'a>,
    /// Whether it may be a pilot.
    pub eligible: Eligible,
    /// One answer for each condition.
    pub conditions: Vec<ConditionAnswer<'a>>,
    /// One for each item of the readiness score.
    pub readiness: Vec<ReadinessAnswer<'a>>,
    /// The readiness score, a share of 1: `Σ w·s / Σ w` over items that apply; none where there is no item.
    pub score: Option<Dec>,
    /// Rank among the eligible; equal scores share a rank and the next is left out.
    pub rank: Option<u32>,
    /// Its ranks when weights vary; none until [`PilotSelection::with_robustness`] is asked.
    pub ranks: Option<PilotRanks>,
    /// What to fix first, by the set's own levels.
    pub gap: Gap<'a>,
}

/// Whether a condition holds, or a place may be a pilot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Eligible {
    /// Yes.
    Yes,
    /// Not known: no statement, no data, or left open by the source.
    Unknown,
    /// No.
    No,
}

impl Eligible {
    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Unknown => "unknown",
            Self::No => "no",
        }
    }

    /// The words for people, of a condition.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Yes => pick(lang, "đạt", "met"),
            Self::Unknown => pick(lang, "chưa đủ căn cứ", "not known"),
            Self::No => pick(lang, "không đạt", "not met"),
        }
    }
}

/// The answer to a condition.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ConditionAnswer<'a> {
    /// The condition.
    pub condition: &'a PilotCondition,
    /// Whether it holds.
    pub holds: Eligible,
    /// The statement it rests on, where it is one.
    pub statement: Option<&'a PilotStatement>,
}

/// What an item of readiness came to.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ReadinessAnswer<'a> {
    /// The item.
    pub item: &'a ReadinessItem,
    /// Its share from 0 to 1; none where nothing of it applies or it is left open: then it is no part of the score.
    pub share: Option<Dec>,
    /// Criteria of it without data: they count as not met.
    pub no_data: u32,
}

impl PilotRules {
    /// What must stand beside every selection by these rules.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        let text = Text::new(
            "kết quả tham khảo để lựa chọn thí điểm; không phải quyết định của cơ quan có thẩm quyền",
            "a reference for choosing pilots; no decision of a competent authority",
        );
        let mut out = Vec::from([Mark { code: "no_decision", text }]);
        let assumed = self.eligibility.iter().map(|own| &own.ground).chain(self.readiness.iter().map(|own| &own.ground));
        if assumed.into_iter().any(|ground| ground.basis == crate::criteria::Basis::Assumption) {
            let text = Text::new(
                "một phần quy tắc, điểm hoặc trọng số là giả định của người dùng, không có trong văn bản nào",
                "some rules, points or weights are the user's assumptions and stand in no document",
            );
            out.push(Mark { code: "assumed_rules", text });
        }
        out
    }

    /// Holds candidates against the rules. Ranks are taken among the eligible only.
    #[must_use]
    pub fn select<'a>(&'a self, assessments: &'a [Assessment<'a>], statements: Option<&'a PilotStatements>) -> PilotSelection<'a> {
        let stated = statements.map(|own| own.statements.as_slice()).unwrap_or_default();
        let mut candidates: Vec<PilotCandidate<'a>> = assessments.iter().map(|own| self.candidate(own, stated)).collect();
        let scores: Vec<Option<Dec>> = candidates.iter().map(|own| own.score.filter(|_| own.eligible == Eligible::Yes)).collect();
        for (own, rank) in candidates.iter_mut().zip(ranks(&scores)) {
            own.rank = rank;
        }
        crate::order::sort_by(&mut candidates, |a, b| {
            let key = |own: &PilotCandidate<'a>| (own.eligible, own.rank.unwrap_or(u32::MAX));
            key(a).cmp(&key(b)).then_with(|| a.assessment.city().unit.code.cmp(&b.assessment.city().unit.code))
        });
        PilotSelection {
            rules: self,
            fictional: self.fictional || statements.is_some_and(|own| own.fictional),
            candidates,
            robustness: None,
        }
    }

    fn candidate<'a>(&'a self, assessment: &'a Assessment<'a>, stated: &'a [PilotStatement]) -> PilotCandidate<'a> {
        let conditions: Vec<ConditionAnswer<'a>> = self.eligibility.iter().map(|own| answer(own, assessment, stated)).collect();
        let readiness: Vec<ReadinessAnswer<'a>> = self.readiness.iter().map(|item| item_answer(item, assessment)).collect();
        let eligible = conditions.iter().map(|own| own.holds).max().unwrap_or(Eligible::Yes);
        let (sum, weights) = readiness.iter().fold((Exact::ZERO, Exact::ZERO), |(sum, weights), own| {
            let Some(share) = own.share else { return (sum, weights) };
            let weight = Exact::of(own.item.weight);
            (sum.add(weight.mul(Exact::of(share))), weights.add(weight))
        });
        let score = if weights.is_zero() { None } else { sum.div(weights).rounded(SHOWN).dec() };
        let gap = assessment.gap(&GapOptions::new());
        PilotCandidate { assessment, eligible, conditions, readiness, score, rank: None, ranks: None, gap }
    }
}

fn answer<'a>(condition: &'a PilotCondition, assessment: &'a Assessment<'a>, stated: &'a [PilotStatement]) -> ConditionAnswer<'a> {
    let view = assessment.self_assessed();
    let unit = &assessment.city().unit;
    let statement = stated.iter().find(|own| own.unit == unit.code && own.condition == condition.id);
    let yes = |holds: bool| if holds { Eligible::Yes } else { Eligible::No };
    let holds = match &condition.test {
        PilotTest::UnitKind(kinds) => yes(kinds.contains(&unit.kind)),
        PilotTest::CriterionMet { criterion, level } => met_at(view, criterion, *level),
        PilotTest::LevelReached(level) => match (view.level.reached, view.level.undecided) {
            (Some(reached), _) => yes(reached >= *level),
            (None, Some(range)) if range.low >= *level => Eligible::Yes,
            (None, Some(range)) if range.high < *level => Eligible::No,
            _ => Eligible::Unknown,
        },
        PilotTest::ShareMet { group, level, min } => share_met(view, group.as_deref(), *level, *min),
        PilotTest::Statement => statement.map_or(Eligible::Unknown, |own| yes(own.holds)),
    };
    ConditionAnswer { condition, holds, statement }
}

/// Whether a criterion is met at a level; what is not asked there, or has no data, is not known.
fn met_at(view: &View<'_>, criterion: &str, level: u32) -> Eligible {
    let result = view.criteria.iter().find(|own| own.criterion.id == criterion);
    match result.and_then(|own| own.levels.iter().find(|answer| answer.level == level)).map(|answer| answer.outcome) {
        Some(Outcome::Passed) => Eligible::Yes,
        None | Some(Outcome::NoData | Outcome::Undecided | Outcome::NotApplicable | Outcome::NotConsidered | Outcome::Monitored) => {
            Eligible::Unknown
        }
        Some(_) => Eligible::No,
    }
}

/// met ≥ min · asked, without dividing; where readings differ, both have to agree.
fn share_met(view: &View<'_>, group: Option<&str>, level: u32, min: Dec) -> Eligible {
    let node = match group {
        None => view.groups.first(),
        Some(id) => view.groups.iter().find(|own| own.group.is_some_and(|group| group.id == id)),
    };
    let Some(tally) = node.and_then(|node| node.tallies.iter().find(|tally| tally.level == level)).filter(|tally| tally.asked > 0) else {
        return Eligible::Unknown;
    };
    let count = |n: u32| Exact::of(Dec::from_count(n.into()));
    let enough = |met: u32| count(met).order(Exact::of(min).mul(count(tally.asked))).is_some_and(core::cmp::Ordering::is_ge);
    match (enough(tally.met), enough(tally.met_high)) {
        (true, true) => Eligible::Yes,
        (false, false) => Eligible::No,
        _ => Eligible::Unknown,
    }
}

fn item_answer<'a>(item: &'a ReadinessItem, assessment: &Assessment<'_>) -> ReadinessAnswer<'a> {
    let view = assessment.self_assessed();
    let without = |outcome: Outcome| outcome == Outcome::NoData;
    match &item.of {
        ReadinessOf::Criterion(id) => {
            let result = view.criteria.iter().find(|own| own.criterion.id == *id);
            let share = result.and_then(|own| {
                if let (Some(share), true) = (own.share, own.levels.is_empty()) {
                    return Some(share);
                }
                match own.levels.iter().find(|answer| answer.level == item.level)?.outcome {
                    Outcome::Passed => Some(Dec::ONE),
                    Outcome::NotApplicable | Outcome::NotConsidered | Outcome::Monitored | Outcome::Undecided => None,
                    _ => Some(Dec::ZERO),
                }
            });
            ReadinessAnswer { item, share, no_data: u32::from(result.is_some_and(|own| without(own.outcome))) }
        }
        ReadinessOf::Group(id) => {
            let node = view.groups.iter().find(|own| own.group.is_some_and(|group| group.id == *id));
            let tally = node.and_then(|node| node.tallies.iter().find(|tally| tally.level == item.level));
            let counted = tally.filter(|tally| tally.asked > 0).and_then(|tally| {
                let count = |n: u32| Exact::of(Dec::from_count(n.into()));
                count(tally.met).div(count(tally.asked)).dec()
            });
            let share = node.and_then(|node| node.share).or(counted);
            let tree = crate::programme::tree::group(&assessment.scheme().tree, id);
            let inside = |id: &str| tree.is_some_and(|node| node.holds(id));
            let no_data = view.criteria.iter().filter(|own| inside(&own.criterion.id) && without(own.outcome)).count();
            ReadinessAnswer { item, share, no_data: u32::try_from(no_data).unwrap_or(u32::MAX) }
        }
    }
}
