//! Surveys of residents, from description and answers to figures and assessments.

use crate::files::{EXAMPLES, day, read};
use dothi::programme::{Survey, Voice, VoiceCell, VoiceReader};
use dothi::{AssessOptions, Code, Dec, Findings, Lang, Outcome};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn example() -> Survey {
    Survey::from_json(&read(&format!("{EXAMPLES}/programme/khao-sat/mo-ta.json"))).unwrap().0
}

/// A description with one question in column `q`, changed by `edit`.
pub(crate) fn small(edit: impl FnOnce(&mut Value)) -> Value {
    let mut file = json!({
        "survey_format": 1, "id": "s", "title": {"vi": "Thử", "en": "Trial"}, "fictional": true,
        "unit": {"code": "X", "name": {"vi": "Ví Dụ"}, "kind": "province"}, "sampling": "probability", "minimum_cell": 10,
        "questions": [{
            "id": "q", "kind": "satisfaction", "column": "q", "title": {"vi": "Hỏi", "en": "Ask"},
            "answers": [
                {"answer": "có", "title": {"vi": "Có", "en": "Yes"}, "counts": true},
                {"answer": "không", "title": {"vi": "Không", "en": "No"}}
            ]
        }]
    });
    edit(&mut file);
    file
}

pub(crate) fn survey(file: &Value) -> Survey {
    Survey::from_json(&serde_json::to_vec(file).unwrap()).unwrap_or_else(|e| panic!("{e}")).0
}

#[test]
fn the_example_gives_shares_intervals_and_observations_that_are_judged() {
    let survey = example();
    let voice = survey.voice(&read(&format!("{EXAMPLES}/programme/khao-sat/tra-loi.csv"))).unwrap();
    assert_eq!(voice.respondents, Some(414));
    for own in &voice.questions {
        let figure = own.whole.figure().unwrap();
        let (low, high) = figure.interval.unwrap();
        assert!(low <= figure.share && figure.share <= high, "{}", own.question.id);
        assert!(figure.effective.unwrap() < Dec::from_count(figure.answers), "weights differ: {}", own.question.id);
        assert_eq!(own.needed[0].simple, 384, "385 without end, 384 of 184 200");
        let small = own.strata.iter().find(|(name, _)| name.contains("Tư")).unwrap();
        assert_eq!(small.1, VoiceCell::TooFew);
        assert_eq!(own.strata.iter().filter(|(_, cell)| *cell == VoiceCell::Protects).count(), 1, "{}", own.question.id);
    }
    let set = dothi::builtin::load("vn-ssc@2026").unwrap();
    let file = voice.to_city();
    let assessment = set.assess(&file.cities[0], &AssessOptions::new(day("2026-11-21"))).unwrap();
    let of = |id: &str| assessment.self_assessed().criteria.iter().find(|c| c.criterion.id == id).unwrap();
    assert_eq!(of("soc-04").outcome, Outcome::NoEvidence, "40 % of level 2 are passed; documents are no part of a survey");
    // The criterion's own interval, of the effective counts, is the survey's up to the rounding to whole people.
    let shown = of("soc-04").survey.as_ref().unwrap().interval.unwrap();
    let own = voice.questions[1].whole.figure().unwrap().interval.unwrap();
    let near = |a: Dec, b: Dec| (a.value() - b.value()).abs() < Dec::parse("0.005").unwrap().value();
    assert!(near(shown.0, own.0) && near(shown.1, own.1), "{shown:?} {own:?}");
    assert!(file.cities[0].observations.iter().all(|o| o.note.as_ref().unwrap().contains("hiệu dụng")));
}

#[test]
fn every_output_carries_the_marks() {
    let survey = example();
    let voice = survey.voice(&read(&format!("{EXAMPLES}/programme/khao-sat/tra-loi.csv"))).unwrap();
    let csv = voice.to_csv(Lang::Vi);
    assert_eq!(csv.lines().count(), 1 + 5 * 5);
    assert!(csv.lines().skip(1).all(|line| line.contains("HƯ CẤU") && line.contains("tự khai") && line.contains("tự đánh giá")));
    let json: Value = serde_json::from_str(&voice.to_canonical_json()).unwrap();
    assert_eq!(json["marks"][0]["code"], "fictional");
    assert_eq!(json["state"], "self_assessed");
    assert_eq!(voice.to_canonical_json(), serde_json_canonicalizer::to_string(&json).unwrap());
    assert!(voice.to_city().cities[0].fictional);
}

