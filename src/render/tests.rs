//! Pages of every embedded set: nothing of the file is left out, every link leads somewhere, every table is whole.

use crate::builtin;
use crate::criteria::{CriteriaSet, Method};
use crate::render::markdown::plain;
use crate::{Lang, sources_index};
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

fn sets() -> Vec<CriteriaSet> {
    builtin::FILES.iter().map(|file| builtin::load(&file.id()).unwrap()).collect()
}

#[test]
fn everything_in_the_file_is_on_its_page() {
    for set in sets() {
        for lang in [Lang::Vi, Lang::En] {
            let page = set.page(lang);
            let mut expected: Vec<String> = Vec::from([set.id()]);
            let header = set.header();
            let texts = header.missing_parts.iter().chain(&header.notes).chain(&header.not_official);
            expected.extend(texts.map(|text| plain(text.get(lang))));
            for source in &header.sources {
                expected.extend([source.id.clone(), plain(source.title.get(lang))]);
                expected.extend(source.url.clone());
                expected.extend(source.note.as_deref().map(plain));
            }
            expected.extend(header.rules.iter().filter_map(|rule| rule.note.as_deref()).map(plain));
            for criterion in set.criteria() {
                expected.push(format!("{} {}", criterion.label, plain(criterion.title.get(lang))));
                expected.extend(criterion.question.as_ref().map(|text| plain(text.get(lang))));
                expected.extend(criterion.evidence.as_ref().map(|rule| plain(rule.asked.get(lang))));
                expected.extend(criterion.note.as_deref().map(plain));
                expected.extend(criterion.related.iter().cloned());
                let thresholds = criterion.judge.iter().flat_map(|judgement| judgement.method.thresholds());
                for threshold in thresholds {
                    expected.extend(threshold.figure.clone());
                    expected.extend(threshold.cites.iter().map(|cite| plain(&cite.clause)));
                    expected.extend(threshold.note.as_deref().map(plain));
                    expected.extend(threshold.variants.iter().filter_map(|variant| variant.note.as_deref()).map(plain));
                }
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
