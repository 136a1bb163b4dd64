//! Judgements and thresholds: beside `read/judgement.rs`.

use super::header::LevelNumber;
use super::points;
use crate::criteria::header::{Basis, Cite, Confidence};
use crate::criteria::judgement::{AttributeTest, FigureUse, Judgement, MemberCount, Op, Outside, Threshold, ThresholdValue, Variant};
use crate::criteria::read::judgement::{MEMBER_COUNTS, OUTSIDE};
use crate::number::Dec;
use crate::schema::object::{Both, Object, concept, describe};
use crate::schema::scalar::{Flag, Id, Line};
use crate::schema::union::{Shape, no_keys, tagged};
use crate::schema::words::{plain, words};
use alloc::borrow::Cow;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

words!(Op, "op", Op::WORDS, |op| match op {
    Op::Ge => ("Từ giá trị này trở lên.", "At least."),
    Op::Gt => ("Trên giá trị này.", "More than."),
    Op::Le => ("Không quá giá trị này.", "At most."),
    Op::Lt => ("Dưới giá trị này.", "Less than."),
    Op::Eq => ("Bằng giá trị này.", "Equal."),
});

words!(FigureUse, "figure_use", FigureUse::WORDS, |of| match of {
    FigureUse::Placement => ("Đặt con số ở cấp độ này.", "Its place on a level."),
    FigureUse::NationalTarget => ("Con số của cả nước được hỏi ở một nơi.", "A national figure asked of one place."),
    FigureUse::ClassBand => ("Giới hạn phân loại được đọc như một bậc trưởng thành.", "A class limit read as a maturity step."),
    FigureUse::Requirement => ("Yêu cầu được chuyển thành có/không hoặc bậc.", "A requirement turned into yes/no or steps."),
});

words!(Outside, "outside", OUTSIDE, |outside| match outside {
    Outside::Clamp => ("Cắt về đầu mút, có đánh dấu.", "Cut to the end, and flagged."),
    Outside::Refuse => ("Là lỗi của số liệu.", "An error of the data."),
});

words!(MemberCount, "member_count", MEMBER_COUNTS, |count| match count {
    MemberCount::One => ("Một xã, phường; một xã là một.", "One; a commune is one."),
    MemberCount::Several => ("Từ hai trở lên.", "Two or more."),
});

/// The methods of one data point or of parts: word, meaning, parameters.
pub(crate) const METHODS: &[Shape] = &[
    ("pass_fail", ("Đạt hoặc không đạt ở từng cấp độ.", "Met or not at each level."), thresholds),
    (
        "survey",
        ("Đạt khi cận dưới của khoảng tin cậy Wilson qua ngưỡng.", "Met when the lower bound of the Wilson interval passes."),
        |o| {
            let o = o.required::<Dec>("z", "Phân vị chuẩn của khoảng tin cậy; lớn hơn 0.", "Quantile of the interval; above 0.");
            thresholds(o.required_list::<Cite>("cites", "`z` đọc được ở đâu.", "Where `z` is read."))
        },
    ),
    ("goalposts", ("Tỷ lệ từ 0 (kém nhất) đến 1 (tốt nhất).", "A share from 0 (worst) to 1 (best)."), |o| {
        let o = o.required::<Dec>("worst", "Được 0.", "Scores 0.");
        let o = o.required::<Dec>("best", "Được 1.", "Scores 1.");
        let o = o.required::<Outside>("outside", "Giá trị ở ngoài hai đầu thì sao.", "What happens outside the two.");
        let o = o.required::<Basis>("basis", "Hai con số lấy từ đâu.", "What the two rest on.");
        let o = o.required::<Confidence>("confidence", "Nguồn được đọc bằng cách nào.", "How their source was read.");
        o.required_list::<Cite>("cites", "Đọc được ở đâu.", "Where they are read.")
    }),
    (
        "interpolate",
        ("Điểm nội suy giữa mức tối thiểu và mức tối đa.", "Points between a minimum and a maximum standard."),
        points::interpolate,
    ),
    ("steps", ("Điểm của bậc cao nhất đã đạt.", "Points of the highest step reached."), points::steps),
    ("target_share", ("Điểm theo tỷ lệ so với mục tiêu.", "Points by the share of a target."), points::target_share),
    ("range", ("Đạt khi ở trong khoảng, kể cả hai đầu.", "Met between two ends, both included."), points::range),
    ("combine", ("Nhiều dữ liệu, hoặc nhiều cách đọc nguồn.", "Several data points, or several readings of the source."), points::combine),
    ("monitor", ("Chỉ theo dõi: nêu ra, không bao giờ tính.", "Shown, never counted."), no_keys),
];

