//! What a document says about itself.

use super::OSCAL_VERSION;
use super::text::{Props, prose, title};
use crate::facts::day;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Date, Mark, Text};
use serde_json::Value;

/// Midnight in Việt Nam at the beginning of the last day of a date.
pub(super) fn instant(date: Date) -> String {
    format!("{}T00:00:00+07:00", day(date.last_day()))
}

/// What both kinds of document begin with.
pub(super) struct Metadata<'m> {
    pub(super) title: Text,
    pub(super) version: String,
    pub(super) as_of: Date,
    pub(super) props: Props,
    pub(super) marks: &'m [Mark],
    /// What is known to be missing, and remarks.
    pub(super) remarks: Vec<Text>,
    pub(super) parties: Vec<Value>,
}

impl Metadata<'_> {
    pub(super) fn value(self) -> Value {
        let said = self.marks.iter().map(|mark| &mark.text).chain(&self.remarks).map(prose);
        let remarks: Vec<String> = said.collect();
        super::text::object([
            ("title", title(&self.title).into()),
            ("last-modified", instant(self.as_of).into()),
            ("version", super::text::line(&self.version).into()),
            ("oscal-version", OSCAL_VERSION.into()),
            ("props", self.props.marks(self.marks).list().into()),
            ("parties", self.parties.into()),
            ("remarks", if remarks.is_empty() { Value::Null } else { remarks.join("\n\n").into() }),
        ])
    }
}

/// A sentence in front of a list of texts.
pub(super) fn listed(vi: &str, en: &str, items: &[Text]) -> Option<Text> {
    let join = |said: &str, items: Vec<&str>| format!("{said}: {}", items.join("; "));
    let texts = |vi: bool| items.iter().map(|text| if vi { text.vi.as_str() } else { text.en.as_str() }).collect();
    (!items.is_empty()).then(|| Text::new(join(vi, texts(true)), join(en, texts(false))))
}

/// The place judged.
pub(super) fn party(uuid: &str, name: &str) -> Value {
    serde_json::json!({"uuid": uuid, "type": "organization", "name": super::text::line(name)})
}
