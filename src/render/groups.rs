//! The criteria, group by group: an overview of each group, then every criterion.

use super::context::Context;
use super::criterion;
use super::markdown::{Markdown, Table, plain};
use super::method::brief;
use super::words;
use crate::criteria::{Child, CriteriaSet, Criterion, Group, Method, Node, judged};
use crate::number::Dec;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A group with the criteria that stand directly in it; none = criteria without a group.
pub(crate) struct Section<'s> {
    pub(crate) group: Option<&'s Group>,
    pub(crate) criteria: Vec<&'s Criterion>,
}

/// Every group and every criterion once, in the order of the trees.
pub(crate) fn sections(set: &CriteriaSet) -> Vec<Section<'_>> {
    let mut out: Vec<Section<'_>> = Vec::new();
    for scheme in set.schemes() {
        walk(set, &scheme.tree, &mut out);
    }
    for group in &set.header().groups {
        if !out.iter().any(|section| section.group == Some(group)) {
            out.push(Section { group: Some(group), criteria: Vec::new() });
        }
    }
    let rest: Vec<_> = set.criteria().iter().filter(|c| !holds(&out, c)).collect();
    out.push(Section { group: None, criteria: rest });
    out.retain(|section| section.group.is_some() || !section.criteria.is_empty());
    out
}

fn holds(sections: &[Section<'_>], criterion: &Criterion) -> bool {
    sections.iter().any(|section| section.criteria.iter().any(|c| c.id == criterion.id))
}

fn walk<'s>(set: &'s CriteriaSet, node: &'s Node, out: &mut Vec<Section<'s>>) {
    let group = node.group.as_deref().and_then(|id| set.group(id));
    let mut fresh = Vec::new();
    for child in &node.children {
        if let Child::Leaf { criterion, .. } = child
            && let Some(criterion) = set.criterion(criterion)
            && !holds(out, criterion)
        {
            fresh.push(criterion);
        }
    }
    match out.iter_mut().find(|section| section.group == group) {
        Some(section) => section.criteria.extend(fresh),
        None => out.push(Section { group, criteria: fresh }),
    }
    for child in &node.children {
        if let Child::Group(inner) = child {
            walk(set, inner, out);
        }
    }
}

/// Weight and points of a criterion in a tree that holds it.
pub(super) fn leaf(node: &Node, id: &str) -> Option<(Option<Dec>, Option<Dec>)> {
    node.children.iter().find_map(|child| match child {
        Child::Group(inner) => leaf(inner, id),
        Child::Leaf { criterion, weight, max_points } => (criterion == id).then_some((*weight, *max_points)),
    })
}

pub(super) fn write(cx: Context<'_>, out: &mut Markdown) {
    out.anchored(2, "criteria", cx.say("Tiêu chí", "Criteria"));
    for section in sections(cx.set) {
        match section.group {
            Some(group) => {
                let title = format!("{} {}", plain(&group.label), cx.text(&group.title));
                out.anchored(3, &format!("g-{}", group.id), &title);
                let cites = cx.cites(&group.cites);
                if !cites.is_empty() {
                    out.paragraph(&format!("{}: {cites}.", cx.say("Nguồn", "Source")));
                }
                if let Some(note) = &group.note {
                    out.paragraph(&cx.note(note));
                }
            }
            None => out.heading(3, cx.say("Ngoài các nhóm", "Outside the groups")),
        }
        overview(cx, &section.criteria, out);
        for criterion in section.criteria {
            criterion::write(cx, criterion, out);
        }
    }
    units(cx, out);
}

/// The thresholds of the default scheme side by side.
fn overview(cx: Context<'_>, criteria: &[&Criterion], out: &mut Markdown) {
    let Some(scheme) = cx.set.schemes().first() else { return };
    let methods: Vec<_> = criteria.iter().map(|c| judged(c, scheme)).collect();
    let asked = methods.iter().flatten().flat_map(|method| method.thresholds()).map(|t| t.level);
    let top = asked.chain(scheme.levels.iter().map(|level| level.level)).max().unwrap_or(0);
    let mut header: Vec<String> = [("Số", "No."), ("Tiêu chí", "Criterion"), ("Loại", "Tier"), ("Cách xét", "Judged by")]
        .map(|(vi, en)| cx.say(vi, en).into())
        .into();
    header.extend((1..=top).map(|level| super::method::capital(&cx.level(level))));
    header.extend([("Điểm tối đa", "Most points"), ("Trọng số", "Weight")].map(|(vi, en)| String::from(cx.say(vi, en))));
    let mut table = Table::new(header);
    let mut varies = false;
    for (criterion, method) in criteria.iter().zip(methods) {
        let mut row = Vec::from([
            plain(&criterion.label),
            format!("[{}](#c-{})", cx.text(&criterion.title), criterion.id),
            criterion.tier.map(|tier| words::tier_of_one(tier, cx.lang).to_string()).unwrap_or_default(),
            method.map(|method| brief(cx, method)).unwrap_or_default(),
        ]);
        row.extend((1..=top).map(|level| threshold(cx, criterion, method, level, &mut varies)));
        let (weight, points) = leaf(&scheme.tree, &criterion.id).unwrap_or_default();
        row.extend([points, weight].map(|n| n.map(|n| cx.number(n)).unwrap_or_default()));
        table.row(row);
    }
    out.table(&table);
    if varies {
        out.paragraph(cx.say(
            "\\* Một số nơi có ngưỡng riêng, xem từng tiêu chí.",
            "\\* Some places have a threshold of their own, see the criterion.",
        ));
    }
}

fn threshold(cx: Context<'_>, criterion: &Criterion, method: Option<&Method>, level: u32, varies: &mut bool) -> String {
    let found = method.and_then(|method| method.thresholds().iter().find(|t| t.level == level));
    let (Some(threshold), Some(point)) = (found, criterion.data_points.first()) else { return String::new() };
    let own = !threshold.variants.is_empty();
    *varies |= own;
    format!("{}{}", plain(&cx.asked(threshold.op, threshold.value, point)), if own { " \\*" } else { "" })
}

fn units(cx: Context<'_>, out: &mut Markdown) {
    out.anchored(2, "units", cx.say("Đơn vị đo", "Units of measure"));
    let header = [cx.say("Mã", "Id"), cx.say("Ký hiệu", "Symbol"), cx.say("Hệ số của tỷ số", "Factor of a ratio")];
    let mut table = Table::new(header);
    for unit in &cx.set.header().units {
        table.row([super::markdown::code(&unit.id), cx.text(&unit.symbol), cx.number(unit.factor)]);
    }
    out.table(&table);
}
