//! Methods that give points, ranges and combinations: beside `read/points.rs`.

use super::header::LevelNumber;
use super::judgement::METHODS;
use crate::city::EvidenceKind;
use crate::criteria::criterion::Expr;
use crate::criteria::header::{Basis, Cite, Confidence};
use crate::criteria::judgement::AttributeTest;
use crate::criteria::points::{Band, CombinePart, Open, OutsideRange, PartEvidence, Relief};
use crate::criteria::read::points::{PART_METHODS, PARTS};
use crate::number::Dec;
use crate::schema::object::{Both, Object, concept};
use crate::schema::scalar::{Count, Flag, Id, Line};
use crate::schema::union::{Shape, tagged};
use crate::schema::words::{list, words};
use crate::text::Text;
use alloc::borrow::Cow;
use alloc::vec::Vec;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::json;

words!(OutsideRange, "outside_range", OutsideRange::WORDS, |outside| match outside {
    OutsideRange::Met => ("Đạt.", "It meets the target."),
    OutsideRange::NotMet => ("Không đạt.", "It does not."),
    OutsideRange::Unclear => ("Nguồn không nói rõ: chưa xác định.", "The source does not say: undecided."),
});

fn ground(object: Object<'_>) -> Object<'_> {
    object
        .required::<Basis>("basis", "Các con số lấy từ đâu.", "What the figures rest on.")
        .required::<Confidence>("confidence", "Nguồn được đọc bằng cách nào.", "How their source was read.")
        .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where they are read.")
        .optional::<Line>("note", "Ghi chú; bắt buộc khi là giả định.", "Remark; needed where it is an assumption.")
}

fn when(object: Object<'_>) -> Object<'_> {
    object.full_list::<AttributeTest>("when", "Tất cả phải đúng.", "All must hold.")
}

fn read_at(object: Object<'_>) -> Object<'_> {
    object.required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.").optional::<Line>("note", "Ghi chú.", "Remark.")
}

concept!(Band, "band", |g| {
    Object::new(
        g,
        ("Khung điểm", "Band of points"),
        ("Điểm từ một mốc trở lên; mốc thuộc khung.", "Points from an edge upwards; the edge belongs to the band."),
    )
    .required::<Dec>("at_least", "Mốc dưới.", "Lower edge.")
    .required::<Dec>("points", "Điểm.", "Points.")
    .finish()
});

pub(super) fn interpolate(object: Object<'_>) -> Object<'_> {
    let object = object
        .required::<Dec>("minimum", "Mức tối thiểu; dưới mức này không có điểm.", "Minimum standard; below it there are no points.")
        .required::<Dec>("maximum", "Mức tối đa; từ mức này có điểm cao nhất.", "Maximum standard; from it on there are the most points.")
        .required::<Dec>("points_min", "Điểm ở mức tối thiểu.", "Points at the minimum.")
        .required::<Dec>("points_max", "Điểm ở mức tối đa.", "Points at the maximum.")
        .optional::<Relief>("relief", "Mức tối thiểu thấp hơn cho một số nơi.", "A lower minimum for some places.");
    ground(object)
}

concept!(Relief, "relief", |g| {
    let about = (
        "Ở một số nơi, từ mức thấp hơn này đến mức tối thiểu vẫn được điểm tối thiểu.",
        "For some places the lowest points are given from a lower minimum on.",
    );
    let object = when(Object::new(g, ("Mức tối thiểu được giảm", "Lowered minimum"), about))
        .required::<Dec>(
            "factor",
            "Nhân mức tối thiểu với số này; trên 0 và dưới 1.",
            "What the minimum is multiplied by; above 0 and below 1.",
        )
        .optional::<Flag>(
            "whole",
            "Mức giảm là số nguyên, ít nhất 1; nguồn không nói làm tròn thế nào.",
            "The lowered minimum is a whole number, at least 1; how it is rounded is not said.",
        );
    read_at(object).finish()
});

pub(super) fn steps(object: Object<'_>) -> Object<'_> {
    let object =
        object.full_list::<Band>("points", "Mốc tăng dần, điểm không giảm.", "Edges ascending, points not falling.").optional::<Open>(
            "open",
            "Nơi mà nguồn để ngỏ điểm dưới bậc thấp nhất.",
            "Places for which the source leaves open what is below the lowest step.",
        );
    ground(object)
}

concept!(Open, "open", |g| {
    let about = (
        "Ở những nơi này nguồn không nói giá trị dưới bậc thấp nhất được gì.",
        "For these places the source does not say what a value below the lowest step gets.",
    );
    read_at(when(Object::new(g, ("Chỗ để ngỏ", "Left open"), about))).finish()
});

pub(super) fn target_share(object: Object<'_>) -> Object<'_> {
    let object = object.required::<Dec>("target", "Mục tiêu; lớn hơn 0.", "The target; above 0.").full_list::<Band>(
        "bands",
        "Mốc theo phần trăm của mục tiêu, bắt đầu từ 0, tăng dần.",
        "Edges in percent of the target, from 0, ascending.",
    );
    ground(object)
}

pub(super) fn range(object: Object<'_>) -> Object<'_> {
    let object = object
        .required::<LevelNumber>("level", "Cấp độ.", "The level.")
        .required::<Dec>("low", "Đầu thấp, kể cả.", "Low end, included.")
        .required::<Dec>("high", "Đầu cao, kể cả.", "High end, included.")
        .required::<OutsideRange>("below", "Giá trị dưới đầu thấp nghĩa là gì.", "What a value below the low end means.")
        .required::<OutsideRange>("above", "Giá trị trên đầu cao nghĩa là gì.", "What a value above the high end means.")
        .optional::<Text>("printed", "Như nguồn in.", "As the source prints it.")
        .optional::<Line>("horizon", "Năm của chỉ tiêu.", "Year of the target.");
    ground(object)
}

/// How parts are put together.
pub(super) struct How;

/// The words, beside the table of the reader that says which keys each takes.
pub(super) const HOW: &[(&str, Both<'static>)] = &[
    ("any", ("Một phần đạt là đạt.", "Met when one part is.")),
    ("all", ("Mọi phần phải đạt.", "Met when all parts are.")),
    ("at_least", ("Ít nhất `n` phần đạt.", "Met when at least `n` parts are.")),
    ("readings", ("Nguồn đọc được nhiều cách và không nói cách nào.", "The source can be read in several ways and does not say which.")),
    ("sum", ("Cộng điểm của các phần.", "The points of the parts are added.")),
];

impl JsonSchema for How {
    fn schema_name() -> Cow<'static, str> {
        "combination".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        list(HOW.iter().copied())
    }
}

pub(super) fn combine(object: Object<'_>) -> Object<'_> {
    object
        .required::<How>("how", "Các phần kết hợp thế nào.", "How the parts are put together.")
        .optional::<Count<1, 16>>("n", "Bao nhiêu phần; chỉ có với `at_least`.", "How many parts; with `at_least` alone.")
        .list_of::<CombinePart>("of", PARTS, "Các phần.", "The parts.")
        .with("if", json!({"properties": {"how": {"const": "at_least"}}}))
        .with("then", json!({"required": ["n"]}))
        .with("else", json!({"properties": {"n": false}}))
}

fn of_part(object: Object<'_>) -> Object<'_> {
    object
        .optional::<Id>("data_point", "Dữ liệu nào; không có = dữ liệu đầu tiên.", "Which data point; absent = the first.")
        .optional::<Text>("title", "Tên của phần.", "Title of the part.")
        .optional::<Expr>("derive", "Thay cho `derive` của dữ liệu.", "Replaces `derive` of the data point.")
        .optional::<PartEvidence>("evidence", "Văn bản mà riêng phần này đòi hỏi.", "A document asked for this part alone.")
}

concept!(CombinePart, "part", |g| {
    let shapes: Vec<Shape> = METHODS.iter().filter(|(word, ..)| PART_METHODS.contains(word)).copied().collect();
    let about = ("Một cách xét riêng trong `combine`.", "A judgement of its own within `combine`.");
    tagged(g, ("part", "method"), (("Phần", "Part"), about), of_part, &shapes)
});

concept!(PartEvidence, "part_evidence", |g| {
    Object::new(
        g,
        ("Minh chứng của phần", "Evidence of a part"),
        ("Loại văn bản mà phần này đòi hỏi.", "The kind of document this part asks for."),
    )
    .fixed("kind", recognition(), "Văn bản công nhận của cơ quan có thẩm quyền.", "An authority's recognition.")
    .finish()
});

/// The only kind that a part may ask for.
fn recognition() -> &'static str {
    EvidenceKind::WORDS.iter().find(|(_, kind)| *kind == EvidenceKind::Recognition).map_or("", |(word, _)| word)
}
