//! Which edition of a set holds on a day.

use crate::criteria::{Header, Status};
use crate::date::Date;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::{Serialize, Serializer, ser::SerializeStruct};

/// A set on a day: the edition that holds, the one after it, and how sure that is.
///
/// Of an instrument an edition is *in force* ("có hiệu lực"); of a reference set nothing is in force, an edition *applies* ("phiên bản
/// áp dụng") by its authors' convention.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct OnDate<'h> {
    /// The set.
    pub set: &'h str,
    /// The day asked for.
    pub day: Date,
    /// The edition that holds: the last one that has begun. None before the first, or when no start is known.
    pub edition: Option<&'h Header>,
    /// The edition that follows it.
    pub next: Option<&'h Header>,
    /// Editions without `effective`: when they hold is not known.
    pub undated: Vec<&'h Header>,
    /// True when only the year or the month of the start is known and the day lies within it: it counts as begun.
    pub start_uncertain: bool,
    /// True for a set that is encoded from an instrument.
    pub is_instrument: bool,
}

/// Of each set the edition that holds on a day, in the order in which the sets come.
///
/// An edition holds from its `effective` date until the next one of the set begins. A date of a year or a month counts from its first
/// day, and the answer says so. Of several revisions of an edition the highest counts.
///
/// ```
/// let sets: Vec<_> = ["vn-ssc@2022", "vn-ssc@2026"].map(|id| dothi::builtin::load(id).unwrap()).into();
/// let on = |day| dothi::on_date(sets.iter().map(|set| set.header()), dothi::Date::parse(day).unwrap()).remove(0);
/// assert_eq!(on("2024-06-30").edition.unwrap().id(), "vn-ssc@2022-u1");
/// assert!(on("2021-12-31").edition.is_none());
/// assert!(on("2026-03-01").start_uncertain);
/// assert!(!on("2026-03-01").is_instrument);
/// ```
#[must_use]
pub fn on_date<'h>(headers: impl IntoIterator<Item = &'h Header>, day: Date) -> Vec<OnDate<'h>> {
    let mut sets: Vec<(&'h str, Vec<&'h Header>)> = Vec::new();
    for header in headers {
        match sets.iter_mut().find(|(set, _)| *set == header.set) {
            Some((_, editions)) => keep(editions, header),
            None => sets.push((&header.set, Vec::from([header]))),
        }
    }
    sets.into_iter().map(|(set, editions)| of_set(set, editions, day)).collect()
}

/// Adds an edition, or the higher revision of one that is there.
fn keep<'h>(editions: &mut Vec<&'h Header>, header: &'h Header) {
    match editions.iter_mut().find(|other| other.edition == header.edition) {
        Some(other) if other.revision < header.revision => *other = header,
        Some(_) => {}
        None => editions.push(header),
    }
}

fn of_set<'h>(set: &'h str, editions: Vec<&'h Header>, day: Date) -> OnDate<'h> {
    let is_instrument = editions.iter().any(|h| h.status != Status::Reference);
    let mut dated: Vec<(Date, &'h Header)> = editions.iter().filter_map(|h| Some((h.effective?, *h))).collect();
    dated.sort_by_key(|(since, _)| since.first_day());
    let begun = dated.iter().filter(|(since, _)| since.first_day() <= day.first_day()).count();
    let current = begun.checked_sub(1).and_then(|at| dated.get(at));
    OnDate {
        set,
        day,
        edition: current.map(|(_, header)| *header),
        next: dated.get(begun).map(|(_, header)| *header),
        undated: editions.into_iter().filter(|h| h.effective.is_none()).collect(),
        start_uncertain: current.is_some_and(|(since, _)| !since.is_day() && day.first_day() <= since.last_day()),
        is_instrument,
    }
}

impl OnDate<'_> {
    /// `có hiệu lực` or `phiên bản áp dụng`.
    #[must_use]
    pub fn word(&self, lang: Lang) -> &'static str {
        if self.is_instrument {
            pick(lang, "có hiệu lực", "in force")
        } else {
            pick(lang, "phiên bản áp dụng", "edition that applies")
        }
    }

    /// The answer in words, with what is not sure about it: one sentence each.
    #[must_use]
    pub fn texts(&self, lang: Lang) -> Vec<String> {
        let date = |date: Date| if lang == Lang::Vi { date.to_vi() } else { date.to_string() };
        let since = |header: &Header| header.effective.map(date).unwrap_or_default();
        let from = pick(lang, "từ", "from");
        let mut out = Vec::new();
        out.push(match self.edition {
            Some(header) => format!("{}: {} ({from} {})", self.word(lang), header.id(), since(header)),
            None => format!("{}: {}", self.word(lang), pick(lang, "chưa có phiên bản nào", "none")),
        });
        if let Some(next) = self.next {
            let word = if self.edition.is_some() {
                pick(lang, "tiếp theo", "next")
            } else {
                pick(lang, "phiên bản đầu tiên", "the first")
            };
            out.push(format!("{word}: {} ({from} {})", next.id(), since(next)));
        }
        if self.start_uncertain {
            out.push(
                pick(
                    lang,
                    "chỉ biết năm hoặc tháng bắt đầu, tính từ ngày đầu tiên; vào ngày này có thể chưa bắt đầu",
                    "only the year or the month of its start is known, counted from the first day; on this day it may not have begun",
                )
                .into(),
            );
        }
        for header in &self.undated {
            out.push(format!("{}: {}", header.id(), pick(lang, "không rõ bắt đầu từ khi nào", "its start is not known")));
        }
        if !self.is_instrument {
            out.push(
                pick(
                    lang,
                    "bộ tiêu chí tham khảo không phải văn bản: không phiên bản nào có hiệu lực pháp lý",
                    "a reference set is no instrument: no edition of it is in force",
                )
                .into(),
            );
        }
        out
    }
}

