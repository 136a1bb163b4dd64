//! A local report as offices write it: head and title, the parts of the outline, signature and recipients. What a person has to fill in is blank.

use super::{amount, fund_source, line, money, say, titled};
use crate::model::{Block, Cell, Document, Item, Kind, Look, Row, Table, Tone};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::Lang;
use dothi::programme::{Entry, LocalReport, Outline, OutlineItem, OutlinePart, PartRole};

pub(crate) fn document(report: &LocalReport, outline: &Outline, lang: Lang) -> Document {
    let mut blocks = head(report, lang);
    for part in &outline.parts {
        blocks.push(Block::Heading { depth: 1, id: format!("part-{}", part.head.id), text: titled(outline, &part.head.id, lang) });
        match part.role {
            PartRole::Funding => funding(report, outline, part, lang, &mut blocks),
            _ => texts(report, part, lang, &mut blocks),
        }
    }
    blocks.push(foot(lang));
    let title = format!("{}: {}", say(lang, "Báo cáo", "Report"), report.unit.name);
    let marks = if report.fictional { fictional(lang) } else { "" };
    Document { lang, look: Look::Office, running_head: title.clone(), title, running_foot: marks.into(), blocks }
}

fn fictional(lang: Lang) -> &'static str {
    say(lang, "DỮ LIỆU HƯ CẤU", "FICTIONAL DATA (DỮ LIỆU HƯ CẤU)")
}

