//! The JSON Schema of local reports: beside `json.rs`, key by key in the same order.

use super::json::{ReportFile, YEARS};
use super::model::{Entry, FundingLine, LocalReport, Nothing, RecordLink, Replaces, ReportPeriod, ReportingUnit, StatedTotal};
use crate::criteria::{FORMAT, SCHEMA_KEY, UnitKind};
use crate::date::Date;
use crate::number::Dec;
use crate::programme::money::MoneyUnit;
use crate::schema::object::{Object, concept, describe};
use crate::schema::scalar::{Count, Day, Flag, Id, Line};
use crate::schema::words::words;
use crate::text::Lang;
use schemars::json_schema;
use serde_json::json;

words!(MoneyUnit, "money_unit", MoneyUnit::WORDS, |unit| (unit.label(Lang::Vi), unit.label(Lang::En)));

/// SHA-256 in hexadecimal digits.
pub(crate) struct Sha256;

concept!(Sha256, "sha256", |_g| {
    let mut schema = json_schema!({"type": "string", "pattern": "^[0-9a-f]{64}$"});
    describe(
        schema.ensure_object(),
        Some(("Mã băm", "Digest")),
        ("SHA-256 của tệp, 64 chữ số thập lục phân viết thường.", "SHA-256 of the file, 64 hexadecimal digits in small letters."),
    );
    schema
});

type Year = Count<{ YEARS.0 }, { YEARS.1 }>;

concept!(ReportFile, "report_file", |g| {
    let about = (
        "Báo cáo của một hoặc nhiều đơn vị theo một đề cương. Ý nghĩa: criteria/programme/README.md.",
        "Reports of one or more units by an outline. Meaning: criteria/programme/README.md.",
    );
    Object::new(g, ("Báo cáo địa phương", "Local reports"), about)
        .optional::<Line>(
            SCHEMA_KEY,
            "Schema của tệp này, cho trình soạn thảo; không được đọc.",
            "The schema of this file, for editors; it is not read.",
        )
        .fixed("format", FORMAT, "Phiên bản của khuôn dạng.", "Version of the format.")
        .full_list::<LocalReport>("reports", "Các báo cáo.", "The reports.")
        .example(json!({
            "format": FORMAT,
            "reports": [{
                "outline": "bxd-1683-2022",
                "unit": {"code": "01", "name": "Hà Nội", "kind": "province"},
                "entries": [{"item": "5.1", "text": "…"}],
                "funding": [{
                    "category": "4.1", "project": "…", "year": 2021, "source": "local_budget",
                    "planned": "12.5", "unit": "ty_dong",
                }],
            }],
        }))
        .finish()
});

concept!(LocalReport, "local_report", |g| {
    Object::new(
        g,
        ("Báo cáo của một đơn vị", "Report of one unit"),
        ("Sáu phần của đề cương; số mục là của đề cương.", "The six parts of the outline; items go by its numbers."),
    )
    .required::<Id>("outline", "Mã đề cương.", "Id of the outline.")
    .optional::<Id>("round", "Mã đợt báo cáo.", "Id of the round.")
    .required::<ReportingUnit>("unit", "Đơn vị báo cáo.", "Who reports.")
    .optional::<Flag>("fictional", "Số liệu hư cấu; mọi kết quả đều nói rõ.", "Made up; every output says so.")
    .optional::<ReportPeriod>("period", "Kỳ báo cáo.", "The time it is about.")
    .optional::<Line>("number", "Số văn bản.", "Number of the document.")
    .optional::<Day>("date", "Ngày văn bản.", "Day of the document.")
    .optional::<Replaces>(
        "replaces",
        "Báo cáo trước của cùng đơn vị mà báo cáo này thay thế.",
        "The earlier report of the same unit that it stands in for.",
    )
    .optional::<Day>("received", "Ngày nhận.", "Day of receipt.")
    .optional::<Line>("prepared_by", "Ai lập báo cáo.", "Who prepared it.")
    .required_list::<Entry>("entries", "Nội dung theo mục.", "What is said under the items.")
    .list::<Nothing>("nothing", "Mục khai là không có nội dung.", "Items declared to have no content.")
    .required_list::<FundingLine>(
        "funding",
        "Kinh phí; mỗi dòng một dự án, năm, nguồn vốn.",
        "Money: one line for each project, year and source.",
    )
    .list::<StatedTotal>("totals", "Tổng như báo cáo ghi; để đối chiếu, không cộng.", "Totals as stated; compared, never added.")
    .list::<RecordLink>("records", "Hồ sơ kết quả kèm theo.", "Records that go with the report.")
    .finish()
});

concept!(ReportingUnit, "reporting_unit", |g| {
    let short = |kind: UnitKind, pattern: &str| {
        json!({
            "if": {"properties": {"kind": {"const": kind.as_str()}}, "required": ["kind"]},
            "then": {"properties": {"code": {"not": {"pattern": pattern}}}},
        })
    };
    Object::new(g, ("Đơn vị báo cáo", "Reporting unit"), ("Mã, tên, loại.", "Code, name, kind."))
        .required::<Line>("code", "Mã, giữ số 0 ở đầu.", "Code, zeros kept.")
        .required::<Line>("name", "Tên.", "Name.")
        .required::<UnitKind>("kind", "Loại.", "Kind.")
        .optional::<Line>("parent", "Mã tỉnh của xã, phường, đô thị.", "Code of the province, of communes and urban areas.")
        .with("allOf", json!([short(UnitKind::Province, "^[0-9]$"), short(UnitKind::Commune, "^[0-9]{1,4}$")]))
        .finish()
});

