//! Fits a calibration to pilot answers: means, and common factors of the answers.
//!
//! Sample and prior are averaged with weights n (the number of answers) and [`STAKE`], for each mean and each
//! covariance, so that few answers change little. The factors come from principal axis factoring, without the
//! covariances within a card.

use nalgebra::{DMatrix, SymmetricEigen};

use super::{
    numbers::Numbers,
    prior::{Prior, STAKE},
    uncalibrated,
};
use crate::numeric::dot;
use crate::{
    config::{Calibration, Checked, model::Habit},
    matcher::Answers,
};

const ROUNDS: usize = 60;

/// One number of one card.
#[derive(Clone, Copy)]
struct Variable {
    card: usize,
    number: usize,
}

/// Fits a calibration to the answers of pilot visitors, with at most this number of factors.
pub fn fit(config: &Checked, visitors: &[Answers], factors: usize) -> Calibration {
    let prior = uncalibrated::usual(config);
    let cards = config.cards().iter().filter(|card| !card.tie_break).count();
    let count = |card: usize| (0..prior.cards[card].numbers.count()).map(move |number| Variable { card, number });
    let variables: Vec<Variable> = (0..cards).flat_map(count).collect();
    let said: Vec<Vec<Option<f64>>> = visitors
        .iter()
        .map(|answers| {
            let numbers: Vec<_> =
                (0..cards).map(|card| answers[card].map(|answer| prior.cards[card].numbers.of(answer))).collect();
            variables
                .iter()
                .map(|variable| numbers[variable.card].as_ref().map(|it| it[variable.number]))
                .collect()
        })
        .collect();
    let means: Vec<f64> = variables.iter().enumerate().map(|(i, variable)| mean(&prior, *variable, &said, i)).collect();
    let whole = DMatrix::from_fn(variables.len(), variables.len(), |i, j| {
        covariance(&prior, (variables[i], variables[j]), &said, (i, j))
    });
    let loadings = axes(&whole, &variables, factors.min(variables.len()));
    let habits = (0..cards).map(|card| {
        let own: Vec<_> = (0..variables.len()).filter(|at| variables[*at].card == card).collect();
        let noise = own
            .first()
            .map(|at| (whole[(*at, *at)] - dot(&loadings[*at], &loadings[*at])).max(0.05 * whole[(*at, *at)]));
        Habit {
            mean: own.iter().map(|at| means[*at]).collect(),
            factors: own.iter().map(|at| loadings[*at].clone()).collect(),
            noise: noise.filter(|_| matches!(prior.cards[card].numbers, Numbers::Line { .. })).map(f64::sqrt),
        }
    });
    Calibration {
        answers: visitors.len(),
        factors: loadings.first().map_or(0, Vec::len),
        cards: habits.collect(),
    }
}

/// The weight of the sample relative to the prior.
fn trust(seen: usize) -> f64 {
    seen as f64 / (seen as f64 + STAKE)
}

fn mean(prior: &Prior, variable: Variable, said: &[Vec<Option<f64>>], i: usize) -> f64 {
    let card = &prior.cards[variable.card];
    let believed = card.mean[variable.number];
    let seen: Vec<f64> = said.iter().filter_map(|row| row[i]).collect();
    if seen.is_empty() {
        return believed;
    }
    let trust = trust(seen.len());
    trust * seen.iter().sum::<f64>() / seen.len() as f64 + (1.0 - trust) * believed
}

fn covariance(prior: &Prior, (a, b): (Variable, Variable), said: &[Vec<Option<f64>>], (i, j): (usize, usize)) -> f64 {
    let (left, right) = (&prior.cards[a.card], &prior.cards[b.card]);
    let shared = dot(&left.factors[a.number], &right.factors[b.number]);
    let own = if a.card == b.card { left.noise.row(a.number)[b.number] } else { 0.0 };
    let pairs: Vec<(f64, f64)> = said.iter().filter_map(|row| Some((row[i]?, row[j]?))).collect();
    if pairs.len() < 3 {
        return shared + own;
    }
    let n = pairs.len() as f64;
    let (x, y) = pairs.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0 / n, sum.1 + pair.1 / n));
    let seen = pairs.iter().map(|pair| (pair.0 - x) * (pair.1 - y)).sum::<f64>() / (n - 1.0);
    let trust = trust(pairs.len());
    trust * seen + (1.0 - trust) * (shared + own)
}

/// By number, its factor loadings: its covariance with the numbers of other cards.
fn axes(whole: &DMatrix<f64>, variables: &[Variable], factors: usize) -> Vec<Vec<f64>> {
    let same = |i: usize, j: usize| variables[i].card == variables[j].card;
    // Covariances within a card are not for the factors to explain: the estimate of the factors replaces them.
    let mut common =
        DMatrix::from_fn(variables.len(), variables.len(), |i, j| if same(i, j) { 0.5 } else { 1.0 } * whole[(i, j)]);
    let mut loadings = vec![vec![0.0; factors]; variables.len()];
    for _ in 0..ROUNDS {
        let eigen = SymmetricEigen::new(common.clone());
        let mut order: Vec<_> = (0..variables.len()).collect();
        order.sort_by(|a, b| eigen.eigenvalues[*b].total_cmp(&eigen.eigenvalues[*a]));
        for (factor, at) in order.iter().take(factors).enumerate() {
            let length = eigen.eigenvalues[*at].max(0.0).sqrt();
            // The sign of an axis is arbitrary; this choice is the same on every machine.
            let axis = eigen.eigenvectors.column(*at);
            let sign = if axis.sum() < 0.0 { -length } else { length };
            loadings.iter_mut().zip(axis.iter()).for_each(|(row, cell)| row[factor] = sign * cell);
        }
        for i in 0..variables.len() {
            for j in (0..variables.len()).filter(|j| same(i, *j)) {
                let most = 0.95 * (whole[(i, i)] * whole[(j, j)]).sqrt();
                common[(i, j)] = dot(&loadings[i], &loadings[j]).clamp(-most, most);
            }
        }
    }
    loadings
}
