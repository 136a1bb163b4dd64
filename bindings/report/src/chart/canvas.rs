//! Writes SVG: numbers of fixed form, escaped text, patterns as they are used.

use super::measure::Font;
use super::palette::{Pattern, Swatch};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};

/// Where a text stands by its point.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// The tone of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Full,
    Dim,
}

/// A picture that grows downwards.
pub(crate) struct Canvas<'i> {
    body: String,
    id: &'i str,
    patterns: BTreeSet<Pattern>,
    pub(crate) width: f64,
    /// Everything above is drawn.
    pub(crate) y: f64,
}

/// At most two decimals, the same on every machine.
pub(crate) fn number(value: f64) -> String {
    // Coordinates are far below the range in which this could be cut.
    let hundredths = libm::round(value * 100.0) as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match (rest, rest % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", rest / 10),
        _ => format!("{sign}{whole}.{rest:02}"),
    }
}

/// Text for element content and attribute values. Characters that XML forbids become U+FFFD.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push('\u{FFFD}'),
            // Marks of writing direction would let a name reorder what stands beside it.
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

impl<'i> Canvas<'i> {
    pub(crate) fn new(id: &'i str, width: f64) -> Self {
        Self { body: String::new(), id, patterns: BTreeSet::new(), width, y: 0.0 }
    }

