//! Rows of text as JSON.

use alloc::string::String;
use alloc::vec::Vec;
use serde_json::{Map, Value};

/// Each row as an object of its cells that are not empty, under the names of the columns.
pub(super) fn row_objects<C: AsRef<str>>(columns: &[C], rows: impl IntoIterator<Item = impl AsRef<[String]>>) -> Vec<Value> {
    let object = |row: &[String]| -> Value {
        let filled = columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        filled.map(|(name, cell)| (String::from(name.as_ref()), Value::String(cell.clone()))).collect::<Map<_, _>>().into()
    };
    rows.into_iter().map(|row| object(row.as_ref())).collect()
}
