//! The form of a set as a workbook, with the data of a place where there are any.

use super::book::{Book, Content, Look, Row, Table};
use super::fill::{self, DOCUMENT, Fact, get, item_of};
use super::names::Names;
use super::shared::{Shared, shared};
use super::{guide, lists};
use crate::layout::{self, BETWEEN, KEY_FORMAT, KEY_SET, KEY_TABLES, column};
use crate::read::target;
use crate::words::{STEP_MARK, YES_NO, shown};
use dothi::{CityData, CriteriaSet, DataKind, Form, FormRow, Lang, UnitKind};

/// Empty rows for documents.
const DOCUMENTS: u32 = 150;

const GROUP: &[&str] = &[
    "item",
    "title",
    "question",
    "threshold",
    "evidence_asked",
    "role_shown",
    "unit_shown",
    "value",
    "period",
    "source",
    "note",
    "responsible",
    "status",
    "not_applicable_reason",
    "sampling",
    "quality",
    "part",
    "data_point",
    "role",
    "unit",
];
const COMMON: &[&str] =
    &["title", "used_by", "unit_shown", "value", "period", "source", "note", "responsible", "status", "quality", "uses", "unit"];
const PLACE: &[&str] = &["title", "value", "note", "item", "role"];
const REFERENCE: &[&str] = &["title", "data_point", "value", "period", "source", "unit", "item", "role"];

/// What is being put together.
struct Maker<'s> {
    set: &'s CriteriaSet,
    form: Form<'s>,
    lang: Lang,
    filled: bool,
    /// What is not laid out yet.
    facts: Vec<Fact>,
    book: Book,
    names: Names,
}

pub(super) fn book(set: &CriteriaSet, kind: UnitKind, city: Option<&CityData>, lang: Lang) -> Book {
    let mut facts = city.map(fill::facts).unwrap_or_default();
    if let Some(city) = city {
        let code = [("item", "unit"), ("role", "code"), ("value", city.unit.code.as_str())];
        facts.insert(0, code.into_iter().map(|(column, text)| (column, text.into())).collect());
    }
    let mut maker =
        Maker { set, form: set.form(kind, lang), lang, filled: city.is_some(), facts, book: Book::default(), names: Names::default() };
    let marks = city.into_iter().flat_map(CityData::marks).chain(set.header().marks());
    maker.book.marks = marks.map(|mark| mark.text.get(lang).trim_end_matches('.').to_string()).collect();
    maker.book.title = format!("{} ({})", set.header().title.get(lang), set.id());
    lists::fixed(&mut maker.book, lang);
    maker.book.guide_name = maker.names.of(maker.say("Hướng dẫn", "Instructions"));
    let place = maker.place();
    let common_name = maker.names.of(maker.say("Số liệu chung", "Shared figures"));
    let (common, groups) = maker.figures(&common_name);
    let references = maker.references();
    let documents = maker.documents();
    let rest = maker.rest();
    maker.book.lists_name = maker.names.of(maker.say("Danh mục", "Lists"));
    let mut book = maker.book;
    book.sheets = [place].into_iter().chain(common).chain(groups).chain(references).chain([documents]).chain(rest).collect();
    book.keys = vec![(KEY_FORMAT, layout::FORMAT.into()), (KEY_SET, set.id()), (KEY_TABLES, book.sheets.len().to_string())];
    book.guide = guide::lines(set, kind, &book, lang);
    book
}

