//! Made-up sets with random trees, and places for them.

use crate::made_up;
use dothi::{CityFile, Column, Columns, CriteriaSet, Dec, Mask, PanelLevel, PanelPlan};
use serde_json::{Value, json};

/// Numbers from a seed.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }

    pub fn of<'t>(&mut self, words: &[&'t str]) -> &'t str {
        words[self.below(words.len() as u64) as usize]
    }
}

/// A cell of a place: a figure, nothing, or a claim that it cannot exist.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Given {
    Figure(f64),
    Nothing,
    Claim,
}

/// A tree and goalposts.
pub struct Made {
    pub criteria: usize,
    /// The means that its nodes are of.
    means: Vec<&'static str>,
    posts: Vec<(String, String)>,
    tree: Value,
    groups: Vec<String>,
    missing: Value,
    scale: String,
    of: &'static str,
}

impl Made {
    /// A random set of sums and arithmetic means. Under `exclude` only means, as sums of what was left out mean nothing.
    pub fn random(dice: &mut Dice) -> Self {
        Self::of(dice, &["weighted_arithmetic"])
    }

    /// A random set with means of any kind.
    pub fn of_any_mean(dice: &mut Dice) -> Self {
        Self::of(dice, &["weighted_arithmetic", "weighted_arithmetic", "weighted_geometric", "weighted_harmonic", "power_mean", "minimum"])
    }

