//! Every language-neutral case as a report: sets and data of every kind, also of kinds that came after this crate.

use crate::examples::between;
use dothi::{AssessOptions, CityFile, CriteriaSet, Date, Dec, Lang};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("sets") {
            files(&path, out);
        } else if path.extension().is_some_and(|e| e == "json") {
            out.push(path);
        }
    }
}

/// At most so many cases of a file by hand, and of a generated one, whose cases are much alike.
const OF_EACH: [usize; 2] = [12, 1];

#[test]
fn every_kind_of_result_makes_a_report() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let mut all = Vec::new();
    files(&root, &mut all);
    all.sort();
    let (mut made, mut sets) = (0, BTreeMap::new());
    for path in all {
        let file: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let named = file["set"].as_str().unwrap();
        let set = sets.entry(named.to_string()).or_insert_with(|| match named.contains('@') {
            true => dothi::builtin::load(named).unwrap(),
            false => CriteriaSet::from_json(&fs::read(root.join("sets").join(named.rsplit('/').next().unwrap())).unwrap()).unwrap(),
        });
        let mut options = AssessOptions::new(Date::parse(file["as_of"].as_str().unwrap()).unwrap());
        if let Some(scheme) = file["scheme"].as_str() {
            options = options.with_scheme(scheme);
        }
        let most = OF_EACH[usize::from(path.parent() != Some(root.as_path()))];
        for case in file["cases"].as_array().unwrap().iter().take(most) {
            let mut city = json!({"unit": case.get("unit").unwrap_or(&file["unit"]), "observations": []});
            for key in ["observations", "evidence", "not_applicable", "references", "published"] {
                if let Some(value) = case.get(key) {
                    city[key] = value.clone();
                }
            }
            let mut options = options.clone();
            for parameter in case["parameters"].as_array().into_iter().flatten() {
                let value = Dec::parse(parameter["value"].as_str().unwrap_or_default()).unwrap_or(Dec::ONE);
                let level = parameter["level"].as_u64().map(|level| u32::try_from(level).unwrap());
                options = options.with_parameter(parameter["id"].as_str().unwrap(), level, value);
            }
            let Ok((loaded, _)) = CityFile::from_json(json!({"format": 1, "cities": [city]}).to_string().as_bytes()) else { continue };
            let Ok(assessment) = set.assess(&loaded.cities[0], &options) else { continue };
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
        }
    }
    assert!(made > 40, "only {made} reports");
}
