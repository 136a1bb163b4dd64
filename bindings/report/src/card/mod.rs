//! What a scorecard shows, as JSON: the same pieces and words as a report, with ids by which a page can lead from one to another, and what
//! somebody may enter to try another figure. How it looks is the page's matter; it draws no conclusion and writes no number of its own.

mod blocks;
mod fields;
mod plain;
mod plan;
mod row;

use crate::content::{Section, Subject, counts, facts, mark_sentences, sections};
use crate::words::{T, capital};
use alloc::string::String;
use alloc::vec::Vec;
use blocks::Shown;
use dothi::{Assessment, Lang, Severity, View};
use serde::Serialize;

#[derive(Serialize)]
struct Card {
    lang: &'static str,
    supposed: bool,
    head: Head,
    marks: Marks,
    results: Vec<ResultCard>,
    plan: Option<plan::Plan>,
    /// What each criterion came to.
    outcomes: Vec<plan::Came>,
    findings: Vec<Told>,
    /// What a what-if does not repeat.
    #[serde(flatten)]
    whole: Option<Whole>,
}

#[derive(Serialize)]
struct Whole {
    plain: plain::Plain,
    /// In the order of a report.
    sections: Vec<ShownSection>,
    criteria: row::Criteria,
}

#[derive(Serialize)]
struct Head {
    over: &'static str,
    name: String,
    /// `vi` where there is no name in the language of the card.
    name_lang: &'static str,
    set: String,
    id: String,
    scheme: String,
    facts: Vec<(String, String)>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct Marks {
    head: &'static str,
    lines: Vec<String>,
    line: String,
}

#[derive(Serialize)]
struct ResultCard {
    state: String,
    verified: bool,
    statement: String,
    /// Levels reached at least, and how many there are; for drawing, never without the statement.
    reached: Option<u32>,
    at_most: Option<u32>,
    of: u32,
    counts: Vec<Count>,
    also: Vec<String>,
}

#[derive(Serialize)]
struct Count {
    outcome: &'static str,
    sign: String,
    label: String,
    count: u32,
}

#[derive(Serialize)]
struct ShownSection {
    id: &'static str,
    title: String,
    blocks: Vec<Shown>,
}

#[derive(Serialize)]
struct Told {
    severity: Severity,
    code: &'static str,
    /// A JSON pointer into the data, or a cell in words.
    place: String,
    message: String,
}

/// A scorecard of an assessment as JSON text.
///
/// With `supposed` the data are not those of the place but somebody's what-if: every statement says so, and only what such a change can move
/// is there: results, plan, outcomes, findings.
///
/// ```
/// use dothi::{AssessOptions, CityFile, Date, Lang};
///
/// let set = dothi::builtin::load("dti-922").unwrap();
/// let (file, _) = CityFile::from_json(include_bytes!("../../../../examples/dti-922-2022.json")).unwrap();
/// let assessment = set.assess(&file.cities[0], &AssessOptions::new(Date::parse("2026-11-21").unwrap())).unwrap();
/// let card = dothi_report::card(&assessment, Lang::Vi, false);
/// assert!(card.contains("0,800175") && card.contains("Chỉ có kết quả tự đánh giá"));
/// ```
#[must_use]
pub fn card(assessment: &Assessment<'_>, lang: Lang, supposed: bool) -> String {
    let mut subject = Subject::new(assessment, lang, 1);
    subject.supposed = supposed;
    let s = &subject;
    let card = Card {
        lang: if lang == Lang::Vi { "vi" } else { "en" },
        supposed,
        head: head(s),
        marks: Marks { head: s.say(T::Marks), lines: mark_sentences(s), line: s.mark_line() },
        results: s.views().map(|(view, verified)| result(s, view, verified)).collect(),
        plan: plan::plan(s),
        outcomes: plan::outcomes(s),
        findings: findings(s),
        whole: (!supposed).then(|| Whole {
            plain: plain::plain(s),
            sections: sections(s).into_iter().map(shown).collect(),
            criteria: row::criteria(s),
        }),
    };
    // Nothing in it can fail to be written.
    serde_json::to_string(&card).unwrap_or_default()
}

/// Colours of outcomes and of charts, for a page that says itself when it is dark: JSON with a style sheet for light ground and one for
/// dark ground. Outcomes are elements of class `o-…` whose colour is `--o`.
#[must_use]
pub fn card_style() -> String {
    let (light, dark) = crate::chart::sheets();
    serde_json::to_string(&[("light", light), ("dark", dark)].into_iter().collect::<alloc::collections::BTreeMap<_, _>>())
        .unwrap_or_default()
}

fn head(s: &Subject<'_, '_>) -> Head {
    let name = &s.a.city().unit.name;
    Head {
        over: s.say(T::Scorecard),
        name: s.name().into(),
        name_lang: if s.lang == Lang::Vi || name.en.is_none() { "vi" } else { "en" },
        set: s.a.set().header().title.get(s.lang).into(),
        id: s.a.set().id(),
        scheme: s.a.scheme().id.clone(),
        facts: facts(s),
        notes: s.a.city().notes.iter().map(|note| note.get(s.lang).into()).collect(),
    }
}

fn result(s: &Subject<'_, '_>, view: &View<'_>, verified: bool) -> ResultCard {
    let level = &view.level;
    let (slices, also) = counts(s, view);
    ResultCard {
        state: capital(s.state(verified)),
        verified,
        statement: s.statement(view),
        reached: level.reached.or(level.undecided.map(|range| range.low)),
        at_most: level.reached.or(level.undecided.map(|range| range.high)),
        of: if s.a.scheme().verdict { 0 } else { level.of },
        counts: slices
            .into_iter()
            .map(|part| Count { outcome: part.key.swatch.word(), sign: part.key.sign, label: part.key.label, count: part.count })
            .collect(),
        also,
    }
}

fn shown(section: Section) -> ShownSection {
    ShownSection { id: section.id, title: section.title, blocks: section.blocks.iter().filter_map(Shown::of).collect() }
}

fn findings(s: &Subject<'_, '_>) -> Vec<Told> {
    let told = s.a.findings().iter().map(|f| Told {
        severity: f.severity(),
        code: f.code().as_str(),
        place: f.place().text(s.lang),
        message: f.message(s.lang),
    });
    told.collect()
}
