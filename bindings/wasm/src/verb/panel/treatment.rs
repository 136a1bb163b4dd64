//! What is done to figures before they are judged, as a caller asks for it: the same words as in a criteria file.

use crate::options::Options;
use dothi::{Among, Centre, Impute, ImputeStage, Normalise, Outliers, Treatment};

const OUTLIERS: &[(&str, u8)] = &[("winsorise", 0), ("by_shape", 1), ("logarithm", 2)];
const STAGES: &[(&str, ImputeStage)] = &[("criterion", ImputeStage::Criterion), ("group", ImputeStage::Group)];
const AMONG: &[(&str, Among)] = &[("all", Among::All), ("region", Among::Region)];
const CENTRES: &[(&str, Centre)] = &[("mean", Centre::Mean), ("median", Centre::Median)];

/// The option `treatment`, when it is there.
pub(crate) fn treatment(options: &mut Options) -> Option<Treatment> {
    options.inner("treatment", |own| {
        let mut out = Treatment::default();
        if let Some(normalise) = own.choice("normalise", Normalise::WORDS) {
            out = out.with_normalise(normalise);
        }
        if let Some(outliers) = own.inner("outliers", outliers) {
            out = out.with_outliers(outliers);
        }
        if let Some(impute) = own.inner("impute", impute) {
            out = out.with_impute(impute);
        }
        if own.has("least_data")
            && let Some(least) = own.decimal("least_data")
        {
            out = out.with_least_data(least);
        }
        Some(out)
    })
}

/// A rule for outliers.
pub(crate) fn outliers(own: &mut Options) -> Option<Outliers> {
    Some(match own.word("method", OUTLIERS)? {
        0 => {
            let (low, high) = (own.decimal("low"), own.decimal("high"));
            Outliers::Winsorise { low: low?, high: high? }
        }
        1 => {
            let (skewness, kurtosis, most) = (own.decimal("skewness"), own.decimal("kurtosis"), own.needed_count("most"));
            Outliers::ByShape { skewness: skewness?, kurtosis: kurtosis?, most: most? }
        }
        _ => Outliers::Logarithm,
    })
}

/// A rule for gaps.
pub(crate) fn impute(own: &mut Options) -> Option<Impute> {
    let (stage, among, with) = (own.word("stage", STAGES), own.word("among", AMONG), own.word("with", CENTRES));
    Some(Impute::new(stage?, among?, with?))
}
