//! City data as a table with one row for each fact.

use super::NumberStyle;
use super::columns::Column;
use super::item::Item;
use super::numbers::{Style, plain};
use super::quote::csv_line;
use super::style::CsvStyle;
use crate::city::json::CityFile;
use crate::city::model::{CityData, EvidenceDocument, EvidenceKind, ObsValue, Observation, Published, Quality, Reference, ReviewResult};
use crate::criteria::ScoreOf;
use crate::date::Date;
use crate::number::Dec;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn csv(file: &CityFile, style: &CsvStyle) -> String {
    let mut out = String::new();
    if style.mark {
        out.push('\u{FEFF}');
    }
    let mut header = Line::default();
    for (name, column) in Column::ALL {
        header = header.with(*column, name);
    }
    header.end(style, &mut out);
    for city in &file.cities {
        lines(city, style.numbers, &mut |line| line.end(style, &mut out));
    }
    out
}

impl CityData {
    /// The facts as the rows that CSV has: for each row the names of its filled columns and their texts, `unit_code` left out.
    /// Decimals have a point. It is what writers of other tables begin with.
    ///
    /// ```
    /// # use dothi::CityFile;
    /// # let text = r#"{"format":1,"cities":[{"unit":{"code":"01","name":{"vi":"Hà Nội"},"kind":"province"},"observations":[]}]}"#;
    /// let (file, _) = CityFile::from_json(text.as_bytes()).unwrap();
    /// let rows = file.cities[0].fact_rows();
    /// assert_eq!(rows[0], [("item", "unit".into()), ("role", "name_vi".into()), ("value", "Hà Nội".into())]);
    /// ```
    #[must_use]
    pub fn fact_rows(&self) -> Vec<Vec<(&'static str, String)>> {
        let mut rows = Vec::new();
        lines(self, NumberStyle::Auto, &mut |line| {
            let cells = Column::ALL.iter().zip(line.0).filter(|((_, column), cell)| *column != Column::UnitCode && !cell.is_empty());
            rows.push(cells.map(|((name, _), cell)| (*name, cell)).collect());
        });
        rows
    }
}

/// Every fact of a place, one line each.
fn lines(city: &CityData, numbers: NumberStyle, put: &mut dyn FnMut(Line)) {
    let start = |item: &str| Line::default().with(Column::UnitCode, &city.unit.code).with(Column::Item, item);
    unit(city, put);
    for one in &city.observations {
        put(observation(one, start(&Item::cell_of(&one.criterion)), numbers));
    }
    for document in &city.evidence {
        for criterion in &document.criteria {
            put(evidence(document, start(&Item::cell_of(criterion))));
        }
    }
    for claim in &city.not_applicable {
        put(start(&Item::cell_of(&claim.criterion)).with(Column::NotApplicableReason, &claim.reason));
    }
    for one in &city.references {
        put(reference(one, start("reference"), numbers));
    }
    for one in &city.published {
        put(published(one, start("published"), numbers));
    }
}

/// One row while it is filled.
#[derive(Default)]
struct Line([String; Column::COUNT]);

impl Line {
    fn with(mut self, column: Column, value: &str) -> Self {
        if let Some(cell) = self.0.get_mut(column as usize) {
            *cell = value.into();
        }
        self
    }

    fn maybe(self, column: Column, value: Option<&String>) -> Self {
        match value {
            Some(value) => self.with(column, value),
            None => self,
        }
    }

    fn date(self, column: Column, value: Option<Date>) -> Self {
        self.maybe(column, value.map(|date| date.to_string()).as_ref())
    }

    fn flag(self, column: Column, value: Option<bool>) -> Self {
        match value {
            Some(flag) => self.with(column, yes_no(flag)),
            None => self,
        }
    }

    fn end(self, style: &CsvStyle, out: &mut String) {
        csv_line(self.0.iter().map(String::as_str), style.separator, out);
    }
}

