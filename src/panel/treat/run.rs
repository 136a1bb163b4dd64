//! A panel treated and scored: columns to shares, shares up the tree by the steps of the method.

use super::MOST_EXACT_UNITS;
use super::check::check;
use super::impute::Filler;
use super::lane::{Happened, Held, Places, treat};
use super::peers::Peers;
use super::scores::{RowNote, TreatedInput, TreatedScores};
use super::values::{Value, Values, values};
use crate::criteria::{Aggregate, ImputeStage, Method, MissingPolicy, Normalise, Scheme, Treatment};
use crate::finding::Findings;
use crate::number::{Dec, Exact, Number, shortest};
use crate::panel::column::Cell;
use crate::panel::columns::Columns;
use crate::panel::mask::Mask;
use crate::panel::plan::PanelPlan;
use crate::panel::scores::Scores;
use crate::plan::{ChildRef, Leaf};
use crate::steps::aggregate::{NodeScore, Part, join, score};
use crate::steps::missing::Contribution;
use alloc::string::String;
use alloc::vec::Vec;

impl PanelPlan<'_> {
    /// Treats figures and scores every place by the scheme's tree, weights and policy for missing data. What is computed from the places
    /// at hand is computed from those that are ranked, and from figures that were given.
    ///
    /// Up to 10 000 places everything is exact decimal arithmetic but for logarithms and roots; of more places it is binary floating point,
    /// and [`TreatedScores::is_approximate`] says so.
    ///
    /// ```
    /// use dothi::{AssessOptions, Column, Date, Normalise, Peers, Ties, Treatment, UnitKind};
    /// let set = dothi::builtin::load("dti-922").unwrap();
    /// let options = AssessOptions::new(Date::parse("2026-11-21").unwrap());
    /// let plan = set.panel(UnitKind::Province, &options).unwrap();
    /// let figures = [0.5, 0.75, 0.25];
    /// let columns = plan.inputs().iter().map(|input| (input.key.as_str(), Column::from(&figures[..])));
    /// let columns = plan.columns(3, columns).unwrap();
    /// // Its groups are sums of points, which cannot leave out a criterion that is the same everywhere.
    /// let refused = plan.score_treated(&columns, &Peers::default(), &Treatment::default().with_normalise(Normalise::Rank)).unwrap_err();
    /// assert_eq!(refused.iter().next().unwrap().code().as_str(), "panel.treatment");
    /// let scores = plan.score_treated(&columns, &Peers::default(), &Treatment::default()).unwrap();
    /// assert_eq!(scores.rank(Ties::Competition).rank(1).unwrap().to_string(), "1");
    /// ```
    ///
    /// # Errors
    /// All at once: columns of another plan (`panel.other_columns`), groups of too few or too many places (`panel.column_length`), a scheme
    /// that columns cannot follow, parts of the treatment that do not go together or numbers out of their range (`panel.treatment`).
    pub fn score_treated(&self, columns: &Columns<'_>, peers: &Peers<'_>, treatment: &Treatment) -> Result<TreatedScores, Findings> {
        self.score_treated_with(columns, peers, treatment, false)
    }

    /// The same; the shares of all criteria are kept where they are asked for.
    pub(in crate::panel) fn score_treated_with(
        &self,
        columns: &Columns<'_>,
        peers: &Peers<'_>,
        treatment: &Treatment,
        keep: bool,
    ) -> Result<TreatedScores, Findings> {
        let findings = check(self, columns, peers, treatment);
        if findings.has_errors() {
            return Err(findings);
        }
        let mut scheme = self.scheme().clone();
        if treatment.normalise == Normalise::ZScore {
            scheme.scale = Dec::ONE;
        }
        let values = values(self, columns)?;
        let job = Job { plan: self, scheme: &scheme, columns, values: &values, peers, treatment, keep };
        Ok(if columns.units() > MOST_EXACT_UNITS {
            job.run::<f64>(true, (Some, Exact::fast), TreatedScores::rankable)
        } else {
            job.run::<Exact>(false, (|x| shortest(x).map(Exact::of), |x| x), |_| None)
        })
    }
}

