//! One row with its cells by column: one finding per faulty cell, going on after each.

use super::columns::Column;
use super::line::Line;
use super::numbers::Numbers;
use super::table::CellValue;
use super::words::{day_first, has_lost_letters, yes_or_no};
use crate::city::model::ObsValue;
use crate::date::Date;
use crate::finding::{Code, Finding, Findings, Place};
use crate::number::Dec;
use crate::text::is_combining_mark;
use crate::vietnamese::{ETH, compose, legacy};
use alloc::string::String;
use alloc::vec::Vec;

/// Longest text of one cell, as in JSON.
const MOST_CHARS: usize = 20_000;

/// What reading leaves beside the facts.
#[derive(Default)]
pub(super) struct Sink {
    pub(super) findings: Findings,
    /// How many texts were composed.
    pub(super) composed: usize,
    pub(super) numbers: Numbers,
}

impl Sink {
    /// The file with its remarks, or every fault.
    pub(super) fn settle<T>(mut self, file: Option<T>, whole: &Place) -> Result<(T, Findings), Findings> {
        if self.composed > 0 {
            self.findings.push(Finding::new(Code::CityNormalised, whole.clone()).with("count", self.composed));
        }
        self.findings.settle(file)
    }
}

/// The row at hand; what is filled and never asked for does not belong there.
pub(super) struct Row<'r> {
    pub(super) line: Line<'r>,
    pub(super) sink: &'r mut Sink,
    pub(super) asked: [bool; Column::COUNT],
}

impl<'r> Row<'r> {
    pub(super) fn place(&self, column: Column) -> Place {
        self.line.place(column)
    }

    pub(super) fn find(&self, code: Code, column: Column) -> Finding {
        Finding::new(code, self.place(column))
    }

    pub(super) fn push(&mut self, finding: Finding) {
        self.sink.findings.push(finding);
    }

