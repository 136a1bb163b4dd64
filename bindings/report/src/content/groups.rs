//! The result by group: radar, bars, table.

use super::Part;
use super::subject::{Subject, is_judged, is_not_asked, is_sum, own_criteria};
use crate::chart::{Amount, Axis, Bar, Bars, Chart, Fill, Frame, Key, Part as Slice, Radar, Swatch};
use crate::model::{Block, Cell, Kind, Row, Table, Tone};
use crate::number;
use crate::words::{T, capital};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{ChildResult, CriterionResult, Dec, GroupResult, LevelTally, Outcome, ShareBand, View};

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    if !is_judged(s.a.self_assessed()) {
        return;
    }
    let drawn = [radar(s), bars(s)];
    if s.a.self_assessed().groups.len() < 2 && drawn.iter().all(Option::is_none) {
        // Without groups there is only the whole, which the result has told.
        return;
    }
    part.section(s.say(T::Groups));
    for (name, chart) in ["radar", "bars"].into_iter().zip(drawn) {
        part.extend(chart.map(|chart| Block::Chart { id: format!("{}-{name}", s.id), chart }));
    }
    if s.a.self_assessed().groups.iter().flat_map(|g| &g.tallies).any(|t| t.asked > 0) {
        part.push(Block::Table(tallies(s)));
        part.push(Block::dim(s.say(T::NotAskedDash)));
        if s.a.verified().is_some() {
            part.push(Block::dim(s.say(T::VerifiedBrackets)));
        }
    }
    if scored(s) {
        part.push(Block::Table(points(s)));
        let left_out = s.a.self_assessed().groups.iter().filter(|g| !has_scored(g)).count();
        if left_out > 0 {
            part.push(Block::dim(s.fill(T::UnscoredGroups, &[("n", &left_out.to_string())])));
        }
    }
}

/// Radar and bars, where there are groups to draw.
pub(crate) fn charts(s: &Subject<'_, '_>) -> Vec<Chart> {
    radar(s).into_iter().chain(bars(s)).collect()
}

/// True when criteria have points or shares.
pub(crate) fn scored(s: &Subject<'_, '_>) -> bool {
    let has = |c: &CriterionResult<'_>| c.points.is_some() || c.share.is_some() || c.high.is_some_and(|high| high.share.is_some());
    s.a.self_assessed().criteria.iter().any(has)
}

/// False for a group of which nothing could be scored, where only what was scored adds up.
fn has_scored(group: &GroupResult<'_>) -> bool {
    group.aggregate.as_str() != "sum_of_scored" || group.value.is_some() || group.undecided
}

/// Groups that hold criteria themselves.
fn direct<'v, 'a>(view: &'v View<'a>) -> impl Iterator<Item = (usize, &'v GroupResult<'a>)> {
    let holds = |g: &GroupResult<'_>| g.group.is_some() && g.children.iter().any(|c| matches!(c, ChildResult::Criterion(_)));
    view.groups.iter().enumerate().filter(move |(_, g)| holds(g))
}

fn named(s: &Subject<'_, '_>, group: &GroupResult<'_>) -> (String, String) {
    match group.group {
        Some(own) => (own.label.clone(), own.title.get(s.lang).into()),
        None => (String::new(), s.say(T::Total).into()),
    }
}

/// Fewer axes show nothing.
const LEAST_AXES: usize = 3;

fn radar(s: &Subject<'_, '_>) -> Option<Chart> {
    let view = s.a.self_assessed();
    let by_points = scored(s);
    let level = s.next_level().unwrap_or(1);
    let by_group = |at: usize| {
        let amount = |view: &View<'_>| {
            let group = view.groups.get(at)?;
            if by_points {
                let share = group.share.or(group.low.and_then(|low| low.share))?;
                let high = group.high.and_then(|high| high.share).filter(|high| *high != share);
                let to = high.map(|high| format!("–{}", number::percent(high, s.lang))).unwrap_or_default();
                return Some(Amount::of(format!("{}{to}", number::percent(share, s.lang)), share, Dec::ONE));
            }
            let tally = group.tallies.iter().find(|t| t.level == level && t.asked > 0)?;
            Some(Amount::new(self::tally(tally), Amount::counted(tally.met, tally.asked).share))
        };
        s.views().map(|(view, _)| amount(view)).collect::<Vec<_>>()
    };
    let mut axes: Vec<Axis> = direct(view)
        .map(|(at, group)| {
            let (label, title) = named(s, group);
            Axis::new(label, title, by_group(at))
        })
        .collect();
    if axes.len() < LEAST_AXES {
        axes = by_criterion(s);
    }
    let by_level = !s.a.scheme().levels.is_empty() && !s.a.scheme().verdict;
    let title = match (by_points, by_level) {
        (true, _) => s.say(T::RadarPoints).into(),
        (false, true) => s.fill(T::RadarLevels, &[("level", &level.to_string())]),
        (false, false) => s.say(T::RadarMet).into(),
    };
    let series = s.views().map(|(_, verified)| capital(s.state(verified)));
    let frame = Frame::new(title, s.mark_line(), s.lang);
    let drawn = axes.iter().filter(|axis| axis.amounts.iter().any(Option::is_some)).count();
    (drawn >= LEAST_AXES).then(|| Radar::new(frame, series, axes).into())
}

