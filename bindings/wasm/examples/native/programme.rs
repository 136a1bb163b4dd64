//! What the library makes of the examples of the programme, file by file.

use super::{as_of, set_of};
use dothi::programme::{
    EffectOptions, LocalPriorities, Milestones, Objectives, Outline, PilotRules, PilotStatements, PriorityOptions, ReportFile, Round,
    StatedProgress, Submitted, Survey, Synthesis, SynthesisInput, priorities, targets_json, template_csv, template_json,
};
use dothi::units::UnitRegistry;
use dothi::{CityData, CityFile, CsvOptions, CsvStyle, Date, Lang, NumberStyle, Separator, UnitKind, WeightDoubt};
use dothi_report::programme::{local_docx, local_html, local_markdown, synthesis_docx, synthesis_html, synthesis_markdown};
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

/// Writes every document into a folder; `read` gives the bytes of a file of the examples.
pub(crate) fn write(folder: &Path, read: &dyn Fn(&str) -> Vec<u8>) {
    fs::create_dir_all(folder).unwrap();
    let put = |name: &str, content: &[u8]| fs::write(folder.join(name), content).unwrap();
    let outline = Outline::builtin().unwrap();
    put("outline.json", serde_json::to_string(&outline).unwrap().as_bytes());
    put("template.csv", template_csv(&outline, Some("vi-du-2025"), UnitKind::Province, Lang::Vi).as_bytes());
    put("template.json", template_json(&outline, None, UnitKind::Commune).as_bytes());
    let own = Round::builtin("bxd-1683-2022").unwrap();
    put("asked.json", serde_json::to_string(&own.asked(&UnitRegistry::builtin().unwrap())).unwrap().as_bytes());
    local(&outline, read, &put);
    synthesis(&outline, read, &put);
    place(read, &put);
    pilots(read, &put);
}

fn reports(name: &str, outline: &Outline, read: &dyn Fn(&str) -> Vec<u8>) -> ReportFile {
    let bytes = read(name);
    let csv = || ReportFile::from_csv(&bytes, &CsvOptions::default(), outline);
    if name.ends_with(".csv") { csv().unwrap().0 } else { ReportFile::from_json(&bytes).unwrap().0 }
}

fn local(outline: &Outline, read: &dyn Fn(&str) -> Vec<u8>, put: &dyn Fn(&str, &[u8])) {
    let file = reports("programme/bao-cao-2025.json", outline, read);
    put("report.json", file.to_json().as_bytes());
    let vi = CsvStyle::default().with_mark(true).with_separator(Separator::Semicolon).with_numbers(NumberStyle::Vi);
    put("report.vi.csv", file.to_csv(outline, &vi, Lang::Vi).as_bytes());
    put("report.en.csv", file.to_csv(outline, &CsvStyle::default().with_mark(true).with_numbers(NumberStyle::En), Lang::En).as_bytes());
    let table = reports("programme/bao-cao-2025-X-03.csv", outline, read);
    put("table.json", table.to_json().as_bytes());
    let report = &table.reports[0];
    put("report.html", local_html(report, outline, Lang::Vi).as_bytes());
    put("report.md", local_markdown(report, outline, Lang::En).as_bytes());
    put("report.docx", &local_docx(report, outline, Lang::Vi).unwrap());
}

fn gathered(outline: &Outline, round: &str, files: &[&str], read: &dyn Fn(&str) -> Vec<u8>, before: Option<&Synthesis>) -> Synthesis {
    let (round, _) = Round::from_json(&read(round)).unwrap();
    let submitted = |name: &&str| {
        let file = name.trim_start_matches("programme/");
        reports(name, outline, read).reports.into_iter().map(move |report| Submitted::new(file, report)).collect::<Vec<_>>()
    };
    let mut input = SynthesisInput::new(outline, &round, &round.units, files.iter().flat_map(submitted).collect());
    input.previous = before;
    Synthesis::new(input)
}

fn synthesis(outline: &Outline, read: &dyn Fn(&str) -> Vec<u8>, put: &dyn Fn(&str, &[u8])) {
    let before = gathered(outline, "programme/dot-2024.json", &["programme/bao-cao-2024.json"], read, None);
    let files = ["programme/bao-cao-2025.json", "programme/bao-cao-2025-X-03.csv"];
    let all = gathered(outline, "programme/dot-2025.json", &files, read, Some(&before));
    put("synthesis.json", all.to_canonical_json().as_bytes());
    put("synthesis.csv", all.to_csv(&CsvStyle::default().with_mark(true), Lang::En).as_bytes());
    put("synthesis.html", synthesis_html(&all, outline, Lang::Vi).as_bytes());
    put("synthesis.md", synthesis_markdown(&all, outline, Lang::En).as_bytes());
    put("synthesis.docx", &synthesis_docx(&all, outline, Lang::Vi).unwrap());
}

