//! Files of the programme from tables (feature `import`): `criteria/tables/README.md` says what the tables hold.

use super::{Milestones, Outline, Round};
use crate::city::decode;
use crate::finding::{Code, Finding, Findings, Place};
use crate::json::Json;
use crate::records::Records;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// The table that begins a file: a row for each key.
const FILE: &str = "file.csv";
/// The published tables have under 20 rows.
const MOST_ROWS: u32 = 20_000;

type Members = Vec<(String, Json)>;

/// Puts the tables of a file of the programme (an outline, a round, milestones, objectives, rules for pilots), each with its name, together to
/// the text of the file. `file.csv` has a row for each `key` with its `value`; a value that ends in `.csv` is the list that this table holds. In
/// `NAME.KEY.csv` stand lists inside the rows of `NAME.csv`, told apart by the column `of`. Columns are keys, with a point between a
/// key and one inside it; `:flag` (yes, no), `:count`, `:list` (`a; b`) and `:cites` (a line `source: clause` each) say what a value is
/// that is no text. An empty cell is a key left out.
///
/// # Errors
/// Every finding at once: tables that cannot be read or that nothing refers to, cells that are not what their column says; then those of
/// reading the outline, round or milestones.
pub fn import_programme(tables: &[(&str, &[u8])]) -> Result<String, Findings> {
    let mut findings = Findings::default();
    let mut grids = BTreeMap::new();
    for (name, bytes) in tables {
        if let Some(grid) = Grid::read(name, bytes, &mut findings) {
            grids.insert(*name, grid);
        }
    }
    let Some(file) = grids.remove(FILE) else {
        findings.push(missing(FILE));
        return Err(findings);
    };
    let mut members = Members::new();
    for row in &file.rows {
        let (key, value) = (file.cell(row, "key"), file.cell(row, "value"));
        let json =
            if value.ends_with(".csv") { list(value, &mut grids, &mut findings) } else { typed(&file, row.0, key, value, &mut findings) };
        if let Some(json) = json {
            put(&mut members, key, json);
        }
    }
    for name in grids.keys() {
        findings.push(Finding::new(Code::TableUnknown, Place::cell(name, 0, "")).with("name", name).with("known", FILE));
    }
    if findings.has_errors() {
        return Err(findings);
    }
    let is = |key: &str| members.iter().any(|(own, json)| own == key && matches!(json, Json::List(_)));
    let (outline, milestones) = (is("parts"), members.iter().any(|(own, _)| own == "milestones"));
    let round = members.iter().any(|(own, _)| own == "round");
    let text = crate::write::pretty(&InOrder(&Json::Object(members)));
    if outline {
        Outline::from_json(text.as_bytes())?;
    } else if milestones {
        Milestones::from_json(text.as_bytes())?;
    } else if round {
        Round::from_json(text.as_bytes())?;
    }
    Ok(text)
}

/// A table that is asked for and was not given.
fn missing(name: &str) -> Finding {
    Finding::new(Code::UnknownRef, Place::cell(name, 0, "")).with_both("what", ("bảng", "table")).with("id", name)
}

/// The rows of a table as objects; lists inside them from the tables beside it.
fn list(name: &str, grids: &mut BTreeMap<&str, Grid>, findings: &mut Findings) -> Option<Json> {
    let Some((name, grid)) = grids.remove_entry(name) else {
        findings.push(missing(name));
        return None;
    };
    let mut objects: Vec<(String, Members)> =
        grid.rows.iter().map(|row| (grid.cell(row, "id").into(), object(&grid, row, findings))).collect();
    let stem = name.trim_end_matches(".csv");
    let inner: Vec<&str> =
        grids.keys().copied().filter(|other| other.strip_prefix(stem).is_some_and(|rest| rest.starts_with('.'))).collect();
    for other in inner {
        let Some(own) = grids.remove(other) else { continue };
        let key = other.trim_end_matches(".csv").get(stem.len() + 1..).unwrap_or_default();
        for row in &own.rows {
            let of = own.cell(row, "of");
            let inside = object(&own, row, findings);
            let Some((_, members)) = objects.iter_mut().find(|(id, _)| id == of) else {
                let finding = Finding::new(Code::UnknownRef, own.place(row.0, "of"));
                findings.push(finding.with_both("what", ("dòng", "row")).with("id", of));
                continue;
            };
            match members.iter_mut().find(|(known, _)| known == key) {
                Some((_, Json::List(items))) => items.push(Json::Object(inside)),
                _ => members.push((key.into(), Json::List(Vec::from([Json::Object(inside)])))),
            }
        }
    }
    Some(Json::List(objects.into_iter().map(|(_, members)| Json::Object(members)).collect()))
}

