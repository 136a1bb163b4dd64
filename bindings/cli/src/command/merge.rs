//! `merge`: the files of several departments become one, or every contradiction is named.

use super::judging::remark;
use super::{Answer, page};
use crate::args::{Format, Merge};
use crate::doc::{Block, Cell, Column, Table, Tone, csv};
use crate::input::{Placed, Reader};
use crate::output::{Target, cities};
use crate::settings::Settings;
use crate::texts::{T, capital, fill};
use crate::{DONE, FINDINGS, marks, numbers, place};
use dothi::{CityFile, CriteriaSet, Date, Dec, Lang, Mark, MergeEntry, MergeKind, MergePart, Unit};
use serde_json::json;
use std::collections::BTreeMap;
use std::io::Write;

/// One place and what came of it.
struct Joined<'p> {
    unit: &'p Unit,
    files: Vec<&'p str>,
    marks: Vec<Mark>,
    merge: dothi::Merge,
}

pub(super) fn run(args: &Merge, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("merge", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let known = [Format::Json, Format::Csv, Format::Xlsx];
    let target = args.output.as_deref().map(|name| Target::of(Some(name), "merge", &known, settings)).transpose()?;
    let reader = Reader::new(settings);
    let set = args.writing.set.as_deref().map(|name| reader.set(name)).transpose()?.map(|(set, _)| set);
    let files: Vec<&str> = args.files.iter().map(String::as_str).collect();
    let (places, remarks) = reader.cities(&files, &args.reading, set.as_ref())?;
    remark(&remarks, settings);
    let joined = join(&places, set.as_ref());
    match format {
        Format::Json => writeln!(out, "{:#}", serde_json::Value::from(joined.iter().map(json).collect::<Vec<_>>()))?,
        Format::Csv => rows(&joined, settings, out)?,
        _ => page(&blocks(&joined, settings), format, settings, out)?,
    }
    let merged: Option<Vec<_>> = joined.into_iter().map(|one| one.merge.city).collect();
    let Some(merged) = merged else { return Ok(FINDINGS) };
    if let Some(target) = target {
        let bytes = cities(&CityFile::new(merged), target.format, set.as_ref(), &args.writing, settings)?;
        target.write(&bytes, out)?;
    }
    Ok(DONE)
}

/// Each place by its code, in the order in which the files name them.
fn join<'p>(places: &'p [Placed], set: Option<&CriteriaSet>) -> Vec<Joined<'p>> {
    let mut order: Vec<Vec<&'p Placed>> = Vec::new();
    let mut by_code: BTreeMap<&str, usize> = BTreeMap::new();
    for placed in places {
        let next = order.len();
        let at = *by_code.entry(&placed.city.unit.code).or_insert(next);
        match order.get_mut(at) {
            Some(group) => group.push(placed),
            None => order.push(vec![placed]),
        }
    }
    let one = |group: Vec<&'p Placed>| {
        let first = group.first()?;
        let parts: Vec<MergePart<'_>> = group.iter().map(|p| MergePart::new(&p.file, &p.city)).collect();
        let mut marks: Vec<Mark> = Vec::new();
        for mark in group.iter().flat_map(|p| p.city.marks()) {
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        let files = group.iter().map(|p| p.file.as_str()).collect();
        Some(Joined { unit: &first.city.unit, files, marks, merge: dothi::merge(&parts, set) })
    };
    order.into_iter().filter_map(one).collect()
}

fn count(one: &Joined<'_>, kind: MergeKind) -> String {
    one.merge.entries.iter().filter(|entry| entry.kind == kind).count().to_string()
}

