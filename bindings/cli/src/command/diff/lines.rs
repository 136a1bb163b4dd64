//! What differs in a criterion, line by line.

use crate::texts::{T, fill};
use dothi::{Aspect, Change, CriteriaSet, Criterion, CriterionDiff, EditionDiff, Lang, Threshold, ThresholdDiff};

/// Title and id; both ids where they differ.
pub(super) fn name(c: &CriterionDiff<'_>, lang: Lang) -> String {
    let Some(shown) = c.now.or(c.before) else { return String::new() };
    let other = c.before.filter(|before| before.id != shown.id).map(|before| format!("{} → ", before.id)).unwrap_or_default();
    format!("{} [{other}{}]", shown.title.get(lang), shown.id)
}

/// Levels first, then what else differs but remarks, then the crosswalk's own remark.
pub(super) fn of(diff: &EditionDiff<'_>, c: &CriterionDiff<'_>, lang: Lang) -> Vec<String> {
    let mut out = thresholds(diff, c, lang);
    let own = c.changes.iter().filter(|change| change.aspect != Aspect::Remarks && change.aspect != Aspect::Id);
    out.extend(own.map(|change| match (change.aspect, c.before, c.now) {
        (Aspect::Definition, Some(before), Some(now)) => {
            let (before, now) = (diff.before.cited(&before.cites), diff.now.cited(&now.cites));
            format!("{}: {before} → {now}", change.aspect.label(lang))
        }
        _ => self::change(change, lang),
    }));
    out.extend(c.note.map(|note| format!("{}: {note}", T::EncoderNote.get(lang))));
    out
}

/// What it is about, and both sides.
pub(super) fn change(change: &Change, lang: Lang) -> String {
    format!("{}: {}", change.what(lang), change.sides(lang))
}

/// One line per level; levels that say the same share one.
fn thresholds(diff: &EditionDiff<'_>, c: &CriterionDiff<'_>, lang: Lang) -> Vec<String> {
    let mut said: Vec<(Option<&str>, Vec<String>, String)> = Vec::new();
    for t in &c.thresholds {
        let (level, text) = (t.level.to_string(), threshold(diff, c, t, lang));
        match said.last_mut() {
            Some((scheme, levels, same)) if *same == text && *scheme == t.scheme => levels.push(level),
            _ => said.push((t.scheme, vec![level], text)),
        }
    }
    let line = |(scheme, levels, text): (Option<&str>, Vec<String>, String)| {
        let level = fill(T::Level, lang, &[("level", &levels.join(", "))]);
        let level = scheme.map_or_else(|| level.clone(), |scheme| format!("{scheme}, {level}"));
        format!("{level}: {text}")
    };
    said.into_iter().map(line).collect()
}

fn threshold(diff: &EditionDiff<'_>, c: &CriterionDiff<'_>, t: &ThresholdDiff<'_>, lang: Lang) -> String {
    let side = |set: &CriteriaSet, c: Option<&Criterion>, t: Option<&Threshold>| match c.zip(t) {
        Some((c, t)) => (set.asks(c, t, lang), set.cited(&t.cites)),
        None => (T::DiffNotAsked.get(lang).into(), String::new()),
    };
    let (before, before_source) = side(diff.before, c.before, t.before);
    let (now, now_source) = side(diff.now, c.now, t.now);
    if !t.asks_differ() {
        return if before_source == now_source {
            format!("{now} ({now_source}); {}", fill(T::DiffGrounds, lang, &[("keys", &t.keys_text(lang))]))
        } else {
            format!("{now}; {}: {before_source} → {now_source}", T::Source.get(lang))
        };
    }
    let with = |asks: String, source: String| if source.is_empty() { asks } else { format!("{asks} ({source})") };
    let (before, now) = (with(before, before_source), with(now, now_source));
    match (c.before, c.now) {
        (Some(_), None) => before,
        (None, _) => now,
        _ => format!("{before} → {now}"),
    }
}
