//! Diagnostics against figures computed by other means (numpy 2.4, by the formulas themselves), and their laws.

use super::made::{Dice, Made, columns};
use dothi::{
    Absence, Column, CsvOptions, DIAGNOSIS_COLUMNS, DiagnoseOptions, Diagnosis, FlagKind, Lang, Normalise, Obstacle, PanelSheet, Statistic,
    Treatment, UnitKind, correlation,
};
use proptest::prelude::*;

const N: f64 = f64::NAN;
const NAMES: [&str; 8] =
    ["awareness", "institutions", "infrastructure", "human", "security", "gov-activity", "econ-activity", "soc-activity"];
const FIGURES: [[f64; 8]; 12] = [
    [0.23, 0.61, 0.48, 0.0, 0.66, 0.13, 0.52, 0.2],
    [0.32, 0.41, 0.14, 0.17, 0.7, 0.18, 0.21, 0.2],
    [0.37, 0.24, 0.56, 0.21, 0.39, 0.16, 0.31, 0.22],
    [0.49, N, 0.34, 0.2, 0.71, 0.25, 0.43, 0.12],
    [0.71, 0.72, 0.54, 0.28, 0.6, 0.7, 0.69, 0.53],
    [0.14, 0.4, 0.56, 0.16, 0.9, 0.06, 0.11, 0.39],
    [0.41, 0.54, 0.23, 0.14, 0.77, 0.19, 0.38, 0.49],
    [0.12, 0.21, 0.56, 0.32, 0.55, 0.0, N, 0.0],
    [0.24, 0.06, 0.29, 0.0, 0.77, 0.2, 0.14, 0.14],
    [0.38, 0.32, 0.32, 0.07, 0.79, 0.22, 0.3, 0.07],
    [0.66, 0.36, 0.39, 0.31, 0.6, 0.16, 0.31, 0.26],
    [0.36, 0.06, 0.26, 0.26, 0.73, 0.27, 0.27, 0.04],
];

#[track_caller]
fn near(found: Statistic, value: f64, places: usize) {
    let own = found.value().unwrap_or_else(|| panic!("{found:?}"));
    assert!((own - value).abs() < 1e-12, "{own} is not {value}");
    assert_eq!(found.places, places);
}

fn known(options: &DiagnoseOptions) -> Diagnosis {
    let set = dothi::builtin::load("dti-922").unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let column = |at: usize| (NAMES[at], Column::from(FIGURES.map(|row| row[at]).to_vec()));
    let columns = plan.columns(FIGURES.len(), (0..NAMES.len()).map(column)).unwrap();
    plan.diagnose(&columns, options, |_| true).unwrap()
}

fn indicator(diagnosis: &Diagnosis, id: &str) -> usize {
    diagnosis.indicators.iter().position(|own| own.name.id == id).unwrap()
}

#[test]
fn correlations_are_those_of_numpy() {
    let found = known(&DiagnoseOptions::default());
    assert_eq!((found.places, found.obstacle, found.pairs.len()), (12, None, 28 + 1));
    let pair = |one: &str, other: &str| {
        let items = [indicator(&found, one), indicator(&found, other)];
        found.pairs.iter().find(|pair| !pair.of_groups && pair.items == items).unwrap()
    };
    let inside = pair("awareness", "institutions");
    near(inside.correlation.pearson, 0.4061405270746685, 11);
    near(inside.correlation.spearman, 0.3280190742563078, 11);
    let across = pair("institutions", "econ-activity");
    near(across.correlation.pearson, 0.7386641783297803, 10);
    near(across.correlation.spearman, 0.6158536585365855, 10);
    assert!(inside.within && !across.within);
    // Ties: three places share a figure.
    near(pair("infrastructure", "security").correlation.spearman, -0.4381652796679158, 12);
    let security = &found.indicators[indicator(&found, "security")];
    near(security.with_parent.pearson, -0.08248839947441582, 11);
    near(security.with_parent.spearman, -0.06392760709681124, 11);
    let groups = found.pairs.iter().find(|pair| pair.of_groups).unwrap();
    near(groups.correlation.pearson, 0.8094126972246883, 10);
    near(found.groups[1].with_parent.unwrap().pearson, 0.9202432658583737, 10);
    let spread = found.indicators[0].spread.unwrap();
    assert!((spread.mean - 0.3691666666666667).abs() < 1e-12 && (spread.deviation - 0.1834744635852052).abs() < 1e-12);
    assert!((spread.least - 0.12).abs() < 1e-15 && (spread.most - 0.71).abs() < 1e-15);
    let missing = &found.indicators[indicator(&found, "econ-activity")];
    assert_eq!((missing.present, missing.missing, missing.not_applicable), (11, 1, 0));
}

