//! Findings as people read them.

use crate::doc::{Block, Tone};
use crate::texts::{T, fill};
use dothi::{Assessment, Finding, Findings, Lang, Severity};

/// A heading with the file, then one entry per finding.
pub(crate) fn blocks(file: &str, findings: &Findings, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Text(Tone::Strong, format!("{file} – {}", counted(findings, lang)))];
    out.extend(findings.iter().map(|finding| one(finding, lang)));
    out
}

/// What was found while judging a place, with its heading; what is a mark of the result already is not said again.
pub(crate) fn of_place(a: &Assessment<'_>, lang: Lang) -> Vec<Block> {
    let mut out: Vec<Block> = beyond_marks(a, lang).map(|finding| one(finding, lang)).collect();
    if !out.is_empty() {
        out.insert(0, Block::Heading(T::Warnings.get(lang).into()));
    }
    out
}

/// The findings of a place that are no marks.
pub(crate) fn beyond_marks<'a>(a: &'a Assessment<'_>, lang: Lang) -> impl Iterator<Item = &'a Finding> {
    let marks = a.marks();
    a.findings().iter().filter(move |f| !marks.iter().any(|mark| mark.text.get(lang) == f.message(lang)))
}

/// How many of each severity.
pub(crate) fn counted(findings: &Findings, lang: Lang) -> String {
    if findings.is_empty() {
        return T::NothingFound.get(lang).into();
    }
    let count = |severity| findings.iter().filter(|f| f.severity() == severity).count().to_string();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    fill(T::FoundCount, lang, &[("errors", &errors), ("warnings", &warnings), ("notes", &notes)])
}

/// One finding: severity and place, then what is wrong and what to do.
pub(crate) fn one(finding: &Finding, lang: Lang) -> Block {
    let (sign, tone) = match finding.severity() {
        Severity::Error => ("✗", Tone::Error),
        Severity::Warning => ("!", Tone::Warn),
        _ => ("·", Tone::Plain),
    };
    Block::Item {
        sign: sign.into(),
        tone,
        text: format!("{}: {}", severity(finding.severity(), lang), finding.place().text(lang)),
        below: vec![format!("{} [{}]", finding.message(lang), finding.code())],
    }
}

/// The severity in words.
pub(crate) fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => T::SeverityError.get(lang),
        Severity::Warning => T::SeverityWarning.get(lang),
        _ => T::SeverityNote.get(lang),
    }
}
