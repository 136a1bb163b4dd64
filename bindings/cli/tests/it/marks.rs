//! Honesty: each format says what the set is, how it was read and that data are made up. One test per format.

use crate::run::{DAY, dothi};

const FICTIONAL: &str = "DỮ LIỆU HƯ CẤU";
const NOT_OFFICIAL: &str = "không phải kết quả công nhận";
const REPORTED: &str = "Bản chép chưa đối chiếu với văn bản chính thức";
const DRAFT: &str = "ản mã hóa dự thảo";
const CITY: &str = "vn-ssc examples/vi-du.json --unit X-0001";
const BOTH: &str = "vn-ssc examples/vi-du.json";
const CARRIED: &str = "vn-ssc@2022 vn-ssc@2026 examples/vi-du-2022.json examples/vi-du.json --unit X-00";
const RETROSPECTIVE: &str = "ồi cứu: cấu trúc này chưa có vào thời điểm của phiên bản (vn-ssc@2022-u1)";
const NOT_NEW: &str = "không phải số liệu mới thu thập cho phiên bản này";
const BREAK: &str = "ián đoạn chuỗi số liệu";

fn shown(line: &str, format: &str) -> String {
    let run = dothi(&format!("{line} --as-of {DAY} --lang vi --format {format}"));
    assert_eq!(run.code, 0, "{line}: {}", run.err);
    run.out
}

/// Text of terminals is broken into lines.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn tables() {
    for line in [format!("assess {CITY}"), format!("assess {BOTH}"), format!("gaps {CITY}"), format!("explain {CITY}")] {
        let out = shown(&line, "table");
        assert!(out.lines().next().unwrap().contains(FICTIONAL), "{line}");
        assert!(out.lines().last().unwrap().contains(FICTIONAL), "{line}");
        let out = flat(&out);
        assert!(out.contains(NOT_OFFICIAL), "{line}");
    }
    let out = shown("assess dti-922 examples/dti-922-2022.json", "table");
    assert!(out.contains(REPORTED));
    for line in ["sets", "show dti-922", "show dti-922 awareness", "check criteria/dti-922/2022-u1.json"] {
        assert!(dothi(&format!("{line} --lang vi")).out.contains(REPORTED), "{line}");
    }
}

#[test]
fn markdown() {
    for line in [format!("assess {CITY}"), format!("assess {BOTH}"), format!("gaps {CITY}"), format!("explain {CITY}")] {
        let out = shown(&line, "md");
        assert!(out.lines().next().unwrap().contains(FICTIONAL), "{line}");
        assert!(out.lines().last().unwrap().contains(FICTIONAL), "{line}");
        assert!(out.contains(NOT_OFFICIAL), "{line}");
    }
    for line in ["sets", "show dti-922", "show dti-922 awareness", "check criteria/dti-922/2022-u1.json"] {
        assert!(dothi(&format!("{line} --lang vi --format md")).out.contains(REPORTED), "{line}");
    }
}

#[test]
fn csv_rows() {
    for line in [format!("assess {BOTH}"), format!("gaps {BOTH}")] {
        let out = shown(&line, "csv");
        for row in out.lines().skip(1) {
            assert!(row.contains(FICTIONAL) && row.contains(NOT_OFFICIAL), "{row}");
        }
    }
    for line in ["sets", "show dti-922"] {
        let out = dothi(&format!("{line} --lang vi --format csv")).out;
        let other = out.lines().skip(1).filter(|row| !row.contains(REPORTED) && !row.contains(NOT_OFFICIAL));
        assert_eq!(other.count(), 0, "{line}");
    }
}

#[test]
fn json() {
    for line in [format!("assess {BOTH}"), format!("gaps {BOTH}"), format!("explain {BOTH}")] {
        let all: serde_json::Value = serde_json::from_str(&shown(&line, "json")).unwrap();
        for one in all.as_array().unwrap() {
            let codes: Vec<&str> = one["marks"].as_array().unwrap().iter().map(|m| m["code"].as_str().unwrap()).collect();
            for code in ["fictional", "not_official"] {
                assert!(codes.contains(&code), "{line}: {codes:?}");
            }
        }
    }
}

#[test]
fn units_are_a_transcription_in_every_format() {
    for line in ["units", "units --former 36"] {
        for format in ["table", "md", "csv", "json"] {
            let out = flat(&dothi(&format!("{line} --on {DAY} --lang vi --format {format}")).out);
            assert!(out.contains("ục đơn vị hành chính là bản chép"), "{line} {format}: {out}");
        }
    }
}

