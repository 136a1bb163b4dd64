//! The data point of a criterion: what a place enters and how the value follows.

use super::cell::word;
use super::criteria::Gathered;
use super::importer::Importer;
use super::kind::{Kind, Shape};
use super::table::Line;
use crate::criteria::{DataKind, DataPoint, Expr, Input, Parts, Role, Step};
use crate::finding::Code;
use crate::text::Text;
use alloc::boxed::Box;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

const ID: &str = "main";
const PARTS: &[Parts] = &[Parts::Sum, Parts::Each, Parts::Single];
/// Only numbers add up.
const PARTS_WITHOUT_SUM: &[Parts] = &[Parts::Each, Parts::Single];

impl<'t> Importer<'t> {
    pub(super) fn data_point(&mut self, line: Line<'t>, from: &Gathered<'_, 't>) -> Option<DataPoint> {
        let unit = self.unit(line);
        let (kind, shape) = Kind::of(line)?;
        let is_number = matches!(shape, Shape::Value | Shape::Ratio);
        let allowed = if is_number { PARTS } else { PARTS_WITHOUT_SUM };
        let parts = line.choice_or_none(&mut self.findings, "parts", allowed);
        let (numerator, denominator) = self.ratio_titles(line, kind, shape);
        let own_title = line.both_or_none(&mut Default::default(), "title");
        let question = line.both_or_none(&mut Default::default(), "question");
        let mut steps = Vec::new();
        let inputs: Vec<Option<Input>> = match shape {
            Shape::Ratio => vec![
                self.listed_input(line, from, Role::Numerator, numerator),
                self.listed_input(line, from, Role::Denominator, denominator),
            ],
            Shape::Value => vec![self.listed_input(line, from, Role::Value, own_title)],
            Shape::Boolean | Shape::Ordinal => {
                if shape == Shape::Ordinal {
                    steps = self.steps_of(line, from);
                }
                vec![plain_input(unit, question.or(own_title))]
            }
        };
        Some(DataPoint {
            id: ID.into(),
            title: None,
            kind: match shape {
                Shape::Boolean => DataKind::Boolean,
                Shape::Ordinal => DataKind::Ordinal,
                Shape::Value | Shape::Ratio => DataKind::Number,
            },
            unit: unit?.into(),
            inputs: inputs.into_iter().collect::<Option<_>>()?,
            derive: derive(shape),
            steps,
            parts: parts.unwrap_or(if is_number { Parts::Sum } else { Parts::Single }),
        })
    }

    /// The titles of numerator and denominator, which only a ratio has.
    fn ratio_titles(&mut self, line: Line<'_>, kind: Kind, shape: Shape) -> (Option<Text>, Option<Text>) {
        let f = &mut self.findings;
        let kind = word(kind);
        if shape == Shape::Ratio {
            return (line.both_for(f, "numerator", &kind), line.both_for(f, "denominator", &kind));
        }
        for column in ["numerator_vi", "numerator_en", "denominator_vi", "denominator_en"] {
            line.unused(f, column, &kind);
        }
        (None, None)
    }

    /// An input that `inputs.csv` describes.
    fn listed_input(&mut self, line: Line<'t>, from: &Gathered<'_, 't>, role: Role, title: Option<Text>) -> Option<Input> {
        let id = line.raw("id");
        if let Some(input) = from.inputs.get(&(id, role)) {
            return self.input(*input, line, role, title);
        }
        let here = line.fault("kind", Code::TableMissingRow);
        let why = ("tiêu chí loại này cần đầu vào đó", "a criterion of this kind needs that input");
        self.missing_row(here, &self.tables.inputs, &format!("{id}, {}", role.as_str()), why);
        None
    }

    fn steps_of(&mut self, line: Line<'_>, from: &Gathered<'_, 't>) -> Vec<Step> {
        let id = line.raw("id");
        if !self.tables.steps.lines().any(|step| step.raw("id") == id) {
            let here = line.fault("kind", Code::TableMissingRow);
            let why = ("tiêu chí loại `ordinal` cần các bậc", "a criterion of kind `ordinal` needs steps");
            self.missing_row(here, &self.tables.steps, id, why);
        }
        from.steps.get(id).into_iter().flat_map(|steps| steps.values().cloned()).collect()
    }
}

/// The input of a yes/no criterion or of steps: the answer to its question.
fn plain_input(unit: Option<&str>, title: Option<Text>) -> Option<Input> {
    Some(Input {
        role: Role::Value,
        title: title?,
        unit: unit?.into(),
        whole: false,
        minimum: None,
        above: None,
        within: None,
        own_period: false,
    })
}

fn derive(shape: Shape) -> Option<Expr> {
    let input = |role| Expr::Input { role };
    match shape {
        Shape::Boolean | Shape::Ordinal => None,
        Shape::Value => Some(input(Role::Value)),
        Shape::Ratio => Some(Expr::Ratio { of: Box::new([input(Role::Numerator), input(Role::Denominator)]) }),
    }
}
