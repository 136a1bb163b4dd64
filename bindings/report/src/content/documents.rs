//! The documents that came with the data, as the place names them.

use super::Part;
use super::subject::Subject;
use crate::model::{Block, Cell, Kind, Table, Tone};
use crate::number;
use crate::words::{T, capital};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::EvidenceDocument;

pub(super) fn write(s: &Subject<'_, '_>, part: &mut Part) {
    part.section(s.say(T::Documents));
    let all = &s.a.city().evidence;
    if all.is_empty() {
        return part.push(Block::plain(s.say(T::NoDocuments)));
    }
    let table = Table::new(s.say(T::Documents))
        .column(Kind::Word, 7, "")
        .column(Kind::Name, 45, s.say(T::Document))
        .column(Kind::Text, 12, s.say(T::DocumentKind))
        .column(Kind::Text, 16, s.say(T::ForCriteria))
        .column(Kind::Text, 20, s.say(T::Review))
        .rows(all.iter().enumerate().map(|(at, document)| row(s, at + 1, document)));
    part.push(Block::Table(table));
}

fn row(s: &Subject<'_, '_>, at: usize, d: &EvidenceDocument) -> Vec<Cell> {
    let date = d.date.map(|date| number::date(date, s.lang));
    let papers: Vec<String> = [d.number.clone(), date, d.issuer.clone()].into_iter().flatten().collect();
    let pages = d.pages.as_ref().map(|pages| s.fill(T::Pages, &[("pages", pages)]));
    let digest = d.sha256.as_ref().map(|digest| format!("SHA-256 {digest}"));
    let name = Cell::new(d.summary.as_str())
        .and(Tone::Dim, papers.join("; "))
        .and(Tone::Dim, pages.unwrap_or_default())
        // An address given by strangers is shown, never a link.
        .and(Tone::Dim, d.url.as_deref().unwrap_or_default())
        .and(Tone::Dim, digest.unwrap_or_default());
    let open = d.public.map(|public| s.say(if public { T::Public } else { T::Internal }));
    let labels: Vec<&str> = d.criteria.iter().map(|id| s.a.set().criterion(id).map_or(id.as_str(), |c| c.short_name())).collect();
    let review = match &d.review {
        None => Cell::new(s.say(T::NotReviewed)),
        Some(review) => {
            let date = review.date.map(|date| number::date(date, s.lang));
            let by: Vec<String> = [review.by.clone(), date].into_iter().flatten().collect();
            Cell::new(capital(review.result.label(s.lang)))
                .and(Tone::Dim, by.join(", "))
                .and(Tone::Plain, review.reason.as_deref().unwrap_or_default())
        }
    };
    Vec::from([
        Cell::default().anchored(format!("[{at}]"), format!("{}-d{at}", s.id)),
        name,
        Cell::new(d.kind.label(s.lang)).and(Tone::Dim, open.unwrap_or_default()),
        Cell::new(labels.join(", ")),
        review,
    ])
}
