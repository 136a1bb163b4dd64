//! What was found in the data that is no error and no mark.

use super::Part;
use super::subject::Subject;
use crate::model::{Block, Cell, Kind, Table, Tone};
use crate::words::{T, capital};
use alloc::vec::Vec;
use dothi::{Finding, Lang, Severity};

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    part.section(s.say(T::Findings));
    let all: Vec<&Finding> = beyond_marks(s).collect();
    if all.is_empty() {
        return part.push(Block::plain(s.say(T::NoFindings)));
    }
    let row = |finding: &&Finding| {
        Vec::from([
            Cell::strong(capital(severity(finding.severity(), s.lang))),
            Cell::new(finding.message(s.lang)).and(Tone::Dim, finding.code().as_str()),
            Cell::default().and(Tone::Dim, finding.place().text(s.lang)),
        ])
    };
    let table = Table::new(s.say(T::Findings))
        .column(Kind::Word, 14, s.say(T::Severity))
        .column(Kind::Name, 56, s.say(T::What))
        .column(Kind::Text, 30, s.say(T::Where))
        .rows(all.iter().map(row));
    part.push(Block::Table(table));
}

/// The findings of a place that are no marks.
fn beyond_marks<'r>(s: &Subject<'r, '_>) -> impl Iterator<Item = &'r Finding> {
    let (marks, lang) = (s.a.marks(), s.lang);
    s.a.findings().iter().filter(move |f| !marks.iter().any(|mark| mark.text.get(lang) == f.message(lang)))
}

fn severity(severity: Severity, lang: Lang) -> &'static str {
    if severity == Severity::Note { T::Note.get(lang) } else { T::Warning.get(lang) }
}
