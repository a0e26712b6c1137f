//! The minimum and maximum of a sum over cards, over all permitted answers.
//!
//! Cards that depend on each other through conditions are searched together; all others are added up independently. The
//! search is exact. If it would take too long, every card gets its own best answer regardless of conditions, so the
//! bounds are never too narrow.

use super::{answer::Answer, flow::Flow, grid::Grid, paths};

/// The minimum and maximum of a career's score.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    pub least: f64,
    pub most: f64,
}

impl Bounds {
    /// The position of a score between the bounds, 0 to 1; 0 if the bounds are equal.
    pub fn place(self, score: f64) -> f64 {
        self.share(score - self.least).clamp(0.0, 1.0)
    }

    /// A part of a score on the scale of [`place`](Self::place).
    pub fn share(self, part: f64) -> f64 {
        let range = self.most - self.least;
        if range > 0.0 { part / range } else { 0.0 }
    }
}

/// The bounds of one column, without its base.
pub(super) fn bounds(flow: &Flow, grid: &Grid, column: usize) -> Bounds {
    let most = |sign| {
        let column = Column { flow, grid, column, sign };
        flow.linked.iter().map(|cards| column.most(cards)).sum::<f64>()
    };
    let (least, most) = (-most(-1.0), most(1.0));
    // The minimum and maximum add the same numbers in different orders: a tiny difference is rounding.
    if most - least <= grid.noise(column) { Bounds { least, most: least } } else { Bounds { least, most } }
}

/// The most that a future card can add to a column, relative to no answer.
pub(super) fn most_ahead(flow: &Flow, grid: &Grid, card: usize) -> f64 {
    let column = Column { flow, grid, column: 0, sign: 1.0 };
    let most = if flow.cards[card].looks_at.is_empty() {
        column.alone(card, flow.available(card, &Vec::new()))
    } else {
        column.dream(card)
    };
    most - column.value(card, 0, None)
}

/// One column, or its negative.
struct Column<'a> {
    flow: &'a Flow,
    grid: &'a Grid,
    column: usize,
    sign: f64,
}

impl Column<'_> {
    /// The maximum over cards that depend on each other.
    fn most(&self, cards: &[usize]) -> f64 {
        if let [card] = cards {
            // Its conditions, if any, depend on no card.
            return self.alone(*card, self.flow.available(*card, &Vec::new()));
        }
        let mut choices = |card: usize, open: u64| {
            let compiled = &self.flow.cards[card];
            if open == 0 || !compiled.followed {
                return Some(vec![(self.alone(card, open), None)]);
            }
            compiled.choices(open, &|row| self.pick(card, row), &|answer| self.value(card, open, answer))
        };
        let most = paths::most(self.flow, cards, &mut choices);
        most.unwrap_or_else(|| cards.iter().map(|card| self.dream(*card)).sum())
    }

    fn value(&self, card: usize, open: u64, answer: Option<Answer>) -> f64 {
        self.sign * self.grid.value(card, open, answer, self.column)
    }

    fn pick(&self, card: usize, row: usize) -> f64 {
        self.sign * self.grid.pick(card, row, self.column)
    }

    /// The maximum of a single card with these rows available.
    fn alone(&self, card: usize, open: u64) -> f64 {
        let neutral = self.value(card, 0, None);
        let compiled = &self.flow.cards[card];
        if open == 0 {
            return neutral;
        }
        let (min, max) = compiled.picks_of(open);
        let most =
            self.sign * self.grid.none_picked(card, open, self.column) + self.most_picked(card, open, (min, max));
        if compiled.required { most } else { most.max(neutral) }
    }

    /// The maximum of a card regardless of its conditions.
    fn dream(&self, card: usize) -> f64 {
        let compiled = &self.flow.cards[card];
        if !compiled.reachable {
            return self.alone(card, 0);
        }
        // With fewer rows available, the required number of picks can drop to one.
        let left = |row: usize| (self.sign * self.grid.none_picked(card, 1 << row, self.column)).max(0.0);
        let left: f64 = (0..compiled.rows).map(left).sum();
        let most = self.most_picked(card, compiled.all_rows(), (1, compiled.picks.1));
        (left + most).max(self.alone(card, 0))
    }

    /// The maximum over `min` to `max` of some rows, or one exclusive row.
    fn most_picked(&self, card: usize, rows: u64, (min, max): (usize, usize)) -> f64 {
        let exclusive = self.flow.cards[card].exclusive;
        let mut together = Vec::new();
        let mut most = f64::NEG_INFINITY;
        for row in Answer::from_bits(rows).into_iter().flat_map(Answer::rows) {
            let value = self.pick(card, row);
            if exclusive >> row & 1 == 1 {
                most = most.max(value);
            } else {
                together.push(value);
            }
        }
        if together.is_empty() { most } else { most.max(most_of(together, min, max)) }
    }
}

/// The maximum sum of `min` to `max` of the values.
fn most_of(mut values: Vec<f64>, min: usize, max: usize) -> f64 {
    values.sort_unstable_by(|a, b| b.total_cmp(a));
    let picked = values.iter().take(max).enumerate().take_while(|(i, value)| *i < min || **value > 0.0);
    picked.map(|(_, value)| value).sum()
}
