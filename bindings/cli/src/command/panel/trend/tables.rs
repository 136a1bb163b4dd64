//! The tables of a trend.

use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::numbers;
use crate::texts::{T, fill};
use dothi::{ChangeCause, Code, Dec, Lang, PlaceTrend, Projection, Trend, TrendChange, TrendPoint, improved_of};

/// Longer tables are cut, and say so.
const MOST_ROWS: usize = 60;

fn name(place: &PlaceTrend, lang: Lang) -> String {
    let name = if lang == Lang::En { place.name.en.as_ref().unwrap_or(&place.name.vi) } else { &place.name.vi };
    if place.verified { format!("{name} ({})", place.state.get(lang)) } else { name.clone() }
}

/// A figure as people write it, with at most four digits after the point.
pub(super) fn short(value: Dec, lang: Lang) -> String {
    numbers::score(value, lang)
}

pub(super) fn signed(value: Dec, lang: Lang) -> String {
    let text = short(value, lang);
    if value > Dec::ZERO { format!("+{text}") } else { text }
}

/// A count with its sign.
fn count(n: i64) -> String {
    if n == 0 { "0".into() } else { format!("{n:+}") }
}

/// The change from the first to the last period of a place.
pub(super) fn main_change(place: &PlaceTrend) -> Option<&TrendChange> {
    place.changes.last()
}

/// One row for each place and state: first and last result, the change, its causes, the ranks.
pub(super) fn places(trend: &Trend, lang: Lang) -> Vec<Block> {
    let several = trend.periods.len() > 1;
    let period = |at: Option<&dothi::Date>| at.map(|period| numbers::date(*period, lang)).unwrap_or_default();
    let mut columns = vec![Column::word(T::UnitCode.get(lang)), Column::text(T::City.get(lang))];
    if several {
        columns.push(Column::number(&period(trend.periods.first())));
    }
    columns.push(Column::number(&period(trend.periods.last())));
    if several {
        columns.extend([Column::number(T::TrendChange.get(lang)), Column::text(T::TrendCause.get(lang))]);
    }
    if trend.has_score {
        columns.push(Column::number_under(T::PanelRank.get(lang)));
        if several {
            columns.push(Column::number_under(T::TrendRank.get(lang)));
        }
    }
    let has_peers = !trend.peers.is_empty();
    if has_peers {
        columns.push(Column::text(T::TrendPeer.get(lang)));
    }
    let row = |place: &PlaceTrend| {
        let change = main_change(place);
        let at = |period: Option<&dothi::Date>| place.points.iter().find(|point| Some(&point.period) == period);
        let (first, last) = (at(trend.periods.first()), at(trend.periods.last()));
        let mut cells = vec![Cell::new(&place.code), Cell::strong(name(place, lang))];
        if several {
            cells.push(Cell::new(result(place, first, lang)));
        }
        cells.push(Cell::new(result(place, last, lang)));
        if several {
            cells.extend([Cell::new(changed(change, lang)), causes(change, lang)]);
        }
        if trend.has_score {
            let rank = last.and_then(|point| point.rank.map(|rank| format!("{} / {}", rank.text(lang), point.of)));
            cells.push(Cell::new(rank.unwrap_or_default()));
            if several {
                let rank = change.and_then(|change| change.rank);
                let shown = rank.map(|rank| format!("{} → {} / {}", rank.from.text(lang), rank.to.text(lang), rank.of));
                cells.push(Cell::new(shown.unwrap_or_default()));
            }
        }
        if has_peers {
            cells.push(Cell::new(last.map(|point| peer(point, lang)).unwrap_or_default()));
        }
        cells
    };
    let rows = trend.places.iter().map(row).collect();
    vec![Block::Table(Table { columns, rows })]
}

