//! Reports as the table that they are read from.

use super::super::keys::{COLUMNS, FIELDS, LABEL, NOTHING, RECORD, REPORT, TOTAL};
use super::super::model::{FundingLine, LocalReport, StatedTotal};
use super::ReportFile;
use crate::city::{CsvStyle, csv_decimal, csv_line};
use crate::number::Dec;
use crate::programme::money::MoneyUnit;
use crate::programme::outline::Outline;
use crate::text::{Lang, pick};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::Value;

/// A row while it is filled.
#[derive(Clone, Default)]
struct Row([String; COLUMNS.len()]);

impl Row {
    fn with(mut self, column: &str, text: impl Into<String>) -> Self {
        if let Some(cell) = COLUMNS.iter().position(|name| *name == column).and_then(|at| self.0.get_mut(at)) {
            *cell = text.into();
        }
        self
    }

    fn maybe<T: ToString>(self, column: &str, value: Option<&T>) -> Self {
        self.with(column, value.map(T::to_string).unwrap_or_default())
    }
}

/// How rows are written.
struct Writer<'w> {
    outline: &'w Outline,
    style: &'w CsvStyle,
    lang: Lang,
    /// Whether a unit has several reports.
    labels: bool,
    out: String,
}

impl ReportFile {
    /// The table that [`ReportFile::from_csv`] reads the same reports from, with the titles of the outline beside its numbers. Classes of
    /// funds and units of money are written as people of the language write them; an amount that is not known is an empty cell. Where a unit has
    /// several reports, they are told apart by `report_label`: 1, 2 and so on.
    ///
    /// ```
    /// use dothi::{CsvOptions, CsvStyle, Lang, programme::{Outline, ReportFile}};
    /// let outline = Outline::builtin().unwrap();
    /// let (file, _) = ReportFile::from_json(include_bytes!("../../../../examples/programme/bao-cao-2025.json")).unwrap();
    /// let table = file.to_csv(&outline, &CsvStyle::default(), Lang::Vi);
    /// let (again, _) = ReportFile::from_csv(table.as_bytes(), &CsvOptions::default(), &outline).unwrap();
    /// assert_eq!(again.to_json(), file.to_json());
    /// ```
    #[must_use]
    pub fn to_csv(&self, outline: &Outline, style: &CsvStyle, lang: Lang) -> String {
        let mut of_unit = BTreeMap::<&str, usize>::new();
        for report in &self.reports {
            *of_unit.entry(&report.unit.code).or_default() += 1;
        }
        let labels = of_unit.values().any(|count| *count > 1);
        let mut writer = Writer { outline, style, lang, labels, out: String::new() };
        if style.mark {
            writer.out.push('\u{FEFF}');
        }
        writer.line(COLUMNS);
        let mut written = BTreeMap::<&str, usize>::new();
        for report in &self.reports {
            let code = report.unit.code.as_str();
            let nth = written.entry(code).or_default();
            *nth += 1;
            let label = if of_unit.get(code).is_some_and(|count| *count > 1) { nth.to_string() } else { String::new() };
            writer.report(report, &label);
        }
        writer.out
    }
}

impl Writer<'_> {
    fn line<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) {
        let shown = COLUMNS.iter().zip(cells).filter(|(column, _)| self.labels || **column != LABEL);
        csv_line(shown.map(|(_, cell)| cell), self.style.separator, &mut self.out);
    }

    fn report(&mut self, report: &LocalReport, label: &str) {
        for row in self.rows(report) {
            let row = row.with("unit_code", report.unit.code.as_str()).with(LABEL, label);
            self.line(row.0.iter().map(String::as_str));
        }
    }

    /// The rows of a report, whose they are left out.
    fn rows(&self, report: &LocalReport) -> Vec<Row> {
        let tree = serde_json::to_value(report).unwrap_or_default();
        let field = |(field, path): (&str, &[&str])| {
            let text = match tree.pointer(&format!("/{}", path.join("/")))? {
                Value::String(text) => text.clone(),
                Value::Bool(true) => pick(self.lang, "có", "yes").into(),
                _ => return None,
            };
            Some(Row::default().with("item", REPORT).with("field", field).with("text", text))
        };
        let mut rows: Vec<Row> = FIELDS.into_iter().filter_map(field).collect();
        rows.extend(report.entries.iter().map(|own| {
            let row = self.item(&own.item).with("text", own.text.as_str()).maybe("to", own.to.as_ref());
            row.maybe("document", own.document.as_ref()).maybe("date", own.date.as_ref())
        }));
        rows.extend(report.nothing.iter().map(|own| {
            let row = Row::default().with("item", NOTHING).with("field", self.number(&own.item));
            row.with("title", self.title(&own.item)).maybe("text", own.reason.as_ref())
        }));
        rows.extend(report.funding.iter().map(|own| self.funding(own)));
        rows.extend(report.totals.iter().map(|own| self.total(own)));
        rows.extend(
            report
                .records
                .iter()
                .map(|own| Row::default().with("item", RECORD).with("text", own.file.as_str()).maybe("sha256", own.sha256.as_ref())),
        );
        rows
    }

    fn funding(&self, own: &FundingLine) -> Row {
        let row = self.item(&own.category).with("project", own.project.as_str()).maybe("project_code", own.code.as_ref());
        let row = row.with("year", own.year.to_string()).with("fund_source", self.source(&own.source));
        self.money(row, own.planned, own.disbursed, own.unit).maybe("note", own.note.as_ref())
    }

    fn total(&self, own: &StatedTotal) -> Row {
        let row = Row::default().with("item", TOTAL).with("field", own.category.as_ref().map(|id| self.number(id)).unwrap_or_default());
        let source = own.source.as_ref().map(|id| self.source(id)).unwrap_or_default();
        let row = row.maybe("year", own.year.as_ref()).with("fund_source", source);
        self.money(row, own.planned, own.disbursed, own.unit)
    }

    fn money(&self, row: Row, planned: Option<Dec>, disbursed: Option<Dec>, unit: Option<MoneyUnit>) -> Row {
        let number = |amount: Option<Dec>| amount.map(|amount| csv_decimal(amount, self.style.numbers)).unwrap_or_default();
        let word = |unit: MoneyUnit| if self.lang == Lang::Vi { unit.label(Lang::Vi) } else { unit.as_str() };
        row.with("planned", number(planned)).with("disbursed", number(disbursed)).with("unit", unit.map_or("", word))
    }

    /// A row of an item, with its title.
    fn item(&self, id: &str) -> Row {
        Row::default().with("item", self.number(id)).with("title", self.title(id))
    }

    /// The number of an item so that no spreadsheet program takes it for a date.
    fn number(&self, id: &str) -> String {
        format!("{} {id}", pick(self.lang, "mục", "item"))
    }

    /// The title of an item; nothing where the outline does not have it.
    fn title(&self, id: &str) -> String {
        let title = self.outline.title_of(id, self.lang);
        if title == id { String::new() } else { title.into() }
    }

    fn source(&self, id: &str) -> String {
        self.outline.fund_source(id).map_or_else(|| id.into(), |source| source.title.get(self.lang).into())
    }
}
