//! Who reported, who is late, who is missing.

use super::super::money;
use super::Told;
use crate::chart::{Amount, Bar, Bars, Fill, Frame, Swatch};
use crate::content::Part;
use crate::model::{Block, Cell, Kind, Row, Table, Tone};
use alloc::format;
use alloc::vec::Vec;
use dothi::programme::{ProvinceOutcome, ProvinceState, Punctuality};
use dothi::{Lang, Outcome};

pub(super) fn write(told: Told<'_>, part: &mut Part) {
    let Told { s, lang, .. } = told;
    part.section(told.say("Nộp báo cáo", "Who reported"));
    let all = u32::try_from(s.provinces.len()).unwrap_or(u32::MAX);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let bar = |label: &str, n: u32, outcome: Outcome| {
        Bar::new(label, format!("{n}/{all}"), Fill::Share(Swatch::of(outcome), Some(Amount::counted(n, all))))
    };
    let bars = [
        bar(told.say("Được cộng", "Counted"), count(s.count(ProvinceOutcome::Reported)), Outcome::Passed),
        bar(told.say("Đúng hạn", "On time"), count(s.count_of(Punctuality::OnTime)), Outcome::Scored),
        bar(told.say("Muộn", "Late"), count(s.count_of(Punctuality::Late)), Outcome::BelowThreshold),
        bar(told.say("Mâu thuẫn", "Contradictory"), count(s.count(ProvinceOutcome::Contradictory)), Outcome::Undecided),
        bar(told.say("Có lỗi, chưa cộng", "With errors, not added"), count(s.count(ProvinceOutcome::Refused)), Outcome::EvidenceRejected),
        bar(told.say("Chưa gửi", "Nothing sent"), count(s.count(ProvinceOutcome::Missing)), Outcome::NoData),
    ];
    let frame = Frame::new(told.say("Đơn vị phải báo cáo", "Units asked"), told.mark_line(), lang);
    part.push(Block::Chart { id: "came".into(), chart: Bars::new(frame, bars).into() });
    part.push(Block::Table(table(told)));
    replaced(told, part);
    inside(told, part);
}

/// What came of a unit, in words.
pub(super) fn outcome(outcome: ProvinceOutcome, lang: Lang) -> &'static str {
    match (outcome, lang) {
        (ProvinceOutcome::Reported, Lang::Vi) => "đã báo cáo",
        (ProvinceOutcome::Contradictory, Lang::Vi) => "các báo cáo mâu thuẫn",
        (ProvinceOutcome::Refused, Lang::Vi) => "báo cáo có lỗi",
        (ProvinceOutcome::Missing, Lang::Vi) => "chưa gửi",
        (ProvinceOutcome::Reported, _) => "reported",
        (ProvinceOutcome::Contradictory, _) => "reports contradict",
        (ProvinceOutcome::Refused, _) => "report has errors",
        _ => "nothing sent",
    }
}

fn table(told: Told<'_>) -> Table {
    let lang = told.lang;
    let row = |province: &ProvinceState| {
        let sums = |pick: fn(&dothi::programme::Sums) -> dothi::programme::Money| {
            province.sums.as_ref().map_or_else(Cell::default, |sums| money(pick(sums), lang))
        };
        let whole = match (province.outcome, province.complete) {
            (ProvinceOutcome::Missing, _) => "",
            (_, true) => told.say("đủ", "complete"),
            (_, false) => told.say("thiếu", "incomplete"),
        };
        Vec::from([
            Cell::new(province.unit.code.as_str()),
            Cell::new(province.unit.name.as_str()),
            Cell::new(outcome(province.outcome, lang)),
            punctuality(told, province),
            Cell::new(whole),
            sums(|sums| sums.planned),
            sums(|sums| sums.disbursed),
        ])
    };
    Table::new(told.say("Từng đơn vị (đồng)", "Unit by unit (VND)"))
        .shown()
        .column(Kind::Word, 7, told.say("mã", "code"))
        .column(Kind::Name, 23, told.say("đơn vị", "unit"))
        .column(Kind::Text, 14, told.say("kết quả", "outcome"))
        .column(Kind::Text, 11, told.say("thời hạn", "deadline"))
        .column(Kind::Text, 9, told.say("sáu phần", "six parts"))
        .column(Kind::Number, 18, told.say("kế hoạch", "planned"))
        .column(Kind::Number, 18, told.say("giải ngân", "disbursed"))
        .rows(told.s.provinces.iter().map(row))
}

