//! Workbooks that are broken on purpose: a finding, no panic, bounded time and memory.

use crate::books::{BOOK, RELATIONS, by_hand, found, plain, sheet, told, zip};
use dothi::{Lang, UnitKind, builtin};
use dothi_spreadsheet::{ReadOptions, read, template};
use proptest::prelude::*;
use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// Far above what a debug build takes on a slow machine.
const PATIENCE: Duration = Duration::from_secs(60);

fn codes(bytes: &[u8]) -> Vec<String> {
    let start = Instant::now();
    let found = told(&found(bytes));
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    found
}

const TOO_LARGE: [&str; 1] = ["toàn tệp: xlsx.too_large"];
const BROKEN: [&str; 1] = ["toàn tệp: xlsx.broken_part"];

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = "0".repeat(1 << 20);
    let mut out = ::zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..120 {
        out.start_file(format!("xl/media/{at}.bin"), ::zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(zeros.as_bytes()).unwrap();
    }
    let bytes = out.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20);
    assert_eq!(codes(&bytes), TOO_LARGE);
    let names: Vec<String> = (0..2_001).map(|at| format!("{at}.bin")).collect();
    let many: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert_eq!(codes(&zip(&many)), TOO_LARGE);
    assert_eq!(codes(&[b"PK\x03\x04".to_vec(), vec![0; 33 << 20]].concat()), ["toàn tệp: input.too_large"]);
}

#[test]
fn declared_sizes_are_not_believed() {
    let strings = r#"<sst count="9" uniqueCount="18446744073709551615"><si><t>x</t></si></sst>"#;
    assert_eq!(codes(&by_hand(&sheet(&[&["x"]], "", ""), &[("xl/sharedStrings.xml", strings)])), TOO_LARGE);
    let negative = r#"<sst uniqueCount="-1"></sst>"#;
    assert_eq!(codes(&by_hand(&sheet(&[&["x"]], "", ""), &[("xl/sharedStrings.xml", negative)])), TOO_LARGE);
    let font = format!(r#"<styleSheet><fonts><font><name val="{}"/></font></fonts></styleSheet>"#, "x".repeat(2_000));
    assert_eq!(codes(&by_hand(&sheet(&[&["x"]], "", ""), &[("xl/styles.xml", &font)])), TOO_LARGE);
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(400_001));
    assert_eq!(codes(&by_hand(&sheet(&[&["x"]], "", ""), &[("xl/styles.xml", &styles)])), TOO_LARGE);
    // Declared to be enormous, yet with three cells.
    let far = r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#;
    assert_eq!(codes(&by_hand(far, &[])), ["trang tính S: xlsx.unknown_sheet", "toàn tệp: xlsx.no_table"]);
}

