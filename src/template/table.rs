//! The template as a table for a spreadsheet program: one row for each figure, with what it is and what it must reach.

use super::asked;
use crate::city::{CityFile, Separator, csv_line};
use crate::criteria::places;
use crate::criteria::{AttributeTest, CriteriaSet, Criterion, DataKind, DataPoint, Input, Method, UnitKind};
use crate::render::{Context, asked_in_words, sections};
use crate::text::{Lang, pick};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Columns for whoever fills the table in; they are not read back.
const SHOWN: [&str; 3] = ["title", "question", "threshold"];

/// Items that are no criteria; a criterion of such a name is written with a prefix.
pub(crate) const OTHER_ITEMS: [&str; 3] = ["unit", "reference", "published"];

/// Rows for member communes that the table starts with.
const MEMBERS: usize = 5;

impl CriteriaSet {
    /// City data as CSV for one place of a kind: rows for the place itself, then under the heading of each group one row for each
    /// figure that the set asks of the place, with item, role and unit filled in and the value empty. Evidence, and the reason
    /// why a criterion cannot exist in the place, belong in the same row.
    ///
    /// The columns `title`, `question` and `threshold` are for reading; a row with nothing else is a heading. The separator is
    /// the one that spreadsheet programs of the language expect: `;` for Vietnamese, `,` for English. Once the rows of the place
    /// are filled in, [`CityFile::from_csv`] reads it.
    ///
    /// ```
    /// use dothi::{Lang, UnitKind};
    /// let set = dothi::builtin::load("dti-922").unwrap();
    /// let table = set.template_csv(UnitKind::Province, Lang::Vi);
    /// assert!(table.contains(";awareness;"));
    /// ```
    #[must_use]
    pub fn template_csv(&self, kind: UnitKind, lang: Lang) -> String {
        let cx = Context { set: self, lang };
        let criteria = asked(self, kind);
        let mut table = Table::new(lang);
        let header = self.header();
        let title = format!("{} ({})", header.title.get(lang), self.id());
        table.row(&[("title", &title), ("question", header.not_official.as_ref().map_or("", |text| text.get(lang)))]);
        for (role, value, title) in place(&tests(self, &criteria), kind, lang) {
            table.row(&[("item", "unit"), ("role", role), ("value", value), ("title", title)]);
        }
        for section in sections(self) {
            let here: Vec<_> = section.criteria.iter().filter(|c| criteria.iter().any(|asked| asked.id == c.id)).collect();
            if let Some(group) = section.group.filter(|_| !here.is_empty()) {
                table.row(&[("title", &format!("{} {}", group.label, group.title.get(lang)))]);
            }
            for criterion in here {
                rows(cx, criterion, &mut table);
            }
        }
        for id in references(self, &criteria) {
            let title = pick(lang, "Giá trị so sánh (ghi nguồn ở cột source)", "Comparison value (its source belongs in column source)");
            table.row(&[("item", "reference"), ("data_point", id), ("title", title)]);
        }
        table.out
    }
}

/// The columns of a template, in order.
pub(crate) fn columns() -> Vec<String> {
    let header = CityFile::new(Vec::new()).to_csv();
    let mut columns: Vec<String> = header.trim_end().split(',').map(String::from).collect();
    let after_item = columns.iter().position(|name| name == "item").map_or(0, |at| at + 1);
    columns.splice(after_item..after_item, SHOWN.map(String::from));
    columns
}

/// A table while it is written.
struct Table {
    out: String,
    columns: Vec<String>,
    separator: Separator,
}

impl Table {
    fn new(lang: Lang) -> Self {
        let columns = columns();
        // A byte order mark tells spreadsheet programs that the text is UTF-8.
        let out = String::from('\u{FEFF}');
        let mut table = Self { out, columns, separator: if lang == Lang::Vi { Separator::Semicolon } else { Separator::Comma } };
        let names = table.columns.clone();
        table.line(&names);
        table
    }

