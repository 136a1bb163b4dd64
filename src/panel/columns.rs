//! Columns held against a plan: names, lengths and every figure checked once, before anything is scored.

use super::column::{Cell, Column};
use super::input::PanelInput;
use super::mask::Mask;
use super::plan::PanelPlan;
use crate::city::{CityData, NotApplicable, ObsStatus, ObsValue, Observation, Sampling};
use crate::criteria::{DataKind, DataPoint, Expr, Input, Method, Outside};
use crate::finding::{Code, Finding, Findings, Origin, Place};
use crate::number::{Dec, Exact, Number, shortest};
use crate::steps::bind::domain;
use crate::steps::judge::goalposts::{Posts, refusal};
use alloc::format;
use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// Figures of many places for one plan, checked.
#[derive(Clone, Debug)]
pub struct Columns<'a> {
    units: usize,
    pub(super) columns: Vec<Option<Column<'a>>>,
    pub(super) complete: Vec<bool>,
    pub(super) not_applicable: Mask<'static>,
    pub(super) sampling: Option<Sampling>,
    /// Everything that is known of each place, where that is more than a row of figures.
    pub(super) cities: Option<Arc<Vec<CityData>>>,
}

impl<'a> Columns<'a> {
    /// How many places.
    #[must_use]
    pub fn units(&self) -> usize {
        self.units
    }

    /// How the people of every survey among the figures were chosen.
    #[must_use]
    pub fn with_sampling(mut self, sampling: Sampling) -> Self {
        self.sampling = Some(sampling);
        self
    }

    /// What stands in a row of an input, counted as in [`PanelPlan::inputs`].
    #[must_use]
    pub fn cell(&self, input: usize, row: usize) -> Cell {
        self.columns.get(input).and_then(Option::as_ref).map_or(Cell::Missing, |column| column.cell(row))
    }

    /// With the whole data of each place, for what judges it by itself.
    pub(super) fn with_cities(mut self, cities: Option<Arc<Vec<CityData>>>) -> Self {
        self.cities = cities;
        self
    }

    /// Some of the rows, in this order.
    pub(super) fn select(&self, rows: &[usize]) -> Columns<'static> {
        let columns: Vec<Option<Column<'static>>> = self.columns.iter().map(|own| own.as_ref().map(|own| own.select(rows))).collect();
        let complete = columns.iter().map(|own| own.as_ref().is_some_and(Column::is_complete)).collect();
        let cities = self.cities.as_ref().map(|all| Arc::new(rows.iter().filter_map(|row| all.get(*row).cloned()).collect()));
        let mut not_applicable = Mask::default();
        columns.iter().flatten().filter_map(Column::not_applicable).for_each(|mask| not_applicable.unite(mask));
        Columns { units: rows.len(), columns, complete, not_applicable, sampling: self.sampling, cities }
    }
}

