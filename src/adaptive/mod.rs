//! Item selection and confidence: which card to ask next, and the probability that the first place stays the same, from
//! the posterior over future answers.
//!
//! Linear models predict answers with means and common factors (`prior.rs`), and select the card that most reduces the
//! uncertainty about the gaps between the first career and its rivals (`gain.rs`). The model `bayes` has a posterior
//! over careers, and selects the card with the largest expected information about them (`classes.rs`). Pure and
//! reproducible: the same answers give the same card. It must never know which cards an author or a condition permits
//! next; that is `quiz`.

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

/// Up to this many careers, confidence is about the first place; above, about a place in the top [`TOP`].
pub const SHORT_LIST: usize = 50;
/// The size of the top of a long list.
pub const TOP: usize = 10;
/// The number of rivals considered in a long list.
const RIVALS: usize = 128;

/// The priors of a quiz.
#[derive(Clone, Debug)]
pub struct Planner {
    kind: Model,
}

#[derive(Clone, Debug)]
enum Model {
    Linear(Vec<Prior>),
    Classes(Classes),
}

/// A visitor so far: the resolved answers, and the cards asked, with or without an answer.
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
            Matching::Points(_) | Matching::Traits(_) => Model::Linear(match config.calibration() {
                Some(calibration) => vec![Prior::calibrated(config, calibration)],
                None => uncalibrated::priors(config, matcher),
            }),
            Matching::Bayes(_) => Model::Classes(Classes::new(matcher)),
        };
        Self { kind }
    }

    /// The candidate with the largest expected information; the first one if none has any.
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

    /// The probability, 0 to 1, that the career that is first now will be first (in a long list: in the top ten) once
    /// every card is answered. With a `level` the estimate may be rough if it is clearly above or below the level.
    #[inline(never)]
    pub fn confidence(&self, so_far: SoFar, level: Option<f64>) -> f64 {
        match &self.kind {
            Model::Linear(prior) => monte_carlo::confidence(prior, so_far, level),
            Model::Classes(classes) => classes.confidence(so_far, level),
        }
    }

    /// The expected answers to the cards that may still come.
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

    /// One value for each card that may still come.
    fn each<T>(&self, of: impl Fn(usize) -> T) -> Vec<Option<T>> {
        (0..self.asked.len()).map(|card| self.may_come(card).then(|| of(card))).collect()
    }
}
