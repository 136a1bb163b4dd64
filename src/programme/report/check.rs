//! Whether a report is complete and fits together, its outline and its round.

use super::model::{FundingLine, LocalReport, StatedTotal};
use crate::criteria::UnitKind;
use crate::date::Date;
use crate::finding::{Code, Finding, Findings, Origin, Place};
use crate::number::Dec;
use crate::programme::money::{AmountFault, Money, MoneyUnit};
use crate::programme::outline::{Outline, OutlineItem, OutlinePart, PartRole, Required};
use crate::programme::round::{Punctuality, Round, RoundUnit};
use crate::text::Lang;
use crate::vietnamese::in_small_letters;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What a report has under an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Filled,
    /// The report says that there is nothing.
    Nothing,
    Missing,
}

impl LocalReport {
    /// Holds the report against its outline, and against a round with the units that are asked, where they are given: every finding
    /// at once. Errors are what makes its figures unusable: amounts that are none, items and categories that the outline does
    /// not have. Warnings are what is late, missing, doubled or does not add up; the report is used with them.
    ///
    /// ```
    /// use dothi::programme::{Outline, ReportFile};
    /// let text = r#"{"format":1,"reports":[{"outline":"bxd-1683-2022","unit":{"code":"01","name":"Hà Nội","kind":"province"},
    ///     "entries":[{"item":"2","text":"..."}],"funding":[]}]}"#;
    /// let (file, _) = ReportFile::from_json(text.as_bytes()).unwrap();
    /// let findings = file.reports[0].check(&Outline::builtin().unwrap(), None);
    /// assert!(findings.iter().any(|finding| finding.code().as_str() == "report.part_missing"));
    /// ```
    #[must_use]
    pub fn check(&self, outline: &Outline, round: Option<(&Round, &[RoundUnit])>) -> Findings {
        let mut findings = Findings::default();
        if self.outline != outline.outline {
            let finding = Finding::new(Code::ReportOtherOutline, at(&self.origin, "/outline"));
            findings.push(finding.with("found", &self.outline).with("expected", &outline.outline));
            return findings;
        }
        self.items(outline, &mut findings);
        self.money(outline, &mut findings);
        self.complete(outline, &mut findings);
        self.doubled(&mut findings);
        if let Some((round, units)) = round {
            self.fits(round, units, &mut findings);
        }
        findings
    }

    /// True when every part and item that the outline always asks is there, or declared to have nothing.
    #[must_use]
    pub fn is_complete(&self, outline: &Outline) -> bool {
        let mut findings = Findings::default();
        self.complete(outline, &mut findings);
        self.outline == outline.outline && findings.is_empty()
    }

    fn items(&self, outline: &Outline, findings: &mut Findings) {
        let of = |wanted: fn(PartRole) -> bool| -> Vec<&str> {
            outline.leaves().filter(|(part, _)| wanted(part.role)).map(|(_, item)| item.id.as_str()).collect()
        };
        let texts = of(|role| role != PartRole::Funding);
        for entry in self.entries.iter().filter(|entry| !texts.contains(&entry.item.as_str())) {
            let finding = Finding::new(Code::ReportUnknownItem, at(&entry.origin, "/item"));
            findings.push(finding.with("value", &entry.item).with("known", texts.join(", ")));
        }
        for nothing in &self.nothing {
            let known = outline.item(&nothing.item).is_some() || outline.parts.iter().any(|part| part.head.id == nothing.item);
            if !known {
                let finding = Finding::new(Code::ReportUnknownItem, at(&nothing.origin, "/item"));
                let all: Vec<&str> = outline.leaves().map(|(_, item)| item.id.as_str()).collect();
                findings.push(finding.with("value", &nothing.item).with("known", all.join(", ")));
            } else if self.is_filled(&nothing.item, outline) {
                let finding = Finding::new(Code::ReportNothingButFilled, at(&nothing.origin, "/item"));
                findings.push(finding.with("item", &nothing.item));
            }
        }
    }

    fn money(&self, outline: &Outline, findings: &mut Findings) {
        for line in &self.funding {
            classes(outline, Some(&line.category), Some(&line.source), &line.origin, findings);
            amounts(line.planned, line.disbursed, line.unit, &line.origin, findings);
            if let (Some(planned), Some(disbursed)) = (line.planned_dong(), line.disbursed_dong())
                && disbursed > planned
            {
                let finding = Finding::new(Code::ReportOverPlan, at(&line.origin, "/disbursed")).with("project", &line.project);
                findings.push(finding.with("year", line.year).with_both("planned", both(planned)).with_both("disbursed", both(disbursed)));
            }
        }
        for total in &self.totals {
            classes(outline, total.category.as_ref(), total.source.as_ref(), &total.origin, findings);
            amounts(total.planned, total.disbursed, total.unit, &total.origin, findings);
            self.adds_up(total, "/planned", total.planned, FundingLine::planned_dong, findings);
            self.adds_up(total, "/disbursed", total.disbursed, FundingLine::disbursed_dong, findings);
        }
    }

