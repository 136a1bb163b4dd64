//! Reads the closed expressions of `derive`. A new operation is one line in [`EXPR_OPS`].

use super::header::cites;
use crate::criteria::criterion::{Expr, Role, WindowHow};
use crate::finding::Code;
use crate::json::{Json, Reader};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// Deepest nesting of `derive`.
pub(in crate::criteria) const MOST_EXPRESSION_DEPTH: u32 = 6;

/// How many terms a ratio has, from and to.
pub(in crate::criteria) const RATIO: (usize, usize) = (2, 2);

pub(in crate::criteria) const WINDOWS: &[(&str, WindowHow)] = &[("mean", WindowHow::Mean), ("worst", WindowHow::Worst)];

#[derive(Clone, Copy)]
pub(in crate::criteria) enum ExprOp {
    Input,
    Ratio,
    Constant,
    Reference,
    At,
    Window,
    Many(fn(Vec<Expr>) -> Expr),
}

pub(in crate::criteria) const EXPR_OPS: &[(&str, ExprOp)] = &[
    ("input", ExprOp::Input),
    ("ratio", ExprOp::Ratio),
    ("constant", ExprOp::Constant),
    ("reference", ExprOp::Reference),
    ("at", ExprOp::At),
    ("window", ExprOp::Window),
    ("add", ExprOp::Many(|of| Expr::Add { of })),
    ("sub", ExprOp::Many(|of| Expr::Sub { of })),
    ("mul", ExprOp::Many(|of| Expr::Mul { of })),
    ("div", ExprOp::Many(|of| Expr::Div { of })),
    ("mean", ExprOp::Many(|of| Expr::Mean { of })),
    ("min", ExprOp::Many(|of| Expr::Min { of })),
    ("max", ExprOp::Many(|of| Expr::Max { of })),
];

pub(super) fn expr(r: &mut Reader, json: &Json) -> Option<Expr> {
    nested(r, json, 1)
}

fn nested(r: &mut Reader, json: &Json, depth: u32) -> Option<Expr> {
    if depth > MOST_EXPRESSION_DEPTH {
        let finding = r.find(Code::ExpressionTooDeep).with("most", MOST_EXPRESSION_DEPTH);
        r.push(finding);
        return None;
    }
    let mut o = r.object(json)?;
    let read = match o.required(r, "op", |r, j| r.choice(j, EXPR_OPS))? {
        ExprOp::Input => o.required(r, "role", |r, j| r.choice(j, Role::WORDS)).map(|role| Expr::Input { role }),
        ExprOp::Ratio => {
            let of = o.list_of(r, "of", RATIO, |r, j| nested(r, j, depth + 1));
            let pair: Option<[Expr; 2]> = of.try_into().ok();
            pair.map(|pair| Expr::Ratio { of: Box::new(pair) })
        }
        ExprOp::Constant => {
            let value = o.required(r, "value", Reader::decimal);
            let cites = cites(r, &mut o);
            value.zip(cites).map(|(value, cites)| Expr::Constant { value, cites })
        }
        ExprOp::Reference => o.required(r, "id", Reader::id).map(|id| Expr::Reference { id }),
        ExprOp::At => {
            let years_earlier = o.required(r, "years_earlier", |r, j| r.count(j, 1, 30));
            let of = o.required(r, "of", |r, j| nested(r, j, depth + 1));
            years_earlier.zip(of).map(|(years_earlier, of)| Expr::At { years_earlier, of: Box::new(of) })
        }
        ExprOp::Window => {
            let years = o.required(r, "years", |r, j| r.count(j, 2, 10));
            let how = o.required(r, "how", |r, j| r.choice(j, WINDOWS));
            let of = o.required(r, "of", |r, j| nested(r, j, depth + 1));
            let window = years.zip(how).zip(of);
            window.map(|((years, how), of)| Expr::Window { years, how, of: Box::new(of) })
        }
        ExprOp::Many(build) => Some(build(o.full_list(r, "of", |r, j| nested(r, j, depth + 1)))),
    };
    o.finish(r);
    read
}
