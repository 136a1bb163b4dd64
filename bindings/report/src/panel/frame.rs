//! What stands around everything that is said of a panel.

use super::words::{T, fill};
use crate::chart::Frame;
use crate::number;
use crate::wording::capital;
use alloc::format;
use alloc::string::{String, ToString};
use dothi::{Date, Lang, PanelPlan, PanelResults, SheetDiagnosis};

/// The marks in one line with edition, state, day and period: in every picture and on every printed page.
pub(super) fn mark_line(plan: &PanelPlan<'_>, marks: &str, period: Option<Date>, lang: Lang) -> String {
    let (set, state, date) = (plan.set().id(), plan.state_text(lang), number::date(plan.as_of(), lang));
    let short = match period {
        Some(period) => {
            fill(T::ShortMarksOf, lang, &[("set", &set), ("state", &state), ("date", &date), ("period", &number::date(period, lang))])
        }
        None => fill(T::ShortMarks, lang, &[("set", &set), ("state", &state), ("date", &date)]),
    };
    if marks.is_empty() { short } else { format!("{}. {short}", capital(marks)) }
}

/// Of a scored table: what was done to its figures is a mark as well.
pub(super) fn of_results(title: impl Into<String>, found: &PanelResults<'_, '_>, period: Option<Date>, lang: Lang) -> Frame {
    Frame::new(title, mark_line(found.plan(), &found.mark_line(lang), period, lang), lang)
}

pub(super) fn of_diagnosis(title: &str, found: &SheetDiagnosis<'_, '_>, lang: Lang) -> Frame {
    let marks = mark_line(found.plan(), &found.mark_line(lang), found.period(), lang);
    Frame::new(titled(title, found.period(), lang), marks, lang)
}

/// The title of a picture with the period it is of.
pub(super) fn titled(title: &str, period: Option<Date>, lang: Lang) -> String {
    match period {
        Some(period) => fill(T::InPeriod, lang, &[("what", title), ("period", &number::date(period, lang))]),
        None => title.to_string(),
    }
}
