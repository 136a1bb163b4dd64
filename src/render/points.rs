//! Methods that give points, and ranges: every figure as a row with its grounds.

use super::context::Context;
use super::markdown::{Markdown, Table, plain};
use super::rule_words;
use super::thresholds::horizon;
use crate::criteria::{Band, Criterion, DataPoint, Direction, Ground, Interpolate, Method, Open, Range, Relief};
use crate::number::Dec;
use crate::text::Lang;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What such a method does; none for others.
pub(super) fn sentence(cx: Context<'_>, method: &Method) -> Option<&'static str> {
    Some(match method {
        Method::Interpolate(_) => cx.say(
            "điểm nội suy theo đường thẳng giữa mức tối thiểu và mức tối đa; dưới mức tối thiểu 0 điểm, từ mức tối đa trở lên đủ điểm",
            "points interpolated in a straight line between a minimum and a maximum; none below the minimum, the most from the maximum on",
        ),
        Method::Steps { .. } => {
            cx.say("điểm của bậc cao nhất đã đạt; dưới bậc đầu 0 điểm", "the points of the highest step reached; none below the first step")
        }
        Method::TargetShare { .. } => cx.say(
            "điểm theo tỷ lệ phần trăm so với mục tiêu; mốc dưới thuộc khung",
            "points by the value in percent of a target; the lower edge belongs to the band",
        ),
        Method::Range(_) => {
            cx.say("đạt từ đầu thấp đến đầu cao của khoảng, kể cả hai đầu", "met from the low end to the high end, both included")
        }
        _ => return None,
    })
}

/// The figures; false for other methods.
pub(super) fn write(cx: Context<'_>, criterion: &Criterion, point: &DataPoint, method: &Method, leveled: bool, out: &mut Markdown) -> bool {
    let ground = match method {
        Method::Interpolate(i) => {
            out.table(&interpolate(cx, point, i));
            &i.ground
        }
        Method::Steps { points, open, ground } => {
            let mut table = steps(cx, point, points, ground);
            if let Some(open) = open {
                let places = rule_words::places(&open.when, cx.lang);
                let name = format!("{} ({places})", cx.say("Dưới bậc thấp nhất", "Below the lowest step"));
                let said = cx.say("nguồn không nói rõ", "the source does not say").into();
                row(&mut table, [name, said], [String::new(), cx.read_in(&open.cites).into(), cx.cites(&open.cites)]);
            }
            out.table(&table);
            ground
        }
        Method::TargetShare { target, bands, ground } => {
            out.table(&target_share(cx, criterion, point, (*target, bands), ground));
            ground
        }
        Method::Range(range) => {
            out.table(&one_range(cx, point, range, leveled));
            &range.ground
        }
        _ => return false,
    };
    if let Some(note) = &ground.note {
        out.item(0, &format!("{}: {}", cx.say("Ghi chú", "Note"), cx.note(note)));
    }
    if let Method::Steps { open: Some(Open { note: Some(note), .. }), .. } = method {
        out.item(0, &format!("{}: {}", cx.say("Dưới bậc thấp nhất", "Below the lowest step"), cx.note(note)));
    }
    if let Method::Interpolate(Interpolate { relief: Some(Relief { note: Some(note), .. }), .. }) = method {
        out.item(0, &format!("{}: {}", cx.say("Mức tối thiểu được giảm", "Lowered minimum"), cx.note(note)));
    }
    true
}

/// Basis, confidence and source of a row.
fn grounds(cx: Context<'_>, ground: &Ground) -> [String; 3] {
    [rule_words::basis(ground.basis, cx.lang).into(), cx.confidence(ground.confidence, &ground.cites).into(), cx.cites(&ground.cites)]
}

/// A table whose rows end with basis, confidence and source.
fn table_of<const N: usize>(cx: Context<'_>, heads: [&str; N]) -> Table {
    let last = [cx.say("Cơ sở", "Basis"), cx.say("Độ chắc", "Confidence"), cx.say("Nguồn", "Source")];
    Table::new(heads.into_iter().chain(last))
}

fn row<const N: usize>(table: &mut Table, cells: [String; N], grounds: [String; 3]) {
    table.row(cells.into_iter().chain(grounds).collect::<Vec<_>>());
}

fn interpolate(cx: Context<'_>, point: &DataPoint, i: &Interpolate) -> Table {
    let mut table = table_of(cx, [cx.say("Mốc", "Mark"), cx.say("Giá trị", "Value"), cx.say("Điểm", "Points")]);
    let mut mark = |name: &str, value: Dec, points: Dec| {
        let cells = [name.to_string(), plain(&cx.amount(value, point)), cx.number(points)];
        row(&mut table, cells, grounds(cx, &i.ground));
    };
    mark(cx.say("tối thiểu", "minimum"), i.minimum, i.points_min);
    mark(cx.say("tối đa", "maximum"), i.maximum, i.points_max);
    if let Some(relief) = &i.relief {
        let places = rule_words::places(&relief.when, cx.lang);
        let name = format!("{}: {places}", cx.say("tối thiểu được giảm", "lowered minimum"));
        let cells = [name, lowered(cx, point, i.minimum, relief), cx.number(i.points_min)];
        row(&mut table, cells, [String::new(), cx.read_in(&relief.cites).into(), cx.cites(&relief.cites)]);
    }
    table
}

/// The lowered minimum with its arithmetic; a count is a whole number, and how it is rounded may be unknown.
fn lowered(cx: Context<'_>, point: &DataPoint, minimum: Dec, relief: &Relief) -> String {
    let Some(product) = relief.factor.value().checked_mul(minimum.value()).map(Dec::from) else { return String::new() };
    let symbol = plain(cx.symbol(&point.unit));
    let sum = format!("{} × {}", cx.number(relief.factor), cx.number(minimum));
    if !relief.whole || product.is_whole() {
        return format!("{} {symbol} ({sum})", cx.number(product));
    }
    let (below, above) = (Dec::from(product.value().floor()), Dec::from(product.value().ceil()));
    if below < Dec::ONE {
        return format!("{} {symbol} ({sum}; {})", cx.number(above), cx.say("ít nhất là 1", "at least 1"));
    }
    let (below, above) = (cx.number(below), cx.number(above));
    match cx.lang {
        Lang::Vi => {
            format!("{below} hoặc {above} {symbol} ({sum}; nguồn không nói rõ làm tròn lên hay xuống, giá trị ở giữa là chưa xác định)")
        }
        Lang::En => format!("{below} or {above} {symbol} ({sum}; the source does not say how it is rounded, a value between is undecided)"),
    }
}

fn steps(cx: Context<'_>, point: &DataPoint, bands: &[Band], ground: &Ground) -> Table {
    let mut table = table_of(cx, [cx.say("Từ", "From"), cx.say("Điểm", "Points")]);
    for band in bands {
        let label = point.steps.iter().find(|step| Dec::from_count(u64::from(step.step)) == band.at_least);
        let label = label.map(|step| format!(": {}", cx.text(&step.label))).unwrap_or_default();
        let edge = format!("{}{label}", plain(&cx.amount(band.at_least, point)));
        row(&mut table, [edge, cx.number(band.points)], grounds(cx, ground));
    }
    table
}

fn target_share(cx: Context<'_>, criterion: &Criterion, point: &DataPoint, (target, bands): (Dec, &[Band]), ground: &Ground) -> Table {
    let heads = [cx.say("So với mục tiêu", "Of the target"), cx.say("Giá trị", "Value"), cx.say("Điểm", "Points")];
    let mut table = table_of(cx, heads);
    let aim = format!("**{}**", cx.say("mục tiêu", "target"));
    row(&mut table, [aim, plain(&cx.amount(target, point)), String::new()], grounds(cx, ground));
    for band in bands {
        // Where less is better the edge is a quotient, and need not end.
        let edge = (criterion.direction == Direction::More).then(|| percent_of(target, band.at_least)).flatten();
        let edge = edge.map(|edge| format!("≥ {}", plain(&cx.amount(edge, point)))).unwrap_or_default();
        let cells = [format!("≥ {} %", cx.number(band.at_least)), edge, cx.number(band.points)];
        row(&mut table, cells, grounds(cx, ground));
    }
    table
}

fn percent_of(target: Dec, percent: Dec) -> Option<Dec> {
    target.value().checked_mul(percent.value())?.checked_div(Dec::from_count(100).value()).map(Dec::from)
}

fn one_range(cx: Context<'_>, point: &DataPoint, range: &Range, leveled: bool) -> Table {
    let heads = [
        cx.say("Cấp độ", "Level"),
        cx.say("Đạt trong khoảng", "Met within"),
        cx.say("Nguồn in", "As printed"),
        cx.say("Dưới khoảng", "Below"),
        cx.say("Trên khoảng", "Above"),
        cx.say("Thời hạn", "Horizon"),
    ];
    let mut table = table_of(cx, heads);
    let cells = [
        if leveled { range.level.to_string() } else { String::new() },
        plain(&cx.between(range.low, range.high, point)),
        range.printed.as_ref().map(|text| cx.text(text)).unwrap_or_default(),
        rule_words::outside_range(range.below, cx.lang).into(),
        rule_words::outside_range(range.above, cx.lang).into(),
        horizon(cx, range.horizon.as_deref()),
    ];
    row(&mut table, cells, grounds(cx, &range.ground));
    table
}
