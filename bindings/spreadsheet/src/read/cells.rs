//! One cell of a table: from what the workbook stores to what was meant.

use super::sheet::{Cell, Sheet};
use crate::layout::SHOWN;
use crate::words;
use dothi::{Code, Dec, FactCell, FactColumn, Finding, Findings, Place};

/// Units that are hundredths, as ids and symbols have them.
const PERCENT: &[&str] = &["percent", "%", "phần trăm"];

/// A row with what its cells need to know of each other.
pub(super) struct Facts<'s> {
    sheet: &'s Sheet,
    row: u32,
    /// The attribute that a row of item `unit` gives.
    attribute: Option<String>,
    unit: String,
}

impl<'s> Facts<'s> {
    pub(super) fn of(sheet: &'s Sheet, columns: &[FactColumn], row: u32) -> Self {
        let text = |name: &str| columns.iter().find(|c| c.name == name).map_or("", |c| sheet.text(row, c.column));
        let attribute = text("item").eq_ignore_ascii_case("unit").then(|| text("role").to_lowercase());
        Self { sheet, row, attribute, unit: text("unit").to_lowercase() }
    }
}

/// The cell of a column as the core reads it.
pub(super) fn fact(facts: &mut Facts<'_>, column: &FactColumn, findings: &mut Findings) -> FactCell {
    if SHOWN.contains(&column.name.as_str()) {
        return FactCell::default();
    }
    let place = || Place::sheet(&facts.sheet.name, facts.row, column.column, &column.heading);
    if facts.sheet.frame.without_value.contains(&(facts.row, column.column)) {
        findings.push(Finding::new(Code::XlsxFormulaWithoutValue, place()));
        return FactCell::default();
    }
    match facts.sheet.cell(facts.row, column.column) {
        None => FactCell::default(),
        Some(Cell::Text(text)) => FactCell::text(word(facts, column, text)),
        Some(Cell::Boolean(flag)) => FactCell::boolean(*flag),
        Some(Cell::Date(date)) => FactCell::date(*date),
        Some(Cell::Error(error)) => {
            findings.push(Finding::new(Code::XlsxErrorCell, place()).with("value", error));
            FactCell::default()
        }
        Some(Cell::Number { value, percent }) => {
            if column.name != "value" || facts.attribute.is_some() {
                return FactCell::number(*value);
            }
            let is_percent = PERCENT.contains(&facts.unit.as_str());
            let shown = hundredfold(*value);
            let doubt = |code: Code| {
                let figures = (shown.map_or(String::new(), Dec::to_vi), shown.map_or(String::new(), Dec::to_en));
                let stored = (value.to_vi(), value.to_en());
                Finding::new(code, place()).with_both("shown", figures).with_both("value", stored).with("unit", &facts.unit)
            };
            match (is_percent, percent, shown) {
                (true, true, Some(shown)) => return FactCell::number(shown),
                (true, false, _) if *value > Dec::ZERO && *value <= Dec::ONE => findings.push(doubt(Code::XlsxPercentDoubt)),
                (false, true, _) => findings.push(doubt(Code::XlsxPercentFormat)),
                _ => {}
            }
            FactCell::number(*value)
        }
    }
}

fn hundredfold(value: Dec) -> Option<Dec> {
    value.value().checked_mul(Dec::from_count(100).value()).map(Dec::from)
}

/// The word that files use for one chosen from a list; a step without its label.
fn word<'t>(facts: &Facts<'_>, column: &FactColumn, text: &'t str) -> &'t str {
    let text = text.trim();
    if let Some(list) = words::list_of(&column.name, facts.attribute.as_deref()) {
        return words::code(list, text).unwrap_or(text);
    }
    if column.name == "value" && facts.attribute.is_none() {
        return words::step(text).unwrap_or(text);
    }
    text
}
