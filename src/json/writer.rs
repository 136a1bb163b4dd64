//! Writes the members of a JSON object straight into its text.

use crate::date::Date;
use crate::number::Dec;
use crate::text::Text;
use alloc::string::{String, ToString};

/// Writes JSON without white space, member by member, in the order of the calls.
///
/// Every decimal is a text. What is absent is left out, and so is an empty list of [`Writer::list`] and [`Writer::texts`]. Compiled once
/// for all documents: a module for the web is small only when what is repeated for each member is a call.
///
/// ```
/// use dothi::json::Writer;
/// let text = Writer::object(|w| {
///     w.text("code", "01");
///     w.count("level", None);
///     w.list("levels", [1, 2], |w, level| w.count("level", level));
/// });
/// assert_eq!(text, r#"{"code":"01","levels":[{"level":1},{"level":2}]}"#);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Writer {
    out: String,
}

impl Writer {
    /// The text of an object.
    pub fn object(members: impl FnOnce(&mut Self)) -> String {
        let mut writer = Self::default();
        writer.open();
        members(&mut writer);
        writer.out.push('}');
        writer.out
    }

    /// The text of a list of objects.
    pub fn array<T>(items: impl IntoIterator<Item = T>, write: impl FnMut(&mut Self, T)) -> String {
        let mut writer = Self::default();
        writer.out.push('[');
        writer.items(items, write);
        writer.out.push(']');
        writer.out
    }

    /// A text.
    #[inline(never)]
    pub fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        quote(value, &mut self.out);
    }

    /// A text that may be absent.
    #[inline(never)]
    pub fn text_if(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    /// A whole number.
    pub fn count(&mut self, key: &str, value: impl Into<Option<u32>>) {
        if let Some(value) = value.into() {
            self.raw(key, &value.to_string());
        }
    }

    /// `true` or `false`.
    pub fn flag(&mut self, key: &str, value: impl Into<Option<bool>>) {
        if let Some(value) = value.into() {
            self.raw(key, if value { "true" } else { "false" });
        }
    }

    /// `true`, or nothing.
    pub fn mark(&mut self, key: &str, holds: bool) {
        if holds {
            self.raw(key, "true");
        }
    }

    /// A decimal.
    pub fn decimal(&mut self, key: &str, value: impl Into<Option<Dec>>) {
        self.decimal_if(key, value.into());
    }

    #[inline(never)]
    fn decimal_if(&mut self, key: &str, value: Option<Dec>) {
        if let Some(value) = value {
            self.text(key, &value.to_string());
        }
    }

    /// A day, month or year.
    pub fn date(&mut self, key: &str, value: Option<Date>) {
        if let Some(value) = value {
            self.text(key, &value.to_string());
        }
    }

    /// A text in both languages.
    #[inline(never)]
    pub fn both(&mut self, key: &str, value: Option<&Text>) {
        if let Some(value) = value {
            self.inner(key, |w| w.languages(value));
        }
    }

    /// The two languages of a text, as members.
    #[inline(never)]
    pub fn languages(&mut self, value: &Text) {
        self.text("en", &value.en);
        self.text("vi", &value.vi);
    }

    /// An object.
    pub fn inner(&mut self, key: &str, members: impl FnOnce(&mut Self)) {
        self.key(key);
        self.open();
        members(self);
        self.out.push('}');
    }

    /// A list of objects.
    pub fn list<T>(&mut self, key: &str, items: impl IntoIterator<Item = T>, write: impl FnMut(&mut Self, T)) {
        let start = self.open_list(key);
        self.items(items, write);
        self.close_list(start);
    }

    /// A list of texts.
    pub fn texts<'t>(&mut self, key: &str, items: impl IntoIterator<Item = &'t str>) {
        let start = self.open_list(key);
        for item in items {
            self.separate();
            quote(item, &mut self.out);
        }
        self.close_list(start);
    }

    /// JSON that was written before.
    #[inline(never)]
    pub fn raw(&mut self, key: &str, json: &str) {
        self.key(key);
        self.out.push_str(json);
    }

    fn items<T>(&mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        for item in items {
            self.open();
            write(self, item);
            self.out.push('}');
        }
    }

    #[inline(never)]
    fn open_list(&mut self, key: &str) -> usize {
        let start = self.out.len();
        self.key(key);
        self.out.push('[');
        start
    }

    #[inline(never)]
    fn close_list(&mut self, start: usize) {
        if self.out.ends_with('[') {
            self.out.truncate(start);
        } else {
            self.out.push(']');
        }
    }

    #[inline(never)]
    fn key(&mut self, key: &str) {
        self.separate();
        quote(key, &mut self.out);
        self.out.push(':');
    }

    #[inline(never)]
    fn open(&mut self) {
        self.separate();
        self.out.push('{');
    }

    /// Between two members or items. What ends with an opening bracket or a colon is no text: that ends with a quotation mark.
    #[inline(never)]
    fn separate(&mut self) {
        if !matches!(self.out.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.out.push(',');
        }
    }
}

/// A text in quotation marks, escaped as RFC 8785 asks for: nothing that need not be.
#[inline(never)]
pub(crate) fn quote(text: &str, out: &mut String) {
    out.push('"');
    let mut clean = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(text.get(clean..at).unwrap_or_default());
        clean = at + 1;
        out.push('\\');
        match byte {
            0x08 => out.push('b'),
            b'\t' => out.push('t'),
            b'\n' => out.push('n'),
            0x0C => out.push('f'),
            b'\r' => out.push('r'),
            b'"' | b'\\' => out.push(char::from(byte)),
            _ => {
                out.push_str(if byte < 0x10 { "u000" } else { "u001" });
                out.extend(char::from_digit(u32::from(byte & 0xF), 16));
            }
        }
    }
    out.push_str(text.get(clean..).unwrap_or_default());
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::quote;
    use alloc::string::String;

    #[test]
    fn every_character_is_escaped_as_serde_json_does() {
        let every: String = ('\0'..='\u{FF}').chain("ạđ\u{2028}\u{FEFF}😀".chars()).collect();
        for text in ["", "a\"b", "\\", "thành phố", &every] {
            let mut out = String::new();
            quote(text, &mut out);
            assert_eq!(out, serde_json::to_string(text).unwrap());
        }
    }
}
