//! What to do next in one place, in order, with the reasons.

use super::local::{LocalPriorities, LocalPriority};
use crate::assessment::{Assessment, Outcome};
use crate::finding::{Code, Finding, Findings};
use crate::gap::{Fix, Gap, GapOptions};
use crate::number::Dec;
use crate::programme::tree::groups_of;
use crate::programme::{QuestionKind, Voice};
use crate::text::{Lang, pick};
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::{Ordering, Reverse};

/// By what the list is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PriorityKey {
    /// In the smallest plan to the level first.
    Plan,
    /// More levels failed by a criterion that their conditions count first; where points count, more points to gain.
    Weight,
    /// More dissatisfied residents first; what nobody was asked about comes after.
    Dissatisfaction,
    /// Declared priorities first, in their order.
    Local,
    /// The nearest to its threshold first.
    Distance,
}

impl PriorityKey {
    /// The order where none is asked for. No source gives one: it is our own.
    pub const DEFAULT: [Self; 5] = [Self::Plan, Self::Weight, Self::Dissatisfaction, Self::Local, Self::Distance];

    const WORDS: &'static [(&'static str, Self)] = &[
        ("plan", Self::Plan),
        ("weight", Self::Weight),
        ("dissatisfaction", Self::Dissatisfaction),
        ("local", Self::Local),
        ("distance", Self::Distance),
    ];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, key)| *key == self).map_or("", |(word, _)| word)
    }

    /// The key of a word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(own, _)| *own == word).map(|(_, key)| *key)
    }

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Plan => pick(lang, "thuộc kế hoạch ít việc nhất để đạt cấp độ", "in the smallest plan to the level"),
            Self::Weight => pick(
                lang,
                "số cấp độ mà tiêu chí đang làm hụt, hoặc số điểm còn có thể tăng",
                "levels it falls short of, or points to gain",
            ),
            Self::Dissatisfaction => pick(lang, "tỷ lệ người dân chưa hài lòng", "share of residents not satisfied"),
            Self::Local => pick(lang, "ưu tiên do địa phương khai", "priorities declared by the place"),
            Self::Distance => pick(lang, "gần ngưỡng nhất", "nearest to the threshold"),
        }
    }
}

/// What the order is made from besides the result.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct PriorityOptions<'o> {
    /// The level to reach; none = the next one.
    pub target: Option<u32>,
    /// A survey of the place's residents.
    pub voice: Option<&'o Voice<'o>>,
    /// What the place declares.
    pub local: Option<&'o LocalPriorities>,
    /// By what to order, the first first; empty = [`PriorityKey::DEFAULT`].
    pub keys: &'o [PriorityKey],
}

impl<'o> PriorityOptions<'o> {
    /// The next level, no survey, nothing declared, the default order.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Plans for this level.
    #[must_use]
    pub fn with_target(self, level: u32) -> Self {
        Self { target: Some(level), ..self }
    }

    /// With a survey.
    #[must_use]
    pub fn with_voice(self, voice: &'o Voice<'o>) -> Self {
        Self { voice: Some(voice), ..self }
    }

    /// With declared priorities.
    #[must_use]
    pub fn with_local(self, local: &'o LocalPriorities) -> Self {
        Self { local: Some(local), ..self }
    }

    /// In another order.
    #[must_use]
    pub fn with_keys(self, keys: &'o [PriorityKey]) -> Self {
        Self { keys, ..self }
    }
}

/// What to do next in one place.
#[derive(Clone)]
#[non_exhaustive]
pub struct Priorities<'a> {
    /// The result it was made from; the self-assessed one is looked at.
    pub assessment: &'a Assessment<'a>,
    /// The level planned for; 1 where the scheme has none.
    pub target: u32,
    /// The smallest plan to it.
    pub gap: Gap<'a>,
    /// By what it is ordered.
    pub keys: Vec<PriorityKey>,
    /// Something besides the result is made up.
    pub fictional: bool,
    /// A survey was given; else dissatisfaction is not known.
    pub asked_residents: bool,
    /// The poll was self-selected: its shares speak for those who answered only.
    pub self_selected: bool,
    /// Every criterion that fails up to the level, in order.
    pub items: Vec<Priority<'a>>,
}

/// One thing to do.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Priority<'a> {
    /// What has to be done.
    pub fix: Fix<'a>,
    /// It is part of the smallest plan.
    pub in_plan: bool,
    /// The conditions of a level count it.
    pub decides: bool,
    /// Levels up to the target that count it and that it fails.
    pub levels_short: u32,
    /// The question with the largest share of people not satisfied about it, and that share.
    pub dissatisfaction: Option<(String, Dec)>,
    /// The declared priority it falls under, and its place in that list, from 1.
    pub local: Option<(usize, LocalPriority)>,
}

