//! An empty report to fill in.

use super::keys::{COLUMNS, FIELDS, LABEL, NOTHING, RECORD, REPORT, TOTAL};
use crate::city::{Separator, csv_line};
use crate::criteria::{FORMAT, UnitKind};
use crate::programme::outline::{Outline, OutlineItem, OutlineOrigin, PartRole, Required};
use crate::text::{Lang, pick};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::json;

/// Prepared rows of a funding category.
const LINES: usize = 3;

/// A report as CSV for a spreadsheet program: rows for the report itself, then the outline part by part with a row for each item.
/// The columns `title` and `guide` are for reading; a row with nothing else is a heading. The separator is the one that spreadsheet programs of
/// the language expect. [`ReportFile::from_csv`](super::ReportFile::from_csv) reads it.
///
/// ```
/// use dothi::{Lang, UnitKind, programme::{Outline, template_csv}};
/// let table = template_csv(&Outline::builtin().unwrap(), None, UnitKind::Province, Lang::Vi);
/// assert!(table.contains("mục 4.1;"));
/// ```
#[must_use]
pub fn template_csv(outline: &Outline, round: Option<&str>, kind: UnitKind, lang: Lang) -> String {
    let separator = if lang == Lang::Vi { Separator::Semicolon } else { Separator::Comma };
    // A byte order mark tells spreadsheet programs that the text is UTF-8.
    let mut out = String::from('\u{FEFF}');
    // It is for one report.
    let columns = || COLUMNS.into_iter().filter(|column| *column != LABEL);
    csv_line(columns(), separator, &mut out);
    let mut row = |cells: &[(&str, &str)]| {
        let cell = |name: &str| cells.iter().find(|(column, _)| *column == name).map_or("", |(_, text)| *text).to_string();
        let line: Vec<String> = columns().map(cell).collect();
        csv_line(line.iter().map(String::as_str), separator, &mut out);
    };
    row(&[("title", outline.title.get(lang)), ("guide", pick(lang, GUIDE.0, GUIDE.1))]);
    for (field, _) in FIELDS {
        let value = match field {
            "outline" => outline.outline.as_str(),
            "round" => round.unwrap_or_default(),
            "unit_kind" => kind.as_str(),
            _ => "",
        };
        row(&[("item", REPORT), ("field", field), ("text", value), ("title", title_of(field, lang))]);
    }
    for part in &outline.parts {
        row(&[("title", &titled(&part.head, lang)), ("guide", guide(&part.head, lang))]);
        if part.role == PartRole::Funding {
            let classes: Vec<&str> = outline.fund_sources.iter().map(|class| class.title.get(lang)).collect();
            let head = pick(lang, "Các loại nguồn vốn ghi ở cột fund_source", "Classes of funds, for the column fund_source");
            row(&[("title", &format!("{head}: {}", classes.join("; ")))]);
        }
        let own = part.items.is_empty().then_some(&part.head);
        for item in own.into_iter().chain(&part.items) {
            let number = format!("{} {}", pick(lang, "mục", "item"), item.id);
            let cells = [("item", number.as_str()), ("title", &titled(item, lang)), ("guide", guide(item, lang))];
            if part.role != PartRole::Funding {
                row(&cells);
                continue;
            }
            let unit = pick(lang, "triệu đồng", "trieu_dong");
            (0..LINES).for_each(|_| row(&[cells.as_slice(), &[("unit", unit)]].concat()));
        }
    }
    let rest = [
        (
            TOTAL,
            pick(
                lang,
                "Tổng như báo cáo ghi (không bắt buộc); item: total, field: nhóm kinh phí, để trống = mọi nhóm",
                "A total as the report states it (not required); item: total, field: category, empty = all",
            ),
        ),
        (
            NOTHING,
            pick(
                lang,
                "Mục không có nội dung; item: nothing, field: số mục, text: lý do",
                "An item without content; item: nothing, field: its number, text: why",
            ),
        ),
        (
            RECORD,
            pick(
                lang,
                "Hồ sơ kết quả kèm theo; item: record, text: tên tệp, sha256: mã băm",
                "A record that goes with the report; item: record, text: file, sha256: its digest",
            ),
        ),
    ];
    for (_, title) in rest {
        row(&[("title", title)]);
    }
    out
}

/// What must be known before anything is filled in.
const GUIDE: (&str, &str) = (
    "Mỗi dòng một nội dung hoặc một dự án, năm, nguồn vốn; thêm dòng khi cần. Số tiền để trống là chưa có số liệu, không phải 0; viết số không có dấu phân nhóm (12500,5). Nguồn vốn ghi theo tên loại; các loại nguồn vốn không thuộc đề cương.",
    "One row for each text, or each project, year and source of funds; add rows as needed. An empty amount is not known, which is not 0; write numbers without separators of thousands (12500.5). The classes of funds are not part of the outline.",
);

