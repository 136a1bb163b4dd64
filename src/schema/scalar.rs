//! Texts, ids, numbers, counts, dates: what the reader calls a value without keys.

use super::object::{Object, concept, describe};
use crate::date::Date;
use crate::json::{MOST_CHARS, MOST_ID};
use crate::number::Dec;
use crate::text::Text;
use alloc::borrow::Cow;
use alloc::format;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;

/// A JSON number as text.
pub(crate) const DECIMAL: &str = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$";

/// A text that is not empty.
pub(crate) struct Line;

/// A lower-case token.
pub(crate) struct Id;

/// A date known to the day.
#[cfg(feature = "programme")]
pub(crate) struct Day;

/// A whole number between two bounds.
pub(crate) struct Count<const LEAST: u32, const MOST: u32>;

/// `true`, and nothing else to say where it is left out.
pub(crate) type Flag = bool;

concept!(Line, "line", |_g| {
    let mut schema = json_schema!({"type": "string", "pattern": "\\S", "maxLength": MOST_CHARS});
    describe(
        schema.ensure_object(),
        Some(("Chữ", "Text")),
        ("Chữ không để trống, dạng dựng sẵn (NFC), không có ký tự điều khiển.", "Text that is not empty: NFC, without control characters."),
    );
    schema
});

concept!(Id, "id", |_g| {
    let mut schema = json_schema!({"type": "string", "pattern": "^[a-z0-9][a-z0-9._-]*$", "maxLength": MOST_ID});
    describe(
        schema.ensure_object(),
        Some(("Mã", "Id")),
        (
            "Chữ thường không dấu, chữ số, dấu chấm, gạch nối, gạch dưới; bắt đầu bằng chữ hoặc số.",
            "Lower-case letters, digits, point, hyphen, underscore; begins with a letter or digit.",
        ),
    );
    schema.insert("examples".into(), json!(["sew-01"]));
    schema
});

concept!(Dec, "decimal", |_g| {
    let mut schema = json_schema!({"type": ["number", "string"], "pattern": DECIMAL});
    describe(
        schema.ensure_object(),
        Some(("Số thập phân", "Decimal")),
        (
            "Số thập phân chính xác: số JSON, hoặc chính số ấy trong ngoặc kép (nên dùng); nhiều nhất 28 chữ số, không bao giờ bị làm tròn khi đọc.",
            "Exact decimal: a JSON number, or the same between quotes (better); at most 28 digits, never rounded on reading.",
        ),
    );
    schema.insert("examples".into(), json!(["12.5"]));
    schema
});

concept!(Date, "date", |_g| {
    let mut schema = json_schema!({"type": "string", "pattern": date_pattern()});
    describe(
        schema.ensure_object(),
        Some(("Ngày, tháng hoặc năm", "Day, month or year")),
        ("Ngày có thật, viết YYYY-MM-DD, YYYY-MM hoặc YYYY.", "A real date, written YYYY-MM-DD, YYYY-MM or YYYY."),
    );
    schema.insert("examples".into(), json!(["2026-03-31", "2026-03", "2026"]));
    schema
});

#[cfg(feature = "programme")]
concept!(Day, "day", |_g| {
    let with_day = json_schema!({"type": "string", "allOf": [{"pattern": date_pattern()}, {"pattern": "^.{10}$"}]});
    let mut schema = with_day;
    describe(schema.ensure_object(), Some(("Ngày", "Day")), ("Ngày có thật, viết YYYY-MM-DD.", "A real day, written YYYY-MM-DD."));
    schema.insert("examples".into(), json!(["2026-03-31"]));
    schema
});

/// Years 1900 to 2999, days that exist.
fn date_pattern() -> alloc::string::String {
    let year = "(19|2[0-9])[0-9]{2}";
    let long = "(0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?";
    let short = "(0[469]|11)(-(0[1-9]|[12][0-9]|30))?";
    let february = "02(-(0[1-9]|1[0-9]|2[0-8]))?";
    let leap = "((19|2[0-9])(0[48]|[2468][048]|[13579][26])|2000|2400|2800)-02-29";
    format!("^({year}(-({long}|{short}|{february}))?|{leap})$")
}

concept!(Text, "text", |g| {
    Object::new(
        g,
        ("Chữ hai ngôn ngữ", "Text in two languages"),
        ("Tiếng Việt và tiếng Anh, đều phải có.", "Vietnamese and English, both required."),
    )
    .required::<Line>("vi", "Tiếng Việt.", "Vietnamese.")
    .required::<Line>("en", "Tiếng Anh.", "English.")
    .example(json!({"vi": "Cấp độ 1", "en": "Level 1"}))
    .finish()
});

impl<const LEAST: u32, const MOST: u32> JsonSchema for Count<LEAST, MOST> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("count.{LEAST}.{MOST}").into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "integer", "minimum": LEAST, "maximum": MOST})
    }
}
