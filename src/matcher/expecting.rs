//! The matcher for a quiz that ended early: cards that were never asked count what is expected of them, and can't be
//! what another answer would have changed.

use super::{Matcher, grid::Grid};

/// By card: what is expected of one that was not asked, as a share of each of its rows; nothing for all others.
pub type Expected = Vec<Option<Vec<f64>>>;

impl Matcher {
    /// The same, for a visitor who was not asked some cards.
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
    /// Lets a card without an answer count a share of each row.
    fn count_on(&mut self, card: usize, shares: &[f64]) {
        let mut neutral = vec![0.0; self.width()];
        for (row, share) in shares.iter().enumerate() {
            neutral.iter_mut().zip(self.row(card, row)).for_each(|(sum, cell)| *sum += share * cell);
        }
        self.neutral_mut(card).copy_from_slice(&neutral);
    }
}