fn place(read: &dyn Fn(&str) -> Vec<u8>, put: &dyn Fn(&str, &[u8])) {
    let day = Date::parse("2026-11-21").unwrap();
    let milestones = Milestones::builtin().unwrap();
    let (stated, _) = StatedProgress::from_json(&read("programme/tien-do-moc.json"), &milestones).unwrap();
    put("milestones.json", milestones.at(day, Some(&stated)).to_canonical_json().as_bytes());
    put("milestones.csv", milestones.at(day, None).to_csv(Lang::Vi).as_bytes());
    let (survey, _) = Survey::from_json(&read("programme/khao-sat/mo-ta.json")).unwrap();
    let voice = survey.voice(&read("programme/khao-sat/tra-loi.csv")).unwrap();
    put("voice.json", voice.to_canonical_json().as_bytes());
    put("voice.csv", voice.to_csv(Lang::En).as_bytes());
    put("voice-city.json", voice.to_city().to_json().as_bytes());
    let set = set_of("vn-ssc@2026-u1");
    let (file, _) = CityFile::from_json(&read("vi-du.json")).unwrap();
    let city = &file.cities[0];
    let assessment = set.assess(city, &as_of("2026-11-21")).unwrap();
    let objectives = Objectives::builtin(&set).unwrap();
    put("objectives.json", objectives.to_canonical_json(&assessment, 2).as_bytes());
    put("objectives.csv", objectives.to_csv(&assessment, 1, Lang::Vi).as_bytes());
    let mut described: serde_json::Value = serde_json::from_slice(&read("programme/khao-sat/mo-ta.json")).unwrap();
    described["unit"]["code"] = city.unit.code.as_str().into();
    let (survey, _) = Survey::from_json(&serde_json::to_vec(&described).unwrap()).unwrap();
    let voice = survey.voice(&read("programme/khao-sat/tra-loi.csv")).unwrap();
    let (declared, _) = LocalPriorities::from_json(&read("programme/uu-tien.json"), &assessment).unwrap();
    let options = PriorityOptions::new().with_target(2).with_voice(&voice).with_local(&declared);
    let list = priorities(&assessment, &options).unwrap();
    put("priorities.json", list.to_canonical_json().as_bytes());
    put("priorities.csv", list.to_csv(Lang::Vi).as_bytes());
    let set = set_of("nq03@2025-u1");
    let (file, _) = CityFile::from_json(&read("vi-du-nq03.json")).unwrap();
    put("targets.json", targets_json(&[set.dated_targets(&file.cities[0], &as_of("2026-11-21")).unwrap()]).as_bytes());
}

fn pilots(read: &dyn Fn(&str) -> Vec<u8>, put: &dyn Fn(&str, &[u8])) {
    let (set, asked) = (set_of("vn-ssc@2026-u1"), as_of("2026-11-21"));
    let (file, _) = CityFile::from_json(&read("programme/thi-diem/do-thi.json")).unwrap();
    let assessments: Vec<_> = file.cities.iter().map(|city| set.assess(city, &asked).unwrap()).collect();
    let published = PilotRules::builtin(&set).unwrap();
    put("pilots-published.json", published.select(&assessments, None).to_canonical_json().as_bytes());
    let (rules, _) = PilotRules::from_json(&read("programme/thi-diem/quy-tac.json"), &set).unwrap();
    let (stated, _) = PilotStatements::from_json(&read("programme/thi-diem/khai.json"), &rules).unwrap();
    let mut selection = rules.select(&assessments, Some(&stated));
    put("pilots.csv", selection.to_csv(Lang::Vi).as_bytes());
    let go = |_| ControlFlow::Continue(());
    assert!(selection.with_robustness(WeightDoubt::Dirichlet { concentration: 20.0 }, 7, 10_000, go).is_ok());
    put("pilots.json", selection.to_canonical_json().as_bytes());
    put("pilots-robust.csv", selection.to_csv(Lang::En).as_bytes());
    let options = EffectOptions::new(asked, Date::parse("2024").unwrap(), Date::parse("2025").unwrap());
    let others: Vec<&CityData> = file.cities.iter().skip(1).collect();
    let effect = set.pilot_effect(&file.cities[0], &others, &options).unwrap();
    put("pilot-effect.json", effect.to_canonical_json().as_bytes());
    put("pilot-effect.csv", effect.to_csv(Lang::Vi).as_bytes());
    let effect = set.pilot_effect(&file.cities[0], &others[..2], &options.with_minimum(2)).unwrap();
    put("pilot-effect-two.json", effect.to_canonical_json().as_bytes());
}
