//! Whether a text is JSON, and if not, where and why. Keeps nothing of it but a byte for each open bracket, and never recurs.

use alloc::vec::Vec;

/// The first place at which a text is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Syntax {
    /// How many bytes were read when it was found.
    pub(super) at: usize,
    pub(super) what: &'static str,
}

impl Syntax {
    /// Line and column of the last byte read, in bytes, as `serde_json` counts them.
    pub(super) fn position(self, bytes: &[u8]) -> (usize, usize) {
        let read = bytes.get(..self.at).unwrap_or(bytes);
        let lines = read.iter().filter(|byte| **byte == b'\n').count();
        (lines + 1, read.iter().rev().take_while(|byte| **byte != b'\n').count())
    }
}

/// Reads one document to its end.
pub(super) fn scan(bytes: &[u8]) -> Result<(), Syntax> {
    Scanner { bytes, at: 0 }.document()
}

struct Scanner<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Scanner<'_> {
    fn document(&mut self) -> Result<(), Syntax> {
        let mut open: Vec<u8> = Vec::new();
        loop {
            let mut fresh = false;
            match self.after_blanks() {
                Some(b'n') => self.word(b"null")?,
                Some(b't') => self.word(b"true")?,
                Some(b'f') => self.word(b"false")?,
                Some(b'-' | b'0'..=b'9') => self.number()?,
                Some(b'"') => self.string()?,
                Some(bracket @ (b'[' | b'{')) => {
                    self.at += 1;
                    open.push(bracket);
                    fresh = true;
                }
                Some(_) => return self.not_this("expected value"),
                None => return self.not_this("EOF while parsing a value"),
            }
            // What may follow a value, until the next one is due.
            let around = loop {
                let next = self.after_blanks();
                let Some(around) = open.last().copied() else {
                    return next.map_or(Ok(()), |_| self.not_this("trailing characters"));
                };
                match (around, next) {
                    (_, Some(b',')) if !fresh => {
                        self.at += 1;
                        break around;
                    }
                    (b'[', Some(b']')) | (b'{', Some(b'}')) => {
                        self.at += 1;
                        open.pop();
                        fresh = false;
                    }
                    (_, Some(_)) if fresh => break around,
                    (b'[', Some(_)) => return self.not_this("expected `,` or `]`"),
                    (b'[', None) => return self.not_this("EOF while parsing a list"),
                    (_, Some(_)) => return self.not_this("expected `,` or `}`"),
                    (_, None) => return self.not_this("EOF while parsing an object"),
                }
            };
            if around == b'{' {
                self.key()?;
            }
        }
    }

    fn key(&mut self) -> Result<(), Syntax> {
        match self.after_blanks() {
            Some(b'"') => self.string()?,
            Some(_) => return self.not_this("key must be a string"),
            None => return self.not_this("EOF while parsing an object"),
        }
        match self.after_blanks() {
            Some(b':') => self.at += 1,
            Some(_) => return self.not_this("expected `:`"),
            None => return self.not_this("EOF while parsing an object"),
        }
        Ok(())
    }

    fn word(&mut self, word: &[u8]) -> Result<(), Syntax> {
        for letter in word {
            match self.next() {
                Some(next) if next == *letter => {}
                Some(_) => return self.until_here("expected ident"),
                None => return self.until_here("EOF while parsing a value"),
            }
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), Syntax> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        match self.next() {
            Some(b'0') if self.peek().is_some_and(|next| next.is_ascii_digit()) => return self.not_this("invalid number"),
            Some(b'0'..=b'9') => self.digits(),
            _ => return self.until_here("invalid number"),
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            let first = self.at;
            self.digits();
            if self.at == first {
                return self.not_this("invalid number");
            }
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            if !self.next().is_some_and(|digit| digit.is_ascii_digit()) {
                return self.until_here("invalid number");
            }
            self.digits();
        }
        Ok(())
    }

    fn digits(&mut self) {
        while self.peek().is_some_and(|digit| digit.is_ascii_digit()) {
            self.at += 1;
        }
    }

    /// From the opening quote to behind the closing one. Whether halves of a character stand in pairs is seen when it is kept.
    fn string(&mut self) -> Result<(), Syntax> {
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.at += 1;
                    self.escape()?;
                }
                Some(0..0x20) => return self.until_here("control character (\\u0000-\\u001F) found while parsing a string"),
                Some(_) => self.at += 1,
                None => return self.until_here("EOF while parsing a string"),
            }
        }
    }

    fn escape(&mut self) -> Result<(), Syntax> {
        match self.next() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(()),
            Some(b'u') => {
                let Some(digits) = self.bytes.get(self.at..self.at + 4) else {
                    self.at = self.bytes.len();
                    return self.until_here("EOF while parsing a string");
                };
                self.at += 4;
                if digits.iter().all(u8::is_ascii_hexdigit) { Ok(()) } else { self.until_here("invalid escape") }
            }
            Some(_) => self.until_here("invalid escape"),
            None => self.until_here("EOF while parsing a string"),
        }
    }

    fn after_blanks(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let next = self.peek()?;
        self.at += 1;
        Some(next)
    }

    /// The byte at hand is at fault, or is missing.
    fn not_this(&self, what: &'static str) -> Result<(), Syntax> {
        Err(Syntax { at: self.bytes.len().min(self.at + 1), what })
    }

    /// What was read last is at fault.
    fn until_here(&self, what: &'static str) -> Result<(), Syntax> {
        Err(Syntax { at: self.at, what })
    }
}

#[cfg(test)]
mod tests {
    use super::scan;
    use alloc::string::{String, ToString};
    use proptest::prelude::*;
    use serde_json::value::RawValue;

    /// What `serde_json` says of the same text.
    fn theirs(text: &str) -> Result<(), String> {
        serde_json::from_str::<&RawValue>(text).map(|_| ()).map_err(|error| error.to_string())
    }

    fn ours(text: &str) -> Result<(), String> {
        scan(text.as_bytes()).map_err(|fault| {
            let (line, column) = fault.position(text.as_bytes());
            alloc::format!("{} at line {line} column {column}", fault.what)
        })
    }

    #[test]
    fn every_prefix_and_every_changed_byte_is_judged_as_serde_json_judges_it() {
        let text = "{\n \"a\": [1, -0.5e+3, 10E2, true, false, null, {}, []],\r\n\t\"b\\u00e9\\n\\\"\": {\"c\": \"đ\\ud83d\\ude00\"}\n}\n ";
        for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
            let start = &text[..end];
            assert_eq!(ours(start), theirs(start), "{start}");
            for next in "{}[]\",:0-.eE+1tfnu\\/ \n\u{1}ax".chars() {
                for rest in ["", text.get(end + 1..).unwrap_or("")] {
                    let changed = alloc::format!("{start}{next}{rest}");
                    assert_eq!(ours(&changed), theirs(&changed), "{changed}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_is_judged_as_serde_json_judges_it(text in r#"[\[\]{}",:0-9.eE+\-truefalsn\\ \nab/]{0,40}"#) {
            prop_assert_eq!(ours(&text), theirs(&text));
        }
    }
}
