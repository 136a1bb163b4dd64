//! Wide CSV: `unit_code`, `name_vi`, `name_en`, `kind`, `period`, `region`, and a column for each input.

use super::{PanelPlace, PanelSheet};
use crate::city::{CellNumbers, CsvOptions, NumberProofs, UnitName, day_first, decode, digits_of, lost_zeros, yes_or_no};
use crate::criteria::UnitKind;
use crate::date::Date;
use crate::finding::{Code, Finding, Findings, Place};
use crate::number::{Number, shortest};
use crate::panel::column::Column;
use crate::panel::mask::Mask;
use crate::records::{Next, Record, Records};
use crate::vietnamese::in_small_letters;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

/// Columns that say which place a row is about.
const FIXED: [&str; 6] = ["unit_code", "name_vi", "name_en", "kind", "period", "region"];
/// Those of them without which no row can be read.
const NEEDED: [usize; 3] = [0, 1, 3];
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// As many as city data may have.
const MOST_ROWS: u32 = 2_000_000;

impl PanelSheet {
    /// Reads a table with one row for each place (and period): UTF-8 or UTF-16, separated by comma, semicolon or tab. The columns
    /// `unit_code`, `name_vi` and `kind` are needed, `name_en`, `period` and `region` are not; every other one is a column of figures under the
    /// name of its input ([`PanelInput::key`](crate::PanelInput::key)). A cell is a number, yes or no, empty or `O` where there is no
    /// figure, `M` where the criterion cannot exist.
    ///
    /// # Errors
    /// Every finding at once, each with its row and column: what is no number or can be read two ways (as in
    /// [`CityFile::from_csv`](crate::CityFile::from_csv)), more digits than `f64` keeps (`panel.too_many_digits`), places of two kinds
    /// (`panel.mixed_kinds`), a place that stands twice for one period (`panel.doubled_place`).
    ///
    /// ```
    /// use dothi::{CsvOptions, PanelSheet};
    /// let text = "unit_code;name_vi;kind;period;air;water\n01;Ví Dụ;province;2025;12,5;\n02;Thử;province;2025;7;M\n";
    /// let sheet = PanelSheet::from_csv(text.as_bytes(), &CsvOptions::default()).unwrap();
    /// assert_eq!(sheet.places()[1].name.vi, "Thử");
    /// ```
    pub fn from_csv(bytes: &[u8], options: &CsvOptions) -> Result<Self, Findings> {
        Self::from_csv_with(bytes, options, &[])
    }

    /// The same with columns of text about each place: of the names given, those that are there.
    pub(in crate::panel) fn from_csv_with(bytes: &[u8], options: &CsvOptions, texts: &[&str]) -> Result<Self, Findings> {
        let mut findings = Findings::default();
        let sheet = match decode(bytes) {
            Ok(text) => read(&text, options, texts, &mut findings),
            Err(finding) => {
                findings.push(finding);
                None
            }
        };
        sheet.filter(|_| !findings.has_errors()).ok_or(findings)
    }
}

/// The first row.
struct Header {
    separator: u8,
    names: Vec<String>,
    fixed: [Option<usize>; 6],
    /// Columns of text.
    texts: Vec<usize>,
}

