//! A synthesis as one table: a row for each sum, report, project line, text and anomaly.

use super::{Synthesis, funding::Sums};
use crate::city::{CsvStyle, NumberStyle, csv_line};
use crate::number::Dec;
use crate::programme::money::Money;
use crate::text::Lang;
use alloc::string::{String, ToString};

const COLUMNS: [&str; 16] = [
    "table",
    "unit_code",
    "unit_name",
    "item",
    "of",
    "year",
    "fund_source",
    "project",
    "measure",
    "dong",
    "given",
    "missing",
    "state",
    "day",
    "file",
    "text",
];

/// A row while it is filled.
#[derive(Clone, Default)]
struct Row([String; COLUMNS.len()]);

impl Row {
    fn of(table: &str) -> Self {
        Self::default().with("table", table)
    }

    fn with(mut self, column: &str, text: &str) -> Self {
        if let Some(cell) = COLUMNS.iter().position(|name| *name == column).and_then(|at| self.0.get_mut(at)) {
            *cell = text.into();
        }
        self
    }

    fn maybe(self, column: &str, text: Option<&str>) -> Self {
        self.with(column, text.unwrap_or_default())
    }
}

impl Synthesis {
    /// Everything as one CSV table; `table` says what a row is, amounts are in đồng and empty where none is known. Texts of findings are in the
    /// language asked for.
    #[must_use]
    pub fn to_csv(&self, style: &CsvStyle, lang: Lang) -> String {
        let mut out = String::new();
        if style.mark {
            out.push('\u{FEFF}');
        }
        csv_line(COLUMNS, style.separator, &mut out);
        self.rows(style.numbers, lang, &mut |row| csv_line(row.0.iter().map(String::as_str), style.separator, &mut out));
        out
    }

    fn rows(&self, numbers: NumberStyle, lang: Lang, put: &mut dyn FnMut(Row)) {
        let number = |dong: Dec| if numbers == NumberStyle::Vi { dong.to_string().replace('.', ",") } else { dong.to_string() };
        let mut measured = |row: Row, sums: &Sums| {
            for (measure, money) in [("planned", &sums.planned), ("disbursed", &sums.disbursed)] {
                let Money { given, missing, .. } = money;
                let row = row.clone().with("measure", measure).with("dong", &money.known().map(number).unwrap_or_default());
                put(row.with("given", &given.to_string()).with("missing", &missing.to_string()));
            }
        };
        measured(Row::of("total"), &self.funding.total);
        for (table, rows) in self.funding.tables() {
            for row in rows {
                let key = match table {
                    "by_year" => "year",
                    "by_source" => "fund_source",
                    "by_province" | "by_province_and_category" => "unit_code",
                    _ => "item",
                };
                measured(Row::of(table).with(key, &row.key).maybe("of", row.of.as_deref()), &row.sums);
            }
        }
        for row in &self.reconciliation.rows {
            measured(Row::of("reconciliation").with("state", &word(&row.standing)), &row.sums);
        }
        measured(Row::of("reconciliation").with("state", "read"), &self.reconciliation.read);
        for province in &self.provinces {
            for own in &province.inside {
                let row = Row::of("inside").with("unit_code", &own.code).with("unit_name", &own.name);
                measured(row.with("of", &province.unit.code), &own.sums);
            }
        }
        for province in &self.provinces {
            let row = Row::of("unit").with("unit_code", &province.unit.code).with("unit_name", &province.unit.name);
            let punctuality = province.punctuality.map(|own| word(&own));
            put(row.with("state", &word(&province.outcome)).maybe("measure", punctuality.as_deref()));
        }
        for report in &self.reports {
            let row = Row::of("report").with("unit_code", &report.unit).with("unit_name", &report.name).with("file", &report.file);
            let day = report.day.map(|day| day.to_string());
            let row = row.maybe("of", report.replaced_by.as_deref());
            put(row.with("state", &word(&report.standing)).with("measure", &word(&report.punctuality)).maybe("day", day.as_deref()));
        }
        for project in &self.projects {
            for line in &project.lines {
                for (measure, dong) in [("planned", line.planned), ("disbursed", line.disbursed)] {
                    let row =
                        Row::of("project").with("unit_code", &project.unit).with("file", &project.file).with("project", &project.project);
                    let row = row.with("item", &line.category).with("year", &line.year.to_string()).with("fund_source", &line.source);
                    let row = row.with("state", &word(&project.standing)).maybe("text", line.note.as_deref());
                    put(row.with("measure", measure).with("dong", &dong.map(number).unwrap_or_default()));
                }
            }
        }
        for group in &self.texts {
            for text in &group.texts {
                let row = Row::of("text").with("item", &group.item).with("unit_code", &text.unit).with("unit_name", &text.name);
                let row = row.with("file", &text.file).with("state", &word(&text.standing)).maybe("of", text.to.as_deref());
                put(row.with("text", &text.text));
            }
        }
        for group in &self.levels {
            for count in &group.counts {
                let level = count.level.map(|level| level.to_string());
                let row = Row::of("level").with("item", &group.set).with("of", &group.scheme).maybe("measure", level.as_deref());
                let state = if group.verified { "verified" } else { "self_assessed" };
                let marks: alloc::vec::Vec<&str> = group.marks.iter().map(|mark| mark.text.get(lang)).collect();
                put(row.with("state", state).with("given", &count.places.to_string()).with("text", &marks.join("; ")));
            }
        }
        for anomaly in &self.anomalies {
            let row = Row::of("anomaly").maybe("unit_code", anomaly.unit.as_deref()).maybe("file", anomaly.file.as_deref());
            put(row.with("state", anomaly.finding.code().as_str()).with("text", &anomaly.finding.message(lang)));
        }
        for mark in &self.marks {
            put(Row::of("mark").with("state", mark.code).with("text", mark.text.get(lang)));
        }
    }
}

/// The word of files.
fn word<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(String::from)).unwrap_or_default()
}
