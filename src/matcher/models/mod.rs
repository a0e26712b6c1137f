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

/// A compiled quiz, ready to rank.
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

/// How a score becomes the match as shown.
#[derive(Clone, Debug)]
enum Shown {
    /// By its position between the career's minimum and maximum.
    WithinBounds(Vec<Bounds>),
    /// By comparison of two profiles.
    Profile(Profiles),
    /// As a probability over all careers.
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

    /// The career that comes first instead of tied ones, and that is not ranked with the others.
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

    /// The contribution of an answer to a career's score, with all rows available.
    pub fn value(&self, card: usize, answer: Answer, career: usize) -> f64 {
        self.cell(card, self.flow.cards[card].all_rows(), Some(answer), career)
    }

    /// The minimum and maximum of a career's score.
    pub fn bounds(&self, career: usize) -> Bounds {
        let Bounds { least, most } = super::bounds::bounds(&self.flow, &self.scores, career);
        let base = self.base[career];
        Bounds { least: base + least, most: base + most }
    }

    /// The visitor's profile by trait, if the model has one.
    pub fn profile(&self, answers: &Answers) -> Option<Vec<f64>> {
        match &self.shown {
            Shown::Profile(profiles) => Some(profiles.of_visitor(&self.flow.resolve(answers))),
            Shown::WithinBounds(_) | Shown::Posterior => None,
        }
    }

    /// The visitor's position on each trait, between the minimum and maximum that answers can give, 0 to 1; empty if
    /// the model has no traits.
    pub fn leanings(&self, answers: &Answers) -> Vec<f64> {
        match &self.shown {
            Shown::Profile(profiles) => profiles.leanings(&self.flow, &self.flow.resolve(answers)),
            Shown::WithinBounds(_) | Shown::Posterior => Vec::new(),
        }
    }

    /// The minimum and maximum lead of one career over another.
    #[cfg(feature = "lab")]
    pub(crate) fn lead(&self, career: usize, over: usize) -> Bounds {
        let apart = self.scores.map(1, |row, _| row[career] - row[over]);
        let Bounds { least, most } = super::bounds::bounds(&self.flow, &apart, 0);
        let base = self.base[career] - self.base[over];
        Bounds { least: base + least, most: base + most }
    }

    /// The difference between picking a row and not picking it.
    #[cfg(feature = "lab")]
    pub(crate) fn pick(&self, card: usize, row: usize, career: usize) -> f64 {
        self.scores.pick(card, row, career)
    }

    /// The contribution of an answered card if none of the available rows is picked.
    pub(crate) fn none_picked(&self, card: usize, open: u64, career: usize) -> f64 {
        self.scores.none_picked(card, open, career)
    }

    /// The contribution of a picked row, by career.
    pub(crate) fn row(&self, card: usize, row: usize) -> &[f64] {
        self.scores.row(card, row)
    }

    /// The contribution of a card without an answer, by career.
    pub(crate) fn neutral(&self, card: usize) -> &[f64] {
        self.scores.neutral(card)
    }

    /// Calls `see` with every table of rows.
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

    /// The matches as shown, from the scores.
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