impl Maker<'_> {
    fn say(&self, vi: &'static str, en: &'static str) -> &'static str {
        if self.lang == Lang::Vi { vi } else { en }
    }

    /// Takes the facts that are wanted out of those still to be laid out.
    fn take(&mut self, wanted: impl Fn(&Fact) -> bool) -> Vec<Fact> {
        let (taken, left) = std::mem::take(&mut self.facts).into_iter().partition(|fact| wanted(fact));
        self.facts = left;
        taken
    }

    fn table(&self, name: String, title: impl Into<String>, columns: &[&str], printed: u16, rows: Vec<Row>) -> Table {
        let columns = columns.iter().filter_map(|name| column(name)).collect();
        Table { name, title: title.into(), hint: self.book.mark_line(), columns, rows, spare: 0, frozen: 2, widths: &[], printed }
    }

    fn place(&mut self) -> Table {
        let mut facts = self.take(|fact| get(fact, "item") == "unit");
        let mut rows = Vec::new();
        for attribute in self.form.place.clone() {
            // The form speaks of columns and words of CSV here.
            let own = ["member", "urban_class"].contains(&attribute.role).then(|| guide::attribute(attribute.role, self.lang));
            let title = own.unwrap_or_else(|| attribute.title.into());
            let mut row = Row::default().with("title", title).with("item", "unit").with("role", attribute.role);
            row.list = lists::of(attribute.role);
            let needed = ["code", "name_vi"].contains(&attribute.role);
            row.look = if needed { Look::Needed } else { Look::Optional };
            let at = facts.iter().position(|fact| get(fact, "role") == attribute.role);
            if let Some(fact) = at.map(|at| facts.remove(at)) {
                fill::put(&mut row, &fact, self.lang);
            } else if !attribute.value.is_empty() {
                let list = crate::words::list_of("value", Some(attribute.role)).unwrap_or_default();
                row.put("value", Content::Text(shown(list, attribute.value, self.lang)));
            }
            if attribute.role == "kind" {
                row.look = Look::Locked;
            }
            rows.push(row);
        }
        for fact in facts {
            let mut row = Row { look: Look::Optional, list: lists::of(get(&fact, "role")), ..Row::default() };
            row = row.with("title", guide::attribute(get(&fact, "role"), self.lang));
            fill::put(&mut row, &fact, self.lang);
            rows.push(row);
        }
        let name = self.names.of(self.say("Địa bàn", "Place"));
        let title = self.say("Địa bàn được đánh giá", "The place assessed");
        Table { widths: &[("title", 60), ("value", 44), ("note", 34)], ..self.table(name, title, PLACE, 3, rows) }
    }

    /// The shared figures and the figures of each group.
    fn figures(&mut self, common_name: &str) -> (Option<Table>, Vec<Table>) {
        let mut groups = Vec::new();
        let mut given: Vec<Vec<Vec<Fact>>> = Vec::new();
        for group in self.form.groups.clone() {
            let alone = self.form.groups.len() == 1;
            let title = group.group.map_or_else(
                || if alone { self.say("Tiêu chí", "Criteria") } else { self.say("Tiêu chí khác", "Other criteria") }.to_string(),
                |g| format!("{} {}", g.label, g.title.get(self.lang)),
            );
            let name = group.group.map_or(title.as_str(), |g| g.title.get(self.lang));
            let rows: Vec<Row> = group.rows.iter().map(|row| self.row(row)).collect();
            given.push(group.rows.iter().map(|row| self.given(row)).collect());
            let name = self.names.of(name);
            groups.push(self.table(name, title, GROUP, 12, rows));
        }
        let common = self.common(common_name, &mut groups, &mut given);
        for (table, given) in groups.iter_mut().zip(given) {
            let mut rows = Vec::new();
            for (row, facts) in std::mem::take(&mut table.rows).into_iter().zip(given) {
                rows.extend(self.filled(row, facts));
            }
            table.rows = rows;
            self.claims(table);
        }
        (common, groups)
    }

    /// An empty row of the form.
    fn row(&mut self, form: &FormRow<'_>) -> Row {
        let set = self.set;
        let criterion = form.criterion;
        let mut question: Vec<String> = criterion.question.iter().filter(|_| form.first).map(|text| text.get(self.lang).into()).collect();
        let mut row = Row::default();
        match form.data_point.kind {
            DataKind::Boolean => {
                row.list = lists::of("yes_no");
                question.push(self.say("Chọn Có hoặc Không.", "Choose Yes or No.").into());
            }
            DataKind::Ordinal => {
                row.list = Some(lists::steps(&mut self.book, &format!("{} {}", criterion.label, criterion.id), form.data_point, self.lang));
                question.push(self.say("Chọn một bậc trong danh sách.", "Choose a step from the list.").into());
            }
            _ => row.numeric = true,
        }
        if form.survey && form.first {
            question.push(self.say("Khảo sát: chọn cách chọn mẫu.", "Survey: say how people were chosen.").into());
        }
        let evidence = criterion.evidence.as_ref().filter(|_| form.first);
        let asked = evidence.map_or(String::new(), |rule| {
            let required = if rule.required { self.say("Bắt buộc: ", "Required: ") } else { "" };
            format!("{required}{}", rule.asked.get(self.lang))
        });
        row.with("item", item_of(&criterion.id))
            .with("title", form.title.as_str())
            .with("question", question.join(" "))
            .with("threshold", if form.first { form.threshold.as_str() } else { "" })
            .with("evidence_asked", asked)
            .with("role_shown", form.input.role.label(self.lang))
            .with("unit_shown", set.unit(&form.input.unit).map_or("", |unit| unit.symbol.get(self.lang)))
            .with("data_point", if form.several { form.data_point.id.as_str() } else { "" })
            .with("role", form.input.role.as_str())
            .with("unit", form.input.unit.as_str())
    }

    /// The figures that a place gives for a row.
    fn given(&mut self, form: &FormRow<'_>) -> Vec<Fact> {
        let item = item_of(&form.criterion.id);
        let points =
            [if form.several { "" } else { form.data_point.id.as_str() }, if form.several { form.data_point.id.as_str() } else { "" }];
        self.take(|fact| {
            let is_figure = fact.contains_key("status");
            is_figure
                && get(fact, "item") == item
                && get(fact, "role") == form.input.role.as_str()
                && points.contains(&get(fact, "data_point"))
        })
    }

    /// Moves the figures on which all criteria agree to one row of a sheet of their own.
    fn common(&mut self, name: &str, groups: &mut [Table], given: &mut [Vec<Vec<Fact>>]) -> Option<Table> {
        let mut rows = Vec::new();
        for one in shared(&self.form) {
            let mut row = self.common_row(&one);
            let agreed = agreed(&self.form, &one, given);
            if let Some(fact) = &agreed {
                row.put("unit", Content::Text(String::new()));
                fill::put(&mut row, fact, self.lang);
                for name in ["item", "data_point", "role"] {
                    row.cells.remove(name);
                }
            }
            let at = rows.len() + crate::write::render::FIRST_ROW;
            for (g, r) in &one.rows {
                let Some(own) = groups.get_mut(*g).and_then(|table| table.rows.get_mut(*r)) else { continue };
                let facts = given.get_mut(*g).and_then(|rows| rows.get_mut(*r));
                let own_figure = facts.as_ref().is_some_and(|facts| !facts.is_empty()) && agreed.is_none();
                if let (Some(facts), true) = (facts, agreed.is_some()) {
                    facts.clear();
                }
                if !own_figure {
                    own.look = Look::Elsewhere;
                    let hint = if self.lang == Lang::Vi {
                        format!("Nhập ở trang '{name}', dòng {at}; để trống ô này.")
                    } else {
                        format!("Enter it on sheet '{name}', row {at}; leave this cell empty.")
                    };
                    let question = [own.text("question"), hint.as_str()].join(" ");
                    own.put("question", Content::Text(question.trim().into()));
                } else if row.look == Look::Needed {
                    row.look = Look::Optional;
                }
            }
            rows.push(row);
        }
        let title =
            self.say("Số liệu dùng chung cho nhiều tiêu chí: chỉ nhập một lần", "Figures shared by several criteria: enter them once");
        let table = self.table(name.into(), title, COMMON, 8, rows);
        (!table.rows.is_empty()).then_some(Table { frozen: 1, ..table })
    }

    fn common_row(&self, one: &Shared) -> Row {
        let rows = one.rows.iter().filter_map(|(g, r)| self.form.groups.get(*g)?.rows.get(*r));
        let mut row = Row { numeric: true, ..Row::default() };
        let (mut uses, mut used_by) = (Vec::new(), Vec::new());
        for form in rows {
            let criterion = form.criterion;
            uses.push(target(&item_of(&criterion.id), form.several.then_some(form.data_point.id.as_str()), form.input.role));
            used_by.push(format!("{} {} ({})", criterion.label, criterion.id, form.input.role.label(self.lang)));
            row = row
                .with("title", form.input.title.get(self.lang))
                .with("unit_shown", self.set.unit(&form.input.unit).map_or("", |unit| unit.symbol.get(self.lang)))
                .with("unit", form.input.unit.as_str());
        }
        row.with("uses", uses.join(BETWEEN)).with("used_by", used_by.join(BETWEEN))
    }

    /// The row with its figure, and one more row for each further one: of other periods and parts.
    fn filled(&self, row: Row, facts: Vec<Fact>) -> Vec<Row> {
        if facts.is_empty() {
            return vec![row];
        }
        let mut out = Vec::new();
        for fact in facts {
            let mut one = row.clone();
            for column in ["unit", "data_point"] {
                one.cells.remove(column);
            }
            fill::put(&mut one, &fact, self.lang);
            if let Some(list) = one.list.and_then(|at| self.book.lists.get(at)) {
                // A step is shown with its label.
                let number = match one.cells.get("value") {
                    Some(Content::Number(number)) => format!("{number}{STEP_MARK}"),
                    _ => String::new(),
                };
                if let Some(label) = list.1.iter().find(|label| !number.is_empty() && label.starts_with(&number)) {
                    one.put("value", Content::Text(label.clone()));
                }
            }
            if !out.is_empty() {
                one.look = Look::Optional;
            }
            out.push(one);
        }
        out
    }

    /// Reasons why criteria of a group cannot exist in the place, each in the first row of its criterion.
    fn claims(&mut self, table: &mut Table) {
        for row in &mut table.rows {
            let item = row.text("item").to_string();
            let open = !row.cells.contains_key("not_applicable_reason");
            let at = self.facts.iter().position(|f| get(f, "item") == item && f.contains_key("not_applicable_reason"));
            if let (true, Some(fact)) = (open, at.map(|at| self.facts.remove(at))) {
                row.put("not_applicable_reason", Content::Text(get(&fact, "not_applicable_reason").into()));
            }
        }
    }

    fn references(&mut self) -> Option<Table> {
        let mut facts = self.take(|fact| get(fact, "item") == "reference");
        let mut rows = Vec::new();
        for id in self.form.references.clone() {
            let title = self.say("Giá trị so sánh (ghi cả nguồn)", "Comparison value (with its source)");
            let mut row =
                Row { numeric: true, ..Row::default() }.with("title", title).with("item", "reference").with("data_point", id.as_str());
            let at = facts.iter().position(|fact| get(fact, "data_point") == id);
            if let Some(fact) = at.map(|at| facts.remove(at)) {
                fill::put(&mut row, &fact, self.lang);
            }
            rows.push(row);
        }
        for fact in facts {
            let mut row = Row { numeric: true, look: Look::Optional, ..Row::default() };
            fill::put(&mut row, &fact, self.lang);
            rows.push(row);
        }
        if rows.is_empty() {
            return None;
        }
        let name = self.names.of(self.say("Giá trị so sánh", "Comparison values"));
        let title = self.say("Giá trị để so sánh, kèm nguồn", "Values to compare with, with their sources");
        Some(self.table(name, title, REFERENCE, 5, rows))
    }

    fn documents(&mut self) -> Table {
        let facts = self.take(|fact| fact.contains_key("evidence_summary"));
        let rows = fill::documents(facts, self.lang);
        let name = self.names.of(self.say("Minh chứng", "Evidence"));
        let title = self.say(
            "Minh chứng: mỗi văn bản một dòng, ghi mã mọi tiêu chí mà văn bản chứng minh, cách nhau bằng dấu chấm phẩy",
            "Evidence: one row for each document, with the ids of all criteria that it supports, separated by semicolons",
        );
        Table { spare: DOCUMENTS, frozen: 1, widths: &[("item", 26)], ..self.table(name, title, DOCUMENT, 8, rows) }
    }

    /// Whatever the form has no place for.
    fn rest(&mut self) -> Option<Table> {
        let facts = std::mem::take(&mut self.facts);
        if facts.is_empty() || !self.filled {
            return None;
        }
        let name = self.names.of(self.say("Số liệu khác", "Other data"));
        let title = self.say("Số liệu mà bộ tiêu chí không hỏi", "Data that the set does not ask");
        Some(Table { hint: self.book.mark_line(), ..fill::any(&facts, name, title.into(), self.lang) })
    }
}

/// The figure that all rows give alike and that no row gives twice.
fn agreed(form: &Form<'_>, one: &Shared, given: &[Vec<Vec<Fact>>]) -> Option<Fact> {
    let mut agreed: Option<Fact> = None;
    for (g, r) in &one.rows {
        let row = form.groups.get(*g)?.rows.get(*r)?;
        let [fact] = given.get(*g)?.get(*r)?.as_slice() else { return None };
        let named = get(fact, "data_point") == if row.several { row.data_point.id.as_str() } else { "" };
        if !named || fact.contains_key("part") || fact.contains_key("sampling") {
            return None;
        }
        let mut fact = fact.clone();
        for column in ["item", "data_point", "role"] {
            fact.remove(column);
        }
        match &agreed {
            Some(first) if *first != fact => return None,
            _ => agreed = Some(fact),
        }
    }
    agreed
}

/// Both answers, for a list inside a cell.
pub(super) fn yes_no(lang: Lang) -> [String; 2] {
    ["yes", "no"].map(|code| shown(YES_NO, code, lang))
}
