//! The project's charts, as SVG text: pure, without scripts, fonts or anything from elsewhere, the same bytes on every machine.
//!
//! A chart is made of words and amounts; it draws no conclusion of its own. Every chart shows its marks of honesty in visible text and says
//! them again, with all its figures, in `<desc>`. Charts of an assessment are made by [`crate::Charts`].
//!
//! ```
//! use dothi::Lang;
//! use dothi_report::chart::{Amount, Axis, Chart, Frame, Radar, Size};
//!
//! let frame = Frame::new("Share of criteria met", "FICTIONAL DATA", Lang::En);
//! let axis = |label: &str, met: &str, share| Axis::new("", label, [Some(Amount::new(met, share))]);
//! let radar = Radar::new(frame, ["self-assessed"], [axis("Water", "1/2", 0.5), axis("Energy", "3/3", 1.0), axis("Health", "0/1", 0.0)]);
//! let svg = Chart::from(radar).to_svg(Size::Wide);
//! assert!(svg.starts_with("<svg xmlns=") && svg.contains("FICTIONAL DATA"));
//! ```

mod bars;
mod canvas;
mod gauge;
mod heat;
mod key;
mod ladder;
mod lines;
mod measure;
mod palette;
#[cfg(feature = "docx")]
mod plain;
mod radar;
mod radar_labels;
mod ranks;
mod series;
mod spans;
mod strip;
mod table;
mod tornado;

use alloc::format;
use alloc::string::String;
use canvas::{Canvas, Ink};
use dothi::{Dec, Lang};
use measure::Font;

pub use bars::{Bar, Bars, Fill, Part};
pub use gauge::Gauge;
pub use heat::{Correlated, HeatMap};
pub use key::Key;
pub use ladder::{Ladder, Rung, RungBar};
pub use lines::{LineSeries, Lines};
pub use palette::Swatch;
pub use radar::{Axis, Radar};
pub use ranks::{RankRow, Ranks};
pub use spans::{Span, SpanRow, Spans};
pub use strip::{Strip, StripRow};
pub use tornado::{Tornado, TornadoRow};

pub(crate) use canvas::escape;
pub(crate) use measure::width as text_width;
#[cfg(feature = "docx")]
pub(crate) use plain::Line as PlainLine;

/// Room left and right of everything.
pub(crate) const EDGE: f64 = 8.0;

const TITLE: Font = Font::bold(15.0);
const BODY: Font = Font::plain(12.5);
const SMALL: Font = Font::plain(11.0);

/// How wide a chart is laid out; text has the same size in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Size {
    /// 680 units: a page, an A4 sheet.
    Wide,
    /// 350 units: a telephone, a column of a scorecard.
    Narrow,
}

impl Size {
    /// Width in user units; at 1:1 the smallest text is 11 pixels high.
    #[must_use]
    pub fn width(self) -> f64 {
        match self {
            Self::Wide => 680.0,
            Self::Narrow => 350.0,
        }
    }
}

/// What stands around every chart.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Frame {
    /// Title.
    pub title: String,
    /// What must stand wherever the chart stands: marks, edition, data date, state.
    pub marks: String,
    /// Language of the chart's own words.
    pub lang: Lang,
}

impl Frame {
    /// A title, the marks of honesty in one line, the language.
    #[must_use]
    pub fn new(title: impl Into<String>, marks: impl Into<String>, lang: Lang) -> Self {
        Self { title: title.into(), marks: marks.into(), lang }
    }
}

/// A number as people read it, and how far it reaches from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Amount {
    /// The exact number in words of the language.
    pub text: String,
    /// From 0 to 1, for drawing only.
    pub share: f64,
}

impl Amount {
    /// A text and its share; what is no number is drawn as 0, what lies outside as the nearer end.
    #[must_use]
    pub fn new(text: impl Into<String>, share: f64) -> Self {
        let share = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
        Self { text: text.into(), share }
    }

    /// `part` of `whole`; a whole of zero is drawn as 0.
    #[must_use]
    pub fn of(text: impl Into<String>, part: Dec, whole: Dec) -> Self {
        let share = part.value().checked_div(whole.value()).map(Dec::from);
        Self::new(text, share.map_or(0.0, drawn))
    }

    /// `met` of `asked`; zero of zero is drawn as 0.
    #[must_use]
    pub fn counted(met: u32, asked: u32) -> Self {
        let share = if asked == 0 { 0.0 } else { f64::from(met) / f64::from(asked) };
        Self::new(format!("{met}/{asked}"), share)
    }
}

/// A decimal for drawing.
fn drawn(value: Dec) -> f64 {
    // The text of a decimal is a number that f64 reads.
    format!("{value}").parse().unwrap_or(0.0)
}

/// A chart of any kind.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Chart {
    /// Groups around a circle.
    Radar(Radar),
    /// A bar for each group.
    Bars(Bars),
    /// Levels above each other.
    Ladder(Ladder),
    /// A score on a scale.
    Gauge(Gauge),
    /// Parts of a whole in one bar: criteria by outcome, places by level.
    Strip(Strip),
    /// Ranks with the intervals in which they lie.
    Ranks(Ranks),
    /// Figures over periods.
    Lines(Lines),
    /// Estimates with the intervals in which they lie.
    Spans(Spans),
    /// How far one choice at a time moves a result.
    Tornado(Tornado),
    /// Correlations of every two of several things.
    HeatMap(HeatMap),
}

impl Chart {
    /// A file of its own: with its style sheet, light or dark as the reader has it.
    #[must_use]
    pub fn to_svg(&self, size: Size) -> String {
        self.draw(size, "dothi", &style())
    }

