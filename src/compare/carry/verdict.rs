//! What of a criterion's data holds in the other edition. That is decided by the two files alone, never by a guess.

use crate::compare::CriterionDiff;
use crate::criteria::{CrosswalkKind, DataKind, DataPoint, Input};
use crate::text::{Lang, pick};
use alloc::vec::Vec;

macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $vi:literal, $en:literal;)*) => {
        /// Why figures or documents do not follow to the other edition.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum CarryReason {
            $($(#[$doc])* $variant,)*
        }

        impl CarryReason {
            /// The stable word of files.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The words for people.
            #[must_use]
            pub fn label(self, lang: Lang) -> &'static str {
                match self { $(Self::$variant => pick(lang, $vi, $en),)* }
            }
        }
    };
}

reasons! {
    /// Not asked before.
    Added = "added", "tiêu chí mới, trước đây không hỏi", "new, not asked before";
    /// No longer asked.
    Dropped = "dropped", "không còn hỏi", "no longer asked";
    /// Part of a wider criterion now, or was part of one.
    Merged = "merged", "đã gộp với nội dung khác", "merged with other matter";
    /// Number, yes/no or steps.
    DataType = "data_type", "loại số liệu đã đổi", "another type of data";
    /// The unit of the value.
    Unit = "unit", "đơn vị đo đã đổi", "another unit";
    /// What is entered, or what is accepted.
    Inputs = "inputs", "số liệu phải nhập đã đổi", "other inputs are asked";
    /// How the value follows from the inputs.
    Derivation = "derivation", "cách tính giá trị đã đổi", "the value is derived in another way";
    /// The steps of a ladder.
    Steps = "steps", "các bậc đã đổi", "other steps";
    /// The question of a yes/no or stepped criterion, where the crosswalk does not say that its meaning is the same.
    Question = "question", "câu hỏi đã đổi", "another question";
    /// The figure is of a part, and parts are refused now.
    Parts = "parts", "số liệu theo từng phần không còn được nhận", "figures by parts are refused now";
    /// Other documents are asked.
    Evidence = "evidence", "minh chứng phải có đã đổi", "other evidence is asked";
}

/// What becomes of the data of a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict {
    /// They hold in the other edition as they are.
    Holds {
        /// True when the question is worded differently and the crosswalk vouches for its meaning.
        reworded: bool,
    },
    /// They do not; new data are needed, or nothing is asked any more.
    DoesNotHold(Vec<CarryReason>),
}

impl Verdict {
    /// The verdict on a pair of criteria.
    pub(super) fn of(pair: &CriterionDiff<'_>) -> Self {
        let (Some(before), Some(now)) = (pair.before, pair.now) else {
            let reason = if pair.before.is_none() { CarryReason::Added } else { CarryReason::Dropped };
            return Self::DoesNotHold(Vec::from([reason]));
        };
        let mut reasons = Vec::new();
        if pair.kind == CrosswalkKind::Merged {
            reasons.push(CarryReason::Merged);
        }
        let mut reworded = false;
        for point in &before.data_points {
            match now.data_points.iter().find(|other| other.id == point.id) {
                Some(other) => reworded |= compare(point, other, &mut reasons),
                None => reasons.push(CarryReason::Inputs),
            }
        }
        let asked_too = now.data_points.iter().any(|point| before.data_points.iter().all(|other| other.id != point.id));
        if asked_too {
            reasons.push(CarryReason::Inputs);
        }
        reworded |= before.question != now.question && before.data_points.iter().any(|point| point.kind != DataKind::Number);
        let vouched = pair.declared && matches!(pair.kind, CrosswalkKind::Same | CrosswalkKind::Renamed);
        if reworded && !vouched {
            reasons.push(CarryReason::Question);
        }
        crate::order::sort(&mut reasons);
        reasons.dedup();
        if reasons.is_empty() { Self::Holds { reworded } } else { Self::DoesNotHold(reasons) }
    }

    /// True when figures hold as they are.
    #[must_use]
    pub fn holds(&self) -> bool {
        matches!(self, Self::Holds { .. })
    }

    /// Why they do not.
    #[must_use]
    pub fn reasons(&self) -> &[CarryReason] {
        match self {
            Self::Holds { .. } => &[],
            Self::DoesNotHold(reasons) => reasons,
        }
    }
}

/// Adds why figures of one data point are none of the other; true when only the question is worded differently.
fn compare(before: &DataPoint, now: &DataPoint, reasons: &mut Vec<CarryReason>) -> bool {
    let mut differ = |is: bool, reason| {
        if is {
            reasons.push(reason);
        }
    };
    differ(before.kind != now.kind, CarryReason::DataType);
    differ(before.unit != now.unit, CarryReason::Unit);
    differ(before.derive != now.derive, CarryReason::Derivation);
    differ(before.steps != now.steps, CarryReason::Steps);
    let asks_a_question = before.kind != DataKind::Number && now.kind != DataKind::Number;
    let same = |a: &Input, b: &Input| {
        let domain = |i: &Input| (i.role, i.unit.clone(), i.whole, i.minimum, i.above, i.within, i.own_period);
        domain(a) == domain(b) && (asks_a_question || a.title == b.title)
    };
    let all_same = before.inputs.len() == now.inputs.len() && before.inputs.iter().zip(&now.inputs).all(|(a, b)| same(a, b));
    // Another type or unit of the value shows in its input too.
    differ(!all_same && before.kind == now.kind && before.unit == now.unit, CarryReason::Inputs);
    asks_a_question && all_same && before.inputs.iter().zip(&now.inputs).any(|(a, b)| a.title != b.title)
}
