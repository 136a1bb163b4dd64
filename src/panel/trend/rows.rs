//! A trend as rows of text: one for each point, change, part, criterion, base-year value, target, peer group and mean, each with its marks.

use super::super::objects::row_objects;
use super::base::BaseChange;
use super::changed::{Change, ChangeCause, Presence};
use super::model::{PlaceTrend, Trend, TrendPoint};
use super::target::{Projection, TargetOutlook};
use super::words::day;
use crate::assessment::Mark;
use crate::city::csv_table;
use crate::criteria::Direction;
use crate::date::Date;
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::{Value, json};

/// The columns of [`Trend::rows`], in order.
///
/// `record` says what a row is: `point`, `change`, `cause`, `group`, `criterion`, `met`, `base`, `target`, `peers`, `mean`.
pub const TREND_COLUMNS: &[&str] = &[
    "record",
    "unit_code",
    "unit_name",
    "kind",
    "set",
    "scheme",
    "state",
    "as_of",
    "period_from",
    "period",
    "item",
    "label",
    "title",
    "level",
    "value_from",
    "value",
    "change",
    "value_part",
    "weights_part",
    "rounding_part",
    "cause",
    "rank_from",
    "rank",
    "rank_of",
    "group",
    "to_median",
    "places",
    "target",
    "horizon",
    "projected_linear",
    "projected_compound",
    "beyond_linear",
    "beyond_compound",
    "status_linear",
    "status_compound",
    "needed_yearly",
    "needed_percent",
    "obs_status",
    "statement",
    "mark",
];

/// A row by column.
struct Row(Vec<String>);

impl Row {
    fn put(mut self, column: &str, text: impl ToString) -> Self {
        let at = TREND_COLUMNS.iter().position(|own| *own == column);
        if let Some(cell) = at.and_then(|at| self.0.get_mut(at)) {
            *cell = text.to_string();
        }
        self
    }

    fn maybe(self, column: &str, text: Option<impl ToString>) -> Self {
        match text {
            Some(text) => self.put(column, text),
            None => self,
        }
    }
}

impl Trend {
    /// The marks in one line.
    #[must_use]
    pub fn mark_line(&self, lang: Lang) -> String {
        line(&self.marks, lang)
    }

