//! What to fix first, with ids.

use super::row::{self, Said, said};
use crate::content::{Subject, is_not_asked, points_of, reach};
use crate::number;
use crate::words::{T, capital};
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Dec, GapOptions, GapOutcome};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Plan {
    title: &'static str,
    outcome: &'static str,
    text: String,
    basis: String,
    fixes: Vec<Fix>,
    /// Criteria that could still give points, with the most they could give.
    gains: Vec<Gain>,
    /// What totals and floors are short of.
    needs: Vec<Need>,
    words: Words,
}

#[derive(Serialize)]
struct Words {
    group: String,
    needs: String,
    needed: String,
    short: String,
    gains: String,
    criterion: String,
    now: String,
    goal: String,
    to_do: String,
}

#[derive(Serialize)]
struct Fix {
    criterion: String,
    label: String,
    title: String,
    kind: &'static str,
    to_do: String,
    outcome: Said,
    now: String,
    goal: String,
    level: String,
}

#[derive(Serialize)]
struct Gain {
    criterion: String,
    label: String,
    title: String,
    now: String,
    points: String,
    gain: String,
}

/// What a criterion came to.
#[derive(Serialize)]
pub(super) struct Came {
    criterion: String,
    value: String,
    points: String,
    outcome: Said,
}

/// What each criterion that is asked came to, in the order of the tree.
pub(super) fn outcomes(s: &Subject<'_, '_>) -> Vec<Came> {
    let asked = s.a.self_assessed().criteria.iter().filter(|c| !is_not_asked(c));
    let came = asked.map(|c| Came {
        criterion: c.criterion.id.clone(),
        value: number::measured(s.a.set(), c, s.lang),
        points: points_of(s, c),
        outcome: row::outcome(s, c),
    });
    came.collect()
}

/// A total or a floor: its name, points now, points asked, points that are missing.
#[derive(Serialize)]
struct Need {
    name: String,
    now: String,
    min: String,
    short: String,
}

/// None where there is no level to plan for.
pub(super) fn plan(s: &Subject<'_, '_>) -> Option<Plan> {
    if s.a.scheme().levels.is_empty() {
        return None;
    }
    let gap = s.a.gap(&GapOptions::new());
    let planned = matches!(gap.outcome, GapOutcome::Reachable | GapOutcome::PossiblyReachable);
    let view = s.a.self_assessed();
    let now =
        |id: &str| view.criteria.iter().find(|c| c.criterion.id == id).map(|c| number::measured(s.a.set(), c, s.lang)).unwrap_or_default();
    let fixes = gap.fixes.iter().filter(|_| planned).map(|fix| Fix {
        criterion: fix.criterion.id.clone(),
        label: fix.criterion.label.clone(),
        title: fix.criterion.title.get(s.lang).into(),
        kind: fix.kind.as_str(),
        to_do: capital(fix.kind.label(s.lang)),
        outcome: said(s, fix.outcome),
        now: now(&fix.criterion.id),
        goal: reach(s, fix).unwrap_or_default(),
        level: if s.a.scheme().verdict { String::new() } else { s.short_level(fix.level) },
    });
    let gains = gap.gains.iter().map(|gain| Gain {
        criterion: gain.criterion.id.clone(),
        label: gain.criterion.label.clone(),
        title: gain.criterion.title.get(s.lang).into(),
        now: now(&gain.criterion.id),
        points: alloc::format!("{} / {}", number::value(gain.points, s.lang), number::exact(gain.max_points, s.lang)),
        gain: alloc::format!("+{}", number::value(gain.gain, s.lang)),
    });
    let needs = gap.needs.iter().map(|need| Need {
        name: need.group.map_or_else(|| s.say(T::Total).into(), |g| alloc::format!("{} {}", g.label, g.title.get(s.lang))),
        now: number::value(need.value, s.lang),
        min: number::value(need.min, s.lang),
        short: if need.short > Dec::ZERO { number::value(need.short, s.lang) } else { "–".into() },
    });
    let head = |key: T| capital(s.say(key));
    Some(Plan {
        title: s.say(T::First),
        outcome: gap.outcome.as_str(),
        text: gap.text(s.a, s.lang),
        basis: if planned && !gap.fixes.is_empty() { gap.basis_text(s.lang).into() } else { String::new() },
        fixes: fixes.collect(),
        gains: gains.collect(),
        needs: needs.collect(),
        words: Words {
            group: head(T::Group),
            needs: head(T::GapNeeds),
            needed: head(T::Needed),
            short: head(T::Lost),
            gains: head(T::GapGains),
            criterion: head(T::Criterion),
            now: head(T::Now),
            goal: head(T::Goal),
            to_do: head(T::ToDo),
        },
    })
}
