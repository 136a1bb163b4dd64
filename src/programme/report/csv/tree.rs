//! Rows as the tree that JSON would be.

use super::super::keys::{COLUMNS, FIELDS, LABEL, NOTHING, RECORD, REPORT, SHOWN, TOTAL, WHOSE};
use super::cells::{Cells, ReportRows, path_of};
use super::header::Row;
use super::whose::Whose;
use super::{kind_word, money_word};
use crate::city::{CellNumbers, day_first, yes_or_no};
use crate::criteria::FORMAT;
use crate::finding::{Code, Finding, Findings, Place};
use crate::json::{Json, is_id};
use crate::programme::outline::{Outline, PartRole};
use crate::text::Lang;
use crate::vietnamese::in_small_letters;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// How people say that an amount is not known.
const NO_DATA: [&str; 3] = ["chưa có số liệu", "no data", "o"];

/// Lists of a report, in the order of the file.
const LISTS: [&str; 5] = ["entries", "nothing", "funding", "totals", "records"];

type Members = Vec<(String, Json)>;

/// Reports while their rows are read.
pub(super) struct Tree<'o> {
    outline: &'o Outline,
    numbers: CellNumbers,
    whose: Whose,
    drafts: Vec<Draft>,
    /// Drafts by code and label.
    known: BTreeMap<(String, String), usize>,
}

/// One report.
struct Draft {
    fields: Vec<(&'static [&'static str], Json)>,
    lists: BTreeMap<&'static str, Vec<Json>>,
    rows: ReportRows,
}

impl<'o> Tree<'o> {
    pub(super) fn new(outline: &'o Outline, numbers: CellNumbers, whose: Whose) -> Self {
        Self { outline, numbers, whose, drafts: Vec::new(), known: BTreeMap::new() }
    }

    /// Takes one row; headings and empty rows say nothing.
    pub(super) fn row(&mut self, row: Row<'_>, findings: &mut Findings) {
        let filled = |name: &&&str| !SHOWN.contains(name) && !WHOSE.contains(name) && !row.cell(name).is_empty();
        if COLUMNS.iter().find(filled).is_none() {
            return;
        }
        let item = item_of(row.cell("item"));
        if item.is_empty() {
            findings.push(Finding::new(Code::CsvMissingCell, row.place("item")));
            return;
        }
        if let Some(finding) = self.whose.unknown(row) {
            findings.push(finding);
            return;
        }
        let own_words = [REPORT, NOTHING, RECORD, TOTAL];
        if !is_id(&item) && !own_words.contains(&item.as_str()) {
            let known: Vec<&str> = self.outline.leaves().map(|(_, item)| item.id.as_str()).chain(own_words).collect();
            let finding = Finding::new(Code::ReportUnknownItem, row.place("item"));
            findings.push(finding.with("value", row.cell("item")).with("known", known.join(", ")));
            return;
        }
        let is_category = self.outline.item(&item).is_some_and(|(part, _)| part.role == PartRole::Funding);
        let has_money = ["project", "planned", "disbursed", "fund_source", "year"].iter().any(|name| !row.cell(name).is_empty());
        let (list, members, used): (_, _, &[&str]) = match item.as_str() {
            REPORT => return self.field(row, findings),
            NOTHING => {
                let mut members = Members::new();
                put(&mut members, "item", text(&item_of(row.cell("field"))));
                put(&mut members, "reason", text(row.cell("text")));
                ("nothing", members, &["field", "text"])
            }
            RECORD => {
                let mut members = Members::new();
                put(&mut members, "file", text(row.cell("text")));
                put(&mut members, "sha256", text(row.cell("sha256")));
                ("records", members, &["text", "sha256"])
            }
            TOTAL => {
                let mut members = Members::new();
                put(&mut members, "category", text(&item_of(row.cell("field"))));
                self.money(row, &mut members, findings);
                ("totals", members, &["field", "year", "fund_source", "planned", "disbursed", "unit"])
            }
            // A prepared row that nobody filled in.
            _ if is_category && !has_money && row.cell("text").is_empty() => return,
            _ if is_category || has_money => {
                let mut members = Members::new();
                put(&mut members, "category", text(&item));
                put(&mut members, "project", text(row.cell("project")));
                put(&mut members, "code", text(row.cell("project_code")));
                self.money(row, &mut members, findings);
                put(&mut members, "note", text(row.cell("note")));
                let used: &[&str] = &["project", "project_code", "year", "fund_source", "planned", "disbursed", "unit", "note"];
                ("funding", members, used)
            }
            _ if row.cell("text").is_empty() && ["to", "document", "date"].iter().all(|name| row.cell(name).is_empty()) => return,
            _ => {
                let mut members = Members::new();
                put(&mut members, "item", text(&item));
                put(&mut members, "text", text(row.cell("text")));
                put(&mut members, "to", text(row.cell("to")));
                put(&mut members, "document", text(row.cell("document")));
                put(&mut members, "date", date(row.cell("date")));
                ("entries", members, &["text", "to", "document", "date"])
            }
        };
        unused(row, &item, used, findings);
        let Some(draft) = self.draft(row) else { return };
        draft.rows.push(list, row.number());
        draft.lists.entry(list).or_default().push(Json::Object(members));
    }