    /// A stated total against the sum of its lines.
    fn adds_up(
        &self,
        total: &StatedTotal,
        step: &str,
        stated: Option<Dec>,
        amount: fn(&FundingLine) -> Option<Dec>,
        findings: &mut Findings,
    ) {
        let Some(stated) = stated.zip(total.unit).and_then(|(stated, unit)| unit.dong(stated).ok()) else { return };
        let lines = self.funding.iter().filter(|line| {
            total.category.as_ref().is_none_or(|category| *category == line.category)
                && total.year.is_none_or(|year| year == line.year)
                && total.source.as_ref().is_none_or(|source| *source == line.source)
        });
        let sum = lines.fold(Money::default(), |sum, line| sum.with(amount(line)));
        if sum.dong != stated {
            let difference = Dec::from(stated.value() - sum.dong.value());
            let finding = Finding::new(Code::ReportTotalDiffers, at(&total.origin, step));
            let finding = finding.with_both("stated", both(stated)).with_both("sum", both(sum.dong)).with("given", sum.given);
            findings.push(finding.with_both("difference", both(difference)).with("missing", sum.missing));
        }
    }

    fn is_filled(&self, id: &str, outline: &Outline) -> bool {
        let under =
            |item: &str| item == id || outline.parts.iter().any(|part| part.head.id == id && part.items.iter().any(|i| i.id == item));
        self.entries.iter().any(|entry| under(&entry.item)) || self.funding.iter().any(|line| under(&line.category))
    }

    fn state(&self, part: &OutlinePart, item: &OutlineItem, outline: &Outline) -> State {
        if self.is_filled(&item.id, outline) {
            State::Filled
        } else if self.nothing.iter().any(|nothing| nothing.item == item.id || nothing.item == part.head.id) {
            State::Nothing
        } else {
            State::Missing
        }
    }

    fn complete(&self, outline: &Outline, findings: &mut Findings) {
        for part in outline.parts.iter().filter(|part| part.head.required == Required::Yes) {
            let own = part.items.is_empty().then_some(&part.head);
            let states: Vec<(&OutlineItem, State)> =
                own.into_iter().chain(&part.items).map(|item| (item, self.state(part, item, outline))).collect();
            let missing = |code, item: &OutlineItem| {
                let title = (item.title.get(Lang::Vi).to_string(), item.title.get(Lang::En).to_string());
                Finding::new(code, self.origin.place()).with("item", &item.id).with_both("title", title)
            };
            if states.iter().all(|(_, state)| *state == State::Missing) {
                findings.push(missing(Code::ReportPartMissing, &part.head));
                continue;
            }
            for (item, _) in states.iter().filter(|(item, state)| *state == State::Missing && item.required == Required::Yes) {
                findings.push(missing(Code::ReportItemMissing, item));
            }
        }
    }

    fn doubled(&self, findings: &mut Findings) {
        let mut first: BTreeMap<_, &Origin> = BTreeMap::new();
        for line in &self.funding {
            let key = (line.project_key(), &line.category, line.year, &line.source);
            if let Some(earlier) = first.get(&key) {
                let finding = Finding::new(Code::ReportDoubledProject, at(&line.origin, "/project"));
                let finding = finding.with("project", &line.project).with("year", line.year);
                findings.push(finding.with_both("first", earlier.place().both()));
            } else {
                first.insert(key, &line.origin);
            }
        }
    }

