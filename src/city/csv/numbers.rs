//! Number text in Vietnamese (1.234,5) and English (1,234.5) style, and which of them a file uses.

use crate::finding::{Code, Finding, Place};
use crate::number::Dec;
use alloc::string::String;

/// One style, known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Vi,
    En,
}

impl Style {
    pub(super) fn sample(self) -> &'static str {
        match self {
            Self::Vi => "1.234,5",
            Self::En => "1,234.5",
        }
    }
}

/// The style of a file and the cell that shows it: its place and text.
#[derive(Default)]
pub(crate) struct Numbers {
    pub(crate) style: Option<Style>,
    pub(crate) proof: Option<(Place, String)>,
}

/// Why a text is not read as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is none, for the reason the code gives.
    Not(Code),
    /// It is one in the other style.
    OtherStyle,
    /// It is one in either style, with different values.
    Ambiguous { vi: String, en: String },
}

impl Numbers {
    /// The number as JSON writes it.
    pub(super) fn read(&self, text: &str) -> Result<String, Fault> {
        match (plain(text, Style::Vi), plain(text, Style::En), self.style) {
            (None, None, _) => Err(Fault::Not(what_else(text))),
            (Some(vi), Some(en), _) if vi == en => Ok(vi),
            (Some(vi), Some(en), None) => Err(Fault::Ambiguous { vi, en }),
            (Some(one), None, None | Some(Style::Vi)) | (Some(one), Some(_), Some(Style::Vi)) => Ok(one),
            (None, Some(one), None | Some(Style::En)) | (Some(_), Some(one), Some(Style::En)) => Ok(one),
            (Some(_), None, Some(Style::En)) | (None, Some(_), Some(Style::Vi)) => Err(Fault::OtherStyle),
        }
    }
}

impl Numbers {
    /// The number, or what is wrong with its text.
    pub(crate) fn decimal(&self, text: &str, place: impl Fn() -> Place) -> Result<Dec, Finding> {
        let find = |code| Finding::new(code, place());
        let fault = match self.read(text).map(|plain| Dec::parse(&plain)) {
            Ok(Ok(value)) => return Ok(value),
            Ok(Err(_)) => find(Code::DecimalTooLong),
            Err(Fault::Not(code)) => find(code).with("example", if self.style == Some(Style::Vi) { "12,5" } else { "12.5" }),
            Err(Fault::Ambiguous { vi, en }) => find(Code::CsvAmbiguousNumber).with("vi", vi).with("en", en),
            Err(Fault::OtherStyle) => {
                let style = self.style.map_or("", Style::sample);
                match &self.proof {
                    Some((place, proof)) => find(Code::CsvMixedStyles).with_both("place", place.both()).with("proof", proof),
                    None => find(Code::CsvNumberStyle),
                }
                .with("style", style)
            }
        };
        Err(fault.with("value", text))
    }
}

/// Cells that can be read in one style only, gathered over a file.
#[derive(Default)]
pub(crate) struct Proofs {
    vi: Proof,
    en: Proof,
    weighed: usize,
}

#[derive(Default)]
struct Proof {
    cells: usize,
    /// The how manieth of all weighed cells it is, where it stands, and its text.
    first: Option<(usize, Place, String)>,
}

impl Proofs {
    pub(crate) fn weigh(&mut self, text: &str, place: impl FnOnce() -> Place) {
        self.weighed += 1;
        let proof = match (plain(text, Style::Vi), plain(text, Style::En)) {
            (Some(_), None) => &mut self.vi,
            (None, Some(_)) => &mut self.en,
            _ => return,
        };
        proof.cells += 1;
        proof.first.get_or_insert_with(|| (self.weighed, place(), text.into()));
    }

    /// The style of most cells that show one; the others are then faults. At a tie the first decides.
    pub(super) fn settle(self) -> Numbers {
        let order = |proof: &Proof| proof.first.as_ref().map_or(usize::MAX, |(order, ..)| *order);
        let vi_leads = (self.vi.cells, order(&self.en)) > (self.en.cells, order(&self.vi));
        let (style, proof) = if vi_leads { (Style::Vi, self.vi) } else { (Style::En, self.en) };
        Numbers { style: proof.first.is_some().then_some(style), proof: proof.first.map(|(_, place, text)| (place, text)) }
    }
}

