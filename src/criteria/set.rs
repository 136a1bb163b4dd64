//! A loaded criteria set.

use super::check;
use super::criterion::Criterion;
use super::header::{Group, Header, Source, UnitKind, UnitOfMeasure};
#[cfg(feature = "packed")]
use super::packed;
use super::read;
use super::scheme::Scheme;
use crate::finding::Findings;
use crate::plan::Plan;
#[cfg(any(feature = "csv", feature = "schema"))]
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use serde::{Serialize, Serializer};

/// Levels are kept in a bit set; no known regime has more than five.
pub(crate) const MOST_LEVELS: u32 = 16;

/// A criteria set: one revision of one edition, checked, ready to judge.
///
/// It is only made by loading, so every rule of the format holds of it.
///
/// ```
/// let set = dothi::builtin::load("dti-922").unwrap();
/// assert_eq!(set.id(), "dti-922@2022-u1");
/// assert_eq!(set.criteria().len(), 9);
/// ```
#[derive(Clone, Debug)]
pub struct CriteriaSet {
    header: Header,
    criteria: Vec<Criterion>,
    schemes: Vec<Scheme>,
    plans: Vec<Plan>,
    #[cfg(feature = "digest")]
    sha256: String,
}

impl CriteriaSet {
    /// Reads and checks a criteria file.
    ///
    /// # Errors
    /// Every finding of the first stage that fails: bytes and JSON, then shape, then meaning.
    // Never inlined, so that a module for the web can leave the reader to one of its parts.
    #[inline(never)]
    pub fn from_json(bytes: &[u8]) -> Result<Self, Findings> {
        let draft = read::read(bytes)?;
        let findings = check::check(&draft);
        if findings.has_errors() {
            return Err(findings);
        }
        Ok(Self::of(
            draft,
            #[cfg(feature = "digest")]
            crate::digest::sha256(bytes),
        ))
    }

    fn of(draft: read::Draft, #[cfg(feature = "digest")] sha256: String) -> Self {
        let plans = draft.schemes.iter().map(|scheme| Plan::compile(&draft, scheme)).collect();
        let read::Draft { header, criteria, schemes } = draft;
        Self {
            header,
            criteria,
            schemes,
            plans,
            #[cfg(feature = "digest")]
            sha256,
        }
    }

    /// The set as a text that [`CriteriaSet::from_packed`] of the same build of the library reads, and no other: without the code that
    /// reads and checks criteria files, and several times faster. Packages for the web hold the published sets in it.
    ///
    /// ```
    /// let set = dothi::builtin::load("dti-922").unwrap();
    /// let again = dothi::CriteriaSet::from_packed(&set.to_packed()).unwrap();
    /// assert_eq!((&again, again.file_digest()), (&set, set.file_digest()));
    /// ```
    #[cfg(feature = "packed")]
    #[must_use]
    pub fn to_packed(&self) -> String {
        packed::pack(&self.header, &self.criteria, &self.schemes, &self.sha256)
    }

    /// The set that [`CriteriaSet::to_packed`] wrote; nothing when the text is none of its own. Nothing is checked again: of a text
    /// that was made in another way it may give a set whose results mean nothing. Nothing panics.
    #[cfg(feature = "packed")]
    #[must_use]
    pub fn from_packed(text: &str) -> Option<Self> {
        packed::unpack(text).map(|(draft, sha256)| Self::of(draft, sha256))
    }

    /// SHA-256 of the bytes it was loaded from, as 64 hexadecimal digits in small letters. Two files that load to equal sets may
    /// differ in it.
    #[cfg(feature = "digest")]
    #[must_use]
    pub fn file_digest(&self) -> &str {
        &self.sha256
    }

    /// The file's text: readable JSON that loads to the same set.
    #[must_use]
    pub fn to_json(&self) -> String {
        crate::write::pretty(self)
    }

    /// `set@edition-urevision`.
    #[must_use]
    pub fn id(&self) -> String {
        self.header.id()
    }

    /// What the file says about itself.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The criteria of a copy whose thresholds are to be other ones.
    #[cfg(feature = "panel")]
    pub(crate) fn criteria_mut(&mut self) -> &mut [Criterion] {
        &mut self.criteria
    }

    /// The criteria, in the order of the file.
    #[must_use]
    pub fn criteria(&self) -> &[Criterion] {
        &self.criteria
    }

    /// A criterion by id.
    #[must_use]
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|c| c.id == id)
    }

    /// The schemes; the first is the default.
    #[must_use]
    pub fn schemes(&self) -> &[Scheme] {
        &self.schemes
    }

    /// A group by id.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.header.groups.iter().find(|g| g.id == id)
    }

    /// A source by id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.header.sources.iter().find(|s| s.id == id)
    }

    /// A unit of measure by id.
    #[must_use]
    pub fn unit(&self, id: &str) -> Option<&UnitOfMeasure> {
        self.header.units.iter().find(|u| u.id == id)
    }

    /// Whether a comparison value is used by some scheme.
    pub(crate) fn uses_reference(&self, id: &str) -> bool {
        self.plans.iter().any(|plan| plan.references.binary_search_by(|known| known.as_str().cmp(id)).is_ok())
    }

    /// The comparison values that some scheme uses.
    #[cfg(any(feature = "csv", feature = "schema"))]
    pub(crate) fn reference_ids(&self) -> BTreeSet<&str> {
        self.plans.iter().flat_map(|plan| &plan.references).map(String::as_str).collect()
    }

    /// The scheme of an id (none = the default one) with its plan.
    pub(crate) fn scheme(&self, id: &str) -> Option<(&Scheme, &Plan)> {
        self.schemes.iter().zip(&self.plans).find(|(scheme, _)| scheme.id == id)
    }

    /// The scheme that is meant where none is named: the first that judges the kind of place, else the first.
    #[must_use]
    pub fn default_scheme(&self, kind: UnitKind) -> Option<&Scheme> {
        let judges = |scheme: &&Scheme| scheme.unit_kinds.is_empty() || scheme.unit_kinds.contains(&kind);
        self.schemes.iter().find(judges).or_else(|| self.schemes.first())
    }
}

impl PartialEq for CriteriaSet {
    fn eq(&self, other: &Self) -> bool {
        self.header == other.header && self.criteria == other.criteria && self.schemes == other.schemes
    }
}

impl Serialize for CriteriaSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        File { header: &self.header, criteria: &self.criteria, schemes: &self.schemes }.serialize(serializer)
    }
}

/// The layout of the file: the header's keys, then criteria, then schemes.
#[derive(Serialize)]
pub(crate) struct File<'a> {
    #[serde(flatten)]
    pub(crate) header: &'a Header,
    pub(crate) criteria: &'a [Criterion],
    pub(crate) schemes: &'a [Scheme],
}
