//! A lossless JSON tree: number text and doubled keys are kept, size and depth are bounded.

use crate::finding::{Code, Finding};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Deepest nesting of any file of ours is about 12; 32 leaves room and keeps the walk's stack small.
const MOST_DEPTH: usize = 32;

/// Bounds on a document, so that a stranger's file costs bounded memory.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) bytes: usize,
    pub(crate) values: usize,
}

/// A JSON value as written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// Parses a document.
pub(crate) fn parse(bytes: &[u8], limits: Limits) -> Result<Json, Finding> {
    if bytes.len() > limits.bytes {
        return Err(Finding::at(Code::TooLarge, "").with("size", bytes.len()).with("most", limits.bytes));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = core::str::from_utf8(bytes).map_err(|e| Finding::at(Code::NotUtf8, "").with("at", e.valid_up_to()))?;
    let raw: &RawValue = serde_json::from_str(text).map_err(|e| syntax(&e))?;
    let mut left = limits.values;
    value(raw.get(), 0, &mut left).map_err(|fault| match fault {
        Fault::Syntax(e) => syntax(&e),
        Fault::Depth => Finding::at(Code::JsonDepth, "").with("most", MOST_DEPTH),
        Fault::TooMany => Finding::at(Code::JsonTooMany, "").with("most", limits.values),
    })
}

enum Fault {
    Syntax(serde_json::Error),
    Depth,
    TooMany,
}

fn syntax(e: &serde_json::Error) -> Finding {
    let message = e.to_string();
    let (line, column) = (e.line(), e.column());
    let detail = message.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&message);
    Finding::at(Code::JsonSyntax, "").with("line", line).with("column", column).with("detail", detail)
}

fn value(text: &str, depth: usize, left: &mut usize) -> Result<Json, Fault> {
    *left = left.checked_sub(1).ok_or(Fault::TooMany)?;
    let text = text.trim();
    match text.as_bytes().first() {
        Some(b'{' | b'[') if depth >= MOST_DEPTH => Err(Fault::Depth),
        Some(b'{') => {
            let Entries(entries) = serde_json::from_str(text).map_err(Fault::Syntax)?;
            let mut out = Vec::with_capacity(entries.len());
            for (key, raw) in entries {
                out.push((key, value(raw.get(), depth + 1, left)?));
            }
            Ok(Json::Object(out))
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text).map_err(Fault::Syntax)?;
            let mut out = Vec::with_capacity(items.len());
            for raw in items {
                out.push(value(raw.get(), depth + 1, left)?);
            }
            Ok(Json::List(out))
        }
        Some(b'"') => serde_json::from_str(text).map(Json::Text).map_err(Fault::Syntax),
        Some(b't') => Ok(Json::Bool(true)),
        Some(b'f') => Ok(Json::Bool(false)),
        Some(b'n') => Ok(Json::Null),
        _ => Ok(Json::Number(text.into())),
    }
}

/// The members of an object in order, doubled keys included, values unread.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries<'de>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut out = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            out.push((key, map.next_value::<&RawValue>()?));
        }
        Ok(Entries(out))
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, Limits, parse};
    use crate::finding::Code;
    use alloc::string::String;
    use alloc::vec;

    const LIMITS: Limits = Limits { bytes: 1_000_000, values: 1_000 };

    fn code(text: &str) -> Code {
        parse(text.as_bytes(), LIMITS).unwrap_err().code()
    }

    #[test]
    fn number_text_and_doubled_keys_are_kept() {
        let tree = parse(br#"{"a":1.10,"a":1e400}"#, LIMITS).unwrap();
        let member = |n: &str| (String::from("a"), Json::Number(n.into()));
        assert_eq!(tree, Json::Object(vec![member("1.10"), member("1e400")]));
    }

    #[test]
    fn hostile_documents_are_refused_in_bounded_memory() {
        assert_eq!(code(""), Code::JsonSyntax);
        assert_eq!(code("[NaN]"), Code::JsonSyntax);
        assert_eq!(code("[1] x"), Code::JsonSyntax);
        assert_eq!(code(&"[".repeat(900_000)), Code::JsonSyntax);
        assert_eq!(code(&alloc::format!("{}{}", "[".repeat(900), "]".repeat(900))), Code::JsonDepth);
        assert_eq!(code(&"[".repeat(2_000_000)), Code::TooLarge);
        assert_eq!(code(&alloc::format!("[{}1]", "1,".repeat(2_000))), Code::JsonTooMany);
        assert_eq!(parse(b"\xFF", LIMITS).unwrap_err().code(), Code::NotUtf8);
    }
}