/// The number in JSON's way when the text is one in the style; leading zeros and groups other than of three are none.
pub(super) fn plain(text: &str, style: Style) -> Option<String> {
    let (group, point) = match style {
        Style::Vi => ('.', ','),
        Style::En => (',', '.'),
    };
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, fraction) = unsigned.split_once(point).map_or((unsigned, None), |(w, f)| (w, Some(f)));
    let all_digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split(group);
    let first = groups.next().filter(|t| all_digits(t))?;
    let grouped = whole.contains(group);
    if (first.starts_with('0') && whole != "0") || (grouped && first.len() > 3) || fraction.is_some_and(|f| !all_digits(f)) {
        return None;
    }
    let mut out = String::from(sign);
    out.push_str(first);
    for three in groups {
        if three.len() != 3 || !all_digits(three) {
            return None;
        }
        out.push_str(three);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    Some(out)
}

fn what_else(text: &str) -> Code {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+');
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let exponents = text.chars().filter(|c| matches!(c, 'e' | 'E')).count();
    if !has_digit {
        Code::CsvNotNumber
    } else if text.contains(['%', '‰', '％']) {
        Code::CsvPercent
    } else if exponents == 1 && text.chars().all(|c| is_part(c) || matches!(c, 'e' | 'E')) && !text.starts_with(['e', 'E']) {
        Code::CsvExponent
    } else if text.chars().all(|c| is_part(c) || c.is_whitespace()) && text.contains(char::is_whitespace) {
        Code::CsvSpaces
    } else if text.contains(|c: char| c.is_alphabetic() || matches!(c, '$' | '€' | '₫' | '£' | '¥')) {
        Code::CsvUnitInNumber
    } else {
        Code::CsvNotNumber
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Numbers, Proofs, Style, plain};
    use crate::finding::{Code, Place};

    fn settled(cells: &[&str]) -> Option<Style> {
        let mut proofs = Proofs::default();
        for (row, cell) in (2..).zip(cells) {
            proofs.weigh(cell, || Place::cell("", row, "value"));
        }
        proofs.settle().style
    }

    #[test]
    fn each_style_reads_its_own() {
        for (text, vi, en) in [
            ("12", Some("12"), Some("12")),
            ("-12345", Some("-12345"), Some("-12345")),
            ("0", Some("0"), Some("0")),
            ("12,5", Some("12.5"), None),
            ("0,85", Some("0.85"), None),
            ("0.850", None, Some("0.850")),
            ("1234.5", None, Some("1234.5")),
            ("1.234,5", Some("1234.5"), None),
            ("1,234,567", None, Some("1234567")),
            ("1.234.567", Some("1234567"), None),
            ("1.234", Some("1234"), Some("1.234")),
            ("1,234", Some("1.234"), Some("1234")),
            ("1.2340", None, Some("1.2340")),
            ("01", None, None),
            ("1.23.456", None, None),
            ("1.,5", None, None),
            ("1,", None, None),
            (",5", None, None),
            ("+1", None, None),
            ("--1", None, None),
            ("", None, None),
            ("-", None, None),
        ] {
            assert_eq!(plain(text, Style::Vi).as_deref(), vi, "{text}");
            assert_eq!(plain(text, Style::En).as_deref(), en, "{text}");
        }
    }

    #[test]
    fn a_file_proves_its_style_by_cells_that_read_one_way() {
        assert_eq!(settled(&["5", "1.234"]), None);
        assert_eq!(settled(&["1.234", "12,5"]), Some(Style::Vi));
        assert_eq!(settled(&["1.234", "0.5"]), Some(Style::En));
        assert_eq!(settled(&["12,5", "0.5", "0.7"]), Some(Style::En));
        assert_eq!(settled(&["12,5", "0.5"]), Some(Style::Vi));
        assert_eq!(settled(&["0.5", "12,5"]), Some(Style::En));
    }

    #[test]
    fn what_is_no_number_is_named() {
        let numbers = Numbers { style: Some(Style::Vi), proof: None };
        for (text, code) in [
            ("85 %", Code::CsvPercent),
            ("1 234", Code::CsvSpaces),
            ("1\u{A0}234,5", Code::CsvSpaces),
            ("1.200 tỷ đồng", Code::CsvUnitInNumber),
            ("$5", Code::CsvUnitInNumber),
            ("5₫", Code::CsvUnitInNumber),
            ("1,2E+05", Code::CsvExponent),
            ("1e5", Code::CsvExponent),
            ("n/a", Code::CsvNotNumber),
            ("chưa có", Code::CsvNotNumber),
            ("(5)", Code::CsvNotNumber),
            ("1/2", Code::CsvNotNumber),
            ("NaN", Code::CsvNotNumber),
        ] {
            assert_eq!(numbers.read(text), Err(Fault::Not(code)), "{text}");
        }
        assert_eq!(numbers.read("0.5"), Err(Fault::OtherStyle));
        assert_eq!(numbers.read("1.234").as_deref(), Ok("1234"));
        let unknown = Numbers::default();
        assert_eq!(unknown.read("1.234"), Err(Fault::Ambiguous { vi: "1234".into(), en: "1.234".into() }));
    }
}
