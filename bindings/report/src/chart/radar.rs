//! Groups around a circle: how far each one is, in one line per state.

use super::canvas::{Anchor, Canvas, Ink, number};
use super::radar_labels::{Point, around, widest};
use super::series::{dash, mark};
use super::{Amount, BODY, EDGE, Frame, SMALL, Swatch};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::f64::consts::TAU;

/// Shares around a circle.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Radar {
    /// Title and marks.
    pub frame: Frame,
    /// What each line is of.
    pub series: Vec<String>,
    /// The axes, clockwise from the top.
    pub axes: Vec<Axis>,
}

impl Radar {
    /// Lines over axes.
    #[must_use]
    pub fn new(frame: Frame, series: impl IntoIterator<Item = impl Into<String>>, axes: impl IntoIterator<Item = Axis>) -> Self {
        Self { frame, series: series.into_iter().map(Into::into).collect(), axes: axes.into_iter().collect() }
    }
}

/// An axis: one thing, with an amount for each line.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Axis {
    /// Its number as printed; stands for the name where there is no room.
    pub short: String,
    /// Its name.
    pub label: String,
    /// An amount for each line; none = nothing is asked there.
    pub amounts: Vec<Option<Amount>>,
}

impl Axis {
    /// A number, a name, amounts.
    #[must_use]
    pub fn new(short: impl Into<String>, label: impl Into<String>, amounts: impl IntoIterator<Item = Option<Amount>>) -> Self {
        Self { short: short.into(), label: label.into(), amounts: amounts.into_iter().collect() }
    }

    /// Number and name.
    pub(super) fn named(&self) -> String {
        format!("{} {}", self.short, self.label).trim().into()
    }

    /// The amounts, a dash where nothing is asked.
    pub(super) fn figures(&self) -> String {
        let mut all: Vec<&str> = self.amounts.iter().map(|a| a.as_ref().map_or("–", |a| a.text.as_str())).collect();
        // Lines that agree are told once.
        if all.windows(2).all(|pair| matches!(pair, [a, b] if a == b)) {
            all.truncate(1);
        }
        all.join(" · ")
    }
}

/// More names than this do not fit around the circle; numbers stand for them.
const MOST_NAMES: usize = 24;
const RINGS: [(f64, &str); 4] = [(0.25, "25"), (0.5, "50"), (0.75, "75"), (1.0, "100")];

