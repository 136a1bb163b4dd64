//! From SDMX-CSV to city data.

use super::header::Header;
use super::rows::Rows;
use dothi::{CityFile, Code, CsvOptions, Finding, Findings, NumberStyle, Place, Separator, csv_rows};

/// The yearly data of all communes have 300 000 rows; a wide row of text costs a kilobyte in memory.
const MOST_ROWS: u32 = 400_000;

/// Reads city data from SDMX-CSV 2.0 or 2.1, ours or foreign. With the value come notes and warnings.
///
/// Numbers have a decimal point where the comma separates cells; else they are read as `options` say. Codes may be followed by
/// `: label`, or by a column of names.
///
/// # Errors
/// Every finding at once, each with its row and column: what no data here can hold is an error wherever a figure could be misread,
/// else a warning (`sdmx.…`).
///
/// ```
/// use dothi::CsvOptions;
/// let file = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,PLACE_NAME_VI,PLACE_KIND\n\
///     dataflow,DOTHI:CITY_OBSERVATIONS(1.0.0),R,01,,,,Thành phố Ví Dụ,province\n\
///     dataflow,DOTHI:CITY_OBSERVATIONS(1.0.0),R,01,green-area,2025,12.5,,\n";
/// let (cities, _notes) = dothi_interchange::sdmx::read(file.as_bytes(), &CsvOptions::default()).unwrap();
/// assert_eq!(cities.cities[0].observations[0].criterion, "green-area");
/// ```
pub fn read(bytes: &[u8], options: &CsvOptions) -> Result<(CityFile, Findings), Findings> {
    let mut findings = Findings::default();
    let Some(separator) = super::separator(bytes) else {
        findings.push(Finding::new(Code::SdmxHeader, Place::sheet("", 1, 0, "")));
        return Err(findings);
    };
    let (mut rows, mut first) = (None, true);
    let walked = csv_rows(bytes, separator, MOST_ROWS, &mut |row, cells| match &mut rows {
        None if core::mem::take(&mut first) => rows = Header::read(row, cells, &mut findings).map(|header| Rows::new(header, row)),
        None => {}
        Some(rows) => Rows::row(rows, row, cells),
    });
    let whole = walked.map_err(|found| findings.append(found)).is_ok();
    let Some(rows) = rows else { return Err(findings) };
    let (tables, found) = rows.tables();
    findings.append(found);
    if !whole {
        return Err(findings);
    }
    let numbers = if separator == Separator::Comma { NumberStyle::En } else { options.numbers };
    let file = match CityFile::from_tables(&tables, &options.with_numbers(numbers)) {
        Ok((file, found)) => {
            findings.append(found);
            Some(file)
        }
        Err(found) => {
            // Said already, in the words of this format.
            let said = |finding: &&Finding| finding.code() != Code::CsvMissingAttribute;
            findings.extend(found.iter().filter(said).cloned());
            None
        }
    };
    findings.settle(file)
}
