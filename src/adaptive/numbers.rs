//! Answers as numbers: a scale or a swipe is one from -1 to 1, a card with options is a 0 or 1 for each.

use crate::{
    config::Ask,
    matcher::{Answer, Matcher},
};

/// The numbers of one card, and where its ends stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Numbers {
    /// One number, with the rows of 1 and of -1, and how many rows there are.
    Line { high: usize, low: usize, rows: usize },
    /// A number for each option, of which from `min` to `max` are 1.
    Options { count: usize, min: usize, max: usize },
}

impl Numbers {
    pub(super) fn new(ask: &Ask) -> Self {
        match ask {
            Ask::Single { options } => Self::Options { count: options.len(), min: 1, max: 1 },
            Ask::Multiple { options, min, max } => Self::Options { count: options.len(), min: *min, max: *max },
            Ask::Scale { steps, .. } => Self::Line { high: *steps - 1, low: 0, rows: *steps },
            Ask::Swipe { .. } => Self::Line { high: 0, low: 1, rows: 2 },
        }
    }

    pub(super) fn count(self) -> usize {
        match self {
            Self::Line { .. } => 1,
            Self::Options { count, .. } => count,
        }
    }

    /// How many of the numbers tell all: of options of which one is picked the last says nothing new.
    pub(super) fn telling(self) -> usize {
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

    /// The nearest numbers that answers can have, or mixes of answers.
    pub(super) fn possible(self, numbers: &mut [f64]) {
        let (least, most) = if let Self::Line { .. } = self { (-1.0, 1.0) } else { (0.0, 1.0) };
        numbers.iter_mut().for_each(|it| *it = it.clamp(least, most));
        let Self::Options { count, min, max } = self else { return };
        let sum = numbers.iter().sum::<f64>().max(f64::MIN_POSITIVE);
        if max == 1 || sum > max as f64 {
            numbers.iter_mut().for_each(|it| *it *= max as f64 / sum);
        } else if sum < min as f64 {
            // What is left is taken from, as evenly, so that no number passes 1.
            let less = (count - min) as f64 / (count as f64 - sum);
            numbers.iter_mut().for_each(|it| *it = 1.0 - (1.0 - *it) * less);
        }
    }

    /// The share of each row that makes these numbers.
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

    /// What one more of a number counts for a career.
    pub(super) fn slope(self, matcher: &Matcher, card: usize, number: usize, career: usize) -> f64 {
        match self {
            Self::Line { high, low, .. } => (matcher.row(card, high)[career] - matcher.row(card, low)[career]) / 2.0,
            Self::Options { .. } => matcher.row(card, number)[career],
        }
    }

    /// The same for all careers at once, so many times, added up.
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

    /// By career, what a card counts less when all its numbers are nought than without an answer; nothing if it is the
    /// same.
    pub(super) fn nought(self, matcher: &Matcher, card: usize) -> Option<&[f64]> {
        match self {
            Self::Line { .. } => None,
            Self::Options { .. } => Some(matcher.neutral(card)),
        }
    }
}