/// Scored criteria as axes, where there are too few groups.
fn by_criterion(s: &Subject<'_, '_>) -> Vec<Axis> {
    let amounts = |at: usize| {
        let share = |view: &View<'_>| view.criteria.get(at).and_then(|c| c.share);
        s.views().map(|(view, _)| share(view).map(|share| Amount::of(number::percent(share, s.lang), share, Dec::ONE))).collect::<Vec<_>>()
    };
    let all = s.a.self_assessed().criteria.iter().enumerate().filter(|(_, c)| c.share.is_some());
    all.map(|(at, c)| Axis::new(c.criterion.label.as_str(), c.criterion.title.get(s.lang), amounts(at))).collect()
}

fn bars(s: &Subject<'_, '_>) -> Option<Chart> {
    let (rows, title) = if scored(s) { (point_bars(s), T::BarsPoints) } else { (outcome_bars(s), T::BarsOutcomes) };
    (!rows.is_empty()).then(|| Bars::new(Frame::new(s.say(title), s.mark_line(), s.lang), rows).into())
}

/// A box for each criterion; the verified result below, where it is another.
fn outcome_bars(s: &Subject<'_, '_>) -> Vec<Bar> {
    let mut out = Vec::new();
    for (at, group) in direct(s.a.self_assessed()) {
        let own = slices(s, s.a.self_assessed(), group);
        if own.is_empty() {
            continue;
        }
        let (label, title) = named(s, group);
        out.push(bar(format!("{label} {title}").trim(), &own));
        let verified = s.a.verified().and_then(|view| Some(slices(s, view, view.groups.get(at)?)));
        out.extend(verified.filter(|other| *other != own).map(|other| bar(s.state(true), &other).at_depth(2)));
    }
    out
}

fn slices(s: &Subject<'_, '_>, view: &View<'_>, group: &GroupResult<'_>) -> Vec<Slice> {
    let count = |outcome: Outcome| own_criteria(view, group).filter(|(_, c)| c.outcome == outcome && !is_not_asked(c)).count();
    let all = Outcome::ALL.iter().map(|o| (*o, u32::try_from(count(*o)).unwrap_or(u32::MAX)));
    all.filter(|(_, n)| *n > 0).map(|(o, n)| Slice::new(Key::of(o, s.lang), n)).collect()
}

fn bar(label: &str, slices: &[Slice]) -> Bar {
    let all: u32 = slices.iter().map(|p| p.count).sum();
    let met: u32 = slices.iter().filter(|p| p.key.sign == Outcome::Passed.sign()).map(|p| p.count).sum();
    Bar::new(label, format!("{met}/{all}"), Fill::Boxes(slices.to_vec()))
}

/// A bar for each group and criterion that can have points; what is only shown has none.
fn point_bars(s: &Subject<'_, '_>) -> Vec<Bar> {
    let mut out = Vec::new();
    add_points(s, 0, 0, &mut out);
    out
}

/// Trees are not deeper than files may be.
fn add_points(s: &Subject<'_, '_>, at: usize, depth: u8, out: &mut Vec<Bar>) {
    let view = s.a.self_assessed();
    let Some(group) = view.groups.get(at).filter(|group| has_scored(group)) else { return };
    let share = |share: Option<Dec>| share.map(|share| Amount::of(number::percent(share, s.lang), share, Dec::ONE));
    if group.group.is_some() {
        let (label, title) = named(s, group);
        let fill = Fill::Share(Swatch::of(Outcome::Passed), share(group.share.or(group.low.and_then(|low| low.share))));
        out.push(Bar::new(format!("{label} {title}").trim(), worth(s, group), fill).at_depth(0));
    }
    for child in &group.children {
        match child {
            ChildResult::Group(inner) => add_points(s, *inner, depth.saturating_add(1), out),
            ChildResult::Criterion(at) => {
                let Some(c) = view.criteria.get(*at).filter(|c| !is_not_asked(c) && c.outcome != Outcome::Monitored) else { continue };
                let end = match points_of(s, c) {
                    none if none == "–" => s.outcome(c.outcome),
                    points => points,
                };
                let label = format!("{} {}", c.criterion.label, c.criterion.title.get(s.lang));
                out.push(Bar::new(label, end, Fill::Share(Swatch::of(c.outcome), share(c.share.or(c.low.and_then(|low| low.share))))));
            }
            _ => {}
        }
    }
}

