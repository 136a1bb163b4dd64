//! `Reports`: files of a round, taken in one by one, and what verbs look up while they read them.

use super::outline::Asking;
use super::{outline_of, read};
use crate::Set;
use crate::fault::{Told, inside, text};
use crate::options::Options;
use crate::places;
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::programme::{LevelRecord, LocalReport, Money, Outline, Punctuality, ReportFile, Submitted, Unreadable};
use dothi::{Code, CriteriaSet, FileKind, Finding, Findings, Lang, NumberStyle, Place, Record};
use serde::Serialize;
use serde_json::value::RawValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reports and records of a round.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Reports {
    pub(super) outline: Outline,
    pub(super) asking: Option<Asking>,
    numbers: NumberStyle,
    sets: BTreeMap<String, Rc<CriteriaSet>>,
    files: Vec<(String, Vec<u8>)>,
}

/// What was read of all files.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) reports: Vec<Submitted>,
    pub(super) unreadable: Vec<Unreadable>,
    pub(super) levels: Vec<LevelRecord>,
    /// Records, so that one that stands alone and beside a report is taken once.
    seen: BTreeSet<String>,
}

#[wasm_bindgen]
impl Reports {
    /// No files yet. No bytes for an outline are the one of the library, for a round none.
    ///
    /// # Errors
    /// A JSON list of what is wrong with the options, the outline or the round.
    #[wasm_bindgen(constructor)]
    pub fn new(outline: &[u8], round: &[u8], options: &str) -> Result<Reports, String> {
        let mut options = Options::read(options);
        let numbers = places::numbers(&mut options);
        let numbers = options.finish(numbers)?;
        let outline = outline_of(outline)?;
        let asking = if round.is_empty() { None } else { Some(Asking::read(round)?) };
        if let Some(asking) = asking.as_ref().filter(|asking| asking.round.outline != outline.outline) {
            let (round, found, known) = (&asking.round.round, &asking.round.outline, &outline.outline);
            let vi = alloc::format!("đợt {round} theo đề cương {found}, không phải {known}");
            let en = alloc::format!("round {round} is of outline {found}, not {known}");
            return Err(Told::new("call.round_outline", "/round/outline", vi, en).into());
        }
        Ok(Self { outline, asking, numbers, sets: BTreeMap::new(), files: Vec::new() })
    }

    /// A criteria set with which records may have been made.
    pub fn set(&mut self, set: &Set) {
        self.sets.insert(set.0.id(), Rc::clone(&set.0));
    }

    /// Takes in a file under the name that findings are to give it, and by which reports name their records.
    pub fn add(&mut self, name: &str, data: &[u8]) {
        self.files.push((name.into(), data.into()));
    }

    /// Every finding of the reports of a file, with the files taken in as the records beside it.
    pub fn check(self, data: &[u8]) -> String {
        let mut out = Checked { ok: false, findings: None, reports: Vec::new() };
        match read(data, self.numbers, &self.outline) {
            Ok((file, remarks)) => {
                out.findings = inside(&remarks);
                out.reports = file.reports.iter().map(|report| self.one(report)).collect();
                out.ok = out.reports.iter().all(|report| report.ok);
            }
            Err(findings) => out.findings = inside(&findings),
        }
        text(&out)
    }
}

#[derive(Serialize)]
struct Checked {
    ok: bool,
    findings: Option<Box<RawValue>>,
    reports: Vec<CheckedReport>,
}

/// A report with what was found in it.
#[derive(Serialize)]
struct CheckedReport {
    unit: String,
    name: String,
    ok: bool,
    complete: bool,
    /// What a corrected report may name it by.
    digest: String,
    /// Parts and items that are missing, one for each finding that says so.
    missing: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    punctuality: Option<Punctuality>,
    planned: Money,
    disbursed: Money,
    levels: Vec<LevelRecord>,
    findings: Option<Box<RawValue>>,
}

impl Reports {
    fn one(&self, report: &LocalReport) -> CheckedReport {
        let mut findings = report.check(&self.outline, self.asking.as_ref().map(|asking| (&asking.round, asking.asked.as_slice())));
        let attached = report.attached(&mut |name| self.beside(name), &mut |id| self.known(id));
        findings.append(attached.findings);
        let (planned, disbursed) = report.sums();
        CheckedReport {
            unit: report.unit.code.clone(),
            name: report.unit.name.clone(),
            ok: !findings.has_errors(),
            complete: report.is_complete(&self.outline),
            digest: report.digest(),
            missing: findings.iter().filter_map(missing).collect(),
            punctuality: self.asking.as_ref().map(|asking| asking.round.punctuality(report)),
            planned,
            disbursed,
            levels: attached.levels,
            findings: inside(&findings),
        }
    }

    /// The bytes of a file taken in.
    fn beside(&self, name: &str) -> Option<Vec<u8>> {
        self.files.iter().find(|(own, _)| own == name).map(|(_, bytes)| bytes.clone())
    }

    /// A set that was given; of any other nothing can be said.
    fn known(&self, id: &str) -> Result<Rc<CriteriaSet>, Findings> {
        self.sets.get(id).cloned().ok_or_else(|| {
            let mut findings = Findings::default();
            let known: Vec<&str> = self.sets.keys().map(String::as_str).collect();
            findings.push(Finding::new(Code::UnknownSet, Place::Pointer(String::new())).with("id", id).with("known", known.join(", ")));
            findings
        })
    }

    fn record(&self, name: &str, bytes: &[u8], taken: &mut Taken) -> Result<(), Findings> {
        let (record, _) = Record::from_json(bytes)?;
        let set = self.known(record.set_id())?;
        let levels = LevelRecord::of(name, &record, &set)?;
        if taken.seen.insert(name.into()) {
            taken.levels.extend(levels);
        }
        Ok(())
    }
}

fn missing(finding: &Finding) -> Option<String> {
    let is = [Code::ReportPartMissing, Code::ReportItemMissing].contains(&finding.code());
    finding.value("item", Lang::Vi).filter(|_| is).map(String::from)
}

/// Reads every file taken in, as the command `programme synthesis` does.
#[inline(never)]
pub(super) fn take(of: &Reports) -> Taken {
    let mut taken = Taken::default();
    for (name, bytes) in &of.files {
        if FileKind::of(bytes) == FileKind::Record {
            if let Err(findings) = of.record(name, bytes, &mut taken) {
                taken.unreadable.push(Unreadable::new(name, findings));
            }
            continue;
        }
        match read(bytes, of.numbers, &of.outline) {
            Ok((file, remarks)) => {
                let mut remarks = Some(remarks);
                for report in file.reports {
                    let attached = report.attached(&mut |name| of.beside(name), &mut |id| of.known(id));
                    for own in attached.files.iter().filter(|own| taken.seen.insert((*own).clone())) {
                        taken.levels.extend(attached.levels.iter().filter(|level| level.file == *own).cloned());
                    }
                    let mut findings = remarks.take().unwrap_or_default();
                    findings.append(attached.findings);
                    let mut submitted = Submitted::new(name, report);
                    submitted.findings = findings;
                    taken.reports.push(submitted);
                }
            }
            Err(findings) => taken.unreadable.push(Unreadable::new(name, findings).with_units(ReportFile::named_units(bytes))),
        }
    }
    taken
}
