//! The model `bayes`: answers have probabilities given each career; log-likelihoods add up to a posterior.

use super::{Checked, Grid, Shown};
use crate::config::{Choice, Line, ResponseFormat, Weights};

/// The share of random answers, such as slips of the finger.
const LAPSE: f64 = 0.02;

#[inline(never)]
pub(super) fn compile(config: &Checked, temper: f64) -> (Grid, Vec<f64>, Shown) {
    let careers = config.careers().len();
    let mut grid = Grid::new(careers);
    for card in config.cards() {
        let log = |chances: Vec<Vec<f64>>| -> Vec<Vec<f64>> {
            chances.into_iter().map(|row| row.into_iter().map(|p| temper * libm::log(p)).collect()).collect()
        };
        let nothing = vec![0.0; careers];
        match &card.response {
            ResponseFormat::Options { options, several: true, .. } => {
                let picked: Vec<_> = options.iter().map(|option| alone(&option.chance, careers)).collect();
                let left = picked.iter().map(|row| row.iter().map(|p| 1.0 - p).collect()).collect();
                grid.push(log(picked), nothing, Some(log(left)));
            }
            ResponseFormat::Options { options, .. } => grid.push(log(among(options, careers)), nothing, None),
            ResponseFormat::Line { line: Line::Scale { steps, expect, .. }, .. } => {
                let even = vec![vec![1.0 / *steps as f64; careers]; *steps];
                let mut rows = even;
                for (career, norm) in expect {
                    let bell = |step: usize| {
                        let z = ((step + 1) as f64 - norm.mean) / norm.spread;
                        -z * z / 2.0
                    };
                    let top = (0..*steps).map(bell).fold(f64::NEG_INFINITY, f64::max);
                    let heights: Vec<_> = (0..*steps).map(|step| libm::exp(bell(step) - top)).collect();
                    let sum: f64 = heights.iter().sum();
                    for (row, height) in rows.iter_mut().zip(heights) {
                        row[*career] = with_lapse(height / sum, *steps);
                    }
                }
                grid.push(log(rows), nothing, None);
            }
            ResponseFormat::Line { line: Line::Swipe { chance }, .. } => {
                let like = alone(chance, careers);
                let pass = like.iter().map(|p| 1.0 - p).collect();
                grid.push(log(vec![like, pass]), nothing, None);
            }
        }
    }
    let base = config.careers().iter().map(|career| libm::log(career.prior)).collect();
    (grid, base, Shown::Posterior)
}

/// The probabilities of options when one is picked: they sum to 1 for each career. Options without a probability share
/// the rest evenly.
fn among(options: &[Choice], careers: usize) -> Vec<Vec<f64>> {
    let count = options.len();
    let mut rows = vec![vec![f64::NAN; careers]; count];
    for (row, option) in rows.iter_mut().zip(options) {
        option.chance.iter().for_each(|(career, chance)| row[*career] = *chance);
    }
    for career in 0..careers {
        let known: f64 = rows.iter().map(|row| row[career]).filter(|p| !p.is_nan()).sum();
        let unknown = rows.iter().filter(|row| row[career].is_nan()).count();
        let rest = if unknown > 0 { (1.0 - known).max(0.0) / unknown as f64 } else { 0.0 };
        let sum = known + rest * unknown as f64;
        for row in &mut rows {
            let chance = if row[career].is_nan() { rest } else { row[career] };
            row[career] = with_lapse(if sum > 0.0 { chance / sum } else { 1.0 / count as f64 }, count);
        }
    }
    rows
}

/// The probability of an independent pick; 0.5 for a career without one.
fn alone(chance: &Weights, careers: usize) -> Vec<f64> {
    let mut row = vec![0.5; careers];
    chance.iter().for_each(|(career, chance)| row[*career] = with_lapse(*chance, 2));
    row
}

fn with_lapse(chance: f64, answers: usize) -> f64 {
    (1.0 - LAPSE) * chance + LAPSE / answers as f64
}

/// Probabilities that sum to 1 (softmax).
#[inline(never)]
pub(super) fn posterior(scores: &[f64]) -> Vec<f64> {
    let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let heights: Vec<_> = scores.iter().map(|score| libm::exp(score - top)).collect();
    let sum: f64 = heights.iter().sum();
    heights.into_iter().map(|height| height / sum).collect()
}
