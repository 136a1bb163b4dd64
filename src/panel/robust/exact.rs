//! Replications judged place by place by the exact path: figures, thresholds and parameters are drawn, the method's steps judge.

use super::design::Run;
use super::engine::Outcome;
use super::factor::Doubt;
use super::model::standard_error;
use super::options::{FigureError, RobustOptions};
use super::stream::Purpose;
use crate::city::{CityData, ObsValue};
use crate::criteria::{Basis, CriteriaSet, DataKind, Method, Role, ThresholdValue};
use crate::finding::Findings;
use crate::number::{Dec, Number, shortest};
use crate::panel::columns::Columns;
use crate::panel::plan::PanelPlan;
use crate::panel::settle::{city, settle_by};
use crate::steps::Eye;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What the exact path has to judge.
pub(super) struct ByPlace<'r, 's> {
    plan: &'r PanelPlan<'s>,
    cities: Vec<CityData>,
    figures: Vec<Doubted>,
    thresholds: Vec<Assumed>,
    /// The set's parameters, with the caller's values in place.
    parameters: Vec<Parameter>,
    is_scored: bool,
}

/// A column of figures that may be wrong.
struct Doubted {
    input: usize,
    bounds: Bounds,
    /// By unit: where its figure stands among the observations, the figure, its standard error, the figure it may not exceed.
    places: Vec<Option<(usize, f64, f64, f64)>>,
}

/// What a figure may be.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    pub(super) least: f64,
    /// `least` itself is left out.
    pub(super) open: bool,
    pub(super) whole: bool,
}

/// A threshold that the set marks as its assumption.
struct Assumed {
    criterion: usize,
    judgement: usize,
    part: Option<usize>,
    threshold: usize,
    value: f64,
}

/// A parameter of the set.
struct Parameter {
    /// The first one of its id, which may have one for each level.
    first: usize,
    value: Dec,
    assumed: bool,
    least: f64,
    most: f64,
}

/// Buffers of a worker.
pub(super) struct Places {
    set: Option<CriteriaSet>,
    pub(super) cities: Vec<CityData>,
    parameters: Vec<Dec>,
}

/// Draws in a row before a figure is left as it is, when none fits its domain.
const TRIES: u64 = 64;

impl<'r, 's> ByPlace<'r, 's> {
    pub(super) fn new(plan: &'r PanelPlan<'s>, columns: &Columns<'_>, rows: &[usize], options: &RobustOptions) -> Result<Self, Findings> {
        let cities: Vec<CityData> = rows.iter().map(|row| city(plan, columns, *row)).collect();
        let mut figures = Vec::new();
        for (input, own) in plan.inputs().iter().enumerate() {
            let Some((_, error)) = options.errors.iter().find(|(name, _)| own.is_called(name)) else { continue };
            let spot = |(unit, row): (usize, &usize)| spot(plan, cities.get(unit)?, input, *row, error);
            figures.push(Doubted { input, bounds: bounds(plan, input), places: rows.iter().enumerate().map(spot).collect() });
        }
        let header = plan.set().header();
        let used = plan.set().prepare(&CityData::blank(plan.kind(), ""), plan.options())?.parameters;
        let parameter = |(own, value): (&crate::criteria::Parameter, &Dec)| Parameter {
            first: header.parameters.iter().position(|other| other.id == own.id).unwrap_or(0),
            value: *value,
            assumed: options.assumed.is_some() && own.basis == Basis::Assumption,
            least: f64::of(own.minimum),
            most: f64::of(own.maximum),
        };
        let parameters = header.parameters.iter().zip(&used).map(parameter).collect();
        let thresholds = if options.assumed.is_some() { assumed(plan) } else { Vec::new() };
        Ok(Self { plan, cities, figures, thresholds, parameters, is_scored: plan.scheme().score.is_some() })
    }

