//! The options of a call: a JSON object, taken member by member, every fault at once.

mod numbers;

use crate::fault::{Told, list, quoted};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::json::{Json, push_step};
use dothi::{AssessOptions, Date, Dec, Lang};

/// Options that are still to be taken, and what was wrong with those taken.
pub(crate) struct Options {
    members: Vec<(String, Json)>,
    at: String,
    faults: Vec<Told>,
}

impl Options {
    /// Reads the text of an object. Numbers in it come as text, so that they are read as written.
    pub(crate) fn read(json: &str) -> Self {
        Self::within(Json::read(json.as_bytes()).ok(), String::new())
    }

    fn within(json: Option<Json>, at: String) -> Self {
        let mut out = Self { members: Vec::new(), at, faults: Vec::new() };
        match json {
            Some(Json::Object(members)) => out.members = members,
            _ => out.wrong("", "một đối tượng", "an object"),
        }
        out
    }

    /// Says what is wrong with a member.
    pub(crate) fn fault(&mut self, code: &'static str, key: &str, vi: String, en: String) {
        let at = if key.is_empty() { self.at.clone() } else { format!("{}/{key}", self.at) };
        self.faults.push(Told::new(code, at, vi, en));
    }

    fn wrong(&mut self, key: &str, vi: &str, en: &str) {
        self.fault("call.wrong_type", key, format!("ở đây cần {vi}"), format!("expected {en}"));
    }

    /// Says that a word is none of those known.
    pub(crate) fn unknown(&mut self, code: &'static str, key: &str, asked: &str, known: &str) {
        self.faults.push(Told::unknown(code, format!("{}/{key}", self.at), asked, known));
    }

    /// `null` is the same as nothing.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.members.iter().any(|(known, json)| known == key && *json != Json::Null)
    }

    /// A member that is there.
    fn take(&mut self, key: &str) -> Option<Json> {
        let at = self.members.iter().position(|(known, _)| known == key)?;
        Some(self.members.remove(at).1).filter(|json| *json != Json::Null)
    }

    /// A text, when it is there.
    pub(crate) fn text(&mut self, key: &str) -> Option<String> {
        if let Json::Text(text) = self.take(key)? {
            return Some(text);
        }
        self.wrong(key, "chữ", "a text");
        None
    }

    /// A text that has to be there.
    pub(crate) fn required(&mut self, key: &str) -> Option<String> {
        if !self.has(key) {
            self.fault("call.missing_option", key, format!("thiếu `{key}`; hãy bổ sung"), format!("`{key}` is missing; add it"));
        }
        self.text(key)
    }

    /// What was made of a text; where nothing was, says so, with what is wrong with it in both languages.
    fn understood<T>(&mut self, made: Option<T>, code: &'static str, key: &str, asked: &str, (vi, en): (&str, &str)) -> Option<T> {
        if made.is_none() {
            let asked = quoted(asked);
            self.fault(code, key, format!("`{asked}` {vi}"), format!("`{asked}` {en}"));
        }
        made
    }

    /// One of a few words; the first is meant when none is given.
    pub(crate) fn choice<T: Copy>(&mut self, key: &str, words: &[(&str, T)]) -> Option<T> {
        let first = words.first().map(|(_, value)| *value);
        if !self.has(key) {
            self.take(key);
            return first;
        }
        let asked = self.text(key)?;
        let found = words.iter().find(|(word, _)| *word == asked).map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.unknown("call.unknown_choice", key, &asked, &known.join(", "));
        }
        found
    }

    /// The language of prose; Vietnamese when none is given.
    pub(crate) fn lang(&mut self) -> Lang {
        self.choice("lang", &[("vi", Lang::Vi), ("en", Lang::En)]).unwrap_or_default()
    }

    /// A level, when it is there.
    pub(crate) fn level(&mut self, key: &str) -> Option<u32> {
        let asked = self.text(key)?;
        let level = asked.parse().ok().filter(|level| (1..=16).contains(level));
        self.understood(
            level,
            "call.bad_level",
            key,
            &asked,
            ("không phải cấp độ; hãy ghi số nguyên từ 1 đến 16", "is not a level; give a whole number from 1 to 16"),
        )
    }

    /// A decimal that has to be there.
    pub(crate) fn decimal(&mut self, key: &str) -> Option<Dec> {
        let asked = self.required(key)?;
        let value = Dec::parse(&asked).ok();
        self.understood(
            value,
            "call.bad_decimal",
            key,
            &asked,
            (
                "không phải số thập phân có tối đa 28 chữ số; hãy viết như 0.75",
                "is not a decimal number of at most 28 digits; write one like 0.75",
            ),
        )
    }

    /// A day that has to be there.
    pub(crate) fn day(&mut self, key: &str) -> Option<Date> {
        let asked = self.required(key)?;
        let day = Date::parse(&asked).filter(|date| date.is_day());
        self.understood(
            day,
            "call.bad_date",
            key,
            &asked,
            ("không phải ngày có thật; hãy viết YYYY-MM-DD", "is not a real day; write YYYY-MM-DD"),
        )
    }

    /// What is made of each object of a list.
    pub(crate) fn list<T>(&mut self, key: &str, mut read: impl FnMut(&mut Self) -> Option<T>) -> Vec<T> {
        let Some(json) = self.take(key) else { return Vec::new() };
        let Json::List(items) = json else {
            self.wrong(key, "một danh sách", "a list");
            return Vec::new();
        };
        let mut out = Vec::new();
        for (i, item) in items.into_iter().enumerate() {
            let mut inner = Self::within(Some(item), format!("{}/{key}/{i}", self.at));
            out.extend(read(&mut inner));
            self.faults.extend(inner.close());
        }
        out
    }

    /// The day, scheme and parameters of an assessment.
    pub(crate) fn assess(&mut self) -> Option<AssessOptions> {
        let day = self.day("asOf");
        let scheme = self.text("scheme");
        let parameters = self.list("parameters", |one| {
            let (id, level, value) = (one.required("id"), one.level("level"), one.decimal("value"));
            Some((id?, level, value?))
        });
        let mut out = AssessOptions::new(day?);
        out.scheme = scheme;
        out.parameters = parameters;
        Some(out)
    }

    /// What was wrong, unknown members included.
    fn close(self) -> Vec<Told> {
        let Self { members, at, mut faults } = self;
        for (key, _) in &members {
            let (key, mut place) = (quoted(key), at.clone());
            push_step(&mut place, &key);
            let (vi, en) = (
                format!("không có tùy chọn `{key}`; hãy xóa hoặc sửa tên"),
                format!("there is no option `{key}`; remove it or correct its name"),
            );
            faults.push(Told::new("call.unknown_option", place, vi, en));
        }
        faults
    }

    /// Every fault at once, or what was read.
    pub(crate) fn finish<T>(self, read: Option<T>) -> Result<T, String> {
        let faults = self.close();
        match read {
            Some(value) if faults.is_empty() => Ok(value),
            _ => Err(list(&faults)),
        }
    }
}