fn object(grid: &Grid, row: &(u32, Vec<String>), findings: &mut Findings) -> Members {
    let mut members = Members::new();
    for (column, cell) in grid.header.iter().zip(&row.1).filter(|(column, cell)| *column != "of" && !cell.is_empty()) {
        if let Some(json) = typed(grid, row.0, column, cell, findings) {
            put(&mut members, column, json);
        }
    }
    members
}

/// A value as its column says.
fn typed(grid: &Grid, row: u32, column: &str, cell: &str, findings: &mut Findings) -> Option<Json> {
    let text = |text: &str| Json::Text(text.into());
    let cite = |line: &str| {
        let (source, clause) = line.split_once(": ")?;
        Some(Json::Object(Vec::from([("source".into(), text(source)), ("clause".into(), text(clause))])))
    };
    let found = match column.split_once(':').map_or("", |(_, kind)| kind) {
        "" => Some(text(cell)),
        "flag" if cell == "yes" || cell == "no" => Some(Json::Bool(cell == "yes")),
        "count" if cell.len() < 10 && cell.bytes().all(|b| b.is_ascii_digit()) => Some(Json::Number(cell.into())),
        "list" => Some(Json::List(cell.split("; ").map(text).collect())),
        "cites" => cell.lines().map(cite).collect::<Option<Vec<_>>>().map(Json::List),
        _ => None,
    };
    if found.is_none() {
        let choices = "text, flag (yes, no), count (0, 1, 2 ...), list (a; b), cites (source: clause)";
        findings.push(Finding::new(Code::UnknownChoice, grid.place(row, column)).with("value", cell).with("choices", choices));
    }
    found
}

/// Sets a key, or one inside another.
fn put(members: &mut Members, column: &str, json: Json) {
    let path = column.split_once(':').map_or(column, |(path, _)| path);
    let Some((key, rest)) = path.split_once('.') else {
        return members.push((path.into(), json));
    };
    if !members.iter().any(|(known, _)| known == key) {
        members.push((key.into(), Json::Object(Members::new())));
    }
    if let Some((_, Json::Object(own))) = members.iter_mut().find(|(known, _)| known == key) {
        put(own, rest, json);
    }
}

/// A table.
struct Grid {
    name: String,
    header: Vec<String>,
    /// Number of the row, its cells.
    rows: Vec<(u32, Vec<String>)>,
}

impl Grid {
    fn read(name: &str, bytes: &[u8], findings: &mut Findings) -> Option<Self> {
        let text = match decode(bytes) {
            Ok(text) => text,
            Err(finding) => {
                findings.push(finding);
                return None;
            }
        };
        let mut records = Records::new(&text, b',');
        let (mut header, mut rows): (Option<Vec<String>>, Vec<_>) = (None, Vec::new());
        while let Some(next) = records.next_row(MOST_ROWS) {
            let record = match next {
                Ok(record) => record,
                Err(bad) => {
                    findings.push(bad.finding);
                    if bad.goes_on { continue } else { break }
                }
            };
            let cells: Vec<String> = (0..record.len()).map(|at| record.raw(at).trim().into()).collect();
            match &header {
                None => header = Some(cells),
                Some(header) if cells.len() > header.len() => {
                    let place = Place::cell(name, record.row, "");
                    findings.push(Finding::new(Code::CsvCellWithoutColumn, place).with("value", cells.last().map_or("", |cell| cell)));
                }
                Some(_) => rows.push((record.row, cells)),
            }
        }
        let header = header?;
        for (at, column) in header.iter().enumerate().filter(|(at, column)| header.iter().take(*at).any(|other| other == *column)) {
            findings.push(Finding::new(Code::CsvDoubledColumn, Place::cell(name, 1, column)).with("name", format!("{column} ({at})")));
        }
        Some(Self { name: name.into(), header, rows })
    }

    fn cell<'g>(&'g self, row: &'g (u32, Vec<String>), column: &str) -> &'g str {
        let at = self.header.iter().position(|known| known == column);
        at.and_then(|at| row.1.get(at)).map_or("", |cell| cell)
    }

    fn place(&self, row: u32, column: &str) -> Place {
        Place::cell(&self.name, row, column)
    }
}

/// JSON with its keys in the order of the tables.
struct InOrder<'j>(&'j Json);

impl Serialize for InOrder<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(flag) => serializer.serialize_bool(*flag),
            Json::Number(number) => serializer.serialize_u64(number.parse().unwrap_or_default()),
            Json::Text(text) => serializer.serialize_str(text),
            Json::List(items) => serializer.collect_seq(items.iter().map(InOrder)),
            Json::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, json) in members {
                    map.serialize_entry(key, &InOrder(json))?;
                }
                map.end()
            }
        }
    }
}
