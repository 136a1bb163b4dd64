//! `panel trend`: places over periods.

mod parts;
mod tables;

use super::super::judging::option_fault;
use super::super::{Answer, page};
use super::files;
use super::places::{Asked, read};
use crate::args::{Format, PanelFiles, PanelTrend};
use crate::doc::{Block, Tone};
use crate::failure::Failure;
use crate::input::{Reader, assess_options};
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, marks, numbers};
use dothi::units::UnitRegistry;
use dothi::{AssessOptions, CriteriaSet, Lang, PeerBy, PlacePanel, Trend, TrendOptions};
use dothi_report::panel::{trend as parts_of, trend_html, trend_picture};
use std::io::Write;

pub(super) fn run(args: &PanelTrend, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("panel trend", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let to_file = files::asked(&args.outputs, settings)?;
    let reader = Reader::new(settings);
    let (set, _) = reader.set(&args.set)?;
    let options = assess_options(&args.judging, settings)?;
    let peers = args.peers.as_deref().map(|by| peers(by, args));
    let columns: Vec<&str> = match &peers {
        Some(PeerBy::Column(column) | PeerBy::Bands { column, .. }) => vec![column.as_str()],
        _ => Vec::new(),
    };
    let mut bytes = Vec::with_capacity(args.files.len());
    for file in &args.files {
        bytes.push((file.as_str(), reader.bytes(file)?));
    }
    let panel = panel(&bytes, &set, &options, args, &columns, settings)?;
    let before = match (&args.before, &args.before_file) {
        (Some(set), Some(file)) => {
            let (set, _) = reader.set(set)?;
            let bytes = [(file.as_str(), reader.bytes(file)?)];
            let panel = self::panel(&bytes, &set, &AssessOptions::new(options.as_of), args, &columns, settings)?;
            Some((set, panel))
        }
        _ => None,
    };
    let in_files = |found| match option_fault(&found, settings) {
        Some(said) => Failure::Usage(said),
        None => Failure::of(args.files.join(", "), found),
    };
    let registry = UnitRegistry::builtin().map_err(in_files)?;
    let mut asked = TrendOptions::default().with_periods(args.from, args.to).with_ties(args.ties);
    asked = asked.with_breaks(registry.breaks(), registry.marks());
    asked.peers = peers;
    asked.target_year = args.target_year;
    asked.like_for_like.clone_from(&args.like_for_like);
    if let Some((set, panel)) = &before {
        asked = asked.with_before(set, panel);
    }
    let mut trend = panel.trend(&set, &options, &asked).map_err(in_files)?;
    if let Some(code) = &args.unit {
        let known: Vec<String> = trend.places.iter().take(30).map(|place| place.code.clone()).collect();
        trend.places.retain(|place| place.code == *code);
        if trend.places.is_empty() {
            let values = [("code", code.as_str()), ("known", &known.join(", "))];
            return Err(Failure::Usage(fill(T::NoSuchUnit, settings.lang, &values)));
        }
    }
    if to_file {
        write(&args.outputs, &trend, settings, out)?;
        return Ok(DONE);
    }
    match format {
        Format::Json => out.write_all(trend.to_json(settings.lang).as_bytes())?,
        Format::Csv => out.write_all(trend.to_csv(settings.lang).as_bytes())?,
        _ => page(&blocks(&trend, args.unit.is_some(), settings.lang), format, settings, out)?,
    }
    Ok(DONE)
}

/// Page and pictures of a trend.
pub(super) fn write(files: &PanelFiles, trend: &Trend, settings: &Settings, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = settings.lang;
    files::write(files, &parts_of(trend, lang), || trend_picture(trend, lang), || trend_html(trend, lang), settings, out)
}

fn panel(
    files: &[(&str, Vec<u8>)],
    set: &CriteriaSet,
    options: &AssessOptions,
    args: &PanelTrend,
    columns: &[&str],
    settings: &Settings,
) -> Result<PlacePanel, Failure> {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    read(&files, set, options, &Asked { numbers: args.numbers, columns, kind: args.kind }, settings)
}

fn peers(by: &str, args: &PanelTrend) -> PeerBy {
    if !args.bands.is_empty() {
        let mut edges = args.bands.clone();
        edges.sort_unstable();
        return PeerBy::Bands { column: by.to_lowercase(), edges };
    }
    match by {
        "region" => PeerBy::Region,
        "urban_class" => PeerBy::UrbanClass,
        "parent" => PeerBy::Parent,
        column => PeerBy::Column(column.to_lowercase()),
    }
}

fn blocks(trend: &Trend, one: bool, lang: Lang) -> Vec<Block> {
    let period = |at: Option<&dothi::Date>| at.map(|period| numbers::date(*period, lang)).unwrap_or_default();
    let (from, to) = (period(trend.periods.first()), period(trend.periods.last()));
    let places = trend.places.iter().filter(|place| !place.verified).count().to_string();
    let title = if trend.periods.len() > 1 { T::TrendTitle } else { T::TrendOne };
    let mut out = vec![Block::Title(fill(title, lang, &[("from", &from), ("to", &to), ("n", &places)]))];
    out.push(Block::plain(trend.title.get(lang)));
    let mut facts = vec![trend.set.clone(), fill(T::AsOf, lang, &[("date", &numbers::date(trend.as_of, lang))])];
    if let Some(before) = &trend.before {
        facts.push(fill(T::TrendEditions, lang, &[("before", before), ("now", &trend.set)]));
    }
    out.push(Block::plain(facts.join(" · ")));
    out.extend(marks::blocks(&trend.marks, lang));
    out.push(Block::Space);
    out.extend(tables::places(trend, lang));
    if trend.has_score {
        out.push(Block::Text(Tone::Dim, fill(T::PanelRankNote, lang, &[("ties", trend.ties.label(lang))])));
    }
    if trend.places.iter().all(|place| !place.verified) {
        out.push(Block::Text(Tone::Dim, T::AllSelfAssessed.get(lang).into()));
    }
    out.extend(tables::like_for_like(trend, lang));
    out.extend(tables::breaks(trend, lang));
    out.extend(tables::peers(trend, lang));
    if one {
        out.extend(parts::of(trend, lang));
    }
    out.extend(tables::base(trend, one, lang));
    out.extend(tables::targets(trend, one, lang));
    marks::frame(&trend.marks, lang, out)
}
