//! Reports written to files.

use crate::run::{DAY, Run, dothi};
use std::path::{Path, PathBuf};

const CITY: &str = "vn-ssc examples/vi-du.json --unit X-0001";

/// A file of this test alone, removed at its end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        Self(std::env::temp_dir().join(format!("dothi-report-{}-{name}", std::process::id())))
    }

    fn path(&self) -> &Path {
        &self.0
    }

    fn report(&self, line: &str) -> Run {
        dothi(&format!("assess {line} --as-of {DAY} --report {}", self.0.display()))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn a_page_is_written_and_its_place_printed() {
    let file = Scratch::new("city.html");
    let run = file.report(&format!("{CITY} --lang vi"));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(run.out, format!("Đã ghi báo cáo: {}\n", file.path().display()));
    let page = std::fs::read_to_string(file.path()).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">"));
    assert!(page.contains("Cấp độ tham khảo 1/3 (bộ tiêu chí không chính thức; không phải kết quả công nhận; DỮ LIỆU HƯ CẤU)"));
    // What is there is replaced.
    let run = file.report(&format!("{CITY} --lang en"));
    assert_eq!(run.out, format!("Report written: {}\n", file.path().display()));
    assert!(std::fs::read_to_string(file.path()).unwrap().contains("<html lang=\"en\">"));
}

#[test]
fn several_places_make_one_report_of_either_kind() {
    for (name, begins) in [("five.HTM", "<!DOCTYPE".as_bytes()), ("five.docx", b"PK\x03\x04")] {
        let file = Scratch::new(name);
        let run = file.report("dti-922 examples/dti-922-2022.json --lang vi");
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(std::fs::read(file.path()).unwrap().starts_with(begins), "{name}");
    }
}

#[test]
fn what_cannot_be_written_is_said_and_nothing_is() {
    let wrong = |line: &str, said: &str| {
        let run = dothi(&format!("assess {line} --as-of {DAY}"));
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{line}");
        assert!(run.err.contains(said), "{line}: {}", run.err);
    };
    wrong(&format!("{CITY} --report city.pdf --lang vi"), "tên tệp báo cáo phải kết thúc bằng .html hoặc .docx");
    wrong(&format!("{CITY} --report - --lang en"), "the name of a report ends in .html or .docx");
    wrong(&format!("{CITY} --report city.html --format json --lang en"), "leave out --format json");
    wrong(&format!("{CITY} --report no-such-folder/city.html --lang vi"), "không tìm thấy tệp hoặc thư mục");
}

#[test]
fn data_with_errors_give_no_report() {
    let file = Scratch::new("wrong.html");
    let run = file.report("dti-922 bindings/cli/tests/data/wrong-for-dti.json --lang vi");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(!file.path().exists());
}
