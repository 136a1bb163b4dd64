//! The rows of a file as tables of facts.

use super::STRUCTURE_ID;
use super::columns::{
    Column, INDICATOR, MISSING, NOT_A_NUMBER, NOT_APPLICABLE, OBS_STATUS, OBS_VALUE, OBSERVATION, PLACE, PLACE_KIND, PLACE_NAME, REF_AREA,
    SWITCHED_OFF, TIME_PERIOD, TOTAL,
};
use super::header::{Header, cell};
use super::values::{self, Status};
use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::array;
use dothi::{Code, Dec, FactCell, FactColumn, FactRow, FactTable, Finding, Findings};

/// So many structures are named; a file has one or two.
const MOST_STRUCTURES: usize = 20;

/// What the rows read so far come to.
pub(super) struct Rows {
    header: Header,
    observations: FactTable,
    places: Vec<FactTable>,
    /// What each place says of itself, so that what rows repeat is said once.
    said: BTreeSet<(usize, String, String)>,
    /// Places in the order in which they come, with row and label.
    areas: BTreeMap<String, Area>,
    structures: BTreeSet<String>,
    /// Row and unread cells by the key of an observation.
    keys: BTreeMap<String, (u32, Vec<String>)>,
    confused: BTreeSet<usize>,
    pub(super) findings: Findings,
}

/// A place as the rows name it.
struct Area {
    row: u32,
    label: Option<String>,
}

impl Rows {
    pub(super) fn new(header: Header, row: u32) -> Self {
        let column = |column: &Column, at: Option<usize>| {
            let at = at.and_then(|at| u32::try_from(at).ok()).map_or(0, |at| at.saturating_add(1));
            FactColumn::new(column.fact, at, column.id)
        };
        let mut observations = FactTable::new("", row);
        observations.columns = OBSERVATION.iter().zip(header.observation).map(|(c, at)| column(c, at)).collect();
        let place = |(of, at): (&Column, Option<usize>)| {
            let area = FactColumn::new("unit_code", 0, "REF_AREA");
            let mut table = FactTable::new("", row);
            table.columns = Vec::from([area, FactColumn::new("item", 0, ""), FactColumn::new("role", 0, of.id), column(of, at)]);
            if let Some(value) = table.columns.last_mut() {
                value.name = "value".into();
            }
            table
        };
        let places = PLACE.iter().zip(header.place).map(place).collect();
        Self {
            header,
            observations,
            places,
            said: BTreeSet::new(),
            areas: BTreeMap::new(),
            structures: BTreeSet::new(),
            keys: BTreeMap::new(),
            confused: BTreeSet::new(),
            findings: Findings::default(),
        }
    }

    /// Reads one row.
    pub(super) fn row(&mut self, row: u32, cells: &[&str]) {
        if cells.iter().all(|cell| cell.is_empty()) {
            return;
        }
        self.frame(row, cells);
        let texts: [&str; OBSERVATION.len()] = array::from_fn(|at| {
            let column = OBSERVATION.get(at).zip(self.header.observation.get(at));
            column.map_or("", |(column, at)| self.text(column, *at, cells))
        });
        let area = texts[REF_AREA];
        self.remember(area, row, cells);
        self.attributes(area, row, cells);
        if texts.iter().skip(REF_AREA + 1).all(|text| text.is_empty()) {
            return;
        }
        self.tell_apart(row, cells, &texts);
        self.multiplied(row, cells);
        let facts = self.facts(row, texts);
        self.observations.rows.push(FactRow::new(row, facts));
    }

    /// Structure and action.
    fn frame(&mut self, row: u32, cells: &[&str]) {
        let of = |at: usize| cells.get(at).copied().unwrap_or_default();
        if !["dataflow", "datastructure", "dataprovision"].contains(&of(0)) {
            self.findings.push(Finding::new(Code::SdmxUnknownStructure, cell(row, Some(0), "STRUCTURE")).with("value", of(0)));
        }
        let id = without_label(of(1));
        if id != STRUCTURE_ID && self.structures.len() < MOST_STRUCTURES && self.structures.insert(id.into()) {
            let finding = Finding::new(Code::SdmxForeignStructure, cell(row, Some(1), "STRUCTURE_ID"));
            self.findings.push(finding.with("id", id).with("own", STRUCTURE_ID));
        }
        let Some(at) = self.header.action else { return };
        let code = match without_label(of(at)) {
            "" | "I" | "A" | "M" | "R" => return,
            "D" => Code::SdmxDelete,
            _ => Code::SdmxUnknownAction,
        };
        self.findings.push(Finding::new(code, cell(row, Some(at), "ACTION")).with("value", of(at)));
    }

