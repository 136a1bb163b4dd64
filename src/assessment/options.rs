//! What the caller decides about an assessment.

use crate::date::Date;
use crate::number::Dec;
use alloc::string::String;
use alloc::vec::Vec;

/// The assessment date, the scheme and overridden parameters.
///
/// ```
/// use dothi::{AssessOptions, Date, Dec};
/// let options = AssessOptions::new(Date::parse("2026-11-21").unwrap())
///     .with_parameter("basic_share_min", None, Dec::parse("0.8").unwrap());
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AssessOptions {
    /// The day the assessment is made for; the library has no clock.
    pub as_of: Date,
    /// The scheme; none = the set's first.
    pub scheme: Option<String>,
    /// Parameters: id, level (none = every level), value.
    pub parameters: Vec<(String, Option<u32>, Dec)>,
}

impl AssessOptions {
    /// Default scheme and parameters, as of a day.
    #[must_use]
    pub fn new(as_of: Date) -> Self {
        Self { as_of, scheme: None, parameters: Vec::new() }
    }

    /// Chooses a scheme.
    #[must_use]
    pub fn with_scheme(mut self, scheme: impl Into<String>) -> Self {
        self.scheme = Some(scheme.into());
        self
    }

    /// Overrides a parameter, at one level or at all; the result is then marked non-default.
    #[must_use]
    pub fn with_parameter(mut self, id: impl Into<String>, level: Option<u32>, value: Dec) -> Self {
        self.parameters.push((id.into(), level, value));
        self
    }
}
