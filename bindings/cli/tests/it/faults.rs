//! Exit codes and messages of what goes wrong.

use crate::run::{DAY, command, dothi, dothi_reading};

const DTI: &str = "dti-922 examples/dti-922-2022.json";

/// Nothing on the output, one message on the error output, exit code 1.
#[track_caller]
fn usage(line: &str, said: &str) {
    let run = dothi(line);
    assert_eq!((run.code, run.out.as_str()), (1, ""), "{line}");
    assert!(run.err.contains(said), "{line}: {}", run.err);
}

#[test]
fn what_cannot_be_done_is_1_in_both_languages() {
    usage("assess no-such-set x.json --lang en", "Error: there is no criteria set `no-such-set`");
    usage("assess no-such-set x.json --lang vi", "Lỗi: không có bộ tiêu chí `no-such-set`; các bộ có sẵn: dti-922@2022-u1");
    usage("assess dti-922 no-such-file.json --lang en", "no-such-file.json: no such file or folder");
    usage("assess dti-922 no-such-file.json --lang vi", "no-such-file.json: không tìm thấy tệp hoặc thư mục");
    usage(&format!("assess {DTI} --unit 99 --lang vi"), "không có địa phương nào mang mã `99`; trong tệp có: 48, 79, 22, 46, 92");
    usage(&format!("assess {DTI} --scheme other --lang en"), "there is no scheme `other`; the schemes: main");
    usage("assess vn-ssc examples/vi-du.json --param nothing=1 --lang en", "nothing");
    usage("assess vn-ssc examples/vi-du.json --param basic_share_min=2 --lang vi", "basic_share_min");
    usage(&format!("explain {DTI} --format csv --lang vi"), "lệnh explain không có định dạng csv; hãy chọn: table, json, md");
    usage(&format!("explain {DTI} no-such --lang en"), "has no criterion `no-such`");
    usage("show dti-922 no-such --lang vi", "bộ dti-922@2022-u1 không có tiêu chí `no-such`");
    usage("template dti-922 --kind commune --lang vi", "không đánh giá loại `commune`; các loại được đánh giá: province");
    usage("gaps vn-ssc examples/vi-du.json --cost no-such=1 --lang en", "there is no criterion `no-such`");
    usage("import criteria/dti-922 --lang vi", "không có tệp .csv nào trong thư mục");
    usage("diff vn-ssc no-such-set --lang vi", "không có bộ tiêu chí `no-such-set`");
    usage("sets --on 2026 --lang en", "not a day; write it as YYYY-MM-DD");
    let carry = "carry vn-ssc vn-ssc@2022 examples/vi-du.json";
    usage(&format!("{carry} examples/vi-du-2022.json --lang vi"), "không có địa phương nào mang mã `X-0001`; trong tệp có: X-00");
    usage(&format!("{carry} --param nothing=1 --lang en"), "nothing");
    usage("man --format json --lang en", "man has one format only");
    usage("units --former 99 --on 2026-11-21 --lang vi", "không có đơn vị cấp tỉnh cũ nào mang mã hoặc tên `99` trước ngày 21/11/2026");
    usage("units --parent 36 --on 2026-11-21 --lang en", "has no province of code `36`; for former ones: dothi units --former 36");
    usage("units --kind commune --on 2025-06-30 --lang en", "there is no list of the kind commune for 2025-06-30");
    usage("units --on 1999-01-01 --lang vi", "không có danh mục cấp tỉnh cho ngày 1/1/1999");
}

#[test]
fn a_wrong_command_line_is_1_and_says_so_in_vietnamese() {
    usage("assess --lang vi", "Dòng lệnh không đúng");
    usage(&format!("assess {DTI} --as-of 2026-02-30 --lang=vi"), "Dòng lệnh không đúng");
    usage(&format!("assess {DTI} --as-of 2026 --lang en"), "not a day; write it as YYYY-MM-DD");
    usage(&format!("assess {DTI} --param a=0,5 --lang en"), "write digits with a point");
    usage("units --kind urban_area --lang en", "one of: province, commune");
    usage("units --former 36 --parent 37 --lang en", "cannot be used with");
    assert!(!dothi("no-such-command --lang en").err.contains("Dòng lệnh"));
    assert_eq!(dothi("--version").code, 0);
}

#[test]
fn findings_that_are_errors_are_2() {
    let run = dothi(&format!("assess dti-922 bindings/cli/tests/data/wrong-for-dti.json --as-of {DAY} --lang vi"));
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    for said in ["city.wrong_unit", "city.unknown_criterion", "city.after_as_of", "Tỉnh Hư Cấu (01)", "Tỉnh Hư Cấu Hai (02)"] {
        assert!(run.err.contains(said), "{said} in {}", run.err);
    }
    assert_eq!(dothi("check bindings/cli/tests/data/cut-off.json").code, 2);
    assert_eq!(dothi("show bindings/cli/tests/data/broken.json").code, 2);
    assert_eq!(dothi("check examples/dti-922-2022.json examples/vi-du.json criteria/vn-ssc/2026-u1.json").code, 0);
}

#[test]
fn data_that_an_edition_refuses_are_named_with_their_side() {
    let run = dothi(&format!("carry vn-ssc@2022 vn-ssc@2026 examples/vi-du.json --unit X-00 --as-of {DAY} --lang en"));
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("Vi Du Province (X-00) – the data under the edition before"), "{}", run.err);
    assert!(run.err.contains("city.unknown_criterion"), "{}", run.err);
    let newer = "carry vn-ssc@2022 vn-ssc@2022 examples/vi-du-2022.json examples/vi-du.json --unit X-00";
    let run = dothi(&format!("{newer} --as-of {DAY} --lang en"));
    assert!(run.code == 2 && run.err.contains("newer data under the edition now"), "{}", run.err);
}

#[test]
fn one_wrong_place_stops_a_comparison() {
    let line = format!("assess {DTI} bindings/cli/tests/data/wrong-for-dti.json --as-of {DAY}");
    let run = dothi(&line);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "a rank without it would be silent about it");
}

#[test]
fn a_wrong_table_is_told_with_table_row_and_column() {
    let dir = std::env::temp_dir().join(format!("dothi-tables-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    std::fs::write(dir.join("criteria.csv"), "id,nothing\nx,y\n").unwrap();
    let run = dothi(&format!("import {} --lang vi", dir.display()));
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("criteria.csv"), "{}", run.err);
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn a_workbook_and_old_encodings_are_told_apart_from_text() {
    for (bytes, code) in [(&b"PK\x03\x04 and so on"[..], "xlsx.not_a_workbook"), (b"\xD0\xCF\x11\xE0 and so on", "csv.workbook")] {
        let run = dothi_reading("check - --lang vi", bytes);
        assert_eq!(run.code, 2);
        assert!(run.out.contains(code), "{}", run.out);
    }
}

#[test]
fn the_date_is_todays_and_always_printed() {
    let run = dothi(&format!("assess {DTI} --lang en"));
    assert_eq!(run.code, 0);
    assert!(run.out.contains(" as of 20"), "{}", run.out);
}

#[test]
fn the_environment_chooses_the_language() {
    let run = |name: &str, value: &str| String::from_utf8(command(&["sets"]).env(name, value).output().unwrap().stdout).unwrap();
    assert!(run("LANG", "vi_VN.UTF-8").contains("Các bộ tiêu chí có sẵn"));
    assert!(run("LC_MESSAGES", "vi").contains("Các bộ tiêu chí có sẵn"));
    assert!(run("LANG", "fr_FR.UTF-8").contains("Embedded criteria sets"));
}