    /// The cell as it stands, unchecked.
    pub(super) fn raw(&self, column: Column) -> &'r str {
        self.line.cell(column)
    }

    /// True when the cell is not empty.
    pub(super) fn has(&self, column: Column) -> bool {
        !self.raw(column).is_empty()
    }

    /// Marks cells as allowed without reading them.
    pub(super) fn allow(&mut self, columns: &[Column]) {
        for column in columns {
            if let Some(asked) = self.asked.get_mut(*column as usize) {
                *asked = true;
            }
        }
    }

    fn cell(&mut self, column: Column) -> Option<&'r str> {
        self.allow(&[column]);
        Some(self.raw(column)).filter(|text| !text.is_empty())
    }

    /// The cell where its file says what it is.
    fn typed(&mut self, column: Column) -> Option<&'r CellValue> {
        self.allow(&[column]);
        self.line.value(column)
    }

    /// A text in normal form C; none when the cell is empty or faulty.
    pub(super) fn text(&mut self, column: Column) -> Option<String> {
        let raw = self.cell(column)?;
        let composed = compose(raw);
        self.sink.composed += usize::from(composed.is_some());
        let value = composed.unwrap_or_else(|| raw.into());
        let fault = self.text_fault(&value, column);
        let Some(finding) = fault else { return Some(value) };
        self.push(finding);
        None
    }

    fn text_fault(&mut self, value: &str, column: Column) -> Option<Finding> {
        let size = value.chars().count();
        if size > MOST_CHARS {
            return Some(self.find(Code::TextTooLong, column).with("size", size).with("most", MOST_CHARS));
        }
        let hexadecimal = |c: char| alloc::format!("{:04X}", u32::from(c));
        if let Some(control) = value.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            return Some(self.find(Code::ControlCharacter, column).with("mark", hexadecimal(control)));
        }
        if column != Column::EvidenceUrl && has_lost_letters(value) {
            let finding = self.find(Code::CsvLostLetters, column).with("value", value);
            self.push(finding);
        }
        if value.is_ascii() {
            return None;
        }
        if let Some(encoding) = legacy(value.as_bytes()) {
            return Some(self.find(Code::LegacyText, column).with("value", value).with("name", encoding.name()));
        }
        if value.contains(ETH) {
            return Some(self.find(Code::CityEth, column).with("value", value));
        }
        let mark = value.chars().find(|c| is_combining_mark(*c))?;
        Some(self.find(Code::NotNfc, column).with("mark", hexadecimal(mark)).with("value", value))
    }

    /// A text that must be there.
    pub(super) fn required(&mut self, column: Column) -> Option<String> {
        if !self.has(column) {
            let finding = self.find(Code::CsvMissingCell, column);
            self.push(finding);
        }
        self.text(column)
    }

    /// One of a closed list of words, in small or capital letters.
    pub(super) fn choice<T: Copy>(&mut self, column: Column, choices: &[(&str, T)]) -> Option<T> {
        let value = self.text(column)?;
        if let Some((_, choice)) = choices.iter().find(|(word, _)| word.eq_ignore_ascii_case(&value)) {
            return Some(*choice);
        }
        let words: Vec<_> = choices.iter().map(|(word, _)| *word).collect();
        let finding = self.find(Code::UnknownChoice, column).with("value", value).with("choices", words.join(", "));
        self.push(finding);
        None
    }

    pub(super) fn boolean(&mut self, column: Column) -> Option<bool> {
        if let Some(CellValue::Boolean(flag)) = self.typed(column) {
            return Some(*flag);
        }
        let value = self.text(column)?;
        let flag = yes_or_no(&value);
        if flag.is_none() {
            let finding = self.find(Code::CsvBadBoolean, column).with("value", value);
            self.push(finding);
        }
        flag
    }

    pub(super) fn date(&mut self, column: Column) -> Option<Date> {
        if let Some(CellValue::Date(date)) = self.typed(column) {
            return Some(*date);
        }
        let value = self.text(column)?;
        let date = Date::parse(&value).or_else(|| day_first(&value));
        if date.is_none() {
            let finding = self.find(Code::CsvBadDate, column).with("value", value);
            self.push(finding);
        }
        date
    }

    pub(super) fn observed(&mut self, column: Column) -> Option<ObsValue> {
        match self.typed(column) {
            Some(CellValue::Boolean(flag)) => return Some(ObsValue::Boolean(*flag)),
            Some(CellValue::Number(_) | CellValue::Date(_)) => return self.number(column).map(ObsValue::Number),
            _ => {}
        }
        let value = self.text(column)?;
        match yes_or_no(&value) {
            Some(flag) => Some(ObsValue::Boolean(flag)),
            None => self.decimal(column, &value).map(ObsValue::Number),
        }
    }

    pub(super) fn number(&mut self, column: Column) -> Option<Dec> {
        match self.typed(column) {
            Some(CellValue::Number(value)) => return Some(*value),
            Some(CellValue::Date(date)) => {
                let finding = self.find(Code::XlsxDateForNumber, column).with_both("value", (date.to_vi(), alloc::format!("{date}")));
                self.push(finding);
                return None;
            }
            _ => {}
        }
        let value = self.required(column)?;
        self.decimal(column, &value)
    }

    fn decimal(&mut self, column: Column, text: &str) -> Option<Dec> {
        match self.sink.numbers.decimal(text, || self.line.place(column)) {
            Ok(value) => Some(value),
            Err(finding) => {
                self.push(finding);
                None
            }
        }
    }

    /// Says that a cell means nothing in this row.
    pub(super) fn unused(&mut self, column: Column, item: &str) {
        let finding = self.find(Code::CsvUnusedCell, column).with("value", self.raw(column)).with("item", item);
        self.push(finding);
    }

    /// Whatever is filled but was not asked for does not belong into a row of this item.
    pub(super) fn finish(mut self, item: &str) {
        for ((_, column), asked) in Column::ALL.iter().zip(self.asked) {
            if !asked && self.has(*column) {
                self.unused(*column, item);
            }
        }
    }
}
