//! Workbooks through the command: a template filled in, data carried from format to format, departments joined.

use crate::run::{DAY, command, dothi, dothi_reading, root};
use std::path::PathBuf;
use std::process::Stdio;

const DATA: &str = "bindings/cli/tests/data";

/// A folder of a test's own, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("dothi-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn done(line: &str) -> String {
    let run = dothi(line);
    assert_eq!(run.code, 0, "{line}\n{}{}", run.out, run.err);
    run.out
}

fn digest(file: &str) -> String {
    let out = done(&format!("digest {file} --unit X-0001 --format json --lang en"));
    let all: serde_json::Value = serde_json::from_str(&out).unwrap();
    all[0]["digest"].as_str().unwrap().into()
}

#[test]
fn the_fictional_city_has_one_digest_in_every_format() {
    let folder = Folder::new("formats");
    let expected = digest("examples/vi-du.json");
    let (form, table) = (folder.file("mẫu.xlsx"), folder.file("bảng.xlsx"));
    let run = |arguments: &[&str]| {
        let out = command(arguments).stdin(Stdio::null()).output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    };
    run(&["convert", "examples/vi-du.json", "--unit", "X-0001", "--set", "vn-ssc", "-o", &form, "--lang", "vi"]);
    run(&["convert", "examples/vi-du.json", "-o", &table, "--lang", "vi"]);
    let (csv, excel, json) = (folder.file("a.csv"), folder.file("b.csv"), folder.file("c.json"));
    done(&format!("convert {table} -o {csv}"));
    done(&format!("convert {form} -o {excel} --separator semicolon --bom --decimal comma"));
    done(&format!("convert {excel} -o {json}"));
    for file in [&form, &table, &csv, &excel, &json] {
        assert_eq!(digest(file), expected, "{file}");
    }
    let text = std::fs::read_to_string(&excel).unwrap();
    assert!(text.starts_with("\u{FEFF}unit_code;item;") && text.contains(";205,6;km;"), "{text:.200}");
    // What is judged is the same, too.
    let assess = |file: &str| done(&format!("assess vn-ssc {file} --unit X-0001 --as-of {DAY} --lang vi --format csv"));
    assert!(assess(&form) == assess("examples/vi-du.json"));
    for line in [format!("explain vn-ssc {form} wat-01 --as-of {DAY} --lang vi"), format!("gaps vn-ssc {form} --as-of {DAY} --lang vi")] {
        assert!(done(&line).contains("DỮ LIỆU HƯ CẤU"), "{line}");
    }
}

#[test]
fn a_template_is_a_workbook_by_the_ending_of_its_file() {
    let folder = Folder::new("template");
    let file = folder.file("xa.xlsx");
    done(&format!("template vn-ssc --kind commune --lang vi -o {file}"));
    let run = dothi(&format!("check {file} --set vn-ssc --lang vi"));
    assert_eq!(run.code, 2);
    assert!(run.out.contains("'Địa bàn'!6:6") && run.out.contains("[csv.no_unit_code]"), "{}", run.out);
    // A workbook for another set is refused, and both are named.
    let run = dothi(&format!("assess dti-922 {file} --lang vi"));
    assert!(run.code == 2 && run.err.contains("vn-ssc@2026-u1") && run.err.contains("dti-922@2022-u1"), "{}", run.err);
    let bytes = std::fs::read(&file).unwrap();
    assert_eq!(dothi_reading("check - --lang vi", &bytes).code, 2);
    let piped = command(&["template", "vn-ssc", "--kind", "commune", "--format", "xlsx", "--lang", "vi"]).output().unwrap();
    assert!(piped.status.success() && piped.stdout == bytes);
    assert_eq!(dothi(&format!("template vn-ssc --kind commune -o {}", folder.file("xa.doc"))).code, 1);
    for (ending, start) in [("csv", "\u{FEFF}unit_code"), ("json", "{")] {
        let file = folder.file(&format!("xa.{ending}"));
        done(&format!("template vn-ssc --kind commune --lang vi -o {file}"));
        assert!(std::fs::read_to_string(&file).unwrap().starts_with(start));
    }
}

#[test]
fn departments_are_joined_from_every_format() {
    let folder = Folder::new("merge");
    let (health, transport, merged) = (folder.file("y-te.xlsx"), folder.file("giao-thong.xlsx"), folder.file("ghep.xlsx"));
    done(&format!("convert {DATA}/merge-health.csv --set vn-ssc -o {health} --lang vi"));
    done(&format!("convert {DATA}/merge-transport.json -o {transport} --lang vi"));
    let out = done(&format!("merge {health} {transport} --set vn-ssc --lang vi --format md -o {merged}"));
    assert!(out.contains("'Sức khỏe'!H7") && out.contains("Tổ Giao thông Hư Cấu"), "{out}");
    assert!(done(&format!("check {merged} --set vn-ssc --as-of {DAY} --lang vi")).contains("DỮ LIỆU HƯ CẤU"));

    // A contradiction: nothing is written, every side is named.
    std::fs::remove_file(&merged).unwrap();
    let run = dothi(&format!("merge {health} {transport} {DATA}/merge-water.csv --set vn-ssc --lang vi --format csv -o {merged}"));
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(!std::path::Path::new(&merged).exists());
    let conflicts: Vec<&str> = run.out.lines().filter(|line| line.contains(",conflict,")).collect();
    assert!(conflicts.iter().any(|line| line.contains("10500.5") && line.contains("merge-water.csv")), "{conflicts:?}");
    assert!(conflicts.iter().any(|line| line.contains("10400") && line.contains("'Sức khỏe'!H7")), "{conflicts:?}");
    assert!(conflicts.iter().all(|line| line.ends_with("DỮ LIỆU HƯ CẤU")));
}

#[test]
fn the_joined_data_are_all_that_the_files_say() {
    let out = done(&format!("merge {DATA}/merge-health.csv {DATA}/merge-transport.json --set vn-ssc --format json --lang en"));
    let all: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&all[0]["merged"], all[0]["unit"].as_str()), (&serde_json::json!(true), Some("X-77")));
    assert_eq!(all[0]["digest"].as_str().unwrap().len(), 64);
    // Without a set the two names of a unit are two texts.
    let run = dothi(&format!("merge {DATA}/merge-health.csv {DATA}/merge-transport.json --format csv --lang en"));
    assert_eq!(run.code, 2);
    assert!(run.out.contains(",unit,") && run.out.contains("người") && root().exists());
}
