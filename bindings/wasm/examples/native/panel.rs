//! Panels of every scheme of every set: the figures, what is asked, and what the library makes of it. NaN is written as `null`.

use crate::{as_of, root, set_of};
use dothi::{
    AssessOptions, Cell, Column, Columns, CriteriaSet, CsvOptions, DataKind, Dec, FigureError, Findings, Lang, Mask, Normalise, PanelInput,
    PanelLevel, PanelPlan, PanelSheet, Peers, Place, RobustMean, RobustOptions, RobustResults, Role, Sampling, Scores, Ties, TreatedScores,
    Treatment, UnitKind, WeightDoubt,
};
use serde_json::{Value, json};
use std::fs;
use std::ops::ControlFlow;

const ROWS: usize = 48;
const KINDS: [UnitKind; 5] = [UnitKind::Province, UnitKind::UrbanArea, UnitKind::Commune, UnitKind::NewUrbanArea, UnitKind::National];

/// A panel for each set, scheme and kind of place: one JSON document a line.
pub(crate) fn panels() -> String {
    let mut out = String::new();
    for reference in references() {
        let set = if reference.contains('@') { set_of(&reference) } else { case_set(&reference) };
        for scheme in set.schemes() {
            for kind in KINDS {
                let options = as_of("2026-11-21").with_scheme(&scheme.id);
                let Ok(plan) = set.panel(kind, &options) else { continue };
                let asked = json!({"kind": kind.as_str(), "asOf": "2026-11-21", "scheme": scheme.id});
                out += &json!({"set": reference, "options": asked, "panel": panel(&plan)}).to_string();
                out.push('\n');
            }
        }
    }
    out
}

fn references() -> Vec<String> {
    let mut out: Vec<String> = fs::read_dir(root().join("tests/cases/sets")).unwrap().map(|file| name(&file.unwrap().path())).collect();
    out.sort();
    out.extend(
        ["dti-922@2022-u1", "nq111@2025-u1", "nq148@2022-u1", "u4ssc@2017-u1", "vn-ssc@2022-u1", "vn-ssc@2026-u1"].map(String::from),
    );
    out
}

fn name(path: &std::path::Path) -> String {
    format!("sets/{}", path.file_name().unwrap().to_str().unwrap())
}

fn case_set(reference: &str) -> CriteriaSet {
    CriteriaSet::from_json(&fs::read(root().join("tests/cases").join(reference)).unwrap()).unwrap()
}

/// Figures on a coarse grid, so that some are equal; some missing, some that cannot exist.
fn figure(kind: DataKind, role: Role, row: usize, at: usize) -> Option<f64> {
    let n = row * 37 + at * 101;
    (!n.is_multiple_of(13)).then_some(match (kind, role) {
        (DataKind::Number, Role::Denominator) => 100.0,
        (DataKind::Number, Role::Value) => (n % 81) as f64 / [1.0, 8.0, 100.0][at % 3],
        (DataKind::Number, _) => (n % 81) as f64,
        _ => (n % 2) as f64,
    })
}

/// Figures of which hardly two are equal, whole where the set asks for that; the same as test/times.mjs has.
fn spread(input: &PanelInput, is_whole: bool, row: usize, at: usize) -> f64 {
    let n = u32::try_from(row * 31 + at + 1).unwrap().wrapping_mul(2_654_435_761);
    match (input.kind, input.role) {
        (DataKind::Number, Role::Denominator) => 100.0,
        (DataKind::Number, Role::Value) if !is_whole => f64::from(n % 1_000_000) / 10_000.0,
        (DataKind::Number, _) => f64::from(n % 100),
        _ => f64::from(n % 2),
    }
}

/// Whether an input takes whole numbers only.
fn is_whole(set: &CriteriaSet, input: &PanelInput) -> bool {
    let points = &set.criterion(&input.criterion).unwrap().data_points;
    let inputs = &points.iter().find(|point| point.id == input.data_point).unwrap().inputs;
    inputs.iter().any(|own| own.role == input.role && own.whole)
}

