//! What to fix first so that the next level is reached.

use super::Part;
use super::subject::Subject;
use crate::model::{Block, Cell, Kind, Table, Tone};
use crate::number;
use crate::words::{T, fill};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Dec, Fix, FixKind, Gap, GapOptions, GapOutcome, PointGain, PointNeed, ThresholdValue};

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    // Without levels there is none to plan for; where points are missing has been said.
    if s.a.scheme().levels.is_empty() {
        return;
    }
    part.section(s.say(T::First));
    let gap = s.a.gap(&GapOptions::new());
    part.push(Block::Text(Tone::Strong, gap.text(s.a, s.lang)));
    points(s, &gap, part);
    let planned = matches!(gap.outcome, GapOutcome::Reachable | GapOutcome::PossiblyReachable);
    if !planned || gap.fixes.is_empty() {
        if s.a.verified().is_some() {
            part.push(Block::plain(s.say(T::PlanOfSelf)));
        }
        return;
    }
    part.push(Block::plain(gap.basis_text(s.lang)));
    let (work, papers): (Vec<&Fix<'_>>, Vec<&Fix<'_>>) = gap.fixes.iter().partition(|f| f.kind == FixKind::ImproveResult);
    for (head, fixes) in [(T::GapPapers, papers), (T::GapWork, work)] {
        if !fixes.is_empty() {
            let head = format!("{} ({})", s.say(head), fixes.len());
            part.push(Block::Table(table(s, &head, &fixes)));
        }
    }
}

fn table(s: &Subject<'_, '_>, caption: &str, fixes: &[&Fix<'_>]) -> Table {
    let row = |fix: &&Fix<'_>| {
        let result = s.a.self_assessed().criteria.iter().find(|c| c.criterion.id == fix.criterion.id);
        let reach = reach(s, fix);
        let level =
            fix.threshold.filter(|_| !s.a.scheme().verdict).map(|t| fill(T::LevelShort, s.lang, &[("level", &t.level.to_string())]));
        Vec::from([
            Cell::new(fix.criterion.label.as_str()),
            s.name_cell(fix.criterion),
            result.map(|c| s.value_cell(c)).unwrap_or_default(),
            Cell::new(reach.unwrap_or_default()).and(Tone::Dim, level.unwrap_or_default()),
            Cell::of(fix.outcome, s.outcome(fix.outcome)).and(Tone::Strong, crate::words::capital(fix.kind.label(s.lang))),
        ])
    };
    Table::new(caption)
        .shown()
        .column(Kind::Word, 6, "")
        .column(Kind::Name, 44, s.say(T::Criterion))
        .column(Kind::Number, 13, s.say(T::Now))
        .column(Kind::Number, 13, s.say(T::Goal))
        .column(Kind::Text, 24, s.say(T::ToDo))
        .rows(fixes.iter().map(row))
}

/// The value to reach, or the ends between which it must lie.
pub(crate) fn reach(s: &Subject<'_, '_>, fix: &Fix<'_>) -> Option<String> {
    let symbol = s.symbol(fix.criterion);
    Some(match (fix.threshold, fix.reach?, fix.reach_to) {
        (None, ThresholdValue::Number(low), Some(high)) => {
            number::with_unit(&format!("{}–{}", number::exact(low, s.lang), number::exact(high, s.lang)), symbol)
        }
        (Some(t), reach, _) => number::compared(fix.criterion, t.op, reach, symbol, s.lang),
        (None, reach, _) => number::with_unit(&number::asked(fix.criterion, reach, s.lang), symbol),
    })
}

/// What totals and floors are short of, and which criteria could give how much.
fn points(s: &Subject<'_, '_>, gap: &Gap<'_>, part: &mut Part) {
    let value = |value: Dec| Cell::new(number::value(value, s.lang));
    if gap.needs.iter().any(|need| need.short > Dec::ZERO) {
        let row = |need: &PointNeed<'_>| {
            let name = need.group.map_or_else(|| s.say(T::Total).into(), |g| format!("{} {}", g.label, g.title.get(s.lang)));
            let short = if need.short > Dec::ZERO { number::value(need.short, s.lang) } else { "–".into() };
            Vec::from([Cell::new(name), value(need.value), value(need.min), Cell::strong(short)])
        };
        let table = Table::new(s.say(T::GapNeeds))
            .shown()
            .column(Kind::Name, 55, s.say(T::Group))
            .column(Kind::Number, 15, s.say(T::Now))
            .column(Kind::Number, 15, s.say(T::Needed))
            .column(Kind::Number, 15, s.say(T::Lost))
            .rows(gap.needs.iter().map(row));
        part.push(Block::Table(table));
        part.push(Block::dim(s.say(T::GapPointsNote)));
    }
    if !gap.gains.is_empty() {
        let row = |gain: &PointGain<'_>| {
            let exact = |value: Dec| number::exact(value, s.lang);
            let next = gain.next.map(|(at, more)| s.fill(T::NextGain, &[("gain", &exact(more)), ("at", &exact(at))]));
            Vec::from([
                Cell::new(gain.criterion.label.as_str()),
                s.name_cell(gain.criterion),
                Cell::new(format!("{} / {}", number::value(gain.points, s.lang), exact(gain.max_points))),
                Cell::new(next.unwrap_or_default()),
                Cell::strong(format!("+{}", number::value(gain.gain, s.lang))),
                Cell::new(gain.full_at.map(exact).unwrap_or_default()),
                Cell::of(gain.outcome, s.outcome(gain.outcome)),
            ])
        };
        let table = Table::new(s.say(T::GapGains))
            .shown()
            .column(Kind::Word, 7, "")
            .column(Kind::Name, 32, s.say(T::Criterion))
            .column(Kind::Number, 13, s.say(T::Points))
            .column(Kind::Number, 13, s.say(T::NextAt))
            .column(Kind::Number, 10, s.say(T::Gain))
            .column(Kind::Number, 10, s.say(T::FullAt))
            .column(Kind::Text, 15, s.say(T::Outcome))
            .rows(gap.gains.iter().map(row));
        part.push(Block::Table(table));
    }
}
