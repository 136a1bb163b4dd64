//! How the level depends on a share whose source is weak: over which interval it stays the same, and what other readings give.

use super::{Assessment, View};
use crate::criteria::{Condition, Confidence, Limit, Scheme};
use crate::json::Writer;
use crate::number::{Dec, Exact, Number};
use crate::order;
use crate::steps::Standing;
use crate::steps::level::{Reading, Rules, Tally, is_parameter, levels, tally};
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// A share met / asked, as two counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SharePoint {
    /// Criteria met.
    pub met: u32,
    /// Criteria asked.
    pub asked: u32,
}

/// How the level depends on one share parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ShareSensitivity {
    /// The parameter.
    pub parameter: String,
    /// The value used.
    pub value: Dec,
    /// How the parameter's source was read.
    pub confidence: Confidence,
    /// The level stays the same for every value above this share; none = from 0.
    pub above: Option<SharePoint>,
    /// ... up to and including this share; none = up to 1.
    pub up_to: Option<SharePoint>,
    /// The level if the share is asked of every group.
    pub per_group: u32,
    /// The level if the share is asked of all levels up to the one judged together.
    pub overall: u32,
}

impl ShareSensitivity {
    pub(super) fn write(w: &mut Writer, of: &Self) {
        point(w, "above", of.above);
        w.text("confidence", of.confidence.as_str());
        w.count("overall", of.overall);
        w.text("parameter", &of.parameter);
        w.count("per_group", of.per_group);
        point(w, "up_to", of.up_to);
        w.decimal("value", of.value);
    }
}

fn point(w: &mut Writer, key: &str, point: Option<SharePoint>) {
    if let Some(point) = point {
        w.inner(key, |w| {
            w.count("asked", point.asked);
            w.count("met", point.met);
        });
    }
}

impl Assessment<'_> {
    /// For each parameter above zero that a level asks as a share of criteria: the interval over which the level stays the same,
    /// and the level under the two other readings. Empty when there is no level, and where the source leaves something else open.
    #[must_use]
    pub fn sensitivity(&self, view: &View<'_>) -> Vec<ShareSensitivity> {
        let Some(current) = view.level.reached else { return Vec::new() };
        if view.standings.high.is_some() {
            return Vec::new();
        }
        let standing = &view.standings.low;
        let rules = self.rules();
        let level_of = |rules: &Rules<'_, '_>| levels(rules, standing).1;
        let mut out = Vec::new();
        for id in share_parameters(self.scheme) {
            let all = || self.set.header().parameters.iter().zip(&self.parameters).filter(|(p, _)| p.id == id);
            let values: Vec<Dec> = all().map(|(_, v)| *v).collect();
            let Some(confidence) = all().map(|(p, _)| p.confidence).max() else { continue };
            let Some(value) = values.first().copied().filter(|v| *v > Dec::ZERO && values.iter().all(|o| o == v)) else { continue };
            let reading = |reading| level_of(&Rules { reading: Some((reading, id)), ..rules });
            let (above, up_to) = self.interval(&rules, standing, id, value, current);
            out.push(ShareSensitivity {
                parameter: id.into(),
                value,
                confidence,
                above,
                up_to,
                per_group: reading(Reading::PerGroup),
                overall: reading(Reading::Overall),
            });
        }
        out
    }

    /// The level only changes at shares that some level has; between two of them it is the same.
    fn interval(
        &self,
        rules: &Rules<'_, '_>,
        standing: &Standing<Exact>,
        id: &str,
        value: Dec,
        current: u32,
    ) -> (Option<SharePoint>, Option<SharePoint>) {
        let mut points = share_points(rules, standing, id);
        order::sort_by(&mut points, |a, b| (u64::from(a.met) * u64::from(b.asked)).cmp(&(u64::from(b.met) * u64::from(a.asked))));
        // Of a count that is asked of nothing there is no share point.
        let share = |p: &SharePoint| Exact::of(Dec::from_count(p.met.into())).div(Exact::of(Dec::from_count(p.asked.into())));
        let less = |a: Exact, b: Exact| a.order(b) == Some(Ordering::Less);
        let level_at = |trial: Exact| {
            let trial = trial.dec().unwrap_or(value);
            let replace = |(p, v): (&crate::criteria::Parameter, &Dec)| if p.id == id { trial } else { *v };
            let parameters: Vec<Dec> = self.set.header().parameters.iter().zip(&self.parameters).map(replace).collect();
            levels(&Rules { parameters: &parameters, ..*rules }, standing).1
        };
        let middle = |a: Exact, b: Exact| a.add(b).div(Exact::ONE.add(Exact::ONE));
        let value = Exact::of(value);
        let mut above = None;
        for (at, point) in points.iter().enumerate().rev().filter(|(_, p)| less(share(p), value)) {
            let below = at.checked_sub(1).and_then(|b| points.get(b)).map_or(Exact::ZERO, share);
            if less(below, share(point)) && level_at(middle(below, share(point))) != current {
                above = Some(*point);
                break;
            }
        }
        let mut up_to = None;
        for (at, point) in points.iter().enumerate().filter(|(_, p)| !less(share(p), value)) {
            let next = points.get(at + 1).map_or(Exact::ONE, share);
            if less(share(point), next) && level_at(middle(share(point), next)) != current {
                up_to = Some(*point);
                break;
            }
        }
        (above, up_to)
    }
}

/// Parameters that some level asks as a share of criteria.
fn share_parameters(scheme: &Scheme) -> Vec<&str> {
    let mut out = Vec::new();
    for level in &scheme.levels {
        walk(&level.conditions, &mut |condition| {
            if let Condition::ShareMet { min: Limit::Parameter(id), .. } = condition {
                out.push(id.as_str());
            }
        });
    }
    order::sort(&mut out);
    out.dedup();
    out
}

/// Every share that a condition with the parameter compares.
fn share_points(rules: &Rules<'_, '_>, standing: &Standing<Exact>, id: &str) -> Vec<SharePoint> {
    let mut out = Vec::new();
    for level in &rules.scheme.levels {
        walk(&level.conditions, &mut |condition| {
            let Condition::ShareMet { tier, group, each_group, min } = condition else { return };
            if !is_parameter(min, id) {
                return;
            }
            let node = rules.plan.node_of(&rules.set.header().groups, group.as_deref());
            let groups = rules.plan.groups.iter().enumerate().filter(|(at, g)| if *each_group { g.direct } else { Some(*at) == node });
            for (_, group) in groups {
                let Tally { met, asked } = tally(rules, standing, group.leaves.clone(), *tier, level.level);
                if asked > 0 {
                    out.push(SharePoint { met, asked });
                }
            }
        });
    }
    out
}

fn walk<'c>(condition: &'c Condition, visit: &mut impl FnMut(&'c Condition)) {
    visit(condition);
    match condition {
        Condition::All { of } | Condition::Any { of } | Condition::AtLeast { of, .. } | Condition::Unclear { of, .. } => {
            of.iter().for_each(|inner| walk(inner, visit));
        }
        Condition::If { then, otherwise, .. } => then.iter().chain(otherwise).for_each(|inner| walk(inner, visit)),
        _ => {}
    }
}
