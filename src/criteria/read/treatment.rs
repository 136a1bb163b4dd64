//! What a scheme says of many places.

use super::Reader;
use super::header::{basis, cites};
use crate::criteria::treatment::{Among, Centre, Impute, ImputeStage, Normalise, Outliers, PanelRule, Treatment};
use crate::json::{Json, Object};

pub(super) fn panel_rule(r: &mut Reader, json: &Json) -> Option<PanelRule> {
    let mut o = r.object(json)?;
    let normalise = o.optional(r, "normalise", |r, j| r.choice(j, Normalise::WORDS)).unwrap_or_default();
    let outliers = o.optional(r, "outliers", outliers);
    let impute = o.optional(r, "impute", impute);
    let least_data = o.optional(r, "least_data", Reader::decimal);
    let basis = o.required(r, "basis", basis);
    let cites = cites(r, &mut o);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    let treatment = Treatment { normalise, outliers, impute, least_data, pooled: false };
    Some(PanelRule { treatment, basis: basis?, cites: cites?, note })
}

pub(in crate::criteria) type ReadOutliers = fn(&mut Reader, &mut Object<'_>) -> Option<Outliers>;

pub(in crate::criteria) const OUTLIERS: &[(&str, ReadOutliers)] = &[
    ("winsorise", |r, o| {
        let low = o.required(r, "low", Reader::decimal);
        let high = o.required(r, "high", Reader::decimal);
        low.zip(high).map(|(low, high)| Outliers::Winsorise { low, high })
    }),
    ("by_shape", |r, o| {
        let skewness = o.required(r, "skewness", Reader::decimal);
        let kurtosis = o.required(r, "kurtosis", Reader::decimal);
        let most = o.required(r, "most", |r, j| r.count(j, 1, 10_000));
        Some(Outliers::ByShape { skewness: skewness?, kurtosis: kurtosis?, most: most? })
    }),
    ("logarithm", |_, _| Some(Outliers::Logarithm)),
];

fn outliers(r: &mut Reader, json: &Json) -> Option<Outliers> {
    let mut o = r.object(json)?;
    let read = o.required(r, "method", |r, j| r.choice(j, OUTLIERS)).and_then(|read| read(r, &mut o));
    o.finish(r);
    read
}

fn impute(r: &mut Reader, json: &Json) -> Option<Impute> {
    let mut o = r.object(json)?;
    let stage = o.required(r, "stage", |r, j| r.choice(j, ImputeStage::WORDS));
    let among = o.required(r, "among", |r, j| r.choice(j, Among::WORDS));
    let with = o.required(r, "with", |r, j| r.choice(j, Centre::WORDS));
    o.finish(r);
    Some(Impute::new(stage?, among?, with?))
}
