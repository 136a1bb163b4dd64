//! What analyses find as rows of text, each with its marks, seed and options.

use super::super::objects::row_objects;
use super::options::{FigureError, RobustOptions, WeightDoubt};
use super::sheet::RobustPeriod;
use super::{Flip, LeftOut, Replication, RobustPlace, RobustResults, Shift, Sobol, SobolOf, TornadoBar};
use crate::city::csv_table;
use crate::panel::sheet::PanelSheet;
use crate::text::Lang;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use serde_json::{Value, json};

/// What stands at the end of each row.
const COMMON: [&str; 8] = ["period", "set", "scheme", "state", "as_of", "seed", "doubts", "mark"];

/// A table of an analysis. Numbers have at most nine decimals, with a point.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RobustTable {
    /// The names of the columns; the last are `period`, `set`, `scheme`, `state`, `as_of`, `seed`, `doubts`, `mark`.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    marks: Value,
    set: String,
}

/// Makes tables of the analyses of a sheet.
pub struct RobustTables<'t> {
    sheet: &'t PanelSheet,
    lang: Lang,
}

impl PanelSheet {
    /// Tables of analyses of this sheet, in a language.
    #[must_use]
    pub fn robust_tables(&self, lang: Lang) -> RobustTables<'_> {
        RobustTables { sheet: self, lang }
    }
}