fn panel(plan: &PanelPlan<'_>) -> Value {
    let cells: Vec<Vec<Option<f64>>> = plan
        .inputs()
        .iter()
        .enumerate()
        .map(|(at, input)| (0..ROWS).map(|row| figure(input.kind, input.role, row, at)).collect())
        .collect();
    let claims = |at: usize| (0..ROWS).filter(move |row| at.is_multiple_of(5) && row % 17 == 4);
    let named = plan.inputs().iter().zip(&cells).enumerate().map(|(at, (input, cells))| {
        let column = Column::from(cells.iter().map(|cell| cell.unwrap_or(f64::NAN)).collect::<Vec<_>>());
        (input.key.as_str(), column.with_not_applicable(Mask::of_rows(ROWS, claims(at))))
    });
    let columns: Vec<Value> = plan.inputs().iter().zip(&cells).map(|(input, cells)| json!([input.key, cells])).collect();
    let applies: Value = (0..cells.len())
        .step_by(5)
        .map(|at| (plan.inputs()[at].key.clone(), (0..ROWS).map(|row| u8::from(claims(at).all(|own| own != row))).collect::<Vec<_>>()))
        .map(|(key, mask)| (key, json!(mask)))
        .collect();
    let mut out = json!({"columns": columns, "applies": applies});
    match plan.columns(ROWS, named) {
        Err(findings) => out["refused"] = refused(&findings),
        Ok(columns) => {
            // A scheme that treats figures is scored in no other way.
            if plan.scheme().panel.is_none() {
                out["plain"] = plain(plan, columns.clone());
            }
            out["treated"] = treated(plan, &columns);
            out["robust"] = robust(plan, &columns);
        }
    }
    out
}

fn refused(findings: &Findings) -> Value {
    let place = |place: &Place| if let Place::Pointer(pointer) = place { pointer.clone() } else { place.text(Lang::En) };
    findings.iter().map(|finding| json!([finding.code().as_str(), place(finding.place())])).collect()
}

/// Scores, then the same after some figures were changed.
fn plain(plan: &PanelPlan<'_>, mut columns: Columns<'static>) -> Value {
    let mut scores = Scores::default();
    if let Err(findings) = plan.score(&columns, &mut scores) {
        return json!({"refused": refused(&findings)});
    }
    let before = told(plan, &scores, &columns);
    let mut changes = Vec::new();
    for n in 0..12 {
        let (input, row) = (n * 7 % plan.inputs().len(), n * 11 % ROWS);
        let value = [f64::NAN, 0.5, 1.0, 70.0, 0.125][n % 5];
        let cell = if n % 6 == 5 { Cell::NotApplicable } else { Cell::Value(value) };
        let was = columns.cell(input, row);
        let mut findings = plan.put(&mut columns, input, row, cell).err();
        if findings.is_none() {
            findings = plan.score_row(&columns, row, &mut scores).err();
            if findings.is_some() {
                plan.put(&mut columns, input, row, was).unwrap();
            }
        }
        let given = json!([row, plan.inputs()[input].key, number(value), n % 6 != 5]);
        changes.push(json!({"given": given, "refused": findings.as_ref().map(refused)}));
    }
    json!({"before": before, "changes": changes, "after": told(plan, &scores, &columns)})
}

fn number(x: f64) -> Value {
    if x.is_nan() { Value::Null } else { json!(x) }
}

fn told(plan: &PanelPlan<'_>, scores: &Scores, columns: &Columns<'_>) -> Value {
    let ranking = plan.rank(columns, scores, Ties::Average).ok();
    let rank = |row| ranking.as_ref().and_then(|ranking| ranking.rank(row));
    let said = |row: usize| {
        let rank = ranking.as_ref().and_then(|ranking| ranking.text(row, Lang::Vi));
        plan.statement(scores.level(row), rank, Lang::Vi)
    };
    json!({
        "score": numbers(scores.score()),
        "nodes": (0..plan.nodes().len()).map(|node| numbers(scores.node(node))).collect::<Vec<_>>(),
        "level": (0..ROWS).map(|row| level(scores.level(row))).collect::<Vec<_>>(),
        "rank": ranking.as_ref().map(|_| (0..ROWS).map(|row| rank(row).map(|rank| rank.to_string().parse::<f64>().unwrap())).collect::<Vec<_>>()),
        "of": ranking.as_ref().map(|ranking| ranking.of()),
        "told_apart": ranking.as_ref().map(|ranking| ranking.settled()),
        "settled": scores.settled(),
        "said": (0..5).map(said).collect::<Vec<_>>(),
    })
}

