//! Editions, states, levels: what is never compared, and what is shown instead.

use super::{codes, dti, dti_set, read};
use dothi::{ChangeCause, CityData, CityFile, Lang, PlacePanel, TrendOptions, Withheld};

/// A fictional place that has had its borders for long.
fn example(name: &[u8], unit: &str) -> CityData {
    let (file, _) = CityFile::from_json(name).unwrap();
    let mut city = file.cities.into_iter().find(|city| city.unit.code == unit).unwrap();
    city.unit.valid_from = None;
    city
}

fn province() -> CityData {
    example(include_bytes!("../../../examples/vi-du.json"), "X-00")
}

#[test]
fn editions_without_a_score_change_in_levels_and_in_criteria_met() {
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let mut before = province();
    before.period = dothi::Date::parse("2024");
    let lost: Vec<String> = before.observations.iter().map(|obs| obs.criterion.clone()).take(6).collect();
    before.observations.retain(|obs| !lost.contains(&obs.criterion));
    let panel = PlacePanel::from_cities(&set, vec![province(), before]).unwrap();
    let found = panel.trend(&set, &crate::support::as_of(), &TrendOptions::default()).unwrap();
    let place = found.places.iter().find(|place| !place.verified).unwrap();
    let change = &place.changes[0];
    assert!(change.score.is_none() && change.rank.is_none() && place.points.iter().all(|point| point.rank.is_none()));
    assert!(change.level.is_some());
    assert_eq!(change.met.len(), 3);
    for met in &change.met {
        let by_criterion: i64 = change.criteria.iter().flat_map(|c| &c.met).filter(|(level, _)| *level == met.level).map(|(_, n)| n).sum();
        assert_eq!(by_criterion, met.change);
        assert_eq!(met.causes.iter().map(|(_, n)| n).sum::<i64>(), met.change);
        // The groups of this set do not lie in each other.
        assert_eq!(met.groups.iter().map(|(_, n)| n).sum::<i64>(), met.change);
    }
    assert!(change.met[0].change > 0, "{:?}", change.met);
    let said = place.change_text(change, Lang::Vi);
    assert!(said.contains("cấp độ tham khảo 1/3 → cấp độ tham khảo 1/3") && said.contains("không phải kết quả công nhận"), "{said}");
}

#[test]
fn verified_results_stand_beside_self_assessed_ones_and_never_among_them() {
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let reviewed = example(include_bytes!("../../../examples/vi-du.json"), "X-0001");
    assert!(reviewed.evidence.iter().any(|document| document.review.is_some()), "the example has reviews");
    let mut before = reviewed.clone();
    before.period = dothi::Date::parse("2024");
    before.evidence.iter_mut().for_each(|document| document.review = None);
    let panel = PlacePanel::from_cities(&set, vec![before, reviewed]).unwrap();
    let found = panel.trend(&set, &crate::support::as_of(), &TrendOptions::default()).unwrap();
    let states: Vec<(bool, usize)> = found.places.iter().map(|place| (place.verified, place.points.len())).collect();
    assert_eq!(states, [(false, 2), (true, 1)]);
    assert!(found.places[1].changes.is_empty());
    assert!(codes(&found.findings).contains(&"panel.across_states"));
    // The same in the rows of a panel.
    let results = panel.results(&set, &crate::support::as_of(), dothi::Ties::Competition).unwrap();
    let state = results.columns().iter().position(|name| name == "state").unwrap();
    let states: Vec<String> = results.rows(Lang::Vi).into_iter().map(|row| row[state].clone()).collect();
    assert_eq!(states, ["tự đánh giá", "tự đánh giá", "đã thẩm định"]);
}

#[test]
fn another_edition_is_a_cause_and_no_rank_crosses_it() {
    let (older, set) = (dothi::builtin::load("vn-ssc@2022").unwrap(), dothi::builtin::load("vn-ssc@2026").unwrap());
    let old = example(include_bytes!("../../../examples/vi-du-2022.json"), "X-00");
    let before = PlacePanel::from_cities(&older, vec![old]).unwrap();
    let now = PlacePanel::from_cities(&set, vec![province()]).unwrap();
    let asked = TrendOptions::default().with_before(&older, &before);
    let found = now.trend(&set, &crate::support::as_of(), &asked).unwrap();
    let place = &found.places[0];
    let change = place.changes.last().unwrap();
    assert!(change.breaks.is_empty(), "{:?}", change.breaks);
    assert!(codes(&found.findings).contains(&"panel.across_editions"));
    for met in &change.met {
        assert_eq!(met.causes.iter().map(|(_, n)| n).sum::<i64>(), met.change);
        assert_eq!(met.causes[0].0, ChangeCause::Rule);
    }
    assert!(change.met.iter().any(|met| met.causes[0].1 != 0), "the editions ask other things");
    assert_eq!(place.points[0].set, "vn-ssc@2022-u1");
    assert!(place.marks.iter().any(|mark| mark.code == "retrospective" && mark.text.en.ends_with("(vn-ssc@2022-u1)")), "{:?}", place.marks);
}

