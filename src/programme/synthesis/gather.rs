//! The steps of a synthesis, in order.

use super::standing::{Standing, Taken, anomaly, file_place, take};
use super::{
    Anomaly, InsideState, ProvinceOutcome, ProvinceState, ReportState, Sums, Synthesis, SynthesisInput, Unreadable, funding, levels,
    progress, projects, reconcile, texts,
};
use crate::assessment::Mark;
use crate::finding::{Code, Finding, Findings, Severity};
use crate::programme::round::{Punctuality, Round, RoundUnit};
use crate::text::Text;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The format of the document.
const FORMAT: u32 = 1;

pub(super) fn gather(input: SynthesisInput<'_>) -> Synthesis {
    let SynthesisInput { outline, round, asked, reports, mut unreadable, records, previous } = input;
    let mut anomalies = Vec::new();
    let read = reconcile::read(&reports);
    let taken = take(reports, outline, round, asked, &mut anomalies);
    for one in &taken {
        remarks(one, asked, &mut anomalies);
    }
    unreadable.sort_by(|a, b| a.file.cmp(&b.file));
    unreadable.iter().for_each(|file| unread(file, &mut anomalies));
    let provinces = provinces(asked, &taken, &unreadable, &mut anomalies);
    projects::of_several(&taken, &mut anomalies);
    let levels = levels::levels(records, &mut anomalies);
    let funding = funding::funding(&taken);
    let mut out = Synthesis {
        synthesis_format: FORMAT,
        round: round.round.clone(),
        title: round.title.clone(),
        outline: outline.outline.clone(),
        marks: marks(round, &taken),
        units_on: round.units_on,
        deadline: round.deadline.as_ref().map(|deadline| deadline.wording.clone()),
        last_day: round.deadline.as_ref().map(super::super::round::Deadline::last_day),
        provinces,
        reconciliation: reconcile::reconcile(read, &taken, &funding),
        projects: projects::projects(&taken),
        texts: texts::texts(&taken, outline),
        reports: taken.into_iter().map(state).collect(),
        unreadable,
        funding,
        levels,
        progress: None,
        anomalies,
    };
    if let Some(before) = previous {
        out.progress = Some(progress::progress(before, &out));
        let mut fallen = Vec::new();
        progress::fallen(before, &out, &mut fallen);
        out.anomalies.append(&mut fallen);
    }
    out.anomalies.sort_by(|a, b| {
        let key = |anomaly: &Anomaly| (anomaly.unit.clone(), anomaly.file.clone(), anomaly.finding.code(), anomaly.finding.to_string());
        key(a).cmp(&key(b))
    });
    out
}

fn state(taken: Taken) -> ReportState {
    let Taken { file, report, standing, replaced_by, punctuality, complete, findings } = taken;
    let day = report.day();
    let unit = report.unit;
    ReportState { file, unit: unit.code, name: unit.name, kind: unit.kind, standing, replaced_by, punctuality, day, complete, findings }
}

/// What was found in a report, and what its standing means.
fn remarks(one: &Taken, asked: &[RoundUnit], anomalies: &mut Vec<Anomaly>) {
    anomalies
        .extend(one.findings.iter().filter(|finding| finding.severity() > Severity::Note).map(|finding| anomaly(one, finding.clone())));
    if one.is(Standing::Refused) {
        let finding = Finding::new(Code::RoundRefused, file_place(&one.file)).with("name", &one.report.unit.name);
        anomalies.push(anomaly(one, finding.with("count", errors(&one.findings))));
    }
    if one.is(Standing::Inside) && !asked.iter().any(|unit| unit.code == one.province()) {
        let finding = Finding::new(Code::RoundUnknownParent, file_place(&one.file)).with("name", &one.report.unit.name);
        anomalies.push(anomaly(one, finding.with("parent", one.report.unit.parent.as_deref().unwrap_or("–"))));
    }
}

/// A file that cannot be read, said of each unit that it names, else of none.
fn unread(file: &Unreadable, anomalies: &mut Vec<Anomaly>) {
    let finding = || Finding::new(Code::RoundUnreadable, file_place(&file.file)).with("count", errors(&file.findings));
    let mut push = |unit: Option<String>| anomalies.push(Anomaly { unit, file: Some(file.file.clone()), finding: finding() });
    if file.units.is_empty() { push(None) } else { file.units.iter().for_each(|unit| push(Some(unit.clone()))) }
}

