//! One cell of a table: from what the workbook stores to what was meant.

use super::sheet::{Cell, Sheet};
use crate::layout::SHOWN;
use crate::words;
use dothi::{Code, Dec, FactCell, FactColumn, Finding, Findings, Place};

/// True for a unit of hundredths by its id or symbol: `percent`, `%`, `percent_gdp`, `% số hộ`.
fn is_percent(unit: &str) -> bool {
    let rest = unit.strip_prefix("percent").or_else(|| unit.strip_prefix("phần trăm"));
    unit.starts_with('%') || rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

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
            let is_percent = is_percent(&facts.unit);
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

#[cfg(test)]
mod tests {
    use super::is_percent;

    #[test]
    fn units_of_hundredths_are_known_by_id_and_symbol() {
        for unit in ["percent", "percent_gdp", "percent-households", "%", "% số hộ", "phần trăm"] {
            assert!(is_percent(unit), "{unit}");
        }
        for unit in ["", "people", "percentage_points", "điểm phần trăm", "per_mille"] {
            assert!(!is_percent(unit), "{unit}");
        }
    }
}
