//! A tidy table: a row for each place, period and criterion. Its figures are read as tables of facts, by the rules of city data.

use super::split::{Told, split};
use super::{PlacePanel, attributes, cell};
use crate::city::{CityData, CityFile, CsvOptions, FactCell, FactColumn, FactRow, FactTable, NotApplicable, ObsStatus, day_first};
use crate::criteria::{CriteriaSet, UnitKind};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings};
use crate::records::{Record, Records};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Columns without which no row can be read.
const NEEDED: [&str; 6] = ["unit_code", "name_vi", "kind", "period", "criterion", "value"];
/// Those that say what the place is.
const OF_PLACE: [&str; 3] = ["name_vi", "name_en", "kind"];
/// As many as city data may have.
const MOST_ROWS: u32 = 2_000_000;

/// What the rows of a place in one period say of it: the first filled cell of each column.
type Said = BTreeMap<String, (u32, String)>;

pub(super) fn read(
    text: &str,
    (separator, names): (u8, &[String]),
    csv: &CsvOptions,
    set: &CriteriaSet,
    own: &[&str],
) -> Result<PlacePanel, Findings> {
    let mut findings = Findings::default();
    for name in NEEDED.into_iter().filter(|needed| !names.iter().any(|name| name == needed)) {
        findings.push(Finding::new(Code::CsvMissingColumn, cell(1, "")).with("name", name));
    }
    for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        if names.iter().take(at).any(|earlier| earlier == name) {
            findings.push(Finding::new(Code::CsvDoubledColumn, cell(1, name)).with("name", name));
        }
    }
    if findings.has_errors() {
        return Err(findings);
    }
    let mut reading = Reading::new(names, set, own);
    let mut records = Records::new(text, separator);
    records.next();
    while let Some(next) = records.next_row(MOST_ROWS) {
        match next {
            Ok(record) => reading.row(record, &mut findings),
            Err(bad) => {
                findings.push(bad.finding);
                return Err(findings);
            }
        }
    }
    reading.finish(csv, set, findings)
}

struct Reading<'n> {
    names: &'n [String],
    /// Columns that speak of the place: its name and kind, its attributes, the caller's own.
    told: Vec<(usize, &'n str)>,
    /// Columns of facts, `criterion` among them.
    facts: Vec<usize>,
    table: FactTable,
    /// By code and period.
    places: BTreeMap<(String, Option<Date>), Said>,
    /// First row of each code.
    first: BTreeMap<String, u32>,
}

impl<'n> Reading<'n> {
    fn new(names: &'n [String], set: &CriteriaSet, own: &[&str]) -> Self {
        let own = attributes::names(set, own);
        let is_told = |name: &str| OF_PLACE.contains(&name) || own.contains(&name);
        let all = || names.iter().enumerate().filter(|(_, name)| !name.is_empty());
        let facts: Vec<usize> = all().filter(|(_, name)| !is_told(name)).map(|(at, _)| at).collect();
        let mut table = FactTable::new("", 1);
        let column = |at: &usize| {
            let name = names.get(*at).map_or("", String::as_str);
            FactColumn::new(if name == "criterion" { "item" } else { name }, number(*at), name)
        };
        table.columns = facts.iter().map(column).collect();
        if table.position("role").is_none() {
            table.columns.push(FactColumn::new("role", 0, "role"));
        }
        let told = all().filter(|(_, name)| is_told(name)).map(|(at, name)| (at, name.as_str())).collect();
        Self { names, told, facts, table, places: BTreeMap::new(), first: BTreeMap::new() }
    }