fn numbers(all: &[f64]) -> Vec<Value> {
    all.iter().map(|x| number(*x)).collect()
}

fn level(level: PanelLevel) -> Value {
    match level {
        PanelLevel::Reached(level) => json!(level),
        PanelLevel::Between(low, high) => json!([low, high]),
        PanelLevel::Refused => json!("refused"),
        _ => Value::Null,
    }
}

/// The words a caller writes, and the same for the library.
fn treated(plan: &PanelPlan<'_>, columns: &Columns<'_>) -> Value {
    let regions: Vec<Option<&str>> = (0..ROWS).map(|row| ["B", "T", "N"].get(row % 4).copied()).collect();
    let peers = Peers::default().with_regions(&regions).with_unranked(Mask::of_rows(ROWS, [5, 6]));
    let asked = Treatment::default()
        .with_normalise(Normalise::Percentile)
        .with_outliers(dothi::Outliers::Winsorise { low: dec("0.05"), high: dec("0.95") })
        .with_impute(dothi::Impute::new(dothi::ImputeStage::Criterion, dothi::Among::Region, dothi::Centre::Median))
        .with_least_data(dec("0.5"));
    let of = |asked: &Treatment| {
        let done = plan.score_treated(columns, &peers, asked);
        done.map(|scores| told_treated(&scores)).unwrap_or_else(|findings| json!({"refused": refused(&findings)}))
    };
    let own = plan.scheme().panel.as_ref().map(|rule| of(&rule.treatment));
    json!({"asked": asked, "regions": regions, "unranked": [5, 6], "done": of(&asked), "own": own})
}

fn told_treated(scores: &TreatedScores) -> Value {
    let ranking = scores.rank(Ties::Competition);
    json!({
        "score": numbers(scores.scores().score()),
        "rank": (0..ROWS).map(|row| ranking.rank(row).map(|rank| rank.to_string().parse::<f64>().unwrap())).collect::<Vec<_>>(),
        "inputs": scores.inputs(),
        "mark": scores.mark(Lang::Vi),
        "sample": scores.sample(),
        "notes": (0..ROWS).map(|row| scores.notes(row).map(|note| note.text(Lang::Vi)).collect::<Vec<_>>()).collect::<Vec<_>>(),
    })
}

fn dec(text: &str) -> Dec {
    Dec::parse(text).unwrap()
}

/// Few replications: the bits tell.
fn robust(plan: &PanelPlan<'_>, columns: &Columns<'_>) -> Value {
    let input = plan.inputs().iter().find(|input| input.kind == DataKind::Number && input.role != Role::Denominator);
    let mut options = RobustOptions::new(2026, 300).with_weights(WeightDoubt::Dirichlet { concentration: 30.0 }).with_pairs();
    let mut asked = json!({"seed": "2026", "replications": 300, "weights": {"dirichlet": 30}, "pairs": true});
    if let Some(input) = input {
        options = options.with_error(input.key.clone(), FigureError::Relative(2.5));
        asked["errors"] = json!({(input.key.clone()): {"relative": 2.5}});
    }
    if !plan.scheme().id.contains("class") && plan.obstacle().is_none() && plan.scheme().missing.policy == dothi::MissingPolicy::Exclude {
        options = options.with_means([RobustMean::Arithmetic, RobustMean::Geometric]);
        asked["means"] = json!(["arithmetic", "geometric"]);
    }
    if plan.obstacle().is_some() {
        options.weights = None;
        asked.as_object_mut().unwrap().remove("weights");
        options.replications = 4;
        asked["replications"] = json!(4);
    }
    // Treated in another way in each replication, where that can be.
    let treats = RobustOptions::new(7, 40)
        .with_normalise([Normalise::MinMax, Normalise::Rank])
        .with_outliers([None, Some(dothi::Outliers::Winsorise { low: dec("0.05"), high: dec("0.95") })]);
    let ways = json!({
        "seed": "7", "replications": 40, "normalise": ["min_max", "rank"],
        "outliers": [null, {"method": "winsorise", "low": "0.05", "high": "0.95"}],
    });
    json!([{"asked": asked, "done": analysed(plan, columns, &options)}, {"asked": ways, "done": analysed(plan, columns, &treats)}])
}