/// The score; else the level, with the criteria met at the lowest level that is not full.
fn result(place: &PlaceTrend, point: Option<&TrendPoint>, lang: Lang) -> String {
    let Some(point) = point else { return String::new() };
    if let Some(score) = point.score {
        return short(score, lang);
    }
    let level = place.level_text(point.level, lang);
    let met: Vec<String> = point.tallies.iter().map(|tally| format!("{}/{}", tally.met_text(), tally.asked)).collect();
    [level, met.join(" · ")].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")
}

fn changed(change: Option<&TrendChange>, lang: Lang) -> String {
    let Some(change) = change else { return String::new() };
    if !change.breaks.is_empty() {
        return T::TrendBroken.get(lang).into();
    }
    if let Some(score) = &change.score {
        return signed(score.change, lang);
    }
    let met: Vec<String> = change.met.iter().map(|met| count(met.change)).collect();
    met.join(" · ")
}

fn causes(change: Option<&TrendChange>, lang: Lang) -> Cell {
    let Some(change) = change else { return Cell::new("") };
    if !change.breaks.is_empty() {
        return Cell::toned(ChangeCause::Boundary.label(lang), Tone::Warn);
    }
    let of_score = change.score.iter().flat_map(|score| score.causes.iter().map(|part| (part.cause, signed(part.change, lang))));
    let of_met = change.met.iter().flat_map(|met| met.causes.iter().map(|(cause, n)| (*cause, count(*n))));
    let all: Vec<(ChangeCause, String)> = if change.score.is_some() { of_score.collect() } else { of_met.collect() };
    let still = change.score.as_ref().map(|score| score.causes.iter().all(|part| part.change == Dec::ZERO));
    if still.unwrap_or_else(|| change.met.iter().flat_map(|met| &met.causes).all(|(_, n)| *n == 0)) {
        return Cell::new("");
    }
    let mut said: Vec<String> = Vec::new();
    for cause in [ChangeCause::Rule, ChangeCause::Data] {
        let parts: Vec<&str> = all.iter().filter(|(own, _)| *own == cause).map(|(_, text)| text.as_str()).collect();
        if !parts.is_empty() {
            said.push(format!("{} {}", cause.label(lang), parts.join(" · ")));
        }
    }
    let alone = said.len() == 1 && all.iter().all(|(cause, _)| *cause == ChangeCause::Data);
    Cell::new(if alone { ChangeCause::Data.label(lang).to_string() } else { said.join("; ") })
}

fn peer(point: &TrendPoint, lang: Lang) -> String {
    let Some(peer) = &point.peer else { return String::new() };
    let rank = peer.rank.map(|rank| format!("{} / {}", rank.text(lang), peer.of)).unwrap_or_else(|| format!("– / {}", peer.of));
    let distance = peer.to_median.map(|distance| format!(", {} {}", T::TrendMedian.get(lang), signed(distance, lang)));
    format!("{}: {rank}{}", peer.group, distance.unwrap_or_default())
}

pub(super) fn like_for_like(trend: &Trend, lang: Lang) -> Vec<Block> {
    let mut out = Vec::new();
    // From the first to the last period where there are more than two.
    let several = trend.like_for_like.iter().any(|like| like.whole);
    for like in trend.like_for_like.iter().filter(|like| like.whole == several) {
        let (from, to) = (numbers::date(like.from, lang), numbers::date(like.to, lang));
        let values = [("from", from.as_str()), ("to", &to)];
        let text = match like.mean {
            Some((a, b)) => fill(T::TrendMean, lang, &[values[0], values[1], ("a", &short(a, lang)), ("b", &short(b, lang))]),
            None => fill(T::TrendPlaces, lang, &values),
        };
        let state = if like.verified { trend.places.iter().find(|place| place.verified).map(|place| place.state.get(lang)) } else { None };
        let state = state.map(|state| format!(" ({state})")).unwrap_or_default();
        out.push(Block::Item { sign: "•".into(), tone: Tone::Plain, text: format!("{text}{state}"), below: vec![like.text(lang)] });
    }
    if !out.is_empty() {
        out.insert(0, Block::Heading(T::TrendLike.get(lang).into()));
    }
    out
}

