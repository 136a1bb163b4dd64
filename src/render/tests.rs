//! Pages of every embedded set and of one that uses every word: nothing of the file is left out, every link leads somewhere, every table is whole.

use crate::builtin;
use crate::criteria::{CriteriaSet, Method};
use crate::number::Dec;
use crate::render::markdown::plain;
use crate::{Lang, sources_index};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use serde_json::Value;

fn sets() -> Vec<CriteriaSet> {
    let words = CriteriaSet::from_json(include_bytes!("../../tests/cases/sets/words-all.json")).unwrap();
    let means = CriteriaSet::from_json(include_bytes!("../../tests/cases/sets/means.json")).unwrap();
    builtin::FILES.iter().map(|file| builtin::load(&file.id()).unwrap()).chain([words, means]).collect()
}

/// Every text, clause, remark and number of the file that people have to see. What a yes/no question or a ladder calls its one input
/// is not among it.
fn said(value: &Value, lang: Lang, out: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            let own = value.get(if lang == Lang::Vi { "vi" } else { "en" });
            if let Some(text) = own.and_then(Value::as_str) {
                out.insert(plain(text));
            }
            let asks_itself = value.get("type").is_some_and(|kind| kind != "number");
            for (key, inner) in members {
                match (key.as_str(), inner.as_str()) {
                    ("clause" | "note" | "url" | "number", Some(text)) => drop(out.insert(plain(text))),
                    (
                        "minimum" | "maximum" | "points_min" | "points_max" | "points" | "at_least" | "target" | "low" | "high" | "factor"
                        | "exponent",
                        Some(number),
                    ) => {
                        let number = Dec::parse(number).unwrap();
                        out.insert(if lang == Lang::Vi { number.to_vi() } else { number.to_en() });
                    }
                    ("inputs", _) if asks_itself => {}
                    _ => said(inner, lang, out),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| said(item, lang, out)),
        _ => {}
    }
}

#[test]
fn every_text_clause_remark_and_number_is_on_the_page() {
    for set in sets() {
        let file: Value = serde_json::from_str(&set.to_json()).unwrap();
        for lang in [Lang::Vi, Lang::En] {
            let page = set.page(lang);
            let mut expected = BTreeSet::new();
            said(&file, lang, &mut expected);
            let missing: Vec<&String> = expected.iter().filter(|text| !page.contains(*text)).collect();
            assert!(missing.is_empty(), "{} {lang:?}: {missing:?}", set.id());
        }
    }
}

#[test]
fn every_id_label_tag_and_mark_is_on_the_page() {
    for set in sets() {
        for lang in [Lang::Vi, Lang::En] {
            let page = set.page(lang);
            let mut expected: Vec<String> = Vec::from([set.id()]);
            expected.extend(set.header().sources.iter().map(|source| source.id.clone()));
            for criterion in set.criteria() {
                expected.extend([criterion.id.clone(), plain(&criterion.label)]);
                expected.extend(criterion.related.iter().cloned());
                expected.extend(criterion.provenance.iter().map(|p| format!("`{}`", p.from)));
                expected.extend(criterion.direction_basis.map(|_| if lang == Lang::Vi { "suy luận" } else { "inferred" }.into()));
                let thresholds = criterion.judge.iter().flat_map(|judgement| judgement.method.thresholds());
                expected.extend(thresholds.filter_map(|t| t.figure.clone()));
            }
            for text in expected {
                assert!(page.contains(&text), "{} {lang:?}: {text}", set.id());
            }
        }
    }
}

#[test]
fn every_link_inside_a_page_leads_somewhere() {
    for set in sets() {
        for lang in [Lang::Vi, Lang::En] {
            let page = set.page(lang);
            let anchors: Vec<&str> = page.split("<a id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let unique: BTreeSet<&str> = anchors.iter().copied().collect();
            assert_eq!(unique.len(), anchors.len(), "anchors are unique");
            for target in page.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
                assert!(unique.contains(target), "{target}");
            }
        }
    }
}

#[test]
fn every_row_of_a_table_has_the_cells_of_its_header() {
    for set in sets() {
        let page = set.page(Lang::Vi);
        let mut width = None;
        for line in page.lines() {
            let cells = line.replace("\\|", "").matches('|').count();
            width = if line.starts_with('|') { width.or(Some(cells)) } else { None };
            assert_eq!(width.unwrap_or(0), if line.starts_with('|') { cells } else { 0 }, "{line}");
        }
    }
}

#[test]
fn a_page_speaks_its_language_and_marks_the_rest() {
    for set in sets() {
        let page = set.page(Lang::Vi);
        for criterion in set.criteria() {
            let note = criterion.note.as_deref().map(|note| format!("{} (ghi chú tiếng Anh)", plain(note)));
            assert!(note.is_none_or(|note| page.contains(&note)), "{}", criterion.id);
            for judgement in &criterion.judge {
                if let Method::Survey { z, .. } = &judgement.method {
                    assert!(page.contains(&z.to_vi()));
                }
            }
        }
        assert!(!set.page(Lang::En).contains("ghi chú"), "{}", set.id());
    }
}

#[test]
fn the_index_lists_a_source_once_for_each_description() {
    let set = builtin::load("dti-922").unwrap();
    let same = sources_index(&[set.clone(), set.clone()]);
    assert_eq!(same.matches("\"dti-922@2022-u1\"").count(), 1);
    let other =
        set.to_json().replace("Nine main indices from two sources that agree", "Changed").replace("\"revision\": 1", "\"revision\": 2");
    let other = CriteriaSet::from_json(other.as_bytes()).unwrap();
    let index = sources_index(&[other, set]);
    let used: Vec<&str> = index.lines().map(str::trim).filter(|line| line.starts_with("\"dti-922@")).collect();
    assert_eq!(used, ["\"dti-922@2022-u2\"", "\"dti-922@2022-u1\""]);
}