    /// The rows under [`TREND_COLUMNS`], places by code; figures exact, dates in ISO form.
    #[must_use]
    pub fn rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let mut out = Vec::new();
        for place in &self.places {
            out.extend(place.points.iter().map(|point| self.point(place, point, lang)));
            place.changes.iter().for_each(|change| self.change(place, change, lang, &mut out));
            out.extend(place.base.iter().map(|base| self.base(place, base, lang)));
            out.extend(place.targets.iter().map(|target| self.target(place, target, lang)));
        }
        out.extend(self.groups_of_peers(lang));
        out.extend(self.means(lang));
        out.into_iter().map(|row| row.0).collect()
    }

    /// The rows as CSV: comma, decimals with a point.
    #[must_use]
    pub fn to_csv(&self, lang: Lang) -> String {
        csv_table(TREND_COLUMNS, self.rows(lang))
    }

    /// The rows as JSON objects without their empty cells, with marks, periods and findings beside them.
    #[must_use]
    pub fn to_json(&self, lang: Lang) -> String {
        let rows = row_objects(TREND_COLUMNS, self.rows(lang));
        let periods: Vec<String> = self.periods.iter().map(Date::to_string).collect();
        crate::write::pretty(&json!({
            "marks": serde_json::to_value(&self.marks).unwrap_or_default(),
            "set": self.set,
            "before": self.before,
            "periods": periods,
            "ties": if self.has_score { Value::from(self.ties.as_str()) } else { Value::Null },
            "findings": serde_json::to_value(&self.findings).unwrap_or_default(),
            "rows": rows,
        }))
    }

    fn row(&self, record: &str) -> Row {
        let row = Row(alloc::vec![String::new(); TREND_COLUMNS.len()]).put("record", record).put("kind", self.kind.as_str());
        row.put("set", &self.set).put("scheme", &self.scheme).put("as_of", self.as_of)
    }

    fn of_place(&self, record: &str, place: &PlaceTrend, lang: Lang) -> Row {
        let name = if lang == Lang::En { place.name.en.as_ref().unwrap_or(&place.name.vi) } else { &place.name.vi };
        let row = self.row(record).put("unit_code", &place.code).put("unit_name", name).put("state", place.state.get(lang));
        row.put("mark", line(&place.marks, lang))
    }

    fn point(&self, place: &PlaceTrend, point: &TrendPoint, lang: Lang) -> Row {
        let row = self.of_place("point", place, lang).put("set", &point.set).put("period", point.period);
        let row = row.maybe("value", point.score).maybe("level", point.level.reached()).put("obs_status", point.status.as_str());
        let row = row.maybe("rank", point.rank).maybe("rank_of", point.rank.map(|_| point.of));
        let row = match &point.peer {
            None => row,
            Some(peer) => row
                .put("group", &peer.group)
                .maybe("to_median", peer.to_median)
                .put("places", peer.of)
                .maybe("item", peer.rank.map(|rank| format!("{rank}/{}", peer.of))),
        };
        row.put("statement", place.point_text(point, lang))
    }

    fn change(&self, place: &PlaceTrend, change: &Change, lang: Lang, out: &mut Vec<Row>) {
        let row = |record: &str| self.of_place(record, place, lang).put("period_from", change.from).put("period", change.to);
        let broken = !change.breaks.is_empty();
        let score = change.score.as_ref();
        let causes: Vec<&str> = if broken {
            Vec::from(["boundary"])
        } else if let Some(score) = score {
            score.causes.iter().map(|part| part.cause.as_str()).collect()
        } else {
            change.level_causes.iter().map(|cause| cause.as_str()).collect()
        };
        let head = row("change").put("item", if change.whole { "whole" } else { "step" }).put("cause", causes.join(" "));
        let head =
            head.maybe("value_from", score.map(|s| s.from)).maybe("value", score.map(|s| s.to)).maybe("change", score.map(|s| s.change));
        let split = score.and_then(|score| score.split.as_ref());
        let head = head.maybe("value_part", split.map(|s| s.value)).maybe("weights_part", split.map(|s| s.weights));
        let head = head.maybe("rounding_part", split.map(|s| s.rounding)).put("obs_status", if broken { "B" } else { "A" });
        let rank = change.rank;
        let head = head.maybe("rank_from", rank.map(|r| r.from)).maybe("rank", rank.map(|r| r.to)).maybe("rank_of", rank.map(|r| r.of));
        out.push(head.put("statement", place.change_text(change, lang)));
        for part in score.iter().flat_map(|score| &score.causes) {
            let note = part.note.as_ref().map(|note| note.get(lang));
            out.push(row("cause").put("cause", part.cause.as_str()).put("change", part.change).maybe("statement", note));
        }
        for group in split.iter().flat_map(|split| &split.groups) {
            let (label, title) = self.group(&group.group).map(|(label, title)| (label, title.get(lang))).unwrap_or_default();
            let own = row("group").put("item", &group.group).put("label", label).put("title", title).put("cause", "data");
            out.push(own.put("value_part", group.value).put("weights_part", group.weights));
        }
        for met in &change.met {
            let part = |(cause, n): &(ChangeCause, i64)| format!("{} {n:+}", cause.as_str());
            let causes: Vec<String> = met.causes.iter().map(part).collect();
            let own = row("met").put("level", met.level).put("value_from", format!("{}/{}", met.from.0, met.from.1));
            out.push(own.put("value", format!("{}/{}", met.to.0, met.to.1)).put("change", met.change).put("cause", causes.join(" ")));
            for (group, n) in &met.groups {
                let (label, title) = self.group(group).map(|(label, title)| (label, title.get(lang))).unwrap_or_default();
                let own = row("met").put("level", met.level).put("item", group).put("label", label).put("title", title);
                out.push(own.put("change", n).put("cause", "data"));
            }
        }
        for c in &change.criteria {
            let met: Vec<String> = c.met.iter().map(|(level, n)| format!("{level}:{n:+}")).collect();
            let own = self.named(row("criterion"), &c.criterion, lang).put("level", met.join(" ")).put("cause", "data");
            let own = own.maybe("value_from", c.value_from).maybe("value", c.value_to).maybe("change", c.difference);
            let own =
                if c.presence == Presence::Neither { own } else { own.put("value_part", c.value_part).put("weights_part", c.weights_part) };
            let missing = match c.zero_for_missing {
                (false, false) => "",
                (true, false) => " zero_before",
                (false, true) => " zero_now",
                (true, true) => " zero_in_both",
            };
            let said = format!("{} → {} ({}{missing})", c.from.label(lang), c.to.label(lang), c.presence.as_str());
            out.push(own.put("obs_status", if c.series_break { "B" } else { "A" }).put("statement", said));
        }
    }

    fn named(&self, row: Row, criterion: &str, lang: Lang) -> Row {
        let (label, title) = self.criterion(criterion).map(|(label, title)| (label, title.get(lang))).unwrap_or_default();
        row.put("item", criterion).put("label", label).put("title", title)
    }

    fn base(&self, place: &PlaceTrend, base: &BaseChange, lang: Lang) -> Row {
        let row = self.named(self.of_place("base", place, lang), &base.criterion, lang);
        let row = row.put("period_from", base.base_year).put("period", base.period);
        let row = row.maybe("value_from", base.base_value).maybe("value", base.value).maybe("change", base.difference);
        let direction = match base.direction {
            Direction::More => "more",
            Direction::Less => "less",
            Direction::None => "none",
        };
        let cause = if base.broken { "boundary" } else { "" };
        let row = row.put("cause", cause).put("obs_status", if base.broken { "B" } else { "A" });
        let judged = base.improved.map(|improved| if improved { " improved" } else { " worsened" }).unwrap_or_default();
        let basis = if base.inferred { " inferred" } else { "" };
        row.put("statement", format!("{direction}{basis}{judged}"))
    }

    fn target(&self, place: &PlaceTrend, target: &TargetOutlook, lang: Lang) -> Row {
        let row = self.named(self.of_place("target", place, lang), &target.criterion, lang);
        let levels: Vec<String> = target.levels.iter().map(u32::to_string).collect();
        let asked = match (target.target, target.high) {
            (None, _) => "yes".into(),
            (Some(low), Some(high)) => format!("{low}..{high}"),
            (Some(value), None) => format!("{}{value}", target.op.sign()),
        };
        let row = row.put("level", levels.join(" ")).put("target", asked).put("horizon", target.horizon);
        let row = row.maybe("period_from", target.first.map(|f| f.0)).maybe("value_from", target.first.map(|f| f.1));
        let row = row.maybe("period", target.last.map(|l| l.0)).maybe("value", target.last.map(|l| l.1)).put("places", target.figures);
        let there = |projection: Option<Projection>| projection.map(|projection| projection.at_horizon);
        let row = row.maybe("projected_linear", there(target.linear)).maybe("projected_compound", there(target.compound));
        let beyond = |projection: Option<Projection>| projection.and_then(|projection| projection.beyond);
        let row = row.maybe("beyond_linear", beyond(target.linear)).maybe("beyond_compound", beyond(target.compound));
        let row = row.put("status_linear", target.by_linear.as_str()).put("status_compound", target.by_compound.as_str());
        let row = row.maybe("needed_yearly", target.needed_yearly).maybe("needed_percent", target.needed_percent);
        let row = row.maybe("change", target.linear.map(|linear| linear.yearly));
        row.put("statement", place.never_bare(target.text(lang), lang))
    }

    fn groups_of_peers(&self, lang: Lang) -> impl Iterator<Item = Row> + '_ {
        self.peers.iter().map(move |group| {
            let row = self.row("peers").put("period", group.period).put("group", &group.group).put("places", group.places);
            let row = row.put("rank_of", group.scored).maybe("value", group.median).put("state", state(group.verified, lang));
            row.put("mark", self.mark_line(lang))
        })
    }

    fn means(&self, lang: Lang) -> impl Iterator<Item = Row> + '_ {
        self.like_for_like.iter().map(move |like| {
            let row = self.row("mean").put("period_from", like.from).put("period", like.to).put("places", like.places);
            let row = row.put("item", if like.whole { "whole" } else { "step" }).put("state", state(like.verified, lang));
            let row = row.maybe("value_from", like.mean.map(|mean| mean.0)).maybe("value", like.mean.map(|mean| mean.1));
            let change = like.mean.and_then(|(from, to)| super::split::difference(from, to));
            let levels: Vec<String> = like.by_level.iter().map(|(level, from, to)| format!("{level}:{from}→{to}")).collect();
            row.maybe("change", change).put("level", levels.join(" ")).put("statement", like.text(lang)).put("mark", self.mark_line(lang))
        })
    }
}

