//! Today's date. The library has no clock; the command line may look at one, and always prints the date it took.

use dothi::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// Việt Nam is seven hours ahead of UTC all year round.
const VIET_NAM: u64 = 7 * 3600;
const DAY: u64 = 24 * 3600;

/// The calendar day in Việt Nam now; `None` when the system clock stands before 1970.
pub(crate) fn today() -> Option<Date> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    date_of((now.as_secs() + VIET_NAM) / DAY)
}

/// The date of a day counted from 1970-01-01, by the Gregorian calendar; years begin in March while counting, so that the leap
/// day is a year's last.
fn date_of(day: u64) -> Option<Date> {
    let shifted = day + 719_468;
    let (era, of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    let (month, day_of_month) = (u8::try_from(month).ok()?, u8::try_from(day_of_month).ok()?);
    Date::from_parts(u16::try_from(year).ok()?, Some(month), Some(day_of_month))
}

#[cfg(test)]
mod tests {
    use super::date_of;

    #[test]
    fn days_follow_each_other_through_leap_years() {
        for (day, date) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (20_778, "2026-11-21"),
            (47_540, "2100-02-28"),
            (47_541, "2100-03-01"),
        ] {
            assert_eq!(date_of(day).unwrap().to_string(), date);
        }
    }
}
