//! The prior over answers: from pilot answers if the config has a calibration, otherwise from the quiz itself
//! ([`uncalibrated`](super::uncalibrated)).
//!
//! Each number of a card is a mean, a linear combination of factors that all cards share, and noise of its own card.
//! Factors have mean 0 and variance 1.

use super::{linear::Square, numbers::Numbers};
use crate::config::{Calibration, Checked, model::Habit};
use crate::numeric::dot;

/// The degrees of freedom for the scale of variances in a calibrated quiz, in answers.
const FREEDOM: f64 = 1e6;
/// The weight of the prior in a calibration, in answers.
pub(super) const STAKE: f64 = 50.0;

/// The prior over all cards.
/// The inflation of variances in a quiz without pilots: 1 over a tempering exponent of 0.8.
const UNCALIBRATED: f64 = 1.25;

#[derive(Clone, Debug)]
pub(super) struct Prior {
    pub(super) cards: Vec<CardPrior>,
    pub(super) factors: usize,
    /// The degrees of freedom for the scale of variances: this many observed numbers weigh as much as the prior scale.
    pub(super) freedom: f64,
    /// The number of pilot answers plus [`STAKE`]; `None` without a calibration.
    pub(super) pilots: Option<f64>,
}

/// The prior over the numbers of one card.
#[derive(Clone, Debug)]
pub(super) struct CardPrior {
    pub(super) numbers: Numbers,
    pub(super) mean: Vec<f64>,
    /// By number, its loading on each factor.
    pub(super) factors: Vec<Vec<f64>>,
    /// The residual covariance of its numbers.
    pub(super) noise: Square,
}

impl Prior {
    pub(super) fn calibrated(config: &Checked, calibration: &Calibration) -> Self {
        let none = Habit::default();
        let habits = calibration.cards.iter().chain(std::iter::repeat(&none));
        let cards = config.cards().iter().zip(habits).map(|(card, habit)| {
            let numbers = Numbers::new(&card.response);
            if habit.mean.is_empty() {
                return CardPrior::even(numbers, calibration.factors);
            }
            let noise = match (numbers, habit.noise) {
                (Numbers::Line { .. }, Some(noise)) => Square { size: 1, cells: vec![noise * noise] },
                _ => rest(&varies(numbers, &habit.mean), &habit.factors),
            };
            CardPrior { numbers, mean: habit.mean.clone(), factors: habit.factors.clone(), noise }
        });
        Self {
            cards: cards.collect(),
            factors: calibration.factors,
            freedom: FREEDOM,
            pilots: Some(calibration.answers as f64 + STAKE),
        }
    }

    /// The inflation of variances after this many observed numbers: a calibration from few pilots fits those pilots
    /// better than other visitors.
    pub(super) fn wider(&self, observed: f64) -> f64 {
        self.pilots.map_or(UNCALIBRATED, |pilots| pilots / (pilots - observed).max(pilots / 4.0))
    }
}

impl CardPrior {
    /// All answers equally likely, independent of the factors.
    fn even(numbers: Numbers, factors: usize) -> Self {
        let mean = even(numbers);
        let noise = varies(numbers, &mean);
        Self { numbers, factors: vec![vec![0.0; factors]; mean.len()], mean, noise }
    }
}

/// The means if all answers are equally likely.
pub(super) fn even(numbers: Numbers) -> Vec<f64> {
    match numbers {
        Numbers::Line { .. } => vec![0.0],
        Numbers::Options { count, min, max, exclusive } => {
            let alone = exclusive.count_ones() as usize;
            let Picks { sets, mean, .. } = picks(count - alone, min, max);
            // Each set is equally likely, and each exclusive row is a set of its own.
            let all = sets + alone as f64;
            let each = sets / all * mean / (count - alone) as f64;
            (0..count).map(|row| if exclusive >> row & 1 == 1 { 1.0 / all } else { each }).collect()
        }
    }
}

/// The covariance of the numbers of a card, given their means.
pub(super) fn varies(numbers: Numbers, mean: &[f64]) -> Square {
    match numbers {
        Numbers::Line { rows, .. } => {
            let last = (rows - 1) as f64;
            let square = |row: usize| (2.0 * row as f64 / last - 1.0) * (2.0 * row as f64 / last - 1.0);
            Square { size: 1, cells: vec![(0..rows).map(square).sum::<f64>() / rows as f64] }
        }
        Numbers::Options { count, min, max, exclusive } => {
            let others = count - exclusive.count_ones() as usize;
            let Picks { mean: picks, pairs, .. } = picks(others, min, max);
            let p = picks / others as f64;
            let together = (pairs / (others * (others - 1)) as f64 - p * p) / (p * (1.0 - p)).max(1e-9);
            let own: Vec<_> = mean.iter().map(|p| (p * (1.0 - p)).max(1e-3)).collect();
            let is_alone = |row: usize| exclusive >> row & 1 == 1;
            let alone: f64 = (0..count).filter(|row| is_alone(*row)).map(|row| mean[row]).sum();
            let left = (1.0 - alone).max(1e-3);
            // Among visitors who pick no exclusive row.
            let given = |row: usize| (mean[row] / left).clamp(1e-3, 1.0 - 1e-3);
            Square::of(count, |i, j| match i == j {
                // Options determine each other, so a small extra variance keeps the matrix positive definite.
                true => own[i] * if exclusive == 0 { 1.001 } else { 1.05 },
                false if exclusive == 0 => together * (own[i] * own[j]).sqrt(),
                // Never picked together.
                false if is_alone(i) || is_alone(j) => -mean[i] * mean[j],
                false => {
                    let (p, q) = (given(i), given(j));
                    left * (together * (p * (1.0 - p) * q * (1.0 - q)).sqrt() + p * q) - mean[i] * mean[j]
                }
            })
        }
    }
}

/// The residual covariance after the part that the factors explain; never less than a tenth.
fn rest(whole: &Square, factors: &[Vec<f64>]) -> Square {
    let known: f64 = factors.iter().map(|row| dot(row, row)).sum();
    let all: f64 = (0..whole.size).map(|i| whole.row(i)[i]).sum();
    let left = (1.0 - known / all).clamp(0.1, 1.0);
    Square::of(whole.size, |i, j| left * whole.row(i)[j])
}

/// Permitted sets of options, all equally likely.
struct Picks {
    sets: f64,
    /// The mean number of picks, and of ordered pairs of picks.
    mean: f64,
    pairs: f64,
}

fn picks(count: usize, min: usize, max: usize) -> Picks {
    let (mut sets, mut all, mut picks, mut pairs) = (1.0, 0.0, 0.0, 0.0);
    for k in 1..=max {
        sets *= (count - k + 1) as f64 / k as f64;
        if k >= min {
            all += sets;
            picks += sets * k as f64;
            pairs += sets * (k * (k - 1)) as f64;
        }
    }
    Picks { sets: all, mean: picks / all, pairs: pairs / all }
}
