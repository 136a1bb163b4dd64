//! What is doubted, as a caller says it.

use crate::options::Options;
use crate::verb::panel::{Figures, figures, impute, outliers, treatment};
use alloc::format;
use alloc::string::String;
use dothi::{FigureError, Normalise, RobustMean, RobustOptions, WeightDoubt};

/// How the error of a column is said.
#[derive(Clone, Copy)]
enum By {
    Standard,
    Relative,
    Places,
    RelativePlaces,
    Survey,
    Counted,
}

const BY: &[(&str, By)] = &[
    ("standard", By::Standard),
    ("relative", By::Relative),
    ("places", By::Places),
    ("relative_places", By::RelativePlaces),
    ("survey", By::Survey),
    ("counted", By::Counted),
];

/// Seed, replications and everything that is doubted.
pub(super) fn asked(options: &mut Options, rows: &[f64]) -> Option<RobustOptions> {
    let seed = options.needed_count("seed");
    let replications = replications(options);
    let weights = options.inner("weights", weights);
    let assumed = options.number("assumed");
    let means = options.list("means", |own| own.word("mean", RobustMean::WORDS));
    let treatment = treatment(options);
    let normalise = options.list("normalise", |own| own.word("normalise", Normalise::WORDS));
    let outliers = options.list("outliers", |own| or_nothing(own, outliers));
    let impute = options.list("impute", |own| or_nothing(own, impute));
    let mut rows = figures(options, rows, &[]);
    let errors = options.list("errors", |own| error(own, &mut rows));
    let pairs = options.flag("pairs");
    let mut out = RobustOptions::new(seed?, replications?).with_means(means);
    out = out.with_normalise(normalise).with_outliers(outliers).with_impute(impute);
    if let Some(treatment) = treatment {
        out = out.with_treatment(treatment);
    }
    if let Some(weights) = weights {
        out = out.with_weights(weights);
    }
    if let Some(assumed) = assumed {
        out = out.with_assumed(assumed);
    }
    for (column, error) in errors {
        out = out.with_error(column, error);
    }
    Some(if pairs { out.with_pairs() } else { out })
}

/// How many replications; ten thousand where it is not said.
pub(crate) fn replications(options: &mut Options) -> Option<u32> {
    if options.has("replications") { options.count("replications") } else { Some(10_000) }
}

/// A rule, or that there is none.
fn or_nothing<T>(own: &mut Options, rule: impl FnOnce(&mut Options) -> Option<T>) -> Option<Option<T>> {
    if own.flag("nothing") { Some(None) } else { rule(own).map(Some) }
}

/// One way of doubting weights.
pub(crate) fn weights(own: &mut Options) -> Option<WeightDoubt> {
    let (dirichlet, band) = (own.number("dirichlet"), own.number("band"));
    match (dirichlet, band) {
        (Some(concentration), None) => Some(WeightDoubt::Dirichlet { concentration }),
        (None, Some(percent)) => Some(WeightDoubt::Band { percent }),
        _ => {
            let (vi, en) = ("hãy ghi một trong hai: `dirichlet` hoặc `band`", "give one of the two: `dirichlet` or `band`");
            own.fault("call.missing_option", "", vi.into(), en.into());
            None
        }
    }
}

fn error(own: &mut Options, rows: &mut Figures) -> Option<(String, FigureError)> {
    let column = own.required("column");
    let by = own.word("by", BY);
    let number = |own: &mut Options, key: &str| if own.has(key) { own.number(key) } else { own.required(key).and(None) };
    let error = match by? {
        By::Standard => FigureError::Standard(number(own, "error")?),
        By::Relative => FigureError::Relative(number(own, "error")?),
        By::Survey => {
            let (people, whole) = (number(own, "people"), number(own, "whole"));
            FigureError::Survey { people: people?, whole: whole? }
        }
        By::Counted => FigureError::Counted,
        by => {
            let name = column.as_ref()?;
            let Some(at) = rows.iter().position(|(own, ..)| own == name) else {
                own.fault(
                    "call.missing_option",
                    "error",
                    format!("thiếu sai số từng dòng của `{name}`"),
                    format!("the errors of the rows of `{name}` are missing"),
                );
                return None;
            };
            let (_, errors, _) = rows.swap_remove(at);
            if matches!(by, By::Places) { FigureError::Places(errors) } else { FigureError::RelativePlaces(errors) }
        }
    };
    Some((column?, error))
}
