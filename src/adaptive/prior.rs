//! What is believed about answers before anybody gives one: from pilot answers where the config has them, else from
//! what is usual.
//!
//! Each number of a card is a mean, a mix of factors that all cards share, and noise of its own card. Without pilot
//! answers the factors are the traits, and a quiz without traits has none: then every option is as likely.

use super::{
    linear::{Square, dot},
    numbers::Numbers,
};
use crate::{
    config::{Ask, Calibration, Checked, Matching, model::Habit},
    matcher::Matcher,
};

/// Variances on a scale of -1 to 1, for traits of which nothing is known: a visitor's leaning to a trait, of which a part
/// is a leaning to everything; and what an answer has beside the leaning.
const TRAIT: f64 = 0.2;
const COMMON: f64 = 0.0625;
const NOISE: f64 = 0.25;
/// How far a leaning moves the choice between options.
const SWAY: f64 = 1.5;
/// How much wider than believed things may be where nobody has looked: 1 over the square root of a temper of 0.8.
const UNTRIED: f64 = 1.118;

/// Beliefs about all cards.
#[derive(Clone, Debug)]
pub(super) struct Prior {
    pub(super) cards: Vec<CardPrior>,
    /// The mean of each factor, and how factors vary together.
    pub(super) mean: Vec<f64>,
    pub(super) spread: Square,
    /// Draws reach this much farther than believed.
    pub(super) wider: f64,
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

impl Prior {
    pub(super) fn new(config: &Checked, matcher: &Matcher) -> Self {
        let _ = matcher;
        match config.calibration() {
            Some(calibration) => Self::calibrated(config, calibration),
            None => Self::untried(config),
        }
    }

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
            mean: vec![0.0; calibration.factors],
            spread: Square::of(calibration.factors, |i, j| if i == j { 1.0 } else { 0.0 }),
            wider: 1.0,
        }
    }

    /// Before any pilot answers.
    pub(super) fn untried(config: &Checked) -> Self {
        let traits = if let Matching::Traits(_) = config.matching() { config.traits().len() } else { 0 };
        let cards: Vec<_> = config.cards().iter().map(|card| CardPrior::untried(&card.ask, traits)).collect();
        Self {
            cards,
            mean: (0..traits).map(|it| usual(config, it)).collect(),
            spread: Square::of(traits, |i, j| if i == j { TRAIT } else { COMMON }),
            wider: UNTRIED,
        }
    }
}

impl CardPrior {
    /// All answers as likely, whatever the factors.
    fn even(numbers: Numbers, factors: usize) -> Self {
        let mean = even(numbers);
        let noise = varies(numbers, &mean);
        Self { numbers, factors: vec![vec![0.0; factors]; mean.len()], mean, noise }
    }

    fn untried(ask: &Ask, traits: usize) -> Self {
        let numbers = Numbers::new(ask);
        let mut card = Self::even(numbers, traits);
        if traits == 0 {
            return card;
        }
        let points = |weights: &[(usize, f64)]| {
            let mut points = vec![0.0; traits];
            weights.iter().for_each(|(it, value)| points[*it] = *value);
            points
        };
        match ask {
            Ask::Scale { weights, .. } | Ask::Swipe { weights, .. } => {
                let points = points(weights);
                let length = dot(&points, &points).sqrt();
                if length > 0.0 {
                    card.factors[0] = points.iter().map(|it| it / length).collect();
                }
                card.noise.cells[0] = NOISE;
            }
            Ask::Single { options } | Ask::Multiple { options, .. } => {
                let mut rows: Vec<_> = options.iter().map(|option| points(&option.weights)).collect();
                for it in 0..traits {
                    let mean = rows.iter().map(|row| row[it]).sum::<f64>() / rows.len() as f64;
                    rows.iter_mut().for_each(|row| row[it] -= mean);
                }
                let most = rows.iter().map(|row| dot(row, row).sqrt()).fold(f64::MIN_POSITIVE, f64::max);
                for ((row, factors), mean) in rows.iter().zip(&mut card.factors).zip(&card.mean) {
                    *factors = row.iter().map(|it| SWAY * mean * it / most).collect();
                }
            }
        }
        card
    }
}

/// Where visitors usually stand on a trait, from -1 to 1: from its norm, if every card that counts for it is a line.
fn usual(config: &Checked, it: usize) -> f64 {
    let mut sum = 0.0;
    for card in config.cards() {
        match &card.ask {
            Ask::Scale { weights, .. } | Ask::Swipe { weights, .. } => {
                sum += weights.iter().filter(|(at, _)| *at == it).map(|(_, points)| points.abs()).sum::<f64>();
            }
            Ask::Single { options } | Ask::Multiple { options, .. } => {
                if options.iter().any(|option| option.weights.iter().any(|(at, _)| *at == it)) {
                    return 0.0;
                }
            }
        }
    }
    match config.traits()[it].visitors {
        Some(norm) if sum > 0.0 => (norm.mean / sum).clamp(-1.0, 1.0),
        _ => 0.0,
    }
}

/// The means when all answers are as likely.
fn even(numbers: Numbers) -> Vec<f64> {
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