    fn row(&mut self, filled: &[(&str, &str)]) {
        let cell = |name: &String| filled.iter().find(|(column, _)| column == name).map_or("", |(_, text)| text).to_string();
        let cells: Vec<String> = self.columns.iter().map(cell).collect();
        self.line(&cells);
    }

    fn line(&mut self, cells: &[String]) {
        csv_line(cells.iter().map(String::as_str), self.separator, &mut self.out);
    }
}

/// Attributes of the place: role, value that is known already, title. Only those that matter for the criteria asked.
pub(crate) fn place<'t>(tests: &[&AttributeTest], kind: UnitKind, lang: Lang) -> Vec<(&'t str, &'t str, &'t str)> {
    let mut rows = Vec::from([
        ("code", "", pick(lang, "Mã của nơi được đánh giá (giữ các số 0 ở đầu)", "Code of the place (keep leading zeros)")),
        ("name_vi", "", pick(lang, "Tên tiếng Việt", "Vietnamese name")),
        ("name_en", "", pick(lang, "Tên tiếng Anh (không bắt buộc)", "English name (not required)")),
        ("kind", kind.as_str(), pick(lang, "Loại nơi được đánh giá (đã điền)", "Kind of place (filled in)")),
    ]);
    let part_of_province = matches!(kind, UnitKind::Commune | UnitKind::UrbanArea | UnitKind::NewUrbanArea);
    if part_of_province {
        rows.push(("parent", "", pick(lang, "Mã của tỉnh, thành phố (không bắt buộc)", "Code of the province (not required)")));
    }
    if kind == UnitKind::Commune {
        let title = pick(lang, "Xã, phường, đặc khu có đô thị: có hoặc không", "The commune holds a declared urban area: yes or no");
        rows.push(("declared_urban", "", title));
    }
    let uses = |attribute: &str| tests.iter().any(|test| test.attribute() == attribute);
    if uses("urban_class") {
        rows.push((
            "urban_class",
            "",
            pick(lang, "Loại đô thị: special, 1, 2, 3, 4, 5 hoặc none", "Urban class: special, 1, 2, 3, 4, 5 or none"),
        ));
    }
    if uses("centrally_run") {
        rows.push(("centrally_run", "", pick(lang, "Thành phố trực thuộc trung ương: có hoặc không", "Centrally-run city: yes or no")));
    }
    if uses("heritage") {
        rows.push(("heritage", "", pick(lang, "Đô thị di sản: có hoặc không", "Heritage urban area: yes or no")));
    }
    if uses("special_factors") {
        rows.push((
            "special_factors",
            "",
            pick(lang, "Đô thị có yếu tố đặc thù: có hoặc không", "Urban area with special factors: yes or no"),
        ));
    }
    rows.push(("period", "", pick(lang, "Kỳ đánh giá, ví dụ 2026", "Period of the assessment, for example 2026")));
    rows.push(("prepared_by", "", pick(lang, "Đơn vị lập số liệu", "Who prepared the data")));
    if kind == UnitKind::UrbanArea {
        let title = pick(
            lang,
            "Xã, phường thuộc đô thị: mã ở cột value, tên ở cột note",
            "Member commune: code in column value, name in column note",
        );
        rows.extend([("member", "", title); MEMBERS]);
    }
    rows
}

/// Ids of the comparison values that any scheme uses.
pub(super) fn references<'s>(set: &'s CriteriaSet, criteria: &[&Criterion]) -> BTreeSet<&'s str> {
    if criteria.is_empty() { BTreeSet::new() } else { set.reference_ids() }
}

