//! A recognition is a document of an authority: it can be looked up, and it is nothing that was computed here.

use super::model::{EvidenceDocument, EvidenceKind};
use crate::finding::{Code, Finding, Findings};
use crate::text::{Lang, join, pick};
use crate::vietnamese::in_small_letters;
use alloc::string::String;

/// Names of what computes results and recognises nothing.
const OWN: [&str; 2] = ["vn-ssc", "dothi"];

/// Finds recognitions without number, date or issuer, and those that name a result computed here.
pub(super) fn check(documents: &[EvidenceDocument], findings: &mut Findings) {
    for document in documents.iter().filter(|document| document.kind == EvidenceKind::Recognition) {
        let missing = [missing(document, Lang::Vi), missing(document, Lang::En)];
        if let [vi, en] = missing
            && !vi.is_empty()
        {
            findings.push(Finding::new(Code::CityRecognitionIncomplete, document.origin.place()).with_both("missing", (vi, en)));
        }
        let texts = [document.number.as_ref(), document.issuer.as_ref(), Some(&document.summary)];
        let named = |word: &&&str| texts.iter().flatten().any(|text| holds(&in_small_letters(text), word));
        if let Some(word) = OWN.iter().find(named) {
            findings.push(Finding::new(Code::CityRecognitionOfOwn, document.origin.place()).with("word", word));
        }
    }
}

/// The search of the standard library is ten times as much code.
fn holds(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len()).any(|part| part == word.as_bytes())
}

fn missing(document: &EvidenceDocument, lang: Lang) -> String {
    let all = [
        (document.number.is_some(), pick(lang, "số", "number")),
        (document.date.is_some(), pick(lang, "ngày", "date")),
        (document.issuer.is_some(), pick(lang, "cơ quan ban hành", "issuer")),
    ];
    join(all.iter().filter(|(there, _)| !there).map(|(_, word)| *word), ", ")
}
