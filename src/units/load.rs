//! From tables to the registry; every row fits the others or has a finding.

use super::model::{AdminType, AdminUnit, ListSource};
use super::name::{MOST_BYTES, before, listed};
use super::registry::{Named, UnitRegistry};
use super::search::Searched;
use super::table::{Line, Table};
use crate::criteria::{Confidence, UnitKind};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings, Place};
use crate::json::is_id;
use crate::text::Text;
use crate::vietnamese::fold;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

const PROVINCES: &[&str] = &["code", "name_vi", "kind_vi", "valid_from", "valid_to", "communes"];
const COMMUNES: &[&str] = &["code", "name_vi", "kind_vi", "province_code", "valid_from", "valid_to", "code_draft"];
const SOURCES: &[&str] = &[
    "id",
    "kind",
    "number",
    "title_vi",
    "title_en",
    "issuer_vi",
    "issuer_en",
    "issued",
    "effective",
    "url",
    "retrieved",
    "confidence",
    "tables",
    "note",
];
const KNOWN: &str = "provinces-*.csv, communes-*.csv, successors.csv, aliases.csv, sources.csv";

/// The registry being made, and what was found.
#[derive(Default)]
pub(super) struct Loader {
    pub(super) registry: UnitRegistry,
    pub(super) findings: Findings,
    /// Table and row of each unit.
    places: Vec<(String, u32)>,
}

impl UnitRegistry {
    /// Reads lists of one's own: tables with their file names, as `criteria/units/README.md` describes them. Any number of
    /// `provinces-….csv` and `communes-….csv`, one `successors.csv`, `aliases.csv` and `sources.csv`.
    ///
    /// # Errors
    /// Every finding at once: tables that cannot be read; codes, names or dates that contradict each other; successors, parents
    /// and aliases of units that are not listed; aliases that would not be unique.
    ///
    /// ```
    /// use dothi::units::UnitRegistry;
    /// let list = "code,name_vi,kind_vi,valid_from,valid_to,communes\n01,Hà Nội,thủ đô,2025-07-01,,\n";
    /// let findings = UnitRegistry::from_tables(&[("provinces-2025.csv", list.as_bytes())]).unwrap_err();
    /// assert_eq!(findings.iter().next().unwrap().code().as_str(), "json.unknown_choice");
    /// ```
    pub fn from_tables(tables: &[(&str, &[u8])]) -> Result<Self, Findings> {
        let mut loader = Loader::default();
        loader.names(tables);
        let mut sorted = tables.to_vec();
        sorted.sort_unstable_by_key(|(name, _)| *name);
        for (name, bytes) in sorted.iter().filter(|(name, _)| name.starts_with("provinces-")) {
            loader.units(name, bytes, PROVINCES, UnitKind::Province);
        }
        for (name, bytes) in sorted.iter().filter(|(name, _)| name.starts_with("communes-")) {
            loader.units(name, bytes, COMMUNES, UnitKind::Commune);
        }
        loader.order();
        loader.parents();
        let given = |wanted: &str| sorted.iter().find(|(name, _)| *name == wanted).copied();
        if let Some((name, bytes)) = given("successors.csv") {
            loader.successors(name, bytes);
        }
        loader.ended();
        if let Some((name, bytes)) = given("sources.csv") {
            loader.sources(name, bytes);
        }
        if let Some((name, bytes)) = given("aliases.csv") {
            loader.aliases(name, bytes);
        }
        let Loader { registry, findings, .. } = loader;
        findings.settle(Some(registry)).map(|(registry, _)| registry)
    }
}

impl Loader {
    fn names(&mut self, tables: &[(&str, &[u8])]) {
        let is_list = |name: &str| (name.starts_with("provinces-") || name.starts_with("communes-")) && name.ends_with(".csv");
        for (at, (name, _)) in tables.iter().enumerate() {
            let find = |code| Finding::new(code, Place::cell(name, 0, "")).with("name", name);
            if tables.iter().take(at).any(|(before, _)| before == name) {
                self.findings.push(find(Code::TableDoubled));
            } else if !is_list(name) && !["successors.csv", "aliases.csv", "sources.csv"].contains(name) {
                self.findings.push(find(Code::TableUnknown).with("known", KNOWN));
            }
        }
        if !tables.iter().any(|(name, _)| name.starts_with("provinces-")) {
            self.findings.push(Finding::new(Code::TableMissing, Place::cell("provinces-*.csv", 0, "")));
        }
    }