/// Whether it came in time; of a corrected report also whether the first one did.
fn punctuality(told: Told<'_>, province: &ProvinceState) -> Cell {
    let cell = Cell::new(province.punctuality.map_or("", |own| own.label(told.lang)));
    let first = province.first.map(|first| format!("{}: {}", told.say("báo cáo đầu", "first report"), first.label(told.lang)));
    first.into_iter().fold(cell, |cell, first| cell.and(Tone::Dim, first))
}

/// Reports that a later one of the unit stands in for.
fn replaced(told: Told<'_>, part: &mut Part) {
    let row = |report: &dothi::programme::ReportState| {
        let by = report.replaced_by.as_deref()?;
        let day = report.day.map(|day| crate::number::date(day, told.lang)).unwrap_or_default();
        let unit = Cell::new(format!("{} {}", report.unit, report.name));
        Some(Vec::from([unit, Cell::new(report.file.as_str()), Cell::new(day), Cell::new(by)]))
    };
    let rows: Vec<_> = told.s.reports.iter().filter_map(row).collect();
    if rows.is_empty() {
        return;
    }
    part.under(told.say("Báo cáo đã được thay thế", "Reports that were replaced"));
    let table = Table::new(told.say("Giữ lại và nêu tên, không cộng", "Kept and named, not added"))
        .shown()
        .column(Kind::Name, 32, told.say("đơn vị", "unit"))
        .column(Kind::Text, 28, told.say("báo cáo được thay thế", "replaced"))
        .column(Kind::Word, 12, told.say("ngày", "day"))
        .column(Kind::Text, 28, told.say("báo cáo thay thế", "replaced by"));
    part.push(Block::Table(table.rows(rows)));
}

/// Communes and urban areas, inside their province.
fn inside(told: Told<'_>, part: &mut Part) {
    if told.s.provinces.iter().all(|province| province.inside.is_empty()) {
        return;
    }
    let lang = told.lang;
    part.under(told.say("Xã, phường, đô thị trong tỉnh", "Communes and urban areas inside provinces"));
    part.push(Block::Text(
        Tone::Strong,
        told.say(
            "Số liệu dưới đây nêu trong tỉnh và không được cộng vào bất kỳ tổng nào của cả nước.",
            "The amounts below are shown inside their province and are in no national sum.",
        )
        .into(),
    ));
    let mut table = Table::new(told.say("Trong tỉnh (đồng)", "Inside provinces (VND)"))
        .column(Kind::Word, 14, told.say("mã", "code"))
        .column(Kind::Name, 38, told.say("đơn vị", "unit"))
        .column(Kind::Number, 24, told.say("kế hoạch", "planned"))
        .column(Kind::Number, 24, told.say("giải ngân", "disbursed"));
    for province in told.s.provinces.iter().filter(|province| !province.inside.is_empty()) {
        let head = [Cell::strong(province.unit.code.as_str()), Cell::strong(province.unit.name.as_str()), Cell::default(), Cell::default()];
        table.rows.push(Row::Head(head.into()));
        table = table.rows(province.inside.iter().map(|own| {
            Vec::from([
                Cell::new(own.code.as_str()),
                Cell::new(own.name.as_str()),
                money(own.sums.planned, lang),
                money(own.sums.disbursed, lang),
            ])
        }));
    }
    part.push(Block::Table(table));
}
