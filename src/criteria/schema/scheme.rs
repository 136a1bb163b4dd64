//! Schemes: beside `read/scheme.rs`.

use crate::criteria::header::{Basis, Cite, UnitKind};
use crate::criteria::judgement::AttributeTest;
use crate::criteria::read::scheme::{MODES, STAGES};
use crate::criteria::scheme::{
    Aggregate, Child, CompareWith, Level, MissingPolicy, MissingRule, NotConsidered, Precondition, RoundingRule, RoundingStage, Scheme,
    ScoreOf, ShareBand, Tolerance,
};
use crate::criteria::treatment::PanelRule;
use crate::date::Date;
use crate::number::{Dec, RoundingMode};
use crate::schema::object::{Object, concept, describe};
use crate::schema::scalar::{Count, Flag, Id, Line};
use crate::schema::union::by_key;
use crate::schema::words::words;
use crate::text::Text;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::json;

words!(Aggregate, "aggregate", Aggregate::WORDS, |aggregate| match aggregate {
    Aggregate::Sum => ("Tổng điểm; mỗi mục con có `max_points`.", "Sum of points; each child has `max_points`."),
    Aggregate::WeightedArithmetic => ("Trung bình có trọng số của các tỷ lệ.", "Weighted arithmetic mean of shares."),
    Aggregate::WeightedGeometric => ("Trung bình nhân có trọng số của các tỷ lệ.", "Weighted geometric mean of shares."),
    Aggregate::WeightedHarmonic => ("Trung bình điều hòa có trọng số của các tỷ lệ.", "Weighted harmonic mean of shares."),
    Aggregate::PowerMean =>
        ("Trung bình lũy thừa có trọng số của các tỷ lệ, với `exponent`.", "Weighted power mean of shares, with `exponent`."),
    Aggregate::Minimum => ("Tỷ lệ thấp nhất.", "The least share."),
    Aggregate::CountPassed => ("Số tiêu chí đạt trên số được hỏi, theo từng cấp độ.", "Criteria met of criteria asked, for each level."),
    Aggregate::SumOfScored =>
        ("Tổng điểm trên điểm cao nhất của những gì đã chấm.", "Sum of points over the most points of what was scored."),
    Aggregate::None => ("Nêu ra, không gộp.", "Shown, not joined."),
});

words!(MissingPolicy, "missing_policy", MissingPolicy::WORDS, |policy| match policy {
    MissingPolicy::NotMet => ("Không đạt; tiêu chí chấm điểm được 0, có đánh dấu.", "Not met; a scored criterion scores 0, flagged."),
    MissingPolicy::Zero => ("Được 0, có đánh dấu.", "Scores 0, flagged."),
    MissingPolicy::Exclude => ("Bỏ ra khỏi cả hai vế, tính lại trọng số.", "Left out of both sides, weights re-scaled."),
    MissingPolicy::Undecided => ("Mục này và mọi mục trên nó chưa xác định.", "The node and everything above it is undecided."),
});

words!(ScoreOf, "score_of", ScoreOf::WORDS, |of| match of {
    ScoreOf::Value => ("Giá trị.", "The value."),
    ScoreOf::Share => ("Tỷ lệ từ 0 đến 1.", "The share from 0 to 1."),
});

words!(RoundingStage, "rounding_stage", STAGES, |stage| match stage {
    RoundingStage::Criterion => ("Từng tiêu chí.", "Each criterion."),
    RoundingStage::Group => ("Mọi mục trừ gốc.", "Every node but the root."),
    RoundingStage::Score => ("Gốc.", "The root."),
});

words!(RoundingMode, "rounding_mode", MODES, |mode| match mode {
    RoundingMode::HalfUp => ("0,125 còn hai chữ số là 0,13.", "0.125 to two digits is 0.13."),
    RoundingMode::HalfEven => ("0,125 còn hai chữ số là 0,12; 0,135 là 0,14.", "0.125 to two digits is 0.12, 0.135 is 0.14."),
    RoundingMode::Down => ("Cắt bỏ: 0,129 là 0,12.", "Towards zero: 0.129 is 0.12."),
});

