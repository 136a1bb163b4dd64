//! Targets with a horizon: reached, on track or off track. They are the thresholds of the set; none is ever added.

use super::breaks::{self, Borders};
use super::project::{Line, month, needed};
use crate::assessment::{Asked, CriterionResult, View};
use crate::criteria::{
    Basis, Confidence, CriteriaSet, DataKind, DataPoint, Expr, FigureUse, Input, Method, Op, OutsideRange, Threshold, ThresholdValue,
};
use crate::date::Date;
use crate::number::{Dec, Exact, Number};
use crate::panel::places::Judged;
use crate::text::{Lang, pick};
use alloc::string::String;
use alloc::vec::Vec;

/// Whether a target will be reached in time if things go on as they went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outlook {
    /// It is met now.
    Reached,
    /// Going on, it is met at the horizon.
    OnTrack,
    /// Going on, it is not.
    OffTrack,
    /// The horizon is past and it is not met.
    Missed,
    /// The source leaves open whether the value meets it.
    Open,
    /// A yes/no question or steps: nothing goes on by amounts.
    NotProjected,
    /// Fewer than two figures within the same borders, or figures for which this way of going on is not defined.
    NotEnoughData,
}

impl Outlook {
    /// The stable word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::OnTrack => "on_track",
            Self::OffTrack => "off_track",
            Self::Missed => "missed",
            Self::Open => "open",
            Self::NotProjected => "not_projected",
            Self::NotEnoughData => "not_enough_data",
        }
    }

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Reached => pick(lang, "đã đạt", "reached"),
            Self::OnTrack => pick(lang, "đúng tiến độ", "on track"),
            Self::OffTrack => pick(lang, "chậm tiến độ", "off track"),
            Self::Missed => pick(lang, "quá hạn, chưa đạt", "past its horizon, not reached"),
            Self::Open => pick(lang, "nguồn không nói rõ", "the source leaves it open"),
            Self::NotProjected => pick(lang, "chưa đạt, không dự báo", "not reached, not projected"),
            Self::NotEnoughData => pick(lang, "chưa đủ số liệu", "not enough data"),
        }
    }
}

/// A way of going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Projection {
    /// Change a year: in the unit of the value, or in percent.
    pub yearly: Dec,
    /// The value at the end of the horizon, cut to what the figure can be.
    pub at_horizon: Dec,
    /// What it would be, where it is cut: no figure can be that.
    pub beyond: Option<Dec>,
}

/// What a value of a data point can be, as far as the set says so.
#[derive(Clone, Copy, Debug, Default)]
struct Domain {
    low: Option<Dec>,
    high: Option<Dec>,
}

impl Domain {
    /// Of a figure its least value; of a ratio 0, and all of the whole where its numerator may not exceed the denominator.
    fn of(set: &CriteriaSet, point: &DataPoint) -> Self {
        let input = |expr: &Expr| match expr {
            Expr::Input { role } => point.inputs.iter().find(|input| input.role == *role),
            _ => None,
        };
        let least = |input: &Input| input.minimum.into_iter().chain(input.above).max();
        match &point.derive {
            Some(Expr::Ratio { of }) => {
                let [above, below] = of.as_ref();
                let (Some(above), Some(below)) = (input(above), input(below)) else { return Self::default() };
                let factor = set.header().units.iter().find(|unit| unit.id == point.unit).map(|unit| unit.factor);
                let is_positive = |least: Option<Dec>| least.is_some_and(|least| least >= Dec::ZERO);
                let low = (is_positive(least(above)) && is_positive(least(below))).then_some(Dec::ZERO);
                Self { low, high: factor.filter(|_| above.within == Some(below.role)) }
            }
            Some(expr) => Self { low: input(expr).and_then(least), high: None },
            None => Self::default(),
        }
    }

    fn cut(self, yearly: Dec, there: Dec) -> Projection {
        let cut = self.low.filter(|low| there < *low).or(self.high.filter(|high| there > *high));
        Projection { yearly, at_horizon: cut.unwrap_or(there), beyond: cut.map(|_| there) }
    }
}

