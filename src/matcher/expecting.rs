//! The matcher for a quiz that ended early: cards not asked contribute their expected answers, and are not candidates
//! for a change of answer.

use super::{Matcher, grid::Grid};

/// By card not asked: the expected share of each row; `None` for all other cards.
pub type Expected = Vec<Option<Vec<f64>>>;

impl Matcher {
    /// The same matcher, for a visitor who was not asked some cards.
    #[inline(never)]
    pub fn expecting(&self, expected: &Expected) -> Self {
        let mut matcher = self.clone();
        matcher.each_grid(|grid| {
            for (card, shares) in expected.iter().enumerate() {
                if let Some(shares) = shares {
                    grid.count_on(card, shares);
                }
            }
        });
        matcher.leave_out(|card| expected[card].is_some());
        matcher
    }
}

impl Grid {
    /// Makes a card without an answer contribute a share of each row.
    fn count_on(&mut self, card: usize, shares: &[f64]) {
        let mut neutral = vec![0.0; self.width()];
        for (row, share) in shares.iter().enumerate() {
            neutral.iter_mut().zip(self.row(card, row)).for_each(|(sum, cell)| *sum += share * cell);
        }
        self.neutral_mut(card).copy_from_slice(&neutral);
    }
}
