//! Every language-neutral case as a report: sets and data of every kind, also of kinds that came after this crate.

use crate::examples::between;
use dothi::{CityFile, Lang};
use std::path::Path;

#[path = "../../../../tests/support/cases.rs"]
mod read;

/// At most so many cases of a file by hand, and of a generated one, whose cases are much alike.
const OF_EACH: [usize; 2] = [12, 1];

#[test]
fn every_kind_of_result_makes_a_report() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let by_hand = repository.join("tests/cases");
    let mut made = 0;
    read::each_case(&repository, |(path, set, at, case, data, options)| {
        if at >= OF_EACH[usize::from(path.parent() != Some(by_hand.as_path()))] {
            return;
        }
        let Ok((loaded, _)) = CityFile::from_json(data.to_string().as_bytes()) else { return };
        let Ok(assessment) = set.assess(&loaded.cities[0], &options) else { return };
        let whole = format!("{} – {}", path.display(), case["name"]);
        for lang in [Lang::Vi, Lang::En] {
            let page = dothi_report::html(std::slice::from_ref(&assessment), lang);
            assert!(page.ends_with("</html>\n") && !page.contains("NaN"), "{whole}");
            assert!(assessment.self_assessed().criteria.iter().all(|c| page.contains(&c.criterion.id)), "{whole}");
            assert!(!between(&page, "<p class=\"statement\">", "</p>").contains(&""), "a result without a statement: {whole}");
            for mark in assessment.set().header().marks() {
                let text = mark.text.get(lang).trim_end_matches('.').replace('\'', "&#39;").to_lowercase();
                assert!(between(&page, "<desc", "</desc>").iter().all(|d| d.to_lowercase().contains(&text)), "{whole}");
            }
        }
        #[cfg(feature = "docx")]
        assert!(dothi_report::docx(std::slice::from_ref(&assessment), Lang::Vi).is_ok(), "{whole}");
        made += 1;
    });
    assert!(made > 40, "only {made} reports");
}
