//! Values that SDMX writes in its own way.

use alloc::borrow::Cow;
use alloc::format;
use dothi::Code;

/// What a status means here.
pub(super) enum Status {
    /// One that is kept.
    Kept,
    /// A missing value with a reason of its own.
    Missing,
    /// One after which the figure could be misread.
    Unknown,
}

/// The codes of SDMX's list of observation statuses.
pub(super) fn status(code: &str) -> Status {
    match code {
        "" | "A" | "B" | "E" | "I" | "P" | "M" | "O" | "U" => Status::Kept,
        // Holiday or weekend; exists but was not collected; suppressed.
        "H" | "L" | "Q" => Status::Missing,
        _ => Status::Unknown,
    }
}

/// A time period as years, months and days.
pub(super) fn period(text: &str) -> Result<Cow<'_, str>, Code> {
    let Some((year, rest)) = text.split_once('-') else { return Ok(Cow::Borrowed(text)) };
    if text.contains(['/', 'T']) && year.len() == 4 {
        return Err(Code::SdmxPeriod);
    }
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut signs = rest.chars();
    match (signs.next(), signs.as_str()) {
        (Some('A'), "1") => Ok(Cow::Borrowed(year)),
        (Some('M'), month) if digits(month) && month.len() == 2 => Ok(Cow::Owned(format!("{year}-{month}"))),
        (Some('S' | 'T' | 'Q' | 'W' | 'D'), number) if digits(number) => Err(Code::SdmxPeriod),
        _ => Ok(Cow::Borrowed(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::period;
    use dothi::Code;

    #[test]
    fn years_and_months_are_read_and_nothing_else_is_guessed() {
        for (text, read) in [("2026", "2026"), ("2026-12", "2026-12"), ("2026-A1", "2026"), ("2026-M03", "2026-03"), ("x-y", "x-y")] {
            assert_eq!(period(text).as_deref(), Ok(read));
        }
        for text in ["2026-Q1", "2026-S2", "2026-W52", "2026-D365", "2026-01-01/P1Y", "2026-12-31T00:00:00", "2026-T1"] {
            assert_eq!(period(text), Err(Code::SdmxPeriod), "{text}");
        }
    }
}
