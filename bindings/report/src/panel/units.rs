//! What a diagnosis says of single units: Copeland's order, and their data.

use super::words::{T, fill};
use super::{PanelColumn, PanelPart, PanelTable};
use crate::number::percent_of;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{Availability, Coverage, Lang, SheetDiagnosis};

/// Units that a table shows.
const MOST_UNITS: usize = 70;

pub(super) fn copeland(found: &SheetDiagnosis<'_, '_>, lang: Lang) -> PanelPart {
    let out = PanelPart::new("copeland", T::Copeland.get(lang));
    let own = match &found.diagnosis().copeland {
        Ok(own) => own,
        Err(why) => return out.note(fill(T::None, lang, &[("why", why.text(lang))])),
    };
    let how = if own.weighted { T::CopelandNote } else { T::CopelandEqual };
    let mut out = out.note(how.get(lang)).note(T::CopelandNotOfficial.get(lang));
    let mut units: Vec<_> = own.units.iter().collect();
    units.sort_by_key(|unit| (core::cmp::Reverse(unit.score()), unit.row));
    if units.len() > MOST_UNITS {
        out = out.note(fill(T::OnlyTop, lang, &[("shown", &MOST_UNITS.to_string()), ("all", &units.len().to_string())]));
    }
    let table = PanelTable::new("")
        .column(PanelColumn::Number, &fill(T::RankOf, lang, &[("n", &own.ranking.of().to_string())]))
        .column(PanelColumn::Word, T::Code.get(lang))
        .column(PanelColumn::Name, T::Unit.get(lang))
        .column(PanelColumn::Number, T::Wins.get(lang))
        .column(PanelColumn::Number, T::Losses.get(lang))
        .column(PanelColumn::Number, T::Draws.get(lang));
    let row = |unit: &&dothi::Outranking| {
        let rank = own.ranking.rank(unit.row).map(|rank| rank.text(lang)).unwrap_or_default();
        let (code, name) = named(found, unit.row, lang);
        Vec::from([rank, code, name, unit.wins.to_string(), unit.losses.to_string(), unit.draws.to_string()])
    };
    out.table(table.rows(units.iter().take(MOST_UNITS).map(row)))
}

/// Code and name of a row.
fn named(found: &SheetDiagnosis<'_, '_>, row: usize, lang: Lang) -> (String, String) {
    found.place(row).map(|place| (place.code.clone(), place.name_in(lang).into())).unwrap_or_default()
}

pub(super) fn data(found: &SheetDiagnosis<'_, '_>, lang: Lang) -> PanelPart {
    let own = found.diagnosis();
    let mut out = PanelPart::new("data", T::Data.get(lang));
    let lacks = |coverage: &Coverage| match own.least_data {
        Some(_) => own.is_below(coverage),
        None => coverage.present < coverage.asked,
    };
    let mut units: Vec<&Availability> = own.availability.iter().filter(|unit| lacks(&unit.all)).collect();
    match own.least_data {
        Some(least) => {
            let values = [("least", percent_of(least, 1, lang)), ("n", units.len().to_string())];
            let [least, n] = &values;
            out = out.note(fill(T::DataLeast, lang, &[(least.0, &least.1), (n.0, &n.1)]));
        }
        None if units.is_empty() => return out.note(T::DataAll.get(lang)),
        None => {
            out = out.note(T::DataNoLeast.get(lang)).note(fill(T::FewestNote, lang, &[("n", &units.len().to_string())]));
        }
    }
    if units.is_empty() {
        return out;
    }
    units.sort_by(|a, b| a.all.share().unwrap_or(1.0).total_cmp(&b.all.share().unwrap_or(1.0)).then(a.row.cmp(&b.row)));
    if units.len() > MOST_UNITS {
        out = out.note(fill(T::OnlyFirst, lang, &[("shown", &MOST_UNITS.to_string()), ("all", &units.len().to_string())]));
    }
    let table = PanelTable::new("")
        .column(PanelColumn::Word, T::Code.get(lang))
        .column(PanelColumn::Name, T::Unit.get(lang))
        .column(PanelColumn::Word, T::HasData.get(lang))
        .column(PanelColumn::Text, T::GroupsLacking.get(lang));
    let row = |unit: &&Availability| {
        let (code, name) = named(found, unit.row, lang);
        // The whole is the first group.
        let groups = own.groups.iter().zip(&unit.groups).skip(1).filter(|(_, coverage)| lacks(coverage));
        let groups: Vec<String> =
            groups.map(|(group, coverage)| alloc::format!("{} {}", group.name.title.get(lang), said(coverage, lang))).collect();
        Vec::from([code, name, said(&unit.all, lang), groups.join("; ")])
    };
    out.table(table.rows(units.iter().take(MOST_UNITS).map(row)))
}

fn said(coverage: &Coverage, lang: Lang) -> String {
    let share = coverage.share().map(|share| percent_of(share, 0, lang)).unwrap_or_default();
    let (present, asked) = (coverage.present.to_string(), coverage.asked.to_string());
    fill(T::OfAsked, lang, &[("present", &present), ("asked", &asked), ("share", &share)])
}
