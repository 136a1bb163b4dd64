//! A scheme made ready for many places.

use super::batch::Batch;
use super::figures::{columns, figures};
use crate::Set;
use crate::fault::refused;
use crate::options::Options;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use dothi::{CriteriaSet, DataKind, Lang, Mark, PanelPlan, Role, Sampling, Text, Treatment};
use self_cell::self_cell;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

self_cell!(
    /// A plan beside the set that it looks at.
    pub(crate) struct Ready {
        owner: Rc<CriteriaSet>,
        #[covariant]
        dependent: PanelPlan,
    }
);

/// A scheme of a set, ready for many places of a kind.
#[wasm_bindgen]
pub struct Plan(pub(crate) Rc<Ready>);

impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.borrow_dependent().fmt(f)
    }
}

#[wasm_bindgen]
impl Plan {
    /// Makes a scheme ready.
    ///
    /// # Errors
    /// A JSON list of what is wrong with the options.
    #[wasm_bindgen(constructor)]
    pub fn new(set: &Set, options: &str) -> Result<Plan, String> {
        let mut options = Options::read(options);
        let kind = set.kind(&mut options);
        let judging = options.assess();
        let (kind, judging) = options.finish(kind.zip(judging))?;
        let ready = Ready::try_new(set.0.clone(), |set| set.panel(kind, &judging)).map_err(|findings| refused(&findings))?;
        Ok(Self(Rc::new(ready)))
    }

    /// JSON: what the plan asks for, what it gives, and the marks of all its results.
    #[must_use]
    pub fn told(&self) -> String {
        crate::fault::text(&Described::of(self.0.borrow_dependent()))
    }

    /// Holds columns against the plan, one after the other in `numbers`; of those that have a mask, in `applies`.
    ///
    /// # Errors
    /// A JSON list of every finding, by column and row.
    pub fn batch(&self, options: &str, numbers: &[f64], applies: &[u8]) -> Result<Batch, String> {
        const SAMPLING: &[(&str, Option<Sampling>)] = &[
            ("", None),
            ("probability", Some(Sampling::Probability)),
            ("self_selected", Some(Sampling::SelfSelected)),
            ("full_count", Some(Sampling::FullCount)),
        ];
        let mut options = Options::read(options);
        let sampling = options.choice("sampling", SAMPLING);
        let units = options.needed_count("units");
        let columns = columns(figures(&mut options, numbers, applies));
        let (sampling, units) = options.finish(sampling.zip(units))?;
        let named = columns.iter().map(|(name, column)| (name.as_str(), column.clone()));
        let columns = self.0.borrow_dependent().columns(units, named).map_err(|findings| refused(&findings))?;
        let columns = if let Some(sampling) = sampling { columns.with_sampling(sampling) } else { columns };
        Ok(Batch::new(self.0.clone(), columns))
    }
}

#[derive(Serialize)]
struct Described<'p> {
    set: String,
    scheme: SchemeTold<'p>,
    kind: &'static str,
    as_of: String,
    state: Text,
    marks: &'p [Mark],
    inputs: Vec<InputTold<'p>>,
    nodes: Vec<NodeTold<'p>>,
    levels: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    top_score: Option<dothi::Dec>,
    /// Why columns do not do.
    #[serde(skip_serializing_if = "Option::is_none")]
    exact_path: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    treatment: Option<Treatment>,
}

#[derive(Serialize)]
struct SchemeTold<'p> {
    id: &'p str,
    title: &'p Text,
}

#[derive(Serialize)]
struct InputTold<'p> {
    key: &'p str,
    criterion: &'p str,
    data_point: &'p str,
    role: Role,
    kind: DataKind,
}

#[derive(Serialize)]
struct NodeTold<'p> {
    group: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'p Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    full: Option<f64>,
}

impl<'p> Described<'p> {
    fn of(plan: &'p PanelPlan<'_>) -> Self {
        let input = |input: &'p dothi::PanelInput| InputTold {
            key: &input.key,
            criterion: &input.criterion,
            data_point: &input.data_point,
            role: input.role,
            kind: input.kind,
        };
        let node = |(at, node): (usize, dothi::PanelNode<'p>)| NodeTold {
            group: node.group.map(|group| group.id.as_str()),
            title: node.group.map(|group| &group.title),
            full: plan.full_value(at),
        };
        Self {
            set: plan.set().id(),
            scheme: SchemeTold { id: &plan.scheme().id, title: &plan.scheme().title },
            kind: plan.kind().as_str(),
            as_of: alloc::string::ToString::to_string(&plan.as_of()),
            state: Text::new(plan.state_text(Lang::Vi), plan.state_text(Lang::En)),
            marks: plan.marks(),
            inputs: plan.inputs().iter().map(input).collect(),
            nodes: plan.nodes().into_iter().enumerate().map(node).collect(),
            levels: plan.scheme().levels.len(),
            top_score: plan.top_score(),
            exact_path: plan.obstacle().map(|why| Text::new(why.text(Lang::Vi), why.text(Lang::En))),
            treatment: plan.scheme().panel.as_ref().map(|rule| rule.treatment.clone()),
        }
    }
}
