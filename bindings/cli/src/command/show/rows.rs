//! Criteria for programs and spreadsheets.

use super::{figures, words};
use crate::doc::csv;
use crate::marks;
use dothi::{CriteriaSet, Criterion, Lang};
use serde_json::json;
use std::io::{Result, Write};

const COLUMNS: &[&str] = &["set", "criterion", "label", "title", "tier", "unit", "asked", "rests_on", "source", "how_read", "mark"];

/// One row per number that criteria are judged by; a criterion without one has a row of its own.
pub(super) fn csv(set: &CriteriaSet, only: Option<&Criterion>, lang: Lang, out: &mut dyn Write) -> Result<()> {
    csv::row(out, COLUMNS)?;
    let mark = marks::line(&set.header().marks(), lang);
    let id = set.id();
    for c in set.criteria().iter().filter(|c| only.is_none_or(|only| only.id == c.id)) {
        let tier = super::set::tier(c, lang).unwrap_or_default();
        let unit = c.data_points.first().and_then(|p| set.unit(&p.unit)).map_or("", |u| u.symbol.get(lang));
        let figures = figures::figures(set, c, lang);
        let write = |out: &mut dyn Write, asks: &str, rests: &str, source: &str, read: &str| {
            let asks = asks.replace(crate::doc::text::TIE, " ");
            csv::row(out, &[&id, c.id.as_str(), &c.label, c.title.get(lang), tier, unit, &asks, rests, source, read, &mark])
        };
        if figures.is_empty() {
            write(out, "", "", &words::cites(set, &c.cites), set.how_read(c.confidence, &c.cites, lang))?;
        }
        for f in &figures {
            write(out, &f.asks, &f.rests, &f.source, f.read)?;
        }
    }
    Ok(())
}

/// One criterion as the file has it, beside the set and its marks.
pub(super) fn json(set: &CriteriaSet, criterion: &Criterion, out: &mut dyn Write) -> Result<()> {
    writeln!(out, "{:#}", json!({"set": set.id(), "marks": set.header().marks(), "criterion": criterion}))
}