impl PanelPlan<'_> {
    /// Holds columns against the plan, each under the name of its input ([`PanelInput::key`]). An input without a column is missing
    /// everywhere.
    ///
    /// # Errors
    /// All at once, by column and row (`/air/17`):
    /// - a name that the plan does not have, or has twice: `panel.unknown_column`, `panel.doubled_column`
    /// - a column with more or fewer rows than places: `panel.column_length`
    /// - an infinite figure, or one whose decimal is too long to be exact: `panel.not_exact`
    /// - a figure outside its domain: the codes of city data, such as `city.too_small`
    pub fn columns<'a, 'k>(&self, units: usize, columns: impl IntoIterator<Item = (&'k str, Column<'a>)>) -> Result<Columns<'a>, Findings> {
        let mut findings = Findings::default();
        let mut out = Columns {
            units,
            columns: self.inputs().iter().map(|_| None).collect(),
            complete: alloc::vec![false; self.inputs().len()],
            not_applicable: Mask::default(),
            sampling: None,
            cities: None,
        };
        for (name, column) in columns {
            let place = || Place::Pointer(format!("/{name}"));
            let Some((at, input)) = self.inputs().iter().enumerate().find(|(_, input)| input.is_called(name)) else {
                findings.push(Finding::new(Code::PanelUnknownColumn, place()).with("name", name).with("set", self.set().id()));
                continue;
            };
            let Some((slot, complete)) = out.columns.get_mut(at).zip(out.complete.get_mut(at)) else { continue };
            if slot.is_some() {
                findings.push(Finding::new(Code::PanelDoubledColumn, place()).with("name", name));
                continue;
            }
            if column.len() != units {
                findings.push(Finding::new(Code::PanelColumnLength, place()).with("found", column.len()).with("expected", units));
                continue;
            }
            self.check(input, &column, &mut findings);
            *complete = column.is_complete();
            if let Some(mask) = column.not_applicable() {
                out.not_applicable.unite(mask);
            }
            *slot = Some(column);
        }
        if findings.has_errors() { Err(findings) } else { Ok(out) }
    }

    /// Puts something else into one row of an input, counted as in [`PanelPlan::inputs`]. [`PanelPlan::score_row`] then judges that row
    /// anew. What is refused changes nothing.
    ///
    /// ```
    /// use dothi::{AssessOptions, Cell, Column, Date, Scores, UnitKind};
    /// let set = dothi::builtin::load("dti-922").unwrap();
    /// let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
    /// let plan = set.panel(UnitKind::Province, &options).unwrap();
    /// let figures = [0.5, 0.75, 0.25];
    /// let columns = plan.inputs().iter().map(|input| (input.key.as_str(), Column::from(&figures[..])));
    /// let mut columns = plan.columns(3, columns).unwrap();
    /// let mut scores = Scores::default();
    /// plan.score(&columns, &mut scores).unwrap();
    ///
    /// plan.put(&mut columns, 0, 2, Cell::Value(0.75)).unwrap();
    /// plan.score_row(&columns, 2, &mut scores).unwrap();
    /// assert!(scores.score()[2] > 0.25);
    /// let refused = plan.put(&mut columns, 0, 2, Cell::Value(2.0)).unwrap_err();
    /// assert_eq!((columns.cell(0, 2), refused.len()), (Cell::Value(0.75), 1));
    /// ```
    ///
    /// # Errors
    /// - columns of another plan: `panel.other_columns`
    /// - a row that is not there: `panel.column_length`
    /// - a figure that cannot be: those of [`PanelPlan::columns`]
    pub fn put(&self, columns: &mut Columns<'_>, input: usize, row: usize, cell: Cell) -> Result<(), Findings> {
        let cell = if matches!(cell, Cell::Value(value) if value.is_nan()) { Cell::Missing } else { cell };
        let mut findings = Findings::default();
        let (units, own) = (columns.units, self.inputs().get(input));
        match own.filter(|_| columns.columns.len() == self.inputs().len()) {
            None => findings.push(Finding::at(Code::PanelOtherColumns, "")),
            Some(own) if row >= units => {
                let place = Place::Pointer(format!("/{}/{row}", own.key));
                findings.push(Finding::new(Code::PanelColumnLength, place).with("found", row + 1).with("expected", units));
            }
            Some(own) => {
                if let (Cell::Value(value), Some(domain)) = (cell, self.domain(own)) {
                    domain.look(row, value, &mut findings);
                }
            }
        }
        let slot = columns.columns.get_mut(input).zip(columns.complete.get_mut(input)).filter(|_| !findings.has_errors());
        let Some((slot, complete)) = slot else { return Err(findings) };
        let slot = slot.get_or_insert_with(|| Column::from(alloc::vec![f64::NAN; units]));
        let had_one = matches!(slot.cell(row), Cell::Value(_));
        slot.put(row, cell);
        *complete &= matches!(cell, Cell::Value(_));
        let claimed = (0..columns.columns.len()).any(|at| columns.cell(at, row) == Cell::NotApplicable);
        columns.not_applicable.mark(row, units, claimed);
        if let (Some(cities), Some(own)) = (&mut columns.cities, own)
            && let Some(city) = Arc::make_mut(cities).get_mut(row)
        {
            put_into(city, own, cell, had_one);
        }
        Ok(())
    }

    /// What a figure of an input may be.
    fn domain<'p>(&'p self, input: &'p PanelInput) -> Option<Domain<'p>> {
        let leaf = self.plan().leaves.get(input.leaf)?;
        let criterion = self.set().criteria().get(leaf.criterion)?;
        let data = criterion.data_points.get(input.at.0)?;
        let own = data.inputs.get(input.at.1)?;
        let method = criterion.judge.get(leaf.judgement).map(|judgement| &judgement.method);
        Some(Domain { input, data, own, posts: method.and_then(|method| refusing(method, data)) })
    }

    fn check(&self, input: &PanelInput, column: &Column<'_>, findings: &mut Findings) {
        let Some(domain) = self.domain(input) else { return };
        let plain = Plain::of(&domain);
        // In runs, so that the quick look is one loop without branches.
        for (run, values) in column.values().chunks(RUN).enumerate() {
            if values.iter().fold(true, |all, value| all & plain.holds(*value)) {
                continue;
            }
            for row in run * RUN..run * RUN + values.len() {
                if let Cell::Value(value) = column.cell(row)
                    && !plain.holds(value)
                {
                    domain.look(row, value, findings);
                }
            }
        }
    }
}