fn thresholds(object: Object<'_>) -> Object<'_> {
    object.full_list::<Threshold>("thresholds", "Mỗi cấp độ được hỏi một ngưỡng.", "One per level asked.")
}

concept!(Judgement, "judgement", |g| {
    let about =
        ("Phương pháp cùng tham số; `method` quyết định các khóa khác.", "A method with its parameters; `method` decides the other keys.");
    tagged(g, ("judgement", "method"), (("Cách xét", "Judgement"), about), for_schemes, METHODS)
});

fn for_schemes(object: Object<'_>) -> Object<'_> {
    object.list::<Id>("schemes", "Dành cho những cách đánh giá nào; không có = mọi cách.", "The schemes it is for; absent = all.")
}

/// A decimal or `yes`.
impl JsonSchema for ThresholdValue {
    fn schema_name() -> Cow<'static, str> {
        "threshold_value".into()
    }
    fn json_schema(g: &mut SchemaGenerator) -> Schema {
        let mut schema = json_schema!({"anyOf": [{"const": "yes"}, g.subschema_for::<Dec>()]});
        let text = ("Số thập phân, số bậc, hoặc `yes` cho có/không.", "A decimal, the number of a step, or `yes` of a yes/no.");
        describe(schema.ensure_object(), Some(("Giá trị phải đạt", "Value to reach")), text);
        schema
    }
}

concept!(Threshold, "threshold", |g| {
    Object::new(g, ("Ngưỡng", "Threshold"), ("Điều một cấp độ đòi hỏi ở giá trị.", "What a level asks of a value."))
        .required::<LevelNumber>("level", "Cấp độ.", "The level.")
        .required::<Op>("op", "So sánh thế nào.", "How the value is compared.")
        .required::<ThresholdValue>("value", "Giá trị phải đạt.", "The value to reach.")
        .optional::<Line>("printed_op", "So sánh như nguồn in.", "The comparison as the source prints it.")
        .required::<Basis>("basis", "Con số lấy từ đâu.", "What the figure rests on.")
        .list::<FigureUse>(
            "use",
            "Cách dùng nào của con số chính thức là của nhóm biên soạn.",
            "Why the use of an official figure here is the set's own.",
        )
        .required::<Confidence>("confidence", "Nguồn yếu nhất được viện dẫn.", "Weakest of the sources it cites.")
        .optional::<LevelNumber>("carried_from", "Cấp độ dưới mà con số được dùng lại.", "The lower level whose figure is repeated.")
        .optional::<Line>("figure", "Mã của con số chính thức.", "Id of the official figure.")
        .optional::<Line>("horizon", "Năm của chỉ tiêu, hoặc `in_force`.", "Year of the target, or `in_force`.")
        .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
        .list::<Variant>(
            "variants",
            "Giá trị khác cho một số nơi; dùng mục đầu tiên phù hợp.",
            "Values that depend on the place; the first that fits replaces the value.",
        )
        .optional::<Line>("note", "Ghi chú; bắt buộc khi là giả định.", "Remark; needed where it is an assumption.")
        .finish()
});

concept!(Variant, "variant", |g| {
    Object::new(
        g,
        ("Giá trị cho một số nơi", "Variant"),
        ("Giá trị thay cho giá trị chung ở một số nơi.", "A value that replaces the main one for some places."),
    )
    .full_list::<AttributeTest>("when", "Tất cả phải đúng.", "All must hold.")
    .required::<ThresholdValue>("value", "Giá trị phải đạt.", "The value to reach.")
    .required::<Basis>("basis", "Con số lấy từ đâu.", "What the figure rests on.")
    .required::<Confidence>("confidence", "Nguồn được đọc bằng cách nào.", "How its source was read.")
    .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
    .optional::<Line>("note", "Ghi chú.", "Remark.")
    .finish()
});

/// A word of the urban classes.
pub(crate) struct UrbanClass;

concept!(UrbanClass, "urban_class", |_g| {
    let mut schema = plain(crate::city::URBAN_CLASSES);
    let text = ("Loại đô thị; `none` = không được phân loại.", "Urban class; `none` = not classified.");
    describe(schema.ensure_object(), Some(("Loại đô thị", "Urban class")), text);
    schema
});

fn flag(object: Object<'_>) -> Object<'_> {
    object.required::<Flag>("equals", "Phải đúng hay phải không đúng.", "Whether it must be so or must not.")
}

/// The attributes of a place that a rule may ask for.
pub(super) const ATTRIBUTES: &[Shape] = &[
    ("urban_class", ("Loại đô thị là một trong số này.", "The urban class is one of these."), |o| {
        o.full_list::<UrbanClass>("in", "Các loại.", "The classes.")
    }),
    ("members", ("Gồm một hay nhiều xã, phường.", "Made of one commune or of several."), |o| {
        o.full_list::<MemberCount>("in", "Một, nhiều.", "One, several.")
    }),
    ("centrally_run", ("Thành phố trực thuộc trung ương.", "Centrally-run city."), flag),
    ("heritage", ("Đô thị di sản.", "Heritage urban area."), flag),
    ("special_factors", ("Đô thị có yếu tố đặc thù.", "Urban area with special factors."), flag),
];

concept!(AttributeTest, "attribute_test", |g| {
    const TITLE: Both<'static> = ("Điều kiện về nơi", "Test of the place");
    let about = ("Một đặc điểm của nơi được đánh giá.", "One attribute of the place judged.");
    tagged(g, ("attribute_test", "attribute"), (TITLE, about), no_keys, ATTRIBUTES)
});