impl RobustTables<'_> {
    /// A row for each place: rank, rank interval, score, the part of replications that reach each level, and a statement that never
    /// stands bare. Places come by rank, or by code where there are no ranks.
    #[must_use]
    pub fn places(&self, of: &[(&RobustPeriod<'_, '_>, &RobustResults)]) -> RobustTable {
        let levels = of.first().map_or(0, |(period, _)| period.robust.levels());
        let mut columns =
            Vec::from(["unit_code", "unit_name", "score", "rank", "rank_of", "rank_low", "rank_median", "rank_high"].map(String::from));
        columns.extend(["rank_mean", "score_mean", "score_deviation", "level"].map(String::from));
        if levels > 0 {
            columns.extend((0..=levels).map(|level| format!("level_{level}")));
            columns.extend(["level_open", "level_refused"].map(String::from));
        }
        columns.extend(["statement", "replications"].map(String::from));
        let mut out = self.table(columns, of.first().map(|(period, _)| *period));
        for (period, results) in of {
            let statements = period.robust.statements(results, self.lang);
            let mut order: Vec<(&RobustPlace, String)> = results.places.iter().zip(statements).collect();
            order.sort_by_key(|(place, _)| (place.rank, self.code(place.row).to_string()));
            for (place, statement) in order {
                let ranks = place.ranks;
                let whole = |rank: Option<u32>| rank.map(|rank| rank.to_string()).unwrap_or_default();
                let float = |x: Option<f64>| x.map(number).unwrap_or_default();
                let mut row = Vec::from([
                    self.code(place.row).to_string(),
                    self.name(place.row),
                    number(place.score),
                    place.rank.map(|rank| rank.to_string()).unwrap_or_default(),
                    place.rank.map(|_| results.places.len().to_string()).unwrap_or_default(),
                    whole(ranks.map(|own| own.low)),
                    whole(ranks.map(|own| own.median)),
                    whole(ranks.map(|own| own.high)),
                    float(ranks.map(|own| own.mean)),
                    float(place.scores.map(|(mean, _)| mean)),
                    float(place.scores.map(|(_, deviation)| deviation)),
                    whole(place.level.reached()),
                ]);
                if let Some(levels) = &place.levels {
                    row.extend(levels.reached.iter().chain([&levels.open, &levels.refused]).map(|part| number(*part)));
                }
                row.extend([statement, results.options.replications.to_string()]);
                out.push(row, period, self.lang);
            }
        }
        out
    }

    /// A row for every two places: the part of replications in which the first ranks at or above the other.
    #[must_use]
    pub fn pairs(&self, of: &[(&RobustPeriod<'_, '_>, &RobustResults)]) -> RobustTable {
        let columns = ["unit_code", "other_code", "at_or_above", "replications"].map(String::from);
        let mut out = self.table(columns.into(), of.first().map(|(period, _)| *period));
        for (period, results) in of {
            for (at, place) in results.places.iter().enumerate() {
                for (beside, other) in results.places.iter().enumerate().filter(|(beside, _)| *beside != at) {
                    let Some(part) = results.at_or_above(at, beside) else { continue };
                    let codes = [self.code(place.row).to_string(), self.code(other.row).to_string()];
                    let row = codes.into_iter().chain([number(part), results.options.replications.to_string()]).collect();
                    out.push(row, period, self.lang);
                }
            }
        }
        out
    }

    /// A row for each result and doubt; a result that does not vary has none.
    #[must_use]
    pub fn sobol(&self, of: &[(&RobustPeriod<'_, '_>, &[Sobol])]) -> RobustTable {
        let columns = ["result", "unit_code", "doubt", "item", "first", "first_low", "first_high", "total", "total_low", "total_high"];
        let columns = columns.into_iter().chain(["mean", "variance", "replications"]).map(String::from).collect();
        let mut out = self.table(columns, of.first().map(|(period, _)| *period));
        for (period, all) in of {
            for own in *all {
                let (result, code) = match own.of {
                    SobolOf::MeanShift => ("mean_shift", ""),
                    SobolOf::MeanLevel => ("mean_level", ""),
                    SobolOf::Score(place) => ("score", period.robust.row(place).map_or("", |row| self.code(row))),
                };
                for index in &own.indices {
                    let named = [result, code, index.doubt.kind.as_str(), index.doubt.item.as_deref().unwrap_or("")].map(String::from);
                    let (first, total) = (index.first, index.total);
                    let numbers =
                        [first.value, first.low, first.high, total.value, total.low, total.high, own.mean, own.variance].map(number);
                    let count = period.robust.options().replications.to_string();
                    out.push(named.into_iter().chain(numbers).chain([count]).collect(), period, self.lang);
                }
            }
        }
        out
    }

    /// A row for each thing and end.
    #[must_use]
    pub fn tornado(&self, of: &[(&RobustPeriod<'_, '_>, &[TornadoBar])]) -> RobustTable {
        let columns = ["doubt", "group", "item", "end", "at"].into_iter().chain(SHIFT).map(String::from).collect();
        let mut out = self.table(columns, of.first().map(|(period, _)| *period));
        for (period, bars) in of {
            for bar in *bars {
                for (word, end) in bar.low.iter().map(|end| ("low", end)).chain([("high", &bar.high)]) {
                    let named = [bar.kind.as_str(), bar.group.as_deref().unwrap_or(""), &bar.item, word].map(String::from);
                    let row = named.into_iter().chain([number(end.at)]).chain(shift(&end.shift)).collect();
                    out.push(row, period, self.lang);
                }
            }
        }
        out
    }

    /// A row for each weight that turns the order of two places round; places by their place in the analysis.
    #[must_use]
    pub fn flips(&self, of: &[(&RobustPeriod<'_, '_>, (usize, usize), &[Flip])]) -> RobustTable {
        let columns = ["unit_code", "other_code", "group", "child", "from", "to", "change", "by"].map(String::from);
        let mut out = self.table(columns.into(), of.first().map(|(period, ..)| *period));
        for (period, (place, other), flips) in of {
            let code = |place: usize| period.robust.row(place).map_or("", |row| self.code(row));
            for flip in *flips {
                let named = [code(*place), code(*other), flip.group.as_deref().unwrap_or(""), &flip.child].map(String::from);
                let numbers = [flip.from, flip.to, flip.change()].map(number);
                let by = if flip.closed_form { "formula" } else { "bisection" };
                out.push(named.into_iter().chain(numbers).chain([by.into()]).collect(), period, self.lang);
            }
        }
        out
    }

    /// A row for each criterion that is left out.
    #[must_use]
    pub fn left_out(&self, of: &[(&RobustPeriod<'_, '_>, &[LeftOut])]) -> RobustTable {
        let columns = ["criterion"].into_iter().chain(SHIFT).map(String::from).collect();
        let mut out = self.table(columns, of.first().map(|(period, _)| *period));
        for (period, all) in of {
            for own in *all {
                out.push(core::iter::once(own.criterion.clone()).chain(shift(&own.shift)).collect(), period, self.lang);
            }
        }
        out
    }

    /// A row for each number that a replication drew.
    #[must_use]
    pub fn design(&self, of: &[(&RobustPeriod<'_, '_>, &Replication)]) -> RobustTable {
        let columns = ["replication", "what", "group", "item", "level", "unit_code", "value"].map(String::from);
        let mut out = self.table(columns.into(), of.first().map(|(period, _)| *period));
        for (period, own) in of {
            let mut push = |what: &str, group: &str, item: &str, level: Option<u32>, code: &str, value: String| {
                let level = level.map(|level| level.to_string()).unwrap_or_default();
                let row = Vec::from([own.number.to_string(), what.into(), group.into(), item.into(), level, code.into(), value]);
                out.push(row, period, self.lang);
            };
            own.mean.iter().for_each(|mean| push("mean", "", mean.as_str(), None, "", String::new()));
            own.normalise.iter().for_each(|how| push("normalise", "", how.as_str(), None, "", String::new()));
            own.outliers.iter().for_each(|rule| push("outliers", "", &said(*rule), None, "", String::new()));
            own.impute.iter().for_each(|rule| push("impute", "", &said(*rule), None, "", String::new()));
            for weight in &own.weights {
                push("weight", weight.group.as_deref().unwrap_or(""), &weight.child, None, "", exact(weight.weight));
            }
            for (criterion, worst, best) in &own.goalposts {
                push("worst", "", criterion, None, "", exact(*worst));
                push("best", "", criterion, None, "", exact(*best));
            }
            for (criterion, level, value) in &own.thresholds {
                push("threshold", "", criterion, Some(*level), "", value.to_string());
            }
            for (id, level, value) in &own.parameters {
                push("parameter", "", id, *level, "", value.to_string());
            }
            for (column, row, value) in &own.figures {
                push("figure", "", column, None, self.code(*row), exact(*value));
            }
        }
        out
    }

    fn code(&self, row: usize) -> &str {
        self.sheet.places().get(row).map_or("", |place| &place.code)
    }

    fn name(&self, row: usize) -> String {
        let name = self.sheet.places().get(row).map(|place| &place.name);
        name.map(|name| if self.lang == Lang::En { name.en.as_ref().unwrap_or(&name.vi) } else { &name.vi }).cloned().unwrap_or_default()
    }

    fn table(&self, mut columns: Vec<String>, first: Option<&RobustPeriod<'_, '_>>) -> RobustTable {
        columns.extend(COMMON.map(String::from));
        let plan = first.map(|period| period.robust.plan());
        let marks = plan.map(|plan| serde_json::to_value(plan.marks()).unwrap_or_default()).unwrap_or_default();
        RobustTable { columns, rows: Vec::new(), marks, set: plan.map(|plan| plan.set().id()).unwrap_or_default() }
    }
}

