//! Correlations of every two of several things: the larger a mark, the stronger; its form says the sign.

use super::canvas::{Anchor, Canvas, Ink, number};
use super::measure::Font;
use super::{BODY, EDGE, Frame, SMALL, Swatch};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::Lang;

/// A triangle of correlations.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HeatMap {
    /// Title and marks.
    pub frame: Frame,
    /// What is correlated, in order.
    pub labels: Vec<String>,
    /// By thing, then by each thing before it: the correlation; none where there is none.
    pub cells: Vec<Vec<Option<Correlated>>>,
    /// What is said of things that are not shown; empty when all are.
    pub left_out: String,
}

/// A correlation in words, and as a number from -1 to 1.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Correlated {
    /// In words of the language.
    pub text: String,
    /// From -1 to 1, for drawing only.
    pub value: f64,
}

impl Correlated {
    /// A text and a number; what is no number is drawn as 0, what lies outside as the nearer end.
    #[must_use]
    pub fn new(text: impl Into<String>, value: f64) -> Self {
        Self { text: text.into(), value: if value.is_nan() { 0.0 } else { value.clamp(-1.0, 1.0) } }
    }
}

impl HeatMap {
    /// A triangle of correlations: `cells[i][j]` is of the things `i` and `j < i`.
    #[must_use]
    pub fn new(
        frame: Frame,
        labels: impl IntoIterator<Item = impl Into<String>>,
        cells: impl IntoIterator<Item = Vec<Option<Correlated>>>,
    ) -> Self {
        let labels = labels.into_iter().map(Into::into).collect();
        Self { frame, labels, cells: cells.into_iter().collect(), left_out: String::new() }
    }

    /// With a sentence on things that are not shown.
    #[must_use]
    pub fn with_left_out(mut self, text: impl Into<String>) -> Self {
        self.left_out = text.into();
        self
    }

    fn cell(&self, row: usize, column: usize) -> Option<&Correlated> {
        self.cells.get(row).and_then(|row| row.get(column)).and_then(Option::as_ref)
    }

    /// Pairs, the strongest first.
    fn strongest(&self) -> Vec<(usize, usize, &Correlated)> {
        let rows = 0..self.labels.len();
        let mut out: Vec<_> = rows.flat_map(|i| (0..i).filter_map(move |j| Some((i, j, self.cell(i, j)?)))).collect();
        out.sort_by(|a, b| b.2.value.abs().total_cmp(&a.2.value.abs()));
        out
    }
}

/// A number is written into a cell of this size.
const ROOMY: f64 = 40.0;
/// The largest cell.
const WIDEST: f64 = 54.0;
/// Smaller cells leave out the number of the thing.
const NUMBERED: f64 = 14.0;
/// Pairs that a description tells.
const MOST_TOLD: usize = 45;

fn words(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Vi => ["tương quan dương", "tương quan âm", "hình càng lớn, tương quan càng mạnh (kín ô: ±1); ô trống: không có"],
        _ => ["positive", "negative", "the larger the mark, the stronger (a full cell: ±1); empty: none"],
    }
}