fn state(verified: bool, lang: Lang) -> &'static str {
    match (verified, lang) {
        (false, Lang::Vi) => "tự đánh giá",
        (false, Lang::En) => "self-assessed",
        (true, Lang::Vi) => "đã thẩm định",
        (true, Lang::En) => "verified",
    }
}

fn line(marks: &[Mark], lang: Lang) -> String {
    let all: Vec<&str> = marks.iter().map(|mark| mark.text.get(lang).trim_end_matches('.')).collect();
    all.join("; ")
}

impl TargetOutlook {
    /// Where things lead, in words: both ways of going on, and what is needed.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let horizon = self.horizon;
        if self.by_linear == self.by_compound && self.linear.is_none() && self.compound.is_none() {
            return self.by_linear.label(lang).into();
        }
        let (linear, compound) = (self.by_linear.label(lang), self.by_compound.label(lang));
        let between = match (self.first, self.last, lang) {
            (Some(first), Some(last), Lang::Vi) => format!(" (nối {} với {})", day(first.0, lang), day(last.0, lang)),
            (Some(first), Some(last), Lang::En) => format!(" (from {} to {})", day(first.0, lang), day(last.0, lang)),
            _ => String::new(),
        };
        let is_cut = self.linear.into_iter().chain(self.compound).any(|own| own.beyond.is_some());
        let cut = if is_cut {
            pick(lang, "; dự báo vượt giá trị có thể có đã được cắt", "; a projection beyond what can be is cut")
        } else {
            ""
        };
        match lang {
            Lang::Vi => format!("đến {horizon}: theo đường thẳng {linear}, theo tốc độ tăng {compound}{between}{cut}"),
            Lang::En => format!("to {horizon}: by a straight line {linear}, by growth {compound}{between}{cut}"),
        }
    }
}
