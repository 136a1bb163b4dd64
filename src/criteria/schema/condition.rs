//! Levels, their conditions and the numbers in them: beside `read/scheme.rs`.

use super::header::LevelNumber;
use crate::criteria::criterion::Tier;
use crate::criteria::header::Cite;
use crate::criteria::judgement::{AttributeTest, Op};
use crate::criteria::read::scheme::NODE_OPS;
use crate::criteria::scheme::{Condition, Level, Limit, LimitVariant, Precondition, ScoreOf};
use crate::number::Dec;
use crate::schema::object::{Both, Object, concept, describe};
use crate::schema::scalar::{Count, Flag, Id};
use crate::schema::union::{Shape, by_key, either, no_keys, tagged};
use crate::schema::words::words;
use crate::text::Text;
use alloc::borrow::Cow;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::json;

/// How a node's value is compared.
struct NodeOp;

words!(NodeOp, "node_op", NODE_OPS, |op| match op {
    Op::Gt => ("Trên.", "More than."),
    _ => ("Từ giá trị này trở lên.", "At least."),
});

concept!(Level, "level", |g| {
    Object::new(g, ("Cấp độ", "Level"), ("Một cấp độ và những gì nó đòi hỏi.", "A level and what it asks."))
        .required::<LevelNumber>("level", "Số của cấp độ, từ 1, không bỏ số nào.", "Its number, from 1, without a gap.")
        .required::<Text>("title", "Tên.", "Title.")
        .full_list::<Condition>("conditions", "Tất cả phải đúng.", "All of them must hold.")
        .finish()
});