#[derive(Clone, Copy)]
struct Job<'j, 's> {
    plan: &'j PanelPlan<'s>,
    scheme: &'j Scheme,
    columns: &'j Columns<'j>,
    values: &'j Values,
    peers: &'j Peers<'j>,
    treatment: &'j Treatment,
    /// Shares of criteria stay.
    keep: bool,
}

/// The places of a panel, as criteria and groups are treated for them.
#[derive(Clone, Copy)]
struct Ranked<'j> {
    peers: &'j Peers<'j>,
    unranked: &'j Mask<'static>,
}

impl<'j> Places for Ranked<'j> {
    type Region = &'j str;
    fn ranked(&self, row: usize) -> bool {
        !self.unranked.get(row)
    }
    fn region(&self, row: usize) -> Option<&'j str> {
        self.peers.region(row)
    }
}

/// What a value comes from.
#[derive(Clone, Copy)]
enum Given {
    /// A cell of a column.
    Figure(f64),
    /// The exact path, from several figures.
    Value(Exact),
}

/// What has been noted on the way.
struct Notes {
    unranked: Mask<'static>,
    figures: Vec<(usize, usize)>,
    inputs: Vec<TreatedInput>,
    rows: Vec<(usize, RowNote)>,
}

impl Job<'_, '_> {
    /// `number`: what becomes of a figure of a column, and of a value that the exact path found.
    fn run<N: Number>(
        self,
        approximate: bool,
        number: (impl Fn(f64) -> Option<N>, impl Fn(Exact) -> N),
        ranked: impl Fn(f64) -> Option<Dec>,
    ) -> TreatedScores {
        let units = self.columns.units();
        let mut notes = Notes { unranked: Mask::default(), figures: Vec::new(), inputs: Vec::new(), rows: Vec::new() };
        self.screen(&mut notes);
        let leaves: Vec<Vec<Contribution<N>>> =
            self.plan.plan().leaves.iter().enumerate().map(|(at, leaf)| self.leaf(at, leaf, &number, &mut notes)).collect();
        let share = |given: &Contribution<N>| if let Contribution::Counted { share, .. } = given { share.fast() } else { f64::NAN };
        let keep = |(at, own): (usize, &Vec<Contribution<N>>)| Some((self.input_of(at)?, own.iter().map(share).collect()));
        let shares = if self.keep { leaves.iter().enumerate().filter_map(keep).collect() } else { Vec::new() };
        let nodes = self.nodes(&leaves, &mut notes);
        let mut scores = Scores::default();
        scores.resize(self.plan, units);
        let fast = |value: Option<N>| value.map_or(f64::NAN, N::fast);
        let mut exact = Vec::with_capacity(units);
        for row in 0..units {
            for (at, node) in nodes.iter().enumerate() {
                if let Some(slot) = scores.values.get_mut(at * units + row) {
                    *slot = fast(node.get(row).and_then(NodeScore::value));
                }
            }
            let root: Vec<NodeScore<N>> = nodes.first().and_then(|root| root.get(row)).copied().into_iter().collect();
            let own = score(self.plan.plan(), self.scheme, &root).map(|(_, score)| score);
            if let Some(slot) = scores.score.as_mut().and_then(|score| score.get_mut(row)) {
                *slot = fast(own);
            }
            exact.push(if approximate { ranked(fast(own)) } else { own.and_then(N::dec) });
        }
        notes.rows.sort_by_key(|(row, _)| *row);
        let samples = Vec::from([(None, units - notes.unranked.count())]);
        let (inputs, treatment) = (notes.inputs, self.treatment.clone());
        let (notes, figures) = (notes.rows, notes.figures);
        TreatedScores { treatment, scores, ranked: exact, approximate, inputs, notes, samples, figures, shares }
    }

    /// Whether a criterion has a part in the score of these places.
    fn counts(self, leaf: &Leaf) -> bool {
        let for_kind = leaf.kinds.as_ref().is_none_or(|kinds| kinds.contains(&self.plan.kind()));
        leaf.scored && for_kind && !(leaf.parent == Aggregate::Sum && leaf.max_points == Dec::ZERO)
    }

    fn input_of(self, leaf: usize) -> Option<usize> {
        self.plan.inputs().iter().position(|input| input.leaf == leaf)
    }