/// A target of a criterion, and where the figures of a place lead.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TargetOutlook {
    /// Id of the criterion.
    pub criterion: String,
    /// Number of the part, where the criterion is a combination.
    pub part: Option<usize>,
    /// Levels at which it is asked.
    pub levels: Vec<u32>,
    /// How a value is compared with it.
    pub op: Op,
    /// What is asked of this place; none for yes.
    pub target: Option<Dec>,
    /// The other end, of a target that is a range.
    pub high: Option<Dec>,
    /// The year it is for.
    pub horizon: u16,
    /// What it rests on.
    pub basis: Basis,
    /// How its source was read.
    pub confidence: Confidence,
    /// A national figure asked of one place.
    pub national: bool,
    /// First figure within the same borders, with its period.
    pub first: Option<(Date, Dec)>,
    /// Last figure.
    pub last: Option<(Date, Dec)>,
    /// Figures within the same borders; only the first and the last are gone on from.
    pub figures: usize,
    /// Going on by the same amount each year.
    pub linear: Option<Projection>,
    /// Where that leads.
    pub by_linear: Outlook,
    /// Going on by the same factor each year; of positive figures only.
    pub compound: Option<Projection>,
    /// Where that leads.
    pub by_compound: Outlook,
    /// Change a year that is needed from the last figure on.
    pub needed_yearly: Option<Dec>,
    /// The same as growth in percent; of positive figures only.
    pub needed_percent: Option<Dec>,
}

/// What is asked by one threshold.
struct Ask {
    part: Option<usize>,
    level: u32,
    op: Op,
    target: Option<Dec>,
    high: Option<(Dec, OutsideRange)>,
    below: OutsideRange,
    horizon: u16,
    basis: Basis,
    confidence: Confidence,
    national: bool,
}

impl Ask {
    fn of(threshold: &Threshold, value: ThresholdValue, part: Option<usize>) -> Option<Self> {
        let target = if let ThresholdValue::Number(value) = value { Some(value) } else { None };
        Some(Self {
            part,
            level: threshold.level,
            op: threshold.op,
            target,
            high: None,
            below: OutsideRange::NotMet,
            horizon: year(threshold.horizon.as_deref()?)?,
            basis: threshold.basis,
            confidence: threshold.confidence,
            national: threshold.uses.contains(&FigureUse::NationalTarget),
        })
    }

    fn of_range(range: &crate::criteria::Range, part: Option<usize>) -> Option<Self> {
        Some(Self {
            part,
            level: range.level,
            op: Op::Ge,
            target: Some(range.low),
            high: Some((range.high, range.above)),
            below: range.below,
            horizon: year(range.horizon.as_deref()?)?,
            basis: range.ground.basis,
            confidence: range.ground.confidence,
            national: false,
        })
    }

    /// Whether a value meets it; none where the source leaves it open.
    fn holds(&self, value: Dec) -> Option<bool> {
        let order = |against: Dec| Exact::of(value).order(Exact::of(against));
        let passes = self.op.holds(order(self.target?)?);
        let end = |outside| match outside {
            OutsideRange::Met => Some(true),
            OutsideRange::NotMet => Some(false),
            OutsideRange::Unclear => None,
        };
        match self.high {
            Some(_) if !passes => end(self.below),
            Some((high, above)) if order(high)?.is_gt() => end(above),
            _ => Some(passes),
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.part, self.op, self.target, self.horizon) == (other.part, other.op, other.target, other.horizon)
    }
}

/// A horizon that is a year.
fn year(horizon: &str) -> Option<u16> {
    Date::parse(horizon).filter(|date| date.is_year()).map(Date::year)
}

fn asks(c: &CriterionResult<'_>) -> Vec<Ask> {
    if let Method::Combine { of, .. } = c.method {
        let part = |(at, part): (usize, &crate::criteria::CombinePart)| -> Vec<Ask> {
            if let Method::Range(range) = &part.method {
                return Ask::of_range(range, Some(at)).into_iter().collect();
            }
            part.method.thresholds().iter().filter_map(|t| Ask::of(t, t.value, Some(at))).collect()
        };
        return of.iter().enumerate().flat_map(part).collect();
    }
    let one = |answer: &crate::assessment::LevelAnswer<'_>| match answer.asked {
        Asked::Threshold { threshold, value, .. } => Ask::of(threshold, value, None),
        Asked::Range(range) => Ask::of_range(range, None),
        Asked::Parts => None,
    };
    c.levels.iter().filter_map(one).collect()
}

