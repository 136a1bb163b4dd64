//! A workbook into city data: the rules are those of CSV; what is said here is where the tables stand and what their cells are.

mod cells;
mod common;
mod expand;
mod identity;
mod sheet;
mod table;

use crate::gate;
use dothi::{CityFile, Code, CriteriaSet, CsvOptions, FactTable, Finding, Findings};
use sheet::Sheet;
use table::Found;

pub(crate) use common::target;

/// How a workbook is to be read.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct ReadOptions<'s> {
    /// The set that the data are meant for; a workbook made for another one is refused.
    pub set: Option<&'s CriteriaSet>,
    /// How numbers are written in cells that hold text.
    pub csv: CsvOptions,
}

impl<'s> ReadOptions<'s> {
    /// The same for a set.
    #[must_use]
    pub fn with_set(mut self, set: &'s CriteriaSet) -> Self {
        self.set = Some(set);
        self
    }

    /// The same with a style of numbers for cells that hold text.
    #[must_use]
    pub fn with_csv(mut self, csv: CsvOptions) -> Self {
        self.csv = csv;
        self
    }
}

/// Reads city data from an XLSX workbook: one that [`crate::template`] or [`crate::write`] made, or any workbook with a table that
/// has the columns of the CSV format. With the value come notes and warnings.
///
/// Every sheet with a row of column names (`item`, `value`, ... among its first rows) is a table. Numbers are taken as Excel shows
/// them, at most 15 digits; a cell formatted as a percentage is read as such where the unit is percent.
///
/// # Errors
/// Every finding at once, each with its sheet, cell and heading: what is wrong with the file, with cells (`#N/A`, formulas
/// without a value, merged cells), and all that the CSV reader finds.
///
/// ```
/// use dothi::{CityFile, Lang};
/// use dothi_spreadsheet::{ReadOptions, read, write_table};
/// let json = r#"{"format":1,"cities":[{"unit":{"code":"01","name":{"vi":"Hà Nội"},"kind":"province"},"observations":[]}]}"#;
/// let (file, _) = CityFile::from_json(json.as_bytes()).unwrap();
/// let workbook = write_table(&file, Lang::Vi).unwrap();
/// let (back, _notes) = read(&workbook, &ReadOptions::default()).unwrap();
/// assert_eq!(back.cities[0].data_digest(), file.cities[0].data_digest());
/// ```
pub fn read(bytes: &[u8], options: &ReadOptions<'_>) -> Result<(CityFile, Findings), Findings> {
    let mut findings = Findings::default();
    let sheets = match gate::survey(bytes).and_then(|frame| sheet::sheets(bytes, frame.sheets)) {
        Ok(sheets) => sheets,
        Err(finding) => {
            findings.push(finding);
            return Err(findings);
        }
    };
    let (tables, common) = tables(&sheets, options, &mut findings);
    if tables.is_empty() {
        findings.push(gate::whole(Code::XlsxNoTable));
        return Err(findings);
    }
    // Faults of cells do not keep the core from saying what it finds in the rest.
    let file = match CityFile::from_tables(&tables, &options.csv) {
        Ok((mut file, more)) => {
            findings.append(more);
            for city in &mut file.cities {
                common::settle(city, &common, &mut findings);
            }
            Some(file)
        }
        Err(more) => {
            findings.append(more);
            None
        }
    };
    findings.settle(file)
}

/// The tables of facts, and the names of the sheets whose figures are shared by several criteria.
fn tables(sheets: &[Sheet], options: &ReadOptions<'_>, findings: &mut Findings) -> (Vec<FactTable>, Vec<String>) {
    let mut identity = identity::Identity::default();
    let mut budget = expand::Budget::default();
    let (mut tables, mut common) = (Vec::new(), Vec::new());
    for sheet in sheets {
        if let Some(found) = Found::of(sheet) {
            let table = table::facts(sheet, &found, &mut budget, findings);
            if found.is_common() {
                common.push(sheet.name.clone());
            }
            tables.push(table);
        } else if !identity.look(sheet, findings) && !sheet.rows.is_empty() {
            findings.push(Finding::new(Code::XlsxUnknownSheet, sheet.place()).with("name", &sheet.name));
        }
    }
    identity.check(options.set, tables.len(), findings);
    (tables, common)
}
