//! Factor loadings from the quiz itself: a visitor who leans to a trait or a career leans to all answers that count for
//! it.
//!
//! It must never know how strong these leanings are.

use super::numbers::Numbers;
use crate::numeric::dot;
use crate::{
    config::{Checked, ResponseFormat},
    matcher::Matcher,
};

/// The largest number of factors, and about how many careers are sampled.
const FACTORS: usize = 80;
const CAREERS: usize = 256;
/// The number of principal directions, and the number of iterations.
const DIRECTIONS: usize = 4;
const ROUNDS: usize = 12;

/// One row for each number of each card.
pub(super) type Rows = Vec<Vec<f64>>;

/// The weights of each number over the traits, and the shift of its mean by the usual visitor.
pub(super) fn by_trait(config: &Checked) -> (Rows, Vec<f64>) {
    let traits = config.traits().len();
    let rows = config.cards().iter().flat_map(|card| {
        let row = |weights: &[(usize, f64)]| {
            let mut row = vec![0.0; traits];
            weights.iter().for_each(|(it, value)| row[*it] = *value);
            row
        };
        normed(card.response.weight_lists().into_iter().map(|weights| row(weights)).collect())
    });
    let rows: Rows = rows.collect();
    let usual: Vec<_> = (0..traits).map(|it| usual(config, it)).collect();
    let moved = rows.iter().map(|row| dot(row, &usual)).collect();
    (rows, moved)
}

/// The weights of each number over the careers.
pub(super) fn by_career(config: &Checked, matcher: &Matcher) -> Rows {
    let careers = matcher.careers();
    let rows = config.cards().iter().enumerate().flat_map(|(card, it)| {
        let numbers = Numbers::new(&it.response);
        let row = |number| {
            let some = (0..careers).step_by(careers.div_ceil(CAREERS));
            let mut row: Vec<_> = some.map(|career| numbers.slope(matcher, card, number, career)).collect();
            let mean = row.iter().sum::<f64>() / row.len() as f64;
            row.iter_mut().for_each(|it| *it -= mean);
            row
        };
        normed((0..numbers.count()).map(row).collect())
    });
    rows.collect()
}

/// Centres the options of a card, and scales the longest row to length 1.
fn normed(mut rows: Rows) -> Rows {
    if rows.len() > 1 {
        for at in 0..rows[0].len() {
            let mean = rows.iter().map(|row| row[at]).sum::<f64>() / rows.len() as f64;
            rows.iter_mut().for_each(|row| row[at] -= mean);
        }
    }
    let most = rows.iter().map(|row| dot(row, row).sqrt()).fold(1e-9, f64::max);
    rows.iter_mut().flatten().for_each(|it| *it /= most);
    rows
}

/// Factors that reproduce the dot products of the rows: a Cholesky factor with pivoting, the largest remainder first.
pub(super) fn factors(rows: &Rows) -> Rows {
    let mut rest: Vec<_> = rows.iter().map(|row| dot(row, row)).collect();
    let mut factors = vec![Vec::new(); rows.len()];
    for _ in 0..FACTORS {
        let Some(at) = (0..rows.len()).reduce(|best, at| if rest[at] > rest[best] { at } else { best }) else { break };
        if rest[at] < 1e-3 {
            break;
        }
        let (pivot, length) = (factors[at].clone(), rest[at].sqrt());
        for ((row, factors), rest) in rows.iter().zip(&mut factors).zip(&mut rest) {
            let along = (dot(row, &rows[at]) - dot(factors, &pivot)) / length;
            factors.push(along);
            *rest -= along * along;
        }
    }
    factors
}

/// The loadings of each row on the principal directions, with a mean squared length of 1.
pub(super) fn principal(rows: &Rows) -> Rows {
    let width = rows.first().map_or(0, Vec::len);
    let mut axes: Rows = (0..DIRECTIONS.min(width)).map(|axis| rows.iter().map(|row| row[axis]).collect()).collect();
    for _ in 0..ROUNDS {
        for at in 0..axes.len() {
            let (known, rest) = axes.split_at_mut(at);
            let axis = &mut rest[0];
            for known in known {
                let along = dot(known, axis) / dot(known, known).max(1e-12);
                axis.iter_mut().zip(known.iter()).for_each(|(it, known)| *it -= along * known);
            }
            let length = dot(axis, axis).sqrt().max(1e-9);
            let mut sums = vec![0.0; width];
            for (row, it) in rows.iter().zip(axis.iter()) {
                sums.iter_mut().zip(row).for_each(|(sum, cell)| *sum += it / length * cell);
            }
            let value = dot(&sums, &sums).sqrt().max(1e-9);
            axis.iter_mut().zip(rows).for_each(|(it, row)| *it = dot(row, &sums) / value);
        }
    }
    let whole: f64 = axes.iter().map(|axis| dot(axis, axis)).sum();
    let scale = (rows.len() as f64 / whole.max(1e-9)).sqrt();
    (0..rows.len()).map(|row| axes.iter().map(|axis| scale * axis[row]).collect()).collect()
}

/// The usual visitor's value on a trait, from -1 to 1: from its norm, if every card that counts for it is a line.
fn usual(config: &Checked, it: usize) -> f64 {
    let mut sum = 0.0;
    for card in config.cards() {
        match &card.response {
            ResponseFormat::Line { weights, .. } => {
                sum += weights.iter().filter(|(at, _)| *at == it).map(|(_, points)| points.abs()).sum::<f64>();
            }
            ResponseFormat::Options { options, .. } => {
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
