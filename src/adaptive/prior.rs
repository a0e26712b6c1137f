//! What is believed about answers before anybody gives one: from pilot answers where the config has them, else from
//! what is usual ([`untried`](super::untried)).
//!
//! Each number of a card is a mean, a mix of factors that all cards share, and noise of its own card. Factors have mean
//! 0 and variance 1.

use super::{
    linear::{Square, dot},
    numbers::Numbers,
    untried::{self, UNTRIED},
};
use crate::{
    config::{Calibration, Checked, model::Habit},
    matcher::Matcher,
};

/// How surely a calibrated quiz knows how wide answers lie: in answers.
const FREEDOM: f64 = 1e6;
/// How many answers a calibration took from what was believed before.
pub(super) const STAKE: f64 = 50.0;

/// Beliefs about all cards.
#[derive(Clone, Debug)]
pub(super) struct Prior {
    pub(super) cards: Vec<CardPrior>,
    pub(super) factors: usize,
    /// How many numbers must be told until they count as much as what is believed of how wide answers lie.
    pub(super) freedom: f64,
    /// How many answers taught it.
    pub(super) pilots: Option<f64>,
}

/// Beliefs about the numbers of one card.
#[derive(Clone, Debug)]
pub(super) struct CardPrior {
    pub(super) numbers: Numbers,
    pub(super) mean: Vec<f64>,
    /// By number, how much of each factor it has.
    pub(super) factors: Vec<Vec<f64>>,
    /// How the rest of its numbers varies.
    pub(super) noise: Square,
}

/// From pilot answers, or one for each idea.
pub(super) fn priors(config: &Checked, matcher: &Matcher) -> Vec<Prior> {
    match config.calibration() {
        Some(calibration) => vec![Prior::calibrated(config, calibration)],
        None => untried::priors(config, matcher),
    }
}

impl Prior {
    fn calibrated(config: &Checked, calibration: &Calibration) -> Self {
        let none = Habit::default();
        let habits = calibration.cards.iter().chain(std::iter::repeat(&none));
        let cards = config.cards().iter().zip(habits).map(|(card, habit)| {
            let numbers = Numbers::new(&card.ask);
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

    /// How much wider than believed draws are once so many numbers were told: what few pilots taught fits them better
    /// than it fits others.
    pub(super) fn wider(&self, told: f64) -> f64 {
        self.pilots.map_or(UNTRIED, |pilots| pilots / (pilots - told).max(pilots / 4.0))
    }
}

impl CardPrior {
    /// All answers as likely, whatever the factors.
    fn even(numbers: Numbers, factors: usize) -> Self {
        let mean = even(numbers);
        let noise = varies(numbers, &mean);
        Self { numbers, factors: vec![vec![0.0; factors]; mean.len()], mean, noise }
    }
}

/// The means when all answers are as likely.
pub(super) fn even(numbers: Numbers) -> Vec<f64> {
    match numbers {
        Numbers::Line { .. } => vec![0.0],
        Numbers::Options { count, min, max } => vec![picks(count, min, max).0 / count as f64; count],
    }
}

/// How the numbers of a card vary together, given their means.
pub(super) fn varies(numbers: Numbers, mean: &[f64]) -> Square {
    match numbers {
        Numbers::Line { rows, .. } => {
            let last = (rows - 1) as f64;
            let square = |row: usize| (2.0 * row as f64 / last - 1.0) * (2.0 * row as f64 / last - 1.0);
            Square { size: 1, cells: vec![(0..rows).map(square).sum::<f64>() / rows as f64] }
        }
        Numbers::Options { count, min, max } => {
            let (picks, pairs) = picks(count, min, max);
            let p = picks / count as f64;
            let together = (pairs / (count * (count - 1)) as f64 - p * p) / (p * (1.0 - p)).max(1e-9);
            let own: Vec<_> = mean.iter().map(|p| (p * (1.0 - p)).max(1e-3)).collect();
            Square::of(count, |i, j| if i == j { own[i] * 1.001 } else { together * (own[i] * own[j]).sqrt() })
        }
    }
}

/// What is left of how numbers vary once the factors have had their part; never less than a tenth.
fn rest(whole: &Square, factors: &[Vec<f64>]) -> Square {
    let known: f64 = factors.iter().map(|row| dot(row, row)).sum();
    let all: f64 = (0..whole.size).map(|i| whole.row(i)[i]).sum();
    let left = (1.0 - known / all).clamp(0.1, 1.0);
    Square::of(whole.size, |i, j| left * whole.row(i)[j])
}

/// The mean number of picks and of ordered pairs of picks, all permitted sets being as likely.
fn picks(count: usize, min: usize, max: usize) -> (f64, f64) {
    let (mut sets, mut all, mut picks, mut pairs) = (1.0, 0.0, 0.0, 0.0);
    for k in 1..=max {
        sets *= (count - k + 1) as f64 / k as f64;
        if k >= min {
            all += sets;
            picks += sets * k as f64;
            pairs += sets * (k * (k - 1)) as f64;
        }
    }
    (picks / all, pairs / all)
}
