//! What a panel plan asks for: one column for each figure of each criterion.

use crate::criteria::{CriteriaSet, DataKind, Role};
use crate::plan::Plan;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A column that a plan can take.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PanelInput {
    /// Its name: the criterion, with `/data point` where it has several, with `/role` where the data point has several inputs.
    pub key: String,
    /// The criterion.
    pub criterion: String,
    /// The data point.
    pub data_point: String,
    /// The part it plays.
    pub role: Role,
    /// Numbers, steps, or yes (1) and no (0).
    pub kind: DataKind,
    pub(super) leaf: usize,
    /// Indices into the criterion's data points and into the inputs of that one.
    pub(super) at: (usize, usize),
}

impl PanelInput {
    /// Whether a name means this input: its key, or the whole of criterion, data point and role.
    pub(super) fn is_called(&self, name: &str) -> bool {
        name == self.key || name.split('/').eq([self.criterion.as_str(), self.data_point.as_str(), self.role.as_str()])
    }
}

/// The inputs of a scheme in the order of its tree.
pub(super) fn inputs(set: &CriteriaSet, plan: &Plan) -> Vec<PanelInput> {
    let mut out = Vec::new();
    for (leaf, own) in plan.leaves.iter().enumerate() {
        let Some(criterion) = set.criteria().get(own.criterion) else { continue };
        for (point, data) in criterion.data_points.iter().enumerate() {
            for (at, input) in data.inputs.iter().enumerate() {
                let mut key = criterion.id.clone();
                if criterion.data_points.len() > 1 {
                    key.push_str(&format!("/{}", data.id));
                }
                if data.inputs.len() > 1 {
                    key.push_str(&format!("/{}", input.role.as_str()));
                }
                out.push(PanelInput {
                    key,
                    criterion: criterion.id.clone(),
                    data_point: data.id.clone(),
                    role: input.role,
                    kind: data.kind,
                    leaf,
                    at: (point, at),
                });
            }
        }
    }
    out
}