concept!(Scheme, "scheme", |g| {
    Object::new(
        g,
        ("Cách đánh giá", "Scheme"),
        (
            "Một cách chấm các tiêu chí: cây, thiếu số liệu, làm tròn, cấp độ.",
            "One way of judging: tree, missing policy, rounding, levels.",
        ),
    )
    .required::<Id>("id", "Mã.", "Id.")
    .required::<Text>("title", "Tên.", "Title.")
    .required::<Root>("tree", "Gốc của cây tiêu chí.", "The root of the tree.")
    .required::<MissingRule>("missing", "Thiếu số liệu thì sao.", "What a missing value means.")
    .list::<UnitKind>(
        "unit_kinds",
        "Chỉ đánh giá những loại nơi này; không có = mọi loại của bộ tiêu chí.",
        "The kinds of place it judges; absent = all of the set's.",
    )
    .list::<NotConsidered>("not_considered", "Tiêu chí không xét ở một số nơi.", "Criteria that are not looked at for some places.")
    .optional::<CompareWith>("compare_with", "Năm có giá trị được nêu bên cạnh.", "A year whose values stand beside the present ones.")
    .optional::<PanelRule>(
        "panel",
        "Quy tắc cho nhiều đơn vị; khi có thì không chấm riêng một đơn vị.",
        "The rule for many places; with one, no place is judged alone.",
    )
    .list::<RoundingRule>(
        "rounding",
        "Phiên bản làm tròn ở đâu; không có = không làm tròn.",
        "The rounding the edition declares; absent = none.",
    )
    .optional::<Dec>("scale", "Giá trị của tỷ lệ trọn vẹn; không có = 1.", "The value of a full share; absent = 1.")
    .optional::<Score>("score", "Điểm chung là gì; không có = không có điểm chung.", "What the score is; absent = there is none.")
    .list::<ShareBand>("bands", "Tên của các khung tỷ lệ, tăng dần từ 0.", "Names for shares, ascending from 0.")
    .list::<Precondition>("preconditions", "Không thỏa thì không nêu cấp độ.", "A level is refused when one fails.")
    .list::<Level>(
        "levels",
        "Các cấp độ từ 1; không có = hỏi ở một cấp độ duy nhất, không nêu cấp độ.",
        "Levels from 1 upwards; absent = asked at one level, and no level is given.",
    )
    .optional::<Flag>("verdict", "Cấp duy nhất là kết luận đạt hoặc không đạt.", "The one level is a verdict, met or not met.")
    .optional::<Tolerance>("published_tolerance", "Điểm đã công bố được lệch bao nhiêu.", "How far a published score may differ.")
    .finish()
});

/// `score` of a scheme.
struct Score;

concept!(Score, "score", |g| {
    Object::new(g, ("Điểm chung", "Score"), ("Con số nào ở gốc là điểm chung.", "Which number of the root is the score."))
        .required::<ScoreOf>("of", "Giá trị hay tỷ lệ.", "Value or share.")
        .finish()
});

/// The root of a tree.
struct Root;

/// A group within a tree.
struct GroupNode;

/// A criterion within a tree.
struct Leaf;

