//! What the tests of the programme share.

use dothi::Date;

pub(crate) const EXAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");

pub(crate) fn read(path: &str) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}
