//! The text of a packed set: a count of texts, the texts, then numbers.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

/// Numbers are written in digits of five bits, lowest first, as printable ASCII from here; a sixth bit says that another follows.
const FIRST: u8 = b'0';
const MORE: u32 = 32;

/// Ends a text. No file holds it: of control characters only line ends and tabs are read.
const END: char = '\u{7F}';

/// Lists and boxes within each other, at most; the format allows far fewer.
const DEPTH: u32 = 64;

/// A text that is written.
#[derive(Default)]
pub(in super::super) struct Packing {
    numbers: BTreeMap<String, u32>,
    texts: Vec<String>,
    body: String,
}

impl Packing {
    pub(in super::super) fn number(&mut self, value: u32) {
        push(&mut self.body, value);
    }

    pub(in super::super) fn count(&mut self, count: usize) {
        // More than this no file can hold: its size has a limit.
        push(&mut self.body, u32::try_from(count).unwrap_or(u32::MAX));
    }

    pub(in super::super) fn text(&mut self, text: &str) {
        if !self.numbers.contains_key(text) {
            self.numbers.insert(text.into(), u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
            self.texts.push(text.into());
        }
        let number = self.numbers.get(text).copied().unwrap_or_default();
        self.number(number);
    }

    pub(in super::super) fn finish(self) -> String {
        let mut out = String::new();
        push(&mut out, u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        for text in &self.texts {
            out.push_str(text);
            out.push(END);
        }
        out + &self.body
    }
}

fn push(out: &mut String, mut value: u32) {
    loop {
        let (digit, rest) = (value % MORE, value / MORE);
        let more = if rest > 0 { MORE } else { 0 };
        out.push(char::from(FIRST + u8::try_from(digit + more).unwrap_or_default()));
        if rest == 0 {
            return;
        }
        value = rest;
    }
}

/// A text that is read. After the first fault every number is 0.
pub(in super::super) struct Unpacking<'t> {
    texts: Vec<&'t str>,
    rest: &'t [u8],
    depth: u32,
    failed: bool,
}

impl<'t> Unpacking<'t> {
    pub(in super::super) fn new(text: &'t str) -> Self {
        let mut out = Self { texts: Vec::new(), rest: text.as_bytes(), depth: 0, failed: false };
        let count = out.count();
        let mut rest = text.get(text.len() - out.rest.len()..).unwrap_or_default();
        out.texts.reserve(count);
        for _ in 0..count {
            let Some((one, after)) = rest.split_once(END) else {
                out.fail();
                return out;
            };
            out.texts.push(one);
            rest = after;
        }
        out.rest = rest.as_bytes();
        out
    }

    /// The text is not one that was packed.
    #[cold]
    #[inline(never)]
    pub(in super::super) fn fail(&mut self) {
        self.failed = true;
        self.rest = &[];
    }

    pub(in super::super) fn failed(&self) -> bool {
        self.failed
    }

    /// Everything was read, and nothing was wrong.
    pub(in super::super) fn is_done(&self) -> bool {
        self.rest.is_empty() && !self.failed
    }

    // What is repeated for each field is a call, so that a module for the web is small.
    #[inline(never)]
    pub(in super::super) fn number(&mut self) -> u32 {
        let (mut value, mut shift) = (0, 0);
        while let Some((first, rest)) = self.rest.split_first() {
            self.rest = rest;
            let digit = u32::from(first.wrapping_sub(FIRST));
            if digit >= 2 * MORE || shift > 25 {
                break;
            }
            value |= (digit % MORE) << shift;
            if digit < MORE {
                return value;
            }
            shift += 5;
        }
        self.fail();
        0
    }

    /// How many items follow; each is at least a byte.
    pub(in super::super) fn count(&mut self) -> usize {
        let count = self.number() as usize;
        if count <= self.rest.len() {
            return count;
        }
        self.fail();
        0
    }

    #[inline(never)]
    pub(in super::super) fn text(&mut self) -> &'t str {
        let number = self.number();
        match self.texts.get(number as usize) {
            Some(text) => text,
            None => {
                self.fail();
                ""
            }
        }
    }

    /// A list: one deeper, and how many items follow.
    #[inline(never)]
    pub(in super::super) fn open(&mut self) -> usize {
        self.enter();
        self.count()
    }

    pub(in super::super) fn enter(&mut self) {
        self.depth += 1;
        if self.depth > DEPTH {
            self.fail();
        }
    }

    pub(in super::super) fn leave(&mut self) {
        self.depth -= 1;
    }
}