/// Points of maximum points, or the weighted value; both ends where readings differ.
pub(crate) fn worth(s: &Subject<'_, '_>, group: &GroupResult<'_>) -> String {
    let shown = |v: Option<Dec>| v.map_or_else(|| "–".into(), |v| number::value(v, s.lang));
    let value = match (group.low, group.high) {
        (Some(low), Some(high)) => format!("{}–{}", shown(low.value), shown(high.value)),
        _ if group.value.is_none() && group.undecided => return s.say(T::Undecided).into(),
        _ => shown(group.value),
    };
    if is_sum(group) && (group.value.is_some() || group.low.is_some()) {
        format!("{value} / {}", number::exact(group.max_points, s.lang))
    } else {
        value
    }
}

/// The share of a node in per cent with the name of its band, where the scheme names bands.
pub(crate) fn banded(s: &Subject<'_, '_>, group: &GroupResult<'_>) -> Option<String> {
    let one =
        |share: Option<Dec>, band: Option<&ShareBand>| Some(format!("{}: {}", number::percent(share?, s.lang), band?.title.get(s.lang)));
    match (group.low, group.high) {
        (Some(low), Some(high)) => Some(format!("{} – {}", one(low.share, low.band)?, one(high.share, high.band)?)),
        _ => one(group.share, group.band),
    }
}

/// Points of those that can be had, or the share; both ends where readings differ.
pub(crate) fn points_of(s: &Subject<'_, '_>, c: &CriterionResult<'_>) -> String {
    let of = |points: String| format!("{points} / {}", number::exact(c.max_points, s.lang));
    let both = c.low.and_then(|low| low.points).zip(c.high.and_then(|high| high.points));
    match (c.points, both, c.share) {
        (Some(points), ..) => of(number::value(points, s.lang)),
        (None, Some((low, high)), _) => of(format!("{}–{}", number::value(low, s.lang), number::value(high, s.lang))),
        (None, None, Some(share)) => number::percent(share, s.lang),
        (None, None, None) => "–".into(),
    }
}

/// Met of asked for each group and level; the verified result below, where it is another.
fn tallies(s: &Subject<'_, '_>) -> Table {
    let once = s.a.scheme().verdict || s.a.scheme().levels.is_empty();
    let mut table = Table::new(s.say(if once { T::MetOnce } else { T::MetOfAsked })).shown().column(Kind::Word, 6, "").column(
        Kind::Name,
        46,
        s.say(T::Group),
    );
    if once {
        table = table.column(Kind::Number, 16, s.say(T::MetHead));
    } else {
        for level in &s.a.self_assessed().levels {
            table = table.column(Kind::Number, 16, &s.short_level(level.level.level));
        }
    }
    for (at, group) in s.a.self_assessed().groups.iter().enumerate() {
        let (label, title) = named(s, group);
        let total = group.group.is_none();
        let cell = |text: String| if total { Cell::strong(text) } else { Cell::new(text) };
        let mut row = Vec::from([cell(label), cell(title)]);
        for own in &group.tallies {
            let verified = s.a.verified().and_then(|view| view.groups.get(at)?.tallies.iter().find(|t| t.level == own.level));
            let other = verified.filter(|other| *other != own).map(|other| format!("({})", tally(other)));
            row.push(cell(tally(own)).and(Tone::Dim, other.unwrap_or_default()));
        }
        table.rows.push(Row::Cells(row));
    }
    table
}

/// `3/5`, a dash where nothing is asked.
pub(crate) fn tally(tally: &LevelTally) -> String {
    if tally.asked > 0 { format!("{}/{}", tally.met_text(), tally.asked) } else { "–".into() }
}

fn points(s: &Subject<'_, '_>) -> Table {
    let several = s.a.verified().is_some();
    let table = Table::new(s.say(T::PointsOfGroups)).shown();
    let mut table = table.column(Kind::Word, 6, "").column(Kind::Name, 44, s.say(T::Group));
    for (_, verified) in s.views() {
        let state = if several { format!(" – {}", s.state(verified)) } else { String::new() };
        for head in [T::Points, T::ShareOfPoints] {
            table = table.column(Kind::Number, 14, &format!("{}{state}", s.say(head)));
        }
    }
    for (at, group) in s.a.self_assessed().groups.iter().enumerate().filter(|(_, g)| has_scored(g)) {
        let (label, title) = named(s, group);
        let total = group.group.is_none();
        let cell = |text: String| if total { Cell::strong(text) } else { Cell::new(text) };
        let mut row = Vec::from([cell(label), cell(title)]);
        for (view, _) in s.views() {
            let Some(own) = view.groups.get(at) else { continue };
            row.push(cell(worth(s, own)));
            let share = own.share.map_or_else(|| "–".into(), |share| number::percent(share, s.lang));
            row.push(cell(banded(s, own).unwrap_or(share)));
        }
        table.rows.push(Row::Cells(row));
    }
    table
}
