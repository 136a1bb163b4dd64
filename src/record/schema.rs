//! The JSON Schema of a record, made from the tables by which a record is read.

use super::RECORD_FORMAT;
use super::format1::{self, BODY};
use super::shape::{Member, Shape};
use crate::city::CityData;
use crate::date::Date;
use crate::schema::object::{Both, Object, concept, describe};
use crate::schema::scalar::{Count, DECIMAL, Flag, Id, Line};
use crate::schema::union::link;
use crate::text::Text;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

/// A record.
pub(crate) struct RecordDocument;

/// The program that wrote it.
struct Producer;

/// What is replayed.
struct Body;

/// 64 hexadecimal digits.
struct Digest;

concept!(RecordDocument, "record", |g| {
    let about = (
        "Một lần đánh giá một nơi, cùng mọi thứ cần để tính lại từng chữ số. Ý nghĩa: criteria/FORMAT.md, mục 5.",
        "One assessment of one place, with all it takes to replay it digit by digit. Meaning: criteria/FORMAT.md, section 5.",
    );
    Object::new(g, ("Hồ sơ kết quả", "Record"), about)
        .fixed("record_format", RECORD_FORMAT, "Phiên bản của khuôn dạng.", "Version of the format.")
        .required::<Body>("body", "Phần được tính lại.", "What is replayed.")
        .required::<CityData>("data", "Số liệu đã đánh giá, đã chuẩn hóa.", "The data that were judged, normalised.")
        .optional::<Digest>(
            "salt",
            "Muối của các mục được niêm phong; không có trong bản công khai.",
            "Salt of the sealed texts; never in a public copy.",
        )
        .required::<Producer>(
            "producer",
            "Chương trình đã ghi; nằm ngoài phần được tính lại.",
            "The program that wrote it; outside of what is replayed.",
        )
        .finish()
});

concept!(Producer, "producer", |g| {
    Object::new(g, ("Chương trình", "Producer"), ("Chương trình đã ghi hồ sơ.", "The program that wrote the record."))
        .required::<Line>("name", "Tên.", "Name.")
        .required::<Line>("version", "Phiên bản.", "Version.")
        .finish()
});

concept!(Digest, "sha256", |_g| {
    let mut schema = json_schema!({"type": "string", "pattern": "^[0-9a-f]{64}$"});
    let text = ("64 chữ số thập lục phân viết thường.", "64 hexadecimal digits in small letters.");
    describe(schema.ensure_object(), Some(("256 bit", "256 bits")), text);
    schema
});

/// A decimal that is always a text.
struct DecimalText;

concept!(DecimalText, "decimal_text", |_g| {
    let mut schema = json_schema!({"type": "string", "pattern": DECIMAL});
    describe(schema.ensure_object(), Some(("Số thập phân", "Decimal")), ("Số thập phân, trong ngoặc kép.", "A decimal, between quotes."));
    schema
});

/// The body of format 1. A later format gets a variant of its own.
impl JsonSchema for Body {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "body".into()
    }
    fn json_schema(g: &mut SchemaGenerator) -> Schema {
        let mut schema = of_shape(g, BODY, "body");
        if let Some(format) = schema.pointer_mut("/properties/assessment_format").and_then(Value::as_object_mut) {
            format.retain(|key, _| key.contains("description"));
            format.insert("const".into(), json!(format1::FORMAT));
        }
        let text = (
            "Kết quả bằng mã và số, không có lời văn ngoài câu của bộ tiêu chí.",
            "The result in words of lists and numbers, no prose but the set's own sentence.",
        );
        describe(schema.ensure_object(), Some(("Phần được tính lại", "Body")), text);
        schema
    }
}

/// Objects that stand in several places, or within themselves: the key they stand under, and their definition.
const NAMED: &[(&str, &str)] = &[
    ("self_assessed", "recorded_view"),
    ("verified", "recorded_view"),
    ("condition", "recorded_condition"),
    ("of", "recorded_condition"),
    ("groups", "recorded_group"),
    ("criteria", "recorded_criterion"),
];

