//! Whether what a criterion asks at a level is satisfied, and why not.

use super::ids::{Ids, objective};
use super::observation;
use super::text::{Props, markup, object, title};
use crate::facts::{Seen, both};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{CriterionResult, LevelAnswer, Outcome};
use serde_json::{Value, json};

/// The findings of a criterion: one for each level that is met or not. What is neither (scored, monitored, not applicable, not
/// considered, undecided) has an observation only, since OSCAL knows just satisfied and not satisfied.
pub(super) fn of(ids: Ids, seen: Seen<'_, '_>, c: &CriterionResult<'_>) -> Vec<Value> {
    c.levels.iter().filter_map(|level| Some(finding(ids, seen, c, level, status(level.outcome)?))).collect()
}

/// State and reason; none where the outcome is neither met nor not met.
fn status(outcome: Outcome) -> Option<(&'static str, &'static str)> {
    match outcome {
        Outcome::Passed => Some(("satisfied", "pass")),
        Outcome::BelowThreshold => Some(("not-satisfied", "fail")),
        Outcome::SurveyInconclusive | Outcome::NoData | Outcome::NoEvidence | Outcome::EvidenceRejected | Outcome::PlanOnly => {
            Some(("not-satisfied", "other"))
        }
        _ => None,
    }
}

fn finding(ids: Ids, seen: Seen<'_, '_>, c: &CriterionResult<'_>, level: &LevelAnswer<'_>, status: (&str, &str)) -> Value {
    let a = seen.assessment;
    let target = objective(&c.criterion.id, level.level);
    let outcome = both(|lang| level.outcome.label(lang).into());
    let asked = both(|lang| if a.scheme().levels.is_empty() { String::new() } else { a.level_words(level.level, lang) });
    let words = both(|lang| {
        let asked = asked.get(lang);
        if asked.is_empty() { outcome.get(lang).into() } else { format!("{asked}: {}", outcome.get(lang)) }
    });
    let threshold = level.threshold();
    let value = c.value.map(|value| value.to_string()).or(c.answer.map(|yes| String::from(if yes { "yes" } else { "no" })));
    let props = || Props::default().with("state", seen.state()).with("outcome", level.outcome.as_str());
    object([
        ("uuid", ids.part(&format!("{}/finding", seen.state()), &target).into()),
        ("title", format!("{} {}", markup(&c.criterion.label), title(&c.criterion.title)).into()),
        ("description", title(&words).into()),
        ("props", props().marks(&a.marks()).list().into()),
        (
            "target",
            object([
                ("type", "objective-id".into()),
                ("target-id", target.into()),
                ("title", title(&c.criterion.title).into()),
                (
                    "props",
                    props()
                        .both("outcome-text", &outcome)
                        .maybe("value", value)
                        .maybe("op", threshold.map(|(t, _)| t.op.sign()))
                        .maybe("threshold", threshold.map(|(_, value)| super::params::asked(value)))
                        .list()
                        .into(),
                ),
                ("status", json!({"state": status.0, "reason": status.1, "remarks": title(&outcome)})),
            ]),
        ),
        ("related-observations", json!([{"observation-uuid": observation::id(ids, seen, c)}])),
    ])
}