concept!(Replaces, "report_replaces", |g| {
    Object::new(
        g,
        ("Báo cáo được thay thế", "Report stood in for"),
        ("Nêu bằng mã băm, hoặc bằng số và ngày văn bản.", "Named by its digest, or by number and date of the document."),
    )
    .optional::<Line>("number", "Số văn bản của báo cáo trước.", "Number of the earlier document.")
    .optional::<Day>("date", "Ngày văn bản của báo cáo trước.", "Day of the earlier document.")
    .optional::<Sha256>(
        "sha256",
        "Mã băm của báo cáo trước, như lệnh programme check cho biết.",
        "Digest of the earlier report, as programme check shows it.",
    )
    .with("anyOf", json!([{"required": ["sha256"]}, {"required": ["number", "date"]}]))
    .finish()
});

concept!(ReportPeriod, "report_period", |g| {
    Object::new(g, ("Kỳ", "Period"), ("Từ đến, kể cả hai đầu.", "From and to, both included."))
        .required::<Date>("from", "Từ.", "First.")
        .required::<Date>("to", "Đến.", "Last.")
        .finish()
});

concept!(Entry, "report_entry", |g| {
    Object::new(g, ("Nội dung", "Entry"), ("Một nội dung của một mục.", "A text under an item."))
        .required::<Id>("item", "Số mục.", "Number of the item.")
        .required::<Line>("text", "Nội dung.", "The text.")
        .optional::<Line>("to", "Gửi ai, với đề xuất.", "Whom a proposal is addressed to.")
        .optional::<Line>("document", "Văn bản.", "A document it rests on.")
        .optional::<Date>("date", "Ngày của văn bản hoặc sự việc.", "Day of the document or the event.")
        .finish()
});

concept!(Nothing, "report_nothing", |g| {
    Object::new(g, ("Không có nội dung", "Nothing to say"), ("Mục không có gì để báo cáo.", "An item with nothing to report."))
        .required::<Id>("item", "Số mục hoặc phần.", "Number of the item or part.")
        .optional::<Line>("reason", "Lý do.", "Why.")
        .finish()
});

concept!(FundingLine, "funding_line", |g| {
    Object::new(
        g,
        ("Dòng kinh phí", "Funding line"),
        (
            "Kinh phí của một dự án trong một năm từ một nguồn. Thiếu số tiền là chưa có số liệu, không phải 0.",
            "Money of a project in a year from a source. An amount left out is not known, which is not 0.",
        ),
    )
    .required::<Id>("category", "Nhóm kinh phí của đề cương.", "Funding category of the outline.")
    .required::<Line>("project", "Tên dự án, hạng mục.", "Name of the project or work.")
    .optional::<Line>("code", "Mã dự án.", "Code of the project.")
    .required::<Year>("year", "Năm.", "Year.")
    .required::<Id>("source", "Loại nguồn vốn.", "Class of the source of funds.")
    .optional::<Dec>("planned", "Kế hoạch.", "Planned.")
    .optional::<Dec>("disbursed", "Giải ngân.", "Disbursed.")
    .optional::<MoneyUnit>(
        "unit",
        "Đơn vị của hai số tiền; phải có khi có số tiền.",
        "Unit of both amounts; needed where there is an amount.",
    )
    .optional::<Line>("note", "Ghi chú.", "Remark.")
    .finish()
});

concept!(StatedTotal, "stated_total", |g| {
    Object::new(
        g,
        ("Tổng được ghi", "Stated total"),
        (
            "Tổng của mọi dòng cùng nhóm, năm, nguồn; bỏ trống là mọi.",
            "The total of all lines of this category, year and source; left out = any.",
        ),
    )
    .optional::<Id>("category", "Nhóm kinh phí.", "Funding category.")
    .optional::<Year>("year", "Năm.", "Year.")
    .optional::<Id>("source", "Loại nguồn vốn.", "Class of the source of funds.")
    .optional::<Dec>("planned", "Kế hoạch.", "Planned.")
    .optional::<Dec>("disbursed", "Giải ngân.", "Disbursed.")
    .optional::<MoneyUnit>("unit", "Đơn vị của hai số tiền.", "Unit of both amounts.")
    .finish()
});

concept!(RecordLink, "record_link", |g| {
    Object::new(g, ("Hồ sơ kèm theo", "Attached record"), ("Một hồ sơ kết quả đi cùng báo cáo.", "A record that goes with the report."))
        .required::<Line>("file", "Tệp, nằm cạnh báo cáo.", "File, beside the report.")
        .optional::<Sha256>("sha256", "Mã băm của tệp.", "Digest of the file.")
        .finish()
});
