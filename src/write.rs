//! JSON text of results and files.

use alloc::string::String;
use serde::Serialize;
use serde_json::{Map, Value};

/// RFC 8785 canonical JSON: sorted keys, no white space.
///
/// Our documents hold only texts, booleans, counts and `null`, with ASCII keys; for these the sorted compact form is the
/// canonical one (a test compares it with an independent canonicaliser).
pub(crate) fn canonical(mut value: Value) -> String {
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

/// A JSON object whose absent and empty members are left out, so that what is printed was there. `key: value` serialises,
/// `key => value` moves a [`Value`](serde_json::Value) (or a list or option of them) in: a subtree is built once, not copied at
/// each level.
macro_rules! object {
    (@put $map:ident) => {};
    (@put $map:ident, $key:literal : $value:expr $(, $($rest:tt)*)?) => {
        $crate::write::put(&mut $map, $key, serde_json::to_value(&$value).unwrap_or_default());
        $(object!(@put $map, $($rest)*);)?
    };
    (@put $map:ident, $key:literal => $value:expr $(, $($rest:tt)*)?) => {
        $crate::write::put(&mut $map, $key, serde_json::Value::from($value));
        $(object!(@put $map, $($rest)*);)?
    };
    (@put $map:ident,) => {};
    ($($members:tt)+) => {{
        let mut map = serde_json::Map::new();
        object!(@put map, $($members)+);
        serde_json::Value::Object(map)
    }};
}
pub(crate) use object;

/// Sets a member unless it is absent or an empty list.
pub(crate) fn put(map: &mut Map<String, Value>, key: &str, value: Value) {
    if !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()) {
        map.insert(key.into(), value);
    }
}
