//! What must hold of every page, whatever it says.

use crate::examples::{Case, between, flat};
use dothi::{AssessOptions, Dec, Lang};
use dothi_report::html;

const NOT_OFFICIAL: &str = "không phải kết quả công nhận";
const FICTIONAL: &str = "DỮ LIỆU HƯ CẤU";
const REPORTED: &str = "ản chép chưa đối chiếu với văn bản chính thức";

/// The text a reader sees: without markup, styles and descriptions of pictures.
pub fn visible(page: &str) -> String {
    let mut out = page.to_string();
    for (open, close) in [("<style>", "</style>"), ("<desc", "</desc>"), ("<title", "</title>")] {
        while let Some((before, rest)) = out.clone().split_once(open) {
            out = format!("{before} {}", rest.split_once(close).unwrap().1);
        }
    }
    let mut text = String::new();
    for part in out.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        text.push(' ');
    }
    let text = text.replace("&#39;", "'").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    flat(&text)
}

#[test]
fn marks_stand_in_the_text_in_every_chart_and_on_every_printed_page() {
    for (case, marks) in
        [(Case::fictional(), &[NOT_OFFICIAL, FICTIONAL, "vn-ssc@2026-u1"][..]), (Case::scored(), &[REPORTED, "dti-922@2022-u1"])]
    {
        let page = html(&case.assess(), Lang::Vi);
        let seen = visible(&page);
        let (box_of_marks, descriptions) = (between(&page, "<aside class=\"marks\"", "</aside>"), between(&page, "<desc", "</desc>"));
        let feet = between(&page, "<div class=\"run-foot\" aria-hidden=\"true\">", "</div>");
        assert_eq!(feet.len(), 1);
        assert!(descriptions.len() >= 2 * case.file.cities.len());
        assert_eq!(box_of_marks.len(), 1 + case.file.cities.len());
        let pictures = between(&page, "<svg", "</svg>");
        for mark in marks {
            assert!(seen.contains(mark) && feet[0].contains(mark), "{mark}");
            assert!(descriptions.iter().all(|d| d.contains(mark)), "{mark}");
            assert!(pictures.iter().all(|svg| flat(&visible(&format!("<svg{svg}"))).contains(mark)), "visible in each picture: {mark}");
        }
        let (state, dates) = ("tự đánh giá", ["ngày đánh giá 21/11/2026", "số liệu đến 202"]);
        assert!(feet[0].contains(state) && dates.iter().all(|date| feet[0].contains(date)), "{}", feet[0]);
        assert!(page.contains("position:fixed") && page.contains("@page{size:A4"));
    }
}

#[test]
fn a_level_never_stands_bare() {
    let case = Case::fictional();
    for (lang, before, after) in
        [(Lang::Vi, "ấp độ tham khảo ", " (bộ tiêu chí không chính thức"), (Lang::En, "eference level ", " (non-official set")]
    {
        let seen = visible(&html(&case.assess()[..1], lang));
        // Shares of groups look alike; a level is said where the statement is.
        let said: Vec<usize> = seen.match_indices(before).map(|(at, text)| at + text.len()).collect();
        let stated: Vec<&usize> = said.iter().filter(|at| seen[**at..].starts_with(|c: char| c.is_ascii_digit())).collect();
        assert!(stated.len() >= 3, "self-assessed, verified, plan");
        assert!(stated.iter().all(|at| seen[**at + 3..].starts_with(after)), "{lang:?}");
    }
    let scored = visible(&html(&Case::scored().assess()[..1], Lang::Vi));
    assert!(scored.contains("Điểm 0,800175 (bản chép chưa đối chiếu với văn bản chính thức)"));
}

#[test]
fn every_criterion_outcome_and_document_is_there() {
    for case in [Case::fictional(), Case::scored()] {
        for lang in [Lang::Vi, Lang::En] {
            for assessment in case.assess() {
                let seen = visible(&html(std::slice::from_ref(&assessment), lang));
                for c in &assessment.self_assessed().criteria {
                    assert!(seen.contains(&c.criterion.id) && seen.contains(&flat(c.criterion.title.get(lang))), "{}", c.criterion.id);
                    assert!(seen.contains(c.outcome.label(lang)) || c.reason.is_none(), "{}", c.criterion.id);
                }
                for document in &assessment.city().evidence {
                    assert!(seen.contains(&flat(&document.summary)));
                }
                for (outcome, _) in assessment.verified().map(|v| v.summary().outcomes).unwrap_or_default() {
                    assert!(seen.contains(outcome.label(lang)));
                }
            }
        }
    }
}

