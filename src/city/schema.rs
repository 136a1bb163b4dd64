//! The JSON Schema of city data: beside `json.rs`, key by key in the same order.

use super::json::CityFile;
use super::model::{
    CityData, EvidenceDocument, EvidenceKind, Member, NotApplicable, ObsStatus, ObsValue, Observation, Published, Quality, Reference,
    Review, ReviewResult, Sampling, Unit, UnitName,
};
use crate::criteria::schema::UrbanClass;
use crate::criteria::{FORMAT, Role, SCHEMA_KEY, ScoreOf, UnitKind};
use crate::date::Date;
use crate::number::Dec;
use crate::schema::object::{Object, concept, describe};
use crate::schema::scalar::{Flag, Id, Line};
use crate::schema::words::words;
use crate::text::{Lang, Text};
use alloc::borrow::Cow;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

words!(ObsStatus, "observation_status", ObsStatus::WORDS, |status| match status {
    ObsStatus::A => ("Bình thường.", "Normal."),
    ObsStatus::B => ("Gián đoạn chuỗi số liệu.", "Break in series."),
    ObsStatus::E => ("Ước tính.", "Estimated."),
    ObsStatus::I => ("Bổ khuyết.", "Imputed."),
    ObsStatus::P => ("Sơ bộ.", "Provisional."),
    ObsStatus::M => ("Không thể có; không có giá trị.", "Cannot exist; no value."),
    ObsStatus::O => ("Còn thiếu; không có giá trị.", "Missing; no value."),
    ObsStatus::U => ("Độ tin cậy thấp.", "Low reliability."),
});

words!(Quality, "quality", Quality::WORDS, |quality| match quality {
    Quality::AccurateMeasurement => ("Đo chính xác.", "Accurate measurement."),
    Quality::SurveyOfInhabitants => ("Khảo sát người dân.", "Survey of inhabitants."),
    Quality::HigherLevelData => ("Số liệu của cấp trên.", "Data of a higher level."),
    Quality::EstimateOnAssumptions => ("Ước tính dựa trên giả định.", "Estimate on assumptions."),
    Quality::PersonalEstimate => ("Ước tính cá nhân.", "Personal estimate."),
    Quality::Unknown => ("Không rõ.", "Unknown."),
});

words!(Sampling, "sampling", Sampling::WORDS, |sampling| match sampling {
    Sampling::Probability => ("Mẫu xác suất.", "Drawn by chance."),
    Sampling::SelfSelected => ("Mẫu tự chọn: không có khoảng tin cậy.", "They chose themselves; no interval can be given."),
    Sampling::FullCount => ("Điều tra toàn bộ.", "Everybody was asked."),
});

words!(EvidenceKind, "evidence_kind", EvidenceKind::WORDS, |kind| (kind.label(Lang::Vi), kind.label(Lang::En)));

words!(ReviewResult, "review_result", ReviewResult::WORDS, |result| (result.label(Lang::Vi), result.label(Lang::En)));

concept!(CityFile, "city_file", |g| {
    let about = (
        "Số liệu, minh chứng của một hoặc nhiều nơi, độc lập với bộ tiêu chí. Ý nghĩa: criteria/FORMAT.md, mục 2.",
        "Figures and evidence of one or more places, independent of any set. Meaning: criteria/FORMAT.md, section 2.",
    );
    Object::new(g, ("Số liệu của địa phương", "City data"), about)
        .optional::<Line>(
            SCHEMA_KEY,
            "Schema của tệp này, cho trình soạn thảo; không được đọc.",
            "The schema of this file, for editors; it is not read.",
        )
        .fixed("format", FORMAT, "Phiên bản của khuôn dạng.", "Version of the format.")
        .full_list::<CityData>("cities", "Các nơi; mỗi mã một lần.", "The places; each code once.")
        .example(json!({
            "format": FORMAT,
            "cities": [{
                "unit": {"code": "01", "name": {"vi": "Hà Nội"}, "kind": "province"},
                "observations": [{"criterion": "sew-01", "role": "numerator", "value": "1250", "period": "2025"}],
            }],
        }))
        .finish()
});

concept!(CityData, "city", |g| {
    Object::new(
        g,
        ("Một nơi", "Place"),
        ("Mọi điều biết về một nơi cho một lần đánh giá.", "Everything known of one place for one assessment."),
    )
    .required::<Unit>("unit", "Nơi được đánh giá.", "The place judged.")
    .optional::<Flag>("fictional", "Số liệu hư cấu; mọi kết quả đều nói rõ.", "Made up; every output says so.")
    .optional::<Date>("period", "Kỳ đánh giá.", "The period of the assessment.")
    .optional::<Line>("prepared_by", "Ai lập số liệu.", "Who prepared the data.")
    .list::<Text>("notes", "Ghi chú, được nêu cùng kết quả.", "Remarks, shown with the result.")
    .required_list::<Observation>("observations", "Số liệu; thứ tự không quan trọng.", "Measured values; their order never matters.")
    .list::<EvidenceDocument>("evidence", "Minh chứng.", "Documents.")
    .list::<NotApplicable>("not_applicable", "Tiêu chí được khai là không thể có ở đây.", "Criteria claimed not to exist in the place.")
    .list::<Reference>("references", "Giá trị so sánh.", "Comparison values.")
    .list::<Published>("published", "Kết quả đã công bố, để đối chiếu.", "Published results to compare with.")
    .finish()
});

