//! The instruments of the programme from the command line.

use crate::run::{DAY, dothi};

const SURVEY: &str = "examples/programme/khao-sat/mo-ta.json";
const ANSWERS: &str = "examples/programme/khao-sat/tra-loi.csv";

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_survey_is_shown_with_marks_and_hidden_cells() {
    for (format, marks) in [("table", 2), ("md", 2), ("csv", 25), ("json", 1)] {
        let run = dothi(&format!("programme voice {SURVEY} {ANSWERS} --lang vi --format {format}"));
        assert_eq!(run.code, 0, "{}", run.err);
        let flat = flat(&run.out);
        assert!(flat.matches("DỮ LIỆU HƯ CẤU").count() >= marks, "{format}: {flat}");
        assert!(flat.to_lowercase().contains("không phải thống kê chính thức"), "{format}");
        assert!(flat.contains("dưới 10 câu trả lời") || flat.contains("too_few"), "{format}: {flat}");
    }
}

#[test]
fn a_survey_goes_into_an_assessment() {
    let city = std::env::temp_dir().join(format!("dothi-voice-{}.json", std::process::id()));
    let run = dothi(&format!("programme voice {SURVEY} {ANSWERS} --lang en --city {}", city.display()));
    assert_eq!(run.code, 0, "{}", run.err);
    let assessed = dothi(&format!("explain vn-ssc {} soc-04 --as-of {DAY} --lang en", city.display()));
    std::fs::remove_file(&city).unwrap();
    assert_eq!(assessed.code, 0, "{}", assessed.err);
    assert!(assessed.out.contains("Wilson") || assessed.out.contains("interval"), "{}", assessed.out);
}

#[test]
fn without_answers_the_sizes_of_samples_are_shown() {
    let run = dothi(&format!("programme voice {SURVEY} --lang vi"));
    assert!(run.code == 0 && run.out.contains("384") && run.out.contains("1.061"), "{}{}", run.out, run.err);
}

#[test]
fn personal_data_stop_the_command_without_being_shown() {
    let file = std::env::temp_dir().join(format!("dothi-personal-{}.csv", std::process::id()));
    let answers = std::fs::read_to_string(crate::run::root().join(ANSWERS)).unwrap();
    let with_phone = answers.replacen("q5_nuoc\n", "q5_nuoc;lien_he\n", 1).replacen(";5\n", ";5;0912345678\n", 1);
    std::fs::write(&file, with_phone).unwrap();
    let run = dothi(&format!("programme voice {SURVEY} {} --lang en", file.display()));
    std::fs::remove_file(&file).unwrap();
    let said = format!("{}{}", run.out, run.err);
    assert!(run.code == 2 && said.contains("voice.personal_data") && !said.contains("0912"), "{said}");
}