/// The outlooks of a place, by its values alone: `series` are its results by period.
pub(super) fn outlooks(borders: &Borders<'_>, target_year: Option<u16>, series: &[&Judged<'_>]) -> Vec<TargetOutlook> {
    let Some(last) = series.last() else { return Vec::new() };
    // Nothing is gone on from across other borders, or from another edition's figures.
    let breaks = |pair: &[&Judged<'_>]| match pair {
        [a, b] => !breaks::between(borders, a.snapshot, b.snapshot).is_empty() || a.assessment.set().id() != b.assessment.set().id(),
        _ => false,
    };
    let start = series.windows(2).rposition(breaks).map_or(0, |at| at + 1);
    let views: Vec<(Date, &View<'_>)> =
        series.iter().skip(start).filter_map(|one| Some((one.snapshot.period?, one.assessment.self_assessed()))).collect();
    let mut out = Vec::new();
    for (at, c) in last.assessment.self_assessed().criteria.iter().enumerate() {
        let mut all: Vec<(Ask, Vec<u32>)> = Vec::new();
        for ask in asks(c).into_iter().filter(|ask| target_year.is_none_or(|year| ask.horizon == year)) {
            match all.iter_mut().find(|(known, _)| known.is_same(&ask)) {
                Some((_, levels)) => levels.push(ask.level),
                None => all.push((ask, Vec::new())),
            }
        }
        for (ask, mut levels) in all {
            levels.insert(0, ask.level);
            out.push(outlook(last.assessment.set(), at, c, &ask, levels, &views));
        }
    }
    out
}

fn outlook(
    set: &CriteriaSet,
    at: usize,
    c: &CriterionResult<'_>,
    ask: &Ask,
    levels: Vec<u32>,
    views: &[(Date, &View<'_>)],
) -> TargetOutlook {
    let point = match ask.part {
        None => c.criterion.data_points.first(),
        Some(part) => c.parts.get(part).map(|part| part.data_point),
    };
    let domain = point.map(|point| Domain::of(set, point)).unwrap_or_default();
    let is_number = point.is_some_and(|point| point.kind == DataKind::Number);
    let figures = figures(at, ask.part, views);
    let (first, last) = (figures.first().copied(), figures.last().copied());
    let answer = match ask.part {
        None => c.answer,
        Some(part) => c.parts.get(part).and_then(|part| part.answer),
    };
    // A figure older than the last period says nothing of now.
    let now = last.map(|(_, value)| value);
    let reached = if ask.target.is_some() { now.map(|value| ask.holds(value)) } else { answer.map(Some) };
    let end = i64::from(ask.horizon) * 12 + 12;
    let past = views.last().is_some_and(|(period, _)| month(*period) >= end);
    let line = first.zip(last).filter(|(first, last)| first.0 != last.0);
    let line = line.map(|(first, last)| Line { first: (month(first.0), first.1), last: (month(last.0), last.1) });
    let settled = match reached {
        Some(Some(true)) => Some(Outlook::Reached),
        Some(None) => Some(Outlook::Open),
        None => Some(Outlook::NotEnoughData),
        Some(Some(false)) if past => Some(Outlook::Missed),
        Some(Some(false)) if !is_number => Some(Outlook::NotProjected),
        Some(Some(false)) => None,
    };
    let project = |way: fn(&Line, i64) -> Option<(Dec, Dec)>| {
        let line = line.filter(|_| is_number && !past)?;
        way(&line, end).map(|(yearly, there)| domain.cut(yearly, there))
    };
    let by = |projection: Option<Projection>| match (settled, projection) {
        (Some(settled), _) => settled,
        (None, None) => Outlook::NotEnoughData,
        (None, Some(projection)) => match ask.holds(projection.at_horizon) {
            Some(true) => Outlook::OnTrack,
            Some(false) => Outlook::OffTrack,
            None => Outlook::Open,
        },
    };
    let (linear, compound) = (project(Line::linear), project(Line::compound));
    let short = settled.is_none() && ask.op != Op::Eq;
    let (needed_yearly, needed_percent) = match (last, ask.target) {
        (Some((period, value)), Some(target)) if short => needed(value, target, end - month(period)),
        _ => (None, None),
    };
    TargetOutlook {
        criterion: c.criterion.id.clone(),
        part: ask.part,
        levels,
        op: ask.op,
        target: ask.target,
        high: ask.high.map(|(high, _)| high),
        horizon: ask.horizon,
        basis: ask.basis,
        confidence: ask.confidence,
        national: ask.national,
        first,
        last,
        figures: figures.len(),
        linear,
        by_linear: by(linear),
        compound,
        by_compound: by(compound),
        needed_yearly,
        needed_percent,
    }
}

/// The figures of a criterion, or of a part of it, by the period they stand for; only those since its own series last broke.
fn figures(at: usize, part: Option<usize>, views: &[(Date, &View<'_>)]) -> Vec<(Date, Dec)> {
    let mut out: Vec<(Date, Dec)> = Vec::new();
    for (period, view) in views {
        let Some(c) = view.criteria.get(at) else { continue };
        let value = match part {
            None => c.value,
            Some(part) => c.parts.get(part).and_then(|part| part.value),
        };
        let Some(value) = value else { continue };
        // A stock of an earlier day is a figure of that day, and the same figure twice is one.
        let of = c.inputs.iter().filter_map(|obs| obs.period).max_by_key(|period| period.last_day()).unwrap_or(*period);
        if super::change::is_broken(c) {
            out.clear();
        }
        if out.last().is_none_or(|(last, _)| last.last_day() < of.last_day()) {
            out.push((of, value));
        }
    }
    out
}
