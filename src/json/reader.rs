//! Walks a JSON tree: one finding per fault, with its pointer, going on after each.

use super::tree::{Json, Limits, parse};
use crate::date::Date;
use crate::finding::{Code, Finding, Findings, Place};
use crate::number::{Dec, DecError};
use crate::order::{Again, doubled};
use crate::text::{Text, is_combining_mark, join};
use crate::vietnamese::{ETH, compose, legacy};
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

/// Longest text of one value; the longest note of the published sets has under 1 000 characters.
pub(crate) const MOST_CHARS: usize = 20_000;

/// Longest id.
pub(crate) const MOST_ID: usize = 64;

/// Leads a pointer to the cell that the value was made of.
#[cfg(feature = "programme")]
pub(crate) type Cells = alloc::boxed::Box<dyn Fn(&str) -> Place>;

/// Holds the findings and the pointer of the value at hand.
pub(crate) struct Reader {
    pub(crate) findings: Findings,
    pointer: String,
    /// City data may come decomposed and is composed; criteria files may not.
    pub(crate) compose: bool,
    /// How many texts were composed.
    pub(crate) composed: usize,
    /// Where a value stood, of a tree that was made of a table.
    #[cfg(feature = "programme")]
    pub(crate) cells: Option<Cells>,
}

/// Lengthens a JSON pointer (RFC 6901) by a step.
///
/// ```
/// let mut pointer = String::new();
/// dothi::json::push_step(&mut pointer, "a/b");
/// assert_eq!(pointer, "/a~1b");
/// ```
pub fn push_step(pointer: &mut String, step: &str) {
    pointer.push('/');
    for letter in step.chars() {
        match letter {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// An object whose members are taken one by one; what is left over is unknown.
pub(crate) struct Object<'j> {
    members: &'j [(String, Json)],
    /// Also what stands twice, of which nothing more is said.
    taken: Vec<bool>,
}

impl Reader {
    pub(crate) fn new() -> Self {
        Self {
            findings: Findings::default(),
            pointer: String::new(),
            compose: false,
            composed: 0,
            #[cfg(feature = "programme")]
            cells: None,
        }
    }

    /// Of data, whose texts may come decomposed.
    pub(crate) fn composing() -> Self {
        Self { compose: true, ..Self::new() }
    }

    /// Walks the tree of a file; where the bytes are no JSON that is a finding like any other.
    pub(crate) fn file<T>(&mut self, bytes: &[u8], limits: Limits, walk: impl FnOnce(&mut Self, &Json) -> Option<T>) -> Option<T> {
        match parse(bytes, limits) {
            Ok(json) => walk(self, &json),
            Err(finding) => {
                self.push(finding);
                None
            }
        }
    }

    /// The value with its remarks, or every fault; whether texts were composed is one of the remarks.
    #[cfg(feature = "programme")]
    pub(crate) fn settle<T>(mut self, value: Option<T>) -> Result<(T, Findings), Findings> {
        self.say_composed();
        self.findings.settle(value)
    }

    /// The remark that texts were composed.
    pub(crate) fn say_composed(&mut self) {
        if self.composed > 0 {
            let finding = Finding::at(Code::CityNormalised, "").with("count", self.composed);
            self.push(finding);
        }
    }

    pub(crate) fn find(&mut self, code: Code) -> Finding {
        Finding::new(code, self.place())
    }

    /// The place of the value at hand.
    pub(crate) fn place(&self) -> Place {
        #[cfg(feature = "programme")]
        if let Some(cells) = &self.cells {
            return cells(&self.pointer);
        }
        Place::Pointer(self.pointer.clone())
    }

    pub(crate) fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    fn wrong<T>(&mut self, expected: (&'static str, &'static str), found: &Json) -> Option<T> {
        let finding = self.find(Code::WrongType).with_both("expected", expected).with_both("found", found.kind());
        self.push(finding);
        None
    }

    /// Runs `read` with the pointer one step deeper.
    pub(crate) fn within<T>(&mut self, step: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter(step);
        let out = read(self);
        self.leave();
        out
    }

    #[inline(never)]
    fn missing(&mut self, key: &str) {
        let finding = self.find(Code::MissingKey).with("key", key);
        self.push(finding);
    }

    /// Lengthens the pointer. Like the other parts that are the same for every type, compiled once: a module for the web is small
    /// only when what is repeated for each key is a call.
    #[inline(never)]
    fn enter(&mut self, step: &str) {
        push_step(&mut self.pointer, step);
    }

    /// Shortens the pointer by a step.
    #[inline(never)]
    fn leave(&mut self) {
        while self.pointer.pop().is_some_and(|c| c != '/') {}
    }

    /// The items of a list.
    #[inline(never)]
    fn items<'j>(&mut self, json: &'j Json) -> Option<&'j [Json]> {
        match json {
            Json::List(items) => Some(items),
            other => self.wrong(("một danh sách", "a list"), other),
        }
    }

    #[inline(never)]
    fn enter_item(&mut self, at: usize) {
        self.enter(&at.to_string());
    }

    #[inline(never)]
    fn not_empty(&mut self, json: &Json) {
        if matches!(json, Json::List(items) if items.is_empty()) {
            let finding = self.find(Code::EmptyList);
            self.push(finding);
        }
    }

    #[inline(never)]
    fn as_many(&mut self, json: &Json, (least, most): (usize, usize)) {
        if let Json::List(items) = json
            && !(least..=most).contains(&items.len())
        {
            let finding = self.find(Code::ListLength).with("found", items.len()).with("least", least).with("most", most);
            self.push(finding);
        }
    }

    pub(crate) fn object<'j>(&mut self, json: &'j Json) -> Option<Object<'j>> {
        let Json::Object(members) = json else { return self.wrong(("một đối tượng", "an object"), json) };
        let key = |at: usize| members.get(at).map(|(key, _)| key);
        let mut taken = vec![false; members.len()];
        for Again { first, at, second } in doubled(members.len(), &mut |a, b| key(a).cmp(&key(b))) {
            for place in [first, at] {
                if let Some(taken) = taken.get_mut(place) {
                    *taken = true;
                }
            }
            if let Some(key) = key(at).filter(|_| second) {
                let finding = self.find(Code::DoubledKey).with("key", key);
                self.push(finding);
            }
        }
        Some(Object { members, taken })
    }

    /// Every item that reads well; the others have left a finding.
    pub(crate) fn list<T>(&mut self, json: &Json, mut read: impl FnMut(&mut Self, &Json) -> Option<T>) -> Option<Vec<T>> {
        let items = self.items(json)?;
        let mut out = Vec::with_capacity(items.len());
        for (i, item) in items.iter().enumerate() {
            self.enter_item(i);
            if let Some(value) = read(self, item) {
                out.push(value);
            }
            self.leave();
        }
        Some(out)
    }

    pub(crate) fn boolean(&mut self, json: &Json) -> Option<bool> {
        match json {
            Json::Bool(value) => Some(*value),
            other => self.wrong(("true hoặc false", "true or false"), other),
        }
    }

    /// A text that is not empty.
    pub(crate) fn string(&mut self, json: &Json) -> Option<String> {
        let Json::Text(value) = json else { return self.wrong(("chữ", "a text"), json) };
        let (mut size, mut blank, mut control) = (0usize, true, None);
        for letter in value.chars() {
            size += 1;
            blank &= letter.is_whitespace();
            if letter.is_control() && !matches!(letter, '\n' | '\r' | '\t') {
                control = control.or(Some(letter));
            }
        }
        if blank {
            let finding = self.find(Code::EmptyText);
            self.push(finding);
            return None;
        }
        if size > MOST_CHARS {
            let finding = self.find(Code::TextTooLong).with("size", size).with("most", MOST_CHARS);
            self.push(finding);
            return None;
        }
        if let Some(control) = control {
            let finding = self.find(Code::ControlCharacter).with("mark", alloc::format!("{:04X}", u32::from(control)));
            self.push(finding);
            return None;
        }
        if value.is_ascii() {
            return Some(value.clone());
        }
        let value = match self.compose.then(|| compose(value)).flatten() {
            Some(composed) => {
                self.composed += 1;
                composed
            }
            None => value.clone(),
        };
        let old = if self.compose { legacy(value.as_bytes()) } else { None };
        if let Some(old) = old {
            let finding = self.find(Code::LegacyText).with("value", &value).with("name", old.name());
            self.push(finding);
            return None;
        }
        if self.compose && value.chars().any(|letter| letter == ETH) {
            let finding = self.find(Code::CityEth).with("value", &value);
            self.push(finding);
            return None;
        }
        if let Some(mark) = value.chars().find(|c| is_combining_mark(*c)) {
            let finding = self.find(Code::NotNfc).with("mark", alloc::format!("{:04X}", u32::from(mark))).with("value", value);
            self.push(finding);
            return None;
        }
        Some(value)
    }

    pub(crate) fn text(&mut self, json: &Json) -> Option<Text> {
        let mut object = self.object(json)?;
        let vi = object.required(self, "vi", Self::string);
        let en = object.required(self, "en", Self::string);
        object.finish(self);
        Some(Text { vi: vi?, en: en? })
    }

    pub(crate) fn id(&mut self, json: &Json) -> Option<String> {
        let value = self.string(json)?;
        if is_id(&value) {
            return Some(value);
        }
        let finding = self.find(Code::BadId).with("value", value);
        self.push(finding);
        None
    }

    /// One of a closed list of words.
    pub(crate) fn choice<T: Copy>(&mut self, json: &Json, choices: &[(&str, T)]) -> Option<T> {
        let at = self.word(json, &|at| choices.get(at).map(|(word, _)| *word))?;
        choices.get(at).map(|(_, choice)| *choice)
    }

    /// Which of the words it is.
    #[inline(never)]
    fn word<'w>(&mut self, json: &Json, word: &dyn Fn(usize) -> Option<&'w str>) -> Option<usize> {
        let value = self.string(json)?;
        let words: Vec<&str> = (0..).map_while(word).collect();
        let found = words.iter().position(|word| *word == value);
        if found.is_none() {
            let finding = self.find(Code::UnknownChoice).with("value", value).with("choices", join(words.iter().copied(), ", "));
            self.push(finding);
        }
        found
    }

    pub(crate) fn decimal(&mut self, json: &Json) -> Option<Dec> {
        let text = match json {
            Json::Number(text) | Json::Text(text) => text,
            other => return self.wrong(("số thập phân", "a decimal number"), other),
        };
        match Dec::parse(text) {
            Ok(value) => Some(value),
            Err(error) => {
                let code = match error {
                    DecError::Grammar => Code::DecimalGrammar,
                    DecError::TooLong => Code::DecimalTooLong,
                };
                let finding = self.find(code).with("value", text);
                self.push(finding);
                None
            }
        }
    }

    /// A whole number written as a JSON number. Its value decides, not its digits: for most programs `1.0` is `1`.
    pub(crate) fn count(&mut self, json: &Json, least: u32, most: u32) -> Option<u32> {
        let Json::Number(text) = json else { return self.wrong(("số nguyên", "a whole number"), json) };
        match Dec::parse(text).ok().and_then(Dec::count) {
            Some(value) if (least..=most).contains(&value) => Some(value),
            _ => {
                let finding = self.find(Code::BadCount).with("value", text).with("least", least).with("most", most);
                self.push(finding);
                None
            }
        }
    }

    pub(crate) fn date(&mut self, json: &Json) -> Option<Date> {
        let value = self.string(json)?;
        let date = Date::parse(&value);
        if date.is_none() {
            let finding = self.find(Code::BadDate).with("value", value);
            self.push(finding);
        }
        date
    }
}