impl Header {
    fn read(text: &str, texts: &[&str], findings: &mut Findings) -> Option<Self> {
        let of = |separator| {
            let mut records = Records::new(text, separator);
            (records.next() == Next::Record).then(|| (separator, names(records.record())))
        };
        let known = |names: &[String]| names.iter().filter(|name| FIXED.contains(&name.as_str())).count();
        let found = SEPARATORS.into_iter().filter_map(of).max_by_key(|(_, names)| known(names));
        let Some((separator, names)) = found else {
            findings.push(Finding::new(Code::CsvNoHeader, Place::cell("", 0, "")));
            return None;
        };
        for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if names.iter().take(at).any(|earlier| earlier == name) {
                findings.push(Finding::new(Code::CsvDoubledColumn, Place::cell("", 1, name)).with("name", name));
            }
        }
        let fixed = FIXED.map(|name| names.iter().position(|own| own == name));
        let missing = NEEDED.iter().filter(|at| fixed.get(**at).is_none_or(Option::is_none)).filter_map(|at| FIXED.get(*at));
        let before = findings.has_errors();
        missing.for_each(|name| findings.push(Finding::new(Code::CsvMissingColumn, Place::cell("", 1, "")).with("name", name)));
        let texts = texts.iter().filter_map(|text| names.iter().position(|own| own == text)).collect();
        (before || !findings.has_errors()).then_some(Self { separator, names, fixed, texts })
    }

    /// The columns of figures, by their place in the row.
    fn figures(&self) -> impl Iterator<Item = (usize, &String)> {
        let is_figure = |at: usize, name: &str| !name.is_empty() && !FIXED.contains(&name) && !self.texts.contains(&at);
        self.names.iter().enumerate().filter(move |(at, name)| is_figure(*at, name))
    }

    fn cell<'r>(&self, record: Record<'r>, fixed: usize) -> &'r str {
        self.fixed.get(fixed).copied().flatten().map_or("", |at| record.cell(at))
    }
}

fn names(record: Record<'_>) -> Vec<String> {
    (0..record.len()).map(|at| in_small_letters(record.cell(at))).collect()
}

/// What has been read so far.
struct Reading<'h> {
    header: &'h Header,
    numbers: CellNumbers,
    kind: Option<UnitKind>,
    places: Vec<PanelPlace>,
    lines: Vec<u32>,
    /// Row of each code and period.
    seen: BTreeMap<(String, Option<Date>), u32>,
    figures: Vec<Figures>,
    texts: Vec<Vec<String>>,
    findings: &'h mut Findings,
}

#[derive(Default)]
struct Figures {
    at: usize,
    values: Vec<f64>,
    not_applicable: Vec<usize>,
}

fn read(text: &str, options: &CsvOptions, texts: &[&str], findings: &mut Findings) -> Option<PanelSheet> {
    let header = Header::read(text, texts, findings)?;
    let mut proofs = NumberProofs::default();
    rows(text, &header, &mut |record| {
        header.figures().for_each(|(at, name)| proofs.weigh(record.cell(at), || Place::cell("", record.row, name)));
    })
    .ok();
    let figures = header.figures().map(|(at, _)| Figures { at, ..Figures::default() }).collect();
    let mut reading = Reading {
        header: &header,
        numbers: options.numbers(proofs),
        kind: None,
        places: Vec::new(),
        lines: Vec::new(),
        seen: BTreeMap::new(),
        figures,
        texts: header.texts.iter().map(|_| Vec::new()).collect(),
        findings,
    };
    let stopped = rows(text, &header, &mut |record| reading.row(record));
    let Reading { kind, places, lines, figures, texts, .. } = reading;
    if let Err(finding) = stopped {
        findings.push(finding);
    } else if places.is_empty() && !findings.has_errors() {
        findings.push(Finding::new(Code::CsvNoRows, Place::cell("", 0, "")));
    }
    let units = places.len();
    let column = |own: Figures| Column::from(own.values).with_not_applicable(Mask::of_rows(units, own.not_applicable));
    let columns = header.figures().map(|(_, name)| name.clone()).zip(figures.into_iter().map(column)).collect();
    let named = header.texts.iter().map(|at| header.names.get(*at).cloned().unwrap_or_default());
    let texts = named.zip(texts).collect();
    Some(PanelSheet { kind: kind?, places, columns, texts, lines, cities: None, qualities: Vec::new() })
}