    pub(super) fn cost(&self) -> usize {
        // An observation bound and judged exactly costs about as much as some hundred figures of a column.
        self.cities.iter().map(|city| 100 * (1 + city.observations.len())).sum()
    }

    pub(super) fn places(&self) -> Places {
        Places {
            set: (!self.thresholds.is_empty()).then(|| self.plan.set().clone()),
            cities: self.cities.clone(),
            parameters: self.parameters.iter().map(|own| own.value).collect(),
        }
    }

    /// Draws, and judges every place.
    pub(super) fn judge(
        &self,
        options: &RobustOptions,
        keys: &[u64],
        run: Option<&Run>,
        places: &mut Places,
        out: &mut Outcome,
    ) -> Result<(), Findings> {
        if let Some(run) = run {
            self.draw(options, keys, run, places);
        }
        let set = places.set.as_ref().unwrap_or(self.plan.set());
        out.scores.clear();
        out.levels.clear();
        for city in &places.cities {
            let settled = settle_by((set, self.plan.options(), Some(&places.parameters)), city, Eye::SelfAssessed)?;
            if self.is_scored {
                // A place whose score the source leaves open comes last.
                out.scores.push(settled.score.map_or(f64::NEG_INFINITY, f64::of));
            }
            if !self.plan.scheme().levels.is_empty() {
                out.levels.push(settled.level);
            }
        }
        Ok(())
    }

    pub(super) fn draw(&self, options: &RobustOptions, keys: &[u64], run: &Run, places: &mut Places) {
        let band = options.assumed.unwrap_or(0.0) / 100.0;
        if let Some(set) = &mut places.set {
            for own in &self.thresholds {
                // One number for all thresholds of a criterion, so that those of its levels stay in order.
                let mut stream = run.of(Purpose::Thresholds, own.criterion).stream(Purpose::Thresholds, own.criterion, 0);
                if let (Some(slot), Some(value)) = (own.slot(set), plain(own.value * (1.0 + band * stream.sway()))) {
                    *slot = ThresholdValue::Number(value);
                }
            }
        }
        for (own, slot) in self.parameters.iter().zip(&mut places.parameters).filter(|(own, _)| own.assumed) {
            let mut stream = run.of(Purpose::Parameters, own.first).stream(Purpose::Parameters, own.first, 0);
            *slot = own.moved(band * stream.sway());
        }
        for doubted in &self.figures {
            let address = run.of(Purpose::Figures, doubted.input);
            for ((spot, key), city) in doubted.places.iter().zip(keys).zip(&mut places.cities) {
                let Some((observation, figure, error, most)) = *spot else { continue };
                let normal = |attempt| address.normal(doubted.input, key.wrapping_add(attempt));
                let drawn = draw_figure(figure, error, doubted.bounds, most, normal);
                if let (Some(slot), Some(value)) = (city.observations.get_mut(observation), plain(drawn)) {
                    slot.value = Some(ObsValue::Number(value));
                }
            }
        }
    }

    /// Moves the thresholds of a criterion or a parameter by a part of themselves from what they are in the edition.
    pub(super) fn move_one(&self, kind: Doubt, item: usize, by: f64, places: &mut Places) {
        if let (Doubt::Thresholds, Some(set)) = (kind, &mut places.set) {
            for own in self.thresholds.iter().filter(|own| own.criterion == item) {
                if let (Some(slot), Some(value)) = (own.slot(set), plain(own.value * (1.0 + by))) {
                    *slot = ThresholdValue::Number(value);
                }
            }
        }
        if kind == Doubt::Parameters {
            for (own, slot) in self.parameters.iter().zip(&mut places.parameters).filter(|(own, _)| own.assumed && own.first == item) {
                *slot = own.moved(by);
            }
        }
    }

