//! The columns of a table of facts, and which of a list of words a mistyped one is nearest to.

use alloc::vec::Vec;

macro_rules! columns {
    ($($variant:ident = $name:literal,)*) => {
        /// A column; the discriminant is its place in the order of writing.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Column {
            $($variant,)*
        }

        impl Column {
            /// Every column that carries facts, in the order of writing.
            pub(super) const ALL: &'static [(&'static str, Self)] = &[$(($name, Self::$variant),)*];
        }
    };
}

columns! {
    UnitCode = "unit_code",
    Item = "item",
    DataPoint = "data_point",
    Role = "role",
    Part = "part",
    Period = "period",
    Value = "value",
    Unit = "unit",
    Status = "status",
    Quality = "quality",
    Sampling = "sampling",
    Source = "source",
    Note = "note",
    EvidenceNumber = "evidence_number",
    EvidenceDate = "evidence_date",
    EvidenceIssuer = "evidence_issuer",
    EvidenceSummary = "evidence_summary",
    EvidencePages = "evidence_pages",
    EvidenceUrl = "evidence_url",
    EvidenceSha256 = "evidence_sha256",
    EvidenceKind = "evidence_kind",
    EvidencePublic = "evidence_public",
    Review = "review",
    ReviewedBy = "reviewed_by",
    ReviewDate = "review_date",
    ReviewReason = "review_reason",
    NotApplicableReason = "not_applicable_reason",
}

/// Columns that a template shows to whoever fills it; they carry no facts.
pub(super) const SHOWN: &[&str] =
    &["title", "question", "threshold", "label", "role_shown", "unit_shown", "evidence_asked", "used_by", "responsible"];

/// What an observation is made of, beside its criterion.
pub(super) const OBSERVATION: &[Column] = &[
    Column::DataPoint,
    Column::Role,
    Column::Part,
    Column::Period,
    Column::Value,
    Column::Unit,
    Column::Status,
    Column::Quality,
    Column::Sampling,
    Column::Source,
    Column::Note,
];

/// What a document is made of, beside its criteria.
pub(super) const EVIDENCE: &[Column] = &[
    Column::EvidenceNumber,
    Column::EvidenceDate,
    Column::EvidenceIssuer,
    Column::EvidenceSummary,
    Column::EvidencePages,
    Column::EvidenceUrl,
    Column::EvidenceSha256,
    Column::EvidenceKind,
    Column::EvidencePublic,
    Column::Review,
    Column::ReviewedBy,
    Column::ReviewDate,
    Column::ReviewReason,
];

impl Column {
    /// How many there are.
    pub(super) const COUNT: usize = Self::ALL.len();

    pub(super) fn name(self) -> &'static str {
        Self::ALL.get(self as usize).map_or("", |(name, _)| name)
    }

    pub(super) fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, column)| *column)
    }
}

/// The word that takes the fewest changes of a letter to get from `word`.
pub(super) fn nearest(word: &str, known: impl IntoIterator<Item = &'static str>) -> &'static str {
    // Longer ones are near to nothing anyway.
    let word: Vec<char> = word.chars().take(40).collect();
    known.into_iter().min_by_key(|candidate| distance(&word, candidate)).unwrap_or("")
}

fn distance(word: &[char], candidate: &str) -> usize {
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (i, c) in candidate.chars().enumerate() {
        let mut left = i + 1;
        let mut next = Vec::with_capacity(row.len());
        next.push(left);
        for (known, pair) in word.iter().zip(row.windows(2)) {
            let [diagonal, above] = pair else { continue };
            left = (left + 1).min(above + 1).min(diagonal + usize::from(*known != c));
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Column, nearest};

    #[test]
    fn every_column_knows_its_name() {
        for (name, column) in Column::ALL {
            assert_eq!((column.name(), Column::find(name)), (*name, Some(*column)));
        }
        assert_eq!(Column::COUNT, 27);
    }

    #[test]
    fn a_mistyped_name_finds_the_nearest() {
        let names = || Column::ALL.iter().map(|(name, _)| *name);
        assert_eq!(nearest("valeu", names()), "value");
        assert_eq!(nearest("unitcode", names()), "unit_code");
        assert_eq!(nearest("evidence_sumary", names()), "evidence_summary");
        assert_eq!(nearest("", []), "");
    }
}
