//! Figures treated: once for everything that can be drawn where they do not depend on what else is drawn, otherwise again for each
//! replication. The rules are those of [`crate::panel::treat`].

use super::design::Run;
use super::model::Model;
use super::options::RobustOptions;
use super::presence::{Presence, State};
use super::stream::Purpose;
use crate::criteria::{Impute, Normalise, Outliers, Treatment};
use crate::panel::treat::{Filler, Held, Places, TreatedInput, treat};
use alloc::vec::Vec;

/// What is done to figures: as it is, and in every way that can be drawn.
pub(super) struct Treated {
    /// As it is, then normalisation by normalisation, in these outliers, in these what fills gaps.
    pub(super) all: Vec<Treatment>,
    /// How many there are of each.
    counts: [usize; 3],
    /// By treatment after the first: shares, leaf after leaf.
    tables: Vec<Vec<f64>>,
    /// By treatment and leaf: no two places can be told apart.
    constants: Vec<Vec<bool>>,
    /// By treatment, by node.
    presences: Vec<Vec<Presence>>,
}

/// Everything that can be drawn, as it is first. `base`: the treatment as it is.
pub(super) fn treatments(base: &Treatment, options: &RobustOptions) -> (Vec<Treatment>, [usize; 3]) {
    let normalise: Vec<Normalise> = if options.normalise.is_empty() { Vec::from([base.normalise]) } else { options.normalise.clone() };
    let outliers: Vec<Option<Outliers>> = if options.outliers.is_empty() { Vec::from([base.outliers]) } else { options.outliers.clone() };
    let impute: Vec<Option<Impute>> = if options.impute.is_empty() { Vec::from([base.impute]) } else { options.impute.clone() };
    let mut all = Vec::from([base.clone()]);
    for normalise in &normalise {
        for outliers in &outliers {
            for impute in &impute {
                all.push(changed(base, Some(*normalise), Some(*outliers), Some(*impute)));
            }
        }
    }
    (all, [normalise.len(), outliers.len(), impute.len()])
}

/// A treatment with some of its parts exchanged.
pub(super) fn changed(
    base: &Treatment,
    normalise: Option<Normalise>,
    outliers: Option<Option<Outliers>>,
    impute: Option<Option<Impute>>,
) -> Treatment {
    let mut out = base.clone();
    out.normalise = normalise.unwrap_or(base.normalise);
    out.outliers = outliers.unwrap_or(base.outliers);
    out.impute = impute.unwrap_or(base.impute);
    out
}

/// All units of a model are ranked; the others are not in it.
struct Members<'m>(&'m [Option<u32>]);

impl Places for Members<'_> {
    type Region = u32;
    fn ranked(&self, _: usize) -> bool {
        true
    }
    fn region(&self, unit: usize) -> Option<u32> {
        self.0.get(unit).copied().flatten()
    }
}

impl Treated {
    /// Treats the figures of a model in every way. The shares of the model become those as it is.
    pub(super) fn new(model: &mut Model, base: &Treatment, options: &RobustOptions) -> Self {
        let (all, counts) = treatments(base, options);
        let mut out = Self { all, counts, tables: Vec::new(), constants: Vec::new(), presences: Vec::new() };
        for at in 0..out.all.len() {
            let Some(treatment) = out.all.get(at) else { continue };
            let mut table = alloc::vec![f64::NAN; model.figures.len()];
            let mut constants = Vec::with_capacity(model.leaves.len());
            for (leaf, own) in model.leaves.iter().enumerate() {
                let span = leaf * model.units..(leaf + 1) * model.units;
                let figures = model.figures.get(span.clone()).unwrap_or_default();
                let shares = table.get_mut(span).unwrap_or_default();
                constants.push(model.treat_leaf(treatment, leaf, (own.worst, own.best), figures, shares));
            }
            let of = |leaf: usize, unit: usize| {
                let share = table.get(leaf * model.units + unit).copied().unwrap_or(f64::NAN);
                state(model, share, constants.get(leaf).copied().unwrap_or(false), leaf, unit)
            };
            let presence = model.presence(of, treatment.impute);
            out.constants.push(constants);
            out.presences.push(presence);
            if at == 0 { model.shares = table } else { out.tables.push(table) }
        }
        out
    }

