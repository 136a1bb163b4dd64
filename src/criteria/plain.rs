//! Whether a set does without what only some sets need, so that a module for the web can leave that aside.

use super::criterion::Expr;
use super::judgement::Method;
use super::scheme::{Aggregate, Child, Condition, Node, Scheme};
use super::set::CriteriaSet;

impl CriteriaSet {
    /// Whether criteria are only passed or not, by inputs and their quotients, nodes only count, and levels only ask for shares and
    /// counts of criteria met: `vn-ssc` is such a set. What other sets need besides is in functions that are never inlined, which
    /// judging a plain set does not call; a package for the web loads them with the sets that do.
    ///
    /// ```
    /// assert!(dothi::builtin::load("vn-ssc").unwrap().is_plain());
    /// assert!(!dothi::builtin::load("dti-922").unwrap().is_plain());
    /// ```
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let criteria = self.criteria().iter();
        let mut judgements = criteria.clone().flat_map(|criterion| &criterion.judge);
        let mut expressions = criteria.flat_map(|criterion| &criterion.data_points).filter_map(|point| point.derive.as_ref());
        judgements.all(|judgement| matches!(judgement.method, Method::PassFail { .. } | Method::Survey { .. } | Method::Monitor))
            && expressions.all(is_quotient)
            && self.schemes().iter().all(is_counted)
    }
}

fn is_quotient(expr: &Expr) -> bool {
    let is_input = |expr: &Expr| matches!(expr, Expr::Input { .. });
    match expr {
        Expr::Ratio { of } => of.iter().all(is_input),
        other => is_input(other),
    }
}

fn is_counted(scheme: &Scheme) -> bool {
    let mut conditions = scheme.levels.iter().map(|level| &level.conditions);
    counts(&scheme.tree) && conditions.all(is_tally)
}

fn counts(node: &Node) -> bool {
    let below = |child: &Child| match child {
        Child::Group(node) => counts(node),
        Child::Leaf { .. } => true,
    };
    matches!(node.aggregate, Aggregate::CountPassed | Aggregate::None) && node.children.iter().all(below)
}

fn is_tally(condition: &Condition) -> bool {
    match condition {
        Condition::All { of } => of.iter().all(is_tally),
        Condition::ShareMet { .. } | Condition::CountMet { .. } | Condition::LowerLevels => true,
        _ => false,
    }
}