#[test]
fn nothing_is_loaded_and_nothing_runs() {
    for case in [Case::fictional(), Case::scored()] {
        let page = html(&case.assess(), Lang::Vi);
        assert!(page.contains(
            "content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\""
        ));
        for loads in [
            "<script",
            "<link",
            "<img",
            "<iframe",
            "<object",
            "<embed",
            "<form",
            "src=",
            "srcset=",
            "@import",
            "url(http",
            "javascript:",
            " onload",
            " onclick",
            "<base",
        ] {
            assert!(!page.to_lowercase().contains(loads), "{loads}");
        }
        // An address is there to be read, or followed from a source of the set; the name of SVG is no address.
        for quoted in between(&page, "=\"http", "\"") {
            assert!(
                quoted == "://www.w3.org/2000/svg" || case.set.header().sources.iter().any(|s| s.url == Some(format!("http{quoted}"))),
                "{quoted}"
            );
        }
        assert!(between(&page, "url(", ")").iter().all(|to| to.starts_with("#dc-")), "only patterns of the page itself");
    }
}

#[test]
fn ids_are_unique_and_every_link_leads_somewhere() {
    for case in [Case::fictional(), Case::scored()] {
        let page = html(&case.assess(), Lang::En);
        let mut ids = between(&page, " id=\"", "\"");
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "ids are used once");
        for link in between(&page, "href=\"#", "\"").into_iter().chain(between(&page, "url(#", ")")) {
            assert!(ids.binary_search(&link).is_ok(), "{link}");
        }
        for named in between(&page, "aria-labelledby=\"", "\"").iter().flat_map(|names| names.split(' ')) {
            assert!(ids.binary_search(&named).is_ok(), "{named}");
        }
    }
}

#[test]
fn tags_are_closed_and_tables_have_heads() {
    for case in [Case::fictional(), Case::scored()] {
        let page = html(&case.assess(), Lang::Vi);
        for tag in [
            "html", "head", "body", "main", "section", "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li", "div", "svg",
            "p", "dl", "figure",
        ] {
            let opened = page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
        }
        assert!(between(&page, "<table", "</table>").iter().all(|t| t.contains("<caption") && t.contains("scope=\"col\"")));
        assert!(page.contains("<html lang=\"vi\">") && page.contains("<meta charset=\"utf-8\">"));
        assert_eq!(page.matches("<h1>").count(), case.file.cities.len() + 2);
    }
}

#[test]
fn the_same_result_gives_the_same_bytes() {
    let case = Case::fictional();
    assert_eq!(html(&case.assess(), Lang::Vi), html(&case.assess(), Lang::Vi));
    assert_ne!(html(&case.assess(), Lang::Vi), html(&case.assess(), Lang::En));
}

#[test]
fn another_parameter_is_said_at_the_top_and_on_every_page() {
    let mut case = Case::fictional();
    case.options = AssessOptions::new(case.options.as_of).with_parameter("basic_share_min", Some(2), Dec::parse("0.5").unwrap());
    let page = html(&case.assess()[..1], Lang::Vi);
    assert!(page.contains("Tham số basic_share_min@2 = 0,5 (mặc định 0,75)."));
    assert!(between(&page, "<div class=\"run-foot\" aria-hidden=\"true\">", "</div>")[0].contains("tham số khác mặc định"));
}

#[test]
fn several_places_are_compared_first_and_levels_are_not_ranked() {
    let levels = visible(&html(&Case::fictional().assess(), Lang::Vi));
    assert!(levels.contains("Cấp độ không được xếp hạng") && !levels.contains("Thứ hạng trong"));
    assert!(levels.contains("Các địa phương khác loại không so được với nhau"));
    assert!(levels.contains("cách hiểu của bộ tiêu chí này (Thành phố Ví Dụ)"), "a mark of one place names it");
    let scores = visible(&html(&Case::scored().assess(), Lang::Vi));
    assert!(scores.contains("Thứ hạng trong 5 địa phương này") && scores.contains("không phải thứ hạng toàn quốc"));
    assert!(scores.find("So sánh 5 địa phương").unwrap() < scores.find("1. Kết quả").unwrap());
}

#[test]
fn a_report_of_no_place_is_a_page_without_parts() {
    let page = html(&[], Lang::Vi);
    assert!(page.ends_with("</html>\n") && !page.contains("<section"));
}

#[test]
fn the_digest_of_each_place_stands_in_the_report() {
    for case in [Case::fictional(), Case::scored()] {
        let seen = visible(&html(&case.assess(), Lang::Vi));
        for city in &case.file.cities {
            let line = format!("): {}", city.data_digest());
            assert!(seen.contains(&line), "{line}");
        }
    }
}
