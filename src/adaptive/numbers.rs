//! Answers encoded as numbers: a scale or a swipe is one number from -1 to 1, a card with options has a 0 or 1 for each
//! option.

use crate::{
    config::ResponseFormat,
    matcher::{Answer, Matcher},
};

/// The numbers of one card, and the rows of its ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Numbers {
    /// One number; the rows of 1 and of -1, and the number of rows.
    Line { high: usize, low: usize, rows: usize },
    /// A number for each option. Between `min` and `max` of them are 1, or exactly one of the exclusive ones (one bit
    /// each).
    Options { count: usize, min: usize, max: usize, exclusive: u64 },
}

impl Numbers {
    pub(super) fn new(response: &ResponseFormat) -> Self {
        match response {
            ResponseFormat::Options { options, min, max, .. } => {
                let exclusive = response.exclusive();
                let together = options.len() - exclusive.count_ones() as usize;
                // With at most one pick, every option is exclusive anyway.
                let (min, max) = ((*min).min(together).max(1), (*max).min(together).max(1));
                let exclusive = if max == 1 { 0 } else { exclusive };
                Self::Options { count: options.len(), min, max, exclusive }
            }
            ResponseFormat::Line { line, .. } => {
                let (high, low) = line.ends();
                Self::Line { high, low, rows: line.len() }
            }
        }
    }

    pub(super) fn count(self) -> usize {
        match self {
            Self::Line { .. } => 1,
            Self::Options { count, .. } => count,
        }
    }

    /// The number of independent numbers: with one pick the last option is determined by the others.
    pub(super) fn degrees_of_freedom(self) -> usize {
        match self {
            Self::Options { count, max: 1, .. } => count - 1,
            Self::Line { .. } | Self::Options { .. } => self.count(),
        }
    }

    pub(super) fn of(self, answer: Answer) -> Vec<f64> {
        match self {
            Self::Line { high: 0, .. } => vec![if answer.has(0) { 1.0 } else { -1.0 }],
            Self::Line { rows, .. } => {
                let row = answer.rows().next().unwrap_or(0) as f64;
                vec![2.0 * row / (rows - 1) as f64 - 1.0]
            }
            Self::Options { count, .. } => (0..count).map(|row| f64::from(u8::from(answer.has(row)))).collect(),
        }
    }

    /// Projects numbers onto values that answers, or mixtures of answers, can have.
    pub(super) fn possible(self, numbers: &mut [f64]) {
        let (least, most) = if let Self::Line { .. } = self { (-1.0, 1.0) } else { (0.0, 1.0) };
        numbers.iter_mut().for_each(|it| *it = it.clamp(least, most));
        let Self::Options { count, min, max, exclusive } = self else { return };
        if exclusive != 0 {
            return apart(numbers, exclusive, min, max);
        }
        let sum = numbers.iter().sum::<f64>().max(f64::MIN_POSITIVE);
        if max == 1 || sum > max as f64 {
            numbers.iter_mut().for_each(|it| *it *= max as f64 / sum);
        } else if sum < min as f64 {
            // Scales the distances to 1, so that no number exceeds 1.
            let less = (count - min) as f64 / (count as f64 - sum);
            numbers.iter_mut().for_each(|it| *it = 1.0 - (1.0 - *it) * less);
        }
    }

    /// Exclusive rows on a card with several picks, one bit each.
    pub(super) fn exclusive(self) -> u64 {
        if let Self::Options { exclusive, .. } = self { exclusive } else { 0 }
    }

    /// The share of each row that gives these numbers.
    pub(super) fn shares(self, numbers: Vec<f64>) -> Vec<f64> {
        match self {
            Self::Options { .. } => numbers,
            Self::Line { high, low, rows } => {
                let mut shares = vec![0.0; rows];
                shares[high] = (1.0 + numbers[0]) / 2.0;
                shares[low] = (1.0 - numbers[0]) / 2.0;
                shares
            }
        }
    }

    /// The effect of one unit of a number on a career's score.
    pub(super) fn slope(self, matcher: &Matcher, card: usize, number: usize, career: usize) -> f64 {
        match self {
            Self::Line { high, low, .. } => (matcher.row(card, high)[career] - matcher.row(card, low)[career]) / 2.0,
            Self::Options { .. } => matcher.row(card, number)[career],
        }
    }

    /// Adds the effect of one number, times a factor, to the scores of all careers.
    pub(super) fn add_slopes(self, matcher: &Matcher, (card, number): (usize, usize), times: f64, sums: &mut [f64]) {
        match self {
            Self::Line { high, low, .. } => {
                let ends = matcher.row(card, high).iter().zip(matcher.row(card, low));
                sums.iter_mut().zip(ends).for_each(|(sum, (high, low))| *sum += times * ((high - low) / 2.0));
            }
            Self::Options { .. } => {
                sums.iter_mut().zip(matcher.row(card, number)).for_each(|(sum, cell)| *sum += times * cell);
            }
        }
    }

    /// By career, the contribution of no answer minus the contribution of all numbers at zero; `None` if they are
    /// equal.
    pub(super) fn zero(self, matcher: &Matcher, card: usize) -> Option<&[f64]> {
        match self {
            Self::Line { .. } => None,
            Self::Options { .. } => Some(matcher.neutral(card)),
        }
    }
}

/// Projects the numbers of a card with exclusive rows: an answer without an exclusive row picks between `min` and `max`
/// of the others.
fn apart(numbers: &mut [f64], exclusive: u64, min: usize, max: usize) {
    let is_alone = |row: usize| exclusive >> row & 1 == 1;
    let sum: f64 = (0..numbers.len()).filter(|row| is_alone(*row)).map(|row| numbers[row]).sum();
    let left = (1.0 - sum).max(0.0);
    let mut others = Vec::with_capacity(numbers.len());
    for (row, it) in numbers.iter_mut().enumerate() {
        if !is_alone(row) {
            others.push(if left > 0.0 { *it / left } else { 0.0 });
        } else if sum > 1.0 {
            *it /= sum;
        }
    }
    Numbers::Options { count: others.len(), min, max, exclusive: 0 }.possible(&mut others);
    let together = numbers.iter_mut().enumerate().filter(|(row, _)| !is_alone(*row));
    together.zip(others).for_each(|((_, it), other)| *it = left * other);
}
