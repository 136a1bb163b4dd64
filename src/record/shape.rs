//! The shape of a body: which keys stand where, and what they hold. One walker for the tables of every format.

use crate::digest::is_sha256;
use crate::finding::Code;
use crate::json::{Json, Reader};
use alloc::string::String;
use serde_json::{Map, Value};

/// What a value is.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    Text,
    /// A lower-case token.
    Token,
    /// A decimal as a text.
    Decimal,
    /// A decimal as a text, `yes` or `no`.
    Answer,
    Count,
    Boolean,
    Date,
    Digest,
    /// A sentence in both languages.
    Both,
    List(&'static Shape),
    Object(&'static [Member]),
}

/// A member of an object.
#[derive(Clone, Copy)]
pub(super) struct Member {
    pub(super) key: &'static str,
    pub(super) required: bool,
    pub(super) shape: Shape,
}

pub(super) const fn must(key: &'static str, shape: Shape) -> Member {
    Member { key, required: true, shape }
}

pub(super) const fn may(key: &'static str, shape: Shape) -> Member {
    Member { key, required: false, shape }
}

impl Shape {
    /// The value as it stands, or a finding for each fault in it.
    pub(super) fn read(self, r: &mut Reader, json: &Json) -> Option<Value> {
        let text = |text: String| Value::String(text);
        match self {
            Self::Text => r.string(json).map(text),
            Self::Token => r.id(json).map(text),
            Self::Decimal => decimal(r, json),
            Self::Answer if matches!(json, Json::Text(word) if word == "yes" || word == "no") => r.string(json).map(text),
            Self::Answer => decimal(r, json),
            Self::Count => r.count(json, 0, u32::MAX).map(Value::from),
            Self::Boolean => r.boolean(json).map(Value::Bool),
            Self::Date => {
                let said = r.string(json)?;
                r.date(json).map(|_| text(said))
            }
            Self::Digest => digest(r, json).map(text),
            Self::Both => r.text(json).and_then(|both| serde_json::to_value(both).ok()),
            Self::List(inner) => r.list(json, |r, item| inner.read(r, item)).map(Value::Array),
            Self::Object(members) => {
                let mut o = r.object(json)?;
                let mut out = Map::new();
                for member in members {
                    let read = |r: &mut Reader, json: &Json| member.shape.read(r, json);
                    let value = if member.required { o.required(r, member.key, read) } else { o.optional(r, member.key, read) };
                    out.extend(value.map(|value| (member.key.into(), value)));
                }
                o.finish(r);
                Some(Value::Object(out))
            }
        }
    }
}

/// 64 hexadecimal digits in small letters.
pub(super) fn digest(r: &mut Reader, json: &Json) -> Option<String> {
    let said = r.string(json)?;
    if is_sha256(&said) {
        return Some(said);
    }
    let finding = r.find(Code::RecordBadDigest).with("value", said);
    r.push(finding);
    None
}

fn decimal(r: &mut Reader, json: &Json) -> Option<Value> {
    let said = r.string(json)?;
    r.decimal(json).map(|_| Value::String(said))
}
