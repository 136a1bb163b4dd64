//! A criteria set as a page for people, Vietnamese or English: everything the file says, for whoever checks or fills in.

mod asked;
mod context;
mod criterion;
mod crosswalk;
mod formula;
mod groups;
mod head;
mod judging;
mod levels;
mod markdown;
mod method;
mod parts;
mod points;
mod provenance;
pub(crate) mod rule_words;
mod rules;
mod scheme;
mod sources;
#[cfg(test)]
#[cfg(feature = "builtin")]
mod tests;
mod thresholds;
mod words;

use crate::criteria::CriteriaSet;
use crate::text::Lang;
use alloc::string::String;
use markdown::Markdown;

pub(crate) use context::Context;
pub(crate) use rule_words::places as variant_places;
pub use sources::sources_index;
#[cfg(feature = "csv")]
pub(crate) use {asked::asked_in_words, groups::sections};

impl CriteriaSet {
    /// The edition as a Markdown page for auditors and officers: everything that the file says, in one language.
    ///
    /// Links lead to the files beside it, as in the `criteria/` folder. Remarks that are only in English are marked.
    ///
    /// ```
    /// let set = dothi::builtin::load("dti-922").unwrap();
    /// let page = set.page(dothi::Lang::En);
    /// assert!(page.starts_with("# Digital transformation index (DTI)\n\n> **A transcription not yet compared"));
    /// ```
    #[must_use]
    pub fn page(&self, lang: Lang) -> String {
        let cx = Context { set: self, lang };
        let mut out = Markdown::default();
        head::write(cx, &mut out);
        judging::write(cx, &mut out);
        rules::write(cx, &mut out);
        groups::write(cx, &mut out);
        crosswalk::write(cx, &mut out);
        sources::write(cx, &mut out);
        out.finish()
    }
}
