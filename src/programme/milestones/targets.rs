//! Dated targets of a criteria set for one place: which are reached, which are on track.

use super::state::{FigureAt, TargetState, day_number, is_past, passes, projected, when_past};
use crate::assessment::{Asked, AssessOptions, CriterionResult, LevelAnswer, Mark, Outcome};
use crate::city::CityData;
use crate::criteria::{CriteriaSet, Criterion, Method, Op, OutsideRange, Range, Scheme, Threshold, ThresholdValue};
use crate::date::Date;
use crate::finding::Findings;
use crate::number::Dec;
use alloc::string::String;
use alloc::vec::Vec;

/// How many earlier years are looked at for a second figure.
const YEARS_BACK: u16 = 10;

/// The dated targets of a scheme for one place on a day.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CityTargets<'a> {
    /// The set.
    pub set: &'a CriteriaSet,
    /// The scheme.
    pub scheme: &'a Scheme,
    /// The place.
    pub city: &'a CityData,
    /// The day.
    pub as_of: Date,
    /// What must stand beside it.
    pub marks: Vec<Mark>,
    /// Every target that has a horizon, by horizon, then in the order of the set.
    pub targets: Vec<CityTarget<'a>>,
    /// Targets of the scheme that have no horizon and are not in the list.
    pub undated: u32,
    /// Notes and warnings of the assessment.
    pub findings: Findings,
}

/// One dated target of one place.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CityTarget<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// The level that asks it; 1 in a scheme without levels.
    pub level: u32,
    /// When; a year counts to its last day, which is our reading.
    pub horizon: Date,
    /// What is asked.
    pub asked: TargetAsked<'a>,
    /// Its state.
    pub state: TargetState,
    /// Figure now.
    pub now: Option<FigureAt>,
    /// The figure before it that the line is drawn through.
    pub earlier: Option<FigureAt>,
    /// Where that line is at the horizon.
    pub projected: Option<Dec>,
}

