//! Names around a circle that do not touch each other.

use super::canvas::Anchor;
use super::measure::Font;
use super::radar::{Axis, direction};
use super::{EDGE, SMALL};
use alloc::string::String;
use alloc::vec::Vec;

#[derive(Clone, Copy)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// A name in lines; `x` and `top` are counted from the centre of the circle.
pub(super) struct Label {
    pub(super) x: f64,
    pub(super) top: f64,
    pub(super) anchor: Anchor,
    pub(super) font: Font,
    pub(super) lines: Vec<String>,
}

impl Label {
    pub(super) fn height(&self) -> f64 {
        self.lines.len() as f64 * self.font.line()
    }
}

/// From the circle to its labels.
const OFF: f64 = 12.0;
/// Between labels above each other.
const BETWEEN: f64 = 3.0;
const NUMBER: Font = Font::bold(12.0);

/// Wider numbers are cut.
const WIDEST: f64 = 64.0;

/// The number of an axis, else its place.
fn number_of(at: usize, axis: &Axis) -> String {
    if axis.short.is_empty() { alloc::format!("{}", at + 1) } else { axis.short.clone() }
}

/// Width of the widest number, in the bounds of the room for it.
pub(super) fn widest(axes: &[Axis]) -> f64 {
    let wide = axes.iter().enumerate().map(|(at, axis)| NUMBER.width(&number_of(at, axis))).fold(0.0, f64::max);
    wide.clamp(20.0, WIDEST)
}

/// A label for each axis: names with figures, or numbers.
pub(super) fn around(axes: &[Axis], width: f64, radius: f64, named: bool) -> Vec<Label> {
    let mut labels: Vec<Label> = axes.iter().enumerate().map(|(at, axis)| label(at, axis, axes.len(), width, radius, named)).collect();
    if named {
        spread(&mut labels, Anchor::Start);
        spread(&mut labels, Anchor::End);
    }
    labels
}

fn label(at: usize, axis: &Axis, axes: usize, width: f64, radius: f64, named: bool) -> Label {
    let (sin, cos) = direction(at, axes);
    let x = (radius + OFF) * sin;
    let anchor = match sin {
        s if s > 0.15 => Anchor::Start,
        s if s < -0.15 => Anchor::End,
        _ => Anchor::Middle,
    };
    let (font, lines) = if named {
        // The neighbours of a name at the top or bottom begin at their own axes.
        let (next, _) = direction(1, axes);
        let room = match anchor {
            Anchor::Middle => (2.0 * (radius + OFF) * next - EDGE).clamp(70.0, width / 3.0),
            _ => width / 2.0 - EDGE - libm::fabs(x),
        };
        let mut lines = SMALL.wrap(&axis.named(), room, 4);
        lines.extend(SMALL.wrap(&axis.figures(), room, 2));
        (SMALL, lines)
    } else {
        (NUMBER, NUMBER.wrap(&number_of(at, axis), WIDEST, 1))
    };
    let height = lines.len() as f64 * font.line();
    // Above the circle a label stands on its point, below it hangs from it, beside it is centred.
    let top = -(radius + OFF) * cos - height / 2.0 * (1.0 + cos);
    Label { x, top, anchor, font, lines }
}

/// Moves the labels of one side up or down until none lies over another.
fn spread(labels: &mut [Label], side: Anchor) {
    let mut own: Vec<&mut Label> = labels.iter_mut().filter(|l| l.anchor == side).collect();
    own.sort_by(|a, b| a.top.total_cmp(&b.top));
    // From the middle outwards, so that the names beside the circle stay beside their axes.
    let middle = own.iter().position(|l| l.top + l.height() / 2.0 >= 0.0).unwrap_or(own.len());
    let mut free = f64::MIN;
    for label in own.iter_mut().skip(middle) {
        label.top = label.top.max(free);
        free = label.top + label.height() + BETWEEN;
    }
    let mut free = own.get(middle).map_or(f64::MAX, |l| l.top - BETWEEN);
    for label in own.iter_mut().take(middle).rev() {
        label.top = label.top.min(free - label.height());
        free = label.top - BETWEEN;
    }
}