    fn draft(&mut self, row: Row<'_>) -> Option<&mut Draft> {
        let code = row.cell("unit_code").to_string();
        let at = *self.known.entry((code.clone(), row.cell(LABEL).into())).or_insert(self.drafts.len());
        if at == self.drafts.len() {
            let mut draft = Draft { fields: Vec::new(), lists: BTreeMap::new(), rows: ReportRows::new(row.number()) };
            if !code.is_empty() {
                draft.fields.push((&["unit", "code"], Json::Text(code)));
            }
            self.drafts.push(draft);
        }
        self.drafts.get_mut(at)
    }

    fn field(&mut self, row: Row<'_>, findings: &mut Findings) {
        let (name, value) = (row.cell("field"), row.cell("text"));
        unused(row, REPORT, &["field", "text"], findings);
        let Some(path) = path_of(name) else {
            let known: Vec<&str> = FIELDS.iter().map(|(name, _)| *name).collect();
            let finding = Finding::new(Code::UnknownChoice, row.place("field"));
            findings.push(finding.with("value", name).with("choices", known.join(", ")));
            return;
        };
        if value.is_empty() {
            return;
        }
        let json = match name {
            "fictional" => yes_or_no(value).map_or_else(|| Json::Text(value.into()), Json::Bool),
            "period_from" | "period_to" | "date" | "received" | "replaces_date" => date(value).unwrap_or(Json::Null),
            "unit_kind" => Json::Text(kind_word(value)),
            _ => Json::Text(value.into()),
        };
        let joined = path.join("/");
        let Some(draft) = self.draft(row) else { return };
        // Also where it says the same: a second report that began here would else become part of the first.
        if let Some(first) = draft.rows.field(&joined) {
            let first = Place::cell("", first, "text");
            let finding = Finding::new(Code::ReportDoubledField, row.place("text")).with("name", name);
            findings.push(finding.with_both("first", first.both()));
            return;
        }
        draft.rows.set(joined, row.number());
        match draft.fields.iter().find(|(known, _)| *known == path) {
            None => draft.fields.push((path, json)),
            // The code may be said twice: in its column and in its row.
            Some((_, own)) if *own == json => {}
            Some(_) => {
                let finding = Finding::new(Code::CsvDoubledAttribute, row.place("text")).with("name", name);
                findings.push(finding.with_both("first", row.place("unit_code").both()));
            }
        }
    }

    fn money(&self, row: Row<'_>, members: &mut Members, findings: &mut Findings) {
        let year = row.cell("year");
        let is_number = !year.is_empty() && year.bytes().all(|b| b.is_ascii_digit());
        put(members, "year", if is_number { Some(Json::Number(year.into())) } else { text(year) });
        put(members, "source", self.source(row, findings));
        for column in ["planned", "disbursed"] {
            let cell = row.cell(column);
            if cell.is_empty() || NO_DATA.contains(&in_small_letters(cell).as_str()) {
                continue;
            }
            match self.numbers.decimal(cell, || row.place(column)) {
                Ok(value) => put(members, column, Some(Json::Text(value.to_string()))),
                Err(finding) => findings.push(finding),
            }
        }
        let unit = row.cell("unit");
        put(members, "unit", text(&money_word(unit)));
    }