impl RobustTable {
    fn push(&mut self, mut row: Vec<String>, period: &RobustPeriod<'_, '_>, lang: Lang) {
        let plan = period.robust.plan();
        let state = plan.with_blank(|assessment| assessment.state_word(false, lang).to_string()).unwrap_or_default();
        let treated = period.robust.treated().map(|treated| format!("{}; {}", treated.treatment().text(lang), treated.mark(lang)));
        let own = plan.marks().iter().map(|mark| String::from(mark.text.get(lang).trim_end_matches('.')));
        let marks: Vec<String> = own.chain(treated).collect();
        row.extend([
            period.period.map(|period| period.to_string()).unwrap_or_default(),
            plan.set().id(),
            plan.scheme().id.clone(),
            state,
            plan.options().as_of.to_string(),
            period.robust.options().seed.to_string(),
            period.robust.options().to_string(),
            marks.join("; "),
        ]);
        self.rows.push(row);
    }

    /// The cell of a row under a name; empty where there is none.
    #[must_use]
    pub fn cell<'t>(&self, row: &'t [String], name: &str) -> &'t str {
        self.columns.iter().position(|own| own == name).and_then(|at| row.get(at)).map_or("", String::as_str)
    }

    /// As CSV: comma, decimals with a point.
    #[must_use]
    pub fn to_csv(&self) -> String {
        csv_table(&self.columns, &self.rows)
    }

    /// As JSON, with the marks beside the rows.
    #[must_use]
    pub fn to_json(&self) -> String {
        let rows = row_objects(&self.columns, &self.rows);
        crate::write::pretty(&json!({"marks": self.marks, "rows": rows, "set": self.set}))
    }
}

