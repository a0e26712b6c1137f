//! Confidence by Monte Carlo: draws future answers from the posterior, and counts how often the first place stays the
//! same.
//!
//! It must never know which card comes next.

use super::{
    SoFar,
    contenders::Contenders,
    linear::Cholesky,
    numbers::Numbers,
    posterior::{Hypothesis, Posterior},
    prior::{CardPrior, Prior},
};
use crate::numeric::dot;
use crate::{matcher::TIE, random::Random};

const DRAWS: usize = 512;
/// Draws between two checks whether the estimate is already clear.
const BATCH: usize = 32;

/// The share of draws in which the leader keeps its place.
pub(super) fn confidence(priors: &[Prior], so_far: SoFar, level: Option<f64>) -> f64 {
    let posterior = Posterior::new(priors, so_far);
    let (known, scores) = posterior.scores();
    let contenders = Contenders::new(so_far, &scores);
    let Some((leader, _)) = contenders.leader() else { return 1.0 };
    let (rivals, mut counts) = contenders.rivals();
    let choleskys: Vec<_> = posterior.hypotheses.iter().map(|hypothesis| hypothesis.covariance.cholesky()).collect();
    let wides: Vec<_> =
        posterior.hypotheses.iter().map(|hypothesis| hypothesis.prior.wider(hypothesis.observed)).collect();
    let slope = |card: usize, number: usize, career: usize| {
        priors[0].cards[card].numbers.slope(so_far.matcher, card, number, career)
    };
    // By remaining card, then by number, then by rival: the change of the rival's score relative to the leader, per
    // unit.
    let cards = posterior.left.iter().map(|card| {
        let numbers = priors[0].cards[*card].numbers.count();
        let slopes = |number| {
            let own = slope(*card, number, leader);
            rivals.iter().map(|rival| slope(*card, number, *rival) - own).collect::<Vec<_>>()
        };
        (*card, (0..numbers).map(slopes).collect::<Vec<_>>())
    });
    let cards: Vec<_> = cards.collect();
    let start: Vec<_> = rivals.iter().map(|rival| known[*rival] - known[leader]).collect();
    // A rival that cannot pass even with its best answers never counts, however wide the draws.
    let mut reach = start.clone();
    for (card, slopes) in &cards {
        for (rival, reach) in reach.iter_mut().enumerate() {
            let slopes = slopes.iter().map(|slopes| slopes[rival]);
            *reach += match priors[0].cards[*card].numbers {
                Numbers::Line { .. } => slopes.map(f64::abs).sum::<f64>(),
                Numbers::Options { max: 1, .. } => slopes.fold(f64::NEG_INFINITY, f64::max),
                Numbers::Options { .. } => slopes.map(|slope| slope.max(0.0)).sum(),
            };
        }
    }
    counts.iter_mut().zip(reach).filter(|(_, reach)| *reach <= TIE).for_each(|(count, _)| *count = 0);
    let mut random = Random::new(1);
    let (mut ahead, mut numbers) = (start.clone(), Vec::new());
    share(level, || {
        let at = random.pick(posterior.hypotheses.iter().map(|hypothesis| hypothesis.chance));
        let hypothesis = &posterior.hypotheses[at];
        let (factors, wide) = draw(hypothesis, &choleskys[at], wides[at], &mut random);
        ahead.copy_from_slice(&start);
        for (card, slopes) in &cards {
            answer(&hypothesis.prior.cards[*card], &factors, wide, &mut random, &mut numbers);
            for (number, slopes) in numbers.iter().zip(slopes).filter(|(number, _)| **number != 0.0) {
                ahead.iter_mut().zip(slopes).for_each(|(it, slope)| *it += number * slope);
            }
        }
        // A tie leaves the leader in place.
        let passed = ahead.iter().zip(&counts).filter(|(ahead, _)| **ahead > TIE).map(|(_, count)| count);
        passed.sum::<usize>() < contenders.room()
    })
}