/// The schema of a shape that stands under a key.
fn of_shape(g: &mut SchemaGenerator, shape: Shape, key: &str) -> Schema {
    match shape {
        Shape::Text => g.subschema_for::<Line>(),
        Shape::Token => g.subschema_for::<Id>(),
        Shape::Decimal => g.subschema_for::<DecimalText>(),
        Shape::Answer => json_schema!({"anyOf": [{"enum": ["yes", "no"]}, g.subschema_for::<DecimalText>()]}),
        Shape::Count => g.subschema_for::<Count<0, { u32::MAX }>>(),
        Shape::Boolean => g.subschema_for::<Flag>(),
        Shape::Date => g.subschema_for::<Date>(),
        Shape::Digest => g.subschema_for::<Digest>(),
        Shape::Both => g.subschema_for::<Text>(),
        Shape::List(inner) => json_schema!({"type": "array", "items": of_shape(g, *inner, key)}),
        Shape::Object(members) => match NAMED.iter().find(|(known, _)| *known == key) {
            None => object(g, members),
            Some((_, name)) => {
                let link = link(g, name);
                if !g.definitions().contains_key(*name) {
                    // There before it is made, since it may hold itself.
                    g.definitions_mut().insert((*name).into(), true.into());
                    let made = object(g, members);
                    g.definitions_mut().insert((*name).into(), made.to_value());
                }
                Schema::try_from(link).unwrap_or_default()
            }
        },
    }
}

fn object(g: &mut SchemaGenerator, members: &[Member]) -> Schema {
    let mut properties = Map::new();
    for member in members {
        let mut schema = of_shape(g, member.shape, member.key);
        if let Some((_, text)) = MEANINGS.iter().find(|(key, _)| *key == member.key) {
            describe(schema.ensure_object(), None, *text);
        }
        properties.insert(member.key.into(), schema.to_value());
    }
    let required: alloc::vec::Vec<&str> = members.iter().filter(|member| member.required).map(|member| member.key).collect();
    json_schema!({"type": "object", "required": required, "properties": properties, "additionalProperties": false})
}