    /// What varies: kind, item as its address has it, name.
    pub(super) fn factors(&self) -> Vec<(Doubt, usize, String)> {
        let id = |own: &Assumed| self.plan.set().criteria().get(own.criterion).map(|own| own.id.clone()).unwrap_or_default();
        let mut out: Vec<_> = self.thresholds.iter().map(|own| (Doubt::Thresholds, own.criterion, id(own))).collect();
        let parameters = self.plan.set().header().parameters.iter().zip(&self.parameters).filter(|(_, own)| own.assumed);
        out.extend(parameters.map(|(named, own)| (Doubt::Parameters, own.first, named.id.clone())));
        let key = |input: usize| self.plan.inputs().get(input).map(|own| own.key.clone()).unwrap_or_default();
        out.extend(self.figures.iter().map(|own| (Doubt::Figures, own.input, key(own.input))));
        out
    }

    /// Thresholds, parameters and figures as drawn: id of the criterion or parameter, value; rows for figures.
    pub(super) fn drawn(&self, places: &Places, rows: &[usize]) -> super::replication::Replication {
        let mut out = super::replication::Replication::default();
        if let Some(set) = &places.set {
            for own in &self.thresholds {
                let Some(criterion) = set.criteria().get(own.criterion) else { continue };
                if let Some((level, ThresholdValue::Number(value))) = own.threshold(set).map(|own| (own.level, own.value)) {
                    out.thresholds.push((criterion.id.clone(), level, value));
                }
            }
        }
        let parameters = self.plan.set().header().parameters.iter().zip(&self.parameters).zip(&places.parameters);
        for ((named, _), value) in parameters.filter(|((_, own), _)| own.assumed) {
            out.parameters.push((named.id.clone(), named.level, *value));
        }
        for doubted in &self.figures {
            let Some(input) = self.plan.inputs().get(doubted.input) else { continue };
            for ((spot, row), city) in doubted.places.iter().zip(rows).zip(&places.cities) {
                let observation = spot.and_then(|(at, ..)| city.observations.get(at));
                if let Some(ObsValue::Number(value)) = observation.and_then(|own| own.value) {
                    out.figures.push((input.key.clone(), *row, f64::of(value)));
                }
            }
        }
        out
    }
}

impl Parameter {
    /// Moved by a part of itself, within its range.
    fn moved(&self, by: f64) -> Dec {
        let value = f64::of(self.value) * (1.0 + by);
        plain(value.most(self.least).least(self.most)).unwrap_or(self.value)
    }
}

impl Assumed {
    fn threshold<'x>(&self, set: &'x CriteriaSet) -> Option<&'x crate::criteria::Threshold> {
        let method = &set.criteria().get(self.criterion)?.judge.get(self.judgement)?.method;
        let method = match (self.part, method) {
            (Some(part), Method::Combine { of, .. }) => &of.get(part)?.method,
            _ => method,
        };
        method.thresholds().get(self.threshold)
    }

    fn slot<'x>(&self, set: &'x mut CriteriaSet) -> Option<&'x mut ThresholdValue> {
        let method = &mut set.criteria_mut().get_mut(self.criterion)?.judge.get_mut(self.judgement)?.method;
        let method = match (self.part, method) {
            (Some(part), Method::Combine { of, .. }) => &mut of.get_mut(part)?.method,
            (_, method) => method,
        };
        let (Method::PassFail { thresholds } | Method::Survey { thresholds, .. }) = method else { return None };
        thresholds.get_mut(self.threshold).map(|own| &mut own.value)
    }
}

