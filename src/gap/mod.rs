//! What to fix first: the smallest set of criteria to move so that the next level is reached.

mod bound;
mod cost;
mod json;
mod points;
mod prose;
mod search;

use crate::assessment::{Assessment, Outcome};
use crate::criteria::{Criterion, Group, Threshold, ThresholdValue};
use crate::number::{Dec, Exact};
use crate::steps::Standing;
use alloc::string::String;
use alloc::vec::Vec;

/// What the caller wants planned.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GapOptions {
    /// The level to reach; none = the next one.
    pub target: Option<u32>,
    /// What a criterion costs to fix, by id; those not named cost their relative distance to the threshold.
    pub costs: Vec<(String, Dec)>,
}

impl GapOptions {
    /// The next level, costs by relative distance.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Plans for this level.
    #[must_use]
    pub fn with_target(mut self, level: u32) -> Self {
        self.target = Some(level);
        self
    }

    /// Says what fixing a criterion costs.
    #[must_use]
    pub fn with_cost(mut self, criterion: impl Into<String>, cost: Dec) -> Self {
        self.costs.push((criterion.into(), cost));
        self
    }
}

/// A plan to reach a level.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Gap<'a> {
    /// The level planned for; none when there is nothing to plan.
    pub target: Option<u32>,
    /// What came of planning.
    pub outcome: GapOutcome,
    /// Criteria to fix, those of the lowest level first.
    pub fixes: Vec<Fix<'a>>,
    /// No smaller set of criteria reaches the level.
    pub proven_minimal: bool,
    /// The totals and floors that the level asks in points.
    pub needs: Vec<PointNeed<'a>>,
    /// Criteria of point sums below their most points, the largest gain first; where the level asks points.
    pub gains: Vec<PointGain<'a>>,
    /// How many sets were looked at.
    pub nodes: u32,
}

/// What came of planning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum GapOutcome {
    /// The fixes reach the level.
    Reachable,
    /// The fixes reach the level in the reading that gives most; the source leaves open whether it is reached, and no fix can
    /// change that.
    PossiblyReachable,
    /// Even with every criterion met the level is not reached.
    NoWay,
    /// The highest level, or the one asked for, is reached already.
    AlreadyReached,
    /// The scheme has no levels, or a level is refused for this place.
    NoLevels,
}

impl GapOutcome {
    /// The stable word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reachable => "reachable",
            Self::PossiblyReachable => "possibly_reachable",
            Self::NoWay => "no_way",
            Self::AlreadyReached => "already_reached",
            Self::NoLevels => "no_levels",
        }
    }
}

/// One criterion to move to met, or to full points.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Fix<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// Its outcome now.
    pub outcome: Outcome,
    /// What has to be done.
    pub kind: FixKind,
    /// The lowest level at which it fails now.
    pub level: u32,
    /// Value now.
    pub value: Option<Dec>,
    /// The threshold to reach.
    pub threshold: Option<&'a Threshold>,
    /// The value to reach in this place; for point rules the one with full points.
    pub reach: Option<ThresholdValue>,
    /// The value not to go beyond, for a range.
    pub reach_to: Option<Dec>,
    /// Points it would bring, in a point sum.
    pub gain: Option<Dec>,
    /// Cost that ordered it: the caller's, or the relative distance.
    pub cost: Dec,
}

/// A total or a floor that a level asks in points.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct PointNeed<'a> {
    /// The group; none for the whole.
    pub group: Option<&'a Group>,
    /// Points now, in the reading that gives least.
    pub value: Dec,
    /// Points asked.
    pub min: Dec,
    /// Points that are missing; 0 = none.
    pub short: Dec,
}

/// What a criterion could still give to a point sum.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct PointGain<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// Its outcome now.
    pub outcome: Outcome,
    /// Its value now.
    pub value: Option<Dec>,
    /// Its points now, in the reading that gives least.
    pub points: Dec,
    /// Points that can be had.
    pub max_points: Dec,
    /// The difference.
    pub gain: Dec,
    /// The value from which on there are all of them.
    pub full_at: Option<Dec>,
    /// The nearest value that brings points at all, and how many: the minimum standard, or the next step.
    pub next: Option<(Dec, Dec)>,
}

/// What has to be done for a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FixKind {
    /// The value passes: bring documents.
    BringEvidence,
    /// There is no value: bring data (and documents).
    BringData,
    /// A survey is too small to tell: ask more people.
    AskMorePeople,
    /// The result itself must improve.
    ImproveResult,
}