fn titled(item: &OutlineItem, lang: Lang) -> String {
    format!("{}. {}", item.id, item.title.get(lang))
}

fn guide(item: &OutlineItem, lang: Lang) -> &'static str {
    match (item.origin, item.required) {
        (OutlineOrigin::Press, _) => pick(lang, "Chỉ báo chí nêu, không có trong đề cương", "Only in the press, not in the outline"),
        (OutlineOrigin::Ours, _) => pick(lang, "Không có trong đề cương", "Not in the outline"),
        (OutlineOrigin::Outline, Required::IfAny) => pick(lang, "Nếu có", "If any"),
        _ => "",
    }
}

fn title_of(field: &str, lang: Lang) -> &'static str {
    match field {
        "outline" => pick(lang, "Đề cương (đã điền)", "Outline (filled in)"),
        "round" => pick(lang, "Đợt báo cáo", "Round"),
        "unit_code" => pick(lang, "Mã đơn vị báo cáo (giữ các số 0 ở đầu)", "Code of the reporting unit (keep leading zeros)"),
        "unit_name" => pick(lang, "Tên đơn vị báo cáo", "Name of the reporting unit"),
        "unit_kind" => pick(lang, "Loại đơn vị (đã điền)", "Kind of unit (filled in)"),
        "parent" => pick(lang, "Mã tỉnh, thành phố (với xã, phường, đô thị)", "Code of the province (of communes and urban areas)"),
        "fictional" => pick(lang, "Số liệu hư cấu: có hoặc để trống", "Made up: yes, or empty"),
        "period_from" => pick(lang, "Kỳ báo cáo: từ ngày", "Period: from"),
        "period_to" => pick(lang, "Kỳ báo cáo: đến ngày", "Period: to"),
        "number" => pick(lang, "Số văn bản", "Number of the document"),
        "date" => pick(lang, "Ngày văn bản", "Day of the document"),
        "replaces_number" => pick(
            lang,
            "Thay thế báo cáo trước của đơn vị (nếu có): số văn bản",
            "Replaces an earlier report of the unit (if any): its number",
        ),
        "replaces_date" => pick(lang, "Thay thế báo cáo trước: ngày văn bản", "Replaces an earlier report: its day"),
        "replaces_sha256" => pick(
            lang,
            "Thay thế báo cáo trước: mã băm (thay cho số và ngày)",
            "Replaces an earlier report: its digest (instead of number and day)",
        ),
        "received" => pick(lang, "Ngày nhận (nơi nhận ghi)", "Day of receipt (filled in by the receiver)"),
        "prepared_by" => pick(lang, "Đơn vị lập báo cáo", "Prepared by"),
        _ => "",
    }
}

/// A report as JSON with an entry under every item and a line under every category, their texts empty: it is read once they are filled in or
/// taken out.
///
/// ```
/// use dothi::{UnitKind, programme::{Outline, template_json}};
/// assert!(template_json(&Outline::builtin().unwrap(), None, UnitKind::Province).contains("\"category\": \"4.1\""));
/// ```
#[must_use]
pub fn template_json(outline: &Outline, round: Option<&str>, kind: UnitKind) -> String {
    let leaves = || outline.leaves().filter(|(_, item)| item.origin == OutlineOrigin::Outline);
    let entries = leaves().filter(|(part, _)| part.role != PartRole::Funding).map(|(_, item)| json!({"item": item.id, "text": ""}));
    let lines = leaves().filter(|(part, _)| part.role == PartRole::Funding).map(|(_, item)| {
        json!({"category": item.id, "project": "", "year": 0, "source": "", "planned": "", "disbursed": "", "unit": "trieu_dong"})
    });
    let report = Prepared {
        outline: &outline.outline,
        round,
        unit: json!({"code": "", "name": "", "kind": kind.as_str()}),
        number: "",
        date: "",
        entries: entries.collect(),
        funding: lines.collect(),
    };
    crate::write::pretty(&PreparedFile { format: FORMAT, reports: [report] })
}

/// Keys in the order in which people fill them in.
#[derive(serde::Serialize)]
struct PreparedFile<'a> {
    format: u32,
    reports: [Prepared<'a>; 1],
}

#[derive(serde::Serialize)]
struct Prepared<'a> {
    outline: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    round: Option<&'a str>,
    unit: serde_json::Value,
    number: &'a str,
    date: &'a str,
    entries: Vec<serde_json::Value>,
    funding: Vec<serde_json::Value>,
}
