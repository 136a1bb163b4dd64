//! What came of a criterion.

use crate::text::{Lang, pick};

/// The outcome of a criterion, as a whole or at one level. Reasons for not being met are kept apart, never merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// Met.
    Passed,
    /// Has points or a share instead of met / not met.
    Scored,
    /// Shown, never counted.
    Monitored,
    /// Not asked of this kind of place, or claimed not to exist there.
    NotApplicable,
    /// Left aside by a cited rule, which says what points it gets.
    NotConsidered,
    /// Cannot be decided; the result says why.
    Undecided,
    /// The value does not pass the threshold.
    BelowThreshold,
    /// The share of a survey passes, its lower bound does not.
    SurveyInconclusive,
    /// There is no value.
    NoData,
    /// The value passes, no document supports it.
    NoEvidence,
    /// The value passes, the reviewer rejected its documents.
    EvidenceRejected,
    /// The value passes, only plans support it.
    PlanOnly,
}

impl Outcome {
    /// Every outcome, best first.
    pub const ALL: &'static [Self] = &[
        Self::Passed,
        Self::Scored,
        Self::BelowThreshold,
        Self::SurveyInconclusive,
        Self::NoEvidence,
        Self::PlanOnly,
        Self::EvidenceRejected,
        Self::NoData,
        Self::Undecided,
        Self::NotConsidered,
        Self::NotApplicable,
        Self::Monitored,
    ];

    /// The stable word of files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Scored => "scored",
            Self::Monitored => "monitored",
            Self::NotApplicable => "not_applicable",
            Self::NotConsidered => "not_considered",
            Self::Undecided => "undecided",
            Self::BelowThreshold => "below_threshold",
            Self::SurveyInconclusive => "survey_inconclusive",
            Self::NoData => "no_data",
            Self::NoEvidence => "no_evidence",
            Self::EvidenceRejected => "evidence_rejected",
            Self::PlanOnly => "plan_only",
        }
    }

    /// The words for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Self::Passed => ("đạt", "met"),
            Self::Scored => ("đã chấm điểm", "scored"),
            Self::Monitored => ("chỉ theo dõi", "monitored"),
            Self::NotApplicable => ("không áp dụng", "not applicable"),
            Self::NotConsidered => ("không xét", "not considered"),
            Self::Undecided => ("chưa xác định", "undecided"),
            Self::BelowThreshold => ("chưa đạt ngưỡng", "below threshold"),
            Self::SurveyInconclusive => ("khảo sát chưa đủ kết luận", "survey inconclusive"),
            Self::NoData => ("chưa có số liệu", "no data"),
            Self::NoEvidence => ("chưa có minh chứng", "no evidence"),
            Self::EvidenceRejected => ("minh chứng không được chấp nhận", "evidence rejected"),
            Self::PlanOnly => ("chỉ có kế hoạch", "plan only"),
        };
        pick(lang, vi, en)
    }

    /// A sign beside the word, so that colour is never needed.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Passed => "✓",
            Self::Scored => "•",
            Self::Monitored => "○",
            Self::NotApplicable => "–",
            Self::NotConsidered => "⊖",
            Self::Undecided => "?",
            Self::BelowThreshold => "✗",
            Self::SurveyInconclusive => "≈",
            Self::NoData => "∅",
            Self::NoEvidence => "✎",
            Self::EvidenceRejected => "⊘",
            Self::PlanOnly => "◌",
        }
    }
}
