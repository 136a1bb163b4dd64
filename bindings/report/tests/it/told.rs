//! Parts as plain text, kept beside what is made now; and what must hold of all of them.

use dothi_report::chart::{Chart, Size};
use dothi_report::panel::PanelPart;
use std::path::Path;

/// Headings, sentences, tables, and what each picture shows. `BLESS=1` writes the file anew.
pub fn golden(name: &str, parts: &[PanelPart]) {
    let mut out = String::new();
    for part in parts {
        out.push_str(&format!("# {} [{}]\n", part.title, part.id));
        part.notes.iter().for_each(|note| out.push_str(&format!("{note}\n")));
        for chart in &part.charts {
            out.push_str(&format!("({})\n", chart.frame().title));
            chart.table().iter().for_each(|row| out.push_str(&format!("  ~ {}\n", row.join(" ~ "))));
        }
        for table in &part.tables {
            let heads: Vec<&str> = table.columns.iter().map(|(head, _)| head.as_str()).collect();
            out.push_str(&format!("{}\n  = {}\n", table.caption, heads.join(" | ")));
            table.rows.iter().for_each(|row| out.push_str(&format!("  | {}\n", row.join(" | "))));
            table.below.iter().for_each(|line| out.push_str(&format!("  {line}\n")));
        }
        out.push('\n');
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.txt"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &out).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == out, "{} is not what is said now:\n{out}", path.display());
}

/// Rows are whole, ids are words, every figure of a picture stands in a table of its part, and every picture carries the mark.
pub fn sound(parts: &[PanelPart], mark: &str) {
    for part in parts {
        assert!(!part.id.is_empty() && part.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", part.id);
        let mut said: Vec<String> = part.notes.clone();
        for table in &part.tables {
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", part.title);
            said.extend(table.rows.iter().flatten().cloned());
        }
        let said = said.join(" ");
        for chart in &part.charts {
            assert!(chart.frame().marks.contains(mark), "{}", chart.frame().marks);
            let svg = chart.to_svg(Size::Wide);
            assert!(svg.contains("<title") && svg.contains("<desc") && !svg.contains("NaN"), "{}", part.id);
            // Counts and whole percents are sums of what a table says row by row.
            if matches!(chart, Chart::Strip(_)) {
                continue;
            }
            for figure in chart.table().iter().skip(1).flat_map(|row| row.iter().skip(1)) {
                for one in figure.split([' ', '(', ')', '–']).filter(|one| one.chars().any(|c| c.is_ascii_digit())) {
                    assert!(said.contains(one), "{}: {one} of {figure} is in no table", part.title);
                }
            }
        }
    }
    let mut ids: Vec<&str> = parts.iter().map(|part| part.id).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
}

/// A page is one file in one language; nothing a name holds becomes markup.
pub fn page(html: &str, lang: &str) {
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\""), "{}", &html[..60]);
    assert!(html.contains(&format!("<html lang=\"{lang}\">")) && html.contains("Content-Security-Policy"));
    let lower = html.to_lowercase();
    assert!(!lower.contains("<script") && !lower.contains("<img") && !lower.contains("href=\"http"));
    assert_eq!(lower.matches("</style>").count(), 1);
    assert!(!html.contains("NaN"));
}
