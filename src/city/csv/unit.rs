//! The rows that say what the place is.

use super::columns::{Column, nearest};
use super::row::{Row, Sink};
use crate::city::code::{COMMUNE_DIGITS, PROVINCE_DIGITS, digits_of, lost_zeros};
use crate::city::model::{Member, URBAN_CLASSES, Unit, UnitName};
use crate::criteria::UnitKind;
use crate::date::Date;
use crate::finding::{Code, Finding, Place};
use crate::text::Text;
use alloc::string::String;
use alloc::vec::Vec;

/// A value and the cell that gives it.
type Slot<T> = Option<(Place, T)>;

/// What the `unit` rows of one place say.
#[derive(Default)]
pub(super) struct Attributes {
    pub(super) code: Slot<String>,
    name_vi: Slot<String>,
    name_en: Slot<String>,
    kind: Slot<UnitKind>,
    parent: Slot<String>,
    region: Slot<String>,
    urban_class: Slot<&'static str>,
    centrally_run: Slot<bool>,
    heritage: Slot<bool>,
    special_factors: Slot<bool>,
    declared_urban: Slot<bool>,
    valid_from: Slot<Date>,
    pub(super) fictional: Slot<bool>,
    pub(super) period: Slot<Date>,
    pub(super) prepared_by: Slot<String>,
    notes_vi: Vec<String>,
    notes_en: Vec<String>,
    members: Vec<(Place, Member)>,
}

/// What the rows of a place may say.
pub(crate) const ROLES: &[&str] = &[
    "code",
    "name_vi",
    "name_en",
    "kind",
    "parent",
    "region",
    "urban_class",
    "centrally_run",
    "heritage",
    "special_factors",
    "declared_urban",
    "valid_from",
    "fictional",
    "period",
    "prepared_by",
    "note_vi",
    "note_en",
    "member",
];

impl Attributes {
    /// Reads one row; one without a value is an unfilled row of a template.
    pub(super) fn read(&mut self, row: &mut Row<'_>) {
        row.allow(&[Column::Role, Column::Value, Column::Note]);
        if !row.has(Column::Value) && !row.has(Column::Note) {
            return;
        }
        let Some(role) = row.required(Column::Role) else { return };
        let Some(role) = ROLES.iter().find(|known| known.eq_ignore_ascii_case(&role)) else {
            let near = nearest(&role, ROLES.iter().copied());
            let finding = row.find(Code::CsvUnknownAttribute, Column::Role).with("name", role).with("nearest", near);
            row.push(finding);
            return;
        };
        if *role != "member" && row.has(Column::Note) {
            row.unused(Column::Note, role);
        }
        match *role {
            "code" => put(row, role, &mut self.code, Row::text),
            "name_vi" => put(row, role, &mut self.name_vi, Row::text),
            "name_en" => put(row, role, &mut self.name_en, Row::text),
            "kind" => put(row, role, &mut self.kind, |row, column| row.choice(column, UnitKind::WORDS)),
            "parent" => put(row, role, &mut self.parent, Row::text),
            "region" => put(row, role, &mut self.region, Row::text),
            "urban_class" => put(row, role, &mut self.urban_class, |row, column| row.choice(column, URBAN_CLASSES)),
            "centrally_run" => put(row, role, &mut self.centrally_run, Row::boolean),
            "heritage" => put(row, role, &mut self.heritage, Row::boolean),
            "special_factors" => put(row, role, &mut self.special_factors, Row::boolean),
            "declared_urban" => put(row, role, &mut self.declared_urban, Row::boolean),
            "valid_from" => put(row, role, &mut self.valid_from, Row::date),
            "fictional" => put(row, role, &mut self.fictional, Row::boolean),
            "period" => put(row, role, &mut self.period, Row::date),
            "prepared_by" => put(row, role, &mut self.prepared_by, Row::text),
            "note_vi" => self.notes_vi.extend(row.text(Column::Value)),
            "note_en" => self.notes_en.extend(row.text(Column::Value)),
            _ => {
                let (code, name) = (row.required(Column::Value), row.required(Column::Note));
                if let (Some(code), Some(name)) = (code, name) {
                    self.members.push((row.place(Column::Value), Member { code, name }));
                }
            }
        }
    }

    /// Notes in both languages, matched by their order.
    pub(super) fn notes(&mut self, code: &str, first_row: &Place, sink: &mut Sink) -> Vec<Text> {
        let (vi, en) = (core::mem::take(&mut self.notes_vi), core::mem::take(&mut self.notes_en));
        if vi.len() != en.len() {
            let finding = Finding::new(Code::CsvNotePairs, first_row.at_column(Column::Item.name()));
            sink.findings.push(finding.with("code", code).with("vi", vi.len()).with("en", en.len()));
        }
        vi.into_iter().zip(en).map(|(vi, en)| Text { vi, en }).collect()
    }

    /// The place, where its name and kind are given.
    pub(super) fn unit(self, code: String, code_place: &Place, first_row: &Place, sink: &mut Sink) -> Option<Unit> {
        for (missing, role) in [(self.name_vi.is_none(), "name_vi"), (self.kind.is_none(), "kind")] {
            if missing {
                let finding = Finding::new(Code::CsvMissingAttribute, first_row.at_column(Column::Item.name()));
                sink.findings.push(finding.with("code", &code).with("name", role));
            }
        }
        let kind = self.kind.map(|(_, kind)| kind);
        check_digits(&code, kind.map_or(0, digits_of), code_place, sink);
        if let (Some((place, parent)), Some(UnitKind::Commune)) = (&self.parent, kind) {
            check_digits(parent, PROVINCE_DIGITS, place, sink);
        }
        for (place, member) in &self.members {
            check_digits(&member.code, COMMUNE_DIGITS, place, sink);
        }
        Some(Unit {
            code,
            name: UnitName { vi: value(self.name_vi)?, en: value(self.name_en) },
            kind: kind?,
            parent: value(self.parent),
            members: self.members.into_iter().map(|(_, member)| member).collect(),
            region: value(self.region),
            urban_class: value(self.urban_class).map(String::from),
            centrally_run: value(self.centrally_run),
            heritage: value(self.heritage),
            special_factors: value(self.special_factors),
            declared_urban: value(self.declared_urban),
            valid_from: value(self.valid_from),
        })
    }
}

fn put<'r, T>(row: &mut Row<'r>, role: &str, slot: &mut Slot<T>, read: impl FnOnce(&mut Row<'r>, Column) -> Option<T>) {
    let Some(value) = read(row, Column::Value) else { return };
    match slot {
        Some((first, _)) => {
            let finding = row.find(Code::CsvDoubledAttribute, Column::Value).with("name", role).with_both("first", first.both());
            row.push(finding);
        }
        None => *slot = Some((row.place(Column::Value), value)),
    }
}

pub(super) fn value<T>(slot: Slot<T>) -> Option<T> {
    slot.map(|(_, value)| value)
}

fn check_digits(code: &str, digits: usize, place: &Place, sink: &mut Sink) {
    if let Some(finding) = lost_zeros(code, digits, || place.clone()) {
        sink.findings.push(finding);
    }
}