concept!(UnitName, "unit_name", |g| {
    Object::new(
        g,
        ("Tên nơi", "Name of a place"),
        ("Tên tiếng Việt, tên tiếng Anh nếu có.", "Vietnamese name, and an English one if there is."),
    )
    .required::<Line>("vi", "Tiếng Việt.", "Vietnamese.")
    .optional::<Line>("en", "Tiếng Anh.", "English.")
    .finish()
});

concept!(Member, "member", |g| {
    Object::new(g, ("Xã, phường thành viên", "Member commune"), ("Một xã, phường của đô thị.", "A commune of an urban area."))
        .required::<Line>("code", "Mã.", "Code.")
        .required::<Line>("name", "Tên.", "Name.")
        .finish()
});

/// Codes of provinces have two digits, those of communes five; a spreadsheet takes `01` for the number 1.
fn zeros_kept() -> Value {
    let short = |kind: UnitKind, pattern: &str| {
        json!({
            "if": {"properties": {"kind": {"const": kind.as_str()}}, "required": ["kind"]},
            "then": {"properties": {"code": {"not": {"pattern": pattern}}}},
        })
    };
    json!([short(UnitKind::Province, "^[0-9]$"), short(UnitKind::Commune, "^[0-9]{1,4}$")])
}

concept!(Unit, "unit", |g| {
    Object::new(g, ("Nơi được đánh giá", "Place judged"), ("Mã, tên, loại và đặc điểm.", "Code, name, kind and attributes."))
        .required::<Line>(
            "code",
            "Mã, giữ số 0 ở đầu: tỉnh hai chữ số, xã năm chữ số.",
            "Code, zeros kept: two digits of a province, five of a commune.",
        )
        .required::<UnitName>("name", "Tên.", "Name.")
        .required::<UnitKind>("kind", "Loại nơi.", "Kind of place.")
        .optional::<Line>("parent", "Mã của tỉnh.", "Code of the province it belongs to.")
        .list::<Member>("members", "Các xã, phường của đô thị.", "Member communes of an urban area.")
        .optional::<Line>("region", "Vùng.", "Region.")
        .optional::<UrbanClass>("urban_class", "Loại đô thị.", "Urban class.")
        .optional::<Flag>("centrally_run", "Thành phố trực thuộc trung ương.", "Centrally-run city.")
        .optional::<Flag>("heritage", "Đô thị di sản.", "Heritage urban area.")
        .optional::<Flag>("special_factors", "Đô thị có yếu tố đặc thù.", "Urban area with special factors.")
        .optional::<Flag>(
            "declared_urban",
            "Xã có đô thị được công nhận; `false` = ngoài phạm vi.",
            "A commune that holds a declared urban area; `false` = out of scope.",
        )
        .optional::<Date>("valid_from", "Có địa giới này từ khi nào.", "Since when it exists with these borders.")
        .with("allOf", zeros_kept())
        .example(json!({"code": "00004", "name": {"vi": "Phường Ba Đình"}, "kind": "commune", "parent": "01"}))
        .finish()
});

/// A decimal, a step, or yes and no in two spellings.
impl JsonSchema for ObsValue {
    fn schema_name() -> Cow<'static, str> {
        "value".into()
    }
    fn json_schema(g: &mut SchemaGenerator) -> Schema {
        let mut schema = json_schema!({"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no"]}, g.subschema_for::<Dec>()]});
        let text = ("Số thập phân, số bậc, hoặc có/không.", "A decimal, a step, or yes/no.");
        describe(schema.ensure_object(), Some(("Giá trị", "Value")), text);
        schema
    }
}

