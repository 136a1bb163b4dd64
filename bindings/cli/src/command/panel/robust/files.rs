//! Page and pictures of how far results hold, of the latest period.

use super::super::super::Answer;
use super::super::files;
use super::{stopped, with_bar};
use crate::DONE;
use crate::args::{PanelRobust, RobustShow};
use crate::failure::Failure;
use crate::settings::Settings;
use crate::texts::{T, fill};
use dothi::{Findings, Flip, PanelPlan, PanelSheet, RobustPeriod, RobustStop};
use dothi_report::panel::{PanelPart, RobustFound, robust, robust_html};
use std::io::Write;

pub(super) fn write(
    args: &PanelRobust,
    sheet: &PanelSheet,
    plan: &PanelPlan<'_>,
    periods: &[RobustPeriod<'_, '_>],
    settings: &Settings,
    out: &mut dyn Write,
) -> Answer {
    let Some(latest) = periods.last() else { return Ok(DONE) };
    let in_file = |found| Failure::of(&args.file, found);
    let stopped = |stop| stopped(stop, args, settings);
    // Of one picture alone only its analysis is run.
    let all = args.files.report.is_some() || args.files.pictures.is_some();
    let is_asked = |show| all || args.show == show;
    let scored = plan.scheme().score.is_some();
    let doubted = with_bar(args, settings, |tell| latest.robust.run(tell)).map_err(stopped)?;
    let mut not_run = Vec::new();
    let mut or_say = |what: T, found: Findings| {
        let why: Vec<String> = found.iter().map(|finding| finding.message(settings.lang)).collect();
        not_run.push(fill(T::PanelNotRun, settings.lang, &[("what", what.get(settings.lang)), ("why", &why.join("; "))]));
    };
    let mut sobol = Vec::new();
    if is_asked(RobustShow::Sobol) {
        match with_bar(args, settings, |tell| latest.robust.sobol(args.by.doubts(), args.resamples, tell)) {
            Ok(own) => sobol = own,
            // The other analyses stand without it.
            Err(RobustStop::Findings(found)) if all => or_say(T::RobustPageSobol, found),
            Err(stop) => return Err(stopped(stop)),
        }
    }
    let tornado = if is_asked(RobustShow::Tornado) { latest.robust.tornado().map_err(stopped)? } else { Vec::new() };
    let (mut flips, mut left_out): (Vec<(usize, usize, Vec<Flip>)>, _) = (Vec::new(), Vec::new());
    if is_asked(RobustShow::Flips) && (scored || !all) {
        for (place, other) in super::pairs(args, sheet, latest) {
            match latest.robust.flips(place, other) {
                Ok(own) => flips.push((place, other, own)),
                Err(found) if all => {
                    or_say(T::RobustPageFlips, found);
                    break;
                }
                Err(found) => return Err(in_file(found)),
            }
        }
    }
    if is_asked(RobustShow::LeaveOneOut) && (scored || !all) {
        match latest.robust.leave_one_out() {
            Ok(own) => left_out = own,
            Err(RobustStop::Findings(found)) if all => or_say(T::RobustPageWithout, found),
            Err(stop) => return Err(stopped(stop)),
        }
    }
    let mut page =
        RobustFound::new(sheet, latest, &doubted).with_sobol(&sobol).with_tornado(&tornado).with_flips(&flips).with_left_out(&left_out);
    for why in not_run {
        page = page.with_not_run(why);
    }
    let lang = settings.lang;
    let parts = robust(&page, lang);
    files::write(&args.files, &parts, || picture(args.show, &parts), || robust_html(&page, lang), settings, out)?;
    Ok(DONE)
}

/// The first picture of what is shown.
fn picture(show: RobustShow, parts: &[PanelPart]) -> Option<dothi_report::chart::Chart> {
    let ids: &[&str] = match show {
        RobustShow::Places => &["ranks", "levels"],
        RobustShow::Pairs => &["pairs"],
        RobustShow::Sobol => &["sobol"],
        RobustShow::Tornado => &["tornado"],
        RobustShow::Flips => &["flips"],
        RobustShow::LeaveOneOut => &["without"],
        RobustShow::Design => &[],
    };
    ids.iter().find_map(|id| parts.iter().find(|part| part.id == *id)?.charts.first().cloned())
}