fn unit(city: &CityData, put: &mut dyn FnMut(Line)) {
    let unit = &city.unit;
    let mut attribute = |role: &str, value: Option<&str>| {
        let Some(value) = value else { return };
        let line = Line::default().with(Column::UnitCode, &unit.code).with(Column::Item, "unit");
        put(line.with(Column::Role, role).with(Column::Value, value));
    };
    attribute("name_vi", Some(&unit.name.vi));
    attribute("name_en", unit.name.en.as_deref());
    attribute("kind", Some(unit.kind.as_str()));
    attribute("parent", unit.parent.as_deref());
    attribute("region", unit.region.as_deref());
    attribute("urban_class", unit.urban_class.as_deref());
    attribute("centrally_run", unit.centrally_run.map(yes_no));
    attribute("heritage", unit.heritage.map(yes_no));
    attribute("special_factors", unit.special_factors.map(yes_no));
    attribute("declared_urban", unit.declared_urban.map(yes_no));
    attribute("valid_from", unit.valid_from.map(|date| date.to_string()).as_deref());
    attribute("fictional", city.fictional.then_some("yes"));
    attribute("period", city.period.map(|date| date.to_string()).as_deref());
    attribute("prepared_by", city.prepared_by.as_deref());
    for note in &city.notes {
        attribute("note_vi", Some(&note.vi));
        attribute("note_en", Some(&note.en));
    }
    for member in &unit.members {
        let line = Line::default().with(Column::UnitCode, &unit.code).with(Column::Item, "unit").with(Column::Role, "member");
        put(line.with(Column::Value, &member.code).with(Column::Note, &member.name));
    }
}

fn observation(one: &Observation, line: Line, numbers: NumberStyle) -> Line {
    let value = match one.value {
        Some(ObsValue::Number(value)) => Some(decimal(value, numbers)),
        Some(ObsValue::Boolean(flag)) => Some(yes_no(flag).into()),
        None => None,
    };
    line.maybe(Column::DataPoint, one.data_point.as_ref())
        .with(Column::Role, one.role.as_str())
        .maybe(Column::Part, one.part.as_ref())
        .date(Column::Period, one.period)
        .maybe(Column::Value, value.as_ref())
        .maybe(Column::Unit, one.unit.as_ref())
        .with(Column::Status, one.status.as_str())
        .with(Column::Quality, one.quality.map_or("", |quality| word(Quality::WORDS, quality)))
        .with(Column::Sampling, one.sampling.map_or("", |sampling| sampling.as_str()))
        .maybe(Column::Source, one.source.as_ref())
        .maybe(Column::Note, one.note.as_ref())
}

fn evidence(document: &EvidenceDocument, line: Line) -> Line {
    let line = line
        .maybe(Column::EvidenceNumber, document.number.as_ref())
        .date(Column::EvidenceDate, document.date)
        .maybe(Column::EvidenceIssuer, document.issuer.as_ref())
        .with(Column::EvidenceSummary, &document.summary)
        .maybe(Column::EvidencePages, document.pages.as_ref())
        .maybe(Column::EvidenceUrl, document.url.as_ref())
        .maybe(Column::EvidenceSha256, document.sha256.as_ref())
        .with(Column::EvidenceKind, word(EvidenceKind::WORDS, document.kind))
        .flag(Column::EvidencePublic, document.public);
    let Some(review) = &document.review else { return line };
    line.with(Column::Review, word(ReviewResult::WORDS, review.result))
        .maybe(Column::ReviewedBy, review.by.as_ref())
        .date(Column::ReviewDate, review.date)
        .maybe(Column::ReviewReason, review.reason.as_ref())
}

fn reference(one: &Reference, line: Line, numbers: NumberStyle) -> Line {
    line.with(Column::DataPoint, &one.id)
        .with(Column::Value, &decimal(one.value, numbers))
        .maybe(Column::Unit, one.unit.as_ref())
        .date(Column::Period, one.period)
        .with(Column::Source, &one.source)
}

fn published(one: &Published, line: Line, numbers: NumberStyle) -> Line {
    line.maybe(Column::Part, one.scheme.as_ref())
        .maybe(Column::DataPoint, one.group.as_ref())
        .with(Column::Role, word(ScoreOf::WORDS, one.of))
        .with(Column::Value, &decimal(one.value, numbers))
        .with(Column::Source, &one.source)
        .maybe(Column::Note, one.clause.as_ref())
}

/// A decimal that can be read one way only: `1.234` and `1,234` get a zero, since in the other style they could be a thousand
/// and more.
pub(crate) fn decimal(value: Dec, numbers: NumberStyle) -> String {
    let mut text = value.to_string();
    if plain(&text, Style::Vi).is_some_and(|vi| vi != text) {
        text.push('0');
    }
    if numbers == NumberStyle::Vi { text.replace('.', ",") } else { text }
}

fn yes_no(flag: bool) -> &'static str {
    if flag { "yes" } else { "no" }
}

fn word<T: PartialEq>(words: &[(&'static str, T)], value: T) -> &'static str {
    words.iter().find(|(_, known)| *known == value).map_or("", |(word, _)| word)
}