fn errors(findings: &Findings) -> usize {
    findings.iter().filter(|finding| finding.severity() == Severity::Error).count()
}

fn sums(one: &Taken) -> Sums {
    one.report.funding.iter().fold(Sums::default(), Sums::with)
}

fn provinces(asked: &[RoundUnit], taken: &[Taken], unreadable: &[Unreadable], anomalies: &mut Vec<Anomaly>) -> Vec<ProvinceState> {
    let unread: BTreeSet<&String> = unreadable.iter().flat_map(|file| &file.units).collect();
    let mut own: BTreeMap<&str, Vec<&Taken>> = BTreeMap::new();
    let mut inside: BTreeMap<&str, Vec<InsideState>> = BTreeMap::new();
    for one in taken {
        let unit = &one.report.unit;
        if one.is(Standing::Inside) {
            let state = InsideState { code: unit.code.clone(), name: unit.name.clone(), sums: sums(one) };
            inside.entry(one.province()).or_default().push(state);
        } else if one.province() == unit.code {
            own.entry(&unit.code).or_default().push(one);
        }
    }
    let state = |unit: &RoundUnit| {
        let reports = own.get(unit.code.as_str()).map(Vec::as_slice).unwrap_or_default();
        let with = |standing: Standing| reports.iter().copied().find(|one| one.is(standing));
        let (outcome, report) = match (with(Standing::Counted), with(Standing::Contradicting), with(Standing::Refused)) {
            (Some(report), ..) => (ProvinceOutcome::Reported, Some(report)),
            (None, Some(report), _) => (ProvinceOutcome::Contradictory, Some(report)),
            (None, None, Some(report)) => (ProvinceOutcome::Refused, Some(report)),
            (None, None, None) if unread.contains(&unit.code) => (ProvinceOutcome::Refused, None),
            (None, None, None) => (ProvinceOutcome::Missing, None),
        };
        if outcome == ProvinceOutcome::Missing {
            let finding = Finding::new(Code::RoundMissing, file_place("")).with("name", &unit.name);
            anomalies.push(Anomaly { unit: Some(unit.code.clone()), file: None, finding });
        }
        ProvinceState {
            unit: unit.clone(),
            outcome,
            // Reports that contradict each other came when the first of them came.
            punctuality: report.map(|report| report.punctuality),
            first: with(Standing::Replaced).map(|report| report.punctuality),
            complete: report.is_some_and(|report| report.complete),
            sums: report.filter(|report| report.is(Standing::Counted)).map(sums),
            inside: inside.remove(unit.code.as_str()).unwrap_or_default(),
        }
    };
    asked.iter().map(state).collect()
}

fn marks(round: &Round, taken: &[Taken]) -> Vec<Mark> {
    let mut out = Vec::new();
    let fictional = taken.iter().filter(|one| one.report.fictional).count();
    if round.fictional || fictional > 0 {
        out.push(Mark { code: "fictional", text: Text::new("DỮ LIỆU HƯ CẤU", "FICTIONAL DATA (DỮ LIỆU HƯ CẤU)") });
    }
    let as_reported = Text::new(
        "số liệu do các đơn vị tự báo cáo, chưa thẩm định; bảng tổng hợp không phải văn bản của cơ quan nhà nước",
        "figures are those the units report, not verified; this synthesis is no document of an authority",
    );
    out.push(Mark { code: "as_reported", text: as_reported });
    if fictional > 0 && fictional < taken.len() {
        let (vi, en) = (taken.len().to_string(), fictional.to_string());
        let text = Text::new(alloc::format!("{en} trên {vi} báo cáo là hư cấu"), alloc::format!("{en} of {vi} reports are made up"));
        out.push(Mark { code: "partly_fictional", text });
    }
    if taken.iter().any(|one| one.punctuality == Punctuality::Unknown && round.deadline.is_some()) {
        let text = Text::new(
            "có báo cáo không rõ ngày nên không biết đúng hạn hay muộn",
            "the day of some reports is not known, nor whether they are late",
        );
        out.push(Mark { code: "unknown_days", text });
    }
    out
}
