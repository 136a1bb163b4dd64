//! What every finding must be, whatever was read. Included by path: it belongs to no crate.

use dothi::{Finding, Findings, Lang};

/// What no finding may have, whatever the input: nothing to say, no end, letters that a terminal obeys.
pub fn faults_of_wording(finding: &Finding) -> Vec<String> {
    let (vi, en) = (finding.message(Lang::Vi), finding.message(Lang::En));
    let mut out = Vec::new();
    for text in [&vi, &en, &finding.place().text(Lang::Vi), &finding.place().text(Lang::En)] {
        if text.trim().is_empty() || text.chars().any(char::is_control) || text.chars().count() > 2_000 {
            out.push(format!("{} has raw, empty or endless text: {:?}", finding.code(), text.chars().take(200).collect::<String>()));
        }
    }
    if vi == en {
        out.push(format!("{} says the same in both languages: {vi}", finding.code()));
    }
    out
}

/// Every finding can be shown. A thousand of one fault are one fault: the first hundred are looked at.
pub fn said(findings: &Findings) {
    let faults: Vec<String> = findings.iter().take(100).flat_map(faults_of_wording).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
