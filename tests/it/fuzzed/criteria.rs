//! Criteria files.

use super::{everything, options, said};
use dothi::{CityFile, CriteriaSet, DataKind, Lang, Method, UnitKind};
use serde_json::{Value, json};

/// A criteria file: loaded, written and loaded again, shown as pages and forms; then a place of each kind that it judges, with an
/// answer to each question, under each scheme.
pub fn criteria(bytes: &[u8]) {
    let set = match CriteriaSet::from_json(bytes) {
        Ok(set) => set,
        Err(findings) => return said(&findings),
    };
    let again = CriteriaSet::from_json(set.to_json().as_bytes()).unwrap_or_else(|e| panic!("it does not read what it wrote: {e}"));
    assert_eq!(again, set);
    let _ = (set.page(Lang::Vi), set.page(Lang::En));
    for kind in set.header().unit_kinds.iter().map(|judged| judged.kind) {
        let _ = (set.form(kind, Lang::Vi), set.template_csv(kind, Lang::En));
        let (empty, _) = CityFile::from_json(set.template_json(kind).as_bytes()).unwrap_or_else(|e| panic!("its own template: {e}"));
        let (full, _) = CityFile::from_json(&answers(&set, kind, bytes.len())).unwrap_or_else(|e| panic!("{e}"));
        for city in empty.cities.iter().chain(&full.cities) {
            for scheme in set.schemes() {
                match set.assess(city, &options().with_scheme(scheme.id.as_str())) {
                    Ok(assessment) => everything(&assessment),
                    Err(findings) => said(&findings),
                }
            }
        }
    }
}

/// Values that most domains allow; which one a question gets depends on the file and on its place in it.
const NUMBERS: [&str; 6] = ["1", "50", "2", "100", "0", "1000000"];

fn answers(set: &CriteriaSet, kind: UnitKind, shift: usize) -> Vec<u8> {
    let mut observations = Vec::new();
    for (at, criterion) in set.criteria().iter().enumerate() {
        let is_survey = criterion.judge.iter().any(|judgement| matches!(judgement.method, Method::Survey { .. }));
        for point in &criterion.data_points {
            for input in &point.inputs {
                let value = match (point.kind, input.role.as_str()) {
                    (DataKind::Boolean, _) => json!((at + shift).is_multiple_of(3)),
                    (DataKind::Ordinal, _) => json!((at + shift) % point.steps.len().max(1)),
                    (DataKind::Number, "denominator") => json!("100"),
                    _ => json!(NUMBERS[(at + shift) % NUMBERS.len()]),
                };
                let (criterion, point, role) = (&criterion.id, &point.id, input.role.as_str());
                let mut observation = json!({"criterion": criterion, "data_point": point, "role": role, "value": value, "period": "2025"});
                if is_survey {
                    observation["sampling"] = json!("probability");
                }
                observations.push(observation);
            }
        }
    }
    let unit = json!({"code": "X-01", "name": {"vi": "Nơi Thử"}, "kind": kind.as_str()});
    let references: Vec<Value> =
        ["mean", "city-mean", "national"].iter().map(|id| json!({"id": id, "value": "50", "source": "x"})).collect();
    serde_json::to_vec(&json!({"format": 1, "cities": [{"unit": unit, "observations": observations, "references": references}]})).unwrap()
}