#[test]
fn a_level_is_never_bare() {
    for lang in ["vi", "en"] {
        let out = dothi(&format!("assess {BOTH} --as-of {DAY} --lang {lang} --format md")).out;
        for at in out.match_indices("1/3").map(|(at, _)| at) {
            let words = if lang == "vi" {
                ("cấp độ tham khảo ", " (bộ tiêu chí không chính thức")
            } else {
                ("reference level ", " (non-official set")
            };
            assert!(out[..at].ends_with(words.0) && out[at + 3..].starts_with(words.1), "{}", &out[at..]);
        }
    }
}

#[test]
fn another_parameter_is_said() {
    let out = shown(&format!("assess {CITY} --param basic_share_min=0.6"), "table");
    assert!(out.contains("Tham số basic_share_min@1 = 0,6 (mặc định 0,75)"), "{out}");
    assert!(
        shown(&format!("assess {CITY} --param basic_share_min=0.6"), "csv")
            .lines()
            .skip(1)
            .all(|row| row.contains("tham số khác mặc định"))
    );
}

#[test]
fn a_rank_is_only_among_the_places_at_hand() {
    let out = shown("assess dti-922 examples/dti-922-2022.json", "md");
    assert!(out.contains("Thứ hạng trong 5 địa phương này"));
    assert!(!shown(&format!("assess {BOTH}"), "md").to_lowercase().contains("thứ hạng"), "levels are not ranked");
}

#[test]
fn two_editions_and_what_is_carried_say_it_in_every_format() {
    for format in ["table", "md", "csv", "json"] {
        let out = flat(&shown(&format!("carry {CARRIED}"), format));
        for said in [FICTIONAL, NOT_OFFICIAL, RETROSPECTIVE, NOT_NEW, BREAK] {
            assert!(out.contains(said), "carry {format}: {said}");
        }
        let out = flat(&dothi(&format!("diff vn-ssc@2022 vn-ssc@2026 --lang vi --format {format}")).out);
        for said in [NOT_OFFICIAL, RETROSPECTIVE] {
            assert!(out.contains(said), "diff {format}: {said}");
        }
        let out = flat(&dothi(&format!("sets --on 2024-01-01 --lang vi --format {format}")).out);
        for said in [REPORTED, NOT_OFFICIAL, "ồi cứu"] {
            assert!(out.contains(said), "sets --on {format}: {said}");
        }
    }
    for row in shown(&format!("carry {CARRIED}"), "csv").lines().skip(1) {
        assert!(row.contains(FICTIONAL) && row.contains(NOT_NEW) && row.contains(BREAK) && row.contains(RETROSPECTIVE), "{row}");
    }
    for row in dothi("diff vn-ssc@2022 vn-ssc@2026 --lang vi --format csv").out.lines().skip(1) {
        assert!(row.contains(NOT_OFFICIAL) && row.contains(RETROSPECTIVE), "{row}");
    }
}

#[test]
fn a_draft_says_so_in_every_format_and_a_released_set_never_does() {
    let file = std::env::temp_dir().join(format!("dothi-draft-{}.json", std::process::id()));
    let released = std::fs::read_to_string("../../criteria/vn-ssc/2026-u1.json").unwrap();
    let draft = released.replacen("\"stage\": \"released\"", "\"stage\": \"draft\"", 1);
    assert_ne!(draft, released);
    std::fs::write(&file, draft).unwrap();
    let formats = ["table", "md", "json", "csv"];
    for (verb, formats) in [("assess", &formats[..]), ("gaps", &formats), ("explain", &formats[..3])] {
        for &format in formats {
            let of = |set: &str| flat(&shown(&format!("{verb} {set} examples/vi-du.json"), format));
            assert!(of(file.to_str().unwrap()).contains(DRAFT), "{verb} {format}");
            assert!(!of("vn-ssc").contains(DRAFT), "{verb} {format}");
        }
    }
    std::fs::remove_file(&file).unwrap();
}

#[test]
fn exchange_formats() {
    let sdmx = dothi("export --as sdmx-csv examples/vi-du.json --lang vi").out;
    assert!(sdmx.lines().skip(1).all(|row| row.contains(FICTIONAL)));
    for to in ["ngsi-ld", "oscal"] {
        let out = dothi(&format!("export --as {to} {CITY} --as-of {DAY} --lang vi")).out;
        for said in [FICTIONAL, NOT_OFFICIAL, "self_assessed", "verified", "tự đánh giá", "đã thẩm định"] {
            assert!(out.contains(said), "{to}: {said}");
        }
    }
    let out = dothi(&format!("export --as oscal-catalog vn-ssc@2022 --as-of {DAY}")).out;
    for said in [NOT_OFFICIAL, "ồi cứu"] {
        assert!(out.contains(said), "catalog: {said}");
    }
    let out = dothi(&format!("export --as oscal-catalog dti-922 --as-of {DAY}")).out;
    assert!(out.contains(REPORTED));
}
