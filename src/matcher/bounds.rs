//! The least and the most that a sum over the cards can be, over all answers that the quiz permits.
//!
//! Cards whose conditions hang together are searched together, all others are added up on their own. The search is
//! exact; where it would take too long, cards are taken as if each could have its best at once, which is never
//! too narrow.

use super::{answer::Answer, flow::Flow, grid::Grid, paths};

/// The least and the most that a career's score can be.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    pub least: f64,
    pub most: f64,
}

impl Bounds {
    /// Where a score lies between the bounds, 0 to 1; 0 where they are the same.
    pub fn place(self, score: f64) -> f64 {
        self.share(score - self.least).clamp(0.0, 1.0)
    }

    /// What a part of a score is worth on the scale of [`place`](Self::place).
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
    // The same numbers, added up in two orders, differ by rounding alone.
    if most - least <= grid.noise(column) { Bounds { least, most: least } } else { Bounds { least, most } }
}

/// The most that a card which is still to come can add to a column, over what it counts without an answer.
pub(super) fn most_ahead(flow: &Flow, grid: &Grid, card: usize) -> f64 {
    let column = Column { flow, grid, column: 0, sign: 1.0 };
    let most = if flow.cards[card].looks_at.is_empty() {
        column.alone(card, flow.open(card, &Vec::new()))
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
    /// The most of cards whose conditions hang together.
    fn most(&self, cards: &[usize]) -> f64 {
        if let [card] = cards {
            // Its conditions, if it has any, look at no card.
            return self.alone(*card, self.flow.open(*card, &Vec::new()));
        }
        let mut choices = |card: usize, open: u64| {
            let step = &self.flow.cards[card];
            if open == 0 || !step.followed {
                return Some(vec![(self.alone(card, open), None)]);
            }
            step.choices(open, &|row| self.pick(card, row), &|answer| self.value(card, open, answer))
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

    /// The most of a card on its own, when these rows are open.
    fn alone(&self, card: usize, open: u64) -> f64 {
        let neutral = self.value(card, 0, None);
        let step = &self.flow.cards[card];
        if open == 0 {
            return neutral;
        }
        let (min, max) = step.picks_of(open);
        let most =
            self.sign * self.grid.none_picked(card, open, self.column) + self.most_picked(card, open, (min, max));
        if step.required { most } else { most.max(neutral) }
    }

    /// The most of a card whatever its conditions.
    fn dream(&self, card: usize) -> f64 {
        let step = &self.flow.cards[card];
        if !step.reachable {
            return self.alone(card, 0);
        }
        // With fewer rows open fewer may have to be picked, down to one.
        let left = |row: usize| (self.sign * self.grid.none_picked(card, 1 << row, self.column)).max(0.0);
        let left: f64 = (0..step.rows).map(left).sum();
        let most = self.most_picked(card, step.all_rows(), (1, step.picks.1));
        (left + most).max(self.alone(card, 0))
    }

    /// The most of from `min` to `max` of some rows, or of one that is picked alone.
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

/// The most that from `min` to `max` of the values add up to.
fn most_of(mut values: Vec<f64>, min: usize, max: usize) -> f64 {
    values.sort_unstable_by(|a, b| b.total_cmp(a));
    let picked = values.iter().take(max).enumerate().take_while(|(i, value)| *i < min || **value > 0.0);
    picked.map(|(_, value)| value).sum()
}
