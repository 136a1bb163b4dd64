//! The levels with their conditions: which hold, which do not, and by how much.

use super::single::views;
use crate::doc::{Block, Tone};
use crate::texts::{T, capital, fill};
use dothi::{Assessment, Lang, LevelResult, Outcome};

pub(super) fn blocks(a: &Assessment<'_>, lang: Lang) -> Vec<Block> {
    let mut out = Vec::new();
    for (view, verified) in views(a) {
        if view.levels.is_empty() {
            continue;
        }
        let state = if a.verified().is_some() { format!(" – {}", a.state_word(verified, lang)) } else { String::new() };
        let head = if a.scheme().verdict { T::VerdictHead } else { T::Conditions };
        out.push(Block::Heading(format!("{}{state}", head.get(lang))));
        for level in &view.levels {
            out.extend(one(a, level, lang));
        }
        out.extend(a.sensitivity(view).iter().map(|s| Block::Text(Tone::Dim, s.text(lang))));
    }
    out
}

fn one(a: &Assessment<'_>, level: &LevelResult<'_>, lang: Lang) -> Vec<Block> {
    let number = level.level.level.to_string();
    let title = level.level.title.get(lang);
    let name = if a.scheme().verdict { title.into() } else { fill(T::LevelHead, lang, &[("level", &number), ("title", title)]) };
    let (outcome, answer) = match level.reached {
        Some(true) => (Outcome::Passed, T::LevelIsReached),
        Some(false) => (Outcome::BelowThreshold, T::LevelNotReached),
        None => (Outcome::Undecided, T::Undecided),
    };
    let mut out = vec![Block::Text(Tone::Of(outcome), format!("{} {}: {}", outcome.sign(), capital(&name), answer.get(lang)))];
    // A single condition stands alone; combined ones are listed.
    let inner = if level.condition.inner.is_empty() || level.condition.met.is_none() && level.condition.asked.is_none() {
        std::slice::from_ref(&level.condition)
    } else {
        &level.condition.inner
    };
    out.extend(inner.iter().filter_map(|condition| {
        let outcome = condition.as_outcome();
        let mut lines = a.condition_lines(condition, lang).into_iter();
        let (_, _, text) = lines.next()?;
        let below = lines.map(|(depth, own, text)| format!("{}{} {text}", "  ".repeat(depth - 1), own.sign())).collect();
        Some(Block::Item { sign: outcome.sign().into(), tone: Tone::Of(outcome), text, below })
    }));
    out.extend(level.deciding.text(lang).map(Block::Under));
    out
}
