//! The national report of a round.

mod came;
mod found;
mod levels;
mod money;
mod progress;
mod projects;

use super::{fund_source, say, titled};
use crate::content::Part;
use crate::model::{Block, Document, Look};
use crate::number;
use crate::words::capital;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::Lang;
use dothi::programme::{Outline, ProvinceOutcome, Synthesis};

/// What the keys of a table's rows are.
#[derive(Clone, Copy)]
pub(super) enum By {
    Category,
    Year,
    Source,
    Province,
}

/// What every section needs.
#[derive(Clone, Copy)]
pub(super) struct Told<'s> {
    /// Names of units by their codes.
    names: &'s BTreeMap<&'s str, &'s str>,
    pub(super) s: &'s Synthesis,
    pub(super) outline: &'s Outline,
    pub(super) lang: Lang,
}

impl<'s> Told<'s> {
    pub(super) fn say(self, vi: &'static str, en: &'static str) -> &'static str {
        say(self.lang, vi, en)
    }

    /// The name of a unit that reported or was asked.
    pub(super) fn name(self, code: &'s str) -> &'s str {
        self.names.get(code).copied().unwrap_or(code)
    }

    /// The key of a row in words.
    pub(super) fn label(self, by: By, key: &'s str) -> String {
        match by {
            By::Category => titled(self.outline, key, self.lang),
            By::Year => key.to_string(),
            By::Source => fund_source(self.outline, key, self.lang),
            By::Province => format!("{key} {}", self.name(key)),
        }
    }

    /// The marks in one line, with the round.
    pub(super) fn mark_line(self) -> String {
        let marks: Vec<&str> = self.s.marks.iter().map(|mark| mark.text.get(self.lang)).collect();
        format!("{}. {}: {}", capital(&marks.join("; ")), self.say("Đợt", "Round"), self.s.round)
    }
}

pub(crate) fn document(s: &Synthesis, outline: &Outline, lang: Lang) -> Document {
    let reported = s.reports.iter().rev().map(|report| (report.unit.as_str(), report.name.as_str()));
    let asked = s.provinces.iter().map(|province| (province.unit.code.as_str(), province.unit.name.as_str()));
    let names: BTreeMap<&str, &str> = reported.chain(asked).collect();
    let told = Told { names: &names, s, outline, lang };
    let mut part = Part::new("synthesis");
    head(told, &mut part);
    part.contents_at = part.blocks.len();
    came::write(told, &mut part);
    money::write(told, &mut part);
    money::proof(told, &mut part);
    projects::write(told, &mut part);
    found::texts(told, &mut part);
    levels::write(told, &mut part);
    progress::write(told, &mut part);
    found::anomalies(told, &mut part);
    found::sources(told, &mut part);
    let title = format!("{} – {}", told.say("Báo cáo tổng hợp", "Synthesis"), s.title.get(lang));
    Document { lang, look: Look::Report, running_head: title.clone(), title, running_foot: told.mark_line(), blocks: part.finish(lang) }
}

fn head(told: Told<'_>, part: &mut Part) {
    let Told { s, lang, .. } = told;
    part.push(Block::Title {
        id: "synthesis".into(),
        over: told.say("Báo cáo tổng hợp cả nước", "National synthesis").into(),
        text: s.title.get(lang).into(),
        under: told.outline.title.get(lang).into(),
    });
    let sentence = |text: &str| format!("{}.", capital(text.trim_end_matches('.')));
    let marks = s.marks.iter().map(|mark| sentence(mark.text.get(lang))).collect();
    part.push(Block::Marks { head: told.say("Cần biết trước khi đọc", "To know before reading").into(), lines: marks });
    let mut facts: Vec<(String, String)> = Vec::new();
    let mut fact = |name: &str, value: String| facts.push((name.into(), value));
    fact(told.say("Đợt báo cáo", "Round"), s.round.clone());
    if let Some(deadline) = &s.deadline {
        fact(told.say("Thời hạn", "Deadline"), deadline.clone());
    }
    if let Some(day) = s.last_day {
        fact(told.say("Ngày cuối cùng còn đúng hạn", "Last day on time"), number::date(day, lang));
    }
    fact(told.say("Danh sách đơn vị ngày", "List of units of"), number::date(s.units_on, lang));
    fact(told.say("Đơn vị phải báo cáo", "Units asked"), s.provinces.len().to_string());
    fact(told.say("Báo cáo được cộng", "Reports counted"), s.count(ProvinceOutcome::Reported).to_string());
    fact(told.say("Báo cáo đã nhận", "Reports received"), s.reports.len().to_string());
    fact(told.say("Bất thường", "Anomalies"), s.anomalies.len().to_string());
    part.push(Block::Facts(facts));
}