/// Every row below the header that has something in it.
fn rows(text: &str, header: &Header, take: &mut dyn FnMut(Record<'_>)) -> Result<(), Finding> {
    let mut records = Records::new(text, header.separator);
    records.next();
    while let Some(next) = records.next_row(MOST_ROWS) {
        let record = next.map_err(|bad| bad.finding)?;
        if (0..record.len()).any(|at| !record.cell(at).is_empty()) {
            take(record);
        }
    }
    Ok(())
}

impl Reading<'_> {
    fn row(&mut self, record: Record<'_>) {
        let place = |column: &str| Place::cell("", record.row, column);
        let [code, vi, en, kind, period, region] = [0, 1, 2, 3, 4, 5].map(|at| self.header.cell(record, at));
        for (cell, name) in [code, vi, kind].into_iter().zip(["unit_code", "name_vi", "kind"]) {
            if cell.is_empty() {
                self.findings.push(Finding::new(Code::CsvMissingCell, place(name)));
            }
        }
        self.kind(kind, record.row);
        let digits = self.kind.map_or(0, digits_of);
        self.findings.extend(lost_zeros(code, digits, || place("unit_code")));
        let date = Date::parse(period).or_else(|| day_first(period));
        if date.is_none() && !period.is_empty() {
            self.findings.push(Finding::new(Code::CsvBadDate, place("period")).with("value", period));
        }
        let text = |cell: &str| crate::vietnamese::compose(cell).unwrap_or_else(|| cell.into());
        if let Some(first) = self.seen.insert((code.into(), date), record.row).filter(|_| !code.is_empty()) {
            self.findings.push(Finding::new(Code::PanelDoubledPlace, place("unit_code")).with("code", code).with("first", first));
        }
        if let Some(stray) = (self.header.names.len()..record.len()).map(|at| record.cell(at)).find(|cell| !cell.is_empty()) {
            self.findings.push(Finding::new(Code::CsvCellWithoutColumn, place("")).with("value", stray));
        }
        let row = self.places.len();
        let name = UnitName { vi: text(vi), en: (!en.is_empty()).then(|| text(en)) };
        let region = (!region.is_empty()).then(|| text(region));
        self.places.push(PanelPlace { code: code.into(), name, period: date, region });
        self.lines.push(record.row);
        for (at, own) in self.header.texts.iter().zip(&mut self.texts) {
            own.push(text(record.cell(*at)));
        }
        for figures in &mut self.figures {
            let cell = record.cell(figures.at);
            let name = self.header.names.get(figures.at).map_or("", String::as_str);
            let value = match (cell, yes_or_no(cell)) {
                ("" | "O", _) => f64::NAN,
                ("M", _) => {
                    figures.not_applicable.push(row);
                    f64::NAN
                }
                (_, Some(yes)) => f64::from(u8::from(yes)),
                _ => figure(&self.numbers, cell, || Place::cell("", record.row, name)).unwrap_or_else(|finding| {
                    self.findings.push(finding);
                    f64::NAN
                }),
            };
            figures.values.push(value);
        }
    }

    fn kind(&mut self, cell: &str, row: u32) {
        if cell.is_empty() {
            return;
        }
        let place = || Place::cell("", row, "kind");
        let Some((_, kind)) = UnitKind::WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(cell)) else {
            let words: Vec<&str> = UnitKind::WORDS.iter().map(|(word, _)| *word).collect();
            self.findings.push(Finding::new(Code::UnknownChoice, place()).with("value", cell).with("choices", words.join(", ")));
            return;
        };
        let first = *self.kind.get_or_insert(*kind);
        if first != *kind {
            self.findings.push(Finding::new(Code::PanelMixedKinds, place()).with("value", cell).with("first", first.as_str()));
        }
    }
}

/// The figure of a cell, if binary floating point keeps all its digits.
fn figure(numbers: &CellNumbers, cell: &str, place: impl Fn() -> Place) -> Result<f64, Finding> {
    let exact = numbers.decimal(cell, &place)?;
    let value = f64::of(exact);
    if shortest(value) == Some(exact) { Ok(value) } else { Err(Finding::new(Code::PanelTooManyDigits, place()).with("value", cell)) }
}
