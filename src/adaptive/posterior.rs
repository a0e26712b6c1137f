//! The posterior after some answers: mean and covariance of the factors under every hypothesis about the strength of
//! factors, and the probability of each hypothesis.
//!
//! It must never know which card comes next.

use super::{
    SoFar,
    linear::Square,
    prior::{CardPrior, Prior},
};
use crate::matcher::{Answer, Expected};
use crate::numeric::dot;

/// The posterior for one visitor.
pub(super) struct Posterior<'a> {
    pub(super) so_far: SoFar<'a>,
    /// The cards that may still come.
    pub(super) left: Vec<usize>,
    /// At least one.
    pub(super) hypotheses: Vec<Hypothesis<'a>>,
}

/// The posterior under one hypothesis.
pub(super) struct Hypothesis<'a> {
    pub(super) prior: &'a Prior,
    /// The probability of the hypothesis.
    pub(super) chance: f64,
    /// The factors: their means and their covariance.
    pub(super) mean: Vec<f64>,
    pub(super) covariance: Square,
    /// The number of observed numbers, the sum of their squared standardised residuals, and the logarithm of their
    /// likelihood.
    pub(super) observed: f64,
    pub(super) surprise: f64,
    log: f64,
}

impl<'a> Posterior<'a> {
    pub(super) fn new(priors: &'a [Prior], so_far: SoFar<'a>) -> Self {
        let left = (0..so_far.asked.len()).filter(|card| so_far.may_come(*card)).collect();
        let mut hypotheses: Vec<_> = priors.iter().map(|prior| Hypothesis::new(prior, so_far)).collect();
        let most = hypotheses.iter().map(|hypothesis| hypothesis.log).fold(f64::NEG_INFINITY, f64::max);
        hypotheses.iter_mut().for_each(|hypothesis| hypothesis.chance = libm::exp(hypothesis.log - most));
        let sum: f64 = hypotheses.iter().map(|hypothesis| hypothesis.chance).sum();
        hypotheses.iter_mut().for_each(|hypothesis| hypothesis.chance /= sum);
        Self { so_far, left, hypotheses }
    }

    /// The most probable hypothesis.
    pub(super) fn best(&self) -> &Hypothesis<'a> {
        self.hypotheses.iter().skip(1).fold(&self.hypotheses[0], |best, hypothesis| {
            if hypothesis.chance > best.chance { hypothesis } else { best }
        })
    }

    /// The mean of a card's numbers over hypotheses, projected onto possible values.
    fn possible(&self, card: usize) -> Vec<f64> {
        let numbers = self.hypotheses[0].prior.cards[card].numbers;
        let mut means = vec![0.0; numbers.count()];
        for hypothesis in &self.hypotheses {
            let own = hypothesis.means(&hypothesis.prior.cards[card]);
            means.iter_mut().zip(own).for_each(|(mean, own)| *mean += hypothesis.chance * own);
        }
        numbers.possible(&mut means);
        means
    }

    /// By card that may still come, the expected share of each row.
    pub(super) fn expected(&self) -> Expected {
        self.so_far.each(|card| self.hypotheses[0].prior.cards[card].numbers.shares(self.possible(card)))
    }

    /// Every career's score with all numbers of future answers at zero, and its expected score after those answers.
    pub(super) fn scores(&self) -> (Vec<f64>, Vec<f64>) {
        let matcher = self.so_far.matcher;
        let mut known = matcher.scores(self.so_far.resolved);
        let mut whole = known.clone();
        let mut sums = vec![0.0; known.len()];
        for card in &self.left {
            let numbers = self.hypotheses[0].prior.cards[*card].numbers;
            sums.fill(0.0);
            for (number, mean) in self.possible(*card).into_iter().enumerate() {
                numbers.add_slopes(matcher, (*card, number), mean, &mut sums);
            }
            if let Some(zero) = numbers.zero(matcher, *card) {
                known.iter_mut().zip(zero).for_each(|(known, zero)| *known -= zero);
                sums.iter_mut().zip(zero).for_each(|(sum, zero)| *sum -= zero);
            }
            whole.iter_mut().zip(&sums).for_each(|(whole, sum)| *whole += sum);
        }
        (known, whole)
    }
}

impl<'a> Hypothesis<'a> {
    fn new(prior: &'a Prior, so_far: SoFar) -> Self {
        let factors = prior.factors;
        let mut hypothesis = Self {
            prior,
            chance: 1.0,
            mean: vec![0.0; factors],
            covariance: Square::of(factors, |i, j| if i == j { 1.0 } else { 0.0 }),
            observed: 0.0,
            surprise: 0.0,
            log: 0.0,
        };
        for (card, counted) in prior.cards.iter().zip(&so_far.resolved.effective) {
            if let Some(answer) = counted {
                hypothesis.learn(card, *answer);
            }
        }
        // Student's t: the scale of all variances is unknown too.
        hypothesis.log -=
            (prior.freedom + hypothesis.observed) / 2.0 * libm::log(1.0 + hypothesis.surprise / prior.freedom);
        hypothesis
    }

    /// A Kalman update: the residuals of the card's numbers update the factors.
    fn learn(&mut self, card: &CardPrior, answer: Answer) {
        let count = card.numbers.degrees_of_freedom();
        let mut along: Vec<_> = card.factors[..count].iter().map(|row| self.covariance.mul_vec(row)).collect();
        let cholesky = self.numbers(card, &along).cholesky();
        let expected = self.means(card);
        let off: Vec<_> = card.numbers.of(answer).iter().zip(expected).map(|(is, was)| is - was).collect();
        let off = cholesky.solve(&off[..count]);
        self.observed += count as f64;
        self.surprise += dot(&off, &off);
        self.log -= cholesky.log();
        // The information of each independent part of the residual about the factors.
        cholesky.solve_all(&mut along);
        for (part, off) in along.iter().zip(off) {
            self.mean.iter_mut().zip(part).for_each(|(mean, it)| *mean += it * off);
            for (row, known) in self.covariance.cells.chunks_exact_mut(part.len().max(1)).zip(part) {
                row.iter_mut().zip(part).for_each(|(cell, it)| *cell -= known * it);
            }
        }
    }

    /// The covariance of a card's independent numbers; `along` is the covariance of the factors times the loadings.
    pub(super) fn numbers(&self, card: &CardPrior, along: &[Vec<f64>]) -> Square {
        Square::of(along.len(), |i, j| dot(&card.factors[i], &along[j]) + card.noise.row(i)[j])
    }

    /// The means of a card's numbers.
    pub(super) fn means(&self, card: &CardPrior) -> Vec<f64> {
        card.mean.iter().zip(&card.factors).map(|(mean, factors)| mean + dot(factors, &self.mean)).collect()
    }
}
