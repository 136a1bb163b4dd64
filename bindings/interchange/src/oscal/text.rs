//! Text as OSCAL has it: single lines, Markdown in which nothing of a stranger's text is markup, properties.

use crate::facts::NAMESPACE;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::Text;
use serde_json::{Map, Value, json};

/// One line without spaces around it; never empty.
pub(super) fn line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    if words.is_empty() { "–".into() } else { words.join(" ") }
}

/// One line of Markdown that shows the text as it is.
pub(super) fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in line(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '{' | '}' | '~' | '^' | '#' | '|' | '!') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Both languages in one line.
pub(super) fn title(text: &Text) -> String {
    if text.vi == text.en { markup(&text.vi) } else { format!("{} / {}", markup(&text.vi), markup(&text.en)) }
}

/// Both languages, each line of a text a paragraph of its own.
pub(super) fn prose(text: &Text) -> String {
    let paragraphs = [&text.vi, &text.en].into_iter().flat_map(|text| text.lines().filter(|line| !line.trim().is_empty()));
    paragraphs.map(markup).collect::<Vec<_>>().join("\n\n")
}

/// Properties in our namespace.
#[derive(Default)]
pub(super) struct Props(Vec<Value>);

impl Props {
    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        self.0.push(json!({"name": name, "ns": NAMESPACE, "value": line(value)}));
        self
    }

    pub(super) fn maybe(self, name: &str, value: Option<impl AsRef<str>>) -> Self {
        match value {
            Some(value) => self.with(name, value.as_ref()),
            None => self,
        }
    }

    /// One property for each language, told apart by its class.
    pub(super) fn both(mut self, name: &str, text: &Text) -> Self {
        for (class, text) in [("vi", &text.vi), ("en", &text.en)] {
            if !text.is_empty() {
                self.0.push(json!({"name": name, "ns": NAMESPACE, "class": class, "value": line(text)}));
            }
        }
        self
    }

    pub(super) fn all(mut self, name: &str, values: impl Iterator<Item = String>) -> Self {
        for value in values {
            self = self.with(name, &value);
        }
        self
    }

    /// The marks: for each its code, and the sentence as remark.
    pub(super) fn marks(mut self, marks: &[dothi::Mark]) -> Self {
        for mark in marks {
            self.0.push(json!({"name": "mark", "ns": NAMESPACE, "value": mark.code, "remarks": prose(&mark.text)}));
        }
        self
    }

    pub(super) fn list(self) -> Vec<Value> {
        self.0
    }
}

/// An object whose empty lists and absent members are left out: OSCAL has no empty ones.
pub(super) fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    let is_there = |value: &Value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty());
    let members = members.into_iter().filter(|(_, value)| is_there(value)).map(|(key, value)| (key.into(), value));
    Value::Object(members.collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use super::{line, markup};

    #[test]
    fn text_is_one_line_and_never_markup() {
        assert_eq!(line(" a\n\tb\u{0} "), "a b");
        assert_eq!(line("\n"), "–");
        assert_eq!(markup("[x](javascript:y) <b> {{ insert: param, a }}"), "\\[x\\](javascript:y) \\<b\\> \\{\\{ insert: param, a \\}\\}");
    }
}
