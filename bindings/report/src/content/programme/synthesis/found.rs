//! Texts by item with whose they are, anomalies, sources.

use super::super::titled;
use super::Told;
use crate::content::Part;
use crate::model::{Block, Cell, Item, Kind, Row, Table, Tone};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::programme::{Anomaly, OutlineOrigin, PartRole, Standing, TextGroup};

/// Difficulties and proposals by kind, then what else was said: every text as written.
pub(super) fn texts(told: Told<'_>, part: &mut Part) {
    for (role, title) in [
        (PartRole::Difficulties, told.say("Khó khăn, vướng mắc", "Difficulties")),
        (PartRole::Proposals, told.say("Đề xuất, kiến nghị", "Proposals")),
        (PartRole::Text, told.say("Nội dung các phần khác", "The other parts")),
        (PartRole::Funding, told.say("Khai báo về kinh phí", "Said about funding")),
    ] {
        let groups: Vec<&TextGroup> = told.s.texts.iter().filter(|group| group.role == role).collect();
        if groups.is_empty() {
            continue;
        }
        part.section(title);
        groups.into_iter().for_each(|group| one(told, group, part));
    }
}

fn one(told: Told<'_>, group: &TextGroup, part: &mut Part) {
    let shown: Vec<_> = group.texts.iter().filter(|text| text.standing != Standing::Copy).collect();
    part.under(format!("{} ({})", titled_or(told, group), shown.len()));
    if told.outline.item(&group.item).is_some_and(|(_, item)| item.origin != OutlineOrigin::Outline) {
        part.push(Block::dim(told.say("Mục này không có trong đề cương.", "This item is not in the outline.")));
    }
    for to in shown.chunk_by(|a, b| a.to == b.to) {
        let addressee = to.first().and_then(|text| text.to.as_deref());
        if let Some(addressee) = addressee {
            part.push(Block::Text(Tone::Strong, format!("{}: {addressee}", told.say("Gửi", "To"))));
        } else if group.role == PartRole::Proposals && shown.iter().any(|text| text.to.is_some()) {
            part.push(Block::Text(Tone::Strong, told.say("Không ghi nơi gửi", "No addressee given").into()));
        }
        let items = to.iter().map(|text| {
            let mut item = Item::new("–", text.text.as_str());
            let date = text.date.map(|date| crate::number::date(date, told.lang));
            let mut whose = format!("{} ({}, {})", text.name, text.unit, text.file);
            for more in [text.document.clone(), date].into_iter().flatten() {
                whose.push_str(&format!("; {more}"));
            }
            if !matches!(text.standing, Standing::Counted | Standing::Inside) {
                whose.push_str(&format!("; {}", text.standing.label(told.lang)));
            }
            item.below.push(whose);
            item
        });
        part.push(Block::Items(items.collect()));
    }
    if !group.nothing.is_empty() {
        let said: Vec<String> = group
            .nothing
            .iter()
            .map(|(unit, reason)| match reason {
                Some(reason) => format!("{} ({reason})", told.name(unit)),
                None => told.name(unit).to_string(),
            })
            .collect();
        part.push(Block::dim(format!("{}: {}", told.say("Khai không có nội dung", "Declared to have nothing"), said.join("; "))));
    }
}

fn titled_or(told: Told<'_>, group: &TextGroup) -> String {
    if told.outline.item(&group.item).is_some() {
        titled(told.outline, &group.item, told.lang)
    } else {
        format!("{}. {}", group.item, group.title.get(told.lang))
    }
}

/// Everything that is late, missing, doubled or contradictory, unit by unit.
pub(super) fn anomalies(told: Told<'_>, part: &mut Part) {
    part.section(told.say("Muộn, thiếu, trùng, mâu thuẫn", "Late, missing, doubled, contradictory"));
    if told.s.anomalies.is_empty() {
        part.push(Block::plain(told.say("Không có.", "None.")));
        return;
    }
    let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
    told.s.anomalies.iter().for_each(|anomaly| *kinds.entry(anomaly.finding.code().as_str()).or_default() += 1);
    let counted: Vec<String> = kinds.into_iter().map(|(code, count)| format!("{code}: {count}")).collect();
    part.push(Block::dim(counted.join("; ")));
    let mut table = Table::new(told.say("Từng bất thường", "Each of them"))
        .tall()
        .column(Kind::Name, 22, told.say("tệp, vị trí", "file, place"))
        .column(Kind::Text, 58, told.say("nội dung", "what"))
        .column(Kind::Text, 20, told.say("mã", "code"));
    for of_unit in told.s.anomalies.chunk_by(|a, b| a.unit == b.unit) {
        let unit = of_unit.first().and_then(|anomaly| anomaly.unit.as_deref());
        let name = unit.map_or_else(|| told.say("Chung", "General").to_string(), |unit| format!("{unit} {}", told.name(unit)));
        table.rows.push(Row::Head(Vec::from([Cell::strong(name), Cell::default(), Cell::default()])));
        table = table.rows(of_unit.iter().map(|anomaly| row(told, anomaly)));
    }
    part.push(Block::Table(table));
    for file in &told.s.unreadable {
        part.under(file.file.as_str());
        let said = file
            .findings
            .iter()
            .map(|finding| Item::new("×", format!("{}: {}", finding.place().text(told.lang), finding.message(told.lang))));
        part.push(Block::Items(said.collect()));
    }
}

fn row(told: Told<'_>, anomaly: &Anomaly) -> Vec<Cell> {
    let place = anomaly.finding.place().text(told.lang);
    let file = anomaly.file.clone().unwrap_or_default();
    let whole = dothi::Place::Pointer(String::new()).text(told.lang);
    let place = if place == file || place == whole { String::new() } else { place };
    Vec::from([
        Cell::default().and(Tone::Plain, file).and(Tone::Dim, place),
        Cell::new(crate::words::capital(&anomaly.finding.message(told.lang))),
        Cell::default().and(Tone::Dim, anomaly.finding.code().as_str()),
    ])
}

/// Where the outline was read, and what is not in it.
pub(super) fn sources(told: Told<'_>, part: &mut Part) {
    part.section(told.say("Nguồn", "Sources"));
    let items = told.outline.sources.iter().map(|source| {
        let number = source.number.as_deref().unwrap_or_default();
        let title = format!("{number} {}", source.title.get(told.lang));
        let mut item = Item::new("–", title.trim());
        item.below.extend(source.url.clone());
        item
    });
    part.push(Block::Items(items.collect()));
    part.extend(told.outline.notes.iter().map(|note| Block::dim(note.get(told.lang))));
}
