//! Answers in, piece by piece.

use super::header::{Header, place, separator};
use super::result::{Voice, voice};
use super::rows::{MOST_ROW, Row, Rows};
use super::survey::Survey;
use super::tally::Tally;
use crate::finding::{Code, Finding, Findings};
use crate::vietnamese::legacy;
use alloc::vec::Vec;

/// Reads the answers of a survey from pieces of a CSV file of any length: UTF-8, comma, semicolon or tab, one row for each respondent.
/// Memory depends on the numbers of questions, strata and clusters, not of rows.
pub struct VoiceReader<'s> {
    survey: &'s Survey,
    /// The first line, until it is whole.
    start: Vec<u8>,
    rows: Option<Rows>,
    inside: Inside<'s>,
    /// Reading is of no use any more.
    stopped: bool,
}

/// What rows are handed to.
struct Inside<'s> {
    survey: &'s Survey,
    header: Option<Header>,
    seen_header: bool,
    tally: Option<Tally>,
    findings: Findings,
    fault: Option<Code>,
}

impl<'s> VoiceReader<'s> {
    /// A reader of answers to this survey.
    #[must_use]
    pub fn new(survey: &'s Survey) -> Self {
        let inside = Inside { survey, header: None, seen_header: false, tally: None, findings: Findings::default(), fault: None };
        Self { survey, start: Vec::new(), rows: None, inside, stopped: false }
    }

    /// The next piece of the file.
    pub fn feed(&mut self, bytes: &[u8]) {
        if self.stopped || self.inside.fault.is_some() {
            return;
        }
        if self.rows.is_some() {
            return self.take(bytes);
        }
        self.start.extend_from_slice(bytes);
        if self.start.contains(&b'\n') || self.start.contains(&b'\r') {
            self.begin();
        } else if self.start.len() > MOST_ROW {
            self.stop(Code::VoiceRowTooLong);
        }
    }

    /// The figures.
    ///
    /// # Errors
    /// Every finding at once, none with what stands in a cell: columns that are missing or doubled, columns that look like personal data
    /// (`voice.personal_data`), answers that the survey does not have (`voice.unknown_answer`), weights that are none
    /// (`voice.bad_weight`), rows or names that are too long, too many strata or clusters, a file without rows.
    pub fn finish(mut self) -> Result<Voice<'s>, Findings> {
        if self.rows.is_none() && !self.stopped {
            self.begin();
        }
        if let (Some(rows), false) = (&mut self.rows, self.stopped) {
            let inside = &mut self.inside;
            if let Err(code) = rows.finish(&mut |row| inside.row(row)) {
                self.stop(code);
            }
        }
        let Inside { tally, mut findings, fault, header, .. } = self.inside;
        if let Some(code) = fault {
            findings.push(Finding::new(code, place(0, "")).with("most", MOST_ROW));
        }
        if !findings.has_errors() && header.is_none() {
            findings.push(Finding::new(Code::CsvNoHeader, place(0, "")));
        }
        match tally.filter(|tally| tally.respondents > 0) {
            Some(tally) if !findings.has_errors() => Ok(voice(self.survey, &tally, findings)),
            _ => {
                if !findings.has_errors() {
                    findings.push(Finding::new(Code::CsvNoRows, place(0, "")));
                }
                Err(findings)
            }
        }
    }

    /// The first line is whole: what kind of file it is.
    fn begin(&mut self) {
        let start = core::mem::take(&mut self.start);
        let bytes = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&start);
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return self.stop(Code::CsvWorkbook);
        }
        let line = bytes.split(|b| matches!(b, b'\n' | b'\r')).find(|line| !line.is_empty()).unwrap_or_default();
        if let Some(old) = legacy(line) {
            self.inside.findings.push(Finding::new(Code::LegacyEncoding, place(1, "")).with("name", old.name()));
            self.stopped = true;
            return;
        }
        let Ok(line) = core::str::from_utf8(line) else { return self.stop(Code::VoiceEncoding) };
        self.rows = Some(Rows::new(separator(line, self.survey)));
        self.take(bytes);
    }

    fn take(&mut self, bytes: &[u8]) {
        let Some(rows) = &mut self.rows else { return };
        let inside = &mut self.inside;
        if let Err(code) = rows.feed(bytes, &mut |row| inside.row(row)) {
            self.stop(code);
        }
    }

    fn stop(&mut self, code: Code) {
        let row = self.rows.as_ref().map_or(1, Rows::number);
        let finding = Finding::new(code, place(row, "")).with("most", MOST_ROW).with("row", row);
        self.inside.findings.push(finding);
        self.stopped = true;
    }
}

impl Inside<'_> {
    fn row(&mut self, row: Row<'_>) {
        if row.is_empty() || self.fault.is_some() || self.findings.is_full() {
            return;
        }
        if !self.seen_header {
            self.seen_header = true;
            self.header = Header::read(row, self.survey, &mut self.findings);
            self.tally = self.header.as_ref().map(|header| Tally::new(self.survey, header));
            return;
        }
        if let (Some(header), Some(tally)) = (&self.header, &mut self.tally)
            && let Err(code) = tally.add(row, self.survey, header, &mut self.findings)
        {
            self.fault = Some(code);
        }
    }
}

impl Survey {
    /// The figures of answers that are all in memory; see [`VoiceReader`] for files of any length.
    ///
    /// # Errors
    /// Those of [`VoiceReader::finish`].
    ///
    /// ```
    /// use dothi::programme::Survey;
    /// let (survey, _) = Survey::from_json(include_bytes!("../../../examples/programme/khao-sat/mo-ta.json")).unwrap();
    /// let voice = survey.voice(include_bytes!("../../../examples/programme/khao-sat/tra-loi.csv")).unwrap();
    /// let figure = voice.questions[0].whole.figure().unwrap();
    /// assert!(figure.interval.is_some_and(|(low, high)| low <= figure.share && figure.share <= high));
    /// ```
    pub fn voice(&self, answers: &[u8]) -> Result<Voice<'_>, Findings> {
        let mut reader = VoiceReader::new(self);
        reader.feed(answers);
        reader.finish()
    }
}
