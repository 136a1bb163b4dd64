//! The state of a target at a day, and the straight line that tells whether it is on track.

use crate::criteria::Op;
use crate::date::Date;
use crate::number::{Dec, Exact, Number};
use crate::text::{Lang, pick};
use core::cmp::Ordering;

/// The state of a milestone or target on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum TargetState {
    /// It is there, by its horizon where there is one.
    Reached,
    /// It is there, but came after its horizon.
    ReachedLate,
    /// The figure reaches it, documents are not there or not accepted.
    Unproven,
    /// Not there, not due yet, and on the straight line through the last two figures it will be there by its horizon.
    OnTrack,
    /// Not there, not due yet, and on that line it will not.
    Behind,
    /// Stated to be under way, not due yet.
    UnderWay,
    /// Stated not to have begun, not due yet.
    NotStarted,
    /// Not there, not due yet; one figure only (or a break between two), so that no line can be drawn.
    PaceUnknown,
    /// Not there, and its horizon has passed: a figure or statement of the horizon or later says so.
    Overdue,
    /// Its horizon has passed, and the last figure or statement is from before: what became of it is not known.
    DueUnknown,
    /// The source leaves open whether it is there.
    Undecided,
    /// Not measurable from the data given.
    NotMeasurable,
    /// It does not apply to the place.
    NotApplicable,
    /// Part of an instrument's structure, no target.
    NotATarget,
}

impl TargetState {
    /// Every state, in the order of tables.
    pub const ALL: [Self; 14] = [
        Self::Reached,
        Self::ReachedLate,
        Self::Unproven,
        Self::OnTrack,
        Self::Behind,
        Self::UnderWay,
        Self::NotStarted,
        Self::PaceUnknown,
        Self::Overdue,
        Self::DueUnknown,
        Self::Undecided,
        Self::NotMeasurable,
        Self::NotApplicable,
        Self::NotATarget,
    ];

    /// The word that files use.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::ReachedLate => "reached_late",
            Self::Unproven => "unproven",
            Self::OnTrack => "on_track",
            Self::Behind => "behind",
            Self::UnderWay => "under_way",
            Self::NotStarted => "not_started",
            Self::PaceUnknown => "pace_unknown",
            Self::Overdue => "overdue",
            Self::DueUnknown => "due_unknown",
            Self::Undecided => "undecided",
            Self::NotMeasurable => "not_measurable",
            Self::NotApplicable => "not_applicable",
            Self::NotATarget => "not_a_target",
        }
    }

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Reached => pick(lang, "đã đạt", "reached"),
            Self::ReachedLate => pick(lang, "đạt sau hạn", "reached late"),
            Self::Unproven => pick(lang, "số liệu đạt, chưa có minh chứng", "figure reaches it, no evidence"),
            Self::OnTrack => pick(lang, "đúng tiến độ", "on track"),
            Self::Behind => pick(lang, "chậm tiến độ", "behind"),
            Self::UnderWay => pick(lang, "đang thực hiện, chưa đến hạn", "under way, not due yet"),
            Self::NotStarted => pick(lang, "chưa bắt đầu, chưa đến hạn", "not begun, not due yet"),
            Self::PaceUnknown => pick(
                lang,
                "chưa đạt, chưa đến hạn, chưa đủ kỳ số liệu để biết tiến độ",
                "not reached, not due; too few periods to tell the pace",
            ),
            Self::Overdue => pick(lang, "quá hạn, chưa đạt", "overdue"),
            Self::DueUnknown => pick(lang, "đã qua hạn, chưa có số liệu hoặc lời khai từ hạn trở đi", "due; no figure or statement since"),
            Self::Undecided => pick(lang, "nguồn để ngỏ", "left open by the source"),
            Self::NotMeasurable => pick(lang, "không đo được từ số liệu đã có", "not measurable from the data given"),
            Self::NotApplicable => pick(lang, "không áp dụng", "not applicable"),
            Self::NotATarget => pick(lang, "không phải mục tiêu", "not a target"),
        }
    }
}

/// True when a day has passed the last day of a horizon.
pub(super) fn is_past(horizon: Date, day: Date) -> bool {
    day.first_day() > horizon.last_day()
}

/// What is not reached on a day after its horizon, given when it was last looked at.
pub(super) fn when_past(horizon: Date, seen: Date) -> TargetState {
    if seen.last_day() >= horizon.last_day() { TargetState::Overdue } else { TargetState::DueUnknown }
}

/// Days from 1 March of year 0, proleptic Gregorian (Hinnant, `days_from_civil`): only differences matter.
pub(super) fn day_number((year, month, day): (u16, u8, u8)) -> u64 {
    let (year, month) = (u64::from(year), u64::from(month));
    let shifted = if month <= 2 { year.saturating_sub(1) } else { year };
    let since_march = (month + 9) % 12;
    shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (153 * since_march + 2) / 5 + u64::from(day)
}

/// A figure at the end of its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FigureAt {
    /// The period.
    pub period: Date,
    /// The figure.
    pub value: Dec,
}

/// Where the straight line through two figures is at the end of the horizon; `None` when both are of one day or it overflows.
pub(super) fn projected(earlier: FigureAt, now: FigureAt, horizon: Date) -> Option<Dec> {
    let [before, here, there] = [earlier.period, now.period, horizon].map(|date| day_number(date.last_day()));
    let count = |days: u64| Exact::of(Dec::from_count(days));
    let (run, ahead) = (here.checked_sub(before).filter(|days| *days > 0)?, there.checked_sub(here)?);
    let rise = Exact::of(now.value).sub(Exact::of(earlier.value));
    Exact::of(now.value).add(rise.mul(count(ahead)).div(count(run))).dec()
}

/// Whether a figure passes a target.
pub(super) fn passes(value: Dec, op: Op, target: Dec) -> Option<bool> {
    let order = Exact::of(value).order(Exact::of(target))?;
    Some(match op {
        Op::Ge => order.is_ge(),
        Op::Gt => order.is_gt(),
        Op::Le => order.is_le(),
        Op::Lt => order.is_lt(),
        _ => order == Ordering::Equal,
    })
}

#[cfg(test)]
mod tests {
    use super::{FigureAt, day_number, is_past, projected};
    use crate::date::Date;
    use crate::number::Dec;
    use alloc::string::ToString;

    fn at(period: &str, value: &str) -> FigureAt {
        FigureAt { period: Date::parse(period).unwrap(), value: Dec::parse(value).unwrap() }
    }

    #[test]
    fn days_are_counted() {
        for (from, to, days) in
            [((2024, 2, 28), (2024, 3, 1), 2), ((2025, 12, 31), (2030, 12, 31), 1826), ((1999, 12, 31), (2000, 12, 31), 366)]
        {
            assert_eq!(day_number(to) - day_number(from), days);
        }
    }

    #[test]
    fn a_line_goes_on_straight() {
        let there = |horizon| projected(at("2023", "40"), at("2024", "43.66"), Date::parse(horizon).unwrap()).unwrap();
        // 366 days brought 3.66, so 0.01 a day: 365 days to the end of 2025.
        assert_eq!(there("2025").to_string(), "47.31");
        assert_eq!(there("2024").to_string(), "43.66");
        assert_eq!(projected(at("2024", "1"), at("2024", "2"), Date::parse("2025").unwrap()), None);
    }

    #[test]
    fn a_year_is_due_on_its_last_day() {
        let due = Date::parse("2025").unwrap();
        assert!(!is_past(due, Date::parse("2025-12-31").unwrap()));
        assert!(is_past(due, Date::parse("2026-01-01").unwrap()));
    }
}
