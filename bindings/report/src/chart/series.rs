//! What tells lines of one picture apart besides their colour: a mark and a dash each.

use super::canvas::number;
use super::radar_labels::Point;
use alloc::format;
use alloc::string::String;

/// Dashes of lines, in order.
const DASHES: [&str; 6] = ["", "7 4", "2 3", "9 3 2 3", "13 4", "1 4"];

/// The dash of the n-th line.
pub(super) fn dash(series: usize) -> &'static str {
    DASHES.get(series % DASHES.len()).copied().unwrap_or("")
}

/// A circle, a square, a triangle, a diamond, a triangle upside down, a plus: a shape for each line.
pub(super) fn mark(series: usize, at: Point) -> String {
    let (x, y) = (at.x, at.y);
    match series % DASHES.len() {
        0 => format!("M{} {}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z", number(x - 4.0), number(y)),
        1 => format!("M{} {}h7v7h-7Z", number(x - 3.5), number(y - 3.5)),
        2 => format!("M{} {}l4.5 8h-9Z", number(x), number(y - 5.0)),
        3 => format!("M{} {}l5 5l-5 5l-5 -5Z", number(x), number(y - 5.0)),
        4 => format!("M{} {}l-4.5 -8h9Z", number(x), number(y + 5.0)),
        _ => format!("M{} {}h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5Z", number(x - 1.5), number(y - 5.0)),
    }
}