    /// What a place has of a criterion, of which this is the first input.
    fn cell(self, leaf: usize, input: usize, row: usize) -> Held<Given> {
        if let Some(Some(values)) = self.values.get(leaf) {
            return match values.get(row) {
                Some(Value::Known(x)) => Held::Figure(Given::Value(*x)),
                Some(Value::NotApplicable) => Held::NotApplicable,
                Some(Value::Missing) | None => Held::Missing,
            };
        }
        match self.columns.cell(input, row) {
            Cell::Value(x) => Held::Figure(Given::Figure(x)),
            Cell::Missing => Held::Missing,
            Cell::NotApplicable => Held::NotApplicable,
        }
    }

    /// The places that are not ranked: by the caller's choice, or for too few figures.
    fn screen(self, notes: &mut Notes) {
        let leaves = self.plan.plan().leaves.iter().enumerate().filter(|(_, leaf)| self.counts(leaf));
        let inputs: Vec<(usize, usize)> = leaves.filter_map(|(at, _)| Some((at, self.input_of(at)?))).collect();
        let mut unranked = Vec::new();
        for row in 0..self.columns.units() {
            let cells = || inputs.iter().map(|(leaf, input)| self.cell(*leaf, *input, row));
            let there = cells().filter(|held| matches!(held, Held::Figure(_))).count();
            let asked = cells().filter(|held| !matches!(held, Held::NotApplicable)).count();
            notes.figures.push((there, asked));
            let (there, asked) = (Exact::count(there), Exact::count(asked));
            let few = self
                .treatment
                .least_data
                .is_some_and(|least| there.order(asked.mul(Exact::of(least))).is_some_and(core::cmp::Ordering::is_lt));
            if few || self.peers.unranked.get(row) {
                let percent = there.mul(Exact::of(Dec::from_count(100))).div(asked).dec();
                let percent = percent.and_then(|share| share.value().trunc().try_into().ok()).unwrap_or(0);
                notes.rows.push((row, RowNote::NotRanked { percent }));
                unranked.push(row);
            }
        }
        notes.unranked = Mask::of_rows(self.columns.units(), unranked);
    }

    /// Steps 3 and 4 for every place: the share of its figure, or what a missing one means.
    fn leaf<N: Number>(
        self,
        at: usize,
        leaf: &Leaf,
        (figure, value): &(impl Fn(f64) -> Option<N>, impl Fn(Exact) -> N),
        notes: &mut Notes,
    ) -> Vec<Contribution<N>> {
        let units = self.columns.units();
        let method = self.plan.set().criteria().get(leaf.criterion).and_then(|criterion| criterion.judge.get(leaf.judgement));
        let posts = method
            .and_then(|judgement| if let Method::Goalposts { worst, best, .. } = judgement.method { Some((worst, best)) } else { None });
        let (Some(posts), Some(input), true) = (posts, self.input_of(at), self.counts(leaf)) else {
            return alloc::vec![Contribution::None; units];
        };
        let mut record = TreatedInput {
            input: self.plan.inputs().get(input).map(|input| input.key.clone()).unwrap_or_default(),
            ..TreatedInput::default()
        };
        if self.values.get(at).is_some_and(Option::is_some) {
            // It is the value of the criterion, whatever it is made of.
            record.input = self.plan.inputs().get(input).map(|input| input.criterion.clone()).unwrap_or_default();
        }
        let held = |row| match self.cell(at, input, row) {
            Held::Figure(Given::Figure(x)) => figure(x).map_or(Held::Missing, Held::Figure),
            Held::Figure(Given::Value(x)) => Held::Figure(value(x)),
            Held::NotApplicable => Held::NotApplicable,
            Held::Missing | Held::Imputed(_) => Held::Missing,
        };
        let mut column: Vec<Held<N>> = (0..units).map(held).collect();
        let mut happened = Vec::new();
        let (places, posts) = (Ranked { peers: self.peers, unranked: &notes.unranked }, (N::of(posts.0), N::of(posts.1)));
        let measure = treat(self.treatment, posts, &places, &mut column, &mut record, &mut |row, what| happened.push((row, what)));
        notes.rows.extend(happened.into_iter().map(|(row, what)| {
            let input = record.input.clone();
            (row, if what == Happened::DrawnIn { RowNote::DrawnIn { input } } else { RowNote::ImputedFigure { input } })
        }));
        let shares = column.iter().enumerate().map(|(row, held)| {
            let Some(measure) = &measure else { return Contribution::None };
            let x = match *held {
                Held::Figure(x) | Held::Imputed(x) => x,
                Held::Missing => return self.missing(leaf),
                Held::NotApplicable if leaf.parent == Aggregate::Sum => return Contribution::Undecided,
                Held::NotApplicable => return Contribution::None,
            };
            let member = matches!(held, Held::Figure(_)) && !notes.unranked.get(row);
            let measured = measure.share(x, member);
            if measured.beyond && self.treatment.normalise.is_relative() {
                notes.rows.push((row, RowNote::Beyond { input: record.input.clone() }));
            }
            self.counted(leaf, measured.share)
        });
        let shares = shares.collect();
        notes.inputs.push(record);
        shares
    }

