//! Methods that give points, and ranges: their parameters make sense together and fit the data.

use crate::criteria::criterion::{DataKind, DataPoint, Direction};
use crate::criteria::judgement::Method;
use crate::criteria::points::{Band, Combination, Interpolate, OutsideRange, Range};
use crate::finding::{Code, Finding, Findings};
use crate::number::Dec;
use alloc::format;

/// The data point and the direction that a method judges by, and where it stands.
pub(super) struct Judging<'d, 'f> {
    pub(super) here: &'d str,
    pub(super) point: &'d DataPoint,
    pub(super) direction: Direction,
    pub(super) findings: &'f mut Findings,
}

/// The most points that a method gives by itself; none where it gives none.
pub(crate) fn most_points(method: &Method) -> Option<Dec> {
    match method {
        Method::Interpolate(i) => Some(i.points_max),
        Method::Steps { points: bands, .. } | Method::TargetShare { bands, .. } => bands.iter().map(|band| band.points).max(),
        Method::Combine { how: Combination::Sum, of } => {
            let mut most = of.iter().filter_map(|part| most_points(&part.method));
            let first = most.next()?;
            most.try_fold(first, |sum, points| sum.value().checked_add(points.value()).map(Dec::from))
        }
        _ => None,
    }
}

impl Judging<'_, '_> {
    pub(super) fn mismatch(&mut self, method: &Method, why: (&'static str, &'static str)) {
        self.findings.push(Finding::at(Code::MethodMismatch, self.here).with("method", method.as_str()).with_both("why", why));
    }

    fn wrong(&mut self, key: &str, value: impl core::fmt::Display, why: (&'static str, &'static str)) {
        let finding = Finding::at(Code::ImpossibleValue, format!("{}/{key}", self.here));
        self.findings.push(finding.with("value", value).with_both("why", why));
    }

    fn ends(&mut self, low: Dec, high: Dec, why: (&'static str, &'static str)) {
        self.findings.push(Finding::at(Code::EndsOrder, self.here).with("low", low).with("high", high).with_both("why", why));
    }

    /// The method's own parameters and what it asks of its data.
    pub(super) fn method(&mut self, method: &Method) {
        let number = self.point.kind == DataKind::Number;
        let more = self.direction == Direction::More;
        match method {
            Method::Interpolate(i) => {
                if !number {
                    self.mismatch(method, NUMBER);
                }
                if !more {
                    self.mismatch(method, MORE);
                }
                self.interpolate(i);
            }
            Method::Steps { points, .. } => {
                if self.point.kind == DataKind::Boolean {
                    self.mismatch(method, ("cần dữ liệu số hoặc bậc", "it needs a number or steps"));
                }
                if !more {
                    self.mismatch(method, MORE);
                }
                self.bands("points", points, false);
            }
            Method::TargetShare { target, bands, .. } => {
                if !number {
                    self.mismatch(method, NUMBER);
                }
                if self.direction == Direction::None {
                    self.mismatch(method, ("cần chiều `more` hoặc `less`", "it needs the direction `more` or `less`"));
                }
                if *target <= Dec::ZERO {
                    self.wrong("target", target, ("mục tiêu phải lớn hơn 0", "a target must be above 0"));
                }
                if let Some(first) = bands.first().filter(|first| first.at_least != Dec::ZERO) {
                    let place = format!("{}/bands/0/at_least", self.here);
                    self.findings.push(Finding::at(Code::BandStart, place).with("found", first.at_least));
                }
                self.bands("bands", bands, true);
            }
            Method::Range(range) => {
                if !number {
                    self.mismatch(method, NUMBER);
                }
                self.range(range);
            }
            _ => {}
        }
    }

