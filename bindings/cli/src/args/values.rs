//! Values of options.

use clap::ValueEnum;
use dothi::programme::PriorityKey;
use dothi::{Among, Centre, Date, Dec, Impute, ImputeStage, Lang, Normalise, Outliers, Quality, Salt, Ties, Treatment, UnitKind};

/// How an answer is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading in a terminal.
    Table,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
    /// Markdown, for documents.
    Md,
    /// A workbook, for Excel and LibreOffice.
    Xlsx,
}

impl Format {
    /// The word of the option.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Md => "md",
            Self::Xlsx => "xlsx",
        }
    }
}

/// A format of exchange.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Exchange {
    /// Observations as SDMX-CSV 2.1.
    SdmxCsv,
    /// Results as FIWARE KeyPerformanceIndicator entities (NGSI-LD).
    NgsiLd,
    /// Results of one place as NIST OSCAL assessment results.
    Oscal,
    /// A criteria set as a NIST OSCAL catalog.
    OscalCatalog,
}

/// A language.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

impl Language {
    pub(crate) fn lang(self) -> Lang {
        if self == Self::Vi { Lang::Vi } else { Lang::En }
    }
}

/// When to colour.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How numbers of a CSV file are written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Numbers {
    /// As the file itself shows.
    Auto,
    /// 1.234,5
    Vi,
    /// 1,234.5
    En,
}

/// What stands between the cells of a CSV file.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Separator {
    /// ,
    Comma,
    /// ;
    Semicolon,
    /// A tab.
    Tab,
}

/// The decimal sign of a CSV file.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Decimal {
    /// 1234.5
    Point,
    /// 1234,5
    Comma,
}

pub(super) fn day(text: &str) -> Result<Date, &'static str> {
    Date::parse(text).filter(|d| d.is_day()).ok_or("not a day; write it as YYYY-MM-DD")
}

pub(super) fn period(text: &str) -> Result<Date, &'static str> {
    Date::parse(text).ok_or("not a period; write it as YYYY, YYYY-MM or YYYY-MM-DD")
}

pub(super) fn decimal(text: &str) -> Result<Dec, &'static str> {
    number(text)
}

/// From 0 to 1, both included.
pub(super) fn share(text: &str) -> Result<f64, &'static str> {
    let value = text.parse::<f64>().map_err(|_| "not a number; write digits with a point, like 0.8")?;
    if (0.0..=1.0).contains(&value) { Ok(value) } else { Err("not between 0 and 1") }
}

fn number(text: &str) -> Result<Dec, &'static str> {
    Dec::parse(text).map_err(|_| "not a number; write digits with a point, like 0.8")
}

pub(super) fn cost(text: &str) -> Result<(String, Dec), &'static str> {
    let (id, value) = text.split_once('=').ok_or("write ID=VALUE")?;
    Ok((id.into(), number(value)?))
}

pub(super) fn parameter(text: &str) -> Result<(String, Option<u32>, Dec), &'static str> {
    let (name, value) = text.split_once('=').ok_or("write ID=VALUE or ID@LEVEL=VALUE")?;
    let value = number(value)?;
    let Some((id, level)) = name.split_once('@') else { return Ok((name.into(), None, value)) };
    let level = level.parse().map_err(|_| "the level after @ is a whole number")?;
    Ok((id.into(), Some(level), value))
}

pub(super) fn salt(text: &str) -> Result<Salt, &'static str> {
    Salt::parse(text).ok_or("not a salt; write 64 hexadecimal digits in small letters")
}

pub(super) fn kind(text: &str) -> Result<UnitKind, String> {
    one_of(text, &[UnitKind::Province, UnitKind::UrbanArea, UnitKind::Commune, UnitKind::NewUrbanArea, UnitKind::National])
}

/// The kinds that there are lists of.
pub(super) fn listed_kind(text: &str) -> Result<UnitKind, String> {
    one_of(text, &[UnitKind::Province, UnitKind::Commune])
}

fn one_of(text: &str, known: &[UnitKind]) -> Result<UnitKind, String> {
    known.iter().copied().find(|k| k.as_str() == text).ok_or_else(|| {
        let words: Vec<&str> = known.iter().map(|k| k.as_str()).collect();
        format!("one of: {}", words.join(", "))
    })
}

