//! Names and texts of strangers stay text.

use crate::examples::{Case, between};
use dothi::Lang;
use dothi_report::{Charts, chart::Size};

const BAD: &str = "</title></style></svg><script>alert(1)</script><img src=x onerror=alert(2)>\\\"'&amp;]]>";

/// The fictional city with hostile text wherever a stranger may write.
fn case() -> Case {
    let mut city: serde_json::Value = serde_json::from_slice(include_bytes!("../../../../examples/vi-du.json")).unwrap();
    for place in city["cities"].as_array_mut().unwrap() {
        place["unit"]["name"] = serde_json::json!({"vi": BAD, "en": BAD});
        place["unit"]["code"] = BAD.into();
        place["prepared_by"] = BAD.into();
        place["notes"] = serde_json::json!([{"vi": BAD, "en": BAD}]);
        for document in place["evidence"].as_array_mut().unwrap() {
            document["summary"] = BAD.into();
            document["number"] = BAD.into();
            document["issuer"] = BAD.into();
            document["pages"] = BAD.into();
            document["url"] = "javascript:alert(3)".into();
        }
        for claim in place["not_applicable"].as_array_mut().unwrap() {
            claim["reason"] = BAD.into();
        }
    }
    let second = city["cities"][1]["unit"]["code"].as_str().unwrap().to_string() + "2";
    city["cities"][1]["unit"]["code"] = second.into();
    Case::new("vn-ssc@2026", city.to_string().as_bytes())
}

#[test]
fn a_page_runs_nothing_of_it() {
    let case = case();
    for count in [1, 2] {
        let page = dothi_report::html(&case.assess()[..count], Lang::Vi);
        let lower = page.to_lowercase();
        for bad in ["<script", "<img", "href=\"javascript", "onerror=alert(2)>"] {
            assert!(!lower.contains(bad), "{bad}");
        }
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "it is shown as it was given");
        assert_eq!(page.matches("<title>").count(), 1);
        assert_eq!(page.matches("</style>").count(), 1, "no style sheet but the page's own");
        let styles = between(&page, "<style>", "</style>");
        assert!(styles.iter().all(|rules| !rules.contains("alert")), "nothing of the data is in a style sheet");
        assert!(!between(&page, " style=\"", "\"").iter().any(|rules| !rules.starts_with("width:")));
    }
}

#[test]
fn a_chart_holds_it_as_text() {
    let case = case();
    for assessment in case.assess() {
        for chart in Charts::new(&assessment, Lang::En).all() {
            let svg = chart.to_svg(Size::Wide);
            assert!(!svg.contains("<script") && !svg.contains("<img"));
            // Well formed: every `<` begins a known element.
            for tag in between(&svg, "<", ">") {
                let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
                let known = ["svg", "title", "desc", "style", "defs", "pattern", "path", "rect", "text", "line"];
                assert!(known.contains(&name), "{name}");
            }
        }
    }
    let hostile = dothi_report::chart::Frame::new(BAD, BAD, Lang::En);
    let strip = dothi_report::chart::Strip::new(hostile, []);
    let svg = dothi_report::chart::Chart::from(strip).to_inline_svg(Size::Narrow, "\"><script>x");
    assert!(!svg.contains("<script") && svg.contains("id=\"dc-scriptx-title\""));
}

#[test]
fn a_name_without_end_is_cut_in_pictures_and_takes_no_time() {
    let mut city: serde_json::Value = serde_json::from_slice(include_bytes!("../../../../examples/dti-922-2022.json")).unwrap();
    for place in city["cities"].as_array_mut().unwrap() {
        place["unit"]["name"] = serde_json::json!({"vi": "W".repeat(20_000)});
    }
    let case = Case::new("dti-922", city.to_string().as_bytes());
    let page = dothi_report::html(&case.assess(), Lang::Vi);
    // Descriptions hold the whole name; what is drawn is short.
    let longest = between(&page, "<text", "</text>").iter().map(|text| text.len()).max().unwrap();
    assert!(longest < 400, "{longest}");
}
