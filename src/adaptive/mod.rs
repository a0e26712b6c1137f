//! Which card to ask next, and how likely the first place is to last: from what is believed about answers that are
//! still to come.
//!
//! Linear models believe in numbers with a mean and common factors (`prior.rs`), and ask what narrows the gaps between
//! the first career and its rivals most (`gain.rs`). The model `bayes` believes in careers, and asks what is expected to
//! tell most about them (`classes.rs`). Pure and repeatable: the same answers give the same card. It must never know
//! which cards an author or a condition permits next; that is `quiz`.

mod classes;
mod contenders;
#[cfg(feature = "cli")]
mod fit;
mod gain;
mod linear;
mod loadings;
mod monte_carlo;
mod numbers;
mod posterior;
mod prior;
mod uncalibrated;

use crate::{
    config::{Checked, Matching},
    matcher::{Expected, Matcher, ResolvedAnswers},
};
use classes::Classes;
#[cfg(feature = "cli")]
pub use fit::fit;
use prior::Prior;

/// Careers up to which the first place is to last; above, it is to stay among the first [`TOP`].
pub const SHORT_LIST: usize = 50;
/// How many careers share the head of a long list.
pub const TOP: usize = 10;
/// Rivals that are looked at in a long list.
const RIVALS: usize = 128;

/// What is believed about a quiz before anybody answers.
#[derive(Clone, Debug)]
pub struct Planner {
    kind: Model,
}

#[derive(Clone, Debug)]
enum Model {
    Linear(Vec<Prior>),
    Classes(Classes),
}

/// A visitor so far: what is shown and counted, and which cards were asked, with or without an answer.
#[derive(Clone, Copy, Debug)]
pub struct SoFar<'a> {
    pub matcher: &'a Matcher,
    pub resolved: &'a ResolvedAnswers,
    pub asked: &'a [bool],
}

impl Planner {
    #[inline(never)]
    pub fn new(config: &Checked, matcher: &Matcher) -> Self {
        let kind = match config.matching() {
            Matching::Points(_) | Matching::Traits(_) => Model::Linear(prior::priors(config, matcher)),
            Matching::Bayes(_) => Model::Classes(Classes::new(matcher)),
        };
        Self { kind }
    }

    /// The card that is expected to tell most, of those that may come; the first one where all tell nothing.
    #[inline(never)]
    pub fn next(&self, so_far: SoFar, candidates: &[usize]) -> Option<usize> {
        let gains = match &self.kind {
            Model::Linear(prior) => gain::gains(prior, so_far, candidates),
            Model::Classes(classes) => classes.gains(so_far, candidates),
        };
        let mut best: Option<(usize, f64)> = None;
        for (card, gain) in candidates.iter().zip(gains) {
            if best.is_none_or(|(_, most)| gain > most) {
                best = Some((*card, gain));
            }
        }
        best.map(|(card, _)| card)
    }

    /// How likely the career that is first now is to come first (in a long list: among the first ten) once every card
    /// is answered, 0 to 1. With a `level` it may be told roughly where it is clearly on one side of it.
    #[inline(never)]
    pub fn confidence(&self, so_far: SoFar, level: Option<f64>) -> f64 {
        match &self.kind {
            Model::Linear(prior) => monte_carlo::confidence(prior, so_far, level),
            Model::Classes(classes) => classes.confidence(so_far, level),
        }
    }

    /// What is expected of the cards that may still come.
    #[inline(never)]
    pub fn expected(&self, so_far: SoFar) -> Expected {
        match &self.kind {
            Model::Linear(prior) => posterior::Posterior::new(prior, so_far).expected(),
            Model::Classes(_) => so_far.each(|_| Vec::new()),
        }
    }
}

impl SoFar<'_> {
    fn may_come(&self, card: usize) -> bool {
        self.matcher.flow().may_come(card, self.resolved, self.asked)
    }

    /// Something for each card that may still come.
    fn each<T>(&self, of: impl Fn(usize) -> T) -> Vec<Option<T>> {
        (0..self.asked.len()).map(|card| self.may_come(card).then(|| of(card))).collect()
    }
}
