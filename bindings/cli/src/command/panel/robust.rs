//! `panel robust`: how far ranks and levels of a table hold.

mod files;

use super::super::judging::{option_fault, progress, remark};
use super::super::{Answer, page};
use super::files::asked as files_asked;
use super::places;
use crate::args::{Format, PanelRobust, RobustShow};
use crate::doc::{Block, Cell, Column, Table, Tone};
use crate::failure::Failure;
use crate::input::{Reader, assess_options, csv_options};
use crate::settings::Settings;
use crate::texts::{T, fill};
use crate::{DONE, marks, numbers};
use dothi::{Date, Dec, Lang, PanelPlan, PanelSheet, RobustOptions, RobustPeriod, RobustStop, RobustTable};
use std::io::Write;
use std::ops::ControlFlow;

pub(super) fn run(args: &PanelRobust, settings: &Settings, out: &mut dyn Write) -> Answer {
    let format = settings.format("panel robust", &[Format::Table, Format::Json, Format::Csv, Format::Md])?;
    let to_file = files_asked(&args.files, settings)?;
    let reader = Reader::new(settings);
    let (set, _) = reader.set(&args.set)?;
    let in_file = |found| Failure::of(&args.file, found);
    let bytes = places::bytes(&reader, &args.file, &args.more)?;
    let bytes: Vec<(&str, &[u8])> = bytes.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let judging = assess_options(&args.judging, settings)?;
    let asked = places::Asked { numbers: args.numbers, columns: &[], kind: args.kind };
    let sheet = places::table(&bytes, &set, &judging, &asked, settings)?;
    let plan = set.panel(sheet.kind(), &judging).map_err(|found| match option_fault(&found, settings) {
        Some(said) => Failure::Usage(said),
        None => in_file(found),
    })?;
    let columns = sheet.columns(&plan).map_err(in_file)?;
    let mut options = options(args, &reader, &sheet, settings)?;
    options.pairs |= to_file;
    let periods = sheet.robust(&plan, &columns, &options).map_err(in_file)?;
    let remarks: Vec<_> = periods.iter().map(|period| period.robust.remarks()).filter(|own| !own.is_empty()).collect();
    remark(&remarks.first().map(|own| (args.file.clone(), (*own).clone())).into_iter().collect::<Vec<_>>(), settings);
    if to_file {
        return files::write(args, &sheet, &plan, &periods, settings, out);
    }
    let shown = show(args, &sheet, &periods, settings)?;
    match format {
        Format::Json => out.write_all(shown.table.to_json().as_bytes())?,
        Format::Csv => out.write_all(shown.table.to_csv().as_bytes())?,
        _ => page(&blocks(args, &plan, &options, &shown, settings.lang), format, settings, out)?,
    }
    Ok(DONE)
}

fn options(args: &PanelRobust, reader: &Reader<'_>, sheet: &PanelSheet, settings: &Settings) -> Result<RobustOptions, Failure> {
    let mut options = RobustOptions::new(args.seed, args.replications).with_means(args.means.iter().copied());
    options.weights = args.weights;
    options.assumed = args.assumed;
    options.errors.clone_from(&args.errors);
    options.pairs = args.show == RobustShow::Pairs;
    options.treatment = args.ways.base();
    options.normalise.clone_from(&args.ways.normalise);
    options.outliers = args.ways.outliers.iter().map(|choice| choice.0).collect();
    options.impute = args.ways.impute.iter().map(|choice| choice.0).collect();
    if !args.error_by_quality.is_empty() {
        let errors = sheet.errors_by_quality(&args.error_by_quality);
        if errors.is_empty() {
            return Err(Failure::Usage(T::RobustNoQuality.get(settings.lang).into()));
        }
        options.errors.extend(errors);
    }
    if let Some(file) = &args.errors_of {
        let in_file = |found| Failure::of(file, found);
        let errors = PanelSheet::from_csv(&reader.bytes(file)?, &csv_options(args.numbers)).map_err(in_file)?;
        options.errors.extend(errors.errors_of(sheet).map_err(in_file)?);
    }
    Ok(options)
}

/// Why an analysis has no results.
fn stopped(stop: RobustStop, args: &PanelRobust, settings: &Settings) -> Failure {
    match stop {
        RobustStop::Findings(found) => Failure::of(&args.file, found),
        _ => Failure::Usage(T::RobustStopped.get(settings.lang).into()),
    }
}