/// How equal scores are ranked.
pub(super) fn ties(text: &str) -> Result<Ties, String> {
    let words: Vec<&str> = Ties::WORDS.iter().map(|(word, _)| *word).collect();
    let found = Ties::WORDS.iter().find(|(word, _)| *word == text).map(|(_, ties)| *ties);
    found.ok_or_else(|| format!("one of: {}", words.join(", ")))
}

/// A key of the order of priorities.
pub(super) fn priority_key(text: &str) -> Result<PriorityKey, String> {
    let words: Vec<&str> = PriorityKey::DEFAULT.iter().map(|key| key.as_str()).collect();
    PriorityKey::of(text).ok_or_else(|| format!("one of: {}", words.join(", ")))
}

pub(super) fn normalise(text: &str) -> Result<Normalise, String> {
    let known = Normalise::WORDS.iter().find(|(word, _)| *word == text).map(|(_, how)| *how);
    known.ok_or_else(|| format!("known are {}", Normalise::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")))
}

pub(super) fn outliers(text: &str) -> Result<Outliers, String> {
    let parts: Vec<&str> = text.split(':').collect();
    match parts.as_slice() {
        ["winsorise", low, high] => Ok(Outliers::Winsorise { low: decimal(low)?, high: decimal(high)? }),
        ["by_shape", skewness, kurtosis, most] => {
            let most = most.parse().map_err(|_| "the last part is a whole number".to_string())?;
            Ok(Outliers::ByShape { skewness: decimal(skewness)?, kurtosis: decimal(kurtosis)?, most })
        }
        ["logarithm"] => Ok(Outliers::Logarithm),
        _ => Err("known are winsorise:LOW:HIGH, by_shape:SKEWNESS:KURTOSIS:MOST and logarithm".into()),
    }
}

pub(super) fn impute(text: &str) -> Result<Impute, String> {
    let parts: Vec<&str> = text.split(':').collect();
    let [stage, among, with] = parts.as_slice() else { return Err("three parts are needed, as criterion:region:median".into()) };
    let stage = match *stage {
        "criterion" => ImputeStage::Criterion,
        "group" => ImputeStage::Group,
        _ => return Err("the first part is criterion or group".into()),
    };
    let among = match *among {
        "all" => Among::All,
        "region" => Among::Region,
        _ => return Err("the second part is all or region".into()),
    };
    let with = match *with {
        "mean" => Centre::Mean,
        "median" => Centre::Median,
        _ => return Err("the third part is mean or median".into()),
    };
    Ok(Impute::new(stage, among, with))
}

/// One of several rules, or none.
#[derive(Clone, Copy)]
pub(crate) struct Choice<T>(pub(crate) Option<T>);

pub(super) fn outliers_choice(text: &str) -> Result<Choice<Outliers>, String> {
    if text == "none" { Ok(Choice(None)) } else { outliers(text).map(|rule| Choice(Some(rule))) }
}

pub(super) fn impute_choice(text: &str) -> Result<Choice<Impute>, String> {
    if text == "none" { Ok(Choice(None)) } else { impute(text).map(|rule| Choice(Some(rule))) }
}

/// A class of figures and a percentage.
pub(super) fn quality(text: &str) -> Result<(Quality, f64), String> {
    let (class, percent) = text.split_once('=').ok_or("write CLASS=PERCENT, as personal_estimate=20%")?;
    let class = Quality::WORDS.iter().find(|(word, _)| *word == class).map(|(_, class)| *class);
    let words = || format!("known are {}", Quality::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", "));
    let percent = decimal(percent.strip_suffix('%').unwrap_or(percent))?;
    let percent = percent.to_string().parse::<f64>().ok().filter(|percent| (0.0..=1e3).contains(percent));
    Ok((class.ok_or_else(words)?, percent.ok_or("not between 0 and 1000")?))
}

/// What is asked to be done to figures; none where nothing is, so that what the scheme says holds.
pub(super) fn treatment(
    normalise: Option<Normalise>,
    outliers: Option<Outliers>,
    impute: Option<Impute>,
    least_data: Option<Dec>,
    pooled: bool,
) -> Option<Treatment> {
    let mut out = Treatment::default();
    (out.normalise, out.outliers, out.impute) = (normalise.unwrap_or_default(), outliers, impute);
    (out.least_data, out.pooled) = (least_data, pooled);
    (normalise.is_some() || out != Treatment::default()).then_some(out)
}
