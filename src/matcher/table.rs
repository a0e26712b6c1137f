//! The one linear core: every answer is a row of numbers, one per career, and a career's sum adds up the rows.
//!
//! A card without an answer counts as its neutral row, the mean over its rows. What the least and the most of a
//! career can be, over all answers that the cards permit, is fixed here once.

use super::answer::{Answer, Answers};
use crate::config::{Ask, Checked, Weights};

/// The rows of all cards, and each career's bounds.
#[derive(Clone, Debug)]
pub struct Table {
    careers: usize,
    /// Row by row, each as long as there are careers; the last row of a card is its neutral one.
    cells: Vec<f64>,
    /// The first row of each card, and one past the last.
    starts: Vec<usize>,
    bounds: Vec<Bounds>,
}

/// The least and the most that a career's sum can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub least: f64,
    pub most: f64,
}

impl Bounds {
    /// Where a sum lies between the bounds, 0 to 1. A career that no answer moves stays at 0.
    pub fn place(self, sum: f64) -> f64 {
        self.share(sum - self.least).clamp(0.0, 1.0)
    }

    /// What a part of a sum is worth on the scale of [`place`](Self::place).
    pub fn share(self, part: f64) -> f64 {
        let range = self.most - self.least;
        if range > 0.0 { part / range } else { 0.0 }
    }
}

impl Table {
    pub fn new(config: &Checked) -> Self {
        let careers = config.careers().len();
        let none = Bounds { least: 0.0, most: 0.0 };
        let mut table = Self { careers, cells: Vec::new(), starts: vec![0], bounds: vec![none; careers] };
        for card in config.cards() {
            let first = table.rows();
            match &card.ask {
                Ask::Single { options } | Ask::Multiple { options, .. } => {
                    options.iter().for_each(|option| table.push(&option.weights, 1.0));
                }
                Ask::Scale { steps, weights, .. } => {
                    let last = (*steps - 1) as f64;
                    (0..*steps).for_each(|step| table.push(weights, (2 * step) as f64 / last - 1.0));
                }
                Ask::Swipe { weights } => [1.0, -1.0].iter().for_each(|value| table.push(weights, *value)),
            }
            table.push_neutral(first);
            table.starts.push(table.rows());
            table.widen(first, &card.ask, !card.required);
        }
        table
    }

    pub fn careers(&self) -> usize {
        self.careers
    }

    pub fn cards(&self) -> usize {
        self.starts.len() - 1
    }

    pub fn bounds(&self, career: usize) -> Bounds {
        self.bounds[career]
    }

    /// What an answer on a card counts for a career; the neutral value without one.
    pub fn value(&self, card: usize, answer: Option<Answer>, career: usize) -> f64 {
        self.picked(card, answer).map(|row| self.cells[row * self.careers + career]).sum()
    }

    /// What no answer on a card counts for a career.
    pub fn neutral(&self, card: usize, career: usize) -> f64 {
        self.value(card, None, career)
    }

    /// Every career's sum, card by card.
    pub fn sums(&self, answers: &Answers) -> Vec<f64> {
        let mut sums = vec![0.0; self.careers];
        for card in 0..self.cards() {
            for row in self.picked(card, answers.get(card).copied().flatten()) {
                let cells = &self.cells[row * self.careers..][..self.careers];
                sums.iter_mut().zip(cells).for_each(|(sum, cell)| *sum += cell);
            }
        }
        sums
    }

    /// The rows that an answer adds up; the neutral one for no answer.
    fn picked(&self, card: usize, answer: Option<Answer>) -> impl Iterator<Item = usize> + use<> {
        let first = self.starts[card];
        let neutral = self.starts[card + 1] - 1;
        let alone = answer.is_none().then_some(neutral);
        answer.into_iter().flat_map(move |answer| answer.rows().map(move |row| first + row)).chain(alone)
    }

    fn rows(&self) -> usize {
        self.cells.len() / self.careers
    }

    fn push(&mut self, weights: &Weights, times: f64) {
        let start = self.cells.len();
        self.cells.resize(start + self.careers, 0.0);
        for (career, points) in weights {
            self.cells[start + career] = points * times;
        }
    }

    fn push_neutral(&mut self, first: usize) {
        let rows = first..self.rows();
        for career in 0..self.careers {
            let sum: f64 = rows.clone().map(|row| self.cells[row * self.careers + career]).sum();
            self.cells.push(sum / rows.len() as f64);
        }
    }

    /// Adds what the newest card can count at least and at most to the bounds of every career.
    fn widen(&mut self, first: usize, ask: &Ask, or_neutral: bool) {
        let neutral = self.rows() - 1;
        let (min, max) = match ask {
            Ask::Multiple { min, max, .. } => (*min, *max),
            Ask::Single { .. } | Ask::Scale { .. } | Ask::Swipe { .. } => (1, 1),
        };
        let mut values = Vec::with_capacity(neutral - first);
        for career in 0..self.careers {
            values.clear();
            values.extend((first..neutral).map(|row| self.cells[row * self.careers + career]));
            values.sort_unstable_by(f64::total_cmp);
            let least = least_sum(values.iter().copied(), min, max);
            let most = -least_sum(values.iter().rev().map(|value| -value), min, max);
            let unsure = self.cells[neutral * self.careers + career];
            let bounds = &mut self.bounds[career];
            bounds.least += if or_neutral { least.min(unsure) } else { least };
            bounds.most += if or_neutral { most.max(unsure) } else { most };
        }
    }
}

/// The least sum of `min` to `max` of the values, which come in rising order.
fn least_sum(rising: impl Iterator<Item = f64>, min: usize, max: usize) -> f64 {
    rising
        .take(max)
        .enumerate()
        .take_while(|(i, value)| *i < min || *value < 0.0)
        .map(|(_, value)| value)
        .sum()
}
