//! What is believed after some answers: the factors, narrowed down by each of them.

use super::{
    SoFar,
    linear::{Square, dot},
    prior::{CardPrior, Prior},
};
use crate::matcher::{Answer, Expected};

/// Beliefs about one visitor.
pub(super) struct Belief<'a> {
    pub(super) prior: &'a Prior,
    pub(super) so_far: SoFar<'a>,
    /// The factors: their means, and how they vary together.
    pub(super) mean: Vec<f64>,
    pub(super) spread: Square,
    /// The cards that may still come.
    pub(super) left: Vec<usize>,
}

impl<'a> Belief<'a> {
    pub(super) fn new(prior: &'a Prior, so_far: SoFar<'a>) -> Self {
        let left = (0..prior.cards.len()).filter(|card| so_far.may_come(*card)).collect();
        let mut belief = Self { prior, so_far, mean: prior.mean.clone(), spread: prior.spread.clone(), left };
        if !belief.mean.is_empty() {
            for (card, counted) in prior.cards.iter().zip(&so_far.course.counted) {
                if let Some(answer) = counted {
                    belief.learn(card, *answer);
                }
            }
        }
        belief
    }

    /// Kalman's step: what the card's numbers are off by, shared among the factors.
    fn learn(&mut self, card: &CardPrior, answer: Answer) {
        let count = card.numbers.telling();
        let along: Vec<_> = card.factors[..count].iter().map(|row| self.spread.times(row)).collect();
        let half = self.numbers(card, &along).half();
        let expected = self.means(card);
        let off: Vec<_> = card.numbers.of(answer).iter().zip(expected).map(|(is, was)| is - was).collect();
        let off = half.solve(&off[..count]);
        let factors = self.mean.len();
        // By factor, what each independent part of the surprise says about it.
        let parts: Vec<Vec<f64>> = (0..factors)
            .map(|factor| half.solve(&along.iter().map(|row| row[factor]).collect::<Vec<_>>()))
            .collect();
        for i in 0..factors {
            self.mean[i] += dot(&parts[i], &off);
            for j in 0..factors {
                self.spread.cells[i * factors + j] -= dot(&parts[i], &parts[j]);
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

    /// The means as far as answers can have them.
    fn possible(&self, card: &CardPrior) -> Vec<f64> {
        let mut means = self.means(card);
        card.numbers.possible(&mut means);
        means
    }

    /// By card that may still come, the share of each row.
    pub(super) fn expected(&self) -> Expected {
        self.so_far.each(|card| {
            let card = &self.prior.cards[card];
            card.numbers.shares(self.possible(card))
        })
    }

    /// What every career's score is to become, with the expected numbers in place of answers that are still to come; and
    /// what it is without them.
    pub(super) fn scores(&self) -> (Vec<f64>, Vec<f64>) {
        let matcher = self.so_far.matcher;
        let mut known = matcher.scores(self.so_far.course);
        let mut whole = known.clone();
        let mut sums = vec![0.0; known.len()];
        for card in &self.left {
            let numbers = self.prior.cards[*card].numbers;
            sums.fill(0.0);
            for (number, mean) in self.possible(&self.prior.cards[*card]).into_iter().enumerate() {
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
