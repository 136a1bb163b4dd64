//! What is done with bytes of a stranger, one function for each kind of file of the programme. The targets of `fuzz/` call them with bytes that
//! libFuzzer makes, `replay.rs` with the files of `fuzz/corpus`.

#[path = "../support/said.rs"]
mod said;

use dothi::programme::{Outline, ReportFile, Round, RoundUnit, Standing, Submitted, Survey, Synthesis, SynthesisInput, VoiceReader};
use dothi::units::UnitRegistry;
use dothi::{CsvOptions, CsvStyle, Findings, Lang, NumberStyle};
use said::said;
use std::sync::LazyLock;

static OUTLINE: LazyLock<Outline> = LazyLock::new(|| Outline::builtin().unwrap());
static ROUND: LazyLock<Round> = LazyLock::new(|| Round::from_json(include_bytes!("../../examples/programme/dot-2025.json")).unwrap().0);
static PLACES: LazyLock<UnitRegistry> = LazyLock::new(|| UnitRegistry::builtin().unwrap());

/// Local reports as JSON.
pub fn reports_json(bytes: &[u8]) {
    exercise(bytes, ReportFile::from_json(bytes));
}

/// Local reports as CSV, in two styles of numbers.
pub fn reports_csv(bytes: &[u8]) {
    for style in [NumberStyle::Auto, NumberStyle::Vi] {
        exercise(bytes, ReportFile::from_csv(bytes, &CsvOptions::default().with_numbers(style), &OUTLINE));
    }
}

/// Reports that can be read are the same when they are written and read again; a synthesis loses none of them, and its sums agree.
fn exercise(bytes: &[u8], read: Result<(ReportFile, Findings), Findings>) {
    let units = ReportFile::named_units(bytes);
    let (file, findings) = match read {
        Ok(read) => read,
        Err(findings) => return said(&findings),
    };
    said(&findings);
    let (again, _) = ReportFile::from_json(file.to_json().as_bytes()).unwrap_or_else(|e| panic!("it does not read what it wrote: {e}"));
    let canonical = |file: &ReportFile| file.reports.iter().map(|report| report.canonical_json()).collect::<Vec<_>>();
    assert_eq!(canonical(&again), canonical(&file));
    for report in file.reports.iter().take(50) {
        assert!(units.contains(&report.unit.code), "{units:?}");
        said(&report.check(&OUTLINE, Some((&ROUND, &ROUND.units))));
        let _ = (report.is_complete(&OUTLINE), report.digest(), report.sums(), report.offered(&OUTLINE, &ROUND, "vn-ssc", "x", "x"));
    }
    let count = file.reports.len();
    let submitted = || file.reports.iter().enumerate().map(|(at, report)| Submitted::new(format!("{at}.json"), report.clone())).collect();
    let asked: Vec<RoundUnit> = ROUND.asked(&PLACES);
    let before = Synthesis::new(SynthesisInput::new(&OUTLINE, &ROUND, &asked, submitted()));
    let mut input = SynthesisInput::new(&OUTLINE, &ROUND, &asked, submitted());
    input.previous = Some(&before);
    let synthesis = Synthesis::new(input);
    assert!(synthesis.reconciliation.agrees && synthesis.reports.len() == count);
    let counted = synthesis.reports.iter().filter(|report| report.standing == Standing::Counted);
    let mut units: Vec<&str> = counted.map(|report| report.unit.as_str()).collect();
    let all = units.len();
    units.dedup();
    assert_eq!(units.len(), all, "two reports of a unit are added");
    let mut found = Findings::default();
    synthesis.anomalies.iter().for_each(|anomaly| found.push(anomaly.finding.clone()));
    said(&found);
    let _ = (synthesis.to_canonical_json(), synthesis.to_csv(&CsvStyle::default(), Lang::Vi));
}

/// The description of a survey, then a line `===`, then its answers; the answers alone go to the survey of the example.
pub fn survey(bytes: &[u8]) {
    static EXAMPLE: LazyLock<Survey> =
        LazyLock::new(|| Survey::from_json(include_bytes!("../../examples/programme/khao-sat/mo-ta.json")).unwrap().0);
    let mark = b"\n===\n";
    let at = bytes.windows(mark.len()).position(|part| part == mark);
    let (description, answers) = at.map_or((bytes, bytes), |at| (&bytes[..at], &bytes[at + mark.len()..]));
    answered(&EXAMPLE, answers);
    match Survey::from_json(description) {
        Ok((survey, remarks)) => {
            said(&remarks);
            answered(&survey, answers);
        }
        Err(findings) => said(&findings),
    }
}

/// In one piece and in many the answers come to the same.
fn answered(survey: &Survey, answers: &[u8]) {
    let mut reader = VoiceReader::new(survey);
    answers.chunks(7).for_each(|piece| reader.feed(piece));
    let pieces = reader.finish().map(|voice| voice.to_canonical_json());
    match survey.voice(answers) {
        Ok(voice) => {
            assert_eq!(pieces, Ok(voice.to_canonical_json()));
            let _ = (voice.to_csv(Lang::Vi), voice.to_city().to_json());
        }
        Err(findings) => {
            assert!(pieces.is_err());
            said(&findings);
        }
    }
}

/// A round: written and read again, and who is asked.
pub fn round(bytes: &[u8]) {
    match Round::from_json(bytes) {
        Ok((round, remarks)) => {
            said(&remarks);
            let written = serde_json::to_vec(&round).unwrap();
            let (again, _) = Round::from_json(&written).unwrap_or_else(|e| panic!("it does not read what it wrote: {e}"));
            assert_eq!(again, round);
            let _ = (round.asked(&PLACES), round.deadline.as_ref().map(dothi::programme::Deadline::last_day));
        }
        Err(findings) => said(&findings),
    }
}
