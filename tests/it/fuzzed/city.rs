//! City data, as JSON and as CSV.

use super::{everything, options, said};
use dothi::units::UnitRegistry;
use dothi::{
    CityFile, Code, CriteriaSet, CsvOptions, Findings, Lang, MergePart, NumberStyle, PeerBy, PlacePanel, TREND_COLUMNS, TrendOptions, merge,
};
use std::sync::LazyLock;

/// Sets that the corpus has data for: every operation, conditions and evidence, several data points, years, a published set.
static SETS: LazyLock<Vec<CriteriaSet>> = LazyLock::new(|| {
    let small: [&[u8]; 4] = [
        include_bytes!("../../cases/sets/gates.json"),
        include_bytes!("../../cases/sets/combine.json"),
        include_bytes!("../../cases/sets/expressions.json"),
        include_bytes!("../../cases/sets/window.json"),
    ];
    let published = dothi::builtin::load("dti-922").unwrap();
    small.map(|bytes| CriteriaSet::from_json(bytes).unwrap()).into_iter().chain([published]).collect()
});
static PLACES: LazyLock<UnitRegistry> = LazyLock::new(|| {
    let lists: [(&str, &[u8]); 2] = [
        ("provinces-2025.csv", include_bytes!("../../../criteria/units/provinces-2025.csv")),
        ("sources.csv", include_bytes!("../../../criteria/units/sources.csv")),
    ];
    UnitRegistry::from_tables(&lists).unwrap()
});

/// City data as JSON.
pub fn city_json(bytes: &[u8]) {
    exercise(CityFile::from_json(bytes));
}

/// City data as CSV, in each style of numbers; the same bytes as a table of many places.
pub fn city_csv(bytes: &[u8]) {
    for style in [NumberStyle::Auto, NumberStyle::Vi, NumberStyle::En] {
        let csv = CsvOptions::default().with_numbers(style);
        exercise(CityFile::from_csv(bytes, &csv));
        SETS.iter().for_each(|set| panel(bytes, &csv, set));
    }
}

/// The same bytes as a wide or tidy table of places over periods.
fn panel(bytes: &[u8], csv: &CsvOptions, set: &CriteriaSet) {
    let trend = PlacePanel::from_csv(bytes, csv, set, &options(), &["population"])
        .and_then(|panel| panel.trend(set, &options(), &TrendOptions::default().with_peers(PeerBy::Region)));
    match trend {
        Ok(trend) => assert!(trend.rows(Lang::Vi).iter().all(|row| row.len() == TREND_COLUMNS.len())),
        Err(findings) => said(&findings),
    }
}

/// Data that can be read are the same when they are written and read again, can be joined with themselves, and can be judged.
fn exercise(read: Result<(CityFile, Findings), Findings>) {
    let (file, findings) = match read {
        Ok(read) => read,
        Err(findings) => return said(&findings),
    };
    said(&findings);
    let json = CityFile::from_json(file.to_json().as_bytes()).unwrap_or_else(|e| panic!("it does not read the JSON it wrote: {e}")).0;
    same(&file, &json, "JSON");
    match CityFile::from_csv(file.to_csv().as_bytes(), &CsvOptions::default().with_numbers(NumberStyle::En)) {
        Ok((csv, _)) => same(&file, &csv, "CSV"),
        // Letters of a stranger may look like an old encoding once they stand in one text.
        Err(findings) => {
            assert!(findings.iter().any(|f| f.code() == Code::LegacyEncoding), "it does not read the CSV it wrote: {findings}")
        }
    }
    for city in file.cities.iter().take(3) {
        let merged = merge(&[MergePart::new("a", city), MergePart::new("b", city)], None);
        for entry in &merged.entries {
            let _ = (entry.subject.text(), entry.kind.label(Lang::Vi));
        }
        said(&PLACES.check(city, options().as_of));
        for set in SETS.iter() {
            match set.assess(city, &options()) {
                Ok(assessment) => everything(&assessment),
                Err(findings) => said(&findings),
            }
        }
    }
}

fn same(before: &CityFile, after: &CityFile, how: &str) {
    assert_eq!(before.cities.len(), after.cities.len(), "{how}");
    for (one, other) in before.cities.iter().zip(&after.cities) {
        assert_eq!(one.canonical_json(), other.canonical_json(), "{how}");
    }
}
