//! From city data to SDMX-CSV.

use super::STRUCTURE_ID;
use super::columns::{Column, DATA_POINT, MARK, MISSING, NOT_APPLICABLE, OBSERVATION, PART, PLACE, REF_AREA, SWITCHED_OFF, TOTAL};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use dothi::{CityData, CityFile, Code, Finding, Findings, Lang, ObsStatus, ObsValue, Observation, Place, Separator, csv_line_as_is};

/// What stands before the dimensions.
const FRAME: [&str; 3] = ["STRUCTURE", "STRUCTURE_ID", "ACTION"];

/// SDMX-CSV that [`read`](super::read) reads back to the same observations and the same place: UTF-8, comma, `\n`, every column. Its
/// rows ask to replace (`R`), which versions 2.0 and 2.1 both know.
///
/// The findings name what the format has no room for, one for each kind of thing and place; nothing is left out without one.
///
/// ```
/// use dothi::CityFile;
/// let (file, _) = CityFile::from_json(include_bytes!("../../../../examples/vi-du.json")).unwrap();
/// let (text, left_out) = dothi_interchange::sdmx::write(&file);
/// assert!(text.starts_with("STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,"));
/// assert!(left_out.iter().any(|finding| finding.code() == dothi::Code::SdmxNotCarried));
/// ```
#[must_use]
pub fn write(file: &CityFile) -> (String, Findings) {
    let (mut out, mut findings) = (String::new(), Findings::default());
    let ids = OBSERVATION.iter().chain(&PLACE).map(|column| column.id);
    csv_line_as_is(FRAME.into_iter().chain(ids).chain([MARK]), Separator::Comma, &mut out);
    for (at, city) in file.cities.iter().enumerate() {
        Writer { out: &mut out, findings: &mut findings, here: format!("/cities/{at}"), formulas: 0, mark: mark(city) }.city(city);
    }
    (out, findings)
}

struct Writer<'w> {
    out: &'w mut String,
    findings: &'w mut Findings,
    /// The place of the city among the data.
    here: String,
    /// Texts that a spreadsheet program may take for formulas.
    formulas: usize,
    mark: String,
}

