//! Combinations: how their parts are put together, and each part with its data, its document and its figures.

use super::context::Context;
use super::formula;
use super::markdown::{Markdown, code};
use super::method;
use crate::criteria::{Combination, CombinePart, Criterion};
use crate::text::Lang;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A combination of so many parts in a few words.
pub(super) fn brief(cx: Context<'_>, how: Combination, parts: usize) -> String {
    match (how, cx.lang) {
        (Combination::Any, Lang::Vi) => format!("một trong {parts} phần"),
        (Combination::Any, Lang::En) => format!("any of {parts} parts"),
        (Combination::All, Lang::Vi) => format!("cả {parts} phần"),
        (Combination::All, Lang::En) => format!("all of {parts} parts"),
        (Combination::AtLeast { n }, Lang::Vi) => format!("ít nhất {n} trong {parts} phần"),
        (Combination::AtLeast { n }, Lang::En) => format!("at least {n} of {parts} parts"),
        (Combination::Readings, Lang::Vi) => format!("{parts} cách đọc nguồn"),
        (Combination::Readings, Lang::En) => format!("{parts} readings of the source"),
        (Combination::Sum, Lang::Vi) => format!("điểm của {parts} phần"),
        (Combination::Sum, Lang::En) => format!("points of {parts} parts"),
    }
}

/// What a combination does, in a sentence.
pub(super) fn sentence(cx: Context<'_>, how: Combination, parts: usize) -> String {
    let text = match (how, cx.lang) {
        (Combination::Any, Lang::Vi) => "đạt khi ít nhất một phần dưới đây đạt".into(),
        (Combination::Any, Lang::En) => "met when at least one of the parts below is met".into(),
        (Combination::All, Lang::Vi) => "đạt khi mọi phần dưới đây đều đạt".into(),
        (Combination::All, Lang::En) => "met when all parts below are met".into(),
        (Combination::AtLeast { n }, Lang::Vi) => format!("đạt khi ít nhất {n} trong {parts} phần dưới đây đạt"),
        (Combination::AtLeast { n }, Lang::En) => format!("met when at least {n} of the {parts} parts below are met"),
        (Combination::Readings, Lang::Vi) => format!(
            "nguồn có {parts} cách đọc và không nói rõ cách nào: đạt khi mọi cách đọc đều đạt, không đạt khi không cách nào đạt, còn lại là chưa xác định"
        ),
        (Combination::Readings, Lang::En) => format!(
            "the source can be read in {parts} ways and does not say which: met when met in every reading, not met when met in none, else undecided"
        ),
        (Combination::Sum, Lang::Vi) => "cộng điểm của những phần được chấm; phần không có số liệu hoặc chỉ theo dõi không vào điểm lẫn điểm tối đa".into(),
        (Combination::Sum, Lang::En) => {
            "the points of the parts that are scored are added; a part without data or only monitored is in neither the points nor the most points".into()
        }
    };
    format!("{text}.")
}

pub(super) fn write(cx: Context<'_>, criterion: &Criterion, how: Combination, of: &[CombinePart], leveled: bool, out: &mut Markdown) {
    let several = criterion.data_points.len() > 1;
    for (at, part) in of.iter().enumerate() {
        let Some(point) = part.point(criterion) else { continue };
        let name = if how == Combination::Readings { cx.say("Cách đọc", "Reading") } else { cx.say("Phần", "Part") };
        let mut words: Vec<String> = part.title.as_ref().map(|title| cx.text(title)).into_iter().collect();
        words.extend(several.then(|| format!("{} {}", cx.say("số liệu", "data"), code(&point.id))));
        words.push(method::sentence(cx, &part.method));
        out.item(0, &format!("**{name} {}:** {}", at + 1, words.join("; ")));
        if let Some(expr) = &part.derive {
            out.item(1, &format!("{}: {}", cx.say("Cách tính", "Computed as"), formula::in_words(cx, point, expr)));
        }
        if part.evidence.is_some() {
            out.item(1, cx.say(RECOGNITION.0, RECOGNITION.1));
        }
        method::details(cx, criterion, point, &part.method, leveled, out);
    }
}

const RECOGNITION: (&str, &str) = (
    "Phần này chỉ nhận văn bản công nhận (`recognition`) của cơ quan có thẩm quyền, có số, ngày và nơi ban hành; kết quả tính ở đây không phải là công nhận.",
    "This part takes only a document of recognition (`recognition`) by the authority in charge, with number, date and issuer; a result computed here is no recognition.",
);
