//! What was carried, as a page.

use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::texts::{T, capital, fill};
use crate::{marks, numbers, place};
use dothi::{Carried, CarriedCriterion, CarryStep, Criterion, Lang, OutcomeChange, Reached};

pub(super) fn blocks(carried: &Carried<'_>, lang: Lang) -> Vec<Block> {
    let before = carried.before();
    let mut out = vec![Block::Title(format!("{} – {}", T::CarryHead.get(lang), place::full(&before.city().unit, lang)))];
    let date = fill(T::AsOf, lang, &[("date", &numbers::date(before.as_of(), lang))]);
    out.push(Block::plain(format!("{} → {} · {date}", before.set().id(), carried.now().set().id())));
    out.push(Block::plain(fill(T::DiffPaired, lang, &[("how", carried.carry().diff().pairing.label(lang))])));
    out.extend(marks::blocks(&carried.marks(), lang));
    out.push(Block::Space);
    out.push(Block::Table(sides(carried, lang)));
    out.extend(carried.levels().iter().map(|level| Block::Text(Tone::Strong, level.text(lang))));
    out.extend(carried.boundary().iter().map(|b| Block::Text(Tone::Warn, format!("{}: {}", T::CarryBoundary.get(lang), b.text(lang)))));
    let all = carried.carry().criteria().iter().filter(|i| i.needs_new_data()).count();
    if all > 0 {
        out.push(Block::plain(fill(T::CarryNeedsCount, lang, &[("n", &all.to_string())])));
    }
    for (step, verified) in [CarryStep::Edition, CarryStep::Data].into_iter().flat_map(|step| [(step, false), (step, true)]) {
        let mine: Vec<&OutcomeChange<'_>> = carried.changes().iter().filter(|c| (c.step, c.verified) == (step, verified)).collect();
        if !mine.is_empty() {
            out.push(Block::Heading(format!("{} ({})", carried.step_title(step, verified, lang), mine.len())));
        }
        out.extend(mine.iter().map(|c| change(c, lang)));
    }
    out.extend(needs(carried, lang));
    out
}

/// The results side by side.
fn sides(carried: &Carried<'_>, lang: Lang) -> Table {
    let columns = [T::CarryResult, T::Set, T::State, T::ReachedLevel].map(|head| Column::text(head.get(lang))).to_vec();
    let mut rows = Vec::new();
    for (side, a) in carried.sides() {
        for (verified, view) in [(false, Some(a.self_assessed())), (true, a.verified())] {
            let Some(view) = view else { continue };
            let score = view.score.map(|score| numbers::score(score.value, lang));
            let said = carried.statement(side, verified, lang).or(score).unwrap_or_else(|| T::ScoreUndecided.get(lang).into());
            let data = a.data_date().map(|d| format!(" ({})", fill(T::DataTo, lang, &[("date", &numbers::date(d, lang))])));
            let label = format!("{}{}", capital(side.label(lang)), data.unwrap_or_default());
            rows.push(vec![Cell::strong(label), Cell::new(a.set().id()), Cell::new(a.state_word(verified, lang)), Cell::new(said)]);
        }
    }
    Table { columns, rows }
}

/// The criterion with both outcomes; below it why, and the crosswalk's remark.
fn change(c: &OutcomeChange<'_>, lang: Lang) -> Block {
    let side = |reached: Option<Reached>| reached.map_or_else(|| T::DiffNotAsked.get(lang).to_string(), |reached| reached.text(lang));
    let mut below: Vec<String> = c.causes.iter().map(|cause| cause.text(lang)).collect();
    below.extend(c.note.map(|note| format!("{}: {note}", T::EncoderNote.get(lang))));
    Block::Item {
        sign: label(c.before, c.now),
        tone: Tone::Plain,
        text: format!("{}: {} → {}", name(c.before, c.now, lang), side(c.from), side(c.to)),
        below,
    }
}

fn label(before: Option<&Criterion>, now: Option<&Criterion>) -> String {
    now.or(before).map(|c| c.label.clone()).unwrap_or_default()
}

/// Title and id; both ids where they differ.
fn name(before: Option<&Criterion>, now: Option<&Criterion>, lang: Lang) -> String {
    let Some(shown) = now.or(before) else { return String::new() };
    let other = before.filter(|before| before.id != shown.id).map(|before| format!("{} → ", before.id)).unwrap_or_default();
    format!("{} [{other}{}]", shown.title.get(lang), shown.id)
}

/// What the edition now asks of the place, what the data do not have, and no change says already.
fn needs(carried: &Carried<'_>, lang: Lang) -> Vec<Block> {
    let left: Vec<&CarriedCriterion<'_>> = carried.left().collect();
    let mut out = Vec::new();
    if !left.is_empty() {
        out.push(Block::Heading(format!("{} ({})", T::CarryNeeds.get(lang), left.len())));
    }
    out.extend(left.iter().map(|item| {
        Block::item(&label(item.before, item.now), Tone::Plain, format!("{} – {}", name(item.before, item.now, lang), item.text(lang)))
    }));
    out
}