/// The same in the data of a place, whose first observation of an input is that of its column, if it had one.
fn put_into(city: &mut CityData, input: &PanelInput, cell: Cell, had_one: bool) {
    let is_it = |obs: &Observation| {
        (obs.criterion.as_str(), obs.data_point.as_deref(), obs.role) == (&input.criterion, Some(input.data_point.as_str()), input.role)
    };
    let at = city.observations.iter().position(is_it).filter(|_| had_one);
    city.not_applicable.retain(|claim| claim.criterion != input.criterion);
    let place = || Place::Pointer(format!("/{}", input.key));
    match (cell, at) {
        (Cell::Value(value), at) => {
            let Some(value) = shortest(value).map(|exact| meant(input.kind, exact)) else { return };
            match at.and_then(|at| city.observations.get_mut(at)) {
                Some(obs) => (obs.value, obs.status) = (Some(value), ObsStatus::A),
                None => city.observations.insert(0, observation(input, value, place())),
            }
        }
        (_, at) => {
            if let Some(at) = at {
                city.observations.remove(at);
            }
            if cell == Cell::NotApplicable {
                let (criterion, reason) = (input.criterion.clone(), "—".to_string());
                city.not_applicable.push(NotApplicable { criterion, reason, origin: Origin::from(place()) });
            }
        }
    }
}

/// Rows of a quick look.
const RUN: usize = 1_024;

/// Goalposts that refuse what lies outside, where the figure itself is the value.
fn refusing(method: &Method, data: &DataPoint) -> Option<(Dec, Dec)> {
    match (method, &data.derive) {
        (Method::Goalposts { worst, best, outside: Outside::Refuse, .. }, Some(Expr::Input { .. })) => Some((*worst, *best)),
        _ => None,
    }
}

/// What a figure of an input may be.
struct Domain<'p> {
    input: &'p PanelInput,
    data: &'p DataPoint,
    own: &'p Input,
    /// Worst and best, where nothing outside is accepted.
    posts: Option<(Dec, Dec)>,
}

impl Domain<'_> {
    /// The second look, by the rules of city data.
    fn look(&self, row: usize, value: f64, findings: &mut Findings) {
        let place = || Place::Pointer(format!("/{}/{row}", self.input.key));
        let Some(exact) = shortest(value) else {
            findings.push(Finding::new(Code::PanelNotExact, place()).with("value", value));
            return;
        };
        let value = meant(self.input.kind, exact);
        domain(self.data, self.own, &observation(self.input, value, place()), value, findings);
        if let Some((worst, best)) = self.posts
            && Posts::new(worst, best, Exact::ONE).leaves_out(Exact::of(exact))
        {
            findings.push(refusal(worst, best, exact, &self.input.criterion, place()));
        }
    }
}

/// Figures that need no second look: sizes whose decimal is always short enough, within the domain and not near its edge.
struct Plain {
    least: f64,
    most: f64,
    /// Sizes below this are nought, and allowed.
    nought: f64,
}

/// Below this a decimal of 17 digits may need more places than 28.
const SMALL: f64 = 1e-11;

impl Plain {
    fn of(domain: &Domain<'_>) -> Self {
        if domain.data.kind != DataKind::Number || domain.own.whole {
            return Self { least: f64::INFINITY, most: f64::NEG_INFINITY, nought: 0.0 };
        }
        let posts = || domain.posts.into_iter();
        let lowest = domain.own.minimum.into_iter().chain(domain.own.above).chain(posts().map(|(worst, best)| worst.min(best)));
        let highest = posts().map(|(worst, best)| worst.max(best));
        let above = domain.own.above.is_none_or(|above| above < Dec::ZERO);
        let nought = above && lowest.clone().all(|least| least <= Dec::ZERO) && highest.clone().all(|most| most >= Dec::ZERO);
        let least = lowest.map(f64::of).fold(-1e27, f64::max);
        let most = highest.map(f64::of).fold(1e27, f64::min);
        let nought = if nought { f64::from_bits(1) } else { 0.0 };
        Self { least: least + least.abs() * 1e-12, most: most - most.abs() * 1e-12, nought }
    }

    /// NaN is no figure, so nothing is wrong with it. No part of it branches.
    #[inline]
    fn holds(&self, x: f64) -> bool {
        let size = x.abs();
        ((x >= self.least) & (x <= self.most) & (size >= SMALL)) | (size < self.nought) | x.is_nan()
    }
}

/// 1 and 0 are the answers to a yes/no question.
pub(super) fn meant(kind: DataKind, exact: Dec) -> ObsValue {
    match kind {
        DataKind::Boolean if exact == Dec::ZERO => ObsValue::Boolean(false),
        DataKind::Boolean if exact.to_string() == "1" => ObsValue::Boolean(true),
        _ => ObsValue::Number(exact),
    }
}

/// A figure of a column as an observation of a city.
pub(super) fn observation(input: &PanelInput, value: ObsValue, place: Place) -> Observation {
    Observation {
        criterion: input.criterion.clone(),
        data_point: Some(input.data_point.clone()),
        role: input.role,
        value: Some(value),
        unit: None,
        period: None,
        part: None,
        status: ObsStatus::A,
        quality: None,
        sampling: None,
        source: None,
        note: None,
        origin: Origin::from(place),
    }
}