    fn units(&mut self, name: &str, bytes: &[u8], columns: &'static [&'static str], kind: UnitKind) {
        let words: Vec<(&str, AdminType)> =
            AdminType::ALL.into_iter().filter(|admin_type| admin_type.kind() == kind).map(|t| (t.words().0, t)).collect();
        let table = Table::read(name, bytes, columns, &mut self.findings);
        for line in table.lines() {
            if let Some((unit, key)) = self.unit(line, kind, &words) {
                self.add(unit, key, line, name);
            }
        }
    }

    /// A unit and the key of its name.
    fn unit(&mut self, line: Line<'_>, kind: UnitKind, words: &[(&str, AdminType)]) -> Option<(AdminUnit, String)> {
        let code = self.code(line, "code");
        let name = line.filled("name_vi", &mut self.findings);
        let admin_type = line.choice("kind_vi", words, &mut self.findings);
        let parent = if kind == UnitKind::Commune { Some(self.code(line, "province_code")?) } else { None };
        let valid_from = line.filled("valid_from", &mut self.findings).and_then(|_| line.date("valid_from", &mut self.findings));
        let valid_to = line.date("valid_to", &mut self.findings);
        let draft_code = line.text("code_draft");
        let (code, name, admin_type, valid_from) = (code?, name?, admin_type?, valid_from?);
        self.order_of_dates(line, Some(valid_from), valid_to);
        let Some(key) = listed(name, admin_type) else {
            self.findings.push(line.fault("name_vi", Code::TextTooLong).with("size", name.chars().count()).with("most", MOST_BYTES));
            return None;
        };
        let unit = AdminUnit { code, name: name.into(), kind, admin_type, parent, valid_from, valid_to, draft_code, at: 0 };
        Some((unit, key))
    }

    /// A code that is filled and short; it needs no more to be looked up.
    pub(super) fn code(&mut self, line: Line<'_>, column: &str) -> Option<String> {
        let code = line.filled(column, &mut self.findings)?;
        if !is_id(code) {
            self.findings.push(line.fault(column, Code::BadId).with("value", code));
            return None;
        }
        Some(code.into())
    }

    pub(super) fn order_of_dates(&mut self, line: Line<'_>, from: Option<Date>, to: Option<Date>) {
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            let finding = line.fault("valid_to", Code::DateOrder).with("first", "valid_from").with("from", from);
            self.findings.push(finding.with("second", "valid_to").with("to", to));
        }
    }

    fn add(&mut self, mut unit: AdminUnit, key: String, line: Line<'_>, table: &str) {
        unit.at = self.registry.units.len();
        let same_code = self.registry.versions(&unit.code).find(|other| overlap(other, &unit));
        let named = self.registry.names.get(&key).into_iter().flatten();
        let same_name = named
            .filter_map(|named| if let Named::Unit(at) = named { self.registry.units.get(*at) } else { None })
            .find(|other| other.admin_type == unit.admin_type && other.parent == unit.parent && overlap(other, &unit));
        for (column, other, value) in [("code", same_code, &unit.code), ("name_vi", same_name, &unit.name)] {
            if let Some((table, row)) = other.and_then(|other| self.places.get(other.at)) {
                let first = format!("{row} ({table})");
                self.findings.push(line.fault(column, Code::TableDoubledRow).with("key", value).with("first", first));
            }
        }
        let registry = &mut self.registry;
        registry.codes.entry(unit.code.clone()).or_default().push(unit.at);
        if let Some(draft) = &unit.draft_code {
            registry.drafts.entry(draft.clone()).or_default().push(unit.at);
        }
        registry.names.entry(key.clone()).or_default().push(Named::Unit(unit.at));
        let name = fold(&key);
        let full = format!("{} {name}", before(unit.admin_type));
        registry.searched.push(Searched { name, key, full, aliases: Vec::new() });
        registry.units.push(unit);
        self.places.push((table.into(), line.row));
    }

    /// Versions of a code stand in the order of time.
    fn order(&mut self) {
        let UnitRegistry { codes, units, .. } = &mut self.registry;
        for versions in codes.values_mut() {
            versions.sort_by_key(|at| units.get(*at).map(|unit| unit.valid_from));
        }
    }

    fn parents(&mut self) {
        for unit in &self.registry.units {
            let Some(parent) = &unit.parent else { continue };
            let listed = self.registry.code(parent, unit.valid_from).is_some_and(|parent| parent.kind == UnitKind::Province);
            if !listed && let Some((table, row)) = self.places.get(unit.at) {
                let finding = Finding::new(Code::TableUnknownRef, Place::cell(table, *row, "province_code"));
                self.findings.push(finding.with_both("what", ("đơn vị", "unit")).with("id", parent).with("table", "provinces-*.csv"));
            }
        }
    }

    /// A province that ended has a successor.
    fn ended(&mut self) {
        let led_on: BTreeSet<usize> = self.registry.successions.iter().map(|step| step.from).collect();
        for unit in self.registry.units.iter().filter(|unit| unit.kind == UnitKind::Province && unit.valid_to.is_some()) {
            if !led_on.contains(&unit.at)
                && let Some((table, row)) = self.places.get(unit.at)
            {
                let finding = Finding::new(Code::TableMissingRow, Place::cell(table, *row, "valid_to"));
                let why = ("đơn vị này đã hết hiệu lực", "this unit has ended");
                self.findings.push(finding.with("table", "successors.csv").with("key", &unit.code).with_both("why", why));
            }
        }
    }

    fn sources(&mut self, name: &str, bytes: &[u8]) {
        let table = Table::read(name, bytes, SOURCES, &mut self.findings);
        for line in table.lines() {
            for column in ["issued", "effective", "retrieved"] {
                if let Some(cell) = line.cell(column).filter(|cell| Date::parse(cell).is_none()) {
                    self.findings.push(line.fault(column, Code::BadDate).with("value", cell));
                }
            }
            let id = self.code(line, "id");
            let findings = &mut self.findings;
            let title = line.filled("title_vi", findings).zip(line.filled("title_en", findings));
            let confidence = line.choice("confidence", Confidence::WORDS, findings);
            let tables = line.filled("tables", findings);
            let (Some(id), Some((vi, en)), Some(confidence), Some(tables)) = (id, title, confidence, tables) else { continue };
            if let Some(first) = self.registry.sources.iter().position(|source| source.id == id) {
                self.findings.push(line.fault("id", Code::TableDoubledRow).with("key", &id).with("first", first + 2));
            }
            let tables = tables.split(';').map(String::from).collect();
            let title = Text::new(vi, en);
            let source = ListSource { id, number: line.text("number"), title, url: line.text("url"), confidence, tables };
            self.registry.sources.push(source);
        }
    }
}

/// True when both stand on some day.
fn overlap(a: &AdminUnit, b: &AdminUnit) -> bool {
    a.valid_to.is_none_or(|end| b.valid_from <= end) && b.valid_to.is_none_or(|end| a.valid_from <= end)
}
