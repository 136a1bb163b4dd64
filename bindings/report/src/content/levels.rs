//! The levels with their conditions, or the score on its scale.

use super::Part;
use super::subject::Subject;
use crate::chart::{Amount, Chart, Frame, Gauge, Ladder, Rung, RungBar};
use crate::model::{Block, Item};
use crate::number;
use crate::words::{T, capital};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Condition, ConditionResult, Dec, LevelResult, Outcome, ScoreOf, View};

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    if s.a.scheme().score.is_some() {
        part.section(s.say(T::ScoreHead));
        part.extend(gauge(s).map(|chart| Block::Chart { id: format!("{}-gauge", s.id), chart }));
    }
    if s.a.scheme().levels.is_empty() {
        return;
    }
    part.section(s.say(if s.a.scheme().verdict { T::Verdict } else { T::Levels }));
    part.extend(ladder(s).map(|chart| Block::Chart { id: format!("{}-ladder", s.id), chart }));
    part.push(Block::dim(s.say(T::LevelLegend)));
    for (view, verified) in s.views() {
        if s.a.verified().is_some() {
            part.under(capital(s.state(verified)));
        }
        part.push(Block::Items(view.levels.iter().map(|level| item(s, level)).collect()));
    }
}

/// The charts of levels and score that the scheme calls for.
pub(crate) fn charts(s: &Subject<'_, '_>) -> Vec<Chart> {
    gauge(s).into_iter().chain(ladder(s)).collect()
}

fn name(s: &Subject<'_, '_>, level: &LevelResult<'_>) -> String {
    if s.a.scheme().verdict {
        return level.level.title.get(s.lang).into();
    }
    s.fill(T::LevelHead, &[("level", &level.level.level.to_string()), ("title", level.level.title.get(s.lang))])
}

fn answer(s: &Subject<'_, '_>, level: &LevelResult<'_>) -> (String, Outcome) {
    let (word, outcome) = match level.reached {
        Some(true) => (T::LevelIsReached, Outcome::Passed),
        Some(false) => (T::LevelNotReached, Outcome::BelowThreshold),
        None => (T::Undecided, Outcome::Undecided),
    };
    (s.say(word).into(), outcome)
}

fn item(s: &Subject<'_, '_>, level: &LevelResult<'_>) -> Item {
    let (word, outcome) = answer(s, level);
    let mut item = Item::new(outcome.sign(), format!("{}: {word}", name(s, level)));
    for condition in inner(&level.condition) {
        item.below.extend(s.a.condition_lines(condition, s.lang).into_iter().map(|(depth, own, text)| {
            // What some places or readings ask stands further in.
            format!("{}{} {text}", "\u{2003}".repeat(depth), own.sign())
        }));
    }
    item.below.extend(level.deciding.text(s.lang));
    item
}

/// A single condition stands alone; combined ones are listed.
fn inner<'c, 'a>(condition: &'c ConditionResult<'a>) -> &'c [ConditionResult<'a>] {
    let combined = condition.met.is_some() || condition.asked.is_some();
    if condition.inner.is_empty() || !combined { core::slice::from_ref(condition) } else { &condition.inner }
}

fn ladder(s: &Subject<'_, '_>) -> Option<Chart> {
    let view = s.a.self_assessed();
    if view.levels.is_empty() {
        return None;
    }
    let several = s.a.verified().is_some();
    let rung = |(at, level): (usize, &LevelResult<'_>)| {
        let mut answers = Vec::new();
        let mut bars = Vec::new();
        for (view, verified) in s.views() {
            let Some(own) = view.levels.get(at) else { continue };
            let state = s.state(verified);
            let (word, outcome) = answer(s, own);
            answers.push((format!("{state}: {word}"), outcome));
            let before = if several { format!("{state}: ") } else { String::new() };
            // What only some places or readings ask stands further in.
            let all = inner(&own.condition).iter().flat_map(|c| s.a.condition_lines(c, s.lang));
            bars.extend(all.filter_map(|(_, c, _)| bar(s, view, c, &before)));
        }
        let badge = if s.a.scheme().verdict { answer(s, level).1.sign().into() } else { level.level.level.to_string() };
        Rung::new(badge, name(s, level), answers, bars)
    };
    let frame = Frame::new(s.say(if s.a.scheme().verdict { T::VerdictChart } else { T::LevelChart }), s.mark_line(), s.lang);
    Some(Ladder::new(frame, view.levels.iter().enumerate().map(rung)).into())
}

/// A condition that can be drawn: so much of a whole, with a limit above zero.
fn bar(s: &Subject<'_, '_>, view: &View<'_>, c: &ConditionResult<'_>, before: &str) -> Option<RungBar> {
    let min = c.min.filter(|min| *min > Dec::ZERO)?;
    let label = format!("{before}{}", s.a.condition_text(c, s.lang));
    let shown = |value: Dec| number::exact(value, s.lang);
    let (amount, need) = match c.condition {
        Condition::ShareMet { each_group: false, .. } => {
            (Amount::counted(c.met?, c.asked.filter(|n| *n > 0)?), Amount::of(shown(min), min, Dec::ONE))
        }
        Condition::CountMet { .. } => {
            let asked = c.asked.filter(|n| *n > 0)?;
            (Amount::counted(c.met?, asked), Amount::of(shown(min), min, Dec::from_count(asked.into())))
        }
        Condition::NodeValue { group, of, .. } => {
            let value = c.value.or(c.value_range.map(|(low, _)| low))?;
            let node = view.groups.iter().find(|g| g.group.map(|g| g.id.as_str()) == group.as_deref())?;
            let whole = match of {
                ScoreOf::Share => Dec::ONE,
                _ => s.whole(node),
            };
            (Amount::of(shown(value), value, whole), Amount::of(shown(min), min, whole))
        }
        _ => return None,
    };
    Some(RungBar::new(label, amount, Some(need), c.as_outcome()))
}

fn gauge(s: &Subject<'_, '_>) -> Option<Chart> {
    let (of, top) = (s.a.scheme().score?, s.top()?);
    let rows = s.views().filter_map(|(view, verified)| {
        // Of two possible scores the bar shows the lower one, and both are told.
        let (value, text) = match (view.score, view.score_range) {
            (Some(score), _) => (score.value, number::score(score.value, s.lang)),
            (None, Some(range)) => (range.low, format!("{}–{}", number::score(range.low, s.lang), number::score(range.high, s.lang))),
            (None, None) => return None,
        };
        Some((capital(s.state(verified)), Amount::of(text, value, top)))
    });
    let ends = [Dec::ZERO, top].map(|end| number::exact(end, s.lang));
    let gauge = Gauge::new(Frame::new(s.say(T::ScoreChart), s.mark_line(), s.lang), ends, rows);
    if gauge.rows.is_empty() {
        return None;
    }
    let published = s.a.published().into_iter().find(|p| p.published.group.is_none() && p.published.of == of).map(|p| p.published.value);
    Some(match published {
        Some(value) => gauge.with_beside(s.say(T::PublishedIs), Amount::of(number::exact(value, s.lang), value, top)).into(),
        None => gauge.into(),
    })
}