    /// Which treatment a replication draws.
    pub(super) fn draw(&self, run: &Run) -> usize {
        let [normalise, outliers, impute] = self.counts;
        let one = |purpose: Purpose, of: usize| if of < 2 { 0 } else { run.of(purpose, 0).stream(purpose, 0, 0).below(of) };
        let (n, o, i) = (one(Purpose::Normalise, normalise), one(Purpose::Outliers, outliers), one(Purpose::Impute, impute));
        1 + (n * outliers + o) * impute + i
    }

    /// Shares of a treatment, leaf after leaf; of the first they are the model's.
    pub(super) fn table<'m>(&'m self, model: &'m Model, treatment: usize) -> &'m [f64] {
        treatment.checked_sub(1).and_then(|at| self.tables.get(at)).unwrap_or(&model.shares)
    }

    pub(super) fn presence(&self, treatment: usize) -> &[Presence] {
        self.presences.get(treatment).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a leaf tells places apart as it does where nothing else is drawn.
    pub(super) fn is_constant(&self, treatment: usize, leaf: usize) -> bool {
        self.constants.get(treatment).and_then(|own| own.get(leaf)).copied().unwrap_or(false)
    }

    /// Whether scores of all that can be drawn have one scale.
    pub(super) fn has_one_scale(&self) -> bool {
        let is_bounded = |own: &Treatment| own.normalise != Normalise::ZScore;
        self.all.iter().all(is_bounded) || !self.all.iter().any(is_bounded)
    }
}

/// What a criterion is for a unit, by its share.
pub(super) fn state(model: &Model, share: f64, constant: bool, leaf: usize, unit: usize) -> State {
    if !share.is_nan() {
        State::There
    } else if constant {
        State::NoPart
    } else {
        model.absent(leaf, unit)
    }
}

impl Model {
    /// Shares of a criterion from figures; whether no two places can be told apart.
    pub(super) fn treat_leaf(&self, treatment: &Treatment, at: usize, posts: (f64, f64), figures: &[f64], shares: &mut [f64]) -> bool {
        let claims = self.claims.get(at * self.units..(at + 1) * self.units).unwrap_or_default();
        let held = |(figure, claimed): (&f64, &bool)| match (figure.is_nan(), claimed) {
            (false, _) => Held::Figure(*figure),
            (true, true) => Held::NotApplicable,
            (true, false) => Held::Missing,
        };
        let mut column: Vec<Held<f64>> = figures.iter().zip(claims).map(held).collect();
        let treatment = if self.leaves.get(at).is_some_and(|leaf| leaf.no_logarithm) && treatment.outliers == Some(Outliers::Logarithm) {
            &changed(treatment, None, Some(None), None)
        } else {
            treatment
        };
        let measure = treat(treatment, posts, &Members(&self.regions), &mut column, &mut TreatedInput::default(), &mut |_, _| {});
        for (share, held) in shares.iter_mut().zip(&column) {
            *share = match (&measure, *held) {
                (None, _) | (_, Held::NotApplicable) => f64::NAN,
                (Some(measure), Held::Figure(x)) => measure.share(x, true).share,
                (Some(measure), Held::Imputed(x)) => measure.share(x, false).share,
                (_, Held::Missing) if self.gives_nothing => 0.0,
                (_, Held::Missing) => f64::NAN,
            };
        }
        measure.is_none()
    }

    /// Gives units of a group that have too little the value of other places.
    pub(super) fn fill_group(&self, treatment: &Treatment, presence: &Presence, out: &mut [f64]) {
        let Some(rule) = treatment.impute.filter(|_| !presence.filled.is_empty()) else { return };
        let members = Members(&self.regions);
        let known: Vec<(usize, f64)> = out.iter().copied().enumerate().filter(|(_, share)| !share.is_nan()).collect();
        let filler = Filler::of(rule, &members, &known);
        for unit in &presence.filled {
            if let (Some(slot), Some(share)) = (out.get_mut(*unit), filler.fill(&members, *unit)) {
                *slot = share;
            }
        }
    }
}
