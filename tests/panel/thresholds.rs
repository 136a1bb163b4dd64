//! Places that sit exactly on a threshold, where binary floating point alone would misjudge some.

use super::made::{Given, columns, exact};
use dothi::{CriteriaSet, PanelLevel, Scores, UnitKind};
use serde_json::json;

/// `count` criteria from 0 to `best` with equal weights; level 1 from `limit` on.
fn set(count: usize, best: &str, limit: &str, weights: &[&str]) -> CriteriaSet {
    let mut set: serde_json::Value = serde_json::from_slice(include_bytes!("../cases/sets/weights.json")).unwrap();
    let template = set["criteria"][0].clone();
    let criteria = (0..count).map(|i| {
        let mut criterion = template.clone();
        criterion["id"] = json!(format!("c-{i}"));
        criterion["label"] = json!(i.to_string());
        criterion["judge"][0]["best"] = json!(best);
        criterion
    });
    set["criteria"] = criteria.collect();
    set["groups"] = json!([]);
    set["parameters"] = json!([]);
    let children = (0..count).map(|i| json!({"criterion": format!("c-{i}"), "weight": weights[i % weights.len()]}));
    let mut scheme = set["schemes"][1].clone();
    scheme["tree"] = json!({"aggregate": "weighted_arithmetic", "children": children.collect::<Vec<_>>()});
    scheme["levels"] = json!([{
        "level": 1, "title": {"vi": "Đạt", "en": "Pass"},
        "conditions": [{"condition": "node_value", "of": "value", "op": "ge", "min": limit}]
    }]);
    set["schemes"] = json!([scheme]);
    CriteriaSet::from_json(&serde_json::to_vec(&set).unwrap()).unwrap_or_else(|findings| panic!("{findings}"))
}

#[track_caller]
fn agree(set: &CriteriaSet, places: &[Vec<Given>]) -> Vec<(PanelLevel, bool)> {
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    assert_eq!(plan.obstacle(), None);
    let mut scores = Scores::default();
    plan.score(&columns(&plan, places), &mut scores).unwrap();
    let levels: Vec<PanelLevel> = (0..places.len()).map(|row| scores.level(row)).collect();
    assert_eq!(levels, exact(set, places).into_iter().map(|(_, level)| level).collect::<Vec<_>>());
    levels.into_iter().enumerate().map(|(row, level)| (level, scores.settled().contains(&row))).collect()
}

/// 0.1 + 0.2 is 0.30000000000000004 as a figure and 0.3 as a sum of shares.
#[test]
fn tenths_that_add_up() {
    let set = set(3, "1", "10", &["1"]);
    let on = vec![Given::Figure(0.1), Given::Figure(0.2), Given::Figure(0.0)];
    let below = vec![Given::Figure(0.1), Given::Figure(0.199_999_999_999_999), Given::Figure(0.0)];
    let above = vec![Given::Figure(0.1 + 0.2), Given::Figure(0.0), Given::Figure(0.0)];
    let found = agree(&set, &[on, below, above, vec![Given::Figure(0.9); 3]]);
    assert_eq!(found[0], (PanelLevel::Reached(1), true));
    assert_eq!(found[1].0, PanelLevel::Reached(0));
    assert_eq!(found[2].0, PanelLevel::Reached(1));
    // Far from the limit nobody asks the exact path.
    assert_eq!(found[3], (PanelLevel::Reached(1), false));
}

/// Every way to make 9 ninths of four criteria that are worth 25 each, and neighbours: 75 is 75.
#[test]
fn thirds_that_make_exactly_75() {
    let set = set(4, "9", "75", &["1"]);
    let mut places = Vec::new();
    for a in 0..=9 {
        for b in 0..=9 {
            for c in 0..=9 {
                for d in 26..=28 {
                    let last = d - a - b - c;
                    if (0..=9).contains(&last) {
                        places.push([a, b, c, last].map(|n| Given::Figure(f64::from(n))).to_vec());
                    }
                }
            }
        }
    }
    assert!(places.len() > 200);
    let found = agree(&set, &places);
    let on = found.iter().zip(&places).filter(|(_, place)| sum(place) == 27);
    assert!(on.clone().count() > 100);
    assert!(on.into_iter().all(|(found, _)| *found == (PanelLevel::Reached(1), true)));
    assert!(found.iter().zip(&places).filter(|(_, place)| sum(place) == 26).all(|(found, _)| *found == (PanelLevel::Reached(0), false)));
}

fn sum(place: &[Given]) -> i32 {
    place.iter().map(|given| if let Given::Figure(x) = given { *x as i32 } else { 0 }).sum()
}

/// Weights that binary floating point cannot hold.
#[test]
fn weights_of_a_tenth() {
    let set = set(10, "1", "70", &["0.1"]);
    let places: Vec<Vec<Given>> =
        (0u32..1024).map(|bits| (0..10).map(|i| Given::Figure(f64::from(bits >> i & 1))).collect::<Vec<_>>()).collect();
    let found = agree(&set, &places);
    for (bits, (level, _)) in found.iter().enumerate() {
        assert_eq!(*level, PanelLevel::Reached(u32::from(bits.count_ones() >= 7)));
    }
}
