//! What a set asks of a kind of place, figure by figure, for whoever lays out a form.

use super::{asked, table};
use crate::criteria::{CriteriaSet, Criterion, DataPoint, Group, Input, Method, UnitKind};
use crate::render::{Context, asked_in_words, sections};
use crate::text::Lang;
use alloc::string::String;
use alloc::vec::Vec;

/// A form to fill in: the place, then every figure, group by group.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Form<'s> {
    /// What it asks of the place itself.
    pub place: Vec<FormAttribute>,
    /// The groups that ask something.
    pub groups: Vec<FormGroup<'s>>,
    /// Ids of the comparison values that the criteria use.
    pub references: Vec<String>,
}

/// An attribute of the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormAttribute {
    /// Its name, as in column `role` of CSV.
    pub role: &'static str,
    /// Its value where it is known already, else empty.
    pub value: &'static str,
    /// What it is.
    pub title: &'static str,
}

/// The figures of one group.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FormGroup<'s> {
    /// The group; none for criteria that stand in no group.
    pub group: Option<&'s Group>,
    /// Its figures.
    pub rows: Vec<FormRow<'s>>,
}

/// A figure.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FormRow<'s> {
    /// Its criterion.
    pub criterion: &'s Criterion,
    /// Its data point.
    pub data_point: &'s DataPoint,
    /// What is entered.
    pub input: &'s Input,
    /// Whether the criterion has several data points, so that a row has to name its own.
    pub several: bool,
    /// Whether it is the first figure of its criterion.
    pub first: bool,
    /// Whether it is one of a survey, whose way of choosing people has to be said.
    pub survey: bool,
    /// Number and title of the criterion, and what is entered where that is not the same.
    pub title: String,
    /// What each level asks, in words.
    pub threshold: String,
}

impl CriteriaSet {
    /// What the set asks of a kind of place, in words of a language. A kind that it does not judge is asked nothing.
    ///
    /// ```
    /// use dothi::{Lang, UnitKind};
    /// let set = dothi::builtin::load("dti-922").unwrap();
    /// let form = set.form(UnitKind::Province, Lang::Vi);
    /// assert_eq!(form.groups.iter().map(|group| group.rows.len()).sum::<usize>(), 9);
    /// ```
    #[must_use]
    pub fn form(&self, kind: UnitKind, lang: Lang) -> Form<'_> {
        let cx = Context { set: self, lang };
        let criteria = asked(self, kind);
        let attributes = table::place(&table::tests(self, &criteria), kind, lang).into_iter();
        let groups = sections(self).into_iter().map(|section| {
            let here = section.criteria.into_iter().filter(|c| criteria.iter().any(|asked| asked.id == c.id));
            FormGroup { group: section.group, rows: here.flat_map(|criterion| rows(cx, criterion)).collect() }
        });
        Form {
            place: attributes.map(|(role, value, title)| FormAttribute { role, value, title }).collect(),
            groups: groups.filter(|group| !group.rows.is_empty()).collect(),
            references: table::references(self, &criteria).into_iter().map(String::from).collect(),
        }
    }
}

fn rows<'s>(cx: Context<'s>, criterion: &'s Criterion) -> Vec<FormRow<'s>> {
    let threshold = asked_in_words(cx, criterion);
    let survey = criterion.judge.iter().any(|judgement| matches!(judgement.method, Method::Survey { .. }));
    let inputs = criterion.data_points.iter().flat_map(|point| point.inputs.iter().map(move |input| (point, input)));
    let row = |(at, (data_point, input)): (usize, (&'s DataPoint, &'s Input))| FormRow {
        criterion,
        data_point,
        input,
        several: criterion.data_points.len() > 1,
        first: at == 0,
        survey,
        title: table::title(cx, criterion, data_point, input),
        threshold: threshold.clone(),
    };
    inputs.enumerate().map(row).collect()
}