/// What was found, and what a page says under it.
struct Shown {
    table: RobustTable,
    notes: Vec<String>,
}

fn show(args: &PanelRobust, sheet: &PanelSheet, periods: &[RobustPeriod<'_, '_>], settings: &Settings) -> Result<Shown, Failure> {
    let stopped = |stop: RobustStop| stopped(stop, args, settings);
    let tables = sheet.robust_tables(settings.lang);
    let mut notes = Vec::new();
    let table = match args.show {
        RobustShow::Places | RobustShow::Pairs => {
            let run = |period: &RobustPeriod<'_, '_>| with_bar(args, settings, |tell| period.robust.run(tell));
            let all = periods.iter().map(run).collect::<Result<Vec<_>, _>>().map_err(stopped)?;
            for results in all.iter().filter(|results| results.places.iter().any(|place| place.ranks.is_some())) {
                notes.push(fill(
                    T::RobustShift,
                    settings.lang,
                    &[("mean", &decimal(&format!("{:.3}", results.mean_shift), settings.lang))],
                ));
                notes.push(fill(T::RobustNote, settings.lang, &[("n", &results.places.len().to_string())]));
            }
            let both: Vec<_> = periods.iter().zip(&all).collect();
            if args.show == RobustShow::Pairs { tables.pairs(&both) } else { tables.places(&both) }
        }
        RobustShow::Sobol => {
            let run = |period: &RobustPeriod<'_, '_>| {
                with_bar(args, settings, |tell| period.robust.sobol(args.by.doubts(), args.resamples, tell))
            };
            let all = periods.iter().map(run).collect::<Result<Vec<_>, _>>().map_err(stopped)?;
            tables.sobol(&periods.iter().zip(&all).map(|(period, own)| (period, own.as_slice())).collect::<Vec<_>>())
        }
        RobustShow::Tornado => {
            let all = periods.iter().map(|period| period.robust.tornado()).collect::<Result<Vec<_>, _>>().map_err(stopped)?;
            tables.tornado(&periods.iter().zip(&all).map(|(period, own)| (period, own.as_slice())).collect::<Vec<_>>())
        }
        RobustShow::LeaveOneOut => {
            let all = periods.iter().map(|period| period.robust.leave_one_out()).collect::<Result<Vec<_>, _>>().map_err(stopped)?;
            tables.left_out(&periods.iter().zip(&all).map(|(period, own)| (period, own.as_slice())).collect::<Vec<_>>())
        }
        RobustShow::Design => {
            let all: Vec<_> = periods.iter().map(|period| period.robust.replication(args.replication)).collect();
            tables.design(&periods.iter().zip(&all).collect::<Vec<_>>())
        }
        RobustShow::Flips => {
            let mut all = Vec::new();
            for period in periods {
                for (place, other) in pairs(args, sheet, period) {
                    let mut flips = period.robust.flips(place, other).map_err(|found| Failure::of(&args.file, found))?;
                    // Of neighbours only the smallest change is shown.
                    flips.truncate(if args.pair.is_none() { 1 } else { flips.len() });
                    all.push((period, (place, other), flips));
                }
            }
            if let Some((one, other)) = args.pair.as_ref().filter(|_| all.is_empty()) {
                let code = format!("{one}, {other}");
                return Err(Failure::Usage(fill(T::RobustNoPlace, settings.lang, &[("code", &code)])));
            }
            tables.flips(&all.iter().map(|(period, pair, flips)| (*period, *pair, flips.as_slice())).collect::<Vec<_>>())
        }
    };
    Ok(Shown { table, notes })
}

/// The two places asked for, where a period has both; or each and the next one by rank.
fn pairs(args: &PanelRobust, sheet: &PanelSheet, period: &RobustPeriod<'_, '_>) -> Vec<(usize, usize)> {
    let order = period.robust.by_rank();
    let Some((one, other)) = &args.pair else {
        return order.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect();
    };
    let code = |place: usize| period.robust.row(place).and_then(|row| sheet.places().get(row)).map_or("", |place| &place.code);
    let find = |wanted: &String| order.iter().copied().find(|place| code(*place) == wanted);
    find(one).zip(find(other)).into_iter().collect()
}