fn weighing(object: Object<'_>) -> Object<'_> {
    object
        .optional::<Dec>(
            "weight",
            "Trọng số dưới các loại trung bình và `minimum`; không có = 1; 0 = nêu ra, không tính.",
            "Weight under means and `minimum`; absent = 1; 0 = shown, not counted.",
        )
        .optional::<Dec>("max_points", "Điểm cao nhất dưới `sum`.", "Most points under `sum`.")
}

fn node(object: Object<'_>) -> Object<'_> {
    weighing(object)
        .required::<Aggregate>("aggregate", "Các mục con gộp thế nào.", "How the children are put together.")
        .optional::<Dec>(
            "exponent",
            "Số mũ của `power_mean`, và chỉ ở đó: từ 0,1 đến 10 hoặc từ -10 đến -0,1.",
            "The exponent of `power_mean`, and only there: from 0.1 to 10, or from -10 to -0.1.",
        )
        .full_list::<Child>("children", "Các mục con, theo thứ tự.", "The children, in order.")
        .with("if", json!({"properties": {"aggregate": {"const": Aggregate::PowerMean.as_str()}}, "required": ["aggregate"]}))
        .with("then", json!({"required": ["exponent"]}))
        .with("else", json!({"properties": {"exponent": false}}))
}

concept!(Root, "tree", |g| {
    node(Object::new(
        g,
        ("Cây tiêu chí", "Tree"),
        ("Gốc: tiêu chí và nhóm được gộp thế nào.", "The root: how criteria and groups are put together."),
    ))
    .finish()
});

concept!(GroupNode, "tree_group", |g| {
    let object = Object::new(g, ("Nhóm trong cây", "Group of the tree"), ("Một nhóm và các mục con.", "A group and its children."));
    node(object.required::<Id>("group", "Mã của nhóm trong `groups`.", "Id of the group in `groups`.")).finish()
});

concept!(Leaf, "tree_leaf", |g| {
    let object = Object::new(g, ("Tiêu chí trong cây", "Criterion of the tree"), ("Một tiêu chí.", "A criterion."));
    weighing(object.required::<Id>("criterion", "Mã của tiêu chí.", "Id of the criterion.")).finish()
});

impl JsonSchema for Child {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "tree_child".into()
    }
    fn json_schema(g: &mut SchemaGenerator) -> Schema {
        let mut schema = by_key::<Leaf, GroupNode>(g, "criterion");
        let text = ("Một tiêu chí (`criterion`) hoặc một nhóm (`group`).", "A criterion (`criterion`) or a group (`group`).");
        describe(schema.ensure_object(), Some(("Mục của cây", "Child of the tree")), text);
        schema
    }
}

concept!(MissingRule, "missing", |g| {
    Object::new(
        g,
        ("Thiếu số liệu", "Missing data"),
        ("Tiêu chí chưa có số liệu được xử lý thế nào.", "What happens with a criterion that has no data."),
    )
    .required::<MissingPolicy>("policy", "Cách xử lý.", "The policy.")
    .optional::<Dec>(
        "minimum_share",
        "Với `exclude`: phần trọng số ít nhất phải có, từ 0 đến 1.",
        "With `exclude`: least share of the weight that must be present, 0 to 1.",
    )
    .required::<Basis>("basis", "Cách xử lý lấy từ đâu.", "What the policy rests on.")
    .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
    .optional::<Line>("note", "Ghi chú; bắt buộc khi là giả định.", "Remark; needed where it is an assumption.")
    .finish()
});

concept!(NotConsidered, "not_considered", |g| {
    Object::new(
        g,
        ("Không xét", "Not considered"),
        (
            "Tiêu chí không được xét ở một số nơi và được điểm tối thiểu.",
            "A criterion that is not looked at for some places and gets its least points.",
        ),
    )
    .required::<Id>("criterion", "Tiêu chí.", "The criterion.")
    .full_list::<AttributeTest>("when", "Tất cả phải đúng.", "All must hold.")
    .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
    .optional::<Line>("note", "Ghi chú.", "Remark.")
    .finish()
});

concept!(CompareWith, "compare_with", |g| {
    Object::new(
        g,
        ("Năm so sánh", "Year beside"),
        (
            "Giá trị của năm này được nêu bên cạnh, không dùng để đánh giá.",
            "The values of this year stand beside the present ones; nothing is judged by them.",
        ),
    )
    .required::<Date>("year", "Năm, viết YYYY.", "The year, YYYY.")
    .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
    .optional::<Line>("note", "Ghi chú.", "Remark.")
    .finish()
});

concept!(ShareBand, "share_band", |g| {
    Object::new(
        g,
        ("Khung tỷ lệ điểm", "Band of shares"),
        ("Tên gọi của tỷ lệ từ một mốc trở lên.", "The name of a share from an edge upwards."),
    )
    .required::<Dec>("at_least", "Mốc dưới, từ 0 đến 1; mốc thuộc khung.", "Lower edge, 0 to 1, included.")
    .required::<Text>("title", "Tên.", "Its name.")
    .finish()
});

concept!(RoundingRule, "rounding_rule", |g| {
    Object::new(g, ("Quy tắc làm tròn", "Rounding rule"), ("Làm tròn ở đâu, mấy chữ số, cách nào.", "Where, to how many digits, and how."))
        .required::<RoundingStage>("stage", "Ở đâu; mỗi chỗ một quy tắc.", "Where; one rule for each.")
        .required::<Count<0, 20>>("digits", "Số chữ số sau dấu phẩy.", "Digits after the point.")
        .required::<RoundingMode>("mode", "Cách làm tròn.", "The mode.")
        .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
        .finish()
});

concept!(Tolerance, "tolerance", |g| {
    Object::new(
        g,
        ("Sai lệch cho phép", "Tolerance"),
        ("Điểm đã công bố được lệch bao nhiêu so với điểm tính lại.", "How far a published score may differ from the recomputed one."),
    )
    .required::<Dec>("value", "Sai lệch.", "The difference.")
    .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
    .finish()
});