    fn fits(&self, round: &Round, units: &[RoundUnit], findings: &mut Findings) {
        if let Some(own) = self.round.as_ref().filter(|own| **own != round.round) {
            let finding = Finding::new(Code::ReportOtherRound, at(&self.origin, "/round"));
            findings.push(finding.with("found", own).with("expected", &round.round));
        }
        if self.unit.kind == UnitKind::Province && !units.iter().any(|unit| unit.code == self.unit.code) {
            let finding = Finding::new(Code::ReportUnitNotListed, at(&self.origin, "/unit/code"));
            let finding = finding.with("code", &self.unit.code).with("name", &self.unit.name).with("count", units.len());
            findings.push(finding.with_both("day", (round.units_on.to_vi(), round.units_on.to_string())));
        }
        match (round.punctuality(self), &round.deadline, self.day()) {
            (Punctuality::Late, Some(deadline), Some(day)) => {
                let step = if self.received.is_some() { "/received" } else { "/date" };
                let finding = Finding::new(Code::ReportLate, at(&self.origin, step)).with_both("day", (day.to_vi(), day.to_string()));
                let last = deadline.last_day();
                let finding = finding.with("wording", &deadline.wording);
                findings.push(finding.with_both("last", (last.to_vi(), last.to_string())));
            }
            (Punctuality::Unknown, Some(_), None) => findings.push(Finding::new(Code::ReportNoDay, self.origin.place())),
            _ => {}
        }
        if let Some(period) = round.period {
            let outside = |from: Date, to: Date| from.first_day() < period.from.first_day() || to.last_day() > period.to.last_day();
            let said = |finding: Finding| {
                finding
                    .with_both("from", (period.from.to_vi(), period.from.to_string()))
                    .with_both("to", (period.to.to_vi(), period.to.to_string()))
            };
            if self.period.is_some_and(|own| outside(own.from, own.to)) {
                findings.push(said(Finding::new(Code::ReportPeriodOutside, at(&self.origin, "/period"))));
            }
            let years = period.from.year()..=period.to.year();
            for line in self.funding.iter().filter(|line| !years.contains(&line.year)) {
                let finding = Finding::new(Code::ReportYearOutside, at(&line.origin, "/year")).with("project", &line.project);
                findings.push(said(finding.with("year", line.year)));
            }
        }
    }
}

impl FundingLine {
    /// What a project is told apart by: its code, else its name in small letters without extra spaces.
    #[must_use]
    pub fn project_key(&self) -> String {
        project_key(self.code.as_deref(), &self.project)
    }
}

/// What a project is told apart by.
pub(in crate::programme) fn project_key(code: Option<&str>, name: &str) -> String {
    match code {
        Some(code) => alloc::format!("#{}", in_small_letters(code.trim())),
        None => in_small_letters(name).split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

fn classes(outline: &Outline, category: Option<&String>, source: Option<&String>, origin: &Origin, findings: &mut Findings) {
    if let Some(category) = category
        && !outline.categories().any(|known| known.id == *category)
    {
        let known: Vec<&str> = outline.categories().map(|item| item.id.as_str()).collect();
        let finding = Finding::new(Code::ReportUnknownCategory, at(origin, "/category"));
        findings.push(finding.with("value", category).with("known", known.join(", ")));
    }
    if let Some(source) = source
        && outline.fund_source(source).is_none()
    {
        let known: Vec<&str> = outline.fund_sources.iter().map(|source| source.id.as_str()).collect();
        let finding = Finding::new(Code::ReportUnknownFundSource, at(origin, "/source"));
        findings.push(finding.with("value", source).with("known", known.join(", ")));
    }
}

fn amounts(planned: Option<Dec>, disbursed: Option<Dec>, unit: Option<MoneyUnit>, origin: &Origin, findings: &mut Findings) {
    for (step, amount) in [("/planned", planned), ("/disbursed", disbursed)] {
        let Some(amount) = amount else { continue };
        let Some(unit) = unit else {
            findings.push(Finding::new(Code::ReportNoMoneyUnit, at(origin, step)).with_both("value", both(amount)));
            continue;
        };
        let code = match unit.dong(amount) {
            Ok(_) => continue,
            Err(AmountFault::Negative) => Code::ReportNegative,
            Err(AmountFault::Fraction) => Code::ReportFraction,
            Err(AmountFault::TooLarge) => Code::ReportTooLarge,
        };
        let finding = Finding::new(code, at(origin, step)).with_both("value", both(amount));
        findings.push(finding.with_both("unit", (unit.label(Lang::Vi), unit.label(Lang::En))));
    }
}

/// The place of a member: its pointer, or its cell in the row of a table.
fn at(origin: &Origin, step: &str) -> Place {
    match (origin.place(), step) {
        (Place::Pointer(pointer), step) => Place::Pointer(pointer + step),
        (cell, "/category" | "/item") => cell.at_column("item"),
        (cell, "/source") => cell.at_column("fund_source"),
        (cell, "/planned" | "/disbursed" | "/year" | "/project") => cell.at_column(step.trim_start_matches('/')),
        (cell, _) => cell,
    }
}

/// An amount in both languages.
fn both(amount: Dec) -> (String, String) {
    (amount.to_vi(), amount.to_en())
}
