//! What every format says of a result, whatever it calls it.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{
    Assessment, ChildResult, Cite, CriteriaSet, Criterion, CriterionResult, Date, Dec, EvidenceDocument, GroupResult, Lang, Outcome,
    Source, Text, UnitOfMeasure, View,
};

/// The namespace of everything that these formats have no word for. It is ours and registered nowhere.
pub(crate) const NAMESPACE: &str = "urn:dothi:ns:1";

/// A result as the place claims, or as reviewed.
#[derive(Clone, Copy)]
pub(crate) struct Seen<'v, 'a> {
    pub(crate) assessment: &'v Assessment<'a>,
    pub(crate) view: &'v View<'a>,
    pub(crate) verified: bool,
}

/// Both results, where there are two.
pub(crate) fn views<'v, 'a>(assessment: &'v Assessment<'a>) -> Vec<Seen<'v, 'a>> {
    let own = Seen { assessment, view: assessment.self_assessed(), verified: false };
    let reviewed = assessment.verified().map(|view| Seen { assessment, view, verified: true });
    core::iter::once(own).chain(reviewed).collect()
}

impl Seen<'_, '_> {
    /// The word of the state for programs.
    pub(crate) fn state(self) -> &'static str {
        if self.verified { "verified" } else { "self_assessed" }
    }

    /// Level, score or count in sentences that never stand bare.
    pub(crate) fn statement(self, lang: Lang) -> String {
        let a = self.assessment;
        let score = self.view.score.map(|score| {
            let (word, value) = if lang == Lang::Vi { ("điểm", score.value.to_vi()) } else { ("score", score.value.to_en()) };
            a.never_bare(format!("{word} {value}"), lang)
        });
        let open = self.view.score_range.map(|range| {
            let said = match lang {
                Lang::Vi => format!("điểm chưa xác định, tùy cách hiểu nguồn: {}–{}", range.low.to_vi(), range.high.to_vi()),
                _ => format!("score undecided, depending on how the source is read: {}–{}", range.low.to_en(), range.high.to_en()),
            };
            a.never_bare(said, lang)
        });
        let all = [a.level_statement(self.view, lang), score, open, a.count_statement(self.view, lang)];
        all.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }

    /// The statement in both languages.
    pub(crate) fn statements(self) -> Text {
        both(|lang| self.statement(lang))
    }
}

/// A text made in both languages.
pub(crate) fn both(said: impl Fn(Lang) -> String) -> Text {
    Text::new(said(Lang::Vi), said(Lang::En))
}

/// The marks in one line of each language; empty only for an official, released set.
pub(crate) fn mark_line(assessment: &Assessment<'_>) -> Text {
    both(|lang| assessment.mark_line(lang))
}

/// The unit of a criterion's value.
pub(crate) fn unit<'s>(set: &'s CriteriaSet, criterion: &Criterion) -> Option<&'s UnitOfMeasure> {
    criterion.data_points.first().and_then(|point| set.unit(&point.unit))
}

/// Why a criterion does not apply or is left aside, where the set says so and nobody claimed it.
pub(crate) fn set_reason(assessment: &Assessment<'_>, c: &CriterionResult<'_>) -> Option<Text> {
    if let Some(rule) = c.not_considered {
        let cites = assessment.cites_text(&rule.cites);
        return Some(Text::new(format!("không xét theo {cites}"), format!("not considered under {cites}")));
    }
    if c.outcome != Outcome::NotApplicable || c.reason.is_some() {
        return None;
    }
    let (kind, header) = (assessment.city().unit.kind, assessment.set().header());
    let judged_as = header.unit_kinds.iter().find(|rule| rule.kind == kind).map(|rule| &rule.judged_as);
    let asked = c.criterion.applies_to.is_empty() || judged_as.is_some_and(|word| c.criterion.applies_to.contains(word));
    Some(if asked {
        Text::new("không hỏi nơi có đặc điểm như vậy", "not asked of a place with these attributes")
    } else {
        both(|lang| {
            let kind = kind.label(lang);
            if lang == Lang::Vi {
                format!("không hỏi loại địa bàn này: {kind}")
            } else {
                format!("not asked of this kind of place: {kind}")
            }
        })
    })
}

