//! The scorecard's JSON.

use crate::examples::Case;
use dothi::{Assessment, Lang};
use dothi_report::{card, card_style};
use serde_json::Value;

fn read(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

fn each(check: impl Fn(&Assessment<'_>)) {
    for case in [Case::fictional(), Case::scored()] {
        case.assess().iter().for_each(&check);
    }
}

/// Every text in it.
fn texts<'v>(value: &'v Value, out: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => out.push(text),
        Value::Array(all) => all.iter().for_each(|one| texts(one, out)),
        Value::Object(all) => all.values().for_each(|one| texts(one, out)),
        _ => {}
    }
}

#[test]
fn every_criterion_has_a_row_with_sources_and_fields_that_lead_into_the_data() {
    each(|assessment| {
        let own = read(&card(assessment, Lang::Vi, false));
        let rows: Vec<&Value> = own["criteria"]["groups"].as_array().unwrap().iter().flat_map(|g| g["rows"].as_array().unwrap()).collect();
        assert_eq!(rows.len(), own["outcomes"].as_array().unwrap().len());
        for row in rows {
            assert!(!row["sources"].as_array().unwrap().is_empty(), "{}", row["id"]);
            for field in row["fields"].as_array().unwrap() {
                let Some(at) = field["at"].as_u64() else { continue };
                let observation = &assessment.city().observations[usize::try_from(at).unwrap()];
                assert_eq!(row["id"], observation.criterion);
                assert_eq!(field["role"], observation.role.as_str());
            }
        }
        for result in own["results"].as_array().unwrap() {
            let statement = result["statement"].as_str().unwrap();
            assert!(statement.contains('('), "{statement}");
        }
        for chart in own["sections"].as_array().unwrap().iter().flat_map(|s| s["blocks"].as_array().unwrap()) {
            if chart["is"] == "chart" {
                let rows = chart["table"].as_array().unwrap();
                assert!(rows.len() > 1 && rows.iter().all(|row| row.as_array().unwrap().len() == rows[0].as_array().unwrap().len()));
            }
        }
    });
}

#[test]
fn a_what_if_says_so_in_each_statement_and_repeats_no_part_of_the_result() {
    each(|assessment| {
        for (lang, if_so, mark) in
            [(Lang::Vi, "Nếu đúng như giả định: ", "GIẢ ĐỊNH, KHÔNG PHẢI KẾT QUẢ"), (Lang::En, "If it were so: ", "WHAT-IF, NOT A RESULT")]
        {
            let own = read(&card(assessment, lang, true));
            assert!(own["criteria"].is_null() && own["plain"].is_null() && own["sections"].is_null());
            assert!(own["marks"]["line"].as_str().unwrap().starts_with(mark));
            for result in own["results"].as_array().unwrap() {
                assert!(result["statement"].as_str().unwrap().starts_with(if_so));
            }
            let real = card(assessment, lang, false);
            assert!(!real.contains(if_so) && !real.contains(mark));
        }
    });
}

#[test]
fn three_are_done_and_three_are_not_and_none_is_both() {
    each(|assessment| {
        let own = read(&card(assessment, Lang::En, false));
        let ids = |key: &str| -> Vec<String> {
            own["plain"][key].as_array().unwrap().iter().map(|thing| thing["criterion"].as_str().unwrap().into()).collect()
        };
        let (done, not) = (ids("done"), ids("not"));
        assert!(done.len() <= 3 && not.len() <= 3);
        assert!(done.iter().all(|id| !not.contains(id)));
        let outcome = |id: &String| assessment.self_assessed().criteria.iter().find(|c| c.criterion.id == *id).unwrap().outcome.as_str();
        assert!(done.iter().all(|id| ["passed", "scored"].contains(&outcome(id))));
        assert!(not.iter().all(|id| !["passed", "no_data", "undecided"].contains(&outcome(id))));
    });
}

#[test]
fn texts_are_the_words_as_they_are() {
    each(|assessment| {
        let own = read(&card(assessment, Lang::Vi, false));
        let mut all = Vec::new();
        texts(&own, &mut all);
        assert!(all.iter().any(|text| *text == assessment.city().unit.name.vi));
        assert!(all.iter().all(|text| text.starts_with("<svg") || !text.contains("&amp;")));
    });
    let style = read(&card_style());
    assert!(style["dark"].as_str().unwrap().contains(".o-no_data{--o:"));
    assert!(!style["light"].as_str().unwrap().contains("@media"));
}
