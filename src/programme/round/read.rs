//! A round from JSON.

use super::{Deadline, DeadlineRule, Round, RoundUnit};
use crate::criteria::{SCHEMA_KEY, read_cites, read_format, read_source};
use crate::finding::{Code, Findings};
use crate::json::{Json, Limits, Reader};
use crate::programme::report::{read_day, read_period};
use crate::vietnamese::in_small_letters;

/// A round with a list of all communes of the country has 1 MB.
const LIMITS: Limits = Limits { bytes: 4 << 20, values: 100_000 };

pub(super) const RULES: &[(&str, DeadlineRule)] = &[("before", DeadlineRule::Before), ("by", DeadlineRule::By)];

/// Words at the beginning of a deadline, and which of the two they are.
const WORDINGS: &[(&str, DeadlineRule)] = &[
    ("trước ngày", DeadlineRule::Before),
    ("before", DeadlineRule::Before),
    ("chậm nhất", DeadlineRule::By),
    ("muộn nhất", DeadlineRule::By),
    ("đến hết ngày", DeadlineRule::By),
    ("hết ngày", DeadlineRule::By),
    ("by", DeadlineRule::By),
    ("no later than", DeadlineRule::By),
];

impl Round {
    /// Reads a round: `criteria/programme/README.md` says what it holds. With the value come remarks.
    ///
    /// # Errors
    /// Every finding at once: JSON faults, wrong types, unknown or doubled keys; a deadline whose rule is not what its words say.
    pub fn from_json(bytes: &[u8]) -> Result<(Self, Findings), Findings> {
        let mut r = Reader::new();
        let round = r.file(bytes, LIMITS, round);
        r.findings.settle(round)
    }
}

fn round(r: &mut Reader, json: &Json) -> Option<Round> {
    let mut o = r.object(json)?;
    let format = read_format(r, &mut o)?;
    o.optional(r, SCHEMA_KEY, Reader::string);
    let id = o.required(r, "round", Reader::id);
    let title = o.required(r, "title", Reader::text);
    let outline = o.required(r, "outline", Reader::id);
    let fictional = o.optional(r, "fictional", Reader::boolean).unwrap_or(false);
    let sources = o.list(r, "sources", read_source);
    let cites = if o.has("cites") { read_cites(r, &mut o).unwrap_or_default() } else { Default::default() };
    let period = o.optional(r, "period", read_period);
    let deadline = o.optional(r, "deadline", deadline);
    let units_on = o.required(r, "units_on", read_day);
    let units = o.list(r, "units", unit);
    let notes = o.list(r, "notes", Reader::text);
    o.finish(r);
    for cite in cites.iter().filter(|cite| sources.iter().all(|source| source.id != cite.source)) {
        let finding = r.find(Code::UnknownRef).with_both("what", ("nguồn", "source")).with("id", &cite.source);
        r.push(finding);
    }
    Some(Round {
        format,
        round: id?,
        title: title?,
        outline: outline?,
        fictional,
        sources,
        cites,
        period,
        deadline,
        units_on: units_on?,
        units,
        notes,
    })
}

fn deadline(r: &mut Reader, json: &Json) -> Option<Deadline> {
    let mut o = r.object(json)?;
    let day = o.required(r, "day", read_day);
    let rule = o.required(r, "rule", |r, json| r.choice(json, RULES));
    let wording = o.required(r, "wording", Reader::string);
    o.finish(r);
    let (day, rule, wording) = (day?, rule?, wording?);
    let small = in_small_letters(&wording);
    let said = WORDINGS.iter().find(|(words, _)| small.starts_with(words)).map(|(_, rule)| *rule);
    if said.is_some_and(|said| said != rule) {
        let finding = r.find(Code::RoundWording).with("wording", &wording);
        r.push(finding);
    }
    Some(Deadline { day, rule, wording })
}

fn unit(r: &mut Reader, json: &Json) -> Option<RoundUnit> {
    let mut o = r.object(json)?;
    let code = o.required(r, "code", Reader::string);
    let name = o.required(r, "name", Reader::string);
    o.finish(r);
    Some(RoundUnit { code: code?, name: name? })
}