/// The node that a child belongs to.
pub(crate) fn parent<'v, 'a>(view: &'v View<'a>, child: ChildResult) -> Option<(usize, &'v GroupResult<'a>)> {
    view.groups.iter().enumerate().find(|(_, group)| group.children.contains(&child))
}

/// A weight, where the node above weighs its children.
pub(crate) fn weight(view: &View<'_>, child: ChildResult, weight: Dec) -> Option<String> {
    let weighs = parent(view, child).is_some_and(|(_, node)| node.aggregate.weighs());
    weighs.then(|| weight.to_string())
}

/// First and last day of the periods of the figures used.
pub(crate) fn days(c: &CriterionResult<'_>) -> Option<(String, String)> {
    let periods = || c.inputs.iter().filter_map(|input| input.period);
    let first = periods().map(Date::first_day).min()?;
    let last = periods().map(Date::last_day).max()?;
    Some((day(first), day(last)))
}

/// A day as ISO 8601 writes it.
pub(crate) fn day((year, month, day): (u16, u8, u8)) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// The documents that name a criterion, by its id or its label.
pub(crate) fn documents<'a>(assessment: &Assessment<'a>, criterion: &Criterion) -> Vec<(usize, &'a EvidenceDocument)> {
    let set = assessment.set();
    let names = |name: &String| {
        *name == criterion.id || (set.criterion(name).is_none() && plain(name) == plain(&criterion.label) && labelled(set, name) == 1)
    };
    let all = assessment.city().evidence.iter().enumerate();
    all.filter(|(_, document)| document.criteria.iter().any(names)).collect()
}

/// How many criteria of the set have a label.
fn labelled(set: &CriteriaSet, name: &str) -> usize {
    set.criteria().iter().filter(|criterion| plain(&criterion.label) == plain(name)).count()
}

fn plain(label: &str) -> String {
    label.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The address of a document that is open to the public, where it is one of the web. Others stay in the city's own files.
pub(crate) fn address(document: &EvidenceDocument) -> Option<&str> {
    document.url.as_deref().filter(|url| document.public != Some(false) && is_web(url))
}

/// An address that can be given as a link: `http` or `https`, of visible ASCII without quotes and brackets.
pub(crate) fn is_web(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && url.len() <= 2_000)
        && url.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'<>\\^`{|}()[]".contains(&byte))
}

/// The sources of citations, each with its clause; what resolves to nothing is left out, which no loaded set has.
pub(crate) fn cited<'s, 'c>(set: &'s CriteriaSet, cites: &'c [Cite]) -> Vec<(&'s Source, &'c str)> {
    cites.iter().filter_map(|cite| Some((set.source(&cite.source)?, cite.clause.as_str()))).collect()
}

/// Everything a criterion cites: its definition, then the figures of its method, each once.
pub(crate) fn cites(criterion: &Criterion, method: &dothi::Method) -> Vec<Cite> {
    let mut out: Vec<Cite> = Vec::new();
    for cite in criterion.cites.iter().chain(method.cites()) {
        if !out.contains(cite) {
            out.push(cite.clone());
        }
    }
    out
}

/// The word of something that is a word in files.
pub(crate) fn word(value: serde_json::Result<serde_json::Value>) -> String {
    match value {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_web;

    #[test]
    fn only_addresses_of_the_web_are_links() {
        assert!(is_web("https://example.vn/a?b=1#c"));
        for other in ["javascript:alert(1)", "file:///etc/passwd", "https://", "http://a b", "https://a\"b", "https://a)b", "ftp://a", ""] {
            assert!(!is_web(other), "{other}");
        }
    }
}