#[test]
fn a_file_in_pieces_is_the_file() {
    let survey = example();
    let bytes = read(&format!("{EXAMPLES}/programme/khao-sat/tra-loi.csv"));
    let whole = survey.voice(&bytes).unwrap().to_canonical_json();
    for size in [1, 7, 4_096] {
        let mut reader = VoiceReader::new(&survey);
        bytes.chunks(size).for_each(|piece| reader.feed(piece));
        assert_eq!(reader.finish().unwrap().to_canonical_json(), whole, "{size}");
    }
}

#[test]
fn only_those_who_were_asked_are_counted() {
    let file = small(|file| {
        let mut second = file["questions"][0].clone();
        second["id"] = json!("r");
        second["column"] = json!("r");
        second["asked_of"] = json!("q");
        file["questions"].as_array_mut().unwrap().push(second);
    });
    let survey = survey(&file);
    let mut text = String::from("q,r\n");
    (0..20).for_each(|at| text.push_str(if at < 12 { "có,có\n" } else { "không,\n" }));
    text.push_str("không,có\n");
    let voice = survey.voice(text.as_bytes()).unwrap();
    let figure = voice.questions[1].whole.figure().unwrap();
    assert_eq!((figure.answers, figure.positive), (12, 12));
    let codes: Vec<Code> = voice.findings.iter().map(dothi::Finding::code).collect();
    assert_eq!(codes, [Code::VoiceUnasked]);
    assert!(voice.findings.to_string().contains("< 10 answers"), "one answer is not told: {}", voice.findings);
}

#[test]
fn polls_and_full_counts_have_no_interval() {
    let text = format!("q\n{}", "có\nkhông\n".repeat(10));
    for sampling in ["self_selected", "full_count"] {
        let survey = survey(&small(|file| {
            file["sampling"] = json!(sampling);
            file["margins"] = json!(["0.05"]);
            file["questions"][0]["criterion"] = json!("soc-02");
        }));
        let voice = survey.voice(text.as_bytes()).unwrap();
        let own = &voice.questions[0];
        assert_eq!((own.whole.figure().unwrap().interval, own.needed.len()), (None, 0), "{sampling}");
        assert_eq!(voice.to_csv(Lang::En).contains("self-selected poll"), sampling == "self_selected");
        assert_eq!(voice.to_city().cities[0].observations[0].sampling.unwrap().as_str(), sampling);
    }
}

fn codes(findings: &Findings) -> BTreeSet<Code> {
    findings.iter().map(dothi::Finding::code).collect()
}

fn refused(description: &Value, answers: &str) -> Findings {
    match Survey::from_json(&serde_json::to_vec(description).unwrap()) {
        Err(found) => found,
        Ok((survey, _)) => match survey.voice(answers.as_bytes()) {
            Err(found) => found,
            Ok(Voice { findings, .. }) => findings,
        },
    }
}

