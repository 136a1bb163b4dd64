//! The closed expressions of `derive`: beside `read/expression.rs`.

use crate::criteria::criterion::{Expr, Role, WindowHow};
use crate::criteria::header::Cite;
use crate::criteria::read::expression::{MOST_EXPRESSION_DEPTH, RATIO, WINDOWS};
use crate::number::Dec;
use crate::schema::object::{Both, Object, concept};
use crate::schema::scalar::{Count, Id};
use crate::schema::union::{Shape, for_types, link, no_keys, tagged};
use crate::schema::words::words;
use alloc::format;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::json;

words!(WindowHow, "window_how", WINDOWS, |how| match how {
    WindowHow::Mean => ("Trung bình cộng của các năm.", "The arithmetic mean of the years."),
    WindowHow::Worst => ("Năm kém nhất, theo hướng của tiêu chí.", "The worst year, by the criterion's direction."),
});

const TITLE: Both<'static> = ("Biểu thức", "Expression");
const ABOUT: Both<'static> =
    ("Giá trị được tính từ đầu vào thế nào; lồng nhiều nhất 6 tầng.", "How the value follows from the inputs; nested at most 6 deep.");

fn terms(object: Object<'_>) -> Object<'_> {
    object.full_list::<Term>("of", "Các vế.", "Terms.")
}

pub(super) const SHAPES: &[Shape] = &[
    ("input", ("Một đầu vào.", "An input."), |o| o.required::<Role>("role", "Vai trò của đầu vào.", "Role of the input.")),
    (
        "ratio",
        ("Vế thứ nhất × hệ số của đơn vị / vế thứ hai.", "First × factor of the data point's unit / second."),
        |o| o.list_of::<Term>("of", RATIO, "Tử và mẫu.", "Numerator and denominator."),
    ),
    ("constant", ("Hằng số có viện dẫn.", "A cited constant."), |o| {
        o.required::<Dec>("value", "Giá trị.", "Its value.").required_list::<Cite>("cites", "Đọc được ở đâu.", "Where it is read.")
    }),
    ("reference", ("Giá trị so sánh cho cùng số liệu.", "A comparison value given with the city data."), |o| {
        o.required::<Id>("id", "Mã trong `references` của số liệu.", "Its id in `references` of the city data.")
    }),
    ("at", ("Cũng biểu thức ấy của mấy năm trước.", "The same some years earlier."), |o| {
        o.required::<Count<1, 30>>("years_earlier", "Mấy năm trước.", "How many years.").required::<Term>(
            "of",
            "Biểu thức.",
            "What is evaluated then.",
        )
    }),
    ("window", ("Biểu thức của những năm gần nhất gộp lại.", "The last years, put together."), |o| {
        o.required::<Count<2, 10>>("years", "Số năm, năm đang xét là năm cuối.", "How many years, the period itself being the last.")
            .required::<WindowHow>("how", "Gộp các năm thế nào.", "How the years are put together.")
            .required::<Term>("of", "Biểu thức.", "What is evaluated in each.")
    }),
    ("add", ("Tổng.", "Sum."), terms),
    ("sub", ("Vế đầu trừ các vế sau.", "First minus the others."), terms),
    ("mul", ("Tích.", "Product."), terms),
    ("div", ("Vế đầu chia cho các vế sau.", "First divided by the others."), terms),
    ("mean", ("Trung bình cộng.", "Arithmetic mean."), terms),
    ("min", ("Nhỏ nhất.", "Smallest."), terms),
    ("max", ("Lớn nhất.", "Largest."), terms),
];

/// An expression inside another one.
struct Term;

concept!(Term, "expression", |g| tagged(g, ("expression", "op"), (TITLE, ABOUT), no_keys, SHAPES));

/// The whole expression: a term that is not nested too deep.
impl JsonSchema for Expr {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "derivation".into()
    }
    fn json_schema(g: &mut SchemaGenerator) -> Schema {
        let term = g.subschema_for::<Term>();
        if for_types(g) {
            return term;
        }
        let depth = depth(g, MOST_EXPRESSION_DEPTH);
        schemars::json_schema!({"allOf": [term, depth]})
    }
}

/// Nothing but the depth: `of` of an expression may go `left` - 1 deep.
fn depth(g: &mut SchemaGenerator, left: u32) -> serde_json::Value {
    let name = format!("expression_depth.{left}");
    let link = link(g, &name);
    if !g.definitions().contains_key(&name) {
        let of = if left > 1 { depth(g, left - 1) } else { json!(false) };
        g.definitions_mut().insert(name, json!({"properties": {"of": of}, "items": link}));
    }
    link
}
