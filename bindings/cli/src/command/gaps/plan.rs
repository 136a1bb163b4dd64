//! A plan as a page.

use crate::args::Gaps;
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::texts::{T, capital, fill};
use crate::{marks, numbers, place};
use dothi::{Assessment, Dec, Fix, FixKind, Gap, GapOutcome, Lang};

pub(super) fn blocks(a: &Assessment<'_>, gap: &Gap<'_>, args: &Gaps, lang: Lang) -> Vec<Block> {
    let mut out = vec![Block::Title(format!("{} – {}", T::GapHead.get(lang), place::full(&a.city().unit, lang)))];
    let mut date = fill(T::AsOf, lang, &[("date", &numbers::date(a.as_of(), lang))]);
    if let Some(data) = a.data_date() {
        date.push_str(&format!(" · {}", fill(T::DataTo, lang, &[("date", &numbers::date(data, lang))])));
    }
    out.push(Block::plain(format!("{} · {} · {date}", a.set().header().title.get(lang), a.set().id())));
    out.extend(marks::blocks(&a.marks(), lang));
    out.push(Block::Space);
    if let Some(now) = a.level_statement(a.self_assessed(), lang) {
        out.push(Block::plain(format!("{}: {now}", capital(a.state_word(false, lang)))));
    }
    out.push(Block::Text(Tone::Strong, gap.text(a, lang)));
    if !matches!(gap.outcome, GapOutcome::Reachable | GapOutcome::PossiblyReachable) {
        out.extend(points(gap, lang));
        return out;
    }
    if gap.fixes.is_empty() {
        return out;
    }
    if !gap.needs.is_empty() {
        out.push(Block::plain(T::GapPointsNote.get(lang)));
    }
    out.push(Block::plain(gap.basis_text(lang)));
    let (work, papers): (Vec<&Fix<'_>>, Vec<&Fix<'_>>) = gap.fixes.iter().partition(|f| f.kind == FixKind::ImproveResult);
    for (head, fixes) in [(T::GapPapers, papers), (T::GapWork, work)] {
        if !fixes.is_empty() {
            out.push(Block::Heading(format!("{} ({})", head.get(lang), fixes.len())));
            out.push(Block::Table(table(a, &fixes, !args.costs.is_empty(), lang)));
        }
    }
    out.extend(points(gap, lang));
    if !args.costs.is_empty() {
        out.push(Block::Space);
        out.push(Block::Text(Tone::Dim, T::GapCost.get(lang).into()));
    }
    out
}

/// What each total and floor is short of, and which criteria could give how much.
fn points(gap: &Gap<'_>, lang: Lang) -> Vec<Block> {
    let mut out = Vec::new();
    if gap.needs.iter().any(|need| need.short > Dec::ZERO) {
        out.push(Block::Heading(T::GapNeeds.get(lang).into()));
        let columns = vec![
            Column::text(""),
            Column::number(T::Now.get(lang)),
            Column::number(T::Needed.get(lang)),
            Column::number(T::Short.get(lang)),
        ];
        let rows = gap.needs.iter().map(|need| {
            let name = need.group.map_or_else(|| T::Total.get(lang).into(), |g| format!("{} {}", g.label, g.title.get(lang)));
            let short = if need.short > Dec::ZERO { numbers::value(need.short, lang) } else { "–".into() };
            vec![
                Cell::new(name),
                Cell::new(numbers::value(need.value, lang)),
                Cell::new(numbers::exact(need.min, lang)),
                Cell::strong(short),
            ]
        });
        out.push(Block::Table(Table { columns, rows: rows.collect() }));
    }
    if !gap.gains.is_empty() {
        out.push(Block::Heading(format!("{} ({})", T::GapGains.get(lang), gap.gains.len())));
        let columns = vec![
            Column::word(""),
            Column::text(T::Criterion.get(lang)),
            Column::number(T::Points.get(lang)),
            Column::number(T::NextAt.get(lang)),
            Column::number(T::Gain.get(lang)),
            Column::number(T::FullAt.get(lang)),
            Column::folding(T::Outcome.get(lang)),
        ];
        let rows = gap.gains.iter().map(|gain| {
            let points = format!("{} / {}", numbers::value(gain.points, lang), numbers::exact(gain.max_points, lang));
            let next = gain.next.map(|(at, more)| {
                let values = [("gain", numbers::exact(more, lang)), ("at", numbers::exact(at, lang))];
                let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
                fill(T::NextGain, lang, &values)
            });
            vec![
                Cell::new(gain.criterion.label.as_str()),
                Cell::new(format!("{} [{}]", gain.criterion.title.get(lang), gain.criterion.id)),
                Cell::new(points),
                Cell::new(next.unwrap_or_default()),
                Cell::strong(format!("+{}", numbers::value(gain.gain, lang))),
                Cell::new(gain.full_at.map(|at| numbers::exact(at, lang)).unwrap_or_default()),
                Cell::toned(format!("{} {}", gain.outcome.sign(), gain.outcome.label(lang)), Tone::Of(gain.outcome)),
            ]
        });
        out.push(Block::Table(Table { columns, rows: rows.collect() }));
    }
    out
}

fn table(a: &Assessment<'_>, fixes: &[&Fix<'_>], costs: bool, lang: Lang) -> Table {
    let mut columns = vec![
        Column::word(""),
        Column::text(T::Criterion.get(lang)),
        Column::number(T::Now.get(lang)),
        Column::number(T::ToReach.get(lang)),
    ];
    // To improve a result is all there is to do in its part.
    let papers = fixes.iter().any(|fix| fix.kind != FixKind::ImproveResult);
    if papers {
        columns.push(Column::folding(T::ToDo.get(lang)));
    }
    if costs {
        columns.push(Column::number(T::Cost.get(lang)));
    }
    let rows = fixes.iter().map(|fix| {
        let symbol = numbers::symbol(a.set(), fix.criterion, lang);
        let now = fix.value.map(|v| numbers::value_of(fix.criterion, v, symbol, lang)).unwrap_or_default();
        let reach = fix.reach.map(|reach| match fix.threshold {
            None if fix.reach_to.is_some() => {
                let high = fix.reach_to.map(|high| numbers::with_unit(&numbers::exact(high, lang), symbol)).unwrap_or_default();
                format!("{}–{high}", numbers::asked(fix.criterion, reach, lang))
            }
            Some(t) => numbers::compared(fix.criterion, t.op, reach, symbol, lang),
            None => numbers::with_unit(&numbers::asked(fix.criterion, reach, lang), symbol),
        });
        let mut row = vec![
            Cell::new(fix.criterion.label.as_str()),
            Cell::new(format!("{} [{}]", fix.criterion.title.get(lang), fix.criterion.id)),
            Cell::new(now),
            Cell::new(reach.unwrap_or_default()),
        ];
        if papers {
            row.push(Cell::toned(format!("{} {}", fix.outcome.sign(), fix.kind.label(lang)), Tone::Of(fix.outcome)));
        }
        if costs {
            row.push(Cell::new(numbers::value(fix.cost, lang)));
        }
        row
    });
    Table { columns, rows: rows.collect() }
}
