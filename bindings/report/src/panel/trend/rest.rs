//! Means over the same places, breaks, peers, base years, method.

use super::frame::{MOST_ROWS, drawn, frame, name, titled};
use super::lines::axis_end;
use super::results::cut;
use super::words::{T, fill};
use crate::chart::{Amount, Bar, Bars, Fill, Swatch};
use crate::number;
use crate::panel::{PanelColumn, PanelPart, PanelTable};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{BaseChange, Dec, Lang, PlaceTrend, Trend, TrendBreak, UnitKind, improved_of};

pub(super) fn like_for_like(found: &Trend, lang: Lang) -> Option<PanelPart> {
    // From the first to the last period where there are more than two.
    let several = found.like_for_like.iter().any(|like| like.whole);
    let mut all: Vec<_> = found.like_for_like.iter().collect();
    all.sort_by_key(|like| (like.whole != several, like.from));
    if all.is_empty() {
        return None;
    }
    let mut out = PanelTable::new("").column(PanelColumn::Word, T::Periods.get(lang));
    if found.has_score {
        out = out.column(PanelColumn::Number, T::MeanFrom.get(lang)).column(PanelColumn::Number, T::MeanTo.get(lang));
    }
    let out = out.column(PanelColumn::Text, T::OverWhat.get(lang));
    let row = |like: &&dothi::LikeForLike| {
        let mut cells = Vec::from([format!("{} → {}", number::date(like.from, lang), number::date(like.to, lang))]);
        if found.has_score {
            let mean = |of: Option<Dec>| of.map_or_else(|| "–".into(), |mean| number::score(mean, lang));
            cells.extend([mean(like.mean.map(|mean| mean.0)), mean(like.mean.map(|mean| mean.1))]);
        }
        let state = found.places.iter().find(|place| place.verified == like.verified).map_or("", |place| place.state.get(lang));
        let levels: Vec<String> = like.by_level.iter().map(|(level, from, to)| format!("{level}: {from} → {to}")).collect();
        let levels = if levels.is_empty() { String::new() } else { fill(T::LevelsOf, lang, &[("levels", &levels.join(", "))]) };
        cells.push(format!("{state}: {}{levels}", like.text(lang)));
        cells
    };
    Some(PanelPart::new("same", T::Like.get(lang)).note(T::LikeNote.get(lang)).table(out.rows(all.iter().map(row))))
}

pub(super) fn breaks(found: &Trend, lang: Lang) -> Option<PanelPart> {
    let table = PanelTable::new("")
        .column(PanelColumn::Word, T::Code.get(lang))
        .column(PanelColumn::Name, T::Unit.get(lang))
        .column(PanelColumn::Word, T::Periods.get(lang))
        .column(PanelColumn::Text, T::Why.get(lang));
    let steps = |place: &'_ PlaceTrend| -> Vec<Vec<String>> {
        let broken = place.changes.iter().filter(|change| !change.whole && !change.breaks.is_empty());
        let row = |change: &dothi::TrendChange| {
            let why: Vec<&str> = change.breaks.iter().map(|own: &TrendBreak| own.why.get(lang)).collect();
            let periods = format!("{} → {}", number::date(change.from, lang), number::date(change.to, lang));
            Vec::from([place.code.clone(), name(place, lang), periods, crate::wording::capital(&why.join("; "))])
        };
        broken.map(row).collect()
    };
    let rows: Vec<Vec<String>> = found.places.iter().filter(|place| !place.verified).flat_map(steps).collect();
    if rows.is_empty() {
        return None;
    }
    let all = rows.len();
    let note = fill(T::BreaksNote, lang, &[("n", &all.to_string())]);
    let table = cut(table.rows(rows.into_iter().take(MOST_ROWS)), all, lang);
    Some(PanelPart::new("breaks", T::Breaks.get(lang)).note(note).table(table))
}

