//! Against the round before.

use super::super::{amount, money};
use super::{By, Told};
use crate::content::Part;
use crate::model::{Block, Cell, Kind, Row, Table, Tone};
use crate::number;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::programme::{Money, ProgressRow, Sums};
use dothi::{Dec, Lang};

pub(super) fn write(told: Told<'_>, part: &mut Part) {
    let Some(progress) = &told.s.progress else { return };
    let lang = told.lang;
    part.section(told.say("So với đợt trước", "Since the round before"));
    let (asked, reported) = (progress.asked, progress.reported);
    part.push(Block::plain(match lang {
        Lang::Vi => format!(
            "{} ({}): {} trên {} đơn vị được cộng; đợt này {} trên {}.",
            progress.title.vi, progress.round, reported.0, asked.0, reported.1, asked.1
        ),
        _ => format!(
            "{} ({}): {} of {} units counted; this round {} of {}.",
            progress.title.en, progress.round, reported.0, asked.0, reported.1, asked.1
        ),
    }));
    part.push(Block::dim(told.say(
        "Chênh lệch là hiệu của hai tổng như đã báo cáo; chỉ là tiến triển khi hai đợt cùng đơn vị và cùng cách tính kỳ.",
        "A difference is that of two sums as reported; it is progress only where both rounds have the same units and count time alike.",
    )));
    if !progress.same_units {
        let said = told.say(
            "Hai đợt có danh sách đơn vị khác nhau: tổng cả nước không so được như một xu hướng, bảng theo tỉnh chỉ có đơn vị giữ nguyên mã và tên.",
            "The rounds asked different units: national sums are no trend, and the table of provinces holds only those of the same code and name.",
        );
        part.push(Block::Text(Tone::Strong, said.into()));
    }
    let mut table = Table::new(told.say("Kinh phí hai đợt (đồng)", "Funding of both rounds (VND)"))
        .shown()
        .column(Kind::Name, 22, "")
        .column(Kind::Number, 13, told.say("kế hoạch đợt trước", "planned before"))
        .column(Kind::Number, 13, told.say("đợt này", "now"))
        .column(Kind::Number, 13, told.say("chênh lệch", "difference"))
        .column(Kind::Number, 13, told.say("giải ngân đợt trước", "disbursed before"))
        .column(Kind::Number, 13, told.say("đợt này", "now"))
        .column(Kind::Number, 13, told.say("chênh lệch", "difference"));
    table.rows.push(Row::Cells(cells(told, told.say("Cả nước", "All").into(), &progress.total)));
    let groups: [(&str, &[ProgressRow], By); 4] = [
        (told.say("Theo nhóm", "By category"), &progress.by_category, By::Category),
        (told.say("Theo năm", "By year"), &progress.by_year, By::Year),
        (told.say("Theo nguồn vốn", "By source of funds"), &progress.by_source, By::Source),
        (told.say("Theo tỉnh, thành phố", "By province"), &progress.by_province, By::Province),
    ];
    for (title, rows, by) in groups.into_iter().filter(|(_, rows, _)| !rows.is_empty()) {
        let mut head = Vec::from([Cell::strong(title)]);
        head.resize_with(7, Cell::default);
        table.rows.push(Row::Head(head));
        table.rows.extend(rows.iter().map(|row| Row::Cells(cells(told, told.label(by, &row.key), row))));
    }
    part.push(Block::Table(table));
}

fn cells(told: Told<'_>, name: String, row: &ProgressRow) -> Vec<Cell> {
    let sum =
        |sums: Option<Sums>, pick: fn(Sums) -> Money| sums.map_or_else(|| amount(None, told.lang), |sums| money(pick(sums), told.lang));
    let difference = |dong: Option<Dec>| dong.map_or_else(Cell::default, |dong| Cell::new(number::change(dong, told.lang)));
    Vec::from([
        Cell::new(name),
        sum(row.before, |sums| sums.planned),
        sum(row.now, |sums| sums.planned),
        difference(row.planned),
        sum(row.before, |sums| sums.disbursed),
        sum(row.now, |sums| sums.disbursed),
        difference(row.disbursed),
    ])
}