/// A run under a bar of its progress on the error output.
fn with_bar<R>(
    args: &PanelRobust,
    settings: &Settings,
    run: impl FnOnce(&mut dyn FnMut(dothi::RobustProgress) -> ControlFlow<()>) -> R,
) -> R {
    let bar = progress(usize::try_from(args.replications).unwrap_or(usize::MAX), settings);
    let result = run(&mut |now| {
        bar.set_position(now.done);
        ControlFlow::Continue(())
    });
    bar.finish_and_clear();
    result
}

/// A number of a table as a language writes it.
fn decimal(text: &str, lang: Lang) -> String {
    Dec::parse(text).map_or(text.into(), |value| numbers::score(value, lang))
}

fn blocks(args: &PanelRobust, plan: &PanelPlan<'_>, options: &RobustOptions, shown: &Shown, lang: Lang) -> Vec<Block> {
    let (count, seed) = (options.replications.to_string(), options.seed.to_string());
    let mut out = vec![Block::Title(fill(T::RobustTitle, lang, &[("n", &count), ("seed", &seed)]))];
    out.push(Block::plain(plan.set().header().title.get(lang)));
    let facts = [
        plan.set().id(),
        fill(T::Scheme, lang, &[("title", plan.scheme().title.get(lang))]),
        fill(T::RobustDoubts, lang, &[("doubts", &options.to_string())]),
    ];
    out.push(Block::plain(facts.join(" · ")));
    out.extend(marks::blocks(plan.marks(), lang));
    out.push(Block::Space);
    if shown.table.rows.is_empty() {
        out.push(Block::plain(T::RobustNothing.get(lang)));
    } else {
        out.push(Block::Table(table(args, plan, shown, lang)));
    }
    out.extend(shown.notes.iter().map(|note| Block::Text(Tone::Dim, note.clone())));
    out.push(Block::Text(Tone::Dim, T::AllSelfAssessed.get(lang).into()));
    out
}

/// How a cell of a page is made of a row.
type Say = Box<dyn Fn(&dyn Fn(&str) -> String) -> String>;

