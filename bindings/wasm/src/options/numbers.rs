//! Numbers that are computed with as such, inner objects, lists of texts and words: what panels are asked with.

use super::Options;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::Date;
use dothi::json::Json;

impl Options {
    /// A number of binary floating point, when it is there.
    pub(crate) fn number(&mut self, key: &str) -> Option<f64> {
        let asked = self.text(key)?;
        let value: Option<f64> = asked.parse().ok().filter(|value: &f64| value.is_finite());
        self.understood(value, "call.bad_number", key, &asked, ("không phải một số; hãy viết như 2.5", "is no number; write one like 2.5"))
    }

    /// A count, when it is there: a whole number that is not negative.
    pub(crate) fn count<T: core::str::FromStr>(&mut self, key: &str) -> Option<T> {
        let asked = self.text(key)?;
        let value = asked.parse().ok();
        self.understood(
            value,
            "call.bad_number",
            key,
            &asked,
            ("không phải số nguyên dùng được ở đây; hãy viết như 1000", "is no whole number that can stand here; write one like 1000"),
        )
    }

    /// A count that has to be there.
    pub(crate) fn needed_count<T: core::str::FromStr>(&mut self, key: &str) -> Option<T> {
        if self.has(key) { self.count(key) } else { self.required(key).and(None) }
    }

    /// A year, month or day that has to be there.
    pub(crate) fn period(&mut self, key: &str) -> Option<Date> {
        let asked = self.required(key)?;
        let period = Date::parse(&asked);
        self.understood(
            period,
            "call.bad_date",
            key,
            &asked,
            ("không phải kỳ có thật; hãy viết YYYY, YYYY-MM hoặc YYYY-MM-DD", "is no real period; write YYYY, YYYY-MM or YYYY-MM-DD"),
        )
    }

    /// Whether something is asked for; no when nothing is said.
    pub(crate) fn flag(&mut self, key: &str) -> bool {
        let Some(json) = self.take(key) else { return false };
        if !matches!(json, Json::Bool(_)) {
            self.wrong(key, "true hoặc false", "true or false");
        }
        json == Json::Bool(true)
    }

    /// What is made of an inner object, when it is there.
    pub(crate) fn inner<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let json = self.take(key)?;
        let mut inner = Self::within(Some(json), format!("{}/{key}", self.at));
        let out = read(&mut inner);
        self.faults.extend(inner.close());
        out
    }

    /// Texts or nothing, in their order.
    pub(crate) fn texts(&mut self, key: &str) -> Option<Vec<Option<String>>> {
        let text = |item: Json| match item {
            Json::Null => Some(None),
            Json::Text(text) => Some(Some(text)),
            _ => None,
        };
        let read = match self.take(key)? {
            Json::List(items) => items.into_iter().map(text).collect(),
            _ => None,
        };
        if read.is_none() {
            self.wrong(key, "một danh sách chữ, `null` cho chỗ không có", "a list of texts, `null` where there is none");
        }
        read
    }

    /// A word that has to be there.
    pub(crate) fn word<T: Copy>(&mut self, key: &str, words: &[(&str, T)]) -> Option<T> {
        if self.has(key) {
            return self.choice(key, words);
        }
        self.required(key);
        None
    }
}