impl HeatMap {
    pub(super) fn describe(&self) -> String {
        let all = self.strongest();
        let name = |at: usize| self.labels.get(at).map_or("", String::as_str);
        let told: Vec<String> =
            all.iter().take(MOST_TOLD).map(|(i, j, own)| format!("{} – {}: {}", name(*j), name(*i), own.text)).collect();
        let more = if all.len() > MOST_TOLD { "; …" } else { "" };
        let left_out = if self.left_out.is_empty() { String::new() } else { format!(". {}", self.left_out) };
        format!("{}{more}{left_out}", told.join("; "))
    }

    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) {
        let count = self.labels.len();
        if count > 0 {
            let inner = canvas.width - 2.0 * EDGE;
            let listed = canvas.width < 500.0 || count > 24;
            let named = |at: usize, label: &String| format!("{} {label}", at + 1);
            let widest = self.labels.iter().enumerate().map(|(at, label)| BODY.width(&named(at, label))).fold(0.0, f64::max);
            let label = if listed { 0.0 } else { widest.min(inner * 0.4) + EDGE };
            let side = ((inner - label) / count as f64).min(WIDEST);
            let start = EDGE + label;
            for (row, name) in self.labels.iter().enumerate() {
                let tall = if listed { side } else { side.max(self.wrapped(row, name, label).len() as f64 * BODY.line() + 2.0) };
                if !listed {
                    let lines = self.wrapped(row, name, label);
                    let words = lines.len() as f64 * BODY.line();
                    canvas.lines(EDGE, canvas.y + (tall - words) / 2.0, Anchor::Start, BODY, Ink::Full, &lines);
                }
                self.row(canvas, row, start, side, tall);
                canvas.y += tall;
            }
            canvas.y += EDGE;
            self.key(canvas);
            if listed {
                for (at, label) in self.labels.iter().enumerate() {
                    canvas.paragraph(SMALL, Ink::Full, &SMALL.wrap(&named(at, label), inner, 2).join(" "));
                }
            }
        }
        if !self.left_out.is_empty() {
            canvas.paragraph(SMALL, Ink::Full, &self.left_out);
        }
    }

    fn wrapped(&self, row: usize, name: &str, room: f64) -> Vec<String> {
        BODY.wrap(&format!("{} {name}", row + 1), room - EDGE, 3)
    }

    /// The cells before the diagonal, and the number of the thing on it.
    fn row(&self, canvas: &mut Canvas<'_>, row: usize, start: f64, side: f64, tall: f64) {
        for column in 0..row {
            let (left, top) = (start + side * column as f64, canvas.y);
            let frame = format!("M{} {}h{}v{}h{}Z", number(left), number(top), number(side), number(tall), number(-side));
            canvas.path(&frame, None, "");
            let Some(own) = self.cell(row, column) else { continue };
            let (x, y) = (left + side / 2.0, top + tall / 2.0);
            let half = (side.min(tall) / 2.0 - 1.0).max(0.5) * libm::sqrt(own.value.abs());
            if half > 0.3 {
                canvas.shape(&mark(own.value, x, y, half), if own.value < 0.0 { Swatch::negative() } else { Swatch::positive() });
            }
            if side >= ROOMY {
                canvas.plate(x, y, SMALL, &own.text);
            }
        }
        if side >= NUMBERED {
            let font = Font::bold(if side < 18.0 { 9.0 } else { 11.0 });
            let x = start + side * (row as f64 + 0.5);
            canvas.text(x, canvas.y + tall / 2.0 + font.size * 0.36, Anchor::Middle, font, Ink::Full, &(row + 1).to_string());
        }
    }

    fn key(&self, canvas: &mut Canvas<'_>) {
        let [positive, negative, size] = words(self.frame.lang);
        for (text, value, swatch) in [(positive, 1.0, Swatch::positive()), (negative, -1.0, Swatch::negative())] {
            canvas.shape(&mark(value, EDGE + 8.0, canvas.y + 7.0, 7.0), swatch);
            let lines = SMALL.wrap(text, canvas.width - 2.0 * EDGE - 22.0, 2);
            canvas.y += canvas.lines(EDGE + 22.0, canvas.y, Anchor::Start, SMALL, Ink::Full, &lines).max(14.0) + 3.0;
        }
        canvas.paragraph(SMALL, Ink::Dim, size);
        canvas.y += 4.0;
    }

    /// Rows of a table: each two things and their correlation, the strongest first.
    pub(super) fn rows(&self) -> Vec<Vec<String>> {
        let name = |at: usize| self.labels.get(at).cloned().unwrap_or_default();
        let rows = self.strongest().into_iter().map(|(i, j, own)| Vec::from([name(j), name(i), own.text.clone()]));
        core::iter::once(Vec::from([String::new(), String::new(), String::new()])).chain(rows).collect()
    }
}

/// A square for what goes together, a diamond for what goes against each other.
fn mark(value: f64, x: f64, y: f64, half: f64) -> String {
    if value < 0.0 {
        let d = half;
        format!("M{} {}l{d} {d}l-{d} {d}l-{d} -{d}Z", number(x), number(y - half), d = number(d))
    } else {
        let side = number(2.0 * half);
        format!("M{} {}h{side}v{side}h-{side}Z", number(x - half), number(y - half))
    }
}
