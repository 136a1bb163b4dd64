//! The examples, assessed.

use dothi::{AssessOptions, Assessment, CityFile, CriteriaSet, Date};

/// A set and places to judge by it.
pub struct Case {
    pub set: CriteriaSet,
    pub file: CityFile,
    pub options: AssessOptions,
}

impl Case {
    pub fn new(set: &str, city: &[u8]) -> Self {
        let (file, _) = CityFile::from_json(city).unwrap();
        let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
        Self { set: dothi::builtin::load(set).unwrap(), file, options }
    }

    /// The fictional city and province, with levels.
    pub fn fictional() -> Self {
        Self::new("vn-ssc@2026", include_bytes!("../../../../examples/vi-du.json"))
    }

    /// The provinces published for 2022, with scores.
    pub fn scored() -> Self {
        Self::new("dti-922@2022", include_bytes!("../../../../examples/dti-922-2022.json"))
    }

    /// A file of `examples/`, by the scheme named or each place by its own.
    pub fn of_file(set: &str, file: &str, scheme: Option<&str>) -> Self {
        let path = format!("{}/../../examples/{file}.json", env!("CARGO_MANIFEST_DIR"));
        let mut case = Self::new(set, &std::fs::read(path).unwrap());
        if let Some(scheme) = scheme {
            case.options = case.options.with_scheme(scheme);
        }
        case
    }

    /// Only the place of this code.
    pub fn only(mut self, code: &str) -> Self {
        self.file.cities.retain(|city| city.unit.code == code);
        assert_eq!(self.file.cities.len(), 1, "{code}");
        self
    }

    pub fn assess(&self) -> Vec<Assessment<'_>> {
        self.file.cities.iter().map(|city| self.set.assess(city, &self.options).unwrap()).collect()
    }
}

/// Spaces of any kind and length as one.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands between `open` and `close`, every time.
pub fn between<'t>(text: &'t str, open: &str, close: &str) -> Vec<&'t str> {
    text.split(open).skip(1).map(|rest| rest.split(close).next().unwrap()).collect()
}
