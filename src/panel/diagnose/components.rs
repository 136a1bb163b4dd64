//! Principal components of the correlations of several columns.

use super::correlation::Ranked;
use super::groups::complete;
use super::statistic::{Absence, LEAST};
use super::table::ItemName;
use alloc::vec;
use alloc::vec::Vec;
use nalgebra::{DMatrix, SymmetricEigen};

/// Principal components of the parts of a group, or of all indicators: the eigenvalues of their correlation matrix.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Components {
    /// The group; none = all indicators.
    pub group: Option<ItemName>,
    /// Units in which every part has a figure.
    pub places: usize,
    /// Parts that take part, in order.
    pub parts: Vec<ItemName>,
    /// Parts whose figures are all the same in these units, and so correlate with nothing.
    pub left_out: Vec<ItemName>,
    /// The components, the largest eigenvalue first.
    pub components: Result<Vec<Component>, Absence>,
}

/// One component.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Component {
    /// How many parts' worth of variance it holds; all of them add up to the number of parts.
    pub eigenvalue: f64,
    /// The eigenvalue as a part of all.
    pub share: f64,
    /// By part: its correlation with the component. The largest in size is positive.
    pub loadings: Vec<f64>,
}

/// Rounds after which the iteration is given up.
const MOST_ROUNDS: usize = 10_000;

pub(super) fn components(group: Option<ItemName>, parts: Vec<(ItemName, &[f64])>) -> Components {
    let columns: Vec<&[f64]> = parts.iter().map(|(_, values)| *values).collect();
    let rows = complete(&columns);
    let kept = |values: &[f64]| Ranked::new(rows.iter().map(|row| values.get(*row).copied().unwrap_or(f64::NAN)).collect());
    let (mut names, mut ranked, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    for (name, values) in parts {
        let own = kept(values);
        if own.with(&own).pearson.absence() == Some(Absence::Constant) {
            left_out.push(name);
        } else {
            names.push(name);
            ranked.push(own);
        }
    }
    let components = match (rows.len(), names.len()) {
        (places, _) if places < LEAST => Err(Absence::TooFewPlaces),
        (_, count) if count < 2 => Err(Absence::TooFewParts),
        _ => solve(&ranked),
    };
    Components { group, places: rows.len(), parts: names, left_out, components }
}

fn solve(columns: &[Ranked]) -> Result<Vec<Component>, Absence> {
    let count = columns.len();
    let mut cells = vec![1.0; count * count];
    for (at, x) in columns.iter().enumerate() {
        for (other, y) in columns.iter().enumerate().take(at) {
            let r = x.with(y).pearson.value().ok_or(Absence::NotSolved)?;
            for place in [at * count + other, other * count + at] {
                if let Some(cell) = cells.get_mut(place) {
                    *cell = r;
                }
            }
        }
    }
    let solved = SymmetricEigen::try_new(DMatrix::from_vec(count, count, cells), f64::EPSILON, MOST_ROUNDS).ok_or(Absence::NotSolved)?;
    let mut out: Vec<Component> = solved
        .eigenvalues
        .iter()
        .zip(solved.eigenvectors.column_iter())
        .map(|(value, vector)| {
            // A correlation matrix has no negative eigenvalue; what is below zero is rounding.
            let eigenvalue = value.max(0.0);
            let most = vector.iter().copied().fold(0.0f64, |most, x| if x.abs() > most.abs() { x } else { most });
            let turn = libm::copysign(libm::sqrt(eigenvalue), most);
            Component { eigenvalue, share: eigenvalue / count as f64, loadings: vector.iter().map(|x| x * turn).collect() }
        })
        .collect();
    if out.iter().any(|own| !own.eigenvalue.is_finite() || own.loadings.iter().any(|x| !x.is_finite())) {
        return Err(Absence::NotSolved);
    }
    out.sort_by(|a, b| b.eigenvalue.total_cmp(&a.eigenvalue));
    Ok(out)
}
