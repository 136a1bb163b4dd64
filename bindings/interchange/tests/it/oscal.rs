//! OSCAL documents: references that lead somewhere, the same bytes always, marks, both states. Whether the models accept them is
//! checked by `check_oscal.py` with those that compliance-trestle ships.

use crate::golden;
use crate::support::{DAY, all, assess, hostile, judged, no_bare_level};
use dothi::{Date, Outcome, builtin};
use dothi_interchange::oscal::{assessment_results, catalog};
use serde_json::Value;
use std::collections::BTreeSet;

fn day() -> Date {
    Date::parse(DAY).unwrap()
}

/// Every value below one, with its key.
fn walk<'v>(value: &'v Value, see: &mut dyn FnMut(&str, &'v Value)) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, member)| {
            see(key, member);
            walk(member, see);
        }),
        Value::Array(items) => items.iter().for_each(|item| walk(item, see)),
        _ => {}
    }
}

/// Rules of OSCAL that its schema does not tell: identifiers are unique and references lead somewhere.
fn faults(document: &Value) -> Vec<String> {
    let (mut uuids, mut tokens, mut out) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    walk(document, &mut |key, value| {
        let text = value.as_str().unwrap_or_default();
        match key {
            "uuid" if !uuids.insert(text) => out.push(format!("{text} twice")),
            "id" if !tokens.insert(text) => out.push(format!("{text} twice")),
            _ => {}
        }
        if value.as_array().is_some_and(Vec::is_empty) || value.is_null() || value.as_str() == Some("") {
            out.push(format!("{key} is empty"));
        }
        if ["title", "value", "text"].contains(&key) && text.contains('\n') {
            out.push(format!("{key} has several lines"));
        }
    });
    walk(document, &mut |key, value| {
        let text = value.as_str().unwrap_or_default();
        let known = match key {
            "href" => text.strip_prefix('#').is_none_or(|uuid| uuids.contains(uuid)),
            "observation-uuid" | "subject-uuid" => uuids.contains(text),
            _ => true,
        };
        if !known {
            out.push(format!("{key} {text} leads nowhere"));
        }
    });
    out
}

fn prop<'v>(of: &'v Value, name: &str) -> Option<&'v str> {
    of["props"].as_array()?.iter().find(|prop| prop["name"] == name).map(|prop| prop["value"].as_str().unwrap())
}