    /// The id of a class of funds, by its id or its title.
    fn source(&self, row: Row<'_>, findings: &mut Findings) -> Option<Json> {
        let cell = row.cell("fund_source");
        let small = in_small_letters(cell);
        let titled = |lang| move |title: &crate::text::Text| in_small_letters(title.get(lang));
        let (vi, en) = (titled(Lang::Vi), titled(Lang::En));
        let found =
            self.outline.fund_sources.iter().find(|known| known.id == small || vi(&known.title) == small || en(&known.title) == small);
        if found.is_none() && !cell.is_empty() && !is_id(cell) {
            let known: Vec<&str> = self.outline.fund_sources.iter().map(|known| known.title.get(Lang::Vi)).collect();
            let finding = Finding::new(Code::ReportUnknownFundSource, row.place("fund_source")).with("value", cell);
            findings.push(finding.with("known", known.join("; ")));
            // The file is refused for it; nothing else is wrong with the row.
            return self.outline.fund_sources.first().and_then(|known| text(&known.id));
        }
        text(found.map_or(cell, |known| &known.id))
    }

    pub(super) fn finish(self) -> (Json, Cells) {
        let mut cells = Cells::default();
        let mut reports = Vec::new();
        for draft in self.drafts {
            let mut members = Members::new();
            for (path, json) in draft.fields {
                match path {
                    [key] => members.push(((*key).into(), json)),
                    [object, key] => inside(&mut members, object, key, json),
                    _ => {}
                }
            }
            let mut lists = draft.lists;
            for list in LISTS {
                let items = lists.remove(list).unwrap_or_default();
                if !items.is_empty() || list == "entries" || list == "funding" {
                    members.push((list.into(), Json::List(items)));
                }
            }
            reports.push(Json::Object(members));
            cells.push(draft.rows);
        }
        let format = Json::Number(FORMAT.to_string());
        (Json::Object(Vec::from([("format".into(), format), ("reports".into(), Json::List(reports))])), cells)
    }
}

/// Sets a member of an object inside.
fn inside(members: &mut Members, object: &str, key: &str, json: Json) {
    if !members.iter().any(|(known, _)| known == object) {
        members.push((object.into(), Json::Object(Members::new())));
    }
    if let Some((_, Json::Object(own))) = members.iter_mut().find(|(known, _)| known == object) {
        own.push((key.into(), json));
    }
}

/// Whatever is filled but means nothing in a row of this item.
fn unused(row: Row<'_>, item: &str, used: &[&str], findings: &mut Findings) {
    for name in COLUMNS.iter().filter(|name| !SHOWN.contains(name) && !WHOSE.contains(name) && **name != "item" && !used.contains(name)) {
        // The unit of money is filled in beforehand.
        if *name != "unit" && !row.cell(name).is_empty() {
            let finding = Finding::new(Code::CsvUnusedCell, row.place(name));
            findings.push(finding.with("value", row.cell(name)).with("item", item));
        }
    }
}

/// The number of an item: `mục 4.1`, and `4,1` of a program that took it for a number; the words of other rows in Vietnamese.
pub(super) fn item_of(cell: &str) -> String {
    let small = in_small_letters(cell);
    let bare = small.strip_prefix("mục").or_else(|| small.strip_prefix("item")).map_or(small.as_str(), str::trim);
    match bare {
        "báo cáo" => REPORT.into(),
        "không có" | "không có nội dung" => NOTHING.into(),
        "tổng" | "tổng cộng" => TOTAL.into(),
        "hồ sơ" => RECORD.into(),
        _ => bare.replace(',', "."),
    }
}

fn text(cell: &str) -> Option<Json> {
    (!cell.is_empty()).then(|| Json::Text(cell.into()))
}

fn date(cell: &str) -> Option<Json> {
    text(&day_first(cell).map_or_else(|| cell.into(), |date| date.to_string()))
}

fn put(members: &mut Members, key: &str, json: Option<Json>) {
    if let Some(json) = json {
        members.push((key.into(), json));
    }
}