/// What a dated target asks.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum TargetAsked<'a> {
    /// A threshold, and its value for this place.
    Threshold(&'a Threshold, ThresholdValue),
    /// A value between two ends.
    Range(&'a Range),
    /// What the parts of a combination ask.
    Parts,
}

impl CriteriaSet {
    /// The dated targets of a scheme for one place on a day: thresholds whose source names a horizon. Figures of periods that begin
    /// after the day are not looked at. Self-assessed. Whether a target not due yet is on track is told by the straight line through the
    /// last two figures of different years, which is our rule; there is no line across a change of the place's borders.
    ///
    /// # Errors
    /// Those of [`CriteriaSet::assess`].
    ///
    /// ```
    /// use dothi::{AssessOptions, CityFile, Date, programme::TargetState};
    /// let set = dothi::builtin::load("nq03@2025").unwrap();
    /// let (file, _) = CityFile::from_json(include_bytes!("../../../examples/vi-du-nq03.json")).unwrap();
    /// let targets = set.dated_targets(&file.cities[0], &AssessOptions::new(Date::parse("2026-11-21").unwrap())).unwrap();
    /// assert!(targets.targets.iter().all(|target| target.horizon.year() == 2030));
    /// assert!(targets.targets.iter().all(|target| target.state != TargetState::Overdue));
    /// ```
    pub fn dated_targets<'a>(&'a self, city: &'a CityData, options: &AssessOptions) -> Result<CityTargets<'a>, Findings> {
        let as_of = options.as_of;
        let known = until(city, as_of.last_day());
        let assessment = self.assess(&known, options)?;
        let scheme_id = &assessment.scheme().id;
        let Some(scheme) = self.schemes().iter().find(|scheme| scheme.id == *scheme_id) else { return Err(Findings::default()) };
        let now: Vec<Figure<'a>> = self.figures(&assessment.self_assessed().criteria, &known);
        let earlier = self.earlier(&known, options, &now);
        let (mut targets, mut undated) = (Vec::new(), 0);
        for (own, figure) in assessment.self_assessed().criteria.iter().zip(&now) {
            for answer in &own.levels {
                let asked = owned(self, own, answer);
                let Some((asked, horizon)) = asked.and_then(|asked| Some((asked, horizon(own.method, answer)?))) else {
                    undated += 1;
                    continue;
                };
                let before = earlier.iter().find(|(id, _)| *id == figure.criterion.id).map(|(_, at)| *at);
                targets.push(target(own, answer, figure, before, asked, horizon, as_of));
            }
        }
        crate::order::sort_by(&mut targets, |a, b| a.horizon.last_day().cmp(&b.horizon.last_day()));
        let (marks, findings) = (assessment.marks(), assessment.findings().clone());
        Ok(CityTargets { set: self, scheme, city, as_of, marks, targets, undated, findings })
    }

    fn figures<'a>(&'a self, results: &[CriterionResult<'_>], city: &CityData) -> Vec<Figure<'a>> {
        let of = |result: &CriterionResult<'_>| {
            let criterion = self.criterion(&result.criterion.id)?;
            let last = result.inputs.iter().filter_map(|input| input.period).max_by_key(|period| period.last_day());
            let period = last.or(city.period);
            let at = result.value.zip(period).map(|(value, period)| FigureAt { period, value });
            Some(Figure { criterion, at })
        };
        results.iter().filter_map(of).collect()
    }

    /// For each criterion the latest figure of an earlier year than its present one. The place is judged again with the figures up to
    /// the end of each earlier year; a fault there means that there is none.
    fn earlier(&self, city: &CityData, options: &AssessOptions, now: &[Figure<'_>]) -> Vec<(String, FigureAt)> {
        let mut out: Vec<(String, FigureAt)> = Vec::new();
        let Some(last) = now.iter().filter_map(|figure| Some(figure.at?.period.year())).max() else { return out };
        let years = city.observations.iter().filter_map(|observation| Some(observation.period?.year()));
        let mut years: Vec<u16> = years.filter(|year| *year < last && year + YEARS_BACK >= last).collect();
        years.sort_unstable();
        years.dedup();
        for year in years.into_iter().rev() {
            let then = until(city, (year, 12, 31));
            let Ok(assessment) = self.assess(&then, options) else { continue };
            for figure in self.figures(&assessment.self_assessed().criteria, &then) {
                let present = now.iter().find(|own| own.criterion.id == figure.criterion.id).and_then(|own| own.at);
                let (Some(present), Some(at)) = (present, figure.at) else { continue };
                let is_new = !out.iter().any(|(id, _)| *id == figure.criterion.id);
                let same_borders = city.unit.valid_from.is_none_or(|from| day_number(at.period.last_day()) >= day_number(from.first_day()));
                if is_new && same_borders && at.period.year() < present.period.year() {
                    out.push((figure.criterion.id.clone(), at));
                }
            }
        }
        out
    }
}

struct Figure<'a> {
    criterion: &'a Criterion,
    at: Option<FigureAt>,
}

/// The place as it was known on a day: figures of periods that begin later are left out.
fn until(city: &CityData, day: (u16, u8, u8)) -> CityData {
    let mut out = city.clone();
    out.observations.retain(|observation| observation.period.is_none_or(|period| period.first_day() <= day));
    out.references.retain(|reference| reference.period.is_none_or(|period| period.first_day() <= day));
    out
}

/// What is asked, with the lifetime of the set: the assessment it was asked in is gone afterwards.
fn owned<'a>(set: &'a CriteriaSet, own: &CriterionResult<'_>, answer: &LevelAnswer<'_>) -> Option<TargetAsked<'a>> {
    let criterion = set.criterion(&own.criterion.id)?;
    let methods = criterion.judge.iter().map(|judgement| &judgement.method);
    Some(match answer.asked {
        Asked::Threshold { threshold, value, .. } => {
            let same = |method: &'a Method| thresholds(method).iter().find(|own| *own == threshold);
            TargetAsked::Threshold(methods.filter_map(same).next()?, value)
        }
        Asked::Range(range) => {
            let same = |method: &'a Method| if let Method::Range(own) = method { (own == range).then_some(own) } else { None };
            TargetAsked::Range(methods.filter_map(same).next()?)
        }
        Asked::Parts => TargetAsked::Parts,
    })
}

