//! What an analysis finds, as JSON.

use crate::fault::{Told as Fault, inside};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{
    Lang, Mark, PanelLevel, PanelSheet, RankInterval, RobustPeriod, RobustPlace, RobustResults, Text, TreatedScores, UnitKind, UnitName,
};
use serde::Serialize;
use serde_json::value::RawValue;

/// The results of a period.
#[derive(Serialize)]
pub(super) struct Told<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    set: String,
    scheme: &'r str,
    as_of: String,
    state: Text,
    marks: &'r [Mark],
    /// What is done to figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    treatment: Option<Treated>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<Box<RawValue>>,
    seed: String,
    replications: u32,
    doubts: String,
    mean_shift: f64,
    places: Vec<PlaceTold<'r>>,
}

#[derive(Serialize)]
struct Treated {
    text: Text,
    mark: Text,
}

impl Treated {
    fn of(scores: &TreatedScores) -> Self {
        let asked = scores.treatment();
        Self { text: Text::new(asked.text(Lang::Vi), asked.text(Lang::En)), mark: Text::new(scores.mark(Lang::Vi), scores.mark(Lang::En)) }
    }
}

#[derive(Serialize)]
struct PlaceTold<'r> {
    row: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'r UnitName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<Level>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ranks: Option<Ranks>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scores: Option<Spread>,
    #[serde(skip_serializing_if = "Option::is_none")]
    levels: Option<Levels<'r>>,
    statement: Text,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Level {
    Reached(u32),
    Open { low: u32, high: u32 },
    Refused(bool),
}

#[derive(Serialize)]
struct Ranks {
    low: u32,
    median: u32,
    high: u32,
    mean: f64,
}

#[derive(Serialize)]
struct Spread {
    mean: f64,
    deviation: f64,
}

#[derive(Serialize)]
struct Levels<'r> {
    reached: &'r [f64],
    open: f64,
    refused: f64,
}

impl<'r> Told<'r> {
    pub(super) fn of(period: &'r RobustPeriod<'_, '_>, results: &'r RobustResults, sheet: Option<&'r PanelSheet>) -> Self {
        let (robust, plan) = (&period.robust, period.robust.plan());
        let statements = robust.statements(results, Lang::Vi).into_iter().zip(robust.statements(results, Lang::En));
        let places = results.places.iter().zip(statements);
        Self {
            period: period.period.map(|period| period.to_string()),
            set: plan.set().id(),
            scheme: &plan.scheme().id,
            as_of: plan.as_of().to_string(),
            state: Text::new(plan.state_text(Lang::Vi), plan.state_text(Lang::En)),
            marks: plan.marks(),
            treatment: robust.treated().map(Treated::of),
            remarks: Some(robust.remarks()).filter(|remarks| !remarks.is_empty()).and_then(inside),
            seed: results.options.seed.to_string(),
            replications: results.options.replications,
            doubts: results.options.to_string(),
            mean_shift: results.mean_shift,
            places: places.map(|(place, (vi, en))| place_told(place, Text::new(vi, en), sheet)).collect(),
        }
    }
}

fn place_told<'r>(place: &'r RobustPlace, statement: Text, sheet: Option<&'r PanelSheet>) -> PlaceTold<'r> {
    let named = sheet.and_then(|sheet| sheet.places().get(place.row));
    PlaceTold {
        row: place.row,
        code: named.map(|place| place.code.as_str()),
        name: named.map(|place| &place.name),
        score: Some(place.score).filter(|score| !score.is_nan()),
        rank: place.rank.and_then(|rank| rank.to_string().parse().ok()),
        level: match place.level {
            PanelLevel::Reached(level) => Some(Level::Reached(level)),
            PanelLevel::Between(low, high) => Some(Level::Open { low, high }),
            PanelLevel::Refused => Some(Level::Refused(true)),
            _ => None,
        },
        ranks: place.ranks.map(|RankInterval { low, median, high, mean, .. }| Ranks { low, median, high, mean }),
        scores: place.scores.map(|(mean, deviation)| Spread { mean, deviation }),
        levels: place.levels.as_ref().map(|own| Levels { reached: &own.reached, open: own.open, refused: own.refused }),
        statement,
    }
}

/// A table of another kind of places than the plan is for.
pub(super) fn other_kind(found: UnitKind, wanted: UnitKind) -> String {
    let vi = format!("bảng là của {}, kế hoạch là của {}", found.label(Lang::Vi), wanted.label(Lang::Vi));
    let en = format!("the table is of the kind {}, the plan of the kind {}", found.label(Lang::En), wanted.label(Lang::En));
    Fault::new("call.other_kind", "/kind", vi, en).into()
}
