//! Sums, their proof, and the projects they are made of.

use super::super::{money, money_text};
use super::{By, Told};
use crate::chart::{Amount, Bar, Bars, Fill, Frame, Swatch};
use crate::content::Part;
use crate::model::{Block, Card, Cell, Kind, Row, Table, Tone};
use crate::number;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::programme::{FundingRow, Sums};

pub(super) fn write(told: Told<'_>, part: &mut Part) {
    let Told { s, lang, .. } = told;
    part.section(told.say("Kinh phí", "Funding"));
    let total = s.funding.total;
    part.push(Block::Cards(Vec::from([
        card(told.say("Kế hoạch", "Planned"), money_text(total.planned, lang)),
        card(told.say("Giải ngân", "Disbursed"), money_text(total.disbursed, lang)),
    ])));
    part.push(Block::plain(told.say(
        "Chỉ cộng báo cáo của tỉnh, thành phố. Chưa có số liệu không phải là 0; mỗi tổng nêu rõ còn thiếu bao nhiêu dòng.",
        "Only reports of provinces are added. What is not known is not 0; each sum says how many lines it lacks.",
    )));
    let tables: [(&str, &str, &[FundingRow], By); 4] = [
        ("category", told.say("Theo nhóm của đề cương", "By category of the outline"), &s.funding.by_category, By::Category),
        ("year", told.say("Theo năm", "By year"), &s.funding.by_year, By::Year),
        (
            "source",
            told.say(
                "Theo nguồn vốn (phân loại của công cụ, không có trong đề cương)",
                "By source of funds (classes of this tool, not of the outline)",
            ),
            &s.funding.by_source,
            By::Source,
        ),
        ("province", told.say("Theo tỉnh, thành phố", "By province"), &s.funding.by_province, By::Province),
    ];
    for (id, title, rows, by) in tables {
        part.under(title);
        if rows.is_empty() {
            part.push(Block::dim(told.say("Không có dòng nào.", "No lines.")));
            continue;
        }
        part.push(Block::Chart { id: format!("money-{id}"), chart: bars(told, title, rows, by).into() });
        part.push(Block::Table(sums(told, title, rows, by)));
    }
}

fn card(head: &str, statement: String) -> Card {
    Card { head: head.into(), statement, lines: Vec::new() }
}

/// Planned amounts as bars; the longest is the whole length.
fn bars<'s>(told: Told<'s>, title: &str, rows: &'s [FundingRow], by: By) -> Bars {
    let most = rows.iter().map(|row| row.sums.planned.dong).max().unwrap_or_default();
    let bar = |row: &FundingRow| {
        let planned = row.sums.planned;
        let amount = planned.known().map(|dong| Amount::of("", dong, most));
        let end = planned.known().map_or_else(|| money_text(planned, told.lang), |dong| number::exact(dong, told.lang));
        Bar::new(told.label(by, &row.key), end, Fill::Share(Swatch::series(0), amount))
    };
    let title = format!("{} – {}", title, told.say("kế hoạch, đồng", "planned, VND"));
    Bars::new(Frame::new(title, told.mark_line(), told.lang), rows.iter().map(bar))
}

fn sums<'s>(told: Told<'s>, title: &str, rows: &'s [FundingRow], by: By) -> Table {
    let of = |sums: &Sums, name: Cell| {
        Vec::from([name, Cell::new(sums.lines.to_string()), money(sums.planned, told.lang), money(sums.disbursed, told.lang)])
    };
    let mut table = Table::new(title)
        .column(Kind::Name, 40, "")
        .column(Kind::Number, 10, told.say("số dòng", "lines"))
        .column(Kind::Number, 25, told.say("kế hoạch (đồng)", "planned (VND)"))
        .column(Kind::Number, 25, told.say("giải ngân (đồng)", "disbursed (VND)"))
        .rows(rows.iter().map(|row| of(&row.sums, Cell::new(told.label(by, &row.key)))));
    table.rows.push(Row::Head(of(&told.s.funding.total, Cell::strong(told.say("Tổng", "Total")))));
    table
}

/// Every line that was read is in one row, and the rows are all lines.
pub(super) fn proof(told: Told<'_>, part: &mut Part) {
    let proof = &told.s.reconciliation;
    part.section(told.say("Đối soát đến đồng", "Reconciliation to the đồng"));
    let said = if proof.agrees {
        told.say(
            "Khớp: mọi dòng đã đọc nằm trong đúng một hàng, tổng các hàng bằng tổng đã đọc, mỗi bảng kinh phí bằng tổng cả nước.",
            "It agrees: every line read is in exactly one row, the rows add up to what was read, each table of funding adds up to the national sum.",
        )
    } else {
        told.say("KHÔNG KHỚP: không dùng các tổng này.", "IT DOES NOT AGREE: do not use these sums.")
    };
    part.push(Block::Text(Tone::Strong, said.into()));
    let row = |name: Cell, reports: String, sums: &Sums| {
        Vec::from([
            name,
            Cell::new(reports),
            Cell::new(sums.lines.to_string()),
            money(sums.planned, told.lang),
            money(sums.disbursed, told.lang),
        ])
    };
    let mut table = Table::new(told.say("Từ số đã đọc đến số cả nước", "From what was read to the national sums"))
        .shown()
        .column(Kind::Name, 36, "")
        .column(Kind::Number, 9, told.say("báo cáo", "reports"))
        .column(Kind::Number, 9, told.say("số dòng", "lines"))
        .column(Kind::Number, 23, told.say("kế hoạch (đồng)", "planned (VND)"))
        .column(Kind::Number, 23, told.say("giải ngân (đồng)", "disbursed (VND)"));
    for own in &proof.rows {
        table.rows.push(Row::Cells(row(
            Cell::new(crate::words::capital(own.standing.label(told.lang))),
            own.reports.to_string(),
            &own.sums,
        )));
    }
    let all = row(Cell::strong(told.say("Tổng đã đọc", "All that was read")), told.s.reports.len().to_string(), &proof.read);
    table.rows.push(Row::Head(all));
    let (planned, disbursed) = (proof.planned_difference, proof.disbursed_difference);
    table.rows.push(Row::Head(Vec::from([
        Cell::strong(told.say("Chênh lệch", "Difference")),
        Cell::default(),
        Cell::default(),
        Cell::new(number::exact(planned, told.lang)),
        Cell::new(number::exact(disbursed, told.lang)),
    ])));
    part.push(Block::Table(table));
}
