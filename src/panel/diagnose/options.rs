//! What is declared before figures are looked at.

use crate::criteria::Treatment;

/// Bounds beyond which something is flagged. They are conventions, chosen by whoever asks, and stand in the result.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DiagnoseOptions {
    /// Two indicators with |r| above this may say the same thing twice. From 0 to 1; 0.9 unless chosen.
    pub high_correlation: f64,
    /// Units with a smaller share of their data are named; none = the scheme's own least share where it has one, else nobody is.
    pub least_data: Option<f64>,
    /// What is done to figures before they are judged; none = what the scheme says. Indicators are then shares as they are treated.
    pub treatment: Option<Treatment>,
}

impl Default for DiagnoseOptions {
    fn default() -> Self {
        Self { high_correlation: 0.9, least_data: None, treatment: None }
    }
}

impl DiagnoseOptions {
    /// With another bound for high correlations.
    #[must_use]
    pub fn with_high_correlation(mut self, bound: f64) -> Self {
        self.high_correlation = bound;
        self
    }

    /// With figures treated like this.
    #[must_use]
    pub fn with_treatment(mut self, treatment: Treatment) -> Self {
        self.treatment = Some(treatment);
        self
    }

    /// With a least share of data.
    #[must_use]
    pub fn with_least_data(mut self, share: f64) -> Self {
        self.least_data = Some(share);
        self
    }
}