impl<'j> Object<'j> {
    #[inline(never)]
    fn take(&mut self, key: &str) -> Option<&'j Json> {
        let at = self.members.iter().position(|(k, _)| k == key)?;
        if let Some(taken) = self.taken.get_mut(at) {
            *taken = true;
        }
        self.members.get(at).map(|(_, value)| value)
    }

    /// True when the key is there; it is not taken.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.members.iter().any(|(k, _)| k == key)
    }

    /// A member that must be there.
    pub(crate) fn required<T>(&mut self, r: &mut Reader, key: &str, read: impl FnOnce(&mut Reader, &Json) -> Option<T>) -> Option<T> {
        let json = self.enter_required(r, key)?;
        let out = read(r, json);
        r.leave();
        out
    }

    /// Takes a member that must be there and goes one step deeper.
    #[inline(never)]
    fn enter_required(&mut self, r: &mut Reader, key: &str) -> Option<&'j Json> {
        let json = self.enter_optional(r, key);
        if json.is_none() {
            r.missing(key);
        }
        json
    }

    /// Takes a member and goes one step deeper, when it is there.
    #[inline(never)]
    fn enter_optional(&mut self, r: &mut Reader, key: &str) -> Option<&'j Json> {
        let json = self.take(key)?;
        r.enter(key);
        Some(json)
    }

    /// A member that may be absent. A faulty one leaves its finding and counts as absent.
    pub(crate) fn optional<T>(&mut self, r: &mut Reader, key: &str, read: impl FnOnce(&mut Reader, &Json) -> Option<T>) -> Option<T> {
        let json = self.enter_optional(r, key)?;
        let out = read(r, json);
        r.leave();
        out
    }

    /// A list that may be absent; absent is empty.
    pub(crate) fn list<T>(&mut self, r: &mut Reader, key: &str, read: impl FnMut(&mut Reader, &Json) -> Option<T>) -> Vec<T> {
        self.optional(r, key, |r, json| r.list(json, read)).unwrap_or_default()
    }

    /// A list that must be there with at least one item.
    pub(crate) fn full_list<T>(&mut self, r: &mut Reader, key: &str, read: impl FnMut(&mut Reader, &Json) -> Option<T>) -> Vec<T> {
        let Some(json) = self.enter_required(r, key) else { return Vec::new() };
        r.not_empty(json);
        let out = r.list(json, read);
        r.leave();
        out.unwrap_or_default()
    }

    /// A list that must be there with a number of items within limits.
    pub(crate) fn list_of<T>(
        &mut self,
        r: &mut Reader,
        key: &str,
        limits: (usize, usize),
        read: impl FnMut(&mut Reader, &Json) -> Option<T>,
    ) -> Vec<T> {
        let Some(json) = self.enter_required(r, key) else { return Vec::new() };
        r.as_many(json, limits);
        let out = r.list(json, read);
        r.leave();
        out.unwrap_or_default()
    }

    /// Whatever was not taken does not belong here.
    pub(crate) fn finish(self, r: &mut Reader) {
        for ((key, _), taken) in self.members.iter().zip(&self.taken) {
            if !taken {
                let finding = r.find(Code::UnknownKey).with("key", key);
                r.push(finding);
            }
        }
    }
}

impl Json {
    fn kind(&self) -> (&'static str, &'static str) {
        match self {
            Self::Null => ("null", "null"),
            Self::Bool(_) => ("true/false", "true/false"),
            Self::Number(_) => ("số", "a number"),
            Self::Text(_) => ("chữ", "a text"),
            Self::List(_) => ("danh sách", "a list"),
            Self::Object(_) => ("đối tượng", "an object"),
        }
    }
}

/// True for a lower-case token of at most 64 characters.
pub(crate) fn is_id(text: &str) -> bool {
    let inner = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'_' | b'-');
    let first = text.as_bytes().first().copied().unwrap_or(b'-');
    (first.is_ascii_lowercase() || first.is_ascii_digit()) && text.len() <= MOST_ID && text.bytes().all(inner)
}
