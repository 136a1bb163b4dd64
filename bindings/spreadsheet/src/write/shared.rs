//! Figures that several criteria ask in the same words: they are entered once.

use dothi::{DataKind, Form, FormRow};

/// The rows of a form that ask for one and the same figure, as (group, row).
pub(super) struct Shared {
    pub(super) rows: Vec<(usize, usize)>,
}

/// Every figure that at least two criteria ask with the same title and unit. The sizes of samples are each survey's own, and so
/// is a figure of a base year.
pub(super) fn shared(form: &Form<'_>) -> Vec<Shared> {
    let mut out: Vec<(&FormRow<'_>, Shared)> = Vec::new();
    for (g, group) in form.groups.iter().enumerate() {
        for (r, row) in group.rows.iter().enumerate() {
            if row.survey || row.input.own_period || row.data_point.kind != DataKind::Number {
                continue;
            }
            let same =
                |(first, _): &&mut (&FormRow<'_>, Shared)| first.input.title == row.input.title && first.input.unit == row.input.unit;
            match out.iter_mut().find(same) {
                Some((_, shared)) => shared.rows.push((g, r)),
                None => out.push((row, Shared { rows: vec![(g, r)] })),
            }
        }
    }
    let several = |shared: &Shared| {
        let of = |(g, r): (usize, usize)| form.groups.get(g).and_then(|group| group.rows.get(r)).map(|row| row.criterion.id.as_str());
        shared.rows.iter().any(|at| of(*at) != shared.rows.first().and_then(|first| of(*first)))
    };
    out.into_iter().map(|(_, shared)| shared).filter(several).collect()
}