/// The share of successful draws; stops early if the share is clearly above or below the level.
pub(super) fn share(level: Option<f64>, mut draw: impl FnMut() -> bool) -> f64 {
    let mut well = 0;
    for drawn in 1..=DRAWS {
        well += usize::from(draw());
        if let (Some(level), 0) = (level, drawn % BATCH) {
            let share = well as f64 / drawn as f64;
            let off = (share - level) * (share - level) * drawn as f64;
            // Four standard errors of a share equal to the level.
            if off > 16.0 * level * (1.0 - level) + 0.1 {
                return share;
            }
        }
    }
    well as f64 / DRAWS as f64
}

/// Draws one visitor's factors, and the scale of factors and noise.
fn draw(hypothesis: &Hypothesis, cholesky: &Cholesky, width: f64, random: &mut Random) -> (Vec<f64>, f64) {
    // The inverse of a chi-squared variable (Wilson-Hilferty approximation).
    let freedom = hypothesis.prior.freedom + hypothesis.observed;
    let part = 2.0 / (9.0 * freedom);
    let root = (1.0 - part + part.sqrt() * random.normal()).max(0.2);
    let square = (hypothesis.prior.freedom + hypothesis.surprise) / (freedom * root * root * root);
    let wide = (square * width).sqrt();
    let bells: Vec<_> = hypothesis.mean.iter().map(|_| random.normal()).collect();
    (
        hypothesis.mean.iter().zip(cholesky.mul_vec(&bells)).map(|(mean, off)| mean + wide * off).collect(),
        wide,
    )
}

/// Draws one visitor's numbers on a card.
fn answer(card: &CardPrior, factors: &[f64], wide: f64, random: &mut Random, numbers: &mut Vec<f64>) {
    let mean = |number: usize| card.mean[number] + dot(&card.factors[number], factors);
    numbers.clear();
    match card.numbers {
        Numbers::Line { rows: 2, .. } => numbers.push(if random.unit() * 2.0 - 1.0 < mean(0) { 1.0 } else { -1.0 }),
        Numbers::Line { rows, .. } => {
            // An answer is a step of the line. It may lie beyond the ends: clamping would leave less variance than
            // answers have. The variance that rounding adds is subtracted first.
            let steps = (rows - 1) as f64 / 2.0;
            let covariance = (wide * wide * card.noise.cells[0] - 1.0 / (12.0 * steps * steps)).max(0.0).sqrt();
            numbers.push(((mean(0) + 1.0 + covariance * random.normal()) * steps).round() / steps - 1.0);
        }
        Numbers::Options { count, max, .. } => {
            numbers.extend((0..count).map(mean));
            card.numbers.possible(numbers);
            let means = numbers.clone();
            if max == 1 {
                let at = random.pick(numbers.iter().copied());
                numbers.fill(0.0);
                numbers[at] = 1.0;
            } else {
                draw_picks(numbers, card.numbers.exclusive(), random);
            }
            numbers.iter_mut().zip(&means).for_each(|(it, mean)| *it = mean + wide * (*it - mean));
        }
    }
}

/// Draws several picks, or one exclusive row.
fn draw_picks(numbers: &mut [f64], exclusive: u64, random: &mut Random) {
    let is_alone = |row: usize| exclusive >> row & 1 == 1;
    let alone: f64 = (0..numbers.len()).filter(|row| is_alone(*row)).map(|row| numbers[row]).sum();
    if exclusive != 0 && random.unit() < alone {
        let at = random.pick(numbers.iter().enumerate().map(|(row, it)| if is_alone(row) { *it } else { 0.0 }));
        numbers.fill(0.0);
        numbers[at] = 1.0;
        return;
    }
    for (row, it) in numbers.iter_mut().enumerate() {
        *it = if is_alone(row) { 0.0 } else { f64::from(u8::from(random.unit() < *it / (1.0 - alone))) };
    }
}
