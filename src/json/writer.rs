//! Writes the members of a JSON object straight into its text.

use crate::date::Date;
use crate::number::{Dec, Digits};
use crate::text::Text;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

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
    /// UTF-8: nothing but whole texts goes in.
    out: Vec<u8>,
    /// Letters beyond ASCII are escaped.
    ascii: bool,
}

impl Writer {
    /// The text of an object.
    pub fn object(members: impl FnOnce(&mut Self)) -> String {
        Self::default().whole(members)
    }

    /// The text of an object in ASCII, which JavaScript takes over in a third of the time.
    pub(crate) fn ascii_object(members: impl FnOnce(&mut Self)) -> String {
        Self { ascii: true, ..Self::default() }.whole(members)
    }

    fn whole(mut self, members: impl FnOnce(&mut Self)) -> String {
        self.open();
        members(&mut self);
        self.out.push(b'}');
        finished(self.out)
    }

    /// The text of a list of objects.
    pub fn array<T>(items: impl IntoIterator<Item = T>, write: impl FnMut(&mut Self, T)) -> String {
        let mut writer = Self::default();
        writer.out.push(b'[');
        writer.items(items, write);
        writer.out.push(b']');
        finished(writer.out)
    }

    /// A text.
    #[inline(never)]
    pub fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.quote(value);
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
        self.count_if(key, value.into());
    }

    #[inline(never)]
    fn count_if(&mut self, key: &str, value: Option<u32>) {
        if let Some(value) = value {
            self.key(key);
            self.out.extend_from_slice(Digits::of(value.into(), 0).bytes());
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
            self.key(key);
            self.out.extend_from_slice(if value.is_negative() { b"\"-" } else { b"\"" });
            self.out.extend_from_slice(value.digits().bytes());
            self.out.push(b'"');
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
        self.out.push(b'}');
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
            self.quote(item);
        }
        self.close_list(start);
    }

    /// JSON that was written before.
    #[inline(never)]
    pub fn raw(&mut self, key: &str, json: &str) {
        self.key(key);
        self.out.extend_from_slice(json.as_bytes());
    }

    fn items<T>(&mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        for item in items {
            self.open();
            write(self, item);
            self.out.push(b'}');
        }
    }

    #[inline(never)]
    fn open_list(&mut self, key: &str) -> usize {
        let start = self.out.len();
        self.key(key);
        self.out.push(b'[');
        start
    }

    #[inline(never)]
    fn close_list(&mut self, start: usize) {
        if self.out.ends_with(b"[") {
            self.out.truncate(start);
        } else {
            self.out.push(b']');
        }
    }

    #[inline(never)]
    fn key(&mut self, key: &str) {
        self.separate();
        self.quote(key);
        self.out.push(b':');
    }

    #[inline(never)]
    fn open(&mut self) {
        self.separate();
        self.out.push(b'{');
    }

    fn quote(&mut self, text: &str) {
        quote(text, self.ascii, &mut self.out);
    }

    /// Between two members or items. What ends with an opening bracket or a colon is no text: that ends with a quotation mark.
    #[inline(never)]
    fn separate(&mut self) {
        if !matches!(self.out.last(), None | Some(b'{' | b'[' | b':')) {
            self.out.push(b',');
        }
    }
}

/// A text in quotation marks, escaped as RFC 8785 asks for: nothing that need not be, but for letters beyond ASCII where that is asked.
///
/// Bytes are looked at while they are copied: texts are short, and a call to copy one costs more than its bytes.
#[inline(never)]
pub(crate) fn quote(text: &str, ascii: bool, out: &mut Vec<u8>) {
    out.push(b'"');
    let start = out.len();
    let most = if ascii { 0x7F } else { 0xFF };
    let mut plain = true;
    #[expect(clippy::manual_inspect, reason = "room is made once for as many bytes as there are, which `inspect` does not tell")]
    out.extend(text.bytes().map(|byte| {
        plain &= is_plain(byte) & (byte <= most);
        byte
    }));
    if !plain {
        out.truncate(start);
        text.chars().for_each(|letter| escape(letter, ascii, out));
    }
    out.push(b'"');
}

/// Whether a byte stands for itself. Asked of a table: that takes half the time of three comparisons.
fn is_plain(byte: u8) -> bool {
    PLAIN.get(usize::from(byte)).copied().unwrap_or_default()
}

#[expect(clippy::indexing_slicing, reason = "looked at by the compiler")]
static PLAIN: [bool; 256] = {
    let mut plain = [true; 256];
    let mut at = 0;
    while at < 0x20 {
        plain[at] = false;
        at += 1;
    }
    plain[b'"' as usize] = false;
    plain[b'\\' as usize] = false;
    plain
};

#[cold]
#[inline(never)]
fn escape(letter: char, ascii: bool, out: &mut Vec<u8>) {
    let short = match letter {
        '\u{8}' => b'b',
        '\t' => b't',
        '\n' => b'n',
        '\u{C}' => b'f',
        '\r' => b'r',
        '"' => b'"',
        '\\' => b'\\',
        _ => {
            if letter < ' ' || (ascii && !letter.is_ascii()) {
                for unit in letter.encode_utf16(&mut [0; 2]) {
                    out.extend_from_slice(b"\\u");
                    let digits = [12, 8, 4, 0].map(|shift| (*unit >> shift & 0xF) as u8);
                    out.extend(digits.map(|digit| digit + if digit < 10 { b'0' } else { b'a' - 10 }));
                }
            } else {
                out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
            }
            return;
        }
    };
    out.extend([b'\\', short]);
}

/// What was written of whole texts is a text.
pub(crate) fn finished(out: Vec<u8>) -> String {
    String::from_utf8(out).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{finished, quote};
    use alloc::string::String;
    use alloc::vec::Vec;

    #[test]
    fn every_character_is_escaped_as_serde_json_does() {
        let every: String = ('\0'..='\u{FF}').chain("ạđ\u{2028}\u{FEFF}😀".chars()).collect();
        for text in ["", "a\"b", "\\", "thành phố", &every] {
            let [mut out, mut ascii] = [Vec::new(), Vec::new()];
            quote(text, false, &mut out);
            assert_eq!(finished(out), serde_json::to_string(text).unwrap());
            quote(text, true, &mut ascii);
            assert!(ascii.is_ascii());
            assert_eq!(serde_json::from_slice::<String>(&ascii).unwrap(), text);
        }
    }
}