fn blocks(joined: &[Joined<'_>], settings: &Settings) -> Vec<Block> {
    let lang = settings.lang;
    let mut out = Vec::new();
    for one in joined {
        if !out.is_empty() {
            out.push(Block::Space);
        }
        let mut page = vec![Block::Title(place::full(one.unit, lang))];
        page.push(Block::Under(capital(&fill(T::MergedFiles, lang, &[("files", &one.files.join(", "))]))));
        page.extend(marks::blocks(&one.marks, lang));
        let counts = [MergeKind::Conflict, MergeKind::Same, MergeKind::Joined].map(|kind| count(one, kind));
        let [conflicts, same, put] = counts.each_ref().map(String::as_str);
        let said = fill(T::MergeCounts, lang, &[("conflicts", conflicts), ("same", same), ("joined", put)]);
        let whole = one.merge.city.is_some();
        page.push(Block::Text(if whole { Tone::Strong } else { Tone::Error }, said));
        let verdict = if whole { T::MergeWhole } else { T::MergeRefused };
        page.push(Block::Text(Tone::Plain, verdict.get(lang).into()));
        for kind in [MergeKind::Conflict, MergeKind::Joined, MergeKind::Same] {
            let entries: Vec<_> = one.merge.entries.iter().filter(|entry| entry.kind == kind).collect();
            if !entries.is_empty() {
                page.push(Block::Heading(capital(kind.label(lang))));
                page.push(Block::Table(table(&entries, &one.files, lang)));
            }
        }
        out.extend(marks::frame(&one.marks, lang, page));
    }
    out
}

/// One row for each side; what it is about stands in the first.
fn table(entries: &[&MergeEntry], files: &[&str], lang: Lang) -> Table {
    let columns = vec![
        Column::text(T::MergeSubject.get(lang)),
        Column::text(T::MergeField.get(lang)),
        Column::text(T::File.get(lang)),
        Column::text(T::MergePlace.get(lang)),
        Column::text(T::Value.get(lang)),
    ];
    let mut rows = Vec::new();
    for entry in entries {
        for (at, side) in entry.sides.iter().enumerate() {
            let first = |text: String| Cell::new(if at == 0 { text } else { String::new() });
            rows.push(vec![
                first(about(entry, lang)),
                first(dothi_spreadsheet::heading(entry.field, lang).to_lowercase()),
                Cell::new(short(&side.file, files)),
                Cell::new(side.place.text(lang)),
                Cell::strong(said(entry.field, &side.value, lang)),
            ]);
        }
    }
    Table { columns, rows }
}

/// What an entry is about, in words.
fn about(entry: &MergeEntry, lang: Lang) -> String {
    let subject = &entry.subject;
    let role = match subject.role.as_str() {
        "value" => T::RoleValue.get(lang),
        "numerator" => T::RoleNumerator.get(lang),
        "denominator" => T::RoleDenominator.get(lang),
        other => other,
    };
    let item = match subject.item.as_str() {
        "unit" => T::City.get(lang),
        "evidence" => T::Evidence.get(lang),
        "published" => T::PublishedValue.get(lang),
        other => other,
    };
    let period = Date::parse(&subject.period).map_or_else(|| subject.period.clone(), |period| numbers::date(period, lang));
    let parts = [item, &subject.data_point, role, &period, &subject.part];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The last step of a path, where it tells the files apart.
fn short<'n>(file: &'n str, files: &[&str]) -> &'n str {
    let last = |path: &'n str| path.rsplit(['/', '\\']).next().unwrap_or(path);
    let same = files.iter().filter(|other| other.rsplit(['/', '\\']).next() == Some(last(file))).count();
    if same == 1 { last(file) } else { file }
}

/// A value as people of the language write it.
fn said(field: &str, value: &str, lang: Lang) -> String {
    match (value, Dec::parse(value)) {
        ("yes", _) => T::Yes.get(lang).into(),
        ("no", _) => T::No.get(lang).into(),
        (_, Ok(number)) if field == "value" => numbers::exact(number, lang),
        (text, _) => text.into(),
    }
}

fn rows(joined: &[Joined<'_>], settings: &Settings, out: &mut dyn Write) -> std::io::Result<()> {
    csv::row(out, &["unit", "kind", "item", "data_point", "role", "period", "part", "field", "file", "place", "value", "mark"])?;
    for one in joined {
        let mark = marks::line(&one.marks, settings.lang);
        for entry in &one.merge.entries {
            let subject = &entry.subject;
            let about = [subject.item.as_str(), &subject.data_point, &subject.role, &subject.period, &subject.part];
            for side in &entry.sides {
                let kind = match entry.kind {
                    MergeKind::Conflict => "conflict",
                    MergeKind::Same => "same",
                    _ => "joined",
                };
                let place = side.place.text(settings.lang);
                let [item, point, role, period, part] = about;
                let cells = [&one.unit.code, kind, item, point, role, period, part, entry.field, &side.file, &place, &side.value, &mark];
                csv::row(out, &cells)?;
            }
        }
    }
    Ok(())
}

fn json(one: &Joined<'_>) -> serde_json::Value {
    let digest = one.merge.city.as_ref().map(dothi::CityData::data_digest);
    json!({"unit": one.unit.code, "files": one.files, "marks": one.marks, "merged": digest.is_some(), "digest": digest, "entries": one.merge.entries})
}
