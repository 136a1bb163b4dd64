//! Readers of city data that are not JSON, each the entry of a part which most pages never load. Never inlined, because the module is
//! parted between functions.

use dothi::{CityFile, CsvOptions, Findings};

type Read = Result<(CityFile, Findings), Findings>;

/// CSV.
#[inline(never)]
pub(crate) fn csv(data: &[u8], csv: CsvOptions) -> Read {
    CityFile::from_csv(data, &csv)
}

/// A workbook.
#[inline(never)]
pub(crate) fn xlsx(data: &[u8], csv: CsvOptions) -> Read {
    dothi_spreadsheet::read(data, &dothi_spreadsheet::ReadOptions::default().with_csv(csv))
}
