//! Findings as people read them.

use crate::doc::{Block, Tone};
use crate::texts::{T, fill};
use dothi::{Finding, Findings, Lang, Severity};

/// A heading with the file, then one entry per finding.
pub(crate) fn blocks(file: &str, findings: &Findings, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Text(Tone::Strong, format!("{file}: {}", counted(findings, lang)))];
    out.extend(findings.iter().map(|finding| one(finding, lang)));
    out
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
        Severity::Note => ("·", Tone::Plain),
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
        Severity::Note => T::SeverityNote.get(lang),
    }
}