#[test]
fn alpha_and_weights_are_those_of_numpy() {
    let found = known(&DiagnoseOptions::default());
    near(found.groups[1].alpha, 0.15226459025600214, 11);
    near(found.groups[2].alpha, 0.7441637156844243, 11);
    near(found.groups[0].alpha, 0.8217034297708101, 10);
    let effective = [
        0.12075891655838912,
        0.1577254415032253,
        0.057277210975881655,
        0.04598591495152499,
        -0.03128483781435722,
        0.26699508714739334,
        0.2055065850676958,
        0.17703568161024702,
    ];
    for (own, value) in found.indicators.iter().zip(effective) {
        near(own.effective, value, 10);
    }
    let nominal: Vec<f64> = found.indicators.iter().map(|own| own.nominal.unwrap()).collect();
    for (own, value) in nominal.iter().zip([0.1, 0.1, 0.1, 0.1, 0.1, 0.2, 0.15, 0.15]) {
        assert!((own - value).abs() < 1e-12, "{nominal:?}");
    }
    near(found.groups[0].effective, 1.0, 10);
    assert!((found.groups[2].nominal.unwrap() - 0.5).abs() < 1e-12);
}

#[cfg(feature = "pca")]
#[test]
fn components_are_those_of_numpy() {
    let found = known(&DiagnoseOptions::default());
    let all = &found.components[0];
    assert_eq!((all.places, all.parts.len(), all.group.is_none()), (10, 8, true));
    let components = all.components.as_ref().unwrap();
    let eigenvalues = [
        3.7512057787222908,
        1.479745800570991,
        1.0648843341584153,
        0.8108237761214335,
        0.476279090217189,
        0.22371529143409935,
        0.13993920336570995,
        0.05340672540987489,
    ];
    for (own, value) in components.iter().zip(eigenvalues) {
        assert!((own.eigenvalue - value).abs() < 1e-10 && (own.share - value / 8.0).abs() < 1e-10, "{own:?}");
    }
    let loadings = [
        0.8158855847637182,
        0.7092331327505584,
        0.44181166964193036,
        0.566264115951423,
        -0.5043988471155144,
        0.7812048130108801,
        0.8636206568806404,
        0.675375790524117,
    ];
    for (own, value) in components[0].loadings.iter().zip(loadings) {
        assert!((own - value).abs() < 1e-10, "{:?}", components[0].loadings);
    }
    let activity = found.components.iter().find(|own| own.group.as_ref().is_some_and(|group| group.id == "activity")).unwrap();
    assert_eq!(activity.places, 11);
    assert!((activity.components.as_ref().unwrap()[2].eigenvalue - 0.28408536842908616).abs() < 1e-10);
}

#[test]
fn units_are_put_in_order_by_votes() {
    let found = known(&DiagnoseOptions::default());
    let copeland = found.copeland.unwrap();
    assert!(copeland.weighted);
    let counted: Vec<(u32, u32, u32)> = copeland.units.iter().map(|own| (own.wins, own.losses, own.draws)).collect();
    let by_hand = [
        (3, 6, 2),
        (4, 7, 0),
        (6, 4, 1),
        (9, 1, 1),
        (11, 0, 0),
        (3, 8, 0),
        (9, 2, 0),
        (0, 11, 0),
        (1, 10, 0),
        (4, 5, 2),
        (8, 2, 1),
        (4, 6, 1),
    ];
    assert_eq!(counted, by_hand);
    assert_eq!(copeland.ranking.rank(4).unwrap().to_string(), "1");
    assert_eq!(copeland.ranking.rank(7).unwrap().to_string(), "12");
}