pub(super) fn breaks(trend: &Trend, lang: Lang) -> Vec<Block> {
    let own = |code: &str| trend.places.iter().any(|place| place.code == code);
    let said: Vec<String> = trend
        .findings
        .iter()
        .filter(|finding| finding.code() == Code::PanelBreak)
        .map(|finding| finding.message(lang))
        .filter(|text| trend.places.len() != 1 || text.split('`').nth(1).is_some_and(own))
        .collect();
    if said.is_empty() {
        return Vec::new();
    }
    let mut out = vec![Block::Heading(fill(T::TrendBreaks, lang, &[("n", &said.len().to_string())]))];
    out.extend(said.into_iter().map(|text| Block::item("B", Tone::Warn, text)));
    out
}

pub(super) fn peers(trend: &Trend, lang: Lang) -> Vec<Block> {
    let Some(last) = trend.periods.last() else { return Vec::new() };
    let groups: Vec<_> = trend.peers.iter().filter(|group| group.period == *last && !group.verified).collect();
    if groups.is_empty() {
        return Vec::new();
    }
    let columns =
        vec![Column::text(T::TrendGroup.get(lang)), Column::number(T::TrendScored.get(lang)), Column::number(T::TrendMedian.get(lang))];
    let row = |group: &&dothi::PeerGroup| {
        let median = group.median.map(|median| short(median, lang)).unwrap_or_default();
        vec![Cell::strong(&group.group), Cell::new(format!("{} / {}", group.scored, group.places)), Cell::new(median)]
    };
    let head = fill(T::TrendGroups, lang, &[("period", &numbers::date(*last, lang))]);
    vec![Block::Heading(head), Block::Table(Table { columns, rows: groups.iter().map(row).collect() })]
}

pub(super) fn base(trend: &Trend, one: bool, lang: Lang) -> Vec<Block> {
    let Some(year) = trend.places.iter().flat_map(|place| &place.base).map(|base| base.base_year).next() else { return Vec::new() };
    let year = numbers::date(year, lang);
    let mut columns = vec![Column::text(T::City.get(lang)), Column::word(T::PanelPeriod.get(lang)), Column::text(T::Title.get(lang))];
    columns.extend([Column::number(&year), Column::number(T::RoleValue.get(lang)), Column::number(T::TrendChange.get(lang))]);
    let all = trend.places.iter().flat_map(|place| place.base.iter().map(move |base| (place, base)));
    let rows: Vec<Vec<Cell>> = all
        .map(|(place, base)| {
            let figure = |value: Option<Dec>| value.map(|value| numbers::value(value, lang)).unwrap_or_default();
            let change = if base.broken {
                T::TrendBroken.get(lang).into()
            } else {
                base.difference.map(|difference| signed(difference, lang)).unwrap_or_default()
            };
            let title = trend.criterion(&base.criterion).map(|(label, title)| format!("{label} {}", title.get(lang))).unwrap_or_default();
            let cells = [numbers::date(base.period, lang), title, figure(base.base_value), figure(base.value), change];
            std::iter::once(Cell::strong(name(place, lang))).chain(cells.into_iter().map(Cell::new)).collect()
        })
        .collect();
    let mut out = vec![Block::Heading(fill(T::TrendBase, lang, &[("year", &year)]))];
    out.extend(cut(columns, rows, one, lang));
    let judged = trend.places.iter().filter_map(|place| {
        let last = place.points.last()?.period;
        improved_of(&place.base, last).map(|(k, n)| (place, k, n))
    });
    let judged: Vec<Block> = judged
        .map(|(place, k, n)| {
            let said = fill(T::TrendImproved, lang, &[("k", &k.to_string()), ("n", &n.to_string())]);
            Block::item("•", Tone::Plain, format!("{}: {}", name(place, lang), place.never_bare(said, lang)))
        })
        .collect();
    if judged.is_empty() {
        out.push(Block::Text(Tone::Dim, T::TrendBaseNote.get(lang).into()));
    }
    out.extend(judged);
    out
}