impl Writer<'_> {
    fn city(&mut self, city: &CityData) {
        if OBSERVATION.get(REF_AREA).is_some_and(|column| !self.carries(column, &city.unit.code, &format!("{}/unit/code", self.here))) {
            return self.not_carried("/observations", city.observations.len(), ("số liệu", "observations"));
        }
        self.place(city);
        for (at, one) in city.observations.iter().enumerate() {
            self.observation(city, one, at);
        }
        self.left_out(city);
    }

    /// The row of the place itself.
    fn place(&mut self, city: &CityData) {
        let unit = &city.unit;
        let flag = |flag: Option<bool>| flag.map(|flag| String::from(yes_no(flag)));
        let values: [Option<String>; PLACE.len()] = [
            Some(unit.name.vi.clone()),
            unit.name.en.clone(),
            Some(unit.kind.as_str().into()),
            unit.parent.clone(),
            unit.region.clone(),
            unit.urban_class.clone(),
            flag(unit.centrally_run),
            flag(unit.heritage),
            flag(unit.special_factors),
            flag(unit.declared_urban),
            unit.valid_from.map(|date| date.to_string()),
            city.fictional.then(|| yes_no(true).into()),
            city.period.map(|date| date.to_string()),
            city.prepared_by.clone(),
        ];
        let mut cells = start(city);
        cells.resize(FRAME.len() + OBSERVATION.len(), String::new());
        for (column, value) in PLACE.iter().zip(values) {
            let value = value.unwrap_or_default();
            let kept = self.carries(column, &value, &format!("{}/unit", self.here));
            cells.push(if kept { value } else { String::new() });
        }
        self.row(cells);
    }

    fn observation(&mut self, city: &CityData, one: &Observation, at: usize) {
        let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| NOT_APPLICABLE.into());
        let plain = |text: &Option<String>| text.clone().unwrap_or_default();
        let value = match one.value {
            Some(ObsValue::Number(value)) => value.to_string(),
            Some(ObsValue::Boolean(flag)) => yes_no(flag).into(),
            _ if matches!(one.status, ObsStatus::O | ObsStatus::M) => MISSING.into(),
            _ => String::new(),
        };
        let here = format!("{}/observations/{at}", self.here);
        let named = [(DATA_POINT, &one.data_point), (PART, &one.part)];
        let reserved =
            named.iter().find_map(|(_, text)| text.as_ref().filter(|t| [NOT_APPLICABLE, TOTAL, SWITCHED_OFF].contains(&t.trim())));
        if let Some(text) = reserved {
            self.findings.push(Finding::new(Code::SdmxReserved, Place::Pointer(here)).with("value", text));
            return;
        }
        let texts: [String; OBSERVATION.len() - 1] = [
            one.criterion.clone(),
            or_none(&one.data_point),
            one.role.as_str().into(),
            or_none(&one.part),
            one.period.map(|date| date.to_string()).unwrap_or_default(),
            value,
            plain(&one.unit),
            one.status.as_str().into(),
            one.quality.map(|quality| quality.as_str()).unwrap_or_default().into(),
            one.sampling.map(|sampling| sampling.as_str()).unwrap_or_default().into(),
            plain(&one.source),
            plain(&one.note),
        ];
        let mut cells = start(city);
        for (column, text) in OBSERVATION.iter().skip(REF_AREA + 1).zip(&texts) {
            if column.id != "OBS_VALUE" && !self.carries(column, text, &here) {
                return;
            }
        }
        cells.extend(texts);
        cells.resize(FRAME.len() + OBSERVATION.len() + PLACE.len(), String::new());
        self.row(cells);
    }

    /// Whether a text comes back as it is; one that has a meaning of its own does not.
    fn carries(&mut self, column: &Column, text: &str, here: &str) -> bool {
        let plain = text.trim();
        let reserved = plain == MISSING || (column.dimension && plain == SWITCHED_OFF);
        if reserved {
            self.findings.push(Finding::new(Code::SdmxReserved, Place::Pointer(here.into())).with("value", plain));
        }
        self.formulas += usize::from(!reserved && plain.starts_with(['=', '+', '-', '@']));
        !reserved
    }

    fn row(&mut self, mut cells: Vec<String>) {
        cells.push(self.mark.clone());
        csv_line_as_is(cells.iter().map(String::as_str), Separator::Comma, self.out);
    }

    /// Names what is not in the file.
    fn left_out(&mut self, city: &CityData) {
        let kinds = [
            ("/unit/members", city.unit.members.len(), ("các xã, phường thành viên", "member communes")),
            ("/notes", city.notes.len(), ("ghi chú", "notes")),
            ("/evidence", city.evidence.len(), ("minh chứng", "evidence documents")),
            ("/not_applicable", city.not_applicable.len(), ("khai báo không áp dụng", "claims that a criterion does not apply")),
            ("/references", city.references.len(), ("giá trị so sánh", "comparison values")),
            ("/published", city.published.len(), ("kết quả đã công bố", "published results")),
        ];
        for (step, count, what) in kinds {
            self.not_carried(step, count, what);
        }
        let no_period = city.observations.iter().filter(|one| one.period.is_none()).count();
        for (code, count) in [(Code::SdmxNoPeriod, no_period), (Code::SdmxFormula, self.formulas)] {
            if count > 0 {
                let place = Place::Pointer(format!("{}/observations", self.here));
                self.findings.push(Finding::new(code, place).with("count", count));
            }
        }
    }

    fn not_carried(&mut self, step: &str, count: usize, what: (&'static str, &'static str)) {
        if count > 0 {
            let place = Place::Pointer(format!("{}{step}", self.here));
            self.findings.push(Finding::new(Code::SdmxNotCarried, place).with_both("what", what).with("count", count));
        }
    }
}

/// The cells up to the place.
fn start(city: &CityData) -> Vec<String> {
    ["dataflow", STRUCTURE_ID, "R", &city.unit.code].map(String::from).to_vec()
}

/// The marks of the data, in both languages.
fn mark(city: &CityData) -> String {
    let marks = city.marks();
    let said = |lang: Lang| marks.iter().map(|mark| mark.text.get(lang)).collect::<Vec<_>>().join("; ");
    if marks.is_empty() { String::new() } else { format!("{} / {}", said(Lang::Vi), said(Lang::En)) }
}

fn yes_no(flag: bool) -> &'static str {
    if flag { "yes" } else { "no" }
}
