//! The Word document: a package of well-formed parts with the same content and marks.

use crate::examples::{Case, between, flat};
use dothi::Lang;
use std::io::Read;

fn parts(case: &Case, lang: Lang) -> Vec<(String, String)> {
    let bytes = dothi_report::docx(&case.assess(), lang).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into()).collect();
    names
        .into_iter()
        .map(|name| {
            let mut text = String::new();
            archive.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
            (name, text)
        })
        .collect()
}

fn part<'p>(parts: &'p [(String, String)], name: &str) -> &'p str {
    &parts.iter().find(|(own, _)| own == name).unwrap().1
}

/// The text of a part, a space between paragraphs.
fn text(part: &str) -> String {
    let told = part.replace("</w:p>", " ");
    let mut out = String::new();
    for piece in told.split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    flat(&out)
}

#[test]
fn marks_stand_at_the_top_under_each_chart_and_in_the_foot() {
    for (case, marks) in [
        (Case::fictional(), &["không phải kết quả công nhận", "DỮ LIỆU HƯ CẤU", "vn-ssc@2026-u1"][..]),
        (Case::scored(), &["ản chép chưa đối chiếu với văn bản chính thức", "dti-922@2022-u1"]),
    ] {
        let parts = parts(&case, Lang::Vi);
        let (body, foot) = (text(part(&parts, "word/document.xml")), text(part(&parts, "word/footer1.xml")));
        for mark in marks {
            assert!(foot.contains(mark) && body.contains(mark), "{mark}");
        }
        assert!(foot.contains("tự đánh giá") && foot.contains("số liệu đến 202"));
        assert!(part(&parts, "docProps/core.xml").contains(marks[0]), "in the properties of the file");
        let sections = between(part(&parts, "word/document.xml"), "<w:sectPr>", "</w:sectPr>");
        assert!(sections.len() == 1 && sections[0].contains("headerReference") && sections[0].contains("footerReference"));
    }
}

#[test]
fn the_content_is_that_of_the_page() {
    let case = Case::fictional();
    let parts = parts(&case, Lang::En);
    let body = text(part(&parts, "word/document.xml"));
    for assessment in case.assess() {
        for c in &assessment.self_assessed().criteria {
            assert!(body.contains(&c.criterion.id), "{}", c.criterion.id);
        }
    }
    let page = dothi_report::html(&case.assess(), Lang::En);
    for heading in between(&page, "<h2", "</h2>") {
        let words = heading.split_once('>').unwrap().1;
        assert!(body.contains(&flat(words)), "{words}");
    }
}

#[test]
fn parts_are_balanced_and_tables_add_up() {
    for case in [Case::fictional(), Case::scored()] {
        let parts = parts(&case, Lang::Vi);
        let body = part(&parts, "word/document.xml");
        for tag in ["w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:pPr", "w:rPr", "w:tcPr", "w:body", "w:document"] {
            let opened = body.matches(&format!("<{tag}>")).count() + body.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, body.matches(&format!("</{tag}>")).count(), "{tag}");
        }
        for table in between(body, "<w:tbl>", "</w:tbl>") {
            let grid = table.matches("<w:gridCol ").count();
            for row in between(table, "<w:tr>", "</w:tr>") {
                let spans: usize = between(row, "<w:tcPr>", "</w:tcPr>")
                    .iter()
                    .map(|cell| between(cell, "<w:gridSpan w:val=\"", "\"").first().map_or(1, |n| n.parse().unwrap()))
                    .sum();
                assert_eq!(spans, grid, "every row is as wide as its table");
            }
        }
        assert!(body.contains("<w:tblHeader/>"), "heads of tables are repeated on every page");
        assert!(part(&parts, "word/styles.xml").contains("<w:lang w:val=\"vi-VN\""));
    }
}

#[test]
fn the_same_result_gives_the_same_bytes() {
    let case = Case::fictional();
    assert!(dothi_report::docx(&case.assess(), Lang::Vi).unwrap() == dothi_report::docx(&case.assess(), Lang::Vi).unwrap());
}

#[test]
fn long_labels_have_a_column_they_fit() {
    let widths = |case: &Case| -> Vec<u32> {
        let parts = parts(case, Lang::Vi);
        let table = part(&parts, "word/document.xml")
            .split("<w:tbl>")
            .find(|table| table.contains("ec-ict-ict-2c") || table.contains("i0101"))
            .unwrap();
        between(table, "<w:gridCol w:w=\"", "\"").iter().map(|w| w.parse().unwrap()).collect()
    };
    let (long, short) =
        (widths(&Case::of_file("u4ssc@2017", "vi-du-u4ssc", None)), widths(&Case::of_file("tt01@2018", "vi-du-tt01", None).only("X-1006")));
    assert!(long[0] > short[0], "{long:?} against {short:?}");
}