#[test]
fn a_part_may_not_declare_another_encoding() {
    let declared = |encoding: &str| {
        let sheet = sheet(&[&["x"]], "", "");
        codes(&by_hand(&format!(r#"<?xml version="1.0" encoding="{encoding}"?>{sheet}"#), &[]))
    };
    for encoding in ["gbk", "windows-1258", "UTF-16", "x-unknown"] {
        assert_eq!(declared(encoding), BROKEN, "{encoding}");
    }
    for encoding in ["UTF-8", "utf-8"] {
        assert_ne!(declared(encoding), BROKEN, "{encoding}");
    }
}

#[test]
fn masses_are_refused() {
    let cells = format!("<worksheet><sheetData><row>{}</row></sheetData></worksheet>", "<c/>".repeat(1_500_001));
    assert_eq!(codes(&by_hand(&cells, &[])), TOO_LARGE);
    let merged = format!("<worksheet><sheetData/><mergeCells>{}</mergeCells></worksheet>", "<mergeCell ref=\"A1:B2\"/>".repeat(200_001));
    assert_eq!(codes(&by_hand(&merged, &[])), TOO_LARGE);
    let nested = format!("<worksheet>{}{}</worksheet>", "<a>".repeat(100_000), "</a>".repeat(100_000));
    assert_eq!(codes(&by_hand(&nested, &[])), TOO_LARGE);
    let attributes: String = (0..300).map(|n| format!(" a{n}=\"\"")).collect();
    assert_eq!(codes(&by_hand(&format!("<worksheet><sheetData{attributes}/></worksheet>"), &[])), TOO_LARGE);
    let sheets = format!("<workbook><sheets>{}</sheets></workbook>", "<sheet name=\"a\"/>".repeat(501));
    assert_eq!(codes(&by_hand("<worksheet/>", &[("xl/workbook.xml", &sheets)])), TOO_LARGE);
}

#[test]
fn one_row_does_not_become_millions() {
    let many = "a//value; ".repeat(3_000);
    let rows: Vec<Vec<&str>> = (0..100).map(|_| vec!["5", many.as_str()]).collect();
    let mut all: Vec<&[&str]> = vec![&["value", "uses"]];
    all.extend(rows.iter().map(Vec::as_slice));
    assert!(codes(&by_hand(&sheet(&all, "", ""), &[])).contains(&TOO_LARGE[0].to_string()));
    let same: Vec<Vec<&str>> = (0..5_000).map(|_| vec!["a", "", "5"]).collect();
    let mut all: Vec<&[&str]> =
        vec![&["item", "role", "value"], &["unit", "code", "01"], &["unit", "name_vi", "T"], &["unit", "kind", "province"]];
    all.extend(same.iter().map(Vec::as_slice));
    assert_eq!(codes(&by_hand(&sheet(&all, "", ""), &[])), Vec::<String>::new());
}

#[test]
fn broken_xml_and_impossible_names_are_refused() {
    for bad in [
        "",
        "<worksheet",
        "<worksheet><sheetData></worksheet>",
        "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet><sheetData/></worksheet>",
        r#"<worksheet><dimension ref="B5:A1"/><sheetData/></worksheet>"#,
        r#"<worksheet><sheetData><row r="0"/></sheetData></worksheet>"#,
        r#"<worksheet><sheetData><row r="99999999999"/></sheetData></worksheet>"#,
        r#"<worksheet><sheetData><row><c r="ZZZZZZZZZZ1"/></row></sheetData></worksheet>"#,
        r#"<worksheet><sheetData><row><c r="A"/></row></sheetData></worksheet>"#,
        r#"<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>"#,
        r#"<worksheet><sheetData><row><c><f t="shared" si="99999999999999999999" ref="Z9:A1">x</f></c></row></sheetData></worksheet>"#,
        r#"<worksheet><sheetData><row><c t="zzz"><v>7</v></c></row></sheetData></worksheet>"#,
    ] {
        let found = codes(&by_hand(bad, &[]));
        assert!(found == BROKEN || found == ["toàn tệp: xlsx.no_table"], "{bad}: {found:?}");
    }
    assert_eq!(
        codes(&by_hand("<worksheet/>", &[("xl/workbook.xml", BOOK), ("_rels/.rels", RELATIONS), ("x.xml", "<a>\u{0}</b>")])),
        BROKEN
    );
    assert_eq!(codes(&by_hand("<chartsheet/>", &[])), BROKEN);
    assert_eq!(codes(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), ["toàn tệp: xlsx.not_a_workbook"]);
}

/// The parts of a workbook of ours.
static PARTS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let set = builtin::load("dti-922").unwrap();
    let bytes = template(&set, UnitKind::Province, Lang::Vi).unwrap();
    let mut zip = ::zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut entry = zip.by_index(at).unwrap();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            (entry.name().unwrap().into_owned(), content)
        })
        .collect()
});

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut out = ::zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let plain = ::zip::write::SimpleFileOptions::default().compression_method(::zip::CompressionMethod::Stored);
        out.start_file(name.as_str(), plain).unwrap();
        out.write_all(content).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// What a stranger may put in place of a piece of XML.
const PIECES: [&str; 16] = [
    "",
    "\"",
    "<",
    ">",
    "</c>",
    "<v>",
    "A1:A0",
    "-1",
    "99999999999999999999",
    "ZZZZZZ1",
    "\u{0}",
    "&#0;",
    "&x;",
    "_x0000_",
    "r=\"B2\"",
    " t=\"s\"",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), head in 0..3_usize) {
        let start: &[u8] = [&b"PK\x03\x04"[..], b"PK\x05\x06", b"\xD0\xCF\x11\xE0"][head];
        let _ = read(&[start, &bytes].concat(), &ReadOptions::default());
    }

    #[test]
    fn no_change_of_a_part_makes_it_panic(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..24_usize, 0..PIECES.len()), 1..4)) {
        let mut parts = PARTS.clone();
        for (part, at, length, piece) in changes {
            let part = part.index(parts.len());
            let content = &mut parts[part].1;
            let at = at.index(content.len() + 1);
            let end = (at + length).min(content.len());
            content.splice(at..end, PIECES[piece].bytes());
        }
        let _ = read(&packed(&parts), &ReadOptions::default());
    }

    #[test]
    fn no_change_of_a_byte_makes_it_panic(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = plain(|s| drop(s.write(4, 0, "a")));
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read(&bytes, &ReadOptions::default());
    }
}