    /// For a page that holds [`style`] once. `id` is unlike that of any other chart of the page; letters, digits and `-` are kept of it.
    #[must_use]
    pub fn to_inline_svg(&self, size: Size, id: &str) -> String {
        let id: String = id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        self.draw(size, &format!("dc-{id}"), "")
    }

    /// Title, marks and language.
    #[must_use]
    pub fn frame(&self) -> &Frame {
        match self {
            Self::Radar(chart) => &chart.frame,
            Self::Bars(chart) => &chart.frame,
            Self::Ladder(chart) => &chart.frame,
            Self::Gauge(chart) => &chart.frame,
            Self::Strip(chart) => &chart.frame,
            Self::Ranks(chart) => &chart.frame,
            Self::Lines(chart) => &chart.frame,
            Self::Spans(chart) => &chart.frame,
            Self::Tornado(chart) => &chart.frame,
            Self::HeatMap(chart) => &chart.frame,
        }
    }

    /// Everything the chart shows, in words: what a reader who does not see it is told.
    #[must_use]
    pub fn description(&self) -> String {
        let data = match self {
            Self::Radar(chart) => chart.describe(),
            Self::Bars(chart) => chart.describe(),
            Self::Ladder(chart) => chart.describe(),
            Self::Gauge(chart) => chart.describe(),
            Self::Strip(chart) => chart.describe(),
            Self::Ranks(chart) => chart.describe(),
            Self::Lines(chart) => chart.describe(),
            Self::Spans(chart) => chart.describe(),
            Self::Tornado(chart) => chart.describe(),
            Self::HeatMap(chart) => chart.describe(),
        };
        let marks = &self.frame().marks;
        if marks.is_empty() { data } else { format!("{data}. {marks}") }
    }

    fn draw(&self, size: Size, id: &str, style: &str) -> String {
        let mut canvas = Canvas::new(id, size.width());
        let frame = self.frame();
        canvas.y = EDGE;
        canvas.paragraph(TITLE, Ink::Full, &frame.title);
        canvas.y += EDGE;
        match self {
            Self::Radar(chart) => chart.draw(&mut canvas),
            Self::Bars(chart) => chart.draw(&mut canvas),
            Self::Ladder(chart) => chart.draw(&mut canvas),
            Self::Gauge(chart) => chart.draw(&mut canvas),
            Self::Strip(chart) => chart.draw(&mut canvas),
            Self::Ranks(chart) => chart.draw(&mut canvas),
            Self::Lines(chart) => chart.draw(&mut canvas),
            Self::Spans(chart) => chart.draw(&mut canvas),
            Self::Tornado(chart) => chart.draw(&mut canvas),
            Self::HeatMap(chart) => chart.draw(&mut canvas),
        }
        canvas.y += EDGE;
        canvas.paragraph(SMALL, Ink::Dim, &frame.marks);
        canvas.y += EDGE;
        canvas.finish(&frame.title, &self.description(), style)
    }
}

macro_rules! kinds {
    ($($kind:ident)*) => {
        $(impl From<$kind> for Chart {
            fn from(chart: $kind) -> Self {
                Self::$kind(chart)
            }
        })*
    };
}

kinds! { Radar Bars Ladder Gauge Strip Ranks Lines Spans Tornado HeatMap }

/// The colours of outcomes as the border of an element of class `o-…`.
pub(crate) fn outcome_style() -> String {
    let (mut light, mut dark) = (String::new(), String::from("@media screen and (prefers-color-scheme:dark){\n"));
    for s in palette::SWATCHES.iter().chain([&palette::OTHER]) {
        let edge = |colour: &'static str| if s.pattern == palette::Pattern::Hollow { "transparent" } else { colour };
        light.push_str(&format!(".o-{}{{border-color:{}}}\n", s.word, edge(s.light)));
        dark.push_str(&format!(".o-{}{{border-color:{}}}\n", s.word, edge(s.dark)));
    }
    light + &dark + "}\n"
}

/// Rules of charts and outcomes on light and on dark ground, for a page that says itself when it is dark. `--o` is the colour of an outcome.
pub(crate) fn sheets() -> (String, String) {
    let (mut light, mut dark) = (String::from(".dc{max-width:100%;height:auto}\n"), String::from(include_str!("dark.css")));
    for s in palette::SWATCHES.iter().chain([&palette::OTHER]) {
        let edge = |colour: &'static str| if s.pattern == palette::Pattern::Hollow { "#8a8a8a" } else { colour };
        light.push_str(&format!(".o-{}{{--o:{}}}\n", s.word, edge(s.light)));
        dark.push_str(&format!(".o-{}{{--o:{}}}\n", s.word, edge(s.dark)));
    }
    dark.push_str(&dark_fills());
    (light, dark)
}

/// The style sheet of charts in a page: colours on dark ground; every class begins with `dc`.
#[must_use]
pub fn style() -> String {
    const DARK: &str = "@media screen and (prefers-color-scheme:dark){\n";
    let (dark, fills) = (include_str!("dark.css"), dark_fills());
    format!(".dc{{max-width:100%;height:auto}}\n{DARK}{dark}}}\n{DARK}{fills}}}\n")
}

/// The colours of areas and lines on dark ground.
fn dark_fills() -> String {
    let all = palette::SWATCHES.iter().chain([&palette::OTHER]).chain(palette::SERIES).chain(palette::SIGNS).chain(palette::LEVELS);
    all.map(|s| format!(".dc-{word}{{fill:{dark}}}.dc-{word}-line{{stroke:{dark}}}\n", word = s.word, dark = s.dark)).collect()
}