const SHIFT: [&str; 5] = ["mean_shift", "most_shift", "places_moved", "levels_changed", "scores_lost"];

fn shift(own: &Shift) -> [String; 5] {
    let [most, moved, levels, lost] = [own.most, own.moved, own.levels, own.lost].map(|count| count.to_string());
    [number(own.mean), most, moved, levels, lost]
}

/// At most nine decimals.
fn number(x: f64) -> String {
    if x.is_nan() {
        return String::new();
    }
    let text = format!("{x:.9}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".into() } else { short.into() }
}

/// A rule in the words of commands.
fn said(rule: Option<impl fmt::Display>) -> String {
    rule.map_or_else(|| "none".into(), |rule| rule.to_string())
}

/// All digits, so that a design can be put together again.
fn exact(x: f64) -> String {
    x.to_string()
}

/// In the words of the command: `weights=dirichlet:50 assumed=10% error:air=5%`.
impl fmt::Display for RobustOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut said = Vec::new();
        match self.weights {
            Some(WeightDoubt::Dirichlet { concentration }) => said.push(format!("weights=dirichlet:{concentration}")),
            Some(WeightDoubt::Band { percent }) => said.push(format!("weights=band:{percent}%")),
            None => {}
        }
        if let Some(percent) = self.assumed {
            said.push(format!("assumed={percent}%"));
        }
        if !self.means.is_empty() {
            said.push(format!("means={}", self.means.iter().map(|mean| mean.as_str()).collect::<Vec<_>>().join(",")));
        }
        if let Some(own) = &self.treatment {
            let mut parts = Vec::from([String::from(own.normalise.as_str())]);
            parts.extend(own.outliers.map(|rule| rule.to_string()));
            parts.extend(own.impute.map(|rule| rule.to_string()));
            parts.extend(own.least_data.map(|share| format!("least-data:{share}")));
            parts.extend(own.pooled.then(|| String::from("pool-periods")));
            said.push(format!("treatment={}", parts.join("+")));
        }
        if !self.normalise.is_empty() {
            said.push(format!("normalise={}", self.normalise.iter().map(|how| how.as_str()).collect::<Vec<_>>().join(",")));
        }
        for (option, words) in [
            ("outliers", self.outliers.iter().map(|rule| self::said(*rule)).collect::<Vec<_>>()),
            ("impute", self.impute.iter().map(|rule| self::said(*rule)).collect()),
        ] {
            if !words.is_empty() {
                said.push(format!("{option}={}", words.join(",")));
            }
        }
        for (column, error) in &self.errors {
            let error = match error {
                FigureError::Standard(error) => format!("{error}"),
                FigureError::Relative(percent) => format!("{percent}%"),
                FigureError::Survey { people, whole } => format!("survey:{people}:{whole}"),
                FigureError::Counted => "counted".into(),
                FigureError::Places(_) | FigureError::RelativePlaces(_) => "by-place".into(),
            };
            said.push(format!("error:{column}={error}"));
        }
        f.write_str(&said.join(" "))
    }
}
