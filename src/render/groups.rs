//! The criteria, group by group: an overview of each group, then every criterion.

use super::asked::at_level;
use super::context::Context;
use super::criterion;
use super::markdown::{Markdown, Table, plain};
use super::method::brief;
use super::provenance::{Shown, mark};
use super::words;
use crate::criteria::{Band, Child, CriteriaSet, Criterion, Group, Method, Node, Scheme, judged, most_points};
use crate::number::Dec;
use crate::text::capital;
use alloc::format;
use alloc::string::String;
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
        overviews(cx, &section.criteria, out);
        for criterion in section.criteria {
            criterion::write(cx, criterion, out);
        }
    }
    units(cx, out);
}

/// What is asked and what can be had, side by side, in each scheme that holds some of the criteria.
fn overviews(cx: Context<'_>, criteria: &[&Criterion], out: &mut Markdown) {
    let schemes = cx.set.schemes();
    let mut shown = false;
    for scheme in schemes {
        let here: Vec<&Criterion> = criteria.iter().copied().filter(|c| scheme.tree.holds(&c.id)).collect();
        if here.is_empty() {
            continue;
        }
        if schemes.len() > 1 {
            out.paragraph(&format!("**{}** ({})", cx.text(&scheme.title), super::markdown::code(&scheme.id)));
        }
        overview(cx, &here, scheme, out);
        shown = true;
    }
    if let (false, Some(scheme)) = (shown, schemes.first()) {
        overview(cx, criteria, scheme, out);
    }
}

fn overview(cx: Context<'_>, criteria: &[&Criterion], scheme: &Scheme, out: &mut Markdown) {
    let methods: Vec<_> = criteria.iter().map(|c| judged(c, scheme)).collect();
    let asked = methods.iter().flatten().flat_map(|method| method.levels());
    let top = asked.chain(scheme.levels.iter().map(|level| level.level)).max().unwrap_or(0);
    let mut header: Vec<String> = [("Số", "No."), ("Tiêu chí", "Criterion"), ("Loại", "Tier"), ("Cách xét", "Judged by")]
        .map(|(vi, en)| cx.say(vi, en).into())
        .into();
    let column = |level| if scheme.has_levels() { capital(&cx.level(level)) } else { cx.say("Ngưỡng", "Threshold").into() };
    header.extend((1..=top).map(column));
    header.extend(
        [
            ("Tối thiểu", "Minimum"),
            ("Tối đa", "Maximum"),
            ("Mục tiêu", "Target"),
            ("Điểm tối thiểu", "Least points"),
            ("Điểm tối đa", "Most points"),
            ("Trọng số", "Weight"),
        ]
        .map(|(vi, en)| String::from(cx.say(vi, en))),
    );
    let mut table = Table::new(header);
    let mut varies = false;
    for (criterion, method) in criteria.iter().zip(methods) {
        let title = format!("[{}](#c-{})", cx.text(&criterion.title), criterion.id);
        let mut row = Vec::from([
            format!("{}{}", plain(&criterion.label), mark(cx, criterion, Shown::Label)),
            format!("{title}{}", mark(cx, criterion, Shown::Title)),
            criterion
                .tier
                .map(|tier| format!("{}{}", words::tier_of_one(tier, cx.lang), mark(cx, criterion, Shown::Tier)))
                .unwrap_or_default(),
            method.map(|method| brief(cx, method)).unwrap_or_default(),
        ]);
        row.extend((1..=top).map(|level| method.map(|m| at_level(cx, criterion, m, level, &mut varies)).unwrap_or_default()));
        let (weight, points) = leaf(&scheme.tree, &criterion.id).unwrap_or_default();
        row.extend(method.map_or_else(Default::default, |method| ends(cx, criterion, method)));
        let points = points.or_else(|| method.and_then(most_points));
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

/// Minimum, maximum, target and least points of a method that gives points.
fn ends(cx: Context<'_>, criterion: &Criterion, method: &Method) -> [String; 4] {
    let Some(point) = criterion.data_points.first() else { return Default::default() };
    let amount = |value: Dec| plain(&cx.amount(value, point));
    match method {
        Method::Interpolate(i) => [amount(i.minimum), amount(i.maximum), String::new(), cx.number(i.points_min)],
        Method::Steps { points, .. } => {
            let (first, last) = (points.first(), points.last());
            let edge = |band: Option<&Band>| band.map(|band| amount(band.at_least)).unwrap_or_default();
            [edge(first), edge(last), String::new(), first.map(|band| cx.number(band.points)).unwrap_or_default()]
        }
        Method::TargetShare { target, .. } => [String::new(), String::new(), amount(*target), String::new()],
        _ => Default::default(),
    }
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
