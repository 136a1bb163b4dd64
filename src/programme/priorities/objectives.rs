//! A result by the objectives of a resolution: another grouping of the same criteria.

use crate::assessment::{Assessment, Mark, Outcome};
use crate::criteria::{
    Basis, Cite, Confidence, CriteriaSet, SCHEMA_KEY, Source, read_basis, read_cites, read_confidence, read_format, read_source,
};
use crate::finding::{Code, Findings};
use crate::json::{Json, Reader};
use crate::programme::tree::group;
use crate::text::Text;
use alloc::string::String;
use alloc::vec::Vec;

/// Objectives and tasks, each with the groups of criteria that belong to it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Objectives {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What the mapping of groups to objectives rests on.
    pub basis: Basis,
    /// Why.
    pub mapping: Text,
    /// The texts it was read in.
    pub sources: Vec<Source>,
    /// Objectives, then tasks.
    pub items: Vec<Objective>,
}

/// One objective or task.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Objective {
    /// Id.
    pub id: String,
    /// A task that a later document sets, not an objective of the resolution.
    pub is_task: bool,
    /// Title.
    pub title: Text,
    /// Groups of the set.
    pub groups: Vec<String>,
    /// How the source was read.
    pub confidence: Confidence,
    /// Where it stands.
    pub cites: Vec<Cite>,
    /// Remark, English.
    pub note: Option<String>,
}

/// What a result comes to in the groups of one objective.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ObjectiveResult<'a> {
    /// The objective.
    pub objective: &'a Objective,
    /// Criteria asked of the place at the level, in all its groups.
    pub asked: u32,
    /// Those met.
    pub met: u32,
    /// Those without data.
    pub no_data: u32,
    /// Those that the source leaves open.
    pub undecided: u32,
    /// Ids of those not met, in the order of the set.
    pub open: Vec<&'a str>,
}

impl Objectives {
    /// The five objectives of Resolution 06-NQ/TW and six tasks of document 5802/VPCP-CN: `criteria/programme/objectives-nq06-2022.json`. The
    /// mapping to groups of `vn-ssc` is our own.
    ///
    /// # Errors
    /// Those of [`Objectives::from_json`] for another set than `vn-ssc`.
    pub fn builtin(set: &CriteriaSet) -> Result<Self, Findings> {
        Self::from_json(include_bytes!("../../../criteria/programme/objectives-nq06-2022.json"), set).map(|(objectives, _)| objectives)
    }

    /// Reads objectives and holds their groups against a set.
    ///
    /// # Errors
    /// Every finding at once: JSON faults, objectives made for another set (`pilot.other_set`), groups and sources that are not there
    /// (`set.unknown_reference`).
    pub fn from_json(bytes: &[u8], set: &CriteriaSet) -> Result<(Self, Findings), Findings> {
        crate::programme::milestones::read(bytes, |r, json| read(r, json, set))
    }

    /// What must stand beside every view by these objectives.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        if self.basis == Basis::Assumption { Vec::from([Mark { code: "own_mapping", text: self.mapping.clone() }]) } else { Vec::new() }
    }

    /// The result by objective, at a level (1 where the scheme has none). A criterion whose group belongs to several objectives counts in
    /// each, so that the numbers do not add up to those of the result. Self-assessed.
    #[must_use]
    pub fn view<'a>(&'a self, assessment: &'a Assessment<'a>, level: u32) -> Vec<ObjectiveResult<'a>> {
        let one = |objective: &'a Objective| {
            let nodes: Vec<_> = objective.groups.iter().filter_map(|id| group(&assessment.scheme().tree, id)).collect();
            let mut out = ObjectiveResult { objective, asked: 0, met: 0, no_data: 0, undecided: 0, open: Vec::new() };
            let inside = |id: &str| nodes.iter().any(|node| node.holds(id));
            for own in assessment.self_assessed().criteria.iter().filter(|own| inside(&own.criterion.id)) {
                let Some(answer) = own.levels.iter().find(|answer| answer.level == level) else { continue };
                match answer.outcome {
                    Outcome::NotApplicable | Outcome::NotConsidered | Outcome::Monitored => continue,
                    Outcome::Passed => out.met += 1,
                    Outcome::NoData => out.no_data += 1,
                    Outcome::Undecided => out.undecided += 1,
                    _ => {}
                }
                out.asked += 1;
                if answer.outcome != Outcome::Passed {
                    out.open.push(&own.criterion.id);
                }
            }
            out
        };
        self.items.iter().map(one).collect()
    }
}

fn read(r: &mut Reader, json: &Json, set: &CriteriaSet) -> Option<Objectives> {
    let mut o = r.object(json)?;
    read_format(r, &mut o)?;
    o.optional(r, SCHEMA_KEY, Reader::string);
    let id = o.required(r, "objectives", Reader::id);
    let title = o.required(r, "title", Reader::text);
    o.required(r, "set", |r, j| crate::programme::pilots::of_set(r, j, set));
    let mapping = o.required(r, "mapping", |r, j| {
        let mut o = r.object(j)?;
        let basis = o.required(r, "basis", read_basis);
        let note = o.required(r, "note", Reader::text);
        o.finish(r);
        Some((basis?, note?))
    });
    let sources = o.full_list(r, "sources", read_source);
    let items = o.full_list(r, "items", |r, j| objective(r, j, set, &sources));
    o.finish(r);
    let (basis, mapping) = mapping?;
    Some(Objectives { id: id?, title: title?, basis, mapping, sources, items })
}

fn objective(r: &mut Reader, json: &Json, set: &CriteriaSet, sources: &[Source]) -> Option<Objective> {
    let mut o = r.object(json)?;
    let id = o.required(r, "id", Reader::id);
    let is_task = o.required(r, "kind", |r, j| r.choice(j, &[("objective", false), ("task", true)]));
    let title = o.required(r, "title", Reader::text);
    let groups = o.full_list(r, "groups", |r, j| {
        let id = r.id(j)?;
        if set.group(&id).is_none() {
            let finding = r.find(Code::UnknownRef).with_both("what", ("nhóm", "group")).with("id", &id);
            r.push(finding);
        }
        Some(id)
    });
    let confidence = o.required(r, "confidence", read_confidence);
    let cites = read_cites(r, &mut o);
    let note = o.optional(r, "note", Reader::string);
    o.finish(r);
    for cite in cites.iter().flatten().filter(|cite| !sources.iter().any(|source| source.id == cite.source)) {
        let finding = r.find(Code::UnknownRef).with_both("what", ("nguồn", "source")).with("id", &cite.source);
        r.push(finding);
    }
    Some(Objective { id: id?, is_task: is_task?, title: title?, groups, confidence: confidence?, cites: cites?, note })
}
