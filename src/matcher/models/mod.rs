//! Every model, compiled at load to one linear table: `score_c = base_c + sum of the rows that answers pick`.

mod bayes;
mod points;
mod traits;

use super::{
    answer::{Answer, Answers},
    bounds::Bounds,
    flow::{Flow, ResolvedAnswers},
    grid::Grid,
};
use crate::config::{Checked, Condition, Matching, Ties};
use traits::Profiles;

/// A quiz, ready to rank.
#[derive(Clone, Debug)]
pub struct Matcher {
    flow: Flow,
    scores: Grid,
    base: Vec<f64>,
    shown: Shown,
    /// By career: conditions, and whether each must hold or must not.
    rules: Vec<Vec<(Condition, bool)>>,
    ties: Ties,
}

/// How a score becomes the match that is shown.
#[derive(Clone, Debug)]
enum Shown {
    /// Where it lies between the least and the most of the career.
    WithinBounds(Vec<Bounds>),
    /// From the comparison of two profiles.
    Profile(Profiles),
    /// As a probability among all careers.
    Posterior,
}

impl Matcher {
    pub fn new(config: &Checked) -> Self {
        let flow = Flow::new(config);
        let (scores, base, shown) = match config.matching() {
            Matching::Points(score) => points::compile(config, &flow, score),
            Matching::Traits(similarity) => traits::compile(config, &flow, similarity),
            Matching::Bayes(temper) => bayes::compile(config, temper),
        };
        let rules = config.careers().iter().map(|career| {
            let require = career.require.iter().map(|rule| (rule.when.clone(), true));
            require.chain(career.exclude.iter().map(|rule| (rule.when.clone(), false))).collect()
        });
        Self { flow, scores, base, shown, rules: rules.collect(), ties: config.ties() }
    }

    pub fn flow(&self) -> &Flow {
        &self.flow
    }

    pub fn ties(&self) -> Ties {
        self.ties
    }

    /// The career that comes first in place of several that are level, and that is not ranked with others.
    pub(crate) fn tie_career(&self) -> Option<usize> {
        if let Ties::Career(career) = self.ties { Some(career) } else { None }
    }

    pub fn careers(&self) -> usize {
        self.scores.width()
    }

    pub fn cards(&self) -> usize {
        self.flow.cards.len()
    }

    /// Every career's score.
    pub fn scores(&self, resolved: &ResolvedAnswers) -> Vec<f64> {
        self.scores.sums(resolved, &self.base)
    }

    /// What an answer adds to a career's score, all its rows being open.
    pub fn value(&self, card: usize, answer: Answer, career: usize) -> f64 {
        self.cell(card, self.flow.cards[card].all_rows(), Some(answer), career)
    }

    /// The least and the most that a career's score can be.
    pub fn bounds(&self, career: usize) -> Bounds {
        let Bounds { least, most } = super::bounds::bounds(&self.flow, &self.scores, career);
        let base = self.base[career];
        Bounds { least: base + least, most: base + most }
    }

    /// The visitor's profile by trait, where the model has one.
    pub fn profile(&self, answers: &Answers) -> Option<Vec<f64>> {
        match &self.shown {
            Shown::Profile(profiles) => Some(profiles.of_visitor(&self.flow.follow(answers))),
            Shown::WithinBounds(_) | Shown::Posterior => None,
        }
    }

    /// Where the visitor stands on each trait, between the least and the most that answers can make of it, 0 to 1;
    /// nothing where the model has no traits.
    pub fn leanings(&self, answers: &Answers) -> Vec<f64> {
        match &self.shown {
            Shown::Profile(profiles) => profiles.leanings(&self.flow, &self.flow.follow(answers)),
            Shown::WithinBounds(_) | Shown::Posterior => Vec::new(),
        }
    }

    /// The least and the most that a career's score can be above another's.
    #[cfg(feature = "lab")]
    pub(crate) fn lead(&self, career: usize, over: usize) -> Bounds {
        let apart = self.scores.map(1, |row, _| row[career] - row[over]);
        let Bounds { least, most } = super::bounds::bounds(&self.flow, &apart, 0);
        let base = self.base[career] - self.base[over];
        Bounds { least: base + least, most: base + most }
    }

    /// What picking a row adds against leaving it.
    #[cfg(feature = "lab")]
    pub(crate) fn pick(&self, card: usize, row: usize, career: usize) -> f64 {
        self.scores.pick(card, row, career)
    }

    /// What an answered card counts when nothing is picked of what is open.
    pub(crate) fn none_picked(&self, card: usize, open: u64, career: usize) -> f64 {
        self.scores.none_picked(card, open, career)
    }

    /// What picking a row of a card counts, by career.
    pub(crate) fn row(&self, card: usize, row: usize) -> &[f64] {
        self.scores.row(card, row)
    }

    /// What a card without an answer counts, by career.
    pub(crate) fn neutral(&self, card: usize) -> &[f64] {
        self.scores.neutral(card)
    }

    /// Calls back with every table of rows.
    pub(super) fn each_grid(&mut self, mut see: impl FnMut(&mut Grid)) {
        see(&mut self.scores);
        if let Shown::Profile(profiles) = &mut self.shown {
            see(profiles.visitor());
        }
    }

    pub(super) fn leave_out(&mut self, out: impl Fn(usize) -> bool) {
        self.flow.leave_out(out);
    }

    pub(super) fn grid(&self) -> &Grid {
        &self.scores
    }

    pub(crate) fn cell(&self, card: usize, open: u64, answer: Option<Answer>, career: usize) -> f64 {
        self.scores.value(card, open, answer, career)
    }

    pub(crate) fn base(&self, career: usize) -> f64 {
        self.base[career]
    }

    pub(crate) fn rules(&self) -> &[Vec<(Condition, bool)>] {
        &self.rules
    }

    /// The matches that are shown for the scores.
    pub(super) fn shares(&self, resolved: &ResolvedAnswers, scores: &[f64]) -> Vec<f64> {
        match &self.shown {
            Shown::WithinBounds(bounds) => {
                bounds.iter().zip(scores).map(|(bounds, score)| bounds.place(*score)).collect()
            }
            Shown::Profile(profiles) => profiles.shares(resolved, scores),
            Shown::Posterior => {
                let mut scores = scores.to_vec();
                self.tie_career().into_iter().for_each(|career| scores[career] = f64::NEG_INFINITY);
                bayes::posterior(&scores)
            }
        }
    }

    pub(super) fn per_match(&self, resolved: &ResolvedAnswers, career: usize) -> Option<f64> {
        match &self.shown {
            Shown::WithinBounds(bounds) => Some(bounds[career].share(1.0)),
            Shown::Profile(profiles) => profiles.per_match(resolved),
            Shown::Posterior => None,
        }
    }
}
