//! Data of several periods taken apart.

use super::{PanelSnapshot, PlacePanel};
use crate::city::{CityData, Observation};
use crate::criteria::{CriteriaSet, Criterion, DataPoint};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A place with what columns say of it.
pub(super) type Told = (CityData, Vec<(String, String)>);

/// How fine periods are: the parts of a date that are kept.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Grain {
    Year,
    Month,
    Day,
}

impl Grain {
    fn of(period: Date) -> Self {
        match (period.is_year(), period.is_day()) {
            (true, _) => Self::Year,
            (_, true) => Self::Day,
            _ => Self::Month,
        }
    }

    /// The period of this grain that holds another.
    fn holding(self, period: Date) -> Date {
        let (year, month, _) = period.first_day();
        match self {
            Self::Year => Date::from_parts(year, None, None),
            Self::Month => Date::from_parts(year, Some(month), None),
            Self::Day => None,
        }
        .unwrap_or(period)
    }
}

pub(super) fn split(set: &CriteriaSet, places: Vec<Told>) -> Result<PlacePanel, Findings> {
    let mut findings = Findings::default();
    let Some(kind) = places.first().map(|(city, _)| city.unit.kind) else {
        findings.push(Finding::at(Code::CsvNoRows, ""));
        return Err(findings);
    };
    for (city, _) in places.iter().filter(|(city, _)| city.unit.kind != kind) {
        let finding = Finding::new(Code::PanelMixedKinds, city.origin.within("/unit/kind"));
        findings.push(finding.with("value", city.unit.kind.as_str()).with("first", kind.as_str()));
    }
    let grain = places.iter().flat_map(|(city, _)| periods(city)).map(Grain::of).min().unwrap_or(Grain::Year);
    let mut by_code: BTreeMap<String, Vec<Told>> = BTreeMap::new();
    for place in places {
        by_code.entry(place.0.unit.code.clone()).or_default().push(place);
    }
    let splitter = Splitter { set, grain };
    let mut snapshots = Vec::new();
    for (_, own) in by_code {
        splitter.place(own, &mut snapshots, &mut findings);
    }
    if findings.has_errors() { Err(findings) } else { Ok(PlacePanel { kind, snapshots }) }
}

/// Every period that figures of a place stand for.
fn periods(city: &CityData) -> impl Iterator<Item = Date> + '_ {
    city.observations.iter().filter_map(|obs| obs.period).chain(city.period)
}

struct Splitter<'s> {
    set: &'s CriteriaSet,
    grain: Grain,
}

/// What figures of one data point are told apart by.
type Key<'k> = (&'k str, Option<&'k str>);

impl Splitter<'_> {
    fn place(&self, mut own: Vec<Told>, out: &mut Vec<PanelSnapshot>, findings: &mut Findings) {
        if let [(city, _)] = own.as_slice()
            && city.period.is_none()
        {
            let periods: BTreeSet<Date> = dated(city).filter_map(|obs| obs.period).map(|period| self.grain.holding(period)).collect();
            if periods.len() > 1 {
                for obs in city.observations.iter().filter(|obs| obs.period.is_none()) {
                    let finding = Finding::new(Code::PanelNoPeriod, obs.origin.place());
                    findings.push(finding.with("code", &city.unit.code).with("id", &obs.criterion));
                }
                for period in periods {
                    out.extend(own.first().map(|(city, columns)| self.snapshot(city, columns, Some(period), None)));
                }
                return;
            }
        }
        // The latest figure says which period data without one are of.
        let period = |city: &CityData| city.period.or_else(|| periods(city).max_by_key(|p| p.last_day())).map(|p| self.grain.holding(p));
        own.sort_by_key(|(city, _)| period(city).map(|p| (p.first_day(), p.last_day())));
        let pool: Vec<Observation> = own.iter().flat_map(|(city, _)| dated(city)).collect();
        let mut last: Option<Option<Date>> = None;
        for (city, columns) in &own {
            let mine = period(city);
            if last == Some(mine) {
                let finding = Finding::new(Code::PanelDoubledPlace, city.origin.within("/unit/code"));
                findings.push(finding.with("code", &city.unit.code).with("first", mine.map_or_else(|| "—".into(), |p| format!("{p}"))));
            }
            last = Some(mine);
            out.push(self.snapshot(city, columns, mine, Some(&pool)));
        }
    }

    /// The data of one period. Older figures, of the same data or of the pool of all data of the place, stand there for rules that
    /// look back, but only where the data point is complete in the period: else an old value would pass for one of this period.
    /// Data that are of one period as a whole (there is a pool then) keep the figures they have, as an assessment does.
    fn snapshot(&self, city: &CityData, columns: &[(String, String)], period: Option<Date>, pool: Option<&[Observation]>) -> PanelSnapshot {
        let mut out = city.clone();
        let columns = columns.to_vec();
        let Some(period) = period else { return PanelSnapshot { city: out, period: None, columns } };
        out.period = Some(period);
        let mut all: Vec<Observation> = dated(city).collect();
        let key = |obs: &Observation| (obs.criterion.clone(), obs.data_point.clone(), obs.role, obs.part.clone(), obs.period);
        let known: BTreeSet<_> = all.iter().map(key).collect();
        let given = if pool.is_some() { all.len() } else { 0 };
        all.extend(pool.unwrap_or_default().iter().filter(|obs| !known.contains(&key(obs))).cloned());
        let mut groups: BTreeMap<Key<'_>, Vec<(bool, &Observation)>> = BTreeMap::new();
        for (at, obs) in all.iter().enumerate() {
            groups.entry((obs.criterion.as_str(), obs.data_point.as_deref())).or_default().push((at < given, obs));
        }
        let mut kept = Vec::new();
        for ((criterion, point), group) in groups {
            let point = self.criterion(criterion).and_then(|criterion| find(criterion, point));
            let inside = |obs: &Observation| obs.period.is_none_or(|own| self.grain.holding(own) == period);
            let own_period = |obs: &Observation| point.is_some_and(|p| p.inputs.iter().any(|i| i.role == obs.role && i.own_period));
            let has = |role| group.iter().any(|(_, obs)| inside(obs) && obs.role == role && !obs.status.is_absent());
            let complete = point.is_some_and(|p| p.inputs.iter().all(|input| input.own_period || has(input.role)));
            let not_later = |obs: &Observation| obs.period.is_none_or(|own| self.grain.holding(own).last_day() <= period.last_day());
            let keep = |given: bool, obs: &Observation| given || inside(obs) || own_period(obs) || (complete && not_later(obs));
            kept.extend(group.iter().filter(|(given, obs)| keep(*given, obs)).map(|(_, obs)| (*obs).clone()));
        }
        out.observations = kept;
        PanelSnapshot { city: out, period: Some(period), columns }
    }

    /// A criterion by id, else by the label it is printed with.
    fn criterion(&self, name: &str) -> Option<&Criterion> {
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect::<String>();
        self.set.criterion(name).or_else(|| self.set.criteria().iter().find(|criterion| bare(&criterion.label) == bare(name)))
    }
}

/// The observations, each with its period; one without has that of the data.
fn dated(city: &CityData) -> impl Iterator<Item = Observation> + '_ {
    city.observations.iter().map(|obs| Observation { period: obs.period.or(city.period), ..obs.clone() })
}

fn find<'c>(criterion: &'c Criterion, point: Option<&str>) -> Option<&'c DataPoint> {
    match point {
        Some(id) => criterion.data_points.iter().find(|point| point.id == id),
        None => criterion.data_points.first(),
    }
}