fn analysed(plan: &PanelPlan<'_>, columns: &Columns<'_>, options: &RobustOptions) -> Value {
    match plan.robust(columns, options) {
        Err(findings) => json!({"refused": refused(&findings)}),
        Ok(robust) => match robust.run(|_| ControlFlow::Continue(())) {
            Ok(results) => told_robust(&results, &robust.statements(&results, Lang::En)),
            Err(dothi::RobustStop::Findings(findings)) => json!({"refused": refused(&findings)}),
            Err(_) => Value::Null,
        },
    }
}

fn told_robust(results: &RobustResults, statements: &[String]) -> Value {
    let place = |(at, place): (usize, &dothi::RobustPlace)| {
        json!([
            place.row,
            number(place.score),
            place.rank.map(|rank| rank.to_string().parse::<f64>().unwrap()),
            level(place.level),
            place.ranks.map(|ranks| json!([ranks.low, ranks.median, ranks.high, ranks.mean])),
            place.scores.map(|(mean, deviation)| [number(mean), number(deviation)]),
            place.levels.as_ref().map(|levels| json!([levels.reached, levels.open, levels.refused])),
            statements[at],
        ])
    };
    let units = results.places.len();
    json!({
        "mean_shift": results.mean_shift,
        "places": results.places.iter().enumerate().map(place).collect::<Vec<_>>(),
        "pairs": (0..units).flat_map(|a| (0..units).map(move |b| (a, b))).filter_map(|(a, b)| results.at_or_above(a, b)).collect::<Vec<_>>(),
    })
}

/// A wide table with periods.
pub(crate) const TABLE: &str = "bindings/cli/tests/data/panel-robust.csv";

/// Its analyses, period by period.
pub(crate) fn table() -> String {
    let set = set_of("dti-922@2022-u1");
    let sheet = PanelSheet::from_csv(&fs::read(root().join(TABLE)).unwrap(), &CsvOptions::default()).unwrap();
    let plan = set.panel(UnitKind::Province, &as_of("2026-11-21")).unwrap();
    let columns = sheet.columns(&plan).unwrap();
    let options = RobustOptions::new(1, 3_000).with_weights(WeightDoubt::Band { percent: 25.0 });
    let periods = sheet.robust(&plan, &columns, &options).unwrap();
    let told = periods.iter().map(|period| {
        let results = period.robust.run(|_| ControlFlow::Continue(())).unwrap();
        told_robust(&results, &period.robust.statements(&results, Lang::En))
    });
    Value::from_iter(told).to_string()
}

/// How many places a second: the tree of benches/panel.rs in small, 10 000 places; the same lines as test/times.mjs prints.
pub(crate) fn times(print: impl Fn(&str, usize, &mut dyn FnMut() -> usize)) {
    let set = case_set("sets/means.json");
    for (what, set, kind, rows) in
        [("means.json", &set, UnitKind::Province, 10_000), ("vn-ssc@2026-u1", &set_of("vn-ssc@2026-u1"), UnitKind::Commune, 200)]
    {
        let plan = set.panel(kind, &AssessOptions::new(as_of("2026-11-21").as_of)).unwrap();
        let of = |at: usize, input: &PanelInput| {
            let is_whole = is_whole(set, input);
            (0..rows).map(|row| spread(input, is_whole, row, at)).collect::<Vec<_>>()
        };
        let figures: Vec<Vec<f64>> = plan.inputs().iter().enumerate().map(|(at, input)| of(at, input)).collect();
        let bind = || {
            let columns = plan.inputs().iter().zip(&figures).map(|(input, figures)| (input.key.as_str(), Column::from(figures.clone())));
            plan.columns(rows, columns).unwrap().with_sampling(Sampling::Probability)
        };
        let mut columns = bind();
        let mut scores = Scores::default();
        print(&format!("{what}: {rows} places in"), 15, &mut || bind().units());
        print(&format!("{what}: {rows} places scored"), 15, &mut || {
            plan.score(&columns, &mut scores).unwrap();
            scores.score().len()
        });
        if plan.scheme().score.is_some() {
            print(&format!("{what}: {rows} places ranked"), 15, &mut || plan.rank(&columns, &scores, Ties::Competition).unwrap().of());
        }
        print(&format!("{what}: one figure changed"), 101, &mut || {
            plan.put(&mut columns, 0, 7, Cell::Value(1.0)).unwrap();
            plan.score_row(&columns, 7, &mut scores).unwrap();
            1
        });
    }
}
