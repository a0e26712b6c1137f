//! A visitor's answers: for each card, the set of picked rows.
//!
//! A row is an option, a step of a scale, or like (0) and pass (1). A card has at most 64 rows.

/// The rows picked on one card; at least one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Answer(u64);

/// By card index; `None` if the visitor has not answered or is not sure.
pub type Answers = Vec<Option<Answer>>;

impl Answer {
    /// "Like" on a swipe card.
    pub const LIKE: Self = Self(1);
    /// "Pass" on a swipe card.
    pub const PASS: Self = Self(2);

    /// One row.
    pub fn one(row: usize) -> Self {
        Self(1 << row)
    }

    /// Several rows; `None` for no row.
    pub fn of(rows: impl IntoIterator<Item = usize>) -> Option<Self> {
        let bits = rows.into_iter().fold(0, |bits, row| bits | 1 << row);
        (bits != 0).then_some(Self(bits))
    }

    /// A set of rows, one bit per row; `None` for the empty set.
    pub fn from_bits(bits: u64) -> Option<Self> {
        (bits != 0).then_some(Self(bits))
    }

    /// The picks after one row is toggled; `None` if no row remains. Picking an exclusive row (one bit each) clears all
    /// others; picking another row clears exclusive rows.
    pub fn turned(now: Option<Self>, row: usize, exclusive: u64) -> Option<Self> {
        let kept = if exclusive >> row & 1 == 1 { 1 << row } else { !exclusive };
        Self::from_bits((now.map_or(0, Self::bits) ^ 1 << row) & kept)
    }

    pub fn has(self, row: usize) -> bool {
        row < 64 && self.0 >> row & 1 == 1
    }

    /// The number of picked rows.
    pub fn count(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The picked rows, in order.
    pub fn rows(self) -> impl Iterator<Item = usize> {
        let mut bits = self.0;
        std::iter::from_fn(move || {
            let row = bits.trailing_zeros() as usize;
            bits &= bits.wrapping_sub(1);
            (row < 64).then_some(row)
        })
    }

    /// The intersection with a set of rows, one bit per row; `None` if it is empty.
    pub fn within(self, rows: u64) -> Option<Self> {
        let bits = self.0 & rows;
        (bits != 0).then_some(Self(bits))
    }

    /// The picked rows, one bit per row.
    pub fn bits(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_in_order() {
        let answer = Answer::of([5, 0, 63]).expect("three rows");
        assert_eq!(answer.rows().collect::<Vec<_>>(), [0, 5, 63]);
        assert_eq!(answer.count(), 3);
        assert!(answer.has(5) && !answer.has(4) && !answer.has(200));
        assert_eq!(Answer::turned(Some(Answer::one(3)), 3, 0), None);
        assert_eq!(Answer::of([]), None);
    }

    #[test]
    fn an_exclusive_row_is_picked_alone() {
        let (two, exclusive) = (Answer::of([0, 1]), 0b1100);
        assert_eq!(Answer::turned(two, 2, exclusive), Some(Answer::one(2)));
        assert_eq!(Answer::turned(Some(Answer::one(2)), 3, exclusive), Some(Answer::one(3)));
        assert_eq!(Answer::turned(Some(Answer::one(2)), 0, exclusive), Some(Answer::one(0)));
        assert_eq!(Answer::turned(Some(Answer::one(2)), 2, exclusive), None);
    }
}