concept!(Observation, "observation", |g| {
    Object::new(g, ("Số liệu", "Observation"), ("Một giá trị đo được.", "A measured value."))
        .required::<Line>("criterion", "Mã (hoặc số hiệu in) của tiêu chí.", "Id (or printed label) of the criterion.")
        .optional::<Line>("data_point", "Dữ liệu nào của tiêu chí; không có = dữ liệu đầu tiên.", "Which data point; absent = the first.")
        .optional::<Role>("role", "Vai trò; không có = `value`.", "Role; absent = `value`.")
        .optional::<ObsValue>("value", "Giá trị; không có khi `status` là `O` hoặc `M`.", "The value; none where `status` is `O` or `M`.")
        .optional::<Line>("unit", "Đơn vị: mã hoặc ký hiệu.", "Unit: its id or one of its symbols.")
        .optional::<Date>("period", "Kỳ của số liệu.", "The period it stands for.")
        .optional::<Line>("part", "Phần của nơi này, khi báo cáo theo phần.", "The part of the place, where parts are reported.")
        .optional::<ObsStatus>("status", "Tình trạng theo SDMX; không có = `A`.", "SDMX status; absent = `A`.")
        .optional::<Quality>("quality", "Số liệu có được bằng cách nào.", "How the figure was obtained.")
        .optional::<Sampling>("sampling", "Khảo sát: chọn người trả lời thế nào.", "Surveys: how people were chosen.")
        .optional::<Line>("source", "Nguồn.", "Source.")
        .optional::<Line>("note", "Ghi chú.", "Remark.")
        .example(json!({"criterion": "sew-01", "role": "numerator", "value": "1250", "period": "2025"}))
        .finish()
});

concept!(EvidenceDocument, "evidence", |g| {
    Object::new(g, ("Minh chứng", "Evidence"), ("Một văn bản, cho một hoặc nhiều tiêu chí.", "A document, for one or more criteria."))
        .full_list::<Line>("criteria", "Mã (hoặc số hiệu in) của các tiêu chí.", "Ids (or printed labels) of the criteria.")
        .optional::<Line>("number", "Số hiệu.", "Number.")
        .optional::<Date>("date", "Ngày.", "Date.")
        .optional::<Line>("issuer", "Nơi ban hành.", "Issuer.")
        .required::<Line>("summary", "Nội dung.", "What it is.")
        .optional::<Line>("pages", "Trang.", "Pages.")
        .optional::<Line>("url", "Địa chỉ.", "Address.")
        .optional::<Line>("sha256", "Mã băm SHA-256 của tệp.", "SHA-256 of the file.")
        .optional::<EvidenceKind>("kind", "Cho thấy điều gì; không có = `result`.", "What it shows; absent = `result`.")
        .optional::<Flag>("public", "Công khai hay nội bộ.", "Open to the public or internal.")
        .optional::<Review>("review", "Kết quả thẩm định.", "What the reviewer found.")
        .finish()
});

concept!(Review, "review", |g| {
    Object::new(g, ("Thẩm định", "Review"), ("Kết quả thẩm định một minh chứng.", "What was decided on a document."))
        .required::<ReviewResult>("result", "Kết quả.", "What was decided.")
        .optional::<Line>("by", "Ai thẩm định.", "By whom.")
        .optional::<Date>("date", "Khi nào.", "When.")
        .optional::<Line>("reason", "Vì sao.", "Why.")
        .finish()
});

concept!(NotApplicable, "not_applicable", |g| {
    Object::new(
        g,
        ("Không áp dụng", "Not applicable"),
        ("Khai rằng một tiêu chí không thể có ở đây.", "A claim that a criterion cannot exist in the place."),
    )
    .required::<Line>("criterion", "Mã (hoặc số hiệu in) của tiêu chí.", "Id (or printed label) of the criterion.")
    .required::<Line>("reason", "Vì sao.", "Why.")
    .finish()
});

concept!(Reference, "reference", |g| {
    Object::new(g, ("Giá trị so sánh", "Comparison value"), ("Ví dụ giá trị của cả nước.", "Such as a national value."))
        .required::<Id>("id", "Mã mà biểu thức dùng.", "The id that expressions use.")
        .required::<Dec>("value", "Giá trị.", "The value.")
        .optional::<Line>("unit", "Đơn vị.", "Unit.")
        .optional::<Date>("period", "Kỳ của giá trị.", "The period it stands for.")
        .required::<Line>("source", "Ai công bố.", "Who says so.")
        .finish()
});

concept!(Published, "published", |g| {
    Object::new(
        g,
        ("Kết quả đã công bố", "Published result"),
        ("Để đối chiếu với kết quả tính lại.", "To compare with the recomputed one."),
    )
    .optional::<Id>("scheme", "Cách đánh giá; không có = cách mặc định.", "Scheme; absent = the default one.")
    .optional::<Id>("group", "Nhóm; không có = điểm chung.", "Group; absent = the whole score.")
    .required::<ScoreOf>("of", "Giá trị hay tỷ lệ.", "Value or share.")
    .required::<Dec>("value", "Con số đã công bố.", "The published number.")
    .required::<Line>("source", "Ai công bố.", "Who published it.")
    .optional::<Line>("clause", "Ở chỗ nào.", "Where.")
    .finish()
});
