//! What is believed after some answers: the factors, narrowed down by each of them, under every idea of how strongly
//! factors speak; and how likely each idea is by now.

use super::{
    SoFar,
    linear::{Square, dot},
    prior::{CardPrior, Prior},
};
use crate::matcher::{Answer, Expected};

/// Beliefs about one visitor.
pub(super) struct Belief<'a> {
    pub(super) so_far: SoFar<'a>,
    /// The cards that may still come.
    pub(super) left: Vec<usize>,
    /// At least one.
    pub(super) ideas: Vec<Idea<'a>>,
}

/// Beliefs under one idea.
pub(super) struct Idea<'a> {
    pub(super) prior: &'a Prior,
    /// How likely the idea is.
    pub(super) chance: f64,
    /// The factors: their means, and how they vary together.
    pub(super) mean: Vec<f64>,
    pub(super) spread: Square,
    /// Numbers that were told, the sum of their squared surprises, each against what was expected, and the logarithm
    /// of how likely they were.
    pub(super) told: f64,
    pub(super) surprise: f64,
    log: f64,
}

impl<'a> Belief<'a> {
    pub(super) fn new(priors: &'a [Prior], so_far: SoFar<'a>) -> Self {
        let left = (0..so_far.asked.len()).filter(|card| so_far.may_come(*card)).collect();
        let mut ideas: Vec<_> = priors.iter().map(|prior| Idea::new(prior, so_far)).collect();
        let most = ideas.iter().map(|idea| idea.log).fold(f64::NEG_INFINITY, f64::max);
        ideas.iter_mut().for_each(|idea| idea.chance = libm::exp(idea.log - most));
        let sum: f64 = ideas.iter().map(|idea| idea.chance).sum();
        ideas.iter_mut().for_each(|idea| idea.chance /= sum);
        Self { so_far, left, ideas }
    }

    /// The likeliest idea.
    pub(super) fn best(&self) -> &Idea<'a> {
        self.ideas
            .iter()
            .skip(1)
            .fold(&self.ideas[0], |best, idea| if idea.chance > best.chance { idea } else { best })
    }

    /// The means of a card's numbers, as far as answers can have them.
    fn possible(&self, card: usize) -> Vec<f64> {
        let numbers = self.ideas[0].prior.cards[card].numbers;
        let mut means = vec![0.0; numbers.count()];
        for idea in &self.ideas {
            let own = idea.means(&idea.prior.cards[card]);
            means.iter_mut().zip(own).for_each(|(mean, own)| *mean += idea.chance * own);
        }
        numbers.possible(&mut means);
        means
    }

    /// By card that may still come, the share of each row.
    pub(super) fn expected(&self) -> Expected {
        self.so_far.each(|card| self.ideas[0].prior.cards[card].numbers.shares(self.possible(card)))
    }

    /// What every career's score is to become, with the expected numbers in place of answers that are still to come; and
    /// what it is without them.
    pub(super) fn scores(&self) -> (Vec<f64>, Vec<f64>) {
        let matcher = self.so_far.matcher;
        let mut known = matcher.scores(self.so_far.course);
        let mut whole = known.clone();
        let mut sums = vec![0.0; known.len()];
        for card in &self.left {
            let numbers = self.ideas[0].prior.cards[*card].numbers;
            sums.fill(0.0);
            for (number, mean) in self.possible(*card).into_iter().enumerate() {
                numbers.add_slopes(matcher, (*card, number), mean, &mut sums);
            }
            if let Some(nought) = numbers.nought(matcher, *card) {
                known.iter_mut().zip(nought).for_each(|(known, nought)| *known -= nought);
                sums.iter_mut().zip(nought).for_each(|(sum, nought)| *sum -= nought);
            }
            whole.iter_mut().zip(&sums).for_each(|(whole, sum)| *whole += sum);
        }
        (known, whole)
    }
}

impl<'a> Idea<'a> {
    fn new(prior: &'a Prior, so_far: SoFar) -> Self {
        let factors = prior.factors;
        let mut idea = Self {
            prior,
            chance: 1.0,
            mean: vec![0.0; factors],
            spread: Square::of(factors, |i, j| if i == j { 1.0 } else { 0.0 }),
            told: 0.0,
            surprise: 0.0,
            log: 0.0,
        };
        for (card, counted) in prior.cards.iter().zip(&so_far.course.counted) {
            if let Some(answer) = counted {
                idea.learn(card, *answer);
            }
        }
        // Student's t: how wide everything is is not known either.
        idea.log -= (prior.freedom + idea.told) / 2.0 * libm::log(1.0 + idea.surprise / prior.freedom);
        idea
    }

    /// Kalman's step: what the card's numbers are off by, shared among the factors.
    fn learn(&mut self, card: &CardPrior, answer: Answer) {
        let count = card.numbers.telling();
        let mut along: Vec<_> = card.factors[..count].iter().map(|row| self.spread.times(row)).collect();
        let half = self.numbers(card, &along).half();
        let expected = self.means(card);
        let off: Vec<_> = card.numbers.of(answer).iter().zip(expected).map(|(is, was)| is - was).collect();
        let off = half.solve(&off[..count]);
        self.told += count as f64;
        self.surprise += dot(&off, &off);
        self.log -= half.log();
        // What each independent part of the surprise says about the factors.
        half.solve_all(&mut along);
        for (part, off) in along.iter().zip(off) {
            self.mean.iter_mut().zip(part).for_each(|(mean, it)| *mean += it * off);
            for (row, known) in self.spread.cells.chunks_exact_mut(part.len().max(1)).zip(part) {
                row.iter_mut().zip(part).for_each(|(cell, it)| *cell -= known * it);
            }
        }
    }

    /// How the telling numbers of a card vary together; `along` is the spread of the factors times their factors.
    pub(super) fn numbers(&self, card: &CardPrior, along: &[Vec<f64>]) -> Square {
        Square::of(along.len(), |i, j| dot(&card.factors[i], &along[j]) + card.noise.row(i)[j])
    }

    /// The means of a card's numbers.
    pub(super) fn means(&self, card: &CardPrior) -> Vec<f64> {
        card.mean.iter().zip(&card.factors).map(|(mean, factors)| mean + dot(factors, &self.mean)).collect()
    }
}