/// The thresholds of numbers that the scheme uses and the set marks as its assumption.
fn assumed(plan: &PanelPlan<'_>) -> Vec<Assumed> {
    let mut out = Vec::new();
    for leaf in &plan.plan().leaves {
        let Some(criterion) = plan.set().criteria().get(leaf.criterion) else { continue };
        let Some(judgement) = criterion.judge.get(leaf.judgement) else { continue };
        let mut take = |part: Option<usize>, data_point: Option<&str>, method: &Method| {
            let data = criterion.data_points.iter().find(|data| data_point.is_none_or(|id| data.id == id));
            if data.is_none_or(|data| data.kind != DataKind::Number) {
                return;
            }
            for (threshold, own) in method.thresholds().iter().enumerate().filter(|(_, own)| own.basis == Basis::Assumption) {
                if let ThresholdValue::Number(value) = own.value {
                    out.push(Assumed { criterion: leaf.criterion, judgement: leaf.judgement, part, threshold, value: f64::of(value) });
                }
            }
        };
        take(None, None, &judgement.method);
        if let Method::Combine { of, .. } = &judgement.method {
            of.iter().enumerate().for_each(|(part, own)| take(Some(part), own.data_point.as_deref(), &own.method));
        }
    }
    out
}

/// Whether the scheme uses thresholds or parameters that the set marks as its assumption.
pub(super) fn has_assumptions(plan: &PanelPlan<'_>) -> bool {
    !assumed(plan).is_empty() || plan.set().header().parameters.iter().any(|own| own.basis == Basis::Assumption)
}

/// The domain of an input.
pub(super) fn bounds(plan: &PanelPlan<'_>, input: usize) -> Bounds {
    let own = plan.inputs().get(input).and_then(|input| {
        let leaf = plan.plan().leaves.get(input.leaf)?;
        plan.set().criteria().get(leaf.criterion)?.data_points.get(input.at.0)?.inputs.get(input.at.1)
    });
    let (minimum, above) = own.map_or((None, None), |own| (own.minimum.map(f64::of), own.above.map(f64::of)));
    let least = minimum.unwrap_or(f64::NEG_INFINITY);
    let (least, open) = above.filter(|above| *above >= least).map_or((least, false), |above| (above, true));
    Bounds { least, open, whole: own.is_some_and(|own| own.whole) }
}

/// Where the figure of a place stands and how wrong it may be; none without one.
fn spot(plan: &PanelPlan<'_>, city: &CityData, input: usize, row: usize, error: &FigureError) -> Option<(usize, f64, f64, f64)> {
    let own = plan.inputs().get(input)?;
    let of = |role: Role| {
        let is_it = |o: &crate::city::Observation| {
            (o.criterion.as_str(), o.data_point.as_deref(), o.role) == (&own.criterion, Some(own.data_point.as_str()), role)
        };
        let at = city.observations.iter().position(is_it)?;
        let Some(ObsValue::Number(value)) = city.observations.get(at)?.value else { return None };
        Some((at, f64::of(value)))
    };
    let (at, figure) = of(own.role)?;
    let data = plan.plan().leaves.get(own.leaf).and_then(|leaf| plan.set().criteria().get(leaf.criterion)?.data_points.get(own.at.0));
    let within = data.and_then(|data| data.inputs.get(own.at.1)?.within);
    let most = within.and_then(of).map_or(f64::INFINITY, |(_, most)| most);
    let error = match error {
        FigureError::Counted => {
            let (_, asked) = of(Role::Denominator)?;
            let share = (figure / asked).most(0.0).least(1.0);
            libm::sqrt(asked * share * (1.0 - share))
        }
        other => standard_error(other, row, figure),
    };
    (error > 0.0 && error.is_finite()).then_some((at, figure, error, most))
}

/// A figure with its error, drawn again while it is outside its domain. `normal`: a normal number for each attempt.
#[inline]
pub(super) fn draw_figure(figure: f64, error: f64, bounds: Bounds, most: f64, normal: impl Fn(u64) -> f64) -> f64 {
    for attempt in 0..TRIES {
        let x = figure + error * normal(attempt);
        let x = if bounds.whole { libm::round(x) } else { x };
        if x <= most && (x > bounds.least || (!bounds.open && x >= bounds.least)) {
            return x;
        }
    }
    figure
}

/// A drawn number as a decimal of at most 12 digits.
fn plain(x: f64) -> Option<Dec> {
    format!("{x:.11e}").parse().ok().and_then(shortest)
}
