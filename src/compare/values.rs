//! Two JSON values beside each other: every place where they differ.
//!
//! Lists of objects are put beside each other by the key that tells their items apart, so that a new item does not make all that
//! follow differ. New keys of the format need no line here.

use crate::text::{Lang, Text};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::Serialize;
use serde_json::{Map, Value};

/// What stands on one side of a difference.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Shown(Value);

/// A place where two values differ.
pub(super) struct Difference {
    /// Keys and ids from the top, joined by `/`.
    pub(super) path: String,
    pub(super) before: Option<Shown>,
    pub(super) now: Option<Shown>,
}

/// Keys that tell the items of a list apart, the first that all items have.
const KEYS: &[&str] = &["id", "role", "step", "kind", "stage", "group", "criterion", "level"];

impl Shown {
    /// The value as people of a language read it; texts in that language, lists separated by semicolons.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        words(&self.0, lang)
    }

    /// True for objects and lists of objects, whose text is their whole inside.
    pub(super) fn is_long(&self) -> bool {
        match &self.0 {
            Value::Object(members) => two_languages(members).is_none(),
            Value::Array(items) => items.iter().any(Value::is_object),
            _ => false,
        }
    }

    pub(super) fn of(value: &impl Serialize) -> Self {
        Self(serde_json::to_value(value).unwrap_or_default())
    }
}

fn words(value: &Value, lang: Lang) -> String {
    let join = |items: Vec<String>, by: &str| items.into_iter().filter(|item| !item.is_empty()).collect::<Vec<_>>().join(by);
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => join(items.iter().map(|item| words(item, lang)).collect(), "; "),
        Value::Object(members) => match two_languages(members) {
            Some(text) => text.get(lang).into(),
            None if is_cite(members) => join(members.values().rev().map(|member| words(member, lang)).collect(), ", "),
            None => join(members.iter().map(|(key, member)| format!("{key}: {}", words(member, lang))).collect(), ", "),
        },
        other => other.to_string(),
    }
}

fn two_languages(members: &Map<String, Value>) -> Option<Text> {
    let text = |key| members.get(key).and_then(Value::as_str);
    (members.len() == 2).then(|| Some(Text::new(text("vi")?, text("en")?))).flatten()
}

fn is_cite(members: &Map<String, Value>) -> bool {
    members.len() == 2 && members.contains_key("source") && members.contains_key("clause")
}

/// Every difference of two values that serialise; an absent side is `null`.
pub(super) fn differences(before: &impl Serialize, now: &impl Serialize) -> Vec<Difference> {
    let mut out = Vec::new();
    walk("", Shown::of(before).0, Shown::of(now).0, &mut out);
    out
}

fn walk(path: &str, before: Value, now: Value, out: &mut Vec<Difference>) {
    if before == now {
        return;
    }
    let pair = (before, now);
    match pair {
        (Value::Object(b), Value::Object(n)) if two_languages(&b).is_none() && two_languages(&n).is_none() => members(path, b, n, out),
        (Value::Array(b), Value::Array(n)) if !b.is_empty() || !n.is_empty() => match keyed(&b).zip(keyed(&n)) {
            Some((b, n)) => members(path, b, n, out),
            None => leaf(path, Value::Array(b), Value::Array(n), out),
        },
        (b, n) => leaf(path, b, n, out),
    }
}

fn leaf(path: &str, before: Value, now: Value, out: &mut Vec<Difference>) {
    let side = |value: Value| (!value.is_null()).then_some(Shown(value));
    out.push(Difference { path: path.into(), before: side(before), now: side(now) });
}

fn members(path: &str, mut before: Map<String, Value>, mut now: Map<String, Value>, out: &mut Vec<Difference>) {
    let below = |key: &str| if path.is_empty() { key.to_string() } else { format!("{path}/{key}") };
    let mut keys: Vec<String> = before.keys().chain(now.keys()).cloned().collect();
    crate::order::sort(&mut keys);
    keys.dedup();
    for key in keys {
        walk(&below(&key), before.remove(&key).unwrap_or_default(), now.remove(&key).unwrap_or_default(), out);
    }
}

/// The items of a list under the keys that tell them apart; `None` when none does.
fn keyed(items: &[Value]) -> Option<Map<String, Value>> {
    let mut out = Map::new();
    for item in items {
        let members = item.as_object()?;
        let (key, value) = KEYS.iter().find_map(|key| Some((*key, scalar(members.get(*key)?)?)))?;
        // Parameters and rules are unique by id and level.
        let level = members.get("level").filter(|_| key == "id").and_then(scalar);
        let name = level.map_or_else(|| value.clone(), |level| format!("{value}@{level}"));
        if out.insert(name, item.clone()).is_some() {
            return None;
        }
    }
    Some(out)
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => number.as_u64().map(|count| count.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::differences;
    use crate::text::Lang;
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;
    use serde_json::{Value, json};

    fn found(before: Value, now: Value) -> Vec<String> {
        let text = |side: Option<super::Shown>| side.map(|side| side.text(Lang::En)).unwrap_or_default();
        differences(&before, &now).into_iter().map(|d| format!("{}: {} -> {}", d.path, text(d.before), text(d.now))).collect()
    }

    #[test]
    fn items_are_found_by_their_keys() {
        let before = json!([{"id": "a", "unit": "ha"}, {"id": "b", "title": {"vi": "một", "en": "one"}}]);
        let now = json!([{"id": "c", "n": 1}, {"id": "b", "title": {"vi": "hai", "en": "two"}}, {"id": "a", "unit": "km2"}]);
        assert_eq!(found(before, now), ["a/unit: ha -> km2", "b/title: one -> two", "c:  -> id: c, n: 1"]);
        let twice = |value: &str| json!([{"id": "p", "level": 1, "value": "1"}, {"id": "p", "level": 2, "value": value}]);
        assert_eq!(found(twice("1"), twice("2")), ["p@2/value: 1 -> 2"]);
    }

    #[test]
    fn lists_without_keys_are_one_value() {
        let cites = |clause: &str| json!([{"source": "law", "clause": clause}, {"source": "law", "clause": "art. 9"}]);
        assert_eq!(found(cites("art. 1"), cites("art. 2")), [": law, art. 1; law, art. 9 -> law, art. 2; law, art. 9"]);
        assert_eq!(found(json!(["x"]), json!([])), [": x -> "]);
        assert!(found(json!([{"id": "a"}]), json!([{"id": "a"}])).is_empty());
    }
}