#[test]
fn what_deserves_a_look_is_named() {
    let found = known(&DiagnoseOptions::default().with_high_correlation(0.7).with_least_data(0.9));
    let named: Vec<(FlagKind, &str)> = found.flags.iter().map(|flag| (flag.kind, flag.item.id.as_str())).collect();
    assert!(named.contains(&(FlagKind::AgainstParent, "security")) && named.contains(&(FlagKind::AgainstIndex, "security")), "{named:?}");
    assert!(named.contains(&(FlagKind::HighCorrelation, "institutions")), "{named:?}");
    assert!(!known(&DiagnoseOptions::default()).flags.iter().any(|flag| flag.kind == FlagKind::HighCorrelation));
    // Eight of nine columns have a part in the index; two places lack one of them.
    let below: Vec<usize> = found.availability.iter().filter(|own| found.is_below(&own.all)).map(|own| own.row).collect();
    assert_eq!(below, [3, 7]);
    let fewer = known(&DiagnoseOptions::default().with_least_data(0.8));
    assert!(!fewer.availability.iter().any(|own| fewer.is_below(&own.all)));
    assert_eq!((fewer.availability[3].all.present, fewer.availability[3].all.asked), (7, 8));
    assert!(fewer.availability[3].groups[2].present == 3 && fewer.availability[3].groups[2].asked == 3);
}

#[test]
fn what_cannot_be_said_has_a_reason() {
    let set = dothi::builtin::load("dti-922").unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let constant = [0.5; 5];
    let given =
        NAMES.iter().map(|name| (*name, Column::from(if *name == "human" { &[0.1, 0.2, 0.3, 0.4, 0.5][..] } else { &constant[..] })));
    let columns = plan.columns(5, given).unwrap();
    let found = plan.diagnose(&columns, &DiagnoseOptions::default(), |_| true).unwrap();
    let human = &found.indicators[indicator(&found, "human")];
    near(human.with_parent.pearson, 1.0, 5);
    near(human.effective, 1.0, 5);
    let other = &found.indicators[0];
    assert_eq!(other.with_parent.pearson.absence(), Some(Absence::Constant));
    near(other.effective, 0.0, 5);
    assert_eq!(found.flags.iter().filter(|flag| flag.kind == FlagKind::Constant).count(), 7);
    let few = plan.diagnose(&columns, &DiagnoseOptions::default(), |row| row < 2).unwrap();
    assert!(few.pairs.iter().all(|pair| pair.correlation.pearson.absence() == Some(Absence::TooFewPlaces)));
    let none = plan.diagnose(&columns, &DiagnoseOptions::default(), |_| false).unwrap();
    assert_eq!((none.places, none.copeland), (0, Err(Absence::TooFewPlaces)));
    assert!(none.flags.iter().all(|flag| flag.kind == FlagKind::NoData));

    // A scheme without a score: the figures themselves, and no weights.
    let set = dothi::builtin::load("vn-ssc").unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let number = plan.inputs().iter().filter(|input| input.kind == dothi::DataKind::Boolean).take(2);
    let columns = plan.columns(4, number.map(|input| (input.key.as_str(), Column::from(&[0.0, 1.0, 1.0, 0.0][..])))).unwrap();
    let found = plan.diagnose(&columns, &DiagnoseOptions::default(), |_| true).unwrap();
    assert_eq!(found.obstacle, Some(Obstacle::NoScore));
    assert!(!found.left_out.is_empty(), "quotients are no indicators by themselves");
    assert!(found.indicators.iter().all(|own| own.effective.absence() == Some(Absence::NotAdditive) && own.nominal.is_none()));
    let present: Vec<_> = found.indicators.iter().filter(|own| own.present > 0).collect();
    assert_eq!(present.len(), 2);
    assert!(present.iter().all(|own| own.with_parent.pearson.absence() == Some(Absence::NoValue)));
    assert!(found.copeland.is_ok_and(|copeland| !copeland.weighted && copeland.ranking.of() == 4));
}

