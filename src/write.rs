//! JSON text of results and files.

use crate::json::{finished, quote};
use crate::number::Digits;
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;
use serde_json::{Map, Value};

/// RFC 8785 canonical JSON: sorted keys, no white space.
///
/// Our documents hold only texts, booleans, counts and `null`, with ASCII keys; for these the sorted compact form is the
/// canonical one (a test compares it with an independent canonicaliser).
pub(crate) fn canonical(mut value: Value) -> String {
    // Objects are sorted already, unless another crate of the same build turned on `serde_json/preserve_order`.
    value.sort_all_objects();
    let mut out = Vec::new();
    compact(&value, &mut out);
    finished(out)
}

/// Writes a value without white space. Not left to `serde_json`: printing any number there brings tables for floats, and our documents
/// count in whole numbers only.
fn compact(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(flag) => out.extend_from_slice(if *flag { b"true" } else { b"false" }),
        Value::Number(number) => {
            debug_assert!(number.is_u64(), "a document holds a number that is no count: {number}");
            out.extend_from_slice(Digits::of(number.as_u64().unwrap_or_default().into(), 0).bytes());
        }
        Value::String(text) => quote(text, false, out),
        Value::Array(items) => {
            out.push(b'[');
            for (i, item) in items.iter().enumerate() {
                out.extend((i > 0).then_some(b','));
                compact(item, out);
            }
            out.push(b']');
        }
        Value::Object(members) => {
            out.push(b'{');
            for (i, (key, item)) in members.iter().enumerate() {
                out.extend((i > 0).then_some(b','));
                quote(key, false, out);
                out.push(b':');
                compact(item, out);
            }
            out.push(b'}');
        }
    }
}

/// A text that was written in the order of its keys: canonical without a tree. Tests find a member that stands elsewhere.
pub(crate) fn in_order(text: String) -> String {
    debug_assert_eq!(serde_json::from_str(&text).map(canonical).ok(), Some(text.clone()), "members are in the order of their keys");
    text
}

/// Readable JSON of a document that was written without white space.
pub(crate) fn readable(text: &str) -> String {
    pretty(&serde_json::from_str::<Value>(text).unwrap_or_default())
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
        $crate::write::set(&mut $map, $key, &$value);
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

/// Sets a member to a value of any kind.
#[inline(never)]
pub(crate) fn set<T: Serialize>(map: &mut Map<String, Value>, key: &str, value: &T) {
    put(map, key, serde_json::to_value(value).unwrap_or_default());
}

/// Sets a member unless it is absent or an empty list.
pub(crate) fn put(map: &mut Map<String, Value>, key: &str, value: Value) {
    if !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()) {
        map.insert(key.into(), value);
    }
}
