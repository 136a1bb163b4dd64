//! Local reports and syntheses as documents: the same content in every format, nothing of the data as markup.

use dothi::programme::{LocalReport, Outline, ReportFile, Round, Submitted, Synthesis, SynthesisInput};
use dothi::{CsvOptions, Lang};
use dothi_report::programme::{local_html, local_markdown, synthesis_html, synthesis_markdown};

fn outline() -> Outline {
    Outline::builtin().unwrap()
}

fn reports() -> Vec<LocalReport> {
    let json = include_bytes!("../../../../examples/programme/bao-cao-2025.json");
    let csv = include_bytes!("../../../../examples/programme/bao-cao-2025-X-03.csv");
    let mut reports = ReportFile::from_json(json).unwrap().0.reports;
    reports.extend(ReportFile::from_csv(csv, &CsvOptions::default(), &outline()).unwrap().0.reports);
    reports
}

fn synthesis(reports: Vec<LocalReport>) -> Synthesis {
    let (round, _) = Round::from_json(include_bytes!("../../../../examples/programme/dot-2025.json")).unwrap();
    let outline = outline();
    let submitted = reports.into_iter().map(|report| Submitted::new("a.json", report)).collect();
    Synthesis::new(SynthesisInput::new(&outline, &round, &round.units, submitted))
}

#[test]
fn every_text_and_every_sum_is_in_page_and_markdown() {
    let (outline, all) = (outline(), reports());
    let made = synthesis(all.clone());
    for lang in [Lang::Vi, Lang::En] {
        let (page, text) = (synthesis_html(&made, &outline, lang), synthesis_markdown(&made, &outline, lang));
        for entry in all.iter().flat_map(|report| &report.entries) {
            assert!(page.contains(&entry.text) && text.contains(&entry.text), "{}", entry.text);
        }
        let total = if lang == Lang::Vi { "2.084.850.000.000" } else { "2,084,850,000,000" };
        assert!(page.contains(total) && text.contains(total));
        assert!(page.matches("DỮ LIỆU HƯ CẤU").count() > 5, "under each chart and in the foot");
        assert!(!page.contains("<script") && page.contains("default-src"));
        assert!(text.lines().last().unwrap().contains("DỮ LIỆU HƯ CẤU"));
    }
}

#[test]
fn nothing_of_the_data_becomes_markup() {
    let evil = "<img src=x onerror=alert(1)> | [a](javascript:b) `c` **d**\n# e";
    let mut all = reports();
    for report in &mut all {
        report.unit.name = evil.into();
        report.entries.iter_mut().for_each(|entry| entry.text = evil.into());
        report.funding.iter_mut().for_each(|line| line.project = evil.into());
    }
    let outline = outline();
    let made = synthesis(all.clone());
    for page in [synthesis_html(&made, &outline, Lang::Vi), local_html(&all[0], &outline, Lang::Vi)] {
        assert!(!page.contains("<img") && page.contains("&lt;img"));
    }
    for text in [synthesis_markdown(&made, &outline, Lang::Vi), local_markdown(&all[0], &outline, Lang::Vi)] {
        let bare = text.replace("\\<", "").replace("\\]", "");
        assert!(!bare.contains("<img") && !bare.contains("](") && !text.contains("\n# e"), "{text}");
        let columns = |line: &str| line.replace("\\|", "").matches('|').count();
        for table in text.split("\n\n").filter(|block| block.starts_with('|')) {
            let head = columns(table.lines().next().unwrap());
            assert!(table.lines().all(|line| columns(line) == head), "{table}");
        }
    }
}

#[test]
fn what_a_person_fills_in_is_blank() {
    let (outline, all) = (outline(), reports());
    let page = local_html(&all[0], &outline, Lang::Vi);
    for part in
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:          /BC-", "ngày ..... tháng ..... năm", "Nơi nhận:", "3. Tình hình tuyên truyền"]
    {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("15/BC-UBND") && !page.contains("20/3/2026"));
}

#[cfg(feature = "docx")]
#[test]
fn word_documents_are_packed_in_the_fonts_of_offices() {
    use std::io::Read;
    let (outline, all) = (outline(), reports());
    let bytes = dothi_report::programme::local_docx(&all[0], &outline, Lang::Vi).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    assert!(part("word/styles.xml").contains("Times New Roman"));
    let body = part("word/document.xml");
    assert!(body.contains("Nơi nhận:") && body.contains("w:left=\"1701\"") && !body.contains("pageBreakBefore"));
    assert!(dothi_report::programme::synthesis_docx(&synthesis(all), &outline, Lang::En).unwrap().starts_with(b"PK"));
}