impl Serialize for OnDate<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let id = |header: Option<&Header>| header.map(Header::id);
        let mut s = serializer.serialize_struct("OnDate", 10)?;
        s.serialize_field("set", self.set)?;
        s.serialize_field("day", &self.day)?;
        s.serialize_field("holds", if self.is_instrument { "in_force" } else { "applies" })?;
        s.serialize_field("edition", &id(self.edition))?;
        s.serialize_field("since", &self.edition.and_then(|h| h.effective))?;
        s.serialize_field("start_uncertain", &self.start_uncertain)?;
        s.serialize_field("next", &id(self.next))?;
        s.serialize_field("next_since", &self.next.and_then(|h| h.effective))?;
        s.serialize_field("undated", &self.undated.iter().map(|h| h.id()).collect::<Vec<_>>())?;
        s.serialize_field("marks", &self.edition.map(Header::marks).unwrap_or_default())?;
        s.end()
    }
}

#[cfg(test)]
mod tests {
    use super::on_date;
    use crate::criteria::{CriteriaSet, Header};
    use crate::date::Date;
    use crate::text::Lang;
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    const GATES: &str = include_str!("../tests/cases/sets/gates.json");

    fn header(edition: &str, revision: u32, status: &str, effective: Option<&str>) -> Header {
        let mut json: serde_json::Value = serde_json::from_str(GATES).unwrap();
        json["edition"] = edition.into();
        json["revision"] = revision.into();
        json["status"] = status.into();
        json["not_official"] = serde_json::json!({"vi": "không chính thức", "en": "not official"});
        json.as_object_mut().unwrap().remove("effective");
        if let Some(date) = effective {
            json["effective"] = date.into();
        }
        CriteriaSet::from_json(format!("{json}").as_bytes()).unwrap().header().clone()
    }

    fn said(headers: &[Header], day: &str) -> (Option<String>, Option<String>, bool, usize) {
        let all = on_date(headers, Date::parse(day).unwrap());
        assert_eq!(all.len(), 1);
        let one = &all[0];
        (one.edition.map(|h| h.id()), one.next.map(|h| h.id()), one.start_uncertain, one.undated.len())
    }

    #[test]
    fn an_edition_holds_until_the_next_begins() {
        let all = [header("2026", 1, "official", Some("2026-01-31")), header("2022", 1, "official", Some("2022-05-20"))];
        let id = |edition: &str| Some(format!("test-gates@{edition}-u1"));
        assert_eq!(said(&all, "2022-05-19"), (None, id("2022"), false, 0));
        assert_eq!(said(&all, "2022-05-20"), (id("2022"), id("2026"), false, 0));
        assert_eq!(said(&all, "2026-01-30"), (id("2022"), id("2026"), false, 0));
        assert_eq!(said(&all, "2026-01-31"), (id("2026"), None, false, 0));
    }

    #[test]
    fn a_start_known_to_the_year_or_month_is_said() {
        let all = [header("2022", 1, "reference", Some("2022")), header("2026", 1, "reference", Some("2026-02"))];
        assert!(said(&all, "2022-07-01").2);
        assert!(!said(&all, "2023-01-01").2);
        assert_eq!(said(&all, "2026-02-28"), (Some("test-gates@2026-u1".into()), None, true, 0));
        assert!(!said(&all, "2026-03-01").2);
        let texts = on_date(&all, Date::parse("2022-07-01").unwrap()).remove(0).texts(Lang::En).join("\n");
        assert!(texts.contains("may not have begun") && texts.contains("no edition of it is in force"), "{texts}");
    }

    #[test]
    fn an_edition_without_a_start_is_named_and_the_highest_revision_counts() {
        let all =
            [header("2022", 1, "official", None), header("2026", 1, "official", Some("2026")), header("2026", 2, "official", Some("2026"))];
        assert_eq!(said(&all, "2027-01-01"), (Some("test-gates@2026-u2".into()), None, false, 1));
        assert_eq!(said(&all[..1], "2027-01-01"), (None, None, false, 1));
        let sets: Vec<&Header> = all.iter().collect();
        let texts = on_date(sets, Date::parse("2027-01-01").unwrap()).remove(0).texts(Lang::Vi).join("\n");
        assert!(texts.contains("không rõ bắt đầu từ khi nào") && texts.starts_with("có hiệu lực"), "{texts}");
    }
}