fn thresholds(method: &Method) -> &[Threshold] {
    match method {
        Method::PassFail { thresholds } | Method::Survey { thresholds, .. } => thresholds,
        _ => &[],
    }
}

/// The horizon of a target; of a combination the latest of its parts. `in_force` and the like are no dates.
fn horizon(method: &Method, answer: &LevelAnswer<'_>) -> Option<Date> {
    let of_method = |method: &Method| {
        let own = thresholds(method).iter().filter(|t| t.level == answer.level).filter_map(|t| t.horizon.as_deref());
        let range = if let Method::Range(range) = method { range.horizon.as_deref() } else { None };
        own.chain(range).filter_map(Date::parse).max_by_key(|date| date.last_day())
    };
    match (answer.asked, method) {
        (Asked::Threshold { threshold, .. }, _) => threshold.horizon.as_deref().and_then(Date::parse),
        (Asked::Range(range), _) => range.horizon.as_deref().and_then(Date::parse),
        (Asked::Parts, Method::Combine { of, .. }) => {
            of.iter().filter_map(|part| of_method(&part.method)).max_by_key(|date| date.last_day())
        }
        _ => None,
    }
}

fn target<'a>(
    own: &CriterionResult<'_>,
    answer: &LevelAnswer<'_>,
    figure: &Figure<'a>,
    earlier: Option<FigureAt>,
    asked: TargetAsked<'a>,
    horizon: Date,
    as_of: Date,
) -> CityTarget<'a> {
    let line = earlier.zip(figure.at).and_then(|(earlier, now)| projected(earlier, now, horizon));
    let state = match answer.outcome {
        Outcome::NotApplicable | Outcome::NotConsidered => TargetState::NotApplicable,
        Outcome::Passed => TargetState::Reached,
        Outcome::NoData | Outcome::Monitored => TargetState::NotMeasurable,
        Outcome::Undecided => TargetState::Undecided,
        _ if own.low.is_some() => TargetState::Undecided,
        _ if answer.value_passes && !matches!(answer.outcome, Outcome::SurveyInconclusive) => TargetState::Unproven,
        _ if is_past(horizon, as_of) => figure.at.map_or(TargetState::DueUnknown, |at| when_past(horizon, at.period)),
        _ => match line.and_then(|there| on_line(&asked, there)) {
            Some(true) => TargetState::OnTrack,
            Some(false) => TargetState::Behind,
            None => TargetState::PaceUnknown,
        },
    };
    let drawn = matches!(state, TargetState::OnTrack | TargetState::Behind);
    let (earlier, projected) = if drawn { (earlier, line) } else { (None, None) };
    CityTarget { criterion: figure.criterion, level: answer.level, horizon, asked, state, now: figure.at, earlier, projected }
}

/// Whether the line ends where the target is met; not told for steps and combinations.
fn on_line(asked: &TargetAsked<'_>, there: Dec) -> Option<bool> {
    match asked {
        TargetAsked::Threshold(threshold, ThresholdValue::Number(value)) => passes(there, threshold.op, *value),
        TargetAsked::Range(range) => {
            let outside = |side| match side {
                OutsideRange::Met => Some(true),
                OutsideRange::NotMet => Some(false),
                _ => None,
            };
            match (passes(there, Op::Ge, range.low)?, passes(there, Op::Le, range.high)?) {
                (true, true) => Some(true),
                (false, _) => outside(range.below),
                (_, false) => outside(range.above),
            }
        }
        _ => None,
    }
}
