//! How cells look.

use super::xml::HEAD;
use std::fmt::Write;

/// How a cell looks; without more it has no frame, is not wrapped, and is locked where the sheet is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Style {
    /// Height of the letters, in points.
    pub(crate) size: u8,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    /// Colours as red, green, blue.
    pub(crate) colour: Option<u32>,
    pub(crate) fill: Option<u32>,
    pub(crate) frame: Option<u32>,
    /// Where the lines stand that the text is wrapped into: `top`, `center`.
    pub(crate) lines: Option<&'static str>,
    /// Whatever is typed stays a text.
    pub(crate) text: bool,
    pub(crate) unlocked: bool,
}

/// Adds a piece where it is new, and says at which place it stands.
fn place(all: &mut Vec<String>, piece: String) -> usize {
    all.iter().position(|known| *known == piece).unwrap_or_else(|| {
        all.push(piece);
        all.len() - 1
    })
}

impl Style {
    fn font(&self) -> String {
        let mut out = String::from("<font>");
        for (has, tag) in [(self.bold, "<b/>"), (self.italic, "<i/>")] {
            out.push_str(if has { tag } else { "" });
        }
        let _ = write!(out, "<sz val=\"{}\"/>", self.size);
        if let Some(colour) = self.colour {
            let _ = write!(out, "<color rgb=\"FF{colour:06X}\"/>");
        }
        out + "<name val=\"Arial\"/><family val=\"2\"/></font>"
    }

    fn filling(&self) -> String {
        self.fill.map_or_else(|| NO_FILL.into(), |colour| {
            format!(
                "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF{colour:06X}\"/><bgColor indexed=\"64\"/></patternFill></fill>"
            )
        })
    }

    fn border(&self) -> String {
        let mut out = String::from("<border>");
        for side in ["left", "right", "top", "bottom"] {
            let _ = match self.frame {
                Some(colour) => write!(out, "<{side} style=\"thin\"><color rgb=\"FF{colour:06X}\"/></{side}>"),
                None => write!(out, "<{side}/>"),
            };
        }
        out + "<diagonal/></border>"
    }
}

const NO_FILL: &str = "<fill><patternFill patternType=\"none\"/></fill>";

/// The part with all styles, each at its place behind the one of a cell that has none, and with the colour of cells that a rule marks.
pub(super) fn part(styles: &[Style], marked: u32) -> String {
    // The first of each is what a program takes where nothing is said; the second filling is its own as well.
    let mut fonts = vec!["<font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>".into()];
    let mut fills = vec![NO_FILL.into(), "<fill><patternFill patternType=\"gray125\"/></fill>".into()];
    let mut borders = vec![Style::default().border()];
    let mut cells = vec!["<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>".into()];
    for style in styles {
        let of = [place(&mut fonts, style.font()), place(&mut fills, style.filling()), place(&mut borders, style.border())];
        let [font, fill, border] = of;
        // Number 49 is the format of text.
        let mut cell = format!(
            "<xf numFmtId=\"{}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" \
             applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\" applyProtection=\"1\">",
            if style.text { 49 } else { 0 },
        );
        if let Some(lines) = style.lines {
            let _ = write!(cell, "<alignment vertical=\"{lines}\" wrapText=\"1\"/>");
        }
        cell.push_str(if style.unlocked { "<protection locked=\"0\"/></xf>" } else { "</xf>" });
        cells.push(cell);
    }
    let mut out = format!("{HEAD}<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
    let base = vec!["<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>".into()];
    let lists = [("fonts", fonts), ("fills", fills), ("borders", borders), ("cellStyleXfs", base), ("cellXfs", cells)];
    for (name, list) in lists {
        let _ = write!(out, "<{name} count=\"{}\">{}</{name}>", list.len(), list.concat());
    }
    let _ = write!(
        out,
        "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles><dxfs count=\"1\"><dxf><fill>\
         <patternFill><bgColor rgb=\"FF{marked:06X}\"/></patternFill></fill></dxf></dxfs></styleSheet>"
    );
    out
}
