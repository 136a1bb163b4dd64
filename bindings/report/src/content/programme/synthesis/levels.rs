//! Levels of the attached records; editions and states apart.

use super::Told;
use crate::chart::{Amount, Bar, Bars, Fill, Frame, Swatch};
use crate::content::Part;
use crate::model::{Block, Cell, Kind, Table, Tone};
use crate::words::capital;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::programme::{LevelGroup, LevelRecord};

pub(super) fn write(told: Told<'_>, part: &mut Part) {
    if told.s.levels.is_empty() {
        return;
    }
    part.section(told.say("Kết quả đánh giá kèm theo", "Attached assessments"));
    part.push(Block::plain(told.say(
        "Chỉ đếm hồ sơ đã đánh giá lại và khớp. Phiên bản, cách đánh giá, loại nơi, tự đánh giá và đã thẩm định không bao giờ gộp chung.",
        "Only records that were replayed and hold are counted. Editions, schemes, kinds of place, self-assessed and verified results never mix.",
    )));
    for (at, group) in told.s.levels.iter().enumerate() {
        one(told, at, group, part);
    }
}

fn one(told: Told<'_>, at: usize, group: &LevelGroup, part: &mut Part) {
    let lang = told.lang;
    let state = if group.verified { told.say("đã thẩm định", "verified") } else { told.say("tự đánh giá", "self-assessed") };
    let title = format!("{}, {}, {}, {state}", group.set, group.scheme, group.kind.label(lang));
    part.under(title.as_str());
    let marks: Vec<&str> = group.marks.iter().map(|mark| mark.text.get(lang).trim_end_matches('.')).collect();
    let marks = format!("{}. {title}", capital(&marks.join("; ")));
    part.push(Block::Text(Tone::Strong, marks.clone()));
    let all = u32::try_from(group.results.len()).unwrap_or(u32::MAX);
    let label = |level: Option<u32>| match level {
        Some(0) => told.say("Chưa đạt cấp độ nào", "No level reached").to_string(),
        Some(level) => format!("{} {level}", told.say("Cấp độ", "Level")),
        None => told.say("Không xếp cấp độ hoặc chưa xác định", "No level given, or undecided").to_string(),
    };
    let bar = |count: &dothi::programme::LevelCount| {
        let share = Amount::counted(count.places, all);
        Bar::new(label(count.level), share.text.clone(), Fill::Share(Swatch::series(0), Some(share)))
    };
    if !group.counts.is_empty() {
        let frame = Frame::new(told.say("Số nơi theo kết quả", "Places by result"), marks, lang);
        part.push(Block::Chart { id: format!("levels-{at}"), chart: Bars::new(frame, group.counts.iter().map(bar)).into() });
    }
    let row = |record: &LevelRecord, counted: bool| {
        let said = if counted {
            String::new()
        } else {
            told.say("không đếm: cũ hơn hoặc mâu thuẫn", "not counted: older or contradictory").into()
        };
        Vec::from([
            Cell::new(format!("{} {}", record.unit, record.name)),
            Cell::new(capital(record.statement.get(lang))).and(Tone::Dim, said),
            Cell::new(crate::number::date(record.as_of, lang)),
            Cell::default().and(Tone::Dim, record.file.as_str()),
        ])
    };
    let table = Table::new(title)
        .column(Kind::Name, 24, told.say("nơi", "place"))
        .column(Kind::Text, 44, told.say("kết quả", "result"))
        .column(Kind::Word, 12, told.say("ngày", "day"))
        .column(Kind::Text, 20, told.say("hồ sơ", "record"))
        .rows(group.results.iter().map(|record| row(record, true)))
        .rows(group.not_counted.iter().map(|record| row(record, false)));
    part.push(Block::Table(table));
}