pub(super) fn peers(found: &Trend, lang: Lang) -> Option<PanelPart> {
    let last = found.periods.last()?;
    let groups: Vec<_> = found.peers.iter().filter(|group| group.period == *last && !group.verified).collect();
    if groups.is_empty() {
        return None;
    }
    let title = fill(T::Peers, lang, &[("period", &number::date(*last, lang))]);
    let mut out = PanelPart::new("peers", title).note(T::PeersNote.get(lang));
    let medians = || groups.iter().filter_map(|group| group.median);
    if let Some(most) = medians().max().filter(|most| *most > Dec::ZERO) {
        let top = axis_end(most);
        let bar = |group: &&dothi::PeerGroup| {
            let median = group.median?;
            let label = format!("{} ({} / {})", group.group, group.scored, group.places);
            let text = number::score(median, lang);
            Some(Bar::new(label, text.clone(), Fill::Share(Swatch::first(), Some(Amount::new(text, drawn(median) / drawn(top))))))
        };
        let title = fill(T::PeersChart, lang, &[("period", &number::date(*last, lang))]);
        out = out.chart(Bars::new(frame(found, title, lang), groups.iter().filter_map(bar)));
    }
    let row = |group: &&dothi::PeerGroup| {
        let median = group.median.map_or_else(|| "–".into(), |median| number::score(median, lang));
        Vec::from([group.group.clone(), group.scored.to_string(), group.places.to_string(), median])
    };
    let table = PanelTable::new(T::PeerGroups.get(lang))
        .column(PanelColumn::Name, T::Group.get(lang))
        .column(PanelColumn::Number, T::Scored.get(lang))
        .column(PanelColumn::Number, T::Places.get(lang))
        .column(PanelColumn::Number, T::Median.get(lang));
    out = out.table(table.rows(groups.iter().map(row)));
    let own = |place: &PlaceTrend| {
        let peer = place.points.iter().find(|point| point.period == *last)?.peer.as_ref()?;
        let rank = peer.rank.map_or_else(|| "–".into(), |rank| rank.text(lang));
        let distance = peer.to_median.map_or_else(|| "–".into(), |by| number::signed(by, lang));
        Some(Vec::from([place.code.clone(), name(place, lang), peer.group.clone(), format!("{rank} / {}", peer.of), distance]))
    };
    let rows: Vec<Vec<String>> = found.places.iter().filter_map(own).collect();
    let all = rows.len();
    let table = PanelTable::new(T::PeerPlaces.get(lang))
        .column(PanelColumn::Word, T::Code.get(lang))
        .column(PanelColumn::Name, T::Unit.get(lang))
        .column(PanelColumn::Text, T::Group.get(lang))
        .column(PanelColumn::Number, T::RankInGroup.get(lang))
        .column(PanelColumn::Number, T::ToMedian.get(lang));
    Some(out.table(cut(table.rows(rows.into_iter().take(MOST_ROWS)), all, lang)))
}

pub(super) fn base(found: &Trend, lang: Lang) -> Option<PanelPart> {
    let year = number::date(found.places.iter().flat_map(|place| &place.base).map(|base| base.base_year).next()?, lang);
    let mut out = PanelPart::new("base", fill(T::Base, lang, &[("year", &year)]));
    for place in &found.places {
        let last = place.points.last().map(|point| point.period);
        if let Some((k, n)) = last.and_then(|last| improved_of(&place.base, last)) {
            let said = fill(T::Improved, lang, &[("k", &k.to_string()), ("n", &n.to_string())]);
            out = out.note(format!("{}: {}", name(place, lang), place.never_bare(said, lang)));
        }
    }
    if out.notes.is_empty() {
        out = out.note(T::BaseNote.get(lang));
    }
    let table = PanelTable::new("")
        .column(PanelColumn::Name, T::Unit.get(lang))
        .column(PanelColumn::Text, T::Criterion.get(lang))
        .column(PanelColumn::Word, T::Period.get(lang))
        .column(PanelColumn::Number, &year)
        .column(PanelColumn::Number, T::Value.get(lang))
        .column(PanelColumn::Number, T::Change.get(lang));
    let figure = |value: Option<Dec>| value.map_or_else(|| "–".into(), |value| number::value(value, lang));
    let row = |(place, base): (&PlaceTrend, &BaseChange)| {
        let by = if base.broken {
            T::Broken.get(lang).into()
        } else {
            base.difference.map_or_else(|| "–".into(), |by| number::change(by, lang))
        };
        let criterion = titled(found.criterion(&base.criterion), lang);
        Vec::from([name(place, lang), criterion, number::date(base.period, lang), figure(base.base_value), figure(base.value), by])
    };
    let all = || found.places.iter().flat_map(|place| place.base.iter().map(move |base| (place, base)));
    Some(out.table(cut(table.rows(all().take(MOST_ROWS).map(row)), all().count(), lang)))
}

pub(super) fn method(found: &Trend, lang: Lang) -> PanelPart {
    let values = [("set", found.set.as_str()), ("scheme", &found.scheme), ("date", &number::date(found.as_of, lang))];
    let mut out = PanelPart::new("method", T::Method.get(lang)).note(fill(T::MethodSet, lang, &values));
    if let Some(before) = &found.before {
        out = out.note(fill(T::MethodBefore, lang, &[("before", before), ("now", &found.set)]));
    }
    if found.periods.len() > 1 {
        out = out.note(T::MethodCauses.get(lang));
    }
    if found.periods.len() > 1 && found.kind == UnitKind::Province {
        out = out.note(T::MethodBorders.get(lang));
    }
    out.note(fill(T::Software, lang, &[("version", env!("CARGO_PKG_VERSION"))]))
}