fn head(report: &LocalReport, lang: Lang) -> Vec<Block> {
    let left = Vec::from([
        line(Tone::Strong, report.unit.name.as_str()),
        line(Tone::Plain, "–––––––"),
        line(Tone::Plain, say(lang, "Số:          /BC-............", "No.:          /BC-............")),
    ]);
    let right = Vec::from([
        line(Tone::Strong, say(lang, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM")),
        line(Tone::Strong, say(lang, "Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness")),
        line(Tone::Plain, "–––––––––––––––"),
        line(
            Tone::Plain,
            say(lang, "................, ngày ..... tháng ..... năm ........", "................, day ..... month ..... year ........"),
        ),
    ]);
    let mut out = Vec::from([Block::Pair(left, right)]);
    out.push(Block::Title {
        id: "report".into(),
        over: String::new(),
        text: say(lang, "BÁO CÁO", "REPORT").into(),
        under: say(lang, "Tình hình triển khai phát triển đô thị thông minh", "Progress of smart city development").into(),
    });
    if report.fictional {
        out.push(Block::Marks { head: say(lang, "Lưu ý", "Note").into(), lines: Vec::from([fictional(lang).into()]) });
    }
    if let Some(period) = report.period {
        let date = |date| crate::number::date(date, lang);
        out.push(Block::plain(match lang {
            Lang::Vi => format!("Kỳ báo cáo: {} – {}.", date(period.from), date(period.to)),
            _ => format!("Period: {} – {}.", date(period.from), date(period.to)),
        }));
    }
    if let Some(replaces) = &report.replaces {
        let what = replaces.text(lang);
        out.push(Block::plain(match lang {
            Lang::Vi => format!("Báo cáo này thay thế báo cáo {what}."),
            _ => format!("This report replaces the report {what}."),
        }));
    }
    out
}

fn foot(lang: Lang) -> Block {
    let left = [say(lang, "Nơi nhận:", "Recipients:"), "- ................................;", "- ................................;"];
    let right = [
        say(lang, "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "OFFICE OF THE SIGNATORY"),
        say(lang, "(Chữ ký, dấu của cơ quan)", "(Signature and seal)"),
        "",
        "",
        say(lang, "Họ và tên", "Full name"),
    ];
    let own = |lines: &[&str]| {
        let tone = |at: usize| if at == 0 { Tone::Strong } else { Tone::Plain };
        lines.iter().enumerate().map(|(at, text)| line(tone(at), *text)).collect::<Vec<_>>()
    };
    Block::Pair(own(&left), own(&right))
}

fn texts(report: &LocalReport, part: &OutlinePart, lang: Lang, blocks: &mut Vec<Block>) {
    let own = part.items.is_empty().then_some(&part.head);
    let before = blocks.len();
    for item in own.into_iter().chain(&part.items) {
        let entries: Vec<&Entry> = report.entries.iter().filter(|entry| entry.item == item.id).collect();
        let nothing = nothing(report, item, lang);
        if entries.is_empty() && nothing.is_none() {
            continue;
        }
        if !part.items.is_empty() {
            blocks.push(Block::Heading { depth: 2, id: String::new(), text: format!("{} {}", item.id, item.title.get(lang)) });
        }
        blocks.extend(nothing.map(Block::plain));
        blocks.push(Block::Items(entries.iter().map(|entry| text(entry, lang)).collect()));
    }
    blocks.extend(nothing(report, &part.head, lang).filter(|_| !part.items.is_empty()).map(Block::plain));
    if blocks.len() == before {
        blocks.push(Block::dim(say(lang, "(Chưa có nội dung.)", "(No content yet.)")));
    }
}

fn text(entry: &Entry, lang: Lang) -> Item {
    let to = entry.to.as_ref().map(|to| format!("{}: {to}", say(lang, "gửi", "to")));
    let date = entry.date.map(|date| crate::number::date(date, lang));
    let beside = [entry.document.clone(), date, to].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let text = if beside.is_empty() { entry.text.clone() } else { format!("{} ({beside})", entry.text) };
    Item::new("–", text)
}

/// What the report says where it says that there is nothing.
fn nothing(report: &LocalReport, item: &OutlineItem, lang: Lang) -> Option<String> {
    let own = report.nothing.iter().find(|nothing| nothing.item == item.id)?;
    Some(match &own.reason {
        Some(reason) => format!("{} {reason}", say(lang, "Không có nội dung:", "Nothing to report:")),
        None => say(lang, "Không có nội dung.", "Nothing to report.").into(),
    })
}

fn funding(report: &LocalReport, outline: &Outline, part: &OutlinePart, lang: Lang, blocks: &mut Vec<Block>) {
    let caption = say(lang, "Kinh phí (đồng)", "Funding (VND)");
    let mut table = Table::new(caption)
        .shown()
        .column(Kind::Name, 34, say(lang, "dự án, nội dung", "project"))
        .column(Kind::Word, 8, say(lang, "năm", "year"))
        .column(Kind::Text, 18, say(lang, "nguồn vốn", "source of funds"))
        .column(Kind::Number, 20, say(lang, "kế hoạch", "planned"))
        .column(Kind::Number, 20, say(lang, "giải ngân", "disbursed"));
    for item in &part.items {
        let lines: Vec<_> = report.funding.iter().filter(|line| line.category == item.id).collect();
        let empty = Cell::default;
        table.rows.push(Row::Head(Vec::from([Cell::strong(titled(outline, &item.id, lang)), empty(), empty(), empty(), empty()])));
        for own in &lines {
            let name = own.note.iter().fold(Cell::new(own.project.as_str()), |cell, note| cell.and(Tone::Dim, note.as_str()));
            let name = own.code.iter().fold(name, |cell, code| cell.and(Tone::Dim, code.as_str()));
            table.rows.push(Row::Cells(Vec::from([
                name,
                Cell::new(format!("{}", own.year)),
                Cell::new(fund_source(outline, &own.source, lang)),
                amount(own.planned_dong(), lang),
                amount(own.disbursed_dong(), lang),
            ])));
        }
        if lines.is_empty() {
            let said = nothing(report, item, lang).unwrap_or_else(|| say(lang, "(Chưa có nội dung.)", "(No content yet.)").into());
            table.rows.push(Row::Wide(Cell::default().and(Tone::Dim, said)));
        }
    }
    let (planned, disbursed) = report.sums();
    let total = say(lang, "Tổng cộng", "Total");
    table.rows.push(Row::Head(Vec::from([
        Cell::strong(total),
        Cell::default(),
        Cell::default(),
        money(planned, lang),
        money(disbursed, lang),
    ])));
    blocks.extend(nothing(report, &part.head, lang).map(Block::plain));
    blocks.push(Block::Table(table));
    blocks.push(Block::dim(say(
        lang,
        "Loại nguồn vốn là cách phân loại của công cụ, không có trong đề cương.",
        "The classes of funds are those of this tool, not of the outline.",
    )));
}
