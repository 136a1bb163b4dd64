//! Whose reports stand in a file that cannot be read, as far as that can be seen.

use super::csv;
use super::json::{LIMITS, ReportFile};
use crate::json::{Json, parse};
use alloc::string::String;
use alloc::vec::Vec;

/// Most units looked for: all communes of the country and some.
const MOST_UNITS: usize = 10_000;

impl ReportFile {
    /// Codes of the units whose reports stand in a file, sorted, even where the file has errors; empty where nothing can be made out. It says
    /// who sent something, never what: the file itself is read by [`ReportFile::from_json`] and [`ReportFile::from_csv`].
    ///
    /// ```
    /// use dothi::programme::ReportFile;
    /// let file = br#"{"format": 1, "reports": [{"unit": {"code": "01"}, "surprise": 1}]}"#;
    /// assert_eq!(ReportFile::named_units(file), ["01"]);
    /// ```
    #[must_use]
    pub fn named_units(bytes: &[u8]) -> Vec<String> {
        let mut out = match parse(bytes, LIMITS) {
            Ok(json) => of_tree(&json),
            Err(_) => csv::named_units(bytes),
        };
        out.truncate(MOST_UNITS);
        out.sort_unstable();
        out.dedup();
        out
    }
}

fn of_tree(json: &Json) -> Vec<String> {
    let member = |json: &Json, key: &str| match json {
        Json::Object(members) => members.iter().find(|(name, _)| name == key).map(|(_, own)| own.clone()),
        _ => None,
    };
    let Some(Json::List(reports)) = member(json, "reports") else { return Vec::new() };
    let code = |report: &Json| match member(&member(report, "unit")?, "code")? {
        Json::Text(code) if !code.is_empty() => Some(code),
        _ => None,
    };
    reports.iter().filter_map(code).collect()
}