#[test]
fn a_score_by_two_editions_has_no_rank_across_them() {
    let set = dti_set();
    let bytes = dothi::builtin::find("dti-922").unwrap().bytes;
    let text = String::from_utf8(bytes.to_vec()).unwrap().replacen("\"revision\": 1", "\"revision\": 2", 1);
    let newer = dothi::CriteriaSet::from_json(text.as_bytes()).unwrap_or_else(|findings| panic!("{findings}"));
    assert_ne!(set.id(), newer.id(), "the file says its revision in another way");
    let rows = |period, a, b| dti("", &[("01", period, "", a), ("04", period, "", b)]);
    let before = read(&set, &rows("2024", "0.5", "0.6"), &[]).unwrap();
    let now = read(&newer, &rows("2025", "0.7", "0.6"), &[]).unwrap();
    let asked = TrendOptions::default().with_before(&set, &before);
    let found = now.trend(&newer, &crate::support::as_of(), &asked).unwrap();
    let change = &found.places[0].changes[0];
    assert_eq!(change.withheld, [Withheld::RankAcrossEditions]);
    assert_eq!(change.rank, None);
    let score = change.score.as_ref().unwrap();
    let causes: Vec<_> = score.causes.iter().map(|part| (part.cause, part.change.to_string())).collect();
    assert_eq!(causes, [(ChangeCause::Rule, "0".into()), (ChangeCause::Data, "0.2".into())], "nothing but the number differs");
}

#[test]
fn attributes_of_a_place_are_rules_and_not_data() {
    let set = dothi::builtin::load("nq111").unwrap();
    let (file, _) = CityFile::from_json(include_bytes!("../../../examples/vi-du-nq111-loai-2-3.json")).unwrap();
    let mut found_rule = false;
    for mut now in file.cities {
        now.unit.valid_from = None;
        now.period = dothi::Date::parse("2025");
        let mut before = now.clone();
        before.period = dothi::Date::parse("2024");
        before.unit.heritage = Some(true);
        now.unit.heritage = Some(false);
        let panel = PlacePanel::from_cities(&set, vec![before, now]).unwrap();
        let found = panel.trend(&set, &crate::support::as_of(), &TrendOptions::default()).unwrap();
        for score in found.places.iter().flat_map(|place| &place.changes).filter_map(|change| change.score.as_ref()) {
            let data = score.causes.iter().find(|part| part.cause == ChangeCause::Data).unwrap();
            assert_eq!(data.change.to_string(), "0", "the figures are the same");
            found_rule |= score.change.to_string() != "0";
        }
    }
    assert!(found_rule, "what is asked of a heritage area gives other points somewhere");
}

#[test]
fn ranks_of_verified_results_are_among_verified_results() {
    let set = dothi::builtin::load("nq111").unwrap();
    let (file, _) = CityFile::from_json(include_bytes!("../../../examples/vi-du-nq111-loai-2-3.json")).unwrap();
    let areas: Vec<CityData> = file.cities.into_iter().filter(|city| city.unit.kind == dothi::UnitKind::UrbanArea).collect();
    let panel = PlacePanel::from_cities(&set, areas).unwrap();
    let found = panel.trend(&set, &crate::support::as_of().with_scheme("class-2"), &TrendOptions::default()).unwrap();
    let ranks: Vec<_> = found.places.iter().map(|p| (p.verified, p.points[0].rank.map(|rank| rank.to_string()), p.points[0].of)).collect();
    assert_eq!(ranks.len(), 3, "{ranks:?}");
    for (verified, rank, of) in ranks {
        assert!(rank.is_none() || of == if verified { 1 } else { 2 }, "{verified} {rank:?} {of}");
    }
}

#[test]
fn figures_measured_by_each_other_have_no_trend() {
    let bytes = dothi::builtin::find("dti-922").unwrap().bytes;
    let mut file: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    let cites = file["criteria"][0]["cites"].clone();
    file["schemes"][0]["panel"] = serde_json::json!({"least_data": "0.5", "basis": "assumption", "cites": cites});
    let text = serde_json::to_vec(&file).unwrap();
    let set = dothi::CriteriaSet::from_json(&text).unwrap_or_else(|findings| panic!("{findings}"));
    let panel = read(&set, &dti("", &[("01", "2024", "", "0.5"), ("01", "2025", "", "0.6")]), &[]).unwrap();
    let refused = panel.trend(&set, &crate::support::as_of(), &TrendOptions::default()).unwrap_err();
    assert_eq!(codes(&refused), ["city.panel_only"]);
}