fn table(args: &PanelRobust, plan: &PanelPlan<'_>, shown: &Shown, lang: Lang) -> Table {
    let plain = |name: &'static str| -> Say { Box::new(move |cell| cell(name)) };
    let figure = |name: &'static str| -> Say { Box::new(move |cell| decimal(&cell(name), lang)) };
    let interval = |name: &'static str| -> Say {
        Box::new(move |cell| {
            let [value, low, high] = ["", "_low", "_high"].map(|end| short(&cell(&format!("{name}{end}")), lang));
            format!("{value} ({low} – {high})")
        })
    };
    let word = |name: &'static str| -> Say { Box::new(move |cell| said(&cell(name), lang)) };
    let mut all: Vec<(Column, Say)> = Vec::new();
    let mut add = |column: Column, say: Say| all.push((column, say));
    let period = move |text: String| Date::parse(&text).map_or(text, |period| numbers::date(period, lang));
    if shown.table.rows.iter().any(|row| !shown.table.cell(row, "period").is_empty()) {
        add(Column::word(T::PanelPeriod.get(lang)), Box::new(move |cell| period(cell("period"))));
    }
    match args.show {
        RobustShow::Places => {
            add(Column::word(T::UnitCode.get(lang)), plain("unit_code"));
            add(Column::text(T::City.get(lang)), plain("unit_name"));
            if plan.scheme().score.is_some() {
                add(Column::number(T::Score.get(lang)), figure("score"));
                add(Column::number(T::PanelRank.get(lang)), Box::new(|cell| format!("{} / {}", cell("rank"), cell("rank_of"))));
                add(
                    Column::number_under(T::RobustRanks.get(lang)),
                    Box::new(|cell| format!("{} – {} – {}", cell("rank_low"), cell("rank_median"), cell("rank_high"))),
                );
                add(Column::number_under(T::RobustMeanRank.get(lang)), Box::new(move |cell| short(&cell("rank_mean"), lang)));
            }
            if !plan.scheme().levels.is_empty() {
                add(Column::text(T::Result.get(lang)), plain("statement"));
            }
        }
        RobustShow::Pairs => {
            add(Column::word(T::UnitCode.get(lang)), plain("unit_code"));
            add(Column::word(T::RobustOther.get(lang)), plain("other_code"));
            add(Column::number(T::RobustAtOrAbove.get(lang)), Box::new(move |cell| short(&cell("at_or_above"), lang)));
        }
        RobustShow::Sobol => {
            add(Column::text(T::RobustResult.get(lang)), word("result"));
            add(Column::word(T::UnitCode.get(lang)), plain("unit_code"));
            add(Column::text(T::RobustDoubt.get(lang)), word("doubt"));
            add(Column::text(T::RobustItem.get(lang)), plain("item"));
            add(Column::number_under(T::RobustFirst.get(lang)), interval("first"));
            add(Column::number_under(T::RobustTotal.get(lang)), interval("total"));
        }
        RobustShow::Tornado => {
            add(Column::text(T::RobustDoubt.get(lang)), word("doubt"));
            add(Column::text(T::RobustGroup.get(lang)), plain("group"));
            add(Column::text(T::RobustItem.get(lang)), plain("item"));
            add(Column::word(T::RobustEnd.get(lang)), word("end"));
            add(Column::number(T::RobustAt.get(lang)), Box::new(move |cell| short(&cell("at"), lang)));
        }
        RobustShow::LeaveOneOut => add(Column::text(T::RobustWithout.get(lang)), plain("criterion")),
        RobustShow::Flips => {
            add(Column::word(T::UnitCode.get(lang)), plain("unit_code"));
            add(Column::word(T::RobustOther.get(lang)), plain("other_code"));
            add(Column::text(T::RobustGroup.get(lang)), plain("group"));
            add(Column::text(T::RobustItem.get(lang)), plain("child"));
            add(Column::number(T::RobustFrom.get(lang)), Box::new(move |cell| short(&cell("from"), lang)));
            add(Column::number_under(T::RobustTo.get(lang)), Box::new(move |cell| short(&cell("to"), lang)));
            add(Column::word(T::RobustBy.get(lang)), word("by"));
        }
        RobustShow::Design => {
            add(Column::word(T::RobustWhat.get(lang)), plain("what"));
            add(Column::text(T::RobustGroup.get(lang)), plain("group"));
            add(Column::text(T::RobustItem.get(lang)), Box::new(|cell| [cell("item"), cell("level")].join(" ").trim().to_string()));
            add(Column::word(T::UnitCode.get(lang)), plain("unit_code"));
            add(Column::number(T::RobustValue.get(lang)), figure("value"));
        }
    }
    if matches!(args.show, RobustShow::Tornado | RobustShow::LeaveOneOut) {
        add(Column::number_under(T::RobustMeanShift.get(lang)), Box::new(move |cell| short(&cell("mean_shift"), lang)));
        add(Column::number_under(T::RobustMost.get(lang)), plain("most_shift"));
        add(Column::number_under(T::RobustMoved.get(lang)), plain("places_moved"));
        if plan.scheme().levels.is_empty() {
            add(Column::number_under(T::RobustLost.get(lang)), plain("scores_lost"));
        } else {
            add(Column::number_under(T::RobustLevels.get(lang)), plain("levels_changed"));
        }
    }
    let row = |row: &Vec<String>| {
        let cell = |name: &str| shown.table.cell(row, name).to_string();
        all.iter().map(|(_, say)| Cell::new(say(&cell))).collect()
    };
    let rows = shown.table.rows.iter().map(row).collect();
    Table { columns: all.into_iter().map(|(column, _)| column).collect(), rows }
}

/// Three decimals.
fn short(text: &str, lang: Lang) -> String {
    text.parse::<f64>().map_or(text.into(), |x| decimal(&format!("{x:.3}"), lang))
}

/// Words of the tables for people.
fn said(word: &str, lang: Lang) -> String {
    let text = match word {
        "mean_shift" => T::RobustOfShift,
        "mean_level" => T::RobustOfLevel,
        "score" => T::RobustOfScore,
        "low" => T::RobustLow,
        "high" => T::RobustHigh,
        "formula" => T::RobustFormula,
        "bisection" => T::RobustBisection,
        other => return dothi::Doubt::of_word(other).map_or(other.into(), |doubt| doubt.label(lang).into()),
    };
    text.get(lang).into()
}
