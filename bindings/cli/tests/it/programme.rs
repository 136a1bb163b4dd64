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

const PILOTS: &str = "examples/programme/thi-diem";

/// Every format of a command carries these words, in Vietnamese.
fn carries(line: &str, words: &[&str]) {
    for format in ["table", "md", "csv", "json"] {
        let run = dothi(&format!("{line} --as-of {DAY} --lang vi --format {format}"));
        assert_eq!(run.code, 0, "{line} {format}: {}", run.err);
        let shown = flat(&run.out).to_lowercase();
        for word in words {
            assert!(shown.contains(&word.to_lowercase()), "{line} {format}: {word}: {shown}");
        }
    }
}

#[test]
fn milestones_are_what_is_stated() {
    carries("programme milestones --progress examples/programme/tien-do-moc.json", &["DỮ LIỆU HƯ CẤU", "chưa đối chiếu với văn bản gốc"]);
    let bare = dothi(&format!("programme milestones --as-of {DAY} --lang vi"));
    assert!(bare.out.contains("không đo được") && !bare.out.contains("quá hạn, chưa đạt"), "{}", bare.out);
}

#[test]
fn dated_targets_of_places_are_shown_and_counted() {
    let line = format!("programme milestones vn-ssc {PILOTS}/do-thi.json");
    carries(&line, &["DỮ LIỆU HƯ CẤU", "không chính thức"]);
    let shown = flat(&dothi(&format!("{line} --as-of {DAY} --lang en")).out);
    assert!(shown.contains("5 places, by target") && shown.contains("Both are rules of this tool."), "{shown}");
    assert_eq!(dothi(&format!("programme milestones vn-ssc --as-of {DAY}")).code, 1);
}

#[test]
fn pilots_are_chosen_with_a_sheet_each_and_compared() {
    let select =
        format!("programme pilots select vn-ssc {PILOTS}/do-thi.json --rules {PILOTS}/quy-tac.json --statements {PILOTS}/khai.json");
    carries(&select, &["DỮ LIỆU HƯ CẤU", "không chính thức", "không phải quyết định của cơ quan có thẩm quyền", "giả định của người dùng"]);
    let shown = dothi(&format!("{select} --as-of {DAY} --lang en")).out;
    assert_eq!(shown.matches("Decision sheet: ").count(), 5, "{shown}");
    let evaluate = format!("programme pilots evaluate vn-ssc {PILOTS}/do-thi.json --pilot X-20001 --before 2024 --after 2025");
    carries(&evaluate, &["DỮ LIỆU HƯ CẤU", "không phải kiểm định thống kê", "X-20002"]);
    let few = dothi(&format!("{evaluate} --against X-20002 --as-of {DAY} --lang en --format csv")).out;
    assert!(few.contains(",too_few,") && !few.contains("above"), "{few}");
    assert_eq!(
        dothi(&format!("programme pilots evaluate vn-ssc {PILOTS}/do-thi.json --pilot X-1 --before 2024 --after 2025 --as-of {DAY}")).code,
        1
    );
    assert_eq!(dothi(&format!("{evaluate} --against X-20001 --as-of {DAY}")).code, 2);
}

#[test]
fn priorities_say_their_reasons() {
    let line = format!(
        "programme priorities vn-ssc examples/vi-du.json --unit X-00 --survey {SURVEY} --answers {ANSWERS} --local examples/programme/uu-tien.json"
    );
    carries(&line, &["DỮ LIỆU HƯ CẤU", "không chính thức", "chưa hài lòng"]);
    let by_people = flat(&dothi(&format!("{line} --by dissatisfaction,local --as-of {DAY} --lang vi")).out);
    assert!(by_people.contains("ưu tiên thứ 1 của địa phương"), "{by_people}");
    assert_eq!(dothi(&format!("{line} --by luck --as-of {DAY}")).code, 1);
    let other = dothi(&format!(
        "programme priorities vn-ssc examples/vi-du.json --unit X-0001 --survey {SURVEY} --answers {ANSWERS} --as-of {DAY}"
    ));
    assert_eq!(other.code, 2, "the survey is of another place");
    carries("programme priorities vn-ssc examples/vi-du.json --unit X-00 --objectives", &["DỮ LIỆU HƯ CẤU", "là của chúng tôi"]);
}