    fn interpolate(&mut self, i: &Interpolate) {
        if i.minimum >= i.maximum {
            self.ends(i.minimum, i.maximum, ("tối thiểu phải nhỏ hơn tối đa", "the minimum must be below the maximum"));
        }
        if i.points_min < Dec::ZERO {
            self.wrong("points_min", i.points_min, ("điểm không được âm", "points must not be negative"));
        }
        if i.points_max < i.points_min {
            self.fall("points_max", i.points_max, i.points_min, NOT_FALL);
        }
        self.some_points("points_max", Some(i.points_max));
        let Some(relief) = &i.relief else { return };
        if relief.factor <= Dec::ZERO || relief.factor >= Dec::ONE {
            self.wrong("relief/factor", relief.factor, ("phải lớn hơn 0 và nhỏ hơn 1", "it must be above 0 and below 1"));
        }
        if i.minimum <= Dec::ZERO {
            self.wrong("minimum", i.minimum, ("phải lớn hơn 0 thì mới giảm được", "it must be above 0 to be lowered"));
        }
        if relief.whole && !i.minimum.is_whole() {
            let why = ("là số đếm (`whole`) nên phải là số nguyên", "it is a count (`whole`) and must be a whole number");
            self.wrong("minimum", i.minimum, why);
        }
    }

    /// Edges ascend; points do not fall, or rise where `rising`. Steps of a ladder have to be there.
    fn bands(&mut self, key: &str, bands: &[Band], rising: bool) {
        let mut before: Option<&Band> = None;
        for (k, band) in bands.iter().enumerate() {
            let known = |n: Dec| self.point.steps.iter().any(|s| Dec::from_count(u64::from(s.step)) == n);
            if self.point.kind == DataKind::Ordinal && !known(band.at_least) {
                self.wrong(&format!("{key}/{k}/at_least"), band.at_least, ("không có bậc này", "there is no such step"));
            }
            if band.points < Dec::ZERO {
                self.wrong(&format!("{key}/{k}/points"), band.points, ("điểm không được âm", "points must not be negative"));
            }
            if let Some(before) = before {
                if band.at_least <= before.at_least {
                    let finding = Finding::at(Code::EdgesOrder, format!("{}/{key}/{k}/at_least", self.here));
                    self.findings.push(finding.with("edge", band.at_least).with("before", before.at_least));
                }
                if band.points < before.points {
                    self.fall(&format!("{key}/{k}/points"), band.points, before.points, NOT_FALL);
                } else if rising && band.points == before.points {
                    let why = ("điểm phải tăng theo khung", "points must rise from band to band");
                    self.fall(&format!("{key}/{k}/points"), band.points, before.points, why);
                }
            }
            before = Some(band);
        }
        self.some_points(key, bands.iter().map(|band| band.points).max());
    }

    fn fall(&mut self, key: &str, points: Dec, before: Dec, why: (&'static str, &'static str)) {
        let finding = Finding::at(Code::PointsFall, format!("{}/{key}", self.here));
        self.findings.push(finding.with("points", points).with("before", before).with_both("why", why));
    }

    /// A share of no points at all would not be defined.
    fn some_points(&mut self, key: &str, most: Option<Dec>) {
        if let Some(most) = most.filter(|most| *most <= Dec::ZERO) {
            self.wrong(key, most, ("điểm cao nhất phải lớn hơn 0", "the most points must be above 0"));
        }
    }

    fn range(&mut self, range: &Range) {
        if range.low > range.high {
            let why = ("đầu thấp không được lớn hơn đầu cao", "the low end must not be above the high end");
            self.ends(range.low, range.high, why);
        }
        let below = range.below == OutsideRange::Met;
        let above = range.above == OutsideRange::Met;
        let against = match self.direction {
            Direction::More if below => Some(("below", "more")),
            Direction::Less if above => Some(("above", "less")),
            _ => None,
        };
        if let Some((key, direction)) = against {
            let finding = Finding::at(Code::OperatorDirection, format!("{}/{key}", self.here));
            self.findings.push(finding.with("op", format!("{key}: met")).with("direction", direction));
        } else if below && above {
            self.wrong("above", "met", ("khoảng mà giá trị nào cũng đạt thì không hỏi gì", "a range that every value meets asks nothing"));
        }
    }
}

const NUMBER: (&str, &str) = ("cần dữ liệu số", "it needs a number");
const MORE: (&str, &str) = ("cần chiều `more`", "it needs the direction `more`");
const NOT_FALL: (&str, &str) = ("điểm không được giảm", "points must not fall");