    fn of(dice: &mut Dice, means: &[&'static str]) -> Self {
        let policy = dice.of(&["exclude", "exclude", "undecided", "not_met", "zero"]);
        let least = if policy == "exclude" { dice.of(&["0", "0", "0.5", "0.6", "0.75", "1"]) } else { "0" };
        let missing = made_up::missing(policy, least);
        let mut made = Self {
            criteria: 0,
            means: means.to_vec(),
            posts: Vec::new(),
            tree: Value::Null,
            groups: Vec::new(),
            missing,
            scale: dice.of(&["1", "100", "10"]).into(),
            of: if dice.below(3) == 0 { "share" } else { "value" },
        };
        let equal = dice.below(3) == 0;
        made.tree = made.node(dice, 0, equal, policy != "exclude", false).0;
        made
    }

    /// A node and its points in tenths; below a sum there are only sums.
    fn node(&mut self, dice: &mut Dice, depth: u32, equal: bool, sums: bool, under_sum: bool) -> (Value, u64) {
        let sum = under_sum || (sums && dice.below(2) == 0);
        let count = if dice.below(8) == 0 { 8 + dice.below(12) } else { 1 + dice.below(6) };
        let (mut children, mut total) = (Vec::new(), 0);
        for at in 0..count {
            let (mut child, tenths) = if depth < 3 && dice.below(3) == 0 {
                let (mut inner, tenths) = self.node(dice, depth + 1, equal, sums, sum);
                let id = format!("g-{}", self.groups.len());
                inner["group"] = json!(id);
                self.groups.push(id);
                (inner, tenths)
            } else {
                (self.leaf(dice), [10, 50, 25, 100, 3][dice.below(5) as usize])
            };
            if sum {
                child["max_points"] = json!(format!("{}.{}", tenths / 10, tenths % 10));
                total += tenths;
            } else {
                let weight = dice.of(&["1", "2", "0.1", "0.2", "0.3", "0", "0.07", "3.5"]);
                child["weight"] = json!(if equal || at == 0 { "1" } else { weight });
            }
            children.push(child);
        }
        let how = if sum { "sum" } else { dice.of(&self.means) };
        let mut node = json!({"aggregate": how, "children": children});
        if how == "power_mean" {
            node["exponent"] = json!(dice.of(&["2", "-1", "0.5", "-0.3", "0.1", "3", "-2.5", "10"]));
        }
        (node, total)
    }

    fn leaf(&mut self, dice: &mut Dice) -> Value {
        let (worst, best) = (dice.of(&["0", "1", "-3", "0.1", "1000"]), dice.of(&["3", "7", "100", "0.9", "-10"]));
        self.posts.push((worst.into(), best.into()));
        self.criteria += 1;
        json!({"criterion": format!("c-{}", self.criteria - 1)})
    }

    /// The set, with a level for each limit of the score.
    pub fn set(&self, limits: &[Dec]) -> CriteriaSet {
        let criterion = |(i, (worst, best)): (usize, &(String, String))| made_up::criterion(&format!("c-{i}"), worst, best);
        let level = |(i, limit): (usize, &Dec)| {
            let title = format!("Level {}", i + 1);
            json!({
                "level": i + 1, "title": {"vi": title, "en": title},
                "conditions": [{"condition": "node_value", "of": self.of, "op": if i % 2 == 0 { "ge" } else { "gt" }, "min": limit.to_string()}]
            })
        };
        let scheme = json!({
            "tree": self.tree, "missing": self.missing, "scale": self.scale, "score": {"of": self.of},
            "levels": limits.iter().enumerate().map(level).collect::<Vec<_>>()
        });
        let groups = self.groups.iter().map(|id| made_up::group(id)).collect();
        made_up::load(&made_up::set("test-made", groups, self.posts.iter().enumerate().map(criterion).collect(), scheme))
    }

    /// Places on a coarse grid, so that many scores are equal; some a permutation of the one before.
    pub fn places(&self, dice: &mut Dice, count: usize) -> Vec<Vec<Given>> {
        let mut out: Vec<Vec<Given>> = Vec::new();
        for at in 0..count {
            let mut place: Vec<Given> = (0..self.criteria).map(|_| given(dice)).collect();
            if at > 0 && dice.below(3) == 0 {
                place.clone_from(&out[at - 1]);
                place.rotate_left(dice.below(self.criteria as u64) as usize);
            }
            out.push(place);
        }
        out
    }
}

fn given(dice: &mut Dice) -> Given {
    match dice.below(24) {
        0 => Given::Claim,
        1 | 2 => Given::Nothing,
        3 => Given::Figure(0.1 + 0.2),
        4 => Given::Figure(1.0 / 3.0),
        5 => Given::Figure(-50.0),
        6 => Given::Figure(1e6),
        n if n < 16 => Given::Figure(dice.below(12) as f64 / 4.0),
        _ => Given::Figure(dice.below(100) as f64 / 10.0),
    }
}

/// The places as columns of a plan.
pub fn columns(plan: &PanelPlan<'_>, places: &[Vec<Given>]) -> Columns<'static> {
    let column = |criterion: usize| {
        let cells = || places.iter().map(|place| place[criterion]);
        let rows = |what: Given| cells().enumerate().filter(move |(_, cell)| *cell == what).map(|(row, _)| row);
        let figures: Vec<f64> = cells().map(|cell| if let Given::Figure(x) = cell { x } else { 5.0 }).collect();
        Column::from(figures)
            .with_missing(Mask::of_rows(places.len(), rows(Given::Nothing)))
            .with_not_applicable(Mask::of_rows(places.len(), rows(Given::Claim)))
    };
    let keys: Vec<String> = (0..places.first().map_or(0, Vec::len)).map(|i| format!("c-{i}")).collect();
    let all = keys.iter().enumerate().map(|(i, key)| (key.as_str(), column(i)));
    plan.columns(places.len(), all).unwrap()
}

/// Score and level of each place by the exact path alone.
pub fn exact(set: &CriteriaSet, places: &[Vec<Given>]) -> Vec<(Option<Dec>, PanelLevel)> {
    let city = |(row, place): (usize, &Vec<Given>)| {
        let id = |at: usize| format!("c-{at}");
        let figures = place.iter().enumerate().filter_map(|(at, cell)| match cell {
            Given::Figure(x) => Some(json!({"criterion": id(at), "role": "value", "value": x.to_string()})),
            _ => None,
        });
        let claims = place.iter().enumerate().filter(|(_, cell)| **cell == Given::Claim);
        json!({
            "unit": {"code": format!("x{row}"), "name": {"vi": "X"}, "kind": "province"},
            "observations": figures.collect::<Vec<_>>(),
            "not_applicable": claims.map(|(at, _)| json!({"criterion": id(at), "reason": "x"})).collect::<Vec<_>>(),
        })
    };
    let cities: Vec<Value> = places.iter().enumerate().map(city).collect();
    let (file, _) = CityFile::from_json(&crate::support::file(&cities)).unwrap_or_else(|findings| panic!("{findings}"));
    let judged = file.cities.iter().map(|city| {
        let assessment = set.assess(city, &crate::support::as_of()).unwrap();
        let view = assessment.self_assessed();
        let level = match (view.level.of, view.level.reached) {
            (0, _) => PanelLevel::None,
            (_, Some(level)) => PanelLevel::Reached(level),
            _ => panic!("no level"),
        };
        (view.score.map(|score| score.value), level)
    });
    judged.collect()
}
