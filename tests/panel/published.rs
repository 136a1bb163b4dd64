//! The published sets as panels.

use dothi::{CityFile, Column, CriteriaSet, Dec, Obstacle, PanelLevel, Scores, Ties, UnitKind};
use serde_json::{Value, json};

/// Figures for every input of every criterion of a scheme; `at` moves them.
fn figure(set: &CriteriaSet, criterion: &str, kind: dothi::DataKind, role: &str, at: usize) -> f64 {
    let own = set.criterion(criterion).unwrap();
    match (kind, role) {
        (dothi::DataKind::Boolean, _) => ((criterion.len() + at) % 2) as f64,
        (dothi::DataKind::Ordinal, _) => (at % own.data_points[0].steps.len()) as f64,
        (_, "denominator") => 100.0,
        _ if set.header().set == "dti-922" => ((at * 37 + criterion.len() * 11) % 100) as f64 / 100.0,
        _ => ((at * 37 + criterion.len() * 11) % 100) as f64,
    }
}

#[track_caller]
fn as_assessed(reference: &str, scheme: Option<&str>, kind: UnitKind) -> (Option<Obstacle>, usize) {
    let set = dothi::builtin::load(reference).unwrap();
    let mut options = crate::support::as_of();
    if let Some(scheme) = scheme {
        options = options.with_scheme(scheme);
    }
    let plan = set.panel(kind, &options).unwrap();
    let units = 12;
    let columns = plan.inputs().iter().map(|input| {
        let figures = (0..units).map(|at| figure(&set, &input.criterion, input.kind, input.role.as_str(), at)).collect::<Vec<_>>();
        (input.key.as_str(), Column::from(figures))
    });
    let columns = plan.columns(units, columns).unwrap_or_else(|findings| panic!("{findings}")).with_sampling(dothi::Sampling::Probability);
    let mut scores = Scores::default();
    plan.score(&columns, &mut scores).unwrap_or_else(|findings| panic!("{findings}"));
    let cities: Vec<Value> = (0..units)
        .map(|at| {
            let observation = |input: &dothi::PanelInput| {
                let x = figure(&set, &input.criterion, input.kind, input.role.as_str(), at);
                let value = if input.kind == dothi::DataKind::Boolean { json!(x > 0.5) } else { json!(x.to_string()) };
                let mut out = json!({
                    "criterion": input.criterion, "data_point": input.data_point, "role": input.role.as_str(), "value": value
                });
                let survey = |j: &dothi::Judgement| matches!(j.method, dothi::Method::Survey { .. });
                if set.criterion(&input.criterion).unwrap().judge.iter().any(survey) {
                    out["sampling"] = json!("probability");
                }
                out
            };
            json!({
                "unit": {"code": format!("x{at}"), "name": {"vi": "X"}, "kind": kind.as_str()},
                "observations": plan.inputs().iter().map(observation).collect::<Vec<_>>(),
            })
        })
        .collect();
    let (file, _) = CityFile::from_json(&crate::support::file(&cities)).unwrap_or_else(|findings| panic!("{findings}"));
    for (row, city) in file.cities.iter().enumerate() {
        let assessment = set.assess(city, &options).unwrap();
        let view = assessment.self_assessed();
        let number = |value: Option<Dec>| value.map(|value| value.to_string().parse::<f64>().unwrap());
        let same = |fast: f64, exact: Option<f64>| exact.map_or(fast.is_nan(), |exact| (fast - exact).abs() < 1e-9);
        assert!(same(scores.score()[row], number(view.score.map(|s| s.value))), "{reference} row {row}");
        for (node, group) in view.groups.iter().enumerate() {
            assert!(same(scores.node(node)[row], number(group.value)), "{reference} row {row} node {node}");
        }
        let level = match (view.level.of, view.level.reached, view.level.undecided) {
            (0, ..) => PanelLevel::None,
            (_, Some(level), _) => PanelLevel::Reached(level),
            (_, _, Some(range)) => PanelLevel::Between(range.low, range.high),
            _ => PanelLevel::Refused,
        };
        assert_eq!(scores.level(row), level, "{reference} row {row}");
    }
    let ranked = plan.rank(&columns, &scores, Ties::Competition).map_or(0, |ranking| ranking.of());
    assert_eq!(ranked > 0, plan.scheme().score.is_some());
    (plan.obstacle(), ranked)
}

#[test]
fn every_published_set_is_judged_as_places_are() {
    assert_eq!(as_assessed("dti-922", None, UnitKind::Province), (None, 12));
    assert_eq!(as_assessed("vn-ssc@2026", None, UnitKind::Province), (Some(Obstacle::NoScore), 0));
    assert_eq!(as_assessed("vn-ssc@2022", None, UnitKind::Province).0, Some(Obstacle::NoScore));
    assert_eq!(as_assessed("nq111", Some("class-2"), UnitKind::UrbanArea).0, Some(Obstacle::Method));
    assert_eq!(as_assessed("nq111", Some("class-1"), UnitKind::Province), (Some(Obstacle::NoScore), 0));
    assert_eq!(as_assessed("nq148", None, UnitKind::National).0, Some(Obstacle::NoScore));
}

#[test]
fn editions_without_a_score_are_grouped_by_level() {
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let codes = ["48", "01", "79"];
    let columns = plan.columns(3, []).unwrap();
    let mut scores = Scores::default();
    plan.score(&columns, &mut scores).unwrap();
    let groups = plan.by_level(&scores, |row| codes[row]);
    assert_eq!(groups.len(), 1);
    assert_eq!((groups[0].level, groups[0].rows.as_slice()), (PanelLevel::Reached(0), &[1, 0, 2][..]));
    let refused = plan.rank(&columns, &scores, Ties::Competition).unwrap_err();
    assert_eq!(refused.iter().map(|f| f.code().as_str()).collect::<Vec<_>>(), ["panel.no_score"]);
    assert!(!plan.marks().is_empty());
}