#[test]
fn every_row_of_every_format_carries_the_marks() {
    let mut text = format!("unit_code,name_vi,kind,period,{}\n", NAMES.join(","));
    for (at, row) in FIGURES.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|x| if x.is_nan() { String::new() } else { x.to_string() }).collect();
        text.push_str(&format!("{at:02},Nơi {at},province,2025,{}\n{at:02},Nơi {at},province,2024{}\n", cells.join(","), ",0.5".repeat(8)));
    }
    let sheet = PanelSheet::from_csv(text.as_bytes(), &CsvOptions::default()).unwrap();
    let set = dothi::builtin::load("dti-922").unwrap();
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let found = sheet.diagnose(&plan, &DiagnoseOptions::default(), None).unwrap();
    assert_eq!((found.period().unwrap().to_string().as_str(), found.diagnosis().places), ("2025", 12), "the latest period alone");
    for lang in [Lang::Vi, Lang::En] {
        let mark = found.mark_line(lang);
        assert!(!mark.is_empty());
        for row in found.rows(lang) {
            assert_eq!(row.len(), DIAGNOSIS_COLUMNS.len());
            assert!(row.last() == Some(&mark) && !row[2].is_empty() && row[4] == "2025", "{row:?}");
            // A figure, or the reason why there is none.
            assert_ne!(row[10].is_empty(), row[12].is_empty(), "{row:?}");
            assert!(row[10].is_empty() || row[10].parse::<f64>().is_ok_and(f64::is_finite), "{row:?}");
        }
        let json: serde_json::Value = serde_json::from_str(&found.to_json(lang)).unwrap();
        assert!(!json["marks"].as_array().unwrap().is_empty() && json["declared"]["high_correlation"] == "0.9");
        let alpha = json["sections"]["group"].as_array().unwrap().iter().find(|own| own["item"] == "activity" && own["measure"] == "alpha");
        assert_eq!(alpha.unwrap()["value"], "0.744163716");
        assert_eq!(found.to_csv(lang).lines().count(), found.rows(lang).len() + 1);
    }
    let before = sheet.diagnose(&plan, &DiagnoseOptions::default(), Some(dothi::Date::parse("2024").unwrap())).unwrap();
    assert_eq!(before.diagnosis().flags.iter().filter(|flag| flag.kind == FlagKind::Constant).count(), 8);
}

/// Whether every node is a weighted sum.
fn adds(node: &dothi::Node) -> bool {
    let linear = matches!(node.aggregate, dothi::Aggregate::Sum | dothi::Aggregate::WeightedArithmetic);
    linear && node.children.iter().all(|child| if let dothi::Child::Group(inner) = child { adds(inner) } else { true })
}

