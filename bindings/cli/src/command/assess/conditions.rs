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
        out.push(Block::Heading(format!("{}{state}", T::Conditions.get(lang))));
        for level in &view.levels {
            out.extend(one(a, level, lang));
        }
        out.extend(a.sensitivity(view).iter().map(|s| Block::Text(Tone::Dim, s.text(lang))));
    }
    out
}

fn one(a: &Assessment<'_>, level: &LevelResult<'_>, lang: Lang) -> Vec<Block> {
    let number = level.level.level.to_string();
    let name = fill(T::LevelHead, lang, &[("level", &number), ("title", level.level.title.get(lang))]);
    let (sign, tone, answer) = answer(level.reached);
    let mut out = vec![Block::Text(tone, format!("{sign} {}: {}", capital(&name), answer.get(lang)))];
    // A single condition stands alone; combined ones are listed.
    let inner = if level.condition.inner.is_empty() || level.condition.met.is_none() && level.condition.asked.is_none() {
        std::slice::from_ref(&level.condition)
    } else {
        &level.condition.inner
    };
    out.extend(inner.iter().map(|condition| {
        let (sign, tone, _) = self::answer(condition.holds);
        Block::item(sign, tone, a.condition_text(condition, lang))
    }));
    out.extend(level.deciding.text(lang).map(Block::Under));
    out
}

fn answer(holds: bool) -> (&'static str, Tone, T) {
    let outcome = if holds { Outcome::Passed } else { Outcome::BelowThreshold };
    (outcome.sign(), Tone::Of(outcome), if holds { T::LevelIsReached } else { T::LevelNotReached })
}
