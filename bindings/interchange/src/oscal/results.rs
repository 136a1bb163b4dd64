//! The document of assessment results.

use super::ids::{Ids, control};
use super::metadata::{Metadata, instant, listed, party};
use super::text::{Props, object, prose, title};
use super::{evidence, finding, observation, sources};
use crate::facts::{Seen, both, views};
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;
use dothi::{Assessment, Lang, Text};
use serde_json::{Value, json};

pub(super) fn document(assessment: &Assessment<'_>) -> Value {
    let ids = Ids::of("assessment-results", &assessment.to_canonical_json());
    let (city, header) = (assessment.city(), assessment.set().header());
    let mut resources = Vec::from([plan(ids, assessment)]);
    resources.extend(sources::resources(ids, assessment.set()));
    resources.extend(evidence::resources(ids, city));
    let results: Vec<Value> = views(assessment).into_iter().map(|seen| result(ids, seen)).collect();
    let mut remarks: Vec<Text> = city.notes.clone();
    remarks.extend(listed("phần còn thiếu của bộ tiêu chí", "parts of the set that are missing", &header.missing_parts));
    let metadata = Metadata {
        title: both(|lang| format!("{}: {} ({})", city.unit.name(lang), header.title.get(lang), assessment.set().id())),
        version: format!("{} {}", assessment.set().id(), assessment.as_of()),
        as_of: assessment.as_of(),
        props: identity(assessment),
        marks: &assessment.marks(),
        remarks,
        parties: Vec::from([party(&ids.part("party", &city.unit.code), city.unit.name(Lang::Vi))]),
    };
    json!({"assessment-results": {
        "uuid": ids.document(),
        "metadata": metadata.value(),
        "import-ap": {"href": format!("#{}", ids.part("plan", "plan"))},
        "results": results,
        "back-matter": {"resources": resources},
    }})
}

/// Set, scheme, place, days, parameters that are not the edition's.
fn identity(a: &Assessment<'_>) -> Props {
    let changed = a.parameters().into_iter().filter(|parameter| parameter.value != parameter.default);
    let told = changed.map(|p| {
        let level = p.level.map(|level| format!("@{level}")).unwrap_or_default();
        format!("{}{level} = {} (default {})", p.id, p.value, p.default)
    });
    Props::default()
        .with("criteria-set", &a.set().id())
        .with("scheme", &a.scheme().id)
        .with("place-code", &a.city().unit.code)
        .with("place-kind", a.city().unit.kind.as_str())
        .with("as-of", &a.as_of().to_string())
        .maybe("data-date", a.data_date().map(|date| date.to_string()))
        .all("parameter", told)
}

/// There is no plan document: the scheme of the set is what was followed.
fn plan(ids: Ids, a: &Assessment<'_>) -> Value {
    let said = Text::new(
        format!(
            "Không có văn bản kế hoạch đánh giá theo OSCAL; việc đánh giá theo đúng cách “{}” của {}.",
            a.scheme().title.vi,
            a.set().id()
        ),
        format!("There is no assessment plan in OSCAL; the assessment follows the scheme \"{}\" of {}.", a.scheme().title.en, a.set().id()),
    );
    let catalog = super::catalog::ids(a.set(), a.scheme()).document();
    object([
        ("uuid", ids.part("plan", "plan").into()),
        ("title", title(&a.scheme().title).into()),
        ("description", prose(&said).into()),
        (
            "props",
            Props::default()
                .with("criteria-set", &a.set().id())
                .with("scheme", &a.scheme().id)
                .with("catalog-uuid", &catalog)
                .list()
                .into(),
        ),
    ])
}

/// One state: what was reviewed, seen and found.
fn result(ids: Ids, seen: Seen<'_, '_>) -> Value {
    let (a, view) = (seen.assessment, seen.view);
    let state = both(|lang| a.state_word(seen.verified, lang).into());
    let statement = seen.statements();
    let marks = crate::facts::mark_line(a);
    let said = both(|lang| {
        let parts = [state.get(lang), statement.get(lang), marks.get(lang)].into_iter().filter(|text| !text.is_empty());
        parts.collect::<Vec<_>>().join("\n")
    });
    let mut observations: Vec<Value> = view.groups.iter().enumerate().map(|(at, node)| observation::node(ids, seen, at, node)).collect();
    observations.extend(view.criteria.iter().enumerate().map(|(at, c)| observation::criterion(ids, seen, at, c)));
    let findings: Vec<Value> = view.criteria.iter().flat_map(|c| finding::of(ids, seen, c)).collect();
    let controls: Vec<Value> = view.criteria.iter().map(|c| json!({"control-id": control(&c.criterion.id)})).collect();
    let remark = Text::new(
        "Chỉ những tiêu chí có kết luận đạt hoặc chưa đạt mới có finding; các kết quả khác (không áp dụng, chưa xác định, chỉ theo dõi, đã chấm điểm) nằm ở observation.",
        "Only what is met or not met has a finding; other outcomes (not applicable, undecided, monitored, scored) stand in the observations.",
    );
    object([
        ("uuid", ids.part("result", seen.state()).into()),
        ("title", title(&state).into()),
        ("description", prose(&said).into()),
        ("start", instant(a.as_of()).into()),
        ("end", instant(a.as_of()).into()),
        (
            "props",
            Props::default()
                .with("state", seen.state())
                .both("statement", &statement)
                .maybe("score", view.score.map(|score| score.value.to_string()))
                .marks(&a.marks())
                .list()
                .into(),
        ),
        ("reviewed-controls", json!({"control-selections": [{"include-controls": controls}]})),
        ("observations", observations.into()),
        ("findings", findings.into()),
        ("remarks", prose(&remark).into()),
    ])
}