fn cell() -> impl Strategy<Value = f64> {
    prop_oneof![6 => -1e6..1e6f64, 2 => (-3i32..3).prop_map(f64::from), 1 => Just(N), 1 => Just(f64::INFINITY), 1 => Just(1e300)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn a_correlation_is_symmetric_bounded_and_blind_to_scale_and_order(
        pairs in proptest::collection::vec((cell(), cell()), 0..40), by in 1e-3..1e3f64, turn in any::<usize>()
    ) {
        let (x, y): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
        let both = pairs.iter().filter(|(x, y)| x.is_finite() && y.is_finite()).count();
        let one = correlation(&x, &y);
        let values = |own: dothi::Correlation| [own.pearson, own.spearman];
        let same = |a: dothi::Correlation, b: dothi::Correlation| values(a).into_iter().zip(values(b)).all(|(a, b)| {
            a.places == b.places && a.absence() == b.absence()
                && a.value().zip(b.value()).is_none_or(|(a, b)| (a - b).abs() < 1e-9)
        });
        for own in values(one) {
            prop_assert_eq!(own.places, both);
            prop_assert_ne!(own.value().is_some(), own.absence().is_some());
            prop_assert!(own.value().is_none_or(|r| r.abs() <= 1.0));
        }
        prop_assert!(same(one, correlation(&y, &x)));
        let scaled: Vec<f64> = x.iter().map(|x| x * by).collect();
        prop_assert!(same(one, correlation(&scaled, &y)));
        let mut turned = pairs.clone();
        turned.rotate_left(turn % pairs.len().max(1));
        let (x, y): (Vec<f64>, Vec<f64>) = turned.into_iter().unzip();
        prop_assert!(same(one, correlation(&x, &y)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn effective_weights_add_up_and_every_figure_is_finite(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let made = Made::random(&mut dice);
        let places = made.places(&mut dice, 25);
        let set = made.set(&[]);
        let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
        let found = plan.diagnose(&columns(&plan, &places), &DiagnoseOptions::default(), |_| true).unwrap();
        let all: Option<f64> = found.indicators.iter().map(|own| own.effective.value()).sum();
        if let Some(all) = all.filter(|_| !found.indicators.is_empty()) {
            prop_assert!((all - 1.0).abs() < 1e-6, "{}", all);
        }
        let nominal: f64 = found.indicators.iter().filter_map(|own| own.nominal).sum();
        prop_assert!(found.indicators.is_empty() || (nominal - 1.0).abs() < 1e-9, "{}", nominal);
        // Under every policy of a scheme of weighted sums the contributions of each scored unit add up to its index.
        let scored = found.groups[0].present;
        let additive = found.indicators.iter().all(|own| own.effective.places == scored || scored < 3) || !adds(&plan.scheme().tree);
        prop_assert!(additive, "{:?} of {}", found.indicators.first().map(|own| own.effective), scored);
        prop_assert!(found.pairs.iter().all(|pair| pair.correlation.pearson.value().is_none_or(f64::is_finite)));
    }
}

/// Between the worst and the best, and by deviations, figures are turned and stretched, so correlations stay; by rank they are those of ranks.
#[test]
fn treated_figures_are_looked_at_as_the_index_sees_them() {
    let treated = |how: Normalise| known_treated(Treatment::default().with_normalise(how));
    let figures = known(&DiagnoseOptions::default());
    let cases = [(Normalise::MinMax, false), (Normalise::ZScore, false), (Normalise::Rank, true)];
    for (how, is_rank) in cases {
        let found = treated(how);
        assert!(found.treatment.as_ref().is_some_and(|own| own.normalise == how) && found.treated.is_some());
        for (own, other) in found.pairs.iter().zip(&figures.pairs).filter(|(own, _)| !own.of_groups) {
            let pearson =
                if is_rank && own.correlation.pearson.places == 12 { other.correlation.spearman } else { other.correlation.pearson };
            // A pair that lacks a place has other ranks than its columns.
            if is_rank && own.correlation.pearson.places < 12 {
                continue;
            }
            let (own, expected) = (own.correlation.pearson.value().unwrap(), pearson.value().unwrap());
            assert!((own - expected).abs() < 1e-9, "{how:?} {own} {expected}");
        }
        let effective: f64 = found.indicators.iter().filter_map(|own| own.effective.value()).sum();
        assert!((effective - 1.0).abs() < 1e-9, "{how:?} {effective}");
        assert!(found.indicators.iter().all(|own| own.spread.is_ok()));
    }
    let deviations = treated(Normalise::ZScore);
    let spread = deviations.indicators[indicator(&deviations, "awareness")].spread.unwrap();
    assert!(spread.mean.abs() < 1e-12 && (spread.deviation - 1.0).abs() < 1e-12);
}

/// A place with too few figures is in the account of data and nowhere else.
#[test]
fn places_that_are_not_ranked_are_no_part_of_statistics() {
    let few = known_treated(Treatment::default().with_normalise(Normalise::MinMax).with_least_data(dothi::Dec::parse("0.95").unwrap()));
    assert_eq!((few.places, few.availability.len(), few.indicators[0].present), (12, 12, 10));
}

fn known_treated(treatment: Treatment) -> Diagnosis {
    // The sums of the index cannot leave criteria out, so its groups are means here.
    let set = super::treated::flat("weighted_arithmetic", &NAMES);
    let plan = set.panel(UnitKind::Province, &crate::support::as_of()).unwrap();
    let column = |at: usize| (NAMES[at], Column::from(FIGURES.map(|row| row[at]).to_vec()));
    let columns = plan.columns(FIGURES.len(), (0..NAMES.len()).map(column)).unwrap();
    plan.diagnose(&columns, &DiagnoseOptions::default().with_treatment(treatment), |_| true).unwrap()
}