fn marks(of: &Value) -> Vec<&str> {
    let props = of["props"].as_array().map(Vec::as_slice).unwrap_or_default();
    props.iter().filter(|prop| prop["name"] == "mark").map(|prop| prop["value"].as_str().unwrap()).collect()
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn results_and_catalog_of_the_fictional_city() {
    // The nodes' first, and the first of each outcome: all of it would be more than a megabyte.
    let mut document = judged("vn-ssc", "vi-du.json", "X-0001", |assessment| parse(&assessment_results(&assessment)));
    for result in document["assessment-results"]["results"].as_array_mut().unwrap() {
        for list in ["observations", "findings"] {
            let mut seen = BTreeSet::new();
            result[list].as_array_mut().unwrap().retain(|one| seen.insert(prop(one, "outcome").map(String::from)));
        }
    }
    golden::check("vi-du.oscal.json", &format!("{document:#}\n"));
    let set = builtin::load("dti-922").unwrap();
    golden::check("dti-922.catalog.json", &catalog(&set, &set.schemes()[0], day()));
}

#[test]
fn every_reference_leads_somewhere_and_the_bytes_are_always_the_same() {
    all(|assessment| {
        let text = assessment_results(&assessment);
        assert_eq!(text, assessment_results(&assessment));
        let document = parse(&text);
        assert_eq!(faults(&document), Vec::<String>::new());
        let catalog = parse(&catalog(assessment.set(), assessment.scheme(), day()));
        let mut ids = BTreeSet::new();
        walk(&catalog, &mut |key, value| {
            if key == "id" {
                ids.insert(value.as_str().unwrap());
            }
        });
        walk(&document, &mut |key, value| {
            if ["control-id", "target-id"].contains(&key) {
                assert!(ids.contains(value.as_str().unwrap()), "{value} is not in the catalog");
            }
        });
        let plan = &document["assessment-results"]["back-matter"]["resources"][0];
        assert_eq!(prop(plan, "catalog-uuid"), catalog["catalog"]["uuid"].as_str());
    });
}

#[test]
fn every_scheme_of_every_set_has_a_catalog_with_its_figures_and_sources() {
    for id in ["vn-ssc@2026", "vn-ssc@2022", "dti-922"] {
        let set = builtin::load(id).unwrap();
        for scheme in set.schemes() {
            let text = catalog(&set, scheme, day());
            let document = parse(&text);
            assert_eq!(faults(&document), Vec::<String>::new(), "{id}");
            let other = parse(&catalog(&set, scheme, Date::parse("2027-01-01").unwrap()));
            assert_eq!(document["catalog"]["uuid"], other["catalog"]["uuid"], "the day is no part of what a catalog is");
            let mut controls = 0;
            walk(&document, &mut |key, value| {
                if key != "controls" {
                    return;
                }
                for control in value.as_array().unwrap() {
                    controls += 1;
                    assert!(!control["links"].as_array().unwrap().is_empty() && control["parts"][0]["name"] == "statement");
                    assert!(!marks(control).is_empty());
                    let criterion = set.criterion(control["id"].as_str().unwrap()).unwrap();
                    let figures = criterion.judge[0].method.thresholds();
                    let values: Vec<&str> = figures
                        .iter()
                        .filter_map(|t| {
                            control["params"].as_array()?.iter().find(|p| p["id"].as_str().unwrap().ends_with(&format!("_PRM.{}", t.level)))
                        })
                        .map(|p| p["values"][0].as_str().unwrap())
                        .collect();
                    assert_eq!(values.len(), figures.len());
                }
            });
            assert_eq!(controls, set.criteria().len());
            assert_eq!(document["catalog"]["back-matter"]["resources"].as_array().unwrap().len(), set.header().sources.len());
            if id.starts_with("vn-ssc") {
                no_bare_level(&text);
            }
        }
    }
}

#[test]
fn findings_say_what_the_result_says_and_nothing_about_what_is_neither_met_nor_not() {
    judged("vn-ssc", "vi-du.json", "X-0001", |assessment| {
        let document = parse(&assessment_results(&assessment));
        let results = document["assessment-results"]["results"].as_array().unwrap();
        let views = [assessment.self_assessed(), assessment.verified().unwrap()];
        assert_eq!(results.len(), 2);
        for ((result, view), state) in results.iter().zip(views).zip(["self_assessed", "verified"]) {
            assert_eq!(prop(result, "state"), Some(state));
            let findings = result["findings"].as_array().unwrap();
            let mut expected = 0;
            for c in &view.criteria {
                for level in &c.levels {
                    let target = format!("{}_OBJ.{}", c.criterion.id, level.level);
                    let found = findings.iter().find(|finding| finding["target"]["target-id"] == *target);
                    let told = matches!(level.outcome, Outcome::Passed)
                        || !matches!(
                            level.outcome,
                            Outcome::NotApplicable | Outcome::Undecided | Outcome::NotConsidered | Outcome::Monitored | Outcome::Scored
                        );
                    assert_eq!(found.is_some(), told, "{target}");
                    let Some(found) = found else { continue };
                    expected += 1;
                    assert_eq!(prop(found, "outcome"), Some(level.outcome.as_str()));
                    let status = &found["target"]["status"];
                    assert_eq!(status["state"] == "satisfied", level.outcome == Outcome::Passed);
                    assert!(status["remarks"].as_str().unwrap().contains(level.outcome.label(dothi::Lang::Vi)));
                }
                let observation =
                    result["observations"].as_array().unwrap().iter().find(|o| prop(o, "control") == Some(&c.criterion.id)).unwrap();
                assert_eq!(prop(observation, "outcome"), Some(c.outcome.as_str()));
                assert_eq!(prop(observation, "reason"), c.reason.map(|r| r.trim()));
                assert_eq!(observation["relevant-evidence"].as_array().map_or(0, Vec::len), c.documents.all as usize);
            }
            assert_eq!(findings.len(), expected);
        }
    });
}

#[test]
fn marks_are_on_every_observation_and_finding() {
    let mut seen = BTreeSet::new();
    all(|assessment| {
        let known: Vec<&str> = assessment.marks().iter().map(|mark| mark.code).collect();
        seen.extend(known.clone());
        let document = parse(&assessment_results(&assessment));
        let root = &document["assessment-results"];
        assert_eq!(marks(&root["metadata"]), known);
        for result in root["results"].as_array().unwrap() {
            assert_eq!(marks(result), known);
            for list in ["observations", "findings"] {
                assert!(result[list].as_array().into_iter().flatten().all(|one| marks(one) == known));
            }
        }
    });
    for code in ["fictional", "not_official", "reported", "retrospective", "draft", "kind_reading"] {
        assert!(seen.contains(code), "{code} is not tried");
    }
}

#[test]
fn the_marks_are_told_in_words_and_no_level_is_bare() {
    judged("vn-ssc", "vi-du.json", "X-0001", |assessment| {
        let text = assessment_results(&assessment);
        let document = parse(&text);
        let said = document["assessment-results"]["metadata"]["remarks"].as_str().unwrap();
        assert!(said.contains("HƯ CẤU") && said.contains("không phải kết quả công nhận"));
        no_bare_level(&text);
    });
}

#[test]
fn hostile_text_is_no_markup_and_no_link() {
    let (set, file) = hostile();
    let assessment = assess(&set, &file.cities[0]);
    let text = assessment_results(&assessment);
    assert_eq!(faults(&parse(&text)), Vec::<String>::new());
    assert!(!text.contains("internal.example") && !text.contains("Người Thẩm Định"));
    walk(&parse(&text), &mut |key, value| {
        let text = value.as_str().unwrap_or_default();
        assert!(key != "href" || text.starts_with(['#', 'h']), "{text}");
        if ["title", "description", "prose", "remarks"].contains(&key) {
            // What is not escaped.
            let live = |markup: &str| text.match_indices(markup).any(|(at, _)| !text[..at].ends_with('\\'));
            assert!(!live("<") && !live("]") && !live("{"), "{key}: {text}");
        }
    });
}