    fn missing<N: Number>(self, leaf: &Leaf) -> Contribution<N> {
        match self.scheme.missing.policy {
            MissingPolicy::NotMet | MissingPolicy::Zero => self.counted(leaf, N::of(Dec::ZERO)),
            MissingPolicy::Exclude => Contribution::Out,
            MissingPolicy::Undecided => Contribution::Undecided,
        }
    }

    fn counted<N: Number>(self, leaf: &Leaf, share: N) -> Contribution<N> {
        let full = N::of(if leaf.parent == Aggregate::Sum { leaf.max_points } else { self.scheme.scale });
        let value = full.mul(share);
        if value.order(value).is_none() {
            return Contribution::Undecided;
        }
        Contribution::Counted { raw: value, value, share, most: full, for_missing: false }
    }

    /// Step 5 for every place, children before parents, with groups filled on the way.
    fn nodes<N: Number>(self, leaves: &[Vec<Contribution<N>>], notes: &mut Notes) -> Vec<Vec<NodeScore<N>>> {
        let plan = self.plan.plan();
        let mut nodes: Vec<Vec<NodeScore<N>>> = plan.groups.iter().map(|_| Vec::new()).collect();
        let mut parts: Vec<Part<N>> = Vec::new();
        for (at, group) in plan.groups.iter().enumerate().rev() {
            let mut own = Vec::with_capacity(self.columns.units());
            for row in 0..self.columns.units() {
                parts.clear();
                parts.extend(group.children.iter().filter_map(|child| {
                    let (weight, gives) = match *child {
                        ChildRef::Leaf(at) => (plan.leaves.get(at)?.weight, *leaves.get(at)?.get(row)?),
                        ChildRef::Group(at) => (plan.groups.get(at)?.weight, nodes.get(at)?.get(row)?.gives),
                    };
                    Some(Part { weight: N::of(weight), gives })
                }));
                own.push(join(plan, self.scheme, group, &parts));
            }
            if let Some(id) = group.group.and_then(|at| self.plan.set().header().groups.get(at)).map(|group| &group.id) {
                self.fill_group(id, &mut own, notes);
            }
            if let Some(slot) = nodes.get_mut(at) {
                *slot = own;
            }
        }
        nodes
    }

    fn fill_group<N: Number>(self, id: &str, own: &mut [NodeScore<N>], notes: &mut Notes) {
        let Some(rule) = self.treatment.impute.filter(|rule| rule.stage == ImputeStage::Group) else { return };
        let ranked = own.iter().enumerate().filter(|(row, _)| !notes.unranked.get(*row));
        let known: Vec<(usize, N)> = ranked.filter_map(|(row, node)| Some((row, node.share()?))).collect();
        let places = Ranked { peers: self.peers, unranked: &notes.unranked };
        let filler = Filler::of(rule, &places, &known);
        for (row, node) in own.iter_mut().enumerate() {
            if let (Contribution::Out, Some(share)) = (&node.gives, filler.fill(&places, row)) {
                let full = N::of(self.scheme.scale);
                let value = full.mul(share);
                node.gives = Contribution::Counted { raw: value, value, share, most: full, for_missing: false };
                notes.rows.push((row, RowNote::ImputedGroup { group: String::from(id) }));
            }
        }
    }
}
