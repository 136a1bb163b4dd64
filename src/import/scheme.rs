//! The scheme: groups as a tree, and levels by the rules of `levels.csv`.

use super::importer::Importer;
use super::rules::{BASIC_SHARE, CUMULATIVE, ELECTIVES, GROUP_SHARE, MAX_NOT_APPLICABLE, MIN_APPLICABLE, NAME, NOT_APPLICABLE, Rules};
use crate::criteria::{
    Aggregate, Basis, Child, Condition, Group, Level, Limit, MissingPolicy, MissingRule, Node, Precondition, Scheme, Tier,
};
use crate::number::Dec;
use crate::text::Text;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

const ID: &str = "main";
const TITLE: (&str, &str) = ("Đánh giá theo cấp độ", "Assessment by level");

impl Importer<'_> {
    pub(super) fn scheme(&mut self, rules: &Rules<'_>, groups: &[Group]) -> Option<Scheme> {
        let missing = self.missing_data(rules);
        let levels: Vec<_> = (1..=rules.last_level.unwrap_or(0)).map(|level| self.maturity_level(rules, level)).collect();
        Some(Scheme {
            id: ID.into(),
            title: Text::new(TITLE.0, TITLE.1),
            tree: self.tree(groups),
            missing: missing?,
            unit_kinds: Vec::new(),
            not_considered: Vec::new(),
            compare_with: None,
            panel: None,
            rounding: Vec::new(),
            scale: Dec::ONE,
            score: None,
            bands: Vec::new(),
            preconditions: preconditions(rules),
            levels: levels.into_iter().collect::<Option<_>>()?,
            verdict: false,
            published_tolerance: None,
        })
    }

    fn tree(&self, groups: &[Group]) -> Node {
        let leaves = |group: &Group| {
            let own = self.tables.criteria.lines().filter(|line| line.raw("group") == group.id);
            own.map(|line| Child::Leaf { criterion: line.raw("id").into(), weight: None, max_points: None }).collect()
        };
        let children = groups.iter().map(|group| Child::Group(counting(Some(group.id.clone()), leaves(group)))).collect();
        counting(None, children)
    }

    /// What missing data means is said in the note of the rule on what does not apply.
    fn missing_data(&mut self, rules: &Rules<'_>) -> Option<MissingRule> {
        let Some(rule) = rules.get(NOT_APPLICABLE, None) else {
            let why = ("phải biết không áp dụng khác thiếu số liệu ra sao", "it must be said how not applicable differs from missing");
            self.missing_rule(None, NOT_APPLICABLE, why);
            return None;
        };
        let (cites, note) = (rule.cites.clone(), rule.line.note());
        Some(MissingRule { policy: MissingPolicy::NotMet, minimum_share: None, basis: Basis::Assumption, cites, note })
    }

    fn maturity_level(&mut self, rules: &Rules<'_>, level: u32) -> Option<Level> {
        let mut name = |lang: &str| {
            let key = format!("{NAME}_{lang}");
            let found = rules.get(&key, Some(level)).map(|rule| String::from(rule.line.raw("value")));
            if found.is_none() {
                self.missing_rule(Some(level), &key, ("cấp độ nào cũng cần tên", "every level needs its name"));
            }
            found
        };
        let (vi, en) = (name("vi"), name("en"));
        let of = conditions(rules, level);
        if of.is_empty() {
            self.missing_rule(Some(level), BASIC_SHARE, ("cấp độ nào cũng cần điều kiện", "every level needs a condition"));
        }
        Some(Level { level, title: Text::new(vi?, en?), conditions: Condition::All { of } })
    }
}

fn counting(group: Option<String>, children: Vec<Child>) -> Node {
    Node { group, weight: None, max_points: None, aggregate: Aggregate::CountPassed, exponent: None, children }
}

fn parameter(key: &str) -> Limit {
    Limit::Parameter(key.into())
}

fn preconditions(rules: &Rules<'_>) -> Vec<Precondition> {
    let tier = Some(Tier::Basic);
    let has = |key: &str| rules.get(key, None).is_some();
    let enough = has(MIN_APPLICABLE).then(|| Precondition::MinApplicable { tier, min: parameter(MIN_APPLICABLE) });
    let few_claims = has(MAX_NOT_APPLICABLE).then(|| Precondition::MaxNotApplicableShare { tier, max: parameter(MAX_NOT_APPLICABLE) });
    enough.into_iter().chain(few_claims).collect()
}

/// The conditions whose rules hold at a level.
fn conditions(rules: &Rules<'_>, level: u32) -> Vec<Condition> {
    let (basic, group) = (Some(Tier::Basic), None);
    let share = |key, each_group| Condition::ShareMet { tier: basic, group: None, each_group, min: parameter(key) };
    let mut of = Vec::new();
    if rules.holds_at(BASIC_SHARE, level) {
        of.push(share(BASIC_SHARE, false));
    }
    if rules.holds_at(ELECTIVES, level) {
        of.push(Condition::CountMet { tier: Some(Tier::Elective), group, min: parameter(ELECTIVES) });
    }
    if rules.holds_at(GROUP_SHARE, level) {
        of.push(share(GROUP_SHARE, true));
    }
    // The first level has none below it.
    if level > 1 && rules.get(CUMULATIVE, None).is_some() {
        of.push(Condition::LowerLevels);
    }
    of
}