impl FixKind {
    /// The stable word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BringEvidence => "bring_evidence",
            Self::BringData => "bring_data",
            Self::AskMorePeople => "ask_more_people",
            Self::ImproveResult => "improve_result",
        }
    }

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: crate::Lang) -> &'static str {
        match self {
            Self::BringEvidence => crate::text::pick(lang, "bổ sung minh chứng", "bring evidence"),
            Self::BringData => crate::text::pick(lang, "bổ sung số liệu", "bring data"),
            Self::AskMorePeople => crate::text::pick(lang, "hỏi thêm người", "ask more people"),
            Self::ImproveResult => crate::text::pick(lang, "cải thiện kết quả", "improve the result"),
        }
    }
}

impl<'a> Assessment<'a> {
    /// The smallest set of criteria to fix so that a level is reached: exact by branch and bound within a node limit, beyond it
    /// greedy and not proven. Ties go to the lower total cost. The self-assessed result is planned from.
    ///
    /// ```
    /// use dothi::{AssessOptions, CityFile, Date, GapOptions, GapOutcome};
    /// let set = dothi::builtin::load("vn-ssc").unwrap();
    /// let city = r#"{"format":1,"cities":[{"unit":{"code":"X","name":{"vi":"Ví Dụ"},"kind":"province"},"observations":[]}]}"#;
    /// let (file, _) = CityFile::from_json(city.as_bytes()).unwrap();
    /// let assessment = set.assess(&file.cities[0], &AssessOptions::new(Date::parse("2026-11-21").unwrap())).unwrap();
    /// let gap = assessment.gap(&GapOptions::new());
    /// assert_eq!(gap.outcome, GapOutcome::Reachable);
    /// assert!(gap.proven_minimal);
    /// ```
    #[must_use]
    pub fn gap(&self, options: &GapOptions) -> Gap<'a> {
        let view = self.self_assessed();
        let done = |outcome, target| Gap {
            target,
            outcome,
            fixes: Vec::new(),
            proven_minimal: true,
            needs: Vec::new(),
            gains: Vec::new(),
            nodes: 0,
        };
        // What the source leaves open is planned from the lowest level, so that the plan holds in every reading.
        let reached = view.level.reached.or(view.level.undecided.map(|range| range.low));
        let Some(reached) = reached else { return done(GapOutcome::NoLevels, None) };
        let target = options.target.unwrap_or(reached + 1);
        if target > view.level.of || target == 0 || target <= reached {
            let outcome = if target > view.level.of && options.target.is_some() { GapOutcome::NoWay } else { GapOutcome::AlreadyReached };
            return done(outcome, options.target);
        }
        let needs = points::needs(self, target);
        let gains = if needs.is_empty() { Vec::new() } else { points::gains(self) };
        let plan = |standing, outcome| self.plan_from(standing, outcome, target, options);
        let gap = plan(&view.standings.low, GapOutcome::Reachable)
            .or_else(|| plan(view.standings.high.as_ref()?, GapOutcome::PossiblyReachable))
            .unwrap_or_else(|| done(GapOutcome::NoWay, Some(target)));
        Gap { needs, gains, ..gap }
    }

    /// Every criterion that fails at a level up to `target`, or gives less than it can, as a fix: whether or not the smallest plan needs it.
    /// Cheapest first, ties in the order of the set; costs are relative distances. The reading that gives least is looked at.
    #[must_use]
    pub fn open_fixes(&self, target: u32) -> Vec<Fix<'a>> {
        let candidates = cost::candidates(self, &self.self_assessed().standings.low, target, &[]);
        candidates.iter().filter_map(|candidate| cost::fix(self, candidate, target)).collect()
    }

    /// The smallest set of fixes in one reading; `None` when even all of them do not reach the target.
    fn plan_from(&self, standing: &Standing<Exact>, outcome: GapOutcome, target: u32, options: &GapOptions) -> Option<Gap<'a>> {
        let candidates = cost::candidates(self, standing, target, &options.costs);
        let found = search::smallest(&self.rules(), standing, target, &candidates)?;
        let chosen = found.chosen.iter().filter_map(|at| candidates.get(*at));
        let mut fixes: Vec<Fix<'a>> = chosen.filter_map(|c| cost::fix(self, c, target)).collect();
        crate::order::sort_by(&mut fixes, |a, b| (a.level, a.cost, &a.criterion.id).cmp(&(b.level, b.cost, &b.criterion.id)));
        let (needs, gains) = (Vec::new(), Vec::new());
        Some(Gap { target: Some(target), outcome, fixes, proven_minimal: found.proven, needs, gains, nodes: found.nodes })
    }
}