/// What the criteria asked, and the schemes, want to know of the place.
pub(super) fn tests<'c>(set: &'c CriteriaSet, criteria: &[&'c Criterion]) -> Vec<&'c AttributeTest> {
    let mut out = Vec::new();
    for criterion in criteria {
        places::criterion("", criterion, &mut |_, when| out.extend(when));
    }
    for scheme in set.schemes().iter().filter(|_| !criteria.is_empty()) {
        places::scheme("", scheme, &mut |_, when| out.extend(when));
    }
    out
}

fn rows(cx: Context<'_>, criterion: &Criterion, table: &mut Table) {
    let several = criterion.data_points.len() > 1;
    let item = if OTHER_ITEMS.contains(&criterion.id.as_str()) { format!("criterion:{}", criterion.id) } else { criterion.id.clone() };
    let threshold = asked_in_words(cx, criterion);
    for (at, point) in criterion.data_points.iter().enumerate() {
        for (k, input) in point.inputs.iter().enumerate() {
            let title = title(cx, criterion, point, input);
            let question = question(cx, criterion, point, (at == 0 && k == 0, k == 0));
            table.row(&[
                ("item", &item),
                ("title", &title),
                ("question", &question),
                ("threshold", &threshold),
                ("data_point", if several { &point.id } else { "" }),
                ("role", input.role.as_str()),
                ("unit", cx.symbol(&input.unit)),
            ]);
        }
    }
}

/// What to enter in one row.
pub(super) fn title(cx: Context<'_>, criterion: &Criterion, point: &DataPoint, input: &Input) -> String {
    let title = criterion.title.get(cx.lang);
    let what = input.title.get(cx.lang);
    let asks_itself = point.kind != DataKind::Number || what == title;
    let part = if asks_itself { String::new() } else { format!(": {what}") };
    let several = point.title.as_ref().filter(|_| criterion.data_points.len() > 1);
    let of = several.map(|title| format!(" – {}", title.get(cx.lang))).unwrap_or_default();
    format!("{} {title}{of}{part}", criterion.label)
}

/// The question; in the first row of a data point also how to answer it, in that of a criterion what to hand in.
fn question(cx: Context<'_>, criterion: &Criterion, point: &DataPoint, (first, first_of_point): (bool, bool)) -> String {
    let mut out: Vec<String> = criterion.question.iter().map(|question| question.get(cx.lang).into()).collect();
    if !first_of_point {
        return out.concat();
    }
    if point.kind == DataKind::Boolean {
        out.push(cx.say("Ghi: có hoặc không.", "Enter: yes or no.").into());
    }
    let steps: Vec<String> = point.steps.iter().map(|step| format!("{} = {}", step.step, step.label.get(cx.lang))).collect();
    if !steps.is_empty() {
        out.push(format!("{} {}.", cx.say("Ghi số của bậc:", "Enter the number of the step:"), steps.join("; ")));
    }
    if criterion.judge.iter().any(|judgement| matches!(judgement.method, Method::Survey { .. })) {
        let words = ("Ghi cách chọn mẫu ở cột sampling", "Say in column sampling how people were chosen");
        out.push(format!("{}: probability, self_selected, full_count.", cx.say(words.0, words.1)));
    }
    if asks_recognition(criterion, point) {
        out.push(cx.say(RECOGNITION.0, RECOGNITION.1).into());
    }
    if let Some(rule) = criterion.evidence.as_ref().filter(|rule| first && rule.required) {
        out.push(format!("{}: {}.", cx.say("Minh chứng", "Evidence"), rule.asked.get(cx.lang)));
    }
    out.join(" ")
}

/// Whether a part of a combination takes only a document of recognition for this data point.
fn asks_recognition(criterion: &Criterion, point: &DataPoint) -> bool {
    criterion.judge.iter().any(|judgement| match &judgement.method {
        Method::Combine { of, .. } => {
            of.iter().any(|part| part.evidence.is_some() && part.point(criterion).is_some_and(|own| own.id == point.id))
        }
        _ => false,
    })
}

const RECOGNITION: (&str, &str) = (
    "Chỉ nhận văn bản công nhận của cơ quan có thẩm quyền: ghi `recognition` ở cột evidence_kind, đủ số, ngày, nơi ban hành.",
    "Only a document of recognition by the authority counts: write `recognition` in column evidence_kind, with number, date and issuer.",
);