pub(super) fn targets(trend: &Trend, one: bool, lang: Lang) -> Vec<Block> {
    let every = || trend.places.iter().flat_map(|place| place.targets.iter().map(move |target| (place, target)));
    // A target of which nothing is known is only counted.
    let is_known = |target: &dothi::TargetOutlook| target.last.is_some() || target.by_linear != dothi::Outlook::NotEnoughData;
    let all: Vec<_> = every().filter(|(_, target)| is_known(target)).collect();
    let unknown = every().count() - all.len();
    if all.is_empty() {
        return Vec::new();
    }
    let heads = [T::City, T::Title];
    let mut columns: Vec<Column> = heads.iter().map(|head| Column::text(head.get(lang))).collect();
    columns.extend([T::TrendLatest, T::TrendTarget].map(|head| Column::number_under(head.get(lang))));
    columns.extend([T::TrendLinear, T::TrendCompound].map(|head| Column::text(head.get(lang))));
    columns.push(Column::number_under(T::TrendNeeded.get(lang)));
    let row = |(place, target): &(&PlaceTrend, &dothi::TargetOutlook)| {
        let title = trend.criterion(&target.criterion).map(|(label, title)| format!("{label} {}", title.get(lang))).unwrap_or_default();
        let last = target.last.map(|(period, value)| format!("{} ({})", numbers::value(value, lang), numbers::date(period, lang)));
        let star = if target.national { " *" } else { "" };
        let asked = match (target.target, target.high) {
            (None, _) => T::Yes.get(lang).to_string(),
            (Some(low), Some(high)) => format!("{} – {}", numbers::value(low, lang), numbers::value(high, lang)),
            (Some(value), None) => format!("{} {}", target.op.sign(), numbers::value(value, lang)),
        };
        let there = |projection: Option<Projection>, outlook: dothi::Outlook| {
            let value = projection.map(|projection| {
                let beyond = projection.beyond.map(|beyond| format!(" ({})", fill(T::TrendCut, lang, &[("value", &short(beyond, lang))])));
                format!("{}{}: ", short(projection.at_horizon, lang), beyond.unwrap_or_default())
            });
            format!("{}{}", value.unwrap_or_default(), outlook.label(lang))
        };
        let cells = [
            format!("{title}{star}"),
            last.unwrap_or_default(),
            format!("{asked} ({})", target.horizon),
            there(target.linear, target.by_linear),
            there(target.compound, target.by_compound),
            target.needed_yearly.map(|needed| signed(needed, lang)).unwrap_or_default(),
        ];
        std::iter::once(Cell::strong(name(place, lang))).chain(cells.into_iter().map(Cell::new)).collect()
    };
    let mut out = vec![Block::Heading(fill(T::TrendTargets, lang, &[("n", &all.len().to_string())]))];
    out.extend(cut(columns, all.iter().map(row).collect(), one, lang));
    if unknown > 0 {
        out.push(Block::Text(Tone::Dim, fill(T::TrendUnknown, lang, &[("n", &unknown.to_string())])));
    }
    let national = if all.iter().any(|(_, target)| target.national) { T::TrendNational.get(lang) } else { "" };
    out.push(Block::Text(Tone::Dim, fill(T::TrendTargetNote, lang, &[("national", national)]).trim_end().into()));
    out
}

/// A table, cut where it would be too long to read.
fn cut(columns: Vec<Column>, mut rows: Vec<Vec<Cell>>, whole: bool, lang: Lang) -> Vec<Block> {
    let more = rows.len().saturating_sub(MOST_ROWS);
    if !whole {
        rows.truncate(MOST_ROWS);
    }
    let mut out = vec![Block::Table(Table { columns, rows })];
    if more > 0 && !whole {
        out.push(Block::Text(Tone::Dim, fill(T::TrendMore, lang, &[("n", &more.to_string())])));
    }
    out
}