    fn row(&mut self, record: Record<'_>, findings: &mut Findings) {
        if (0..record.len()).all(|at| record.cell(at).is_empty()) {
            return;
        }
        if let Some(stray) = (self.names.len()..record.len()).map(|at| record.cell(at)).find(|cell| !cell.is_empty()) {
            findings.push(Finding::new(Code::CsvCellWithoutColumn, cell(record.row, "")).with("value", stray));
        }
        let of = |name: &str| self.names.iter().position(|own| own == name).map_or("", |at| record.cell(at));
        let (code, period) = (of("unit_code"), of("period"));
        for name in ["unit_code", "period", "criterion"].into_iter().filter(|name| of(name).is_empty()) {
            findings.push(Finding::new(Code::CsvMissingCell, cell(record.row, name)));
        }
        let period = Date::parse(period).or_else(|| day_first(period));
        self.first.entry(code.into()).or_insert(record.row);
        let said = self.places.entry((code.into(), period)).or_default();
        for (at, name) in &self.told {
            let text = crate::vietnamese::compose(record.cell(*at)).unwrap_or_else(|| record.cell(*at).into());
            if text.is_empty() {
                continue;
            }
            let (row, first) = said.entry(String::from(*name)).or_insert_with(|| (record.row, text.clone()));
            if *first != text {
                let finding = Finding::new(Code::PanelTwoValues, cell(record.row, name)).with("code", code).with("value", &text);
                findings.push(finding.with("first", &*first).with("row", *row));
            }
        }
        let role = self.table.position("role");
        let mut cells: Vec<FactCell> = Vec::with_capacity(self.table.columns.len());
        for at in &self.facts {
            let text = record.cell(*at);
            let name = self.names.get(*at).map_or("", String::as_str);
            // These words would mean something else in a table of facts.
            let is_word = name == "criterion" && ["unit", "reference", "published"].contains(&text);
            cells.push(FactCell::text(if is_word { format!("criterion:{text}") } else { text.to_string() }));
        }
        cells.resize(self.table.columns.len(), FactCell::default());
        if let Some(cell) = role.and_then(|at| cells.get_mut(at)).filter(|cell| cell.text.is_empty()) {
            *cell = FactCell::text("value");
        }
        self.table.rows.push(FactRow::new(record.row, cells));
    }

    fn finish(mut self, csv: &CsvOptions, set: &CriteriaSet, mut findings: Findings) -> Result<PlacePanel, Findings> {
        let mut tables: Vec<FactTable> = OF_PLACE.iter().map(|name| self.attribute(name)).collect();
        tables.push(core::mem::take(&mut self.table));
        let file = match CityFile::from_tables(&tables, csv) {
            Ok((file, _)) => file,
            Err(found) => {
                findings.append(found);
                return Err(findings);
            }
        };
        let by_code: BTreeMap<&str, &CityData> = file.cities.iter().map(|city| (city.unit.code.as_str(), city)).collect();
        let mut places: Vec<Told> = Vec::new();
        for ((code, period), said) in &self.places {
            let Some(city) = by_code.get(code.as_str()) else { continue };
            places.push(of_period(city, *period, said, &mut findings));
        }
        if findings.has_errors() { Err(findings) } else { split(set, places) }
    }

    /// The rows that give every place one attribute, by its first row that says it.
    fn attribute(&self, name: &str) -> FactTable {
        let at = self.names.iter().position(|own| own == name).map_or(0, number);
        let mut table = FactTable::new("", 1);
        table.columns =
            [("unit_code", 0), ("item", 0), ("role", 0), ("value", at)].map(|(own, at)| FactColumn::new(own, at, name)).to_vec();
        let mut done: BTreeMap<&str, ()> = BTreeMap::new();
        for ((code, _), said) in &self.places {
            let Some((row, text)) = said.get(name).filter(|_| !done.contains_key(code.as_str())) else { continue };
            done.insert(code, ());
            table.rows.push(FactRow::new(*row, [code.as_str(), "unit", name, text].map(FactCell::text).to_vec()));
        }
        table
    }
}

/// A place in one period: its figures of that period, and what its rows say of it then.
fn of_period(city: &CityData, period: Option<Date>, said: &Said, findings: &mut Findings) -> Told {
    let mut out = city.clone();
    out.period = period;
    out.observations.retain(|obs| obs.period == period);
    let mut told = Vec::new();
    for (name, (row, text)) in said {
        match name.as_str() {
            "name_vi" => out.unit.name.vi.clone_from(text),
            "name_en" => out.unit.name.en = Some(text.clone()),
            "kind" => {
                if let Some((_, kind)) = UnitKind::WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)) {
                    out.unit.kind = *kind;
                }
            }
            _ if attributes::set(&mut out.unit, name, text, || cell(*row, name), findings) => {}
            _ => told.push((name.clone(), text.clone())),
        }
    }
    // What cannot exist is a claim, as it is in a wide table.
    let cannot: Vec<NotApplicable> = out.observations.iter().filter(|obs| obs.status == ObsStatus::M).fold(Vec::new(), |mut all, obs| {
        if all.iter().all(|claim: &NotApplicable| claim.criterion != obs.criterion) {
            let reason = obs.note.clone().unwrap_or_else(|| "—".into());
            all.push(NotApplicable { criterion: obs.criterion.clone(), reason, origin: obs.origin.clone() });
        }
        all
    });
    out.observations.retain(|obs| obs.status != ObsStatus::M);
    out.not_applicable.extend(cannot);
    (out, told)
}

/// A column as a sheet counts it, A being 1.
fn number(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(0)
}
