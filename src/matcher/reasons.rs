//! Why a career stands where it stands: what each answer moved, against not having answered.

use super::{answer::Answers, table::Table};

/// The parts of one career's match. They add up: `start` and all of `cards` make the match.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// The match of somebody who has answered nothing.
    pub start: f64,
    /// By card: what the answer added to the match or took from it; nought where there is no answer.
    pub cards: Vec<f64>,
}

/// Takes a career's match apart, card by card.
pub fn reasons(table: &Table, answers: &Answers, career: usize) -> Reasons {
    let bounds = table.bounds(career);
    let cards = 0..table.cards();
    let neutral: f64 = cards.clone().map(|card| table.neutral(card, career)).sum();
    let part = |card| {
        let answer = answers.get(card).copied().flatten();
        bounds.share(table.value(card, answer, career) - table.neutral(card, career))
    };
    Reasons { start: bounds.share(neutral - bounds.least), cards: cards.map(part).collect() }
}