/// What to do next in one place: every criterion that fails up to a level, or gives fewer points than it can, in a stated order with its
/// reasons. Criteria equal by every key stand in the order of the cheapest first, then of the set.
///
/// # Errors
/// `priority.other_place` when the survey is of another place.
///
/// ```
/// use dothi::{AssessOptions, CityFile, Date, programme::{PriorityOptions, priorities}};
/// let set = dothi::builtin::load("vn-ssc@2026").unwrap();
/// let (file, _) = CityFile::from_json(include_bytes!("../../../examples/vi-du.json")).unwrap();
/// let assessment = set.assess(&file.cities[0], &AssessOptions::new(Date::parse("2026-11-21").unwrap())).unwrap();
/// let list = priorities(&assessment, &PriorityOptions::new()).unwrap();
/// assert!(list.items[0].in_plan);
/// ```
pub fn priorities<'a>(assessment: &'a Assessment<'a>, options: &PriorityOptions<'_>) -> Result<Priorities<'a>, Findings> {
    let place = &assessment.city().unit.code;
    if let Some(other) = options.voice.map(|voice| &voice.survey.unit.code).filter(|code| *code != place) {
        let mut findings = Findings::default();
        findings.push(Finding::at(Code::PriorityOtherPlace, "/unit/code").with("found", other).with("expected", place));
        return Err(findings);
    }
    let level = &assessment.self_assessed().level;
    let reached = level.reached.or(level.undecided.map(|range| range.low)).unwrap_or(0);
    let target = options.target.unwrap_or_else(|| (reached + 1).min(level.of.max(1)));
    let gap = assessment.gap(&GapOptions { target: options.target, ..GapOptions::default() });
    let keys: Vec<PriorityKey> = if options.keys.is_empty() { PriorityKey::DEFAULT.into() } else { options.keys.into() };
    let mut items: Vec<Priority<'a>> =
        assessment.open_fixes(target).into_iter().map(|fix| item(assessment, fix, &gap, target, options)).collect();
    crate::order::sort_by(&mut items, |a, b| {
        keys.iter().map(|key| compare(*key, a, b)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    });
    let fictional = options.voice.is_some_and(|voice| voice.survey.fictional) || options.local.is_some_and(|local| local.fictional);
    let self_selected = options.voice.is_some_and(|voice| voice.survey.sampling == crate::city::Sampling::SelfSelected);
    Ok(Priorities { assessment, target, gap, keys, fictional, asked_residents: options.voice.is_some(), self_selected, items })
}

fn item<'a>(assessment: &'a Assessment<'a>, fix: Fix<'a>, gap: &Gap<'a>, target: u32, options: &PriorityOptions<'_>) -> Priority<'a> {
    let id = fix.criterion.id.as_str();
    let groups = groups_of(&assessment.scheme().tree, id);
    let is_about = |about: &str| about == id || groups.contains(&about);
    let decides = assessment.decides_level(id);
    let result = assessment.self_assessed().criteria.iter().find(|own| own.criterion.id == id);
    let short = result.map_or(0, |own| own.levels.iter().filter(|l| l.level <= target && l.outcome != Outcome::Passed).count());
    let local = options.local.and_then(|local| {
        let at = local.priorities.iter().position(|own| is_about(&own.of))?;
        Some((at + 1, local.priorities.get(at)?.clone()))
    });
    Priority {
        in_plan: gap.fixes.iter().any(|own| own.criterion.id == id),
        decides,
        levels_short: if decides { u32::try_from(short).unwrap_or(u32::MAX) } else { 0 },
        dissatisfaction: options.voice.and_then(|voice| dissatisfaction(voice, is_about)),
        local,
        fix,
    }
}

/// The question about it with the largest share of people who are not satisfied; of equal ones the first.
fn dissatisfaction(voice: &Voice<'_>, is_about: impl Fn(&str) -> bool) -> Option<(String, Dec)> {
    let mut out: Option<(String, Dec)> = None;
    for own in voice.questions.iter().filter(|own| own.question.kind == QuestionKind::Satisfaction) {
        let named = own.question.criterion.as_ref().is_some_and(|(criterion, _)| is_about(criterion));
        if !named && !own.question.about.iter().any(|about| is_about(about)) {
            continue;
        }
        let Some(share) = own.whole.figure().map(|figure| figure.other_share()) else { continue };
        if out.as_ref().is_none_or(|(_, most)| share > *most) {
            out = Some((own.question.id.clone(), share));
        }
    }
    out
}

fn compare(key: PriorityKey, a: &Priority<'_>, b: &Priority<'_>) -> Ordering {
    match key {
        PriorityKey::Plan => b.in_plan.cmp(&a.in_plan),
        PriorityKey::Weight => (Reverse(a.levels_short), Reverse(a.fix.gain)).cmp(&(Reverse(b.levels_short), Reverse(b.fix.gain))),
        PriorityKey::Dissatisfaction => {
            let share = |own: &Priority<'_>| own.dissatisfaction.as_ref().map(|(_, share)| *share);
            share(b).cmp(&share(a))
        }
        PriorityKey::Local => {
            let at = |own: &Priority<'_>| own.local.as_ref().map_or(usize::MAX, |(at, _)| *at);
            at(a).cmp(&at(b))
        }
        PriorityKey::Distance => a.fix.cost.cmp(&b.fix.cost),
    }
}
