//! Civil dates and periods of a year, a month or a day; no clock, no time zone.

use alloc::string::{String, ToString};
use core::fmt;
use serde::{Serialize, Serializer};

/// A date known to the year, the month or the day: `2026`, `2026-03` or `2026-03-31`.
///
/// The same type serves as the *period* an observation stands for.
///
/// ```
/// use dothi::Date;
/// let day = Date::parse("2024-02-29").unwrap();
/// assert_eq!(day.to_string(), "2024-02-29");
/// assert!(Date::parse("2026-02-29").is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl Date {
    /// The first year that is read.
    #[cfg(feature = "packed")]
    pub(crate) const EARLIEST: Self = Self { year: 1900, month: None, day: None };

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; years 1900 to 2999. `None` when it is none of these or no such day exists.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map(|t| digits(t, 2).ok_or(()));
        let day = parts.next().map(|t| digits(t, 2).ok_or(()));
        if parts.next().is_some() {
            return None;
        }
        let month = month.transpose().ok()?.and_then(|m| u8::try_from(m).ok());
        let day = day.transpose().ok()?.and_then(|d| u8::try_from(d).ok());
        Self::from_parts(year, month, day)
    }

    /// A date from its parts; `None` when there is no such date.
    #[must_use]
    pub fn from_parts(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        if !(1900..=2999).contains(&year) || (day.is_some() && month.is_none()) {
            return None;
        }
        if let Some(m) = month {
            if !(1..=12).contains(&m) {
                return None;
            }
            if let Some(d) = day
                && (d == 0 || d > days_in_month(year, m))
            {
                return None;
            }
        }
        Some(Self { year, month, day })
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// True when the day is known.
    #[must_use]
    pub fn is_day(self) -> bool {
        self.day.is_some()
    }

    /// True when neither month nor day is known.
    pub(crate) fn is_year(self) -> bool {
        self.month.is_none()
    }

    /// First day of the period as (year, month, day).
    #[must_use]
    pub fn first_day(self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// Last day of the period as (year, month, day).
    #[must_use]
    pub fn last_day(self) -> (u16, u8, u8) {
        let month = self.month.unwrap_or(12);
        (self.year, month, self.day.unwrap_or_else(|| days_in_month(self.year, month)))
    }

    /// The same day, month or year some years before; `None` when there is no such date.
    pub(crate) fn years_earlier(self, years: u32) -> Option<Self> {
        Self::from_parts(self.year.checked_sub(u16::try_from(years).ok()?)?, self.month, self.day)
    }

    /// The way people write it in Vietnamese: `16/5/2022`, `5/2022`, `2022`.
    #[must_use]
    pub fn to_vi(self) -> String {
        match (self.month, self.day) {
            (Some(m), Some(d)) => alloc::format!("{d}/{m}/{}", self.year),
            (Some(m), None) => alloc::format!("{m}/{}", self.year),
            _ => self.year.to_string(),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(m) = self.month {
            write!(f, "-{m:02}")?;
        }
        if let Some(d) = self.day {
            write!(f, "-{d:02}")?;
        }
        Ok(())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

fn digits(text: &str, width: usize) -> Option<u16> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn only_real_dates_are_read() {
        for good in ["2026", "2026-12", "2024-02-29", "2000-02-29"] {
            assert_eq!(Date::parse(good).map(|d| alloc::format!("{d}")).as_deref(), Some(good));
        }
        for bad in ["", "26", "2026-13", "2026-00", "2026-02-31", "2100-02-29", "2026-1", "2026-01-01-01", "2026/01", "+026"] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_period_has_a_first_and_a_last_day() {
        let february = Date::parse("2024-02").unwrap();
        assert_eq!(february.first_day(), (2024, 2, 1));
        assert_eq!(february.last_day(), (2024, 2, 29));
        assert_eq!(february.to_vi(), "2/2024");
        assert_eq!(february.years_earlier(3), Date::parse("2021-02"));
        assert_eq!(Date::parse("2024-02-29").unwrap().years_earlier(1), None);
        assert_eq!(Date::parse("1901").unwrap().years_earlier(2), None);
    }
}