    pub(crate) fn text(&mut self, x: f64, y: f64, anchor: Anchor, font: Font, ink: Ink, text: &str) {
        let (class, fill) = if ink == Ink::Full { ("dc-ink", "#1b1b1b") } else { ("dc-dim", "#555555") };
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let bold = if font.bold { " font-weight=\"700\"" } else { "" };
        let (x, y, size, text) = (number(x), number(y), number(font.size), escape(text));
        self.body.push_str(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{bold}{anchor} class=\"{class}\" fill=\"{fill}\">{text}</text>\n"
        ));
    }

    /// Lines of text below each other, the first one's top at `y`; gives the height they take.
    pub(crate) fn lines(&mut self, x: f64, y: f64, anchor: Anchor, font: Font, ink: Ink, lines: &[String]) -> f64 {
        let mut at = y;
        for line in lines {
            self.text(x, at + font.size, anchor, font, ink, line);
            at += font.line();
        }
        at - y
    }

    /// A paragraph from the left edge at the height reached so far.
    pub(crate) fn paragraph(&mut self, font: Font, ink: Ink, text: &str) {
        let lines = font.wrap(text, self.width - 2.0 * super::EDGE, usize::MAX);
        self.y += self.lines(super::EDGE, self.y, Anchor::Start, font, ink, &lines);
    }

    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), strong: bool) {
        let (class, stroke, width) = if strong { ("dc-axis", "#1b1b1b", "1.5") } else { ("dc-grid", "#c4c4c4", "1") };
        let (x1, y1, x2, y2) = (number(from.0), number(from.1), number(to.0), number(to.1));
        self.body.push_str(&format!(
            "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" class=\"{class}\" stroke=\"{stroke}\" stroke-width=\"{width}\"/>\n"
        ));
    }

    /// A path without area, in the colour of a swatch or of the grid.
    pub(crate) fn path(&mut self, d: &str, swatch: Option<Swatch>, dash: &str) {
        let dash = if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dash}\"") };
        let pen = match swatch {
            Some(s) => format!("class=\"dc-{}-line\" stroke=\"{}\" stroke-width=\"2.25\" stroke-linejoin=\"round\"", s.word, s.light),
            None => "class=\"dc-grid\" stroke=\"#c4c4c4\" stroke-width=\"1\"".to_string(),
        };
        self.body.push_str(&format!("<path d=\"{d}\" fill=\"none\" {pen}{dash}/>\n"));
    }

    /// A closed shape filled by a swatch: its colour, its pattern, an outline.
    pub(crate) fn shape(&mut self, d: &str, swatch: Swatch) {
        let Swatch { word, light, pattern, .. } = swatch;
        let dash = if pattern == Pattern::Hollow { " stroke-dasharray=\"3 2\"" } else { "" };
        self.body.push_str(&format!(
            "<path d=\"{d}\" class=\"dc-{word} dc-edge\" fill=\"{light}\" stroke=\"#1b1b1b\" stroke-width=\"0.75\"{dash}/>\n"
        ));
        if let Some(name) = pattern.word() {
            self.patterns.insert(pattern);
            self.body.push_str(&format!("<path d=\"{d}\" fill=\"url(#{}-{name})\"/>\n", self.id));
        }
    }

    pub(crate) fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, swatch: Swatch) {
        self.shape(&rectangle(x, y, width, height), swatch);
    }

    /// An empty track for a bar.
    pub(crate) fn track(&mut self, x: f64, y: f64, width: f64, height: f64) {
        let d = rectangle(x, y, width, height);
        self.body.push_str(&format!("<path d=\"{d}\" class=\"dc-track\" fill=\"#ececec\" stroke=\"#8a8a8a\" stroke-width=\"0.75\"/>\n"));
    }

    /// A small dim text on a ground of its own, so that lines below do not cross it.
    pub(crate) fn note(&mut self, x: f64, y: f64, font: Font, text: &str) {
        let (wide, tall) = (font.width(text) * 0.82, font.size * 1.1);
        let d = rectangle(x - wide / 2.0, y - font.size * 0.9, wide, tall);
        self.body.push_str(&format!("<path d=\"{d}\" class=\"dc-ground\" fill=\"#ffffff\" opacity=\"0.85\"/>\n"));
        self.text(x, y, Anchor::Middle, font, Ink::Dim, text);
    }

    /// A sign or number on a plate of its own, so that it is read on every pattern.
    pub(crate) fn plate(&mut self, x: f64, y: f64, font: Font, text: &str) {
        let (wide, tall) = (plate_width(font, text), font.size * 1.25);
        let d = rectangle(x - wide / 2.0, y - tall / 2.0, wide, tall);
        self.body.push_str(&format!("<path d=\"{d}\" class=\"dc-plate\" fill=\"#ffffff\"/>\n"));
        self.text(x, y + font.size * 0.36, Anchor::Middle, font, Ink::Full, text);
    }

    /// The whole file.
    pub(crate) fn finish(self, title: &str, description: &str, style: &str) -> String {
        let (id, width, height) = (self.id, number(self.width), number(self.y));
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\" class=\"dc\" \
             font-family=\"system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,'DejaVu Sans',sans-serif\">\n"
        );
        out.push_str(&format!(
            "<title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n",
            escape(title),
            escape(description)
        ));
        if !style.is_empty() {
            out.push_str(&format!("<style>{style}</style>\n"));
        }
        if !self.patterns.is_empty() {
            out.push_str("<defs>\n");
            for pattern in &self.patterns {
                let (side, d) = pattern.tile();
                let name = pattern.word().unwrap_or_default();
                out.push_str(&format!(
                    "<pattern id=\"{id}-{name}\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\"><path d=\"{d}\" fill=\"none\" \
                     class=\"dc-hatch\" stroke=\"#ffffff\" stroke-width=\"1.1\"/></pattern>\n"
                ));
            }
            out.push_str("</defs>\n");
        }
        out.push_str(&format!("<rect width=\"{width}\" height=\"{height}\" class=\"dc-ground\" fill=\"#ffffff\"/>\n"));
        out.push_str(&self.body);
        out.push_str("</svg>\n");
        out
    }
}

/// How wide the plate of a text is.
pub(crate) fn plate_width(font: Font, text: &str) -> f64 {
    font.width(text).max(font.size * 0.85) + 4.0
}

fn rectangle(x: f64, y: f64, width: f64, height: f64) -> String {
    format!("M{} {}h{}v{}h{}Z", number(x), number(y), number(width), number(height), number(-width))
}

#[cfg(test)]
mod tests {
    use super::{escape, number};

    #[test]
    fn numbers_have_one_form() {
        for (value, text) in [(0.0, "0"), (-0.001, "0"), (1.5, "1.5"), (2.254, "2.25"), (-3.05, "-3.05"), (10.0, "10"), (0.05, "0.05")] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn text_cannot_become_markup() {
        assert_eq!(escape("<b a='1' c=\"2\">&\u{0}\n\u{202E}"), "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;\u{FFFD} \u{FFFD}");
    }
}
