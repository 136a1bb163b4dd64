//! A lossless JSON tree: number text and doubled keys are kept, size and depth are bounded.

use super::scan::{Syntax, scan};
use crate::finding::{Code, Finding};
use alloc::string::String;
use alloc::vec::Vec;

/// Deepest nesting of any file of ours is about 12; 32 leaves room and keeps the walk's stack small.
const MOST_DEPTH: usize = 32;

/// Bounds on a document, so that a stranger's file costs bounded memory.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) bytes: usize,
    pub(crate) values: usize,
}

/// Of a document of no known kind.
const LIMITS: Limits = Limits { bytes: 64 << 20, values: 8_000_000 };

/// A JSON value as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, digit by digit as it stands in the text.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// The members of an object in order, doubled keys included.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a document of at most 64 MiB and 8 000 000 values, nested at most 32 deep.
    ///
    /// # Errors
    /// What is wrong first: the size, the encoding (UTF-8), the grammar, the depth or the number of values.
    ///
    /// ```
    /// use dothi::json::Json;
    /// let Json::List(numbers) = Json::read(b"[1.10, 1e400]").unwrap() else { panic!() };
    /// assert_eq!(numbers[0], Json::Number("1.10".into()));
    /// assert_eq!(Json::read(b"[1,").unwrap_err().code().as_str(), "json.syntax");
    /// ```
    pub fn read(bytes: &[u8]) -> Result<Self, Finding> {
        parse(bytes, LIMITS)
    }
}

/// Parses a document.
pub(crate) fn parse(bytes: &[u8], limits: Limits) -> Result<Json, Finding> {
    if bytes.len() > limits.bytes {
        return Err(Finding::at(Code::TooLarge, "").with("size", bytes.len()).with("most", limits.bytes));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = core::str::from_utf8(bytes).map_err(|e| Finding::at(Code::NotUtf8, "").with("at", e.valid_up_to()))?;
    let read = scan(bytes).map_err(Fault::Syntax).and_then(|()| Tree { text, at: 0, depth: 0, left: limits.values }.value());
    read.map_err(|fault| match fault {
        Fault::Syntax(fault) => {
            let (line, column) = fault.position(bytes);
            Finding::at(Code::JsonSyntax, "").with("line", line).with("column", column).with("detail", fault.what)
        }
        Fault::Depth => Finding::at(Code::JsonDepth, "").with("most", MOST_DEPTH),
        Fault::TooMany => Finding::at(Code::JsonTooMany, "").with("most", limits.values),
    })
}

enum Fault {
    Syntax(Syntax),
    Depth,
    TooMany,
}

/// Makes the tree of a text that was scanned: what may stand where is known, so only the value at hand is looked at.
struct Tree<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    left: usize,
}

impl Tree<'_> {
    fn value(&mut self) -> Result<Json, Fault> {
        self.left = self.left.checked_sub(1).ok_or(Fault::TooMany)?;
        match self.next_mark() {
            b'{' => {
                let mut members = Vec::new();
                self.open()?;
                while self.next_mark() != b'}' {
                    let key = self.string()?;
                    members.push((key, self.value()?));
                }
                self.close();
                Ok(Json::Object(members))
            }
            b'[' => {
                let mut items = Vec::new();
                self.open()?;
                while self.next_mark() != b']' {
                    items.push(self.value()?);
                }
                self.close();
                Ok(Json::List(items))
            }
            b'"' => self.string().map(Json::Text),
            _ => {
                let rest = self.text.get(self.at..).unwrap_or_default();
                let end = rest.bytes().position(|byte| matches!(byte, b',' | b']' | b'}' | b' ' | b'\n' | b'\t' | b'\r'));
                let word = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
                self.at += word.len();
                Ok(match word {
                    "null" => Json::Null,
                    "true" | "false" => Json::Bool(word == "true"),
                    number => Json::Number(number.into()),
                })
            }
        }
    }

    fn open(&mut self) -> Result<(), Fault> {
        if self.depth >= MOST_DEPTH {
            return Err(Fault::Depth);
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    fn close(&mut self) {
        self.depth -= 1;
        self.at += 1;
    }

    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    /// The byte that begins the next value or key, or closes the object or list.
    fn next_mark(&mut self) -> u8 {
        while let b' ' | b'\n' | b'\t' | b'\r' | b',' | b':' = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    fn string(&mut self) -> Result<String, Fault> {
        let mut out = String::new();
        loop {
            // Behind the opening quote, or behind an escape.
            self.at += 1;
            let rest = self.text.get(self.at..).unwrap_or_default();
            let end = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\')).unwrap_or(rest.len());
            let piece = rest.get(..end).unwrap_or_default();
            self.at += end;
            let last = self.byte() != b'\\';
            if last && out.is_empty() {
                self.at += 1;
                return Ok(piece.into());
            }
            out.push_str(piece);
            if last {
                self.at += 1;
                return Ok(out);
            }
            self.at += 1;
            out.push(match self.byte() {
                b'b' => '\u{8}',
                b'f' => '\u{C}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'u' => self.unicode()?,
                other => char::from(other),
            });
        }
    }

    /// At the `u` of an escape; stops at its last digit.
    fn unicode(&mut self) -> Result<char, Fault> {
        const LONE: &str = "lone leading surrogate in hex escape";
        let mut code = self.hex();
        if let 0xD800..=0xDBFF = code {
            for mark in [b'\\', b'u'] {
                self.at += 1;
                if self.byte() != mark {
                    return Err(self.fault("unexpected end of hex escape"));
                }
            }
            let Some(second) = self.hex().checked_sub(0xDC00).filter(|second| *second < 0x400) else { return Err(self.fault(LONE)) };
            code = 0x1_0000 + ((code - 0xD800) << 10) + second;
        }
        char::from_u32(code).ok_or_else(|| self.fault(LONE))
    }

    fn hex(&mut self) -> u32 {
        let mut code = 0;
        for _ in 0..4 {
            self.at += 1;
            code = code << 4 | char::from(self.byte()).to_digit(16).unwrap_or_default();
        }
        code
    }

    fn fault(&self, what: &'static str) -> Fault {
        Fault::Syntax(Syntax { at: self.at + 1, what })
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, Limits, parse};
    use crate::finding::Code;
    use crate::text::Lang;
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

    #[test]
    fn texts_are_read_as_serde_json_reads_them() {
        for text in [r#""""#, r#""a\"b\\\/\b\f\n\r\t""#, r#""\u0111\u00C3 đ\ud83d\ude00x""#, r#""\ud83d\ude00\ud83d\ude00""#] {
            let theirs: String = serde_json::from_str(text).unwrap();
            assert_eq!(parse(text.as_bytes(), LIMITS).unwrap(), Json::Text(theirs), "{text}");
        }
    }

    #[test]
    fn half_a_character_is_found_where_it_stands_in_the_document() {
        for text in [r"\ud83d", r"\ud83dx", r"\ud83d\n", r"\ud83d\u0041", r"\ud83d\ud83d", r"\ude00", r"a\ude00b"] {
            let document = alloc::format!("{{\"a\": [1,\n \"{text}\"]}}");
            let theirs = serde_json::from_str::<serde_json::Value>(&document).unwrap_err();
            let ours = parse(document.as_bytes(), LIMITS).unwrap_err();
            let said = |key| ours.value(key, Lang::En).unwrap();
            let ours = alloc::format!("{} at line {} column {}", said("detail"), said("line"), said("column"));
            assert_eq!(ours, alloc::format!("{theirs}"), "{text}");
        }
    }
}
