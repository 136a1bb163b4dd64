//! The published criteria sets, embedded (feature `builtin`).
//!
//! They are the files of the `criteria/` folder, byte for byte. Every lookup parses and checks the file again; keep the set.

use crate::criteria::CriteriaSet;
use crate::finding::Findings;
use alloc::string::String;
use alloc::vec::Vec;

/// An embedded file.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Embedded {
    /// The set.
    pub set: &'static str,
    /// Edition of the source regime.
    pub edition: &'static str,
    /// Our re-encoding of it.
    pub revision: u32,
    /// The file's bytes.
    pub bytes: &'static [u8],
}

macro_rules! embedded {
    ($($set:literal $edition:literal $revision:literal $path:literal,)*) => {
        /// Every embedded file, oldest edition of a set first.
        #[cfg(feature = "builtin")]
        pub const FILES: &[Embedded] = &[
            $(Embedded { set: $set, edition: $edition, revision: $revision, bytes: include_bytes!(concat!("../criteria/", $path)) },)*
        ];
        /// Every embedded file: none without feature `builtin`.
        #[cfg(not(feature = "builtin"))]
        pub const FILES: &[Embedded] = &[];
    };
}

embedded! {
    "dti-922" "2022" 1 "dti-922/2022-u1.json",
    "nq03" "2025" 1 "nq03/2025-u1.json",
    "nq111" "2025" 1 "nq111/2025-u1.json",
    "nq148" "2022" 1 "nq148/2022-u1.json",
    "tt01" "2018" 1 "tt01/2018-u1.json",
    "u4ssc" "2017" 1 "u4ssc/2017-u1.json",
    "vn-ssc" "2022" 1 "vn-ssc/2022-u1.json",
    "vn-ssc" "2026" 1 "vn-ssc/2026-u1.json",
}

impl Embedded {
    /// `set@edition-urevision`.
    #[must_use]
    pub fn id(&self) -> String {
        alloc::format!("{}@{}-u{}", self.set, self.edition, self.revision)
    }
}

/// Finds an embedded file by `set`, `set@edition` or `set@edition-urevision`; without edition or revision the newest.
#[must_use]
pub fn find(reference: &str) -> Option<&'static Embedded> {
    let (set, rest) = reference.split_once('@').map_or((reference, None), |(set, rest)| (set, Some(rest)));
    let matches = |file: &&Embedded| {
        file.set == set && rest.is_none_or(|rest| rest == file.edition || file.id().split_once('@').is_some_and(|(_, own)| own == rest))
    };
    FILES.iter().rfind(matches)
}

/// Loads an embedded set.
///
/// # Errors
/// - no embedded set answers to the reference: a finding that lists those there are
///
/// ```
/// let set = dothi::builtin::load("vn-ssc@2026").unwrap();
/// assert_eq!(set.criteria().len(), 65);
/// assert!(dothi::builtin::load("vn-ssc@1999").is_err());
/// ```
pub fn load(reference: &str) -> Result<CriteriaSet, Findings> {
    let Some(file) = find(reference) else {
        let known: Vec<_> = FILES.iter().map(Embedded::id).collect();
        let mut findings = Findings::default();
        let finding = crate::finding::Finding::at(crate::finding::Code::UnknownSet, "");
        findings.push(finding.with("id", reference).with("known", known.join(", ")));
        return Err(findings);
    };
    CriteriaSet::from_json(file.bytes)
}
