//! JSON text of results and files.

use alloc::string::String;
use serde::Serialize;

/// RFC 8785 canonical JSON: sorted keys, no white space.
///
/// Our documents hold only texts, booleans, counts and `null`, with ASCII keys; for these the sorted compact form is the
/// canonical one (a test compares it with an independent canonicaliser).
pub(crate) fn canonical<T: Serialize>(value: &T) -> String {
    let mut value = serde_json::to_value(value).unwrap_or_default();
    // Objects are sorted already, unless another crate of the same build turned on `serde_json/preserve_order`.
    value.sort_all_objects();
    serde_json::to_string(&value).unwrap_or_default()
}

/// Readable JSON: fields in declared order, two spaces, a final newline.
pub(crate) fn pretty<T: Serialize>(value: &T) -> String {
    let mut out = serde_json::to_string_pretty(value).unwrap_or_default();
    out.push('\n');
    out
}