/// What the keys of a body hold.
const MEANINGS: &[(&str, Both<'static>)] = &[
    ("accepted", ("Minh chứng được chấp nhận.", "Documents accepted.")),
    ("aggregate", ("Các mục con được gộp thế nào.", "How its children are put together.")),
    ("all", ("Tất cả minh chứng.", "All documents.")),
    ("as_of", ("Ngày đánh giá.", "Assessment date.")),
    ("asked", ("Số được hỏi.", "How many are asked.")),
    ("assessment_format", ("Quy tắc của phần này.", "The rules of this part.")),
    ("attribute_absent", ("Một đặc điểm của nơi chưa biết.", "An attribute of the place is not known.")),
    ("band", ("Mốc dưới của khung tỷ lệ.", "Lower edge of the band of shares.")),
    ("base_value", ("Giá trị của năm so sánh.", "Value of the year beside.")),
    ("change", ("So với năm so sánh.", "Against the year beside.")),
    ("code", ("Mã.", "Code.")),
    ("condition", ("Điều kiện.", "The condition.")),
    ("count", ("Đếm được.", "Counted.")),
    ("criteria", ("Các tiêu chí theo thứ tự của cây.", "Criteria in the order of the tree.")),
    ("data_date", ("Kỳ mới nhất của số liệu đã dùng.", "Latest period of the figures used.")),
    ("data_point", ("Dữ liệu của tiêu chí.", "Data point.")),
    ("data_sha256", ("Mã băm của số liệu, các mục niêm phong đã niêm phong.", "Digest of the data, with its sealed texts sealed.")),
    ("difference", ("Chênh lệch.", "The difference.")),
    ("documents", ("Số minh chứng.", "Documents, counted.")),
    ("exponent", ("Số mũ của trung bình lũy thừa.", "Exponent of a power mean.")),
    ("flags", ("Những gì đã làm với giá trị.", "What was done to the value.")),
    ("from", ("Đầu thấp của khoảng.", "Low end of a range.")),
    ("group", ("Nhóm.", "Group.")),
    ("groups", ("Các nhóm, gốc trước tiên.", "Groups in pre-order, the root first.")),
    ("high", ("Cao nhất, hoặc theo cách đọc cao nhất.", "Highest, or in the highest reading.")),
    ("holds", ("Đúng hay không; không có khi chưa xác định.", "Whether it holds; absent where undecided.")),
    ("id", ("Mã.", "Id.")),
    ("inputs", ("Số liệu đã dùng.", "The figures used.")),
    ("interval", ("Khoảng Wilson.", "Wilson interval.")),
    ("kind", ("Loại nơi.", "Kind of place.")),
    ("level", ("Cấp độ.", "The level.")),
    ("level_range", ("Cấp độ thấp nhất và cao nhất khi nguồn để ngỏ.", "Lowest and highest level where the source leaves it open.")),
    ("levels", ("Từng cấp độ.", "Each level.")),
    ("limit", ("Giới hạn.", "The limit.")),
    ("low", ("Thấp nhất, hoặc theo cách đọc thấp nhất.", "Lowest, or in the lowest reading.")),
    ("marks", ("Điều phải nói ở mọi nơi nêu kết quả.", "What must be said wherever the result is shown.")),
    ("max_points", ("Điểm cao nhất.", "Most points.")),
    ("met", ("Đạt.", "Met.")),
    ("met_high", ("Đạt, theo cách đọc cao nhất.", "Met, in the highest reading.")),
    ("met_level", ("Cấp độ cao nhất đã đạt.", "Highest level met.")),
    ("method", ("Phương pháp.", "The method.")),
    ("min", ("Phải đạt.", "What must be reached.")),
    ("missing", ("Còn thiếu bao nhiêu.", "How many more must be met.")),
    ("not_official", ("Câu mà mọi kết quả mang theo.", "The sentence every result carries.")),
    ("of", ("Trên bao nhiêu, hoặc các điều kiện bên trong.", "Of how many, or the inner conditions.")),
    ("op", ("So sánh thế nào.", "How it is compared.")),
    ("outcome", ("Kết quả.", "The outcome.")),
    ("parameter", ("Tham số.", "Parameter.")),
    ("parameters", ("Mọi tham số như đã dùng.", "Every parameter as used.")),
    ("part", ("Phần của nơi.", "Part of the place.")),
    ("parts", ("Các phần của `combine`.", "The parts of a `combine`.")),
    ("period", ("Kỳ.", "Period.")),
    ("plans", ("Kế hoạch.", "Plans.")),
    ("points", ("Điểm.", "Points.")),
    ("positive", ("Số trả lời thuận.", "Positive answers.")),
    ("present", ("Phần trọng số có số liệu.", "Share of the weight that has data.")),
    (
        "range",
        (
            "Khoảng cấp độ khi các tiêu chí chưa có số liệu đều không đạt, đều đạt.",
            "Levels if all criteria without data failed, or passed.",
        ),
    ),
    ("reached", ("Đạt đến đâu, hoặc đạt hay chưa.", "How far, or whether it is reached.")),
    ("recognitions", ("Văn bản công nhận.", "Recognitions by an authority.")),
    ("refused", ("Vì sao không nêu cấp độ.", "Why no level is given.")),
    ("rejected", ("Minh chứng bị từ chối.", "Documents rejected.")),
    ("retrospective", ("Hồi cứu.", "Retrospective.")),
    ("role", ("Vai trò.", "Role.")),
    ("sample_to_settle", ("Cỡ mẫu đủ kết luận.", "The sample that would settle it.")),
    ("sampling", ("Chọn người trả lời thế nào.", "How people were chosen.")),
    ("scheme", ("Cách đánh giá.", "The scheme.")),
    ("score", ("Điểm chung.", "The score.")),
    ("score_range", ("Điểm thấp nhất và cao nhất khi nguồn để ngỏ.", "Lowest and highest score where the source leaves it open.")),
    ("self_assessed", ("Kết quả tự đánh giá.", "The self-assessed result.")),
    ("set", ("Bộ tiêu chí đã dùng.", "The set that was used.")),
    ("sha256", ("SHA-256 của tệp tiêu chí.", "SHA-256 of the criteria file.")),
    ("share", ("Tỷ lệ từ 0 đến 1.", "The share from 0 to 1.")),
    ("stage", ("Còn có thể thay đổi hay không.", "Whether it may still change.")),
    ("status", ("Tình trạng của bộ tiêu chí, hoặc của số liệu.", "Standing of the set, or status of the figure.")),
    ("survey", ("Khảo sát.", "The survey.")),
    ("threshold", ("Ngưỡng ở nơi này.", "The threshold of this place.")),
    ("tier", ("Loại tiêu chí.", "Tier.")),
    ("to", ("Đầu cao của khoảng.", "High end of a range.")),
    ("undecided", ("Chưa xác định.", "Undecided.")),
    ("unit", ("Nơi được đánh giá.", "The place judged.")),
    ("unrounded", ("Trước khi làm tròn.", "Before rounding.")),
    ("vacuous", ("Không có tiêu chí nào được hỏi.", "No criterion is asked.")),
    ("value", ("Giá trị.", "The value.")),
    ("value_passes", ("Giá trị có qua ngưỡng không.", "Whether the value passes.")),
    ("value_range", ("Khoảng giá trị khi nguồn để ngỏ.", "Its span where the source leaves it open.")),
    ("variant", ("Giá trị riêng thứ mấy đã dùng, từ 0.", "Which variant was taken, from 0.")),
    ("verdict", ("Là kết luận, không phải cấp độ.", "A verdict and no level of maturity.")),
    ("verified", ("Kết quả đã thẩm định.", "The verified result.")),
    ("weight", ("Trọng số.", "Weight.")),
];
