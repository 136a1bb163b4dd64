//! Every project, province by province: those of its own report, then those of communes and urban areas inside it.

use super::super::{amount, fund_source};
use super::Told;
use crate::content::Part;
use crate::model::{Block, Cell, Kind, Row, Table, Tone};
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;
use dothi::programme::{Project, ProjectLine, Standing};

pub(super) fn write(told: Told<'_>, part: &mut Part) {
    let mut provinces: BTreeMap<&str, Vec<&Project>> = BTreeMap::new();
    for project in told.s.projects.iter().filter(|project| project.standing != Standing::Copy) {
        provinces.entry(&project.province).or_default().push(project);
    }
    if provinces.is_empty() {
        return;
    }
    part.section(told.say("Dự án", "Projects"));
    part.push(Block::plain(told.say(
        "Dự án của xã, phường, đô thị nêu trong tỉnh của đơn vị và không cộng vào số cả nước.",
        "Projects of communes and urban areas stand inside their province and are in no national sum.",
    )));
    let copies = told.s.projects.iter().filter(|project| project.standing == Standing::Copy).count();
    if copies > 0 {
        part.push(Block::dim(match told.lang {
            dothi::Lang::Vi => format!("Không nêu ở đây {copies} dự án của bản trùng; các dự án đó có trong tệp JSON và CSV."),
            _ => format!("{copies} projects of copies are not shown here; they are in the JSON and CSV documents."),
        }));
    }
    let mut table = Table::new(told.say("Dự án theo tỉnh (đồng)", "Projects by province (VND)"))
        .column(Kind::Name, 29, told.say("dự án", "project"))
        .column(Kind::Word, 11, told.say("nhóm", "category"))
        .column(Kind::Word, 7, told.say("năm", "year"))
        .column(Kind::Text, 17, told.say("nguồn vốn", "source of funds"))
        .column(Kind::Number, 18, told.say("kế hoạch", "planned"))
        .column(Kind::Number, 18, told.say("giải ngân", "disbursed"));
    let asked = |code: &str| told.s.provinces.iter().any(|province| province.unit.code == code);
    // Whoever names no province of the list comes last.
    let (listed, others): (Vec<_>, Vec<_>) = provinces.into_iter().partition(|(code, _)| asked(code));
    for (code, mut projects) in listed.into_iter().chain(others) {
        projects.sort_by_key(|project| project.unit != code);
        for of_report in projects.chunk_by(|a, b| (&a.unit, &a.file) == (&b.unit, &b.file)) {
            let Some(first) = of_report.first() else { continue };
            table.rows.push(head(told, code, first, asked(code)));
            let lines = of_report.iter().flat_map(|project| project.lines.iter().map(move |line| (project, line)));
            table.rows.extend(lines.map(|(project, line)| row(told, project, line)));
        }
    }
    part.push(Block::Table(table));
}

/// Whose projects follow.
fn head<'s>(told: Told<'s>, code: &'s str, first: &'s Project, is_asked: bool) -> Row {
    let name = format!("{} {}", first.unit, told.name(&first.unit));
    let mut cell = Cell::strong(name);
    if first.unit != code {
        let province = if is_asked { told.name(code).to_string() } else { code.to_string() };
        cell = cell.and(Tone::Plain, format!("{} {province}", told.say("trong", "in")));
    }
    cell = cell.and(Tone::Dim, first.file.as_str());
    if first.standing != Standing::Counted {
        cell = cell.and(Tone::Dim, first.standing.label(told.lang));
    }
    let mut cells = Vec::from([cell]);
    cells.resize_with(6, Cell::default);
    Row::Head(cells)
}

fn row(told: Told<'_>, project: &Project, line: &ProjectLine) -> Row {
    let name = Cell::new(line.project.as_ref().unwrap_or(&project.project));
    let name = project.code.iter().fold(name, |cell, code| cell.and(Tone::Dim, code.as_str()));
    Row::Cells(Vec::from([
        line.note.iter().fold(name, |cell, note| cell.and(Tone::Dim, note.as_str())),
        Cell::new(line.category.as_str()),
        Cell::new(line.year.to_string()),
        Cell::new(fund_source(told.outline, &line.source, told.lang)),
        amount(line.planned, told.lang),
        amount(line.disbursed, told.lang),
    ]))
}
