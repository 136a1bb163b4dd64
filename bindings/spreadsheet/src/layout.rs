//! What the sheets of a workbook are called by programs: keys, columns, and their headings.

use dothi::Lang;

/// Format of the workbook.
pub(crate) const FORMAT: &str = "1";
/// How keys begin.
pub(crate) const KEYS: &str = "dothi:";
/// Format of the workbook.
pub(crate) const KEY_FORMAT: &str = "dothi:format";
/// The set that it was made for.
pub(crate) const KEY_SET: &str = "dothi:set";
/// How many sheets have tables.
pub(crate) const KEY_TABLES: &str = "dothi:tables";
/// A sheet of lists to choose from.
pub(crate) const KEY_LISTS: &str = "dothi:lists";

/// Column of the targets of a shared figure.
pub(crate) const USES: &str = "uses";
/// Between the targets.
pub(crate) const BETWEEN: &str = "; ";
/// Between criterion, data point and role of a target.
pub(crate) const WITHIN: char = '/';

/// Columns that a template fills in; a row with nothing else is empty.
pub(crate) const PRESET: &[&str] = &["unit_code", "item", "data_point", "role", "unit", USES];
/// Columns for people only; they carry no facts.
pub(crate) const SHOWN: &[&str] =
    &["title", "question", "threshold", "label", "role_shown", "unit_shown", "evidence_asked", "used_by", "responsible"];

/// A column of a table: name, Vietnamese and English heading, width in letters, whether it is filled in by people.
pub(crate) struct Column {
    pub(crate) name: &'static str,
    vi: &'static str,
    en: &'static str,
    pub(crate) width: u32,
    pub(crate) open: bool,
}

impl Column {
    pub(crate) fn heading(&self, lang: Lang) -> &'static str {
        if lang == Lang::Vi { self.vi } else { self.en }
    }
}

macro_rules! columns {
    ($($name:literal $vi:literal $en:literal $width:literal $open:literal;)*) => {
        const COLUMNS: &[Column] = &[$(Column { name: $name, vi: $vi, en: $en, width: $width, open: $open },)*];
    };
}

columns! {
    "unit_code" "Mã địa bàn" "Code of the place" 12 true;
    "item" "Mã tiêu chí" "Criterion" 9 false;
    "title" "Số liệu cần nhập" "What to enter" 36 false;
    "question" "Câu hỏi và cách điền" "Question and how to answer" 32 false;
    "threshold" "Ngưỡng cần đạt" "What is asked" 24 false;
    "evidence_asked" "Minh chứng cần nộp" "Evidence asked" 28 false;
    "role_shown" "Vai trò" "Role" 9 false;
    "unit_shown" "Đơn vị tính" "Unit" 11 false;
    "used_by" "Dùng cho các tiêu chí" "Used by" 44 false;
    "value" "Giá trị" "Value" 14 true;
    "period" "Kỳ số liệu" "Period" 10 true;
    "source" "Nguồn số liệu" "Source" 20 true;
    "status" "Tình trạng" "Status" 18 true;
    "note" "Ghi chú" "Note" 18 true;
    "responsible" "Đơn vị phụ trách" "Responsible" 16 true;
    "not_applicable_reason" "Lý do không áp dụng" "Why not applicable" 20 true;
    "sampling" "Cách chọn mẫu" "Sampling" 17 true;
    "quality" "Cách có số liệu" "Quality" 20 true;
    "part" "Phần của địa bàn" "Part of the place" 16 true;
    "data_point" "Điểm dữ liệu" "Data point" 12 false;
    "role" "Mã vai trò" "Role id" 12 false;
    "unit" "Mã đơn vị" "Unit id" 12 false;
    "uses" "Mã nơi dùng" "Used by (ids)" 16 false;
    "evidence_number" "Số, ký hiệu" "Number" 20 true;
    "evidence_date" "Ngày ban hành" "Date" 13 true;
    "evidence_issuer" "Cơ quan ban hành" "Issuer" 26 true;
    "evidence_summary" "Trích yếu" "What it is" 44 true;
    "evidence_pages" "Trang, mục" "Pages" 14 true;
    "evidence_kind" "Loại minh chứng" "Kind" 13 true;
    "evidence_public" "Công khai" "Public" 10 true;
    "evidence_url" "Đường dẫn" "Address" 26 true;
    "evidence_sha256" "Mã SHA-256 của tệp" "SHA-256 of the file" 20 true;
    "review" "Kết quả thẩm định" "Review" 17 true;
    "reviewed_by" "Người thẩm định" "Reviewed by" 18 true;
    "review_date" "Ngày thẩm định" "Review date" 13 true;
    "review_reason" "Lý do" "Reason" 24 true;
}

/// The heading under which a column of the CSV format, or an attribute of the place, stands in a workbook; the name itself where
/// it has none.
///
/// ```
/// assert_eq!(dothi_spreadsheet::heading("value", dothi::Lang::Vi), "Giá trị");
/// ```
#[must_use]
pub fn heading(name: &str, lang: Lang) -> String {
    column(name).map_or_else(|| crate::write::attribute(name, lang), |column| column.heading(lang).into())
}

/// The column of a name.
pub(crate) fn column(name: &str) -> Option<&'static Column> {
    COLUMNS.iter().find(|column| column.name == name)
}