fn among(object: Object<'_>) -> Object<'_> {
    object.optional::<Tier>("tier", "Chỉ đếm tiêu chí loại này.", "Only criteria of this tier.").optional::<Id>(
        "group",
        "Chỉ đếm trong nhóm này.",
        "Only those of this group.",
    )
}

fn inner(object: Object<'_>) -> Object<'_> {
    object.full_list::<Condition>("of", "Các điều kiện.", "The conditions.")
}

pub(crate) const CONDITIONS: &[Shape] =
    &[
        ("all", ("Mọi điều kiện phải đúng.", "All of them hold."), inner),
        ("any", ("Ít nhất một điều kiện đúng.", "One of them holds."), inner),
        ("at_least", ("Ít nhất `n` điều kiện đúng.", "At least `n` of them hold."), |o| {
            inner(o.required::<Count<1, 10_000>>("n", "Bao nhiêu.", "How many."))
        }),
        ("share_met", ("Tỷ lệ tiêu chí đạt trên số được hỏi.", "Share of criteria met of those asked."), |o| {
            among(o)
                .optional::<Flag>("each_group", "Trong từng nhóm có tiêu chí.", "In every group that holds criteria.")
                .required::<Limit>("min", "Tỷ lệ ít nhất, từ 0 đến 1.", "Least share, 0 to 1.")
        }),
        ("count_met", ("Số tiêu chí đạt.", "Number of criteria met."), |o| {
            among(o).required::<Limit>("min", "Ít nhất bao nhiêu.", "Least number.")
        }),
        ("node_value", ("Giá trị của một nhóm hoặc của gốc.", "Value of a group or of the root."), |o| {
            o.optional::<Id>("group", "Nhóm; không có = gốc.", "The group; absent = the root.")
                .required::<ScoreOf>("of", "Giá trị hay tỷ lệ.", "Value or share.")
                .required::<NodeOp>("op", "So sánh thế nào.", "How it is compared.")
                .required::<Limit>("min", "Với con số nào.", "With what.")
        }),
        ("mandatory", ("Những tiêu chí phải đạt.", "Criteria that must be met."), |o| {
            o.full_list::<Id>("criteria", "Mã của các tiêu chí.", "Ids of the criteria.")
        }),
        ("lower_levels", ("Mọi cấp độ dưới đã đạt.", "All lower levels are reached."), no_keys),
        ("if", ("Tùy theo nơi.", "Depends on the place."), |o| {
            o.full_list::<AttributeTest>("when", "Khi tất cả đúng,", "Where all of these hold,")
                .full_list::<Condition>("then", "thì tất cả những điều này phải đúng;", "all of these must hold;")
                .list::<Condition>("otherwise", "nếu không thì những điều này; không có = đúng.", "else these; absent = it holds.")
        }),
        (
            "unclear",
            ("Nguồn để ngỏ có hỏi hay không, hỏi thế nào.", "The source leaves open whether or how this is asked."),
            |o| {
                o.list::<Condition>(
                    "of",
                    "Đúng khi tất cả đúng, nếu không thì không ai biết.",
                    "It holds when all of these hold, else nobody knows.",
                )
                .required::<Text>("title", "Điều gì để ngỏ.", "What is left open.")
                .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
            },
        ),
    ];

concept!(Condition, "condition", |g| {
    const TITLE: Both<'static> = ("Điều kiện", "Condition");
    let about = ("`condition` quyết định các khóa khác.", "`condition` decides the other keys.");
    tagged(g, ("condition", "condition"), (TITLE, about), no_keys, CONDITIONS)
});

fn tier(object: Object<'_>) -> Object<'_> {
    object.optional::<Tier>("tier", "Chỉ đếm tiêu chí loại này.", "Only criteria of this tier.")
}

pub(super) const PRECONDITIONS: &[Shape] = &[
    ("min_applicable", ("Ít nhất bao nhiêu tiêu chí được hỏi.", "Least number of criteria asked."), |o| {
        tier(o).required::<Limit>("min", "Ít nhất bao nhiêu.", "Least number.")
    }),
    (
        "max_not_applicable_share",
        ("Nhiều nhất bao nhiêu phần được khai là không áp dụng.", "Greatest share claimed not applicable."),
        |o| tier(o).required::<Limit>("max", "Tỷ lệ nhiều nhất, từ 0 đến 1.", "Greatest share, 0 to 1."),
    ),
];

concept!(Precondition, "precondition", |g| {
    const TITLE: Both<'static> = ("Điều kiện trước", "Precondition");
    let about = ("Không thỏa thì không nêu cấp độ.", "A level is refused when it fails.");
    tagged(g, ("precondition", "condition"), (TITLE, about), no_keys, PRECONDITIONS)
});

/// A number that a parameter of the set gives.
struct OfParameter;

concept!(OfParameter, "limit.parameter", |g| {
    Object::new(
        g,
        ("Con số là tham số", "Number by parameter"),
        ("Giá trị của tham số ở cấp độ này.", "The value of the parameter at this level."),
    )
    .required::<Id>("parameter", "Mã của tham số.", "Id of the parameter.")
    .finish()
});

/// A number that depends on the place.
struct Varied;

concept!(Varied, "limit.varied", |g| {
    Object::new(
        g,
        ("Con số tùy nơi", "Number by place"),
        ("Giá trị chung và giá trị cho một số nơi.", "A main value, and others for some places."),
    )
    .required::<Dec>("value", "Giá trị chung.", "The main value.")
    .full_list::<LimitVariant>("variants", "Dùng mục đầu tiên phù hợp.", "The first that fits is used.")
    .finish()
});

concept!(LimitVariant, "limit_variant", |g| {
    Object::new(
        g,
        ("Con số cho một số nơi", "Number for some places"),
        ("Con số thay cho giá trị chung.", "A number that replaces the main one."),
    )
    .full_list::<AttributeTest>("when", "Tất cả phải đúng.", "All must hold.")
    .required::<Dec>("value", "Giá trị.", "The value.")
    .required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
    .finish()
});

impl JsonSchema for Limit {
    fn schema_name() -> Cow<'static, str> {
        "limit".into()
    }
    fn json_schema(g: &mut SchemaGenerator) -> Schema {
        let objects = by_key::<OfParameter, Varied>(g, "parameter");
        let decimal = g.subschema_for::<Dec>();
        let mut schema = either(g, &json!({"type": "object"}), objects, decimal);
        let text = (
            "Một con số, một tham số của bộ tiêu chí, hoặc con số tùy nơi.",
            "A number, a parameter of the set, or a number that depends on the place.",
        );
        describe(schema.ensure_object(), Some(("Con số của quy tắc", "Number of a rule")), text);
        schema
    }
}