impl Radar {
    pub(super) fn describe(&self) -> String {
        let axes: Vec<String> = self.axes.iter().map(|a| format!("{}: {}", a.named(), a.figures())).collect();
        format!("{}. {}", self.series.join(" · "), axes.join("; "))
    }

    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) {
        if self.axes.len() < 3 {
            return self.list(canvas);
        }
        let named = canvas.width > 500.0 && self.axes.len() <= MOST_NAMES;
        // Beside the circle there is room for the widest number, so that none is cut.
        let radius = if named { 150.0 } else { canvas.width / 2.0 - EDGE - widest(&self.axes) - 14.0 };
        let radius = f64::min(radius, 190.0);
        let labels = around(&self.axes, canvas.width, radius, named);
        let above = labels.iter().map(|l| -l.top).fold(radius, f64::max);
        let below = labels.iter().map(|l| l.top + l.height()).fold(radius, f64::max);
        let centre = Point { x: canvas.width / 2.0, y: canvas.y + above + 4.0 };
        self.web(canvas, centre, radius);
        for at in 0..self.series.len() {
            self.line(canvas, at, centre, radius);
        }
        self.percents(canvas, centre, radius);
        for label in &labels {
            canvas.lines(centre.x + label.x, centre.y + label.top, label.anchor, label.font, Ink::Full, &label.lines);
        }
        canvas.y = centre.y + below + EDGE;
        self.key(canvas);
        if !named {
            canvas.y += EDGE;
            self.list(canvas);
        }
    }

    fn at(&self, axis: usize, share: f64, centre: Point, radius: f64) -> Point {
        let (sin, cos) = direction(axis, self.axes.len());
        Point { x: centre.x + radius * share * sin, y: centre.y - radius * share * cos }
    }

    /// Rings and axes.
    fn web(&self, canvas: &mut Canvas<'_>, centre: Point, radius: f64) {
        for (share, _) in RINGS {
            let corners: Vec<Point> = (0..self.axes.len()).map(|axis| self.at(axis, share, centre, radius)).collect();
            canvas.path(&format!("{}Z", joined(&corners)), None, "");
        }
        for axis in 0..self.axes.len() {
            let end = self.at(axis, 1.0, centre, radius);
            canvas.line((centre.x, centre.y), (end.x, end.y), false);
        }
    }

    /// Half-way between the last axis and the first, where no mark stands; the inner rings have no room for it.
    fn percents(&self, canvas: &mut Canvas<'_>, centre: Point, radius: f64) {
        let half = TAU * 0.5 / self.axes.len().max(1) as f64;
        let (sin, cos) = libm::sincos(-half);
        for (share, text) in RINGS.into_iter().filter(|(share, _)| *share >= 0.5) {
            if self.axes.len() < 5 {
                // Few axes leave no room half-way; they stand left of the first one.
                let y = centre.y - radius * share + SMALL.size;
                canvas.text(centre.x - 5.0, y, Anchor::End, SMALL, Ink::Dim, &format!("{text} %"));
                continue;
            }
            // The web is straight between its axes, hence nearer to the centre here.
            let off = radius * share * cos;
            let at = Point { x: centre.x + off * sin, y: centre.y - off * cos };
            canvas.note(at.x, at.y + SMALL.size, SMALL, &format!("{text} %"));
        }
    }

    /// One line with a mark on each axis; it is open where nothing is asked.
    fn line(&self, canvas: &mut Canvas<'_>, series: usize, centre: Point, radius: f64) {
        let swatch = Swatch::series(series);
        let dash = dash(series);
        let amount = |axis: &Axis| axis.amounts.get(series).and_then(Option::as_ref).map(|a| a.share);
        let points: Vec<Option<Point>> =
            self.axes.iter().enumerate().map(|(at, axis)| amount(axis).map(|share| self.at(at, share, centre, radius))).collect();
        if let Some(whole) = points.iter().copied().collect::<Option<Vec<Point>>>() {
            canvas.path(&format!("{}Z", joined(&whole)), Some(swatch), dash);
        } else {
            // From each point to the next one, where both are there.
            let next = points.iter().cycle().skip(1);
            let pairs = points.iter().zip(next).filter_map(|(a, b)| Some([(*a)?, (*b)?]));
            let d: String = pairs.map(|pair| joined(&pair)).collect();
            if !d.is_empty() {
                canvas.path(&d, Some(swatch), dash);
            }
        }
        for point in points.into_iter().flatten() {
            canvas.shape(&mark(series, point), swatch);
        }
    }

    /// What each line is of.
    fn key(&self, canvas: &mut Canvas<'_>) {
        for (at, name) in self.series.iter().enumerate() {
            let dash = dash(at);
            let middle = canvas.y + 8.0;
            canvas.path(&format!("M{} {}h30", number(EDGE), number(middle)), Some(Swatch::series(at)), dash);
            canvas.shape(&mark(at, Point { x: EDGE + 15.0, y: middle }), Swatch::series(at));
            let lines = BODY.wrap(name, canvas.width - 2.0 * EDGE - 40.0, 3);
            canvas.y += canvas.lines(EDGE + 40.0, canvas.y, Anchor::Start, BODY, Ink::Full, &lines) + 2.0;
        }
    }

    /// The axes by name with their figures, where they are not named around the circle.
    fn list(&self, canvas: &mut Canvas<'_>) {
        for axis in &self.axes {
            let figures = axis.figures();
            let room = canvas.width - 2.0 * EDGE;
            let beside = (BODY.width(&figures) + EDGE).min(room / 2.0);
            let lines = BODY.wrap(&axis.named(), room - beside, 4);
            let figures = BODY.wrap(&figures, beside, 4);
            let right = canvas.width - EDGE;
            let tall = canvas.lines(right, canvas.y, Anchor::End, BODY, Ink::Full, &figures);
            canvas.y += canvas.lines(EDGE, canvas.y, Anchor::Start, BODY, Ink::Full, &lines).max(tall) + 2.0;
        }
    }
}

/// Sine and cosine of an axis, clockwise from the top.
pub(super) fn direction(axis: usize, axes: usize) -> (f64, f64) {
    libm::sincos(TAU * axis as f64 / axes.max(1) as f64)
}

fn joined(points: &[Point]) -> String {
    let mut out = String::new();
    for (at, point) in points.iter().enumerate() {
        out.push(if at == 0 { 'M' } else { 'L' });
        out.push_str(&format!("{} {}", number(point.x), number(point.y)));
    }
    out
}