    /// The text of a cell without label; empty where it says that there is nothing.
    fn text<'c>(&self, column: &Column, at: Option<usize>, cells: &[&'c str]) -> &'c str {
        let text = at.and_then(|at| cells.get(at)).copied().unwrap_or_default();
        let text = if self.header.labels && column.coded { without_label(text) } else { text };
        let nothing = match column.id {
            "OBS_VALUE" => false,
            "DATA_POINT" => [SWITCHED_OFF, NOT_APPLICABLE].contains(&text),
            "PART" => [SWITCHED_OFF, NOT_APPLICABLE, TOTAL].contains(&text),
            _ => text == MISSING || (column.dimension && text == SWITCHED_OFF),
        };
        if nothing { "" } else { text }
    }

    fn remember(&mut self, area: &str, row: u32, cells: &[&str]) {
        if area.is_empty() || self.areas.contains_key(area) {
            return;
        }
        let at = self.header.observation[REF_AREA];
        let text = at.and_then(|at| cells.get(at)).copied().unwrap_or_default();
        let label = text.split_once(": ").filter(|_| self.header.labels).map(|(_, label)| label.trim().to_string());
        self.areas.insert(area.into(), Area { row, label: label.filter(|label| !label.is_empty()) });
    }

    /// What the row says of the place itself.
    fn attributes(&mut self, area: &str, row: u32, cells: &[&str]) {
        for (nth, (column, at)) in PLACE.iter().zip(self.header.place).enumerate() {
            let text = self.text(column, at, cells);
            if text.is_empty() || !self.said.insert((nth, area.into(), text.into())) {
                continue;
            }
            if let Some(table) = self.places.get_mut(nth) {
                let facts = [area, "unit", column.fact, text].map(FactCell::text);
                table.rows.push(FactRow::new(row, facts.to_vec()));
            }
        }
    }

    /// Two rows of one key that differ in columns that nobody reads are different facts.
    fn tell_apart(&mut self, row: u32, cells: &[&str], texts: &[&str]) {
        if self.header.unknown.is_empty() {
            return;
        }
        let key: Vec<&str> = OBSERVATION.iter().zip(texts).filter(|(column, _)| column.dimension).map(|(_, text)| *text).collect();
        let unread = |at: usize| cells.get(at).copied().unwrap_or_default();
        let others: Vec<String> = self.header.unknown.iter().map(|column| unread(column.at).into()).collect();
        let key = key.join("\u{1F}");
        let Some((first, before)) = self.keys.get(&key) else {
            self.keys.insert(key, (row, others));
            return;
        };
        for (nth, (column, (one, other))) in self.header.unknown.iter().zip(before.iter().zip(&others)).enumerate() {
            if one != other && self.confused.insert(nth) {
                let finding = Finding::new(Code::SdmxUnknownDimension, cell(row, Some(column.at), &column.name));
                self.findings.push(finding.with("name", &column.name).with("first", first));
            }
        }
    }

    fn multiplied(&mut self, row: u32, cells: &[&str]) {
        let Some(at) = self.header.multiplier else { return };
        let text = without_label(cells.get(at).copied().unwrap_or_default());
        if !["", "0", MISSING].contains(&text) {
            self.findings.push(Finding::new(Code::SdmxMultiplier, cell(row, Some(at), "UNIT_MULT")).with("value", text));
        }
    }

    /// The cells of an observation as a table of facts has them.
    fn facts(&mut self, row: u32, mut texts: [&str; OBSERVATION.len()]) -> Vec<FactCell> {
        let header = &self.header;
        let mut say = |code, at: usize, value: &str| {
            let place = OBSERVATION.get(at).zip(header.observation.get(at)).map(|(column, at)| cell(row, *at, column.id));
            self.findings.push(Finding::new(code, place.unwrap_or_else(|| cell(row, None, ""))).with("value", value));
        };
        let status = texts[OBS_STATUS];
        match values::status(status) {
            Status::Kept => {}
            Status::Missing => {
                say(Code::SdmxStatusRead, OBS_STATUS, status);
                texts[OBS_STATUS] = "O";
            }
            Status::Unknown => {
                say(Code::SdmxUnknownStatus, OBS_STATUS, status);
                texts[OBS_STATUS] = "";
            }
        }
        let value = texts[OBS_VALUE];
        if [MISSING, NOT_A_NUMBER].contains(&value) {
            texts[OBS_VALUE] = "";
            if !["O", "M"].contains(&texts[OBS_STATUS]) {
                say(Code::SdmxMissingValue, OBS_VALUE, value);
                texts[OBS_STATUS] = "O";
            }
        }
        let period = values::period(texts[TIME_PERIOD]).unwrap_or_else(|code| {
            say(code, TIME_PERIOD, texts[TIME_PERIOD]);
            Cow::Borrowed("")
        });
        let fact = |(at, text): (usize, &str)| match at {
            // An id may be a word that means something in a table of facts.
            INDICATOR if !text.is_empty() => FactCell::text(format!("criterion:{text}")),
            TIME_PERIOD => FactCell::text(period.as_ref()),
            OBS_VALUE => Dec::parse(text).map_or_else(|_| FactCell::text(text), FactCell::number),
            _ => FactCell::text(text),
        };
        texts.into_iter().enumerate().map(fact).collect()
    }

    /// The tables, and the places that lack a name or a kind.
    pub(super) fn tables(mut self) -> (Vec<FactTable>, Findings) {
        let has = |said: &BTreeSet<(usize, String, String)>, nth: usize, area: &str| {
            let from = (nth, String::from(area), String::new());
            said.range(from..).next().is_some_and(|(at, of, _)| *at == nth && of == area)
        };
        for (code, area) in &self.areas {
            let mut named = has(&self.said, PLACE_NAME, code);
            if let (false, Some(label), Some(table)) = (named, &area.label, self.places.get_mut(PLACE_NAME)) {
                let facts = [code, "unit", "name_vi", label].map(FactCell::text);
                table.rows.push(FactRow::new(area.row, facts.to_vec()));
                let finding = Finding::new(Code::SdmxNameOfLabel, cell(area.row, None, "REF_AREA"));
                self.findings.push(finding.with("code", code).with("name", label));
                named = true;
            }
            if !named || !has(&self.said, PLACE_KIND, code) {
                self.findings.push(Finding::new(Code::SdmxNoPlace, cell(area.row, None, "REF_AREA")).with("code", code));
            }
        }
        let mut tables = self.places;
        tables.push(self.observations);
        tables.retain(|table| !table.rows.is_empty());
        (tables, self.findings)
    }
}

/// The code before `: label`.
fn without_label(text: &str) -> &str {
    text.split_once(": ").map_or(text, |(code, _)| code)
}
