//! Places over periods: results, changes and their causes, breaks, peers, targets.

mod causes;
mod frame;
mod lines;
mod rest;
mod results;
mod targets;
mod words;

use super::PanelPart;
use super::page::{Page, sentences};
use crate::number;
use alloc::string::String;
use alloc::vec::Vec;
use dothi::{Lang, Trend};
use words::{T, fill};

pub use lines::trend_picture;

/// The parts of a trend in order: results over the periods, changes by cause, means over the same places, breaks, peers, targets with
/// a horizon, values beside a base year, method. Of a single place also what its change is made of. What has nothing to show is left out.
#[must_use]
pub fn trend(found: &Trend, lang: Lang) -> Vec<PanelPart> {
    let mut out = Vec::from([results::part(found, lang)]);
    out.extend(causes::part(found, lang));
    out.extend(causes::criteria(found, lang));
    out.extend(rest::like_for_like(found, lang));
    out.extend(rest::breaks(found, lang));
    out.extend(rest::peers(found, lang));
    out.extend(targets::part(found, lang));
    out.extend(rest::base(found, lang));
    out.push(rest::method(found, lang));
    out
}

/// The page of a trend. One self-contained file like [`crate::html`].
#[must_use]
pub fn trend_html(found: &Trend, lang: Lang) -> String {
    let (from, to) = frame::ends(found, lang);
    let what = if found.periods.len() > 1 {
        fill(T::Page, lang, &[("from", &from), ("to", &to)])
    } else {
        fill(T::PageOne, lang, &[("period", &to)])
    };
    let mut facts = Vec::from([(T::Edition, found.set.clone())]);
    facts.extend(found.before.iter().map(|before| (T::Before, before.clone())));
    let places = found.places.iter().filter(|place| !place.verified).count();
    facts.push((T::Places, super::scores::count(places, lang)));
    facts.push((T::AsOf, number::date(found.as_of, lang)));
    let mut marks = sentences(&found.marks, lang);
    if found.places.iter().all(|place| !place.verified) {
        marks.push(T::OnlySelf.get(lang).into());
    }
    let page = Page {
        what,
        set: (found.title.get(lang).into(), found.set.clone()),
        under: String::new(),
        facts: facts.into_iter().map(|(key, value)| (key.get(lang).into(), value)).collect(),
        marks,
        foot: frame::mark_line(found, lang),
    };
    page.html(&trend(found, lang), lang)
}