/// One broken input for each code, with its place; each code of surveys is here.
#[test]
fn every_fault_has_its_finding() {
    let plain = || small(|_| {});
    let long = format!("q\n\"{}", "x".repeat(2 << 20));
    let many: String = (0..5_001).map(|at| format!("có,{at}\n")).collect();
    let with = |key: &str, value: Value| small(|file| file[key] = value);
    let question = |key: &str, value: Value| small(|file| file["questions"][0][key] = value);
    let ten = |row: &str| row.repeat(10);
    let cases: Vec<(Code, Value, String, &str)> = vec![
        (Code::VoiceRange, with("margins", json!(["0.9"])), String::new(), "/margins/0"),
        (Code::VoiceAnswers, question("no_answer", json!(["CÓ"])), String::new(), "/questions/0"),
        (Code::VoiceAskedOf, question("asked_of", json!("q")), String::new(), "/questions/0/asked_of"),
        (Code::VoiceColumnTwice, with("stratum", json!("Q")), String::new(), "whole file"),
        (Code::VoicePersonal, plain(), "q,Họ tên\ncó,x\n".into(), "row 1, column Họ tên"),
        (Code::VoiceNotRead, plain(), format!("q,tuổi\n{}", ten("có,30\n")), "row 1, column tuổi"),
        (Code::VoiceUnknownAnswer, plain(), "q\ncó\nkhông biết\n".into(), "row 3, column q"),
        (Code::VoiceBadWeight, with("weight", json!({"column": "w", "decimal": "comma"})), "q,w\ncó,\"1.5\"\n".into(), "row 2, column w"),
        (Code::VoiceBadGroup, with("cluster", json!("c")), "q,c\ncó,\n".into(), "row 2, column c"),
        (Code::VoiceTooManyGroups, with("stratum", json!("s")), format!("q,s\n{many}"), "whole file"),
        (Code::VoiceRowTooLong, plain(), long, "row 2"),
        (Code::VoiceUnasked, plain(), String::new(), ""),
        (Code::VoiceEncoding, plain(), String::new(), ""),
        (Code::VoiceTooFew, plain(), "q\ncó\nkhông\n".into(), "column q"),
        (Code::VoiceOneCluster, with("cluster", json!("c")), format!("q,c\n{}", ten("có,1\nkhông,1\n")), "column q"),
    ];
    let of_surveys: BTreeSet<Code> = Code::ALL.iter().filter(|code| code.as_str().starts_with("voice.")).copied().collect();
    assert_eq!(cases.iter().map(|case| case.0).collect::<BTreeSet<_>>(), of_surveys);
    for (code, description, answers, place) in cases {
        if place.is_empty() {
            continue;
        }
        let found = refused(&description, &answers);
        let places: Vec<String> = found.iter().filter(|f| f.code() == code).map(|f| f.place().text(Lang::En)).collect();
        assert_eq!(places, [place], "{code}: {found}");
        assert!(found.iter().all(|f| !f.message(Lang::Vi).contains(['?', '{'])), "{found}");
    }
    // Bytes that are no text, in the middle of the file.
    let broken = survey(&plain()).voice(b"q\nc\xF3\n").unwrap_err();
    assert_eq!(codes(&broken), BTreeSet::from([Code::VoiceEncoding]), "{broken}");
}

#[test]
fn personal_data_are_refused_and_never_repeated() {
    let survey = survey(&small(|file| {
        file["stratum"] = json!("phường");
        file["cluster"] = json!("cụm");
    }));
    let text = "q;phường;cụm;a;b;c;d;SĐT\n\
        có;Trần Hưng Đạo;1;xin gọi 0912 345 678;Nguyễn Văn Ví;5 ngõ Ví Dụ;ok;x\n\
        có;Lê Lợi;1;;Trần Thị Dụ;7 ngõ Ví Dụ;ok;\n\
        không;Lê Lợi;001085012345;;Lê Ví Dụ;9 đường Ví Dụ;ok;\n";
    let found = survey.voice(text.as_bytes()).unwrap_err();
    let personal: Vec<String> = found.iter().filter(|f| f.code() == Code::VoicePersonal).map(|f| f.place().text(Lang::En)).collect();
    assert_eq!(personal, ["row 1, column SĐT", "row 2, column a", "row 4, column cụm", "row 4, column b", "row 4, column c"], "{found}");
    let said = format!("{found}{}", serde_json::to_string(&found).unwrap());
    for value in ["0912", "345 678", "Văn", "Thị", "001085012345", "ngõ"] {
        assert!(!said.contains(value), "{value}: {said}");
    }
}

#[test]
fn other_files_and_empty_ones_are_refused() {
    let survey = survey(&small(|_| {}));
    for (bytes, code) in [
        (&b""[..], Code::CsvNoHeader),
        (b"\n\n", Code::CsvNoHeader),
        (b"q\n", Code::CsvNoRows),
        (b"r\nx\n", Code::CsvMissingColumn),
        (b"q,q\nx,x\n", Code::CsvDoubledColumn),
        (b"PK\x03\x04\n", Code::CsvWorkbook),
        (b"q\n\"a", Code::CsvOpenQuote),
        ("q\ncó,thêm\n".as_bytes(), Code::CsvCellWithoutColumn),
    ] {
        let found = survey.voice(bytes).unwrap_err();
        assert!(codes(&found).contains(&code), "{bytes:?}: {found}");
    }
}
