//! A table of numbers: one row for every row of a card, one column for every career (or trait).
//!
//! A card without an answer contributes its neutral row. Picked rows are added up; a model can also give a row to each
//! available option that was not picked. This module must never know which model made the numbers.

use super::{
    answer::Answer,
    flow::{Flow, ResolvedAnswers},
};

/// The rows of all cards.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    width: usize,
    cells: Vec<f64>,
    cards: Vec<CardRows>,
}

#[derive(Clone, Copy, Debug)]
struct CardRows {
    first: usize,
    neutral: usize,
    /// The first of the rows for options not picked.
    left: Option<usize>,
}

impl Grid {
    pub(super) fn new(width: usize) -> Self {
        Self { width, cells: Vec::new(), cards: Vec::new() }
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Adds a card: its rows, its neutral row, and rows for options not picked.
    pub(super) fn push(&mut self, rows: Vec<Vec<f64>>, neutral: Vec<f64>, left: Option<Vec<Vec<f64>>>) {
        let first = self.cells.len() / self.width;
        let card = CardRows {
            first,
            neutral: first + rows.len(),
            left: left.as_ref().map(|_| first + rows.len() + 1),
        };
        let all = rows.into_iter().chain([neutral]).chain(left.into_iter().flatten());
        self.cells.extend(all.flatten());
        self.cards.push(card);
    }

    /// The contribution of a picked row, by column.
    pub(super) fn row(&self, card: usize, row: usize) -> &[f64] {
        &self.cells[(self.cards[card].first + row) * self.width..][..self.width]
    }

    /// The contribution of a card without an answer, by column.
    pub(super) fn neutral(&self, card: usize) -> &[f64] {
        &self.cells[self.cards[card].neutral * self.width..][..self.width]
    }

    pub(super) fn neutral_mut(&mut self, card: usize) -> &mut [f64] {
        &mut self.cells[self.cards[card].neutral * self.width..][..self.width]
    }

    /// By column: the sum of the contributions of the effective answers.
    pub(super) fn sums(&self, resolved: &ResolvedAnswers, base: &[f64]) -> Vec<f64> {
        let mut sums = base.to_vec();
        for card in 0..self.cards.len() {
            self.add(card, resolved.available[card], resolved.effective[card], &mut sums);
        }
        sums
    }

    /// The contribution of an answer, by column.
    pub(super) fn values(&self, card: usize, open: u64, answer: Option<Answer>) -> Vec<f64> {
        let mut values = vec![0.0; self.width];
        self.add(card, open, answer, &mut values);
        values
    }

    fn add(&self, card: usize, open: u64, answer: Option<Answer>, sums: &mut [f64]) {
        self.each_row(card, open, answer, |row| {
            let cells = &self.cells[row * self.width..][..self.width];
            sums.iter_mut().zip(cells).for_each(|(sum, cell)| *sum += cell);
        });
    }

    /// The contribution of an answer to one column.
    pub(super) fn value(&self, card: usize, open: u64, answer: Option<Answer>, column: usize) -> f64 {
        let mut value = 0.0;
        self.each_row(card, open, answer, |row| value += self.cells[row * self.width + column]);
        value
    }

    /// The difference between picking a row and not picking it.
    pub(super) fn pick(&self, card: usize, row: usize, column: usize) -> f64 {
        let rows = self.cards[card];
        let left = rows.left.map_or(0.0, |left| self.cells[(left + row) * self.width + column]);
        self.cells[(rows.first + row) * self.width + column] - left
    }

    /// The contribution of an answered card if none of the available rows is picked.
    pub(super) fn none_picked(&self, card: usize, open: u64, column: usize) -> f64 {
        let Some(left) = self.cards[card].left else { return 0.0 };
        Answer::from_bits(open)
            .into_iter()
            .flat_map(Answer::rows)
            .map(|row| self.cells[(left + row) * self.width + column])
            .sum()
    }

    fn each_row(&self, card: usize, open: u64, answer: Option<Answer>, mut see: impl FnMut(usize)) {
        let rows = self.cards[card];
        let Some(answer) = answer else { return see(rows.neutral) };
        answer.rows().for_each(|row| see(rows.first + row));
        if let (Some(left), Some(others)) = (rows.left, Answer::from_bits(open & !answer.bits())) {
            others.rows().for_each(|row| see(left + row));
        }
    }

    /// Multiplies a column by a factor, on the first `cards` cards.
    pub(super) fn scale(&mut self, column: usize, factor: f64, cards: usize) {
        let width = self.width;
        let end = self.cards.get(cards).map_or(self.cells.len(), |card| card.first * width);
        self.cells[..end].iter_mut().skip(column).step_by(width).for_each(|cell| *cell *= factor);
    }

    /// The bound of rounding errors in sums of a column.
    pub(super) fn noise(&self, column: usize) -> f64 {
        let cells = self.cells.iter().skip(column).step_by(self.width);
        1e-13 * cells.fold(0.0, |most, cell| cell.abs().max(most)) * self.cards.len() as f64
    }

    /// The same rows with new columns: each new cell is computed from the old row.
    pub(super) fn map(&self, width: usize, mut cell: impl FnMut(&[f64], usize) -> f64) -> Self {
        let rows = self.cells.chunks_exact(self.width);
        let mut cells = Vec::with_capacity(rows.len() * width);
        for row in rows {
            cells.extend((0..width).map(|column| cell(row, column)));
        }
        Self { width, cells, cards: self.cards.clone() }
    }

    /// Mean and variance of a card's contribution to a column if every permitted answer is equally likely.
    pub(super) fn random_baseline(&self, flow: &Flow, card: usize, column: usize) -> (f64, f64) {
        let compiled = &flow.cards[card];
        let (min, max) = compiled.picks_of(compiled.all_rows());
        let values = |rows: u64| -> Vec<f64> {
            let rows = Answer::from_bits(rows).into_iter().flat_map(Answer::rows);
            rows.map(|row| self.pick(card, row, column)).collect()
        };
        let (together, alone) = (values(compiled.all_rows() & !compiled.exclusive), values(compiled.exclusive));
        let (sets, mean, variance) = random_picks(&together, min, max);
        if alone.is_empty() {
            return (mean, variance);
        }
        let all = sets + alone.len() as f64;
        let sum = sets * mean + alone.iter().sum::<f64>();
        let squares = sets * (variance + mean * mean) + alone.iter().map(|value| value * value).sum::<f64>();
        (sum / all, (squares / all - sum / all * (sum / all)).max(0.0))
    }
}

/// The number of sets of `min` to `max` of some values, and the mean and variance of their sums.
fn random_picks(values: &[f64], min: usize, max: usize) -> (f64, f64, f64) {
    if max == 0 {
        return (0.0, 0.0, 0.0);
    }
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    // The numbers of picks, each weighted with its number of sets.
    let mut sets = 1.0;
    let counts = (1..=max).map(|k| {
        sets *= (n - k as f64 + 1.0) / k as f64;
        (k as f64, sets)
    });
    let counts: Vec<_> = counts.skip(min - 1).collect();
    let all: f64 = counts.iter().map(|(_, sets)| sets).sum();
    let expect = |of: &dyn Fn(f64) -> f64| counts.iter().map(|(k, sets)| of(*k) * sets / all).sum::<f64>();
    let picks = expect(&|k| k);
    // Two sources of variance: the number of picks, and which rows are picked (without replacement).
    let number = expect(&|k| (k - picks) * (k - picks));
    let choice = expect(&|k| k * (n - k) / (n * (n - 1.0).max(1.0)));
    (all, mean * picks, mean * mean * number + squares * choice)
}
